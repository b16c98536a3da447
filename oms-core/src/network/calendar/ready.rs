//! Cut-offs and processing: when an order that comes now is ready.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::{CalendarError, sound};
use super::{Calendar, TimeOfDay, Weekday};
use crate::value::{Instant, Quantity, ServiceId};

/// Until when of a day orders are still worked on that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CutOff {
    /// For which carrier service; for all that have none of their own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// On which days; on all that have none of their own when empty.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub days: BTreeSet<Weekday>,
    /// The time; who comes at that minute is late.
    pub at: TimeOfDay,
}

/// How long the work on an order takes, in opening hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Processing {
    /// Minutes for any order.
    #[serde(default)]
    pub fixed_minutes: u32,
    /// Seconds for each unit on top.
    #[serde(default)]
    pub per_unit_seconds: u32,
}

impl Processing {
    /// The seconds that so many units take.
    #[must_use]
    pub fn seconds(self, units: Quantity) -> u64 {
        let fixed = u64::from(self.fixed_minutes).saturating_mul(60);
        fixed.saturating_add(u64::from(self.per_unit_seconds).saturating_mul(u64::from(units.units())))
    }
}

/// An order of so many units that comes at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReadyQuestion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadyQuestion {
    /// The node's calendar.
    pub calendar: Calendar,
    /// When the order comes.
    pub now: Instant,
    /// The carrier service that it goes with, for its cut-off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// How many units it has.
    #[serde(default)]
    pub units: Quantity,
}

/// When an order is ready to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReadyAt"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadyAt {
    /// The working day on which the work begins, by the node's calendar.
    pub day: NaiveDate,
    /// When the work begins.
    pub start_at: Instant,
    /// When it is done.
    pub ready_at: Instant,
    /// Whether the order came after the cut-off of a day on which it could have been worked on.
    pub after_cut_off: bool,
}

impl ReadyQuestion {
    /// The answer, see [`Calendar::ready_at`].
    ///
    /// # Errors
    /// [`CalendarError`].
    pub fn answer(&self) -> Result<ReadyAt, CalendarError> {
        sound(self.calendar.problems().under("/calendar"))?;
        self.calendar.ready_at(self.now, self.service.as_ref(), self.units)
    }
}

impl Calendar {
    /// When an order that comes at `now` is ready: it is worked on from the first opening on whose day's cut-off has
    /// not
    /// passed, for its processing time. The later it comes, the later it is ready.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`].
    pub fn ready_at(
        &self,
        now: Instant,
        service: Option<&ServiceId>,
        units: Quantity,
    ) -> Result<ReadyAt, CalendarError> {
        let never = CalendarError::NeverOpen;
        let first = self.first_window(now, |_| true).ok_or(CalendarError::NeverOpen)?;
        let in_time = |day: NaiveDate| self.cut_off(day, service).is_none_or(|cut_off| now < cut_off);
        let window = self.first_window(now, in_time).ok_or(CalendarError::NeverOpen)?;
        let start_at = window.from.max(now);
        let ready_at = self.advance(start_at, self.processing.seconds(units)).ok_or(never)?;
        Ok(ReadyAt { day: window.day, start_at, ready_at, after_cut_off: first.day != window.day })
    }

    /// The cut-off of a date for a service: the service's own before the general one, the day's own before that of
    /// all.
    #[must_use]
    pub fn cut_off(&self, date: NaiveDate, service: Option<&ServiceId>) -> Option<Instant> {
        let day = Weekday::of(date);
        let holds = |cut_off: &&CutOff| {
            (cut_off.service.is_none() || cut_off.service.as_ref() == service)
                && (cut_off.days.is_empty() || cut_off.days.contains(&day))
        };
        let rank = |cut_off: &&CutOff| (cut_off.service.is_some(), !cut_off.days.is_empty());
        let cut_off = self.cut_offs.iter().filter(holds).max_by_key(rank)?;
        self.time_zone.instant(date, cut_off.at)
    }
}
