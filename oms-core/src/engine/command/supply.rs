//! Commands to dated supply.

use serde::{Deserialize, Serialize};

use crate::supply::ReceiptPlan;
use crate::value::{Instant, LineId, NodeId, OrderId, Quantity, ReceiptId, ReservationId, SkuId, Text};

/// Expect a receipt, or change what is known of one: its date, its quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ExpectStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpectStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The receipt.
    pub receipt: ReceiptId,
    /// What is known of it.
    pub plan: ReceiptPlan,
}

/// Nothing more comes of a receipt; one that has ended stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CancelReceipt"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelReceipt {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The receipt.
    pub receipt: ReceiptId,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Promise units for a date, if that breaks no other promise. The same promise again changes nothing; with another
/// date or quantity it is made anew and does not count against itself.
///
/// A promise bound to a receipt owns units of it, and a reservation holds them when they arrive. One that is bound to
/// none is served from whatever is there by its date; it holds nothing, so stock may still be reserved away from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The promise; the reservation that holds its units once they arrive gets the same id.
    pub promise: ReservationId,
    /// How many units.
    pub quantity: Quantity,
    /// When they have to be there.
    pub due: Instant,
    /// The receipt that it is bound to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptId>,
    /// The order it is for, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// The order line it is for, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// End a promise: its units were handed over, or it is given up. One that has ended stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReleasePromise"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleasePromise {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The promise.
    pub promise: ReservationId,
    /// Whether its units were handed over.
    #[serde(default)]
    pub kept: bool,
}
