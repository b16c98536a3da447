//! What is asked of tracking without an engine, beside what the other modules here take.

use serde::{Deserialize, Serialize};

use super::mapping::{TrackingGap, TrackingSourceTable, tracking_gaps, tracking_sources};
use super::number::{TrackingNumberCandidate, tracking_number_formats};
use crate::shipment::{TrackingEvent, TrackingState, fold_tracking};

/// The scans of a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FoldTracking"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FoldTracking {
    /// In any order, as often as they came.
    pub events: Vec<TrackingEvent>,
}

/// Where a parcel stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FoldedTracking"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FoldedTracking {
    /// Where it stands.
    pub state: TrackingState,
    /// The codes that are in no table, counted.
    pub gaps: Vec<TrackingGap>,
}

impl FoldTracking {
    /// Folds the scans, see [`fold_tracking`]; the same scans in any order and number make the same bytes.
    #[must_use]
    pub fn folded(&self) -> FoldedTracking {
        let mut distinct: Vec<&TrackingEvent> = self.events.iter().collect();
        distinct.sort_unstable();
        distinct.dedup();
        FoldedTracking { state: fold_tracking(&self.events), gaps: tracking_gaps(distinct) }
    }
}

/// Asks whose codes and numbers are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskTrackingSources"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskTrackingSources {}

/// Whose codes and numbers are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TrackingSources"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingSources {
    /// By name.
    pub sources: Vec<TrackingSourceTable>,
    /// The formats of tracking numbers that are recognised, each with who published it, by courier and format.
    pub number_formats: Vec<TrackingNumberCandidate>,
}

impl TrackingSources {
    /// The sources that have a table.
    #[must_use]
    pub fn known() -> Self {
        Self { sources: tracking_sources(), number_formats: tracking_number_formats() }
    }
}
