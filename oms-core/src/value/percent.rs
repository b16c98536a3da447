//! Percentages, exact.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Rounding;
use super::money::parse_decimal;

/// A percentage of at most four decimals, exact; a string such as `"12.75"` on the wire.
///
/// ```
/// use oms_core::value::{Percent, Rounding};
/// let rate = Percent::parse("0.5").unwrap();
/// assert_eq!(rate.of(50_000, Rounding::HalfUp), Some(250));
/// assert_eq!(rate.to_string(), "0.5");
/// assert_eq!(Percent::parse("0.00001"), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

/// How many millionths a whole has.
const WHOLE: i64 = 1_000_000;

impl Percent {
    /// So many millionths of the whole: 10,000 are one percent.
    #[must_use]
    pub const fn millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// The millionths.
    #[must_use]
    pub const fn as_millionths(self) -> i64 {
        self.0
    }

    /// Reads a plain decimal number of percent; `None` for anything else, for more than four decimals and for what
    /// is beyond 9 × 10¹⁴ percent.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut percent = parse_decimal(text)?.normalize();
        if percent.scale() > 4 {
            return None;
        }
        percent.rescale(4);
        (percent.scale() == 4).then_some(())?;
        i64::try_from(percent.mantissa()).ok().map(Self)
    }

    /// The number of percent.
    #[must_use]
    pub fn as_decimal(self) -> Decimal {
        Decimal::new(self.0, 4).normalize()
    }

    /// So much of an amount in minor units, rounded; `None` when it is beyond 64 bits.
    #[must_use]
    pub fn of(self, minor: i64, rounding: Rounding) -> Option<i64> {
        match minor.checked_mul(self.0) {
            Some(product) => rounding.divide(i128::from(product), i128::from(WHOLE)),
            None => rounding.divide(i128::from(minor).saturating_mul(i128::from(self.0)), i128::from(WHOLE)),
        }
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.as_decimal())
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom("not a percentage of at most four decimals such as \"12.75\"")
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Percent {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Percent".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "decimal"})
    }
    fn inline_schema() -> bool {
        true
    }
}
