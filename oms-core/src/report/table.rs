//! The answer: a table of typed cells.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Money, decimal_text};

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportTable {
    /// The columns: dimensions, then measures, as asked.
    pub columns: Vec<ReportColumn>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Vec<ReportCell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportColumn {
    /// Its name, unique in the table.
    pub name: String,
    /// What it is.
    pub kind: ReportColumnKind,
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportColumnKind {
    /// What rows are grouped by.
    Dimension,
    /// What was computed.
    Measure,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReportCell {
    /// No value.
    Nothing(NothingCell),
    /// A whole number.
    Integer(IntegerCell),
    /// An exact decimal.
    Decimal(DecimalCell),
    /// An amount.
    Money(MoneyCell),
    /// A sum over a sum.
    Ratio(RatioCell),
    /// Text.
    Text(TextCell),
}

/// No value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NothingCell"))]
#[serde(deny_unknown_fields)]
pub struct NothingCell {}

/// A whole number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "IntegerCell"))]
#[serde(deny_unknown_fields)]
pub struct IntegerCell {
    /// The number.
    pub value: i64,
}

/// An exact decimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DecimalCell"))]
#[serde(deny_unknown_fields)]
pub struct DecimalCell {
    /// The number, a string on the wire, without trailing zeros.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub value: Decimal,
}

/// An amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MoneyCell"))]
#[serde(deny_unknown_fields)]
pub struct MoneyCell {
    /// The amount.
    pub value: Money,
}

/// A sum over a sum, both taken over the whole group before dividing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RatioCell"))]
#[serde(deny_unknown_fields)]
pub struct RatioCell {
    /// What is divided; amounts in whole units of the currency, such as euros.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub num: Decimal,
    /// By what.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub den: Decimal,
    /// The quotient, rounded half up (halves away from zero) to 6 decimals; absent when `den` is zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub value: Option<RatioValue>,
}

/// A quotient to 6 decimals, a string on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RatioValue(#[serde(with = "decimal_text")] pub Decimal);

/// Text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TextCell"))]
#[serde(deny_unknown_fields)]
pub struct TextCell {
    /// The text.
    pub value: String,
}

impl ReportCell {
    /// A whole number.
    #[must_use]
    pub const fn integer(value: i64) -> Self {
        Self::Integer(IntegerCell { value })
    }

    /// Text.
    #[must_use]
    pub fn text(value: impl Into<String>) -> Self {
        Self::Text(TextCell { value: value.into() })
    }

    /// An amount.
    #[must_use]
    pub const fn money(value: Money) -> Self {
        Self::Money(MoneyCell { value })
    }

    /// The order of sorting: nothing, numbers by size, text by bytes.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let rank = |cell: &Self| match cell {
            Self::Nothing(_) => 0_u8,
            Self::Text(_) => 2,
            _ => 1,
        };
        match (self, other) {
            (Self::Text(left), Self::Text(right)) => left.value.cmp(&right.value),
            _ => rank(self).cmp(&rank(other)).then_with(|| self.number().cmp(&other.number())),
        }
    }

    fn number(&self) -> Option<Decimal> {
        match self {
            Self::Nothing(_) | Self::Text(_) => None,
            Self::Integer(cell) => Some(Decimal::from(cell.value)),
            Self::Decimal(cell) => Some(cell.value),
            Self::Money(cell) => Some(cell.value.amount()),
            Self::Ratio(cell) => cell.value.map(|value| value.0),
        }
    }
}

/// For people: an amount with its currency, a ratio by its value.
impl std::fmt::Display for ReportCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nothing(_) => Ok(()),
            Self::Integer(cell) => write!(f, "{}", cell.value),
            Self::Decimal(cell) => write!(f, "{}", cell.value),
            Self::Money(cell) => write!(f, "{}", cell.value),
            Self::Ratio(cell) => cell.value.map_or(Ok(()), |value| write!(f, "{}", value.0)),
            Self::Text(cell) => f.write_str(&cell.value),
        }
    }
}

impl ReportTable {
    /// The place of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The cell of a column in a row.
    #[must_use]
    pub fn cell(&self, row: usize, column: &str) -> Option<&ReportCell> {
        self.rows.get(row)?.get(self.column(column)?)
    }
}
