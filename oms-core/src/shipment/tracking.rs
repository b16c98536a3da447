//! Folding tracking events, whatever order they arrive in.

use serde::{Deserialize, Serialize};

use super::{TrackingDetail, TrackingStatus};
use crate::value::{Instant, Text, TrackingCode, TrackingNumber, TrackingSource};

/// For how long after a delivery a carrier may take it back.
const CORRECTION_WINDOW: chrono::Duration = chrono::Duration::hours(48);

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
    /// The carrier's own words.
    #[serde(default)]
    pub note: Text,
    /// What the status says in detail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<TrackingDetail>,
    /// The carrier's own code. Where the status is unknown, this code is in no table yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<TrackingCode>,
    /// Whose code it is, and who said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<TrackingSource>,
    /// Under which number it goes on, where it was forwarded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarded_to: Option<TrackingNumber>,
    /// Whether the carrier takes back a delivery that it reported by mistake. It counts within 48 hours of that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub correction: bool,
}

impl TrackingEvent {
    /// A scan of which only time and status are known.
    #[must_use]
    pub fn new(at: Instant, status: TrackingStatus) -> Self {
        Self {
            at,
            status,
            location: Text::default(),
            note: Text::default(),
            detail: None,
            code: None,
            source: None,
            forwarded_to: None,
            correction: false,
        }
    }

    /// Whether its code is in no table: the status is unknown, and the carrier's own code is kept.
    #[must_use]
    pub fn is_unmapped(&self) -> bool {
        self.status == TrackingStatus::Unknown && self.detail.is_none() && self.code.is_some()
    }
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
    /// What the stage says in detail, by its latest scan that says more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<TrackingDetail>,
    /// The latest scan of all, whatever it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_scan_at: Option<Instant>,
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
    /// What is wrong, where the carrier says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<TrackingDetail>,
    /// Under which number it goes on, where it was forwarded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarded_to: Option<TrackingNumber>,
    /// What contradicts the rest, in the order of time.
    pub anomalies: Vec<TrackingAnomaly>,
}

/// Folds events, in any order and with any duplicates, into the state of a parcel.
///
/// Events are taken in the order of (time, rank, everything else). A stage may go back only between picked up and
/// failed attempt (re-delivery, misrouting); after delivery only the way back counts, or the carrier's word within
/// 48 hours that the delivery was a mistake; on the way back only its end counts, or a delivery after all. The same
/// status at the same instant, told by two sources, is one scan. A scan of unknown status changes nothing but the time
/// of the last scan. `O(n log n)`.
///
/// ```
/// use oms_core::shipment::{TrackingEvent, TrackingStatus, fold_tracking};
/// let event = |second, status| {
///     TrackingEvent::new(chrono::DateTime::from_timestamp(second, 0).unwrap(), status)
/// };
/// let delivered = event(30, TrackingStatus::Delivered);
/// let events = [delivered.clone(), event(10, TrackingStatus::PickedUp), delivered];
/// assert_eq!(fold_tracking(&events).status, TrackingStatus::Delivered);
/// ```
#[must_use]
pub fn fold_tracking(events: &[TrackingEvent]) -> TrackingState {
    let mut state = TrackingState::default();
    each_in_order(events, |event, again| state.take(event, again));
    state
}

/// A stage that a parcel came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackingStep {
    /// When.
    pub at: Instant,
    /// Which.
    pub status: TrackingStatus,
}

/// Folds as [`fold_tracking`] and keeps every stage that the parcel came to, in the order of time.
#[must_use]
pub fn tracking_steps(events: &[TrackingEvent]) -> (TrackingState, Vec<TrackingStep>) {
    let (mut state, mut steps) = (TrackingState::default(), Vec::new());
    each_in_order(events, |event, again| {
        let before = state.status;
        state.take(event, again);
        if state.status != before {
            steps.push(TrackingStep { at: event.at, status: state.status });
        }
    });
    (state, steps)
}

/// Calls a function with each event in the order of (time, rank, everything else), and whether the one before it is
/// the same scan in other words.
fn each_in_order(events: &[TrackingEvent], mut take: impl FnMut(&TrackingEvent, bool)) {
    let in_order = |one: &TrackingEvent, other: &TrackingEvent| {
        (one.at, one.status.rank()).cmp(&(other.at, other.status.rank())).then_with(|| one.cmp(other))
    };
    if events.is_sorted_by(|one, other| in_order(one, other).is_lt()) {
        each(events.iter(), &mut take);
    } else {
        let mut sorted: Vec<&TrackingEvent> = events.iter().collect();
        sorted.sort_unstable_by(|one, other| in_order(one, other));
        sorted.dedup();
        each(sorted.into_iter(), &mut take);
    }
}

fn each<'e>(sorted: impl Iterator<Item = &'e TrackingEvent>, take: &mut impl FnMut(&TrackingEvent, bool)) {
    let mut last: Option<&TrackingEvent> = None;
    for event in sorted {
        let again = last.is_some_and(|last| last.at == event.at && last.status == event.status);
        take(event, again);
        last = Some(event);
    }
}

impl TrackingState {
    /// Takes the next event; `again` is a scan that another source, or the same in other words, has told already.
    fn take(&mut self, event: &TrackingEvent, again: bool) {
        let next = event.status;
        self.last_scan_at = Some(event.at);
        if next == TrackingStatus::Unknown {
            // A code that is in no table says nothing of the stage, and contradicts none.
            self.detail = event.detail.filter(|_| self.status == next).or(self.detail);
            return;
        }
        if let Some(anomaly) = self.contradiction(event) {
            if !again {
                self.anomalies.push(anomaly);
            }
            return;
        }
        if next.is_flag() {
            self.exception = true;
            self.trouble = event.detail.or(self.trouble.filter(|_| again));
            return;
        }
        match next {
            TrackingStatus::PickedUp => self.picked_up_at = self.picked_up_at.or(Some(event.at)),
            TrackingStatus::Delivered => self.delivered_at = self.delivered_at.or(Some(event.at)),
            TrackingStatus::AttemptFailed if !again => {
                self.failed_attempts = self.failed_attempts.saturating_add(1);
            }
            _ => {}
        }
        if self.status != next {
            self.since = Some(event.at);
            self.detail = None;
        }
        if self.status == TrackingStatus::Delivered && event.correction {
            self.delivered_at = None;
        }
        self.forwarded_to = event.forwarded_to.clone().or(self.forwarded_to.take());
        self.detail = event.detail.or(self.detail);
        self.status = next;
        self.exception = false;
        self.trouble = None;
    }

    fn contradiction(&self, event: &TrackingEvent) -> Option<TrackingAnomaly> {
        let (now, next) = (self.status, event.status);
        if now.is_final() {
            return (next != now).then_some(TrackingAnomaly::ScanAfterEnd);
        }
        if now == TrackingStatus::Delivered {
            let taken_back = event.correction
                && !next.is_flag()
                && self.delivered_at.is_some_and(|delivered| event.at - delivered <= CORRECTION_WINDOW);
            let fine = next == now || next.is_return_leg() || taken_back;
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
