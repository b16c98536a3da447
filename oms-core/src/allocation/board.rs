//! The problem laid out for deciding: sorted, with SKUs and nodes as dense indices and money as minor units.
//!
//! Lines and nodes are sorted by id here and nowhere else, which is why no plan depends on the order of the input.

use std::collections::BTreeMap;

use super::{
    AllocationAssignment, AllocationCandidate, AllocationLine, AllocationProblem, CandidateRejection,
};
use crate::value::{LineId, NodeId, Quantity, SkuId};

/// A checked problem as the strategies see it.
pub struct AllocationBoard<'p> {
    problem: &'p AllocationProblem,
    pub(super) lines: Vec<BoardLine<'p>>,
    pub(super) nodes: Vec<BoardNode<'p>>,
    /// Units asked for, by SKU.
    pub(super) demand: Vec<u64>,
    /// Units available, by node and SKU.
    stock: Vec<u32>,
    pub(super) freight_known: bool,
    pub(super) split_minor: i128,
    pub(super) max_shipments: usize,
}

pub(super) struct BoardLine<'p> {
    pub(super) line: &'p AllocationLine,
    pub(super) sku: usize,
    pub(super) units: u32,
    pub(super) grams: u64,
}

pub(super) struct BoardNode<'p> {
    pub(super) candidate: &'p AllocationCandidate,
    /// Why it cannot ship at all.
    pub(super) barred: Option<CandidateRejection>,
    /// The heaviest shipment that it can send in grams.
    limit_grams: u64,
    shipment_minor: i128,
    unit_minor: i128,
}

impl<'p> AllocationBoard<'p> {
    pub(super) fn new(problem: &'p AllocationProblem) -> Self {
        let mut lines: Vec<&AllocationLine> = problem.lines.iter().collect();
        lines.sort_by(|a, b| a.line.cmp(&b.line));
        let mut skus: BTreeMap<&SkuId, usize> = BTreeMap::new();
        for line in &lines {
            let next = skus.len();
            skus.entry(&line.sku).or_insert(next);
        }
        let mut demand = vec![0_u64; skus.len()];
        let board_line = |line: &'p AllocationLine| {
            let sku = skus.get(&line.sku).copied().unwrap_or_default();
            let units = line.quantity.units();
            if let Some(asked) = demand.get_mut(sku) {
                *asked = asked.saturating_add(u64::from(units));
            }
            BoardLine { line, sku, units, grams: u64::from(line.unit_weight.as_grams()) }
        };
        let lines = lines.into_iter().map(board_line).collect();

        let freight_known =
            problem.lanes_required || problem.candidates.iter().any(|candidate| !candidate.lane.is_empty());
        let mut nodes: Vec<BoardNode<'p>> =
            problem.candidates.iter().map(|candidate| BoardNode::new(candidate, freight_known)).collect();
        nodes.sort_by(|a, b| a.candidate.node.cmp(&b.candidate.node));
        let mut by_index: Vec<(&SkuId, usize)> = skus.into_iter().collect();
        by_index.sort_by_key(|(_, index)| *index);
        let mut stock = Vec::with_capacity(nodes.len().saturating_mul(by_index.len()));
        for node in &nodes {
            let available = &node.candidate.available;
            stock
                .extend(by_index.iter().map(|(sku, _)| available.get(*sku).map_or(0, |units| units.units())));
        }
        let max_shipments =
            problem.max_shipments.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
        let split_minor = i128::from(problem.split_cost.minor());
        Self { problem, lines, nodes, demand, stock, freight_known, split_minor, max_shipments }
    }

    /// The problem itself.
    #[must_use]
    pub const fn problem(&self) -> &'p AllocationProblem {
        self.problem
    }

    /// The nodes that may ship (open, and with a lane where one is needed), sorted by id.
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
            let stock = self.usable_nodes().map(|node| u64::from(self.stock(node, sku)));
            asked.saturating_sub(stock.fold(0, u64::saturating_add))
        };
        self.demand.iter().enumerate().map(lack).sum()
    }

    /// Whether some node's carriers refuse a shipment of the whole order for its weight.
    pub(super) fn has_weight_limit(&self) -> bool {
        let weight = |line: &BoardLine<'_>| line.grams.saturating_mul(u64::from(line.units));
        let grams = self.lines.iter().map(weight).fold(0, u64::saturating_add);
        self.nodes.iter().any(|node| node.barred.is_none() && node.limit_grams < grams)
    }

    /// Units of a SKU at a node.
    pub(super) fn stock(&self, node: usize, sku: usize) -> u32 {
        let at = node.saturating_mul(self.demand.len()).saturating_add(sku);
        self.stock.get(at).copied().unwrap_or(0)
    }

    /// Freight and handling of one shipment in minor units; `None` if no carrier takes the weight.
    pub(super) fn shipment_minor(&self, node: usize, units: u64, grams: u64) -> Option<i128> {
        let node = self.nodes.get(node)?;
        let freight = if self.freight_known { node.candidate.lane.cheapest(grams)?.0 } else { 0 };
        node.handling_minor(units)?.checked_add(i128::from(freight))
    }

    pub(super) fn line_index(&self, line: &LineId) -> Option<usize> {
        self.lines.binary_search_by(|known| known.line.line.cmp(line)).ok()
    }

    pub(super) fn node_index(&self, node: &NodeId) -> Option<usize> {
        self.nodes.binary_search_by(|known| known.candidate.node.cmp(node)).ok()
    }
}

impl<'p> BoardNode<'p> {
    fn new(candidate: &'p AllocationCandidate, freight_known: bool) -> Self {
        let barred = if !candidate.active {
            Some(CandidateRejection::NodeClosed)
        } else if freight_known && candidate.lane.is_empty() {
            Some(CandidateRejection::NoLane)
        } else {
            None
        };
        Self {
            candidate,
            barred,
            limit_grams: if freight_known { candidate.lane.limit_grams() } else { u64::MAX },
            shipment_minor: i128::from(candidate.shipment_cost.minor()),
            unit_minor: i128::from(candidate.unit_cost.minor()),
        }
    }

    /// The cost of a shipment and its units in minor units.
    pub(super) fn handling_minor(&self, units: u64) -> Option<i128> {
        self.unit_minor.checked_mul(i128::from(units))?.checked_add(self.shipment_minor)
    }
}

/// What one node ships: units by line.
#[derive(Clone, Debug)]
pub(super) struct Load {
    pub(super) node: usize,
    pub(super) by_line: Vec<u32>,
    /// Units by SKU, because lines may share one.
    taken: Vec<u32>,
    pub(super) units: u64,
    pub(super) grams: u64,
}

impl Load {
    pub(super) fn new(board: &AllocationBoard<'_>, node: usize) -> Self {
        Self {
            node,
            by_line: vec![0; board.lines.len()],
            taken: vec![0; board.demand.len()],
            units: 0,
            grams: 0,
        }
    }

    /// Takes over as many of the units left as stock and weight limit allow, line by line.
    pub(super) fn fill(&mut self, board: &AllocationBoard<'_>, left: &mut [u32]) {
        for (at, left) in left.iter_mut().enumerate().filter(|(_, left)| **left > 0) {
            let taken = self.room(board, at).min(*left);
            if self.take(board, at, taken) {
                *left -= taken;
            }
        }
    }

    /// Whether the node has units of a SKU that this load does not take.
    pub(super) fn has_stock(&self, board: &AllocationBoard<'_>, sku: usize) -> bool {
        board.stock(self.node, sku) > self.taken.get(sku).copied().unwrap_or(0)
    }

    /// How many more units of a line fit.
    pub(super) fn room(&self, board: &AllocationBoard<'_>, line: usize) -> u32 {
        let Some(BoardLine { sku, grams, .. }) = board.lines.get(line) else { return 0 };
        let taken = self.taken.get(*sku).copied().unwrap_or(0);
        let stock = board.stock(self.node, *sku).saturating_sub(taken);
        let limit = board.nodes.get(self.node).map_or(0, |node| node.limit_grams).saturating_sub(self.grams);
        // Without weight there is no limit by weight.
        limit.checked_div(*grams).map_or(stock, |units| stock.min(u32::try_from(units).unwrap_or(u32::MAX)))
    }

    /// Adds units of a line whether they fit or not; false if there is no such line or the number is too large.
    pub(super) fn take(&mut self, board: &AllocationBoard<'_>, line: usize, units: u32) -> bool {
        let Some(known) = board.lines.get(line) else { return false };
        let (Some(by_line), Some(taken)) = (self.by_line.get_mut(line), self.taken.get_mut(known.sku)) else {
            return false;
        };
        let (Some(line_units), Some(sku_units)) = (by_line.checked_add(units), taken.checked_add(units))
        else {
            return false;
        };
        (*by_line, *taken) = (line_units, sku_units);
        self.units = self.units.saturating_add(u64::from(units));
        self.grams = self.grams.saturating_add(known.grams.saturating_mul(u64::from(units)));
        true
    }

    /// Empties it for another node, keeping its memory.
    pub(super) fn reset(&mut self, node: usize) {
        self.node = node;
        self.by_line.fill(0);
        self.taken.fill(0);
        (self.units, self.grams) = (0, 0);
    }

    pub(super) fn minor(&self, board: &AllocationBoard<'_>) -> Option<i128> {
        board.shipment_minor(self.node, self.units, self.grams)
    }

    /// Whether every SKU is within the node's stock and the weight within its limit.
    pub(super) fn fits(&self, board: &AllocationBoard<'_>) -> bool {
        let within = |(sku, taken): (usize, &u32)| *taken <= board.stock(self.node, sku);
        let limit = board.nodes.get(self.node).map_or(0, |node| node.limit_grams);
        self.grams <= limit && self.taken.iter().enumerate().all(within)
    }
}

/// A plan in the making: one load per shipment, and what is left by line.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) loads: Vec<Load>,
    pub(super) left: Vec<u32>,
}

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

    /// The cost of all shipments with splits in minor units; the largest number when it cannot be told.
    pub(super) fn minor(&self, board: &AllocationBoard<'_>) -> i128 {
        let splits = i128::try_from(self.loads.len().saturating_sub(1)).unwrap_or(i128::MAX);
        let shipments = self.loads.iter().try_fold(0_i128, |sum, load| sum.checked_add(load.minor(board)?));
        shipments.map_or(i128::MAX, |sum| sum.saturating_add(splits.saturating_mul(board.split_minor)))
    }

    /// The assignments by id: none at all if only the whole order may ship and this is not it.
    pub(super) fn assignments(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        let mut assignments = Vec::new();
        if board.problem.ship_complete && !self.is_complete() {
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
