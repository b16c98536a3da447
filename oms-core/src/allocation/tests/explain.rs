//! Why these nodes: each figure is what solving again gives.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::super::tests::{eur, line, node, problem, service};
use super::super::*;
use super::some::some_problem;
use crate::network::Lane;
use crate::value::NodeId;

fn explained(problem: &AllocationProblem) -> (AllocationPlan, ChoiceExplanation) {
    let plan = plan(problem, &Exact).unwrap();
    let choice = explain_choice(problem, &plan).unwrap();
    (plan, choice)
}

/// Berlin for 5.00, Bonn for 6.20, each with all of it.
fn two() -> AllocationProblem {
    let mut bonn = node("bonn", 0, &[("mug", 5)]);
    bonn.lane = Lane { options: vec![service("post", 2, 620, None)] };
    problem(vec![line("1", "mug", 2, 100)], vec![node("berlin", 0, &[("mug", 2)]), bonn])
}

fn named(nodes: &[NodeId]) -> Vec<&str> {
    nodes.iter().map(NodeId::as_str).collect()
}

#[test]
fn the_runner_up_and_what_would_turn_the_choice() {
    let (_, choice) = explained(&two());
    assert_eq!(named(&choice.nodes), ["berlin"]);
    assert_eq!(choice.cost, eur(500));
    assert!(choice.gap.proved && choice.better.is_none());
    let other = choice.runner_up.unwrap();
    assert_eq!((named(&other.nodes), other.margin, other.short_units), (vec!["bonn"], eur(120), 0));
    let told: Vec<String> =
        choice.flips.iter().map(|flip| serde_json::to_string(&flip.change).unwrap()).collect();
    let money = |amount: &str| format!(r#"{{"amount":"{amount}","currency":"EUR"}}"#);
    assert_eq!(
        told,
        [
            format!(r#"{{"type":"price_rise","node":"berlin","by":{}}}"#, money("1.21")),
            format!(r#"{{"type":"price_drop","node":"bonn","by":{}}}"#, money("1.21")),
            r#"{"type":"stock_less","node":"berlin","sku":"mug","units":1}"#.to_owned(),
        ]
    );
    assert_eq!(choice.flips[2].nodes.len(), 1);
}

#[test]
fn one_more_unit_is_worth_what_it_saves() {
    let mut short = two();
    short.lines[0].quantity = crate::value::Quantity::new(3);
    short.split_cost = eur(0);
    // Bonn alone ships three for 6.20; with one more, Berlin would for 5.00.
    let (_, choice) = explained(&short);
    assert_eq!(named(&choice.nodes), ["bonn"]);
    let saving = &choice.savings[0];
    assert_eq!((saving.node.as_str(), saving.saving, saving.more_units), ("berlin", eur(120), 0));
}

#[test]
fn a_promise_turns_the_choice() {
    let mut timely = two();
    // Berlin takes two days and Bonn one; late costs 2.00 a day.
    timely.candidates[1].lane = Lane { options: vec![service("express", 1, 620, None)] };
    timely.order.promise_days = Some(2);
    let late = serde_json::json!({"fixed": eur(0), "perDay": eur(200)});
    timely.objective.lateness = Some(serde_json::from_value(late).unwrap());
    let (_, choice) = explained(&timely);
    assert_eq!(named(&choice.nodes), ["berlin"]);
    let flip = choice.flips.iter().find_map(|flip| match &flip.change {
        InputChange::PromiseMoved(moved) => Some((moved.promise_days, named(&flip.nodes))),
        _ => None,
    });
    assert_eq!(flip, Some((1, vec!["bonn"])));
}

#[test]
fn a_choice_of_another_strategy_is_told_what_it_lost() {
    let mut priority = two();
    priority.candidates[0].priority = 9;
    let chosen = plan(&priority, &Priority).unwrap();
    let choice = explain_choice(&priority, &chosen).unwrap();
    assert_eq!(named(&choice.nodes), ["bonn"]);
    let better = choice.better.unwrap();
    assert_eq!((named(&better.nodes), better.margin), (vec!["berlin"], eur(-120)));
}

#[test]
fn it_is_told_in_english_and_chinese() {
    let (plan, choice) = explained(&two());
    let text = explanation_text(&plan, &choice, ExplanationLanguage::English);
    assert_eq!(
        text,
        "Ships from berlin for 5.00 EUR: freight 5.00 EUR, handling 0.00 EUR, splits 0.00 EUR.\n\
         bonn could ship all for 6.20 EUR, 1.20 EUR more.\n\
         Next best: from bonn for 6.20 EUR, 1.20 EUR more.\n\
         No plan is better than the best found: proved.\n\
         If a shipment from berlin cost 1.21 EUR more, bonn would ship, for 6.20 EUR.\n\
         If a shipment from bonn cost 1.21 EUR less, bonn would ship, for 4.99 EUR.\n\
         If berlin had 1 less of mug, bonn would ship, for 6.20 EUR."
    );
    let text = explanation_text(&plan, &choice, ExplanationLanguage::Chinese);
    assert_eq!(
        text,
        "由 berlin 发货，合计 5.00 EUR：运费 5.00 EUR，操作费 0.00 EUR，拆单 0.00 EUR。\n\
         bonn 可整单发货，需 6.20 EUR，贵 1.20 EUR。\n\
         次优方案：由 bonn 发货，合计 6.20 EUR，贵 1.20 EUR。\n\
         已证明没有更优的方案。\n\
         若 berlin 每票贵 1.21 EUR，则由 bonn 发货，合计 6.20 EUR。\n\
         若 bonn 每票便宜 1.21 EUR，则由 bonn 发货，合计 4.99 EUR。\n\
         若 berlin 少 1 件 mug，则由 bonn 发货，合计 6.20 EUR。"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_change_turns_the_choice_and_one_step_less_does_not(problem in some_problem()) {
        let (best, choice) = explained(&problem);
        let ships = |change: &InputChange| {
            let plan = plan(&change.applied(&problem), &Exact).unwrap();
            plan.shipments.into_iter().map(|one| one.node).collect::<Vec<_>>()
        };
        let now: Vec<NodeId> = best.shipments.iter().map(|one| one.node.clone()).collect();
        for flip in &choice.flips {
            prop_assert_eq!(&ships(&flip.change), &flip.nodes);
            prop_assert_ne!(&flip.nodes, &now);
            let mut less = serde_json::to_value(&flip.change).unwrap();
            let amount = less.get("by").and_then(|by| by["amount"].as_str()?.parse::<Decimal>().ok());
            if let Some(by) = amount {
                less["by"]["amount"] = (by - Decimal::new(1, 2)).to_string().into();
            } else if let Some(units) = less["units"].as_u64() {
                less["units"] = (units - 1).into();
            }
            let less: InputChange = serde_json::from_value(less).unwrap();
            prop_assert_eq!(&ships(&less), &now);
        }
        for saving in &choice.savings {
            prop_assert!(saving.saving.minor() != 0 || saving.more_units > 0);
        }
        for language in [ExplanationLanguage::English, ExplanationLanguage::Chinese] {
            prop_assert!(!explanation_text(&best, &choice, language).is_empty());
        }
    }
}
