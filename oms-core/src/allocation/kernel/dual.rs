//! Prices of the lines by subgradient ascent: a lower bound on every plan, and the prices at which it holds.
//!
//! Lagrangian relaxation of the demand: each node alone picks the column with the lowest reduced cost, and the
//! bound is what the units are worth plus those reduced costs (Geoffrion, 1974; Fisher, 1981). With exact columns it is
//! the bound of the set-partitioning linear program; with the floor of the freight it is weaker and cheap.

use super::column::{Lowest, Pricer, Prices};
use super::order::Order;
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
    trial: Prices,
    trial_lowest: Vec<i64>,
    slack: Vec<i64>,
    column: Lowest,
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
        for _ in 0..rounds {
            let bound = self.evaluate(order, pricer, grain);
            if pricer.is_spent() {
                return;
            }
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
            if self.bound > known.saturating_sub(super::order::SCALE)
                || pace == 0
                || !self.step(order, known, pace)
            {
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
        let limit = i64::from(order.most_shipments());
        bound = bound.wrapping_sub(self.trial.shipment.wrapping_mul(limit));
        self.slack.push(limit.wrapping_neg());
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
                        if let Some(last) = self.slack.last_mut() {
                            *last = last.wrapping_add(1);
                        }
                    }
                    Grain::Exact => {
                        self.column.clear();
                        pricer.search(order, place, &self.trial, -1, true, &mut self.column);
                        lowest = self.column.reduced;
                        if self.column.found {
                            for (slack, units) in self.slack.iter_mut().zip(&self.column.units) {
                                *slack = slack.wrapping_sub(i64::from(*units));
                            }
                            if let Some(last) = self.slack.last_mut() {
                                *last = last.wrapping_add(1);
                            }
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
        let width = order.width();
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
        let over = at(&self.slack, width);
        if over < 0 && self.trial.shipment == 0 {
            put(&mut self.slack, width, 0);
        } else {
            norm = norm.saturating_add(over.saturating_mul(over));
        }
        if norm == 0 {
            return false;
        }
        let gap = known.saturating_sub(self.bound).clamp(1, 1 << 50);
        let length = gap.saturating_mul(pace).wrapping_div(64).wrapping_div(norm).max(1);
        for (line, (price, slack)) in order.lines.iter().zip(self.trial.unit.iter_mut().zip(&self.slack)) {
            *price = price.saturating_add(slack.saturating_mul(length)).min(order.cap(line));
        }
        let over = at(&self.slack, width);
        self.trial.shipment = self.trial.shipment.saturating_add(over.saturating_mul(length)).max(0);
        true
    }
}
