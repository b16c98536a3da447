//! Why nothing can be packed.

use thiserror::Error;

use crate::value::Problems;

/// Why nothing can be packed. An item that fits no box is no error: the plan says so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PackError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// Costs add up to more than money can hold.
    #[error("the costs add up to more than money can hold")]
    Overflow,
}

impl PackError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "packing.invalid",
            Self::Overflow => "packing.overflow",
        }
    }
}
