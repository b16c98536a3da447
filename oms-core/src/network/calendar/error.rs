//! Why a calendar has no answer.

use thiserror::Error;

use crate::value::Problems;

/// Why a calendar has no answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// The calendar or the question is malformed.
    #[error("{0}")]
    Invalid(Problems),
    /// There is no opening, pick-up or working day from that moment on, or not enough of them for the work.
    #[error("the calendar has no time for it, however long one waits")]
    NeverOpen,
    /// The zone is not in the time-zone database.
    #[error("there is no time zone `{name}`")]
    UnknownZone {
        /// The name asked for.
        name: String,
    },
    /// The library was built without a time-zone database.
    #[error("built without the feature `tz`; give the changes of the clock as data")]
    NoZoneData,
}

impl CalendarError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "calendar.invalid",
            Self::NeverOpen => "calendar.never_open",
            Self::UnknownZone { .. } => "calendar.unknown_zone",
            Self::NoZoneData => "calendar.no_zone_data",
        }
    }
}

/// No problem, or all of them as an error.
pub(super) fn sound(problems: Problems) -> Result<(), CalendarError> {
    if problems.is_empty() { Ok(()) } else { Err(CalendarError::Invalid(problems)) }
}
