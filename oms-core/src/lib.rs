//! The order-management core.

#![forbid(unsafe_code)]

/// Floor 0: ids, money, quantities, addresses, instants.
pub mod value;

/// Floor 1: what is sold.
pub mod catalog;
/// Floor 1: where it ships from, how far, which zone, what a weight costs.
pub mod network;

/// Floor 3: which carrier service takes a parcel, and why.
pub mod carrier;
