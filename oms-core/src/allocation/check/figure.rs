//! The checker's own arithmetic: rounding and distributions, written out anew from their definitions.

/// A quotient to the nearest whole number, halves up.
pub(super) fn nearest(num: i128, den: i128) -> i128 {
    if den < 1 {
        return 0;
    }
    let (whole, rest) = (num.div_euclid(den), num.rem_euclid(den));
    if rest >= den - rest { whole.saturating_add(1) } else { whole }
}

/// Thousandths of an amount.
pub(super) fn weighed(minor: i128, per_mille: u32) -> i128 {
    nearest(minor.saturating_mul(i128::from(per_mille)), 1000)
}

/// `P(demand ≥ units)` in billionths, from the ratio of neighbours.
///
/// The weight of the first value that is likelier than the next is 10¹⁸; the others follow from it outwards,
/// rounded down, 200,000 values to either side at the most.
pub(super) struct Demand {
    /// Each value with a weight and the sum of the weights from it on, sorted by value.
    sums: Vec<(u64, u128)>,
}

impl Demand {
    pub(super) fn new(mean_milli: u64, variance_milli: Option<u64>) -> Self {
        let mean = u128::from(mean_milli);
        let variance = u128::from(variance_milli.unwrap_or(0)).max(mean);
        if mean == 0 {
            return Self { sums: vec![(0, 1)] };
        }
        let ratio = |value: u64| {
            let value = u128::from(value);
            let num = (variance - mean).saturating_mul(value).saturating_mul(1000);
            (num.saturating_add(mean * mean), variance.saturating_mul(1000).saturating_mul(value + 1))
        };
        let falls = |value: u64| {
            let (num, den) = ratio(value);
            num < den
        };
        let (mut low, mut high) = (0_u64, mean_milli);
        while low < high {
            let middle = low.midpoint(high);
            if falls(middle) { high = middle } else { low = middle + 1 }
        }
        let (top, peak) = (low, 1_000_000_000_000_000_000_u128);
        let mut weights = vec![(top, peak)];
        let mut weight = peak;
        for value in top..top.saturating_add(200_000) {
            let (num, den) = ratio(value);
            weight = weight.saturating_mul(num).checked_div(den).unwrap_or(0);
            if weight == 0 {
                break;
            }
            weights.push((value + 1, weight));
        }
        weight = peak;
        for value in (top.saturating_sub(200_000)..top).rev() {
            let (num, den) = ratio(value);
            weight = weight.saturating_mul(den).checked_div(num).unwrap_or(0);
            if weight == 0 {
                break;
            }
            weights.push((value, weight));
        }
        weights.sort_unstable();
        let mut sum = 0_u128;
        for (_, weight) in weights.iter_mut().rev() {
            sum = sum.saturating_add(*weight);
            *weight = sum;
        }
        Self { sums: weights }
    }

    pub(super) fn at_least(&self, units: u64) -> i128 {
        let at = self.sums.partition_point(|(value, _)| *value < units);
        let sum = self.sums.get(at).map_or(0, |(_, sum)| *sum);
        let all = self.sums.first().map_or(1, |(_, sum)| *sum);
        let part = sum.saturating_mul(1_000_000_000).checked_div(all).unwrap_or(0);
        i128::try_from(part).unwrap_or(0)
    }

    /// The least and the greatest demand that happen.
    pub(super) fn span(&self) -> (u64, u64) {
        let value = |one: Option<&(u64, u128)>| one.map_or(0, |(value, _)| *value);
        (value(self.sums.first()), value(self.sums.last()))
    }
}
