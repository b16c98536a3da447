//! Commands about the work of nodes: what they reject, and when they close.

use serde::{Deserialize, Serialize};

use crate::order::RejectReason;
use crate::value::{Instant, LineQuantity, NodeId, OrderId, Text};

/// A warehouse does not ship units that are set aside there. They are open again, and what follows depends on the
/// reason and the policy. To plan them anew in the same commit, send `allocate_order` behind it in one batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RejectUnits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RejectUnits {
    /// The order.
    pub order: OrderId,
    /// The node.
    pub node: NodeId,
    /// Why.
    pub reason: RejectReason,
    /// The units by line; everything that is set aside there and has not left when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
    /// Until when the node takes no orders, for reasons that close it; as the policy says when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_until: Option<Instant>,
    /// More words, for people.
    #[serde(default)]
    pub note: Text,
}

/// Let a node take no orders for a while. What it has been given stays with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CloseNode"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseNode {
    /// The node.
    pub node: NodeId,
    /// Until when; until it is opened when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Let a node take orders again; one that is open stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OpenNode"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenNode {
    /// The node.
    pub node: NodeId,
}
