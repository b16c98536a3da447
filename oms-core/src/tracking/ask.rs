//! What is asked of tracking without an engine, beside what the other modules here take.

use serde::{Deserialize, Serialize};

use super::mapping::{TrackingGap, TrackingSourceTable, tracking_gaps, tracking_sources};
use super::message::{ParseTrackingMessage, TrackingMessage, parse_tracking_message};
use super::number::{
    RecogniseTrackingNumber, TrackingNumberCandidate, TrackingNumberReading, recognise_tracking_number,
    tracking_number_formats,
};
use super::watch::{
    LearnParcelLimits, LearnedLimits, ParcelWatch, WatchParcels, learn_parcel_limits, watch_parcels,
};
use super::write_back::{PlanWriteBacks, WriteBackPlan, plan_write_backs};
use crate::shipment::{TrackingEvent, TrackingState, fold_tracking};
use crate::value::Problems;

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

/// Which parcels are late or stuck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WatchParcelsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchParcelsAnswer {
    /// What the watch found.
    pub watch: ParcelWatch,
}

/// How long parcels take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LearnParcelLimitsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LearnParcelLimitsAnswer {
    /// The limits, to be given to the watch.
    pub learned: LearnedLimits,
}

/// Which tracking numbers which channels are to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlanWriteBacksAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanWriteBacksAnswer {
    /// What to send now, and what not.
    pub plan: WriteBackPlan,
}

impl RecogniseTrackingNumber {
    /// Holds the number against every format, see [`recognise_tracking_number`].
    #[must_use]
    pub fn reading(&self) -> TrackingNumberReading {
        recognise_tracking_number(self.number.as_str())
    }
}

impl ParseTrackingMessage {
    /// Reads the message, see [`parse_tracking_message`].
    ///
    /// # Errors
    /// As that.
    pub fn parsed(&self) -> Result<TrackingMessage, Problems> {
        parse_tracking_message(self)
    }
}

impl WatchParcels {
    /// Looks at the parcels, see [`watch_parcels`].
    ///
    /// # Errors
    /// As that.
    pub fn answer(&self) -> Result<WatchParcelsAnswer, Problems> {
        Ok(WatchParcelsAnswer { watch: watch_parcels(self)? })
    }
}

impl LearnParcelLimits {
    /// Learns limits, see [`learn_parcel_limits`].
    ///
    /// # Errors
    /// As that.
    pub fn answer(&self) -> Result<LearnParcelLimitsAnswer, Problems> {
        Ok(LearnParcelLimitsAnswer { learned: learn_parcel_limits(self)? })
    }
}

impl PlanWriteBacks {
    /// Plans, see [`plan_write_backs`].
    ///
    /// # Errors
    /// As that.
    pub fn answer(&self) -> Result<PlanWriteBacksAnswer, Problems> {
        Ok(PlanWriteBacksAnswer { plan: plan_write_backs(self)? })
    }
}
