//! What channels were told of a parcel's number.

use serde::{Deserialize, Serialize};

use crate::value::{ChannelId, ChannelOrderId, Instant, ParcelId, Text, TrackingNumber};

/// How telling a channel stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WriteBackStatus {
    /// It was sent.
    Sent,
    /// The channel has it.
    Confirmed,
    /// The channel refused it, or could not be reached.
    Failed,
}

/// What one source order of a channel was told of a parcel's number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteBack {
    /// The channel.
    pub channel: ChannelId,
    /// The channel's id of the order.
    pub channel_order: ChannelOrderId,
    /// The number that it was told last.
    pub number: TrackingNumber,
    /// How that stands.
    pub status: WriteBackStatus,
    /// Since when.
    pub at: Instant,
    /// How often this number was sent.
    pub attempts: u32,
    /// How often this number failed.
    pub failures: u32,
    /// The number that it confirmed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<TrackingNumber>,
    /// What the channel said when it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// What became of telling a channel a parcel's number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipmentWrittenBack"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentWrittenBack {
    /// Of which parcel.
    pub parcel: ParcelId,
    /// The channel.
    pub channel: ChannelId,
    /// The channel's id of the order.
    pub channel_order: ChannelOrderId,
    /// The number.
    pub number: TrackingNumber,
    /// How it stands.
    pub status: WriteBackStatus,
    /// When.
    pub at: Instant,
    /// What the channel said when it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl WriteBack {
    /// How telling stands after something became of it. A confirmation is not undone by an answer that comes late.
    pub(super) fn after(before: Option<&Self>, event: &ShipmentWrittenBack) -> Self {
        let same = before.filter(|before| before.number == event.number);
        let count = |status, before: u32| before.saturating_add(u32::from(event.status == status));
        let confirmed = (event.status == WriteBackStatus::Confirmed).then(|| event.number.clone());
        Self {
            channel: event.channel.clone(),
            channel_order: event.channel_order.clone(),
            number: event.number.clone(),
            status: event.status,
            at: event.at,
            attempts: count(WriteBackStatus::Sent, same.map_or(0, |before| before.attempts)),
            failures: count(WriteBackStatus::Failed, same.map_or(0, |before| before.failures)),
            confirmed: confirmed.or_else(|| before?.confirmed.clone()),
            reason: event.reason.clone(),
        }
    }
}
