//! What happened to a quota, and what that does to which cell.

use serde::{Deserialize, Serialize};

use super::{QuotaGroup, QuotaPart};
use crate::value::{NodeId, Quantity, ReservationId};

/// What happened to the quotas of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum QuotaEvent {
    /// Free units were ring-fenced.
    Allocated(QuotaAllocated),
    /// Ring-fenced units went to another group or node.
    Reallocated(QuotaReallocated),
    /// Ring-fenced units became free.
    Unallocated(QuotaUnallocated),
    /// A reservation took ring-fenced units.
    Consumed(QuotaConsumed),
    /// A reservation gave ring-fenced units back.
    Restored(QuotaRestored),
    /// Units that a reservation took are sold for good.
    Settled(QuotaSettled),
}

/// Free units were ring-fenced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuotaAllocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaAllocated {
    /// For whom, where and how many.
    pub part: QuotaPart,
}

/// Ring-fenced units went to another group or node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuotaReallocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaReallocated {
    /// Whose they were, where they lay and how many.
    pub from: QuotaPart,
    /// For whom they are now.
    pub to_group: QuotaGroup,
    /// Where they lie now.
    pub to_node: NodeId,
}

/// Ring-fenced units became free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuotaUnallocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaUnallocated {
    /// Whose, where and how many.
    pub part: QuotaPart,
}

/// A reservation took ring-fenced units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuotaConsumed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaConsumed {
    /// The reservation.
    pub reservation: ReservationId,
    /// Whose units, where and how many.
    pub parts: Vec<QuotaPart>,
}

/// A reservation gave ring-fenced units back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuotaRestored"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaRestored {
    /// The reservation.
    pub reservation: ReservationId,
    /// Whose units, where and how many.
    pub parts: Vec<QuotaPart>,
}

/// Units that a reservation took are sold for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuotaSettled"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaSettled {
    /// The reservation.
    pub reservation: ReservationId,
    /// Whose units, where and how many.
    pub parts: Vec<QuotaPart>,
}

/// What an event does to the held units of the SKU's cell at a node: ring-fenced units are held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotaMovement {
    /// The node.
    pub node: NodeId,
    /// The change of its held units.
    pub held: i64,
}

impl QuotaEvent {
    /// What the event does to which cell of the SKU. A reservation that takes ring-fenced units holds them itself, so
    /// consuming lets go of them here.
    #[must_use]
    pub fn movements(&self) -> Vec<QuotaMovement> {
        let row = |node: &NodeId, quantity: Quantity, sign: i64| QuotaMovement {
            node: node.clone(),
            held: quantity.signed().saturating_mul(sign),
        };
        let rows = |parts: &[QuotaPart], sign| {
            parts.iter().map(|part| row(&part.node, part.quantity, sign)).collect()
        };
        match self {
            Self::Allocated(event) => vec![row(&event.part.node, event.part.quantity, 1)],
            Self::Unallocated(event) => vec![row(&event.part.node, event.part.quantity, -1)],
            Self::Reallocated(event) if event.from.node == event.to_node => vec![],
            Self::Reallocated(event) => vec![
                row(&event.from.node, event.from.quantity, -1),
                row(&event.to_node, event.from.quantity, 1),
            ],
            Self::Consumed(event) => rows(&event.parts, -1),
            Self::Restored(event) => rows(&event.parts, 1),
            Self::Settled(_) => vec![],
        }
    }
}
