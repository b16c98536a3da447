//! Lots: which units of a SKU at a node were made together, whose they are, until when they are good, and which of them
//! an order gets.
//!
//! A [`LotBook`](crate::lot::LotBook) splits the cell of one SKU at one node by lot and owner; its sums equal the
//! cell's units on hand and allocated. A lot is good *until* `expires_at`: at that very instant it has expired,
//! everywhere. Lots are divisible: one lot serves many orders, one order may get many lots. The module knows orders by
//! their ids.

mod book;
mod decide;
mod error;
mod event;
mod evolve;
mod pick;
mod recall;
mod serial;
mod verdict;

#[cfg(test)]
mod tests;

pub use book::{Lot, LotAllocation, LotBook, LotQuarantine, LotSerials, LotStatus};
pub use decide::LotDraft;
pub use error::LotError;
pub use event::{
    LotAdjusted, LotEvent, LotOwnerChanged, LotQuarantined, LotReceived, LotRegraded, LotReleased,
    LotSerialsCaptured, LotSerialsDropped, LotSerialsReturned, LotSerialsShipped, LotsAllocated,
    LotsDeallocated, LotsShipped,
};
pub use pick::{LotDemand, PickLots, barred_units, pick_lots};
pub use recall::{LotRecall, RecalledOrder};
pub use serial::{SerialStatus, SerialUnit};
pub use verdict::{
    LotConsidered, LotExpired, LotExpiresBeforeDelivery, LotPicked, LotPicking, LotQuarantinedThen,
    LotTooShort, LotVerdict,
};
