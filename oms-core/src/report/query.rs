//! The query: what to count, over what, by what.

use serde::{Deserialize, Serialize};

use super::{ReportDate, ReportDimension, ReportMeasure};
use crate::value::{Instant, Text};

/// Which facts a report runs over: what one row of the input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportOver {
    /// Orders.
    Orders,
    /// Order lines. Asked by node, a line that several nodes serve is divided among them by units, its amounts by
    /// cumulative slicing in the order in which the nodes were first named; units at no node stand under nothing.
    Lines,
    /// Shipments.
    Shipments,
    /// Payments and refunds.
    Payments,
}

impl ReportOver {
    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Lines => "lines",
            Self::Shipments => "shipments",
            Self::Payments => "payments",
        }
    }
}

/// A question to the facts.
///
/// Every row of the input that passes all filters falls into the group of its dimension values; each measure is
/// computed per group. When a measure is money and the dimensions do not name the currency, it is added as the last
/// one: amounts of different currencies are never added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportQuery {
    /// Over which facts.
    pub over: ReportOver,
    /// By what; one row for everything when empty.
    #[serde(default)]
    pub dimensions: Vec<ReportDimension>,
    /// What to compute; at least one.
    pub measures: Vec<ReportMeasure>,
    /// What to leave out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<ReportFilter>,
    /// In what order the rows stand; what this leaves open is ordered by the dimensions, left to right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<ReportSort>,
    /// At most so many rows, after sorting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl ReportQuery {
    /// A query without dimensions and measures.
    #[must_use]
    pub const fn new(over: ReportOver) -> Self {
        Self { over, dimensions: vec![], measures: vec![], filters: vec![], sort: vec![], limit: None }
    }

    /// The same, by one dimension more.
    #[must_use]
    pub fn by(mut self, dimension: ReportDimension) -> Self {
        self.dimensions.push(dimension);
        self
    }

    /// The same with one measure more.
    #[must_use]
    pub fn measure(mut self, measure: ReportMeasure) -> Self {
        self.measures.push(measure);
        self
    }

    /// The same with one filter more.
    #[must_use]
    pub fn filter(mut self, filter: ReportFilter) -> Self {
        self.filters.push(filter);
        self
    }

    /// The same, sorted by a column, after the columns named before.
    #[must_use]
    pub fn sorted(mut self, column: &str, descending: bool) -> Self {
        self.sort.push(ReportSort { column: column.to_owned(), descending });
        self
    }

    /// The same with at most so many rows.
    #[must_use]
    pub const fn limited(mut self, rows: u32) -> Self {
        self.limit = Some(rows);
        self
    }
}

/// What rows of the input count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReportFilter {
    /// Those whose value is listed, or is not.
    Values(ValuesFilter),
    /// Those whose instant lies in a span.
    During(TimeFilter),
}

/// A list of values of a dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ValuesFilter"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValuesFilter {
    /// The dimension.
    pub dimension: ReportDimension,
    /// The values as reports print them: `shipped`, `2017-11`, `3`.
    pub values: Vec<Text>,
    /// Whether rows without a value are listed too.
    #[serde(default)]
    pub or_nothing: bool,
    /// Whether the listed rows are left out, not kept.
    #[serde(default)]
    pub exclude: bool,
}

/// A half-open span of an instant; rows without it lie outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TimeFilter"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeFilter {
    /// Which instant.
    pub date: ReportDate,
    /// From here on; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Instant>,
    /// Up to, but without, this one; open when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// One column to sort by. Nothing comes first, then numbers, then text; descending is the reverse of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportSort {
    /// The name of the column.
    pub column: String,
    /// Largest first.
    #[serde(default)]
    pub descending: bool,
}
