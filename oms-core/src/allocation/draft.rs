//! A plan in the making, and how good it is.

use super::board::AllocationBoard;
use super::load::Load;
use super::{AllocationAssignment, Goal, pricing};
use crate::value::Quantity;

/// A plan in the making: one load per shipment, and what is left by line.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) loads: Vec<Load>,
    pub(super) left: Vec<u32>,
}

/// How good a draft is, the smaller the better: the goals in their order, then what tells equal ones apart.
pub(super) type Score = [i128; 7];

impl Draft {
    pub(super) fn new(board: &AllocationBoard<'_>) -> Self {
        Self { loads: Vec::new(), left: board.lines.iter().map(|line| line.units).collect() }
    }

    /// Units that nobody ships yet.
    pub(super) fn left_units(&self) -> u64 {
        self.left.iter().map(|left| u64::from(*left)).sum()
    }

    pub(super) fn is_complete(&self) -> bool {
        self.left.iter().all(|left| *left == 0)
    }

    /// Lets a node ship what it can of what is left; no shipment if that is nothing.
    pub(super) fn ship(&mut self, board: &AllocationBoard<'_>, node: usize) {
        let mut load = Load::new(board, node);
        load.fill(board, &mut self.left);
        if load.units > 0 {
            self.loads.push(load);
        }
    }

    /// The cost of all shipments and of the order in minor units; the largest number when it cannot be told.
    pub(super) fn minor(&self, board: &AllocationBoard<'_>) -> i128 {
        let shipments = self.loads.iter().try_fold(0_i128, |sum, load| sum.checked_add(load.minor(board)?));
        let Some(mut sum) = shipments else { return i128::MAX };
        let loads: Vec<&Load> = self.loads.iter().collect();
        pricing::order_costs(board, &loads, &self.left, &mut |_, minor| sum = sum.saturating_add(minor));
        sum
    }

    /// How good it is by the problem's goals: without any, units left, then cost; or cost alone where units left cost
    /// something. Then units left, cost and shipments tell equal ones apart.
    pub(super) fn score(&self, board: &AllocationBoard<'_>) -> Score {
        let (left, minor) = (i128::from(self.left_units()), self.minor(board));
        let shipments = i128::try_from(self.loads.len()).unwrap_or(i128::MAX);
        let goals = &board.problem().objective.goals;
        if goals.is_empty() {
            let first = if board.rules.unfilled.is_some() { [minor, left] } else { [left, minor] };
            return [first[0], first[1], shipments, 0, 0, 0, 0];
        }
        let goal = |at: usize| match goals.get(at) {
            Some(Goal::Filled) => left,
            Some(Goal::Splits) => shipments.saturating_sub(1).max(0),
            Some(Goal::Late) => self.late_shipments(board),
            Some(Goal::Cost) => minor,
            None => 0,
        };
        [goal(0), goal(1), goal(2), goal(3), left, minor, shipments]
    }

    fn late_shipments(&self, board: &AllocationBoard<'_>) -> i128 {
        let late =
            self.loads.iter().filter(|load| pricing::choose(board, load).is_some_and(|one| one.is_late));
        i128::try_from(late.count()).unwrap_or(i128::MAX)
    }

    /// The assignments by id: none at all if only the whole order may ship and this is not it.
    pub(super) fn assignments(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        let mut assignments = Vec::new();
        if board.problem().ship_complete && !self.is_complete() {
            return assignments;
        }
        for load in &self.loads {
            let Some(node) = board.nodes.get(load.node) else { continue };
            let units = board.lines.iter().zip(&load.by_line).filter(|(_, units)| **units > 0);
            assignments.extend(units.map(|(line, units)| AllocationAssignment {
                line: line.line.line.clone(),
                node: node.candidate.node.clone(),
                quantity: Quantity::new(*units),
            }));
        }
        assignments
    }
}
