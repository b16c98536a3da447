//! Exact arithmetic of costs: rounding, and the tail of a demand's distribution in whole numbers.

/// The weight of the most likely demand; all others are parts of it.
const PEAK: u128 = 1_000_000_000_000_000_000;
/// The most values of demand that are looked at to either side of the most likely one.
const MOST_VALUES: u64 = 200_000;
/// Probabilities are billionths.
pub(in crate::allocation) const WHOLE: u128 = 1_000_000_000;

/// A quotient rounded to the nearest whole number, halves up; 0 for a denominator below 1.
pub(in crate::allocation) fn half_up(num: i128, den: i128) -> i128 {
    if den < 1 {
        return 0;
    }
    num.saturating_mul(2).saturating_add(den).checked_div_euclid(den.saturating_mul(2)).unwrap_or(0)
}

/// So many thousandths of an amount, rounded to the nearest minor unit, halves up.
pub(in crate::allocation) fn per_mille(minor: i128, weight: u32) -> i128 {
    if weight == 1000 { minor } else { half_up(minor.saturating_mul(i128::from(weight)), 1000) }
}

/// How likely demand is at least so many units, in billionths.
///
/// Demand is Poisson where its variance equals its mean, negative binomial where it is larger: with mean `m`
/// and variance `v` the probabilities of neighbours stand in the ratio `p(k+1) / p(k) = (k·(v − m) + m²) /
/// (v·(k + 1))`. Weights are built outwards from the most likely value in whole numbers, rounded down, until
/// they are nothing; a probability is the part of their sum. No float, no table that has to be trusted.
#[derive(Clone, Debug)]
pub(in crate::allocation) struct Tail {
    /// The least demand with a weight.
    pub(in crate::allocation) from: u64,
    /// `P(demand ≥ from + at)` in billionths.
    pub(in crate::allocation) billionths: Vec<u64>,
}

impl Tail {
    /// The distribution of a demand by its mean and variance in thousandths; a variance below the mean counts as it.
    pub(in crate::allocation) fn new(mean_milli: u64, variance_milli: u64) -> Self {
        let mean = u128::from(mean_milli);
        let variance = u128::from(variance_milli.max(mean_milli));
        if mean == 0 {
            return Self { from: 0, billionths: vec![1_000_000_000] };
        }
        // Both sides of the ratio in millionths.
        let up = |k: u64| {
            let k = u128::from(k);
            let num = k.saturating_mul(variance.saturating_sub(mean)).saturating_mul(1000);
            let num = num.saturating_add(mean.saturating_mul(mean));
            (num, variance.saturating_mul(k.saturating_add(1)).saturating_mul(1000))
        };
        let mode = mode(mean, variance);
        let mut right = vec![PEAK];
        let mut weight = PEAK;
        for k in mode..mode.saturating_add(MOST_VALUES) {
            let (num, den) = up(k);
            weight = weight.saturating_mul(num).checked_div(den).unwrap_or(0);
            if weight == 0 {
                break;
            }
            right.push(weight);
        }
        let mut left = Vec::new();
        weight = PEAK;
        for k in (mode.saturating_sub(MOST_VALUES)..mode).rev() {
            let (num, den) = up(k);
            weight = weight.saturating_mul(den).checked_div(num).unwrap_or(0);
            if weight == 0 {
                break;
            }
            left.push(weight);
        }
        let from = mode.saturating_sub(u64::try_from(left.len()).unwrap_or(mode));
        let weights: Vec<u128> = left.into_iter().rev().chain(right).collect();
        let sum = weights.iter().fold(0_u128, |sum, weight| sum.saturating_add(*weight));
        let mut above = sum;
        let mut billionths = Vec::with_capacity(weights.len());
        for weight in weights {
            let part = above.saturating_mul(WHOLE).checked_div(sum).unwrap_or(0);
            billionths.push(u64::try_from(part).unwrap_or(0));
            above = above.saturating_sub(weight);
        }
        Self { from, billionths }
    }

    /// `P(demand ≥ units)` in billionths.
    pub(in crate::allocation) fn at_least(&self, units: u64) -> u64 {
        let Some(at) = units.checked_sub(self.from) else { return 1_000_000_000 };
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        self.billionths.get(at).copied().unwrap_or(0)
    }

    /// The least demand that never happens.
    pub(in crate::allocation) fn end(&self) -> u64 {
        self.from.saturating_add(u64::try_from(self.billionths.len()).unwrap_or(u64::MAX))
    }
}

/// The most likely demand: the first `k` with `p(k+1) < p(k)`, which is `k·m > m² − v − …` solved for `k`:
/// `k·(v − m) + m² < v·(k + 1)`, so `k > (m² − v) / m`, all in thousandths.
fn mode(mean: u128, variance: u128) -> u64 {
    // m² in millionths against v in thousandths.
    let top = mean.saturating_mul(mean).saturating_sub(variance.saturating_mul(1000));
    let first = top.checked_div(mean.saturating_mul(1000)).unwrap_or(0);
    let is_below = mean.saturating_mul(mean) < variance.saturating_mul(1000);
    let mode = if is_below { 0 } else { first.saturating_add(1) };
    u64::try_from(mode).unwrap_or(u64::MAX)
}
