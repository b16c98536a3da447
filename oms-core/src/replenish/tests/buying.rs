//! Levels, sizes, suppliers: each rule and what it orders.

use serde_json::{Value, json};

use super::*;
use crate::purchase::{InventoryPosition, PurchaseCap};
use crate::value::SkuId;

const NOW: &str = "2026-11-11T00:00:00Z";

fn rule(policy: &Value) -> ReplenishRule {
    serde_json::from_value(json!({"sku": "mug", "policy": policy})).unwrap()
}

fn look(rule: ReplenishRule, position: i64) -> ReplenishRequest {
    ReplenishRequest {
        rule,
        position: InventoryPosition { on_hand: position, ..InventoryPosition::default() },
        free: position,
        supply: vec![],
        open: vec![],
        reviewed_at: None,
        at: at(NOW),
    }
}

/// What a policy orders at a position.
fn ordered(policy: &Value, position: i64) -> u32 {
    let decision = replenish(&look(rule(policy), position)).unwrap();
    decision.proposals.iter().map(|proposal| proposal.quantity.units()).sum()
}

fn offer(id: &str, days: u16, minor: i64) -> SupplierOffer {
    SupplierOffer {
        supplier: supplier(id),
        lead_time_days: days,
        minimum: units(1),
        multiple: units(1),
        prices: vec![PriceBreak { from: units(1), unit_price: eur(minor) }],
        cost_per_unit: None,
        cost_per_order: None,
        share: None,
    }
}

fn ask(offers: Vec<SupplierOffer>, needed: i64) -> SupplierAsk {
    SupplierAsk {
        offers,
        needed,
        open: vec![],
        limits: vec![],
        budget: None,
        economic: None,
        strategy: SupplierStrategy::CheapestInTime,
        at: at(NOW),
        needed_by: None,
    }
}

fn chosen(ask: &SupplierAsk) -> Vec<(String, u32)> {
    let choice = choose_suppliers(ask).unwrap();
    let chosen = choice.candidates.iter().filter(|candidate| candidate.chosen);
    chosen.map(|one| (one.supplier.as_ref().unwrap().to_string(), one.quantity.units())).collect()
}

#[test]
fn a_floor_of_20_pieces_orders_below_20_and_up_to_what_it_says() {
    let floor = json!({"type": "floor", "pieces": 20});
    assert_eq!([ordered(&floor, 20), ordered(&floor, 19), ordered(&floor, -5)], [0, 1, 25]);
    let wide = json!({"type": "floor", "pieces": 20, "upTo": 60});
    assert_eq!([ordered(&wide, 20), ordered(&wide, 19)], [0, 41]);
}

#[test]
fn each_policy_orders_at_its_own_level() {
    let min_max = json!({"type": "min_max", "min": 10, "max": 50});
    assert_eq!([ordered(&min_max, 10), ordered(&min_max, 9)], [0, 41]);
    let lots = json!({"type": "reorder_quantity", "reorderPoint": 10, "quantity": 24});
    // At 10 one lot lifts it above 10; at -20 it takes two.
    assert_eq!([ordered(&lots, 11), ordered(&lots, 10), ordered(&lots, -20)], [0, 24, 48]);
    let up_to = json!({"type": "order_up_to", "reorderPoint": 10, "upTo": 50});
    assert_eq!([ordered(&up_to, 11), ordered(&up_to, 10)], [0, 40]);
}

#[test]
fn a_periodic_rule_looks_once_in_each_of_its_periods() {
    let policy = json!({"type": "periodic", "upTo": 50, "everyDays": 7, "from": "2026-11-09T00:00:00Z"});
    let verdict = |now: &str, last: Option<&str>| {
        let mut request = look(rule(&policy), 30);
        (request.at, request.reviewed_at) = (at(now), last.map(at));
        replenish(&request).unwrap().verdict
    };
    use ReplenishVerdict::{Buy, NotDue};
    assert_eq!(verdict("2026-11-08T23:59:59Z", None), NotDue);
    assert_eq!(verdict("2026-11-09T00:00:00Z", None), Buy);
    assert_eq!(verdict("2026-11-15T23:59:59Z", Some("2026-11-09T00:00:00Z")), NotDue);
    assert_eq!(verdict("2026-11-16T00:00:00Z", Some("2026-11-15T23:59:59Z")), Buy);
    // Nobody looked for weeks: it looks once, not once for each week.
    assert_eq!(verdict("2026-12-30T00:00:00Z", Some("2026-11-09T00:00:00Z")), Buy);
}

#[test]
fn computed_levels_come_from_demand_and_carry_their_inputs() {
    let policy = json!({
        "type": "demand_driven",
        "safety": {"type": "factor", "z": "1.65"},
        "lot": {"type": "economic", "orderCost": "50", "holdingCost": "2"},
    });
    let mut rule = rule(&policy);
    assert_eq!(paths(&rule.problems()), ["/demand"]);
    rule.demand = Some(demand("20", "5", "9", "2", "0"));
    let decision = replenish(&look(rule.clone(), 252)).unwrap();
    assert_eq!((decision.verdict, decision.levels.reorder_point), (ReplenishVerdict::Enough, 251));
    let decision = replenish(&look(rule, 251)).unwrap();
    // Vectors 7 and 8 together: at 251, √(2·7300·50/2) rounded up.
    let [proposal] = &decision.proposals[..] else { panic!("{decision:?}") };
    assert_eq!((proposal.quantity, proposal.reason.reorder_point), (units(605), 251));
    let basis = proposal.reason.demand.as_ref().unwrap();
    assert_eq!((basis.safety_factor, basis.safety_stock.round_dp(2)), (number("1.65"), number("70.49")));
    assert_eq!(decision.days_of_cover, Some(number("12.55")));
    assert_eq!(decision.stock_out.map(|out| out.days), Some(13));
}

#[test]
fn open_to_dos_are_part_of_the_position_and_are_topped_up_in_whole_multiples() {
    let mut rule = rule(&json!({"type": "floor", "pieces": 20, "upTo": 60}));
    rule.suppliers = vec![SupplierOffer { multiple: units(12), minimum: units(30), ..offer("s", 3, 100) }];
    let first = replenish(&look(rule.clone(), 15)).unwrap();
    assert_eq!(first.proposals[0].quantity, units(48));
    let mut again = look(rule, 15);
    again.position.todos = 48;
    again.open = vec![SupplierPart { supplier: Some(supplier("s")), quantity: units(48) }];
    assert_eq!(replenish(&again).unwrap().verdict, ReplenishVerdict::Enough);
    // Of 48 that were asked for 41 were needed: what falls by 7 is covered, the eighth tops up.
    again.position.on_hand = 12;
    assert_eq!(replenish(&again).unwrap().verdict, ReplenishVerdict::Enough);
    again.position.on_hand = 11;
    assert_eq!(replenish(&again).unwrap().proposals[0].quantity, units(60));
    again.position.on_hand = -30; // position 18: 42 more, 90 in all, 96 in dozens
    let proposal = &replenish(&again).unwrap().proposals[0];
    assert_eq!((proposal.quantity, proposal.added), (units(96), units(48)));
    assert_eq!(proposal.landed_cost, Some(eur(9600)));
}

#[test]
fn what_caps_an_order_is_named() {
    let capped = |edit: &dyn Fn(&mut ReplenishRule)| {
        let mut rule = rule(&json!({"type": "min_max", "min": 50, "max": 100}));
        rule.suppliers = vec![SupplierOffer { multiple: units(10), ..offer("s", 3, 100) }];
        rule.demand = Some(demand("2", "0", "3", "0", "0"));
        edit(&mut rule);
        let decision = replenish(&look(rule, 20)).unwrap();
        let proposal = decision.proposals.first();
        (decision.verdict, proposal.map(|one| (one.quantity.units(), one.reason.capped_by)))
    };
    use ReplenishVerdict::{Buy, Capped};
    assert_eq!(capped(&|_| ()), (Buy, Some((80, None))));
    let room = capped(&|rule| rule.max_stock = Some(units(75)));
    assert_eq!(room, (Buy, Some((50, Some(PurchaseCap::MaxStock)))));
    let life = capped(&|rule| rule.shelf_life_days = Some(22));
    assert_eq!(life, (Buy, Some((40, Some(PurchaseCap::ShelfLife)))));
    let money = capped(&|rule| rule.budget = Some(eur(3999)));
    assert_eq!(money, (Buy, Some((30, Some(PurchaseCap::Budget)))));
    assert_eq!(capped(&|rule| rule.budget = Some(eur(999))), (Capped, None));
    assert_eq!(capped(&|rule| rule.max_stock = Some(units(20))), (Capped, None));
}

#[test]
fn a_budget_reaches_further_in_a_lower_price_break() {
    let price = |from, minor| PriceBreak { from: units(from), unit_price: eur(minor) };
    let mut one = offer("s", 3, 0);
    one.prices = vec![price(1, 100), price(50, 80)];
    one.cost_per_order = Some(eur(500));
    let mut ask = ask(vec![one], 90);
    // 45.00 left buy 45 at 1.00 or 56 at 0.80.
    ask.budget = Some(eur(5000));
    let candidate = choose_suppliers(&ask).unwrap().candidates[0].clone();
    assert_eq!((candidate.quantity, candidate.capped_by), (units(56), Some(PurchaseCap::Budget)));
    assert_eq!(candidate.landed_cost, Some(eur(56 * 80 + 500)));
    ask.budget = Some(eur(4400)); // 39.00 left: 39 at 1.00, and 48 are too few for 0.80
    assert_eq!(chosen(&ask), [("s".to_owned(), 39)]);
}

#[test]
fn the_cheapest_supplier_that_delivers_in_time_is_chosen_else_the_fastest() {
    let offers = vec![offer("cheap", 30, 80), offer("dear", 2, 120), offer("fair", 5, 100)];
    let mut ask = ask(offers, 10);
    let name = |ask: &SupplierAsk| chosen(ask)[0].0.clone();
    assert_eq!(name(&ask), "cheap");
    ask.needed_by = Some(at("2026-11-20T00:00:00Z"));
    assert_eq!(name(&ask), "fair");
    ask.needed_by = Some(at("2026-11-16T00:00:00Z")); // to the second in time
    assert_eq!(name(&ask), "fair");
    ask.needed_by = Some(at("2026-11-15T23:59:59Z"));
    assert_eq!(name(&ask), "dear");
    ask.needed_by = Some(at("2026-11-12T00:00:00Z"));
    assert_eq!(name(&ask), "dear");
    let late: Vec<_> = choose_suppliers(&ask).unwrap().candidates.iter().map(|one| one.late).collect();
    assert_eq!(late, [true; 3]);
}

#[test]
fn freight_and_duty_decide_and_ties_go_to_the_faster_then_to_the_name() {
    let mut far = offer("far", 9, 80);
    far.cost_per_unit = Some(eur(15));
    far.cost_per_order = Some(eur(100));
    // 10 at 0.95 and 1.00 an order is 10.50; 100 of them 96.00.
    let offers = vec![far, offer("near", 2, 100)];
    assert_eq!(chosen(&ask(offers.clone(), 10)), [("near".to_owned(), 10)]);
    assert_eq!(chosen(&ask(offers, 100)), [("far".to_owned(), 100)]);
    assert_eq!(chosen(&ask(vec![offer("b", 2, 100), offer("a", 3, 100)], 1))[0].0, "b");
    assert_eq!(chosen(&ask(vec![offer("b", 2, 100), offer("a", 2, 100)], 1))[0].0, "a");
    // Whose price nobody knows comes last.
    let unknown = SupplierOffer { prices: vec![], ..offer("a", 1, 0) };
    assert_eq!(chosen(&ask(vec![unknown, offer("b", 2, 100)], 1))[0].0, "b");
}

#[test]
fn a_split_gives_each_supplier_its_share_and_shares_the_room() {
    let share = |id, share| SupplierOffer { share: Some(share), ..offer(id, 3, 100) };
    let mut ask = ask(vec![share("b", 40), share("a", 60), share("none", 0)], 11);
    ask.strategy = SupplierStrategy::Split;
    assert_eq!(chosen(&ask), [("a".to_owned(), 7), ("b".to_owned(), 4)]); // 6.6 and 4.4
    ask.limits = vec![OrderLimit { units: 8, cap: PurchaseCap::MaxStock }];
    assert_eq!(chosen(&ask), [("a".to_owned(), 7), ("b".to_owned(), 1)]);
    for offer in &mut ask.offers {
        offer.share = None;
    }
    ask.limits.clear();
    assert_eq!(chosen(&ask).iter().map(|(_, units)| *units).collect::<Vec<_>>(), [4, 4, 3]);
}

#[test]
fn rules_that_contradict_themselves_are_refused_with_every_place() {
    let wrong = json!({
        "sku": "mug",
        "policy": {"type": "min_max", "min": 10, "max": 9},
        "alert": {"low": 5, "high": 4},
        "suppliers": [
            {"supplier": "s", "leadTimeDays": 1, "multiple": 0,
             "prices": [{"from": 1, "unitPrice": {"amount": "-1.00", "currency": "EUR"}},
                        {"from": 1, "unitPrice": {"amount": "1.00", "currency": "EUR"}}]},
            {"supplier": "s", "leadTimeDays": 1, "costPerOrder": {"amount": "1.00", "currency": "USD"}},
        ],
        "shelfLifeDays": 10,
        "budget": {"amount": "-1.00", "currency": "EUR"},
    });
    let rule: ReplenishRule = serde_json::from_value(wrong).unwrap();
    let expected = [
        "/policy/max",
        "/alert/high",
        "/demand",
        "/suppliers/0/multiple",
        "/suppliers/0/prices/1/from",
        "/suppliers/0",
        "/suppliers/1/supplier",
        "/suppliers/1",
        "/budget",
    ];
    assert_eq!(paths(&rule.problems()), expected);
    let error = replenish(&look(rule, 0)).unwrap_err();
    assert_eq!(places(error)[0], "/rule/policy/max");
}

#[test]
fn a_rule_that_is_not_followed_buys_nothing_and_raises_no_alert() {
    let mut floor = rule(&json!({"type": "floor", "pieces": 20}));
    assert_eq!(floor.marks().map(|marks| (marks.low.units(), marks.high.units())), Some((20, 20)));
    floor.active = false;
    assert_eq!(floor.marks(), None);
    let decision = replenish(&look(floor, 0)).unwrap();
    assert_eq!((decision.verdict, decision.proposals.len()), (ReplenishVerdict::Inactive, 0));
}

#[test]
fn the_rules_of_a_sku_stand_by_node_and_a_new_one_replaces_the_old() {
    let mut rules = ReplenishRules::new(SkuId::new("mug").unwrap());
    let of = |node: Option<&str>, pieces| {
        let node = node.map(|id| crate::value::NodeId::new(id).unwrap());
        ReplenishRule { node, ..rule(&json!({"type": "floor", "pieces": pieces})) }
    };
    for one in [of(Some("rome"), 1), of(None, 2), of(Some("berlin"), 3), of(None, 4)] {
        rules.put(one);
    }
    assert_eq!(rules.rules, [of(None, 4), of(Some("berlin"), 3), of(Some("rome"), 1)]);
}
