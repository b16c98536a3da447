//! Columns: what one node could ship, with its reduced cost, the price of the shipment less what its units are worth
//! at the prices of the lines.

use super::order::{Order, Site};
use super::slot::{at, put, row};

/// Prices of the lines: what a unit is worth to the order, and what a shipment costs beyond its own cost.
#[derive(Clone, Debug, Default)]
pub(super) struct Prices {
    /// Scaled, by line.
    pub(super) unit: Vec<i64>,
    /// The price of a shipment: above zero where fewer are wanted, below where more are; scaled.
    pub(super) shipment: i64,
}

/// What the search for columns hands over each one to; answers the largest reduced cost still wanted.
pub(super) trait Sink {
    fn offer(&mut self, reduced: i64, units: &[u32]) -> i64;
}

/// Keeps the lowest reduced cost and its units.
#[derive(Clone, Debug, Default)]
pub(super) struct Lowest {
    pub(super) reduced: i64,
    pub(super) units: Vec<u32>,
    pub(super) found: bool,
}

impl Lowest {
    /// Forgets what was found: only columns below zero count.
    pub(super) fn clear(&mut self) {
        (self.reduced, self.found) = (0, false);
    }
}

impl Sink for Lowest {
    fn offer(&mut self, reduced: i64, units: &[u32]) -> i64 {
        (self.reduced, self.found) = (reduced, true);
        self.units.clear();
        self.units.extend_from_slice(units);
        reduced.wrapping_sub(1)
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Item {
    line: usize,
    most: u32,
    /// Worth of a unit less its cost at the node, without freight and with the slope of the freight's floor.
    gain: i64,
    lean_gain: i64,
    grams: u64,
    value: u64,
    pool: u32,
    /// What this and all later items can gain at most, by the floor.
    rest: i64,
    /// Only all units or none.
    whole: bool,
}

/// Searches the columns of one node, again and again with the same memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Pricer {
    items: Vec<Item>,
    units: Vec<u32>,
    wanted: i64,
    /// Search nodes used, and the most allowed.
    pub(super) steps: u64,
    pub(super) budget: u64,
}

/// What has been decided on the way down.
#[derive(Clone, Copy, Debug)]
struct Partial {
    cost: i64,
    lean: i64,
    grams: u64,
    units: u64,
    value: u64,
}

impl Pricer {
    /// Whether the budget is used up; what was searched since is not complete then.
    pub(super) fn is_spent(&self) -> bool {
        self.steps >= self.budget
    }

    /// Hands every column of a node with a reduced cost up to `wanted` to the sink.
    ///
    /// With `gaining`, only units worth more than they cost are looked at: enough to find the lowest, not to find all.
    pub(super) fn search(
        &mut self,
        order: &Order,
        place: usize,
        prices: &Prices,
        wanted: i64,
        gaining: bool,
        sink: &mut impl Sink,
    ) {
        let Some(site) = order.sites.get(place) else { return };
        let charge = site.fixed.wrapping_add(order.split).wrapping_add(prices.shipment);
        // A shipment that is itself rewarded may be worth a unit that is not.
        let is_rewarded = charge.wrapping_add(site.floor.at_zero) < 0;
        let gaining = gaining && !site.odd && !order.groups && !is_rewarded;
        self.collect(order, place, prices, gaining);
        self.wanted = wanted;
        let start = Partial {
            cost: charge,
            lean: charge.wrapping_add(site.floor.at_zero),
            grams: 0,
            units: 0,
            value: 0,
        };
        self.descend(order, site, place, 0, start, sink);
    }

    fn collect(&mut self, order: &Order, place: usize, prices: &Prices, gaining: bool) {
        self.items.clear();
        self.units.clear();
        self.units.resize(order.width(), 0);
        let width = order.width();
        let cells = row(&order.most, place, width).iter().zip(row(&order.unit, place, width));
        let cells = cells.zip(row(&order.lean, place, width));
        for (at_line, (((most, unit), lean), (line, price))) in
            cells.zip(order.lines.iter().zip(&prices.unit)).enumerate()
        {
            let gain = price.wrapping_sub(*unit);
            if *most == 0 || (gaining && gain <= 0) {
                continue;
            }
            self.items.push(Item {
                line: at_line,
                most: *most,
                gain,
                lean_gain: price.wrapping_sub(*lean),
                grams: line.grams,
                value: line.value,
                pool: line.pool,
                rest: 0,
                whole: line.together.is_some_and(|together| together.whole),
            });
        }
        // The largest decisions first: they tell most about the bound.
        self.items.sort_by_key(|item| {
            std::cmp::Reverse(item.lean_gain.wrapping_abs().wrapping_mul(i64::from(item.most)))
        });
        let mut rest = 0_i64;
        for item in self.items.iter_mut().rev() {
            rest = rest.wrapping_add(item.lean_gain.max(0).wrapping_mul(i64::from(item.most)));
            item.rest = rest;
        }
    }

    fn descend(
        &mut self,
        order: &Order,
        site: &Site,
        place: usize,
        depth: usize,
        partial: Partial,
        sink: &mut impl Sink,
    ) {
        self.steps = self.steps.wrapping_add(1);
        if self.is_spent() {
            return;
        }
        let Some(item) = self.items.get(depth).copied() else {
            self.leaf(order, site, partial, sink);
            return;
        };
        let rest = self.items.get(depth.wrapping_add(1)).map_or(0, |next| next.rest);
        let most = self.room(order, site, place, item, partial);
        let rising = item.lean_gain <= 0;
        let mut step = 0;
        while step <= most {
            let units = if rising { step } else { most.wrapping_sub(step) };
            step = step.wrapping_add(1);
            let count = i64::from(units);
            let lean = partial.lean.wrapping_sub(item.lean_gain.wrapping_mul(count));
            if lean.wrapping_sub(rest) > self.wanted {
                break;
            }
            if item.whole && units > 0 && units < at(&order.lines, item.line).units {
                continue;
            }
            put(&mut self.units, item.line, units);
            let next = Partial {
                cost: partial.cost.wrapping_sub(item.gain.wrapping_mul(count)),
                lean,
                grams: partial.grams.wrapping_add(item.grams.wrapping_mul(u64::from(units))),
                units: partial.units.wrapping_add(u64::from(units)),
                value: partial.value.saturating_add(item.value.saturating_mul(u64::from(units))),
            };
            self.descend(order, site, place, depth.wrapping_add(1), next, sink);
        }
        put(&mut self.units, item.line, 0);
    }

    /// How many units of an item fit beside what is decided.
    fn room(&self, order: &Order, site: &Site, place: usize, item: Item, partial: Partial) -> u32 {
        let mut most = item.most;
        if site.cap_units < u64::from(u32::MAX) {
            let left = site.cap_units.saturating_sub(partial.units);
            most = most.min(u32::try_from(left).unwrap_or(u32::MAX));
        }
        if order.shares {
            let same = order.lines.iter().zip(&self.units).filter(|(line, _)| line.pool == item.pool);
            let taken = same.map(|(_, units)| *units).fold(0_u32, u32::saturating_add);
            let stock = at(row(&order.stock, place, order.width()), item.line);
            most = most.min(stock.saturating_sub(taken));
        }
        most
    }

    fn leaf(&mut self, order: &Order, site: &Site, partial: Partial, sink: &mut impl Sink) {
        if partial.units < site.least_units || partial.value < site.least_value {
            return;
        }
        let Some(freight) = order.freight(site, partial.grams) else { return };
        let mut reduced = partial.cost.wrapping_add(freight);
        reduced = reduced.wrapping_add(order.surcharge(site, partial.units));
        if reduced > self.wanted || (order.groups && !order.groups_are_whole(&self.units)) {
            return;
        }
        self.wanted = sink.offer(reduced, &self.units);
    }
}
