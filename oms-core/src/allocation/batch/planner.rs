//! The batch planner: prices, a first plan, and rounds of search, for as long as the work lasts.

use super::anneal::{Annealer, Heat, PartPlans};
use super::dense::index;
use super::part::Parts;
use super::price::{Ascent, mean_short};
use super::problem::BatchProblem;
use super::search::OrderSolver;
use super::seed::Seed;
use super::state::{OrderPlan, book, settle};
use super::view::Terms;

/// A batch being planned.
pub(super) struct Planner<'a> {
    problem: &'a BatchProblem,
    pub(super) ascent: Ascent,
    annealers: Vec<Annealer>,
    now: Vec<OrderPlan>,
    pub(super) best: Vec<OrderPlan>,
    pub(super) cost: i64,
    /// Work spent, and the most that may be.
    pub(super) spent: i64,
    work: i64,
    turn: u64,
}

/// Work of a search.
#[derive(Clone, Copy, Debug)]
enum Search {
    /// So many times that of asking all orders once.
    Asks(i64),
    /// So much.
    Work(i64),
}

/// What a round does.
#[derive(Clone, Copy, Debug)]
struct Round {
    /// Steps of prices, the first stride as a part of the mean short cost, and what each step keeps of it.
    steps: u32,
    stride: i64,
    keep: i64,
    search: Search,
    /// Heat at the beginning and at the end, as parts of the mean cost of an order.
    hot: i64,
    cold: i64,
}

/// Orders in a part, about.
const PART: usize = 500;
const EPOCHS: i64 = 24;

/// What a round does never depends on the work there is in all, so that more of it only adds to what less would do.
fn round(number: u32, orders: usize) -> Round {
    let large = orders > 5000;
    let count = i64::from(index(orders));
    let (hot, cold) = if number == 0 { (60, 1000) } else { (8, 1000) };
    let (steps, stride, keep) = match number {
        0 if large => (40, 9, 930),
        0 => (60, 9, 955),
        1 => (160, 9, 975),
        _ => (160, 40, 975),
    };
    let search = match number {
        0 if large => Search::Asks(45),
        0 => Search::Asks(60),
        1 if orders <= 1000 => Search::Work(110_000 * count),
        1 => Search::Work(220_000 * count),
        more => Search::Work(150_000_i64.saturating_mul(count).saturating_mul(1 << (2 * more.min(16) - 2))),
    };
    Round { steps, stride, keep, search, hot, cold }
}

impl<'a> Planner<'a> {
    pub(super) fn new(problem: &'a BatchProblem, prices: Vec<i64>, work: i64, threads: usize) -> Self {
        Self {
            problem,
            ascent: Ascent::new(problem, prices),
            annealers: (0..threads.max(1)).map(|_| Annealer::new(problem.rows())).collect(),
            now: Vec::new(),
            best: Vec::new(),
            cost: i64::MAX,
            spent: 0,
            work,
            turn: 0,
        }
    }

    /// Starts from a plan that fits.
    pub(super) fn start(&mut self, plans: Vec<OrderPlan>) {
        self.cost = total(&plans);
        self.best = plans;
    }

    /// Rounds until the work is spent, and at most so many.
    pub(super) fn run(&mut self, rounds: u32) -> u32 {
        if self.best.is_empty() {
            self.pass(&(0..index(self.problem.orders.len())).collect::<Vec<u32>>());
        }
        let mut number = 0;
        while number < rounds && self.spent < self.work && !self.problem.orders.is_empty() {
            let round = round(number, self.problem.orders.len());
            let one = self.price(round);
            self.passes();
            self.search(round, one);
            number += 1;
        }
        number
    }

    /// Moves prices. Answers the work of asking all orders once.
    fn price(&mut self, round: Round) -> i64 {
        self.ascent.restart(mean_short(self.problem) / round.stride);
        let mut workers: Vec<OrderSolver> =
            self.annealers.iter_mut().map(|annealer| std::mem::take(&mut annealer.solver)).collect();
        let before = self.ascent.work;
        let mut steps = 0;
        while steps < round.steps && self.spent < self.work {
            let asked = self.ascent.work;
            self.ascent.step(self.problem, round.keep, &mut workers);
            self.spent += self.ascent.work - asked;
            steps += 1;
        }
        for (annealer, solver) in self.annealers.iter_mut().zip(workers) {
            annealer.solver = solver;
        }
        (self.ascent.work - before) / i64::from(steps.max(1))
    }

    /// Plans all orders one after the other at the prices, in a few sequences.
    fn passes(&mut self) {
        let problem = self.problem;
        let shorts = |order: &u32| {
            let lines = problem.lines_of(*order as usize).iter();
            lines.map(|line| line.short * line.units).sum::<i64>()
        };
        let mut sequence: Vec<u32> = (0..index(problem.orders.len())).collect();
        for pass in 0..3 {
            match pass {
                0 => {}
                1 => sequence.sort_by_cached_key(|order| (-shorts(order), *order)),
                _ => Seed::new(7, self.turn).shuffle(&mut sequence),
            }
            if self.spent >= self.work {
                break;
            }
            self.pass(&sequence);
        }
        self.now.clone_from(&self.best);
    }

    fn pass(&mut self, sequence: &[u32]) {
        let Some(annealer) = self.annealers.first_mut() else { return };
        let mut rooms = self.problem.limits.clone();
        let mut plans = vec![OrderPlan::default(); self.problem.orders.len()];
        let before = annealer.solver.work;
        for order in sequence {
            let terms = Terms { prices: &self.ascent.prices, rooms: &rooms, closed: 0 };
            let Some(plan) = plans.get_mut(*order as usize) else { continue };
            settle(self.problem, &mut annealer.solver, *order as usize, &terms, plan);
            book(self.problem, &mut rooms, &plan.takes, -1);
        }
        self.spent += annealer.solver.work - before;
        let cost = total(&plans);
        if cost < self.cost {
            self.cost = cost;
            self.best = plans;
        }
    }

    /// Searches parts side by side, cooling from one epoch to the next.
    fn search(&mut self, round: Round, one: i64) {
        let orders = i64::from(index(self.problem.orders.len()));
        let mean = (self.cost / orders.max(1)).max(1).saturating_mul(1000);
        let (hot, cold) = ((mean / round.hot).max(1), (mean / round.cold).max(1));
        let prices: Vec<Vec<i64>> = [100, 80, 0]
            .iter()
            .map(|percent| self.ascent.prices.iter().map(|price| price * percent / 100).collect())
            .collect();
        let parts = self.problem.orders.len().div_ceil(PART);
        let work = match round.search {
            Search::Asks(times) => one.saturating_mul(times),
            Search::Work(work) => work,
        };
        let budget = work / EPOCHS;
        let mut heat = hot;
        for _ in 0..EPOCHS {
            let left = self.work - self.spent;
            if left <= 0 {
                break;
            }
            self.turn += 1;
            let each = budget.min(left) / i64::from(index(parts)).max(1);
            self.epoch(parts, each, heat, &prices);
            if left < budget {
                // What is left over is too little for an epoch as it should be.
                self.spent = self.spent.max(self.work);
            }
            heat = cooled(heat, hot, cold);
        }
    }

    fn epoch(&mut self, count: usize, work: i64, heat: i64, prices: &[Vec<i64>]) {
        let (problem, turn) = (self.problem, self.turn);
        let parts = Parts::new(problem, count, turn);
        let mut left = problem.limits.clone();
        for plan in &self.now {
            book(problem, &mut left, &plan.takes, -1);
        }
        let threads = self.annealers.len();
        let each = parts.parts.len().div_ceil(threads).max(1);
        let mut jobs: Vec<(usize, PartPlans, i64)> = Vec::with_capacity(parts.parts.len());
        for (number, part) in parts.parts.iter().enumerate() {
            let take =
                |order: &u32| self.now.get_mut(*order as usize).map(std::mem::take).unwrap_or_default();
            let now = part.orders.iter().map(take).collect();
            jobs.push((number, PartPlans { now, best: Vec::new() }, 0));
        }
        let (parts, left, bounds) = (&parts, &left, &self.ascent.bounds);
        let search = |annealer: &mut Annealer, jobs: &mut [(usize, PartPlans, i64)]| {
            for (number, plans, spent) in jobs {
                let Some(part) = parts.parts.get(*number) else { continue };
                parts.deal(problem, *number, left, &mut annealer.rooms);
                let before = annealer.solver.work;
                let seed = Seed::new(turn, *number as u64);
                annealer.run(problem, &part.orders, plans, Heat { bounds, prices, heat, work, seed });
                parts.clear(problem, *number, &mut annealer.rooms);
                *spent = annealer.solver.work - before;
            }
        };
        std::thread::scope(|scope| {
            let mut own = None;
            for (annealer, jobs) in self.annealers.iter_mut().zip(jobs.chunks_mut(each)) {
                if own.is_none() {
                    own = Some((annealer, jobs));
                } else {
                    scope.spawn(|| search(annealer, jobs));
                }
            }
            if let Some((annealer, jobs)) = own {
                search(annealer, jobs);
            }
        });
        self.gather(parts, jobs);
    }

    /// Puts plans of parts together. The best of each part go together too: parts do not touch each other.
    fn gather(&mut self, parts: &Parts, jobs: Vec<(usize, PartPlans, i64)>) {
        let cost: i64 = jobs.iter().map(|(_, plans, _)| total(&plans.best)).sum();
        let better = cost < self.cost;
        for (number, plans, spent) in jobs {
            self.spent += spent;
            let Some(part) = parts.parts.get(number) else { continue };
            for ((order, now), best) in part.orders.iter().zip(plans.now).zip(plans.best) {
                if let Some(place) = self.now.get_mut(*order as usize) {
                    *place = now;
                }
                if better && let Some(place) = self.best.get_mut(*order as usize) {
                    *place = best;
                }
            }
        }
        if better {
            self.cost = cost;
        }
    }
}

fn total(plans: &[OrderPlan]) -> i64 {
    plans.iter().map(|plan| plan.cost).sum()
}

/// The next heat: down by the `EPOCHS`th part of the way from hot to cold, on a scale of logarithms.
fn cooled(heat: i64, hot: i64, cold: i64) -> i64 {
    // ln(hot / cold) in thousandths, from halvings.
    let (mut ratio, mut halvings) = (hot.saturating_mul(1000) / cold.max(1), 0);
    while ratio >= 2000 {
        ratio /= 2;
        halvings += 1;
    }
    let logarithm = halvings * 693 + (ratio - 1000) * 693 / 1000;
    let drop = logarithm / EPOCHS;
    // exp(-drop / 1000) to the second order.
    let keep = 1_000_000 - drop * 1000 + drop * drop / 2;
    (heat.saturating_mul(keep) / 1_000_000).max(1)
}
