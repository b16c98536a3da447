//! Promises: what arrives in time.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::value::Money;

/// Promises: a shipment arrives by what was promised of each of its lines: ready days and transit days are at most the
/// promised ones. Where freight is unknown, and where nothing was promised, everything is in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "InTime"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InTime {
    /// What each shipment with a line that is late costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for InTime {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.in_time(by);
    }
}
