//! How a node stands to an order that comes now: when it would have it ready, or why it is left out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::value::{Instant, NodeId, Text};

/// That a node takes no orders until an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeClosure {
    /// From when on it takes orders again; not until it is opened when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

impl NodeClosure {
    /// Whether it holds at an instant.
    #[must_use]
    pub fn holds_at(&self, at: Instant) -> bool {
        self.until.is_none_or(|until| at < until)
    }
}

/// How a node stands to an order, where its calendar, its capacity or its past has a say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeStanding {
    /// The node.
    pub node: NodeId,
    /// The first day on which it could work on the order, by its calendar; the day it is booked for, if it ships.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// When it has an order of no units ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ready_at: Option<Instant>,
    /// Whether the order came after the cut-off of a day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_cut_off: bool,
    /// How many units of the order it has room for, where that is fewer than it was to ship.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room_units: Option<u64>,
    /// Why it is left out, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<NodeLeftOut>,
}

/// Why a node is left out of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum NodeLeftOut {
    /// It was closed for a while.
    Closed(NodeClosedUntil),
    /// Its calendar has no opening from now on.
    NeverOpen(NodeNeverOpen),
    /// Every day on which the order could be worked there is full.
    NoCapacity(NodeFull),
    /// It rejected the order a short while ago.
    CoolingDown(NodeCoolingDown),
    /// The buyer collects the order elsewhere.
    CollectedElsewhere(NodeNotVisited),
}

/// It was closed for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeClosedUntil"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeClosedUntil {
    /// Until when and why.
    pub closure: NodeClosure,
}

/// Its calendar has no opening from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeNeverOpen"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeNeverOpen {}

/// Every day on which the order could be worked there is full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeFull"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeFull {
    /// The first day looked at.
    pub from: NaiveDate,
    /// The last day looked at.
    pub until: NaiveDate,
}

/// It rejected the order a short while ago.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeCoolingDown"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeCoolingDown {
    /// From when on it is asked again.
    pub until: Instant,
}

/// The buyer collects the order elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeNotVisited"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeNotVisited {
    /// Where.
    pub collected_at: NodeId,
}
