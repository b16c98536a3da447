//! What happened to a shipment.

use serde::{Deserialize, Serialize};

use super::{Shipment, ShipmentWrittenBack, TrackingEvent};
use crate::value::{ParcelId, TrackingNumber};

/// Something that happened to a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ShipmentEvent {
    /// It left.
    Created(ShipmentCreated),
    /// The carrier said something new.
    Tracked(ShipmentTracked),
    /// A parcel got its number, or another one.
    Numbered(ShipmentNumbered),
    /// A channel was told a parcel's number.
    WrittenBack(ShipmentWrittenBack),
}

/// It left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipmentCreated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentCreated {
    /// The shipment.
    pub shipment: Shipment,
}

/// The carrier said something new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipmentTracked"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentTracked {
    /// What, by parcel.
    pub parcels: Vec<ParcelEvents>,
}

/// A parcel got its number, or another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipmentNumbered"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentNumbered {
    /// Which parcel.
    pub parcel: ParcelId,
    /// The number.
    pub number: TrackingNumber,
}

/// Tracking events of one parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelEvents {
    /// The parcel.
    pub parcel: ParcelId,
    /// Its events, in any order; those known already are passed over.
    pub events: Vec<TrackingEvent>,
}
