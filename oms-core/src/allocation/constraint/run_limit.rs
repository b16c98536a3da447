//! Run limits: orders or lines that one node gets in one run.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::allocation::{CapacityMeasure, NodeScope};
use crate::value::{Money, NodeId};

/// Run limits: a node gets at most so many orders or lines in one run, those that it got already included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RunLimit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RunLimit {
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// In what it is counted.
    pub measure: CapacityMeasure,
    /// The most that a node gets in a run.
    pub most: u64,
    /// What nodes got in this run so far; nothing where they are not named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub used: Vec<NodeUse>,
    /// What each order, line, unit, started kilogram or started litre beyond costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// What a node got in a run so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeUse {
    /// The node.
    pub node: NodeId,
    /// How much.
    pub used: u64,
}

impl Rule for RunLimit {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let all = sheet.mask(|_| true);
        let nodes = sheet.nodes;
        let used: BTreeMap<_, _> = self.used.iter().map(|row| (&row.node, row.used)).collect();
        for (at, node) in nodes.iter().enumerate().filter(|(_, node)| self.nodes.covers(node)) {
            let used = used.get(&node.node).copied().unwrap_or(0);
            sheet.measure(by, at, self.measure, &all, self.most.saturating_sub(used));
        }
    }

    fn check(&self, check: &mut Check<'_>) {
        check.unique("/used", self.used.iter().map(|row| &row.node));
    }
}
