//! The standard normal distribution in exact decimals: distribution function, quantile, and unit loss.
//!
//! The distribution function is Marsaglia's series (G. Marsaglia, "Evaluating the Normal Distribution", *Journal of
//! Statistical Software* 11(4), 2004), summed until a term vanishes at 28 digits: the error is below 10⁻²⁰ for |x| ≤
//! 6, where results are cut. The inverses are Newton steps on it, from the side on which they cannot overshoot, so
//! they end on the same digits everywhere. No float is involved.

use rust_decimal::Decimal;

use super::ReplenishError;
use super::figure::{Figure, within};
use crate::value::Problems;

/// 1 / √(2π).
const DENSITY_AT_ZERO: Decimal = Decimal::from_parts(2_880_526_071, 2_378_455_365, 216_267_043, false, 28);
/// Beyond this many standard deviations the tails are cut.
const WIDEST: Decimal = Decimal::from_parts(6, 0, 0, false, 0);
/// The smallest step that Newton's method goes on for: 10⁻¹².
const STEP: Decimal = Decimal::from_parts(1, 0, 0, false, 12);
const MOST_STEPS: u32 = 100;
const MOST_TERMS: i64 = 400;
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// eʸ for 0 ≤ y ≤ 18: the power series, all of whose terms are positive.
fn exponential(y: Decimal) -> Figure {
    let (mut sum, mut term) = (Figure::from(1_i64), Figure::from(1_i64));
    for n in 1..=MOST_TERMS {
        term = term * y / n;
        sum = sum + term;
        if term.value().is_ok_and(|term| term.is_zero()) {
            break;
        }
    }
    sum
}

fn density(x: Decimal) -> Figure {
    Figure::from(DENSITY_AT_ZERO) / exponential_of_half_square(x)
}

fn exponential_of_half_square(x: Decimal) -> Figure {
    match (Figure::from(x) * x * HALF).value() {
        Ok(half_square) => exponential(half_square),
        Err(_) => Figure::from(Decimal::MAX) * Decimal::MAX,
    }
}

/// The part of the distribution between 0 and x, for 0 ≤ x ≤ 6.
fn from_zero(x: Decimal) -> Figure {
    let (mut sum, mut term) = (Figure::from(x), Figure::from(x));
    for n in 1..=MOST_TERMS {
        term = term * x * x / (2 * n + 1);
        sum = sum + term;
        if term.value().is_ok_and(|term| term.is_zero()) {
            break;
        }
    }
    sum * density(x)
}

/// Φ(x), the share of a standard normal distribution below x. Beyond ±6 it is 0 or 1. Rounded to 12 decimals.
///
/// # Errors
/// [`ReplenishError::Overflow`]: never for numbers.
pub fn normal_cdf(x: Decimal) -> Result<Decimal, ReplenishError> {
    Ok(cdf(x).rounded(12).value()?.normalize())
}

fn cdf(x: Decimal) -> Figure {
    if x >= WIDEST {
        return Figure::from(1_i64);
    }
    if x <= -WIDEST {
        return Figure::from(0_i64);
    }
    if x.is_sign_negative() {
        Figure::from(HALF) - from_zero(x.abs())
    } else {
        Figure::from(HALF) + from_zero(x)
    }
}

/// z = Φ⁻¹(p): how many standard deviations cover a share p of all cases. Rounded to 6 decimals, all of them right.
///
/// ```
/// use oms_core::replenish::normal_quantile;
/// assert_eq!(normal_quantile("0.975".parse()?)?.to_string(), "1.959964");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ReplenishError::Invalid`] unless 0.000001 ≤ p ≤ 0.999999.
pub fn normal_quantile(p: Decimal) -> Result<Decimal, ReplenishError> {
    let least = Decimal::new(1, 6);
    let mut problems = Problems::new();
    within(&mut problems, "", p, least, Decimal::ONE - least);
    if !problems.is_empty() {
        return Err(ReplenishError::Invalid(problems));
    }
    if p < HALF {
        return Ok(-normal_quantile(Decimal::ONE - p)?);
    }
    // Φ is concave above zero: from zero, Newton's steps never pass the quantile.
    let mut x = Decimal::ZERO;
    for _ in 0..MOST_STEPS {
        let step = ((Figure::from(p) - cdf(x).value()?) / density(x).value()?).value()?;
        x = (Figure::from(x) + step).rounded(20).value()?;
        if step.abs() < STEP {
            break;
        }
    }
    Figure::from(x).result()
}

/// G(k) = φ(k) − k·(1 − Φ(k)), the unit normal loss: the expected shortage, in standard deviations, of a stock that is
/// k standard deviations above the mean demand. Rounded to 12 decimals.
///
/// ```
/// use oms_core::replenish::normal_loss;
/// assert_eq!(normal_loss("1".parse()?)?.round_dp(6).to_string(), "0.083315");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ReplenishError::Overflow`] for numbers beyond 28 digits.
pub fn normal_loss(k: Decimal) -> Result<Decimal, ReplenishError> {
    Ok(loss(k).rounded(12).value()?.normalize())
}

fn loss(k: Decimal) -> Figure {
    if k >= WIDEST {
        return Figure::from(0_i64);
    }
    if k <= -WIDEST {
        return Figure::from(-k);
    }
    density(k) - (Figure::from(1_i64) - cdf(k)) * k
}

/// The k with G(k) = g, from 0 to 6: nothing where even no safety stock loses less than g. Rounded to 6 decimals.
///
/// # Errors
/// [`ReplenishError::Invalid`] for a negative g.
pub fn normal_loss_inverse(g: Decimal) -> Result<Decimal, ReplenishError> {
    let mut problems = Problems::new();
    within(&mut problems, "", g, Decimal::ZERO, Decimal::MAX);
    if !problems.is_empty() {
        return Err(ReplenishError::Invalid(problems));
    }
    if g >= loss(Decimal::ZERO).value()? {
        return Ok(Decimal::ZERO);
    }
    // G is convex and falls with the slope −(1 − Φ): from zero, Newton's steps never pass the root.
    let mut k = Decimal::ZERO;
    for _ in 0..MOST_STEPS {
        let slope = (Figure::from(1_i64) - cdf(k)).value()?;
        if k >= WIDEST || slope.is_zero() {
            return Ok(WIDEST);
        }
        let step = ((loss(k) - g) / slope).value()?;
        k = (Figure::from(k) + step).rounded(20).value()?;
        if step.abs() < STEP {
            break;
        }
    }
    Figure::from(k.min(WIDEST)).result()
}
