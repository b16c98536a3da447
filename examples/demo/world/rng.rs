//! A small generator of its own, so that a seed means the same world on every machine and in every version.

/// SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014). Whole numbers only.
#[derive(Clone, Debug)]
pub(crate) struct Rng(u64);

impl Rng {
    /// A generator of its own for one thing of the world: what is drawn from it moves nothing elsewhere.
    pub(crate) fn fork(seed: u64, kind: u64, number: u64) -> Self {
        let mut rng = Self(seed ^ kind.wrapping_mul(0xA24B_AED4_963E_E407));
        let first = rng.next();
        Self(first ^ number.wrapping_mul(0x9FB2_1C65_1E98_DF25))
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// 0 up to, but without, `n`; 0 for none.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        // Multiply and shift: the bias of 2⁻⁶⁴·n is far below what a simulation of this size could notice.
        u64::try_from((u128::from(self.next()) * u128::from(n)) >> 64).unwrap_or(0)
    }

    /// `from` to `to`, both included.
    pub(crate) fn between(&mut self, from: i64, to: i64) -> i64 {
        let span = to.saturating_sub(from).max(0).unsigned_abs().saturating_add(1);
        from.saturating_add_unsigned(self.below(span))
    }

    /// True so many times in a thousand.
    pub(crate) fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// Around the middle of `from` to `to`: the mean of three draws.
    pub(crate) fn around(&mut self, from: i64, to: i64) -> i64 {
        (self.between(from, to) + self.between(from, to) + self.between(from, to)) / 3
    }

    /// From `from` upwards, small values far likelier: the product of two draws.
    pub(crate) fn skewed(&mut self, from: i64, to: i64) -> i64 {
        let span = to.saturating_sub(from);
        from + span * self.between(0, 1000) / 1000 * self.between(0, 1000) / 1000
    }
}

/// Draws by weight, in `O(log n)`.
#[derive(Clone, Debug)]
pub(crate) struct Weighted {
    sums: Vec<u64>,
}

impl Weighted {
    pub(crate) fn new(weights: impl IntoIterator<Item = u64>) -> Self {
        let mut sum = 0_u64;
        let add = |weight: u64| {
            sum = sum.saturating_add(weight);
            sum
        };
        Self { sums: weights.into_iter().map(add).collect() }
    }

    /// The place of the weight that was hit.
    pub(crate) fn draw(&self, rng: &mut Rng) -> usize {
        let hit = rng.below(self.total());
        self.sums.partition_point(|sum| *sum <= hit).min(self.sums.len().saturating_sub(1))
    }

    pub(crate) fn total(&self) -> u64 {
        self.sums.last().copied().unwrap_or(0)
    }
}
