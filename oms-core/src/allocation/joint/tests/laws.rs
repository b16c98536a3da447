//! Laws of joint plans over random orders.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::super::tests::eur;
use super::super::super::tests::some::{some_full_problem, some_problem};
use super::{order, planned};
use crate::allocation::*;
use crate::value::{NodeId, Quantity, SkuId};

/// Orders of two classes over nodes of their own, each with what it is judged by.
fn some_batch() -> impl Strategy<Value = JointProblem> {
    let orders = prop::collection::vec((some_full_problem(), 0_u32..2), 1..5);
    (orders, any::<bool>(), 0_u64..200).prop_map(|(orders, across_classes, work)| {
        let orders = orders.into_iter().enumerate().map(|(at, (mut problem, class))| {
            problem.objective.goals.clear();
            order(&format!("o{at}"), class, problem)
        });
        JointProblem { across_classes, work: Some(work), ..JointProblem::new(orders.collect()) }
    })
}

/// Orders over the same nodes, all to be filled first.
fn same_nodes() -> impl Strategy<Value = JointProblem> {
    prop::collection::vec(some_problem(), 2..5).prop_map(|problems| {
        let candidates = problems[0].candidates.clone();
        let orders = problems.into_iter().enumerate().map(|(at, problem)| {
            let (candidates, lanes_required) = (candidates.clone(), true);
            order(&format!("o{at}"), 0, AllocationProblem { candidates, lanes_required, ..problem })
        });
        JointProblem { unfilled_cost: Some(eur(1_000_000)), ..JointProblem::new(orders.collect()) }
    })
}

type Cells = BTreeMap<(NodeId, SkuId), u32>;

fn add(taken: &mut Cells, problem: &AllocationProblem, plan: &AllocationPlan) {
    for one in &plan.assignments {
        let sku = problem.lines.iter().find(|line| line.line == one.line).unwrap().sku.clone();
        *taken.entry((one.node.clone(), sku)).or_default() += one.quantity.units();
    }
}

/// What is left of a problem after others took something.
fn after(problem: &AllocationProblem, taken: &Cells) -> AllocationProblem {
    let mut problem = problem.clone();
    for candidate in &mut problem.candidates {
        for (sku, units) in &mut candidate.available {
            let gone = taken.get(&(candidate.node.clone(), sku.clone())).copied().unwrap_or(0);
            *units = Quantity::new(units.units().saturating_sub(gone));
        }
    }
    problem
}

/// What a plan counts for: units short, each so much, and its cost.
fn count(plan: &AllocationPlan, fill: i64) -> i64 {
    let short: i64 = plan.shortfalls.iter().map(|one| i64::from(one.quantity.units())).sum();
    short * fill + plan.cost.total.minor()
}

/// The least that orders can count for together, tried out: each in turn gets every choice of nodes it may use.
fn least(orders: &[JointOrder], taken: &Cells, fill: i64) -> i64 {
    let Some((first, rest)) = orders.split_first() else { return 0 };
    let problem = after(&first.problem, taken);
    let nodes = problem.candidates.len();
    let mut best = i64::MAX;
    for open in 0..1_u32 << nodes {
        let mut only = problem.clone();
        for (at, candidate) in only.candidates.iter_mut().enumerate() {
            candidate.active &= open >> at & 1 == 1;
        }
        let plan = plan(&only, &Exact).unwrap();
        let mut taken = taken.clone();
        add(&mut taken, &problem, &plan);
        best = best.min(count(&plan, fill) + least(rest, &taken, fill));
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn plans_pass_the_checker_and_share_what_there_is(batch in some_batch()) {
        let plan = planned(&batch);
        let mut most = Cells::new();
        let mut taken = Cells::new();
        for (order, part) in batch.orders.iter().zip(&plan.orders) {
            for candidate in &order.problem.candidates {
                for (sku, units) in &candidate.available {
                    let most = most.entry((candidate.node.clone(), sku.clone())).or_default();
                    *most = units.units().max(*most);
                }
            }
            add(&mut taken, &order.problem, &part.plan);
        }
        for (cell, units) in taken {
            prop_assert!(units <= most[&cell], "{:?}", cell);
        }
    }

    #[test]
    fn any_number_of_threads_gives_the_same(batch in some_batch()) {
        let one = plan_jointly(&batch).unwrap();
        let four = plan_jointly(&JointProblem { threads: Some(4), ..batch }).unwrap();
        prop_assert_eq!(serde_json::to_vec(&one).unwrap(), serde_json::to_vec(&four).unwrap());
    }

    #[test]
    fn a_batch_never_costs_more_than_one_order_after_the_other(batch in same_nodes()) {
        let joint = planned(&batch);
        let (mut taken, mut sum) = (Cells::new(), 0);
        for order in &batch.orders {
            let problem = after(&order.problem, &taken);
            let plan = plan(&problem, &GreedyCost).unwrap();
            add(&mut taken, &problem, &plan);
            sum += count(&plan, 1_000_000);
        }
        prop_assert!(joint.cost.total.minor() <= sum, "{} {}", joint.cost.total, sum);
        prop_assert!(joint.lower_bound.is_some());
    }

    #[test]
    fn more_work_is_never_worse(batch in same_nodes(), less in 0_u64..60) {
        let with = |work| planned(&JointProblem { work: Some(work), ..batch.clone() });
        let (few, many) = (with(less), with(less * 4 + 20));
        prop_assert!(many.cost.total <= few.cost.total);
        prop_assert!(many.lower_bound >= few.lower_bound);
        prop_assert_eq!(with(less), few);
    }

    #[test]
    fn what_is_planned_again_moves_nothing_for_nothing(batch in same_nodes()) {
        let first = planned(&batch);
        let mut again = JointProblem { churn_cost: Some(eur(25)), prices: first.prices.clone(), ..batch };
        for (order, part) in again.orders.iter_mut().zip(&first.orders) {
            order.planned.clone_from(&part.plan.assignments);
        }
        let second = planned(&again);
        prop_assert!(second.cost.total <= first.cost.total, "{} {}", second.cost.total, first.cost.total);
        let moved: i64 = second.orders.iter().flat_map(|part| &part.moved)
            .map(|one| i64::from(one.quantity.units())).sum();
        prop_assert_eq!(second.cost.churn, eur(25 * moved));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_choice_of_nodes_is_below_the_bound(batch in same_nodes()) {
        let mut batch = batch;
        batch.orders.truncate(2);
        for order in &mut batch.orders {
            order.problem.candidates.truncate(4);
        }
        let joint = planned(&batch);
        let tried = least(&batch.orders, &Cells::new(), 1_000_000);
        let lower = joint.lower_bound.unwrap().minor();
        prop_assert!(lower <= tried, "{lower} {tried}");
    }
}
