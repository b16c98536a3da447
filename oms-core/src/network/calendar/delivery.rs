//! From the order to the door: ready, picked up, delivered; and back from a promise to the last moment to order.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::error::{CalendarError, sound};
use super::{Calendar, CarrierDays, ReadyAt, TimeZone};
use crate::value::{CarrierId, Instant, Problems, Quantity, ServiceId};

/// An order, the node that ships it, and the service that takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DeliveryQuestion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeliveryQuestion {
    /// The node's calendar.
    pub calendar: Calendar,
    /// When the order comes.
    pub now: Instant,
    /// How many units it has.
    #[serde(default)]
    pub units: Quantity,
    /// The carrier, for its pick-ups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierId>,
    /// Its service, for its cut-off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Minutes between ready and the pick-up, for safety.
    #[serde(default)]
    pub buffer_minutes: u32,
    /// The days on which the carrier works; every day when absent.
    #[serde(default = "CarrierDays::every_day")]
    pub carrier_days: CarrierDays,
    /// Working days from pick-up to delivery, as a rule: the median where it is known.
    pub transit_days: u16,
    /// Working days when it is slow: the ninth decile where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slow_transit_days: Option<u16>,
    /// Working days more for where it goes: rural, islands.
    #[serde(default)]
    pub extra_days: u16,
    /// The recipient's civil time, by which the day of delivery ends; the carrier's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<TimeZone>,
}

/// When an order is ready, picked up and delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DeliveryEstimate"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeliveryEstimate {
    /// When it is ready.
    pub ready: ReadyAt,
    /// When the carrier takes it.
    pub pickup_at: Instant,
    /// The date of delivery.
    pub deliver_on: NaiveDate,
    /// When that date ends at the recipient's.
    pub deliver_by: Instant,
    /// The date of delivery when the carrier is slow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slow_on: Option<NaiveDate>,
    /// When that date ends at the recipient's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slow_by: Option<Instant>,
}

/// A promise, and the way it is to be kept: how long may the buyer wait with the order?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderByQuestion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderByQuestion {
    /// The order, as if it came now.
    pub delivery: DeliveryQuestion,
    /// Until when it is to be delivered.
    pub promise_by: Instant,
}

/// The last moment to order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderBy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderBy {
    /// The last whole second at which an order is delivered in time; absent if it is too late already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_by: Option<Instant>,
    /// The way of the order that comes then; of one that comes now if it is too late.
    pub estimate: DeliveryEstimate,
}

impl DeliveryQuestion {
    /// Everything wrong with the question.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.calendar.problems().under("/calendar");
        problems.extend(self.carrier_days.problems().under("/carrierDays"));
        if let Some(recipient) = &self.recipient {
            problems.extend(recipient.problems().under("/recipient"));
        }
        if self.slow_transit_days.is_some_and(|slow| slow < self.transit_days) {
            let message = "a slow parcel is not quicker than the others";
            problems.add("input.out_of_range", "/slowTransitDays", message);
        }
        problems
    }

    /// When the order is ready, picked up and delivered.
    ///
    /// # Errors
    /// [`CalendarError`].
    pub fn answer(&self) -> Result<DeliveryEstimate, CalendarError> {
        sound(self.problems())?;
        self.estimate(self.now)
    }

    fn estimate(&self, now: Instant) -> Result<DeliveryEstimate, CalendarError> {
        let ready = self.calendar.ready_at(now, self.service.as_ref(), self.units)?;
        let found = || {
            let buffer = TimeDelta::minutes(i64::from(self.buffer_minutes));
            let ready_at = ready.ready_at.checked_add_signed(buffer)?;
            let pickup_at = self.calendar.pickup_at(self.carrier.as_ref(), ready_at)?;
            let zone = self.recipient.as_ref().unwrap_or(&self.carrier_days.time_zone);
            let after = |days: u16| {
                let days = u32::from(days).saturating_add(u32::from(self.extra_days));
                let on = self.carrier_days.delivery_date(pickup_at, days)?;
                Some((on, zone.end_of(on)?))
            };
            let (deliver_on, deliver_by) = after(self.transit_days)?;
            let (slow_on, slow_by) = match self.slow_transit_days {
                Some(days) => after(days).map(|(on, by)| (Some(on), Some(by)))?,
                None => (None, None),
            };
            Some(DeliveryEstimate { ready, pickup_at, deliver_on, deliver_by, slow_on, slow_by })
        };
        found().ok_or(CalendarError::NeverOpen)
    }
}

impl OrderByQuestion {
    /// The last moment to order, found by halving: the later one orders, the later it comes. `O(log(seconds))`
    /// estimates.
    ///
    /// # Errors
    /// [`CalendarError`].
    pub fn answer(&self) -> Result<OrderBy, CalendarError> {
        let question = &self.delivery;
        sound(question.problems().under("/delivery"))?;
        let mut estimate = question.estimate(question.now)?;
        if estimate.deliver_by > self.promise_by {
            return Ok(OrderBy { order_by: None, estimate });
        }
        let (mut in_time, mut late) =
            (0_i64, self.promise_by.signed_duration_since(question.now).num_seconds().saturating_add(1));
        while late.saturating_sub(in_time) > 1 {
            let middle = in_time.saturating_add(late.saturating_sub(in_time) / 2);
            let at = TimeDelta::try_seconds(middle).and_then(|more| question.now.checked_add_signed(more));
            match at.map(|at| question.estimate(at)) {
                Some(Ok(found)) if found.deliver_by <= self.promise_by => {
                    (in_time, estimate) = (middle, found);
                }
                _ => late = middle,
            }
        }
        let order_by = question.now.checked_add_signed(TimeDelta::seconds(in_time));
        Ok(OrderBy { order_by, estimate })
    }
}
