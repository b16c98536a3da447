//! Quotas and publication over a store: nobody takes what is ring-fenced for others, whatever happens in between.

use proptest::prelude::*;

use super::*;
use crate::publish::{QuotaGroup, QuotaLedger};
use crate::store::Document;
use crate::value::Text;

fn quotas(shop: &Shop) -> QuotaLedger {
    let key = DocumentKey::quotas(&tenant("acme"), &SkuId::new("mug").unwrap());
    let stored = shop.oms.store().inspect(|state, _| state.documents.get(&key).cloned());
    match stored.map(|stored| stored.document) {
        Some(Document::Quotas(ledger)) => QuotaLedger::clone(&ledger),
        _ => QuotaLedger::new(SkuId::new("mug").unwrap()),
    }
}

fn group(path: &[&str]) -> QuotaGroup {
    QuotaGroup(path.iter().map(|name| Text::new(name).unwrap()).collect())
}

fn allocate_quota(path: &[&str], node: &str, units: u32) -> Value {
    let part = json!({"group": path, "node": node, "quantity": units});
    json!({"type": "allocate_quota", "sku": "mug", "part": part})
}

fn reserve_quota(id: &str, path: &[&str], node: &str, units: u32, until: i64) -> Value {
    json!({"type": "reserve_quota", "reservation": id, "group": path, "expiresAt": at(until),
        "items": [{"sku": "mug", "node": node, "quantity": units}]})
}

#[test]
fn nobody_else_gets_ring_fenced_units_by_any_way() {
    let shop = Shop::new(&[("a", 10)]);
    shop.act(allocate_quota(&["web"], "a", 8));
    assert_eq!(shop.cell("a"), [10, 8, 0, 0]);
    assert_eq!(shop.code(reserve_stock("r", "a", 3, 9)), "stock.insufficient");
    assert_eq!(shop.code(reserve_quota("r", &["app"], "a", 3, 9)), "stock.insufficient");
    shop.ready("o1", &[3]);
    assert_eq!(shop.code(reserve("o1", 9)), "stock.insufficient");
    assert_eq!(shop.code(assign("o1", &[("l1", "a", 3)])), "stock.insufficient");
    shop.act(allocate("o1"));
    assert_eq!(shop.cell("a"), [10, 8, 2, 0]);
    let count = json!({"type": "adjust_stock", "sku": "mug", "node": "a", "delta": -1, "reason": "count"});
    assert_eq!(shop.code(count), "stock.insufficient");
    // The group itself takes them, also from below, and free ones beyond.
    shop.act(receive("a", 1));
    shop.act(reserve_quota("r", &["web", "gold"], "a", 9, 9));
    assert_eq!(shop.cell("a"), [11, 9, 2, 0]);
    assert_eq!(quotas(&shop).totals(&group(&["web"]), None).remaining, 0);
    shop.is_sound();
}

#[test]
fn an_order_of_the_group_takes_its_quota_and_keeps_it_when_it_ships() {
    let shop = Shop::new(&[("a", 2), ("b", 6)]);
    shop.act(allocate_quota(&["web"], "b", 5));
    shop.ready("o1", &[6]);
    assert_eq!(shop.code(reserve("o1", 50)), "stock.insufficient");
    let mut with_quota = reserve("o1", 50);
    with_quota["quota"] = json!(["web"]);
    shop.act(with_quota);
    let web = |shop: &Shop| quotas(shop).totals(&group(&["web"]), None);
    // The plan takes the two free units at the first node, and four of the five ring-fenced ones.
    assert_eq!((web(&shop).remaining, shop.cell("a")[1], shop.cell("b")[1]), (1, 2, 5));
    shop.act(allocate("o1"));
    assert!(quotas(&shop).draws.is_empty(), "what is allocated is sold for good");
    shop.act(of_order("release_order", "o1"));
    shop.act(ship("o1", "b"));
    assert_eq!((web(&shop).granted, web(&shop).consumed), (5, 4));
    shop.is_sound();
}

#[test]
fn units_assigned_in_place_of_a_hold_are_sold_and_the_rest_goes_back() {
    let shop = Shop::new(&[("b", 6)]);
    shop.act(allocate_quota(&["web"], "b", 6));
    shop.ready("o1", &[4]);
    let mut with_quota = reserve("o1", 50);
    with_quota["quota"] = json!(["web"]);
    shop.act(with_quota);
    shop.act(assign("o1", &[("l1", "b", 3)]));
    let totals = quotas(&shop).totals(&group(&["web"]), None);
    assert_eq!((totals.remaining, totals.consumed, shop.cell("b")), (2, 4, [6, 3, 3, 0]));
    shop.act(cancel("o1", &[("l1", 1)]));
    assert_eq!(quotas(&shop).totals(&group(&["web"]), None).remaining, 3);
    shop.is_sound();
}

#[test]
fn an_expired_hold_gives_back_to_the_quota_and_not_to_everybody() {
    let shop = Shop::new(&[("a", 10)]);
    shop.act(allocate_quota(&["web"], "a", 6));
    shop.act(reserve_quota("r", &["web"], "a", 7, 5));
    shop.now.set(5);
    // Of the seven held, six are ring-fenced again: four are free.
    assert_eq!(shop.code(reserve_stock("s", "a", 5, 99)), "stock.insufficient");
    shop.act(reserve_stock("s", "a", 4, 99));
    assert_eq!(quotas(&shop).totals(&group(&["web"]), None).remaining, 6);
    assert_eq!(shop.code(reserve_stock("t", "a", 1, 99)), "stock.insufficient");
    shop.act(reserve_quota("u", &["web"], "a", 6, 99));
    shop.act(json!({"type": "release_reservation", "reservation": "u"}));
    assert_eq!(quotas(&shop).totals(&group(&["web"]), None).remaining, 6);
    shop.is_sound();
}

#[test]
fn only_units_that_are_there_are_ring_fenced() {
    let shop = Shop::new(&[("a", 3)]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "backorderLimit": 9}}));
    assert_eq!(shop.code(allocate_quota(&["web"], "a", 4)), "stock.insufficient");
    shop.act(allocate_quota(&["web"], "a", 3));
    let to_b = json!({"type": "reallocate_quota", "sku": "mug", "toGroup": ["web"], "toNode": "b",
        "from": {"group": ["web"], "node": "a", "quantity": 2}});
    assert_eq!(shop.code(to_b.clone()), "stock.insufficient");
    shop.act(receive("b", 2));
    shop.act(to_b);
    assert_eq!((shop.cell("a"), shop.cell("b")), ([3, 1, 0, 0], [2, 2, 0, 0]));
    shop.is_sound();
}

#[test]
fn a_repeated_quota_reservation_changes_nothing_and_other_content_is_refused() {
    let shop = Shop::new(&[("a", 9)]);
    shop.act(allocate_quota(&["web"], "a", 5));
    shop.act(reserve_quota("r", &["web"], "a", 3, 9));
    assert_eq!(shop.act(reserve_quota("r", &["web"], "a", 3, 9)).events.len(), 0);
    assert_eq!(shop.code(reserve_quota("r", &["web"], "a", 4, 9)), "stock.reservation_reused");
}

#[test]
fn a_figure_that_changes_too_little_is_computed_and_not_sent() {
    let shop = Shop::new(&[("a", 10)]);
    let push = json!({"minChange": 5, "maxAgeSeconds": 60});
    let policy = json!({"channels": [{"channel": "web", "sharing": {"type": "full"}}], "push": push});
    shop.act(json!({"type": "put_publication_policy", "policy": policy}));
    let publish = || json!({"type": "publish_stock", "skus": ["mug"]});
    assert_eq!(shop.act(publish()).events.len(), 1);
    shop.act(receive("a", 4));
    let told = shop.act(publish());
    assert_eq!((told.events.len(), told.explanations.len()), (0, 1));
    shop.now.set(60);
    assert_eq!(shop.act(publish()).events.len(), 1);
    shop.is_sound();
}

#[test]
fn what_is_ordered_and_not_promised_counts_as_the_policy_says() {
    let shop = Shop::new(&[("a", 10)]);
    let incoming = json!({"basisPoints": 5000, "withinHours": 24});
    let policy = json!({"channels": [{"channel": "web", "sharing": {"type": "full"}}], "incoming": incoming});
    shop.act(json!({"type": "put_publication_policy", "policy": policy}));
    let plan = |units: u32, eta| json!({"kind": "purchase", "quantity": units, "eta": at(eta)});
    for (receipt, units, eta) in [("soon", 9, 3600), ("late", 50, 90_000)] {
        shop.act(json!({"type": "expect_stock", "receipt": receipt, "sku": "mug", "node": "a",
            "plan": plan(units, eta)}));
    }
    let ask = json!({"tenant": "acme", "skus": ["mug"], "at": at(0)});
    let answer = shop.oms.publication(&serde_json::from_value(ask).unwrap()).unwrap().remove(0);
    assert_eq!((answer.publication.nodes[0].incoming, answer.publication.published), (4, 14));
    assert_eq!((answer.nodes[0].atf, answer.nodes[0].ato), (10, 69));
    let outcome = shop.act(json!({"type": "publish_stock", "skus": ["mug"]}));
    let told = serde_json::to_value(&outcome.events).unwrap();
    assert_eq!(told[0]["event"]["value"], 14);
}

fn publication(shop: &Shop, sku: &str) -> crate::engine::SkuPublication {
    let ask = json!({"tenant": "acme", "skus": [sku], "at": at(shop.now.get())});
    shop.oms.publication(&serde_json::from_value(ask).unwrap()).unwrap().remove(0)
}

/// What the channel is told by the command, and would be told by the query.
fn told(shop: &Shop, sku: &str) -> i64 {
    let published = publication(shop, sku).publication.published;
    let outcome = shop.act(json!({"type": "publish_stock", "skus": [sku]}));
    let [crate::store::Explanation::Publication(explained)] = &outcome.explanations[..] else { panic!() };
    assert_eq!(explained.publication.published, published);
    published
}

fn full_share(shop: &Shop, max: Option<u32>) {
    let policy = json!({"channels": [{"channel": "web", "sharing": {"type": "full"}, "max": max}]});
    shop.act(json!({"type": "put_publication_policy", "policy": policy}));
}

#[test]
fn channels_are_not_told_of_units_that_they_could_not_sell() {
    let shop = Shop::new(&[]);
    full_share(&shop, None);
    shop.act(json!({"type": "put_sku", "sku": {"id": "milk", "lots": {}}}));
    for (lot, until, units) in [("old", 100, 4), ("new", 900, 5), ("bad", 900, 3)] {
        shop.act(json!({"type": "receive_stock", "sku": "milk", "node": "a", "quantity": units,
            "lot": {"lot": lot, "expiresAt": at(until)}}));
    }
    assert_eq!(told(&shop, "milk"), 12);
    shop.act(json!({"type": "quarantine_lot", "sku": "milk", "lot": "bad"}));
    assert_eq!(told(&shop, "milk"), 9);
    shop.now.set(100);
    assert_eq!(told(&shop, "milk"), 5);
    let row = publication(&shop, "milk").nodes.remove(0);
    assert_eq!((row.free, row.barred, row.atf), (12, 7, 5));
}

#[test]
fn channels_are_not_told_of_units_kept_for_better_classes_but_quotas_have_theirs() {
    let shop = Shop::new(&[("a", 10)]);
    full_share(&shop, None);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "protected": [{"class": 1, "units": 4}]}}));
    let available = shop.oms.availability(&tenant("acme"), &[SkuId::new("mug").unwrap()], at(0)).unwrap();
    assert_eq!((told(&shop, "mug"), available[0].promiseable), (6, 6));
    shop.act(allocate_quota(&["web"], "a", 9));
    // The quota's units are held for it; the one that is left is kept.
    assert_eq!((told(&shop, "mug"), publication(&shop, "mug").nodes[0].protected), (9, 1));
}

#[test]
fn what_nobody_counts_is_published_up_to_the_channels_most() {
    let shop = Shop::new(&[]);
    full_share(&shop, Some(99));
    shop.act(json!({"type": "put_sku", "sku": {"id": "song", "saleMode": "untracked"}}));
    assert_eq!(told(&shop, "song"), 99);
}

#[test]
fn a_safety_factor_finds_the_nodes_of_its_type() {
    let shop = Shop::new(&[("a", 10), ("b", 10)]);
    full_share(&shop, None);
    shop.act(json!({"type": "put_node", "node": {"id": "b", "nodeType": "store"}}));
    let margin = json!({"type": "units", "units": 3});
    shop.act(json!({"type": "put_safety_factors",
        "factors": {"factors": [{"nodeType": "store", "margin": margin}]}}));
    assert_eq!(told(&shop, "mug"), 17);
}

fn some_action() -> impl Strategy<Value = Value> {
    let path = prop::sample::select(vec![vec!["web"], vec!["web", "gold"], vec!["app"]]);
    let other = path.clone();
    let node = prop::sample::select(vec!["a", "b"]);
    (0..10, path, other, node, 1_u32..7, 0..6, 1_i64..6).prop_map(
        |(kind, path, other, node, units, who, lasts)| {
            let id = format!("r{who}");
            match kind {
                0 | 1 => allocate_quota(&path, node, units),
                2 => json!({"type": "unallocate_quota", "sku": "mug",
                "part": {"group": path, "node": node, "quantity": units}}),
                3 => json!({"type": "reallocate_quota", "sku": "mug", "toGroup": other, "toNode": "b",
                "from": {"group": path, "node": node, "quantity": units}}),
                4 | 5 => reserve_quota(&id, &path, node, units, lasts),
                6 => reserve_stock(&id, node, units, lasts),
                7 => json!({"type": "release_reservation", "reservation": id}),
                8 => receive(node, units),
                _ => json!({"type": "publish_stock", "skus": ["mug"]}),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any history, expiries in between: identities hold after every command, no cell falls below nothing, and whoever
    /// names no group leaves every quota at least as it was.
    #[test]
    fn ring_fenced_units_stay_ring_fenced(history in prop::collection::vec((some_action(), 0_i64..3), 1..30)) {
        let shop = Shop::new(&[("a", 12), ("b", 5)]);
        let policy = json!({"channels": [{"channel": "web", "sharing": {"type": "percentage", "basisPoints": 5000}},
            {"channel": "app", "sharing": {"type": "percentage", "basisPoints": 5000}}]});
        shop.act(json!({"type": "put_publication_policy", "policy": policy}));
        for (mut action, seconds) in history {
            shop.now.set(shop.now.get() + seconds);
            if let Some(until) = action.get_mut("expiresAt") {
                let lasts = until.as_str().unwrap().parse::<Instant>().unwrap().timestamp();
                *until = json!(at(shop.now.get() + lasts));
            }
            let of_nobody = ["reserve_stock", "receive_stock", "publish_stock"];
            let names_nobody = of_nobody.iter().any(|kind| action["type"] == *kind);
            let before = quotas(&shop);
            let outcome = shop.try_act(action);
            for node in ["a", "b"] {
                let [on_hand, held, allocated, unsellable] = shop.cell(node);
                prop_assert!(on_hand - held - allocated - unsellable >= 0);
            }
            for entry in before.entries.iter().filter(|_| names_nobody) {
                prop_assert!(quotas(&shop).remaining(&entry.group, &entry.node) >= entry.remaining);
            }
            for explanation in outcome.iter().flat_map(|outcome| &outcome.explanations) {
                if let crate::store::Explanation::Publication(explained) = explanation {
                    prop_assert!(explained.publication.safe, "{:?}", explained);
                }
            }
            shop.is_sound();
        }
    }
}
