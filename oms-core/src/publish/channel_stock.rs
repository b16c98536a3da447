//! What a channel was last told of a SKU: one growing version per channel and SKU.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{PublishError, PushReason, PushRule, StockBand, StockBands, push_decision};
use crate::value::{ChannelId, Instant, SkuId};

/// A figure that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishedFigure {
    /// How many units the channel was told there are.
    pub value: i64,
    /// The version: 1 for the first figure, one more for each later one. A receiver ignores versions that it has
    /// passed.
    pub version: u64,
    /// When.
    pub at: Instant,
}

/// What a channel was last told of a SKU, and what it has confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChannelStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelStock {
    /// The channel.
    pub channel: ChannelId,
    /// The SKU.
    pub sku: SkuId,
    /// The last figure sent.
    pub last: PublishedFigure,
    /// The newest version that the channel confirmed; 0 before any.
    pub acknowledged: u64,
    /// The band of the last figure computed, sent or not; absent where nobody watches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<StockBand>,
}

/// What happened to a channel's figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ChannelStockEvent {
    /// The channel is to be told.
    Published(ChannelStockPublished),
    /// The channel confirmed a version.
    Acknowledged(ChannelStockAcknowledged),
    /// The figure came into another band.
    BandCrossed(ChannelStockBandCrossed),
}

/// The channel is to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChannelStockPublished"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelStockPublished {
    /// The channel.
    pub channel: ChannelId,
    /// The SKU.
    pub sku: SkuId,
    /// How many units there are for it.
    pub value: i64,
    /// The version.
    pub version: u64,
    /// When.
    pub at: Instant,
    /// Why it is told.
    pub reason: PushReason,
}

/// The channel confirmed a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChannelStockAcknowledged"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelStockAcknowledged {
    /// The channel.
    pub channel: ChannelId,
    /// The SKU.
    pub sku: SkuId,
    /// The version.
    pub version: u64,
}

/// The figure came into another band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChannelStockBandCrossed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelStockBandCrossed {
    /// The channel.
    pub channel: ChannelId,
    /// The SKU.
    pub sku: SkuId,
    /// The band before; absent when it was not watched before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<StockBand>,
    /// The band now.
    pub to: StockBand,
    /// The figure.
    pub value: i64,
}

impl ChannelStockEvent {
    /// The channel and the SKU that it concerns.
    #[must_use]
    pub const fn of(&self) -> (&ChannelId, &SkuId) {
        match self {
            Self::Published(event) => (&event.channel, &event.sku),
            Self::Acknowledged(event) => (&event.channel, &event.sku),
            Self::BandCrossed(event) => (&event.channel, &event.sku),
        }
    }
}

impl ChannelStock {
    /// Decides what a newly computed figure leads to: sending it, where the rule says so, and an event where it lies in
    /// another band than the last one computed.
    #[must_use]
    pub fn publish(
        known: Option<&Self>,
        (channel, sku): (&ChannelId, &SkuId),
        value: i64,
        (rule, bands): (&PushRule, Option<&StockBands>),
        at: Instant,
    ) -> Vec<ChannelStockEvent> {
        let mut events = Vec::new();
        let (channel, sku) = (channel.clone(), sku.clone());
        let last = known.map(|known| &known.last);
        let decision = push_decision(rule, last, value, at);
        if decision.due {
            let version = last.map_or(0, |last| last.version).saturating_add(1);
            let (channel, sku, reason) = (channel.clone(), sku.clone(), decision.reason);
            let event = ChannelStockPublished { channel, sku, value, version, at, reason };
            events.push(ChannelStockEvent::Published(event));
        }
        let from = known.and_then(|known| known.band);
        if let Some(to) = bands.map(|bands| bands.band(value)).filter(|band| from != Some(*band)) {
            let event = ChannelStockBandCrossed { channel, sku, from, to, value };
            events.push(ChannelStockEvent::BandCrossed(event));
        }
        events
    }

    /// Decides that the channel has confirmed a version. One that it has confirmed or passed before changes nothing.
    ///
    /// # Errors
    /// [`PublishError::NeverSent`] for a version that it was never sent.
    pub fn acknowledge(&self, version: u64) -> Result<Option<ChannelStockEvent>, PublishError> {
        let (channel, sku) = (self.channel.clone(), self.sku.clone());
        if version > self.last.version || version == 0 {
            let (sent, acknowledged) = (self.last.version, version);
            return Err(PublishError::NeverSent { channel, sku, sent, acknowledged });
        }
        let event = ChannelStockAcknowledged { channel, sku, version };
        Ok((version > self.acknowledged).then_some(ChannelStockEvent::Acknowledged(event)))
    }

    /// What is known after an event; `None` where nothing was ever sent. Versions only grow, so a figure that comes
    /// late changes nothing.
    #[must_use]
    pub fn evolve(known: Option<Self>, event: &ChannelStockEvent) -> Option<Self> {
        let Some(mut known) = known else {
            let ChannelStockEvent::Published(event) = event else { return None };
            let (channel, sku) = (event.channel.clone(), event.sku.clone());
            let last = PublishedFigure { value: event.value, version: event.version, at: event.at };
            return Some(Self { channel, sku, last, acknowledged: 0, band: None });
        };
        match event {
            ChannelStockEvent::Published(event) if event.version > known.last.version => {
                known.last = PublishedFigure { value: event.value, version: event.version, at: event.at };
            }
            ChannelStockEvent::Published(_) => {}
            ChannelStockEvent::Acknowledged(event) => {
                known.acknowledged = known.acknowledged.max(event.version);
            }
            ChannelStockEvent::BandCrossed(event) => known.band = Some(event.to),
        }
        Some(known)
    }
}

/// The figures that are still worth sending of a queue: the newest version for each channel and SKU, in their
/// order.
///
/// Sending these leaves every channel where sending all of them would, in whatever order they arrive.
#[must_use]
pub fn coalesce(queue: impl IntoIterator<Item = ChannelStockPublished>) -> Vec<ChannelStockPublished> {
    let mut newest: BTreeMap<(ChannelId, SkuId), ChannelStockPublished> = BTreeMap::new();
    for figure in queue {
        let key = (figure.channel.clone(), figure.sku.clone());
        if newest.get(&key).is_none_or(|known| known.version < figure.version) {
            newest.insert(key, figure);
        }
    }
    newest.into_values().collect()
}
