//! Prices of rows, and the bound they prove.
//!
//! With a price on every row, orders no longer compete: each is solved alone, paying for what it takes. The sum of
//! these costs less the worth of all rows is below the cost of every plan (Lagrangian relaxation); better prices
//! give a better bound. Prices follow the mean by which a row is taken more often than it allows, over the root of
//! its mean square (Kingma and Ba, Adam, ICLR 2015), in strides that shrink. All of it in whole numbers, so the
//! bound is exact.

use super::dense::add;
use super::problem::{BatchProblem, UNLIMITED};
use super::search::{OrderSolver, Take};
use super::view::Terms;

/// Prices are in units of `1 / 2^SHIFT` of a minor unit.
pub(super) const SHIFT: u32 = 6;
/// Drift is in units of `1 / 2^FINE` of a unit, and of at most so many units.
const FINE: u32 = 10;
const MOST_OVER: i64 = 1 << 20;

/// What orders take when each sees only prices.
#[derive(Debug, Default)]
struct Answer {
    bound: i128,
    used: Vec<i64>,
    /// The bound of each order.
    bounds: Vec<i64>,
    work: i64,
}

/// The search for prices; it can go on at any time.
#[derive(Debug)]
pub(super) struct Ascent {
    /// The best prices so far, and the bound they prove, in price units.
    pub(super) prices: Vec<i64>,
    /// What each order costs at the best prices at least.
    pub(super) bounds: Vec<i64>,
    bound: i128,
    trial: Vec<i64>,
    /// For each row, the mean by which it is taken more often than it allows, and the mean square of that.
    drift: Vec<(i64, i64)>,
    /// How far a price moves in a step, in price units and `1 / 2^16` of them.
    stride: i64,
    /// What rows have, and which orders are asked: each stands for `stand.0 / stand.1` orders.
    limits: Vec<i64>,
    asked: usize,
    stand: (i64, i64),
    pub(super) rounds: u32,
    pub(super) work: i64,
}

/// The highest price of a row.
pub(super) const MOST_PRICE: i64 = 1 << 36;

impl Ascent {
    pub(super) fn new(problem: &BatchProblem, prices: Vec<i64>) -> Self {
        Self {
            trial: prices.clone(),
            prices,
            bounds: vec![0; problem.orders.len()],
            bound: 0,
            drift: vec![(0, 0); problem.rows()],
            stride: 0,
            limits: problem.limits.clone(),
            asked: problem.orders.len(),
            stand: (1, 1),
            rounds: 0,
            work: 0,
        }
    }

    /// Looks for prices of what is left, for so many orders to come that are like the first ones seen. What it then
    /// proves is no bound of the problem.
    pub(super) fn foresee(&mut self, rooms: &[i64], seen: u32, to_come: u32) {
        self.limits = rooms.to_vec();
        self.asked = seen as usize;
        self.stand = (i64::from(to_come), i64::from(seen));
    }

    /// The prices of the last step.
    pub(super) fn trial(self) -> Vec<i64> {
        self.trial
    }

    /// The bound in minor units: costs are whole, so it may be rounded up.
    pub(super) fn proved(&self) -> i64 {
        let unit = 1_i128 << SHIFT;
        let whole = self.bound.div_euclid(unit) + i128::from(self.bound.rem_euclid(unit) > 0);
        i64::try_from(whole.max(0)).unwrap_or(0)
    }

    /// Starts again from the best prices with strides of so many minor units.
    pub(super) fn restart(&mut self, stride: i64) {
        self.trial.clone_from(&self.prices);
        self.stride = stride.clamp(1, 1 << 24) << (SHIFT + 16);
    }

    /// One step: asks all orders at the trial prices and moves on; strides shrink to `keep` thousandths.
    pub(super) fn step(&mut self, problem: &BatchProblem, keep: i64, workers: &mut [OrderSolver]) {
        let answer = ask(problem, &self.trial, self.asked, workers);
        self.work += answer.work;
        self.rounds += 1;
        let worth = |(price, limit): (&i64, &i64)| i128::from(*price) * i128::from(*limit);
        let worth: i128 = self.trial.iter().zip(&self.limits).map(worth).sum();
        let bound = answer.bound - worth;
        if bound > self.bound {
            self.bound = bound;
            self.prices.clone_from(&self.trial);
            self.bounds = answer.bounds;
        }
        let stride = self.stride >> 16;
        let rows = self.trial.iter_mut().zip(&mut self.drift);
        for ((price, drift), (limit, used)) in rows.zip(self.limits.iter().zip(&answer.used)) {
            let (come, seen) = self.stand;
            if *limit > UNLIMITED / 2 {
                continue;
            }
            let over = (used.saturating_mul(come) / seen - limit).clamp(-MOST_OVER, MOST_OVER);
            if over < 0 && *price == 0 {
                *drift = (drift.0 * 9 / 10, drift.1 * 99 / 100);
                continue;
            }
            let fine = over << FINE;
            drift.0 += (fine - drift.0) / 10;
            drift.1 += (fine * fine - drift.1) / 100;
            let size = i64::try_from(drift.1.max(0).unsigned_abs().isqrt()).unwrap_or(0) + 32;
            *price = (*price + stride * drift.0 / size).clamp(0, MOST_PRICE);
        }
        self.stride = (self.stride / 1000 * keep).max(1 << 16);
    }
}

/// Prices to begin with: that of a SKU with less stock than demand is what the dearest unit without stock costs
/// unfilled.
pub(super) fn first_prices(problem: &BatchProblem) -> Vec<i64> {
    let mut wanted: Vec<(u32, i64, i64)> =
        problem.lines.iter().map(|line| (line.sku, line.short, line.units)).collect();
    wanted.sort_unstable_by_key(|(sku, short, _)| (*sku, -short));
    let mut prices = vec![0; problem.rows()];
    for group in wanted.chunk_by(|a, b| a.0 == b.0) {
        let Some((sku, ..)) = group.first() else { continue };
        let (first, rows) = problem.rows_of(*sku);
        let mut left: i64 = rows.iter().map(|stock| stock.units).sum();
        for (_, short, units) in group {
            left -= units;
            if left < 0 {
                let price = (short << SHIFT) * 9 / 10;
                for row in first..first + rows.len() {
                    super::dense::put(&mut prices, row, price);
                }
                break;
            }
        }
    }
    prices
}

/// The mean cost of leaving a unit unfilled.
pub(super) fn mean_short(problem: &BatchProblem) -> i64 {
    let (mut sum, mut units) = (0_i128, 0_i128);
    for line in &problem.lines {
        sum += i128::from(line.short) * i128::from(line.units);
        units += i128::from(line.units);
    }
    i64::try_from(sum / units.max(1)).unwrap_or(i64::MAX)
}

/// Solves the first orders at the prices, in as many parts as there are workers.
fn ask(problem: &BatchProblem, prices: &[i64], orders: usize, workers: &mut [OrderSolver]) -> Answer {
    let parts = workers.len().max(1);
    let part = orders.div_ceil(parts).max(1);
    let answers: Vec<Answer> = std::thread::scope(|scope| {
        let mut handles = Vec::new();
        let mut first = None;
        for (number, worker) in workers.iter_mut().enumerate() {
            let from = number.saturating_mul(part).min(orders);
            let to = from.saturating_add(part).min(orders);
            if number == 0 {
                first = Some((worker, from, to));
            } else if from < to {
                handles.push(scope.spawn(move || ask_part(problem, prices, worker, from, to)));
            }
        }
        let own = first.map(|(worker, from, to)| ask_part(problem, prices, worker, from, to));
        own.into_iter().chain(handles.into_iter().filter_map(|handle| handle.join().ok())).collect()
    });
    let mut all = Answer { used: vec![0; problem.rows()], ..Answer::default() };
    for answer in answers {
        all.bound += answer.bound;
        all.work += answer.work;
        all.bounds.extend(answer.bounds);
        for (sum, used) in all.used.iter_mut().zip(answer.used) {
            *sum += used;
        }
    }
    all
}

fn ask_part(
    problem: &BatchProblem,
    prices: &[i64],
    worker: &mut OrderSolver,
    from: usize,
    to: usize,
) -> Answer {
    let mut answer = Answer { used: vec![0; problem.rows()], ..Answer::default() };
    let terms = Terms { prices, rooms: &problem.limits, closed: 0 };
    let mut takes: Vec<Take> = Vec::new();
    let before = worker.work;
    for order in from..to {
        let found = worker.solve(problem, order, &terms, &mut takes);
        answer.bound += i128::from(found.bound);
        answer.bounds.push(found.bound);
        let mut last = None;
        for take in &takes {
            add(&mut answer.used, take.row as usize, take.units);
            add(&mut answer.used, problem.unit_row(take.node), take.units);
            if last != Some(take.node) {
                add(&mut answer.used, problem.shipment_row(take.node), 1);
                last = Some(take.node);
            }
        }
    }
    answer.work = worker.work - before;
    answer
}
