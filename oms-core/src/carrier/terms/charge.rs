//! Amounts that come on top of the base price.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::network::StepRate;
use crate::value::{
    AreaId, ChargeId, Currency, Dimensions, Money, OptionId, Percent, Problems, Rounding, Text, Weight,
    Window, ZoneId,
};

use super::PlaceKind;

/// An amount: fixed, of the base price, and by weight, added up and then kept between its bounds.
///
/// `clamp(fixed + percent · base + ceil(chargeable / step) · price, minimum, maximum)`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Charge"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Charge {
    /// A fixed part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Money>,
    /// A part of the base price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// A part for each started step of chargeable weight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_step: Option<StepRate>,
    /// At least so much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Money>,
    /// At most so much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Money>,
}

/// What a surcharge is counted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChargedPer {
    /// Once for each parcel that it holds for.
    #[default]
    Parcel,
    /// Once, if it holds for any parcel.
    Shipment,
}

/// A surcharge: remote and residential areas, oversize and handling, peak, signature, upstairs, returns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Surcharge {
    /// Its id.
    pub id: ChargeId,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
    /// When it is charged; always when nothing is named.
    #[serde(default, skip_serializing_if = "ChargeWhen::is_always")]
    pub when: ChargeWhen,
    /// How much.
    pub charge: Charge,
    /// What it is counted by.
    #[serde(default)]
    pub per: ChargedPer,
    /// Of the surcharges of one group only one is charged: the one of the highest rank, then the dearest, then the
    /// first. "Only the highest handling fee applies", "large package replaces handling".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<ChargeId>,
    /// Its rank in the group.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rank: u16,
    /// Whether the fuel surcharge is taken of it too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fuel: bool,
    /// What a parcel that it holds for counts as at least, such as 90 lb for a large package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_weight: Option<Weight>,
}

/// When a surcharge is charged: everything that is named must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChargeWhen"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChargeWhen {
    /// The destination lies in one of these areas of the card.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub areas: BTreeSet<AreaId>,
    /// The way is of one of these zones.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub zones: BTreeSet<ZoneId>,
    /// The destination is of one of these kinds.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub places: BTreeSet<PlaceKind>,
    /// All of these are asked for.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub options: BTreeSet<OptionId>,
    /// The parcel is handed over in this window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_over: Option<Window>,
    /// The parcel is above one of these measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<ParcelMeasures>,
}

/// Measures of a parcel, as they were taken; a parcel whose size is unknown is above none of them but weight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParcelMeasures"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelMeasures {
    /// The weight on the scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// The longest edge in millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest: Option<u32>,
    /// The second longest edge in millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<u32>,
    /// The longest edge and once around the others, in millimetres: length plus girth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub girth: Option<u32>,
    /// The volume in cubic millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<u64>,
}

/// Which measure of a parcel is above a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ParcelMeasure {
    /// The weight on the scale, in grams.
    Weight,
    /// The longest edge in millimetres.
    Longest,
    /// The second longest edge in millimetres.
    Second,
    /// The longest edge and once around the others, in millimetres.
    Girth,
    /// The volume in cubic millimetres.
    Volume,
}

const fn is_zero(rank: &u16) -> bool {
    *rank == 0
}

impl Charge {
    /// The amount in minor units; `None` when it is beyond 64 bits.
    pub(in crate::carrier) fn minor(&self, base: i64, grams: u64, rounding: Rounding) -> Option<i64> {
        let mut sum = self.fixed.map_or(0, Money::minor);
        if let Some(percent) = self.percent {
            sum = sum.checked_add(percent.of(base, rounding)?)?;
        }
        if let Some(step) = &self.per_step {
            let steps = grams.div_ceil(u64::from(step.step.as_grams()).max(1));
            sum = sum.checked_add(i64::try_from(steps).ok()?.checked_mul(step.price.minor())?)?;
        }
        let sum = self.minimum.map_or(sum, |least| sum.max(least.minor()));
        Some(self.maximum.map_or(sum, |most| sum.min(most.minor())))
    }

    pub(in crate::carrier) fn check(&self, currency: Currency, problems: &mut Problems, at: &str) {
        for (field, money) in [("fixed", self.fixed), ("minimum", self.minimum), ("maximum", self.maximum)] {
            check_money(money, currency, problems, &format!("{at}/{field}"));
        }
        check_percent(self.percent, problems, &format!("{at}/percent"));
        if let Some(step) = &self.per_step {
            check_money(Some(step.price), currency, problems, &format!("{at}/perStep/price"));
            if step.step == Weight::default() {
                problems.add(
                    "input.out_of_range",
                    format!("{at}/perStep/step"),
                    "the step must be above zero",
                );
            }
        }
        check_bounds(self.minimum, self.maximum, problems, at);
        if self.fixed.is_none() && self.percent.is_none() && self.per_step.is_none() {
            problems.add("input.empty", at, "name a fixed amount, a percentage or a price for each step");
        }
    }
}

impl ChargeWhen {
    fn is_always(&self) -> bool {
        *self == Self::default()
    }
}

impl ParcelMeasures {
    /// The measures of a parcel that are above these, with what they are and what the limit is.
    pub(in crate::carrier) fn exceeded(
        &self,
        weight_grams: u64,
        size: Option<Dimensions>,
    ) -> impl Iterator<Item = (ParcelMeasure, u64, u64)> {
        let sorted = size.map(|size| {
            let mut edges = [size.length, size.width, size.height].map(u64::from);
            edges.sort_unstable();
            edges
        });
        let girth = sorted.map(|[low, middle, high]| high.saturating_add(low.saturating_add(middle) * 2));
        let volume = size.map(|size| u64::try_from(size.volume()).unwrap_or(u64::MAX));
        let pairs = [
            (ParcelMeasure::Weight, Some(weight_grams), self.weight.map(|most| u64::from(most.as_grams()))),
            (ParcelMeasure::Longest, sorted.map(|[_, _, high]| high), self.longest.map(u64::from)),
            (ParcelMeasure::Second, sorted.map(|[_, middle, _]| middle), self.second.map(u64::from)),
            (ParcelMeasure::Girth, girth, self.girth.map(u64::from)),
            (ParcelMeasure::Volume, volume, self.volume),
        ];
        pairs.into_iter().filter_map(|(measure, is, most)| {
            let (is, most) = is.zip(most)?;
            (is > most).then_some((measure, is, most))
        })
    }
}

pub(in crate::carrier) fn check_money(
    money: Option<Money>,
    currency: Currency,
    problems: &mut Problems,
    at: &str,
) {
    let Some(money) = money else { return };
    if money.currency() != currency {
        problems.add("money.currency_mismatch", at, format!("the amount must be in {currency}"));
    }
    if money.is_negative() {
        problems.add("input.out_of_range", at, "the amount must not be negative");
    }
}

pub(in crate::carrier) fn check_percent(percent: Option<Percent>, problems: &mut Problems, at: &str) {
    // Ten times the price is beyond any surcharge, and keeps sums of millions of parcels far from 64 bits.
    if percent.is_some_and(|percent| !(0..=10_000_000).contains(&percent.as_millionths())) {
        problems.add("input.out_of_range", at, "name 0 to 1000 percent");
    }
}

pub(in crate::carrier) fn check_bounds(
    minimum: Option<Money>,
    maximum: Option<Money>,
    problems: &mut Problems,
    at: &str,
) {
    if minimum.zip(maximum).is_some_and(|(least, most)| least > most) {
        problems.add("input.out_of_range", format!("{at}/maximum"), "the maximum is below the minimum");
    }
}
