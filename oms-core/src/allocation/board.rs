//! The problem laid out for deciding: sorted, with SKUs and nodes as dense indices and money as minor units.
//!
//! Lines and nodes are sorted by id here and nowhere else, which is why no plan depends on the order of the input.

use std::collections::BTreeMap;

use super::bond::Bonds;
use super::constraint::{NodeRules, OptionRules, Rules, Sheet};
use super::objective::per_mille;
use super::{AllocationCandidate, AllocationLine, AllocationProblem, CandidateRejection};
use crate::network::LaneOption;
use crate::value::{LineId, NodeId, SkuId};

/// A checked problem as the strategies see it.
#[derive(Clone)]
pub struct AllocationBoard<'p> {
    problem: &'p AllocationProblem,
    pub(super) lines: Vec<BoardLine<'p>>,
    pub(super) nodes: Vec<BoardNode<'p>>,
    /// Units asked for, by SKU.
    pub(super) demand: Vec<u64>,
    /// Units available within hard limits, by node and SKU.
    stock: Vec<u32>,
    /// By node and line, what keeps the line from the node; empty when nothing keeps any.
    closed: Vec<Option<Keeper>>,
    /// By node and SKU, the constraint that leaves the fewest units, the first of equal ones.
    capped: BTreeMap<(usize, usize), u32>,
    pub(super) freight_known: bool,
    pub(super) split_minor: i128,
    pub(super) max_shipments: usize,
    /// What constraints and terms come to.
    pub(super) rules: Rules,
    /// Which lines ship together.
    pub(super) bonds: Bonds,
}

/// What keeps a line from a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeper {
    /// A constraint, by its place.
    Constraint(u32),
    /// The sourcing, which does not ask the node.
    Sourcing,
}

#[derive(Clone)]
pub(super) struct BoardLine<'p> {
    pub(super) line: &'p AllocationLine,
    pub(super) sku: usize,
    pub(super) units: u32,
    pub(super) grams: u64,
    /// What one unit is worth.
    pub(super) value_minor: i128,
    /// In how many days it was promised.
    pub(super) promise_days: Option<u32>,
}

#[derive(Clone)]
pub(super) struct BoardNode<'p> {
    pub(super) candidate: &'p AllocationCandidate,
    /// Why it cannot ship at all.
    pub(super) barred: Option<CandidateRejection>,
    /// The constraint that is the reason.
    pub(super) barred_by: Option<u32>,
    /// The heaviest shipment that it can send in grams.
    pub(super) limit_grams: u64,
    shipment_minor: i128,
    unit_minor: i128,
}

impl<'p> AllocationBoard<'p> {
    /// What the problem allows when so many tiers of each sourcing have been reached.
    pub(super) fn within(problem: &'p AllocationProblem, reached: &[usize]) -> Self {
        let mut lines: Vec<&AllocationLine> = problem.lines.iter().collect();
        lines.sort_by(|a, b| a.line.cmp(&b.line));
        let mut skus: BTreeMap<&SkuId, usize> = BTreeMap::new();
        for line in &lines {
            let next = skus.len();
            skus.entry(&line.sku).or_insert(next);
        }
        let sku_of: Vec<usize> =
            lines.iter().map(|line| skus.get(&line.sku).copied().unwrap_or_default()).collect();
        let mut candidates: Vec<&AllocationCandidate> = problem.candidates.iter().collect();
        candidates.sort_by(|a, b| a.node.cmp(&b.node));
        let rules = Sheet::new(problem, &candidates, &lines, &sku_of).filled();

        let mut demand = vec![0_u64; skus.len()];
        let board_line = |(line, sku): (&'p AllocationLine, usize)| {
            if let Some(asked) = demand.get_mut(sku) {
                *asked = asked.saturating_add(u64::from(line.quantity.units()));
            }
            BoardLine::new(line, sku, problem)
        };
        let lines: Vec<BoardLine<'p>> = lines.into_iter().zip(sku_of).map(board_line).collect();

        let freight_known =
            problem.lanes_required || problem.candidates.iter().any(|candidate| !candidate.lane.is_empty());
        let nodes: Vec<BoardNode<'p>> = (candidates.into_iter().enumerate())
            .map(|(at, candidate)| BoardNode::new(candidate, freight_known, at, &rules))
            .collect();
        let mut by_index: Vec<(&SkuId, usize)> = skus.into_iter().collect();
        by_index.sort_by_key(|(_, index)| *index);
        let mut stock = Vec::with_capacity(nodes.len().saturating_mul(by_index.len()));
        for node in &nodes {
            let available = &node.candidate.available;
            stock
                .extend(by_index.iter().map(|(sku, _)| available.get(*sku).map_or(0, |units| units.units())));
        }
        let most = problem.max_shipments.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
        let most = rules.max_shipments.map_or(most, |(other, _)| most.min(other));
        let split = i128::from(problem.split_cost.minor());
        let bonds = Bonds::new(lines.len(), &rules.sets);
        let mut board = Self {
            problem,
            lines,
            nodes,
            demand,
            stock,
            closed: Vec::new(),
            capped: BTreeMap::new(),
            freight_known,
            split_minor: per_mille(split, problem.objective.weights.split_per_mille),
            max_shipments: most,
            rules,
            bonds,
        };
        board.apply_caps();
        board.close(reached);
        board
    }

    /// Lowers stock to what hard limits leave.
    fn apply_caps(&mut self) {
        for cap in &self.rules.caps {
            let at = cap.node.saturating_mul(self.demand.len()).saturating_add(cap.sku);
            if let Some(units) = self.stock.get_mut(at).filter(|units| cap.most < **units) {
                *units = cap.most;
                self.capped.insert((cap.node, cap.sku), cap.by);
            }
        }
    }

    /// Closes nodes to lines: by constraints, by promises that no service keeps, and by the sourcing. A node
    /// that is closed to all lines is barred.
    fn close(&mut self, reached: &[usize]) {
        let has_any = !self.rules.closed.is_empty()
            || self.rules.in_time.is_some()
            || !self.problem.sourcing.is_empty();
        if !has_any {
            return;
        }
        let sourcing: Vec<Option<usize>> = (self.lines.iter())
            .map(|line| self.problem.sourcing.iter().position(|one| one.lines.contains(&line.line.line)))
            .collect();
        let mut closed = Vec::with_capacity(self.nodes.len().saturating_mul(self.lines.len()));
        for node in 0..self.nodes.len() {
            for (line, sourcing) in sourcing.iter().enumerate() {
                let keeper = self.keeper_of(node, line).or_else(|| {
                    let at = (*sourcing)?;
                    let tiers = reached.get(at).copied().unwrap_or(0);
                    let id = &self.nodes.get(node)?.candidate.node;
                    let asked = self.problem.sourcing.get(at)?.asks(id, tiers);
                    (!asked).then_some(Keeper::Sourcing)
                });
                closed.push(keeper);
            }
        }
        self.closed = closed;
        for node in 0..self.nodes.len() {
            let keepers: Option<Vec<Keeper>> =
                (0..self.lines.len()).map(|line| self.keeper(node, line)).collect();
            let first = keepers.and_then(|keepers| keepers.first().copied());
            let Some(node) = self.nodes.get_mut(node) else { continue };
            if let (Some(keeper), None) = (first, node.barred) {
                (node.barred, node.barred_by) = match keeper {
                    Keeper::Constraint(by) => (Some(CandidateRejection::Constraint), Some(by)),
                    Keeper::Sourcing => (Some(CandidateRejection::NotSourced), None),
                };
            }
        }
    }

    /// The constraint that keeps a line from a node by itself, or because no service would bring it in time.
    fn keeper_of(&self, node: usize, line: usize) -> Option<Keeper> {
        let at = node.saturating_mul(self.lines.len()).saturating_add(line);
        if let Some(by) = self.rules.closed.get(at).copied().flatten() {
            return Some(Keeper::Constraint(by));
        }
        let by = self.rules.in_time.filter(|_| self.freight_known)?;
        let known = self.nodes.get(node)?;
        let days = self.lines.get(line)?.promise_days?;
        let is_in_time = |(_, option): (usize, &LaneOption)| known.arrival_days(option) <= days;
        (!known.candidate.lane.is_empty() && !self.options(node).any(is_in_time))
            .then_some(Keeper::Constraint(by))
    }

    /// The services of a node's lane that no constraint forbids, by their places.
    pub(super) fn options(&self, node: usize) -> impl Iterator<Item = (usize, &'p LaneOption)> {
        let lane = self.nodes.get(node).map(|node| &node.candidate.lane);
        let options = lane.into_iter().flat_map(|lane| &lane.options).enumerate();
        options.filter(move |(at, _)| self.option_rules(node, *at).is_none_or(|rules| rules.barred.is_none()))
    }

    pub(super) fn option_rules(&self, node: usize, option: usize) -> Option<&OptionRules> {
        self.rules.nodes.get(node)?.options.get(option)
    }

    pub(super) fn node_rules(&self, node: usize) -> Option<&NodeRules> {
        self.rules.nodes.get(node)
    }

    /// The constraint that keeps units of a SKU at a node from shipping.
    pub(super) fn capped_by(&self, node: usize, sku: usize) -> Option<u32> {
        self.capped.get(&(node, sku)).copied()
    }

    /// What keeps a line from a node.
    pub(super) fn keeper(&self, node: usize, line: usize) -> Option<Keeper> {
        let at = node.saturating_mul(self.lines.len()).saturating_add(line);
        self.closed.get(at).copied().flatten()
    }

    /// Whether some line is kept from some node.
    pub(super) fn has_keepers(&self) -> bool {
        !self.closed.is_empty()
    }

    /// The problem itself.
    #[must_use]
    pub const fn problem(&self) -> &'p AllocationProblem {
        self.problem
    }

    /// The nodes that may ship (open, allowed, and with a lane where one is needed), sorted by id.
    pub fn usable(&self) -> impl Iterator<Item = &'p AllocationCandidate> {
        self.nodes.iter().filter(|node| node.barred.is_none()).map(|node| node.candidate)
    }

    /// The indices of the nodes that may ship.
    pub(super) fn usable_nodes(&self) -> impl Iterator<Item = usize> {
        self.nodes.iter().enumerate().filter(|(_, node)| node.barred.is_none()).map(|(at, _)| at)
    }

    /// Units that no choice of nodes can serve, for want of stock at those that may ship.
    pub(super) fn unavoidable(&self) -> u64 {
        let lack = |(sku, asked): (usize, &u64)| {
            let serves = |node: &usize| {
                let mut lines = self.lines.iter().enumerate().filter(|(_, line)| line.sku == sku);
                lines.any(|(line, _)| self.keeper(*node, line).is_none())
            };
            let nodes = self.usable_nodes().filter(|node| self.closed.is_empty() || serves(node));
            let stock = nodes.map(|node| u64::from(self.stock(node, sku)));
            asked.saturating_sub(stock.fold(0, u64::saturating_add))
        };
        self.demand.iter().enumerate().map(lack).sum()
    }

    /// Whether nodes that together have all units may still be unable to ship them: for weight, or by constraints.
    pub(super) fn is_limited(&self) -> bool {
        let weight = |line: &BoardLine<'_>| line.grams.saturating_mul(u64::from(line.units));
        let grams = self.lines.iter().map(weight).fold(0, u64::saturating_add);
        let is_heavy = self.nodes.iter().any(|node| node.barred.is_none() && node.limit_grams < grams);
        is_heavy || self.rules.has_limits() || !self.closed.is_empty()
    }

    /// Units of a SKU at a node, within hard limits.
    pub(super) fn stock(&self, node: usize, sku: usize) -> u32 {
        let at = node.saturating_mul(self.demand.len()).saturating_add(sku);
        self.stock.get(at).copied().unwrap_or(0)
    }

    /// Lets each unit that does not ship count for so much more.
    pub(super) fn fill_first(&mut self, each: i128) {
        if each != 0 {
            let costs = self.rules.unfilled.get_or_insert_with(|| vec![0; self.lines.len()]);
            costs.iter_mut().for_each(|cost| *cost = cost.saturating_add(each));
        }
    }

    /// Units within hard limits, by node and SKU.
    pub(super) fn all_stock(&self) -> &[u32] {
        &self.stock
    }

    pub(super) fn all_stock_mut(&mut self) -> &mut [u32] {
        &mut self.stock
    }

    pub(super) fn line_index(&self, line: &LineId) -> Option<usize> {
        self.lines.binary_search_by(|known| known.line.line.cmp(line)).ok()
    }

    pub(super) fn node_index(&self, node: &NodeId) -> Option<usize> {
        self.nodes.binary_search_by(|known| known.candidate.node.cmp(node)).ok()
    }
}

impl<'p> BoardLine<'p> {
    fn new(line: &'p AllocationLine, sku: usize, problem: &AllocationProblem) -> Self {
        Self {
            line,
            sku,
            units: line.quantity.units(),
            grams: u64::from(line.unit_weight.as_grams()),
            value_minor: line.facts.unit_value.map_or(0, |value| i128::from(value.minor())),
            promise_days: line.facts.promise_days.or(problem.order.promise_days).map(u32::from),
        }
    }
}

impl<'p> BoardNode<'p> {
    fn new(candidate: &'p AllocationCandidate, freight_known: bool, at: usize, rules: &Rules) -> Self {
        let options = rules.nodes.get(at).map(|rules| rules.options.as_slice()).unwrap_or_default();
        let bar = |option: usize| options.get(option).and_then(|rules| rules.barred);
        let open = || candidate.lane.options.iter().enumerate().filter(|(at, _)| bar(*at).is_none());
        let constraint = rules.barred.get(at).copied().flatten();
        let (barred, barred_by) = if !candidate.active {
            (Some(CandidateRejection::NodeClosed), None)
        } else if freight_known && candidate.lane.is_empty() {
            (Some(CandidateRejection::NoLane), None)
        } else if constraint.is_some() {
            (Some(CandidateRejection::Constraint), constraint)
        } else if freight_known && open().next().is_none() {
            (Some(CandidateRejection::Constraint), (0..options.len()).find_map(bar))
        } else {
            (None, None)
        };
        let limit = open().map(|(_, option)| option.tariff.limit_grams()).max().unwrap_or(0);
        Self {
            candidate,
            barred,
            barred_by,
            limit_grams: if freight_known { limit } else { u64::MAX },
            shipment_minor: i128::from(candidate.shipment_cost.minor()),
            unit_minor: i128::from(candidate.unit_cost.minor()),
        }
    }

    /// The cost of a shipment and its units in minor units.
    pub(super) fn handling_minor(&self, units: u64) -> Option<i128> {
        self.unit_minor.checked_mul(i128::from(units))?.checked_add(self.shipment_minor)
    }

    /// In how many days a shipment by a service arrives.
    pub(super) fn arrival_days(&self, option: &LaneOption) -> u32 {
        u32::from(self.candidate.facts.ready_days).saturating_add(u32::from(option.transit_days))
    }
}
