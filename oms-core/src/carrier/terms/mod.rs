//! What a rate card says beyond its base prices.

mod area;
mod charge;
mod discount;
mod value_charge;
mod weigh;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use area::{AreaSet, PlaceKind, PostalRange};
pub use charge::{Charge, ChargeWhen, ChargedPer, ParcelMeasure, ParcelMeasures, Surcharge};
pub(super) use charge::{check_bounds, check_money, check_percent};
pub use discount::{Discount, DiscountOn, FuelPeriod, RateTax};
pub(super) use value_charge::NoAmount;
pub use value_charge::{ValueCharge, ValueStep, ValueTier};
pub use weigh::{EdgeRounding, MeasureUnit, Volumetric, VolumetricMix, WeightRule, WeightStep};
pub(super) use weigh::{Nano, Weighed, grams};

use crate::value::{AreaId, BoxId, Currency, Money, Problems, Rounding, Weight, Window, ZoneId};

/// What a rate card says beyond its base prices. A price is made in this order, and each step may be a line:
/// chargeable weight, base price, surcharges, insurance, cash on delivery, fuel, discounts, minimum and maximum, tax.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RateTerms"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateTerms {
    /// How the chargeable weight is found.
    #[serde(default)]
    pub weight: WeightRule,
    /// How several parcels of one shipment are priced.
    #[serde(default)]
    pub parcels: ParcelTerms,
    /// Base prices of the carrier's own boxes, whatever they weigh.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flat_rates: Vec<FlatRate>,
    /// Base prices of small parcels by volume.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cubic: Option<CubicRates>,
    /// Sets of places that the terms and the limits name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub areas: BTreeMap<AreaId, AreaSet>,
    /// Surcharges, in the order of their lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub surcharges: Vec<Surcharge>,
    /// What insuring the declared value costs; without it no value is insured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insurance: Option<ValueCharge>,
    /// What collecting cash on delivery costs; without it the service collects none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cod: Option<ValueCharge>,
    /// The fuel surcharge by time; none when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fuel: Vec<FuelPeriod>,
    /// Discounts, in the order of their lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discounts: Vec<Discount>,
    /// The least that a shipment costs before tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Money>,
    /// The most that a shipment costs before tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Money>,
    /// The tax on everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<RateTax>,
    /// How percentages are brought to whole minor units.
    #[serde(default)]
    pub rounding: Rounding,
}

/// How several parcels of one shipment are priced.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParcelTerms"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelTerms {
    /// How their weights count.
    #[serde(default)]
    pub pricing: ParcelPricing,
    /// What a shipment of several parcels costs on top (母件).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub master: Option<Money>,
    /// What each parcel after the first costs on top (子件).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub further: Option<Money>,
}

/// How the weights of several parcels count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ParcelPricing {
    /// Each parcel has its own chargeable weight and its own base price.
    #[default]
    Each,
    /// All scales and all sizes are summed, then charged as one parcel.
    Together,
    /// Each parcel has its own chargeable weight; their sum has one base price.
    SumOfEach,
}

/// The base price of a carrier's own box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FlatRate {
    /// The box.
    #[serde(rename = "box")]
    pub carton: BoxId,
    /// The zones where it holds; all when empty.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub zones: BTreeSet<ZoneId>,
    /// The price.
    pub price: Money,
}

/// Base prices of small parcels by volume: the USPS prices parcels up to half a cubic foot or a cubic foot so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CubicRates {
    /// Only parcels that are above none of these.
    pub within: ParcelMeasures,
    /// The prices, by volume from small to large within a zone. A parcel above all of them is priced by weight.
    pub tiers: Vec<CubicTier>,
}

/// The base price up to a volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CubicTier {
    /// The zone.
    pub zone: ZoneId,
    /// The largest volume in cubic millimetres, itself included.
    pub up_to: u64,
    /// The price.
    pub price: Money,
}

impl RateTerms {
    /// Everything wrong with the terms, in the card's currency and with the zones that it knows.
    pub(super) fn check(&self, currency: Currency, zones: &BTreeSet<&ZoneId>) -> Problems {
        let mut problems = self.weight.problems().under("/weight");
        for (id, area) in &self.areas {
            problems.extend(area.problems().under(&format!("/areas/{id}")));
        }
        self.check_base(currency, zones, &mut problems);
        self.check_surcharges(currency, zones, &mut problems);
        if let Some(insurance) = &self.insurance {
            insurance.check(currency, &mut problems, "/insurance");
        }
        if let Some(cod) = &self.cod {
            cod.check(currency, &mut problems, "/cod");
        }
        for (at, period) in self.fuel.iter().enumerate() {
            check_percent(Some(period.percent), &mut problems, &format!("/fuel/{at}/percent"));
            check_window(Some(period.valid), &mut problems, &format!("/fuel/{at}/valid"));
            if self.fuel.iter().take(at).any(|other| overlap(&other.valid, &period.valid)) {
                let message = "overlaps an earlier period; end one where the other starts";
                problems.add("carrier.overlapping_fuel", format!("/fuel/{at}/valid"), message);
            }
        }
        for (at, discount) in self.discounts.iter().enumerate() {
            let path = format!("/discounts/{at}");
            discount.check(currency, &mut problems, &path);
            check_window(discount.handed_over, &mut problems, &format!("{path}/handedOver"));
            check_zones(&discount.zones, zones, &mut problems, &path);
            if self.discounts.iter().take(at).any(|other| other.id == discount.id) {
                problems.add("carrier.duplicate_charge", format!("{path}/id"), "stands here twice");
            }
        }
        if let Some(tax) = &self.tax {
            check_percent(Some(tax.percent), &mut problems, "/tax/percent");
        }
        problems
    }

    fn check_base(&self, currency: Currency, zones: &BTreeSet<&ZoneId>, problems: &mut Problems) {
        let money = [
            ("/minimum", self.minimum),
            ("/maximum", self.maximum),
            ("/parcels/master", self.parcels.master),
            ("/parcels/further", self.parcels.further),
        ];
        for (at, money) in money {
            check_money(money, currency, problems, at);
        }
        check_bounds(self.minimum, self.maximum, problems, "");
        for (at, flat) in self.flat_rates.iter().enumerate() {
            check_money(Some(flat.price), currency, problems, &format!("/flatRates/{at}/price"));
            check_zones(&flat.zones, zones, problems, &format!("/flatRates/{at}"));
        }
        for (at, tier) in self.cubic.iter().flat_map(|cubic| &cubic.tiers).enumerate() {
            let path = format!("/cubic/tiers/{at}");
            check_money(Some(tier.price), currency, problems, &format!("{path}/price"));
            if !zones.contains(&tier.zone) {
                let message = format!("no row of the zone table leads to `{}`", tier.zone);
                problems.add("carrier.unknown_zone", format!("{path}/zone"), message);
            }
        }
    }

    fn check_surcharges(&self, currency: Currency, zones: &BTreeSet<&ZoneId>, problems: &mut Problems) {
        for (at, surcharge) in self.surcharges.iter().enumerate() {
            let path = format!("/surcharges/{at}");
            surcharge.charge.check(currency, problems, &format!("{path}/charge"));
            check_window(surcharge.when.handed_over, problems, &format!("{path}/when/handedOver"));
            check_zones(&surcharge.when.zones, zones, problems, &format!("{path}/when"));
            self.check_areas(&surcharge.when.areas, problems, &format!("{path}/when/areas"));
            if self.surcharges.iter().take(at).any(|other| other.id == surcharge.id) {
                problems.add("carrier.duplicate_charge", format!("{path}/id"), "stands here twice");
            }
            let of_parcel = surcharge.per == ChargedPer::Parcel && surcharge.charge.percent.is_some();
            if of_parcel && self.parcels.pricing != ParcelPricing::Each {
                let message = "parcels have no base price of their own here; charge it per shipment";
                problems.add("carrier.no_base_of_parcel", format!("{path}/charge/percent"), message);
            }
        }
    }

    /// Areas must be on the card.
    pub(super) fn check_areas(&self, named: &BTreeSet<AreaId>, problems: &mut Problems, at: &str) {
        for (index, area) in named.iter().enumerate() {
            if !self.areas.contains_key(area) {
                let message = format!("the card has no area `{area}`");
                problems.add("carrier.unknown_area", format!("{at}/{index}"), message);
            }
        }
    }

    /// Whether an address lies in one of the areas named.
    pub(super) fn in_areas(&self, named: &BTreeSet<AreaId>, address: &crate::value::Address) -> bool {
        named.iter().filter_map(|area| self.areas.get(area)).any(|area| area.contains(address))
    }

    /// The price of a box of the carrier's own.
    pub(super) fn flat_rate(&self, carton: Option<&BoxId>, zone: &ZoneId) -> Option<i64> {
        let carton = carton?;
        let holds =
            |flat: &&FlatRate| flat.carton == *carton && (flat.zones.is_empty() || flat.zones.contains(zone));
        self.flat_rates.iter().find(holds).map(|flat| flat.price.minor())
    }
}

impl CubicRates {
    /// The price by volume, where it is priced so.
    pub(super) fn price(&self, weight: u64, size: crate::value::Dimensions, zone: &ZoneId) -> Option<i64> {
        if self.within.exceeded(weight, Some(size)).next().is_some() {
            return None;
        }
        let volume = size.volume();
        let of_zone = self.tiers.iter().filter(|tier| tier.zone == *zone && volume <= u128::from(tier.up_to));
        of_zone.min_by_key(|tier| tier.up_to).map(|tier| tier.price.minor())
    }
}

fn check_zones(named: &BTreeSet<ZoneId>, known: &BTreeSet<&ZoneId>, problems: &mut Problems, at: &str) {
    for (index, zone) in named.iter().enumerate() {
        if !known.contains(zone) {
            let message = format!("no row of the zone table leads to `{zone}`");
            problems.add("carrier.unknown_zone", format!("{at}/zones/{index}"), message);
        }
    }
}

pub(super) fn check_window(window: Option<Window>, problems: &mut Problems, at: &str) {
    let ends = window.and_then(|window| window.from.zip(window.until));
    if ends.is_some_and(|(from, until)| until <= from) {
        problems.add("time.empty_window", at, "until must be after from");
    }
}

pub(super) fn overlap(a: &Window, b: &Window) -> bool {
    let starts_before_end =
        |a: &Window, b: &Window| a.from.zip(b.until).is_none_or(|(from, until)| from < until);
    starts_before_end(a, b) && starts_before_end(b, a)
}

/// What a parcel counts as at least under a set of surcharges.
pub(super) fn least(weight: Option<Weight>) -> u64 {
    weight.map_or(0, |weight| u64::from(weight.as_grams()))
}
