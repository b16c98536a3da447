//! Numbers that look random and are the same everywhere: `SplitMix64` (Steele, Lea and Flood, OOPSLA 2014).

/// A stream of numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seed(u64);

impl Seed {
    pub(super) const fn new(stream: u64, number: u64) -> Self {
        Self(stream.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ number.wrapping_mul(0xD1B5_4A32_D192_ED03))
    }

    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below `end`; zero when `end` is.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.next()) * (end as u128);
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// A waiting time with a mean of about 1,000: minus a thousand times the logarithm of a fair number, with the
    /// logarithm drawn straight between powers of two.
    pub(super) fn waiting(&mut self) -> i64 {
        let bits = self.next();
        let whole = i64::from((bits | 1).leading_zeros());
        let part = i64::try_from(self.next() >> 54).unwrap_or(0);
        (whole * 1024 + part) * 693 / 1024
    }

    pub(super) fn shuffle<T>(&mut self, values: &mut [T]) {
        for end in (1..values.len()).rev() {
            let other = self.below(end + 1);
            values.swap(end, other);
        }
    }
}
