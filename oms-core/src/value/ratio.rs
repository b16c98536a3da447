//! Exact quotients of whole numbers.

use std::cmp::Ordering;

use serde::{Deserialize, Deserializer, Serialize};

/// An exact quotient in lowest terms with a positive denominator: 7/2, never 3.4999.
///
/// Compared by what it is worth; rounding is left to whoever shows it.
///
/// ```
/// use oms_core::value::Ratio;
/// let half = Ratio::new(3, 6).unwrap();
/// assert_eq!((half.num(), half.den()), (1, 2));
/// assert!(half < Ratio::new(2, 3).unwrap());
/// assert_eq!(Ratio::new(1, 0), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ratio {
    /// The numerator.
    num: i64,
    /// The denominator, at least 1.
    den: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RatioParts {
    num: i64,
    den: i64,
}

impl Ratio {
    /// The quotient in lowest terms; `None` for a denominator of zero, or when the terms do not fit 64 bits even then.
    #[must_use]
    pub fn new(num: impl Into<i128>, den: impl Into<i128>) -> Option<Self> {
        let (num, den) = (num.into(), den.into());
        let divisor = greatest_common_divisor(num.unsigned_abs(), den.unsigned_abs());
        let reduced = |term: i128| i64::try_from(term.unsigned_abs().checked_div(divisor)?).ok();
        let (size, den_size) = (reduced(num)?, reduced(den)?);
        let num = if num.is_negative() == den.is_negative() { size } else { size.saturating_neg() };
        (den != 0).then_some(Self { num, den: den_size })
    }

    /// The numerator in lowest terms; it bears the sign.
    #[must_use]
    pub const fn num(self) -> i64 {
        self.num
    }

    /// The denominator in lowest terms, at least 1.
    #[must_use]
    pub const fn den(self) -> i64 {
        self.den
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        // Products of two 64-bit numbers fit 128 bits.
        let left = i128::from(self.num).saturating_mul(i128::from(other.den));
        left.cmp(&i128::from(other.num).saturating_mul(i128::from(self.den)))
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.num, self.den)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let RatioParts { num, den } = RatioParts::deserialize(deserializer)?;
        let ratio = Self::new(num, den);
        ratio.ok_or_else(|| serde::de::Error::custom("a ratio has a denominator other than zero"))
    }
}

/// Euclid's algorithm; zero only for two zeros.
fn greatest_common_divisor(mut left: u128, mut right: u128) -> u128 {
    while let Some(rest) = left.checked_rem(right) {
        (left, right) = (right, rest);
    }
    left
}
