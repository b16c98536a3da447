//! The days on which a carrier moves and delivers.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::days::Days;
use super::record::exception_problems;
use super::{CalendarException, TimeZone, Weekday};
use crate::value::{Instant, Problems};

/// The days on which a carrier works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierDays {
    /// The civil time by which the day of a pick-up is told.
    #[serde(default)]
    pub time_zone: TimeZone,
    /// On which days of the week it works.
    pub days: BTreeSet<Weekday>,
    /// Dates on which it does not; hours of these are not looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<CalendarException>,
}

impl CarrierDays {
    /// Every day, in UTC.
    #[must_use]
    pub fn every_day() -> Self {
        let days = Weekday::ALL.into_iter().collect();
        Self { time_zone: TimeZone::default(), days, holidays: Vec::new() }
    }

    /// Everything wrong with the record.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.time_zone.problems().under("/timeZone");
        if self.days.is_empty() {
            problems.add("input.empty", "/days", "a carrier works on at least one day");
        }
        problems.extend(exception_problems(&self.holidays).under("/holidays"));
        problems
    }

    /// The date of delivery of what was picked up at an instant and takes so many working days: that many after the
    /// day
    /// of the pick-up, and a working day in any case. `None` if there are not so many. `O(days)`.
    #[must_use]
    pub fn delivery_date(&self, pickup: Instant, working_days: u32) -> Option<NaiveDate> {
        let days = Days::new(self.days.clone(), &self.holidays, false);
        let mut date = self.time_zone.local(pickup)?.date();
        for _ in 0..working_days {
            date = days.first_from(date.succ_opt()?)?;
        }
        days.first_from(date)
    }
}
