//! Limits learned of history: how long a stage takes on a lane, as a quantile.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::timer::spans;
use super::{ParcelTimer, WatchLane};
use crate::shipment::{TrackingEvent, tracking_steps};
use crate::value::{Instant, Problems};

/// How far a parcel's way is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelHistory {
    /// On which lane.
    pub lane: WatchLane,
    /// Its scans, in any order.
    pub events: Vec<TrackingEvent>,
}

/// A history to learn limits of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LearnParcelLimits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LearnParcelLimits {
    /// Parcels whose way is over, or as far as they came.
    pub history: Vec<ParcelHistory>,
    /// Which quantile, in thousandths: 950 is exceeded by one span in twenty.
    #[serde(default = "p95")]
    pub quantile_milli: u32,
    /// With fewer spans than this a lane has no limit of its own, and its region's, carrier's or all parcels' counts.
    #[serde(default = "twenty")]
    pub min_samples: u32,
    /// No limit is learned below this, in minutes.
    #[serde(default)]
    pub floor_minutes: u32,
}

const fn p95() -> u32 {
    950
}

const fn twenty() -> u32 {
    20
}

/// A limit that was learned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LearnedLimit {
    /// Of which timer.
    pub timer: ParcelTimer,
    /// For which parcels: a lane, a region (no lane), a carrier (neither) or all (nothing).
    pub scope: WatchLane,
    /// The limit in minutes.
    pub minutes: u32,
    /// Of how many spans.
    pub samples: u32,
}

/// Limits that were learned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LearnedLimits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LearnedLimits {
    /// By timer and scope, wider scopes first.
    pub limits: Vec<LearnedLimit>,
}

/// Learns limits: the nearest-rank quantile of the spans of each timer on each lane with enough of them, and of the
/// regions, carriers and all parcels above. Whole minutes, no float. `O(n log n)`.
///
/// # Errors
/// [`Problems`] when the quantile is not 1 to 1000 thousandths or the least number of samples is nothing.
pub fn learn_parcel_limits(request: &LearnParcelLimits) -> Result<LearnedLimits, Problems> {
    let mut problems = Problems::new();
    if !(1..=1000).contains(&request.quantile_milli) {
        problems.add("input.out_of_range", "/quantileMilli", "name 1 to 1000 thousandths");
    }
    if request.min_samples == 0 {
        problems.add("input.out_of_range", "/minSamples", "name at least one");
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut samples: BTreeMap<(ParcelTimer, WatchLane), Vec<i64>> = BTreeMap::new();
    for parcel in &request.history {
        let (state, steps) = tracking_steps(&parcel.events);
        let mut scans: Vec<Instant> = parcel.events.iter().map(|event| event.at).collect();
        scans.sort_unstable();
        scans.dedup();
        if let Some(delivered) = state.delivered_at {
            scans.retain(|at| *at <= delivered);
        }
        for (timer, minutes) in spans(&state, &steps, &scans) {
            for scope in parcel.lane.scopes() {
                samples.entry((timer, scope)).or_default().push(minutes);
            }
        }
    }
    let enough = usize::try_from(request.min_samples).unwrap_or(usize::MAX);
    let mut limits = Vec::new();
    for ((timer, scope), mut spans) in samples.into_iter().filter(|(_, spans)| spans.len() >= enough) {
        spans.sort_unstable();
        let Some(minutes) = quantile(&spans, request.quantile_milli) else { continue };
        let minutes = u32::try_from(minutes).unwrap_or(u32::MAX).max(request.floor_minutes);
        let samples = u32::try_from(spans.len()).unwrap_or(u32::MAX);
        limits.push(LearnedLimit { timer, scope, minutes, samples });
    }
    Ok(LearnedLimits { limits })
}

/// The nearest-rank quantile of sorted spans: the one at `⌈n·q⌉`.
fn quantile(sorted: &[i64], milli: u32) -> Option<i64> {
    let rank = sorted.len().checked_mul(usize::try_from(milli).ok()?)?.div_ceil(1000);
    sorted.get(rank.saturating_sub(1)).copied()
}

impl LearnedLimits {
    /// The limit of the narrowest scope that a lane is in.
    pub(super) fn of(&self, timer: ParcelTimer, lane: &WatchLane) -> Option<&LearnedLimit> {
        let scopes = lane.scopes();
        scopes
            .iter()
            .rev()
            .find_map(|scope| self.limits.iter().find(|limit| limit.timer == timer && limit.scope == *scope))
    }
}
