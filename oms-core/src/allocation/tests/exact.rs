//! The strategy that proves: never beaten by any plan there is.

use proptest::prelude::*;

use super::super::tests::{eur, line, node, problem, service};
use super::super::*;
use super::some::{some_full_problem, some_problem};
use crate::network::Lane;
use crate::value::{LineId, NodeId, Quantity};

fn exact(problem: &AllocationProblem) -> AllocationPlan {
    let plan = plan(problem, &Exact).unwrap();
    assert_eq!(check_plan(problem, &plan), []);
    plan
}

/// Units short, then the cost: what plans without goals are judged by.
fn rank(plan: &AllocationPlan) -> (u64, i64) {
    let short = plan.shortfalls.iter().map(|short| u64::from(short.quantity.units())).sum();
    (short, plan.cost.total.minor())
}

/// Every way to spread so many units over the places.
fn spreads(units: u32, places: usize) -> Vec<Vec<u32>> {
    let Some(rest) = places.checked_sub(1) else { return vec![vec![]] };
    let first = |own: u32| {
        spreads(units - own, rest).into_iter().map(move |mut more| {
            more.push(own);
            more
        })
    };
    (0..=units).flat_map(first).collect()
}

/// The best rank among all plans that can be shipped.
fn best(problem: &AllocationProblem) -> (u64, i64) {
    let nodes: Vec<&NodeId> = problem.candidates.iter().map(|one| &one.node).collect();
    let mut answers: Vec<Vec<AllocationAssignment>> = vec![vec![]];
    for line in &problem.lines {
        let mut longer = Vec::new();
        for spread in spreads(line.quantity.units(), nodes.len()) {
            let parts = nodes.iter().zip(spread).filter(|(_, units)| *units > 0);
            let parts: Vec<_> = parts
                .map(|(node, units)| AllocationAssignment {
                    line: line.line.clone(),
                    node: NodeId::clone(node),
                    quantity: Quantity::new(units),
                })
                .collect();
            longer.extend(answers.iter().map(|answer| [answer.clone(), parts.clone()].concat()));
        }
        answers = longer;
    }
    let plans = answers.into_iter().filter_map(|answer| plan_assignments(problem, "any", answer).ok());
    plans.map(|plan| rank(&plan)).min().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_plan_that_can_be_shipped_beats_it(problem in some_problem()) {
        let mut problem = problem;
        problem.lines.truncate(2);
        problem.candidates.truncate(3);
        let plan = exact(&problem);
        let proof = plan.proof.clone().unwrap();
        prop_assert!(proof.proved);
        prop_assert_eq!(proof.bound, Some(plan.cost.total));
        prop_assert_eq!(rank(&plan), best(&problem));
    }

    #[test]
    fn no_shipped_strategy_beats_it(problem in some_problem()) {
        let plan = exact(&problem);
        for kind in AllocationStrategyKind::ALL {
            let other = super::super::plan(&problem, kind.strategy()).unwrap();
            prop_assert!(rank(&plan) <= rank(&other), "{:?}", kind);
        }
    }

    #[test]
    fn what_it_proves_under_constraints_no_answer_beats(
        problem in some_full_problem(),
        picks in prop::collection::vec((0_u8..4, 0_u8..6, 1_u32..4), 0..5),
    ) {
        let mut problem = problem;
        problem.objective.goals.clear();
        let plan = exact(&problem);
        let proof = plan.proof.clone().unwrap();
        let key = |plan: &AllocationPlan| {
            let (short, cost) = rank(plan);
            if problem.objective.unfilled.is_some() { (0, cost) } else { (short, cost) }
        };
        let assignment = |(line, node, units)| AllocationAssignment {
            line: LineId::new(format!("l{line}")).unwrap(),
            node: NodeId::new(format!("n{node}")).unwrap(),
            quantity: Quantity::new(units),
        };
        let picked = plan_assignments(&problem, "any", picks.into_iter().map(assignment).collect());
        let shipped = AllocationStrategyKind::ALL.map(|kind| super::super::plan(&problem, kind.strategy()));
        // Tiers are reached by what a plan leaves, so that answers under tiers are not all comparable.
        if proof.proved && problem.sourcing.is_empty() {
            for other in shipped.into_iter().chain([picked]).flatten() {
                prop_assert!(key(&plan) <= key(&other), "{}", other.strategy);
                prop_assert!(proof.bound.is_none_or(|bound| key(&other).0 > key(&plan).0 || bound <= other.cost.total));
            }
        }
    }
}

#[test]
fn a_split_that_saves_a_weight_step_is_found() {
    // 1.2 kg from one node costs two steps; a second shipment would save one and cost a split.
    let mut two =
        problem(vec![line("1", "a", 3, 400)], vec![node("n1", 0, &[("a", 2)]), node("n2", 0, &[("a", 3)])]);
    two.split_cost = eur(0);
    two.candidates[1].lane = Lane { options: vec![service("post", 2, 500, Some(900))] };
    let plan = exact(&two);
    assert_eq!(plan.cost.total, eur(1000));
    assert_eq!(plan.shipments.len(), 2);
    two.split_cost = eur(401);
    assert_eq!(exact(&two).shipments.len(), 1);
}

#[test]
fn numbers_too_large_to_search_are_planned_and_not_proved() {
    let mut large = problem(vec![line("1", "a", 2, 400)], vec![node("n1", 0, &[("a", 2)])]);
    large.candidates[0].shipment_cost = eur(i64::MAX / 4);
    let plan = exact(&large);
    assert!(plan.is_complete());
    assert_eq!(plan.proof.map(|proof| proof.proved), Some(false));
}

#[test]
fn the_nearest_node_that_has_all_goes_before_nearer_ones() {
    let mut far = node("far", 0, &[("a", 3)]);
    far.distance_metres = Some(900);
    let mut near = node("near", 0, &[("a", 2)]);
    near.distance_metres = Some(10);
    let mut nearest = problem(vec![line("1", "a", 3, 100)], vec![near, far]);
    let ships = |problem: &AllocationProblem| {
        let plan = plan(problem, &NearestComplete).unwrap();
        plan.shipments.into_iter().map(|one| one.node.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ships(&nearest), ["far"]);
    nearest.lines[0].quantity = Quantity::new(4);
    assert_eq!(ships(&nearest), ["far", "near"]);
}
