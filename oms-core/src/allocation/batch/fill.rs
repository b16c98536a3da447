//! The cheapest units from a given set of nodes, over the true staircase of freight.

use super::dense::{add, at, put};
use super::view::{Cell, NEVER, View};

/// Fills sets of nodes one after the other and remembers the best plan seen.
#[derive(Debug, Default)]
pub(super) struct Fill {
    set: Vec<usize>,
    /// Units by place in the set, then by line.
    units: Vec<i64>,
    grams: Vec<i64>,
    sent: Vec<i64>,
    /// For each line, what the lines from it on cost at least: with freight as a straight line, and without freight.
    rest: Vec<(i64, i64)>,
    best_set: Vec<usize>,
    best_units: Vec<i64>,
    bound: i64,
    cut: bool,
}

/// Sums of a plan being built.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    cost: i64,
    estimate: i64,
}

struct Run<'a> {
    view: &'a View,
    best: &'a mut i64,
    steps: &'a mut i64,
}

impl Fill {
    pub(super) fn reset(&mut self) {
        self.best_set.clear();
        self.best_units.clear();
    }

    /// The best plan seen: candidate, line and units.
    pub(super) fn answer(&self, lines: usize) -> impl Iterator<Item = (usize, usize, i64)> + '_ {
        self.best_set.iter().enumerate().flat_map(move |(place, slot)| {
            let units = move |line: usize| at(&self.best_units, place * lines + line);
            (0..lines).map(move |line| (*slot, line, units(line))).filter(|take| take.2 > 0)
        })
    }

    /// Looks for a plan from exactly this set that is cheaper than `best`. Nothing from it costs less than `bound`.
    /// Answers whether the search was cut off.
    pub(super) fn run(
        &mut self,
        view: &View,
        set: &[usize],
        bound: i64,
        best: &mut i64,
        steps: &mut i64,
    ) -> bool {
        let lines = view.lines.len();
        self.set.clear();
        self.set.extend_from_slice(set);
        self.units.clear();
        self.units.resize(set.len() * lines, 0);
        self.grams.clear();
        self.grams.resize(set.len(), 0);
        self.sent.clear();
        self.sent.resize(set.len(), 0);
        self.rest.clear();
        self.rest.resize(lines + 1, (0, 0));
        self.bound = bound;
        self.cut = false;
        *steps -= 1;
        let fixed: i64 = set.iter().map(|slot| at(&view.candidates, *slot).fixed).sum::<i64>() - view.split;
        let mut run = Run { view, best, steps };
        let (cost, gain) = self.greedy(&mut run);
        let second = bound.saturating_add(gain);
        if cost <= second || second >= *run.best {
            return false;
        }
        self.units.fill(0);
        self.grams.fill(0);
        self.sent.fill(0);
        self.place(&mut run, 0, 0, at(&view.lines, 0).units, Sum { cost: 0, estimate: fixed + view.moved });
        self.cut
    }

    fn slot_of(&self, candidate: usize) -> Option<usize> {
        self.set.iter().position(|slot| *slot == candidate)
    }

    /// Fills each line by its cheapest offers and records that. Answers its cost, [`NEVER`] if it cannot be, and by how
    /// much any other filling is above the straight-line bound at least.
    fn greedy(&mut self, run: &mut Run<'_>) -> (i64, i64) {
        let lines = run.view.lines.len();
        let (mut gain, mut left_over, mut cost) = (i64::MAX, 0, run.view.moved);
        for l in (0..lines).rev() {
            let line = at(&run.view.lines, l);
            let (mut left, mut last, mut next) = (line.units, i64::MIN, line.short);
            let (mut estimate, mut cheapest) = (0, line.short);
            for offer in run.view.offers_of(line) {
                if offer.estimate >= line.short {
                    break;
                }
                let Some(place) = self.slot_of(offer.candidate as usize) else { continue };
                if left == 0 {
                    next = offer.estimate;
                    break;
                }
                let units = offer.units.min(left);
                if left < offer.units && last > i64::MIN {
                    gain = gain.min(offer.estimate - last);
                }
                left -= units;
                last = offer.estimate;
                estimate += units * offer.estimate;
                add(&mut self.units, place * lines + l, units);
                add(&mut self.grams, place, units * line.weight);
                add(&mut self.sent, place, units);
            }
            for slot in &self.set {
                let cell = run.view.cell(*slot, l);
                if cell.units > 0 {
                    cheapest = cheapest.min(cell.cost - if cell.kept > 0 { run.view.churn } else { 0 });
                }
            }
            if left > 0 {
                if last > i64::MIN {
                    gain = gain.min(line.short - last);
                }
                (last, next) = (line.short, self.beyond(run.view, l));
                left_over += left;
                cost += left * line.short;
            }
            gain = gain.min(next.saturating_sub(last));
            let (rest, bare) = at(&self.rest, l + 1);
            let entry = (rest + estimate + left * line.short, bare + cheapest * line.units);
            put(&mut self.rest, l, entry);
        }
        for (place, slot) in self.set.iter().enumerate() {
            for l in 0..lines {
                cost += run.view.units_cost(run.view.cell(*slot, l), at(&self.units, place * lines + l));
            }
        }
        if run.view.complete && left_over > 0 {
            return (NEVER, i64::MAX);
        }
        cost = self.close(run, cost);
        self.record(run, cost);
        (cost, gain.max(0))
    }

    /// The cheapest offer of the set that is dearer than leaving units of the line unfilled.
    fn beyond(&self, view: &View, line: usize) -> i64 {
        let line = at(&view.lines, line);
        let offers = view.offers_of(line).iter();
        let dear = offers.filter(|offer| offer.estimate >= line.short);
        let mine = dear.filter(|offer| self.slot_of(offer.candidate as usize).is_some());
        mine.map(|offer| offer.estimate).min().unwrap_or(i64::MAX)
    }

    /// Adds shipments to the cost of units; [`NEVER`] if a candidate cannot send them.
    fn close(&self, run: &Run<'_>, units: i64) -> i64 {
        let mut cost = units - run.view.split;
        let mut some = false;
        for (place, slot) in self.set.iter().enumerate() {
            let sent = at(&self.sent, place);
            if sent == 0 {
                continue;
            }
            some = true;
            let candidate = at(&run.view.candidates, *slot);
            if sent > candidate.room {
                return NEVER;
            }
            cost += candidate.handling + run.view.freight(&candidate, at(&self.grams, place));
        }
        if some { cost.min(NEVER) } else { NEVER }
    }

    fn record(&mut self, run: &mut Run<'_>, cost: i64) {
        if cost < *run.best {
            *run.best = cost;
            self.best_set.clone_from(&self.set);
            self.best_units.clone_from(&self.units);
        }
    }

    /// No plan that goes on from here costs less.
    fn least(&self, run: &Run<'_>, line: usize, sum: Sum) -> i64 {
        let (rest, bare) = at(&self.rest, line);
        let mut stairs = sum.cost + bare - run.view.split + run.view.moved;
        for (place, slot) in self.set.iter().enumerate() {
            let candidate = at(&run.view.candidates, *slot);
            let grams = at(&self.grams, place);
            stairs += if at(&self.sent, place) > 0 {
                candidate.handling + run.view.freight(&candidate, grams)
            } else {
                candidate.fixed
            };
        }
        stairs.max(sum.estimate + rest)
    }

    /// Gives `left` units of a line to the places of the set from `place` on, in every way that may pay.
    fn place(&mut self, run: &mut Run<'_>, l: usize, place: usize, left: i64, sum: Sum) {
        let lines = run.view.lines.len();
        if l == lines {
            let cost = self.close(run, sum.cost + run.view.moved);
            self.record(run, cost);
            return;
        }
        let line = at(&run.view.lines, l);
        let Some(slot) = self.set.get(place).copied() else {
            if left > 0 && run.view.complete {
                return;
            }
            let short = left * line.short;
            let sum = Sum { cost: sum.cost + short, estimate: sum.estimate + short };
            if self.least(run, l + 1, sum) < *run.best {
                self.place(run, l + 1, 0, at(&run.view.lines, l + 1).units, sum);
            }
            return;
        };
        let cell = run.view.cell(slot, l);
        let candidate = at(&run.view.candidates, slot);
        let room = candidate.room - at(&self.sent, place);
        let most = cell.units.min(left).min(room);
        let last = place + 1 == self.set.len() && run.view.complete;
        for units in (0..=most).rev() {
            if last && units < left {
                break;
            }
            *run.steps -= 1;
            if *run.steps <= 0 {
                self.cut = true;
                return;
            }
            self.give(place, l, lines, units, line.weight);
            let cost = run.view.units_cost(cell, units);
            let estimate = cost + freight(run.view, cell, slot, line.weight, units);
            let sum = Sum { cost: sum.cost + cost, estimate: sum.estimate + estimate };
            self.place(run, l, place + 1, left - units, sum);
            self.give(place, l, lines, -units, line.weight);
        }
    }

    fn give(&mut self, place: usize, l: usize, lines: usize, units: i64, weight: i64) {
        add(&mut self.units, place * lines + l, units);
        add(&mut self.grams, place, units * weight);
        add(&mut self.sent, place, units);
    }
}

/// The straight line below freight, for units of a line.
fn freight(view: &View, cell: Cell, slot: usize, weight: i64, units: i64) -> i64 {
    if cell.units == 0 { 0 } else { units * view.gram_freight(slot, weight) }
}
