//! Plans within what the days of nodes have left, and within what was promised.

use super::work::{allocate, at_nodes, booked, node_at, put_a, reject, shop};
use super::*;
use crate::store::Explanation;

#[test]
fn the_planner_sees_what_a_day_has_left_and_leaves_it_to_what_is_nowhere_else() {
    let shop = shop(2, 0);
    shop.act(json!({"type": "put_sku", "sku": {"id": "cup"}}));
    shop.act(json!({"type": "receive_stock", "sku": "cup", "node": "a", "quantity": 2}));
    let mut place = place("o1", "invoice", &[2, 2]);
    place["draft"]["lines"][1]["sku"] = json!("cup");
    shop.act(place);
    shop.act(json!({"type": "approve_order", "order": "o1"}));
    // Node `a` has both; of the four units it packs two, and nobody else has cups.
    let outcome = shop.act(json!({"type": "allocate_order", "order": "o1", "strategy": "exact"}));
    assert_eq!(at_nodes(&shop, "o1"), [node_at("b", 2), node_at("a", 2)]);
    let Some(Explanation::Nodes(told)) = outcome.explanations.get(1) else { panic!("{outcome:?}") };
    assert_eq!(told.nodes[0].room_units, Some(2));
    assert_eq!(booked(&shop, 1), [(2, 0)]);
    shop.is_sound();
}

#[test]
fn a_line_takes_the_path_that_its_sku_names() {
    let shop = Shop::new(&[("a", 50), ("b", 50)]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "processPath": "bulky"}}));
    shop.act(json!({"type": "put_sku", "sku": {"id": "cup"}}));
    shop.act(json!({"type": "receive_stock", "sku": "cup", "node": "a", "quantity": 9}));
    put_a(&shop, &json!({"paths": [{"path": "bulky", "categories": ["sofas"], "perDay": {"units": 1}}]}));
    let mut place = place("o1", "invoice", &[3, 9]);
    place["draft"]["lines"][1]["sku"] = json!("cup");
    shop.act(place);
    shop.act(json!({"type": "approve_order", "order": "o1"}));
    shop.act(allocate("o1"));
    assert_eq!(at_nodes(&shop, "o1"), [node_at("a", 1), node_at("b", 2), node_at("a", 9)]);
    assert_eq!(booked(&shop, 1), [(1, 0)]);
    shop.is_sound();
}

#[test]
fn what_was_rejected_is_planned_as_promised_and_late_only_if_it_must() {
    let shop = Shop::new(&[("a", 5)]);
    let node = |id: &str, region: &str| json!({"type": "put_node", "node": {"id": id, "region": region}});
    for (id, region) in [("a", "near"), ("b", "far"), ("c", "near")] {
        shop.act(node(id, region));
    }
    shop.act(receive("b", 5));
    shop.act(receive("c", 2));
    let rate = |zone: &str, days: u32, price: &str| {
        json!({"zone": zone, "transitDays": days,
        "tariff": {"bands": [{"upTo": 5000, "price": eur(price)}]}})
    };
    shop.act(
        json!({"type": "put_rate_card", "card": {"carrier": "post", "service": "parcel", "currency": "EUR",
        "zones": {"type": "region", "routes": {"near": {"be": "near"}, "far": {"be": "far"}}},
        "rates": [rate("near", 1, "9.00"), rate("far", 5, "1.00")]}}),
    );
    let plan = json!({"type": "allocate_order", "order": "o1", "strategy": "greedy_cost"});
    for (units, told) in [(2, [node_at("c", 2)]), (3, [node_at("b", 3)])] {
        let shop =
            Shop { oms: Oms::new(shop.oms.store().clone()), now: Cell::new(0), count: Cell::new(1000) };
        let mut place = place("o1", "invoice", &[units]);
        place["draft"]["promiseBy"] = json!(at(2 * 86_400));
        place["draft"]["shipTo"]["region"] = json!("be");
        shop.act(place);
        shop.act(json!({"type": "approve_order", "order": "o1"}));
        shop.act(assign("o1", &[("l1", "a", units)]));
        shop.act(reject("timeout", &json!([])));
        // The cheap node would be late: it ships only what nobody can bring in time.
        shop.act(plan.clone());
        assert_eq!(at_nodes(&shop, "o1"), told);
    }
}

#[test]
fn a_path_that_is_full_keeps_no_line_back_that_does_not_take_it() {
    let shop = Shop::new(&[("a", 50), ("b", 50)]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "mug", "category": "heavy"}}));
    shop.act(json!({"type": "put_sku", "sku": {"id": "cup", "category": "light"}}));
    shop.act(json!({"type": "receive_stock", "sku": "cup", "node": "a", "quantity": 9}));
    put_a(
        &shop,
        &json!({"paths": [
            {"path": "pallets", "categories": ["heavy"], "perDay": {"units": 0}},
            {"path": "parcels", "categories": ["light"], "perDay": {"units": 2}},
        ]}),
    );
    let mut place = place("o1", "invoice", &[3, 2]);
    place["draft"]["lines"][1]["sku"] = json!("cup");
    shop.act(place);
    shop.act(json!({"type": "approve_order", "order": "o1"}));
    shop.act(allocate("o1"));
    assert_eq!(at_nodes(&shop, "o1"), [node_at("b", 3), node_at("a", 2)]);
    // Of the pallets nothing, of the parcels two.
    assert_eq!(booked(&shop, 1), [(0, 0), (2, 0)]);
    shop.is_sound();
}
