//! Packing: which items go into which box, where in it, and what that costs.
//!
//! Pure geometry and prices: items, boxes and a tariff in, parcels with places and reasons out. Knows nothing of
//! orders, shipments or carriers' names. [`check_packing`](crate::packing::check_packing) looks at a plan without
//! knowing how it was found.

mod arrange;
mod block;
mod carton;
mod check;
mod draw;
mod error;
mod exact;
mod kind;
mod load;
mod model;
mod pack;
mod packaging;
mod plan;
mod request;
mod rest;
mod space;
mod split;
mod verdict;
mod violation;
mod work;

#[cfg(test)]
mod tests;

pub use carton::{BoxKind, BoxType, PackConflict, PackShipping, conflict_problems};
pub use check::check_packing;
pub use draw::draw_packing;
pub use error::PackError;
pub use pack::pack;
pub use packaging::Packaging;
pub use plan::{
    PackPlacement, PackPlan, PackPosition, PackRotation, PackTried, PackedItem, PackedParcel, UnpackedItem,
    UnpackedReason,
};
pub use request::{PackItem, PackRequest};
pub use verdict::{
    BoxDearer, BoxNotArranged, BoxOutOfStock, BoxTaken, BoxTooFull, BoxTooHeavy, BoxTooSmall, BoxTooSoft,
    BoxWithoutPrice, PackVerdict,
};
pub use violation::{PackRuleBroken, PackViolation};
