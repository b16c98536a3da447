//! Each term of the objective by its formula, and goals in their order.

use serde_json::{Value, json};

use super::super::tests::{eur, line, node, problem, service};
use super::super::*;
use super::constraints::{money, two_nodes};
use crate::value::NodeId;

fn with(mut problem: AllocationProblem, objective: Value) -> AllocationProblem {
    problem.objective = serde_json::from_value(objective).unwrap();
    problem
}

/// All units from `n1`, checked.
fn from_n1(problem: &AllocationProblem) -> AllocationPlan {
    let whole = problem.lines.iter().map(|line| AllocationAssignment {
        line: line.line.clone(),
        node: NodeId::new("n1").unwrap(),
        quantity: line.quantity,
    });
    let plan = plan_assignments(problem, "mine", whole.collect()).unwrap();
    assert_eq!(check_plan(problem, &plan), []);
    plan
}

fn cost_of(plan: &AllocationPlan, kind: CostKind) -> i64 {
    plan.cost.lines.iter().filter(|line| line.kind == kind).map(|line| line.cost.minor()).sum()
}

#[test]
fn each_term_costs_what_its_formula_says() {
    let cell = |more: Value| {
        let mut cell = json!({"node": "n1", "sku": "a", "onHand": 3, "meanMilli": 2000});
        cell.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([cell])
    };
    let cases = [
        // Two days late by a promise of one day: ready in one, two on the way.
        (CostKind::Lateness, json!({"lateness": {"fixed": money("1.00"), "perDay": money("0.50")}}), 200),
        (
            CostKind::Lateness,
            json!({"lateness": {"fixed": money("1.00"), "perDay": money("0.50"), "per": "line"}}),
            400,
        ),
        // P(D ≥ 3) + P(D ≥ 2) + P(D ≥ 1) for a Poisson mean of 2: 0.3233, 0.5940, 0.8647 of 10.00.
        (
            CostKind::StockOut,
            json!({"stockOut": {"cells": cell(json!({"margin": money("10.00")}))}}),
            323 + 594 + 865,
        ),
        // P(D < 3) = 0.6767 of 10.00, three units.
        (CostKind::Markdown, json!({"markdown": {"cells": cell(json!({"fall": money("10.00")}))}}), -3 * 677),
        (
            CostKind::Markdown,
            json!({"markdown": {"cells": cell(json!({"fall": money("0.00"), "daysInStock": 90, "daysToExpiry": 5})),
                "aged": [{"fromDays": 30, "bonus": money("0.10")}, {"fromDays": 90, "bonus": money("0.25")}],
                "expiring": [{"withinDays": 5, "bonus": money("0.40")}, {"withinDays": 10,
                    "bonus": money("0.20")}]}}),
            -3 * 65,
        ),
        // Free up to 7 of 10: 6 are used, so one of four units is free; three fill it up at 9.00 / 3 each.
        (
            CostKind::Capacity,
            json!({"capacity": {"atFull": money("9.00"), "beyond": money("90.00"),
                "nodes": [{"node": "n1", "capacity": 10, "used": 6}]}}),
            900,
        ),
        (
            CostKind::Capacity,
            json!({"capacity": {"atFull": money("9.00"), "beyond": money("90.00"),
                "nodes": [{"node": "n1", "capacity": 10, "used": 8}]}}),
            2 * 300 + 2 * 900,
        ),
        // (1 + 1) / (8 + 1 + 1) of 5.00 for units of a, 1 / 2 for b.
        (
            CostKind::Rejection,
            json!({"rejection": {"alphaMilli": 1000, "betaMilli": 1000, "cost": money("5.00"),
                "nodes": [{"node": "n1", "sku": "a", "rejectedMilli": 1000, "assignedMilli": 8000}]}}),
            3 * 100 + 250,
        ),
        (
            CostKind::Priority,
            json!({"priority": {"perStep": money("0.30"), "biases": [{"node": "n1", "bias": money("0.05")}]}}),
            35,
        ),
        // 100 g and 60 g for a tonne-kilometre over 1.4 kg and 5 km: 100.42 g at 2.00 a kilogram.
        (
            CostKind::Co2,
            json!({"co2": {"pricePerKg": money("2.00"),
                "services": [{"carrier": "post", "gramsPerShipment": 100, "gramsPerTonneKm": 60}]}}),
            20,
        ),
        (CostKind::Unfilled, json!({"unfilled": {"each": money("3.00")}}), 0),
    ];
    for (kind, objective, expected) in cases {
        let mut problem = with(two_nodes(), objective.clone());
        problem.order.promise_days = Some(1);
        let plan = from_n1(&problem);
        assert_eq!(cost_of(&plan, kind), expected, "{objective}");
        assert_eq!(plan.cost.total, eur(600 + expected), "{objective}");
        // Twice the weight is twice the cost, but for rounding.
        let mut doubled = objective;
        let term = doubled.as_object_mut().unwrap().values_mut().next().unwrap();
        term["weightPerMille"] = json!(2000);
        let heavier = with(problem, doubled);
        assert!((cost_of(&from_n1(&heavier), kind) - 2 * expected).abs() <= 5, "{kind:?}");
    }
}

#[test]
fn balance_costs_the_rise_of_the_variance_of_cover() {
    let cell =
        |node: &str, units: u32| json!({"node": node, "sku": "a", "onHand": units, "dailyDemandMilli": 1000});
    let cells = json!([cell("n1", 10), cell("n2", 4)]);
    let problem = with(two_nodes(), json!({"balance": {"price": money("1.00"), "cells": cells}}));
    // Covers of 10 and 4 days have a variance of 9; 7 and 4 of 2.25.
    assert_eq!(cost_of(&from_n1(&problem), CostKind::Balance), -675);
}

#[test]
fn units_that_do_not_ship_cost_and_stay_where_shipping_costs_more() {
    let mut problem = with(
        two_nodes(),
        json!({"unfilled": {"each": money("3.00"), "lines": [{"line": "2", "each": money("9.00")}]}}),
    );
    for node in &mut problem.candidates {
        node.shipment_cost = eur(2000);
    }
    let stays = plan(&problem, &GreedyCost).unwrap();
    assert_eq!(check_plan(&problem, &stays), []);
    assert_eq!((stays.assignments.len(), stays.cost.total), (0, eur(1800)));
    assert!(stays.shortfalls.iter().all(|one| one.reason == ShortfallReason::NotWorthwhile));
    for node in &mut problem.candidates {
        node.shipment_cost = eur(0);
    }
    assert_eq!(plan(&problem, &GreedyCost).unwrap().cost.total, eur(600));
}

/// Two nodes ship all for 5.00 + 5.00 + a split of 1.50; one ships two of three units for 5.00.
#[test]
fn goals_come_in_their_order() {
    let lines = vec![line("1", "a", 3, 100)];
    let mut nodes = vec![node("n1", 1, &[("a", 2)]), node("n2", 2, &[("a", 1)])];
    nodes[1].lane.options = vec![service("slow", 9, 100, None), service("fast", 1, 700, None)];
    let mut base = problem(lines, nodes);
    base.order.promise_days = Some(2);
    let planned = |goals: Value| {
        let problem = with(base.clone(), json!({"goals": goals}));
        let plan = plan(&problem, &GreedyCost).unwrap();
        assert_eq!(check_plan(&problem, &plan), []);
        let services = plan.shipments.iter().map(|one| one.carrier.as_ref().unwrap().to_string());
        services.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(planned(json!(["filled", "splits", "late", "cost"])), "post fast");
    assert_eq!(planned(json!(["filled", "cost", "late"])), "post slow");
    assert_eq!(planned(json!(["splits", "filled", "cost"])), "post");
    assert_eq!(planned(json!(["splits", "late", "filled", "cost"])), "post");
    assert_eq!(planned(json!(["cost"])), "");
}

#[test]
fn weights_of_the_plain_costs_change_what_is_cheapest_and_not_what_carriers_ask() {
    let mut nodes = vec![node("n1", 1, &[("a", 1)]), node("n2", 2, &[("a", 1)])];
    nodes[0].shipment_cost = eur(300);
    nodes[1].lane.options = vec![service("post", 2, 700, None)];
    let problem = problem(vec![line("1", "a", 1, 100)], nodes);
    let chosen = |objective: Value| {
        let problem = with(problem.clone(), objective);
        let plan = plan(&problem, &GreedyCost).unwrap();
        assert_eq!(check_plan(&problem, &plan), []);
        (plan.shipments[0].node.to_string(), plan.shipments[0].freight, plan.cost.total)
    };
    assert_eq!(chosen(json!({})), ("n2".to_owned(), eur(700), eur(700)));
    let half = json!({"weights": {"handlingPerMille": 500}});
    assert_eq!(chosen(half), ("n1".to_owned(), eur(500), eur(650)));
}

#[test]
fn protection_by_expected_marginal_value_is_littlewoods_rule_for_two_classes() {
    let class = |class: u32, margin: &str, mean: u64| {
        json!({"class": class, "margin": money(margin),
        "meanMilli": mean})
    };
    let asked = |classes: Value| {
        let request = serde_json::from_value(json!({"classes": classes, "remaining": 10})).unwrap();
        let levels = protection_levels(&request).unwrap();
        let kept: Vec<_> = levels.levels.iter().map(|level| (level.class, level.units.units())).collect();
        let limits: Vec<_> = levels.limits.iter().map(|limit| (limit.class, limit.units.units())).collect();
        (kept, limits)
    };
    // P(D > 1) = 0.594 and P(D > 2) = 0.323 for a Poisson mean of 2: at half the margin two units are kept.
    let (kept, limits) = asked(json!([class(0, "5.00", 9000), class(1, "10.00", 2000)]));
    assert_eq!((kept, limits), (vec![(1, 2)], vec![(0, 8), (1, 10)]));
    // A class of equal margin is worth no protection, one of none keeps all that may be asked for.
    assert_eq!(asked(json!([class(0, "10.00", 1000), class(1, "10.00", 2000)])).0, [(1, 0)]);
    let (kept, limits) =
        asked(json!([class(0, "1.00", 5000), class(1, "6.00", 3000), class(2, "9.00", 2000)]));
    assert_eq!(kept.len(), 2);
    assert!(limits.windows(2).all(|pair| pair[0].1 <= pair[1].1));
}

#[test]
fn bad_protection_requests_are_named() {
    let request = ProtectionRequest { classes: vec![], remaining: crate::value::Quantity::new(1) };
    assert_eq!(protection_levels(&request).unwrap_err().as_slice()[0].path, "/classes");
}
