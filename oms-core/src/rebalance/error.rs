//! Why nothing can be suggested.

use thiserror::Error;

use crate::value::Problems;

/// Why nothing can be suggested.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RebalanceError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// Costs or margins add up to more than money can hold.
    #[error("the costs or margins add up to more than money can hold")]
    Overflow,
}

impl RebalanceError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "rebalance.invalid",
            Self::Overflow => "rebalance.overflow",
        }
    }
}
