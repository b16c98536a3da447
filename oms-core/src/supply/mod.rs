//! Dated supply: what is expected to arrive of one SKU at one node, and what was promised from it.
//!
//! A [`SupplyBook`](crate::supply::SupplyBook) lists open receipts (purchases, transfers, production, plans) with the
//! instant at which they arrive, and dated promises, some of them bound to a named receipt. Its own rules: a receipt
//! takes no more than its over-receipt tolerance lets it, and promises bound to a receipt never exceed what it still
//! brings. Whether a promise can be kept by a date is not its to say: that is
//! [`Timeline`](crate::promise::Timeline), a floor above.

mod book;
mod command;
mod decide;
mod error;
mod event;
mod receipt;

#[cfg(test)]
mod tests;

pub use book::SupplyBook;
pub use command::SupplyCommand;
pub use error::SupplyError;
pub use event::{
    PromiseArrived, PromiseEnd, PromiseEnded, PromiseMade, PromiseUnbound, ReceiptArrived, ReceiptChanged,
    ReceiptEnd, ReceiptEnded, ReceiptExpected, SupplyEvent,
};
pub use receipt::{ReceiptPlan, SupplyKind, SupplyPromise, SupplyReceipt};
