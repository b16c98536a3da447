//! A plan to begin with: the cheapest shipment for what it is worth, again and again.

use super::column::Prices;
use super::order::Order;
use super::slot::row;

/// A plan: units by shipment and line.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The place of each shipment's node.
    pub(super) places: Vec<usize>,
    /// Units by shipment and line.
    pub(super) units: Vec<u32>,
    /// Its cost, scaled.
    pub(super) cost: i64,
}

impl Draft {
    /// Ships nothing.
    pub(super) fn clear(&mut self, order: &Order) {
        self.places.clear();
        self.units.clear();
        self.cost = order.cost_of_nothing();
    }

    /// The node that ships everything, if one does.
    pub(super) fn only_place(&self, order: &Order) -> Option<usize> {
        let whole = self.units.iter().zip(&order.lines).all(|(units, line)| *units == line.units);
        match self.places.as_slice() {
            [place] if whole => Some(*place),
            _ => None,
        }
    }

    /// What it costs, scaled; `None` if the order does not allow it.
    pub(super) fn price(&self, order: &Order) -> Option<i64> {
        let mut left = order.cost_of_nothing();
        let width = order.width();
        for (at_shipment, place) in self.places.iter().enumerate() {
            let units = row(&self.units, at_shipment, width);
            left = left.wrapping_add(order.shipment_cost(*place, units)?);
            for (units, line) in units.iter().zip(&order.lines) {
                left = left.wrapping_sub(order.short(line).wrapping_mul(i64::from(*units)));
            }
        }
        let splits = i64::try_from(self.places.len().saturating_sub(1)).unwrap_or(i64::MAX);
        Some(left.wrapping_add(order.split.wrapping_mul(splits)))
    }
}

/// Builds plans greedily with memory of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Greedy {
    left: Vec<u32>,
    best: Vec<u32>,
    fill: Vec<u32>,
    /// Whether units were given up because their group ships from elsewhere.
    forfeited: bool,
    pub(super) draft: Draft,
}

impl Greedy {
    /// Ships from the node whose shipment costs least for what its units are worth at the prices, then from the
    /// next, until nothing more can be shipped or is worth it.
    pub(super) fn run(&mut self, order: &Order, prices: &Prices) {
        self.draft.clear(order);
        self.forfeited = false;
        self.left.clear();
        self.left.extend(order.lines.iter().map(|line| line.units));
        while self.draft.places.len() < order.most_shipments() as usize {
            let mut best: Option<(i64, i64, usize)> = None;
            for place in 0..order.sites.len() {
                if self.draft.places.contains(&place) {
                    continue;
                }
                let Some(worth) = self.fill(order, place, prices) else { continue };
                let Some(cost) = order.shipment_cost(place, &self.fill) else { continue };
                let cost = cost.wrapping_add(order.split).max(1);
                let better = best.is_none_or(|(known, known_worth, _)| {
                    i128::from(cost).wrapping_mul(i128::from(known_worth))
                        < i128::from(known).wrapping_mul(i128::from(worth))
                });
                if better {
                    best = Some((cost, worth, place));
                    self.best.clone_from(&self.fill);
                }
            }
            let Some((_, _, place)) = best else { break };
            self.draft.places.push(place);
            self.draft.units.extend_from_slice(&self.best);
            for (left, units) in self.left.iter_mut().zip(&self.best) {
                *left = left.wrapping_sub(*units);
            }
            self.close_groups(order);
        }
        let is_whole = !self.forfeited && self.left.iter().all(|left| *left == 0);
        let whole = self.draft.places.is_empty() || !order.complete || is_whole;
        match self.draft.price(order).filter(|_| whole) {
            Some(cost) => self.draft.cost = cost,
            None => self.draft.clear(order),
        }
        if self.draft.cost > order.cost_of_nothing() {
            self.draft.clear(order);
        }
    }

    /// Lines that belong together with one that ships come from no other node.
    fn close_groups(&mut self, order: &Order) {
        if !order.groups {
            return;
        }
        for (line, units) in order.lines.iter().zip(&self.best) {
            let Some(together) = line.together.filter(|_| *units > 0) else { continue };
            for (other, left) in order.lines.iter().zip(self.left.iter_mut()) {
                if other.together.is_some_and(|one| one.group == together.group) {
                    self.forfeited |= *left > 0;
                    *left = 0;
                }
            }
        }
    }

    /// Fills a shipment with all that is left and fits; what it is worth, `None` if it may not ship.
    fn fill(&mut self, order: &Order, place: usize, prices: &Prices) -> Option<i64> {
        let site = order.sites.get(place)?;
        let width = order.width();
        self.fill.clear();
        self.fill.resize(width, 0);
        let (mut grams, mut count, mut worth, mut value) = (0_u64, 0_u64, 0_i64, 0_u64);
        let most = row(&order.most, place, width);
        let unit = row(&order.unit, place, width);
        let stock = row(&order.stock, place, width);
        for (at_line, line) in order.lines.iter().enumerate() {
            let (Some(most), Some(left)) = (most.get(at_line), self.left.get(at_line)) else { continue };
            let mut room = (*most).min(*left);
            if order.shares {
                let same = order.lines.iter().zip(&self.fill).filter(|(other, _)| other.pool == line.pool);
                let taken = same.map(|(_, units)| *units).fold(0_u32, u32::saturating_add);
                room = room.min(stock.get(at_line).copied().unwrap_or(0).saturating_sub(taken));
            }
            let by_cap = site.cap_units.saturating_sub(count);
            room = room.min(u32::try_from(by_cap).unwrap_or(u32::MAX));
            let space = site.limit.saturating_sub(grams);
            let heavy = line.grams.saturating_mul(u64::from(room)) > space;
            if let Some(by_weight) = space.checked_div(line.grams).filter(|_| heavy) {
                room = room.min(u32::try_from(by_weight).unwrap_or(u32::MAX));
            }
            let gain = order.short(line) > unit.get(at_line).copied().unwrap_or(0);
            let whole = line.together.is_some_and(|together| together.whole);
            if room == 0 || (!gain && !order.complete) || (whole && room < line.units) {
                continue;
            }
            if let Some(slot) = self.fill.get_mut(at_line) {
                *slot = room;
            }
            grams = grams.wrapping_add(line.grams.wrapping_mul(u64::from(room)));
            count = count.wrapping_add(u64::from(room));
            value = value.saturating_add(line.value.saturating_mul(u64::from(room)));
            let price = prices.unit.get(at_line).copied().unwrap_or(0);
            worth = worth.wrapping_add(price.max(1).wrapping_mul(i64::from(room)));
        }
        self.drop_partial_groups(order);
        let is_large = count >= site.least_units && value >= site.least_value;
        (is_large && self.fill.iter().any(|units| *units > 0)).then_some(worth)
    }

    /// Empties groups that ship whole or not at all and are not whole here.
    fn drop_partial_groups(&mut self, order: &Order) {
        if order.groups && !order.groups_are_whole(&self.fill) {
            for (line, units) in order.lines.iter().zip(self.fill.iter_mut()) {
                if line.together.is_some_and(|together| together.whole) {
                    *units = 0;
                }
            }
        }
    }
}
