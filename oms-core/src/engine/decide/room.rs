//! Planning within the room that nodes have: what the days of each still take, as constraints of the plan.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::Desk;
use super::standing::{Moved, Standings, full};
use crate::allocation::{
    AllocationConstraint, AllocationLine, AllocationPlan, AllocationProblem, AllocationStrategyKind,
    Capacity, NodeRoom, plan,
};
use crate::capacity::{CapacityMeasure, CapacityUse};
use crate::engine::view::Halt;
use crate::network::Node;
use crate::order::Order;
use crate::value::{LineId, NodeId, Quantity, SkuId};

/// A day, and the units that fit on it.
type Fitting = (NaiveDate, Vec<(LineId, Quantity)>);

impl Desk<'_, '_> {
    /// Plans so that no node gets more work than it has room for. A node that would is planned anew with what it has
    /// left as constraints; where these cannot say it all, with the first units that fit; and is left out if that was
    /// too much again. At most three plans for each node.
    pub(super) fn plan_within_room(
        &mut self,
        order: &Order,
        problem: &mut AllocationProblem,
        strategy: AllocationStrategyKind,
        standings: &mut Standings,
    ) -> Result<Arc<AllocationPlan>, Halt> {
        let network = self.view.network(self.tenant)?;
        let known = self.view.capacity_use(self.tenant, order)?;
        let mut limited: BTreeMap<NodeId, u8> = BTreeMap::new();
        loop {
            let plan = plan(problem, strategy.strategy())?;
            let mut is_full = false;
            for (id, standing) in standings.iter_mut() {
                let Some(node) = network.nodes.get(id).filter(|node| node.capacity.is_some()) else {
                    continue;
                };
                let units: Vec<_> = (plan.assignments.iter().filter(|part| part.node == *id))
                    .map(|part| (part.line.clone(), part.quantity))
                    .collect();
                if units.is_empty() {
                    continue;
                }
                let moved = Moved::new();
                if let Some(day) = self.day_with_room(order, &known, node, &standing.days, &units, &moved)? {
                    standing.told.day = Some(day);
                    continue;
                }
                is_full = true;
                let times = limited.entry(id.clone()).or_default();
                *times = times.saturating_add(1);
                let room = match *times {
                    1 | 2 => self.best_day(order, &known, node, &standing.days, &units)?,
                    _ => None,
                };
                let kept = room.as_ref().map(|(_, kept)| kept.as_slice()).unwrap_or_default();
                standing.told.room_units = Some(kept.iter().map(|(_, units)| u64::from(units.units())).sum());
                match &room {
                    Some((day, _)) if *times == 1 => {
                        let left = self.room_left(order, &known, node, *day, &problem.lines)?;
                        problem.constraints.extend(left);
                    }
                    Some((_, kept)) => limit(problem, order, id, kept),
                    None => {
                        standing.told.left_out = full(&standing.days);
                        limit(problem, order, id, &[]);
                    }
                }
            }
            if !is_full {
                return Ok(Arc::new(plan));
            }
        }
    }

    /// What a node has left on a day for an order, as constraints on a plan: of each path that all lines take, or those
    /// whose SKUs name it. What else paths take by category is looked at when the plan is there.
    fn room_left(
        &mut self,
        order: &Order,
        known: &CapacityUse,
        node: &Node,
        day: NaiveDate,
        lines: &[AllocationLine],
    ) -> Result<Vec<AllocationConstraint>, Halt> {
        let units: Vec<_> = lines.iter().map(|line| (line.line.clone(), line.quantity)).collect();
        let mut constraints = Vec::new();
        for path in node.capacity.iter().flat_map(|capacity| &capacity.paths) {
            let work = self.work(order, &units, path)?;
            let takes = |line: &AllocationLine| work.iter().any(|known| known.line == line.line);
            let names = |line: &AllocationLine| line.facts.process_path.as_ref() == Some(&path.path);
            let process_path = if lines.iter().all(takes) {
                None
            } else if !work.is_empty() && lines.iter().all(|line| takes(line) == names(line)) {
                Some(path.path.clone())
            } else {
                continue;
            };
            // An order that has booked on the day already is no order more, and its lines there are none.
            let booked = known.row(&node.id, day, &path.path).map_or(0, |row| row.lines.len());
            for measure in CapacityMeasure::ALL {
                let Some(limit) = measure.limit(&path.on(day)) else { continue };
                let Some(key) = self.capacity_key(&node.id, day, path, measure) else { continue };
                let left = self.view.cell(&key)?.free().saturating_add(i64::from(limit)).max(0);
                let mut room = u64::try_from(left).unwrap_or_default();
                match measure {
                    CapacityMeasure::Orders => room = room.saturating_add(u64::from(booked > 0)),
                    CapacityMeasure::Lines => {
                        room = room.saturating_add(u64::try_from(booked).unwrap_or(u64::MAX));
                    }
                    _ => {}
                }
                constraints.push(AllocationConstraint::Capacity(Capacity {
                    measure,
                    process_path: process_path.clone(),
                    rooms: vec![NodeRoom { node: node.id.clone(), room }],
                    price: None,
                }));
            }
        }
        Ok(constraints)
    }

    /// As [`Desk::plan_within_room`]; what a warehouse rejected is first planned as promised, with nodes and services
    /// that are in time, and only if that leaves units out without regard to the promise.
    pub(super) fn plan_as_promised(
        &mut self,
        order: &Order,
        problem: &mut AllocationProblem,
        strategy: AllocationStrategyKind,
        standings: &mut Standings,
    ) -> Result<Arc<AllocationPlan>, Halt> {
        let has_lanes = problem.candidates.iter().any(|candidate| !candidate.lane.is_empty());
        if let Some(promise_by) = order.promise_by.filter(|_| has_lanes && !order.rejections.is_empty()) {
            let (mut strict, mut kept) = (problem.clone(), standings.clone());
            for candidate in &mut strict.candidates {
                let ready = standings.get(&candidate.node).and_then(|standing| standing.told.ready_at);
                let ready = ready.unwrap_or(self.at).max(self.at);
                candidate.lane.options.retain(|option| {
                    let arrives = ready.checked_add_signed(TimeDelta::days(i64::from(option.transit_days)));
                    arrives.is_some_and(|arrives| arrives <= promise_by)
                });
                candidate.active &= !candidate.lane.is_empty();
            }
            let plan = self.plan_within_room(order, &mut strict, strategy, &mut kept)?;
            if plan.is_complete() {
                *standings = kept;
                return Ok(plan);
            }
        }
        self.plan_within_room(order, problem, strategy, standings)
    }

    /// The day on which most of the units fit, the first of several, and the first units that do; none where no day has
    /// room for any. A line of which no unit fits keeps no other line back.
    fn best_day(
        &mut self,
        order: &Order,
        known: &CapacityUse,
        node: &Node,
        days: &[NaiveDate],
        units: &[(LineId, Quantity)],
    ) -> Result<Option<Fitting>, Halt> {
        let mut best = None;
        let mut most = 0;
        for day in days {
            let mut fitting = Vec::with_capacity(units.len());
            for (line, quantity) in units {
                let one = [(line.clone(), Quantity::new(1))];
                if self.day_with_room(order, known, node, &[*day], &one, &Moved::new())?.is_some() {
                    fitting.push((line.clone(), *quantity));
                }
            }
            let fits = self.most_that_fit(order, known, node, *day, &fitting)?;
            if fits > most {
                most = fits;
                best = Some((*day, first_units(&fitting, fits)));
            }
        }
        Ok(best)
    }

    /// The most units that fit on a day, of the first lines.
    fn most_that_fit(
        &mut self,
        order: &Order,
        known: &CapacityUse,
        node: &Node,
        day: NaiveDate,
        units: &[(LineId, Quantity)],
    ) -> Result<u64, Halt> {
        let all: u64 = units.iter().map(|(_, units)| u64::from(units.units())).sum();
        let (mut fits, mut too_many) = (0_u64, all.saturating_add(1));
        while too_many.saturating_sub(fits) > 1 {
            let middle = fits.saturating_add(too_many.saturating_sub(fits) / 2);
            let tried = first_units(units, middle);
            let has_room = self.day_with_room(order, known, node, &[day], &tried, &Moved::new())?;
            if has_room.is_some() { fits = middle } else { too_many = middle }
        }
        Ok(fits)
    }
}

fn first_units(units: &[(LineId, Quantity)], most: u64) -> Vec<(LineId, Quantity)> {
    let mut left = u32::try_from(most).unwrap_or(u32::MAX);
    let mut first = Vec::new();
    for (line, quantity) in units {
        let kept = (*quantity).min(Quantity::new(left));
        left = left.saturating_sub(kept.units());
        if !kept.is_zero() {
            first.push((line.clone(), kept));
        }
    }
    first
}

/// Lets a node ship no more than these units.
fn limit(problem: &mut AllocationProblem, order: &Order, node: &NodeId, kept: &[(LineId, Quantity)]) {
    let mut sums: BTreeMap<SkuId, Quantity> = BTreeMap::new();
    for (line, quantity) in kept {
        if let Some(line) = order.line(line) {
            let sum = sums.entry(line.sku.clone()).or_default();
            *sum = Quantity::new(sum.units().saturating_add(quantity.units()));
        }
    }
    for candidate in problem.candidates.iter_mut().filter(|candidate| candidate.node == *node) {
        candidate.active = candidate.active && !kept.is_empty();
        candidate.available.clone_from(&sums);
    }
}
