//! Units by the instant from which they are there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::value::{Instant, Problems, Quantity, SkuId};

/// Units at an instant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderUnitsAt {
    /// When.
    pub at: Instant,
    /// How many units.
    pub quantity: Quantity,
}

/// Units of a SKU that are there from an instant on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderSupplyAt {
    /// The SKU.
    pub sku: SkuId,
    /// From when on.
    pub at: Instant,
    /// How many units.
    pub quantity: Quantity,
}

/// What there is of one SKU, by the instant it comes.
#[derive(Clone, Debug, Default)]
pub(super) struct Timeline(BTreeMap<Instant, u64>);

impl Timeline {
    pub(super) fn add(&mut self, at: Instant, units: u64) {
        let sum = self.0.entry(at).or_default();
        *sum = sum.saturating_add(units);
    }

    /// Takes up to so many units that are there by an instant, the latest first: that leaves the early ones to whoever
    /// needs them early, and so keeps every set of deadlines that can be kept at all.
    pub(super) fn take_by(&mut self, by: Instant, wanted: u64) -> BTreeMap<Instant, u64> {
        let mut missing = wanted;
        let mut taken = BTreeMap::new();
        for (at, left) in self.0.range_mut(..=by).rev() {
            take(*at, left, &mut missing, &mut taken);
        }
        self.0.retain(|_, left| *left > 0);
        taken
    }

    /// Takes up to so many units that come after an instant, the earliest first.
    pub(super) fn take_after(&mut self, after: Instant, wanted: u64) -> BTreeMap<Instant, u64> {
        let mut missing = wanted;
        let mut taken = BTreeMap::new();
        for (at, left) in self.0.iter_mut().filter(|(at, _)| **at > after) {
            take(*at, left, &mut missing, &mut taken);
        }
        self.0.retain(|_, left| *left > 0);
        taken
    }

    /// Units that are there by an instant.
    pub(super) fn by(&self, by: Instant) -> u64 {
        self.0.range(..=by).fold(0, |sum, (_, units)| sum.saturating_add(*units))
    }

    pub(super) fn dates(&self) -> impl Iterator<Item = Instant> {
        self.0.keys().copied()
    }
}

fn take(at: Instant, left: &mut u64, missing: &mut u64, taken: &mut BTreeMap<Instant, u64>) {
    let units = (*left).min(*missing);
    if units > 0 {
        *left = left.saturating_sub(units);
        *missing = missing.saturating_sub(units);
        taken.insert(at, units);
    }
}

pub(super) fn sum(taken: &BTreeMap<Instant, u64>) -> u64 {
    taken.values().fold(0, |sum, units| sum.saturating_add(*units))
}

/// What there is by SKU.
pub(super) fn timelines(
    supply: &[BackorderSupplyAt],
    path: &str,
    problems: &mut Problems,
) -> BTreeMap<SkuId, Timeline> {
    let mut timelines: BTreeMap<SkuId, Timeline> = BTreeMap::new();
    for (at, part) in supply.iter().enumerate() {
        if part.quantity.is_zero() {
            problems.add("input.out_of_range", format!("{path}/{at}/quantity"), "name at least one unit");
        }
        timelines.entry(part.sku.clone()).or_default().add(part.at, u64::from(part.quantity.units()));
    }
    timelines
}
