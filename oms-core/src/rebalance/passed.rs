//! Why nothing moves between two nodes of which one could give and the other needs.

use serde::{Deserialize, Serialize};

use crate::value::{Money, NodeId, SkuId};

/// A pair of nodes between which nothing is suggested to move, although one can give and the other needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalancePassed {
    /// The SKU.
    pub sku: SkuId,
    /// The node that could give.
    pub from: NodeId,
    /// The node that needs.
    pub to: NodeId,
    /// Why nothing moves.
    pub reason: RebalanceReason,
}

/// Why nothing moves between two nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum RebalanceReason {
    /// There is no lane between them.
    NoLane(RebalanceWithoutLane),
    /// Moving a unit costs at least what it saves.
    TooDear(RebalanceTooDear),
    /// Other pairs make more of the units.
    LostTo(RebalanceLostTo),
}

/// There is no lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RebalanceWithoutLane"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceWithoutLane {}

/// Moving costs too much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RebalanceTooDear"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceTooDear {
    /// What moving one unit costs.
    pub unit_cost: Money,
    /// What the first unit saves: its margin times how much of a sale would be lost without it, rounded down. Nothing
    /// where no sale is expected to be lost within the horizon.
    pub unit_saved: Money,
}

/// Other pairs make more of the units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RebalanceLostTo"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceLostTo {
    /// What moving one unit costs.
    pub unit_cost: Money,
    /// What the first unit saves, rounded down.
    pub unit_saved: Money,
    /// By how much the plan as a whole would save less if one unit had to move between these two and all others were
    /// planned anew around it, rounded down. Nothing: an equally good plan exists.
    pub worse_by: Money,
}
