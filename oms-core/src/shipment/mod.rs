//! Shipments: what left, in which parcels, and where the carrier says they are.
//!
//! Tracking events form a set: the state is a fold over them in the order of their own time, so the order of arrival
//! and duplicates never matter.

mod decide;
mod detail;
mod error;
mod event;
mod parcel;
mod state;
mod status;
mod tracking;
mod write_back;

#[cfg(test)]
mod tests;

pub use detail::TrackingDetail;
pub use error::ShipmentError;
pub use event::{ParcelEvents, ShipmentCreated, ShipmentEvent, ShipmentNumbered, ShipmentTracked};
pub use parcel::{Parcel, ParcelDraft};
pub use state::{Shipment, ShipmentUnits};
pub use status::{TrackingKind, TrackingStatus};
pub use tracking::{
    TrackingAnomaly, TrackingEvent, TrackingState, TrackingStep, fold_tracking, tracking_steps,
};
pub use write_back::{ShipmentWrittenBack, WriteBack, WriteBackStatus};
