//! Numbers that look random and follow from a seed: `SplitMix64`, as Steele, Lea and Flood gave it in *Fast Splittable
//! Pseudorandom Number Generators* (2014).

/// A stream of numbers.
pub(in crate::allocation) struct Dice(u64);

impl Dice {
    /// The stream of a family and a seed.
    pub(in crate::allocation) const fn new(salt: u64, seed: u64) -> Self {
        let mut dice = Self(seed);
        let mixed = dice.next();
        Self(mixed ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to under `bound`; 0 where there is no such number.
    pub(in crate::allocation) fn below(&mut self, bound: i64) -> i64 {
        let high = u128::from(self.next()).saturating_mul(u128::from(bound.max(1).unsigned_abs())) >> 64;
        i64::try_from(high).unwrap_or(0)
    }

    /// From `low` to `high`, both included.
    pub(in crate::allocation) fn within(&mut self, low: i64, high: i64) -> i64 {
        low.saturating_add(self.below(high.saturating_sub(low).saturating_add(1)))
    }

    /// True so many times in a hundred.
    pub(in crate::allocation) fn percent(&mut self, percent: i64) -> bool {
        self.below(100) < percent
    }

    /// One of some values, each as often as its weight.
    pub(in crate::allocation) fn pick(&mut self, weighted: &[(i64, i64)]) -> i64 {
        let sum = weighted.iter().fold(0_i64, |sum, (weight, _)| sum.saturating_add(*weight));
        let mut left = self.below(sum);
        for (weight, value) in weighted {
            if left < *weight {
                return *value;
            }
            left = left.saturating_sub(*weight);
        }
        0
    }
}
