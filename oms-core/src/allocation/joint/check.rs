//! Everything wrong with orders that are to be planned together.

use std::collections::{BTreeMap, BTreeSet};

use super::prices::check_money;
use super::{JointOrder, JointProblem};
use crate::allocation::Goal;
use crate::value::{Currency, Problems};

impl JointProblem {
    /// Everything wrong with it, with the place of each fault.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let Some(currency) = self.orders.first().map(|order| order.problem.currency) else {
            problems.add("input.empty", "/orders", "name at least one order");
            return problems;
        };
        let mut seen = BTreeSet::new();
        for (at, order) in self.orders.iter().enumerate() {
            if !seen.insert(&order.order) {
                let message = format!("`{}` is in the batch already", order.order);
                problems.add("batch.duplicate_order", format!("/orders/{at}/order"), message);
            }
            problems.extend(order.problems(currency).under(&format!("/orders/{at}")));
        }
        let mut rooms = BTreeSet::new();
        for (at, row) in self.capacity.iter().enumerate() {
            if !rooms.insert((&row.node, row.measure)) {
                let message = format!("`{}` has such a room already", row.node);
                problems.add("batch.duplicate_capacity", format!("/capacity/{at}"), message);
            }
        }
        for (path, money) in [("/churnCost", self.churn_cost), ("/unfilledCost", self.unfilled_cost)] {
            if let Some(money) = money {
                check_money(&mut problems, path.to_owned(), money, currency);
            }
        }
        problems.extend(self.prices.problems(currency).under("/prices"));
        problems
    }
}

impl JointOrder {
    fn problems(&self, currency: Currency) -> Problems {
        let problem = &self.problem;
        let mut problems = problem.problems().under("/problem");
        if problem.currency != currency {
            let message = format!("all orders of a batch must be in {currency}");
            problems.add("money.currency_mismatch", "/problem/currency", message);
        }
        for (at, goal) in problem.objective.goals.iter().enumerate() {
            if matches!(goal, Goal::Splits | Goal::Late) {
                let message = "a batch weighs orders by money; give splits and lateness a cost instead";
                problems.add("batch.goal_not_money", format!("/problem/objective/goals/{at}"), message);
            }
        }
        let mut left: BTreeMap<_, u32> =
            problem.lines.iter().map(|line| (&line.line, line.quantity.units())).collect();
        let mut seen = BTreeSet::new();
        for (at, part) in self.planned.iter().enumerate() {
            let path = |field: &str| format!("/planned/{at}{field}");
            if !seen.insert((&part.line, &part.node)) {
                problems.add("batch.duplicate_planned", path(""), "the line is planned there already");
            }
            let units = part.quantity.units();
            match left.get_mut(&part.line) {
                None => {
                    let message = format!("there is no line `{}`", part.line);
                    problems.add("allocation.unknown_line", path("/line"), message);
                }
                Some(_) if units == 0 => {
                    problems.add("input.out_of_range", path("/quantity"), "at least 1 unit");
                }
                Some(rest) => match rest.checked_sub(units) {
                    Some(fewer) => *rest = fewer,
                    None => {
                        let message = "more units are planned than the line has";
                        problems.add("input.out_of_range", path("/quantity"), message);
                    }
                },
            }
        }
        problems
    }
}
