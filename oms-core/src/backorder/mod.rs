//! Who gets units that are short: backorder queues, receipts shared out, confirmations made anew, stock borrowed.
//!
//! | question | answer |
//! | --- | --- |
//! | who gets the units that there are | [`grant_backorders`], proved by [`check_backorders`] |
//! | what becomes of units that arrive | [`share_receipt`]: backorders, then pre-orders, then the channels |
//! | which confirmations stand after a change | [`reconfirm`], proved by [`check_reconfirmation`] |
//! | may an urgent order take what is held for a later one | [`borrow_stock`] |
//!
//! Knows nothing of orders or cells: lines that wait and units come in as figures.
//!
//! [`grant_backorders`]: crate::backorder::grant_backorders
//! [`check_backorders`]: crate::backorder::check_backorders
//! [`share_receipt`]: crate::backorder::share_receipt
//! [`reconfirm`]: crate::backorder::reconfirm
//! [`check_reconfirmation`]: crate::backorder::check_reconfirmation
//! [`borrow_stock`]: crate::backorder::borrow_stock

mod borrow;
mod check;
mod complete;
mod grant;
mod knapsack;
mod queue;
mod reason;
mod receipt;
mod reconfirm;
mod reconfirm_check;
mod timeline;

#[cfg(test)]
mod tests;

pub use borrow::{
    BorrowLender, BorrowLocked, BorrowMove, BorrowNotLater, BorrowNotRecovered, BorrowPlan, BorrowRefusal,
    BorrowRefused, BorrowRequest, borrow_stock,
};
pub use check::{BackorderViolation, check_backorders};
pub use grant::{
    BackorderGrant, BackorderMode, BackorderPlan, BackorderRequest, BackorderSupply, BackorderValue,
    grant_backorders,
};
pub use queue::{BackorderEntry, QueueKey, sort_queue};
pub use reason::{
    BackorderBehind, BackorderInFull, BackorderIncomplete, BackorderLeft, BackorderNothingLeft,
    BackorderOutweighed, BackorderPartly, BackorderReason, BackorderShare,
};
pub use receipt::{ReceiptShare, ReceiptShareRequest, share_receipt};
pub use reconfirm::{
    ReconfirmChange, ReconfirmDemand, ReconfirmOutcome, ReconfirmPlan, ReconfirmRequest, ReconfirmStrategy,
    reconfirm,
};
pub use reconfirm_check::{ReconfirmException, ReconfirmExceptionKind, check_reconfirmation};
pub use timeline::{BackorderSupplyAt, BackorderUnitsAt};
