//! What is to be decided: open orders, and what they share.

use serde::{Deserialize, Serialize};

use super::RowPrices;
use crate::allocation::{AllocationAssignment, AllocationProblem, CapacityMeasure};
use crate::value::{Money, NodeId, OrderId};

/// Orders to be planned together.
///
/// Units of a SKU at a node are the same units in every problem: an order sees those that it may take, and all of a
/// class together take no more than the most that one of them sees. In the same way a hard limit of what a node can do
/// for all lines (`capacity`, `run_limit`) holds for all orders that name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JointProblem {
    /// The orders in the sequence in which they would be served one by one; the batch never costs more than that.
    pub orders: Vec<JointOrder>,
    /// What nodes can still do for all orders together, where the problems do not say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacity: Vec<JointCapacity>,
    /// What each unit costs that leaves the node where it was planned, or is no longer shipped; nothing when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub churn_cost: Option<Money>,
    /// What a unit that does not ship counts for, beside its own price, in orders that are to be filled first; more
    /// than any of them can save by leaving it when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unfilled_cost: Option<Money>,
    /// Whether all classes are weighed against each other by money. If not, higher classes are planned before lower
    /// ones, which take what is left.
    #[serde(default)]
    pub across_classes: bool,
    /// Whether units that an order has by the last plan may go to other orders, so that it is short of them. If not,
    /// they may only ship from elsewhere.
    #[serde(default)]
    pub may_take_back: bool,
    /// How often an order may be planned, in all: more work never gives a worse plan. As often as the batch deserves
    /// when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<u64>,
    /// How many threads may help; the plan does not depend on it. One when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threads: Option<u16>,
    /// The prices of the last batch, to start from.
    #[serde(default, skip_serializing_if = "RowPrices::is_empty")]
    pub prices: RowPrices,
}

/// An open order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JointOrder {
    /// The order.
    pub order: OrderId,
    /// How much it matters; higher classes are planned before lower ones.
    #[serde(default)]
    pub class: u32,
    /// Which nodes could ship it. What is planned already counts as available there.
    pub problem: Box<AllocationProblem>,
    /// What ships from where by the last plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<AllocationAssignment>,
}

/// What a node can still do for all orders together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JointCapacity {
    /// The node.
    pub node: NodeId,
    /// In what it is counted.
    pub measure: CapacityMeasure,
    /// How much.
    pub room: u64,
}

impl JointProblem {
    /// Orders that are planned in classes, without churn and with as much work as they deserve.
    #[must_use]
    pub fn new(orders: Vec<JointOrder>) -> Self {
        Self {
            orders,
            capacity: Vec::new(),
            churn_cost: None,
            unfilled_cost: None,
            across_classes: false,
            may_take_back: false,
            work: None,
            threads: None,
            prices: RowPrices::default(),
        }
    }
}

impl JointOrder {
    /// An order of everybody's class that was never planned.
    #[must_use]
    pub fn new(order: OrderId, problem: AllocationProblem) -> Self {
        Self { order, class: 0, problem: Box::new(problem), planned: Vec::new() }
    }
}
