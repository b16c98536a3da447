//! Owners: stock of another owner ships from where that owner has stock.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::value::Money;

/// Owners: a line of another owner ships only from nodes that keep that owner's stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockOwner"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockOwner {
    /// What each unit from elsewhere costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for StockOwner {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.bar_lines(by, |node, line| {
            line.facts.owner.as_ref().is_some_and(|owner| !node.facts.traits.owners.contains(owner))
        });
    }
}
