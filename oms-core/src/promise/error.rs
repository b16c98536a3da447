//! Why nothing can be promised.

use thiserror::Error;

use crate::value::{Instant, Problems, Quantity};

/// Why nothing can be promised.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PromiseError {
    /// The figures make no sense; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The units cannot be there by the date without breaking another promise.
    #[error("{wanted} units cannot be promised for {due}, only {promiseable}{}", later(*.earliest))]
    TooSoon {
        /// Units wanted.
        wanted: Quantity,
        /// The date wanted.
        due: Instant,
        /// Units that can be promised for it.
        promiseable: i64,
        /// The first date for all of them, if there is one.
        earliest: Option<Instant>,
    },
}

fn later(earliest: Option<Instant>) -> String {
    earliest.map(|at| format!("; all of them for {at}")).unwrap_or_default()
}

impl PromiseError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "promise.invalid",
            Self::TooSoon { .. } => "promise.too_soon",
        }
    }
}

impl PromiseError {
    /// Puts the places of all problems below another.
    #[must_use]
    pub fn under(self, prefix: &str) -> Self {
        match self {
            Self::Invalid(problems) => Self::Invalid(problems.under(prefix)),
            other @ Self::TooSoon { .. } => other,
        }
    }
}
