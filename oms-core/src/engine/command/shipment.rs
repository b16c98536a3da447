//! Commands that ship and follow parcels.

use serde::{Deserialize, Serialize};

use crate::carrier::{CarrierStrategy, RateShipment};
use crate::shipment::{ParcelDraft, ParcelEvents, WriteBackStatus};
use crate::value::{
    CarrierId, ChannelId, ChannelOrderId, LineQuantity, Money, NodeId, OrderId, ParcelId, ServiceId,
    ShipmentId, Text, TrackingNumber,
};

/// Units leave a node with a carrier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipOrder {
    /// The order.
    pub order: OrderId,
    /// The new shipment.
    pub shipment: ShipmentId,
    /// The node.
    pub node: NodeId,
    /// Which carrier takes it.
    pub carrier: CarrierPick,
    /// Units by line; everything released at the node when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
    /// The parcels.
    pub parcels: Vec<ParcelDraft>,
}

/// Take what the carrier says, in any order and as often as it says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RecordTracking"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordTracking {
    /// The shipment.
    pub shipment: ShipmentId,
    /// The events by parcel.
    pub parcels: Vec<ParcelEvents>,
}

/// Give a parcel its number, or another one. A channel that has confirmed the old one is told the new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NumberParcel"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NumberParcel {
    /// The shipment.
    pub shipment: ShipmentId,
    /// The parcel.
    pub parcel: ParcelId,
    /// The number.
    pub number: TrackingNumber,
}

/// Note what became of telling a channel a parcel's number: sent, confirmed or failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RecordWriteBack"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordWriteBack {
    /// The shipment.
    pub shipment: ShipmentId,
    /// The parcel.
    pub parcel: ParcelId,
    /// The channel.
    pub channel: ChannelId,
    /// The channel's id of the order.
    pub channel_order: ChannelOrderId,
    /// The number that it was told.
    pub number: TrackingNumber,
    /// What became of it.
    pub status: WriteBackStatus,
    /// What the channel said when it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// Which carrier takes a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CarrierPick {
    /// The one that a strategy chooses over the rate cards.
    Choose(ChooseCarrier),
    /// This one; nothing is chosen.
    Named(NamedCarrier),
}

/// Choose a carrier over the rate cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChooseCarrier"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseCarrier {
    /// What decides.
    pub strategy: CarrierStrategy,
    /// What else carriers ask: sizes of packed parcels, declared value, cash on delivery, options. Without parcels it
    /// is priced by the weights of the shipment's parcels where all are weighed, else by what its SKUs weigh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment: Option<RateShipment>,
}

/// A carrier service by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NamedCarrier"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NamedCarrier {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// What it is expected to charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freight: Option<Money>,
}
