//! The order-management core.

#![forbid(unsafe_code)]

/// Ids, money, quantities, addresses and instants.
pub mod value;

/// What is sold.
pub mod catalog;
/// Where it ships from.
pub mod network;

/// The order: commands, events, and status derived from quantities.
pub mod order;
/// Parcels and what carriers say of them.
pub mod shipment;
/// Cells of stock, guarded deltas and the movement ledger.
pub mod stock;
