//! Why an instance or a solution is refused.

use thiserror::Error;

use crate::value::Problems;

/// Why an instance or a solution is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum InstanceError {
    /// The instance is wrong; every fault is listed.
    #[error("{0}")]
    InvalidInstance(Problems),
    /// The solution cannot be read as one of the instance; every fault is listed.
    #[error("{0}")]
    InvalidSolution(Problems),
    /// The solution breaks rules; every breach is listed.
    #[error("{0}")]
    Infeasible(Problems),
}

impl InstanceError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InvalidInstance(_) => "allocation.invalid_instance",
            Self::InvalidSolution(_) => "allocation.invalid_solution",
            Self::Infeasible(_) => "allocation.infeasible_solution",
        }
    }

    /// What is wrong, with the place of each fault.
    #[must_use]
    pub const fn problems(&self) -> &Problems {
        match self {
            Self::InvalidInstance(problems)
            | Self::InvalidSolution(problems)
            | Self::Infeasible(problems) => problems,
        }
    }

    /// Puts the places of all problems below another.
    #[must_use]
    pub fn under(self, prefix: &str) -> Self {
        match self {
            Self::InvalidInstance(problems) => Self::InvalidInstance(problems.under(prefix)),
            Self::InvalidSolution(problems) => Self::InvalidSolution(problems.under(prefix)),
            Self::Infeasible(problems) => Self::Infeasible(problems.under(prefix)),
        }
    }
}
