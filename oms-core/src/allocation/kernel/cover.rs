//! Columns that together ship the order: all of them up to a regret, then the cheapest set that covers the lines.
//!
//! The regret of a column is its reduced cost above the lowest of its node. A plan costs the bound of the prices plus
//! its regrets, so no column beyond the gap between bound and plan can belong to a better one (the enumeration of
//! Baldacci, Christofides and Mingozzi, 2008, for vehicle routes).

use super::column::{Pricer, Prices, Sink};
use super::order::{Order, SCALE};
use super::slot::{at, put, row, row_mut};

/// What the columns are chosen by.
#[derive(Clone, Copy)]
pub(super) struct Basis<'a> {
    pub(super) order: &'a Order,
    pub(super) prices: &'a Prices,
    /// Lowest reduced cost of each node, zero for none.
    pub(super) lowest: &'a [i64],
}

#[derive(Clone, Copy, Debug, Default)]
struct Column {
    place: u32,
    regret: i64,
    /// Where its units are.
    row: u32,
}

/// The pool of columns and the search through it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cover {
    columns: Vec<Column>,
    units: Vec<u32>,
    /// Columns by line, and where each line's list begins.
    by_line: Vec<u32>,
    starts: Vec<usize>,
    /// Lines with the fewest columns first.
    sequence: Vec<u32>,
    left: Vec<u32>,
    chosen: Vec<u32>,
    used: Vec<bool>,
    /// The units of the best set by shipment, and their nodes.
    pub(super) best_places: Vec<usize>,
    pub(super) best_units: Vec<u32>,
    pub(super) steps: u64,
    pub(super) budget: u64,
    /// Regret still allowed.
    wanted: i64,
    found: bool,
}

struct Collector<'c> {
    cover: &'c mut Cover,
    place: u32,
    lowest: i64,
    wanted: i64,
}

impl Sink for Collector<'_> {
    fn offer(&mut self, reduced: i64, units: &[u32]) -> i64 {
        let row = u32::try_from(self.cover.columns.len()).unwrap_or(u32::MAX);
        self.cover.columns.push(Column { place: self.place, regret: reduced.wrapping_sub(self.lowest), row });
        self.cover.units.extend_from_slice(units);
        self.wanted
    }
}

impl Cover {
    /// Whether the budget is used up; the last search is not complete then.
    pub(super) fn is_spent(&self) -> bool {
        self.steps >= self.budget
    }

    /// Collects every column with a regret up to `wanted`.
    pub(super) fn collect(&mut self, basis: Basis<'_>, pricer: &mut Pricer, wanted: i64) {
        let Basis { order, prices, lowest } = basis;
        self.columns.clear();
        self.units.clear();
        for place in 0..order.sites.len() {
            let lowest = at(lowest, place);
            let most = lowest.saturating_add(wanted);
            let number = u32::try_from(place).unwrap_or(u32::MAX);
            let mut collector = Collector { cover: self, place: number, lowest, wanted: most };
            pricer.search(order, place, prices, most, false, &mut collector);
            if pricer.is_spent() {
                return;
            }
        }
        self.columns.sort_unstable_by_key(|column| (column.place, column.regret, column.row));
        self.index(order);
    }

    /// Lists the columns by line.
    fn index(&mut self, order: &Order) {
        let width = order.width();
        self.by_line.clear();
        self.starts.clear();
        self.sequence.clear();
        for line in 0..width {
            self.starts.push(self.by_line.len());
            for (number, column) in self.columns.iter().enumerate() {
                if at(row(&self.units, column.row as usize, width), line) > 0 {
                    self.by_line.push(u32::try_from(number).unwrap_or(u32::MAX));
                }
            }
            self.sequence.push(u32::try_from(line).unwrap_or(u32::MAX));
        }
        self.starts.push(self.by_line.len());
        let starts = &self.starts;
        let count = |line: &u32| {
            let line = *line as usize;
            at(starts, line.wrapping_add(1)).wrapping_sub(at(starts, line))
        };
        self.sequence.sort_by_key(count);
    }

    /// Searches for the cheapest set with a total regret up to `wanted`; true and `best_*` if there is one.
    pub(super) fn search(&mut self, basis: Basis<'_>, wanted: i64) -> bool {
        let order = basis.order;
        self.wanted = wanted;
        self.found = false;
        self.used.clear();
        self.used.resize(order.sites.len(), false);
        self.chosen.clear();
        self.left.clear();
        self.left.extend(order.lines.iter().map(|line| line.units));
        let depths = (order.most_shipments() as usize).wrapping_add(order.width()).wrapping_add(2);
        self.left.resize(depths.wrapping_mul(order.width()), 0);
        self.descend(basis, 0, None, 0);
        self.found
    }

    fn descend(&mut self, basis: Basis<'_>, depth: usize, open: Option<(u32, u32)>, regret: i64) {
        self.steps = self.steps.wrapping_add(1);
        if self.is_spent() {
            return;
        }
        let order = basis.order;
        let width = order.width();
        let left = row(&self.left, depth, width);
        let still = open.filter(|(line, _)| at(left, *line as usize) > 0);
        let next = || self.sequence.iter().find(|line| at(left, **line as usize) > 0).map(|line| (*line, 0));
        let Some((line, from)) = still.or_else(next) else {
            self.finish(basis, regret);
            return;
        };
        let short = at(left, line as usize);
        let line_at = line as usize;
        if self.chosen.len() < order.most_shipments() as usize {
            let (start, end) = (at(&self.starts, line_at), at(&self.starts, line_at.wrapping_add(1)));
            for entry in start..end {
                let number = at(&self.by_line, entry);
                let column = at(&self.columns, number as usize);
                if column.place < from
                    || at(&self.used, column.place as usize)
                    || regret.wrapping_add(column.regret) > self.wanted
                {
                    continue;
                }
                let Some(more) = self.take(basis, depth, column) else { continue };
                let regret = regret.wrapping_add(column.regret).wrapping_add(more);
                if regret > self.wanted {
                    continue;
                }
                put(&mut self.used, column.place as usize, true);
                self.chosen.push(number);
                self.descend(
                    basis,
                    depth.wrapping_add(1),
                    Some((line, column.place.wrapping_add(1))),
                    regret,
                );
                self.chosen.pop();
                put(&mut self.used, column.place as usize, false);
            }
        }
        if order.complete {
            return;
        }
        let lack = order.lines.get(line_at).map_or(0, |one| order.short(one));
        let lack = lack.wrapping_sub(at(&basis.prices.unit, line_at)).wrapping_mul(i64::from(short));
        let regret = regret.wrapping_add(lack);
        if regret <= self.wanted {
            self.copy_down(depth, width);
            put(row_mut(&mut self.left, depth.wrapping_add(1), width), line_at, 0);
            self.descend(basis, depth.wrapping_add(1), None, regret);
        }
    }

    fn copy_down(&mut self, depth: usize, width: usize) {
        let start = depth.wrapping_mul(width);
        let end = start.wrapping_add(width);
        if end.wrapping_add(width) <= self.left.len() {
            self.left.copy_within(start..end, end);
        }
    }

    /// Takes a column's units from what is left, one depth further down; what the units that it forbids to ship from
    /// elsewhere cost more short, or `None` if it does not fit.
    fn take(&mut self, basis: Basis<'_>, depth: usize, column: Column) -> Option<i64> {
        let order = basis.order;
        let width = order.width();
        let units = row(&self.units, column.row as usize, width);
        let fits = row(&self.left, depth, width).iter().zip(units).all(|(left, units)| units <= left);
        if !fits {
            return None;
        }
        let start = depth.wrapping_mul(width);
        let (above, below) = self.left.split_at_mut_checked(start.wrapping_add(width))?;
        let above = above.get(start..).unwrap_or_default();
        let left = below.get_mut(..width).unwrap_or_default();
        left.copy_from_slice(above);
        for (left, units) in left.iter_mut().zip(units) {
            *left = left.wrapping_sub(*units);
        }
        let mut more = 0_i64;
        if order.groups {
            for (line, units) in order.lines.iter().zip(units) {
                let Some(together) = line.together.filter(|_| *units > 0) else { continue };
                let lines = order.lines.iter().zip(&basis.prices.unit);
                for ((other, price), left) in lines.zip(left.iter_mut()) {
                    if *left > 0 && other.together.is_some_and(|one| one.group == together.group) {
                        if order.complete {
                            return None;
                        }
                        let lack = order.short(other).wrapping_sub(*price);
                        more = more.wrapping_add(lack.wrapping_mul(i64::from(*left)));
                        *left = 0;
                    }
                }
            }
        }
        Some(more)
    }

    /// Every line is covered: adds what the nodes without a shipment and the shipments not used forgo.
    fn finish(&mut self, basis: Basis<'_>, regret: i64) {
        if self.chosen.is_empty() {
            return;
        }
        let order = basis.order;
        let unused = basis.lowest.iter().zip(&self.used).filter(|(_, used)| !**used);
        let mut regret = unused.fold(regret, |sum, (lowest, _)| sum.wrapping_sub(*lowest));
        let spare = i64::from(order.most_shipments())
            .wrapping_sub(i64::try_from(self.chosen.len()).unwrap_or(i64::MAX));
        regret = regret.wrapping_add(basis.prices.shipment.wrapping_mul(spare));
        if regret > self.wanted {
            return;
        }
        (self.wanted, self.found) = (regret.wrapping_sub(SCALE), true);
        self.best_places.clear();
        self.best_units.clear();
        for number in &self.chosen {
            let column = at(&self.columns, *number as usize);
            self.best_places.push(column.place as usize);
            self.best_units.extend_from_slice(row(&self.units, column.row as usize, order.width()));
        }
    }
}
