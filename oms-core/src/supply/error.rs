//! Why a command to dated supply is refused.

use thiserror::Error;

use crate::value::{Problems, ReceiptId, ReservationId};

/// Why a command to dated supply is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SupplyError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// No such receipt is expected.
    #[error("no receipt `{receipt}` is expected there")]
    UnknownReceipt {
        /// The receipt.
        receipt: ReceiptId,
    },
    /// Everything of the receipt arrived, or it was cancelled.
    #[error("receipt `{receipt}` has ended")]
    ReceiptEnded {
        /// The receipt.
        receipt: ReceiptId,
    },
    /// More would be received than the tolerance allows.
    #[error("receipt `{receipt}` takes {left} more units, {wanted} came")]
    OverReceipt {
        /// The receipt.
        receipt: ReceiptId,
        /// Units that came.
        wanted: u64,
        /// Units that it can take.
        left: u64,
    },
    /// The receipt brings fewer units beyond what is promised of it.
    #[error("receipt `{receipt}` has {left} of {wanted} units left to promise")]
    ReceiptShort {
        /// The receipt.
        receipt: ReceiptId,
        /// Units wanted.
        wanted: u64,
        /// Units that nobody was promised.
        left: u64,
    },
    /// There is no such promise.
    #[error("there is no promise `{promise}` there")]
    UnknownPromise {
        /// The promise.
        promise: ReservationId,
    },
    /// The promise was kept, given up or ran out.
    #[error("promise `{promise}` has ended")]
    PromiseEnded {
        /// The promise.
        promise: ReservationId,
    },
}

impl SupplyError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "supply.invalid",
            Self::UnknownReceipt { .. } => "supply.receipt_unknown",
            Self::ReceiptEnded { .. } => "supply.receipt_ended",
            Self::OverReceipt { .. } => "supply.over_receipt",
            Self::ReceiptShort { .. } => "supply.receipt_short",
            Self::UnknownPromise { .. } => "supply.promise_unknown",
            Self::PromiseEnded { .. } => "supply.promise_ended",
        }
    }
}
