//! Why a command to a count is refused.

use thiserror::Error;

use super::CountEnd;
use crate::value::{ActorId, CountId, Money, Problems, SkuId};

/// Why a command to a count is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CountError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// Another count has the cell, and both would post the same difference.
    #[error("`{sku}` is being counted by `{count}` there")]
    AlreadyCounting {
        /// What.
        sku: SkuId,
        /// The count that has it.
        count: CountId,
    },
    /// The count was posted or cancelled.
    #[error("the count has ended")]
    Ended {
        /// How.
        end: CountEnd,
    },
    /// Some SKUs have to be counted first, or counted again.
    #[error("still to be counted: {}", names(.0))]
    NotCounted(Vec<SkuId>),
    /// Some differences are posted only with an approver.
    #[error("an approver is needed: {}", over_limit(.0))]
    NeedsApproval(Vec<CountOverLimit>),
    /// The approver counted one of the differences.
    #[error("`{approver}` counted `{sku}` and cannot approve its difference")]
    ApproverCounted {
        /// Who.
        approver: ActorId,
        /// What.
        sku: SkuId,
    },
}

/// A difference that is too large to be posted without an approver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountOverLimit {
    /// The SKU.
    pub sku: SkuId,
    /// The difference in units.
    pub variance: i64,
    /// What it is worth, where a cost is known.
    pub value: Option<Money>,
}

fn names(skus: &[SkuId]) -> String {
    skus.iter().map(|sku| format!("`{sku}`")).collect::<Vec<_>>().join(", ")
}

fn over_limit(over: &[CountOverLimit]) -> String {
    let text = |line: &CountOverLimit| {
        let value = line.value.map(|value| format!(", worth {value}")).unwrap_or_default();
        format!("`{}` is off by {} units{value}", line.sku, line.variance)
    };
    over.iter().map(text).collect::<Vec<_>>().join("; ")
}

impl CountError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "count.invalid",
            Self::AlreadyCounting { .. } => "count.already_counting",
            Self::Ended { .. } => "count.ended",
            Self::NotCounted(_) => "count.not_counted",
            Self::NeedsApproval(_) => "count.needs_approval",
            Self::ApproverCounted { .. } => "count.approver_counted",
        }
    }
}
