//! What an order sees of what it shares with others: stock and capacity that they leave, and what those are worth.

use std::sync::Arc;

use super::CapacityMeasure;
use super::CostKind;
use super::board::AllocationBoard;
use super::constraint::{Charge, Limit, Shape};

/// No constraint of the problem: limits of this kind are never shown.
const NOBODY: u32 = u32::MAX;

/// What there is for an order, by dense indices of its board.
#[derive(Clone, Debug, Default)]
pub(super) struct Share {
    /// Units, by node and SKU.
    pub(super) stock: Vec<u32>,
    /// What a unit costs beside its own costs, by node and line.
    pub(super) units: Vec<i128>,
    /// What a shipment costs beside its own costs, by node.
    pub(super) shipments: Vec<i128>,
    /// What nodes can still do.
    pub(super) rooms: Vec<(usize, CapacityMeasure, u64)>,
}

/// A board before anything of it was shared.
#[derive(Clone, Debug)]
pub(super) struct Unshared {
    /// Units, by node and SKU.
    pub(super) stock: Vec<u32>,
    /// How many limits and charges each node has.
    counts: Vec<(usize, usize)>,
    all: Arc<[bool]>,
}

impl AllocationBoard<'_> {
    /// What it is before [`Self::share`] changes it.
    pub(super) fn unshared(&self) -> Unshared {
        let counts = self.rules.nodes.iter().map(|rules| (rules.limits.len(), rules.charges.len()));
        Unshared {
            stock: self.all_stock().to_vec(),
            counts: counts.collect(),
            all: self.lines.iter().map(|_| true).collect(),
        }
    }

    /// Shows the order no more than its share, at its prices.
    pub(super) fn share(&mut self, unshared: &Unshared, share: &Share) {
        let lines = self.lines.len();
        for (node, rules) in self.rules.nodes.iter_mut().enumerate() {
            let (limits, charges) = unshared.counts.get(node).copied().unwrap_or_default();
            rules.limits.truncate(limits);
            rules.charges.truncate(charges);
            let key = (CostKind::Constraint, None);
            let shipment = share.shipments.get(node).copied().unwrap_or(0);
            if shipment != 0 {
                rules.charges.push(Charge { key, shape: Shape::Fixed(shipment) });
            }
            let from = node.saturating_mul(lines);
            let units = share.units.iter().skip(from).take(lines).enumerate();
            rules.charges.extend(
                units
                    .filter(|(_, each)| **each != 0)
                    .map(|(line, each)| Charge { key, shape: Shape::Unit { line, each: *each } }),
            );
        }
        let own = self.all_stock_mut();
        for (at, units) in own.iter_mut().enumerate() {
            let whole = unshared.stock.get(at).copied().unwrap_or(0);
            *units = share.stock.get(at).copied().unwrap_or(whole).min(whole);
        }
        for (node, measure, room) in &share.rooms {
            let counted = !matches!(measure, CapacityMeasure::WeightGrams | CapacityMeasure::VolumeCm3);
            if *room == 0 && counted {
                self.empty_node(*node);
            } else if let Some(rules) = self.rules.nodes.get_mut(*node)
                && *measure != CapacityMeasure::Orders
            {
                let lines = Arc::clone(&unshared.all);
                rules.limits.push(Limit { by: NOBODY, measure: *measure, lines, room: *room });
            }
        }
    }

    /// Takes all stock from a node.
    fn empty_node(&mut self, node: usize) {
        let skus = self.demand.len();
        let from = node.saturating_mul(skus);
        self.all_stock_mut().iter_mut().skip(from).take(skus).for_each(|units| *units = 0);
    }
}
