//! ISO 4217 currencies.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::currency_table::CURRENCIES;

/// An ISO 4217 currency with the number of decimals of its minor unit.
///
/// ```
/// use oms_core::value::Currency;
/// assert_eq!(Currency::new("JPY").map(Currency::digits), Some(0));
/// assert_eq!(Currency::new("jpy"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    digits: u8,
}

impl Currency {
    /// Brazilian real.
    pub const BRL: Self = Self { code: *b"BRL", digits: 2 };
    /// Chinese yuan.
    pub const CNY: Self = Self { code: *b"CNY", digits: 2 };
    /// Euro.
    pub const EUR: Self = Self { code: *b"EUR", digits: 2 };
    /// Pound sterling.
    pub const GBP: Self = Self { code: *b"GBP", digits: 2 };
    /// Japanese yen.
    pub const JPY: Self = Self { code: *b"JPY", digits: 0 };
    /// US dollar.
    pub const USD: Self = Self { code: *b"USD", digits: 2 };

    /// The currency of a three-letter code in capitals, or `None` if ISO 4217 does not list it.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let at = CURRENCIES.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
        let (code, digits) = CURRENCIES.get(at)?;
        Some(Self { code: code.as_bytes().try_into().ok()?, digits: *digits })
    }

    /// The three-letter code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// How many decimals the minor unit has: 2 for cents, 0 for yen.
    #[must_use]
    pub const fn digits(self) -> u32 {
        self.digits as u32
    }

    /// Every currency known, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        CURRENCIES.iter().filter_map(|(code, _)| Self::new(code))
    }
}

impl std::fmt::Debug for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::new(&code)
            .ok_or_else(|| serde::de::Error::custom("not a currency of ISO 4217 (three capital letters)"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Currency {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[A-Z]{3}$", "format": "currency"})
    }
    fn inline_schema() -> bool {
        true
    }
}
