//! Tracking: whose number it is, what a carrier's code means, what its messages say, and which parcel needs somebody.
//!
//! Knows carriers' and tracking services' vocabularies, formats and numbers as tables; refuses to know how a message
//! arrives. The vocabulary itself and the fold of events are in [`shipment`](crate::shipment).

mod number;

pub use number::{
    RecogniseTrackingNumber, TrackingNumberCandidate, TrackingNumberReading, fits_tracking_format,
    recognise_tracking_number,
};
