//! What happened to the watch over a SKU.

use serde::{Deserialize, Serialize};

use super::{PurchaseReason, PurchaseTodo, StockAlert};
use crate::value::{Instant, Money, NodeId, Quantity, ReceiptId, Text, TodoId};

/// Something that happened to the to-dos and alerts of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum WatchEvent {
    /// Something should be bought.
    TodoOpened(TodoOpened),
    /// More of it should be bought.
    TodoToppedUp(TodoToppedUp),
    /// It was ordered.
    TodoOrdered(TodoOrdered),
    /// Goods have come.
    TodoReceived(TodoReceived),
    /// It will not be bought, or the rest not any more.
    TodoCancelled(TodoCancelled),
    /// Not before an instant.
    TodoSnoozed(TodoSnoozed),
    /// The free units fell below the lower mark.
    AlertRaised(AlertRaised),
    /// The free units rose above the upper mark, or nobody watches them any more.
    AlertCleared(AlertCleared),
    /// A rule that looks only now and then has looked.
    PeriodReviewed(PeriodReviewed),
}

/// Something should be bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TodoOpened"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodoOpened {
    /// The to-do.
    pub todo: PurchaseTodo,
}

/// More of it should be bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TodoToppedUp"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodoToppedUp {
    /// The to-do.
    pub todo: TodoId,
    /// How many units it says now.
    pub quantity: Quantity,
    /// What they cost with freight and duty, when the supplier's prices are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landed_cost: Option<Money>,
    /// Why.
    pub reason: PurchaseReason,
}

/// It was ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TodoOrdered"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodoOrdered {
    /// The to-do.
    pub todo: TodoId,
    /// How many units were ordered.
    pub quantity: Quantity,
    /// The purchase order's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// The expected receipt that stands for it among the incoming units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptId>,
}

/// Goods have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TodoReceived"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodoReceived {
    /// The to-do.
    pub todo: TodoId,
    /// How many units have come this time.
    pub quantity: Quantity,
}

/// It will not be bought, or the rest not any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TodoCancelled"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodoCancelled {
    /// The to-do.
    pub todo: TodoId,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Not before an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TodoSnoozed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TodoSnoozed {
    /// The to-do.
    pub todo: TodoId,
    /// From when on it is open again.
    pub until: Instant,
}

/// The free units fell below the lower mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AlertRaised"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlertRaised {
    /// The alert.
    pub alert: StockAlert,
}

/// The free units rose above the upper mark, or nobody watches them any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AlertCleared"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlertCleared {
    /// The node; all active nodes together when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// The free units that cleared it.
    pub free: i64,
}

/// A rule that looks only now and then has looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PeriodReviewed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PeriodReviewed {
    /// The node; all active nodes together when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
}
