//! The windows in which a node works, and work that takes its time in them.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};

use super::days::Days;
use super::{Calendar, Opening, Weekday};
use crate::value::Instant;

/// A window in which a node works; `until` no longer belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The date on which it opens.
    pub(super) day: NaiveDate,
    pub(super) from: Instant,
    pub(super) until: Instant,
}

/// The windows of a calendar day by day, disjoint and in order.
#[derive(Clone, Debug)]
pub(super) struct Walk<'a> {
    calendar: &'a Calendar,
    days: Days<'a>,
    /// The next date to look at.
    date: NaiveDate,
    /// Where the last window ended: what overlaps it is cut.
    last: Option<Instant>,
}

impl<'a> Walk<'a> {
    /// All windows that end after an instant, and perhaps some before.
    pub(super) fn new(calendar: &'a Calendar, from: Instant) -> Option<Self> {
        let week: BTreeSet<Weekday> = calendar.week.iter().flat_map(|hours| &hours.days).copied().collect();
        let days = Days::new(week, &calendar.exceptions, true);
        // A window opens two days before it closes at the most: it goes past midnight, and clocks go back.
        let date = calendar.time_zone.local(from)?.date();
        let date = date.checked_sub_days(chrono::Days::new(2)).unwrap_or(date);
        Some(Self { calendar, days, date, last: None })
    }

    /// The windows of the next date that has any; a date may lose them to a change of the clocks.
    pub(super) fn next_day(&mut self) -> Option<(NaiveDate, Vec<Span>)> {
        let day = self.days.first_from(self.date)?;
        self.date = day.succ_opt()?;
        let openings: Vec<Opening> = match self.days.exception(day) {
            Some(exception) => exception.hours.clone(),
            None => {
                let weekday = Weekday::of(day);
                let hours = self.calendar.week.iter().filter(|hours| hours.days.contains(&weekday));
                hours.map(|hours| Opening { from: hours.from, until: hours.until }).collect()
            }
        };
        let zone = &self.calendar.time_zone;
        let mut spans: Vec<(Instant, Instant)> = Vec::with_capacity(openings.len());
        for opening in openings {
            let closes = if opening.until > opening.from { day } else { day.succ_opt()? };
            spans.push((zone.instant(day, opening.from)?, zone.instant(closes, opening.until)?));
        }
        spans.sort_unstable();
        let mut windows = Vec::with_capacity(spans.len());
        for (from, until) in spans {
            let from = self.last.map_or(from, |last| from.max(last));
            if from < until {
                windows.push(Span { day, from, until });
                self.last = Some(until);
            }
        }
        Some((day, windows))
    }

    /// How many days from a date on are like all others of their weekday: no exception, no change of the clocks.
    fn regular_days(&self, date: NaiveDate) -> i64 {
        if self.days.exception(date).is_some() {
            return 0;
        }
        let exception = self.days.next_exception(date);
        let zone = &self.calendar.time_zone;
        let change = zone.instant(date, super::TimeOfDay::default()).and_then(|at| zone.next_change(at));
        let change = change.and_then(|at| zone.local(at)).map(|local| local.date());
        let first = [exception, change].into_iter().flatten().min().unwrap_or(NaiveDate::MAX);
        // A day of room on either side, for windows past midnight.
        first.signed_duration_since(date).num_days().saturating_sub(3)
    }

    /// Goes on so many weeks later.
    fn skip_weeks(&mut self, weeks: u64) -> Option<()> {
        let days = weeks.checked_mul(7)?;
        self.date = self.date.checked_add_days(chrono::Days::new(days))?;
        let seconds = i64::try_from(days).ok()?.checked_mul(86_400)?;
        let later = TimeDelta::try_seconds(seconds)?;
        self.last = match self.last {
            Some(last) => Some(last.checked_add_signed(later)?),
            None => None,
        };
        Some(())
    }
}

impl Calendar {
    /// Whether the node works at an instant.
    #[must_use]
    pub fn is_open(&self, at: Instant) -> bool {
        self.first_window(at, |_| true).is_some_and(|window| window.from <= at)
    }

    /// The instant itself if the node works then, else when it opens next; `None` if it never does.
    #[must_use]
    pub fn next_open(&self, at: Instant) -> Option<Instant> {
        self.first_window(at, |_| true).map(|window| window.from.max(at))
    }

    /// The first date, from one on, on which the node opens; `None` if there is none.
    #[must_use]
    pub fn working_day(&self, from: NaiveDate) -> Option<NaiveDate> {
        let week: BTreeSet<Weekday> = self.week.iter().flat_map(|hours| &hours.days).copied().collect();
        Days::new(week, &self.exceptions, true).first_from(from)
    }

    /// The first window that ends after an instant and is wanted by the date it opens on.
    pub(super) fn first_window(&self, after: Instant, wanted: impl Fn(NaiveDate) -> bool) -> Option<Span> {
        let mut walk = Walk::new(self, after)?;
        loop {
            let (day, windows) = walk.next_day()?;
            if !wanted(day) {
                continue;
            }
            if let Some(window) = windows.into_iter().find(|window| window.until > after) {
                return Some(window);
            }
        }
    }

    /// When so many seconds of work are done that begins at an instant and goes on in opening hours only. No work is
    /// done
    /// at once when the node is open, else when it opens.
    ///
    /// `None` if the calendar has not that much time until the last year that dates have. `O(exceptions + changes of
    /// the
    /// clocks)`, however long the work: regular weeks are counted, not walked.
    ///
    /// ```
    /// use oms_core::network::{Calendar, OpeningHours, TimeOfDay, Weekday};
    /// let time = |hour| TimeOfDay::new(hour, 0).unwrap();
    /// let days = [Weekday::Monday, Weekday::Tuesday].into();
    /// let calendar =
    ///     Calendar { week: vec![OpeningHours { days, from: time(9), until: time(17) }], ..Calendar::default() };
    /// // Monday 16:00 and two hours of work: done on Tuesday at 10:00.
    /// let done = calendar.advance("2026-11-30T16:00:00Z".parse().unwrap(), 2 * 3600).unwrap();
    /// assert_eq!(done.to_rfc3339(), "2026-12-01T10:00:00+00:00");
    /// ```
    #[must_use]
    pub fn advance(&self, from: Instant, seconds: u64) -> Option<Instant> {
        let mut walk = Walk::new(self, from)?;
        let mut left = seconds;
        let mut mark: Option<(NaiveDate, u64)> = None;
        loop {
            let (day, windows) = walk.next_day()?;
            for window in windows.iter().filter(|window| window.until > from) {
                let start = window.from.max(from);
                let room = window.until.signed_duration_since(start).num_seconds();
                let room = u64::try_from(room).unwrap_or_default();
                if left <= room {
                    return start.checked_add_signed(TimeDelta::try_seconds(i64::try_from(left).ok()?)?);
                }
                left = left.saturating_sub(room);
            }
            if windows.first().is_none_or(|window| window.from <= from) {
                continue;
            }
            let (since, before) = *mark.get_or_insert((day, left));
            let passed = day.signed_duration_since(since).num_days();
            if passed < 7 {
                continue;
            }
            mark = Some((day, left));
            let regular = walk.regular_days(since).saturating_sub(passed);
            let per_week = before.saturating_sub(left);
            if passed == 7 && regular > 7 && per_week > 0 {
                let weeks =
                    u64::try_from(regular / 7).unwrap_or_default().min(left.saturating_sub(1) / per_week);
                walk.skip_weeks(weeks)?;
                left = left.saturating_sub(weeks.saturating_mul(per_week));
                mark = None;
            }
        }
    }
}
