//! What was decided, what it costs, what no plan costs less than, and what moved.

use serde::{Deserialize, Serialize};

use super::RowPrices;
use crate::allocation::AllocationPlan;
use crate::value::{LineId, Money, NodeId, OrderId, Quantity};

/// A plan of orders together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JointPlan {
    /// The orders, as they were given.
    pub orders: Vec<JointOrderPlan>,
    /// What all of it costs.
    pub cost: JointCost,
    /// No plan of these orders costs less; where classes are planned one after the other, none that leaves higher
    /// classes their plans. Absent where an order's rules are of kinds that nothing is proved for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lower_bound: Option<Money>,
    /// By how much the cost is above the bound, in millionths of the bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap_per_million: Option<u64>,
    /// What scarce stock and capacity are worth.
    #[serde(default, skip_serializing_if = "RowPrices::is_empty")]
    pub prices: RowPrices,
    /// How often an order was planned.
    pub work: u64,
}

/// What orders together cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JointCost {
    /// The plans, each by its own problem.
    pub plans: Money,
    /// What units count for that do not ship, beside their own price, in orders that are to be filled first.
    pub unfilled: Money,
    /// What units cost that moved.
    pub churn: Money,
    /// The sum of all.
    pub total: Money,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JointOrderPlan {
    /// The order.
    pub order: OrderId,
    /// Which nodes ship what of it, priced and explained by its own problem. Units that only others got are
    /// `left_by_strategy`.
    pub plan: Box<AllocationPlan>,
    /// The units that leave the node where they were planned, sorted by line, then node.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<MovedUnits>,
}

/// Units that leave the node where they were planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MovedUnits {
    /// The line.
    pub line: LineId,
    /// The node where they were planned.
    pub node: NodeId,
    /// How many.
    pub quantity: Quantity,
}
