//! Which of two plans for one problem is better, by the problem's own goals.

use crate::allocation::{AllocationPlan, AllocationProblem, Goal, PlannedShipment};
use crate::value::NodeId;

/// What a plan is ranked by; the smaller is the better one. Equal ranks are told apart by their nodes.
pub(super) fn rank(problem: &AllocationProblem, plan: &AllocationPlan) -> (Vec<i128>, Vec<NodeId>) {
    let standard: &[Goal] =
        if problem.objective.unfilled.is_some() { &[Goal::Cost] } else { &[Goal::Filled, Goal::Cost] };
    let goals =
        if problem.objective.goals.is_empty() { standard } else { problem.objective.goals.as_slice() };
    let mut ranks: Vec<i128> = goals.iter().map(|goal| figure(*goal, problem, plan)).collect();
    ranks.push(figure(Goal::Cost, problem, plan));
    (ranks, nodes(plan))
}

/// The nodes that ship; a plan's shipments are sorted by node.
pub(super) fn nodes(plan: &AllocationPlan) -> Vec<NodeId> {
    plan.shipments.iter().map(|shipment| shipment.node.clone()).collect()
}

/// How many units a plan leaves.
pub(super) fn short_units(plan: &AllocationPlan) -> u64 {
    plan.shortfalls.iter().map(|short| u64::from(short.quantity.units())).sum()
}

fn figure(goal: Goal, problem: &AllocationProblem, plan: &AllocationPlan) -> i128 {
    match goal {
        Goal::Filled => i128::from(short_units(plan)),
        Goal::Splits => i128::try_from(plan.shipments.len()).unwrap_or(i128::MAX),
        Goal::Late => {
            let late = plan.shipments.iter().filter(|shipment| is_late(problem, plan, shipment)).count();
            i128::try_from(late).unwrap_or(i128::MAX)
        }
        Goal::Cost => i128::from(plan.cost.total.minor()),
    }
}

fn is_late(problem: &AllocationProblem, plan: &AllocationPlan, shipment: &PlannedShipment) -> bool {
    let Some(transit) = shipment.transit_days else { return false };
    let candidate = problem.candidates.iter().find(|candidate| candidate.node == shipment.node);
    let ready = candidate.map_or(0, |candidate| candidate.facts.ready_days);
    let arrival = u32::from(ready).saturating_add(u32::from(transit));
    let parts = plan.assignments.iter().filter(|part| part.node == shipment.node);
    parts.filter_map(|part| problem.lines.iter().find(|line| line.line == part.line)).any(|line| {
        let promised = line.facts.promise_days.or(problem.order.promise_days);
        promised.is_some_and(|days| arrival > u32::from(days))
    })
}
