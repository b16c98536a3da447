//! Configurable kits in the engine: definitions, orders, reservations, availability.

use super::*;

fn option(sku: &str) -> Value {
    json!({"sku": sku})
}

/// The gift: a card, two of three mugs, and a spoon or two, one if the buyer says nothing; 20 cards.
fn gifts(mugs: &[(&str, u32)], spoons: &[(&str, u32)]) -> Shop {
    let shop = sets(mugs, spoons);
    for id in ["card", "red"] {
        shop.act(sku(id, &json!({"price": eur("2.00")})));
        shop.act(json!({"type": "receive_stock", "sku": id, "node": "a", "quantity": 20}));
    }
    shop.act(gift());
    shop
}

fn gift() -> Value {
    sku(
        "gift",
        &json!({"kitKind": "configurable", "kit": recipe(&[("card", 1)]), "kitChoices": [
            {"id": "mugs", "min": 2, "each": 2, "options": [option("mug"), option("red"), option("set")]},
            {"id": "extras", "min": 0, "max": 2, "each": 2, "options": [
                {"sku": "spoon", "preset": 1, "surcharge": eur("0.50")}]},
        ]}),
    )
}

fn chosen(rows: &[(&str, &str, u32)]) -> Value {
    rows.iter().map(|(choice, sku, times)| json!({"choice": choice, "sku": sku, "times": times})).collect()
}

fn line(id: &str, sku: &str, quantity: u32, rows: &[(&str, &str, u32)]) -> Value {
    json!({"id": id, "sku": sku, "quantity": quantity, "unitPrice": eur("10.00"), "chosen": chosen(rows)})
}

#[test]
fn a_definition_is_checked_beside_other_records() {
    let shop = gifts(&[], &[]);
    let wrong = json!({"kitKind": "configurable", "price": eur("9.00"), "kitChoices": [
        {"id": "a", "options": [option("ghost"), {"sku": "mug", "surcharge": {"amount": "1.00", "currency": "USD"}}]},
        {"id": "b", "min": 2, "options": [option("mug")]}]});
    assert_eq!(
        problems(&shop.refuse(sku("x", &wrong))),
        [
            problem("money.currency_mismatch", "/action/sku/kitChoices/0/options/1/surcharge"),
            problem("input.out_of_range", "/action/sku/kitChoices/1/min"),
            problem("stock.unknown_sku", "/action/sku/kitChoices/0/options/0/sku"),
        ]
    );
    let fixed =
        json!({"kit": recipe(&[("mug", 1)]), "kitChoices": [{"id": "a", "options": [option("mug")]}]});
    let fixed = shop.refuse(sku("x", &fixed));
    assert_eq!(problems(&fixed), [problem("kit.takes_no_choices", "/action/sku/kitChoices")]);
    let round = shop.refuse(sku("set", &json!({"kit": recipe(&[("gift", 1)])})));
    assert_eq!(problems(&round), [problem("kit.cycle", "/action/sku/kit")]);
    let inside = shop.refuse(sku("hamper", &json!({"kit": recipe(&[("gift", 1)])})));
    assert_eq!(problems(&inside), [problem("kit.needs_choices", "/action/sku/kit")]);
    let stock = json!({"type": "receive_stock", "sku": "gift", "node": "a", "quantity": 1});
    assert_eq!(problems(&shop.refuse(stock)), [problem("kit.virtual", "/action/sku")]);
}

#[test]
fn an_order_takes_what_was_chosen_and_costs_the_same_to_the_cent() {
    let shop = gifts(&[("a", 20)], &[("a", 20)]);
    let lines = json!([
        line("1", "gift", 3, &[("mugs", "red", 1), ("mugs", "set", 1)]),
        line("2", "gift", 1, &[("mugs", "mug", 2), ("extras", "spoon", 0)]),
    ]);
    shop.act(order_of("o1", &lines));
    let view = shop.order("o1");
    let rows: Vec<_> = view
        .order
        .lines
        .iter()
        .map(|line| (line.id.as_str(), line.sku.as_str(), line.ordered.units()))
        .collect();
    // The set is two mugs and a spoon; another spoon is preset in line 1 and said away in line 2.
    let expected = [
        ("1.1", "card", 3),
        ("1.2", "red", 3),
        ("1.3", "mug", 6),
        ("1.4", "spoon", 6),
        ("2.1", "card", 1),
        ("2.2", "mug", 2),
    ];
    assert_eq!((rows, view.total.minor()), (expected.to_vec(), 4000));
    let kit = view.order.lines[3].kit.as_ref().unwrap();
    assert_eq!(
        (kit.line.as_str(), kit.sku.as_str(), kit.kits.units(), kit.per_kit.units()),
        ("1", "gift", 3, 2)
    );
    shop.act(json!({"type": "approve_order", "order": "o1"}));
    shop.act(json!({"type": "allocate_order", "order": "o1", "strategy": "priority"}));
    assert_eq!(shop.cell("a"), [20, 0, 8, 0]);
    shop.act(cancel("o1", &[("1", 2)]));
    assert_eq!((shop.cell("a"), shop.order("o1").due.minor()), ([20, 0, 4, 0], 2000));
    let mut other = order_of("o1", &lines);
    assert!(shop.act(other.clone()).events.is_empty(), "the same again");
    other["draft"]["lines"][1]["chosen"] = chosen(&[("mugs", "red", 2), ("extras", "spoon", 0)]);
    assert_eq!(shop.code(other), "order.content_conflict", "chosen otherwise");
    shop.is_sound();
}

#[test]
fn a_wrong_choice_is_refused_with_its_place_and_nothing_is_placed() {
    let shop = gifts(&[("a", 20)], &[("a", 20)]);
    let lines = json!([
        line("1", "gift", 1, &[("mugs", "red", 1), ("ribbon", "red", 1), ("extras", "spoon", 3)]),
        line("2", "gift", 1, &[("mugs", "red", 2), ("extras", "mug", 1)]),
        line("3", "mug", 1, &[("mugs", "red", 2)]),
        line("4", "set", 1, &[("mugs", "red", 2)]),
        line("5", "gift", 1, &[("mugs", "red", 1), ("mugs", "red", 1)]),
    ]);
    let refused = shop.refuse(order_of("o1", &lines));
    assert_eq!(
        problems(&refused),
        [
            problem("kit.unknown_choice", "/action/draft/lines/0/chosen/1/choice"),
            problem("kit.too_many_chosen", "/action/draft/lines/0/chosen/2/times"),
            problem("kit.too_few_chosen", "/action/draft/lines/0/chosen"),
            problem("kit.not_an_option", "/action/draft/lines/1/chosen/1/sku"),
            problem("kit.takes_no_choices", "/action/draft/lines/2/chosen"),
            problem("kit.takes_no_choices", "/action/draft/lines/3/chosen"),
            problem("kit.duplicate_option", "/action/draft/lines/4/chosen/1/sku"),
        ]
    );
    // The choice also stands where no line is a kit.
    let plain = shop.refuse(order_of("o1", &json!([line("1", "mug", 1, &[("mugs", "red", 2)])])));
    assert_eq!(problems(&plain), [problem("kit.takes_no_choices", "/action/draft/lines/0/chosen")]);
}

#[test]
fn a_reservation_holds_what_was_chosen() {
    let shop = gifts(&[("a", 3)], &[("a", 9)]);
    let reserve = |rows: &[(&str, &str, u32)]| {
        json!({"type": "reserve_stock", "reservation": "r1", "expiresAt": at(99),
            "items": [{"sku": "gift", "node": "a", "quantity": 2, "chosen": chosen(rows)}]})
    };
    assert_eq!(
        problems(&shop.refuse(reserve(&[("mugs", "mug", 1)]))),
        [problem("kit.too_few_chosen", "/action/items/0/chosen")]
    );
    assert_eq!(shop.code(reserve(&[("mugs", "mug", 2)])), "stock.insufficient");
    let mixed = reserve(&[("mugs", "mug", 1), ("mugs", "red", 1)]);
    shop.act(mixed.clone());
    assert_eq!(
        (shop.cell("a"), units(&shop, "red"), units(&shop, "spoon")),
        ([3, 2, 0, 0], [20, 18], [9, 7])
    );
    assert!(shop.act(mixed).events.is_empty(), "the same again changes nothing");
    assert_eq!(shop.code(reserve(&[("mugs", "red", 2)])), "stock.reservation_reused");
    shop.is_sound();
}

#[test]
fn availability_counts_the_kits_that_choices_can_fill() {
    let shop = gifts(&[("a", 4), ("b", 9)], &[]);
    let ask = || {
        let found = shop.oms.availability(&tenant("acme"), &[SkuId::new("gift").unwrap()], at(1)).unwrap();
        let nodes: Vec<i64> = found[0].nodes.iter().map(|node| node.promiseable).collect();
        let kit = found[0].kit.clone().unwrap();
        (found[0].promiseable, nodes, kit.guaranteed, kit.limiting_choice.map(|choice| choice.to_string()))
    };
    // 20 reds and 4 mugs make 12 pairs at `a`; over both nodes 33 mugs make 16, and 20 cards would be enough.
    // There is no spoon, and somebody may want one.
    assert_eq!(ask(), (16, vec![12, 0], Some(0), Some("mugs".to_owned())));
    shop.act(json!({"type": "receive_stock", "sku": "spoon", "node": "a", "quantity": 90}));
    // Two sets in each are four mugs; a set and a mug from `a` alone are three.
    assert_eq!(ask(), (16, vec![12, 0], Some(3), Some("mugs".to_owned())));
    shop.act(sku("mug", &json!({"saleMode": "untracked"})));
    assert_eq!(ask().0, 20, "as many mugs as anybody likes, and 20 cards");
}
