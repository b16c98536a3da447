//! A plan being made: what each order takes, and what rows have left.

use super::dense::{add, at};
use super::problem::BatchProblem;
use super::search::{Found, OrderSolver, Take};
use super::view::Terms;

/// What one order takes and costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OrderPlan {
    pub(super) takes: Vec<Take>,
    /// In minor units, without prices.
    pub(super) cost: i64,
}

/// Adds what an order takes to what rows have, `sign` times.
pub(super) fn book(problem: &BatchProblem, rooms: &mut [i64], takes: &[Take], sign: i64) {
    let mut last = None;
    for take in takes {
        add(rooms, take.row as usize, sign * take.units);
        add(rooms, problem.unit_row(take.node), sign * take.units);
        if last != Some(take.node) {
            add(rooms, problem.shipment_row(take.node), sign);
            last = Some(take.node);
        }
    }
}

/// The worth at some prices of what an order takes.
pub(super) fn worth(problem: &BatchProblem, prices: &[i64], takes: &[Take]) -> i64 {
    let mut sum = 0;
    let mut last = None;
    for take in takes {
        sum += take.units * (at(prices, take.row as usize) + at(prices, problem.unit_row(take.node)));
        if last != Some(take.node) {
            sum += at(prices, problem.shipment_row(take.node));
            last = Some(take.node);
        }
    }
    sum
}

/// Plans an order on terms, into `plan`.
pub(super) fn settle(
    problem: &BatchProblem,
    solver: &mut OrderSolver,
    order: usize,
    terms: &Terms<'_>,
    plan: &mut OrderPlan,
) -> Found {
    let found = solver.solve(problem, order, terms, &mut plan.takes);
    plan.cost = (found.cost - worth(problem, terms.prices, &plan.takes)) >> super::price::SHIFT;
    found
}
