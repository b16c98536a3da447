//! Which nodes and which items a constraint speaks of.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{AllocationCandidate, AllocationLine};
use crate::value::{CategoryId, GroupId, LineId, NodeId, SkuId};

/// Nodes by name and by group; all nodes when neither is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeScope {
    /// These nodes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub nodes: BTreeSet<NodeId>,
    /// The nodes of these groups.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub groups: BTreeSet<GroupId>,
}

/// Lines by SKU, by category and by line; all lines when nothing is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemScope {
    /// Lines of these SKUs.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub skus: BTreeSet<SkuId>,
    /// Lines of SKUs of these categories.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub categories: BTreeSet<CategoryId>,
    /// These lines.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub lines: BTreeSet<LineId>,
}

impl NodeScope {
    /// Whether it names nothing, and so means all.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.nodes.is_empty() && self.groups.is_empty()
    }

    /// Whether a candidate is among them.
    #[must_use]
    pub fn covers(&self, candidate: &AllocationCandidate) -> bool {
        self.is_all()
            || self.nodes.contains(&candidate.node)
            || candidate.facts.groups.iter().any(|group| self.groups.contains(group))
    }
}

impl ItemScope {
    /// Whether it names nothing, and so means all.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.skus.is_empty() && self.categories.is_empty() && self.lines.is_empty()
    }

    /// Whether a line is among them.
    #[must_use]
    pub fn covers(&self, line: &AllocationLine) -> bool {
        let of_category = || line.facts.category.as_ref().is_some_and(|one| self.categories.contains(one));
        self.is_all() || self.skus.contains(&line.sku) || self.lines.contains(&line.line) || of_category()
    }
}
