//! Nodes that rejected the order too often.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::value::{Money, NodeId};

/// Rejects: a node that rejected the order so often is not asked again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MaxRejects"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MaxRejects {
    /// At so many rejections a node is out, at least 1.
    pub most: u32,
    /// How often each node rejected it.
    pub rejects: Vec<NodeRejects>,
    /// What each shipment from there costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// How often a node rejected an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeRejects {
    /// The node.
    pub node: NodeId,
    /// How often.
    pub rejects: u32,
}

impl Rule for MaxRejects {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let out: BTreeSet<_> =
            self.rejects.iter().filter(|row| row.rejects >= self.most).map(|row| &row.node).collect();
        sheet.bar(by, |node| out.contains(&node.node));
    }

    fn check(&self, check: &mut Check<'_>) {
        check.unique("/rejects", self.rejects.iter().map(|row| &row.node));
        if self.most == 0 {
            check.out_of_range("/most", "at least 1; a node that never rejected is not out");
        }
    }
}
