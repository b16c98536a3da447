//! Time zones as data: the offset from UTC and the instants at which it changes.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::TimeOfDay;
use super::error::{CalendarError, sound};
use crate::value::{Instant, Problems, Text};

/// No zone is farther from UTC than this; the farthest there ever was is 15 h 13 min 42 s (Metlakatla, until 1867).
const FARTHEST_SECONDS: i32 = 24 * 3600;

/// Civil time somewhere: an offset from UTC, and the instants from which others hold.
///
/// It is data, so that what was decided with it stays decided when a government moves its clocks: look the zone up
/// once
/// (see [`TimeZone::named`], feature `tz`, or the calculation `time_zone`) and keep it in the node's record. After its
/// last change the last offset holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeZone {
    /// What it is called, such as `Europe/Berlin`; for people.
    #[serde(default)]
    pub name: Text,
    /// Seconds east of UTC before the first change.
    #[serde(default)]
    pub offset_seconds: i32,
    /// The changes, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<OffsetChange>,
}

/// From an instant on another offset holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OffsetChange {
    /// From when on.
    pub at: Instant,
    /// Seconds east of UTC from then on.
    pub offset_seconds: i32,
}

/// A zone to look up in the time-zone database, and for which years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TimeZoneQuestion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeZoneQuestion {
    /// The name in the time-zone database, such as `Europe/Berlin`.
    pub name: Text,
    /// The first year whose changes are wanted.
    pub from_year: u16,
    /// The last year whose changes are wanted; at most 100 later.
    pub until_year: u16,
}

impl TimeZoneQuestion {
    /// Looks the zone up; needs the feature `tz`.
    ///
    /// # Errors
    /// [`CalendarError::UnknownZone`], [`CalendarError::Invalid`], or [`CalendarError::NoZoneData`] without the
    /// feature.
    pub fn answer(&self) -> Result<TimeZone, CalendarError> {
        let mut problems = Problems::new();
        if self.until_year < self.from_year || self.until_year.saturating_sub(self.from_year) > 100 {
            let message = "at least fromYear, and at most 100 years later";
            problems.add("input.out_of_range", "/untilYear", message);
        }
        for (field, year) in [("fromYear", self.from_year), ("untilYear", self.until_year)] {
            if !(1..=9999).contains(&year) {
                problems.add("input.out_of_range", format!("/{field}"), "a year from 1 to 9999");
            }
        }
        sound(problems)?;
        self.look_up()
    }

    #[cfg(feature = "tz")]
    fn look_up(&self) -> Result<TimeZone, CalendarError> {
        TimeZone::named(self.name.as_str(), self.from_year, self.until_year)
    }

    #[cfg(not(feature = "tz"))]
    #[expect(clippy::unused_self, reason = "the same shape with and without the feature")]
    fn look_up(&self) -> Result<TimeZone, CalendarError> {
        Err(CalendarError::NoZoneData)
    }
}

impl TimeZone {
    /// The same offset for ever.
    #[must_use]
    pub fn fixed(offset_seconds: i32) -> Self {
        Self { name: Text::default(), offset_seconds, changes: Vec::new() }
    }

    /// Everything wrong with it: offsets lie within a day, changes are in order.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let too_far = |seconds: i32| !(-FARTHEST_SECONDS..=FARTHEST_SECONDS).contains(&seconds);
        let message = "an offset is within 86400 seconds of UTC";
        if too_far(self.offset_seconds) {
            problems.add("input.out_of_range", "/offsetSeconds", message);
        }
        let mut last = None;
        for (at, change) in self.changes.iter().enumerate() {
            if too_far(change.offset_seconds) {
                problems.add("input.out_of_range", format!("/changes/{at}/offsetSeconds"), message);
            }
            if last.is_some_and(|last| change.at <= last) {
                problems.add(
                    "calendar.not_in_order",
                    format!("/changes/{at}/at"),
                    "changes go from old to new",
                );
            }
            last = Some(change.at);
        }
        problems
    }

    /// The offset that holds at an instant, in seconds east of UTC.
    #[must_use]
    pub fn offset_at(&self, at: Instant) -> i32 {
        let next = self.changes.partition_point(|change| change.at <= at);
        self.offset_of(next)
    }

    /// The offset before the change at a position.
    fn offset_of(&self, next: usize) -> i32 {
        let change = next.checked_sub(1).and_then(|at| self.changes.get(at));
        change.map_or(self.offset_seconds, |change| change.offset_seconds)
    }

    /// What the clock on the wall shows; `None` beyond the years that dates have.
    #[must_use]
    pub fn local(&self, at: Instant) -> Option<NaiveDateTime> {
        at.naive_utc().checked_add_signed(TimeDelta::seconds(i64::from(self.offset_at(at))))
    }

    /// The first instant at which the clock on the wall shows a time of a date or later: the first of two in an
    /// overlap,
    /// the next there is in a gap. `None` beyond the years that dates have.
    ///
    /// ```
    /// use oms_core::network::{OffsetChange, TimeOfDay, TimeZone};
    /// // Berlin in 2026: forward on 29 March at 02:00, back on 25 October at 03:00.
    /// let change = |at: &str, offset_seconds| OffsetChange { at: at.parse().unwrap(), offset_seconds };
    /// let berlin = TimeZone {
    ///     changes: vec![change("2026-03-29T01:00:00Z", 7200), change("2026-10-25T01:00:00Z", 3600)],
    ///     ..TimeZone::fixed(3600)
    /// };
    /// let at = |date: &str| berlin.instant(date.parse().unwrap(), TimeOfDay::new(2, 30).unwrap()).unwrap();
    /// assert_eq!(at("2026-03-28").to_rfc3339(), "2026-03-28T01:30:00+00:00");
    /// assert_eq!(at("2026-03-29").to_rfc3339(), "2026-03-29T01:00:00+00:00"); // 02:30 does not exist
    /// assert_eq!(at("2026-10-25").to_rfc3339(), "2026-10-25T00:30:00+00:00"); // 02:30 comes twice
    /// ```
    #[must_use]
    pub fn instant(&self, date: NaiveDate, time: TimeOfDay) -> Option<Instant> {
        let midnight = date.and_hms_opt(0, 0, 0)?;
        let wanted = midnight.checked_add_signed(TimeDelta::minutes(i64::from(time.minutes())))?.and_utc();
        // Before this instant no clock shows the time yet, whatever the offset.
        let earliest = wanted.checked_sub_signed(TimeDelta::seconds(i64::from(FARTHEST_SECONDS)))?;
        let mut next = self.changes.partition_point(|change| change.at <= earliest);
        let mut since = earliest;
        loop {
            let offset = TimeDelta::seconds(i64::from(self.offset_of(next)));
            let at = wanted.checked_sub_signed(offset)?.max(since);
            match self.changes.get(next) {
                Some(change) if change.at <= at => since = change.at,
                _ => return Some(at),
            }
            next = next.saturating_add(1);
        }
    }

    /// The instant at which a date ends.
    #[must_use]
    pub fn end_of(&self, date: NaiveDate) -> Option<Instant> {
        self.instant(date, TimeOfDay::MIDNIGHT)
    }

    /// The first change of the clocks after an instant.
    pub(super) fn next_change(&self, after: Instant) -> Option<Instant> {
        let next = self.changes.partition_point(|change| change.at <= after);
        self.changes.get(next).map(|change| change.at)
    }
}
