//! The work of nodes over the engine: days that fill, nodes that close, warehouses that reject.

use proptest::prelude::*;

use super::*;
use crate::engine::{Answer, Query};
use crate::store::{Event, Explanation};

/// Node `a` comes first and packs so many units a day, for so many days ahead; node `b` has no limit.
pub(super) fn shop(units: u32, days_ahead: u32) -> Shop {
    let shop = Shop::new(&[("a", 50), ("b", 50)]);
    put_a(
        &shop,
        &json!({"daysAhead": days_ahead, "paths": [{"path": "parcel", "perDay": {"units": units}}]}),
    );
    shop
}

pub(super) fn put_a(shop: &Shop, capacity: &Value) {
    shop.act(json!({"type": "put_node", "node": {"id": "a", "capacity": capacity}}));
}

pub(super) fn allocate(order: &str) -> Value {
    json!({"type": "allocate_order", "order": order, "strategy": "priority"})
}

/// Units by node that the order has set aside.
pub(super) fn at_nodes(shop: &Shop, order: &str) -> Vec<(String, u32)> {
    let order = shop.order(order).order;
    let parts = order.lines.iter().flat_map(|line| &line.allocations);
    parts.map(|part| (part.node.to_string(), part.allocated.units())).collect()
}

/// Units held and confirmed at `a`, by day from 1 January 1970 on.
pub(super) fn booked(shop: &Shop, days: u16) -> Vec<(u64, u64)> {
    let ask = json!({"type": "capacity", "tenant": "acme", "node": "a", "from": "1970-01-01", "days": days});
    let query: Query = serde_json::from_value(ask).unwrap();
    let Answer::Capacity(answer) = shop.oms.query(&query).unwrap() else { panic!() };
    answer.days.iter().map(|day| (day.held.units, day.confirmed.units)).collect()
}

pub(super) fn node_at(node: &str, units: u32) -> (String, u32) {
    (node.to_owned(), units)
}

#[test]
fn a_full_day_sends_orders_elsewhere_and_what_is_given_back_makes_room() {
    let shop = shop(5, 0);
    for (order, units) in [("o1", 3), ("o2", 3), ("o3", 2)] {
        shop.ready(order, &[units]);
    }
    shop.act(allocate("o1"));
    assert_eq!(at_nodes(&shop, "o1"), [node_at("a", 3)]);
    // Two fit, the third unit comes from elsewhere.
    let outcome = shop.act(allocate("o2"));
    assert_eq!(at_nodes(&shop, "o2"), [node_at("a", 2), node_at("b", 1)]);
    let Some(Explanation::Nodes(told)) = outcome.explanations.get(1) else { panic!("{outcome:?}") };
    assert_eq!(told.nodes[0].room_units, Some(2));
    shop.act(allocate("o3"));
    assert_eq!(at_nodes(&shop, "o3"), [node_at("b", 2)]);
    assert_eq!(booked(&shop, 2), [(5, 0), (0, 0)]);
    // The warehouse is told of o1, and o2 is given back.
    shop.act(json!({"type": "release_order", "order": "o1"}));
    shop.act(json!({"type": "deallocate_order", "order": "o2"}));
    assert_eq!(booked(&shop, 1), [(0, 3)]);
    shop.act(json!({"type": "cancel_order", "order": "o3"}));
    shop.act(allocate("o2"));
    assert_eq!(at_nodes(&shop, "o2"), [node_at("a", 2), node_at("b", 1)]);
    // What ships has taken its part of the day.
    let ship = json!({"type": "ship_order", "order": "o1", "shipment": "s1", "node": "a",
        "carrier": {"type": "named", "carrier": "dhl", "service": "parcel"}, "parcels": [{"id": "p1"}]});
    shop.act(ship);
    assert_eq!(booked(&shop, 1), [(2, 3)]);
    shop.is_sound();
}

#[test]
fn work_is_booked_on_the_next_day_with_room_within_the_days_ahead() {
    let shop = shop(4, 1);
    for order in ["o1", "o2", "o3"] {
        shop.ready(order, &[3]);
        shop.act(allocate(order));
    }
    assert_eq!(booked(&shop, 3), [(4, 0), (3, 0), (0, 0)]);
    assert_eq!(at_nodes(&shop, "o3"), [node_at("a", 1), node_at("b", 2)]);
    // The caller's clock goes on: what was today is gone, and the day after tomorrow is free.
    shop.now.set(86_400);
    shop.ready("o4", &[4]);
    shop.act(allocate("o4"));
    assert_eq!(booked(&shop, 3), [(4, 0), (3, 0), (4, 0)]);
    shop.is_sound();
}

#[test]
fn nodes_chosen_by_others_must_have_room_too() {
    let shop = shop(2, 0);
    shop.ready("o1", &[3]);
    let assign = |node| assign("o1", &[("l1", node, 3)]);
    assert_eq!(shop.code(assign("a")), "capacity.exceeded");
    put_a(
        &shop,
        &json!({"paths": [{"path": "parcel", "perDay": {"units": 2},
        "dates": [{"from": "1970-01-01", "limits": {"units": 9}}]}]}),
    );
    shop.act(assign("a"));
    // A limit that is lowered later leaves what is booked where it is, and lets nothing more in.
    put_a(&shop, &json!({"paths": [{"path": "parcel", "perDay": {"orders": 1}}]}));
    shop.ready("o2", &[1]);
    shop.act(allocate("o2"));
    assert_eq!(at_nodes(&shop, "o2"), [node_at("b", 1)]);
    shop.is_sound();
}

#[test]
fn paths_count_what_takes_them_in_all_measures() {
    let shop = Shop::new(&[("a", 50), ("b", 50)]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "category": "kitchen", "weight": 400,
        "dimensions": {"length": 101, "width": 100, "height": 100}}}));
    put_a(
        &shop,
        &json!({"paths": [
            {"path": "heavy", "categories": ["anvils"], "perDay": {"units": 0}},
            {"path": "kitchen", "categories": ["kitchen"], "perDay": {"volumeCm3": 3030, "weightGrams": 1200}},
        ]}),
    );
    shop.ready("o1", &[4]);
    shop.act(allocate("o1"));
    // 1010 cubic centimetres and 400 grams each: three fit.
    assert_eq!(at_nodes(&shop, "o1"), [node_at("a", 3), node_at("b", 1)]);
    let problems = shop.refuse(json!({"type": "put_node", "node": {"id": "a", "capacity": {"daysAhead": 61, "paths": [
        {"path": "p", "perDay": {}, "dates": [{"from": "2026-01-02", "until": "2026-01-01", "limits": {}}]},
        {"path": "p", "perDay": {},
            "dates": [{"from": "2026-01-02", "limits": {}}, {"from": "2026-01-02", "limits": {}}]},
    ]}}}));
    let places: Vec<&str> = problems.problems().iter().map(|problem| &*problem.path).collect();
    let below = "/action/node/capacity";
    assert_eq!(
        places,
        ["/daysAhead", "/paths/0/dates/0/until", "/paths/1/path", "/paths/1/dates/1/from"]
            .map(|path| format!("{below}{path}"))
    );
    let reserved =
        shop.refuse(json!({"type": "put_sku", "sku": {"id": "~capacity/2026-11-11/parcel/units"}}));
    assert_eq!(reserved.problems()[0].code, "catalog.reserved_id");
    shop.is_sound();
}

#[test]
fn a_node_without_an_opening_and_one_that_is_closed_are_left_out_with_the_reason() {
    let shop = Shop::new(&[("a", 5), ("b", 5)]);
    shop.act(json!({"type": "put_node", "node": {"id": "a", "calendar": {}}}));
    shop.act(json!({"type": "close_node", "node": "b", "until": at(1000), "reason": "flood"}));
    shop.ready("o1", &[1]);
    assert_eq!(shop.code(allocate("o1")), "stock.insufficient");
    shop.now.set(1000);
    let outcome = shop.act(allocate("o1"));
    let Some(Explanation::Nodes(told)) = outcome.explanations.get(1) else { panic!("{outcome:?}") };
    assert_eq!(
        serde_json::to_value(&told.nodes).unwrap(),
        json!([{"node": "a", "leftOut": {"type": "never_open"}}])
    );
    assert_eq!(at_nodes(&shop, "o1"), [node_at("b", 1)]);
    shop.act(json!({"type": "close_node", "node": "b"}));
    shop.ready("o2", &[1]);
    assert_eq!(shop.code(allocate("o2")), "stock.insufficient");
    shop.act(json!({"type": "open_node", "node": "b"}));
    assert_eq!(shop.act(json!({"type": "open_node", "node": "b"})).events, []);
    shop.act(allocate("o2"));
    assert_eq!(shop.code(json!({"type": "close_node", "node": "x"})), "input.invalid");
    shop.is_sound();
}

pub(super) fn reject(reason: &str, lines: &Value) -> Value {
    json!({"type": "reject_units", "order": "o1", "node": "a", "reason": reason, "lines": lines})
}

/// An order of 5 at node `a`, which the warehouse was told to pick.
fn released() -> Shop {
    let shop = Shop::new(&[("a", 8), ("b", 8)]);
    shop.ready("o1", &[5]);
    shop.act(allocate("o1"));
    shop.act(json!({"type": "release_order", "order": "o1"}));
    shop
}

#[test]
fn a_short_pick_is_held_back_counted_and_shipped_from_elsewhere() {
    let shop = released();
    let two = json!([{"line": "l1", "quantity": 2}]);
    let outcome = shop.act(reject("not_found", &two));
    // On hand, held, allocated, unsellable: two wait in quality hold.
    assert_eq!(shop.cell("a"), [8, 0, 3, 2]);
    assert!(outcome.events.iter().any(|event| matches!(**event, Event::Count(_))), "{outcome:?}");
    // The rest is planned anew without the node, which keeps what it is picking.
    shop.act(allocate("o1"));
    assert_eq!(at_nodes(&shop, "o1"), [node_at("a", 3), node_at("b", 2)]);
    // A second time nothing is counted twice, and a day later the node is asked again.
    let outcome = shop.act(reject("not_found", &two));
    assert!(!outcome.events.iter().any(|event| matches!(**event, Event::Count(_))));
    shop.now.set(86_400);
    shop.act(allocate("o1"));
    assert_eq!(at_nodes(&shop, "o1"), [node_at("a", 3), node_at("b", 2)]);
    shop.is_sound();
}

#[test]
fn each_reason_has_its_effect() {
    for (reason, cell) in [
        ("damaged", [8, 0, 0, 5]),
        ("quality", [8, 0, 0, 5]),
        ("not_found", [8, 0, 0, 5]),
        ("timeout", [8, 0, 0, 0]),
    ] {
        let shop = released();
        shop.act(reject(reason, &json!([])));
        assert_eq!(shop.cell("a"), cell, "{reason}");
        assert_eq!(shop.code(reject(reason, &json!([]))), "input.invalid");
        shop.is_sound();
    }
    for reason in ["no_capacity", "closed"] {
        let shop = released();
        shop.act(reject(reason, &json!([])));
        shop.ready("o2", &[1]);
        shop.act(allocate("o2"));
        assert_eq!(at_nodes(&shop, "o2"), [node_at("b", 1)], "{reason}: the node is closed for every order");
        shop.now.set(86_400);
        shop.ready("o3", &[1]);
        shop.act(allocate("o3"));
        assert_eq!(at_nodes(&shop, "o3"), [node_at("a", 1)]);
        shop.is_sound();
    }
    for (effect, cell) in [("hold_all", [8, 0, 0, 8]), ("write_off", [3, 0, 0, 0])] {
        let shop = released();
        let terms = json!({"notFound": effect, "countNotFound": false});
        shop.act(json!({"type": "put_policy", "policy": {"rejection": terms}}));
        shop.act(reject("not_found", &json!([])));
        assert_eq!(shop.cell("a"), cell, "{effect}");
        shop.is_sound();
    }
}

#[test]
fn an_order_rejected_too_often_waits_for_a_person() {
    let shop = released();
    let terms = json!({"maxAttempts": 2, "coolDownHours": 0});
    shop.act(json!({"type": "put_policy", "policy": {"rejection": terms}}));
    shop.act(reject("timeout", &json!([])));
    // Without a cool-down the node is asked again at once.
    shop.act(allocate("o1"));
    assert_eq!(at_nodes(&shop, "o1"), [node_at("a", 5)]);
    shop.act(reject("timeout", &json!([])));
    assert_eq!(shop.code(allocate("o1")), "order.held");
    shop.act(json!({"type": "release_hold", "order": "o1", "hold": "rejected-2"}));
    assert_eq!(shop.order("o1").order.attempts, 0);
    shop.act(allocate("o1"));
    shop.act(reject("timeout", &json!([])));
    shop.act(allocate("o1"));
    assert_eq!(
        shop.code(reject("timeout", &json!([{"line": "l1", "quantity": 6}]))),
        "order.not_enough_units"
    );
    shop.is_sound();
}

#[test]
fn a_rejection_and_the_new_plan_are_written_together() {
    let shop = released();
    let commands = [shop.next(&reject("damaged", &json!([]))), shop.next(&allocate("o1"))];
    let results = shop.oms.execute_batch(&commands);
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(at_nodes(&shop, "o1"), [node_at("b", 5)]);
    shop.is_sound();
}

/// What two warehouses and their orders may do.
fn some_action() -> impl Strategy<Value = (u32, Value)> {
    let order = prop::sample::select(vec!["o0", "o1", "o2", "o3"]);
    let reasons =
        prop::sample::select(vec!["not_found", "damaged", "quality", "no_capacity", "closed", "timeout"]);
    (order, 0..9, 0_u32..30, 0_u32..4, reasons).prop_map(|(order, kind, hours, units, reason)| {
        let action = match kind {
            0..4 => allocate(order),
            4 => json!({"type": "deallocate_order", "order": order}),
            5 => json!({"type": "release_order", "order": order}),
            6 => json!({"type": "cancel_order", "order": order, "lines": [{"line": "l1", "quantity": units}]}),
            7 => json!({"type": "reject_units", "order": order, "node": "a", "reason": reason,
                "lines": [{"line": "l1", "quantity": units}]}),
            _ => json!({"type": "ship_order", "order": order, "shipment": format!("{order}-{hours}"), "node": "a",
                "carrier": {"type": "named", "carrier": "dhl", "service": "parcel"}, "parcels": [{"id": "p1"}]}),
        };
        (if kind < 7 { hours / 4 } else { 0 }, action)
    })
}

proptest! {
    #[test]
    fn no_day_is_ever_booked_beyond_its_limit(
        actions in prop::collection::vec(some_action(), 1..40), limit in 1_u32..9, days_ahead in 0_u32..3,
        batch in 1_usize..5
    ) {
        let shop = shop(limit, days_ahead);
        for order in ["o0", "o1", "o2", "o3"] {
            shop.ready(order, &[3, 2]);
        }
        for actions in actions.chunks(batch) {
            let hours: u32 = actions.iter().map(|(hours, _)| hours).sum();
            shop.now.set(shop.now.get() + i64::from(hours) * 3600);
            let commands: Vec<Command> = actions.iter().map(|(_, action)| shop.next(action)).collect();
            shop.oms.execute_batch(&commands);
            for (held, confirmed) in booked(&shop, 60) {
                prop_assert!(held + confirmed <= u64::from(limit), "{held} and {confirmed} of {limit}");
            }
        }
        // Every unit has one owner, what is booked is what orders have set aside or shipped, and the journal says so.
        shop.is_sound();
    }
}

/// An order of 2 mugs that the buyer collects at node `a`, paid and with the node's people.
fn collected(fulfilment: &Value) -> Shop {
    let shop = Shop::new(&[("a", 5), ("b", 5)]);
    shop.act(json!({"type": "put_node", "node": {"id": "a", "priority": 9,
        "address": {"country": "DE", "city": "Berlin"}}}));
    let mut place = place("o1", "invoice", &[2]);
    place["draft"]["fulfilment"] = fulfilment.clone();
    shop.act(place);
    shop.act(pay("o1", "p1", "captured", "20.00"));
    shop.act(json!({"type": "approve_order", "order": "o1"}));
    shop.act(allocate("o1"));
    shop
}

fn of(kind: &str) -> Value {
    let mut action = json!({"type": kind, "order": "o1"});
    if kind == "collect_order" {
        action["shipment"] = json!("s1");
    }
    action
}

#[test]
fn an_order_is_collected_where_it_was_set_aside() {
    let shop = collected(&json!({"type": "pickup", "node": "a", "point": "curbside"}));
    // Node b comes first, but the buyer does not go there.
    assert_eq!(at_nodes(&shop, "o1"), [node_at("a", 2)]);
    assert_eq!(shop.code(of("ready_for_pickup")), "order.nothing_to_collect");
    shop.act(of("release_order"));
    assert_eq!(shop.code(of("collect_order")), "order.nothing_to_collect");
    shop.act(of("ready_for_pickup"));
    assert_eq!(shop.act(of("ready_for_pickup")).events, []);
    assert_eq!(shop.code(of("lapse_pickup")), "order.pickup_not_lapsed");
    shop.now.set(3600);
    shop.act(of("collect_order"));
    let order = shop.order("o1");
    assert_eq!(
        (order.status, order.order.pickup.unwrap().collected_at),
        (OrderStatus::Delivered, Some(at(3600)))
    );
    assert_eq!(shop.cell("a"), [3, 0, 0, 0]);
    assert_eq!(shop.code(of("collect_order")), "order.nothing_to_collect");
    shop.act(of("complete_order"));
    shop.is_sound();
}

#[test]
fn an_order_that_nobody_collects_is_stock_again_and_its_money_due() {
    let shop = collected(&json!({"type": "pickup", "node": "a"}));
    shop.act(of("release_order"));
    shop.act(of("ready_for_pickup"));
    shop.now.set(72 * 3600);
    let outcome = shop.act(of("lapse_pickup"));
    let last = serde_json::to_value(outcome.events.last().unwrap()).unwrap();
    assert_eq!(last["event"]["refundDue"], eur("20.00"));
    assert_eq!((shop.order("o1").status, shop.cell("a")), (OrderStatus::Cancelled, [5, 0, 0, 0]));
    shop.ready("o2", &[1]);
    assert_eq!(shop.code(json!({"type": "ready_for_pickup", "order": "o2"})), "order.not_for_pickup");
    shop.is_sound();
}

#[test]
fn an_order_sent_to_a_store_is_collected_there() {
    let shop = collected(&json!({"type": "ship_to_store", "node": "a"}));
    assert_eq!(at_nodes(&shop, "o1"), [node_at("b", 2)]);
    shop.act(of("release_order"));
    assert_eq!(shop.code(of("ready_for_pickup")), "order.nothing_to_collect");
    shop.act(ship("o1", "b"));
    shop.act(track("s-o1-b", 0, "delivered"));
    shop.act(of("ready_for_pickup"));
    shop.act(of("collect_order"));
    assert!(shop.order("o1").order.pickup.unwrap().collected_at.is_some());
    shop.is_sound();
}

#[test]
fn a_supplier_is_asked_for_what_is_released_at_its_node() {
    let shop = Shop::new(&[("a", 5)]);
    shop.act(json!({"type": "put_node", "node": {"id": "a", "supplier": "acme-mugs"}}));
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "cost": eur("4.00")}}));
    shop.ready("o1", &[2]);
    shop.act(allocate("o1"));
    let outcome = shop.act(of("release_order"));
    let asked = serde_json::to_value(outcome.events.last().unwrap()).unwrap();
    assert_eq!(
        asked["event"],
        json!({"type": "drop_shipped", "node": "a", "supplier": "acme-mugs",
        "units": [{"line": "l1", "sku": "mug", "quantity": 2, "unitCost": eur("4.00")}]})
    );
    shop.is_sound();
}

/// What a command wants written, seen from the store as it is now.
fn wanted(shop: &Shop, action: &Value) -> Commit {
    let mut run = Run::new(vec![shop.next(action)]);
    let mut step = run.start();
    loop {
        match step {
            Step::Load(keys) => step = run.resume(shop.oms.store().load(&keys).unwrap()),
            Step::Done(done) => break done.commit,
        }
    }
}

#[test]
fn two_at_once_collide_only_when_the_day_runs_out() {
    for (limit, fits) in [(6, true), (5, false)] {
        let shop = shop(limit, 0);
        shop.ready("o1", &[3]);
        shop.ready("o2", &[3]);
        // Both look before either writes; other SKUs would not meet, but the day is one.
        let (first, second) = (wanted(&shop, &allocate("o1")), wanted(&shop, &allocate("o2")));
        shop.oms.store().commit(&first).unwrap();
        assert_eq!(shop.oms.store().commit(&second).is_ok(), fits, "{limit} units a day");
        if !fits {
            shop.act(allocate("o2"));
            assert_eq!(at_nodes(&shop, "o2"), [node_at("a", 2), node_at("b", 1)]);
        }
        shop.is_sound();
    }
}
