//! The timers that run over a parcel, and which of them run now.

use serde::{Deserialize, Serialize};

use super::WatchedParcel;
use crate::shipment::{TrackingDetail, TrackingState, TrackingStatus, TrackingStep};
use crate::value::Instant;

/// A span that a parcel should not exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ParcelTimer {
    /// From paid to shipped.
    PayToShip,
    /// From shipped to the first scan of the carrier: a parcel that was never handed over looks like this.
    PickupScan,
    /// From picked up to the next scan.
    FirstMovement,
    /// From the last scan to any.
    NoUpdate,
    /// From picked up to out for delivery.
    Transit,
    /// From out for delivery to delivered.
    Delivery,
    /// From available for pick-up to collected.
    StationDwell,
    /// From customs to released.
    Customs,
    /// From the start of the way back to returned.
    Return,
    /// From shipped to delivered, by what was guaranteed.
    DeliverBy,
}

impl ParcelTimer {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::PayToShip,
        Self::PickupScan,
        Self::FirstMovement,
        Self::NoUpdate,
        Self::Transit,
        Self::Delivery,
        Self::StationDwell,
        Self::Customs,
        Self::Return,
        Self::DeliverBy,
    ];

    /// The limit in minutes where no rule names one and none was learned; `None` where it takes one of these.
    #[must_use]
    pub const fn default_minutes(self) -> Option<u32> {
        match self {
            Self::PayToShip | Self::NoUpdate => Some(48 * 60),
            Self::PickupScan | Self::FirstMovement | Self::Delivery => Some(24 * 60),
            Self::StationDwell => Some(3 * 24 * 60),
            Self::Customs => Some(5 * 24 * 60),
            Self::Return => Some(10 * 24 * 60),
            Self::Transit | Self::DeliverBy => None,
        }
    }
}

/// A timer that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Running {
    pub(super) timer: ParcelTimer,
    pub(super) since: Instant,
    /// When it must stop, where that was guaranteed.
    pub(super) by: Option<Instant>,
}

/// The timers that run over a parcel.
pub(super) fn running(parcel: &WatchedParcel, state: &TrackingState, steps: &[TrackingStep]) -> Vec<Running> {
    use TrackingStatus as Is;
    let mut found = Vec::new();
    let mut run = |timer, since: Option<Instant>, by| {
        if let Some(since) = since {
            found.push(Running { timer, since, by });
        }
    };
    let now = state.status;
    if parcel.shipped_at.is_none() && steps.is_empty() {
        run(ParcelTimer::PayToShip, parcel.paid_at, parcel.ship_by);
    }
    let over = now.is_final() || now == Is::Delivered;
    if !over && state.delivered_at.is_none() {
        run(
            ParcelTimer::DeliverBy,
            parcel.shipped_at.or(parcel.paid_at).filter(|_| parcel.deliver_by.is_some()),
            parcel.deliver_by,
        );
    }
    if over {
        return found;
    }
    let moved = steps.iter().any(|step| step.status.rank() >= Is::PickedUp.rank());
    if !moved && !now.is_return_leg() {
        run(ParcelTimer::PickupScan, parcel.shipped_at, parcel.pickup_scan_by);
        return found;
    }
    run(ParcelTimer::NoUpdate, state.last_scan_at, None);
    match now {
        Is::PickedUp if state.last_scan_at == state.since => {
            run(ParcelTimer::FirstMovement, state.since, None);
        }
        Is::OutForDelivery => run(ParcelTimer::Delivery, state.since, None),
        Is::AvailableForPickup => run(ParcelTimer::StationDwell, state.since, None),
        Is::Customs if state.detail != Some(TrackingDetail::CustomsReleased) => {
            run(ParcelTimer::Customs, state.since, None);
        }
        _ => {}
    }
    if now.is_return_leg() {
        run(ParcelTimer::Return, start_of_return(steps), None);
    } else if !steps.iter().any(|step| step.status.rank() >= Is::OutForDelivery.rank()) {
        run(ParcelTimer::Transit, state.picked_up_at, None);
    }
    found
}

/// Since when the parcel is on its way back without a break.
fn start_of_return(steps: &[TrackingStep]) -> Option<Instant> {
    steps.iter().rev().take_while(|step| step.status.is_return_leg()).last().map(|step| step.at)
}

/// The spans that a parcel took, as far as they are over: what limits are learned of.
pub(super) fn spans(
    state: &TrackingState,
    steps: &[TrackingStep],
    scans: &[Instant],
) -> Vec<(ParcelTimer, i64)> {
    use TrackingStatus as Is;
    let mut found = Vec::new();
    let minutes = |from: Instant, to: Instant| (to - from).num_minutes().max(0);
    for (from, to) in scans.iter().zip(scans.iter().skip(1)) {
        found.push((ParcelTimer::NoUpdate, minutes(*from, *to)));
    }
    let picked = state.picked_up_at;
    let out = steps.iter().find(|step| step.status == Is::OutForDelivery).map(|step| step.at);
    if let (Some(picked), Some(out)) = (picked, out.filter(|out| Some(*out) >= picked)) {
        found.push((ParcelTimer::Transit, minutes(picked, out)));
    }
    if let Some(next) = picked.and_then(|picked| Some((picked, *scans.iter().find(|at| **at > picked)?))) {
        found.push((ParcelTimer::FirstMovement, minutes(next.0, next.1)));
    }
    for (step, next) in steps.iter().zip(steps.iter().skip(1)) {
        let timer = match (step.status, next.status) {
            (Is::OutForDelivery, Is::Delivered) => ParcelTimer::Delivery,
            (Is::AvailableForPickup, _) => ParcelTimer::StationDwell,
            (Is::Customs, _) => ParcelTimer::Customs,
            (Is::Returning, Is::Returned) => ParcelTimer::Return,
            _ => continue,
        };
        found.push((timer, minutes(step.at, next.at)));
    }
    found
}
