//! What a node can do in a day, by process path.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::value::{CategoryId, Problems, ProcessPathId};

/// The longest name of a process path in bytes: it is part of the key of a day's capacity.
const LONGEST_PATH: usize = 64;

/// How many working days ahead work may be booked at the most.
const MOST_DAYS_AHEAD: u16 = 60;

/// What a node can do in a day. Every allocation takes its part of the day on which it is worked, and never more than
/// there is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeCapacity {
    /// For how many working days after the first that an order could be worked on it may be booked, where those before
    /// are full; at most 60.
    #[serde(default)]
    pub days_ahead: u16,
    /// The process paths, each with limits of its own. A line takes every path that takes its category, and the one
    /// that its SKU names.
    pub paths: Vec<PathCapacity>,
}

/// What a process path can do in a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PathCapacity {
    /// The path; unique at the node.
    pub path: ProcessPathId,
    /// The categories of SKUs that take it, beside the SKUs that name it; all when empty.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub categories: BTreeSet<CategoryId>,
    /// What it can do in a day.
    pub per_day: CapacityLimits,
    /// Dates on which it can do more or less; no two of them share a date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<CapacityDates>,
}

/// The most of each measure in a day; no limit where one is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityLimits {
    /// Orders: one for each order that is worked there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orders: Option<u32>,
    /// Lines of these orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<u32>,
    /// Units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<u32>,
    /// Their weight in grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_grams: Option<u32>,
    /// Their volume in cubic centimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_cm3: Option<u32>,
}

/// Dates with limits of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityDates {
    /// The first date.
    pub from: NaiveDate,
    /// The last date; the first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// What can be done on each of them.
    pub limits: CapacityLimits,
}

impl CapacityDates {
    fn last(&self) -> NaiveDate {
        self.until.unwrap_or(self.from).max(self.from)
    }
}

impl PathCapacity {
    /// What can be done on a date.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> CapacityLimits {
        let own = self.dates.iter().find(|dates| dates.from <= date && date <= dates.last());
        own.map_or(self.per_day, |dates| dates.limits)
    }

    /// Whether units of a category take the path, or those whose SKU names a path.
    #[must_use]
    pub fn takes(&self, category: Option<&CategoryId>, named: Option<&ProcessPathId>) -> bool {
        self.categories.is_empty()
            || category.is_some_and(|category| self.categories.contains(category))
            || named == Some(&self.path)
    }
}

impl NodeCapacity {
    /// Everything wrong with the record.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.days_ahead > MOST_DAYS_AHEAD {
            problems.add("input.out_of_range", "/daysAhead", "work is booked at most 60 days ahead");
        }
        if self.paths.is_empty() {
            problems.add("input.empty", "/paths", "name at least one path, or leave the capacity out");
        }
        let mut seen = BTreeSet::new();
        for (at, path) in self.paths.iter().enumerate() {
            if !seen.insert(&path.path) {
                let message = format!("`{}` stands here twice", path.path);
                problems.add("network.duplicate_path", format!("/paths/{at}/path"), message);
            }
            if path.path.as_str().len() > LONGEST_PATH {
                problems.add("input.too_long", format!("/paths/{at}/path"), "at most 64 bytes");
            }
            path.check_dates(at, &mut problems);
        }
        problems
    }
}

impl PathCapacity {
    fn check_dates(&self, at: usize, problems: &mut Problems) {
        let mut order: Vec<(usize, &CapacityDates)> = self.dates.iter().enumerate().collect();
        order.sort_by_key(|(_, dates)| dates.from);
        let mut last: Option<NaiveDate> = None;
        for (date_at, dates) in order {
            let path = format!("/paths/{at}/dates/{date_at}");
            if dates.until.is_some_and(|until| until < dates.from) {
                problems.add("input.out_of_range", format!("{path}/until"), "not before the first date");
            }
            if last.is_some_and(|last| dates.from <= last) {
                problems.add(
                    "network.duplicate_date",
                    format!("{path}/from"),
                    "these dates have limits already",
                );
            }
            last = last.max(Some(dates.last()));
        }
    }
}
