//! Where parcels go, masked wherever it could be printed.

use serde::{Deserialize, Deserializer, Serialize};

use super::{RegionCode, Text};

/// An ISO 3166-1 alpha-2 country code: two capital letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// The code, or `None` if it is not two capital letters. Whether the country exists is not checked.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl std::fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Display for CountryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::new(&code)
            .ok_or_else(|| serde::de::Error::custom("not a country code (two capital letters, ISO 3166-1)"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for CountryCode {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CountryCode".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[A-Z]{2}$", "format": "country"})
    }
    fn inline_schema() -> bool {
        true
    }
}

/// A point on the globe in millionths of a degree, so that it is exact and compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GeoPoint {
    /// Latitude in millionths of a degree, −90,000,000 to 90,000,000, north positive.
    #[cfg_attr(feature = "schema", schemars(range(min = -90_000_000, max = 90_000_000)))]
    pub lat_micro: i32,
    /// Longitude in millionths of a degree, −180,000,000 to 180,000,000, east positive.
    #[cfg_attr(feature = "schema", schemars(range(min = -180_000_000, max = 180_000_000)))]
    pub lon_micro: i32,
}

impl GeoPoint {
    /// Whether both coordinates lie on the globe.
    #[must_use]
    pub fn is_on_globe(self) -> bool {
        self.lat_micro.unsigned_abs() <= 90_000_000 && self.lon_micro.unsigned_abs() <= 180_000_000
    }
}

/// A postal address.
///
/// `Debug` masks name, phone, postal code and lines: logs and error texts show where, never who.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Address {
    /// The receiver.
    #[serde(default)]
    pub name: Text,
    /// The receiver's telephone.
    #[serde(default)]
    pub phone: Text,
    /// The country.
    pub country: CountryCode,
    /// Province or state, as rates and reports know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// City or town.
    #[serde(default)]
    pub city: Text,
    /// District or county.
    #[serde(default)]
    pub district: Text,
    /// Postal code.
    #[serde(default)]
    pub postal_code: Text,
    /// Street, house number and what else the courier needs.
    #[serde(default)]
    pub lines: Vec<Text>,
    /// Where it lies, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<GeoPoint>,
}

impl Address {
    /// An address in a country, with nothing else known yet.
    #[must_use]
    pub fn new(country: CountryCode) -> Self {
        Self {
            name: Text::default(),
            phone: Text::default(),
            country,
            region: None,
            city: Text::default(),
            district: Text::default(),
            postal_code: Text::default(),
            lines: Vec::new(),
            location: None,
        }
    }
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Address")
            .field("name", &"***")
            .field("phone", &"***")
            .field("country", &self.country)
            .field("region", &self.region)
            .field("city", &self.city)
            .field("postal_code", &"***")
            .field("lines", &"***")
            .finish_non_exhaustive()
    }
}
