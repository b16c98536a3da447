//! The lag guard: units that other channels may have sold before this one hears of it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::value::{Problems, decimal_text};

/// Protection against orders that are under way and not seen yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LagGuard {
    /// How many seconds pass between a sale on the channel and its order here: at most 86,400, one day.
    pub lag_seconds: u32,
    /// How many standard deviations to be safe by: 0 to 10 with up to 3 decimals; 1.645 covers 95 %.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::value::DecimalText"))]
    pub z: Decimal,
    /// Units of a SKU that the channel sells in an hour, where nobody gives a better figure: 0 to 100,000 with up to
    /// 6 decimals.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::value::DecimalText"))]
    pub units_per_hour: Decimal,
}

const MICRO: i128 = 1_000_000;
const MILLI: i128 = 1_000;
const SECONDS_AN_HOUR: i128 = 3_600;

impl LagGuard {
    /// Notes what is wrong with it, at its place.
    pub(super) fn check(&self, path: &str, problems: &mut Problems) {
        if self.lag_seconds > 86_400 {
            problems.add("input.out_of_range", format!("{path}/lagSeconds"), "a lag is at most one day");
        }
        if scaled(self.z, MILLI).is_none_or(|z| !(0..=10 * MILLI).contains(&z)) {
            problems.add("input.out_of_range", format!("{path}/z"), "z is 0 to 10 with up to 3 decimals");
        }
        check_rate(self.units_per_hour, &format!("{path}/unitsPerHour"), problems);
    }
}

/// Notes a rate out of range.
pub(super) fn check_rate(units_per_hour: Decimal, path: &str, problems: &mut Problems) {
    if scaled(units_per_hour, MICRO).is_none_or(|rate| !(0..=100_000 * MICRO).contains(&rate)) {
        problems.add("input.out_of_range", path, "a rate is 0 to 100000 units an hour with up to 6 decimals");
    }
}

/// How many units a channel may have sold unseen: `ceil(μ + z·√μ)` with `μ = rate · lag`, the upper bound of a Poisson
/// count by its normal approximation.
///
/// Exact: the square root is compared as integers, never rounded, so a bound that is a whole number is not pushed up
/// by one. Nothing where the inputs are out of the ranges of [`LagGuard`].
///
/// ```
/// use oms_core::publish::{LagGuard, lag_guard};
/// // 4 units expected in half an hour: 4 + 2·√4.
/// let guard = LagGuard { lag_seconds: 1800, z: "2".parse()?, units_per_hour: "8".parse()? };
/// assert_eq!(lag_guard(&guard, guard.units_per_hour), 8);
/// # Ok::<(), rust_decimal::Error>(())
/// ```
#[must_use]
pub fn lag_guard(guard: &LagGuard, units_per_hour: Decimal) -> i64 {
    units(guard, units_per_hour).unwrap_or_default()
}

fn units(guard: &LagGuard, units_per_hour: Decimal) -> Option<i64> {
    // All in millionths of unit-seconds an hour: M = μ · 3600 · 10⁶, at most 8.64 · 10¹⁵.
    let mean = scaled(units_per_hour, MICRO)?.checked_mul(i128::from(guard.lag_seconds))?;
    let z = scaled(guard.z, MILLI)?;
    // k ≥ μ + z·√μ  ⇔  3600·10⁶·k − M ≥ √(z²·10⁶ · M · 3600), whole numbers on the left.
    let square = z.checked_mul(z)?.checked_mul(mean)?.checked_mul(SECONDS_AN_HOUR)?;
    let unit = SECONDS_AN_HOUR.checked_mul(MICRO)?;
    let above = mean.checked_add(root_up(square)?)?;
    i64::try_from(above.checked_add(unit - 1)?.div_euclid(unit)).ok()
}

/// The square root, rounded up.
fn root_up(square: i128) -> Option<i128> {
    let root = square.checked_isqrt()?;
    if root.checked_mul(root)? == square { Some(root) } else { root.checked_add(1) }
}

/// The number times a scale, if that is a whole number and not negative.
fn scaled(number: Decimal, scale: i128) -> Option<i128> {
    let scaled = number.checked_mul(Decimal::from_i128_with_scale(scale, 0))?.normalize();
    (scaled.scale() == 0 && !scaled.is_sign_negative()).then(|| scaled.mantissa())
}
