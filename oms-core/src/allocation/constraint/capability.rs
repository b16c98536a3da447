//! Capabilities: hazardous, cold and other goods ship from nodes that can handle them.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::value::Money;

/// Capabilities: a line that needs something, such as `hazmat` or `cold`, ships only from nodes that can do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Capability"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Capability {
    /// What each unit from a node that cannot costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for Capability {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.bar_lines(by, |node, line| !line.facts.needs.is_subset(&node.facts.traits.capabilities));
    }
}
