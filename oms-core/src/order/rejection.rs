//! Warehouses that say no: what was rejected, until when the node is not asked again, and how often it happened.

use serde::{Deserialize, Serialize};

use super::Order;
use crate::network::NodeCoolingDown;
use crate::value::{Instant, NodeId};

/// Why a warehouse does not ship what it was to ship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RejectReason {
    /// The units are not where they should be.
    NotFound,
    /// They are broken.
    Damaged,
    /// They may not be good enough.
    Quality,
    /// The node has too much to do.
    NoCapacity,
    /// The node does not work.
    Closed,
    /// The node did not answer in time.
    Timeout,
}

impl RejectReason {
    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Damaged => "damaged",
            Self::Quality => "quality",
            Self::NoCapacity => "no_capacity",
            Self::Closed => "closed",
            Self::Timeout => "timeout",
        }
    }
}

/// A node that rejected units of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderRejection {
    /// The node.
    pub node: NodeId,
    /// Why.
    pub reason: RejectReason,
    /// When.
    pub at: Instant,
    /// Until when it is not asked for this order; asked at once when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cools_until: Option<Instant>,
}

impl Order {
    /// That a node rejected units of the order a short while ago and is not asked again yet.
    #[must_use]
    pub fn cools_down(&self, node: &NodeId, at: Instant) -> Option<NodeCoolingDown> {
        let of_node = self.rejections.iter().filter(|rejection| rejection.node == *node);
        let until = of_node.filter_map(|rejection| rejection.cools_until).max()?;
        (at < until).then_some(NodeCoolingDown { until })
    }
}
