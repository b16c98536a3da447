//! One order as the solver sees it: its candidate nodes with priced costs, and for each line what each of them offers.

use super::dense::{at, index, put, span};
use super::price::SHIFT;
use super::problem::{BatchProblem, Order};

/// Beyond every cost that an order can have.
pub(super) const NEVER: i64 = 1 << 46;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ViewLine {
    pub(super) units: i64,
    pub(super) weight: i64,
    pub(super) short: i64,
    pub(super) offers: (u32, u32),
}

/// A node that may ship some of the order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Candidate {
    pub(super) node: u32,
    /// What using it costs at least: its shipment, a split, and the part of freight that does not depend on weight.
    pub(super) fixed: i64,
    /// The part of `fixed` that is not freight.
    pub(super) handling: i64,
    pub(super) services: (u32, u32),
    /// The most units it can send.
    pub(super) room: i64,
    /// Grams it can send of this order at the most, and how much freight rises at least over them.
    most_grams: i64,
    rise: i64,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ViewService {
    pub(super) base: i64,
    pub(super) step: i64,
    pub(super) max_weight: i64,
}

/// A line at a candidate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    pub(super) units: i64,
    pub(super) cost: i64,
    /// Units that an earlier plan sends from here: each costs `churn` less.
    pub(super) kept: i64,
    /// The estimate of its cheapest offer.
    pub(super) estimate: i64,
    pub(super) row: u32,
}

/// Units of a line that a candidate offers, at a cost that freight makes higher, never lower.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Offer {
    pub(super) estimate: i64,
    pub(super) candidate: u32,
    pub(super) units: i64,
}

#[derive(Debug, Default)]
pub(super) struct View {
    pub(super) lines: Vec<ViewLine>,
    pub(super) candidates: Vec<Candidate>,
    services: Vec<ViewService>,
    /// By candidate, then by line.
    pub(super) cells: Vec<Cell>,
    pub(super) offers: Vec<Offer>,
    pub(super) split: i64,
    pub(super) churn: i64,
    /// What the order costs in any case, for units that an earlier plan sends.
    pub(super) moved: i64,
    pub(super) complete: bool,
    pub(super) most: usize,
    weight_step: i64,
    slots: Vec<u32>,
}

impl Candidate {
    /// What a unit of some weight adds to freight at least.
    fn freight_floor(&self, weight: i64) -> i64 {
        if self.rise == 0 {
            0
        } else if self.rise < 1 << 31 && weight < 1 << 31 {
            self.rise * weight / self.most_grams
        } else {
            let freight = i128::from(self.rise) * i128::from(weight);
            i64::try_from(freight / i128::from(self.most_grams)).unwrap_or(NEVER)
        }
    }
}

/// What an order may take, and at which prices.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms<'a> {
    /// Prices of rows, in fractions of a minor unit.
    pub(super) prices: &'a [i64],
    /// What rows still have.
    pub(super) rooms: &'a [i64],
    /// Nodes that are left out, one bit for each node modulo 64.
    pub(super) closed: u64,
}

impl View {
    pub(super) fn look(&mut self, problem: &BatchProblem, order: usize, terms: &Terms<'_>) {
        let what = at(&problem.orders, order);
        self.lines.clear();
        self.candidates.clear();
        self.services.clear();
        self.cells.clear();
        self.offers.clear();
        self.split = problem.split << SHIFT;
        self.churn = problem.churn << SHIFT;
        self.weight_step = problem.weight_step;
        self.complete = what.complete;
        self.most = what.max_shipments as usize;
        self.moved = 0;
        self.slots.resize(problem.nodes.len(), u32::MAX);
        self.open(problem, order, what, terms);
        for slot in 0..self.candidates.len() {
            let node = at(&self.candidates, slot).node;
            put(&mut self.slots, node as usize, u32::MAX);
            self.weigh(slot);
        }
        self.offer();
    }

    /// Lays out lines, candidates and cells.
    fn open(&mut self, problem: &BatchProblem, order: usize, what: Order, terms: &Terms<'_>) {
        let lines = problem.lines_of(order);
        for (l, line) in lines.iter().enumerate() {
            self.lines.push(ViewLine {
                units: line.units,
                weight: line.weight,
                short: line.short << SHIFT,
                offers: (0, 0),
            });
            let (first, rows) = problem.rows_of(line.sku);
            for (k, stock) in rows.iter().enumerate() {
                let row = first + k;
                let units = at(terms.rooms, row).min(line.units);
                if units <= 0 {
                    continue;
                }
                let Some(slot) = self.slot(problem, what, stock.node, lines.len(), terms) else { continue };
                let unit_cost = at(&problem.nodes, stock.node as usize).unit_cost << SHIFT;
                let price = at(terms.prices, row) + at(terms.prices, problem.unit_row(stock.node));
                let units = units.min(at(&self.candidates, slot).room);
                let cell = Cell { units, cost: unit_cost + price, row: index(row), ..Cell::default() };
                put(&mut self.cells, slot * lines.len() + l, cell);
            }
            for (node, units) in problem.planned_of(*line) {
                self.moved += self.churn * units;
                let slot = at(&self.slots, *node as usize) as usize;
                if slot < self.candidates.len()
                    && let Some(cell) = self.cells.get_mut(slot * lines.len() + l)
                {
                    cell.kept = (*units).min(cell.units);
                }
            }
        }
    }

    /// The candidate of a node, opened if it is new and the node can ship there at all.
    fn slot(
        &mut self,
        problem: &BatchProblem,
        what: Order,
        node: u32,
        lines: usize,
        terms: &Terms<'_>,
    ) -> Option<usize> {
        let known = self.slots.get(node as usize).copied()?;
        if known != u32::MAX {
            return Some(known as usize);
        }
        let room = at(terms.rooms, problem.unit_row(node));
        let lane = problem.lane(node, what.destination);
        if lane.is_empty()
            || room <= 0
            || at(terms.rooms, problem.shipment_row(node)) <= 0
            || terms.closed >> (node % 64) & 1 == 1
        {
            return None;
        }
        let from = index(self.services.len());
        for service in lane {
            let late = what.late * (service.arrival - what.promise).max(0);
            self.services.push(ViewService {
                base: (service.base + late) << SHIFT,
                step: service.step << SHIFT,
                max_weight: service.max_weight,
            });
        }
        let shipment = at(&problem.nodes, node as usize).shipment_cost << SHIFT;
        let handling = shipment + at(terms.prices, problem.shipment_row(node)) + self.split;
        let slot = self.candidates.len();
        self.candidates.push(Candidate {
            node,
            handling,
            services: (from, index(self.services.len())),
            room,
            ..Candidate::default()
        });
        self.cells.resize(self.cells.len() + lines, Cell::default());
        put(&mut self.slots, node as usize, index(slot));
        Some(slot)
    }

    /// A line below freight that touches it at both ends: freight is a minimum of staircases, each above a straight
    /// line, and a minimum of straight lines is concave.
    fn weigh(&mut self, slot: usize) {
        let from = slot * self.lines.len();
        let cells = self.cells.get(from..from + self.lines.len()).unwrap_or_default();
        let grams = |(cell, line): (&Cell, &ViewLine)| cell.units * line.weight;
        let most_grams: i64 = cells.iter().zip(&self.lines).map(grams).sum();
        let Some(candidate) = self.candidates.get_mut(slot) else { return };
        let services = span(&self.services, candidate.services);
        candidate.most_grams = most_grams.max(1);
        let (floor, rise) = if most_grams <= self.weight_step {
            (services.iter().map(|service| service.base + service.step).min(), 0)
        } else {
            let low = services.iter().map(|service| service.base).min();
            let steps = |step: i64| step.saturating_mul(most_grams) / self.weight_step;
            let high = services.iter().map(|service| service.base.saturating_add(steps(service.step))).min();
            (low, high.unwrap_or(0) - low.unwrap_or(0))
        };
        candidate.rise = rise;
        candidate.fixed = candidate.handling + floor.unwrap_or(NEVER);
    }

    fn offer(&mut self) {
        let lines = self.lines.len();
        for l in 0..lines {
            let from = self.offers.len();
            let weight = at(&self.lines, l).weight;
            for (slot, candidate) in self.candidates.iter().enumerate() {
                let cell = at(&self.cells, slot * lines + l);
                if cell.units == 0 {
                    continue;
                }
                let freight = candidate.freight_floor(weight);
                let estimate = cell.cost + freight;
                if let Some(cell) = self.cells.get_mut(slot * lines + l) {
                    cell.estimate = if cell.kept > 0 { estimate - self.churn } else { estimate };
                }
                let offer = Offer { estimate, candidate: index(slot), units: cell.units - cell.kept };
                if offer.units > 0 {
                    self.offers.push(offer);
                }
                if cell.kept > 0 {
                    let estimate = offer.estimate - self.churn;
                    self.offers.push(Offer { estimate, units: cell.kept, ..offer });
                }
            }
            if let Some(own) = self.offers.get_mut(from..) {
                own.sort_unstable_by_key(|offer| (offer.estimate, offer.candidate));
            }
            let range = (index(from), index(self.offers.len()));
            if let Some(line) = self.lines.get_mut(l) {
                line.offers = range;
            }
        }
    }

    pub(super) fn offers_of(&self, line: ViewLine) -> &[Offer] {
        span(&self.offers, line.offers)
    }

    pub(super) fn cell(&self, slot: usize, line: usize) -> Cell {
        at(&self.cells, slot * self.lines.len() + line)
    }

    /// What units of a line from a candidate cost before freight.
    pub(super) fn units_cost(&self, cell: Cell, units: i64) -> i64 {
        cell.cost * units - self.churn * units.min(cell.kept)
    }

    /// What a unit of some weight adds to the freight of a candidate at least.
    pub(super) fn gram_freight(&self, slot: usize, weight: i64) -> i64 {
        at(&self.candidates, slot).freight_floor(weight)
    }

    /// Freight of a weight from a candidate by its cheapest service; [`NEVER`] when none takes it.
    pub(super) fn freight(&self, candidate: &Candidate, grams: i64) -> i64 {
        let steps = grams / self.weight_step + i64::from(grams % self.weight_step > 0);
        let fits = |service: &&ViewService| grams <= service.max_weight;
        let cost = |service: &ViewService| service.base + service.step * steps;
        span(&self.services, candidate.services).iter().filter(fits).map(cost).min().unwrap_or(NEVER)
    }
}
