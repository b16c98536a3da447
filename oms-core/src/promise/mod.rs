//! Available to promise over dated supply: by when how many units can be promised, and which promises broke.
//!
//! Pure functions over figures: what is free now, receipts with their dates, promises with theirs. A
//! [`Timeline`](crate::promise::Timeline) answers any number of questions of one SKU at one node;
//! [`promise`](crate::promise::promise) is one question with its reasons,
//! [`promise_across`](crate::promise::promise_across) asks several nodes together, and
//! [`broken_promises`](crate::promise::broken_promises) says what a late or short receipt did. The formulas are the
//! cumulative available-to-promise of production planning, with look-ahead: whoever is promised units now takes none
//! from a later promise.

mod across;
mod answer;
mod error;
mod figures;
mod option;
mod rows;
mod shelf;
mod slots;
mod standing;
mod timeline;

#[cfg(test)]
mod tests;

pub use across::{NetworkPromise, NodePromisePart, promise_across};
pub use answer::{
    BackedByLeadTime, BackedByReceipts, BackedByStock, PromiseAnswer, PromiseBacking, PromisePart,
    PromiseQuestion, promise,
};
pub use error::PromiseError;
pub use figures::{ExpectedSupply, PromiseFigures};
pub use option::{PromiseOption, PromiseSource, PurchaseSource, TransferSource};
pub use standing::{PromiseStanding, broken_promises, standings};
pub use timeline::{IgnoredPromise, IgnoredReceipt, IgnoredSupply, PromiseRow, Timeline};
