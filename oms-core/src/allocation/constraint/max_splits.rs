//! Splits: how many shipments an order may have.

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::value::Money;

/// Splits: an order has at most so many shipments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MaxSplits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MaxSplits {
    /// The most shipments, at least 1.
    pub shipments: u32,
    /// What each shipment beyond costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for MaxSplits {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.max_shipments(by, self.shipments);
    }

    fn check(&self, check: &mut Check<'_>) {
        if self.shipments == 0 {
            check.out_of_range("/shipments", "at least 1");
        }
    }
}
