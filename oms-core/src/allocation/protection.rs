//! Protection of better classes of buyers: booking limits, and how many units are worth keeping.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::objective::Tail;
use crate::value::{Money, Problems, Quantity};

/// Units kept for a class of buyers and the classes above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClassProtection {
    /// The class; higher classes come first, 0 is everybody.
    pub class: u32,
    /// How many units the classes below may not take.
    pub units: Quantity,
}

/// How many units a class may take of what remains: as long as more remains than what is kept for the classes
/// above it.
///
/// ```
/// use oms_core::allocation::{ClassProtection, booking_limit};
/// use oms_core::value::Quantity;
/// let level = |class, units| ClassProtection { class, units: Quantity::new(units) };
/// let levels = [level(1, 5), level(2, 3)];
/// let limits = [0, 1, 2].map(|class| booking_limit(Quantity::new(10), class, &levels).units());
/// assert_eq!(limits, [2, 7, 10]);
/// ```
#[must_use]
pub fn booking_limit(remaining: Quantity, class: u32, levels: &[ClassProtection]) -> Quantity {
    let above = levels.iter().filter(|level| level.class > class);
    let kept = above.fold(0_u32, |sum, level| sum.saturating_add(level.units.units()));
    Quantity::new(remaining.units().saturating_sub(kept))
}

/// A count that fades: what is left of it after some days when it loses half in so many, in the same thousandths.
///
/// Whole half-lives halve it, a part of one takes off its part of the half: `count / 2^h · (1 − r /
/// (2·halfLife))` with `h` whole half-lives and `r` days more, rounded down. For the counts of rejections.
///
/// ```
/// use oms_core::allocation::decayed;
/// assert_eq!([0, 15, 30, 60].map(|days| decayed(8000, days, 30)), [8000, 6000, 4000, 2000]);
/// ```
#[must_use]
pub fn decayed(count_milli: u64, days: u32, half_life_days: u32) -> u64 {
    let (Some(halvings), Some(rest)) = (days.checked_div(half_life_days), days.checked_rem(half_life_days))
    else {
        return 0;
    };
    let halved = count_milli.checked_shr(halvings).unwrap_or(0);
    let double = u128::from(half_life_days).saturating_mul(2);
    let left = u128::from(halved).saturating_mul(double.saturating_sub(u128::from(rest)));
    u64::try_from(left.checked_div(double).unwrap_or(0)).unwrap_or(u64::MAX)
}

/// What a class of buyers is expected to ask for, and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClassDemand {
    /// The class; higher classes come first, 0 is everybody.
    pub class: u32,
    /// What one unit earns.
    pub margin: Money,
    /// The mean of its demand until more comes, in thousandths of a unit; at most 100,000 units.
    pub mean_milli: u64,
    /// The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variance_milli: Option<u64>,
}

/// Classes of buyers that want the same units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ProtectionRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProtectionRequest {
    /// The classes, in any order.
    pub classes: Vec<ClassDemand>,
    /// Units that remain, for the booking limits.
    pub remaining: Quantity,
}

/// How many units are worth keeping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ProtectionLevels"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProtectionLevels {
    /// What is kept for each class but the lowest, and the classes above it, beyond what is kept for those:
    /// the form that SKUs and constraints take. Sorted by class.
    pub levels: Vec<ClassProtection>,
    /// How many of the remaining units each class may take, sorted by class.
    pub limits: Vec<ClassLimit>,
}

/// How many units a class may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClassLimit {
    /// The class.
    pub class: u32,
    /// How many.
    pub units: Quantity,
}

/// How many units are worth keeping from each class for those above it, by expected marginal value.
///
/// From a class of margin `m` are kept the fewest units `y` with `P(D > y) ≤ m / M`, where `D` is the demand
/// of all classes above together and `M` their margin, averaged by their means: with two classes it is
/// Littlewood's rule (1972), with more Belobaba's EMSR-b (1992). `D` is Poisson by its mean, or negative
/// binomial where variances are larger. What is kept never falls from a class to the one below it.
///
/// # Errors
/// Everything wrong with the request.
pub fn protection_levels(request: &ProtectionRequest) -> Result<ProtectionLevels, Problems> {
    let problems = request.problems();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut classes = request.classes.clone();
    classes.sort_by_key(|class| std::cmp::Reverse(class.class));
    let (mut mean, mut variance, mut worth) = (0_u64, 0_u64, 0_u128);
    let mut kept = 0_u32;
    let mut levels = Vec::new();
    let mut above: Option<u32> = None;
    for class in &classes {
        let margin = u128::from(class.margin.minor().unsigned_abs());
        if let Some(above) = above {
            let level = kept_from(margin, mean, variance, worth).max(kept);
            levels.push(ClassProtection { class: above, units: Quantity::new(level.saturating_sub(kept)) });
            kept = level;
        }
        mean = mean.saturating_add(class.mean_milli);
        variance = variance.saturating_add(class.variance_milli.unwrap_or(0).max(class.mean_milli));
        worth = worth.saturating_add(margin.saturating_mul(u128::from(class.mean_milli)));
        above = Some(class.class);
    }
    levels.reverse();
    let limit = |class: &ClassDemand| ClassLimit {
        class: class.class,
        units: booking_limit(request.remaining, class.class, &levels),
    };
    let limits = classes.iter().rev().map(limit).collect();
    Ok(ProtectionLevels { levels, limits })
}

/// The fewest units `y` with `P(D > y) ≤ margin / (worth / mean)`.
fn kept_from(margin: u128, mean: u64, variance: u64, worth: u128) -> u32 {
    let tail = Tail::new(mean, variance);
    let is_enough = |units: u64| {
        let chance = u128::from(tail.at_least(units.saturating_add(1)));
        let value = chance.saturating_mul(worth);
        value <= margin.saturating_mul(u128::from(mean)).saturating_mul(1_000_000_000)
    };
    // The chance falls with the units, and is nothing at the end.
    let (mut least, mut enough) = (0_u64, tail.end());
    while least < enough {
        let middle = least.midpoint(enough);
        if is_enough(middle) { enough = middle } else { least = middle.saturating_add(1) }
    }
    u32::try_from(least).unwrap_or(u32::MAX)
}

impl ProtectionRequest {
    fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.classes.is_empty() {
            problems.add("input.empty", "/classes", "name at least one class");
        }
        let mut seen = BTreeSet::new();
        let currency = self.classes.first().map(|class| class.margin.currency());
        for (at, class) in self.classes.iter().enumerate() {
            let place = |field: &str| format!("/classes/{at}/{field}");
            if !seen.insert(class.class) {
                let message = format!("class {} stands here twice", class.class);
                problems.add("allocation.duplicate_row", place("class"), message);
            }
            if Some(class.margin.currency()) != currency {
                problems.add("money.currency_mismatch", place("margin"), "margins are in one currency");
            }
            if class.margin.is_negative() {
                problems.add("input.out_of_range", place("margin"), "the margin must not be negative");
            }
            if class.mean_milli > 100_000_000 {
                problems.add("input.out_of_range", place("meanMilli"), "at most 100,000 units");
            }
            if class.variance_milli.is_some_and(|variance| variance > class.mean_milli.saturating_mul(1000)) {
                problems.add("input.out_of_range", place("varianceMilli"), "at most 1000 times the mean");
            }
        }
        problems
    }
}
