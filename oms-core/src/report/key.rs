//! The values of dimensions, and the civil clock.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::column::Moment;
use super::{ReportCell, ReportGrain};
use crate::report::table::{DecimalCell, NothingCell};
use crate::value::FieldValue;

/// The key of a row without a value, while keys are integers.
pub(super) const NOTHING: i64 = i64::MIN;

/// The value of a dimension, free of any dictionary.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key {
    Nothing,
    Integer(i64),
    Decimal(Decimal),
    Text(Arc<str>),
}

impl Key {
    pub(super) fn cell(&self) -> ReportCell {
        match self {
            Self::Nothing => ReportCell::Nothing(NothingCell {}),
            Self::Integer(number) => ReportCell::integer(*number),
            Self::Decimal(number) => ReportCell::Decimal(DecimalCell { value: *number }),
            Self::Text(text) => ReportCell::text(&**text),
        }
    }

    pub(super) fn field(value: &FieldValue) -> Self {
        match value {
            FieldValue::Integer(number) => Self::Integer(*number),
            FieldValue::Decimal(number) => Self::Decimal(*number),
            FieldValue::Text(text) => Self::text(text.as_str()),
            other => Self::text(&other.to_string()),
        }
    }

    pub(super) fn text(text: &str) -> Self {
        Self::Text(Arc::from(text))
    }
}

const MICROS_PER_MINUTE: i64 = 60_000_000;
const MICROS_PER_HOUR: i64 = 60 * MICROS_PER_MINUTE;
const MICROS_PER_DAY: i64 = 24 * MICROS_PER_HOUR;

/// The number of days since 1970 on a clock that is so many minutes ahead of UTC.
pub(super) fn day(micros: i64, offset_minutes: i32) -> i64 {
    civil(micros, offset_minutes).div_euclid(MICROS_PER_DAY)
}

fn civil(micros: i64, offset_minutes: i32) -> i64 {
    micros.saturating_add(i64::from(offset_minutes).saturating_mul(MICROS_PER_MINUTE))
}

/// The number of the hour, day, week, month or year that a moment falls into.
pub(super) fn bucket(moment: Moment, grain: ReportGrain, offset_minutes: i32) -> i64 {
    let Some(micros) = moment.micros() else { return NOTHING };
    let day = day(micros, offset_minutes);
    match grain {
        ReportGrain::Hour => civil(micros, offset_minutes).div_euclid(MICROS_PER_HOUR),
        ReportGrain::Day => day,
        // 1970 began on a Thursday.
        ReportGrain::Week => (day + 3).div_euclid(7),
        ReportGrain::Month => {
            date(day).map_or(NOTHING, |date| i64::from(date.year()) * 12 + i64::from(date.month0()))
        }
        ReportGrain::Year => date(day).map_or(NOTHING, |date| i64::from(date.year())),
    }
}

fn date(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_epoch_days(i32::try_from(day).ok()?)
}

/// How a bucket is printed.
pub(super) fn print(bucket: i64, grain: ReportGrain) -> Key {
    let text = match grain {
        ReportGrain::Hour => {
            date(bucket.div_euclid(24)).map(|date| format!("{date}T{:02}", bucket.rem_euclid(24)))
        }
        ReportGrain::Day => date(bucket).map(|date| date.to_string()),
        ReportGrain::Week => date(bucket * 7 - 3).map(|monday| {
            let week = monday.iso_week();
            format!("{:04}-W{:02}", week.year(), week.week())
        }),
        ReportGrain::Month => Some(format!("{:04}-{:02}", bucket.div_euclid(12), bucket.rem_euclid(12) + 1)),
        ReportGrain::Year => Some(format!("{bucket:04}")),
    };
    text.map_or(Key::Nothing, |text| Key::text(&text))
}
