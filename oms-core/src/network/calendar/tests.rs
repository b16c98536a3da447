use chrono::NaiveDate;

use super::*;
use crate::value::{CarrierId, Instant, Quantity, Ratio, ServiceId};

mod laws;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

fn berlin() -> TimeZone {
    let change = |text, offset_seconds| OffsetChange { at: at(text), offset_seconds };
    TimeZone {
        changes: vec![change("2026-03-29T01:00:00Z", 7200), change("2026-10-25T01:00:00Z", 3600)],
        ..TimeZone::fixed(3600)
    }
}

fn hours(days: &[Weekday], from: &str, until: &str) -> OpeningHours {
    OpeningHours { days: days.iter().copied().collect(), from: time(from), until: time(until) }
}

/// Monday to Friday, 09:00 to 17:00 in Berlin, orders until 14:00, on Fridays until noon; half an hour and a minute
/// for
/// each unit; closed on 24 December and from 1 to 3 January, four hours on 31 December.
fn warehouse() -> Calendar {
    let short = CalendarException {
        hours: vec![Opening { from: time("10:00"), until: time("14:00") }],
        ..CalendarException::closed(date("2026-12-31"))
    };
    let new_year = CalendarException {
        until: Some(date("2027-01-03")),
        ..CalendarException::closed(date("2027-01-01"))
    };
    let cut_off =
        |days: &[Weekday], at| CutOff { service: None, days: days.iter().copied().collect(), at: time(at) };
    Calendar {
        time_zone: berlin(),
        week: vec![hours(&Weekday::ALL[..5], "09:00", "17:00")],
        exceptions: vec![CalendarException::closed(date("2026-12-24")), short, new_year],
        cut_offs: vec![cut_off(&[], "14:00"), cut_off(&[Weekday::Friday], "12:00")],
        processing: Processing { fixed_minutes: 30, per_unit_seconds: 60 },
        pickups: vec![PickupSchedule {
            carrier: CarrierId::new("dhl").unwrap(),
            days: Weekday::ALL[..5].iter().copied().collect(),
            times: [time("12:00"), time("18:00")].into(),
        }],
    }
}

fn ready(now: &str, units: u32) -> (String, bool) {
    let ready = warehouse().ready_at(at(now), None, Quantity::new(units)).unwrap();
    (ready.ready_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true), ready.after_cut_off)
}

#[test]
fn an_order_is_ready_after_its_work_in_opening_hours() {
    let told = |text: &str, late| (text.to_owned(), late);
    // Wednesday in winter, an hour east of UTC.
    assert_eq!(ready("2026-11-11T08:00:00Z", 30), told("2026-11-11T09:00:00Z", false));
    assert_eq!(ready("2026-11-11T03:00:00Z", 0), told("2026-11-11T08:30:00Z", false));
    // At the cut-off it is too late: Thursday.
    assert_eq!(ready("2026-11-11T12:59:59Z", 0), told("2026-11-11T13:29:59Z", false));
    assert_eq!(ready("2026-11-11T13:00:00Z", 0), told("2026-11-12T08:30:00Z", true));
    // Fridays close for orders at noon: Monday.
    assert_eq!(ready("2026-11-13T11:00:00Z", 0), told("2026-11-16T08:30:00Z", true));
    // After hours nothing was missed that could have been had.
    assert_eq!(ready("2026-11-11T17:00:00Z", 0), told("2026-11-12T08:30:00Z", false));
    // Ten hours of work: four that day, six the next.
    assert_eq!(ready("2026-11-11T12:00:00Z", 570), told("2026-11-12T14:00:00Z", false));
    // Christmas Eve, then a Friday that is no holiday here.
    assert_eq!(ready("2026-12-23T14:00:00Z", 0), told("2026-12-25T08:30:00Z", true));
    // Four hours on New Year's Eve from ten on, and nothing before Monday, 4 January.
    assert_eq!(ready("2026-12-31T08:00:00Z", 210 + 60), told("2027-01-04T09:00:00Z", false));
}

#[test]
fn a_service_has_its_own_cut_off() {
    let express = ServiceId::new("express").unwrap();
    let mut calendar = warehouse();
    calendar.cut_offs.push(CutOff { service: Some(express.clone()), days: [].into(), at: time("16:00") });
    let now = at("2026-11-11T14:30:00Z");
    let day = |service| calendar.ready_at(now, service, Quantity::ZERO).unwrap().day;
    assert_eq!((day(Some(&express)), day(None)), (date("2026-11-11"), date("2026-11-12")));
}

#[test]
fn clocks_that_change_neither_lose_nor_double_a_window() {
    let night = Calendar {
        time_zone: berlin(),
        week: vec![hours(&[Weekday::Sunday], "02:15", "02:45"), hours(&[Weekday::Sunday], "22:00", "03:00")],
        ..Calendar::default()
    };
    // 02:15 to 02:45 is not there on 29 March: both ends fall on the change.
    let open = night.next_open(at("2026-03-29T00:30:00Z")).unwrap();
    assert_eq!(open, at("2026-03-29T20:00:00Z"));
    // On 25 October it comes twice, and counts the first time.
    assert_eq!(night.next_open(at("2026-10-25T00:00:00Z")), Some(at("2026-10-25T00:15:00Z")));
    assert!(!night.is_open(at("2026-10-25T01:15:00Z")));
    // Past midnight it is still Sunday's window: what is not done at three on Monday goes on at a quarter past two on
    // Sunday.
    assert!(night.is_open(at("2026-11-02T01:59:59Z")) && !night.is_open(at("2026-11-02T02:00:00Z")));
    assert_eq!(night.advance(at("2026-11-02T01:30:00Z"), 3600), Some(at("2026-11-08T01:45:00Z")));
}

#[test]
fn nonsense_calendars_end() {
    assert_eq!(Calendar::default().next_open(at("2026-11-11T08:00:00Z")), None);
    assert_eq!(
        Calendar::default().ready_at(at("2026-11-11T08:00:00Z"), None, Quantity::ZERO),
        Err(CalendarError::NeverOpen)
    );
    // One minute a week, and four hours on New Year's Eve: centuries, counted and not walked.
    let seldom = Calendar { week: vec![hours(&[Weekday::Monday], "09:00", "09:01")], ..warehouse() };
    let done = seldom.advance(at("2026-11-11T08:00:00Z"), 60 * 52 * 1000).unwrap();
    assert_eq!(done.date_naive().to_string(), "3018-11-09");
    assert_eq!(seldom.advance(at("2026-11-11T08:00:00Z"), u64::MAX), None);
    assert_eq!(Calendar::always().advance(at("2026-11-11T08:00:00Z"), u64::MAX), None);
    // Closed for ever by one exception.
    let closed =
        CalendarException { until: Some(NaiveDate::MAX), ..CalendarException::closed(date("2026-01-01")) };
    let closed = Calendar { exceptions: vec![closed], ..Calendar::always() };
    assert_eq!(closed.next_open(at("2026-11-11T08:00:00Z")), None);
    for instant in [Instant::MIN_UTC, Instant::MAX_UTC] {
        assert_eq!(warehouse().advance(instant, 5), None);
    }
}

#[test]
fn a_parcel_is_picked_up_and_delivered_on_working_days() {
    let mut question = DeliveryQuestion {
        calendar: warehouse(),
        now: at("2026-11-12T08:00:00Z"),
        units: Quantity::new(1),
        carrier: Some(CarrierId::new("dhl").unwrap()),
        service: None,
        buffer_minutes: 15,
        carrier_days: CarrierDays {
            time_zone: berlin(),
            days: Weekday::ALL[..6].iter().copied().collect(),
            holidays: vec![CalendarException::closed(date("2026-11-14"))],
        },
        transit_days: 1,
        slow_transit_days: Some(2),
        extra_days: 0,
        recipient: Some(TimeZone::fixed(0)),
    };
    let found = question.answer().unwrap();
    assert_eq!(found.pickup_at, at("2026-11-12T11:00:00Z"));
    assert_eq!((found.deliver_on, found.deliver_by), (date("2026-11-13"), at("2026-11-14T00:00:00Z")));
    // Saturday is a holiday and Sunday free.
    assert_eq!((found.slow_on, found.slow_by), (Some(date("2026-11-16")), Some(at("2026-11-17T00:00:00Z"))));
    // The last second to order for Friday: ready a quarter of an hour before six, but the cut-off comes first.
    let last = |question: &DeliveryQuestion, promise| {
        OrderByQuestion { delivery: question.clone(), promise_by: at(promise) }.answer().unwrap().order_by
    };
    assert_eq!(last(&question, "2026-11-14T00:00:00Z"), Some(at("2026-11-12T12:59:59Z")));
    assert_eq!(last(&question, "2026-11-13T23:59:59Z"), None);
    question.extra_days = 1;
    assert_eq!(question.answer().unwrap().deliver_on, date("2026-11-16"));
    question.slow_transit_days = Some(0);
    question.calendar.week.push(hours(&[], "24:00", "09:00"));
    question.carrier_days.days.clear();
    let Err(CalendarError::Invalid(problems)) = question.answer() else { panic!("sound") };
    let places: Vec<&str> = problems.as_slice().iter().map(|problem| &*problem.path).collect();
    assert_eq!(
        places,
        ["/calendar/week/1/days", "/calendar/week/1/from", "/carrierDays/days", "/slowTransitDays"]
    );
}

#[test]
fn a_carrier_without_a_schedule_comes_at_once_and_one_with_an_empty_one_never() {
    let now = at("2026-11-14T08:00:00Z");
    let (dhl, ups) = (CarrierId::new("dhl").unwrap(), CarrierId::new("ups").unwrap());
    let mut calendar = warehouse();
    assert_eq!(calendar.pickup_at(Some(&ups), now), Some(now));
    assert_eq!(calendar.pickup_at(Some(&dhl), now), Some(at("2026-11-16T11:00:00Z")));
    assert_eq!(calendar.pickup_at(Some(&dhl), at("2026-12-23T18:00:00Z")), Some(at("2026-12-25T11:00:00Z")));
    calendar.pickups[0].days.clear();
    assert_eq!(calendar.pickup_at(Some(&dhl), now), None);
    calendar.pickups[0].times.clear();
    assert_eq!(calendar.pickup_at(Some(&dhl), now), None);
}

#[test]
fn everything_wrong_with_a_calendar_is_told_at_once() {
    let mut calendar = warehouse();
    calendar.time_zone.changes.swap(0, 1);
    calendar.time_zone.offset_seconds = 100_000;
    calendar.exceptions.push(CalendarException::closed(date("2027-01-02")));
    calendar.exceptions.push(CalendarException {
        until: Some(date("2027-01-31")),
        ..CalendarException::closed(date("2027-02-01"))
    });
    calendar.cut_offs.push(CutOff { service: None, days: [Weekday::Friday].into(), at: time("09:00") });
    calendar.pickups.push(calendar.pickups[0].clone());
    calendar.pickups[1].times.clear();
    let problems = calendar.problems();
    let told: Vec<_> = problems.as_slice().iter().map(|problem| (&*problem.path, &*problem.code)).collect();
    assert_eq!(
        told,
        [
            ("/timeZone/offsetSeconds", "input.out_of_range"),
            ("/timeZone/changes/1/at", "calendar.not_in_order"),
            ("/exceptions/4/until", "input.out_of_range"),
            ("/exceptions/3/from", "calendar.duplicate"),
            ("/cutOffs/2", "calendar.duplicate"),
            ("/pickups/1/carrier", "calendar.duplicate"),
            ("/pickups/1/times", "input.empty"),
        ]
    );
}

#[test]
fn a_backlog_fills_days_of_capacity() {
    let fills = |capacities: &[u32], backlog| {
        let question = BacklogQuestion { capacities: capacities.to_vec(), backlog };
        let found = backlog_utilisation(&question);
        (found.end.map(|end| (end.utilisation, end.calendar_days)), found.left)
    };
    let end = |num: i64, den: i64, days| Some((Ratio::new(num, den).unwrap(), days));
    let week = [50, 60, 185, 250, 300, 400];
    assert_eq!(fills(&week, 40), (end(4, 5, 1), 0));
    assert_eq!(fills(&week, 1036), (end(2191, 400, 6), 0));
    // A full day is one day, not the start of the next.
    assert_eq!(fills(&week, 50), (end(1, 1, 1), 0));
    assert_eq!(fills(&week, 51), (end(61, 60, 2), 0));
    // Days without capacity add to the calendar, not to the fraction.
    assert_eq!(fills(&[0, 50, 0, 0, 60], 80), (end(3, 2, 5), 0));
    assert_eq!(fills(&[], 0), (end(0, 1, 0), 0));
    assert_eq!(fills(&[0, 0], 1), (None, 1));
    assert_eq!(fills(&week, 1300), (None, 55));
    assert_eq!(fills(&[u32::MAX], u64::MAX), (None, u64::MAX - u64::from(u32::MAX)));
}

#[test]
fn times_of_day_are_read_strictly() {
    for text in ["9:00", "09:60", "24:01", "25:00", "09-00", "0900", "+9:00", "09:00:00", ""] {
        assert_eq!(TimeOfDay::parse(text), None, "{text}");
    }
    assert_eq!(time("24:00"), TimeOfDay::MIDNIGHT);
    assert!(serde_json::from_str::<TimeOfDay>("\"7:00\"").is_err());
    assert_eq!(serde_json::to_string(&time("07:05")).unwrap(), "\"07:05\"");
}

#[cfg(not(feature = "tz"))]
#[test]
fn without_a_database_zones_are_given_as_data() {
    let question = TimeZoneQuestion {
        name: crate::value::Text::new("Europe/Berlin").unwrap(),
        from_year: 2026,
        until_year: 2026,
    };
    assert_eq!(question.answer(), Err(CalendarError::NoZoneData));
}

#[cfg(feature = "tz")]
#[test]
fn zones_come_by_name_with_their_changes() {
    let named = TimeZone::named("Europe/Berlin", 2026, 2026).unwrap();
    assert_eq!(named.changes, berlin().changes);
    // Samoa skipped 30 December 2011, a whole day.
    let samoa = TimeZone::named("Pacific/Apia", 2011, 2011).unwrap();
    assert_eq!(samoa.instant(date("2011-12-30"), time("12:00")), Some(at("2011-12-30T10:00:00Z")));
    assert_eq!(samoa.local(at("2011-12-30T10:00:00Z")).unwrap().to_string(), "2011-12-31 00:00:00");
    assert_eq!(
        TimeZone::named("Europe/Atlantis", 2026, 2026),
        Err(CalendarError::UnknownZone { name: "Europe/Atlantis".into() })
    );
    let backwards = TimeZoneQuestion { name: named.name, from_year: 2026, until_year: 2025 };
    assert_eq!(backwards.answer().unwrap_err().code(), "calendar.invalid");
}
