//! Why figures cannot be computed.

use thiserror::Error;

use crate::value::Problems;

/// Why figures cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReplenishError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// A figure on the way is larger than 28 digits can say.
    #[error("the figures are too large to compute with")]
    Overflow,
}

impl ReplenishError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "replenish.invalid",
            Self::Overflow => "replenish.overflow",
        }
    }
}
