//! The order-management core.

#![forbid(unsafe_code)]

pub mod value;

pub mod catalog;
pub mod network;

pub mod order;
pub mod shipment;
pub mod stock;

pub mod report;
