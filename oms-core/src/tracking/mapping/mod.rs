//! What carriers' and services' codes mean in the normal vocabulary: tables with versions, and a merchant's own rows
//! before them.

mod carriers;
mod dhl_ice;
mod more_carriers;
mod services;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::shipment::{TrackingDetail, TrackingEvent, TrackingStatus};
use crate::value::{TrackingCode, TrackingSource};

pub use words::classify_tracking_text;

/// The codes of one source.
struct Table {
    source: &'static str,
    /// Who published them.
    origin: &'static str,
    version: u32,
    /// What stands between a main status and what is below it. Where the whole is unknown, the main status counts.
    divider: Option<char>,
    /// Status, detail, and the codes that mean it with `|` between them.
    rows: &'static [(TrackingStatus, Option<TrackingDetail>, &'static str)],
}

const TABLES: [&[Table]; 4] = [services::TABLES, dhl_ice::TABLES, carriers::TABLES, more_carriers::TABLES];

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingMeaning {
    /// The status.
    pub status: TrackingStatus,
    /// What it says in detail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<TrackingDetail>,
}

/// A row of a merchant's own: it goes before the tables, for carriers that are in none and codes that are new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingCodeRow {
    /// Whose code.
    pub source: TrackingSource,
    /// The code.
    pub code: TrackingCode,
    /// What it means.
    pub meaning: TrackingMeaning,
}

/// A code whose meaning is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MapTrackingCode"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MapTrackingCode {
    /// Whose code, such as `kuaidi100` or `fedex`.
    pub source: TrackingSource,
    /// The code.
    pub code: TrackingCode,
    /// Rows of the merchant's own, looked at first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<TrackingCodeRow>,
}

/// What a code means, and by which table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MappedTrackingCode"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappedTrackingCode {
    /// What it means; absent where the code is in no table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<TrackingMeaning>,
    /// Its stage's rank: 0 to 95.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u8>,
    /// What Chinese carriers call the status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chinese: Option<String>,
    /// Where the table comes from; absent for a row of the merchant's own and for a source that has no table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// The table's version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// A code that is in no table, and how often it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingGap {
    /// Whose code.
    pub source: Option<TrackingSource>,
    /// The code.
    pub code: TrackingCode,
    /// How many scans bear it.
    pub scans: u64,
}

/// A source whose codes are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingSourceTable {
    /// The source.
    pub source: String,
    /// Where the table comes from.
    pub origin: String,
    /// The table's version.
    pub version: u32,
    /// How many codes it has.
    pub codes: usize,
}

/// The sources whose codes are known, by name.
#[must_use]
pub fn tracking_sources() -> Vec<TrackingSourceTable> {
    let mut sources: Vec<_> = TABLES.into_iter().flatten().map(Table::describe).collect();
    sources.sort_by(|one, other| one.source.cmp(&other.source));
    sources
}

/// What a source's code means: exactly, then without regard to case or leading zeros, then by its main status alone.
/// `None` when the source or the code is in no table: keep the code, and count it.
///
/// ```
/// use oms_core::shipment::{TrackingDetail, TrackingStatus};
/// use oms_core::tracking::map_tracking_code;
/// let meaning = map_tracking_code("kuaidi100", "304").unwrap();
/// assert_eq!((meaning.status, meaning.detail), (TrackingStatus::Delivered, Some(TrackingDetail::Locker)));
/// assert_eq!(map_tracking_code("kuaidi100", "999"), None);
/// ```
#[must_use]
pub fn map_tracking_code(source: &str, code: &str) -> Option<TrackingMeaning> {
    TABLES.into_iter().flatten().find(|table| table.source == source)?.meaning(code)
}

impl MapTrackingCode {
    /// Looks the code up.
    #[must_use]
    pub fn mapped(&self) -> MappedTrackingCode {
        let own = own_meaning(&self.rows, self.source.as_str(), self.code.as_str());
        let table = TABLES.into_iter().flatten().find(|table| table.source == self.source.as_str());
        let table = table.filter(|_| own.is_none());
        let meaning = own.or_else(|| table?.meaning(self.code.as_str()));
        MappedTrackingCode {
            meaning,
            rank: meaning.map(|meaning| meaning.status.rank()),
            chinese: meaning.map(|meaning| meaning.status.chinese().to_owned()),
            origin: table.map(|table| table.origin.to_owned()),
            version: table.map(|table| table.version),
        }
    }
}

/// What the first row of the merchant's own says.
pub(super) fn own_meaning(rows: &[TrackingCodeRow], source: &str, code: &str) -> Option<TrackingMeaning> {
    let own = rows.iter().find(|row| row.source.as_str() == source && row.code.as_str() == code);
    own.map(|row| row.meaning)
}

/// The codes that are in no table, counted, by source and code. `O(n log n)`.
#[must_use]
pub fn tracking_gaps<'a>(events: impl IntoIterator<Item = &'a TrackingEvent>) -> Vec<TrackingGap> {
    let mut counts: BTreeMap<_, u64> = BTreeMap::new();
    for event in events.into_iter().filter(|event| event.is_unmapped()) {
        if let Some(code) = &event.code {
            *counts.entry((event.source.as_ref(), code)).or_default() += 1;
        }
    }
    let gap = |((source, code), scans): ((Option<&TrackingSource>, &TrackingCode), u64)| TrackingGap {
        source: source.cloned(),
        code: code.clone(),
        scans,
    };
    counts.into_iter().map(gap).collect()
}

impl Table {
    fn meaning(&self, code: &str) -> Option<TrackingMeaning> {
        let code = code.trim();
        self.find(|known| known == code)
            .or_else(|| self.find(|known| known.eq_ignore_ascii_case(code)))
            .or_else(|| {
                let bare = code.trim_start_matches('0');
                let numeric = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
                self.find(|known| numeric && known.trim_start_matches('0') == bare)
            })
            .or_else(|| {
                let (main, _) = code.split_once(self.divider?)?;
                self.find(|known| known.eq_ignore_ascii_case(main))
            })
    }

    fn find(&self, is_it: impl Fn(&str) -> bool) -> Option<TrackingMeaning> {
        let row = self.rows.iter().find(|(_, _, codes)| codes.split('|').any(&is_it));
        row.map(|&(status, detail, _)| TrackingMeaning { status, detail })
    }

    fn describe(&self) -> TrackingSourceTable {
        TrackingSourceTable {
            source: self.source.to_owned(),
            origin: self.origin.to_owned(),
            version: self.version,
            codes: self.rows.iter().map(|(_, _, codes)| codes.split('|').count()).sum(),
        }
    }
}
