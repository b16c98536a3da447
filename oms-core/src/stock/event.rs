//! What happened to stock.

use serde::{Deserialize, Serialize};

use super::{
    Reservation, ReservationEnd, ReservedItem, StockCondition, StockTransferAllocated,
    StockTransferGivenBack, StockTransferLost, StockTransferReceived, StockTransferShipped, StockUnits,
};
use crate::catalog::KitComponent;
use crate::value::{CustomerId, Instant, NodeId, OrderId, Quantity, ReceiptId, ReservationId, SkuId, Text};

/// Something that happened to stock; [`StockEvent::movements`] says what it does to which cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StockEvent {
    /// Units arrived.
    Received(StockReceived),
    /// A count or correction changed the physical units.
    Adjusted(StockAdjusted),
    /// Units changed their condition.
    Regraded(StockRegraded),
    /// Units were thrown away.
    Scrapped(StockScrapped),
    /// More or fewer units are expected.
    IncomingChanged(IncomingChanged),
    /// Kits were put together from their components.
    KitAssembled(KitAssembled),
    /// Kits were taken apart into their components.
    KitDisassembled(KitDisassembled),
    /// A reservation holds units.
    ReservationOpened(ReservationOpened),
    /// A reservation's expiry moved.
    ReservationExtended(ReservationExtended),
    /// A reservation gave units up.
    ReservationReleased(ReservationReleased),
    /// Held units became allocated.
    ReservationCommitted(ReservationCommitted),
    /// A reservation holds units at another node.
    ReservationMoved(ReservationMoved),
    /// An order took over what a cart held.
    ReservationAdopted(ReservationAdopted),
    /// Free units were set aside for an order.
    Allocated(StockAllocated),
    /// Units set aside for an order became free.
    Deallocated(StockDeallocated),
    /// Units set aside for an order left.
    Shipped(StockShipped),
    /// Free units were set aside for a transfer.
    TransferAllocated(StockTransferAllocated),
    /// Units set aside for a transfer became free.
    TransferGivenBack(StockTransferGivenBack),
    /// Units left for another node, which expects them from now on.
    TransferShipped(StockTransferShipped),
    /// Units arrived from another node.
    TransferReceived(StockTransferReceived),
    /// Units that left for another node are expected there no longer.
    TransferLost(StockTransferLost),
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
    /// In what condition they are.
    #[serde(default)]
    pub condition: StockCondition,
    /// The expected delivery that they belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptId>,
    /// How many of them had been expected, and are no longer.
    #[serde(default, skip_serializing_if = "Quantity::is_nothing")]
    pub expected: Quantity,
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

/// Units changed their condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockRegraded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockRegraded {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// The condition before.
    pub from: StockCondition,
    /// The condition now.
    pub to: StockCondition,
    /// Why.
    pub reason: Text,
}

/// Units were thrown away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockScrapped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockScrapped {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// The condition they were in.
    pub from: StockCondition,
    /// Why.
    pub reason: Text,
}

/// More or fewer units are expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "IncomingChanged"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncomingChanged {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The expected delivery.
    pub receipt: ReceiptId,
    /// The change.
    pub delta: i64,
}

/// Kits were put together from their components.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KitAssembled"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitAssembled {
    /// The kit.
    pub kit: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many kits.
    pub quantity: Quantity,
    /// What all of them together were made of.
    pub components: Vec<KitComponent>,
}

/// Kits were taken apart into their components.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KitDisassembled"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitDisassembled {
    /// The kit.
    pub kit: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many kits.
    pub quantity: Quantity,
    /// What came out of all of them together.
    pub components: Vec<KitComponent>,
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

/// A reservation holds units at another node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReservationMoved"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservationMoved {
    /// The reservation.
    pub reservation: ReservationId,
    /// The units where they were held.
    pub from: Vec<ReservedItem>,
    /// The same units where they are held now.
    pub to: Vec<ReservedItem>,
}

/// An order took over what a cart held. No unit moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReservationAdopted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservationAdopted {
    /// The reservation.
    pub reservation: ReservationId,
    /// The order.
    pub order: OrderId,
    /// The order's customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The order's class.
    #[serde(default)]
    pub class: u32,
    /// What it holds, each row for a line of the order.
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
