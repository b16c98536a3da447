//! What of a node's days is taken: the work that orders have booked there, held until the warehouse is told, then
//! confirmed.
//!
//! A day's capacity is kept like stock that may be owed: a cell for each node, day, path and measure has nothing on
//! hand, and its free units may go as far below nothing as the day's limit allows. So two orders collide only when the
//! day really runs out, and no store has to know more than it does. Knows how much work an order is, not which node is
//! best.

mod cell;
mod error;
mod event;
mod uses;

#[cfg(test)]
mod tests;

pub use cell::{CapacityCell, CapacityMeasure};
pub use error::CapacityError;
pub use event::{CapacityConfirmed, CapacityEvent, CapacityFreed, CapacityHeld, CapacityMovement};
pub use uses::{CapacityAmounts, CapacityLine, CapacityRow, CapacityUse};
