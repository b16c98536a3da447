//! Laws that hold for every calendar, also for those that make no sense; and a clock that is walked minute by minute.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

/// All instants of the laws lie in the weeks after this Monday.
fn start() -> Instant {
    at("2026-03-02T00:00:00Z")
}

fn minutes(more: i64) -> Instant {
    start() + TimeDelta::minutes(more)
}

fn some_time() -> impl Strategy<Value = TimeOfDay> {
    (0_u16..24, prop_oneof![Just(0_u16), Just(20), Just(30)])
        .prop_map(|(hour, minute)| TimeOfDay::new(hour, minute).unwrap())
}

fn some_days() -> impl Strategy<Value = std::collections::BTreeSet<Weekday>> {
    prop::collection::btree_set(prop::sample::select(Weekday::ALL.to_vec()), 0..5)
}

/// Up to three changes of the clocks within the weeks looked at, by whole hours up to a day.
fn some_zone() -> impl Strategy<Value = TimeZone> {
    let change = (0_i64..40_000, -14_i32..15);
    (-12_i32..15, prop::collection::vec(change, 0..4)).prop_map(|(offset, mut changes)| {
        changes.sort_unstable();
        changes.dedup_by_key(|change| change.0);
        let changes = changes.into_iter();
        let changes =
            changes.map(|(at, hours)| OffsetChange { at: minutes(at), offset_seconds: hours * 3600 });
        TimeZone { changes: changes.collect(), ..TimeZone::fixed(offset * 3600) }
    })
}

fn some_calendar() -> impl Strategy<Value = Calendar> {
    let week = prop::collection::vec((some_days(), some_time(), some_time()), 0..4);
    let hours = prop::collection::vec((some_time(), some_time()), 0..3);
    let exceptions = prop::collection::vec((0_u64..40, 0_u64..6, hours), 0..4);
    let cut_offs = prop::collection::vec((some_days(), some_time()), 0..3);
    (some_zone(), week, exceptions, cut_offs, 0_u32..3000).prop_map(
        |(time_zone, week, exceptions, cut_offs, fixed_minutes)| {
            let day = |more| date("2026-02-25") + chrono::Days::new(more);
            let week = week.into_iter().map(|(days, from, until)| OpeningHours { days, from, until });
            let exceptions = exceptions.into_iter().map(|(from, more, hours)| CalendarException {
                until: Some(day(from + more)),
                hours: hours.into_iter().map(|(from, until)| Opening { from, until }).collect(),
                ..CalendarException::closed(day(from))
            });
            let cut_offs = cut_offs.into_iter().map(|(days, at)| CutOff { service: None, days, at });
            Calendar {
                time_zone,
                week: week.collect(),
                exceptions: exceptions.collect(),
                cut_offs: cut_offs.collect(),
                processing: Processing { fixed_minutes, per_unit_seconds: 0 },
                pickups: vec![],
            }
        },
    )
}

proptest! {
    #[test]
    fn an_order_that_comes_later_is_not_ready_earlier(
        calendar in some_calendar(), now in 0_i64..50_000, more in 0_i64..5_000
    ) {
        let ready = |now| calendar.ready_at(minutes(now), None, Quantity::ZERO);
        match (ready(now), ready(now + more)) {
            (Ok(first), Ok(second)) => prop_assert!(first.ready_at <= second.ready_at),
            // What is too late for one is too late for those after.
            (Err(_), second) => prop_assert!(second.is_err()),
            (Ok(_), Err(_)) => {}
        }
    }

    #[test]
    fn work_begins_and_ends_in_a_window(calendar in some_calendar(), now in 0_i64..50_000) {
        if let Ok(ready) = calendar.ready_at(minutes(now), None, Quantity::ZERO) {
            prop_assert!(ready.start_at >= minutes(now) && ready.ready_at >= ready.start_at);
            prop_assert!(calendar.is_open(ready.start_at));
            // The last second of the work was in opening hours, where there was any.
            let last = ready.ready_at - TimeDelta::seconds(1);
            prop_assert!(ready.ready_at == ready.start_at || calendar.is_open(last));
        }
    }

    #[test]
    fn work_is_done_when_its_open_minutes_have_passed(
        calendar in some_calendar(), from in 0_i64..30_000, work in 0_i64..900
    ) {
        let done = calendar.advance(minutes(from), u64::try_from(work).unwrap() * 60);
        // All ends of windows are whole minutes, so counting them is exact.
        let mut open = 0;
        let walked = (from..from + 6_000).find(|minute| {
            let is_open = calendar.is_open(minutes(*minute));
            if open == work && (work > 0 || is_open) {
                return true;
            }
            open += i64::from(is_open);
            false
        });
        if let Some(walked) = walked {
            prop_assert_eq!(done, Some(minutes(walked)));
        }
    }

    #[test]
    fn the_wall_clock_never_shows_less_at_an_instant_found(zone in some_zone(), day in 0_u64..40, time in some_time()) {
        let date = date("2026-02-25") + chrono::Days::new(day);
        let found = zone.instant(date, time).unwrap();
        let wanted = date.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(i64::from(time.minutes()));
        prop_assert!(zone.local(found).unwrap() >= wanted);
        prop_assert!(zone.local(found - TimeDelta::seconds(1)).unwrap() < wanted);
        let is_change = zone.changes.iter().any(|change| change.at == found);
        prop_assert!(zone.local(found).unwrap() == wanted || is_change);
    }

    #[test]
    fn the_last_moment_to_order_is_in_time_and_the_next_second_is_not(
        calendar in some_calendar(), now in 0_i64..20_000, promise in 0_i64..60_000, days in 0_u16..4
    ) {
        let delivery = DeliveryQuestion {
            calendar: Calendar { exceptions: vec![], cut_offs: vec![], ..calendar },
            now: minutes(now),
            units: Quantity::ZERO,
            carrier: None,
            service: None,
            buffer_minutes: 0,
            carrier_days: CarrierDays::every_day(),
            transit_days: days,
            slow_transit_days: None,
            extra_days: 0,
            recipient: None,
        };
        let promise_by = minutes(promise);
        let ends = |now| DeliveryQuestion { now, ..delivery.clone() }.answer().map(|found| found.deliver_by);
        match (OrderByQuestion { delivery: delivery.clone(), promise_by }).answer() {
            Ok(OrderBy { order_by: Some(last), .. }) => {
                prop_assert!(ends(last).unwrap() <= promise_by);
                prop_assert!(ends(last + TimeDelta::seconds(1)).is_ok_and(|by| by > promise_by));
            }
            Ok(OrderBy { order_by: None, .. }) => prop_assert!(ends(delivery.now).unwrap() > promise_by),
            Err(_) => prop_assert!(ends(delivery.now).is_err()),
        }
    }
}
