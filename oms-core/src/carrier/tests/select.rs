//! Rules of choice, and contracts against a search of everything.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::carrier::*;

fn money(cents: i64) -> Value {
    json!({"amount": format!("{}.{:02}", cents / 100, cents % 100), "currency": "EUR"})
}

fn candidate(carrier: &str, cents: i64, day: u32, more: Value) -> Value {
    let mut one = json!({"carrier": carrier, "service": "s", "cost": money(cents),
        "deliveryBy": format!("2026-11-{day:02}T00:00:00Z")});
    one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    one
}

fn select(rule: Value, candidates: &[Value], more: Value) -> SelectedService {
    let mut asked = json!({"currency": "EUR", "candidates": candidates, "rule": rule,
        "promiseBy": "2026-11-14T00:00:00Z"});
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    select_service(&serde_json::from_value(asked).unwrap()).unwrap()
}

fn order(selected: &SelectedService) -> Vec<&str> {
    selected.ranked.iter().map(|rank| rank.carrier.as_str()).collect()
}

fn three() -> Vec<Value> {
    let record =
        |on_time, lost| json!({"history": {"parcels": 100, "onTime": on_time, "lost": lost, "damaged": 1}});
    vec![
        candidate("slow", 500, 16, record(60, 2)),
        candidate("mid", 700, 14, record(90, 0)),
        candidate("quick", 1400, 12, record(99, 0)),
    ]
}

fn by(kind: &str, more: Value) -> Value {
    let mut rule = json!({"type": kind});
    rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    rule
}

#[test]
fn each_rule_ranks_in_its_own_way() {
    let ranks = |kind, more| {
        let selected = select(by(kind, more), &three(), json!({}));
        assert!(selected.chosen);
        order(&selected).join(" ")
    };
    assert_eq!(ranks("cheapest", json!({})), "slow mid quick");
    assert_eq!(ranks("fastest", json!({})), "quick mid slow");
    assert_eq!(ranks("cheapest_within_promise", json!({})), "mid quick slow");
    assert_eq!(ranks("score", json!({"weights": {"cost": 1}})), "slow mid quick");
    assert_eq!(ranks("score", json!({"weights": {"cost": 1, "onTime": 1}})), "mid slow quick");
    let costs = json!({"late": money(500), "value": money(10_000), "damage": money(100)});
    // 5.00 + 5.00 late for sure + 2 % of 100.00 + 0.01 = 12.01; 7.00 + 0.50 + 0.01; 14.00 + 0.05 + 0.01.
    assert_eq!(ranks("expected_cost", costs.clone()), "mid slow quick");
    let selected = select(by("expected_cost", costs), &three(), json!({}));
    let told: Vec<_> = selected.ranked.iter().map(|rank| rank.expected_cost.unwrap().minor()).collect();
    assert_eq!(told, [751, 1201, 1406]);
    assert_eq!(ranks("performance", json!({})), "quick mid slow");
}

#[test]
fn a_table_asks_for_region_weight_lines_shop_and_remark() {
    let rows = json!([
        {"carrier": "quick", "remarkWords": ["顺丰"]},
        {"carrier": "mid", "regions": ["BY"], "aboveGrams": 1000, "upToGrams": 5000},
        {"carrier": "quick", "anySku": ["glass"]},
        {"carrier": "slow", "allSkus": ["book"], "leastUnits": 3, "leastLines": 2, "shops": ["outlet"]}]);
    let first = |goods: Value| {
        let selected = select(by("table", json!({"rows": rows})), &three(), json!({"goods": goods}));
        (selected.ranked[0].carrier.to_string(), selected.ranked[0].row)
    };
    let line = |sku: &str, quantity: u32| json!({"sku": sku, "quantity": quantity});
    assert_eq!(first(json!({"remark": "请发顺丰"})), ("quick".to_owned(), Some(0)));
    assert_eq!(first(json!({"region": "BY", "weightGrams": 5000})), ("mid".to_owned(), Some(1)));
    assert_eq!(first(json!({"region": "BY", "weightGrams": 1000})).1, None);
    assert_eq!(first(json!({"lines": [line("book", 1), line("glass", 1)]})), ("quick".to_owned(), Some(2)));
    let books = json!({"shop": "outlet", "lines": [line("book", 2), line("book", 1)]});
    assert_eq!(first(books), ("slow".to_owned(), Some(3)));
    assert_eq!(first(json!({"shop": "outlet", "lines": [line("book", 3)]})).1, None);
}

#[test]
fn what_failed_refuses_or_is_broken_falls_back_to_the_next() {
    let mut candidates = three();
    candidates[0]["refused"] = json!([{"type": "waybills_used_up"}]);
    let failed = json!({"failed": [{"carrier": "mid", "service": "s", "reason": "timeout"}]});
    let selected = select(by("cheapest", json!({})), &candidates, failed.clone());
    assert_eq!(order(&selected), ["quick", "mid", "slow"]);
    let excluded: Vec<_> = selected.ranked.iter().map(|rank| rank.excluded).collect();
    assert_eq!(excluded, [None, Some(ServiceExcluded::LabelFailed), Some(ServiceExcluded::Refused)]);
    assert!(!select(by("cheapest", json!({})), &candidates[..2], failed).chosen);
    let mut watched = three();
    watched[2]["history"] = json!({"parcels": 100, "onTime": 60, "belowFloorFor": 20});
    let rule = by("performance", json!({"floor": "80", "breakAfter": 20}));
    let selected = select(rule, &watched, json!({}));
    assert_eq!(order(&selected), ["mid", "slow", "quick"]);
    assert_eq!(selected.ranked[2].excluded, Some(ServiceExcluded::BelowFloor));
}

#[test]
fn shares_converge_and_keep_volumes_and_tolerance() {
    let shares = |more: Value| {
        let mut rule = by(
            "shares",
            json!({"shares": [
            {"carrier": "a", "share": "50"}, {"carrier": "b", "share": "30"}, {"carrier": "c", "share": "20"}]}),
        );
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        rule
    };
    let mut given = [0_i64; 3];
    let candidates = [
        candidate("a", 800, 14, json!({})),
        candidate("b", 820, 14, json!({})),
        candidate("c", 840, 14, json!({})),
    ];
    let counted = |given: &[i64; 3]| {
        json!({"given": [{"carrier": "a", "parcels": given[0]}, {"carrier": "b", "parcels": given[1]},
            {"carrier": "c", "parcels": given[2]}]})
    };
    for round in 1..=200_i64 {
        let selected = select(shares(json!({})), &candidates, counted(&given));
        let at =
            ["a", "b", "c"].iter().position(|name| *name == selected.ranked[0].carrier.as_str()).unwrap();
        given[at] += 1;
        for (count, share) in given.iter().zip([5, 3, 2]) {
            assert!((count * 10 - share * round).abs() <= 10, "{given:?} after {round}");
        }
    }
    let close = select(
        shares(json!({"tolerance": "2.5"})),
        &candidates,
        json!({"given": [{"carrier": "a", "parcels": 9}]}),
    );
    assert_eq!(order(&close), ["b", "a", "c"]);
    let bounded = by(
        "shares",
        json!({"shares": [
        {"carrier": "a", "share": "90", "most": 5}, {"carrier": "b", "share": "5"}, {"carrier": "c", "share": "5",
            "least": 1}]}),
    );
    let selected = select(bounded, &candidates, json!({"given": [{"carrier": "a", "parcels": 5}]}));
    assert_eq!(order(&selected), ["c", "b", "a"]);
    assert_eq!(selected.ranked[2].excluded, Some(ServiceExcluded::VolumeReached));
}

#[test]
fn faults_of_a_question_have_their_places() {
    let asked = json!({"currency": "USD", "candidates": [candidate("a", 1, 1, json!({"history": {"lost": 1}})),
        candidate("a", 1, 1, json!({}))],
        "rule": by("expected_cost", json!({"late": money(1), "value": money(1), "damage": money(1)}))});
    let problems = select_service(&serde_json::from_value(asked).unwrap()).unwrap_err();
    let paths: Vec<_> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    let expected = [
        "/rule/late",
        "/rule/value",
        "/rule/damage",
        "/candidates/0/cost",
        "/candidates/0/history",
        "/candidates/1/cost",
        "/candidates/1",
    ];
    assert_eq!(paths, expected);
}

/// What a contract says: committed parcels, what each missing one costs, the most, and a rebate.
type Terms = (u32, i64, Option<u32>, Option<(u32, i64)>);

/// A question over carriers `a`, `b` and `c`: prices by parcel, 0 for none.
fn contracts(prices: &[[i64; 3]], terms: &[Terms]) -> AssignContracts {
    let names = ["a", "b", "c"];
    let parcels: Vec<Value> = prices
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let options: Vec<Value> = row
                .iter()
                .zip(names)
                .filter(|(price, _)| **price > 0)
                .map(|(price, name)| json!({"carrier": name, "service": "s", "cost": money(*price)}))
                .collect();
            json!({"id": format!("p{at}"), "options": options})
        })
        .collect();
    let contracts: Vec<Value> = terms
        .iter()
        .zip(names)
        .map(|((committed, shortfall, most, rebate), name)| {
            let rebates: Vec<Value> = rebate
                .iter()
                .map(|(from, each)| {
                    json!({"from": from,
            "each": money(*each)})
                })
                .collect();
            let mut contract = json!({"carrier": name, "committed": committed, "shortfall": money(*shortfall),
            "rebates": rebates});
            if let Some(most) = most {
                contract["most"] = json!(most);
            }
            contract
        })
        .collect();
    serde_json::from_value(json!({"currency": "EUR", "parcels": parcels, "contracts": contracts})).unwrap()
}

/// The least cost by trying everything: parcels left over first, then money.
fn least(asked: &AssignContracts, prices: &[[i64; 3]]) -> (usize, i64) {
    let mut best = (usize::MAX, i64::MAX);
    for code in 0..4_usize.pow(u32::try_from(prices.len()).unwrap()) {
        let (mut counts, mut left, mut cost, mut rest, mut fits) = ([0_u32; 3], 0, 0_i64, code, true);
        for row in prices {
            match rest % 4 {
                3 => left += 1,
                at if row[at] > 0 => {
                    counts[at] += 1;
                    cost += row[at];
                }
                _ => fits = false,
            }
            rest /= 4;
        }
        for (contract, count) in asked.contracts.iter().zip(counts) {
            fits &= contract.most.is_none_or(|most| count <= most);
            cost += i64::from(contract.committed.saturating_sub(count)) * contract.shortfall.unwrap().minor();
            let rebate = contract.rebates.iter().rev().find(|step| step.from <= count);
            cost -= rebate.map_or(0, |step| step.each.minor()) * i64::from(count);
        }
        if fits {
            best = best.min((left, cost));
        }
    }
    best
}

#[test]
fn a_commitment_and_a_rebate_pull_parcels_from_the_cheapest() {
    // Without contracts all go to `a`; three are promised to `b` at 2.00 for each that is missing.
    let prices = [[500, 550, 0], [500, 650, 0], [500, 690, 0], [500, 900, 0]];
    let asked = contracts(&prices, &[(0, 0, None, None), (3, 200, None, None), (0, 0, None, None)]);
    let answer = assign_contracts(&asked).unwrap();
    let to: Vec<_> = answer.parcels.iter().map(|one| one.option.as_ref().unwrap().carrier.as_str()).collect();
    assert_eq!(to, ["b", "b", "b", "a"]);
    assert_eq!((answer.cost.minor(), answer.cheapest_each_cost.unwrap().minor()), (2390, 2600));
    assert_eq!((answer.contracts[1].parcels, answer.contracts[1].missing), (3, 0));
    // From four parcels on `b` gives 1.80 back for each.
    let asked = contracts(&prices, &[(0, 0, None, None), (0, 0, None, Some((4, 210))), (0, 0, None, None)]);
    let answer = assign_contracts(&asked).unwrap();
    assert_eq!((answer.contracts[1].parcels, answer.rebate.minor(), answer.cost.minor()), (4, 840, 1950));
}

#[test]
fn questions_that_are_too_large_or_wrong_are_refused() {
    let mut asked = contracts(&[[1, 1, 1]], &[(0, 0, None, Some((0, 1))), (0, 0, None, None)]);
    asked.contracts.push(asked.contracts[0].clone());
    asked.currency = crate::value::Currency::USD;
    let problems = assign_contracts(&asked).unwrap_err();
    let paths: Vec<_> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert!(paths.contains(&"/contracts/2") && paths.contains(&"/contracts/0/rebates/0/from"), "{paths:?}");
    assert!(paths.contains(&"/parcels/0/options/0/cost"), "{paths:?}");
}

proptest! {
    #[test]
    fn nothing_is_cheaper_than_what_contracts_are_given(
        prices in prop::collection::vec([0_i64..9, 0_i64..9, 0_i64..9], 1..6),
        terms in prop::collection::vec(
            (0_u32..4, 0_i64..6, prop::option::of(0_u32..4), prop::option::of((1_u32..5, 0_i64..5))), 3),
    ) {
        let asked = contracts(&prices, &terms);
        let answer = assign_contracts(&asked).unwrap();
        let left = answer.parcels.iter().filter(|one| one.option.is_none()).count();
        prop_assert_eq!((left, answer.cost.minor()), least(&asked, &prices));
    }

    #[test]
    fn the_order_of_candidates_never_matters(
        costs in prop::collection::vec((0_i64..4, 12_u32..16, 0_u64..9), 1..6), at in 0_usize..7, turn in 0_usize..6,
    ) {
        let mut candidates: Vec<Value> = costs.iter().enumerate()
            .map(|(index, (cost, day, on_time))| {
                candidate(&format!("c{index}"), *cost, *day, json!({"history": {"parcels": 8,
                    "onTime": (*on_time).min(8)}}))
            })
            .collect();
        let costs = json!({"late": money(3), "value": money(1), "damage": money(1)});
        let rules = [by("cheapest", json!({})), by("fastest", json!({})), by("cheapest_within_promise", json!({})),
            by("score", json!({"weights": {"cost": 2, "onTime": 1, "co2": 1}})), by("expected_cost", costs),
            by("shares", json!({"shares": [{"carrier": "c1", "share": "50"}]})), by("performance", json!({}))];
        let one = select(rules[at].clone(), &candidates, json!({}));
        let turn = turn % candidates.len();
        candidates.rotate_left(turn);
        prop_assert_eq!(one, select(rules[at].clone(), &candidates, json!({})));
    }
}
