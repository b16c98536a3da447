//! Tiers of a sourcing: who is asked, and when the next are.

use serde_json::{Value, json};

use super::super::tests::{line, node, problem};
use super::super::*;

fn sourced(sourcing: Value) -> (AllocationProblem, AllocationPlan, String) {
    let lines = vec![line("1", "a", 3, 100), line("2", "b", 1, 100)];
    let nodes = vec![
        node("store", 3, &[("a", 2), ("b", 1)]),
        node("dc", 2, &[("a", 3)]),
        node("supplier", 1, &[("a", 9), ("b", 9)]),
    ];
    let mut problem = problem(lines, nodes);
    problem.sourcing = serde_json::from_value(sourcing).unwrap();
    let plan = plan(&problem, &Priority).unwrap();
    assert_eq!(check_plan(&problem, &plan), []);
    let shown = plan.assignments.iter().map(|one| format!("{}@{}={}", one.line, one.node, one.quantity));
    let short = plan.shortfalls.iter().map(|one| format!("{}!{:?}={}", one.line, one.reason, one.quantity));
    let shown = shown.chain(short).collect::<Vec<_>>().join(" ");
    (problem, plan, shown)
}

#[test]
fn the_next_tier_is_asked_only_when_the_earlier_ones_do_not_satisfy() {
    let tiers = |more: Value| {
        let mut sourcing =
            json!({"rule": "r", "lines": ["1", "2"], "tiers": [["store"], ["dc"], ["supplier"]]});
        sourcing.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        sourced(json!([sourcing]))
    };
    let (_, plan, shown) = tiers(json!({}));
    assert_eq!(shown, "1@dc=3 2@store=1");
    assert_eq!(plan.tiers[0].tier, 2);
    let supplier = CandidateRejected { reason: CandidateRejection::NotSourced, constraint: None };
    assert_eq!(plan.candidates[2].outcome, AllocationOutcome::Rejected(supplier));
    let (_, plan, shown) = tiers(json!({"until": "started"}));
    assert_eq!((shown.as_str(), plan.tiers[0].tier), ("1@store=2 2@store=1 1!NotSourced=1", 1));
    let (_, plan, shown) = tiers(json!({"next": "replaces"}));
    assert_eq!((shown.as_str(), plan.tiers[0].tier), ("1@supplier=3 2@supplier=1", 3));
}

#[test]
fn lines_go_their_own_ways_and_a_line_without_sourcing_goes_anywhere() {
    let (problem, plan, shown) = sourced(json!([{"rule": "r", "lines": ["1"], "tiers": [["store"]]}]));
    assert_eq!(shown, "1@store=2 2@supplier=1 1!NotSourced=1");
    let mut wrong = plan;
    wrong.tiers[0].tier = 2;
    assert!(check_plan(&problem, &wrong).iter().any(|one| one.rule == PlanRule::Sourcing));
    let own = |node: &str| {
        let (line, quantity) = (problem.lines[0].line.clone(), problem.lines[1].quantity);
        let node = crate::value::NodeId::new(node).unwrap();
        plan_assignments(&problem, "mine", vec![AllocationAssignment { line, node, quantity }])
    };
    assert!(own("store").is_ok());
    match own("dc") {
        Err(AllocationError::InvalidAssignment { violations, .. }) => {
            assert_eq!(violations.iter().map(|one| one.rule).collect::<Vec<_>>(), [PlanRule::Sourcing]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn bad_sourcing_is_named() {
    let mut problem = problem(vec![line("1", "a", 1, 1)], vec![]);
    problem.sourcing = serde_json::from_value(json!([
        {"rule": "r", "lines": ["1", "9"], "tiers": []},
        {"rule": "s", "lines": ["1"], "tiers": [["n"]]}
    ]))
    .unwrap();
    let found = problem.problems();
    let found: Vec<_> = found.as_slice().iter().map(|one| (&*one.code, one.path.as_str())).collect();
    assert_eq!(
        found,
        [
            ("input.empty", "/sourcing/0/tiers"),
            ("allocation.unknown_line", "/sourcing/0/lines"),
            ("allocation.duplicate_row", "/sourcing/1/lines"),
        ]
    );
}
