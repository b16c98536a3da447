//! Parcels of a shipment.

use serde::{Deserialize, Serialize};

use super::{TrackingEvent, TrackingState, WriteBack, fold_tracking};
use crate::value::{ChannelId, ChannelOrderId, LineQuantity, ParcelId, TrackingNumber, Weight};

/// A parcel as packed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelDraft {
    /// The parcel; unique within the shipment.
    pub id: ParcelId,
    /// The carrier's number; may come later in life of other carriers, here it comes with the parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<TrackingNumber>,
    /// What it weighs, when weighed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// What is in it; a single parcel may leave this empty and holds everything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
}

/// A parcel and everything its carrier said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Parcel {
    /// The parcel.
    pub id: ParcelId,
    /// The carrier's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<TrackingNumber>,
    /// What it weighs, when weighed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// What is in it.
    pub lines: Vec<LineQuantity>,
    /// The carrier's events: a set, sorted.
    pub events: Vec<TrackingEvent>,
    /// What channels were told of its number, by channel and channel order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<WriteBack>,
}

impl Parcel {
    /// What a source order of a channel was told of its number.
    #[must_use]
    pub fn told(&self, channel: &ChannelId, order: &ChannelOrderId) -> Option<&WriteBack> {
        self.told.iter().find(|told| told.channel == *channel && told.channel_order == *order)
    }

    /// Where it stands.
    #[must_use]
    pub fn tracking(&self) -> TrackingState {
        fold_tracking(&self.events)
    }
}
