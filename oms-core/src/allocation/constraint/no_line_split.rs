//! Lines that are not split over nodes.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::rules::SetRule;
use super::sheet::{By, Sheet};
use crate::allocation::ItemScope;
use crate::value::Money;

/// Whole lines: all units of a line that ship leave from one node. Units may still be short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NoLineSplit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoLineSplit {
    /// The items it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "ItemScope::is_all")]
    pub items: ItemScope,
    /// What each further node that ships of a line costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for NoLineSplit {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let lines = sheet.lines;
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| self.items.covers(line)) {
            sheet.set(by, &[at], SetRule::OneNode);
        }
    }
}
