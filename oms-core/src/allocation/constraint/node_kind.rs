//! Node types: only some kinds of node ship.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::allocation::ItemScope;
use crate::network::NodeKind;
use crate::value::Money;

/// Node types: only nodes of these kinds ship. A node of unknown kind does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeKindAllowed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeKindAllowed {
    /// The kinds.
    pub kinds: BTreeSet<NodeKind>,
    /// The items it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "ItemScope::is_all")]
    pub items: ItemScope,
    /// What each unit from another kind of node costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for NodeKindAllowed {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.bar_lines(by, |node, line| {
            self.items.covers(line) && node.facts.traits.kind.is_none_or(|kind| !self.kinds.contains(&kind))
        });
    }
}
