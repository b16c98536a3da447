//! How long stock lasts.

use chrono::TimeDelta;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ReplenishError;
use super::figure::{Figure, LARGEST, within};
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Instant, Problems, Quantity, decimal_text};

/// How far ahead is looked: ten years.
pub const MAX_COVER_DAYS: i64 = 3_660;

/// Units that will be there from an instant on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DatedUnits {
    /// From when on.
    pub at: Instant,
    /// How many.
    pub quantity: Quantity,
}

/// What there is, what comes, and what goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockProjection {
    /// Free units now.
    pub free: i64,
    /// Mean demand per day.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub daily_demand: Decimal,
    /// Units that come.
    #[serde(default)]
    pub supply: Vec<DatedUnits>,
    /// Now.
    pub at: Instant,
}

/// When stock runs out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockOut {
    /// How many days from now.
    pub days: u32,
    /// When: now and so many days of 24 hours.
    pub at: Instant,
    /// How many units are missing at the end of that day, rounded up.
    pub missing: i64,
}

/// The first day, counted from now as day 0, at whose end the projection `free + supply − demand` is below zero; none
/// within ten years. Supply counts from the day on which it comes. `O(s log s)` in the supply.
///
/// ```
/// use oms_core::replenish::{StockProjection, stock_out};
/// let at = "2026-11-11T00:00:00Z".parse()?;
/// let projection = StockProjection { free: 50, daily_demand: 20.into(), supply: vec![], at };
/// let out = stock_out(&projection)?.map(|out| (out.days, out.missing));
/// assert_eq!(out, Some((3, 10))); // 30, 10, -10
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ReplenishError::Invalid`] for a negative or absurd demand; [`ReplenishError::Overflow`].
pub fn stock_out(projection: &StockProjection) -> Result<Option<StockOut>, ReplenishError> {
    let mut problems = Problems::new();
    within(&mut problems, "/dailyDemand", projection.daily_demand, Decimal::ZERO, LARGEST);
    if !problems.is_empty() {
        return Err(ReplenishError::Invalid(problems));
    }
    let mut supply = projection.supply.clone();
    supply.sort_unstable();
    let mut stock = projection.free;
    let mut from = 0;
    let mut coming = supply.iter().map(|units| (day_of(projection.at, units.at), units.quantity)).peekable();
    // Between two arrivals the stock only falls, so the first day below zero can be computed.
    loop {
        while let Some((_, quantity)) = coming.next_if(|(day, _)| *day <= from) {
            stock = stock.saturating_add(quantity.signed());
        }
        let next = coming.peek().map_or(MAX_COVER_DAYS + 1, |(day, _)| (*day).min(MAX_COVER_DAYS + 1));
        if let Some(days) = first_below(stock, projection.daily_demand, from)?.filter(|days| *days < next) {
            return out(projection, stock, days);
        }
        if next > MAX_COVER_DAYS {
            return Ok(None);
        }
        from = next;
    }
}

/// On which day units come, 0 for today and the past.
fn day_of(now: Instant, at: Instant) -> i64 {
    at.signed_duration_since(now).num_days().max(0)
}

/// The first day from one on at whose end demand has taken more than the stock.
fn first_below(stock: i64, daily: Decimal, from: i64) -> Result<Option<i64>, ReplenishError> {
    if stock < 0 {
        return Ok(Some(from));
    }
    if daily.is_zero() {
        return Ok(None);
    }
    // The division is cut at 28 digits; the test of the day itself is exact.
    let guess = (Figure::from(stock) / daily).value()?.floor();
    let Ok(guess) = i64::try_from(guess) else { return Ok(None) };
    let below = |days: i64| Ok((Figure::from(daily) * days).value()? > Decimal::from(stock));
    for days in [guess, guess.saturating_add(1), guess.saturating_add(2)] {
        if days <= MAX_COVER_DAYS && below(days)? {
            return Ok(Some(days.max(from)));
        }
    }
    Ok(None)
}

fn out(projection: &StockProjection, stock: i64, days: i64) -> Result<Option<StockOut>, ReplenishError> {
    let Some(at) = TimeDelta::try_days(days).and_then(|days| projection.at.checked_add_signed(days)) else {
        return Ok(None);
    };
    let demand = Figure::from(projection.daily_demand) * days;
    let missing = (demand - stock).units_up()?;
    Ok(Some(StockOut { days: u32::try_from(days).unwrap_or(u32::MAX), at, missing }))
}

/// `free / d̄`, cut (rounded towards zero) after 2 decimals; nothing without demand.
///
/// # Errors
/// [`ReplenishError::Overflow`].
pub fn days_of_cover(free: i64, daily_demand: Decimal) -> Result<Option<Decimal>, ReplenishError> {
    if daily_demand.is_zero() {
        return Ok(None);
    }
    Ok(Some((Figure::from(free) / daily_demand).value()?.trunc_with_scale(2).normalize()))
}
