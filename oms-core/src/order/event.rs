//! What happened to an order. The history of an order is its events.

use serde::{Deserialize, Serialize};

use super::{Hold, LineUnits, Order, OrderChange, OrderPayment, OrderPickup, OrderRejection};
use crate::value::{
    HoldId, LineId, LineQuantity, Money, NodeId, Quantity, ReservationId, ShipmentId, SkuId, SupplierId, Text,
};

/// Something that happened to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum OrderEvent {
    /// It was placed.
    Placed(OrderPlaced),
    /// Money came or went back.
    PaymentRecorded(OrderPaymentRecorded),
    /// It passed review.
    Approved(OrderApproved),
    /// It was held.
    HoldOpened(OrderHoldOpened),
    /// A hold was released.
    HoldReleased(OrderHoldReleased),
    /// It was changed, and has to be reviewed anew.
    Changed(OrderChanged),
    /// Units were cancelled.
    UnitsCancelled(OrderUnitsCancelled),
    /// Stock was held for it.
    Reserved(OrderReserved),
    /// Its reservation is over: committed, released or expired.
    ReservationEnded(OrderReservationEnded),
    /// Units were set aside at nodes.
    UnitsAllocated(OrderUnitsAllocated),
    /// Units were given back.
    UnitsDeallocated(OrderUnitsDeallocated),
    /// A warehouse rejected units.
    Rejected(OrderRejected),
    /// A supplier was asked to send units.
    DropShipped(OrderDropShipped),
    /// It waits for its buyer.
    PickupReady(OrderPickupReady),
    /// Its buyer has collected it.
    Collected(OrderCollected),
    /// Nobody came for it in time.
    PickupLapsed(OrderPickupLapsed),
    /// Warehouses were told to pick.
    UnitsReleased(OrderUnitsReleased),
    /// Units left.
    UnitsShipped(OrderUnitsShipped),
    /// Units arrived.
    UnitsDelivered(OrderUnitsDelivered),
    /// It was closed.
    Completed(OrderCompleted),
}

/// It was placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderPlaced"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderPlaced {
    /// The order in its normal form.
    pub order: Box<Order>,
}

/// Money came or went back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderPaymentRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderPaymentRecorded {
    /// The payment.
    pub payment: OrderPayment,
}

/// It passed review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderApproved"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderApproved {}

/// It was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderHoldOpened"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderHoldOpened {
    /// The hold.
    pub hold: Hold,
}

/// A hold was released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderHoldReleased"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderHoldReleased {
    /// The hold.
    pub hold: HoldId,
}

/// It was changed, and has to be reviewed anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderChanged"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderChanged {
    /// What changed.
    pub change: OrderChange,
}

/// Units were cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderUnitsCancelled"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderUnitsCancelled {
    /// Units by line.
    pub lines: Vec<LineQuantity>,
    /// Why.
    pub reason: Text,
}

/// Stock was held for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderReserved"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderReserved {
    /// The reservation.
    pub reservation: ReservationId,
}

/// Its reservation is over: committed, released or expired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderReservationEnded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderReservationEnded {
    /// The reservation.
    pub reservation: ReservationId,
}

/// Units were set aside at nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderUnitsAllocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderUnitsAllocated {
    /// Units by line and node.
    pub units: Vec<LineUnits>,
    /// Whether some of them are kept by lot.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_lot: bool,
    /// Whether work was booked for them at a node whose days are limited.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub booked: bool,
}

/// Units were given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderUnitsDeallocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderUnitsDeallocated {
    /// Units by line and node.
    pub units: Vec<LineUnits>,
    /// Why.
    pub reason: Text,
}

/// A warehouse rejected units, which were given back with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderRejected"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderRejected {
    /// The rejection.
    pub rejection: OrderRejection,
}

/// A supplier was asked to send units from its own node: what the host writes the purchase order from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderDropShipped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderDropShipped {
    /// The node.
    pub node: NodeId,
    /// The supplier.
    pub supplier: SupplierId,
    /// The units.
    pub units: Vec<DropShipUnits>,
}

/// Units that a supplier is asked to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DropShipUnits {
    /// The line.
    pub line: LineId,
    /// The SKU.
    pub sku: SkuId,
    /// How many units.
    pub quantity: Quantity,
    /// What one costs the merchant, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_cost: Option<Money>,
}

/// It waits for its buyer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderPickupReady"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderPickupReady {
    /// Since when and until when.
    pub pickup: OrderPickup,
}

/// Its buyer has collected it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderCollected"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderCollected {}

/// Nobody came for it in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderPickupLapsed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderPickupLapsed {
    /// The units that are free again.
    pub units: Vec<LineUnits>,
    /// What the buyer has paid beyond what is still due.
    pub refund_due: Money,
}

/// Warehouses were told to pick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderUnitsReleased"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderUnitsReleased {
    /// Units by line and node.
    pub units: Vec<LineUnits>,
}

/// Units left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderUnitsShipped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderUnitsShipped {
    /// With which shipment.
    pub shipment: ShipmentId,
    /// Units by line and node.
    pub units: Vec<LineUnits>,
}

/// Units arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderUnitsDelivered"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderUnitsDelivered {
    /// With which shipment.
    pub shipment: ShipmentId,
    /// Units by line.
    pub lines: Vec<LineQuantity>,
}

/// It was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderCompleted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderCompleted {}
