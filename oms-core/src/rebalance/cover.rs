//! How long stock lasts.

use crate::value::Ratio;

/// Days that so many units last at a mean daily demand in thousandths of a unit, exactly: `units / demand`. `None`
/// without demand: then they last for ever. Below zero when more is promised than there is.
///
/// ```
/// use oms_core::rebalance::cover_days;
/// use oms_core::value::Ratio;
/// assert_eq!(cover_days(7, 2_000), Ratio::new(7, 2)); // 2 a day: 3.5 days
/// assert_eq!(cover_days(7, 0), None);
/// ```
#[must_use]
pub fn cover_days(units: i64, daily_demand_milli: u64) -> Option<Ratio> {
    Ratio::new(i128::from(units).saturating_mul(1000), i128::from(daily_demand_milli))
}

/// The fewest units that last so many days.
pub(super) fn units_for(days: u32, daily_demand_milli: u64) -> i64 {
    let milli = i128::from(days).saturating_mul(i128::from(daily_demand_milli));
    let units = milli.saturating_add(999) / 1000;
    i64::try_from(units).unwrap_or(i64::MAX)
}
