//! Lots beside cells: what orders get and give back, what may not leave, and what is refused.

use proptest::prelude::*;

use super::*;
use crate::lot::LotStatus;
use crate::store::{Event, Explanation};
use crate::value::{LotId, SerialNumber};

const DAY: i64 = 86_400;

/// A shop whose mugs are kept by lot.
fn shop(rule: Value) -> Shop {
    let shop = Shop::new(&[]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "lots": rule}}));
    shop
}

fn arrive(node: &str, lot: &str, units: u32, expires: Option<i64>) -> Value {
    let lot = match expires {
        Some(day) => json!({"lot": lot, "expiresAt": at(day * DAY)}),
        None => json!({"lot": lot}),
    };
    json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": units, "lot": lot})
}

fn deallocate(order: &str) -> Value {
    json!({"type": "deallocate_order", "order": order})
}

fn lot_command(kind: &str, lot: &str) -> Value {
    json!({"type": kind, "sku": "mug", "lot": lot, "reason": "glass"})
}

fn capture(order: &str, serials: &[&str]) -> Value {
    json!({"type": "capture_serials", "order": order, "sku": "mug", "node": "a", "serials": serials})
}

fn send_back(order: &str, serial: &str) -> Value {
    json!({"type": "return_serials", "order": order, "sku": "mug", "node": "a", "serials": [serial]})
}

fn lots(shop: &Shop) -> LotsAnswer {
    let (tenant, sku) = (tenant("acme"), SkuId::new("mug").unwrap());
    shop.oms.lots(&AskLots { tenant, sku, at: at(shop.now.get()) }).unwrap()
}

/// A lot: its id, units on hand, units set aside by order.
type Row = (String, i64, Vec<(String, u32)>);

fn at_node(shop: &Shop, node: &str) -> Vec<Row> {
    let answer = lots(shop);
    let here = answer.nodes.into_iter().filter(|here| here.node.as_str() == node);
    here.flat_map(|here| here.lots)
        .map(|view| {
            let parts = view.lot.allocated.iter();
            let parts = parts.map(|part| (part.order.to_string(), part.quantity.units())).collect();
            (view.lot.lot.to_string(), view.lot.on_hand, parts)
        })
        .collect()
}

fn row(lot: &str, on_hand: i64, parts: &[(&str, u32)]) -> Row {
    (lot.to_owned(), on_hand, parts.iter().map(|(order, units)| ((*order).to_owned(), *units)).collect())
}

fn promiseable(shop: &Shop) -> i64 {
    let skus = [SkuId::new("mug").unwrap()];
    shop.oms.availability(&tenant("acme"), &skus, at(shop.now.get())).unwrap()[0].promiseable
}

#[test]
fn an_order_gets_what_expires_first_over_lots_gives_it_back_and_ships_it() {
    let shop = shop(json!({}));
    shop.act(arrive("a", "late", 5, Some(90)));
    shop.act(arrive("a", "early", 2, Some(30)));
    shop.ready("o1", &[2, 1]);
    shop.ready("o2", &[1]);
    let outcome = shop.act(allocate("o1"));
    assert!(outcome.explanations.iter().any(|reason| matches!(reason, Explanation::Lots(_))));
    shop.act(allocate("o2"));
    let both = [row("early", 2, &[("o1", 2)]), row("late", 5, &[("o1", 1), ("o2", 1)])];
    assert_eq!(at_node(&shop, "a"), both);
    assert!(shop.order("o1").order.by_lot);
    shop.act(deallocate("o2"));
    assert_eq!(at_node(&shop, "a")[1], row("late", 5, &[("o1", 1)]));
    shop.act(cancel("o1", &[("l2", 1)]));
    assert_eq!(at_node(&shop, "a")[1], row("late", 5, &[]));
    shop.act(of_order("release_order", "o1"));
    shop.act(ship("o1", "a"));
    assert_eq!(at_node(&shop, "a"), [row("late", 5, &[])]);
    shop.is_sound();
}

#[test]
fn what_a_reservation_holds_is_of_no_lot_until_it_is_committed() {
    let shop = shop(json!({}));
    shop.act(arrive("a", "x", 2, Some(30)));
    shop.act(arrive("b", "y", 2, Some(20)));
    shop.ready("o1", &[3]);
    shop.act(reserve("o1", 99));
    assert_eq!(at_node(&shop, "a"), [row("x", 2, &[])]);
    shop.act(allocate("o1"));
    assert_eq!(at_node(&shop, "a"), [row("x", 2, &[("o1", 2)])]);
    assert_eq!(at_node(&shop, "b"), [row("y", 2, &[("o1", 1)])]);
    shop.is_sound();
}

#[test]
fn what_has_expired_is_neither_promised_nor_planned_nor_shipped() {
    let shop = shop(json!({}));
    shop.act(arrive("a", "x", 3, Some(10)));
    shop.act(arrive("b", "y", 1, Some(90)));
    shop.ready("o1", &[2]);
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    assert_eq!(promiseable(&shop), 2);
    shop.now.set(10 * DAY);
    assert_eq!(promiseable(&shop), 1);
    assert_eq!(shop.code(ship("o1", "a")), "lot.not_shippable");
    shop.ready("o2", &[2]);
    assert_eq!(shop.code(reserve("o2", 11 * DAY)), "stock.insufficient");
    assert_eq!(shop.code(reserve_stock("cart", "a", 1, 11 * DAY)), "stock.insufficient");
    assert_eq!(shop.code(assign("o2", &[("l1", "a", 1)])), "stock.insufficient");
    shop.act(allocate("o2"));
    assert_eq!(at_node(&shop, "b"), [row("y", 1, &[("o2", 1)])], "the other unit stays open");
    shop.is_sound();
}

#[test]
fn a_channel_that_asks_for_more_shelf_life_gets_fresher_lots() {
    let rule =
        json!({"minRemaining": [{"channel": "web", "minDays": 20}, {"channel": "outlet", "minDays": 1}]});
    let shop = shop(rule);
    shop.act(arrive("a", "old", 5, Some(19)));
    shop.act(arrive("a", "fresh", 5, Some(40)));
    shop.ready("o1", &[4]);
    shop.act(allocate("o1"));
    assert_eq!(at_node(&shop, "a")[0], row("fresh", 5, &[("o1", 4)]));
    shop.ready("o2", &[2]);
    assert_eq!(shop.code(reserve("o2", DAY)), "stock.insufficient");
    assert_eq!(shop.code(assign("o2", &[("l1", "a", 2)])), "lot.insufficient");
    shop.act(assign("o2", &[("l1", "a", 1)]));
    shop.is_sound();
}

#[test]
fn the_delivery_that_counts_is_the_one_of_the_slowest_service() {
    let shop = shop(json!({}));
    shop.act(json!({"type": "put_rate_card", "card": {"carrier": "post", "service": "parcel", "currency": "EUR",
        "zones": {"type": "region", "default": "all"},
        "rates": [{"zone": "all", "transitDays": 5, "tariff": {"bands": [{"upTo": 5000, "price": eur("4.00")}]}}]}}));
    shop.act(arrive("a", "short", 5, Some(5)));
    shop.act(arrive("a", "long", 5, Some(6)));
    shop.ready("o1", &[1]);
    shop.act(allocate("o1"));
    assert_eq!(at_node(&shop, "a")[0], row("long", 5, &[("o1", 1)]));
}

#[test]
fn a_recall_takes_back_what_orders_have_and_says_where_the_rest_went() {
    let shop = shop(json!({}));
    shop.act(arrive("a", "x", 6, Some(30)));
    shop.act(arrive("b", "x", 2, Some(30)));
    shop.act(arrive("a", "y", 3, Some(60)));
    for (order, units) in [("gone", 1), ("o1", 2), ("o2", 5)] {
        shop.ready(order, &[units]);
        shop.act(allocate(order));
    }
    shop.act(of_order("release_order", "gone"));
    shop.act(of_order("release_order", "o1"));
    shop.act(ship("gone", "a"));
    let outcome = shop.act(lot_command("recall_lot", "x"));
    let Some(Explanation::LotRecall(found)) = outcome.explanations.first() else { panic!() };
    let found: Vec<_> = (found.nodes.iter())
        .map(|here| {
            (here.node.as_str(), here.on_hand, here.orders.iter().map(|part| part.quantity.units()).sum())
        })
        .collect::<Vec<(&str, i64, u32)>>();
    assert_eq!(found, [("a", 5, 5), ("b", 2, 0)]);
    assert_eq!(at_node(&shop, "a"), [row("x", 5, &[]), row("y", 3, &[("o2", 2)])]);
    assert_eq!(shop.order("o1").status, OrderStatus::Approved);
    assert_eq!(promiseable(&shop), 1);
    let (tenant, sku) = (tenant("acme"), SkuId::new("mug").unwrap());
    let trace = shop.oms.lot_trace(&AskLotTrace { tenant, sku, lot: LotId::new("x").unwrap() }).unwrap();
    let shipped: Vec<_> = (trace.shipments.iter())
        .map(|left| (left.shipment.as_str(), left.order.as_str(), left.quantity.units()))
        .collect();
    assert_eq!(shipped, [("s-gone-a", "gone", 1)]);
    assert_eq!(trace.nodes.iter().map(|here| here.on_hand).collect::<Vec<_>>(), [5, 2]);
    assert_eq!(shop.act(lot_command("recall_lot", "x")).events, [], "nothing is left to do");
    shop.act(arrive("b", "x", 1, Some(30)));
    assert_eq!(promiseable(&shop), 1, "what arrives of it later stays as well");
    shop.act(lot_command("release_lot", "x"));
    assert_eq!(promiseable(&shop), 9);
    shop.is_sound();
}

#[test]
fn a_quarantine_leaves_orders_their_units_and_lets_none_leave() {
    let shop = shop(json!({}));
    shop.act(arrive("a", "x", 3, None));
    shop.ready("o1", &[2]);
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    shop.act(lot_command("quarantine_lot", "x"));
    assert_eq!(at_node(&shop, "a"), [row("x", 3, &[("o1", 2)])]);
    assert_eq!(lots(&shop).nodes[0].lots[0].status, LotStatus::Quarantine);
    assert_eq!((promiseable(&shop), shop.code(ship("o1", "a"))), (0, "lot.not_shippable"));
    shop.act(lot_command("release_lot", "x"));
    shop.act(ship("o1", "a"));
    shop.is_sound();
}

#[test]
fn commands_to_units_kept_by_lot_name_the_lot_and_others_do_not() {
    let shop = shop(json!({}));
    let problem = |action: Value| {
        let error = shop.refuse(action);
        let problem = error.problems().first().cloned().unwrap();
        (problem.code.to_string(), problem.path)
    };
    let required = ("lot.required".to_owned(), "/action/lot".to_owned());
    assert_eq!(problem(receive("a", 1)), required);
    shop.act(arrive("a", "x", 5, None));
    let scrap = json!({"type": "scrap_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "lost"});
    assert_eq!(problem(scrap.clone()), required);
    let named = |mut action: Value, lot: &str| {
        action["lot"] = json!({"lot": lot});
        action
    };
    assert_eq!(shop.code(named(scrap.clone(), "z")), "lot.unknown");
    shop.act(named(scrap, "x"));
    let count = json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": 2, "reason": "count"});
    assert_eq!(problem(count.clone()), required);
    shop.act(named(count, "x"));
    let grade = json!({"type": "regrade_stock", "sku": "mug", "node": "a", "quantity": 2, "reason": "wet",
        "to": "damaged"});
    assert_eq!(problem(grade.clone()), required);
    shop.act(named(grade, "x"));
    assert_eq!(shop.cell("a"), [6, 0, 0, 2]);
    let other = arrive("a", "x", 1, Some(9));
    assert_eq!(shop.code(other), "lot.dates_differ");
    shop.act(json!({"type": "put_sku", "sku": {"id": "cup"}}));
    let mut cup = arrive("a", "x", 1, None);
    cup["sku"] = json!("cup");
    assert_eq!(problem(cup), ("lot.not_kept".to_owned(), "/action/lot".to_owned()));
    let recall = json!({"type": "recall_lot", "sku": "cup", "lot": "x"});
    assert_eq!(problem(recall), ("lot.not_kept".to_owned(), "/action/sku".to_owned()));
    shop.is_sound();
}

#[test]
fn a_sku_is_kept_by_lot_or_not_from_before_its_first_unit_to_after_its_last() {
    let shop = Shop::new(&[("a", 1)]);
    let put = |lots: bool, backorders: u32| {
        let mut sku = json!({"id": "mug", "backorderLimit": backorders});
        if lots {
            sku["lots"] = json!({});
        }
        json!({"type": "put_sku", "sku": sku})
    };
    let path = |action: Value| shop.refuse(action).problems()[0].path.clone();
    assert_eq!(path(put(true, 0)), "/action/sku/lots");
    shop.act(json!({"type": "scrap_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "lost"}));
    assert_eq!(path(put(true, 1)), "/action/sku/backorderLimit");
    shop.act(put(true, 0));
    shop.act(arrive("a", "x", 1, None));
    assert_eq!(path(put(false, 0)), "/action/sku/lots");
    shop.is_sound();
}

#[test]
fn units_with_serial_numbers_leave_one_by_one_and_come_back_from_their_order() {
    let shop = shop(json!({"serialised": true}));
    shop.act(arrive("a", "x", 5, None));
    for (order, units) in [("o1", 2), ("o2", 1)] {
        shop.ready(order, &[units]);
        shop.act(allocate(order));
        shop.act(of_order("release_order", order));
    }
    assert_eq!(shop.code(ship("o1", "a")), "lot.serials_differ");
    shop.act(capture("o1", &["n1", "n2"]));
    assert_eq!(shop.act(capture("o1", &["n2", "n1"])).events, []);
    assert_eq!(shop.code(capture("o1", &["n3"])), "lot.serials_differ");
    assert_eq!(shop.code(capture("o2", &["n1"])), "lot.serial_taken");
    shop.act(deallocate("o1"));
    shop.act(capture("o2", &["n1"]));
    shop.act(ship("o2", "a"));
    assert_eq!(shop.code(send_back("o1", "n1")), "lot.serial_not_shipped");
    shop.act(send_back("o2", "n1"));
    assert_eq!(shop.act(send_back("o2", "n1")).events, []);
    shop.act(allocate("o1"));
    shop.act(capture("o1", &["n1", "n2"]));
    shop.act(of_order("release_order", "o1"));
    shop.act(ship("o1", "a"));
    shop.act(json!({"type": "put_sku", "sku": {"id": "cup", "lots": {}}}));
    let mut foreign = capture("o2", &["n2"]);
    foreign["sku"] = json!("cup");
    assert_eq!(shop.code(foreign), "lot.serial_of_other_sku");
    let serials = vec![SerialNumber::new("n2").unwrap(), SerialNumber::new("n9").unwrap()];
    let units = shop.oms.serials(&AskSerials { tenant: tenant("acme"), serials }).unwrap().units;
    assert_eq!(units.iter().map(|unit| unit.order.as_str()).collect::<Vec<_>>(), ["o1"]);
    shop.is_sound();
}

#[test]
fn a_sku_that_is_not_kept_by_lot_pays_no_load_and_no_byte() {
    let shop = Shop::new(&[("a", 5)]);
    shop.ready("o1", &[2]);
    shop.act(allocate("o1"));
    let command = shop.next(&deallocate("o1"));
    let mut run = Run::new(vec![command]);
    let (mut step, mut asked) = (run.start(), 0);
    while let Step::Load(keys) = step {
        asked += keys.documents.len();
        step = run.resume(Store::load(shop.oms.store(), &keys).unwrap());
    }
    assert_eq!(asked, 1, "the order and nothing else");
    let Step::Done(done) = step else { panic!() };
    let wire = serde_json::to_string(&done.commit).unwrap();
    assert!(!wire.to_lowercase().contains("lot"), "{wire}");
}

#[test]
fn the_audit_names_lots_that_do_not_sum_to_their_cell() {
    let shop = shop(json!({}));
    shop.act(arrive("a", "x", 5, None));
    let journal = shop.oms.store().inspect(|_, journal| journal.to_vec());
    let store = MemoryStore::new();
    let kept = journal.iter().filter(|entry| !matches!(*entry.event, Event::Lot(_)));
    let events = kept.cloned().collect();
    Store::commit(&store, &Commit { events, ..Commit::default() }).unwrap();
    let findings = audit(&store).unwrap().findings;
    assert!(findings.iter().any(|finding| finding.code == "audit.lots_differ"), "{findings:?}");
}

#[test]
fn two_orders_that_were_decided_on_one_lot_do_not_both_get_its_last_unit() {
    let shop = shop(json!({}));
    shop.act(arrive("a", "x", 1, None));
    for order in ["o1", "o2"] {
        shop.ready(order, &[1]);
    }
    let decided: Vec<Commit> = ["o1", "o2"]
        .into_iter()
        .map(|order| {
            let mut run = Run::new(vec![shop.next(&allocate(order))]);
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
    assert_eq!(at_node(&shop, "a"), [row("x", 1, &[("o1", 1)])]);
}

/// Every kind of command that lots know, in a sequence in which each is accepted.
fn a_life_with_lots() -> Vec<Value> {
    vec![
        json!({"type": "put_sku", "sku": {"id": "mug", "lots": {"serialised": true}}}),
        arrive("a", "x", 4, Some(30)),
        arrive("a", "y", 4, Some(60)),
        arrive("b", "x", 2, Some(30)),
        json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": 1, "reason": "count",
            "lot": {"lot": "x"}}),
        json!({"type": "regrade_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "wet", "to": "damaged",
            "lot": {"lot": "x"}}),
        json!({"type": "scrap_stock", "sku": "mug", "node": "a", "quantity": 1, "reason": "wet", "from": "damaged",
            "lot": {"lot": "x"}}),
        place("o1", "invoice", &[3, 2]),
        of_order("approve_order", "o1"),
        reserve("o1", 99),
        allocate("o1"),
        place("o2", "invoice", &[1]),
        of_order("approve_order", "o2"),
        assign("o2", &[("l1", "b", 1)]),
        lot_command("quarantine_lot", "x"),
        lot_command("release_lot", "x"),
        lot_command("recall_lot", "x"),
        allocate("o1"),
        capture("o1", &["n1", "n2", "n3", "n4"]),
        of_order("release_order", "o1"),
        ship("o1", "a"),
        send_back("o1", "n3"),
    ]
}

#[test]
fn a_batch_of_commands_to_lots_ends_where_single_ones_end() {
    let ends: Vec<_> = [1, 3, 100]
        .map(|size| {
            let shop = Shop::new(&[]);
            let commands: Vec<Command> = (0..)
                .zip(a_life_with_lots())
                .map(|(n, action)| command(&format!("x{n}"), 0, &action))
                .collect();
            for result in commands.chunks(size).flat_map(|batch| shop.oms.execute_batch(batch)) {
                assert!(result.is_ok(), "{result:?}");
            }
            shop.is_sound();
            (shop.hash(), shop.oms.store().journal_len())
        })
        .into();
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{ends:?}");
}

#[test]
fn no_run_over_lots_asks_for_more_than_four_rounds() {
    let shop = Shop::new(&[]);
    let commands = (0..).zip(a_life_with_lots()).map(|(n, action)| command(&format!("x{n}"), 0, &action));
    let most = commands.map(|command| rounds(shop.oms.store(), &[command])).max();
    assert_eq!(most, Some(4));
}

/// Any of these may be refused; whatever happens, the audit is clean.
fn some_action() -> impl Strategy<Value = Value> {
    let order = prop_oneof![Just("o1"), Just("o2"), Just("o3")];
    let node = prop_oneof![Just("a"), Just("b")];
    let lot = prop_oneof![Just("x"), Just("y"), Just("z")];
    prop_oneof![
        3 => (node.clone(), lot.clone(), 1_u32..6)
            .prop_map(|(node, lot, units)| arrive(node, lot, units, (lot != "z").then_some(3))),
        1 => (node.clone(), lot.clone(), -3_i64..3, any::<bool>()).prop_map(|(node, lot, delta, force)| {
            json!({"type": "adjust_stock", "sku": "mug", "node": node, "delta": delta, "reason": "count",
                "force": force, "lot": {"lot": lot}})
        }),
        1 => (node.clone(), lot.clone(), 1_u32..3).prop_map(|(node, lot, units)| {
            json!({"type": "regrade_stock", "sku": "mug", "node": node, "quantity": units, "reason": "wet",
                "to": "damaged", "lot": {"lot": lot}})
        }),
        1 => (order.clone(), 1_i64..9).prop_map(|(order, until)| reserve(order, until * DAY)),
        4 => order.clone().prop_map(allocate),
        1 => (order.clone(), node.clone(), 1_u32..3)
            .prop_map(|(order, node, units)| assign(order, &[("l2", node, units)])),
        1 => order.clone().prop_map(deallocate),
        1 => order.clone().prop_map(|order| cancel(order, &[("l1", 1)])),
        2 => order.clone().prop_map(|order| of_order("release_order", order)),
        2 => (order, node).prop_map(|(order, node)| ship(order, node)),
        1 => lot.clone().prop_map(|lot| lot_command("recall_lot", lot)),
        1 => lot.clone().prop_map(|lot| lot_command("quarantine_lot", lot)),
        1 => lot.prop_map(|lot| lot_command("release_lot", lot)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_asked_lots_sum_to_their_cells(
        steps in prop::collection::vec((some_action(), 0_i64..2), 1..40)
    ) {
        let shop = shop(json!({}));
        for order in ["o1", "o2", "o3"] {
            shop.ready(order, &[2, 3]);
        }
        for (action, days) in steps {
            shop.now.set(shop.now.get() + days * DAY / 4);
            let _ = shop.try_act(action);
        }
        let report = shop.oms.audit().unwrap();
        prop_assert_eq!(report.findings, vec![]);
    }
}

#[test]
fn a_promise_does_not_stand_on_lots_that_have_expired() {
    let shop = shop(json!({}));
    shop.act(arrive("a", "x", 3, Some(10)));
    let promise = json!({"type": "promise_stock", "promise": "p1", "sku": "mug", "node": "a", "quantity": 2,
        "due": at(12 * DAY)});
    let earliest = || {
        let ask =
            json!({"tenant": "acme", "sku": "mug", "node": "a", "quantity": 2, "at": at(shop.now.get())});
        let ask: AskPromise = serde_json::from_value(ask).unwrap();
        shop.oms.promise(&ask).unwrap().nodes[0].answer.earliest
    };
    assert_eq!(earliest(), Some(at(0)));
    shop.now.set(10 * DAY);
    assert_eq!(earliest(), None);
    assert_eq!(shop.code(promise), "promise.too_soon");
}
