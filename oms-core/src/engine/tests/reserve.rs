//! Reservations over groups, in part, moved, adopted; classes, customers and sale modes.

use super::*;
use crate::store::{Explanation, ReservationExplained};

/// Mugs wanted at `a`, `b`, in a group `@group`, or anywhere.
fn want(id: &str, places: &[(&str, u32)]) -> Value {
    let item = |(place, units): &(&str, u32)| {
        let mut item = json!({"sku": "mug", "quantity": units});
        match place.strip_prefix('@') {
            Some(group) => item["group"] = json!(group),
            None if !place.is_empty() => item["node"] = json!(place),
            None => {}
        }
        item
    };
    let items: Vec<Value> = places.iter().map(item).collect();
    json!({"type": "reserve_stock", "reservation": id, "items": items, "expiresAt": at(9)})
}

fn with(mut action: Value, field: &str, value: impl Into<Value>) -> Value {
    action[field] = value.into();
    action
}

fn group(id: &str, nodes: &[&str]) -> Value {
    json!({"type": "put_group", "group": {"id": id, "nodes": nodes}})
}

fn sku(fields: Value) -> Value {
    let mut sku = json!({"id": "mug"});
    sku.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"type": "put_sku", "sku": sku})
}

fn give_up(id: &str, units: u32) -> Value {
    json!({"type": "shrink_reservation", "reservation": id, "items": [{"sku": "mug", "quantity": units}]})
}

fn move_to(id: &str, node: &str) -> Value {
    json!({"type": "move_reservation", "reservation": id, "to": node})
}

fn adopt(order: &str, id: &str) -> Value {
    json!({"type": "adopt_reservation", "order": order, "reservation": id})
}

fn held(shop: &Shop) -> [i64; 2] {
    shop.is_sound();
    [shop.cell("a")[1], shop.cell("b")[1]]
}

fn explained(outcome: &Outcome) -> &ReservationExplained {
    match &outcome.explanations[..] {
        [Explanation::Reservation(explained)] => explained,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_group_is_one_choice_of_nodes_by_priority_and_says_why() {
    let shop = Shop::new(&[("a", 2), ("b", 3)]);
    shop.act(group("far", &["b"]));
    let outcome = shop.act(want("r1", &[("", 3)]));
    assert_eq!(held(&shop), [2, 1]);
    let item = &explained(&outcome).items[0];
    let nodes: Vec<_> =
        item.nodes.iter().map(|node| (node.node.as_str(), node.promiseable, node.held.units())).collect();
    assert_eq!(nodes, [("a", 2, 2), ("b", 3, 1)]);
    assert_eq!((item.held.units(), item.short.units()), (3, 0));
    let error = shop.refuse(want("r2", &[("@far", 3)]));
    assert_eq!(error.to_string(), "`mug` has 2 of 3 units");
    assert_eq!(shop.code(want("r2", &[("@near", 3)])), "input.invalid");
    assert_eq!(shop.act(want("r1", &[("", 3)])).events, [], "the same again changes nothing");
    assert_eq!(shop.code(want("r1", &[("", 2)])), "stock.reservation_reused");
}

#[test]
fn two_items_of_one_cart_never_refuse_each_other_what_is_there() {
    let shop = Shop::new(&[("a", 2), ("b", 2)]);
    shop.act(want("r1", &[("", 2), ("a", 2)]));
    assert_eq!(held(&shop), [2, 2]);
}

#[test]
fn best_effort_holds_what_is_there_and_lists_what_is_short() {
    let shop = Shop::new(&[("a", 2), ("b", 1)]);
    let outcome = shop.act(with(want("r1", &[("a", 3), ("", 3)]), "partial", true));
    let figures: Vec<_> = (explained(&outcome).items.iter())
        .map(|item| (item.wanted.units(), item.held.units(), item.short.units()))
        .collect();
    assert_eq!((figures, held(&shop)), (vec![(3, 2, 1), (3, 1, 2)], [2, 1]));
    // Nothing is there any more: the reservation holds nothing, says so, and may be extended and released.
    let outcome = shop.act(with(want("r2", &[("", 1)]), "partial", true));
    assert_eq!(explained(&outcome).items[0].short.units(), 1);
    shop.act(json!({"type": "extend_reservation", "reservation": "r2", "expiresAt": at(20)}));
    shop.act(json!({"type": "release_reservation", "reservation": "r2"}));
    assert_eq!(shop.code(give_up("r2", 1)), "stock.reservation_ended");
}

#[test]
fn a_closed_node_holds_for_those_who_name_it_only() {
    let shop = Shop::new(&[("a", 5), ("b", 1)]);
    shop.act(json!({"type": "put_node", "node": {"id": "a", "active": false}}));
    assert_eq!(shop.code(want("r1", &[("", 2)])), "stock.insufficient");
    shop.act(want("r1", &[("", 1)]));
    assert_eq!(held(&shop), [0, 1]);
}

#[test]
fn a_hold_moves_within_its_group_and_is_never_in_its_own_way() {
    let shop = Shop::new(&[("a", 2), ("b", 3)]);
    shop.act(group("far", &["b"]));
    shop.act(want("r1", &[("", 3)]));
    shop.act(move_to("r1", "b"));
    assert_eq!(held(&shop), [0, 3], "the unit that it held there already is no hindrance");
    assert_eq!(shop.act(move_to("r1", "b")).events, []);
    assert_eq!(shop.code(move_to("r1", "a")), "stock.insufficient");
    assert_eq!(shop.code(move_to("r1", "x")), "input.invalid");
    assert_eq!(shop.code(move_to("r9", "a")), "stock.reservation_unknown");
    shop.act(give_up("r1", 2));
    shop.act(want("r2", &[("@far", 1)]));
    assert_eq!(shop.code(move_to("r2", "a")), "stock.outside_group");
    shop.act(move_to("r1", "a"));
    assert_eq!(held(&shop), [1, 1]);
}

#[test]
fn what_is_given_up_is_free_at_once_and_no_more_than_is_held() {
    let shop = Shop::new(&[("a", 3)]);
    shop.act(want("r1", &[("a", 3)]));
    shop.act(give_up("r1", 2));
    shop.act(want("r2", &[("a", 2)]));
    assert_eq!((shop.code(give_up("r1", 2)), held(&shop)), ("stock.not_held", [3, 0]));
    shop.act(give_up("r1", 1));
    assert_eq!(shop.code(move_to("r1", "b")), "stock.reservation_ended");
}

#[test]
fn at_the_very_instant_of_its_expiry_a_hold_is_no_more_swept_or_not() {
    for swept in [false, true] {
        let shop = Shop::new(&[("a", 2), ("b", 2)]);
        shop.act(want("r1", &[("", 2)]));
        shop.now.set(8);
        assert_eq!(shop.code(want("r2", &[("a", 1)])), "stock.insufficient");
        shop.now.set(9);
        if swept {
            shop.act(receive("a", 1));
        }
        for late in [give_up("r1", 1), move_to("r1", "b")] {
            assert_eq!(shop.code(late), "stock.reservation_expired");
        }
        shop.act(with(want("r2", &[("a", 2)]), "expiresAt", json!(at(10))));
        assert_eq!(held(&shop), [2, 0]);
    }
}

#[test]
fn an_order_takes_over_its_carts_hold_and_is_allocated_where_it_lies() {
    let shop = Shop::new(&[("a", 1), ("b", 4)]);
    shop.act(want("cart", &[("b", 2), ("b", 1)]));
    shop.ready("o1", &[2, 1]);
    shop.act(adopt("o1", "cart"));
    assert_eq!(shop.act(adopt("o1", "cart")).events, [], "once");
    assert_eq!((held(&shop), shop.order("o1").order.reservation.is_some()), ([0, 3], true));
    shop.ready("o2", &[3]);
    assert_eq!(shop.code(adopt("o2", "cart")), "stock.reservation_taken");
    shop.act(allocate("o1"));
    assert_eq!((shop.cell("a"), shop.cell("b")), ([1, 0, 0, 0], [4, 0, 3, 0]));
    shop.is_sound();
}

#[test]
fn an_order_takes_over_no_more_than_its_lines_want() {
    let shop = Shop::new(&[("a", 9)]);
    shop.act(want("cart", &[("a", 3)]));
    shop.ready("o1", &[1, 1]);
    let error = shop.refuse(adopt("o1", "cart"));
    assert_eq!(error.code(), "stock.reservation_differs");
    assert!(error.to_string().ends_with("`mug` at `a` has 2 of 3 units"), "{error}");
    shop.act(give_up("cart", 1));
    shop.act(adopt("o1", "cart"));
    shop.ready("o2", &[3]);
    shop.act(reserve("o2", 9));
    shop.act(want("cart2", &[("a", 1)]));
    assert_eq!(shop.code(adopt("o2", "cart2")), "order.already_reserved");
    shop.now.set(9);
    assert_eq!(shop.code(adopt("o2", "cart2")), "stock.reservation_expired");
}

#[test]
fn a_lower_class_leaves_what_is_kept_for_those_above() {
    let shop = Shop::new(&[("a", 6)]);
    let levels = json!([{"class": 1, "units": 3}, {"class": 2, "units": 1}]);
    shop.act(sku(json!({"protected": levels, "backorderLimit": 1})));
    let promiseable = |class| {
        let mugs = [SkuId::new("mug").unwrap()];
        shop.oms.availability_for(&tenant("acme"), &mugs, at(0), class).unwrap()[0].promiseable
    };
    assert_eq!([0, 1, 2].map(promiseable), [3, 6, 8]);
    assert_eq!(shop.code(want("r1", &[("a", 4)])), "stock.insufficient");
    assert_eq!(shop.code(want("r1", &[("", 4)])), "stock.insufficient");
    shop.act(want("r1", &[("a", 3)]));
    shop.ready("o1", &[1]);
    assert_eq!(shop.code(reserve("o1", 9)), "stock.insufficient", "orders without a class are everybody's");
    shop.act(with(want("r2", &[("", 3)]), "class", 1));
    assert_eq!(shop.code(with(want("r3", &[("a", 1)]), "class", 1)), "stock.insufficient");
    let mut vip = place("o2", "invoice", &[1]);
    vip["draft"]["class"] = json!(2);
    shop.act(vip);
    shop.act(reserve("o2", 9));
    assert_eq!(held(&shop), [7, 0]);
}

#[test]
fn a_hold_does_not_move_into_what_is_kept_for_better_classes() {
    let shop = Shop::new(&[("a", 3), ("b", 4)]);
    shop.act(sku(json!({"protected": [{"class": 1, "units": 2}]})));
    shop.act(want("r1", &[("b", 2)]));
    assert_eq!(shop.code(move_to("r1", "a")), "stock.insufficient");
    shop.act(give_up("r1", 1));
    shop.act(move_to("r1", "a"));
    assert_eq!(held(&shop), [1, 0]);
}

#[test]
fn a_customer_has_no_more_than_one_may_in_carts_and_orders_together() {
    let shop = Shop::new(&[("a", 20)]);
    shop.act(sku(json!({"maxPerCustomer": 3})));
    let of = |action: Value, who: &str| with(action, "customer", who);
    shop.act(of(want("r1", &[("a", 2)]), "ada"));
    let error = shop.refuse(of(want("r2", &[("", 2)]), "ada"));
    assert_eq!(error.code(), "stock.customer_limit");
    assert_eq!(error.to_string(), "customer `ada` may have 1 more of `mug`, not 2");
    shop.act(of(want("r2", &[("a", 3)]), "bob"));
    let mut placed = place("o1", "invoice", &[2]);
    placed["draft"]["customer"] = json!("ada");
    shop.act(placed);
    shop.act(json!({"type": "approve_order", "order": "o1"}));
    for action in [reserve("o1", 20), allocate("o1"), assign("o1", &[("l1", "a", 1)])] {
        assert_eq!(shop.code(action), "stock.customer_limit", "the order wants two and one is left");
    }
    shop.act(adopt("o1", "r1"));
    shop.act(allocate("o1"));
    shop.act(of(want("r3", &[("a", 1)]), "ada"));
    assert_eq!(shop.code(of(want("r4", &[("a", 1)]), "ada")), "stock.customer_limit");
    // From the instant of its expiry the cart counts for nothing; the order does.
    shop.now.set(9);
    let again = with(of(want("r4", &[("a", 1)]), "ada"), "expiresAt", json!(at(10)));
    shop.act(again);
    shop.act(cancel("o1", &[]));
    shop.act(with(of(want("r5", &[("a", 2)]), "ada"), "expiresAt", json!(at(10))));
    shop.is_sound();
}

#[test]
fn no_promise_to_a_customer_asks_for_more_than_four_rounds() {
    let shop = Shop::new(&[("a", 20)]);
    shop.act(sku(json!({"maxPerCustomer": 9})));
    shop.act(group("all", &["a", "b"]));
    let of = |action: Value| with(action, "customer", "ada");
    let mut placed = place("o1", "invoice", &[4]);
    placed["draft"]["customer"] = json!("ada");
    let actions = [
        of(want("r1", &[("@all", 2)])),
        of(with(want("r2", &[("a", 1), ("@all", 1)]), "partial", true)),
        give_up("r1", 1),
        placed,
        of_order("approve_order", "o1"),
        adopt("o1", "r1"),
        allocate("o1"),
    ];
    for (n, action) in actions.iter().enumerate() {
        let rounds = rounds(shop.oms.store(), &[command(&format!("x{n}"), 0, action)]);
        assert!(rounds <= 4, "{rounds} rounds for {action}");
    }
    shop.is_sound();
}

#[test]
fn of_two_promises_to_one_customer_at_once_the_second_looks_again() {
    let store = Quicker { store: MemoryStore::new(), theirs: None.into() };
    let shop = Shop::over(store, &[("a", 20)]);
    shop.act(sku(json!({"maxPerCustomer": 3})));
    let ada = |id: &str| with(want(id, &[("a", 2)]), "customer", "ada");
    *shop.oms.store().theirs.lock().unwrap() = Some(command("theirs", 0, &ada("r1")));
    assert_eq!(shop.try_act(ada("r2")).unwrap_err().code(), "stock.customer_limit");
}

#[test]
fn of_two_orders_for_the_last_unit_at_once_only_one_reserves_it() {
    let store = Quicker { store: MemoryStore::new(), theirs: None.into() };
    let shop = Shop::over(store, &[("a", 1)]);
    shop.act(place("o1", "invoice", &[1]));
    shop.act(place("o2", "invoice", &[1]));
    *shop.oms.store().theirs.lock().unwrap() = Some(command("theirs", 0, &reserve("o1", 9)));
    assert_eq!(shop.try_act(reserve("o2", 9)).unwrap_err().code(), "stock.insufficient");
    assert_eq!(shop.oms.audit().unwrap().findings, []);
}

#[test]
fn carts_hold_by_sale_mode_and_orders_are_shipped_in_each() {
    for (mode, cart, beyond, leaves) in [
        ("untracked", 0, true, true),
        ("track_only", 0, true, false),
        ("reserve_on_order", 0, false, false),
        ("reserve_on_cart", 1, false, false),
    ] {
        let shop = Shop::new(&[("a", 1)]);
        shop.act(sku(json!({"saleMode": mode})));
        let outcome = shop.act(want("r1", &[("a", 1)]));
        assert_eq!(held(&shop), [cart, 0], "{mode}");
        if cart == 0 {
            assert_eq!(explained(&outcome).items[0].unheld.units(), 1, "{mode}");
        }
        shop.act(json!({"type": "release_reservation", "reservation": "r1"}));
        shop.ready("o1", &[3]);
        let reserved = shop.try_act(reserve("o1", 20));
        assert_eq!(reserved.is_ok(), beyond, "{mode}");
        if beyond {
            shop.act(allocate("o1"));
            assert_eq!(shop.cell("a"), [1, 0, 3, 0], "{mode}");
            shop.act(of_order("release_order", "o1"));
            let shipped = shop.try_act(ship("o1", "a"));
            assert_eq!(shipped.is_ok(), leaves, "{mode}: {shipped:?}");
        }
        shop.is_sound();
    }
}

#[test]
fn availability_of_a_group_is_the_sum_over_its_nodes() {
    let shop = Shop::new(&[("a", 2), ("b", 3)]);
    for (id, nodes) in [("both", &["a", "b"][..]), ("far", &["b"])] {
        shop.act(group(id, nodes));
    }
    assert_eq!(shop.code(group("none", &[])), "input.invalid");
    assert_eq!(shop.code(group("lost", &["x"])), "input.invalid");
    shop.act(want("r1", &[("@far", 1)]));
    let answer = shop.oms.availability(&tenant("acme"), &[SkuId::new("mug").unwrap()], at(0)).unwrap();
    let groups: Vec<_> =
        answer[0].groups.iter().map(|group| (group.group.as_str(), group.promiseable)).collect();
    assert_eq!((groups, answer[0].promiseable), (vec![("both", 4), ("far", 2)], 4));
}
