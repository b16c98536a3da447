//! When carriers come to a node.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::days::Days;
use super::{Calendar, TimeOfDay, Weekday};
use crate::value::{CarrierId, Instant};

/// When a carrier comes to a node. It does not come on dates that the calendar closes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickupSchedule {
    /// The carrier.
    pub carrier: CarrierId,
    /// On which days of the week.
    pub days: BTreeSet<Weekday>,
    /// At what times of these days.
    pub times: BTreeSet<TimeOfDay>,
}

impl Calendar {
    /// The first time that a carrier comes at or after an instant: that instant for a carrier without a schedule,
    /// `None`
    /// for one that never comes.
    #[must_use]
    pub fn pickup_at(&self, carrier: Option<&CarrierId>, ready: Instant) -> Option<Instant> {
        let schedule = self.pickups.iter().find(|schedule| Some(&schedule.carrier) == carrier);
        let Some(schedule) = schedule else { return Some(ready) };
        if schedule.times.is_empty() {
            return None;
        }
        let days = Days::new(schedule.days.clone(), &self.exceptions, true);
        let mut date = self.time_zone.local(ready)?.date();
        date = date.pred_opt().unwrap_or(date);
        loop {
            date = days.first_from(date)?;
            // A date with other hours is open, but the carrier still keeps to its weekdays.
            if schedule.days.contains(&Weekday::of(date)) {
                let slots = schedule.times.iter().filter_map(|time| self.time_zone.instant(date, *time));
                if let Some(slot) = slots.into_iter().find(|slot| *slot >= ready) {
                    return Some(slot);
                }
            }
            date = date.succ_opt()?;
        }
    }
}
