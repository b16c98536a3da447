//! Going from one working date to the next, in steps as long as the calendar allows.

use std::collections::BTreeSet;

use chrono::{Days as More, NaiveDate};

use super::{CalendarException, Weekday};

/// Which dates count: those of some weekdays, but for exceptions.
#[derive(Clone, Debug)]
pub(super) struct Days<'a> {
    week: BTreeSet<Weekday>,
    /// By first date.
    exceptions: Vec<&'a CalendarException>,
    /// Whether an exception with hours counts; else every exception takes its dates out.
    hours_count: bool,
}

impl<'a> Days<'a> {
    pub(super) fn new(
        week: BTreeSet<Weekday>,
        exceptions: &'a [CalendarException],
        hours_count: bool,
    ) -> Self {
        let mut exceptions: Vec<&CalendarException> = exceptions.iter().collect();
        exceptions.sort_by_key(|exception| exception.from);
        Self { week, exceptions, hours_count }
    }

    /// The exception that has the date.
    pub(super) fn exception(&self, date: NaiveDate) -> Option<&'a CalendarException> {
        let after = self.exceptions.partition_point(|exception| exception.from <= date);
        let last = *after.checked_sub(1).and_then(|at| self.exceptions.get(at))?;
        (last.last() >= date).then_some(last)
    }

    /// The first date of an exception after the date.
    pub(super) fn next_exception(&self, date: NaiveDate) -> Option<NaiveDate> {
        let after = self.exceptions.partition_point(|exception| exception.from <= date);
        self.exceptions.get(after).map(|exception| exception.from)
    }

    /// The first date that counts, from a date on. At most nine steps for each exception.
    pub(super) fn first_from(&self, from: NaiveDate) -> Option<NaiveDate> {
        let mut date = from;
        loop {
            if let Some(exception) = self.exception(date) {
                if self.hours_count && !exception.hours.is_empty() {
                    return Some(date);
                }
                date = exception.last().succ_opt()?;
                continue;
            }
            let next = self.next_exception(date);
            let in_week = (0..7).filter_map(|more| date.checked_add_days(More::new(more)));
            let open = in_week.into_iter().find(|date| self.week.contains(&Weekday::of(*date)));
            date = match (open, next) {
                (Some(open), Some(next)) if next <= open => next,
                (Some(open), _) => return Some(open),
                (None, next) => next?,
            };
        }
    }
}
