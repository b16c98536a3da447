//! Margins: units withheld, as a number or as a part of what there is.

use serde::{Deserialize, Serialize};

use crate::value::{Problems, Quantity};

/// A whole in basis points: 10,000 are 100 %.
pub(super) const WHOLE: i64 = 10_000;

/// Units withheld from those who could sell them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StockMargin {
    /// A part of what there is.
    Percent(MarginPercent),
    /// So many units, whatever there is.
    Units(MarginUnits),
}

/// A part of what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MarginPercent"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarginPercent {
    /// The part, in basis points: 2500 is 25 %; at most 10,000.
    pub basis_points: u32,
}

/// So many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MarginUnits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarginUnits {
    /// How many.
    pub units: Quantity,
}

impl StockMargin {
    /// How many of so many units are withheld.
    ///
    /// A percentage leaves whole units, so what it withholds is rounded up: 25 % of 10 leaves 7. It withholds nothing
    /// where there is nothing. A number of units may be more than there is.
    ///
    /// ```
    /// use oms_core::publish::{MarginPercent, StockMargin};
    /// let quarter = StockMargin::Percent(MarginPercent { basis_points: 2500 });
    /// assert_eq!(10 - quarter.withheld(10), 7);
    /// ```
    #[must_use]
    pub fn withheld(self, units: i64) -> i64 {
        match self {
            Self::Units(margin) => margin.units.signed(),
            Self::Percent(margin) => {
                let units = units.max(0);
                units.saturating_sub(part(units, WHOLE.saturating_sub(i64::from(margin.basis_points)).max(0)))
            }
        }
    }

    /// Notes what is wrong with it, at its place.
    pub(super) fn check(self, path: &str, problems: &mut Problems) {
        if let Self::Percent(margin) = self {
            check_part(margin.basis_points, &format!("{path}/basisPoints"), problems);
        }
    }
}

/// A part of units in basis points, rounded down.
pub(super) fn part(units: i64, basis_points: i64) -> i64 {
    // Both factors are 64 bits wide, so the product fits, and the quotient is at most `units` for parts of a whole.
    let product = i128::from(units).saturating_mul(i128::from(basis_points));
    i64::try_from(product.div_euclid(i128::from(WHOLE))).unwrap_or(i64::MAX)
}

/// A part of units in basis points, rounded up.
pub(super) fn part_up(units: i64, basis_points: i64) -> i64 {
    part(units.saturating_neg(), basis_points).saturating_neg()
}

/// Notes a part that is more than the whole.
pub(super) fn check_part(basis_points: u32, path: &str, problems: &mut Problems) {
    if i64::from(basis_points) > WHOLE {
        problems.add("input.out_of_range", path, "a part is at most 10000 basis points, which are 100 %");
    }
}
