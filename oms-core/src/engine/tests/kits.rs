//! Kits in the engine: recipes, orders, reservations, availability, assembly.

use super::*;

mod choices;
mod publication;
mod value;

fn sku(id: &str, more: &Value) -> Value {
    let mut sku = json!({"id": id});
    for (name, value) in more.as_object().unwrap() {
        sku[name] = value.clone();
    }
    json!({"type": "put_sku", "sku": sku})
}

fn recipe(parts: &[(&str, u32)]) -> Value {
    parts.iter().map(|(part, units)| json!({"sku": part, "quantity": units})).collect()
}

/// Mugs at 4.00, spoons at 1.00, and the set of 2 mugs and 1 spoon; so many mugs and spoons at each node.
fn sets(mugs: &[(&str, u32)], spoons: &[(&str, u32)]) -> Shop {
    let shop = Shop::new(mugs);
    shop.act(sku("mug", &json!({"price": eur("4.00")})));
    shop.act(sku("spoon", &json!({"price": eur("1.00")})));
    shop.act(sku("set", &json!({"kit": recipe(&[("mug", 2), ("spoon", 1)])})));
    for (node, units) in spoons {
        shop.act(json!({"type": "receive_stock", "sku": "spoon", "node": node, "quantity": units}));
    }
    shop
}

fn order_of(order: &str, lines: &Value) -> Value {
    let mut place = place(order, "invoice", &[]);
    place["draft"]["lines"] = lines.clone();
    place
}

fn problems(error: &Error) -> Vec<(String, String)> {
    error.problems().iter().map(|problem| (problem.code.to_string(), problem.path.clone())).collect()
}

fn problem(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

#[test]
fn a_recipe_of_unknown_components_or_with_a_cycle_is_refused() {
    let shop = Shop::new(&[]);
    let ghosts = shop.refuse(sku("set", &json!({"kit": recipe(&[("mug", 1), ("ghost", 1), ("mug", 0)])})));
    let expected = [
        problem("kit.duplicate_component", "/action/sku/kit/2/sku"),
        problem("input.out_of_range", "/action/sku/kit/2/quantity"),
        problem("stock.unknown_sku", "/action/sku/kit/1/sku"),
    ];
    assert_eq!(problems(&ghosts), expected);
    let own = shop.refuse(sku("set", &json!({"kit": recipe(&[("set", 1)])})));
    assert_eq!(problems(&own), [problem("kit.cycle", "/action/sku/kit")]);
    shop.act(sku("inner", &json!({"kit": recipe(&[("mug", 1)])})));
    shop.act(sku("outer", &json!({"kit": recipe(&[("inner", 1)])})));
    let round = shop.refuse(sku("inner", &json!({"kit": recipe(&[("outer", 2)])})));
    assert_eq!(problems(&round), [problem("kit.cycle", "/action/sku/kit")]);
    assert!(round.problems()[0].message.contains("inner > outer > inner"), "{round}");
}

#[test]
fn eight_levels_of_kits_can_be_ordered_and_reserved_and_a_ninth_is_refused() {
    let shop = Shop::new(&[("a", 3)]);
    let mut inner = "mug".to_owned();
    for level in 1..=8 {
        let outer = format!("k{level}");
        shop.act(sku(&outer, &json!({"kit": recipe(&[(&inner, 1)])})));
        inner = outer;
    }
    let ninth = shop.refuse(sku("k9", &json!({"kit": recipe(&[("k8", 1)])})));
    assert_eq!(problems(&ninth), [problem("kit.too_deep", "/action/sku/kit")]);
    shop.act(order_of("o1", &json!([{"id": "1", "sku": "k8", "quantity": 1, "unitPrice": eur("5.00")}])));
    assert_eq!(shop.order("o1").order.lines[0].sku.as_str(), "mug");
    let items = json!([{"sku": "k8", "node": "a", "quantity": 2}]);
    shop.act(json!({"type": "reserve_stock", "reservation": "r", "items": items}));
    assert_eq!(shop.cell("a"), [3, 2, 0, 0]);
    shop.is_sound();
}

#[test]
fn an_order_for_kits_has_a_line_for_each_component_and_costs_the_same_to_the_cent() {
    let shop = sets(&[("a", 20)], &[("a", 20)]);
    let lines = json!([
        {"id": "1", "sku": "set", "quantity": 3, "unitPrice": eur("8.33"), "discount": eur("1.00"), "tax": eur("3.79"),
            "fields": {"note": {"type": "text", "value": "gift"}}},
        {"id": "2", "sku": "mug", "quantity": 1, "unitPrice": eur("4.00")},
    ]);
    let mut place = order_of("o1", &lines);
    place["draft"]["discount"] = eur("2.00");
    shop.act(place);
    let view = shop.order("o1");
    let order = &view.order;
    let rows: Vec<_> =
        order.lines.iter().map(|line| (line.id.as_str(), line.sku.as_str(), line.ordered.units())).collect();
    assert_eq!(rows, [("1.1", "mug", 6), ("1.2", "spoon", 3), ("2", "mug", 1)]);
    // 24.99 by 24 : 3 is 22.21 and 2.78, the discount 0.89 and 0.11, the tax 3.37 and 0.42.
    let minor = |line: usize| {
        let line = &order.lines[line];
        [line.unit_price.minor(), line.discount.minor(), line.tax.minor()]
    };
    assert_eq!(minor(0), [371, 89 + 6 * 371 - 2221, 337]);
    assert_eq!(minor(1), [93, 11 + 3 * 93 - 278, 42]);
    assert_eq!(view.total.minor(), 2499 - 100 + 379 + 400 - 200);
    let kit = order.lines[1].kit.as_ref().unwrap();
    assert_eq!(
        (kit.line.as_str(), kit.sku.as_str(), kit.kits.units(), kit.per_kit.units()),
        ("1", "set", 3, 1)
    );
    assert_eq!(order.lines[1].fields, order.lines[0].fields);
    assert_eq!(order.lines[2].kit, None);
    shop.is_sound();
}

#[test]
fn a_channel_order_for_kits_sent_again_is_known_even_if_the_recipe_has_changed() {
    let shop = sets(&[], &[]);
    let place = order_of("o1", &json!([{"id": "1", "sku": "set", "quantity": 1, "unitPrice": eur("9.00")}]));
    shop.act(place.clone());
    shop.act(sku("set", &json!({"kit": recipe(&[("spoon", 7)])})));
    let before = shop.order("o1");
    assert!(shop.act(place.clone()).events.is_empty());
    assert_eq!(shop.order("o1"), before);
    let mut other = place;
    other["draft"]["lines"][0]["quantity"] = json!(2);
    assert_eq!(shop.code(other), "order.content_conflict");
}

#[test]
fn ids_of_component_lines_must_be_free_and_fit() {
    let shop = sets(&[], &[]);
    let line = |id: &str, sku: &str| json!({"id": id, "sku": sku, "quantity": 1, "unitPrice": eur("9.00")});
    let taken = shop.refuse(order_of("o1", &json!([line("1", "set"), line("1.2", "mug")])));
    assert_eq!(problems(&taken), [problem("order.duplicate_line", "/action/draft/lines/0/id")]);
    let long = shop.refuse(order_of("o1", &json!([line(&"x".repeat(127), "set")])));
    assert_eq!(problems(&long), [problem("input.too_long", "/action/draft/lines/0/id")]);
    let many = json!([{"id": "1", "sku": "set", "quantity": 4_000_000_000_u32, "unitPrice": eur("0.01")}]);
    assert_eq!(
        problems(&shop.refuse(order_of("o1", &many))),
        [problem("kit.overflow", "/action/draft/lines/0/sku")]
    );
}

/// Magento gave nothing back when part of a bundle was cancelled.
#[test]
fn cancelling_part_of_a_kit_gives_back_that_part() {
    let shop = sets(&[("a", 10)], &[("a", 10)]);
    shop.act(order_of("o1", &json!([{"id": "1", "sku": "set", "quantity": 3, "unitPrice": eur("9.00")}])));
    shop.act(json!({"type": "approve_order", "order": "o1"}));
    shop.act(json!({"type": "allocate_order", "order": "o1", "strategy": "priority"}));
    assert_eq!(shop.cell("a"), [10, 0, 6, 0]);
    shop.act(cancel("o1", &[("1.1", 1)]));
    assert_eq!(shop.cell("a"), [10, 0, 5, 0]);
    // 27.00 by 8 : 1 is 24.00 for 6 mugs; one mug less is 4.00 less.
    assert_eq!(shop.order("o1").due.minor(), 2300);
    let lines: Vec<_> = shop.order("o1").order.lines.iter().map(|line| line.active().units()).collect();
    assert_eq!(lines, [5, 3]);
    shop.is_sound();
}

#[test]
fn whole_kits_can_be_cancelled_by_the_line_that_the_channel_sent() {
    let shop = sets(&[("a", 10)], &[("a", 10)]);
    shop.act(order_of("o1", &json!([{"id": "1", "sku": "set", "quantity": 3, "unitPrice": eur("9.00")}])));
    shop.act(cancel("o1", &[("1", 2)]));
    let lines: Vec<_> = shop.order("o1").order.lines.iter().map(|line| line.active().units()).collect();
    assert_eq!((lines, shop.order("o1").due.minor()), (vec![2, 1], 900));
    assert_eq!(shop.code(cancel("o1", &[("1", 2)])), "order.not_enough_units");
}

/// `ERPNext` could not reserve bundles and sold them twice.
#[test]
fn a_reservation_of_kits_holds_components_and_kits_that_share_one_are_checked_together() {
    let shop = sets(&[("a", 5)], &[("a", 9)]);
    shop.act(sku("pair", &json!({"kit": recipe(&[("mug", 2)])})));
    let items = |sets: u32, pairs: u32| {
        json!({"type": "reserve_stock", "reservation": "r1", "expiresAt": at(99), "items": [
            {"sku": "set", "node": "a", "quantity": sets}, {"sku": "pair", "node": "a", "quantity": pairs}]})
    };
    let short = shop.refuse(items(1, 2));
    assert_eq!(
        (short.code(), short.to_string().as_str()),
        ("stock.insufficient", "`mug` at `a` has 5 of 6 units")
    );
    let held = shop.act(items(1, 1));
    assert_eq!(shop.cell("a"), [5, 4, 0, 0]);
    assert!(shop.act(items(1, 1)).events.is_empty(), "the same again changes nothing: {held:?}");
    shop.act(json!({"type": "release_reservation", "reservation": "r1"}));
    assert_eq!(shop.cell("a"), [5, 0, 0, 0]);
    shop.is_sound();
}

#[test]
fn availability_of_a_kit_is_the_minimum_over_its_components_final_figures() {
    let shop = sets(&[("a", 7), ("b", 2)], &[("a", 1), ("b", 9)]);
    shop.act(reserve_stock("r1", "a", 2, 99));
    let ask = |second: i64| {
        let skus = [SkuId::new("set").unwrap(), SkuId::new("mug").unwrap()];
        shop.oms.availability(&tenant("acme"), &skus, at(second)).unwrap()
    };
    let now = ask(1);
    let nodes: Vec<_> =
        now[0].nodes.iter().map(|node| (node.node.as_str(), node.free, node.promiseable)).collect();
    // At a 5 mugs make 2 and 1 spoon 1; at b 1 and 9; together 7 mugs make 3.
    assert_eq!(nodes, [("a", 1, 1), ("b", 1, 1)]);
    let kit = now[0].kit.as_ref().unwrap();
    assert_eq!((now[0].promiseable, kit.whole, kit.network), (3, 2, 3));
    assert_eq!(kit.limit.as_ref().unwrap().sku.as_str(), "mug");
    assert_eq!((now[1].promiseable, &now[1].kit), (7, &None));
    assert_eq!(ask(100)[0].promiseable, 4, "the reservation has run out");
    shop.act(json!({"type": "put_node", "node": {"id": "b", "priority": 1, "active": false}}));
    assert_eq!(ask(1)[0].promiseable, 1);
}

#[test]
fn stock_of_a_virtual_kit_is_refused() {
    let shop = sets(&[], &[]);
    let put = json!({"type": "receive_stock", "sku": "set", "node": "a", "quantity": 1});
    assert_eq!(problems(&shop.refuse(put)), [problem("kit.virtual", "/action/sku")]);
    let count = json!({"type": "adjust_stock", "sku": "set", "node": "a", "delta": 1, "reason": "found"});
    assert_eq!(problems(&shop.refuse(count)), [problem("kit.virtual", "/action/sku")]);
    let expect = json!({"type": "expect_stock", "sku": "set", "node": "a", "receipt": "po-1",
        "plan": {"kind": "planned", "quantity": 1, "eta": at(50)}});
    assert_eq!(problems(&shop.refuse(expect)), [problem("kit.virtual", "/action/sku")]);
}

fn assemble(kind: &str, sku: &str, quantity: u32) -> Value {
    json!({"type": kind, "sku": sku, "node": "a", "quantity": quantity})
}

fn units(shop: &Shop, sku: &str) -> [i64; 2] {
    let key =
        CellKey { tenant: tenant("acme"), sku: SkuId::new(sku).unwrap(), node: NodeId::new("a").unwrap() };
    let cell = shop.oms.store().inspect(|state, _| state.cells.get(&key).copied().unwrap_or_default());
    [cell.on_hand, cell.free()]
}

#[test]
fn kits_are_assembled_from_stock_and_taken_apart_again_all_or_nothing() {
    let shop = sets(&[("a", 5)], &[("a", 9)]);
    shop.act(sku("box", &json!({"kitKind": "assembled", "kit": recipe(&[("set", 1), ("mug", 1)])})));
    let short = shop.refuse(assemble("assemble_kit", "box", 2));
    assert_eq!(
        (short.code(), short.to_string().as_str()),
        ("stock.insufficient", "`mug` at `a` has 5 of 6 units")
    );
    let outcome = shop.act(assemble("assemble_kit", "box", 1));
    assert_eq!(outcome.events.len(), 1);
    assert_eq!((units(&shop, "box"), units(&shop, "mug"), units(&shop, "spoon")), ([1, 1], [2, 2], [8, 8]));
    shop.act(order_of("o1", &json!([{"id": "1", "sku": "box", "quantity": 1, "unitPrice": eur("9.00")}])));
    assert_eq!(shop.order("o1").order.lines[0].sku.as_str(), "box", "an assembled kit is sold as itself");
    assert_eq!(shop.code(assemble("disassemble_kit", "box", 2)), "stock.insufficient");
    shop.act(assemble("disassemble_kit", "box", 1));
    assert_eq!((units(&shop, "box"), units(&shop, "mug"), units(&shop, "spoon")), ([0, 0], [5, 5], [9, 9]));
    shop.is_sound();
}

#[test]
fn held_and_promised_components_are_not_assembled_away_and_expired_holds_are() {
    let shop = sets(&[("a", 4)], &[("a", 9)]);
    shop.act(sku("mug", &json!({"backorderLimit": 50})));
    shop.act(sku("box", &json!({"kitKind": "assembled", "kit": recipe(&[("mug", 4)])})));
    shop.act(reserve_stock("r1", "a", 1, 9));
    let more = shop.refuse(assemble("assemble_kit", "box", 2));
    assert_eq!(
        more.to_string(),
        "`mug` at `a` has 4 of 8 units",
        "units beyond the backorder limit are not there"
    );
    shop.act(sku("mug", &json!({})));
    assert_eq!(shop.code(assemble("assemble_kit", "box", 1)), "stock.insufficient");
    shop.now.set(9);
    shop.act(assemble("assemble_kit", "box", 1));
    assert_eq!((units(&shop, "box"), shop.cell("a")), ([1, 1], [0, 0, 0, 0]));
    shop.is_sound();
}

#[test]
fn only_assembled_kits_can_be_assembled() {
    let shop = sets(&[("a", 5)], &[]);
    let refused = |sku: &str, quantity: u32| problems(&shop.refuse(assemble("assemble_kit", sku, quantity)));
    assert_eq!(refused("set", 1), [problem("kit.virtual", "/action/sku")]);
    assert_eq!(refused("mug", 1), [problem("kit.not_a_kit", "/action/sku")]);
    assert_eq!(refused("ghost", 1), [problem("stock.unknown_sku", "/action/sku")]);
    shop.act(sku("box", &json!({"kitKind": "assembled", "kit": recipe(&[("mug", 1)])})));
    assert_eq!(refused("box", 0), [problem("input.out_of_range", "/action/quantity")]);
}
