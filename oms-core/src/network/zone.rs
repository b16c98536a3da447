//! Zones: how far or where to, as rate cards count it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Node, great_circle_metres};
use crate::value::{Address, CountryCode, PostalPrefix, Problems, RegionCode, ZoneId};

/// How a rate card finds the zone from a node to a destination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ZoneTable {
    /// By the great-circle distance.
    Distance(DistanceZones),
    /// By the regions of node and destination.
    Region(RegionZones),
    /// By the postal codes of node and destination.
    Postal(PostalZones),
    /// By the country of the destination.
    Country(CountryZones),
}

/// Zones by distance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DistanceZones"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DistanceZones {
    /// The bands from near to far. What lies beyond the last one is not served, unless that band is open.
    pub bands: Vec<DistanceBand>,
}

/// One band of distance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DistanceBand {
    /// The farthest that belongs to the band, in kilometres, itself included; only the last band may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to_km: Option<u32>,
    /// The zone.
    pub zone: ZoneId,
}

/// Zones by region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RegionZones"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegionZones {
    /// The zone by region of the node, then region of the destination.
    #[serde(default)]
    pub routes: BTreeMap<RegionCode, BTreeMap<RegionCode, ZoneId>>,
    /// The zone of whatever the routes do not name, an unknown region included; not served when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<ZoneId>,
}

/// Zones by postal code, as a zone chart by the first three digits of US ZIP codes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PostalZones"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostalZones {
    /// The charts; of those whose start the node's code has, the longest counts.
    #[serde(default)]
    pub charts: Vec<PostalChart>,
    /// The zone of whatever the charts do not name; not served when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<ZoneId>,
}

/// The zones from one origin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostalChart {
    /// How the codes of the nodes start that it is for; for all nodes when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PostalPrefix>,
    /// The zone by how the destination's code starts; the longest start counts.
    pub zones: BTreeMap<PostalPrefix, ZoneId>,
}

/// Zones by country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountryZones"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountryZones {
    /// The rows; the first that names the country counts.
    #[serde(default)]
    pub rows: Vec<CountryZone>,
    /// The zone of whatever the rows do not name; not served when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<ZoneId>,
}

/// Countries of one zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountryZone {
    /// The countries.
    pub countries: BTreeSet<CountryCode>,
    /// The zone.
    pub zone: ZoneId,
}

/// One end of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LaneEnd {
    /// The node that ships.
    Node,
    /// The address that receives.
    Destination,
}

impl std::fmt::Display for LaneEnd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Node => "node",
            Self::Destination => "destination",
        })
    }
}

/// Why a way has no zone: a reason as data, part of every explanation that follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum NoZone {
    /// Distance bands need the position of both ends.
    #[error("the {end} has no position", end = .0.end)]
    NoPosition(MissingPosition),
    /// The destination lies beyond the last band.
    #[error("{metres} m is beyond the last band", metres = .0.metres)]
    BeyondBands(BeyondBands),
    /// A region table without default needs the region of both ends.
    #[error("the {end} has no region", end = .0.end)]
    NoRegion(MissingRegion),
    /// The table names no zone for the pair.
    #[error("`{from}` to `{to}` is not served", from = .0.from, to = .0.to)]
    PairNotServed(UnservedPair),
    /// The table names no zone for the destination's country or postal code.
    #[error("the destination in {country} is not served", country = .0.country)]
    AddressNotServed(UnservedAddress),
}

impl NoZone {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoPosition(_) => "zone.no_position",
            Self::BeyondBands(_) => "zone.beyond_bands",
            Self::NoRegion(_) => "zone.no_region",
            Self::PairNotServed(_) => "zone.pair_not_served",
            Self::AddressNotServed(_) => "zone.address_not_served",
        }
    }
}

/// An end of the way whose position is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MissingPosition"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MissingPosition {
    /// Which end; the node if both are unknown.
    pub end: LaneEnd,
}

/// A distance that no band holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BeyondBands"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BeyondBands {
    /// The distance in metres.
    pub metres: u32,
    /// Where the last band ends, in kilometres; absent if there is no band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_km: Option<u32>,
}

/// An end of the way whose region is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MissingRegion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MissingRegion {
    /// Which end; the node if both are unknown.
    pub end: LaneEnd,
}

/// A pair of regions that the table does not serve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "UnservedPair"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnservedPair {
    /// The region of the node.
    pub from: RegionCode,
    /// The region of the destination.
    pub to: RegionCode,
}

/// A destination that the table does not serve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "UnservedAddress"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnservedAddress {
    /// Its country.
    pub country: CountryCode,
}

impl ZoneTable {
    /// The zone from a node to an address.
    ///
    /// # Errors
    /// [`NoZone`] says why there is none; that is an answer, not a fault of the input.
    pub fn zone(&self, from: &Node, to: &Address) -> Result<&ZoneId, NoZone> {
        match self {
            Self::Distance(zones) => zones.zone(from, to),
            Self::Region(zones) => zones.zone(from, to),
            Self::Postal(zones) => zones.zone(from, to),
            Self::Country(zones) => zones.zone(to),
        }
    }

    /// Every zone the table can answer with, repetitions included.
    pub fn zones(&self) -> impl Iterator<Item = &ZoneId> {
        let mut zones: Vec<&ZoneId> = Vec::new();
        match self {
            Self::Distance(table) => zones.extend(table.bands.iter().map(|band| &band.zone)),
            Self::Region(table) => {
                zones.extend(table.routes.values().flat_map(BTreeMap::values).chain(&table.default));
            }
            Self::Postal(table) => {
                zones
                    .extend(table.charts.iter().flat_map(|chart| chart.zones.values()).chain(&table.default));
            }
            Self::Country(table) => {
                zones.extend(table.rows.iter().map(|row| &row.zone).chain(&table.default));
            }
        }
        zones.into_iter()
    }

    /// Everything wrong with the table: bands must rise, only the last may be open, and something must be served.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        match self {
            Self::Distance(zones) => zones.check(&mut problems),
            Self::Region(zones) => {
                if zones.routes.values().all(BTreeMap::is_empty) && zones.default.is_none() {
                    problems.add("zone.empty", "/routes", "name at least one route or a default zone");
                }
            }
            Self::Postal(zones) => {
                if zones.charts.iter().all(|chart| chart.zones.is_empty()) && zones.default.is_none() {
                    problems.add("zone.empty", "/charts", "name at least one zone or a default zone");
                }
                for (at, chart) in zones.charts.iter().enumerate() {
                    let path = format!("/charts/{at}");
                    if zones.charts.iter().take(at).any(|other| other.from == chart.from) {
                        problems.add(
                            "zone.duplicate_chart",
                            path,
                            "there is a chart for these nodes already",
                        );
                    } else if chart.zones.is_empty() {
                        problems.add("zone.empty", path, "name at least one zone");
                    }
                }
            }
            Self::Country(zones) => {
                if zones.rows.iter().all(|row| row.countries.is_empty()) && zones.default.is_none() {
                    problems.add("zone.empty", "/rows", "name at least one country or a default zone");
                }
                for (at, row) in zones.rows.iter().enumerate() {
                    if row.countries.is_empty() {
                        problems.add("zone.empty", format!("/rows/{at}"), "name at least one country");
                    }
                }
            }
        }
        problems
    }
}

impl DistanceZones {
    fn zone(&self, from: &Node, to: &Address) -> Result<&ZoneId, NoZone> {
        let missing = |end| NoZone::NoPosition(MissingPosition { end });
        let start = from.location.ok_or_else(|| missing(LaneEnd::Node))?;
        let end = to.location.ok_or_else(|| missing(LaneEnd::Destination))?;
        let metres = great_circle_metres(start, end);
        let holds = |band: &&DistanceBand| {
            band.up_to_km.is_none_or(|km| u64::from(metres) <= u64::from(km).saturating_mul(1000))
        };
        let last_km = self.bands.last().and_then(|band| band.up_to_km);
        let band = self.bands.iter().find(holds);
        band.map(|band| &band.zone).ok_or(NoZone::BeyondBands(BeyondBands { metres, last_km }))
    }

    fn check(&self, problems: &mut Problems) {
        if self.bands.is_empty() {
            problems.add("zone.empty", "/bands", "name at least one band");
        }
        let mut last = None;
        for (at, band) in self.bands.iter().enumerate() {
            let path = format!("/bands/{at}/upToKm");
            match band.up_to_km {
                None if at + 1 < self.bands.len() => {
                    problems.add("zone.open_band", path, "only the last band may leave out upToKm");
                }
                Some(km) if last.is_some_and(|before| km <= before) => {
                    problems.add("zone.not_ascending", path, "upToKm must rise from band to band");
                }
                _ => {}
            }
            last = band.up_to_km.or(last);
        }
    }
}

impl RegionZones {
    fn zone(&self, from: &Node, to: &Address) -> Result<&ZoneId, NoZone> {
        let pair = from.region.as_ref().zip(to.region.as_ref());
        let named = pair.and_then(|(from, to)| self.routes.get(from)?.get(to));
        if let Some(zone) = named.or(self.default.as_ref()) {
            return Ok(zone);
        }
        let missing = |end| NoZone::NoRegion(MissingRegion { end });
        let from = from.region.clone().ok_or_else(|| missing(LaneEnd::Node))?;
        let to = to.region.clone().ok_or_else(|| missing(LaneEnd::Destination))?;
        Err(NoZone::PairNotServed(UnservedPair { from, to }))
    }
}

impl PostalZones {
    fn zone(&self, from: &Node, to: &Address) -> Result<&ZoneId, NoZone> {
        let origin = from.address.as_ref().map_or("", |address| address.postal_code.as_str());
        let starts = |chart: &&PostalChart| {
            chart.from.as_ref().is_none_or(|prefix| origin.starts_with(prefix.as_str()))
        };
        let length = |chart: &&PostalChart| chart.from.as_ref().map_or(0, |prefix| prefix.as_str().len());
        let chart = self.charts.iter().filter(starts).max_by_key(length);
        let code = to.postal_code.as_str();
        let named = chart
            .and_then(|chart| (1..=code.len()).rev().find_map(|length| chart.zones.get(code.get(..length)?)));
        named.or(self.default.as_ref()).ok_or_else(|| unserved(to))
    }
}

impl CountryZones {
    fn zone(&self, to: &Address) -> Result<&ZoneId, NoZone> {
        let row = self.rows.iter().find(|row| row.countries.contains(&to.country));
        row.map(|row| &row.zone).or(self.default.as_ref()).ok_or_else(|| unserved(to))
    }
}

fn unserved(to: &Address) -> NoZone {
    NoZone::AddressNotServed(UnservedAddress { country: to.country })
}
