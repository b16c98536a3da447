//! Orders that wait for stock are served in the order of their queue.

use super::*;
use crate::allocation::AllocationStrategyKind;
use crate::backorder::QueueKey;

fn queue(keys: &[QueueKey]) -> WaitingQueue {
    WaitingQueue { keys: keys.to_vec(), strategy: AllocationStrategyKind::Priority }
}

fn serve(shop: &Shop, second: i64, keys: &[QueueKey]) -> Vec<(String, u64, u64)> {
    let report = shop.oms.allocate_waiting(&tenant("acme"), at(second), &queue(keys)).unwrap();
    shop.is_sound();
    report.orders.iter().map(|order| (order.order.to_string(), order.allocated, order.open)).collect()
}

fn row(order: &str, allocated: u64, open: u64) -> (String, u64, u64) {
    (order.to_owned(), allocated, open)
}

/// Approved, placed at a second, for so many of each SKU.
fn waits(shop: &Shop, order: &str, second: i64, lines: &[(&str, u32)]) {
    let mut command = place(order, "invoice", &[]);
    command["draft"]["placedAt"] = json!(at(second));
    command["draft"]["lines"] = (1..)
        .zip(lines)
        .map(|(n, (sku, units))| {
            json!({"id": format!("l{n}"), "sku": sku, "quantity": units, "unitPrice": eur("1.00")})
        })
        .collect();
    shop.act(command);
    shop.act(json!({"type": "approve_order", "order": order}));
}

#[test]
fn whoever_waits_longest_is_served_first_whatever_the_ids() {
    let shop = Shop::new(&[]);
    waits(&shop, "b", 1, &[("mug", 4)]);
    waits(&shop, "a", 2, &[("mug", 2)]);
    shop.act(receive("a", 3));
    assert_eq!(serve(&shop, 10, &[]), [row("b", 3, 1), row("a", 0, 2)]);
    shop.act(receive("b", 2));
    assert_eq!(serve(&shop, 20, &[]), [row("b", 1, 0), row("a", 1, 1)]);
    assert_eq!(serve(&shop, 30, &[]), [row("a", 0, 1)]);
}

#[test]
fn a_small_order_is_not_served_while_a_large_one_that_ships_whole_lacks_units() {
    let shop = Shop::new(&[("a", 3)]);
    shop.act(json!({"type": "put_policy", "policy": {"shipComplete": true}}));
    waits(&shop, "large", 1, &[("mug", 5)]);
    waits(&shop, "small", 2, &[("mug", 1)]);
    let report = shop.oms.allocate_waiting(&tenant("acme"), at(9), &queue(&[])).unwrap();
    assert_eq!(report.orders[0].refused.as_ref().map(|error| &*error.code), Some("stock.insufficient"));
    let behind: Vec<_> =
        report.orders[1].behind.iter().map(|one| (one.sku.as_str(), one.order.as_str())).collect();
    assert_eq!((behind, report.orders[1].allocated), (vec![("mug", "large")], 0));
    shop.act(receive("a", 2));
    assert_eq!(serve(&shop, 10, &[]), [row("large", 5, 0), row("small", 0, 1)]);
}

#[test]
fn an_order_behind_for_one_sku_still_gets_its_others() {
    let shop = Shop::new(&[("a", 1)]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "tray"}}));
    shop.act(json!({"type": "receive_stock", "sku": "tray", "node": "a", "quantity": 2}));
    waits(&shop, "first", 1, &[("mug", 2)]);
    waits(&shop, "second", 2, &[("mug", 1), ("tray", 2)]);
    assert_eq!(serve(&shop, 9, &[]), [row("first", 1, 1), row("second", 2, 1)]);
}

#[test]
fn keys_put_the_earlier_promise_or_the_smaller_order_first() {
    let shop = Shop::new(&[("a", 2)]);
    waits(&shop, "old", 1, &[("mug", 2)]);
    waits(&shop, "new", 2, &[("mug", 1)]);
    assert_eq!(serve(&shop, 9, &[QueueKey::Quantity]), [row("new", 1, 0), row("old", 1, 1)]);
    waits(&shop, "due", 3, &[("mug", 1)]);
    shop.act(json!({"type": "change_order", "order": "due", "change": {"promiseBy": at(500)}}));
    shop.act(json!({"type": "approve_order", "order": "due"}));
    shop.act(receive("a", 1));
    assert_eq!(serve(&shop, 10, &[QueueKey::Due]), [row("due", 1, 0), row("old", 0, 1)]);
}

#[test]
fn keys_put_the_higher_class_and_the_higher_margin_first() {
    let shop = Shop::new(&[]);
    for (sku, cost) in [("mug", "0.90"), ("tray", "0.10"), ("lamp", "2.00")] {
        shop.act(json!({"type": "put_sku", "sku": {"id": sku, "cost": eur(cost)}}));
    }
    shop.act(json!({"type": "put_sku", "sku": {"id": "cup"}}));
    // 0.20, 0.90, a loss of 1.00, and a cost that nobody knows.
    for (order, second, sku, units) in
        [("mugs", 1, "mug", 2), ("tray", 2, "tray", 1), ("lamp", 3, "lamp", 1), ("cup", 0, "cup", 1)]
    {
        waits(&shop, order, second, &[(sku, units)]);
    }
    let by_margin = serve(&shop, 9, &[QueueKey::Margin]);
    assert_eq!(by_margin, [row("tray", 0, 1), row("mugs", 0, 2), row("lamp", 0, 1), row("cup", 0, 1)]);
    let mut vip = place("vip", "invoice", &[1]);
    (vip["draft"]["placedAt"], vip["draft"]["class"]) = (json!(at(4)), json!(2));
    shop.act(vip);
    shop.act(json!({"type": "approve_order", "order": "vip"}));
    shop.act(receive("a", 2));
    let served = serve(&shop, 10, &[QueueKey::Class, QueueKey::Age]);
    assert_eq!((&served[0], &served[2]), (&row("vip", 1, 0), &row("mugs", 1, 1)));
}

#[test]
fn margins_in_two_currencies_are_not_compared() {
    let shop = Shop::new(&[]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "cost": eur("0.90")}}));
    shop.act(json!({"type": "put_sku", "sku": {"id": "cup", "cost": {"amount": "1.00", "currency": "USD"}}}));
    waits(&shop, "euros", 1, &[("mug", 1)]);
    let mut dollars = place("dollars", "invoice", &[1]);
    dollars["draft"]["currency"] = json!("USD");
    dollars["draft"]["lines"][0]["sku"] = json!("cup");
    dollars["draft"]["lines"][0]["unitPrice"] = json!({"amount": "3.00", "currency": "USD"});
    shop.act(dollars);
    shop.act(json!({"type": "approve_order", "order": "dollars"}));
    let asked = queue(&[QueueKey::Class, QueueKey::Margin]);
    let error = shop.oms.allocate_waiting(&tenant("acme"), at(9), &asked).unwrap_err();
    let paths: Vec<_> = error.problems().iter().map(|problem| problem.path.to_string()).collect();
    assert_eq!((error.code(), paths), ("input.invalid", vec!["/keys/1".to_owned()]));
}

/// Spree and Solidus let an edited order jump, or lose, its place.
#[test]
fn an_edited_order_keeps_its_place() {
    let shop = Shop::new(&[]);
    waits(&shop, "first", 1, &[("mug", 1)]);
    waits(&shop, "second", 2, &[("mug", 1)]);
    shop.now.set(50);
    shop.act(json!({"type": "change_order", "order": "first",
        "change": {"quantities": [{"line": "l1", "quantity": 2}]}}));
    shop.act(json!({"type": "approve_order", "order": "first"}));
    shop.act(receive("a", 2));
    assert_eq!(serve(&shop, 60, &[]), [row("first", 2, 0), row("second", 0, 1)]);
}

#[test]
fn held_lines_neither_get_units_nor_keep_others_waiting() {
    let shop = Shop::new(&[]);
    waits(&shop, "held", 1, &[("mug", 2)]);
    waits(&shop, "free", 2, &[("mug", 2)]);
    shop.act(
        json!({"type": "hold_order", "order": "held", "hold": "h", "reason": "other", "stage": "allocate",
        "source": "person"}),
    );
    shop.act(receive("a", 2));
    assert_eq!(serve(&shop, 9, &[]), [row("free", 2, 0)]);
}

#[test]
fn an_order_with_a_live_reservation_gets_what_it_holds_even_behind_others() {
    let shop = Shop::new(&[("a", 2)]);
    waits(&shop, "early", 1, &[("mug", 3)]);
    waits(&shop, "reserved", 2, &[("mug", 2)]);
    shop.act(reserve("reserved", 99));
    assert_eq!(serve(&shop, 9, &[]), [row("early", 0, 3), row("reserved", 2, 0)]);
}

#[test]
fn only_named_lines_are_planned_for() {
    let shop = Shop::new(&[("a", 9)]);
    shop.ready("o1", &[2, 3]);
    let allocate = |lines: &[&str]| {
        let mut command = allocate("o1");
        command["lines"] = json!(lines);
        command
    };
    assert_eq!(shop.refuse(allocate(&["l2", "l9"])).problems()[0].path, "/action/lines/1");
    shop.act(allocate(&["l2"]));
    let open: Vec<_> = shop.order("o1").order.lines.iter().map(|line| line.open().units()).collect();
    assert_eq!(open, [2, 0]);
}
