//! Several nodes together: units from whichever has them first.

use serde::{Deserialize, Serialize};

use super::timeline::backed;
use super::{PromiseBacking, Timeline};
use crate::value::{Instant, NodeId, Quantity};

/// Some of the units: where and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodePromisePart {
    /// Where.
    pub node: NodeId,
    /// When.
    pub at: Instant,
    /// How many units.
    pub quantity: Quantity,
    /// What makes it possible.
    pub backing: PromiseBacking,
}

/// By when units can be had from several nodes together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkPromise {
    /// The first date for all of them; absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Instant>,
    /// As many as possible as soon as possible, by date and node.
    pub parts: Vec<NodePromisePart>,
    /// How many units no date and node allow.
    pub missing: Quantity,
}

/// Splits units over nodes, soonest first, and by node id on one date. No node gives what it promised others.
///
/// `O(n log n)` for `n` rows of all timelines.
#[must_use]
pub fn promise_across(nodes: &[(NodeId, Timeline)], quantity: Quantity) -> NetworkPromise {
    let mut steps = Vec::new();
    for (node, timeline) in nodes {
        steps.extend(timeline.increments().map(|(row, more)| (row.at, node, more, backed(row))));
        let unlimited = timeline.unlimited_from().map(|at| (at, node, i64::MAX, timeline.by_lead_time()));
        steps.extend(unlimited);
    }
    steps.sort_by(|left, right| (left.0, left.1).cmp(&(right.0, right.1)));
    let (mut left, mut parts) = (quantity, Vec::new());
    for (at, node, more, backing) in steps {
        if left.is_zero() {
            break;
        }
        let part = Quantity::try_from(more).unwrap_or(left).min(left);
        left = left.saturating_sub(part);
        parts.push(NodePromisePart { node: node.clone(), at, quantity: part, backing });
    }
    let last = parts.last().map(|part| part.at);
    NetworkPromise { earliest: last.filter(|_| left.is_zero()), parts, missing: left }
}
