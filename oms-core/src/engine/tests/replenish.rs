//! The simplest rule that merchants ask for, and what keeps it from being a nuisance.

use super::*;
use crate::purchase::TodoStatus;
use crate::value::SupplierId;

fn rule(policy: Value) -> Value {
    json!({"type": "put_replenish_rule", "rule": {"sku": "mug", "policy": policy}})
}

fn look() -> Value {
    json!({"type": "review_stock", "skus": ["mug"]})
}

fn sell(node: &str, units: i64) -> Value {
    json!({"type": "adjust_stock", "sku": "mug", "node": node, "delta": -units, "reason": "sold at the till"})
}

/// The quantities of open to-dos.
fn open(shop: &Shop) -> Vec<u32> {
    let todos = shop.oms.todos(&tenant("acme"), None, TodoStatus::Open, at(shop.now.get())).unwrap();
    todos.iter().map(|view| view.todo.quantity.units()).collect()
}

fn alerts(shop: &Shop) -> usize {
    shop.oms.alerts(&tenant("acme"), None).unwrap().len()
}

/// "Item A below 20 pieces": exactly one to-do however often it is looked at, topped up when the stock falls further;
/// the alert clears only above the upper mark.
#[test]
fn below_20_pieces_there_is_one_to_do_and_one_alert_however_often_anybody_looks() {
    let shop = Shop::new(&[("a", 12), ("b", 8)]);
    shop.act(rule(json!({"type": "floor", "pieces": 20, "upTo": 40})));
    shop.act(look());
    assert_eq!((open(&shop), alerts(&shop)), (vec![], 0));
    shop.act(sell("a", 1));
    assert_eq!(shop.act(look()).events.len(), 2);
    for _ in 0..5 {
        assert_eq!(shop.act(look()).events, []);
    }
    assert_eq!((open(&shop), alerts(&shop)), (vec![21], 1));
    shop.act(sell("b", 4));
    shop.act(look());
    shop.act(look());
    assert_eq!((open(&shop), alerts(&shop)), (vec![25], 1));
    // 40 are not above the upper mark of 40; 41 are. The to-do is for the buyer to close.
    shop.act(receive("b", 25));
    shop.act(look());
    assert_eq!(alerts(&shop), 1);
    shop.act(receive("a", 1));
    shop.act(look());
    assert_eq!((open(&shop), alerts(&shop)), (vec![25], 0));
    shop.is_sound();
}

#[test]
fn all_rules_are_looked_at_together_and_what_is_enough_changes_nothing() {
    let shop = Shop::new(&[("a", 5), ("b", 50)]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "cup"}}));
    let at_node = |sku: &str, node: &str| {
        json!({"type": "put_replenish_rule", "rule": {"sku": sku, "node": node,
            "policy": {"type": "min_max", "min": 10, "max": 30}}})
    };
    for (sku, node) in [("mug", "a"), ("mug", "b"), ("cup", "a")] {
        shop.act(at_node(sku, node));
    }
    assert_eq!(shop.oms.review_stock(&tenant("acme"), at(1)), Ok(2));
    // The same instant is the same command; later there is nothing left to do.
    assert_eq!(shop.oms.review_stock(&tenant("acme"), at(1)), Ok(2));
    assert_eq!(shop.oms.review_stock(&tenant("acme"), at(2)), Ok(0));
    assert_eq!(shop.oms.review_stock(&tenant("other"), at(2)), Ok(0));
    assert_eq!(open(&shop), [30, 25]); // cup at a, mug at a
    shop.is_sound();
}

#[test]
fn holds_do_not_make_anybody_buy_but_they_make_stock_low_until_they_expire() {
    let shop = Shop::new(&[("a", 25)]);
    shop.act(rule(json!({"type": "floor", "pieces": 20})));
    shop.act(reserve_stock("r", "a", 6, 10));
    shop.act(look());
    assert_eq!((open(&shop), alerts(&shop)), (vec![], 1));
    shop.now.set(10);
    shop.act(look());
    assert_eq!((open(&shop), alerts(&shop)), (vec![], 0));
}

#[test]
fn units_for_orders_and_broken_ones_count_as_gone_and_a_snoozed_to_do_stays_one() {
    let shop = Shop::new(&[("a", 25)]);
    shop.act(rule(json!({"type": "floor", "pieces": 20})));
    shop.ready("o1", &[4]);
    shop.act(allocate("o1"));
    shop.act(json!({"type": "regrade_stock", "sku": "mug", "node": "a", "quantity": 3, "to": "damaged",
        "reason": "wet"}));
    shop.act(look());
    assert_eq!(open(&shop), [2]); // 25 − 4 − 3
    let todo = shop.oms.todos(&tenant("acme"), None, TodoStatus::Open, at(0)).unwrap().remove(0).todo;
    let update =
        |change: Value| json!({"type": "update_todo", "sku": "mug", "todo": todo.id, "change": change});
    shop.act(update(json!({"type": "snoozed", "until": at(100)})));
    shop.act(sell("a", 5));
    shop.act(look());
    assert_eq!(open(&shop), [0; 0]);
    shop.now.set(100);
    assert_eq!(open(&shop), [7]);
    assert_eq!(shop.code(update(json!({"type": "snoozed", "until": at(100)}))), "purchase.invalid");
    shop.act(update(json!({"type": "ordered"})));
    shop.act(look());
    assert_eq!(open(&shop), [0; 0]);
    shop.is_sound();
}

#[test]
fn rules_for_what_nobody_knows_are_refused() {
    let shop = Shop::new(&[]);
    let floor = json!({"type": "floor", "pieces": 20});
    let put = |sku: &str, node: Option<&str>| {
        let mut rule = json!({"sku": sku, "policy": floor});
        if let Some(node) = node {
            rule["node"] = node.into();
        }
        json!({"type": "put_replenish_rule", "rule": rule})
    };
    let places = |error: Error| error.problems().iter().map(|one| one.path.clone()).collect::<Vec<_>>();
    assert_eq!(places(shop.refuse(put("cup", None))), ["/action/rule/sku"]);
    assert_eq!(places(shop.refuse(put("cup", Some("z")))), ["/action/rule/sku", "/action/rule/node"]);
    let wrong = rule(json!({"type": "floor", "pieces": 0}));
    assert_eq!(places(shop.refuse(wrong)), ["/action/rule/policy/pieces"]);
    assert_eq!(places(shop.refuse(json!({"type": "review_stock", "skus": []}))), ["/action/skus"]);
    assert_eq!(shop.act(look()).events, []);
}

/// What is expected counts in the position, what is promised from it does not, and its date tells when stock runs out.
#[test]
fn expected_receipts_count_and_their_dates_decide_which_supplier_is_in_time() {
    let shop = Shop::new(&[("a", 20)]);
    let supplier = |id: &str, days: u16, price: &str| {
        let prices = json!([{"from": 1, "unitPrice": eur(price)}]);
        json!({"supplier": id, "leadTimeDays": days, "prices": prices})
    };
    shop.act(json!({"type": "put_replenish_rule", "rule": {
        "sku": "mug", "node": "a", "policy": {"type": "min_max", "min": 60, "max": 100},
        "demand": {"dailyDemand": "10", "leadTimeDays": "5"},
        "suppliers": [supplier("far", 5, "1.00"), supplier("near", 1, "2.00")],
    }}));
    shop.act(json!({"type": "expect_stock", "sku": "mug", "node": "a", "receipt": "po-1",
        "plan": {"kind": "purchase", "quantity": 30, "eta": at(2 * 86_400)}}));
    let outcome = shop.act(look());
    let Some(crate::store::Explanation::Replenish(why)) = outcome.explanations.first() else {
        panic!("why?")
    };
    // 20, and 30 on day 2: gone after day 5, which the far supplier just meets.
    assert_eq!((why.decision.position_units, why.decision.stock_out.map(|out| out.days)), (50, Some(6)));
    assert_eq!(why.decision.proposals[0].supplier.as_ref().map(SupplierId::as_str), Some("far"));
    assert_eq!(open(&shop), [50]);
    shop.is_sound();
}
