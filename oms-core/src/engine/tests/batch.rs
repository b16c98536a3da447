//! Open orders planned together: proposed, carried out, planned anew.

use super::*;
use crate::engine::{OrderBatch, OrderBatchAnswer};

/// Berlin in the north and Munich in the south, and a card that asks by distance.
fn map(stock: &[(&str, u32)]) -> Shop {
    let shop = Shop::new(&[]);
    for (node, lat, lon) in [("a", 52_520_000, 13_405_000), ("b", 48_137_000, 11_575_000)] {
        let place = json!({"latMicro": lat, "lonMicro": lon});
        shop.act(json!({"type": "put_node", "node": {"id": node, "location": place}}));
    }
    let rate = |zone: &str, price: &str| {
        let bands = json!([{"upTo": 9000, "price": eur(price)}]);
        json!({"zone": zone, "transitDays": 2, "tariff": {"bands": bands}})
    };
    let bands = json!([{"upToKm": 200, "zone": "near"}, {"upToKm": 400, "zone": "middle"}, {"zone": "far"}]);
    shop.act(
        json!({"type": "put_rate_card", "card": {"carrier": "post", "service": "parcel", "currency": "EUR",
        "zones": {"type": "distance", "bands": bands},
        "rates": [rate("near", "4.00"), rate("middle", "5.00"), rate("far", "9.00")]}}),
    );
    for (node, units) in stock {
        shop.act(receive(node, *units));
    }
    shop
}

/// Approved, for so many mugs to Nuremberg (near `b`) or Hamburg (far from `b`).
fn wants(shop: &Shop, order: &str, to: &str, class: u32, mugs: u32) {
    let (lat, lon) = if to == "hamburg" { (53_551_000, 9_993_000) } else { (49_452_000, 11_077_000) };
    let mut command = place(order, "invoice", &[mugs]);
    command["draft"]["class"] = json!(class);
    command["draft"]["shipTo"]["location"] = json!({"latMicro": lat, "lonMicro": lon});
    shop.act(command);
    shop.act(json!({"type": "approve_order", "order": order}));
}

fn batch(more: Value) -> OrderBatch {
    serde_json::from_value(more).unwrap()
}

fn allocated(shop: &Shop, second: i64, more: Value) -> OrderBatchAnswer {
    let before = shop.hash();
    let proposed = shop.oms.propose_orders(&tenant("acme"), at(second), &batch(more.clone())).unwrap();
    assert_eq!(shop.hash(), before, "a proposal changes nothing");
    let answer = shop.oms.allocate_orders(&tenant("acme"), at(second), &batch(more.clone())).unwrap();
    shop.is_sound();
    assert_eq!(answer.plan, proposed.plan);
    let after = shop.hash();
    shop.oms.allocate_orders(&tenant("acme"), at(second), &batch(more)).unwrap();
    assert_eq!(shop.hash(), after, "asked twice at one instant it changes nothing more");
    answer
}

/// `node=units` of an order's lines.
fn units(shop: &Shop, order: &str) -> String {
    let order = shop.order(order).order;
    order
        .allocated_units()
        .map(|unit| format!("{}={}", unit.node, unit.quantity))
        .collect::<Vec<_>>()
        .join(" ")
}

fn left_out(answer: &OrderBatchAnswer) -> Vec<(&str, &str)> {
    answer.left_out.iter().map(|out| (out.order.as_str(), &*out.error.code)).collect()
}

#[test]
fn the_last_unit_near_hamburg_goes_to_hamburg_although_nuremberg_asked_first() {
    let shop = map(&[("a", 1), ("b", 5)]);
    wants(&shop, "o1", "nuremberg", 0, 1);
    wants(&shop, "o2", "hamburg", 0, 1);
    let answer = allocated(&shop, 9, json!({}));
    assert_eq!((units(&shop, "o1"), units(&shop, "o2")), ("b=1".to_owned(), "a=1".to_owned()));
    let plan = answer.plan.unwrap();
    assert_eq!(
        (plan.cost.total.to_string(), plan.lower_bound),
        ("9.00 EUR".to_owned(), Some(plan.cost.total))
    );
    assert_eq!(shop.order("o1").status, OrderStatus::Allocated);
}

#[test]
fn a_class_that_matters_more_is_served_first() {
    let shop = map(&[("a", 1)]);
    wants(&shop, "o1", "hamburg", 0, 1);
    wants(&shop, "o2", "nuremberg", 3, 1);
    allocated(&shop, 9, json!({}));
    assert_eq!((units(&shop, "o1"), units(&shop, "o2")), (String::new(), "a=1".to_owned()));
}

#[test]
fn allocated_orders_swap_their_nodes_where_that_pays_for_the_churn() {
    let shop = map(&[("a", 1), ("b", 1)]);
    wants(&shop, "o1", "nuremberg", 0, 1);
    wants(&shop, "o2", "hamburg", 0, 1);
    shop.act(assign("o1", &[("l1", "a", 1)]));
    shop.act(assign("o2", &[("l1", "b", 1)]));
    allocated(&shop, 9, json!({"replan": true, "churnCost": eur("9.00")}));
    assert_eq!((units(&shop, "o1"), units(&shop, "o2")), ("a=1".to_owned(), "b=1".to_owned()));
    let answer = allocated(&shop, 10, json!({"replan": true, "churnCost": eur("1.00")}));
    assert_eq!((units(&shop, "o1"), units(&shop, "o2")), ("b=1".to_owned(), "a=1".to_owned()));
    let plan = answer.plan.unwrap();
    assert_eq!((plan.cost.churn.to_string(), plan.orders[0].moved.len()), ("2.00 EUR".to_owned(), 1));
    assert_eq!(shop.order("o2").status, OrderStatus::Allocated);
}

#[test]
fn what_an_order_has_stays_its_own_unless_it_may_be_taken_back() {
    let shop = map(&[("a", 1)]);
    wants(&shop, "o1", "nuremberg", 0, 1);
    shop.act(assign("o1", &[("l1", "a", 1)]));
    wants(&shop, "o2", "hamburg", 5, 1);
    allocated(&shop, 9, json!({"replan": true}));
    assert_eq!((units(&shop, "o1"), units(&shop, "o2")), ("a=1".to_owned(), String::new()));
    allocated(&shop, 10, json!({"replan": true, "mayTakeBack": true}));
    assert_eq!((units(&shop, "o1"), units(&shop, "o2")), (String::new(), "a=1".to_owned()));
    assert_eq!(shop.order("o1").status, OrderStatus::Approved);
}

#[test]
fn what_a_warehouse_was_told_to_pick_is_not_moved() {
    let shop = map(&[("a", 1), ("b", 1)]);
    wants(&shop, "o1", "nuremberg", 0, 1);
    shop.act(assign("o1", &[("l1", "a", 1)]));
    shop.act(of_order("release_order", "o1"));
    let answer = allocated(&shop, 9, json!({"orders": ["o1"], "replan": true}));
    assert_eq!((answer.plan, answer.left_out), (None, vec![]));
    assert_eq!(units(&shop, "o1"), "a=1");
}

#[test]
fn who_cannot_take_part_is_named_with_the_reason() {
    let shop = map(&[("a", 5)]);
    for order in ["held", "kept", "plain"] {
        wants(&shop, order, "hamburg", 0, 1);
    }
    shop.act(place("new", "prepaid", &[1]));
    shop.act(json!({"type": "hold_order", "order": "held", "hold": "h", "reason": "manual",
        "stage": "allocate", "source": "person"}));
    shop.act(reserve("kept", 99));
    let answer = allocated(&shop, 9, json!({"orders": ["held", "kept", "new", "nobody", "plain"]}));
    assert_eq!(
        left_out(&answer),
        [
            ("held", "order.held"),
            ("kept", "input.invalid"),
            ("new", "order.illegal_transition"),
            ("nobody", "order.unknown"),
        ]
    );
    assert_eq!(units(&shop, "plain"), "a=1");
}

#[test]
fn an_order_beyond_its_customers_limit_is_left_out_and_the_others_stand() {
    let shop = map(&[("a", 5)]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "maxPerCustomer": 2}}));
    for order in ["o1", "o2"] {
        let mut command = place(order, "invoice", &[2]);
        command["draft"]["customer"] = json!("ada");
        shop.act(command);
        shop.act(json!({"type": "approve_order", "order": order}));
    }
    let answer = shop.oms.allocate_orders(&tenant("acme"), at(9), &OrderBatch::default()).unwrap();
    shop.is_sound();
    assert_eq!(left_out(&answer), [("o2", "stock.customer_limit")]);
    assert_eq!((units(&shop, "o1"), units(&shop, "o2")), ("a=2".to_owned(), String::new()));
}

#[test]
fn a_malformed_batch_is_refused_with_its_places() {
    let shop = map(&[("a", 5)]);
    wants(&shop, "o1", "hamburg", 0, 1);
    let refused = |more: Value| {
        let error = shop.oms.allocate_orders(&tenant("acme"), at(9), &batch(more)).unwrap_err();
        error.problems().iter().map(|one| (one.code.to_string(), one.path.clone())).collect::<Vec<_>>()
    };
    assert_eq!(
        refused(json!({"orders": ["o1", "o1"]})),
        [("batch.duplicate_order".into(), "/orders/1".into())]
    );
    let usd = json!({"amount": "1.00", "currency": "USD"});
    assert_eq!(refused(json!({"churnCost": usd})), [("money.currency_mismatch".into(), "/churnCost".into())]);
}
