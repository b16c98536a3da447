//! Why there is no report.

use thiserror::Error;

use crate::value::{Problem, Problems};

/// Why there is no report.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The query is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The freight of an order is in another currency than the order, so the two have no sum.
    #[error("order `{order}` has freight in another currency than its own")]
    ForeignFreight {
        /// The first such order by id.
        order: String,
    },
    /// A figure is beyond what a cell can hold.
    #[error("a figure of column `{column}` is too large")]
    Overflow {
        /// The column.
        column: String,
    },
    /// Folds of different queries were to be merged.
    #[error("the two folds answer different queries")]
    DifferentQuery,
}

impl ReportError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "report.invalid",
            Self::ForeignFreight { .. } => "report.foreign_freight",
            Self::Overflow { .. } => "report.overflow",
            Self::DifferentQuery => "report.different_query",
        }
    }

    /// Every single problem of the query, with its place; empty for other reasons.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Invalid(problems) => problems.as_slice(),
            _ => &[],
        }
    }
}
