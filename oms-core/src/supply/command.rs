//! Commands to dated supply.

use super::{PromiseEnd, ReceiptPlan, SupplyPromise};
use crate::value::{Quantity, ReceiptId, ReservationId, Text};

/// What can be asked of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupplyCommand {
    /// Expect a receipt, or change what is known of one.
    Expect {
        /// The receipt.
        receipt: ReceiptId,
        /// What is known of it.
        plan: ReceiptPlan,
    },
    /// Units of a receipt arrive.
    Receive {
        /// The receipt.
        receipt: ReceiptId,
        /// How many.
        quantity: Quantity,
        /// Whether they can be held for who was promised them; not while they are in inspection.
        sellable: bool,
        /// Whether nothing more comes, however much was expected.
        last: bool,
    },
    /// Nothing more comes of a receipt.
    Cancel {
        /// The receipt.
        receipt: ReceiptId,
        /// Why.
        reason: Text,
    },
    /// Promise units for a date; a promise of the same id is replaced, and does not count against itself.
    Promise {
        /// The promise.
        promise: SupplyPromise,
    },
    /// End a promise; one that has ended stays as it is.
    End {
        /// The promise.
        promise: ReservationId,
        /// How.
        end: PromiseEnd,
    },
}
