//! Folding tracking events, whatever order they arrive in.

use serde::{Deserialize, Serialize};

use super::TrackingStatus;
use crate::value::{Instant, Text};

/// One scan or message of a carrier.
///
/// Equal events are one event: a parcel's events are a set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingEvent {
    /// When it happened, by the carrier.
    pub at: Instant,
    /// What it says in the normal vocabulary.
    pub status: TrackingStatus,
    /// Where.
    #[serde(default)]
    pub location: Text,
    /// The carrier's own code and words.
    #[serde(default)]
    pub note: Text,
}

/// A tracking event that contradicts what came before it in time. It is kept and changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrackingAnomaly {
    /// A forward scan after delivery.
    ScanAfterDelivered,
    /// A scan after the parcel came back, was lost, destroyed or cancelled.
    ScanAfterEnd,
    /// An earlier stage than the one reached.
    OutOfSequence,
    /// A forward scan on the way back.
    ForwardScanOnReturn,
}

/// Where a parcel stands after all its events.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingState {
    /// The stage.
    pub status: TrackingStatus,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Instant>,
    /// The first pick-up scan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picked_up_at: Option<Instant>,
    /// The first delivery.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<Instant>,
    /// How often delivery failed.
    pub failed_attempts: u32,
    /// Whether the last word was that something is wrong.
    pub exception: bool,
    /// What contradicts the rest, in the order of time.
    pub anomalies: Vec<TrackingAnomaly>,
}

/// Folds events, in any order and with any duplicates, into the state of a parcel.
///
/// Events are taken in the order of (time, rank, status, location, note). A stage may go back only between picked
/// up and failed attempt (re-delivery, misrouting); after delivery only the way back counts; on the way back only
/// its end counts, or a delivery after all. `O(n log n)`.
///
/// ```
/// use oms_core::shipment::{TrackingEvent, TrackingStatus, fold_tracking};
/// let event = |second, status| TrackingEvent {
///     at: chrono::DateTime::from_timestamp(second, 0).unwrap(),
///     status,
///     location: Default::default(),
///     note: Default::default(),
/// };
/// let delivered = event(30, TrackingStatus::Delivered);
/// let events = [delivered.clone(), event(10, TrackingStatus::PickedUp), delivered];
/// assert_eq!(fold_tracking(&events).status, TrackingStatus::Delivered);
/// ```
#[must_use]
pub fn fold_tracking(events: &[TrackingEvent]) -> TrackingState {
    let mut sorted: Vec<&TrackingEvent> = events.iter().collect();
    sorted.sort_by_key(|event| (event.at, event.status.rank(), *event));
    sorted.dedup();
    let mut state = TrackingState::default();
    for event in sorted {
        state.take(event);
    }
    state
}

impl TrackingState {
    fn take(&mut self, event: &TrackingEvent) {
        let next = event.status;
        if let Some(anomaly) = self.contradiction(next) {
            self.anomalies.push(anomaly);
            return;
        }
        if next.is_flag() {
            self.exception = true;
            return;
        }
        match next {
            TrackingStatus::PickedUp => self.picked_up_at = self.picked_up_at.or(Some(event.at)),
            TrackingStatus::Delivered => self.delivered_at = self.delivered_at.or(Some(event.at)),
            TrackingStatus::AttemptFailed => self.failed_attempts = self.failed_attempts.saturating_add(1),
            _ => {}
        }
        if self.status != next {
            self.since = Some(event.at);
        }
        self.status = next;
        self.exception = false;
    }

    fn contradiction(&self, next: TrackingStatus) -> Option<TrackingAnomaly> {
        let now = self.status;
        if now.is_final() {
            return (next != now).then_some(TrackingAnomaly::ScanAfterEnd);
        }
        if now == TrackingStatus::Delivered {
            let fine = next == now || next.is_return_leg();
            return (!fine).then_some(TrackingAnomaly::ScanAfterDelivered);
        }
        if now.is_return_leg() {
            let fine = next.is_return_leg()
                || next.is_final()
                || next.is_flag()
                || next == TrackingStatus::Delivered;
            return (!fine).then_some(TrackingAnomaly::ForwardScanOnReturn);
        }
        let fine = next.is_flag() || next.is_return_leg() || now.may_become(next);
        (!fine).then_some(TrackingAnomaly::OutOfSequence)
    }
}
