//! What one node ships: units by line, and how many more fit.

use super::board::{AllocationBoard, BoardLine};
use super::bond::Bond;
use super::constraint::Limit;
use super::{CapacityMeasure, pricing};

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

    /// Takes over as many of the units left as stock and limits allow, line by line. Lines that must not be
    /// torn are taken whole or not at all.
    pub(super) fn fill(&mut self, board: &AllocationBoard<'_>, left: &mut [u32]) {
        for at in 0..left.len() {
            let Some(open) = left.get(at).copied().filter(|open| *open > 0) else { continue };
            match board.bonds.of(at) {
                Bond::Free => {
                    let taken = self.room(board, at).min(open);
                    self.move_over(board, left, at, taken);
                }
                Bond::OneNode => {
                    let is_whole = board.lines.get(at).is_some_and(|line| line.units == open);
                    if is_whole && self.room(board, at) >= open {
                        self.move_over(board, left, at, open);
                    }
                }
                Bond::Group(group) => self.fill_group(board, left, group),
            }
        }
    }

    /// Takes all of a group or nothing.
    fn fill_group(&mut self, board: &AllocationBoard<'_>, left: &mut [u32], group: usize) {
        let lines = board.bonds.group(group);
        let is_whole = |at: &usize| board.lines.get(*at).map(|line| line.units) == left.get(*at).copied();
        if !lines.iter().all(is_whole) {
            return;
        }
        let before = (self.clone(), left.to_vec());
        for at in lines {
            let open = left.get(*at).copied().unwrap_or(0);
            if self.room(board, *at) < open || !self.move_over(board, left, *at, open) {
                *self = before.0;
                left.copy_from_slice(&before.1);
                return;
            }
        }
    }

    pub(super) fn move_over(
        &mut self,
        board: &AllocationBoard<'_>,
        left: &mut [u32],
        line: usize,
        units: u32,
    ) -> bool {
        let Some(open) = left.get_mut(line) else { return false };
        let is_taken = self.take(board, line, units);
        if is_taken {
            *open = open.saturating_sub(units);
        }
        is_taken
    }

    /// Whether the node has units of a SKU that this load does not take.
    pub(super) fn has_stock(&self, board: &AllocationBoard<'_>, sku: usize) -> bool {
        board.stock(self.node, sku) > self.taken.get(sku).copied().unwrap_or(0)
    }

    /// Units of a SKU.
    pub(super) fn of_sku(&self, sku: usize) -> u32 {
        self.taken.get(sku).copied().unwrap_or(0)
    }

    /// How many more units of a line fit.
    pub(super) fn room(&self, board: &AllocationBoard<'_>, line: usize) -> u32 {
        let Some(BoardLine { sku, grams, .. }) = board.lines.get(line) else { return 0 };
        if board.keeper(self.node, line).is_some() {
            return 0;
        }
        let taken = self.taken.get(*sku).copied().unwrap_or(0);
        let stock = board.stock(self.node, *sku).saturating_sub(taken);
        let limit = board.nodes.get(self.node).map_or(0, |node| node.limit_grams).saturating_sub(self.grams);
        // Without weight there is no limit by weight.
        let room = limit
            .checked_div(*grams)
            .map_or(stock, |units| stock.min(u32::try_from(units).unwrap_or(u32::MAX)));
        let Some(rules) = board.node_rules(self.node) else { return room };
        let limited =
            rules.limits.iter().fold(room, |room, limit| room.min(self.room_of(board, line, limit)));
        if pricing::is_service_limited(board, self.node) && limited > 0 {
            return self.room_by_service(board, line, limited);
        }
        limited
    }

    /// Whether a limit leaves no room for a unit more of a line.
    pub(super) fn is_full(&self, board: &AllocationBoard<'_>, line: usize, limit: &Limit) -> bool {
        self.room_of(board, line, limit) == 0
    }

    /// How many more units of a line a limit leaves room for.
    fn room_of(&self, board: &AllocationBoard<'_>, line: usize, limit: &Limit) -> u32 {
        if !limit.lines.get(line).copied().unwrap_or(false) {
            return u32::MAX;
        }
        let rest = limit.room.saturating_sub(self.amount(board, limit.measure, &limit.lines));
        let each = match limit.measure {
            CapacityMeasure::Orders => return u32::MAX,
            CapacityMeasure::Lines => {
                let is_open = self.by_line.get(line).is_some_and(|units| *units > 0);
                return if is_open || rest > 0 { u32::MAX } else { 0 };
            }
            CapacityMeasure::Units => 1,
            CapacityMeasure::WeightGrams => board.lines.get(line).map_or(0, |line| line.grams),
            CapacityMeasure::VolumeCm3 => {
                board.lines.get(line).map_or(0, |line| line.line.facts.unit_volume_cm3)
            }
        };
        rest.checked_div(each).map_or(u32::MAX, |units| u32::try_from(units).unwrap_or(u32::MAX))
    }

    /// The most units, up to some, with which a service still takes the shipment within its budget and in time.
    fn room_by_service(&self, board: &AllocationBoard<'_>, line: usize, most: u32) -> u32 {
        let fits = |units: u32| {
            let mut load = self.clone();
            load.take(board, line, units) && pricing::choose(board, &load).is_some()
        };
        if fits(most) {
            return most;
        }
        let (mut fitting, mut beyond) = (0, most);
        while beyond.saturating_sub(fitting) > 1 {
            let middle = fitting.midpoint(beyond);
            if fits(middle) { fitting = middle } else { beyond = middle }
        }
        fitting
    }

    /// How much of a measure the lines that count come to.
    pub(super) fn amount(
        &self,
        board: &AllocationBoard<'_>,
        measure: CapacityMeasure,
        counts: &[bool],
    ) -> u64 {
        let shipped = self
            .by_line
            .iter()
            .enumerate()
            .filter(|(at, units)| **units > 0 && counts.get(*at).copied().unwrap_or(false));
        let sum = |each: fn(&BoardLine<'_>) -> u64| {
            let parts = shipped
                .clone()
                .map(|(at, units)| board.lines.get(at).map_or(0, each).saturating_mul(u64::from(*units)));
            parts.fold(0, u64::saturating_add)
        };
        match measure {
            CapacityMeasure::Orders => u64::from(shipped.clone().next().is_some()),
            CapacityMeasure::Lines => u64::try_from(shipped.clone().count()).unwrap_or(u64::MAX),
            CapacityMeasure::Units => sum(|_| 1),
            CapacityMeasure::WeightGrams => sum(|line| line.grams),
            CapacityMeasure::VolumeCm3 => sum(|line| line.line.facts.unit_volume_cm3),
        }
    }

    /// What its units are worth in minor units.
    pub(super) fn value(&self, board: &AllocationBoard<'_>) -> i128 {
        let parts = board.lines.iter().zip(&self.by_line);
        parts.fold(0, |sum, (line, units)| {
            sum.saturating_add(line.value_minor.saturating_mul(i128::from(*units)))
        })
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

    /// Gives all units of a line back; how many they were.
    pub(super) fn give_back(&mut self, board: &AllocationBoard<'_>, line: usize) -> u32 {
        let (Some(known), Some(by_line)) = (board.lines.get(line), self.by_line.get_mut(line)) else {
            return 0;
        };
        let units = std::mem::take(by_line);
        if let Some(taken) = self.taken.get_mut(known.sku) {
            *taken = taken.saturating_sub(units);
        }
        self.units = self.units.saturating_sub(u64::from(units));
        self.grams = self.grams.saturating_sub(known.grams.saturating_mul(u64::from(units)));
        units
    }

    /// Empties it for another node, keeping its memory.
    pub(super) fn reset(&mut self, node: usize) {
        self.node = node;
        self.by_line.fill(0);
        self.taken.fill(0);
        (self.units, self.grams) = (0, 0);
    }

    /// What it costs in minor units, whatever the order costs beside; `None` if no carrier takes it.
    pub(super) fn minor(&self, board: &AllocationBoard<'_>) -> Option<i128> {
        pricing::load_minor(board, self)
    }

    /// Whether it is within the node's stock and every limit.
    pub(super) fn fits(&self, board: &AllocationBoard<'_>) -> bool {
        let within = |(sku, taken): (usize, &u32)| *taken <= board.stock(self.node, sku);
        let limit = board.nodes.get(self.node).map_or(0, |node| node.limit_grams);
        let is_kept = |(at, units): (usize, &u32)| *units > 0 && board.keeper(self.node, at).is_some();
        let limits = board.node_rules(self.node).map(|rules| rules.limits.as_slice()).unwrap_or_default();
        self.grams <= limit
            && self.taken.iter().enumerate().all(within)
            && !self.by_line.iter().enumerate().any(is_kept)
            && limits.iter().all(|limit| self.amount(board, limit.measure, &limit.lines) <= limit.room)
            && (!pricing::is_service_limited(board, self.node) || pricing::choose(board, self).is_some())
    }
}
