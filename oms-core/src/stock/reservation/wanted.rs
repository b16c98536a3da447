//! What somebody wants held, before anybody knows where.

use serde::{Deserialize, Serialize};

use super::ReservedItem;
use crate::catalog::ChosenOption;
use crate::value::{GroupId, LineId, NodeId, Problems, Quantity, SkuId};

/// Units that somebody wants held: at a node, at the nodes of a group, or, where neither is named, at any node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WantedUnits {
    /// The line of the cart or order that they are for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// The SKU.
    pub sku: SkuId,
    /// The one node that may hold them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// The group whose nodes may hold them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// How many units.
    pub quantity: Quantity,
    /// What is chosen of a configurable kit, for each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<ChosenOption>,
}

impl WantedUnits {
    /// The item that holds all of them at their node; nothing where no node is named.
    #[must_use]
    pub fn at_node(&self) -> Option<ReservedItem> {
        let (line, sku, node) = (self.line.clone(), self.sku.clone(), self.node.clone()?);
        Some(ReservedItem { line, sku, node, quantity: self.quantity })
    }

    /// Whether an item holds exactly these units where they were wanted.
    pub(super) fn is_held_by(&self, item: &ReservedItem) -> bool {
        self.group.is_none()
            && self.node.as_ref() == Some(&item.node)
            && self.sku == item.sku
            && self.line == item.line
            && self.quantity == item.quantity
    }

    pub(super) fn check(&self, at: usize, problems: &mut Problems) {
        if self.quantity.is_zero() {
            problems.add("input.out_of_range", format!("/items/{at}/quantity"), "hold at least one unit");
        }
        if self.node.is_some() && self.group.is_some() {
            let message = "name a node or a group, not both";
            problems.add("input.invalid_value", format!("/items/{at}/group"), message);
        }
    }
}

impl From<&ReservedItem> for WantedUnits {
    fn from(item: &ReservedItem) -> Self {
        let (line, sku, node) = (item.line.clone(), item.sku.clone(), Some(item.node.clone()));
        Self { line, sku, node, group: None, quantity: item.quantity, chosen: Vec::new() }
    }
}

/// Held units that their owner gives up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnitsGivenUp {
    /// The line they were for; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// The SKU.
    pub sku: SkuId,
    /// The node that holds them; when absent, any: those that were chosen last are given up first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// How many units.
    pub quantity: Quantity,
}

impl UnitsGivenUp {
    pub(super) fn names(&self, item: &ReservedItem) -> bool {
        self.sku == item.sku
            && self.node.as_ref().is_none_or(|node| *node == item.node)
            && (self.line.is_none() || self.line == item.line)
    }
}
