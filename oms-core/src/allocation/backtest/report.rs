//! What came of a back-test.

use serde::{Deserialize, Serialize};

use crate::allocation::AllocationAssignment;
use crate::value::{Money, OrderId};

/// Every strategy's sums, and how each differs from the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestReport {
    /// In the order in which the strategies were given.
    pub scores: Vec<BacktestScore>,
    /// Each strategy after the first against the first.
    pub differences: Vec<PairedDifference>,
}

/// Sums over all orders of the stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacktestScore {
    /// The strategy.
    pub strategy: String,
    /// Orders.
    pub orders: u64,
    /// Orders of which nothing is short.
    pub complete_orders: u64,
    /// Shipments.
    pub shipments: u64,
    /// Orders in more than one shipment.
    pub split_orders: u64,
    /// Units left short.
    pub units_short: u64,
    /// What carriers ask.
    pub freight: Money,
    /// Everything else that plans cost.
    pub other: Money,
    /// What units left short are taken to cost.
    pub short: Money,
    /// The sum of the three.
    pub total: Money,
}

/// How one strategy differs from another on the same orders: below zero is cheaper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PairedDifference {
    /// The strategy.
    pub strategy: String,
    /// What it is compared with.
    pub baseline: String,
    /// Its total less the baseline's.
    pub total: Money,
    /// The lower end of the interval that holds the difference in 95 of 100 resampled histories.
    pub low: Money,
    /// The upper end.
    pub high: Money,
    /// Orders that cost less.
    pub cheaper: u64,
    /// Orders that cost the same.
    pub equal: u64,
    /// Orders that cost more.
    pub dearer: u64,
}

/// Which orders a change of strategy would affect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShadowReport {
    /// The strategy in use.
    pub current: String,
    /// The one considered.
    pub proposed: String,
    /// How many orders were looked at.
    pub orders: u64,
    /// Those that would ship otherwise, in the order of the stream.
    pub changes: Vec<ShadowChange>,
    /// What all changes cost together; below zero is cheaper.
    pub total: Money,
}

/// An order that would ship otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShadowChange {
    /// The order.
    pub order: OrderId,
    /// What ships from where now.
    pub from: Vec<AllocationAssignment>,
    /// What would.
    pub to: Vec<AllocationAssignment>,
    /// Units short under the new strategy less those short now.
    pub units_short: i64,
    /// What the order would cost less what it costs, units short included.
    pub difference: Money,
}
