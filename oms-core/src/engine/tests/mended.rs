//! One test for each defect that was found by reading.

use super::*;

#[test]
fn when_all_stock_is_reserved_the_owner_of_the_reservation_may_still_be_assigned_it() {
    let shop = Shop::new(&[("a", 3), ("b", 2)]);
    shop.ready("o1", &[5]);
    shop.act(reserve("o1", 99));
    shop.act(assign("o1", &[("l1", "a", 3)]));
    assert_eq!((shop.cell("a"), shop.cell("b")), ([3, 0, 3, 0], [2, 2, 0, 0]));
    shop.act(assign("o1", &[("l1", "b", 1)]));
    assert_eq!(shop.cell("b"), [2, 1, 1, 0]);
    shop.act(allocate("o1"));
    assert_eq!((shop.cell("b"), shop.order("o1").order.reservation), ([2, 0, 2, 0], None));
    shop.is_sound();
}

#[test]
fn assigning_other_nodes_than_reserved_leaves_no_hold_behind() {
    let shop = Shop::new(&[("a", 3), ("b", 3)]);
    shop.ready("o1", &[3]);
    shop.act(reserve("o1", 99));
    shop.act(assign("o1", &[("l1", "b", 3)]));
    assert_eq!((shop.cell("a"), shop.cell("b")), ([3, 0, 0, 0], [3, 0, 3, 0]));
    shop.is_sound();
}

#[test]
fn a_cancelled_order_takes_late_payments_and_refunds_and_stops_no_review_of_others() {
    let shop = Shop::new(&[("a", 5)]);
    for order in ["o1", "o2"] {
        shop.act(place(order, "prepaid", &[1]));
        shop.act(of_order("review_order", order));
    }
    shop.act(pay("o1", "p1", "captured", "4.00"));
    shop.act(cancel("o1", &[]));
    shop.act(pay("o1", "p2", "captured", "6.00"));
    shop.act(pay("o1", "p3", "refunded", "10.00"));
    assert_eq!(shop.order("o1").paid, shop.order("o1").due);
    assert_eq!(shop.oms.review_held(&tenant("acme"), at(1)), Ok(0));
    shop.act(pay("o2", "p1", "captured", "10.00"));
    assert_eq!(shop.order("o2").status, OrderStatus::Approved);
}

#[test]
fn cancelling_what_a_rule_held_lets_the_rest_go_on() {
    let shop = Shop::new(&[("a", 1)]);
    shop.act(place("o1", "invoice", &[1, 4]));
    shop.act(of_order("review_order", "o1"));
    assert_eq!(shop.order("o1").order.holds.len(), 1);
    shop.act(cancel("o1", &[("l2", 4)]));
    assert_eq!((shop.order("o1").order.holds.len(), shop.order("o1").status), (0, OrderStatus::Approved));
}

#[test]
fn blocked_units_do_not_leave_in_the_place_of_units_that_have_not_come() {
    let shop = Shop::new(&[("a", 2)]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "backorderLimit": 2}}));
    shop.act(json!({
        "type": "regrade_stock", "sku": "mug", "node": "a", "quantity": 2, "reason": "broken", "to": "damaged"
    }));
    shop.ready("o1", &[2]);
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    assert_eq!(shop.code(ship("o1", "a")), "stock.insufficient");
    shop.act(receive("a", 2));
    shop.act(ship("o1", "a"));
    assert_eq!(shop.cell("a"), [2, 0, 0, 2]);
}

#[test]
fn one_commit_asks_of_the_store_what_single_commands_would_have() {
    let count = |delta: i64| {
        json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": delta, "reason": "count",
            "force": true})
    };
    let limit = |units: u32| json!({"type": "put_sku", "sku": {"id": "mug", "backorderLimit": units}});
    let stories = [
        vec![reserve_stock("r1", "a", 1, 99), count(-3)],
        vec![reserve_stock("r1", "a", 1, 99), limit(9), reserve_stock("r2", "a", 9, 99)],
        vec![limit(9), reserve_stock("r1", "a", 9, 99), limit(0), receive("a", 1)],
    ];
    for story in stories {
        let (one, many) = (Shop::new(&[("a", 3)]), Shop::new(&[("a", 3)]));
        let commands: Vec<Command> = story.iter().map(|action| one.next(action)).collect();
        assert!(one.oms.execute_batch(&commands).iter().all(Result::is_ok), "{story:?}");
        commands.iter().for_each(|command| assert!(many.oms.execute(command).is_ok(), "{story:?}"));
        assert_eq!(one.hash(), many.hash());
    }
}

#[test]
fn the_largest_and_smallest_corrections_are_refused_without_harm() {
    let shop = Shop::new(&[("a", 3)]);
    for delta in [i64::MIN, i64::MIN + 1, i64::MAX] {
        for force in [true, false] {
            let adjust = json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": delta,
                "reason": "", "force": force});
            assert!(["stock.insufficient", "stock.out_of_range"].contains(&shop.code(adjust)));
        }
    }
}

#[test]
fn a_named_freight_is_in_the_orders_currency_and_not_negative() {
    let shop = Shop::new(&[("a", 3)]);
    shop.ready("o1", &[1]);
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    let mut action = ship("o1", "a");
    action["carrier"]["freight"] = json!({"amount": "-1.00", "currency": "USD"});
    let error = shop.refuse(action);
    let paths: Vec<&str> = error.problems().iter().map(|problem| &*problem.path).collect();
    assert_eq!(paths, ["/action/carrier/freight/currency", "/action/carrier/freight/amount"]);
}

#[test]
fn a_node_whose_costs_are_in_another_currency_still_ships() {
    let shop = Shop::new(&[("a", 3)]);
    let cost = json!({"amount": "1.00", "currency": "USD"});
    shop.act(json!({"type": "put_node", "node": {"id": "a", "shipmentCost": cost, "unitCost": cost}}));
    shop.ready("o1", &[1]);
    shop.act(allocate("o1"));
    assert_eq!(shop.cell("a"), [3, 0, 1, 0]);
}

#[test]
fn every_problem_of_a_command_has_its_place_below_the_action() {
    let shop = Shop::new(&[("a", 3)]);
    shop.ready("o1", &[1]);
    shop.act(place("o2", "prepaid", &[1]));
    let usd = json!({"amount": "1", "currency": "USD"});
    let mut paid = pay("o2", "p", "captured", "1.00");
    paid["payment"]["amount"] = usd.clone();
    let mut placed = place("o3", "invoice", &[0]);
    placed["draft"]["shipping"] = usd.clone();
    let cases = [
        (placed, vec!["/action/draft/lines/0/quantity", "/action/draft/shipping"]),
        (paid, vec!["/action/payment/amount/currency"]),
        (assign("o1", &[("x", "a", 1)]), vec!["/action/units/0/line"]),
        (cancel("o1", &[("l1", 0), ("x", 1)]), vec!["/action/lines/0/quantity", "/action/lines/1/line"]),
        (receive("a", 0), vec!["/action/quantity"]),
        (reserve_stock("r", "a", 0, 0), vec!["/action/items/0/quantity", "/action/expiresAt"]),
        (
            json!({"type": "put_sku", "sku": {"id": "x", "price": {"amount": "-1", "currency": "EUR"}}}),
            vec!["/action/sku/price"],
        ),
    ];
    for (action, expected) in cases {
        let error = shop.refuse(action);
        let paths: Vec<&str> = error.problems().iter().map(|problem| &*problem.path).collect();
        assert_eq!(paths, expected);
    }
}

#[test]
fn units_arrive_once_however_the_scans_trickle_in() {
    let shop = Shop::new(&[("a", 3)]);
    shop.ready("o1", &[2]);
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    shop.act(ship("o1", "a"));
    // Delivered; then an earlier end of the way turns up; then a delivery before that.
    for (second, status) in [(30, "delivered"), (20, "cancelled"), (10, "delivered")] {
        shop.act(track("s-o1-a", second, status));
    }
    assert_eq!(shop.order("o1").status, OrderStatus::Delivered);
    shop.is_sound();
}

#[test]
fn a_shipment_that_is_delivered_twice_delivers_no_unit_of_another() {
    let shop = Shop::new(&[("a", 2), ("b", 2)]);
    shop.ready("o1", &[4]);
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    shop.act(ship("o1", "a"));
    shop.act(ship("o1", "b"));
    for (second, status) in [(30, "delivered"), (20, "cancelled"), (10, "delivered")] {
        shop.act(track("s-o1-a", second, status));
        assert_eq!(shop.order("o1").order.lines[0].delivered.units(), 2, "{status} at {second}");
    }
    shop.act(track("s-o1-b", 40, "delivered"));
    let line = &shop.order("o1").order.lines[0];
    let by: Vec<_> = line.deliveries.iter().map(|by| (by.shipment.as_str(), by.quantity.units())).collect();
    assert_eq!((line.delivered.units(), by), (4, vec![("s-o1-a", 2), ("s-o1-b", 2)]));
    shop.is_sound();
}

#[test]
fn a_cell_that_promised_too_much_makes_up_for_that_before_an_expired_hold_counts() {
    let shop = Shop::new(&[("a", 5)]);
    shop.act(reserve_stock("r1", "a", 5, 10));
    shop.act(json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": -3, "reason": "lost", "force": true}));
    shop.now.set(10);
    shop.act(place("o1", "invoice", &[3]));
    shop.act(of_order("review_order", "o1"));
    assert_eq!(shop.order("o1").order.holds.len(), 1, "two are there, three are wanted");
    let mugs = [SkuId::new("mug").unwrap()];
    assert_eq!(shop.oms.availability(&tenant("acme"), &mugs, at(10)).unwrap()[0].promiseable, 2);
}

#[test]
fn two_orders_that_were_planned_on_the_last_unit_do_not_both_reserve_it() {
    let shop = Shop::new(&[("a", 1)]);
    for order in ["o1", "o2"] {
        shop.ready(order, &[1]);
    }
    // Both runs see the unit free before either is written.
    let decided: Vec<Commit> = ["o1", "o2"]
        .into_iter()
        .map(|order| {
            let mut run = Run::new(vec![shop.next(&reserve(order, 99))]);
            let mut step = run.start();
            while let Step::Load(keys) = step {
                step = run.resume(Store::load(shop.oms.store(), &keys).unwrap());
            }
            let Step::Done(done) = step else { unreachable!() };
            done.commit
        })
        .collect();
    assert_eq!(Store::commit(shop.oms.store(), &decided[0]), Ok(()));
    assert!(matches!(Store::commit(shop.oms.store(), &decided[1]), Err(StoreError::Conflict(_))));
    assert_eq!(shop.cell("a"), [1, 1, 0, 0]);
}
