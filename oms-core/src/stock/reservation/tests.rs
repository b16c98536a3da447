use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::stock::StockError;
use crate::value::GroupId;

fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

fn sku(id: &str) -> SkuId {
    SkuId::new(id).unwrap()
}

fn node(id: &str) -> NodeId {
    NodeId::new(id).unwrap()
}

fn item(node_id: &str, units: u32) -> ReservedItem {
    let (line, quantity) = (None, Quantity::new(units));
    ReservedItem { line, sku: sku("mug"), node: node(node_id), quantity }
}

fn anywhere(units: u32) -> WantedUnits {
    WantedUnits {
        line: None,
        sku: sku("mug"),
        node: None,
        group: None,
        quantity: Quantity::new(units),
        chosen: vec![],
    }
}

fn draft(wanted: Vec<WantedUnits>) -> ReservationDraft {
    let id = ReservationId::new("r").unwrap();
    let expires_at = Some(at(10));
    ReservationDraft { id, order: None, customer: None, class: 0, wanted, partial: false, expires_at }
}

fn opened(wanted: Vec<WantedUnits>, items: Vec<ReservedItem>) -> Reservation {
    Reservation::evolve(None, &draft(wanted).holding(items)).unwrap()
}

fn after(reservation: &Reservation, event: &StockEvent) -> Reservation {
    Reservation::evolve(Some(reservation.clone()), event).unwrap()
}

fn given(node_id: Option<&str>, units: u32) -> UnitsGivenUp {
    UnitsGivenUp { line: None, sku: sku("mug"), node: node_id.map(node), quantity: Quantity::new(units) }
}

#[test]
fn what_was_asked_is_kept_only_where_something_else_is_held() {
    let plain = opened(vec![WantedUnits::from(&item("a", 2))], vec![item("a", 2)]);
    assert_eq!(plain.asked, []);
    assert!(plain.was_asked(&draft(vec![WantedUnits::from(&item("a", 2))])));
    assert!(!plain.was_asked(&draft(vec![anywhere(2)])));
    let split = opened(vec![anywhere(3)], vec![item("a", 2), item("b", 1)]);
    assert_eq!(split.asked, [anywhere(3)]);
    assert!(split.was_asked(&draft(vec![anywhere(3)])));
    let shrunk = after(&plain, &plain.give_up(&[given(None, 1)], at(0)).unwrap()[0]);
    assert_eq!(shrunk.items, [item("a", 1)]);
    assert!(shrunk.was_asked(&draft(vec![WantedUnits::from(&item("a", 2))])), "asked again changes nothing");
}

#[test]
fn units_are_given_up_where_they_were_chosen_last_or_where_they_are_named() {
    let held = opened(vec![anywhere(5)], vec![item("a", 2), item("b", 3)]);
    let rest = |named: &[UnitsGivenUp]| after(&held, &held.give_up(named, at(0)).unwrap()[0]).items;
    assert_eq!(rest(&[given(None, 4)]), [item("a", 1)]);
    assert_eq!(rest(&[given(Some("a"), 1)]), [item("a", 1), item("b", 3)]);
    assert_eq!(rest(&[given(Some("b"), 1), given(None, 3)]), [item("a", 1)], "no unit is given up twice");
    let ended = after(&held, &held.give_up(&[given(None, 5)], at(0)).unwrap()[0]);
    assert_eq!((ended.items.len(), ended.ended), (0, Some(ReservationEnd::Released)));
}

#[test]
fn nothing_is_given_up_that_is_not_held() {
    let held = opened(vec![anywhere(5)], vec![item("a", 2), item("b", 3)]);
    let open_last = [given(None, 2), given(Some("b"), 3)];
    assert!(held.give_up(&open_last, at(0)).is_ok(), "who leaves the choice open takes what is left");
    for named in [vec![given(None, 6)], vec![given(Some("a"), 3)], vec![given(None, 3), given(None, 3)]] {
        assert!(matches!(held.give_up(&named, at(0)), Err(StockError::NotHeld { .. })), "{named:?}");
    }
    let paths = |named: &[UnitsGivenUp]| match held.give_up(named, at(0)) {
        Err(StockError::Invalid(problems)) => problems.as_slice()[0].path.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((paths(&[]).as_str(), paths(&[given(None, 0)]).as_str()), ("/items", "/items/0/quantity"));
    assert!(matches!(held.give_up(&[given(None, 1)], at(10)), Err(StockError::ReservationExpired { .. })));
}

#[test]
fn what_is_held_moves_to_one_node_and_what_is_there_stays() {
    let held = opened(vec![anywhere(6)], vec![item("a", 1), item("b", 2), item("c", 3)]);
    let moved = held.relocate(&[], None, &node("b"), at(0)).unwrap().unwrap();
    assert_eq!((&moved.from[..], &moved.to[..]), (&[item("a", 1), item("c", 3)][..], &[item("b", 4)][..]));
    let there = after(&held, &StockEvent::ReservationMoved(moved));
    assert_eq!((&there.items[..], &there.asked[..]), (&[item("b", 6)][..], &[anywhere(6)][..]));
    assert_eq!(there.relocate(&[], None, &node("b"), at(0)), Ok(None), "it is there already");
    let some = held.relocate(&[], Some(&node("c")), &node("a"), at(0)).unwrap().unwrap();
    assert_eq!(after(&held, &StockEvent::ReservationMoved(some)).items, [item("a", 4), item("b", 2)]);
    for (skus, from) in [(vec![sku("cup")], None), (vec![], Some(node("d")))] {
        let refused = held.relocate(&skus, from.as_ref(), &node("a"), at(0));
        assert!(matches!(refused, Err(StockError::NotHeld { .. })), "{refused:?}");
    }
}

#[test]
fn a_cart_is_taken_over_once_and_by_its_own_customer() {
    let (order, ada, bob) =
        (OrderId::new("o").unwrap(), CustomerId::new("ada").unwrap(), CustomerId::new("bob").unwrap());
    let mut cart = opened(vec![anywhere(2)], vec![item("a", 2)]);
    let mut row = item("a", 2);
    row.line = Some(LineId::new("l1").unwrap());
    cart.customer = Some(ada.clone());
    for customer in [None, Some(&bob)] {
        let refused = cart.adopt(&order, customer, 0, vec![row.clone()], at(0));
        assert!(matches!(refused, Err(StockError::ReservationTaken { .. })));
    }
    let adopted = after(&cart, &cart.adopt(&order, Some(&ada), 3, vec![row.clone()], at(0)).unwrap());
    assert_eq!((&adopted.order, adopted.class, &adopted.items[..]), (&Some(order.clone()), 3, &[row][..]));
    let again = adopted.adopt(&order, Some(&ada), 0, vec![], at(0));
    assert!(matches!(again, Err(StockError::ReservationTaken { .. })));
    let late = cart.adopt(&order, Some(&ada), 0, vec![], at(10));
    assert!(matches!(late, Err(StockError::ReservationExpired { .. })), "at the instant, not after it");
    assert!(cart.adopt(&order, Some(&ada), 0, vec![], at(9)).is_ok());
}

#[test]
fn a_place_is_a_node_or_a_group_or_neither() {
    let both = WantedUnits { node: Some(node("a")), group: Some(GroupId::new("g").unwrap()), ..anywhere(1) };
    let problems = draft(vec![anywhere(1), both]).problems(at(0));
    assert_eq!(
        problems.as_slice().iter().map(|problem| &*problem.path).collect::<Vec<_>>(),
        ["/items/1/group"]
    );
}

fn demand(units: u32, nodes: &[&str]) -> HoldDemand {
    let nodes = nodes.iter().map(|id| node(id)).collect();
    HoldDemand { sku: sku("mug"), quantity: Quantity::new(units), nodes }
}

fn stock(cells: &[(&str, i64)]) -> BTreeMap<(SkuId, NodeId), i64> {
    cells.iter().map(|(id, units)| ((sku("mug"), node(id)), *units)).collect()
}

fn planned(demands: &[HoldDemand], cells: &[(&str, i64)]) -> Vec<Vec<(String, u32)>> {
    let parts = plan_holds(demands, &stock(cells)).into_iter();
    let row = |part: NodeUnits| (part.node.to_string(), part.quantity.units());
    parts.map(|parts| parts.into_iter().map(row).collect()).collect()
}

#[test]
fn nodes_are_drained_in_order_and_never_beyond_what_they_have() {
    let cells = [("a", 2), ("b", -3), ("c", 4)];
    assert_eq!(planned(&[demand(5, &["a", "b", "c"])], &cells), [[("a".into(), 2), ("c".into(), 3)]]);
    assert_eq!(planned(&[demand(5, &["c", "a"])], &cells), [[("c".into(), 4), ("a".into(), 1)]]);
    assert_eq!(planned(&[demand(9, &["a", "a", "x"])], &cells), [[("a".into(), 2)]]);
}

#[test]
fn two_items_of_one_sku_share_what_there_is() {
    let both = [demand(2, &["a", "b"]), demand(2, &["a"])];
    assert_eq!(
        planned(&both, &[("a", 2), ("b", 2)]),
        [[("b".to_owned(), 2)], [("a".to_owned(), 2)]],
        "who has no choice goes first"
    );
    assert_eq!(planned(&both, &[("a", 3)]), [[("a".to_owned(), 1)], [("a".to_owned(), 2)]]);
}

#[test]
fn groups_that_overlap_make_room_for_each_other() {
    // Both choose among two nodes; the first would take `b`, which is all that the second can have.
    let both = [demand(2, &["b", "c"]), demand(2, &["a", "b"])];
    assert_eq!(planned(&both, &[("b", 2), ("c", 2)]), [[("c".to_owned(), 2)], [("b".to_owned(), 2)]]);
}

/// The most units that can be held at all: by the theorem of Hall and Ford, the least over all sets of demands of what
/// the others want and what the nodes of the set have.
fn most(demands: &[HoldDemand], cells: &BTreeMap<(SkuId, NodeId), i64>) -> i64 {
    let cut = |set: u32| {
        let (inside, outside): (Vec<_>, Vec<_>) =
            demands.iter().enumerate().partition(|(at, _)| set & (1 << at) != 0);
        let nodes: std::collections::BTreeSet<&NodeId> =
            inside.iter().flat_map(|(_, demand)| &demand.nodes).collect();
        let there =
            cells.iter().filter(|((_, node), _)| nodes.contains(node)).map(|(_, units)| (*units).max(0));
        there.sum::<i64>() + outside.iter().map(|(_, demand)| demand.quantity.signed()).sum::<i64>()
    };
    (0..1_u32 << demands.len()).map(cut).min().unwrap()
}

proptest! {
    #[test]
    fn a_plan_holds_as_much_as_can_be_held_and_nowhere_more_than_there_is(
        wanted in prop::collection::vec((0_u32..7, prop::sample::subsequence(vec!["a", "b", "c", "d"], 0..4)), 1..5),
        there in prop::collection::vec(-2_i64..8, 4),
    ) {
        let demands: Vec<HoldDemand> = wanted.iter().map(|(units, nodes)| demand(*units, nodes)).collect();
        let cells = stock(&["a", "b", "c", "d"].into_iter().zip(there).collect::<Vec<_>>());
        let plan = plan_holds(&demands, &cells);
        let mut used: BTreeMap<NodeId, i64> = BTreeMap::new();
        for (demand, parts) in demands.iter().zip(&plan) {
            let units: i64 = parts.iter().map(|part| part.quantity.signed()).sum();
            prop_assert!(units <= demand.quantity.signed());
            for part in parts {
                prop_assert!(demand.nodes.contains(&part.node) && !part.quantity.is_zero());
                *used.entry(part.node.clone()).or_default() += part.quantity.signed();
            }
        }
        for (node, units) in &used {
            prop_assert!(*units <= cells[&(sku("mug"), node.clone())], "{node}");
        }
        prop_assert_eq!(used.values().sum::<i64>(), most(&demands, &cells));
    }

    #[test]
    fn shrinking_and_moving_conserve_units(
        held in prop::collection::vec((0_usize..3, 1_u32..5), 1..4),
        give in prop::option::of((prop::option::of(0_usize..3), 1_u32..6)),
        to in 0_usize..3,
    ) {
        const NODES: [&str; 3] = ["a", "b", "c"];
        let items: Vec<_> = held.iter().map(|(at, units)| item(NODES[*at], *units)).collect();
        let before = opened(items.iter().map(WantedUnits::from).collect(), items);
        let mut sums: BTreeMap<NodeId, i64> = BTreeMap::new();
        let mut add = |event: &StockEvent| for row in event.movements() {
            *sums.entry(row.node).or_default() += row.delta.held;
        };
        add(&StockEvent::ReservationOpened(crate::stock::ReservationOpened { reservation: before.clone() }));
        let mut now = before.clone();
        let mut gone = 0;
        if let Some((place, units)) = give
            && let Ok(events) = now.give_up(&[given(place.map(|at| NODES[at]), units)], at(0))
        {
            gone = i64::from(units);
            add(&events[0]);
            now = after(&now, &events[0]);
        }
        if let Ok(Some(moved)) = now.relocate(&[], None, &node(NODES[to]), at(0)) {
            let event = StockEvent::ReservationMoved(moved);
            add(&event);
            now = after(&now, &event);
            prop_assert!(now.items.iter().all(|item| item.node == node(NODES[to])));
        }
        prop_assert_eq!(now.holds(&sku("mug")), before.holds(&sku("mug")) - gone);
        for (node, units) in sums {
            let here = now.items.iter().filter(|item| item.node == node).map(|item| item.quantity.signed());
            prop_assert_eq!(here.sum::<i64>(), units, "the cells hold what the reservation holds");
        }
    }
}
