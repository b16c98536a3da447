//! What happened to stock.

use serde::{Deserialize, Serialize};

use super::{Reservation, ReservationEnd, ReservedItem, StockUnits};
use crate::value::{Instant, NodeId, OrderId, Quantity, ReservationId, SkuId, Text};

/// Something that happened to stock; [`StockEvent::movements`] says what it does to which cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StockEvent {
    /// Units arrived.
    Received(StockReceived),
    /// A count or correction changed the physical units.
    Adjusted(StockAdjusted),
    /// Units became unsellable.
    Blocked(StockBlocked),
    /// Units became sellable again.
    Unblocked(StockUnblocked),
    /// A reservation holds units.
    ReservationOpened(ReservationOpened),
    /// A reservation's expiry moved.
    ReservationExtended(ReservationExtended),
    /// A reservation gave units up.
    ReservationReleased(ReservationReleased),
    /// Held units became allocated.
    ReservationCommitted(ReservationCommitted),
    /// Free units were set aside for an order.
    Allocated(StockAllocated),
    /// Units set aside for an order became free.
    Deallocated(StockDeallocated),
    /// Units set aside for an order left.
    Shipped(StockShipped),
}

/// Units arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockReceived"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockReceived {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// What names the receipt.
    pub reference: Text,
}

/// A count or correction changed the physical units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockAdjusted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockAdjusted {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The change.
    pub delta: i64,
    /// Why.
    pub reason: Text,
    /// Whether the free units were allowed to go below the limit.
    pub force: bool,
}

/// Units became unsellable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockBlocked"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockBlocked {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// Why.
    pub reason: Text,
}

/// Units became sellable again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockUnblocked"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockUnblocked {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// Why.
    pub reason: Text,
}

/// A reservation holds units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReservationOpened"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservationOpened {
    /// The reservation.
    pub reservation: Reservation,
}

/// A reservation's expiry moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReservationExtended"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservationExtended {
    /// The reservation.
    pub reservation: ReservationId,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// A reservation gave units up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReservationReleased"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservationReleased {
    /// The reservation.
    pub reservation: ReservationId,
    /// The units given up.
    pub items: Vec<ReservedItem>,
    /// Why.
    pub end: ReservationEnd,
}

/// Held units became allocated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReservationCommitted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservationCommitted {
    /// The reservation.
    pub reservation: ReservationId,
    /// The units.
    pub items: Vec<ReservedItem>,
}

/// Free units were set aside for an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockAllocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockAllocated {
    /// The order.
    pub order: OrderId,
    /// The units.
    pub units: Vec<StockUnits>,
}

/// Units set aside for an order became free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockDeallocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockDeallocated {
    /// The order.
    pub order: OrderId,
    /// The units.
    pub units: Vec<StockUnits>,
}

/// Units set aside for an order left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockShipped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockShipped {
    /// The order.
    pub order: OrderId,
    /// The units.
    pub units: Vec<StockUnits>,
}
