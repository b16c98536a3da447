//! The cheapest way to ship one order, and the proof that there is none cheaper.

use super::column::Pricer;
use super::cover::{Basis, Cover};
use super::dual::{Dual, Grain, Window};
use super::greedy::{Draft, Greedy};
use super::order::{Order, OrderError, SCALE};
use super::slot::row;

/// How much a search may do: in search nodes, never in time, so that it repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The most search nodes.
    pub nodes: u64,
}

impl Default for Limit {
    /// Twenty million, some seconds; nearly every order needs a few thousand at most.
    fn default() -> Self {
        Self { nodes: 20_000_000 }
    }
}

/// Rounds of each ascent. Forty raise the bound further, but the search through what is left is faster than they are:
/// measured from 6 to 40 on orders of 1 to 10 lines over 5 to 50 nodes.
const ROUNDS: u32 = 10;

/// What a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The cost of the plan found, units short included.
    pub cost: i64,
    /// No plan costs less than this.
    pub bound: i64,
    /// Whether the two are equal: the plan is a cheapest one.
    pub proved: bool,
    /// Search nodes used.
    pub nodes: u64,
}

/// What one node ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipment<'s> {
    /// The node, by its place among those added to the order.
    pub node: usize,
    /// Units by line.
    pub units: &'s [u32],
}

/// Solves one order after the other with the same memory.
#[derive(Clone, Debug, Default)]
pub struct Solver {
    pricer: Pricer,
    root: Dual,
    /// Few shipments, and many.
    parts: [Dual; 2],
    greedy: Greedy,
    cover: Cover,
    best: Draft,
    /// The best plan's shipments by node: the node, then the row of its units.
    listed: Vec<(usize, usize)>,
    width: usize,
}

impl Solver {
    /// Searches for the cheapest plan. Equal orders give equal plans.
    ///
    /// # Errors
    /// [`OrderError`] if sums of the order's costs could leave 64 bits.
    pub fn solve(&mut self, order: &mut Order, limit: Limit) -> Result<Outcome, OrderError> {
        order.check()?;
        order.set_lacking_apart();
        self.width = order.width();
        self.pricer.steps = 0;
        self.pricer.budget = limit.nodes;
        self.cover.steps = 0;
        self.cover.budget = limit.nodes;
        self.best.clear(order);
        let bound = if order.sites.is_empty() || order.most_shipments() == 0 {
            self.best.cost
        } else {
            self.search(order)
        };
        self.listed.clear();
        let node = |place: &usize| order.sites.get(*place).map_or(0, |site| site.node as usize);
        self.listed.extend(self.best.places.iter().map(node).enumerate().map(|(at, node)| (node, at)));
        self.listed.sort_unstable();
        let bound = bound.min(self.best.cost).saturating_add(order.lacking);
        let ceiling = bound.div_euclid(SCALE).wrapping_add(i64::from(bound.rem_euclid(SCALE) > 0));
        let cost = self.best.cost.saturating_add(order.lacking).div_euclid(SCALE);
        Ok(Outcome {
            cost,
            bound: ceiling,
            proved: ceiling >= cost,
            nodes: self.pricer.steps.saturating_add(self.cover.steps),
        })
    }

    /// The shipments of the plan found last, sorted by node.
    pub fn shipments(&self) -> impl Iterator<Item = Shipment<'_>> {
        let units = |(node, at): &(usize, usize)| Shipment {
            node: *node,
            units: row(&self.best.units, *at, self.width),
        };
        self.listed.iter().map(units)
    }

    /// Looks for the best plan; the bound proved, scaled.
    fn search(&mut self, order: &Order) -> i64 {
        let dual = &mut self.root;
        dual.start(order);
        self.greedy.run(order, &dual.prices);
        keep(&mut self.best, &self.greedy.draft);
        if let Some(place) = self.best.only_place(order) {
            let bound = dual.guess(order, &mut self.pricer, place, self.best.cost);
            if bound > self.best.cost.wrapping_sub(SCALE) {
                return self.best.cost;
            }
        }
        dual.ascend(order, &mut self.pricer, Grain::Lean, self.best.cost, ROUNDS);
        let lean = dual.bound;
        if self.is_proof(lean) {
            return self.best.cost;
        }
        self.greedy.run(order, &self.root.prices);
        keep(&mut self.best, &self.greedy.draft);
        let dual = &mut self.root;
        dual.ascend(order, &mut self.pricer, Grain::Exact, self.best.cost, ROUNDS);
        let bound = lean.max(dual.bound);
        if self.is_proof(bound) {
            return self.best.cost;
        }
        if self.pricer.is_spent() {
            return bound;
        }
        self.split(order, bound)
    }

    /// Splits the plans by their number of shipments, and looks through both parts up to a cost that rises.
    fn split(&mut self, order: &Order, bound: i64) -> i64 {
        let all = self.root.window;
        let few = self.root.shipments().clamp(all.low.wrapping_sub(1), all.high);
        let windows = [Window { high: few, ..all }, Window { low: few.wrapping_add(1), ..all }];
        for (dual, window) in self.parts.iter_mut().zip(windows) {
            dual.resume(&self.root, window);
            if window.low > window.high {
                dual.bound = i64::MAX;
                continue;
            }
            dual.ascend(order, &mut self.pricer, Grain::Lean, self.best.cost, ROUNDS);
            let lean = dual.bound;
            if lean.saturating_add(SCALE) <= self.best.cost {
                dual.ascend(order, &mut self.pricer, Grain::Exact, self.best.cost, ROUNDS);
            }
            if self.pricer.is_spent() {
                return bound;
            }
            self.greedy.run(order, &dual.prices);
            keep(&mut self.best, &self.greedy.draft);
        }
        self.deepen(order, bound)
    }

    fn deepen(&mut self, order: &Order, mut bound: i64) -> i64 {
        let base = self.parts.iter().map(|dual| dual.bound).min().unwrap_or(bound);
        bound = bound.max(base);
        let mut reach = self.best.cost.wrapping_sub(base).wrapping_div(16).max(SCALE.wrapping_mul(8));
        loop {
            // Only a plan cheaper by a whole minor unit is of interest.
            let most = self.best.cost.wrapping_sub(SCALE);
            if base > most {
                return self.best.cost;
            }
            let cost = base.saturating_add(reach).min(most);
            let mut found = false;
            for part in 0..self.parts.len() {
                let Some(dual) = self.parts.get(part) else { break };
                let wanted = cost.min(self.best.cost.wrapping_sub(SCALE)).saturating_sub(dual.bound);
                if wanted < 0 {
                    continue;
                }
                let basis = Basis { order, prices: &dual.prices, lowest: &dual.lowest, window: dual.window };
                self.cover.collect(basis, &mut self.pricer, wanted);
                if self.pricer.is_spent() {
                    return bound;
                }
                let better = self.cover.search(basis, wanted);
                if better {
                    self.keep_cover(order);
                    found = true;
                }
                if self.cover.is_spent() {
                    return bound;
                }
            }
            if found || cost == most {
                return self.best.cost;
            }
            bound = bound.max(cost.wrapping_add(1));
            reach = reach.saturating_mul(2);
        }
    }

    fn is_proof(&self, bound: i64) -> bool {
        bound > self.best.cost.wrapping_sub(SCALE)
    }

    fn keep_cover(&mut self, order: &Order) {
        let mut draft = Draft {
            places: std::mem::take(&mut self.cover.best_places),
            units: std::mem::take(&mut self.cover.best_units),
            cost: 0,
        };
        if let Some(cost) = draft.price(order).filter(|cost| *cost < self.best.cost) {
            draft.cost = cost;
            std::mem::swap(&mut draft, &mut self.best);
        }
        (self.cover.best_places, self.cover.best_units) = (draft.places, draft.units);
    }
}

/// Keeps the cheaper of two plans, the first of equal ones.
fn keep(best: &mut Draft, other: &Draft) {
    if other.cost < best.cost {
        best.clone_from(other);
    }
}
