//! What constraints say of an order as a whole, and of the sourcing.

use super::{Checker, Place, Shipped};
use crate::allocation::{
    AllocationConstraint, AllocationPlan, AllocationProblem, ItemScope, LineSourcing, NextTier, NodeScope,
    PlanRule,
};
use crate::value::{LineId, Money, NodeId};

/// How lines are to stay together.
#[derive(Clone, Copy)]
enum Tear {
    Nodes,
    Part,
    Either,
}

impl Checker<'_> {
    /// How often an order breaks a constraint that concerns it as a whole.
    pub(super) fn breaks_by_order(&self, constraint: &AllocationConstraint, shipped: &Shipped<'_>) -> i128 {
        let shipments = shipped.len();
        let beyond = |most: u32| count(shipments.saturating_sub(usize::try_from(most).unwrap_or(usize::MAX)));
        match constraint {
            AllocationConstraint::MaxSplits(splits) => beyond(splits.shipments),
            AllocationConstraint::NoLineSplit(whole) => self.split_lines(&whole.items, shipped),
            AllocationConstraint::ShipComplete(complete) => {
                let lines = self.lines_in(&complete.items);
                self.torn(&lines, shipped, Tear::Part)
            }
            AllocationConstraint::KeepTogether(together) => {
                let known = together.lines.iter().filter(|line| self.lines.contains_key(*line));
                self.torn(&known.collect::<Vec<_>>(), shipped, Tear::Either)
            }
            AllocationConstraint::MinShipment(least) => {
                if least.only_split && shipments < 2 {
                    return 0;
                }
                let value = least.value.map_or(0, |value| i128::from(value.minor()));
                let below = shipped.values().filter(|units| {
                    let sum: u128 = units.values().sum();
                    let worth = units.iter().map(|(line, units)| {
                        let each = self.lines.get(*line).and_then(|line| line.facts.unit_value);
                        each.map_or(0, |each| i128::from(each.minor())).saturating_mul(signed(*units))
                    });
                    sum < u128::from(least.units.unwrap_or(0)) || worth.sum::<i128>() < value
                });
                count(below.count())
            }
            AllocationConstraint::NoSplitBelow(small) => {
                let amount = self.problem.order.amount.map(Money::minor);
                let is_small =
                    small.amount.is_some_and(|least| amount.is_none_or(|amount| amount < least.minor()));
                let lines = if small.items.is_all() { 0 } else { self.split_lines(&small.items, shipped) };
                lines.saturating_add(if is_small { beyond(1) } else { 0 })
            }
            AllocationConstraint::FairnessFloor(floor) => {
                let (inside, outside) = self.sides(&floor.nodes, shipped);
                let all = (u128::from(floor.total) + inside + outside)
                    .saturating_mul(u128::from(floor.share_per_mille));
                let due = all / 1000 + u128::from(!all.is_multiple_of(1000));
                signed(outside.min(due.saturating_sub(u128::from(floor.given) + inside)))
            }
            AllocationConstraint::Commitment(owed) => {
                let (inside, outside) = self.sides(&owed.nodes, shipped);
                signed(outside.min(u128::from(owed.missing).saturating_sub(inside)))
            }
            _ => 0,
        }
    }

    fn lines_in(&self, items: &ItemScope) -> Vec<&LineId> {
        self.problem.lines.iter().filter(|line| self.is_item(items, line)).map(|line| &line.line).collect()
    }

    /// Further nodes that ship of a line, over all lines.
    fn split_lines(&self, items: &ItemScope, shipped: &Shipped<'_>) -> i128 {
        self.lines_in(items).into_iter().map(|line| self.torn(&[line], shipped, Tear::Nodes)).sum()
    }

    fn torn(&self, lines: &[&LineId], shipped: &Shipped<'_>, tear: Tear) -> i128 {
        let nodes =
            shipped.values().filter(|units| lines.iter().any(|line| units.contains_key(line))).count();
        let is_part = nodes > 0
            && lines.iter().any(|line| {
                let sum: u128 = shipped.values().filter_map(|units| units.get(line)).sum();
                self.lines.get(*line).is_some_and(|known| sum < u128::from(known.quantity.units()))
            });
        match tear {
            Tear::Nodes => count(nodes.saturating_sub(1)),
            Tear::Part => i128::from(is_part),
            Tear::Either => i128::from(is_part || nodes > 1),
        }
    }

    /// Units from nodes of a scope, and from others.
    fn sides(&self, scope: &NodeScope, shipped: &Shipped<'_>) -> (u128, u128) {
        let (mut inside, mut outside) = (0, 0);
        for (node, units) in shipped {
            let is_inside = self.nodes.get(*node).is_some_and(|node| self.in_scope(scope, node));
            *(if is_inside { &mut inside } else { &mut outside }) += units.values().sum::<u128>();
        }
        (inside, outside)
    }

    /// The sourcing asks each node for the lines that it ships.
    pub(super) fn check_sourcing(&mut self, shipped: &Shipped<'_>) {
        let problem = self.problem;
        for sourcing in &problem.sourcing {
            let is_possible = (1..=sourcing.tiers.len()).any(|tier| is_asked(sourcing, tier, shipped));
            let ships = shipped.values().any(|units| units.keys().any(|line| sourcing.lines.contains(*line)));
            if ships && !is_possible {
                self.report(
                    PlanRule::Sourcing,
                    Place::default(),
                    &sourcing.rule,
                    "nodes of no tier, or of several",
                );
            }
        }
    }

    /// The plan says how far tiers were asked, and ships from no further one.
    pub(super) fn check_tiers(&mut self, plan: &AllocationPlan) {
        let problem: &AllocationProblem = self.problem;
        self.equal(PlanRule::Sourcing, Place::default(), problem.sourcing.len(), plan.tiers.len());
        let shipped = super::shipped(&plan.assignments);
        for (sourcing, reached) in problem.sourcing.iter().zip(&plan.tiers) {
            let tier = usize::try_from(reached.tier).unwrap_or(usize::MAX);
            let is_known = reached.rule == sourcing.rule && (1..=sourcing.tiers.len()).contains(&tier);
            if !is_known || !is_asked(sourcing, tier, &shipped) {
                self.report(PlanRule::Sourcing, Place::default(), &sourcing.rule, reached.tier);
            }
        }
    }
}

/// Whether all nodes that ship lines of a sourcing are asked when a tier is reached.
fn is_asked(sourcing: &LineSourcing, reached: usize, shipped: &Shipped<'_>) -> bool {
    let in_tiers = |node: &NodeId| {
        sourcing.tiers.iter().enumerate().any(|(at, tier)| {
            let counts = match sourcing.next {
                NextTier::Joins => at < reached,
                NextTier::Replaces => at + 1 == reached,
            };
            counts && tier.contains(node)
        })
    };
    let ships = |units: &std::collections::BTreeMap<&LineId, u128>| {
        units.keys().any(|line| sourcing.lines.contains(*line))
    };
    shipped.iter().filter(|(_, units)| ships(units)).all(|(node, _)| in_tiers(node))
}

fn count(number: usize) -> i128 {
    i128::try_from(number).unwrap_or(i128::MAX)
}

fn signed(number: u128) -> i128 {
    i128::try_from(number).unwrap_or(i128::MAX)
}
