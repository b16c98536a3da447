//! Boxes to pack into, and what shipping one costs.

use serde::{Deserialize, Serialize};

use crate::network::Tariff;
use crate::value::{BoxId, Currency, Dimensions, Money, PackClassId, Problems, Text, Weight};

/// The longest edge in millimetres: 100 m.
pub(super) const MOST_MILLIMETRES: u32 = 100_000;

/// Stiff or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BoxKind {
    /// A stiff box.
    #[default]
    Carton,
    /// A bag. Flat it measures `length` by `width`; its content may be `height` thick, and what it gains in thickness
    /// it loses in length and width, because the film must go round. Nothing fragile goes in.
    Mailer,
}

/// A kind of box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxType"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxType {
    /// Its id.
    pub id: BoxId,
    /// What people call it.
    #[serde(default)]
    pub name: Text,
    /// Stiff or not.
    #[serde(default)]
    pub kind: BoxKind,
    /// The space inside.
    pub inner: Dimensions,
    /// What a carrier measures; the inner size when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outer: Option<Dimensions>,
    /// What it weighs empty.
    #[serde(default)]
    pub tare: Weight,
    /// The heaviest it may be, itself included; no limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_weight: Option<Weight>,
    /// What one costs.
    pub cost: Money,
    /// How many percent of the space inside may be used, 1 to 100.
    #[serde(default = "whole")]
    pub fill_limit_percent: u8,
    /// How many percent more space things take with what is stuffed around them.
    #[serde(default)]
    pub void_percent: u8,
    /// How many there are; any number when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<u32>,
}

const fn whole() -> u8 {
    100
}

/// What shipping a parcel costs, by what it weighs or takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackShipping {
    /// The price by chargeable weight.
    pub tariff: Tariff,
    /// Cubic centimetres of the outside that count as a kilogram, such as 5000 or 6000; only the scale counts when
    /// absent. The chargeable weight is the larger of the two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub divisor: Option<u32>,
}

/// Two classes that must not share a box.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackConflict {
    /// The one.
    pub one: PackClassId,
    /// The other.
    pub other: PackClassId,
}

impl BoxType {
    /// What a carrier measures.
    #[must_use]
    pub fn outside(&self) -> Dimensions {
        self.outer.unwrap_or(self.inner)
    }

    /// The largest content in cubic millimetres: the space inside, less what the fill limit and what is stuffed around
    /// things take.
    #[must_use]
    pub fn usable_volume(&self) -> u64 {
        let limited = self.inner.volume().saturating_mul(u128::from(self.fill_limit_percent));
        let share = limited / (100_u128.saturating_add(u128::from(self.void_percent)));
        u64::try_from(share).unwrap_or(u64::MAX)
    }

    /// The heaviest content in grams.
    #[must_use]
    pub fn payload_grams(&self) -> u64 {
        self.max_weight.map_or(u64::from(u32::MAX) * 1000, |most| {
            u64::from(most.as_grams()).saturating_sub(u64::from(self.tare.as_grams()))
        })
    }

    /// Everything wrong with it.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        check_size(self.inner, "/inner", &mut problems);
        if let Some(outer) = self.outer {
            check_size(outer, "/outer", &mut problems);
        }
        if self.fill_limit_percent == 0 || self.fill_limit_percent > 100 {
            problems.add("input.out_of_range", "/fillLimitPercent", "use 1 to 100 percent of the space");
        }
        if self.cost.is_negative() {
            problems.add("input.out_of_range", "/cost/amount", "the cost must not be negative");
        }
        if self.max_weight.is_some_and(|most| most < self.tare) {
            problems.add("input.out_of_range", "/maxWeight", "the box alone weighs more than that");
        }
        problems
    }
}

impl PackShipping {
    /// Everything wrong with it.
    #[must_use]
    pub fn problems(&self, currency: Currency) -> Problems {
        let mut problems = self.tariff.problems(currency).under("/tariff");
        if self.divisor == Some(0) {
            problems.add("input.out_of_range", "/divisor", "a divisor is above zero, commonly 5000 or 6000");
        }
        problems
    }

    /// What a size counts as, in grams, rounded up: a cubic millimetre through so many cubic centimetres per kilogram
    /// is a gram.
    ///
    /// ```
    /// use oms_core::network::Tariff;
    /// use oms_core::packing::PackShipping;
    /// use oms_core::value::Dimensions;
    /// let shipping = PackShipping { tariff: Tariff { bands: Vec::new(), beyond: None }, divisor: Some(6000) };
    /// let size = Dimensions { length: 400, width: 300, height: 250 };
    /// assert_eq!(shipping.dimensional_grams(size), Some(5000));
    /// ```
    #[must_use]
    pub fn dimensional_grams(&self, outside: Dimensions) -> Option<u64> {
        let divisor = self.divisor.filter(|divisor| *divisor > 0)?;
        Some(u64::try_from(outside.volume().div_ceil(u128::from(divisor))).unwrap_or(u64::MAX))
    }
}

/// Everything wrong with conflicts: a class that is to keep apart from itself.
#[must_use]
pub fn conflict_problems(conflicts: &[PackConflict]) -> Problems {
    let mut problems = Problems::new();
    for (at, conflict) in conflicts.iter().enumerate() {
        if conflict.one == conflict.other {
            let message = "a class does not conflict with itself; let such items ship alone";
            problems.add("input.invalid_value", format!("/{at}/other"), message);
        }
    }
    problems
}

pub(super) fn check_size(size: Dimensions, at: &str, problems: &mut Problems) {
    for (edge, name) in [(size.length, "length"), (size.width, "width"), (size.height, "height")] {
        if edge == 0 || edge > MOST_MILLIMETRES {
            let message = "an edge is 1 to 100000 mm long";
            problems.add("input.out_of_range", format!("{at}/{name}"), message);
        }
    }
}
