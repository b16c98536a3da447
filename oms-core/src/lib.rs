//! The order-management core.

#![forbid(unsafe_code)]

/// Ids, money, quantities, addresses and instants.
pub mod value;

/// What is sold.
pub mod catalog;
/// Where it ships from.
pub mod network;

pub mod order;
pub mod shipment;
pub mod stock;
