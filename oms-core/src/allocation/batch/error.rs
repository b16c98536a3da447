//! Why a batch cannot be planned.

use thiserror::Error;

use crate::allocation::AllocationError;
use crate::value::Problems;

/// Why a batch cannot be planned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BatchError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The plan of an order cannot be made.
    #[error(transparent)]
    Plan(#[from] AllocationError),
}

impl BatchError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "batch.invalid",
            Self::Plan(error) => error.code(),
        }
    }
}
