//! Neighbourhood search: orders that compete are taken out together and planned again one after the other.
//!
//! Ruin and recreate with simulated annealing (Schrimpf and others, Journal of Computational Physics 159, 2000).
//! Each order is planned exactly against what is left, and pays prices for it, so that it leaves to others what
//! they need more.

use super::dense::{at, index, put, span};
use super::price::SHIFT;
use super::problem::{BatchProblem, UNLIMITED};
use super::search::OrderSolver;
use super::seed::Seed;
use super::state::{OrderPlan, book, settle, worth};
use super::view::Terms;

/// How a search is to be done.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heat<'a> {
    /// What each order costs at the whole prices at least.
    pub(super) bounds: &'a [i64],
    /// Rows' prices, whole and in parts; one of them is drawn each time.
    pub(super) prices: &'a [Vec<i64>],
    /// By how much a plan may get dearer, in thousandths of a minor unit.
    pub(super) heat: i64,
    /// The work to be spent.
    pub(super) work: i64,
    pub(super) seed: Seed,
}

/// Searches parts of a batch; keeps its memory from one to the next.
#[derive(Debug, Default)]
pub(super) struct Annealer {
    pub(super) solver: OrderSolver,
    /// What rows have left.
    pub(super) rooms: Vec<i64>,
    /// By SKU, which of `takers` want it.
    ranges: Vec<(u32, u32)>,
    takers: Vec<(u32, u32)>,
    group: Vec<usize>,
    fresh: Vec<OrderPlan>,
    dirty: Vec<usize>,
}

/// Plans of a part: as they stand, and the best seen.
#[derive(Clone, Debug, Default)]
pub(super) struct PartPlans {
    pub(super) now: Vec<OrderPlan>,
    pub(super) best: Vec<OrderPlan>,
}

/// Of so many orders drawn, the one that is furthest from what prices say it should cost begins a group.
const RIVALS: usize = 4;
/// The fewest orders taken out together, and how many more there can be.
const GROUP: usize = 2;
const GROUP_MORE: usize = 2;

impl Annealer {
    pub(super) fn new(rows: usize) -> Self {
        Self { rooms: vec![0; rows], ..Self::default() }
    }

    /// Searches a part: `orders` with their plans, against [`Self::rooms`].
    pub(super) fn run(
        &mut self,
        problem: &BatchProblem,
        orders: &[u32],
        plans: &mut PartPlans,
        mut heat: Heat<'_>,
    ) {
        self.sort_takers(problem, orders);
        self.dirty.clear();
        plans.best.clone_from(&plans.now);
        let end = self.solver.work.saturating_add(heat.work);
        let (mut now, mut best) = (0_i64, 0_i64);
        let limits = problem.limits.get(problem.stock.len()..).unwrap_or_default();
        let crowded = limits.iter().any(|limit| *limit < UNLIMITED);
        while self.solver.work < end && !orders.is_empty() {
            self.draw(problem, orders, plans, crowded, &mut heat);
            let change = self.replan(problem, orders, plans, &mut heat);
            let limit = i128::from(heat.heat) * i128::from(heat.seed.waiting()) / 1_000_000;
            if change <= 0 || i128::from(change) < limit {
                for (order, fresh) in self.group.iter().zip(&mut self.fresh) {
                    if let Some(plan) = plans.now.get_mut(*order) {
                        std::mem::swap(plan, fresh);
                    }
                    self.dirty.push(*order);
                }
                now += change;
                if now < best {
                    best = now;
                    for order in self.dirty.drain(..) {
                        if let (Some(to), Some(from)) = (plans.best.get_mut(order), plans.now.get(order)) {
                            to.clone_from(from);
                        }
                    }
                }
            } else {
                for (order, fresh) in self.group.iter().zip(&self.fresh) {
                    book(problem, &mut self.rooms, &fresh.takes, 1);
                    if let Some(plan) = plans.now.get(*order) {
                        book(problem, &mut self.rooms, &plan.takes, -1);
                    }
                }
            }
        }
    }

    fn sort_takers(&mut self, problem: &BatchProblem, orders: &[u32]) {
        self.ranges.resize(problem.skus(), (0, 0));
        for (sku, _) in &self.takers {
            put(&mut self.ranges, *sku as usize, (0, 0));
        }
        self.takers.clear();
        for (place, order) in orders.iter().enumerate() {
            for line in problem.lines_of(*order as usize) {
                self.takers.push((line.sku, index(place)));
            }
        }
        self.takers.sort_unstable();
        let mut from = 0;
        for group in self.takers.chunk_by(|a, b| a.0 == b.0) {
            let to = from + index(group.len());
            if let Some((sku, _)) = group.first() {
                put(&mut self.ranges, *sku as usize, (from, to));
            }
            from = to;
        }
    }

    /// Draws orders that are to be planned again: each wants a SKU that one before it wants, or, where nodes are
    /// crowded, is any order.
    fn draw(
        &mut self,
        problem: &BatchProblem,
        orders: &[u32],
        plans: &PartPlans,
        crowded: bool,
        heat: &mut Heat<'_>,
    ) {
        let (bounds, prices) = (heat.bounds, heat.prices.first().map_or(&[][..], Vec::as_slice));
        let seed = &mut heat.seed;
        self.group.clear();
        let regret = |place: usize| {
            let Some(plan) = plans.now.get(place) else { return 0 };
            let paid = (plan.cost << SHIFT) + worth(problem, prices, &plan.takes);
            paid - at(bounds, at(orders, place) as usize)
        };
        let mut first = seed.below(orders.len());
        for _ in 1..RIVALS {
            let other = seed.below(orders.len());
            if regret(other) > regret(first) {
                first = other;
            }
        }
        self.group.push(first);
        let size = GROUP + seed.below(GROUP_MORE);
        let any = crowded && seed.below(2) == 1;
        for _ in 0..2 * size {
            if self.group.len() == size {
                break;
            }
            let other = if any {
                seed.below(orders.len())
            } else {
                let from = at(&self.group, seed.below(self.group.len()));
                let lines = problem.lines_of(at(orders, from) as usize);
                let sku = at(lines, seed.below(lines.len())).sku;
                let takers = span(&self.takers, at(&self.ranges, sku as usize));
                at(takers, seed.below(takers.len())).1 as usize
            };
            if !self.group.contains(&other) {
                self.group.push(other);
            }
        }
        seed.shuffle(&mut self.group);
    }

    /// Plans the group again into `fresh` and books that. Answers by how much it is dearer.
    fn replan(
        &mut self,
        problem: &BatchProblem,
        orders: &[u32],
        plans: &PartPlans,
        heat: &mut Heat<'_>,
    ) -> i64 {
        let mut change = 0;
        for order in &self.group {
            if let Some(plan) = plans.now.get(*order) {
                book(problem, &mut self.rooms, &plan.takes, 1);
                change -= plan.cost;
            }
        }
        let draw = heat.seed.below(heat.prices.len());
        let prices = heat.prices.get(draw).map_or(&[][..], Vec::as_slice);
        if self.fresh.len() < self.group.len() {
            self.fresh.resize(self.group.len(), OrderPlan::default());
        }
        for (order, fresh) in self.group.iter().zip(&mut self.fresh) {
            let bits = heat.seed.next();
            let closed = if bits.is_multiple_of(10) {
                heat.seed.next() & heat.seed.next() & heat.seed.next()
            } else {
                0
            };
            let terms = Terms { prices, rooms: &self.rooms, closed };
            settle(problem, &mut self.solver, at(orders, *order) as usize, &terms, fresh);
            book(problem, &mut self.rooms, &fresh.takes, -1);
            change += fresh.cost;
        }
        change
    }
}
