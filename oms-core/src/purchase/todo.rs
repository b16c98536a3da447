//! Purchase to-dos.

use serde::{Deserialize, Serialize};

use super::PurchaseReason;
use crate::value::{Instant, Money, NodeId, Quantity, ReceiptId, SupplierId, Text, TodoId};

/// For which node, from which supplier: of each key at most one to-do of a SKU is live.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TodoKey {
    /// The node; all active nodes together when absent.
    pub node: Option<NodeId>,
    /// The supplier; whoever the buyer chooses when absent.
    pub supplier: Option<SupplierId>,
}

/// Where a to-do stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TodoStatus {
    /// Somebody should buy.
    Open,
    /// Somebody does not want to hear of it until an instant; from then on it is open again.
    Snoozed,
    /// It was ordered.
    Ordered,
    /// The goods have come.
    Received,
    /// It will not be bought, or not any more.
    Cancelled,
}

/// Something to buy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PurchaseTodo {
    /// The to-do.
    pub id: TodoId,
    /// The node; all active nodes together when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// The supplier; whoever the buyer chooses when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<SupplierId>,
    /// Where it stands. A snoozed one whose time is over is open, see [`PurchaseTodo::status_at`].
    pub status: TodoStatus,
    /// How many units to buy, or how many were ordered.
    pub quantity: Quantity,
    /// How many of them have come.
    pub received: Quantity,
    /// What they cost with freight and duty, when the supplier's prices are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landed_cost: Option<Money>,
    /// Until when it is snoozed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<Instant>,
    /// The purchase order's number, or why it was cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// The expected receipt that stands for it among the incoming units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptId>,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
    /// Why, as of the last top-up.
    pub reason: PurchaseReason,
}

impl PurchaseTodo {
    /// Its key.
    #[must_use]
    pub fn key(&self) -> TodoKey {
        TodoKey { node: self.node.clone(), supplier: self.supplier.clone() }
    }

    /// Where it stands at an instant.
    #[must_use]
    pub fn status_at(&self, at: Instant) -> TodoStatus {
        match (self.status, self.snoozed_until) {
            (TodoStatus::Snoozed, Some(until)) if until <= at => TodoStatus::Open,
            (status, _) => status,
        }
    }

    /// Whether it can still be topped up: open or snoozed.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        matches!(self.status, TodoStatus::Open | TodoStatus::Snoozed)
    }

    /// Whether nothing more will become of it.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        matches!(self.status, TodoStatus::Received | TodoStatus::Cancelled)
    }

    /// Units that it adds to the inventory position. None once an expected receipt stands for it, because that is
    /// among the incoming units already.
    #[must_use]
    pub const fn outstanding(&self) -> Quantity {
        match self.status {
            TodoStatus::Open | TodoStatus::Snoozed => self.quantity,
            TodoStatus::Ordered if self.receipt.is_none() => self.quantity.saturating_sub(self.received),
            TodoStatus::Ordered | TodoStatus::Received | TodoStatus::Cancelled => Quantity::ZERO,
        }
    }
}
