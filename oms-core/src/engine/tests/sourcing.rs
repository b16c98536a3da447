//! Sourcing rules, constraints and the objective as the engine's plans use them.

use serde_json::{Value, json};

use super::*;

/// Nodes `a` (a store in Paris) and `b` (a warehouse in Berlin), the first asked first by priority.
fn shop() -> Shop {
    let shop = Shop::new(&[("a", 5), ("b", 5)]);
    let node = |id: &str, priority: u32, kind: &str, country: &str| {
        json!({"type": "put_node",
        "node": {"id": id, "priority": priority, "traits": {"kind": kind}, "address": {"country": country}}})
    };
    shop.act(node("a", 0, "store", "FR"));
    shop.act(node("b", 1, "dc", "DE"));
    shop.act(json!({"type": "put_group", "group": {"id": "stores", "nodes": ["a"]}}));
    shop.act(json!({"type": "put_policy", "policy": {"reviewStock": false}}));
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "category": "cups", "needs": ["cold"]}}));
    shop
}

fn sourced(shop: &Shop, sourcing: Value) {
    let mut whole = json!({"currency": "EUR"});
    whole.as_object_mut().unwrap().extend(sourcing.as_object().unwrap().clone());
    shop.act(json!({"type": "put_sourcing", "sourcing": whole}));
}

/// Places an order of mugs of a channel, and tells from where they are allocated, or why not.
fn allocated(shop: &Shop, id: &str, channel: &str, units: u32) -> String {
    let mut placing = place(id, "invoice", &[units]);
    placing["draft"]["channel"] = json!(channel);
    shop.act(placing);
    shop.act(json!({"type": "approve_order", "order": id}));
    match shop.try_act(json!({"type": "allocate_order", "order": id, "strategy": "priority"})) {
        Err(error) => error.code().to_owned(),
        Ok(_) => {
            let order = shop.oms.order(&tenant("acme"), &OrderId::new(id).unwrap()).unwrap().unwrap().order;
            let parts =
                order.lines[0].allocations.iter().map(|one| format!("{}={}", one.node, one.allocated));
            parts.collect::<Vec<_>>().join(" ")
        }
    }
}

#[test]
fn constraints_of_the_sourcing_hold_for_every_plan_and_are_named() {
    let shop = shop();
    assert_eq!(allocated(&shop, "o1", "web", 1), "a=1");
    sourced(&shop, json!({"constraints": [{"type": "cross_border"}]}));
    assert_eq!(allocated(&shop, "o2", "web", 1), "b=1");
    sourced(&shop, json!({"constraints": [{"type": "capability"}]}));
    assert_eq!(allocated(&shop, "o3", "web", 1), "stock.insufficient");
    sourced(
        &shop,
        json!({"constraints": [{"type": "keep_stock", "nodes": {"groups": ["stores"]},
            "items": {"categories": ["cups"]}, "units": 3}]}),
    );
    assert_eq!(allocated(&shop, "o4", "web", 2), "a=1 b=1");
    shop.is_sound();
}

#[test]
fn the_most_specific_rule_holds_and_its_tiers_are_asked_in_turn() {
    let shop = shop();
    sourced(
        &shop,
        json!({"rules": [
            {"id": "all", "tiers": [{"nodes": ["b"]}, {"groups": ["stores"]}]},
            {"id": "cups", "category": "cups", "tiers": [{"groups": ["stores"]}]},
            {"id": "outlet", "channel": "outlet", "tiers": [{"nodes": ["b"]}]}
        ]}),
    );
    assert_eq!(allocated(&shop, "o1", "web", 2), "a=2");
    assert_eq!(allocated(&shop, "o2", "outlet", 2), "b=2");
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug"}}));
    assert_eq!(allocated(&shop, "o3", "web", 4), "a=3 b=1");
    let known = shop.oms.sourcing(&tenant("acme")).unwrap().unwrap();
    assert_eq!(known.rules.len(), 3);
    shop.is_sound();
}

#[test]
fn bad_sourcing_is_refused_with_every_place() {
    let shop = shop();
    let error = shop.refuse(json!({"type": "put_sourcing", "sourcing": {"currency": "EUR",
        "rules": [{"id": "r", "tiers": []}, {"id": "r", "tiers": [{}, {"groups": ["nobody"]}]}],
        "constraints": [{"type": "max_splits", "shipments": 0}, {"type": "keep_together", "lines": ["1"]}],
        "objective": {"lateness": {"fixed": {"amount": "1.00", "currency": "USD"}, "perDay": eur("1.00")}}}}));
    let found: Vec<_> = error.problems().iter().map(|one| (&*one.code, one.path.as_str())).collect();
    assert_eq!(
        found,
        [
            ("input.out_of_range", "/action/sourcing/constraints/0/shipments"),
            ("allocation.unknown_line", "/action/sourcing/constraints/1/lines"),
            ("money.currency_mismatch", "/action/sourcing/objective/lateness/fixed"),
            ("input.empty", "/action/sourcing/rules/0/tiers"),
            ("allocation.duplicate_row", "/action/sourcing/rules/1/id"),
            ("input.empty", "/action/sourcing/rules/1/tiers/0"),
            ("network.unknown_group", "/action/sourcing/rules/1/tiers/1/groups"),
        ]
    );
}

#[test]
fn orders_in_another_currency_go_without_what_names_amounts() {
    let shop = shop();
    shop.act(json!({"type": "put_sourcing", "sourcing": {"currency": "USD", "constraints": [
        {"type": "node_kind", "kinds": ["dc"]},
        {"type": "node_offline", "nodes": {"nodes": ["b"]}, "price": {"amount": "9.00", "currency": "USD"}}
    ]}}));
    assert_eq!(allocated(&shop, "o1", "web", 1), "b=1");
}
