//! When a node works: civil time, opening hours, exceptions, cut-offs, processing, pick-ups, and the days a carrier
//! takes. Instants and data in, instants out; no clock and no time-zone database is read.
//!
//! Civil time follows the data of a [`TimeZone`]. A local time that a change of the clocks skips is the next instant
//! that
//! there is, one that comes twice is the first of the two. Every answer takes bounded work, also on calendars that
//! make
//! no sense: days are skipped by exception and by week, never tried one by one.

mod backlog;
mod carrier_days;
mod days;
mod delivery;
mod error;
#[cfg(feature = "tz")]
mod named;
mod pickup;
mod ready;
mod record;
mod time_of_day;
mod time_zone;
mod windows;

#[cfg(test)]
mod tests;

pub use backlog::{BacklogEnd, BacklogQuestion, BacklogUtilisation, backlog_utilisation};
pub use carrier_days::CarrierDays;
pub use delivery::{DeliveryEstimate, DeliveryQuestion, OrderBy, OrderByQuestion};
pub use error::CalendarError;
pub use pickup::PickupSchedule;
pub use ready::{CutOff, Processing, ReadyAt, ReadyQuestion};
pub use record::{Calendar, CalendarException, Opening, OpeningHours};
pub use time_of_day::{TimeOfDay, Weekday};
pub use time_zone::{OffsetChange, TimeZone, TimeZoneQuestion};
