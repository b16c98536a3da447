//! Sharing whole units by weights, each share within its bounds.

use std::cmp::Reverse;

/// One who shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SplitShare {
    /// How much it counts against the others.
    pub weight: u32,
    /// The fewest units it gets, where there are enough for everybody's fewest.
    pub min: i64,
    /// The most units it gets; not below `min`.
    pub max: i64,
}

impl SplitShare {
    /// A share without bounds.
    #[must_use]
    pub const fn of(weight: u32) -> Self {
        Self { weight, min: 0, max: i64::MAX }
    }
}

/// Splits units by weights with bounds (water-filling): as near to the weights as the bounds allow.
///
/// Everybody's exact share is `clamp(weight · level, min, max)` for the one level at which the shares sum to the units;
/// what does not divide evenly goes to the largest remainders, ties to who stands first. Units that nobody has room
/// for stay over. Where there are fewer units than all the fewest together, those are cut by the same rule, with the
/// fewest as weights. `O(n²)` at worst.
///
/// ```
/// use oms_core::publish::{SplitShare, split_units};
/// let bounded = SplitShare { weight: 6, min: 0, max: 20 };
/// assert_eq!(split_units(100, &[bounded, SplitShare::of(3), SplitShare::of(1)]), [20, 60, 20]);
/// ```
#[must_use]
pub fn split_units(units: i64, shares: &[SplitShare]) -> Vec<i64> {
    let mut fixed = vec![None; shares.len()];
    let fewest: i128 = shares.iter().map(|share| i128::from(share.min.max(0))).sum();
    let units = i128::from(units.max(0));
    if fewest > units {
        let by_min: Vec<_> = shares.iter().map(|share| i128::from(share.min.max(0))).collect();
        return largest_remainder(units, &by_min);
    }
    loop {
        let given: i128 = fixed.iter().flatten().map(|&units: &i64| i128::from(units)).sum();
        let open = |(at, share): (usize, &SplitShare)| {
            if matches!(fixed.get(at), Some(None)) { i128::from(share.weight) } else { 0 }
        };
        let weights: Vec<i128> = shares.iter().enumerate().map(open).collect();
        let left = units.saturating_sub(given);
        match next_fixed(left, &weights, shares, &fixed) {
            Some(fix) => fixed = fix,
            None => {
                let rest = largest_remainder(left, &weights);
                return fixed.into_iter().zip(rest).map(|(fixed, rest)| fixed.unwrap_or(rest)).collect();
            }
        }
    }
}

/// Fixes everybody who is beyond a bound, on the side where more is missing; `None` when nobody is.
///
/// Those above their most leave units over, which can only raise the others; those below their fewest need units,
/// which can only lower them. Fixing the heavier side first is therefore never taken back.
fn next_fixed(
    left: i128,
    weights: &[i128],
    shares: &[SplitShare],
    fixed: &[Option<i64>],
) -> Option<Vec<Option<i64>>> {
    let total: i128 = weights.iter().sum();
    // Exact shares are compared as products with the total, which is 1 for nobody so that none has anything.
    let exact = |weight: i128| weight.saturating_mul(left);
    let bound = |bound: i64| i128::from(bound.max(0)).saturating_mul(total.max(1));
    let (mut over, mut under) = (0_i128, 0_i128);
    for ((share, &weight), fixed) in shares.iter().zip(weights).zip(fixed) {
        if fixed.is_none() {
            over = over.saturating_add(exact(weight).saturating_sub(bound(share.max)).max(0));
            under = under.saturating_add(bound(share.min).saturating_sub(exact(weight)).max(0));
        }
    }
    if over == 0 && under == 0 {
        return None;
    }
    let fix = |((share, &weight), fixed): ((&SplitShare, &i128), &Option<i64>)| match fixed {
        Some(fixed) => Some(*fixed),
        None if over > under && exact(weight) > bound(share.max) => Some(share.max.max(0)),
        None if over <= under && exact(weight) < bound(share.min) => Some(share.min.max(0)),
        None => None,
    };
    Some(shares.iter().zip(weights).zip(fixed).map(fix).collect())
}

/// Hands out units by weights, the largest remainders first (Hamilton); nothing where nobody has a weight.
fn largest_remainder(units: i128, weights: &[i128]) -> Vec<i64> {
    let total: i128 = weights.iter().sum();
    if total == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: i128| weight.saturating_mul(units);
    let mut parts: Vec<i128> = weights.iter().map(|&weight| exact(weight).div_euclid(total)).collect();
    let given: i128 = parts.iter().sum();
    let missing = usize::try_from(units.saturating_sub(given)).unwrap_or_default();
    let mut order: Vec<(usize, i128)> =
        weights.iter().map(|&weight| exact(weight).rem_euclid(total)).enumerate().collect();
    order.sort_by_key(|&(at, remainder)| (Reverse(remainder), at));
    for (at, _) in order.into_iter().take(missing) {
        if let Some(part) = parts.get_mut(at) {
            *part = part.saturating_add(1);
        }
    }
    parts.into_iter().map(|part| i64::try_from(part).unwrap_or(i64::MAX)).collect()
}
