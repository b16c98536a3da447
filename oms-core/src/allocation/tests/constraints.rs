//! Each constraint, hard and soft: what it forbids, what it charges, and that the checker says the same.

use serde_json::{Value, json};

use super::super::tests::{eur, line, node, problem, service};
use super::super::*;
use crate::network::NodeKind;
use crate::value::{NodeId, Quantity};

/// Two lines that either of two nodes can ship whole; `n1` comes first.
pub(super) fn two_nodes() -> AllocationProblem {
    let lines = vec![line("1", "a", 3, 400), line("2", "b", 1, 200)];
    let nodes = vec![node("n1", 1, &[("a", 3), ("b", 1)]), node("n2", 2, &[("a", 3), ("b", 1)])];
    let mut problem = problem(lines, nodes);
    problem.order = serde_json::from_value(json!({
        "at": "2026-11-11T12:00:00Z", "customer": "ann", "class": 1, "amount": {"amount": "80.00", "currency": "EUR"},
        "country": "DE", "region": "BE", "postcode": "10115", "promiseDays": 3
    }))
    .unwrap();
    for (at, line) in problem.lines.iter_mut().enumerate() {
        line.facts = serde_json::from_value(json!({
            "category": if at == 0 { "cups" } else { "books" }, "unitValue": {"amount": "20.00", "currency": "EUR"},
            "unitVolumeCm3": 1500, "processPath": if at == 0 { "fragile" } else { "flat" }
        }))
        .unwrap();
    }
    for (at, node) in problem.candidates.iter_mut().enumerate() {
        node.distance_metres = Some(if at == 0 { 5000 } else { 9000 });
        node.facts = serde_json::from_value(json!({
            "traits": {"kind": if at == 0 { "store" } else { "dc" }}, "country": "DE",
            "groups": if at == 0 { json!(["stores"]) } else { json!([]) }, "readyDays": 1 - at
        }))
        .unwrap();
    }
    problem
}

pub(super) fn money(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

fn constraint(value: Value) -> AllocationConstraint {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn planned(problem: &AllocationProblem, kind: AllocationStrategyKind) -> AllocationPlan {
    let plan = plan(problem, kind.strategy()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(check_plan(problem, &plan), [], "{kind:?}: {:?}", problem.constraints);
    plan
}

/// `line@node=units`, then `line!reason=units`; a constraint is a reason by its kind.
fn shown(plan: &AllocationPlan) -> String {
    let assigned = plan.assignments.iter().map(|one| format!("{}@{}={}", one.line, one.node, one.quantity));
    let short = plan.shortfalls.iter().map(|one| {
        let reason = one.constraint.map_or(format!("{:?}", one.reason), |by| format!("{:?}", by.kind));
        format!("{}!{reason}={}", one.line, one.quantity)
    });
    assigned.chain(short).collect::<Vec<_>>().join(" ")
}

/// Each hard constraint, and what priority ships under it.
fn cases() -> Vec<(Value, &'static str)> {
    let n1 = json!({"nodes": ["n1"]});
    let all_n2 = "1@n2=3 2@n2=1";
    let nothing = |kind: &'static str| -> &'static str {
        match kind {
            "Capability" => "2@n1=1 1!Capability=3",
            _ => unreachable!("{kind}"),
        }
    };
    vec![
        (json!({"type": "keep_stock", "nodes": n1, "units": 2}), "1@n1=1 1@n2=2 2@n2=1"),
        (
            json!({"type": "keep_stock", "items": {"categories": ["cups"]}, "units": 2}),
            "1@n1=1 1@n2=1 2@n1=1 1!KeepStock=1",
        ),
        (json!({"type": "lot_limit", "cells": [{"node": "n1", "sku": "a", "units": 0}]}), "1@n2=3 2@n1=1"),
        (json!({"type": "stock_owner"}), "1@n1=3 2@n1=1"),
        (json!({"type": "node_offline", "nodes": n1, "until": "2026-11-12T00:00:00Z"}), all_n2),
        (json!({"type": "node_offline", "nodes": n1, "from": "2026-11-12T00:00:00Z"}), "1@n1=3 2@n1=1"),
        (json!({"type": "node_kind", "kinds": ["dc"]}), all_n2),
        (json!({"type": "fulfilment_type", "wanted": "pickup"}), "1!FulfilmentType=3 2!FulfilmentType=1"),
        (json!({"type": "max_distance", "metres": 4999}), "1!MaxDistance=3 2!MaxDistance=1"),
        (json!({"type": "max_distance", "metres": 5000}), "1@n1=3 2@n1=1"),
        (
            json!({"type": "coverage", "nodes": n1, "allow": [{"country": "DE", "postcodePrefix": "2"}]}),
            all_n2,
        ),
        (json!({"type": "coverage", "nodes": n1, "deny": [{"country": "DE", "region": "BE"}]}), all_n2),
        (
            json!({"type": "coverage", "allow": [{"country": "DE", "region": "BE", "postcodePrefix": "101"}]}),
            "1@n1=3 2@n1=1",
        ),
        (json!({"type": "cross_border"}), "1@n1=3 2@n1=1"),
        (json!({"type": "bonded", "countries": ["CN"]}), "1@n1=3 2@n1=1"),
        (
            json!({"type": "item_node", "effect": "deny", "nodes": n1, "items": {"skus": ["b"]}}),
            "1@n1=3 2@n2=1",
        ),
        (
            json!({"type": "item_node", "effect": "allow", "nodes": n1, "items": {"lines": ["1"]}}),
            "1@n1=3 2@n1=1",
        ),
        (json!({"type": "capability"}), nothing("Capability")),
        (json!({"type": "carrier_choice", "nodes": n1, "deny": ["post"]}), all_n2),
        (json!({"type": "carrier_commitment", "carrier": "post", "missing": 5}), "1@n1=3 2@n1=1"),
        (json!({"type": "ready_within", "days": 0}), all_n2),
        (json!({"type": "in_time"}), "1@n1=3 2@n1=1"),
        (json!({"type": "capacity", "measure": "orders", "rooms": [{"node": "n1", "room": 0}]}), all_n2),
        (
            json!({"type": "capacity", "measure": "units", "rooms": [{"node": "n1", "room": 2}]}),
            "1@n1=2 1@n2=1 2@n2=1",
        ),
        (
            json!({"type": "capacity", "measure": "lines", "rooms": [{"node": "n1", "room": 1}]}),
            "1@n1=3 2@n2=1",
        ),
        (
            json!({"type": "capacity", "measure": "weight_grams", "rooms": [{"node": "n1", "room": 900}]}),
            "1@n1=2 1@n2=1 2@n2=1",
        ),
        (
            json!({"type": "capacity", "measure": "volume_cm3", "rooms": [{"node": "n1", "room": 4500}]}),
            "1@n1=3 2@n2=1",
        ),
        (
            json!({"type": "capacity", "measure": "units", "processPath": "flat", "rooms": [{"node": "n1",
                "room": 0}]}),
            "1@n1=3 2@n2=1",
        ),
        (
            json!({"type": "run_limit", "nodes": n1, "measure": "orders", "most": 7, "used": [{"node": "n1",
                "used": 7}]}),
            all_n2,
        ),
        (json!({"type": "run_limit", "measure": "lines", "most": 2}), "1@n1=3 2@n1=1"),
        (json!({"type": "max_splits", "shipments": 1}), "1@n1=3 2@n1=1"),
        (json!({"type": "no_line_split"}), "1@n1=3 2@n1=1"),
        (json!({"type": "ship_complete"}), "1@n1=3 2@n1=1"),
        (json!({"type": "keep_together", "lines": ["1", "2"]}), "1@n1=3 2@n1=1"),
        (json!({"type": "min_shipment", "units": 5}), "1!MinShipment=3 2!MinShipment=1"),
        (json!({"type": "min_shipment", "units": 5, "onlySplit": true}), "1@n1=3 2@n1=1"),
        (json!({"type": "no_split_below", "amount": money("100.00")}), "1@n1=3 2@n1=1"),
        (
            json!({"type": "max_rejects", "most": 2, "rejects": [{"node": "n1", "rejects": 2}, {"node": "n2",
                "rejects": 1}]}),
            all_n2,
        ),
        (
            json!({"type": "cool_down", "seconds": 3600, "rejected": [{"node": "n1", "at": "2026-11-11T11:00:01Z"}]}),
            all_n2,
        ),
        (
            json!({"type": "cool_down", "seconds": 3600, "rejected": [{"node": "n1", "at": "2026-11-11T11:00:00Z"}]}),
            "1@n1=3 2@n1=1",
        ),
        (json!({"type": "customer_ban", "customers": ["ann"], "nodes": n1}), all_n2),
        (json!({"type": "customer_ban", "customers": ["bob"], "nodes": n1}), "1@n1=3 2@n1=1"),
        (
            json!({"type": "protected_units", "levels": [{"sku": "a", "class": 2, "units": 1}, {"sku": "a",
                "class": 1, "units": 9}]}),
            "1@n1=2 1@n2=1 2@n1=1",
        ),
        (
            json!({"type": "node_budget", "left": [{"node": "n1", "left": money("5.00")}]}),
            "1@n1=2 1@n2=1 2@n1=1",
        ),
        (json!({"type": "node_budget", "left": [{"node": "n1", "left": money("4.99")}]}), all_n2),
        (
            json!({"type": "fairness_floor", "nodes": {"groups": ["stores"]}, "sharePerMille": 500,
                "given": 5, "total": 10}),
            "1@n1=3 2@n1=1",
        ),
        (json!({"type": "commitment", "nodes": {"nodes": ["n2"]}, "missing": 2}), all_n2),
    ]
}

#[test]
fn each_hard_constraint_forbids_what_it_says_and_names_itself_where_units_are_short() {
    for (value, expected) in cases() {
        let mut problem = two_nodes();
        if value["type"] == "capability" {
            problem.lines[0].facts.needs = serde_json::from_value(json!(["cold"])).unwrap();
        }
        problem.constraints = vec![constraint(value.clone())];
        assert_eq!(shown(&planned(&problem, AllocationStrategyKind::Priority)), expected, "{value}");
        for kind in AllocationStrategyKind::ALL {
            planned(&problem, kind);
        }
    }
}

/// A kind that no case names would be a kind that nothing tests.
#[test]
fn every_kind_of_constraint_has_a_case() {
    let named: Vec<String> =
        cases().iter().map(|(value, _)| value["type"].as_str().unwrap().to_owned()).collect();
    let kinds = [
        "bonded",
        "capability",
        "capacity",
        "carrier_choice",
        "carrier_commitment",
        "commitment",
        "cool_down",
        "coverage",
        "cross_border",
        "customer_ban",
        "fairness_floor",
        "fulfilment_type",
        "in_time",
        "item_node",
        "keep_stock",
        "keep_together",
        "lot_limit",
        "max_distance",
        "max_rejects",
        "max_splits",
        "min_shipment",
        "no_line_split",
        "no_split_below",
        "node_budget",
        "node_kind",
        "node_offline",
        "protected_units",
        "ready_within",
        "run_limit",
        "ship_complete",
        "stock_owner",
    ];
    for kind in kinds {
        assert!(named.iter().any(|one| one == kind), "{kind}");
        serde_json::from_value::<ConstraintKind>(json!(kind)).unwrap();
    }
}

/// What all of `n1` costs under each soft constraint: the price times what it breaks.
#[test]
fn a_soft_constraint_costs_its_price_for_each_breach() {
    let n1 = json!({"nodes": ["n1"]});
    let cases = [
        (json!({"type": "keep_stock", "nodes": n1, "units": 2}), 2 + 1),
        (json!({"type": "lot_limit", "cells": [{"node": "n1", "sku": "a", "units": 1}]}), 2),
        (json!({"type": "node_offline", "nodes": n1}), 1),
        (json!({"type": "node_kind", "kinds": ["dc"]}), 4),
        (json!({"type": "item_node", "effect": "deny", "nodes": n1, "items": {"skus": ["a"]}}), 3),
        (json!({"type": "capacity", "measure": "units", "rooms": [{"node": "n1", "room": 1}]}), 3),
        (json!({"type": "capacity", "measure": "weight_grams", "rooms": [{"node": "n1", "room": 399}]}), 2),
        (json!({"type": "capacity", "measure": "orders", "rooms": [{"node": "n1", "room": 0}]}), 1),
        (json!({"type": "run_limit", "measure": "lines", "most": 1}), 1),
        (json!({"type": "min_shipment", "value": money("80.01")}), 1),
        (json!({"type": "protected_units", "levels": [{"sku": "b", "class": 2, "units": 1}]}), 1),
        (json!({"type": "node_budget", "left": [{"node": "n1", "left": money("5.99")}]}), 1),
        (json!({"type": "commitment", "nodes": {"nodes": ["n2"]}, "missing": 2}), 2),
        (
            json!({"type": "fairness_floor", "nodes": {"nodes": ["n2"]}, "sharePerMille": 500, "given": 5,
                "total": 10}),
            2,
        ),
        (json!({"type": "carrier_choice", "deny": ["post"]}), 1),
        (json!({"type": "ready_within", "days": 0}), 1),
        (json!({"type": "in_time"}), 0),
    ];
    for (mut value, times) in cases {
        let mut problem = two_nodes();
        value["price"] = money("0.07");
        problem.constraints = vec![constraint(value.clone())];
        let whole = problem.lines.iter().map(|line| AllocationAssignment {
            line: line.line.clone(),
            node: NodeId::new("n1").unwrap(),
            quantity: line.quantity,
        });
        let plan = plan_assignments(&problem, "mine", whole.collect()).unwrap();
        assert_eq!(check_plan(&problem, &plan), [], "{value}");
        let sum: i64 = plan.cost.lines.iter().map(|line| line.cost.minor()).sum();
        assert_eq!(sum, 7 * times, "{value}");
        assert!(plan.cost.lines.iter().all(|line| line.constraint.is_some_and(|one| one.index == 0)));
        assert_eq!(plan.cost.total, eur(600 + sum));
    }
}

#[test]
fn soft_constraints_of_the_order_charge_for_what_is_torn() {
    let cases = [
        (json!({"type": "max_splits", "shipments": 1}), 1),
        (json!({"type": "no_line_split"}), 1),
        (json!({"type": "keep_together", "lines": ["1", "2"]}), 1),
        (json!({"type": "ship_complete"}), 1),
        (json!({"type": "no_split_below", "amount": money("80.01"), "items": {"skus": ["a"]}}), 2),
        (json!({"type": "min_shipment", "units": 2, "onlySplit": true}), 1),
    ];
    for (mut value, times) in cases {
        let mut problem = two_nodes();
        value["price"] = money("0.07");
        problem.constraints = vec![constraint(value.clone())];
        let part = |node: &str, units: u32| AllocationAssignment {
            line: problem.lines[0].line.clone(),
            node: NodeId::new(node).unwrap(),
            quantity: Quantity::new(units),
        };
        let plan = plan_assignments(&problem, "mine", vec![part("n1", 2), part("n2", 1)]).unwrap();
        assert_eq!(check_plan(&problem, &plan), [], "{value}");
        assert_eq!(plan.cost.lines.iter().map(|line| line.cost.minor()).sum::<i64>(), 7 * times, "{value}");
    }
}

#[test]
fn a_price_is_paid_only_where_it_is_worth_it() {
    let mut problem = two_nodes();
    problem.candidates[1].shipment_cost = eur(100);
    let mut offline = json!({"type": "node_offline", "nodes": {"nodes": ["n1"]}});
    offline["price"] = money("0.99");
    problem.constraints = vec![constraint(offline.clone())];
    let cheap = planned(&problem, AllocationStrategyKind::GreedyCost);
    assert_eq!((shown(&cheap).as_str(), cheap.cost.total), ("1@n1=3 2@n1=1", eur(699)));
    offline["price"] = money("1.01");
    problem.constraints = vec![constraint(offline)];
    let dear = planned(&problem, AllocationStrategyKind::GreedyCost);
    assert_eq!((shown(&dear).as_str(), dear.cost.total), ("1@n2=3 2@n2=1", eur(700)));
}

#[test]
fn a_rejected_candidate_names_the_first_constraint_and_a_limited_one_what_is_kept_from_it() {
    let mut problem = two_nodes();
    problem.constraints = [
        json!({"type": "keep_stock", "nodes": {"nodes": ["n2"]}, "units": 1}),
        json!({"type": "max_distance", "nodes": {"nodes": ["n1"]}, "metres": 10}),
        json!({"type": "node_kind", "kinds": ["dc"]}),
    ]
    .map(constraint)
    .to_vec();
    let plan = planned(&problem, AllocationStrategyKind::Priority);
    let constraint = Some(ConstraintRef { index: 1, kind: ConstraintKind::MaxDistance });
    let rejected = CandidateRejected { reason: CandidateRejection::Constraint, constraint };
    assert_eq!(plan.candidates[0].outcome, AllocationOutcome::Rejected(rejected));
    let kept: Vec<_> =
        plan.candidates[1].limits.iter().map(|one| (one.sku.as_str(), one.units.units())).collect();
    assert_eq!(kept, [("a", 1), ("b", 1)]);
    assert_eq!(shown(&plan), "1@n2=2 1!KeepStock=1 2!KeepStock=1");
}

#[test]
fn lines_that_stay_whole_go_where_they_fit_whole_and_else_where_most_fits() {
    let whole = |stock: [&[(&str, u32)]; 2]| {
        let mut problem =
            problem(vec![line("1", "a", 3, 100)], vec![node("n1", 1, stock[0]), node("n2", 2, stock[1])]);
        problem.constraints = vec![constraint(json!({"type": "no_line_split"}))];
        AllocationStrategyKind::ALL.map(|kind| shown(&planned(&problem, kind)))
    };
    assert!(whole([&[("a", 2)], &[("a", 3)]]).iter().all(|plan| plan == "1@n2=3"));
    assert!(whole([&[("a", 1)], &[("a", 2)]]).iter().all(|plan| plan == "1@n2=2 1!NoLineSplit=1"));
}

#[test]
fn groups_ship_together_or_not_at_all() {
    let lines = vec![line("1", "a", 1, 100), line("2", "b", 1, 100), line("3", "c", 1, 100)];
    let mut problem = problem(lines, vec![node("n1", 1, &[("a", 1), ("c", 1)]), node("n2", 2, &[("b", 1)])]);
    problem.constraints = vec![constraint(json!({"type": "keep_together", "lines": ["1", "2"]}))];
    for kind in AllocationStrategyKind::ALL {
        assert_eq!(shown(&planned(&problem, kind)), "3@n1=1 1!KeepTogether=1 2!KeepTogether=1", "{kind:?}");
    }
}

#[test]
fn the_plan_keeps_promises_by_a_dearer_service_where_it_must() {
    let mut problem = two_nodes();
    problem.candidates.remove(1);
    problem.candidates[0].lane.options =
        vec![service("slow", 3, 400, Some(0)), service("fast", 2, 900, Some(0))];
    let plan = planned(&problem, AllocationStrategyKind::GreedyCost);
    assert_eq!(plan.shipments[0].carrier.as_ref().unwrap().as_str(), "slow");
    problem.constraints = vec![constraint(json!({"type": "in_time"}))];
    let plan = planned(&problem, AllocationStrategyKind::GreedyCost);
    assert_eq!(plan.shipments[0].carrier.as_ref().unwrap().as_str(), "fast");
    problem.order.promise_days = Some(2);
    assert_eq!(shown(&planned(&problem, AllocationStrategyKind::GreedyCost)), "1!InTime=3 2!InTime=1");
}

#[test]
fn a_breach_of_ones_own_making_is_refused_with_the_constraint() {
    let mut problem = two_nodes();
    problem.constraints = vec![constraint(json!({"type": "node_kind", "kinds": ["dc"]}))];
    let own = vec![AllocationAssignment {
        line: problem.lines[0].line.clone(),
        node: NodeId::new("n1").unwrap(),
        quantity: Quantity::new(1),
    }];
    match plan_assignments(&problem, "mine", own) {
        Err(AllocationError::InvalidAssignment { violations, .. }) => {
            let kinds: Vec<_> =
                violations.iter().map(|one| (one.rule, one.constraint.map(|one| one.kind))).collect();
            assert_eq!(kinds, [(PlanRule::Constraint, Some(ConstraintKind::NodeKind))]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn bad_constraints_and_terms_are_named_with_their_places() {
    let mut problem = two_nodes();
    problem.order.at = None;
    problem.constraints = [
        json!({"type": "max_splits", "shipments": 0}),
        json!({"type": "keep_together", "lines": ["9"]}),
        json!({"type": "cool_down", "seconds": 1, "rejected": []}),
        json!({"type": "commitment", "nodes": {}, "missing": 1, "price": {"amount": "1.00", "currency": "USD"}}),
        json!({"type": "lot_limit", "cells": [{"node": "n1", "sku": "a", "units": 0}, {"node": "n1",
            "sku": "a", "units": 1}]}),
    ]
    .map(constraint)
    .to_vec();
    problem.objective = serde_json::from_value(json!({
        "goals": ["cost", "cost"],
        "capacity": {"atFull": money("9.00"), "beyond": money("1.00"), "nodes": [{"node": "n1",
            "capacity": 0, "used": 0}]}
    }))
    .unwrap();
    let found = problem.problems();
    let found: Vec<_> = found.as_slice().iter().map(|one| (&*one.code, one.path.as_str())).collect();
    assert_eq!(
        found,
        [
            ("input.out_of_range", "/constraints/0/shipments"),
            ("allocation.unknown_line", "/constraints/1/lines"),
            ("allocation.missing_fact", "/constraints/2"),
            ("money.currency_mismatch", "/constraints/3/price"),
            ("input.empty", "/constraints/3/nodes"),
            ("allocation.duplicate_row", "/constraints/4/cells/1"),
            ("allocation.duplicate_goal", "/objective/goals/1"),
            ("input.out_of_range", "/objective/capacity/beyond"),
            ("input.out_of_range", "/objective/capacity/nodes/0/capacity"),
        ]
    );
    assert_eq!(problem.candidates[0].facts.traits.kind, Some(NodeKind::Store));
}

/// Ten thousand nodes, one in ten of which may ship.
#[test]
fn ten_thousand_nodes_with_constraints_are_planned_and_pass_the_checker() {
    let nodes = (0..10_000).map(|at| {
        let mut node = node(&format!("n{at:05}"), at, &[("a", 1)]);
        node.distance_metres = Some(at);
        node
    });
    let mut problem = problem(vec![line("1", "a", 4, 10)], nodes.collect());
    problem.constraints = [
        json!({"type": "max_distance", "metres": 999}),
        json!({"type": "capacity", "measure": "units", "rooms": [{"node": "n00000", "room": 0}]}),
    ]
    .map(constraint)
    .to_vec();
    let plan = planned(&problem, AllocationStrategyKind::Priority);
    assert_eq!(shown(&plan), "1@n00001=1 1@n00002=1 1@n00003=1 1@n00004=1");
    assert_eq!(plan.candidates.len(), 10_000);
}
