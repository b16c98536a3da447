//! Item and node: what may ship from where.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::allocation::{ItemScope, NodeScope};
use crate::value::Money;

/// Item and node: `deny` keeps the items from the nodes, `allow` keeps them from all other nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ItemNode"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemNode {
    /// Whether the items ship from these nodes only, or never.
    pub effect: ItemNodeEffect,
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// The items it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "ItemScope::is_all")]
    pub items: ItemScope,
    /// What each unit against it costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// Whether items ship from nodes only, or never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemNodeEffect {
    /// From these nodes only.
    Allow,
    /// Never from these nodes.
    Deny,
}

impl Rule for ItemNode {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.bar_lines(by, |node, line| {
            let is_denied = match self.effect {
                ItemNodeEffect::Allow => !self.nodes.covers(node),
                ItemNodeEffect::Deny => self.nodes.covers(node),
            };
            self.items.covers(line) && is_denied
        });
    }
}
