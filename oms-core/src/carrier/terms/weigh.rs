//! What a carrier charges a parcel as: by the scale, by its size, rounded.

use serde::{Deserialize, Serialize};

use crate::value::{Dimensions, Problems};

/// Which units a carrier weighs and measures in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MeasureUnit {
    /// Kilograms and centimetres; steps are in grams.
    #[default]
    Metric,
    /// Pounds and inches; steps are in ounces, 16 to the pound.
    ///
    /// Grams and millimetres are then taken for what is left of a pound and an inch by rounding: the least that they
    /// can stand for counts, so that five pounds, 2268 g, are not charged as six.
    Imperial,
}

/// How a carrier gets from scale and size to the weight that it charges.
///
/// `chargeable = round_up(mix(actual, volumetric), step)`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WeightRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeightRule {
    /// The carrier's units.
    #[serde(default)]
    pub unit: MeasureUnit,
    /// How size counts; only the scale does when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volumetric: Option<Volumetric>,
    /// What weights are rounded up to, from light to heavy; not rounded when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<WeightStep>,
}

/// How the size of a parcel counts as weight.
///
/// Commonly 5000 or 6000 cm³ a kilogram for express and 8000 or 12000 for economy services in China; 139 in³ a pound
/// for UPS and FedEx, 166 with the USPS, there above a cubic foot (1728 in³).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Volumetric {
    /// Cubic centimetres that count as a kilogram, or cubic inches that count as a pound.
    pub divisor: u32,
    /// How edges are brought to whole centimetres or inches before they are multiplied.
    #[serde(default)]
    pub edges: EdgeRounding,
    /// Size counts only above so many cubic centimetres or inches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above_volume: Option<u64>,
    /// Size counts only where the longest edge is above so many millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above_longest: Option<u32>,
    /// What becomes of the two weights.
    #[serde(default)]
    pub mix: VolumetricMix,
}

/// How edges are brought to whole centimetres or inches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EdgeRounding {
    /// Not at all.
    #[default]
    Exact,
    /// To the nearest, halves up.
    Nearest,
    /// Up.
    Up,
}

/// What becomes of actual and volumetric weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VolumetricMix {
    /// The larger one counts.
    #[default]
    Larger,
    /// The mean of both where the volumetric one is larger, else the actual one.
    Average,
}

/// What weights up to a bound are rounded up to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeightStep {
    /// The heaviest that it holds for, in grams or ounces, itself included; only the last step must leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<u32>,
    /// The step in grams or ounces.
    pub step: u32,
    /// So many grams or ounces above a whole step are not charged; the first step always is.
    #[serde(default)]
    pub free: u32,
}

/// A weight in billionths of a gram, in which an ounce is whole too.
pub(in crate::carrier) type Nano = u128;

const GRAM: Nano = 1_000_000_000;
/// 28.349523125 g, by the international yard and pound agreement of 1959.
const OUNCE: Nano = 28_349_523_125;
const POUND: Nano = 16 * OUNCE;
/// Tenths of a millimetre to an inch.
const INCH: u128 = 254;

/// What a parcel was found to weigh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::carrier) struct Weighed {
    pub(in crate::carrier) actual: Nano,
    pub(in crate::carrier) volumetric: Option<Nano>,
    pub(in crate::carrier) chargeable: Nano,
}

impl WeightRule {
    /// Weighs a parcel, or the sum of several; `least` is what it is charged as at least, in grams.
    pub(in crate::carrier) fn weigh(&self, actual: u64, volumetric: Option<Nano>, least: u64) -> Weighed {
        let actual = Nano::from(actual).saturating_mul(GRAM);
        let scale = actual.max(Nano::from(least).saturating_mul(GRAM));
        let chargeable = if self.steps.is_empty() {
            self.mixed(scale, volumetric)
        } else {
            let slack = if self.unit == MeasureUnit::Imperial { GRAM / 2 } else { 0 };
            self.rounded(self.mixed(scale.saturating_sub(slack), volumetric))
        };
        Weighed { actual, volumetric, chargeable }
    }

    fn mixed(&self, scale: Nano, volumetric: Option<Nano>) -> Nano {
        let average = self.volumetric.as_ref().is_some_and(|rule| rule.mix == VolumetricMix::Average);
        match volumetric {
            Some(volume) if volume > scale && average => volume.saturating_add(scale).div_ceil(2),
            Some(volume) => volume.max(scale),
            None => scale,
        }
    }

    /// What a size counts as; `None` where size does not count.
    pub(in crate::carrier) fn volumetric(&self, size: Dimensions) -> Option<Nano> {
        let rule = self.volumetric.as_ref().filter(|rule| rule.divisor > 0)?;
        let longest = size.length.max(size.width).max(size.height);
        if rule.above_longest.is_some_and(|above| longest <= above) {
            return None;
        }
        let divisor = u128::from(rule.divisor);
        let edges = [size.length, size.width, size.height].map(u128::from);
        // As cubic millimetres, or as thousandths of cubic tenths of a millimetre.
        let (volume, whole, kilo) = match (self.unit, rule.edges) {
            (MeasureUnit::Metric, EdgeRounding::Exact) => (product(edges), 1000, 1000 * GRAM),
            (MeasureUnit::Metric, edges_to) => {
                (product(edges.map(|edge| edges_to.whole(edge, 10, 0))), 1, 1000 * GRAM)
            }
            (MeasureUnit::Imperial, EdgeRounding::Exact) => {
                (product(edges.map(|edge| edge.saturating_mul(10))), INCH * INCH * INCH, POUND)
            }
            // Half a millimetre less is the least that a measure in millimetres can stand for.
            (MeasureUnit::Imperial, edges_to) => {
                (product(edges.map(|edge| edges_to.whole(edge.saturating_mul(10), INCH, 5))), 1, POUND)
            }
        };
        if rule.above_volume.is_some_and(|above| volume <= u128::from(above).saturating_mul(whole)) {
            return None;
        }
        Some(volume.saturating_mul(kilo).div_ceil(divisor.saturating_mul(whole)))
    }

    fn rounded(&self, weight: Nano) -> Nano {
        let unit = self.unit_nano();
        let mut floor = 0;
        for rule in &self.steps {
            let up_to = rule.up_to.map(|up_to| Nano::from(up_to).saturating_mul(unit));
            if up_to.is_none_or(|up_to| weight <= up_to) {
                let step = Nano::from(rule.step).saturating_mul(unit).max(1);
                let free = Nano::from(rule.free).saturating_mul(unit);
                let (whole, rest) = (weight / step, weight % step);
                let steps =
                    if rest > free || (whole == 0 && rest > 0) { whole.saturating_add(1) } else { whole };
                return steps.saturating_mul(step).max(floor);
            }
            floor = up_to.unwrap_or_default();
        }
        weight
    }

    const fn unit_nano(&self) -> Nano {
        match self.unit {
            MeasureUnit::Metric => GRAM,
            MeasureUnit::Imperial => OUNCE,
        }
    }

    /// A weight in kilograms or pounds, in the carrier's steps exact.
    pub(in crate::carrier) fn told(&self, weight: Nano) -> rust_decimal::Decimal {
        // Hundredths of an ounce or tenths of a gram are finer than anything a carrier charges.
        let (part, scale) = match self.unit {
            MeasureUnit::Metric => (GRAM / 10, 10_000),
            MeasureUnit::Imperial => (OUNCE / 625, 10_000),
        };
        let parts = i64::try_from(weight.saturating_add(part / 2) / part).unwrap_or(i64::MAX);
        (rust_decimal::Decimal::from(parts) / rust_decimal::Decimal::from(scale)).normalize()
    }

    /// Everything wrong with the rule.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.volumetric.as_ref().is_some_and(|rule| rule.divisor == 0) {
            problems.add(
                "input.out_of_range",
                "/volumetric/divisor",
                "a divisor is above zero, such as 6000",
            );
        }
        let mut before = 0;
        for (at, rule) in self.steps.iter().enumerate() {
            let last = at + 1 == self.steps.len();
            if rule.step == 0 {
                problems.add(
                    "input.out_of_range",
                    format!("/steps/{at}/step"),
                    "the step must be above zero",
                );
            }
            if rule.free >= rule.step.max(1) {
                problems.add(
                    "input.out_of_range",
                    format!("/steps/{at}/free"),
                    "less than a step may be free",
                );
            }
            let path = format!("/steps/{at}/upTo");
            match rule.up_to {
                None if !last => {
                    problems.add("carrier.open_step", path, "only the last step may leave out upTo");
                }
                Some(_) if last => problems.add("carrier.open_step", path, "the last step leaves out upTo"),
                Some(up_to) if up_to <= before || rule.step == 0 || up_to % rule.step != 0 => {
                    let message = "upTo must rise from step to step, and be whole steps";
                    problems.add("carrier.uneven_step", path, message);
                }
                _ => {}
            }
            before = rule.up_to.unwrap_or(before);
        }
        problems
    }
}

impl EdgeRounding {
    /// An edge in whole units, the least when it may be `slack` shorter than it was measured.
    fn whole(self, edge: u128, unit: u128, slack: u128) -> u128 {
        match self {
            Self::Exact => edge,
            Self::Nearest => edge.saturating_add(unit / 2) / unit,
            Self::Up => edge.saturating_sub(slack).div_ceil(unit),
        }
    }
}

fn product(edges: [u128; 3]) -> u128 {
    edges.into_iter().fold(1, u128::saturating_mul)
}

/// Grams, to the nearest.
pub(in crate::carrier) fn grams(weight: Nano) -> u64 {
    u64::try_from(weight.saturating_add(GRAM / 2) / GRAM).unwrap_or(u64::MAX)
}
