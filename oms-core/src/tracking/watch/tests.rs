use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn hour(hour: i64) -> Instant {
    Instant::from_timestamp(hour * 3600, 0).unwrap()
}

fn parcel(scans: &[(i64, &str)], rest: Value) -> WatchedParcel {
    let events: Vec<Value> =
        scans.iter().map(|(at, status)| json!({"at": hour(*at), "status": status})).collect();
    let mut whole = json!({"shipment": "s1", "parcel": "p1", "events": events, "shippedAt": hour(0)});
    whole.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

fn look(at: i64, parcels: Vec<WatchedParcel>, terms: Value, standing: &[ParcelAlert]) -> ParcelWatch {
    let terms = serde_json::from_value(terms).unwrap();
    watch_parcels(&WatchParcels { at: hour(at), terms, parcels, standing: standing.to_vec() }).unwrap()
}

/// Timer, level, and the hour at which it is due.
fn alerts(watch: &ParcelWatch) -> Vec<(ParcelTimer, AlertLevel, i64)> {
    let row = |alert: &ParcelAlert| (alert.timer, alert.level, alert.due.timestamp() / 3600);
    watch.alerts.iter().map(row).collect()
}

use AlertLevel::{Breach, Warning};

#[test]
fn every_timer_runs_from_its_start_to_its_stop() {
    for (scans, at, expected) in [
        (&[][..], 20, vec![(ParcelTimer::PickupScan, Warning, 24)]),
        (&[(1, "label_created")], 25, vec![(ParcelTimer::PickupScan, Breach, 24)]),
        (&[(1, "picked_up")], 26, vec![(ParcelTimer::FirstMovement, Breach, 25)]),
        (&[(1, "picked_up"), (2, "in_transit")], 51, vec![(ParcelTimer::NoUpdate, Breach, 50)]),
        (&[(1, "picked_up"), (2, "out_for_delivery")], 27, vec![(ParcelTimer::Delivery, Breach, 26)]),
        (
            &[(1, "picked_up"), (2, "customs"), (119, "customs")],
            123,
            vec![(ParcelTimer::Customs, Breach, 122)],
        ),
        (
            &[(1, "available_for_pickup"), (40, "exception")],
            74,
            vec![(ParcelTimer::StationDwell, Breach, 73)],
        ),
        (
            &[(1, "refused"), (9, "returning"), (230, "returning")],
            242,
            vec![(ParcelTimer::Return, Breach, 241)],
        ),
        (&[(1, "picked_up"), (9, "delivered")], 900, vec![]),
        (&[(1, "picked_up"), (9, "returned")], 900, vec![]),
    ] {
        assert_eq!(alerts(&look(at, vec![parcel(scans, json!({}))], json!({}), &[])), expected, "{scans:?}");
    }
    let unpaid = parcel(&[], json!({"shippedAt": null, "paidAt": hour(0), "shipBy": hour(24)}));
    assert_eq!(alerts(&look(20, vec![unpaid], json!({}), &[])), [(ParcelTimer::PayToShip, Warning, 24)]);
    let guaranteed = parcel(&[(1, "picked_up"), (30, "in_transit")], json!({"deliverBy": hour(40)}));
    let watch = look(41, vec![guaranteed], json!({}), &[]);
    assert_eq!(alerts(&watch), [(ParcelTimer::DeliverBy, Breach, 40)]);
    assert_eq!(watch.alerts[0].basis, LimitBasis::Guaranteed(GuaranteedBasis {}));
}

#[test]
fn an_alert_is_raised_once_rises_and_clears_itself() {
    let quiet = || vec![parcel(&[(0, "picked_up"), (1, "in_transit")], json!({}))];
    let terms = json!({"escalateAfter": [60, 600]});
    let first = look(40, quiet(), terms.clone(), &[]);
    assert_eq!((alerts(&first), first.raised.len()), (vec![(ParcelTimer::NoUpdate, Warning, 49)], 1));
    assert_eq!(first.next, Some(hour(49)));
    let again = look(41, quiet(), terms.clone(), &first.alerts);
    assert_eq!((again.alerts.len(), again.raised.len(), again.cleared.len()), (1, 0, 0));
    let risen = look(50, quiet(), terms.clone(), &again.alerts);
    assert_eq!((risen.raised[0].level, risen.raised[0].escalation, risen.next), (Breach, 1, Some(hour(59))));
    let moved = vec![parcel(&[(0, "picked_up"), (1, "in_transit"), (50, "in_transit")], json!({}))];
    let cleared = look(51, moved, terms, &risen.alerts);
    assert_eq!(
        (cleared.alerts.len(), cleared.cleared.len(), cleared.next),
        (0, 1, Some(hour(88) + chrono::Duration::minutes(24)))
    );
}

#[test]
fn pauses_stop_the_clock_of_limits() {
    let quiet = || vec![parcel(&[(0, "picked_up"), (1, "in_transit")], json!({}))];
    let pause = |from: i64, until: i64| json!({"from": hour(from), "until": hour(until)});
    let terms = json!({"pauses": [pause(10, 20), pause(15, 30), pause(-9, 0), pause(500, 600)]});
    let watch = look(68, quiet(), terms.clone(), &[]);
    assert_eq!(alerts(&watch), [(ParcelTimer::NoUpdate, Warning, 69)]);
    assert_eq!(alerts(&look(69, quiet(), terms, &[])), [(ParcelTimer::NoUpdate, Breach, 69)]);
}

#[test]
fn a_limit_is_a_rule_then_learned_then_usual() {
    let lane = json!({"carrier": "sf", "region": "GD", "lane": "sh>gd"});
    let history: Vec<Value> = (1..=40)
        .map(|gap| {
            json!({"lane": lane, "events": [
            {"at": hour(0), "status": "picked_up"}, {"at": hour(gap), "status": "in_transit"}]})
        })
        .collect();
    let learned = learn_parcel_limits(&serde_json::from_value(json!({"history": history})).unwrap()).unwrap();
    // 40 gaps of 1 to 40 hours: the 38th is exceeded by 2 in 40.
    let gap = |limit: &&LearnedLimit| limit.timer == ParcelTimer::NoUpdate;
    let limits: Vec<_> =
        learned.limits.iter().filter(gap).map(|limit| (limit.minutes, limit.samples)).collect();
    assert_eq!(limits, [(38 * 60, 40); 4]);
    let watched = |lane: Value| vec![parcel(&[(0, "picked_up"), (1, "in_transit")], json!({"lane": lane}))];
    let terms = json!({"learned": learned});
    for known in [lane.clone(), json!({"carrier": "sf", "region": "HK"}), json!({"carrier": "yto"})] {
        let watch = look(39, watched(known), terms.clone(), &[]);
        assert_eq!(alerts(&watch), [(ParcelTimer::NoUpdate, Breach, 39)]);
    }
    let rules = json!([{"timer": "no_update", "minutes": 600},
        {"timer": "no_update", "carrier": "sf", "minutes": 120}]);
    let watch = look(3, watched(lane), json!({"learned": learned, "rules": rules}), &[]);
    assert_eq!(watch.alerts[0].basis, LimitBasis::Rule(RuleBasis { minutes: 120 }));
}

#[test]
fn lanes_with_few_spans_are_pooled_upward() {
    let on = |region: &str, gap: i64| {
        json!({"lane": {"carrier": "sf", "region": region}, "events": [
        {"at": hour(0), "status": "picked_up"}, {"at": hour(gap), "status": "in_transit"}]})
    };
    let history: Vec<Value> = (0..15).map(|_| on("GD", 2)).chain((0..5).map(|_| on("XZ", 90))).collect();
    let request = json!({"history": history, "quantileMilli": 1000, "minSamples": 10, "floorMinutes": 150});
    let learned = learn_parcel_limits(&serde_json::from_value(request).unwrap()).unwrap();
    let lane = |region: &str| serde_json::from_value(json!({"carrier": "sf", "region": region})).unwrap();
    let of = |region| learned.of(ParcelTimer::NoUpdate, &lane(region)).unwrap().minutes;
    assert_eq!((of("GD"), of("XZ")), (150, 90 * 60));
}

#[test]
fn what_makes_no_sense_is_refused_with_its_place() {
    let twice = [parcel(&[], json!({})), parcel(&[], json!({}))].to_vec();
    let terms = serde_json::from_value(
        json!({"warnPercent": 101, "rules": [{"timer": "transit", "minutes": 5_256_001}]}),
    );
    let request = WatchParcels { at: hour(0), terms: terms.unwrap(), parcels: twice, standing: vec![] };
    let problems = watch_parcels(&request).unwrap_err();
    let paths: Vec<_> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/terms/warnPercent", "/terms/rules/0/minutes", "/parcels/1"]);
    let learn = json!({"history": [], "quantileMilli": 0, "minSamples": 0});
    assert_eq!(learn_parcel_limits(&serde_json::from_value(learn).unwrap()).unwrap_err().as_slice().len(), 2);
}

proptest! {
    #[test]
    fn looking_again_with_what_stands_raises_nothing_and_the_next_instant_is_the_first_change(
        scans in prop::collection::vec((0_i64..200, prop::sample::select(TrackingStatus::ALL.to_vec())), 0..6),
        at in 0_i64..400,
        pause in (0_i64..300, 1_i64..50),
    ) {
        let events = scans.iter().map(|(at, status)| TrackingEvent::new(hour(*at), *status)).collect();
        let parcels = vec![WatchedParcel { events, ..parcel(&[], json!({"deliverBy": hour(150)})) }];
        let terms = json!({"pauses": [{"from": hour(pause.0), "until": hour(pause.0 + pause.1)}]});
        let first = look(at, parcels.clone(), terms.clone(), &[]);
        let again = look(at, parcels.clone(), terms.clone(), &first.alerts);
        prop_assert_eq!((&again.alerts, again.raised.len(), again.cleared.len()), (&first.alerts, 0, 0));
        if let Some(next) = first.next {
            let before = WatchParcels {
                at: next - chrono::Duration::seconds(1), standing: first.alerts.clone(), parcels: parcels.clone(),
                terms: serde_json::from_value(terms.clone()).unwrap(),
            };
            prop_assert!(watch_parcels(&before).unwrap().raised.is_empty());
            let then = WatchParcels { at: next, ..before };
            prop_assert!(!watch_parcels(&then).unwrap().raised.is_empty());
        }
    }
}
