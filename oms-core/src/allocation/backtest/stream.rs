//! What happened: orders as they came, stock as it came in, days as they began.

use serde::{Deserialize, Serialize};

use crate::allocation::AllocationProblem;
use crate::value::{Money, NodeId, OrderId, Problems, Quantity, SkuId};

/// A recorded stream. What nodes have comes from its receipts; what the candidates of its orders say of it is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestStream {
    /// How many shipments nodes can send in a day; a node that is not named has no limit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacity: Vec<BacktestCapacity>,
    /// What happened, in the order in which it did.
    pub events: Vec<BacktestEvent>,
    /// What each unit left short is taken to cost.
    pub short_cost: Money,
}

/// How many shipments a node can send in a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestCapacity {
    /// The node.
    pub node: NodeId,
    /// How many shipments.
    pub shipments: u32,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BacktestEvent {
    /// A day began: capacity is there again.
    Day(BacktestDay),
    /// Units came in.
    Receipt(BacktestReceipt),
    /// An order came.
    Order(BacktestOrder),
}

/// A day began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BacktestDay"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestDay {}

/// Units came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BacktestReceipt"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestReceipt {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
}

/// An order came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BacktestOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestOrder {
    /// The order.
    pub order: OrderId,
    /// What was to be decided.
    pub problem: Box<AllocationProblem>,
}

impl BacktestStream {
    /// Everything wrong with the stream, with the place of each fault.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut found = Problems::new();
        if self.short_cost.is_negative() {
            found.add("input.out_of_range", "/shortCost", "the amount must not be negative");
        }
        for (at, event) in self.events.iter().enumerate() {
            let BacktestEvent::Order(order) = event else { continue };
            let faults = order.problem.problems();
            if !faults.is_empty() {
                found.extend(faults.under(&format!("/events/{at}/problem")));
            }
            if order.problem.currency != self.short_cost.currency() {
                let message = format!("all amounts must be in {}", self.short_cost.currency());
                found.add("money.currency_mismatch", format!("/events/{at}/problem/currency"), message);
            }
        }
        found
    }
}
