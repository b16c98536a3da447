//! What an order touches of what is shared: which rows could be scarce, and how much of each it uses.

use std::collections::BTreeMap;

use super::rows::{RowKey, Taken};
use super::seat::{NONE, Seat, Served, Take};
use crate::allocation::CapacityMeasure;
use crate::value::NodeId;

impl Seat<'_> {
    /// Every cell that it could take from: how much it sees, and how much it could want of it.
    pub(super) fn each_cell(&self, mut visit: impl FnMut(RowKey, u64, u64)) {
        let mut seen = vec![false; self.board.demand.len()];
        for line in &self.board.lines {
            if seen.get_mut(line.sku).is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            let demand = self.board.demand.get(line.sku).copied().unwrap_or(0);
            for (node, known) in self.board.nodes.iter().enumerate() {
                let stock = u64::from(self.stock(node, line.sku));
                if stock > 0 && known.barred.is_none() {
                    let key = RowKey::Stock(line.line.sku.clone(), known.candidate.node.clone());
                    visit(key, stock, stock.min(demand));
                }
            }
        }
    }

    /// Every room that it shares: how large it is, and how much it could want of it.
    pub(super) fn each_room(
        &self,
        named: &BTreeMap<(NodeId, CapacityMeasure), u64>,
        mut visit: impl FnMut(RowKey, u64, u64),
    ) {
        for (node, known) in self.board.nodes.iter().enumerate().filter(|(_, node)| node.barred.is_none()) {
            let id = &known.candidate.node;
            let limits = self.board.node_rules(node).into_iter().flat_map(|rules| &rules.limits);
            let shared = limits.filter(|limit| limit.lines.iter().all(|counts| *counts));
            let mut own: BTreeMap<CapacityMeasure, u64> = BTreeMap::new();
            for limit in shared {
                let room = own.entry(limit.measure).or_insert(limit.room);
                *room = limit.room.min(*room);
            }
            let first = (id.clone(), CapacityMeasure::Orders);
            for ((_, measure), room) in named.range(first..).take_while(|((node, _), _)| node == id) {
                own.insert(*measure, *room);
            }
            for (measure, room) in own {
                visit(RowKey::Room(id.clone(), measure), room, self.most(measure));
            }
        }
    }

    /// The most of a measure that the whole order can come to at a node.
    fn most(&self, measure: CapacityMeasure) -> u64 {
        let sum = |each: fn(&crate::allocation::board::BoardLine<'_>) -> u64| {
            let parts = self.board.lines.iter().map(|line| each(line).saturating_mul(u64::from(line.units)));
            parts.fold(0, u64::saturating_add)
        };
        match measure {
            CapacityMeasure::Orders => 1,
            CapacityMeasure::Lines => u64::try_from(self.board.lines.len()).unwrap_or(u64::MAX),
            CapacityMeasure::Units => sum(|_| 1),
            CapacityMeasure::WeightGrams => sum(|line| line.grams),
            CapacityMeasure::VolumeCm3 => sum(|line| line.line.facts.unit_volume_cm3),
        }
    }

    /// Which rows are scarce.
    pub(super) fn learn_rows(&mut self, places: &BTreeMap<RowKey, usize>) {
        let skus = self.board.demand.len();
        self.stock_rows = vec![NONE; self.board.nodes.len().saturating_mul(skus)];
        for (node, known) in self.board.nodes.iter().enumerate().filter(|(_, node)| node.barred.is_none()) {
            let id = &known.candidate.node;
            for line in &self.board.lines {
                let key = RowKey::Stock(line.line.sku.clone(), id.clone());
                let at = node.saturating_mul(skus).saturating_add(line.sku);
                let row = places.get(&key).filter(|_| self.stock(node, line.sku) > 0);
                if let (Some(row), Some(slot)) = (row, self.stock_rows.get_mut(at)) {
                    *slot = *row;
                    self.rows.push(*row);
                }
            }
            let first = RowKey::Room(id.clone(), CapacityMeasure::Orders);
            for (key, row) in places.range(first..) {
                let RowKey::Room(of, measure) = key else { break };
                if of != id {
                    break;
                }
                self.rooms.push((node, *measure, *row));
                self.rows.push(*row);
            }
        }
        self.rows.sort_unstable();
        self.rows.dedup();
    }

    /// What takes use of scarce rows.
    pub(super) fn uses(&self, takes: &[Take]) -> Vec<(usize, u64)> {
        let skus = self.board.demand.len();
        let mut uses: BTreeMap<usize, u64> = BTreeMap::new();
        let mut add = |row: usize, amount: u64| {
            let sum = uses.entry(row).or_default();
            *sum = sum.saturating_add(amount);
        };
        for take in takes {
            let sku = self.board.lines.get(take.line).map_or(0, |line| line.sku);
            let at = take.node.saturating_mul(skus).saturating_add(sku);
            if let Some(row) = self.stock_rows.get(at).filter(|row| **row != NONE) {
                add(*row, u64::from(take.units));
            }
        }
        for (node, measure, row) in &self.rooms {
            let used = self.amount(takes.iter().filter(|take| take.node == *node), *measure);
            if used > 0 {
                add(*row, used);
            }
        }
        uses.into_iter().collect()
    }

    /// How much of a measure takes come to.
    fn amount<'t>(&self, takes: impl Iterator<Item = &'t Take>, measure: CapacityMeasure) -> u64 {
        let each = |take: &Take| {
            let line = self.board.lines.get(take.line);
            let units = u64::from(take.units);
            match measure {
                CapacityMeasure::Orders | CapacityMeasure::Lines => 1,
                CapacityMeasure::Units => units,
                CapacityMeasure::WeightGrams => units.saturating_mul(line.map_or(0, |line| line.grams)),
                CapacityMeasure::VolumeCm3 => {
                    units.saturating_mul(line.map_or(0, |line| line.line.facts.unit_volume_cm3))
                }
            }
        };
        let sum = takes.map(each).fold(0, u64::saturating_add);
        if measure == CapacityMeasure::Orders { sum.min(1) } else { sum }
    }

    /// Adds what it took to what orders took before.
    pub(super) fn take(&self, served: &Served, taken: &mut Taken) {
        let mut add = |key: RowKey, amount: u64| {
            let sum = taken.entry(key).or_default();
            *sum = sum.saturating_add(amount);
        };
        for group in served.takes.chunk_by(|a, b| a.node == b.node) {
            let Some(node) = group.first().and_then(|take| self.board.nodes.get(take.node)) else { continue };
            let id = &node.candidate.node;
            for take in group {
                if let Some(line) = self.board.lines.get(take.line) {
                    add(RowKey::Stock(line.line.sku.clone(), id.clone()), u64::from(take.units));
                }
            }
            for measure in CapacityMeasure::ALL {
                add(RowKey::Room(id.clone(), measure), self.amount(group.iter(), measure));
            }
        }
    }
}
