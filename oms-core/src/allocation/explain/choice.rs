//! What is said about a choice, as data.

use serde::{Deserialize, Serialize};

use super::InputChange;
use crate::value::{Money, NodeId, SkuId};

/// Why these nodes ship. What each candidate would have cost, and what rejected it, is in the plan itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChoiceExplanation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoiceExplanation {
    /// The nodes that ship, sorted.
    pub nodes: Vec<NodeId>,
    /// What the plan costs.
    pub cost: Money,
    /// The best plan there is, where the strategy chose another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<Alternative>,
    /// The best plan in which one of the nodes of the best plan does not ship; absent when nothing ships.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runner_up: Option<Alternative>,
    /// How far the best plan may be from the best that is possible.
    pub gap: BoundGap,
    /// What one more unit would save, most first: the shadow prices of scarce stock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub savings: Vec<UnitSaving>,
    /// The smallest changes of one input with which the best plan would ship from other nodes, by kind, then by size.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flips: Vec<ChoiceFlip>,
}

/// Another plan for the same order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Alternative {
    /// The nodes that would ship, sorted.
    pub nodes: Vec<NodeId>,
    /// What it would cost.
    pub cost: Money,
    /// How much more than the plan it would cost; negative where it is cheaper.
    pub margin: Money,
    /// How many units it would leave.
    pub short_units: u64,
    /// The node that does not ship in it and does in the best plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without: Option<NodeId>,
}

/// What is proved about a cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoundGap {
    /// Whether the best plan is proved to be the best that is possible.
    pub proved: bool,
    /// The lowest cost that has not been ruled out; absent where none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Money>,
}

/// What one more unit of a SKU at a node would save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnitSaving {
    /// The node.
    pub node: NodeId,
    /// The SKU.
    pub sku: SkuId,
    /// By how much the best plan would cost less.
    pub saving: Money,
    /// How many units more would ship.
    pub more_units: u64,
}

/// A change with which the best plan would ship from other nodes; one step less would not do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoiceFlip {
    /// The change.
    pub change: InputChange,
    /// The nodes that would ship then, sorted.
    pub nodes: Vec<NodeId>,
    /// What the plan would cost then.
    pub cost: Money,
}
