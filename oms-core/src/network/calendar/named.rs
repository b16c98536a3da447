//! Zones out of the time-zone database, behind the feature `tz`.

use chrono::{NaiveDate, Offset, TimeDelta, TimeZone as _};

use super::error::CalendarError;
use super::{OffsetChange, TimeZone};
use crate::value::{Instant, Text};

/// No two changes of a zone's offset are closer; the database's closest are weeks apart.
const STEP_SECONDS: i64 = 6 * 3600;

impl TimeZone {
    /// A zone of the IANA time-zone database (by the crate `chrono-tz`), with its changes in the years given; feature
    /// `tz`. `O(years)`.
    ///
    /// ```
    /// use oms_core::network::TimeZone;
    /// let berlin = TimeZone::named("Europe/Berlin", 2026, 2027)?;
    /// assert_eq!((berlin.offset_seconds, berlin.changes.len()), (3600, 4));
    /// # Ok::<(), oms_core::network::CalendarError>(())
    /// ```
    ///
    /// # Errors
    /// [`CalendarError::UnknownZone`].
    pub fn named(name: &str, from_year: u16, until_year: u16) -> Result<Self, CalendarError> {
        let unknown = || CalendarError::UnknownZone { name: name.chars().take(64).collect() };
        let zone: chrono_tz::Tz = name.parse().map_err(|_| unknown())?;
        let start_of = |year: u16| {
            let date = NaiveDate::from_ymd_opt(i32::from(year), 1, 1)?;
            Some(date.and_hms_opt(0, 0, 0)?.and_utc())
        };
        // A year never begins beyond the range of dates, so nothing is lost here.
        let (Some(mut at), Some(end)) = (start_of(from_year), start_of(until_year.saturating_add(1))) else {
            return Err(unknown());
        };
        let offset = |at: Instant| zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
        let mut known = offset(at);
        let mut found = Self { name: Text::new(name).unwrap_or_default(), ..Self::fixed(known) };
        while at < end {
            let Some(next) = at.checked_add_signed(TimeDelta::seconds(STEP_SECONDS)) else { break };
            let there = offset(next);
            if there != known {
                let change = first_with(at, next, |at| offset(at) != known);
                found.changes.push(OffsetChange { at: change, offset_seconds: there });
                known = there;
            }
            at = next;
        }
        found.changes.retain(|change| change.at < end);
        Ok(found)
    }
}

/// The first whole second after `low` for which something holds that holds at `high` and not at `low`.
fn first_with(mut low: Instant, mut high: Instant, holds: impl Fn(Instant) -> bool) -> Instant {
    loop {
        let half = high.signed_duration_since(low).num_seconds() / 2;
        let middle = low.checked_add_signed(TimeDelta::seconds(half));
        match middle.filter(|_| half > 0) {
            Some(middle) if holds(middle) => high = middle,
            Some(middle) => low = middle,
            None => return high,
        }
    }
}
