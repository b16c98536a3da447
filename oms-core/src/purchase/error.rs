//! Why a change of a to-do is refused.

use thiserror::Error;

use super::TodoStatus;
use crate::value::{Problems, SkuId, TodoId};

/// Why a change of a to-do is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PurchaseError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// There is no such to-do.
    #[error("SKU `{sku}` has no to-do `{todo}`")]
    UnknownTodo {
        /// The SKU.
        sku: SkuId,
        /// The to-do.
        todo: TodoId,
    },
    /// The to-do is past that.
    #[error("to-do `{todo}` is {status} and cannot be {change} any more", status = status_word(*.status))]
    IllegalTransition {
        /// The to-do.
        todo: TodoId,
        /// Where it stands.
        status: TodoStatus,
        /// What was asked.
        change: &'static str,
    },
}

const fn status_word(status: TodoStatus) -> &'static str {
    match status {
        TodoStatus::Open => "open",
        TodoStatus::Snoozed => "snoozed",
        TodoStatus::Ordered => "ordered",
        TodoStatus::Received => "received",
        TodoStatus::Cancelled => "cancelled",
    }
}

impl PurchaseError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "purchase.invalid",
            Self::UnknownTodo { .. } => "purchase.todo_unknown",
            Self::IllegalTransition { .. } => "purchase.illegal_transition",
        }
    }
}
