use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::value::{Instant, LineId, LineQuantity, OrderId, ParcelId, Problems, Quantity, SkuId, Text};

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn event(second: i64, status: TrackingStatus) -> TrackingEvent {
    TrackingEvent::new(at(second), status)
}

/// Events one second apart.
fn events(statuses: &[TrackingStatus]) -> Vec<TrackingEvent> {
    (1..).zip(statuses).map(|(second, status)| event(second, *status)).collect()
}

fn fold(statuses: &[TrackingStatus]) -> (TrackingStatus, Vec<TrackingAnomaly>) {
    let state = fold_tracking(&events(statuses));
    (state.status, state.anomalies)
}

fn head(lines: &[(&str, u32)]) -> Shipment {
    let units: Vec<Value> = (lines.iter())
        .map(|(line, quantity)| json!({"line": line, "sku": line, "quantity": quantity}))
        .collect();
    serde_json::from_value(json!({
        "id": "s1", "order": "o1", "node": "berlin", "carrier": "post", "service": "parcel",
        "shippedAt": at(0), "units": units, "parcels": [],
    }))
    .unwrap()
}

fn parcel(id: &str, lines: &[(&str, u32)]) -> ParcelDraft {
    let named = |(line, units): &(&str, u32)| LineQuantity {
        line: LineId::new(line).unwrap(),
        quantity: Quantity::new(*units),
    };
    let (id, lines) = (ParcelId::new(id).unwrap(), lines.iter().map(named).collect());
    ParcelDraft { id, tracking_number: None, weight: None, lines }
}

fn created(lines: &[(&str, u32)], parcels: &[ParcelDraft]) -> Result<Shipment, Vec<(String, String)>> {
    let event = Shipment::create(head(lines), parcels).map_err(problems)?;
    Ok(Shipment::evolve(None, &event).unwrap())
}

fn problems(error: ShipmentError) -> Vec<(String, String)> {
    let ShipmentError::Invalid(problems): ShipmentError = error;
    let problems: Problems = problems;
    problems.as_slice().iter().map(|problem| (problem.code.to_string(), problem.path.clone())).collect()
}

fn news(parcel: &str, events: Vec<TrackingEvent>) -> ParcelEvents {
    ParcelEvents { parcel: ParcelId::new(parcel).unwrap(), events }
}

use TrackingStatus::*;

#[test]
fn pick_up_way_and_delivery_come_out_delivered_in_all_six_orders_and_with_duplicates() {
    let [a, b, c] = [event(1, PickedUp), event(2, OutForDelivery), event(3, Delivered)];
    let orders = [[&a, &b, &c], [&a, &c, &b], [&b, &a, &c], [&b, &c, &a], [&c, &a, &b], [&c, &b, &a]];
    let shipment = created(&[("l1", 1)], &[parcel("p1", &[])]).unwrap();
    let mut bytes = std::collections::BTreeSet::new();
    for order in orders {
        let mut shipment = shipment.clone();
        for event in order.into_iter().chain(order) {
            for event in shipment.track(&[news("p1", vec![event.clone()])], at(9)).unwrap() {
                shipment = Shipment::evolve(Some(shipment), &event).unwrap();
            }
        }
        assert_eq!((shipment.status(), shipment.delivered_at()), (Delivered, Some(at(3))));
        let state = shipment.parcels[0].tracking();
        assert_eq!((state.picked_up_at, state.since, state.anomalies.len()), (Some(at(1)), Some(at(3)), 0));
        bytes.insert(serde_json::to_string(&(shipment, state)).unwrap());
    }
    assert_eq!(bytes.len(), 1);
}

#[test]
fn a_stage_goes_back_only_between_pick_up_and_failed_attempt() {
    assert_eq!(fold(&[OutForDelivery, AttemptFailed, OutForDelivery, Delivered]), (Delivered, vec![]));
    assert_eq!(fold(&[AtDeliveryStation, InTransit, PickedUp]), (PickedUp, vec![]));
    assert_eq!(fold(&[PickedUp, AwaitingPickup]), (PickedUp, vec![TrackingAnomaly::OutOfSequence]));
    assert_eq!(fold(&[AwaitingPickup, LabelCreated]), (AwaitingPickup, vec![TrackingAnomaly::OutOfSequence]));
}

#[test]
fn after_delivery_only_the_way_back_counts() {
    for scan in [InTransit, OutForDelivery, AttemptFailed, Cancelled, Lost, Exception, Expired, LabelCreated]
    {
        assert_eq!(
            fold(&[Delivered, scan]),
            (Delivered, vec![TrackingAnomaly::ScanAfterDelivered]),
            "{scan:?}"
        );
    }
    for scan in [Refused, Returning, Intercepted, Returned] {
        assert_eq!(fold(&[Delivered, scan]), (scan, vec![]));
    }
    let state = fold_tracking(&events(&[Delivered, Returning, Returned]));
    assert_eq!((state.status, state.delivered_at), (Returned, Some(at(1))));
}

#[test]
fn the_way_back_is_left_only_by_its_end_or_a_delivery_after_all() {
    for start in [Refused, Returning, Intercepted] {
        for scan in [PickedUp, InTransit, OutForDelivery, AvailableForPickup, AttemptFailed] {
            assert_eq!(fold(&[PickedUp, start, scan]), (start, vec![TrackingAnomaly::ForwardScanOnReturn]));
        }
        assert_eq!(fold(&[PickedUp, start, Delivered]), (Delivered, vec![]));
        for end in [Returned, Lost, Destroyed, Cancelled] {
            assert_eq!(fold(&[PickedUp, start, end]), (end, vec![]));
        }
    }
}

#[test]
fn nothing_counts_after_the_end() {
    for end in [Returned, Cancelled, Lost, Destroyed] {
        for scan in TrackingStatus::ALL.into_iter().filter(|scan| ![end, Unknown].contains(scan)) {
            assert_eq!(fold(&[end, scan]), (end, vec![TrackingAnomaly::ScanAfterEnd]), "{end:?} {scan:?}");
        }
    }
}

#[test]
fn a_flag_marks_the_stage_and_the_next_stage_clears_it() {
    let state = fold_tracking(&events(&[InTransit, Exception]));
    assert_eq!((state.status, state.since, state.exception), (InTransit, Some(at(1)), true));
    let state = fold_tracking(&events(&[InTransit, Exception, InTransit]));
    assert_eq!((state.status, state.since, state.exception), (InTransit, Some(at(1)), false));
}

#[test]
fn a_flag_says_what_is_wrong_until_the_next_stage() {
    let delayed = TrackingEvent { detail: Some(TrackingDetail::Weather), ..event(2, Exception) };
    let state = fold_tracking(&[event(1, InTransit), delayed.clone()]);
    assert_eq!((state.status, state.trouble), (InTransit, Some(TrackingDetail::Weather)));
    let state = fold_tracking(&[event(1, InTransit), delayed, event(3, OutForDelivery)]);
    assert_eq!((state.status, state.trouble, state.last_scan_at), (OutForDelivery, None, Some(at(3))));
}

#[test]
fn a_scan_of_unknown_status_leaves_the_stage_as_it_is() {
    for stage in [PickedUp, Delivered, Returning, Lost] {
        let state = fold_tracking(&[event(1, stage), event(2, Unknown)]);
        assert_eq!((state.status, state.last_scan_at, state.anomalies), (stage, Some(at(2)), vec![]));
    }
    let none = TrackingEvent { detail: Some(TrackingDetail::NotFound), ..event(1, Unknown) };
    assert_eq!(fold_tracking(&[none]).detail, Some(TrackingDetail::NotFound));
}

#[test]
fn two_sources_that_tell_the_same_scan_tell_one() {
    let other = TrackingEvent { note: Text::new("nobody at home").unwrap(), ..event(2, AttemptFailed) };
    let state = fold_tracking(&[event(1, OutForDelivery), event(2, AttemptFailed), other]);
    assert_eq!(state.failed_attempts, 1);
    let state = fold_tracking(&[
        event(1, Delivered),
        event(2, InTransit),
        TrackingEvent { location: Text::new("hub").unwrap(), ..event(2, InTransit) },
    ]);
    assert_eq!(state.anomalies, [TrackingAnomaly::ScanAfterDelivered]);
}

#[test]
fn a_carrier_takes_back_a_delivery_within_two_days() {
    let day = 24 * 60 * 60;
    let back = |second| TrackingEvent { correction: true, ..event(second, OutForDelivery) };
    let state = fold_tracking(&[event(0, Delivered), back(2 * day)]);
    assert_eq!((state.status, state.delivered_at), (OutForDelivery, None));
    let state = fold_tracking(&[event(0, Delivered), back(2 * day + 1)]);
    assert_eq!((state.status, state.anomalies), (Delivered, vec![TrackingAnomaly::ScanAfterDelivered]));
    let state = fold_tracking(&[event(0, Delivered), back(day), event(2 * day, Delivered)]);
    assert_eq!((state.status, state.delivered_at), (Delivered, Some(at(2 * day))));
}

#[test]
fn a_forwarded_parcel_goes_on_under_its_new_number() {
    let number = crate::value::TrackingNumber::new("RB123456785CV").unwrap();
    let link = TrackingEvent { forwarded_to: Some(number.clone()), ..event(2, Forwarded) };
    let state =
        fold_tracking(&[event(1, AtDeliveryStation), link, event(3, OutForDelivery), event(4, Delivered)]);
    assert_eq!((state.status, state.forwarded_to), (Delivered, Some(number)));
}

#[test]
fn every_word_has_a_rank_a_name_and_a_kind_and_details_stand_with_their_statuses() {
    for status in TrackingStatus::ALL {
        assert!(!status.chinese().is_empty());
        let flag = status.kind() == TrackingKind::Flag;
        assert_eq!(flag, status.is_flag(), "{status:?}");
        assert_eq!(status.kind() == TrackingKind::Pre, !flag && status.rank() < 20 && status != Intercepted);
    }
    assert!(TrackingDetail::Neighbour.fits(Delivered) && !TrackingDetail::Neighbour.fits(Exception));
    let shipment = created(&[("a", 1)], &[parcel("p", &[])]).unwrap();
    let odd = TrackingEvent { detail: Some(TrackingDetail::Neighbour), ..event(1, Exception) };
    let found = problems(shipment.track(&[news("p", vec![odd])], at(5)).unwrap_err());
    let expected = ("shipment.detail_not_of_status".to_owned(), "/parcels/0/events/0/detail".to_owned());
    assert_eq!(found, [expected]);
}

#[test]
fn failed_attempts_are_counted_once_each() {
    let failed = event(2, AttemptFailed);
    let state = fold_tracking(&[failed.clone(), event(1, OutForDelivery), failed, event(5, AttemptFailed)]);
    assert_eq!(state.failed_attempts, 2);
}

#[test]
fn parcels_hold_exactly_what_is_shipped() {
    assert_eq!(created(&[("a", 2)], &[parcel("p", &[])]).unwrap().parcels[0].lines.len(), 1);
    let two = [parcel("p", &[("a", 1)]), parcel("q", &[("a", 1)])];
    assert!(created(&[("a", 2)], &two).is_ok());
    let differ = vec![("shipment.contents_differ".to_owned(), "/parcels".to_owned())];
    assert_eq!(created(&[("a", 3)], &two), Err(differ.clone()));
    assert_eq!(created(&[("a", 1)], &two), Err(differ.clone()));
    assert_eq!(created(&[("b", 2)], &two), Err(differ));
}

#[test]
fn every_problem_of_the_parcels_is_named() {
    let pairs = |found: Result<Shipment, Vec<(String, String)>>| found.unwrap_err();
    let none = pairs(created(&[("a", 1)], &[]));
    assert_eq!(none[0], ("input.empty".to_owned(), "/parcels".to_owned()));
    let twice = pairs(created(&[("a", 2)], &[parcel("p", &[("a", 2)]), parcel("p", &[("z", 0)])]));
    assert_eq!(twice[0], ("shipment.duplicate_parcel".to_owned(), "/parcels/1/id".to_owned()));
    assert_eq!(twice[1], ("input.out_of_range".to_owned(), "/parcels/1/lines/0/quantity".to_owned()));
}

#[test]
fn tracking_of_the_future_and_of_unknown_parcels_is_refused_together() {
    let shipment = created(&[("a", 1)], &[parcel("p", &[])]).unwrap();
    let day = 24 * 60 * 60;
    let wrong = [news("x", vec![]), news("p", vec![event(day, PickedUp), event(day + 1, PickedUp)])];
    let found = problems(shipment.track(&wrong, at(0)).unwrap_err());
    let expected = [
        ("shipment.unknown_parcel", "/parcels/0/parcel"),
        ("shipment.event_in_future", "/parcels/1/events/1/at"),
    ];
    assert_eq!(found, expected.map(|(code, path)| (code.to_owned(), path.to_owned())));
}

#[test]
fn news_that_are_known_are_no_news() {
    let shipment = created(&[("a", 1)], &[parcel("p", &[])]).unwrap();
    let said = [news("p", vec![event(1, PickedUp), event(1, PickedUp)])];
    let first = shipment.track(&said, at(5)).unwrap();
    let ShipmentEvent::Tracked(tracked) = &first[0] else { panic!("{first:?}") };
    assert_eq!(tracked.parcels[0].events.len(), 1);
    let shipment = Shipment::evolve(Some(shipment), &first[0]).unwrap();
    assert_eq!(shipment.track(&said, at(6)), Ok(vec![]));
}

#[test]
fn a_shipment_is_as_far_as_its_slowest_parcel() {
    let two = [parcel("p", &[("a", 1)]), parcel("q", &[("a", 1)])];
    let shipment = created(&[("a", 2)], &two).unwrap();
    let said = [news("p", events(&[PickedUp, Delivered])), news("q", events(&[PickedUp]))];
    let tracked = shipment.track(&said, at(5)).unwrap();
    let shipment = Shipment::evolve(Some(shipment), &tracked[0]).unwrap();
    assert_eq!((shipment.status(), shipment.delivered_at()), (PickedUp, None));
    assert_eq!(
        (shipment.order, &shipment.units[0].sku),
        (OrderId::new("o1").unwrap(), &SkuId::new("a").unwrap())
    );
}

fn any_event() -> impl Strategy<Value = TrackingEvent> {
    let note = prop::sample::select(vec!["", "a", "b"]);
    let detail = prop::sample::select(vec![None, Some(TrackingDetail::Other), Some(TrackingDetail::Held)]);
    let status = prop::sample::select(TrackingStatus::ALL.to_vec());
    (0_i64..6, status, note, detail, any::<bool>()).prop_map(|(second, status, note, detail, correction)| {
        let (note, detail) = (Text::new(note).unwrap(), detail.filter(|detail| detail.fits(status)));
        TrackingEvent { note, detail, correction, ..event(second, status) }
    })
}

proptest! {
    #[test]
    fn the_order_and_number_of_arrivals_never_matter(
        (events, shuffled) in prop::collection::vec(any_event(), 0..12)
            .prop_flat_map(|events| (Just(events.clone()), Just([events.clone(), events].concat()).prop_shuffle())),
        cut in 0_usize..24,
    ) {
        let shipment = created(&[("a", 1)], &[parcel("p", &[])]).unwrap();
        let told = |batches: &[&[TrackingEvent]]| {
            let mut shipment = shipment.clone();
            for batch in batches {
                for event in shipment.track(&[news("p", batch.to_vec())], at(9)).unwrap() {
                    shipment = Shipment::evolve(Some(shipment), &event).unwrap();
                }
            }
            serde_json::to_string(&(&shipment, shipment.parcels[0].tracking())).unwrap()
        };
        let (first, second) = shuffled.split_at(cut.min(shuffled.len()));
        prop_assert_eq!(told(&[&events]), told(&[first, second]));
        prop_assert_eq!(fold_tracking(&events), fold_tracking(&shuffled));
    }
}
