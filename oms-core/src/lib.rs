//! The order-management core.

#![forbid(unsafe_code)]

/// Floor 0: ids, money, quantities, addresses, instants.
pub mod value;

/// Floor 1: what is sold.
pub mod catalog;
/// Floor 1: where it ships from, how far, which zone, what a weight costs.
pub mod network;
/// Floor 1: what a merchant wants decided how.
pub mod policy;

/// Floor 2: orders, their units, payments, holds and status.
pub mod order;
/// Floor 2: shipments, parcels and tracking.
pub mod shipment;
/// Floor 2: cells, movements and reservations.
pub mod stock;

/// Floor 3: which nodes ship what, and why.
pub mod allocation;
/// Floor 3: which carrier service takes a parcel, and why.
pub mod carrier;

/// Floor 4: facts folded from events, and figures asked of them.
pub mod report;
/// Floor 4: what keeps an order from going on, found by rules.
pub mod review;

/// Floor 5: what is stored and how: keys, snapshots, commits, the store traits and the in-memory store.
pub mod store;

/// Floor 6: the facade: commands in, events, plans and reports out.
pub mod engine;

/// Floor 7: JSON in, JSON out: what the bindings call.
pub mod wire;

mod error;
mod error_code;

pub use error::{Error, ErrorKind, ErrorReport};
pub use error_code::{ERROR_CODES, ErrorCode};
