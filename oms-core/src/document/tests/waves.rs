//! Waves: what goes together, in which order, and that nothing is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::value::{OrderId, SkuId};

/// An order as `id: priority, cut-off hour, carrier, lines`.
fn order(
    id: &str,
    priority: u32,
    hour: Option<u32>,
    carrier: &str,
    lines: &[(&str, u32, &str)],
) -> WaveOrder {
    let lines: Vec<_> = lines
        .iter()
        .map(|(sku, quantity, location)| {
            let mut line = json!({"sku": sku, "quantity": quantity});
            if !location.is_empty() {
                line["location"] = json!(location);
                line["zone"] = json!(location.chars().take(1).collect::<String>());
            }
            line
        })
        .collect();
    let mut order = json!({"order": id, "node": "hz", "carrier": carrier, "priority": priority, "weight": 100,
        "lines": lines});
    if let Some(hour) = hour {
        order["cutOff"] = json!(format!("2026-11-11T{hour:02}:00:00Z"));
    }
    serde_json::from_value(order).unwrap()
}

fn request(max_orders: u32, orders: Vec<WaveOrder>) -> WaveRequest {
    let mut request: WaveRequest =
        serde_json::from_value(json!({"at": "2026-11-11T08:00:00Z", "maxOrders": max_orders, "orders": []}))
            .unwrap();
    request.orders = orders;
    request
}

fn ids(wave: &Wave) -> Vec<&str> {
    wave.pick_list.slots.iter().map(|slot| slot.order.as_str()).collect()
}

fn all(request: &WaveRequest) -> Vec<Vec<String>> {
    let plan = build_waves(request).unwrap();
    plan.waves.iter().map(|wave| ids(wave).into_iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_first_cut_off_comes_first_and_kinds_and_carriers_stay_apart() {
    let request = request(
        10,
        vec![
            order("late", 0, None, "sf", &[("a", 1, "A-1-1")]),
            order("noon", 0, Some(12), "sf", &[("a", 1, "A-1-1")]),
            order("ten", 0, Some(10), "sf", &[("a", 1, "A-1-1")]),
            order("ten-zto", 0, Some(10), "zto", &[("a", 1, "A-1-1")]),
            order("ten-two", 0, Some(10), "sf", &[("a", 2, "A-1-1")]),
            order("ten-many", 0, Some(10), "sf", &[("a", 1, "A-1-1"), ("b", 1, "A-1-2")]),
        ],
    );
    let plan = build_waves(&request).unwrap();
    let waves: Vec<(WaveKind, Vec<&str>)> = plan.waves.iter().map(|wave| (wave.kind, ids(wave))).collect();
    assert_eq!(
        waves,
        [
            (WaveKind::SingleUnit, vec!["ten"]),
            (WaveKind::SingleUnit, vec!["ten-zto"]),
            (WaveKind::SingleLine, vec!["ten-two"]),
            (WaveKind::MultiLine, vec!["ten-many"]),
            (WaveKind::SingleUnit, vec!["noon"]),
            (WaveKind::SingleUnit, vec!["late"]),
        ]
    );
    assert_eq!(plan.waves.iter().map(|wave| wave.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_wave_closes_its_lead_before_the_cut_off_and_is_late_from_then_on() {
    let mut request = request(10, vec![order("o", 0, Some(10), "sf", &[("a", 1, "A-1-1")])]);
    // (lead, late)
    for (minutes, late) in [(0, false), (120, false), (121, true)] {
        request.lead_minutes = minutes;
        let plan = build_waves(&request).unwrap();
        assert_eq!(plan.waves[0].late, late, "{minutes}");
        assert_eq!(plan.waves[0].pick_list.closes_at, plan.waves[0].closes_at);
    }
}

#[test]
fn a_sku_that_enough_orders_want_has_waves_of_its_own() {
    let mut orders: Vec<WaveOrder> =
        (0..5).map(|at| order(&format!("hot-{at}"), 0, None, "sf", &[("hot", 1, "A-1-1")])).collect();
    orders.push(order("cold", 0, None, "sf", &[("cold", 1, "A-1-2")]));
    let mut request = request(3, orders);
    request.own_wave_from = Some(5);
    let plan = build_waves(&request).unwrap();
    let waves: Vec<(Option<&str>, usize, WaveClosed)> = plan
        .waves
        .iter()
        .map(|wave| (wave.sku.as_ref().map(SkuId::as_str), ids(wave).len(), wave.closed_by))
        .collect();
    assert_eq!(
        waves,
        [
            (Some("hot"), 3, WaveClosed::MaxOrders),
            (Some("hot"), 2, WaveClosed::NoMoreOrders),
            (None, 1, WaveClosed::NoMoreOrders),
        ]
    );
    request.own_wave_from = Some(6);
    assert!(build_waves(&request).unwrap().waves.iter().all(|wave| wave.sku.is_none()));
}

#[test]
fn limits_close_waves_and_what_no_wave_holds_is_named() {
    let orders = vec![
        order("a", 0, None, "sf", &[("a", 3, "A-1-1")]),
        order("b", 0, None, "sf", &[("a", 3, "A-1-1")]),
        order("huge", 0, None, "sf", &[("a", 6, "A-1-1")]),
    ];
    let mut request = request(10, orders);
    request.max_units = Some(5);
    let plan = build_waves(&request).unwrap();
    assert_eq!(
        plan.waves.iter().map(|wave| wave.closed_by).collect::<Vec<_>>(),
        [WaveClosed::MaxUnits, WaveClosed::NoMoreOrders]
    );
    assert_eq!(plan.left.iter().map(|left| left.reason).collect::<Vec<_>>(), [WaveLeftReason::TooManyUnits]);
    request.max_units = None;
    request.max_weight = Some(crate::value::Weight::grams(199));
    let plan = build_waves(&request).unwrap();
    assert_eq!((plan.waves.len(), plan.waves[0].closed_by), (3, WaveClosed::MaxWeight));
    request.max_weight = Some(crate::value::Weight::grams(99));
    assert!(build_waves(&request).unwrap().left.iter().all(|left| left.reason == WaveLeftReason::TooHeavy));
}

#[test]
fn orders_on_one_way_go_together_and_the_most_urgent_begins() {
    let orders = vec![
        order("a", 0, None, "sf", &[("s1", 1, "A-01-05")]),
        order("b", 0, None, "sf", &[("s9", 1, "C-09-05")]),
        order("c", 0, None, "sf", &[("s1", 1, "A-01-05")]),
        order("d", 0, None, "sf", &[("s9", 1, "C-09-05")]),
        order("urgent", 9, None, "sf", &[("s9", 1, "C-09-05")]),
    ];
    let request = request(3, orders);
    assert_eq!(all(&request), [vec!["urgent", "b", "d"], vec!["a", "c"]]);
    let plan = build_waves(&request).unwrap();
    assert_eq!(
        (plan.waves[0].seed.as_str(), plan.waves[0].walk, plan.waves[0].walk_alone),
        ("urgent", 14, 42)
    );
}

#[test]
fn places_in_zones_and_priorities_stay_apart_where_it_is_asked_for() {
    let orders = vec![
        order("a", 1, None, "sf", &[("s", 1, "A-1-1")]),
        order("b", 2, None, "sf", &[("s", 1, "B-1-1")]),
        order("ab", 1, None, "sf", &[("s", 1, "A-1-1"), ("t", 1, "B-1-1")]),
        order("none", 1, None, "sf", &[("s", 1, "")]),
    ];
    let mut request = request(9, orders);
    request.together = Vec::new();
    assert_eq!(all(&request).len(), 1);
    request.together = vec![WaveAxis::Zone];
    assert_eq!(all(&request), [vec!["ab", "none"], vec!["a"], vec!["b"]]);
    request.together = vec![WaveAxis::Priority];
    assert_eq!(all(&request), [vec!["b"], vec!["a", "ab", "none"]]);
}

#[test]
fn a_pick_list_goes_up_one_aisle_and_down_the_next() {
    let lines = [
        ("a", 1, "A-01-02"),
        ("b", 1, "A-01-10"),
        ("c", 1, "A-02-03"),
        ("d", 2, "A-02-09"),
        ("e", 1, "A-10-01"),
        ("f", 1, ""),
    ];
    let request = request(
        9,
        vec![
            order("one", 0, None, "sf", &lines),
            order("two", 0, None, "sf", &[("d", 5, "A-02-09"), ("e", 1, "A-10-01")]),
        ],
    );
    let plan = build_waves(&request).unwrap();
    let list = &plan.waves[0].pick_list;
    let stops: Vec<(&str, u32)> =
        list.stops.iter().map(|stop| (stop.sku.as_str(), stop.quantity.units())).collect();
    assert_eq!(stops, [("a", 1), ("b", 1), ("d", 7), ("c", 1), ("e", 2), ("f", 1)]);
    let shares: Vec<(u32, u32)> =
        list.stops[2].shares.iter().map(|share| (share.slot, share.quantity.units())).collect();
    assert_eq!(shares, [(1, 2), (2, 5)]);
}

#[test]
fn a_malformed_request_names_every_place() {
    let mut request = request(
        0,
        vec![
            order("o", 0, None, "sf", &[]),
            order("o", 0, None, "sf", &[("a", 0, "")]),
            order("p", 0, None, "sf", &[("a", u32::MAX, ""), ("a", 1, "")]),
        ],
    );
    request.max_units = Some(0);
    request.own_wave_from = Some(0);
    let DocumentError::Invalid(problems) = build_waves(&request).unwrap_err() else { panic!("invalid") };
    let paths: Vec<&str> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/maxOrders",
            "/maxUnits",
            "/ownWaveFrom",
            "/orders/0/lines",
            "/orders/1/order",
            "/orders/1/lines/0/quantity",
            "/orders/2/lines"
        ]
    );
}

/// Priority, hour of the cut-off, carrier, and SKU, units and place of each line.
type Drawn = (u32, Option<u32>, usize, Vec<(usize, u32, usize)>);

fn some_orders() -> impl Strategy<Value = Vec<WaveOrder>> {
    let line = (0_usize..6, 1_u32..4, 0_usize..8);
    let one = (0_u32..3, prop::option::of(9_u32..12), 0_usize..2, prop::collection::vec(line, 1..4));
    prop::collection::vec(one, 0..30).prop_map(|orders| {
        let places = ["A-01-01", "A-01-09", "A-02-03", "B-01-02", "B-12-12", "7-3", "x", ""];
        let of = |(at, drawn): (usize, Drawn)| {
            let (priority, hour, carrier, lines) = drawn;
            let lines: Vec<(&str, u32, &str)> = lines
                .into_iter()
                .map(|(sku, quantity, place)| (["a", "b", "c", "d", "e", "f"][sku], quantity, places[place]))
                .collect();
            order(&format!("o{at}"), priority, hour, ["sf", "zto"][carrier], &lines)
        };
        orders.into_iter().enumerate().map(of).collect()
    })
}

/// Units by SKU.
fn units<'a>(of: impl Iterator<Item = (&'a SkuId, u32)>) -> BTreeMap<&'a SkuId, u64> {
    let mut units = BTreeMap::new();
    for (sku, more) in of {
        *units.entry(sku).or_default() += u64::from(more);
    }
    units
}

proptest! {
    #[test]
    fn every_order_is_in_one_wave_or_named_and_every_unit_on_its_list(
        orders in some_orders(),
        max_orders in 1_u32..6,
        max_units in prop::option::of(1_u32..12),
        max_weight in prop::option::of(50_u32..500),
        own_wave_from in prop::option::of(1_u32..4),
        axes in prop::sample::subsequence(
            vec![WaveAxis::CutOff, WaveAxis::Carrier, WaveAxis::Zone, WaveAxis::Priority, WaveAxis::Kind], 0..=5),
    ) {
        let mut request = request(max_orders, orders);
        request.max_units = max_units;
        request.max_weight = max_weight.map(crate::value::Weight::grams);
        request.own_wave_from = own_wave_from;
        request.together = axes;
        let plan = build_waves(&request).unwrap();
        let mut seen: BTreeSet<&OrderId> = BTreeSet::new();
        for left in &plan.left {
            prop_assert!(seen.insert(&left.order));
        }
        let by_id: BTreeMap<&OrderId, &WaveOrder> = request.orders.iter().map(|order| (&order.order, order)).collect();
        for wave in &plan.waves {
            let list = &wave.pick_list;
            prop_assert!(!list.slots.is_empty() && list.slots.len() <= max_orders as usize);
            prop_assert!(max_units.is_none_or(|most| list.units() <= u64::from(most)));
            prop_assert!(max_weight.is_none_or(|most| wave.grams <= u64::from(most)));
            prop_assert!(wave.walk <= wave.walk_alone);
            let orders: Vec<&WaveOrder> = list.slots.iter().map(|slot| by_id[&slot.order]).collect();
            for (slot, order) in list.slots.iter().zip(&orders) {
                prop_assert!(seen.insert(&slot.order));
                prop_assert_eq!(u64::from(slot.units), order.units());
            }
            let wanted = orders.iter().flat_map(|order| &order.lines).map(|line| (&line.sku, line.quantity.units()));
            let picked = list.stops.iter().map(|stop| (&stop.sku, stop.quantity.units()));
            let shares = |stop: &PickStop| stop.shares.iter().map(|share| share.quantity.units()).sum();
            let shared = list.stops.iter().map(|stop| (&stop.sku, shares(stop)));
            let wanted = units(wanted);
            prop_assert_eq!(&units(picked), &wanted);
            prop_assert_eq!(&units(shared), &wanted);
            if request.together.contains(&WaveAxis::Carrier) {
                prop_assert!(orders.iter().all(|order| order.carrier == orders[0].carrier));
            }
            if request.together.contains(&WaveAxis::CutOff) {
                prop_assert!(orders.iter().all(|order| order.cut_off == wave.cut_off));
            }
        }
        prop_assert_eq!(seen.len(), request.orders.len());
    }

    #[test]
    fn the_order_in_which_orders_come_does_not_matter(orders in some_orders(), seed in any::<u64>()) {
        let plan = build_waves(&request(4, orders.clone())).unwrap();
        let mut shuffled = orders;
        let mut state = seed;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        prop_assert_eq!(build_waves(&request(4, shuffled)).unwrap(), plan);
    }
}
