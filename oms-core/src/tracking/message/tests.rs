use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::shipment::TrackingDetail as Of;
use crate::shipment::TrackingStatus as Is;

fn request(format: TrackingFormat, body: impl ToString) -> ParseTrackingMessage {
    let (assumed_offset_minutes, by_words, rows) = (None, false, vec![]);
    ParseTrackingMessage { format, body: body.to_string(), assumed_offset_minutes, by_words, rows }
}

/// Number, carrier, and the scans as time, status, detail.
fn told(message: &TrackingMessage) -> Value {
    let parcels = message.parcels.iter().map(|parcel| {
        let scans = parcel.events.iter().map(|event| json!([event.at, event.status, event.detail]));
        json!([parcel.number, parcel.carrier, scans.collect::<Vec<_>>()])
    });
    Value::Array(parcels.collect())
}

fn codes(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems.iter().map(|problem| (&*problem.code, problem.path.as_str())).collect()
}

#[test]
fn a_push_of_kuaidi100_is_in_beijing_time_and_the_state_names_the_newest_scan() {
    let body = json!({"status": "polling", "message": "", "lastResult": {
        "message": "ok", "state": "501", "com": "yuantong", "nu": "YT1234567890123", "data": [
            {"context": "已到驿站", "time": "2026-11-12 08:00:00", "areaName": "浙江,杭州市"},
            {"context": "离开上海", "time": "2026-11-11 20:00:00", "status": "在途", "statusCode": "1002"},
            {"context": "已揽收", "time": "2026-11-11 09:00:00", "status": "揽收"}]}});
    let message = parse_tracking_message(&request(TrackingFormat::Kuaidi100, &body)).unwrap();
    let expected = json!([[
        "YT1234567890123",
        "yuantong",
        [
            ["2026-11-11T01:00:00Z", "picked_up", null],
            ["2026-11-11T12:00:00Z", "in_transit", null],
            ["2026-11-12T00:00:00Z", "available_for_pickup", null]
        ]
    ]]);
    assert_eq!((told(&message), message.problems.len(), message.gaps.len()), (expected, 0, 0));
    let elsewhere =
        ParseTrackingMessage { assumed_offset_minutes: Some(0), ..request(TrackingFormat::Kuaidi100, &body) };
    let message = parse_tracking_message(&elsewhere).unwrap();
    assert_eq!(message.parcels[0].events[0].at.to_rfc3339(), "2026-11-11T09:00:00+00:00");
}

#[test]
fn a_push_of_kdniao_holds_many_parcels() {
    let body = json!({"EBusinessID": "1", "Count": "2", "Data": [
        {"LogisticCode": "SF1234567890123", "ShipperCode": "SF", "State": "3", "StateEx": "311", "Traces": [
            {"AcceptTime": "2026-11-11 10:00:00", "AcceptStation": "已投柜", "Action": "211", "Location": "上海市"},
            {"AcceptTime": "2026-11-11 18:00:00", "AcceptStation": "已取出"}]},
        {"LogisticCode": "SF1234567890124", "ShipperCode": "SF", "State": "0", "Traces": []}]});
    let message = parse_tracking_message(&request(TrackingFormat::Kdniao, body)).unwrap();
    let expected = json!([
        [
            "SF1234567890123",
            "SF",
            [
                ["2026-11-11T02:00:00Z", "available_for_pickup", null],
                ["2026-11-11T10:00:00Z", "delivered", "locker"]
            ]
        ],
        ["SF1234567890124", "SF", []]
    ]);
    assert_eq!(told(&message), expected);
}

#[test]
fn a_push_of_17track_has_zones_and_says_which_numbers_it_refused() {
    let event = |at: &str, code: &str| json!({"time_iso": at, "sub_status": code, "location": "HK"});
    let info = json!({"latest_status": {"status": "Exception"}, "tracking": {"providers": [
        {"events": [event("2026-11-11T17:22:00+08:00", "InTransit_CustomsReleased")]},
        {"events": [event("2026-11-12T01:00:00-05:00", "DeliveryFailure_NoBody")]}]}});
    let body = json!({"code": 0, "data": {
        "accepted": [{"number": "RB123456785CN", "carrier": 3011, "track_info": info}],
        "rejected": [{"number": "1", "error": {"code": -18019909, "message": "No tracking info."}}]}});
    let message = parse_tracking_message(&request(TrackingFormat::SeventeenTrack, body)).unwrap();
    let expected = json!([[
        "RB123456785CN",
        "3011",
        [
            ["2026-11-11T09:22:00Z", "customs", "customs_released"],
            ["2026-11-12T06:00:00Z", "attempt_failed", "unreachable"]
        ]
    ]]);
    assert_eq!(told(&message), expected);
    assert_eq!(codes(&message.problems), [("tracking.refused_by_carrier", "/data/rejected/0/error/message")]);
}

#[test]
fn times_without_a_zone_need_one_to_assume() {
    let scan = |at: &str| json!({"checkpoint_time": at, "subtag": "InTransit_003", "city": "Rome"});
    let body = json!({"event": "tracking_update", "msg": {"tracking_number": "1", "slug": "x", "checkpoints": [
        scan("2026-11-11T10:00:00"), scan("2026-11-11T10:00:00+01:00"), scan("soon"), {"tag": "InTransit"}]}});
    let asked = request(TrackingFormat::Aftership, &body);
    let message = parse_tracking_message(&asked).unwrap();
    assert_eq!(message.parcels[0].events.len(), 1);
    assert_eq!(
        codes(&message.problems),
        [
            ("tracking.time_without_zone", "/msg/checkpoints/0"),
            ("tracking.bad_time", "/msg/checkpoints/2"),
            ("tracking.no_time", "/msg/checkpoints/3"),
        ]
    );
    let message =
        parse_tracking_message(&ParseTrackingMessage { assumed_offset_minutes: Some(60), ..asked }).unwrap();
    // The same scan, told with a zone and without one, is one scan.
    assert_eq!((message.parcels[0].events.len(), message.problems.len()), (1, 2));
}

#[test]
fn unmapped_codes_are_kept_and_counted_and_words_are_read_when_asked() {
    let body = json!({"tracking_code": "EZ1", "carrier": "USPS", "tracking_details": [
        {"datetime": "2026-11-11T10:00:00Z", "status": "teleported", "message": "Arrived at hub"},
        {"datetime": "2026-11-11T11:00:00Z", "status": "teleported", "status_detail": "", "message": ""}]});
    let asked = request(TrackingFormat::Easypost, &body);
    let message = parse_tracking_message(&asked).unwrap();
    assert!(message.parcels[0].events.iter().all(TrackingEvent::is_unmapped));
    assert_eq!(
        message.gaps.iter().map(|gap| (gap.code.as_str(), gap.scans)).collect::<Vec<_>>(),
        [("teleported", 2)]
    );
    let message = parse_tracking_message(&ParseTrackingMessage { by_words: true, ..asked.clone() }).unwrap();
    let first = &message.parcels[0].events[0];
    assert_eq!((first.status, first.detail, message.gaps[0].scans), (Is::InTransit, Some(Of::HubArrived), 2));
    let rows = serde_json::from_value(json!([
        {"source": "easypost", "code": "teleported", "meaning": {"status": "out_for_delivery"}}]))
    .unwrap();
    let message = parse_tracking_message(&ParseTrackingMessage { rows, ..asked }).unwrap();
    assert_eq!((message.parcels[0].events[0].status, message.gaps.len()), (Is::OutForDelivery, 0));
}

#[test]
fn what_is_no_message_is_refused_with_its_place() {
    let refused = |format, body: &str| {
        let problems = parse_tracking_message(&request(format, body)).unwrap_err();
        problems
            .as_slice()
            .iter()
            .map(|problem| (problem.code.to_string(), problem.path.clone()))
            .collect::<Vec<_>>()
    };
    let one = |code: &str, path: &str| vec![(code.to_owned(), path.to_owned())];
    assert_eq!(refused(TrackingFormat::Ups, "{"), one("tracking.unreadable", "/body"));
    assert_eq!(refused(TrackingFormat::Ups, "{}"), one("tracking.other_format", "/body"));
    assert_eq!(refused(TrackingFormat::Ups, &"[".repeat(100_000)), one("tracking.unreadable", "/body"));
    let fault = r#"{"errors": [{"code": "TRACKING.TRACKINGNUMBER.NOTFOUND", "message": "not found"}]}"#;
    assert_eq!(
        refused(TrackingFormat::Fedex, fault),
        one("tracking.refused_by_carrier", "/errors/0/message")
    );
    let far =
        ParseTrackingMessage { assumed_offset_minutes: Some(841), ..request(TrackingFormat::Ups, "{}") };
    assert_eq!(parse_tracking_message(&far).unwrap_err().as_slice()[0].path, "/assumedOffsetMinutes");
}

#[test]
fn carriers_times_come_in_many_forms() {
    use super::time::instant;
    let read = |date, time, zone, assumed| instant(date, time, zone, assumed).map(|at| at.to_rfc3339());
    for (date, time, zone, assumed, expected) in [
        ("2026-11-11T10:00:00.123Z", None, None, None, "2026-11-11T10:00:00.123+00:00"),
        ("2026-11-11T10:00:00+0200", None, None, None, "2026-11-11T08:00:00+00:00"),
        ("2026-11-11 10:00:00 UTC", None, None, None, "2026-11-11T10:00:00+00:00"),
        ("20261111", Some("163000"), None, Some(-300), "2026-11-11T21:30:00+00:00"),
        ("20261111", Some("163000"), Some("-05:00"), None, "2026-11-11T21:30:00+00:00"),
        ("2026-11-11", Some("11:59:59"), Some("EST"), Some(0), "2026-11-11T16:59:59+00:00"),
        ("April 28, 2026", Some("9:01 am"), None, Some(0), "2026-04-28T09:01:00+00:00"),
        ("April 28, 2026", None, None, Some(0), "2026-04-28T00:00:00+00:00"),
        ("2026/11/11 10:00", None, None, Some(480), "2026-11-11T02:00:00+00:00"),
    ] {
        assert_eq!(read(date, time, zone, assumed).as_deref(), Ok(expected), "{date} {time:?}");
    }
    assert!(read("262143-12-31 23:59", None, None, Some(-720)).is_err());
    assert!(read("2026-11-11", Some("10:00"), Some("+99"), None).is_err());
}

#[cfg(feature = "xml")]
#[test]
fn old_messages_in_xml_are_read_alike() {
    let body = r#"<?xml version="1.0"?><TrackResponse><TrackInfo ID="9400100000000000000006">
        <TrackSummary><EventTime>9:01 am</EventTime><EventDate>April 28, 2026</EventDate>
            <Event>Delivered, In/At Mailbox</Event><EventCode>01</EventCode></TrackSummary>
        <TrackDetail><EventTime>8:29 am</EventTime><EventDate>April 28, 2026</EventDate>
            <Event>Out for Delivery</Event><EventCode>OF</EventCode></TrackDetail></TrackInfo></TrackResponse>"#;
    let asked =
        ParseTrackingMessage { assumed_offset_minutes: Some(-300), ..request(TrackingFormat::UspsXml, body) };
    let expected = json!([[
        "9400100000000000000006",
        null,
        [["2026-04-28T13:29:00Z", "out_for_delivery", null], ["2026-04-28T14:01:00Z", "delivered", null]]
    ]]);
    assert_eq!(told(&parse_tracking_message(&asked).unwrap()), expected);
    let deep = "<a>".repeat(500) + &"</a>".repeat(500);
    assert!(parse_tracking_message(&request(TrackingFormat::UspsXml, deep)).is_err());
}

fn any_json() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "data",
        "lastResult",
        "shipments",
        "events",
        "checkpoints",
        "msg",
        "time",
        "date",
        "code",
        "status",
        "trackResponse",
        "shipment",
        "package",
        "activity",
        "tracking_details",
        "datetime",
        "Traces",
        "AcceptTime",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!("2026-11-11T10:00:00Z")),
        Just(json!("2026-11-11 10:00:00")),
    ];
    leaf.prop_recursive(5, 40, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..4).prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        at in 0..TrackingFormat::ALL.len(),
    ) {
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let _ = parse_tracking_message(&request(TrackingFormat::ALL[at], body));
    }

    #[test]
    fn any_tree_is_read_or_refused_with_sorted_scans(tree in any_json(), offset in prop::option::of(-800..900)) {
        for format in TrackingFormat::ALL {
            let asked = ParseTrackingMessage { assumed_offset_minutes: offset, ..request(format, &tree) };
            match parse_tracking_message(&asked) {
                Ok(message) => for parcel in &message.parcels {
                    prop_assert!(parcel.events.is_sorted());
                },
                Err(problems) => prop_assert!(!problems.is_empty()),
            }
        }
    }
}
