//! What people do with to-dos.

use serde::{Deserialize, Serialize};

use crate::value::{Instant, Quantity, ReceiptId, Text};

/// What became of a to-do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TodoChange {
    /// It was ordered.
    Ordered(OrderTodo),
    /// Goods have come.
    Received(ReceiveTodo),
    /// It will not be bought, or the rest not any more. The next review opens a new one if it is still needed: snooze a
    /// to-do to be left alone.
    Cancelled(CancelTodo),
    /// Not before an instant.
    Snoozed(SnoozeTodo),
}

impl TodoChange {
    /// The word for it on the wire.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Ordered(_) => "ordered",
            Self::Received(_) => "received",
            Self::Cancelled(_) => "cancelled",
            Self::Snoozed(_) => "snoozed",
        }
    }
}

/// It was ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderTodo"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderTodo {
    /// How many units were ordered; as many as the to-do says when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// The purchase order's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// The expected receipt that stands for it among the incoming units. Without one the to-do itself counts as on
    /// order until it is received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptId>,
}

/// Goods have come. This closes the to-do; it does not move stock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiveTodo"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiveTodo {
    /// How many units; all that were outstanding when absent. The to-do is received once as many as it says have come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
}

/// It will not be bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CancelTodo"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelTodo {
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Not before an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SnoozeTodo"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SnoozeTodo {
    /// From when on it is open again.
    pub until: Instant,
}
