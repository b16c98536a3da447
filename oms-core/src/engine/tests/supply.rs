//! Dated supply through the engine.

use proptest::prelude::*;

use super::*;
use crate::store::{Document, Explanation};

fn of_mug(kind: &str, node: &str, fields: Value) -> Value {
    let mut action = json!({"type": kind, "sku": "mug", "node": node});
    action.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    action
}

fn expect(receipt: &str, units: u32, eta: i64) -> Value {
    let plan = json!({"kind": "purchase", "quantity": units, "eta": at(eta)});
    of_mug("expect_stock", "a", json!({"receipt": receipt, "plan": plan}))
}

fn promise(id: &str, units: u32, due: i64, receipt: Option<&str>) -> Value {
    let mut fields = json!({"promise": id, "quantity": units, "due": at(due)});
    if let Some(receipt) = receipt {
        fields["receipt"] = json!(receipt);
    }
    of_mug("promise_stock", "a", fields)
}

fn arrive(receipt: &str, units: u32, fields: Value) -> Value {
    let mut action = of_mug("receive_stock", "a", json!({"receipt": receipt, "quantity": units}));
    action.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    action
}

fn dates(shop: &Shop, node: Option<&str>, units: u32, second: i64) -> PromiseDates {
    let mut ask =
        json!({"type": "promise", "tenant": "acme", "sku": "mug", "quantity": units, "at": at(second)});
    if let Some(node) = node {
        ask["node"] = json!(node);
    }
    match shop.oms.query(&serde_json::from_value(ask).unwrap()).unwrap() {
        Answer::Promise(dates) => dates,
        other => panic!("{other:?}"),
    }
}

fn broken(outcome: &Outcome) -> Vec<String> {
    let explained = outcome.explanations.iter().filter_map(|explanation| match explanation {
        Explanation::BrokenPromises(explained) => Some(&explained.broken),
        _ => None,
    });
    explained.flatten().map(|standing| standing.promise.to_string()).collect()
}

fn incoming(shop: &Shop) -> i64 {
    let (sku, node) = (SkuId::new("mug").unwrap(), NodeId::new("a").unwrap());
    let key = CellKey { tenant: tenant("acme"), sku, node };
    shop.oms.store().inspect(|state, _| state.cells.get(&key).copied().unwrap_or_default().incoming)
}

#[test]
fn what_is_expected_is_incoming_until_it_arrives_or_is_cancelled() {
    let shop = Shop::new(&[]);
    shop.act(expect("po", 10, 50));
    shop.act(expect("po", 8, 60));
    assert_eq!(incoming(&shop), 8);
    shop.act(arrive("po", 5, json!({"condition": "quality_hold"})));
    assert_eq!((incoming(&shop), shop.cell("a")), (3, [5, 0, 0, 5]));
    shop.act(of_mug("cancel_receipt", "a", json!({"receipt": "po"})));
    assert_eq!(incoming(&shop), 0);
    shop.is_sound();
}

#[test]
fn arrivals_are_held_for_who_was_promised_them_even_while_stock_is_owed() {
    let shop = Shop::new(&[("a", 2)]);
    shop.act(reserve_stock("cart", "a", 2, 900));
    shop.act(of_mug("adjust_stock", "a", json!({"delta": -2, "reason": "count", "force": true})));
    shop.act(expect("po", 5, 50));
    let refused = shop.refuse(promise("p", 4, 60, Some("po")));
    // Two are owed already, so three are left.
    assert_eq!(refused.code(), "promise.too_soon");
    shop.act(promise("p", 3, 60, Some("po")));
    shop.now.set(50);
    shop.act(arrive("po", 5, json!({})));
    assert_eq!(shop.cell("a"), [5, 5, 0, 0]);
    shop.is_sound();
}

#[test]
fn a_promise_and_a_reservation_do_not_share_an_id() {
    let shop = Shop::new(&[("a", 9)]);
    shop.act(reserve_stock("r", "a", 1, 900));
    assert_eq!(shop.code(promise("r", 1, 60, None)), "stock.reservation_reused");
    // A reservation that took a promise's id in the meantime keeps the arrival out until the promise is given up.
    shop.act(expect("po", 5, 50));
    shop.act(promise("p", 5, 60, Some("po")));
    shop.act(reserve_stock("p", "a", 1, 900));
    assert_eq!(shop.code(arrive("po", 5, json!({}))), "stock.reservation_reused");
    shop.act(of_mug("release_promise", "a", json!({"promise": "p"})));
    shop.act(arrive("po", 5, json!({})));
    shop.is_sound();
}

#[test]
fn a_promise_half_of_which_arrived_can_be_made_anew() {
    let shop = Shop::new(&[]);
    shop.act(expect("po", 5, 50));
    shop.act(promise("p", 5, 60, Some("po")));
    shop.act(arrive("po", 2, json!({})));
    shop.act(promise("p", 3, 99, Some("po")));
    shop.act(arrive("po", 3, json!({})));
    assert_eq!(shop.cell("a"), [5, 5, 0, 0]);
    let held = |id: &str| {
        let key = DocumentKey::reservation(&tenant("acme"), &crate::value::ReservationId::new(id).unwrap());
        shop.oms.store().inspect(|state, _| {
            match state.documents.get(&key).map(|stored| stored.document.clone()) {
                Some(Document::Reservation(reservation)) => reservation.items[0].quantity.units(),
                other => panic!("{other:?}"),
            }
        })
    };
    assert_eq!((held("p"), held("p#2")), (2, 3));
    shop.is_sound();
}

#[test]
fn a_slip_names_the_promises_that_it_breaks_and_a_repeated_message_names_none() {
    let shop = Shop::new(&[]);
    shop.act(expect("po", 5, 50));
    shop.act(promise("bound", 2, 60, Some("po")));
    shop.act(promise("any", 3, 70, None));
    assert_eq!(broken(&shop.act(expect("po", 5, 65))), ["bound"]);
    assert_eq!(broken(&shop.act(expect("po", 5, 65))), Vec::<String>::new());
    assert_eq!(broken(&shop.act(expect("po", 4, 90))), ["bound", "any"]);
    // The last delivery is one short: it serves the bound one, and the other has one unit too few.
    shop.now.set(65);
    assert_eq!(broken(&shop.act(arrive("po", 4, json!({"last": true})))), ["any"]);
    assert_eq!(shop.cell("a"), [4, 2, 0, 0]);
    shop.is_sound();
}

#[test]
fn holds_that_have_run_out_are_free_to_promise() {
    let shop = Shop::new(&[("a", 3)]);
    shop.act(reserve_stock("cart", "a", 3, 20));
    shop.now.set(19);
    assert_eq!(shop.code(promise("p", 1, 60, None)), "promise.too_soon");
    shop.now.set(20);
    shop.act(promise("p", 3, 60, None));
    assert_eq!(dates(&shop, Some("a"), 1, 20).nodes[0].answer.earliest, None);
    shop.is_sound();
}

#[test]
fn a_node_that_does_not_sell_promises_nothing() {
    let shop = Shop::new(&[("a", 3), ("b", 1)]);
    shop.act(expect("po", 5, 50));
    assert_eq!(dates(&shop, None, 9, 0).together.earliest, Some(at(50)));
    shop.act(json!({"type": "put_node", "node": {"id": "a", "active": false}}));
    assert_eq!(shop.code(promise("p", 1, 60, None)), "promise.too_soon");
    let dates = dates(&shop, None, 2, 0);
    assert_eq!((dates.nodes.len(), dates.together.missing.units()), (1, 1));
    assert_eq!(self::dates(&shop, Some("a"), 1, 0).nodes[0].answer.earliest, None);
}

#[test]
fn promises_of_one_batch_see_each_other() {
    let shop = Shop::new(&[("a", 5)]);
    let commands = [promise("p", 3, 60, None), promise("q", 3, 60, None), promise("r", 2, 60, None)];
    let commands: Vec<Command> = commands.iter().map(|action| shop.next(action)).collect();
    let results = shop.oms.execute_batch(&commands);
    let codes: Vec<_> = results.iter().map(|result| result.as_ref().err().map(Error::code)).collect();
    assert_eq!(codes, [None, Some("promise.too_soon"), None]);
    shop.is_sound();
}

#[test]
fn unknown_skus_and_nodes_are_named_and_books_of_similar_names_stay_apart() {
    let shop = Shop::new(&[]);
    let stray = json!({"type": "expect_stock", "sku": "cup", "node": "x", "receipt": "po",
        "plan": {"kind": "planned", "quantity": 1, "eta": at(1)}});
    let paths: Vec<String> =
        shop.refuse(stray).problems().iter().map(|problem| problem.path.clone()).collect();
    assert_eq!(paths, ["/action/sku", "/action/node"]);
    let key = |sku: &str, node: &str| {
        DocumentKey::supply(&tenant("t"), &SkuId::new(sku).unwrap(), &NodeId::new(node).unwrap())
    };
    assert_ne!(key("a/b", "c"), key("a", "b/c"));
    assert_ne!(key("a%2Fb", "c"), key("a/b", "c"));
}

fn any_action() -> impl Strategy<Value = Value> {
    let receipts = || prop::sample::select(vec!["po-1", "po-2"]);
    let ids = || prop::sample::select(vec!["p", "q", "r", "s"]);
    let conditions = || prop::sample::select(vec!["sellable", "sellable", "quality_hold"]);
    prop_oneof![
        (receipts(), 1_u32..9, 1_i64..40).prop_map(|(receipt, units, eta)| expect(receipt, units, eta)),
        (receipts(), 1_u32..6, conditions(), any::<bool>()).prop_map(|(receipt, units, condition, last)| {
            arrive(receipt, units, json!({"condition": condition, "last": last}))
        }),
        receipts().prop_map(|receipt| of_mug("cancel_receipt", "a", json!({"receipt": receipt}))),
        (ids(), 1_u32..6, 0_i64..60, prop::option::of(receipts()), prop::option::of(10_i64..50)).prop_map(
            |(id, units, due, receipt, expires)| {
                let mut action = promise(id, units, due, receipt);
                if let Some(expires) = expires {
                    action["expiresAt"] = json!(at(expires));
                }
                action
            }
        ),
        (ids(), any::<bool>()).prop_map(|(id, kept)| of_mug(
            "release_promise",
            "a",
            json!({"promise": id, "kept": kept})
        )),
        (ids(), 1_u32..4, 10_i64..50).prop_map(|(id, units, until)| reserve_stock(
            &format!("c{id}"),
            "a",
            units,
            until
        )),
        ids().prop_map(|id| json!({"type": "release_reservation", "reservation": id})),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is asked in whatever order, with a clock that also jumps back: every identity holds, and what the
    /// engine promises is there.
    #[test]
    fn whatever_happens_to_supply_every_identity_holds(
        actions in prop::collection::vec((any_action(), 0_i64..60), 0..40),
    ) {
        let shop = Shop::new(&[("a", 3)]);
        for (action, second) in actions {
            shop.now.set(second);
            let Err(error) = shop.try_act(action) else { continue };
            prop_assert!(!matches!(error.kind(), crate::error::ErrorKind::Internal | crate::error::ErrorKind::Store));
        }
        prop_assert!(shop.cell("a").iter().all(|units| *units >= 0));
        shop.is_sound();
    }
}
