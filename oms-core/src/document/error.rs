//! Why nothing is printed.

use thiserror::Error;

use crate::value::Problems;

/// Why nothing is printed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DocumentError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The core was built without what renders.
    #[error("built without the feature `documents`")]
    NoRenderer,
}

impl DocumentError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "document.invalid",
            Self::NoRenderer => "document.no_renderer",
        }
    }
}
