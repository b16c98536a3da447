//! Waves: which orders are picked together, in which order, along which way.

mod fill;
mod group;
mod location;
mod pick;
mod plan;
mod request;
mod swap;
mod verify;

pub use location::location_order;
pub use plan::{Wave, WaveClosed, WaveKind, WaveLeft, WaveLeftReason, WavePlan, build_waves};
pub use request::{WaveAxis, WaveLine, WaveOrder, WaveRequest};
pub use verify::{ParcelCheck, ParcelFinding, ParcelVerdict, ScannedUnits, WeightGap, check_parcel};
