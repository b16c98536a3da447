//! Tracking: whose number it is, what a carrier's code means, what its messages say, and which parcel needs somebody.
//!
//! Knows carriers' and tracking services' vocabularies, formats and numbers as tables; refuses to know how a message
//! arrives. The vocabulary itself and the fold of events are in [`shipment`](crate::shipment).

mod ask;
mod mapping;
mod message;
mod number;
mod watch;
mod write_back;

pub use ask::{
    AskTrackingSources, FoldTracking, FoldedTracking, LearnParcelLimitsAnswer, PlanWriteBacksAnswer,
    TrackingSources, WatchParcelsAnswer,
};
pub use mapping::{
    MapTrackingCode, MappedTrackingCode, TrackingCodeRow, TrackingGap, TrackingMeaning, TrackingSourceTable,
    classify_tracking_text, map_tracking_code, tracking_gaps, tracking_sources,
};
pub use message::{
    ParseTrackingMessage, TrackingFormat, TrackingMessage, TrackingMessageParcel, parse_tracking_message,
};
pub use number::{
    RecogniseTrackingNumber, TrackingNumberCandidate, TrackingNumberReading, fits_tracking_format,
    recognise_tracking_number, tracking_number_formats,
};
pub use watch::{
    AlertLevel, GuaranteedBasis, LearnParcelLimits, LearnedBasis, LearnedLimit, LearnedLimits, LimitBasis,
    ParcelAlert, ParcelHistory, ParcelTimer, ParcelWatch, RuleBasis, TimerRule, UsualBasis, WatchLane,
    WatchParcels, WatchTerms, WatchedParcel, learn_parcel_limits, watch_parcels,
};
pub use write_back::{
    ChannelCarrier, PlanWriteBacks, WriteBackDue, WriteBackMoment, WriteBackParcel, WriteBackParcels,
    WriteBackPlan, WriteBackPolicy, WriteBackSource, WriteBackWait, WriteBackWaiting, plan_write_backs,
};
