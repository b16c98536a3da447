//! Columns that together ship the order: all of them up to a regret, then the cheapest set that covers the lines.
//!
//! The regret of a column is its reduced cost above the lowest of its node. A plan costs the bound of the prices plus
//! its regrets, so no column beyond the gap between bound and plan can belong to a better one (the enumeration of
//! Baldacci, Christofides and Mingozzi, 2008, for vehicle routes).

use super::column::{Pricer, Prices, Sink};
use super::dual::Window;
use super::order::{Order, SCALE};
use super::slot::{at, put, row, row_mut};

/// So many columns looked through count as a search node.
const COLUMNS_A_STEP: u64 = 64;

/// What the columns are chosen by.
#[derive(Clone, Copy)]
pub(super) struct Basis<'a> {
    pub(super) order: &'a Order,
    pub(super) prices: &'a Prices,
    /// Lowest reduced cost of each node, zero for none.
    pub(super) lowest: &'a [i64],
    /// The numbers of shipments looked at.
    pub(super) window: Window,
}

#[derive(Clone, Copy, Debug, Default)]
struct Column {
    place: u32,
    regret: i64,
    /// Where its units are.
    row: u32,
    /// The lines it ships, by their number modulo 64.
    lines: u64,
    /// Its units in fields of bits, if the order is small enough for that.
    packed: u128,
}

/// The pool of columns and the search through it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cover {
    columns: Vec<Column>,
    units: Vec<u32>,
    /// Columns that still fit, one list after the other on the way down.
    fitting: Vec<u32>,
    /// How many of them ship a line, by its number modulo 64, and the lowest regret of one.
    options: Vec<(u32, i64)>,
    /// Where each line's field begins; none if the fields do not fit.
    fields: Vec<u32>,
    /// The highest bit of each field: it is kept free.
    guards: u128,
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
        self.cover.columns.push(Column {
            place: self.place,
            regret: reduced.wrapping_sub(self.lowest),
            row,
            ..Column::default()
        });
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
        let Basis { order, prices, lowest, .. } = basis;
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
        self.pack(order);
    }

    /// Writes each column's units into one number, so that one subtraction tells whether they fit.
    fn pack(&mut self, order: &Order) {
        self.fields.clear();
        self.guards = 0;
        let mut bit = 0;
        for line in &order.lines {
            self.fields.push(bit);
            bit = bit.saturating_add(u32::BITS.wrapping_sub(line.units.leading_zeros())).saturating_add(1);
            self.guards |= 1_u128.checked_shl(bit.wrapping_sub(1)).unwrap_or(0);
        }
        if bit > u128::BITS {
            self.fields.clear();
            self.guards = 0;
        }
        let width = order.width();
        for column in &mut self.columns {
            let units = row(&self.units, column.row as usize, width);
            column.packed = packed(&self.fields, units);
            let shipped = units.iter().enumerate().filter(|(_, units)| **units > 0);
            column.lines = shipped.fold(0, |lines, (line, _)| lines | bit_of(line));
        }
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
        self.fitting.clear();
        self.fitting.extend(0..u32::try_from(self.columns.len()).unwrap_or(u32::MAX));
        let all = self.fitting.len();
        self.descend(basis, 0, None, 0, (0, all));
        self.found
    }

    fn descend(
        &mut self,
        basis: Basis<'_>,
        depth: usize,
        open: Option<(usize, u32)>,
        regret: i64,
        above: (usize, usize),
    ) {
        self.steps = self.steps.wrapping_add(1);
        if self.is_spent() {
            return;
        }
        let order = basis.order;
        let width = order.width();
        let start = self.fitting.len();
        if row(&self.left, depth, width).iter().all(|left| *left == 0) {
            self.finish(basis, regret);
            return;
        }
        self.narrow(basis, depth, regret, above);
        if let Some((line, from)) = self.next_line(basis, depth, open, regret) {
            let end = self.fitting.len();
            for entry in start..end {
                let number = at(&self.fitting, entry);
                let column = at(&self.columns, number as usize);
                let ships = column.lines & bit_of(line) != 0
                    && at(row(&self.units, column.row as usize, width), line) > 0;
                if !ships || column.place < from || regret.wrapping_add(column.regret) > self.wanted {
                    continue;
                }
                let Some(more) = self.take(basis, depth, column) else { continue };
                let regret = regret.wrapping_add(column.regret).wrapping_add(more);
                if regret > self.wanted {
                    continue;
                }
                put(&mut self.used, column.place as usize, true);
                self.chosen.push(number);
                let next = Some((line, column.place.wrapping_add(1)));
                self.descend(basis, depth.wrapping_add(1), next, regret, (start, end));
                self.chosen.pop();
                put(&mut self.used, column.place as usize, false);
            }
            let regret = regret.saturating_add(self.lack(basis, depth, line));
            if regret <= self.wanted {
                self.copy_down(depth, width);
                put(row_mut(&mut self.left, depth.wrapping_add(1), width), line, 0);
                self.descend(basis, depth.wrapping_add(1), None, regret, (start, end));
            }
        }
        self.fitting.truncate(start);
    }

    /// Lists those of the columns above that still fit, and counts them by line.
    fn narrow(&mut self, basis: Basis<'_>, depth: usize, regret: i64, above: (usize, usize)) {
        let width = basis.order.width();
        self.options.clear();
        self.options.resize(width.min(64), (0, i64::MAX));
        if self.count() >= basis.window.high {
            return;
        }
        // Looking through many columns is as much work as many nodes.
        let looked = u64::try_from(above.1.saturating_sub(above.0)).unwrap_or(u64::MAX);
        self.steps = self.steps.saturating_add(looked.wrapping_div(COLUMNS_A_STEP));
        let left = row(&self.left, depth, width);
        let room = packed(&self.fields, left) | self.guards;
        let is_packed = !self.fields.is_empty();
        for entry in above.0..above.1 {
            let number = at(&self.fitting, entry);
            let Some(column) = self.columns.get(number as usize) else { continue };
            if regret.wrapping_add(column.regret) > self.wanted || at(&self.used, column.place as usize) {
                continue;
            }
            let fits = if is_packed {
                room.wrapping_sub(column.packed) & self.guards == self.guards
            } else {
                let units = row(&self.units, column.row as usize, width);
                left.iter().zip(units).all(|(left, units)| units <= left)
            };
            if !fits {
                continue;
            }
            let mut lines = column.lines;
            while lines != 0 {
                if let Some(option) = self.options.get_mut(lines.trailing_zeros() as usize) {
                    *option = (option.0.wrapping_add(1), option.1.min(column.regret));
                }
                lines &= lines.wrapping_sub(1);
            }
            self.fitting.push(number);
        }
    }

    /// The line to cover next, with the first node that may: the one begun, else the one with the fewest columns;
    /// `None` if some line cannot be covered within the regret allowed.
    fn next_line(
        &self,
        basis: Basis<'_>,
        depth: usize,
        open: Option<(usize, u32)>,
        regret: i64,
    ) -> Option<(usize, u32)> {
        let mut fewest: Option<(u32, usize)> = None;
        for (line, left) in row(&self.left, depth, basis.order.width()).iter().enumerate() {
            if *left == 0 {
                continue;
            }
            let (count, lowest) = at(&self.options, line & 63);
            let least = if count == 0 { i64::MAX } else { lowest };
            if regret.saturating_add(least.min(self.lack(basis, depth, line))) > self.wanted {
                return None;
            }
            if fewest.is_none_or(|(known, _)| count < known) {
                fewest = Some((count, line));
            }
        }
        let begun = open.filter(|(line, _)| at(row(&self.left, depth, basis.order.width()), *line) > 0);
        begun.or(fewest.map(|(_, line)| (line, 0)))
    }

    /// The regret of leaving short what is left of a line.
    fn lack(&self, basis: Basis<'_>, depth: usize, line: usize) -> i64 {
        if basis.order.complete {
            return i64::MAX;
        }
        let short = basis.order.lines.get(line).map_or(0, |one| basis.order.short(one));
        let left = at(row(&self.left, depth, basis.order.width()), line);
        short.wrapping_sub(at(&basis.prices.unit, line)).wrapping_mul(i64::from(left))
    }

    fn count(&self) -> i64 {
        i64::try_from(self.chosen.len()).unwrap_or(i64::MAX)
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
        if self.count() < basis.window.low {
            return;
        }
        let order = basis.order;
        let unused = basis.lowest.iter().zip(&self.used).filter(|(_, used)| !**used);
        let mut regret = unused.fold(regret, |sum, (lowest, _)| sum.wrapping_sub(*lowest));
        // At a price above zero shipments not used are forgone, below zero those beyond the fewest.
        let spare = basis.window.end(basis.prices.shipment).wrapping_sub(self.count());
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

/// The bit that stands for a line.
fn bit_of(line: usize) -> u64 {
    1 << (line & 63)
}

/// Units in fields of bits.
fn packed(fields: &[u32], units: &[u32]) -> u128 {
    fields.iter().zip(units).fold(0, |sum, (bit, units)| sum | (u128::from(*units) << bit))
}
