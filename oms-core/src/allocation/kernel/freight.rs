//! Freight as a staircase of weight: the cheapest of a node's services, and a line that never lies above it.

use super::order::SCALE;

/// A carrier service from a node: prices for bands of weight, then a price for every started step.
///
/// A parcel of `w` grams costs the price of the first band that reaches `w`; above the bands (or without any)
/// `base + step_cost * ceil((w - from) / step_grams)`, and it is refused above `max_grams`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// The price before the first step, lateness and whatever else a shipment by this service costs included.
    pub base: i64,
    /// The price of each started step.
    pub step_cost: i64,
    /// The step in grams; 0 for a price that does not depend on the weight.
    pub step_grams: u64,
    /// Where steps begin: the top of the last band, or 0.
    pub from: u64,
    /// The heaviest shipment taken.
    pub max_grams: u64,
    /// How many bands, of those handed over with the service.
    pub bands: u32,
}

impl Service {
    /// A service without bands: `base + step_cost * ceil(w / step_grams)`.
    #[must_use]
    pub const fn steps(base: i64, step_cost: i64, step_grams: u64, max_grams: u64) -> Self {
        Self { base, step_cost, step_grams, from: 0, max_grams, bands: 0 }
    }

    /// A service that costs the same whatever the weight.
    #[must_use]
    pub const fn flat(price: i64) -> Self {
        Self::steps(price, 0, 0, u64::MAX)
    }
}

/// A fixed price up to a weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// The heaviest that belongs to the band, itself included.
    pub up_to: u64,
    /// The price.
    pub price: i64,
}

/// The bands of a service among all bands.
#[inline]
pub(super) fn own_bands<'b>(service: &Service, first: u32, bands: &'b [Band]) -> &'b [Band] {
    let first = first as usize;
    bands.get(first..first.saturating_add(service.bands as usize)).unwrap_or_default()
}

/// The price of a weight in scaled cost, `None` if the service refuses it.
#[inline]
pub(super) fn price(service: &Service, bands: &[Band], grams: u64) -> Option<i64> {
    if grams > service.max_grams {
        return None;
    }
    if let Some(band) = bands.iter().find(|band| band.up_to >= grams) {
        return Some(band.price);
    }
    Some(service.base.wrapping_add(service.step_cost.wrapping_mul(steps(service, grams))))
}

#[inline]
fn steps(service: &Service, grams: u64) -> i64 {
    let above = grams.saturating_sub(service.from);
    // Half the width divides twice as fast, and nearly all weights fit.
    let steps = match (u32::try_from(above), u32::try_from(service.step_grams)) {
        (Ok(above), Ok(step)) => u64::from(
            above
                .checked_div(step)
                .map_or(0, |whole| whole.wrapping_add(u32::from(whole.wrapping_mul(step) < above))),
        ),
        _ => {
            if service.step_grams == 0 {
                0
            } else {
                above.div_ceil(service.step_grams)
            }
        }
    };
    i64::try_from(steps).unwrap_or(i64::MAX)
}

/// A line under the staircase: `at_zero + per_gram * w`, the slope as a fraction with denominator `2^SLOPE_BITS`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Floor {
    pub(super) at_zero: i64,
    pub(super) slope: i64,
}

pub(super) const SLOPE_BITS: u32 = 20;

impl Floor {
    /// What a weight costs at least by the slope alone, rounded down.
    #[inline]
    pub(super) fn of(self, grams: u64) -> i64 {
        // Nearly all products fit into half the width.
        match i64::try_from(grams).ok().and_then(|grams| self.slope.checked_mul(grams)) {
            Some(cost) => cost >> SLOPE_BITS,
            None => {
                let cost = i128::from(self.slope).wrapping_mul(i128::from(grams)) >> SLOPE_BITS;
                i64::try_from(cost).unwrap_or(i64::MAX)
            }
        }
    }
}

/// A corner of the staircase: the heaviest weight at a price.
pub(super) type Corner = (u64, i64);

/// The corners that can touch a line from below, up to the heaviest shipment that can occur: the cheapest of each
/// weight.
pub(super) fn corners(service: &Service, bands: &[Band], heaviest: u64, out: &mut Vec<Corner>) {
    let top = heaviest.min(service.max_grams);
    let mut keep = |grams: u64, price: i64| match out.iter_mut().find(|known| known.0 == grams) {
        Some(known) => known.1 = known.1.min(price),
        None => out.push((grams, price)),
    };
    for band in bands {
        keep(band.up_to.min(top), band.price);
        if band.up_to >= top {
            return;
        }
    }
    let count = steps(service, top);
    let price = |steps: i64| service.base.wrapping_add(service.step_cost.wrapping_mul(steps));
    let end = |steps: i64| {
        let steps = u64::try_from(steps).unwrap_or(0);
        service.from.saturating_add(service.step_grams.saturating_mul(steps))
    };
    if count >= 1 {
        keep(end(1).min(top), price(1));
    }
    if count >= 3 {
        keep(end(count.wrapping_sub(1)), price(count.wrapping_sub(1)));
    }
    if count != 1 {
        keep(top, price(count));
    }
}

/// The edge of the lower hull of the corners over a weight, never falling. The corners' order is lost.
pub(super) fn floor(corners: &mut [Corner], about: u64) -> Floor {
    corners.sort_unstable();
    let lowest = corners.iter().map(|(_, price)| *price).min().unwrap_or(0);
    let flat = Floor { at_zero: lowest, slope: 0 };
    // The hull to the right of the last of the lowest corners: only there does it rise.
    let from = corners.iter().rposition(|(_, price)| *price == lowest).unwrap_or(0);
    let mut best: Option<(Corner, Corner)> = None;
    let mut left = corners.get(from).copied().unwrap_or_default();
    loop {
        let rest = corners.iter().filter(|(grams, _)| *grams > left.0);
        let flattest =
            rest.copied().reduce(|known, other| if is_as_flat(left, other, known) { other } else { known });
        let Some(right) = flattest else { break };
        best = Some((left, right));
        if right.0 >= about {
            break;
        }
        left = right;
    }
    let Some((left, right)) = best.filter(|(left, _)| left.0 <= about) else { return flat };
    let run = i64::try_from(right.0.wrapping_sub(left.0)).unwrap_or(i64::MAX);
    let rise = right.1.wrapping_sub(left.1).max(0);
    let slope = match rise.checked_mul(1 << SLOPE_BITS) {
        Some(rise) => rise.wrapping_div(run.max(1)),
        None => rise.wrapping_div(run.max(1)).saturating_mul(1 << SLOPE_BITS),
    };
    let line = Floor { at_zero: 0, slope };
    // The highest that the line may start without passing above a corner.
    let room = corners.iter().map(|(grams, price)| price.saturating_sub(line.of(*grams)).wrapping_sub(1));
    Floor { at_zero: room.min().unwrap_or(lowest), slope }
}

/// Whether the way from the left to one corner rises no faster than that to another.
fn is_as_flat(left: Corner, one: Corner, other: Corner) -> bool {
    let (run, rise) = (one.0.wrapping_sub(left.0), one.1.wrapping_sub(left.1));
    let (other_run, other_rise) = (other.0.wrapping_sub(left.0), other.1.wrapping_sub(left.1));
    let product = |rise: i64, run: u64| rise.checked_mul(i64::try_from(run).ok()?);
    match (product(rise, other_run), product(other_rise, run)) {
        (Some(own), Some(others)) => own <= others,
        _ => {
            let wide = |rise: i64, run: u64| i128::from(rise).wrapping_mul(i128::from(run));
            wide(rise, other_run) <= wide(other_rise, run)
        }
    }
}

impl Service {
    /// Whether this one is never cheaper than another and takes no heavier shipment.
    pub(super) const fn is_beaten_by(&self, other: &Self) -> bool {
        self.bands == 0
            && other.bands == 0
            && self.from == other.from
            && self.step_grams == other.step_grams
            && self.max_grams <= other.max_grams
            && self.base >= other.base
            && self.step_cost >= other.step_cost
    }

    /// The same with scaled costs.
    pub(super) const fn scaled(self) -> Self {
        Self {
            base: self.base.saturating_mul(SCALE),
            step_cost: self.step_cost.saturating_mul(SCALE),
            ..self
        }
    }
}
