//! Times in carriers' messages: with a zone, with a zone beside them, or without any.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

use crate::value::Instant;

/// Why a time cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeFault {
    /// It is no time.
    Malformed,
    /// It has no zone, and none was given to assume.
    WithoutZone,
}

const ZONED: [&str; 3] = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f %#z"];
const NAIVE: [&str; 9] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y%m%d %H%M%S",
    "%m/%d/%Y %I:%M %p",
    "%B %d, %Y %I:%M %p",
];
const DATES: [&str; 5] = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%B %d, %Y", "%m/%d/%Y"];
const TIMES: [&str; 6] = ["%H:%M:%S%.f", "%H:%M", "%H%M%S", "%I:%M %p", "%I:%M:%S %p", "%H%M"];
/// Names of zones that carriers write, with their minutes east of UTC.
const NAMES: [(&str, i32); 16] = [
    ("Z", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("NST", -210),
    ("NDT", -150),
    ("AST", -240),
    ("ADT", -180),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("CET", 60),
];

/// Reads a time of a date, a time of day where it stands apart, a zone where it stands apart, and the minutes east of
/// UTC to assume where there is no zone at all.
pub(super) fn instant(
    date: &str,
    time: Option<&str>,
    zone: Option<&str>,
    assumed: Option<i32>,
) -> Result<Instant, TimeFault> {
    let date = date.trim();
    let time = time.map(str::trim).filter(|time| !time.is_empty());
    if time.is_none()
        && let Some(zoned) = zoned(date)
    {
        return Ok(zoned);
    }
    let naive = naive(date, time).ok_or(TimeFault::Malformed)?;
    let zone = zone.map(str::trim).filter(|zone| !zone.is_empty());
    let offset = match zone {
        Some(zone) => minutes(zone).ok_or(TimeFault::Malformed)?,
        None => assumed.ok_or(TimeFault::WithoutZone)?,
    };
    let shift = chrono::Duration::minutes(i64::from(offset));
    naive.checked_sub_signed(shift).map(|utc| utc.and_utc()).ok_or(TimeFault::Malformed)
}

fn zoned(text: &str) -> Option<Instant> {
    if let Ok(zoned) = DateTime::parse_from_rfc3339(text) {
        return Some(zoned.to_utc());
    }
    if let Some(zoned) = ZONED.iter().find_map(|format| DateTime::parse_from_str(text, format).ok()) {
        return Some(DateTime::<FixedOffset>::to_utc(&zoned));
    }
    let (time, zone) = text.rsplit_once(' ')?;
    let shift = chrono::Duration::minutes(i64::from(named(zone)?));
    naive(time, None)?.checked_sub_signed(shift).map(|utc| utc.and_utc())
}

fn naive(date: &str, time: Option<&str>) -> Option<NaiveDateTime> {
    let day = DATES.iter().find_map(|format| NaiveDate::parse_from_str(date, format).ok());
    if let Some(time) = time {
        let time = TIMES.iter().find_map(|format| NaiveTime::parse_from_str(time, format).ok())?;
        return Some(day?.and_time(time));
    }
    let whole = NAIVE.iter().find_map(|format| NaiveDateTime::parse_from_str(date, format).ok());
    whole.or_else(|| day.map(|day| day.and_time(NaiveTime::MIN)))
}

/// The minutes east of UTC of `+02:00`, `+0200`, `-5` or `EST`.
fn minutes(zone: &str) -> Option<i32> {
    if let Some(minutes) = named(zone) {
        return Some(minutes);
    }
    let (sign, digits) = match (zone.strip_prefix('+'), zone.strip_prefix('-')) {
        (Some(digits), _) => (1, digits),
        (_, Some(digits)) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() > 2 => digits.split_at_checked(digits.len().checked_sub(2)?)?,
        None => (digits, "0"),
    };
    let (hours, minutes) = (hours.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?);
    (hours <= 14 && minutes < 60).then(|| sign * (i32::from(hours) * 60 + i32::from(minutes)))
}

fn named(zone: &str) -> Option<i32> {
    NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(zone)).map(|(_, minutes)| *minutes)
}
