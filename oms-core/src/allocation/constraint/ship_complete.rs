//! Lines that ship whole or not at all.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::rules::SetRule;
use super::sheet::{By, Sheet};
use crate::allocation::ItemScope;
use crate::value::Money;

/// Ship complete: all units of the items ship, or none does, from however many nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipComplete"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipComplete {
    /// The items it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "ItemScope::is_all")]
    pub items: ItemScope,
    /// What shipping a part of them costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for ShipComplete {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let lines = sheet.lines;
        let among: Vec<usize> = (0..lines.len())
            .filter(|at| lines.get(*at).is_some_and(|line| self.items.covers(line)))
            .collect();
        sheet.set(by, &among, SetRule::Complete);
    }
}
