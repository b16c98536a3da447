//! Custom fields: what a channel or a merchant adds to orders, lines and SKUs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{FieldName, Text};

/// Custom fields by name.
pub type Fields = BTreeMap<FieldName, FieldValue>;

/// The value of a custom field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", content = "value", rename_all = "snake_case", deny_unknown_fields)]
pub enum FieldValue {
    /// Text.
    Text(Text),
    /// A whole number.
    Integer(i64),
    /// An exact decimal, a string on the wire.
    Decimal(
        #[serde(with = "super::money::decimal_text")]
        #[cfg_attr(feature = "schema", schemars(with = "super::money::DecimalText"))]
        Decimal,
    ),
    /// Yes or no.
    Boolean(bool),
    /// A calendar day.
    Date(NaiveDate),
}

impl std::fmt::Display for FieldValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => write!(f, "{text}"),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Decimal(number) => write!(f, "{number}"),
            Self::Boolean(truth) => write!(f, "{truth}"),
            Self::Date(day) => write!(f, "{day}"),
        }
    }
}
