//! Shipments worth sending.

use serde::{Deserialize, Serialize};

use super::rules::Least;
use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::value::Money;

/// Minimum per shipment: each shipment has at least so many units and is worth at least so much. With `onlySplit` it
/// binds both halves of a split order, and an order that leaves in one shipment is free of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MinShipment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MinShipment {
    /// The least units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<u64>,
    /// The least value, by the lines' unit values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// Whether an order that leaves in one shipment is free of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_split: bool,
    /// What each shipment below costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for MinShipment {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let value = self.value.map(|value| i128::from(value.minor()));
        sheet.least(
            by,
            Least { units: self.units.unwrap_or(0), value: value.unwrap_or(0), only_split: self.only_split },
        );
    }

    fn check(&self, check: &mut Check<'_>) {
        check.money("/value", self.value);
    }
}
