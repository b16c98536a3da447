//! Named sets of places, and kinds of them.

use std::collections::BTreeSet;
use std::ops::Bound::{Included, Unbounded};

use serde::{Deserialize, Serialize};

use crate::value::{Address, CountryCode, PostalPrefix, Problems, RegionCode, Text};

/// A set of places: in one of the countries, if any is named, and in one of the places, if any is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AreaSet"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AreaSet {
    /// The countries.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub countries: BTreeSet<CountryCode>,
    /// Whole provinces or states.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub regions: BTreeSet<RegionCode>,
    /// Whole cities, as addresses spell them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub cities: BTreeSet<Text>,
    /// Whole districts, as addresses spell them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub districts: BTreeSet<Text>,
    /// Postal codes that start so.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub postal_codes: BTreeSet<PostalPrefix>,
    /// Postal codes from one to another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postal_ranges: Vec<PostalRange>,
}

/// Postal codes of one length from one to another, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostalRange {
    /// The first.
    pub from: PostalPrefix,
    /// The last; as long as the first. Longer codes are cut to this length.
    pub to: PostalPrefix,
}

/// What kind of place a parcel goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// An office, a shop.
    Business,
    /// A home.
    Residence,
    /// A post-office box.
    PoBox,
    /// A post office of the armed forces.
    Military,
    /// A parcel locker.
    Locker,
}

impl AreaSet {
    /// Whether an address lies in it.
    #[must_use]
    pub fn contains(&self, address: &Address) -> bool {
        if !self.countries.is_empty() && !self.countries.contains(&address.country) {
            return false;
        }
        let code = address.postal_code.as_str();
        self.names_no_place()
            || address.region.as_ref().is_some_and(|region| self.regions.contains(region))
            || (!self.cities.is_empty() && self.cities.contains(&address.city))
            || (!self.districts.is_empty() && self.districts.contains(&address.district))
            || starts_with_any(&self.postal_codes, code)
            || self.postal_ranges.iter().any(|range| range.contains(code))
    }

    fn names_no_place(&self) -> bool {
        self.regions.is_empty()
            && self.cities.is_empty()
            && self.districts.is_empty()
            && self.postal_codes.is_empty()
            && self.postal_ranges.is_empty()
    }

    /// Everything wrong with it: it must name something, and ranges must be of one length and rise.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.countries.is_empty() && self.names_no_place() {
            problems.add("input.empty", "", "name at least one place");
        }
        for (at, range) in self.postal_ranges.iter().enumerate() {
            if range.from > range.to || range.from.as_str().len() != range.to.as_str().len() {
                let message = "a range goes up, and its ends are of one length";
                problems.add("carrier.bad_postal_range", format!("/postalRanges/{at}"), message);
            }
        }
        problems
    }
}

impl PostalRange {
    fn contains(&self, code: &str) -> bool {
        let cut = code.get(..self.from.as_str().len());
        cut.is_some_and(|cut| (self.from.as_str()..=self.to.as_str()).contains(&cut))
    }
}

/// Whether a code starts with one of these.
///
/// Whatever stands between a start of the code and the code itself starts so too; hence what stands before the code
/// either is such a start, or shares all of it with the code.
fn starts_with_any(starts: &BTreeSet<PostalPrefix>, code: &str) -> bool {
    let mut rest = code;
    while let Some(before) = starts.range::<str, _>((Unbounded, Included(rest))).next_back() {
        let before = before.as_str();
        let shared = before.bytes().zip(rest.bytes()).take_while(|(one, other)| one == other).count();
        if shared == before.len() {
            return true;
        }
        rest = rest.get(..floor(rest, shared)).unwrap_or_default();
    }
    false
}

/// The last place up to another at which a text may be cut.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_by_any_of_its_starts() {
        let set = |all: &[&str]| all.iter().map(|one| PostalPrefix::new(one).unwrap()).collect();
        let starts: BTreeSet<PostalPrefix> = set(&["1", "12", "125", "9", "é1", "H2X 1"]);
        for (code, found) in [
            ("13", true),
            ("129", true),
            ("2", false),
            ("0", false),
            ("", false),
            ("90210", true),
            ("é19", true),
            ("é2", false),
            ("è1", false),
            ("H2X 1Y4", true),
            ("H2X", false),
            ("1", true),
        ] {
            assert_eq!(starts_with_any(&starts, code), found, "{code}");
            let slowly = starts.iter().any(|start| code.starts_with(start.as_str()));
            assert_eq!(slowly, found, "{code}");
        }
        assert!(!starts_with_any(&BTreeSet::new(), "1"));
    }
}
