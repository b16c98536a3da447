//! The record of a calendar, and everything that can be wrong with it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CutOff, PickupSchedule, Processing, TimeOfDay, TimeZone, Weekday};
use crate::value::{Problems, Text};

/// When a node works, how long its work takes, and when carriers come for it.
///
/// A calendar without opening hours never opens. Exceptions stand for whole dates: on these dates their hours hold and
/// those of the week do not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Calendar {
    /// The civil time of all that follows; UTC when absent.
    #[serde(default)]
    pub time_zone: TimeZone,
    /// The hours of a week.
    #[serde(default)]
    pub week: Vec<OpeningHours>,
    /// Holidays and days with other hours; no two of them share a date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<CalendarException>,
    /// Until when of a day orders are still worked on that day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cut_offs: Vec<CutOff>,
    /// How long the work on an order takes.
    #[serde(default)]
    pub processing: Processing,
    /// When carriers come; one that has no schedule comes whenever something is ready.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pickups: Vec<PickupSchedule>,
}

/// Hours on some days of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpeningHours {
    /// On which days.
    pub days: BTreeSet<Weekday>,
    /// When it opens.
    pub from: TimeOfDay,
    /// When it closes; on the next day if that is not after it opens.
    pub until: TimeOfDay,
}

/// Hours of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Opening {
    /// When it opens.
    pub from: TimeOfDay,
    /// When it closes; on the next day if that is not after it opens.
    pub until: TimeOfDay,
}

/// Dates with hours of their own; a holiday has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalendarException {
    /// The first date.
    pub from: NaiveDate,
    /// The last date; the first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The hours of each of these dates; closed when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Opening>,
    /// Why, for people.
    #[serde(default)]
    pub note: Text,
}

impl CalendarException {
    /// Closed on one date.
    #[must_use]
    pub fn closed(date: NaiveDate) -> Self {
        Self { from: date, until: None, hours: Vec::new(), note: Text::default() }
    }

    /// The last date.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        self.until.unwrap_or(self.from).max(self.from)
    }
}

impl Calendar {
    /// Open every day around the clock, in UTC, and done at once.
    #[must_use]
    pub fn always() -> Self {
        let days = Weekday::ALL.into_iter().collect();
        let all_day = OpeningHours { days, from: TimeOfDay::default(), until: TimeOfDay::MIDNIGHT };
        Self { week: vec![all_day], ..Self::default() }
    }

    /// Everything wrong with the calendar, each with its place.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.time_zone.problems().under("/timeZone");
        for (at, hours) in self.week.iter().enumerate() {
            if hours.days.is_empty() {
                problems.add("input.empty", format!("/week/{at}/days"), "name at least one day");
            }
            if hours.from == TimeOfDay::MIDNIGHT {
                problems.add("input.out_of_range", format!("/week/{at}/from"), "a day opens before 24:00");
            }
        }
        problems.extend(exception_problems(&self.exceptions).under("/exceptions"));
        self.check_cut_offs(&mut problems);
        let mut carriers = BTreeSet::new();
        for (at, pickup) in self.pickups.iter().enumerate() {
            if !carriers.insert(&pickup.carrier) {
                let message = format!("`{}` has a schedule already", pickup.carrier);
                problems.add("calendar.duplicate", format!("/pickups/{at}/carrier"), message);
            }
            for (field, empty) in [("days", pickup.days.is_empty()), ("times", pickup.times.is_empty())] {
                if empty {
                    let message = "name at least one, or leave the schedule out";
                    problems.add("input.empty", format!("/pickups/{at}/{field}"), message);
                }
            }
        }
        problems
    }

    /// No two cut-offs speak of the same service and day.
    fn check_cut_offs(&self, problems: &mut Problems) {
        let mut seen = BTreeSet::new();
        for (at, cut_off) in self.cut_offs.iter().enumerate() {
            let general = cut_off.days.is_empty().then_some(None);
            let days = general.into_iter().chain(cut_off.days.iter().copied().map(Some));
            let mut fresh = true;
            for day in days {
                fresh &= seen.insert((&cut_off.service, day));
            }
            if !fresh {
                let message = "another cut-off is of the same service and day";
                problems.add("calendar.duplicate", format!("/cutOffs/{at}"), message);
            }
        }
    }
}

/// Dates must be in order, and no date may stand in two exceptions.
pub(super) fn exception_problems(exceptions: &[CalendarException]) -> Problems {
    let mut problems = Problems::new();
    for (at, exception) in exceptions.iter().enumerate() {
        if exception.until.is_some_and(|until| until < exception.from) {
            problems.add("input.out_of_range", format!("/{at}/until"), "not before the first date");
        }
        for (hours_at, hours) in exception.hours.iter().enumerate() {
            if hours.from == TimeOfDay::MIDNIGHT {
                let path = format!("/{at}/hours/{hours_at}/from");
                problems.add("input.out_of_range", path, "a day opens before 24:00");
            }
        }
    }
    let mut order: Vec<usize> = (0..exceptions.len()).collect();
    order.sort_by_key(|at| exceptions.get(*at).map(|exception| exception.from));
    let mut last: Option<NaiveDate> = None;
    for at in order {
        let Some(exception) = exceptions.get(at) else { continue };
        if last.is_some_and(|last| exception.from <= last) {
            problems.add("calendar.duplicate", format!("/{at}/from"), "another exception has that date");
        }
        last = last.max(Some(exception.last()));
    }
    problems
}
