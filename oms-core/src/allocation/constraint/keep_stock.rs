//! Minimum inventory: units that a node keeps for itself.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::allocation::{ItemScope, NodeScope};
use crate::value::{Money, Quantity};

/// Minimum inventory: of each item, a node keeps so many units for itself.
///
/// A ring-fence by node, by group of nodes, and by SKU or category. Units available are already net of what
/// others hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KeepStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeepStock {
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// The items it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "ItemScope::is_all")]
    pub items: ItemScope,
    /// How many units of each SKU stay.
    pub units: Quantity,
    /// What each unit below costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for KeepStock {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let (nodes, lines) = (sheet.nodes, sheet.lines);
        for (at, node) in nodes.iter().enumerate().filter(|(_, node)| self.nodes.covers(node)) {
            for (line_at, line) in lines.iter().enumerate().filter(|(_, line)| self.items.covers(line)) {
                let has = node.available.get(&line.sku).map_or(0, |units| units.units());
                sheet.cap(by, at, line_at, has.saturating_sub(self.units.units()));
            }
        }
    }
}
