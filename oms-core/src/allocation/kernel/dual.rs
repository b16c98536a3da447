//! Prices of the lines by subgradient ascent: a lower bound on every plan, and the prices at which it holds.
//!
//! Lagrangian relaxation of the demand: each node alone picks the column with the lowest reduced cost, and the
//! bound is what the units are worth plus those reduced costs (Geoffrion, 1974; Fisher, 1981). With exact columns it is
//! the bound of the set-partitioning linear program; with the floor of the freight it is weaker and cheap.

use super::column::{Lowest, Pricer, Prices};
use super::order::{Line, Order, SCALE};
use super::slot::{at, put, row};

/// Prices with their bound, and the best of them so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Dual {
    /// The best prices.
    pub(super) prices: Prices,
    /// Their bound on plans with a shipment, scaled.
    pub(super) bound: i64,
    /// Lowest reduced cost of each node, zero for none, at the best prices.
    pub(super) lowest: Vec<i64>,
    /// The numbers of shipments looked at.
    pub(super) window: Window,
    /// Shipments opened in all rounds of an ascent, and the rounds.
    opened: (u64, u64),
    trial: Prices,
    trial_lowest: Vec<i64>,
    slack: Vec<i64>,
    column: Lowest,
    /// Shipments opened at the trial prices.
    count: i64,
}

/// How many shipments plans may have. A linear bound is weakest between two whole numbers of shipments: looking at few
/// and at many apart is worth more than any other cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) low: i64,
    pub(super) high: i64,
}

impl Window {
    /// How many shipments the price of a shipment is reckoned with: the fewest where it rewards, the most where it
    /// costs.
    pub(super) const fn end(self, price: i64) -> i64 {
        if price < 0 { self.low } else { self.high }
    }

    /// How far so many shipments are outside at a price, above or below.
    const fn over(self, price: i64, count: i64) -> i64 {
        if price > 0 || (price == 0 && count > self.high) {
            count.wrapping_sub(self.high)
        } else if price < 0 || count < self.low {
            count.wrapping_sub(self.low)
        } else {
            0
        }
    }
}

/// How the columns are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    /// By the floor of the freight.
    Lean,
    /// By the freight itself.
    Exact,
}

impl Dual {
    /// Prices at which no node gains: each line at the lowest average cost per unit of a node that has it.
    pub(super) fn start(&mut self, order: &Order) {
        let width = order.width();
        self.prices.unit.clear();
        self.prices.unit.extend(order.lines.iter().map(|line| order.cap(line)));
        self.prices.shipment = 0;
        for (place, site) in order.sites.iter().enumerate() {
            let most = row(&order.most, place, width);
            let units = most.iter().map(|most| i64::from(*most)).fold(0, i64::wrapping_add);
            let share = site
                .fixed
                .wrapping_add(order.split)
                .wrapping_add(site.floor.at_zero)
                .wrapping_div(units.max(1));
            let lean = row(&order.lean, place, width);
            for ((price, most), lean) in self.prices.unit.iter_mut().zip(most).zip(lean) {
                if *most > 0 {
                    *price = (*price).min(lean.wrapping_add(share.max(0)));
                }
            }
        }
        self.lowest.clear();
        self.lowest.resize(order.sites.len(), 0);
        self.bound = i64::MIN;
        self.window = Window { low: 1, high: i64::from(order.most_shipments()) };
    }

    /// The bound at the prices at which one node that ships everything just earns its cost: the bound itself is that
    /// cost if no other node gains at them.
    pub(super) fn guess(&mut self, order: &Order, pricer: &mut Pricer, place: usize, cost: i64) -> i64 {
        let width = order.width();
        let lean = row(&order.lean, place, width);
        let (mut units, mut spread) = (0_i64, cost.wrapping_add(order.split));
        for (line, lean) in order.lines.iter().zip(lean) {
            units = units.wrapping_add(i64::from(line.units));
            spread = spread.wrapping_sub(lean.wrapping_mul(i64::from(line.units)));
        }
        let share = spread.wrapping_div(units.max(1));
        self.trial.shipment = 0;
        self.trial.unit.clear();
        let price = |(line, lean): (&Line, &i64)| lean.wrapping_add(share).min(order.cap(line));
        self.trial.unit.extend(order.lines.iter().zip(lean).map(price));
        self.evaluate(order, pricer, Grain::Exact)
    }

    /// Goes on from the prices of another with a window of its own.
    pub(super) fn resume(&mut self, other: &Self, window: Window) {
        self.prices.clone_from(&other.prices);
        self.lowest.clone_from(&other.lowest);
        (self.bound, self.window) = (i64::MIN, window);
    }

    /// Shipments that a round of the last ascent opened on average, rounded down.
    pub(super) fn shipments(&self) -> i64 {
        i64::try_from(self.opened.0.checked_div(self.opened.1).unwrap_or(0)).unwrap_or(i64::MAX)
    }

    /// Raises the bound by so many steps towards the cost of a known plan. Stops when the bound reaches it.
    pub(super) fn ascend(
        &mut self,
        order: &Order,
        pricer: &mut Pricer,
        grain: Grain,
        known: i64,
        rounds: u32,
    ) {
        self.trial.clone_from(&self.prices);
        self.bound = i64::MIN;
        let (mut pace, mut idle) = (64_i64, 0_u32);
        self.opened = (0, 0);
        for _ in 0..rounds {
            let bound = self.evaluate(order, pricer, grain);
            if pricer.is_spent() {
                return;
            }
            self.opened =
                (self.opened.0.wrapping_add(self.count.unsigned_abs()), self.opened.1.wrapping_add(1));
            if bound > self.bound {
                self.bound = bound;
                std::mem::swap(&mut self.lowest, &mut self.trial_lowest);
                self.prices.clone_from(&self.trial);
                idle = 0;
            } else {
                idle = idle.wrapping_add(1);
                if idle >= 4 {
                    (pace, idle) = (pace.wrapping_mul(2).wrapping_div(3), 0);
                    self.trial.clone_from(&self.prices);
                    self.evaluate(order, pricer, grain);
                }
            }
            if self.bound > known.saturating_sub(SCALE) || pace == 0 || !self.step(order, known, pace) {
                return;
            }
        }
    }

    /// The bound at the trial prices; leaves the slack of each line and of the number of shipments.
    fn evaluate(&mut self, order: &Order, pricer: &mut Pricer, grain: Grain) -> i64 {
        let width = order.width();
        let mut bound = order.split.wrapping_neg();
        self.slack.clear();
        for (line, price) in order.lines.iter().zip(&self.trial.unit) {
            let units = i64::from(line.units);
            bound = bound.wrapping_add(price.wrapping_mul(units));
            // At the price of being short, shortness is free: no pull upwards.
            self.slack.push(units);
        }
        let reckoned = self.window.end(self.trial.shipment);
        bound = bound.wrapping_sub(self.trial.shipment.wrapping_mul(reckoned));
        self.count = 0;
        self.trial_lowest.clear();
        for (place, site) in order.sites.iter().enumerate() {
            let most = row(&order.most, place, width);
            let lean = row(&order.lean, place, width);
            let charge = site.fixed.wrapping_add(order.split).wrapping_add(self.trial.shipment);
            let mut floor = charge.wrapping_add(site.floor.at_zero);
            for ((most, lean), price) in most.iter().zip(lean).zip(&self.trial.unit) {
                floor = floor.wrapping_sub(price.wrapping_sub(*lean).max(0).wrapping_mul(i64::from(*most)));
            }
            let mut lowest = floor.min(0);
            if floor < 0 {
                match grain {
                    Grain::Lean => {
                        let taken = most.iter().zip(lean).zip(&self.trial.unit);
                        for (slack, ((most, lean), price)) in self.slack.iter_mut().zip(taken) {
                            if price > lean {
                                *slack = slack.wrapping_sub(i64::from(*most));
                            }
                        }
                        self.count = self.count.wrapping_add(1);
                    }
                    Grain::Exact => {
                        self.column.clear();
                        pricer.search(order, place, &self.trial, -1, true, &mut self.column);
                        lowest = self.column.reduced;
                        if self.column.found {
                            for (slack, units) in self.slack.iter_mut().zip(&self.column.units) {
                                *slack = slack.wrapping_sub(i64::from(*units));
                            }
                            self.count = self.count.wrapping_add(1);
                        }
                    }
                }
            }
            self.trial_lowest.push(lowest);
            bound = bound.wrapping_add(lowest);
        }
        bound
    }

    /// Moves the trial prices along the slack; false if there is nowhere to go.
    fn step(&mut self, order: &Order, known: i64, pace: i64) -> bool {
        let mut norm = 0_i64;
        for (at_line, line) in order.lines.iter().enumerate() {
            let slack = at(&self.slack, at_line);
            let capped = slack > 0 && at(&self.trial.unit, at_line) >= order.cap(line);
            if capped {
                put(&mut self.slack, at_line, 0);
            } else {
                norm = norm.saturating_add(slack.saturating_mul(slack));
            }
        }
        let over = self.window.over(self.trial.shipment, self.count);
        norm = norm.saturating_add(over.saturating_mul(over));
        if norm == 0 {
            return false;
        }
        // A plan far above the bound says little about how far there is to go.
        let near = self.bound.saturating_abs().wrapping_div(8).saturating_add(SCALE.wrapping_mul(64));
        let gap = known.saturating_sub(self.bound).min(near).clamp(1, 1 << 50);
        let length = gap.saturating_mul(pace).wrapping_div(64).wrapping_div(norm).max(1);
        for (line, (price, slack)) in order.lines.iter().zip(self.trial.unit.iter_mut().zip(&self.slack)) {
            *price = price.saturating_add(slack.saturating_mul(length)).min(order.cap(line));
        }
        let price = self.trial.shipment.saturating_add(over.saturating_mul(length));
        let sign = price.signum();
        let crosses =
            sign != 0 && self.window.low != self.window.high && self.trial.shipment.signum() == -sign;
        self.trial.shipment = if crosses { 0 } else { price };
        true
    }
}
