//! The best way to ship one order: branch and bound over sets of nodes.
//!
//! With a set of nodes given and freight replaced by a straight line below it, each line is filled by its cheapest
//! offers; that is a bound. What a node saves when it joins a set only falls as the set grows (filling lines from
//! nodes is submodular), so the savings seen at a set bound all larger sets. Sets that the bound leaves open are
//! filled exactly, over the true staircase, by [`fill`](super::fill).

use super::ascend::ascend;
use super::dense::{at, index, put};
use super::fill::Fill;
use super::problem::BatchProblem;
use super::view::{NEVER, Terms, View, ViewLine};

/// Units of a line that a node sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Take {
    pub(super) node: u32,
    pub(super) line: u32,
    pub(super) row: u32,
    pub(super) units: i64,
}

/// What the search found.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    /// Priced cost of the plan found.
    pub(super) cost: i64,
    /// No plan costs less than this; equal to `cost` unless the search was cut off.
    pub(super) bound: i64,
}

/// Solves orders one after the other; keeps its memory from one to the next.
#[derive(Debug, Default)]
pub(super) struct OrderSolver {
    view: View,
    fill: Fill,
    /// Whether a candidate is in the set being looked at.
    inside: Vec<bool>,
    /// Candidates that may still join, with what they would save; one run of them for each level of the search.
    stack: Vec<(i64, u32)>,
    /// For each level and line, what the set costs it and the estimate of its dearest unit.
    levels: Vec<(i64, i64)>,
    set: Vec<usize>,
    /// What the dual ascent leaves of the fixed part of each candidate, and its value of a unit of each line.
    slack: Vec<i64>,
    values: Vec<(i64, usize)>,
    best: i64,
    /// Nothing from two nodes or more costs less.
    floor: i64,
    /// The least bound of what was cut off.
    cut: i64,
    steps: i64,
    /// Work done so far, in cells looked at.
    pub(super) work: i64,
}

/// The most steps spent on one order.
const MOST_STEPS: i64 = 20_000;

impl OrderSolver {
    /// The cheapest plan of an order on these terms; its takes are left in `takes`.
    pub(super) fn solve(
        &mut self,
        problem: &BatchProblem,
        order: usize,
        terms: &Terms<'_>,
        takes: &mut Vec<Take>,
    ) -> Found {
        self.view.look(problem, order, terms);
        let lines = self.view.lines.len();
        self.work += 8 + 2 * i64::from(index(self.view.cells.len()));
        let none: i64 = self.view.lines.iter().map(|line| line.short * line.units).sum();
        self.best = none + self.view.moved;
        self.cut = i64::MAX;
        self.steps = MOST_STEPS;
        self.fill.reset();
        if self.view.complete {
            for line in &mut self.view.lines {
                line.short = NEVER;
            }
        }
        self.inside.clear();
        self.inside.resize(self.view.candidates.len(), false);
        if !self.view.candidates.is_empty() && self.view.most > 0 {
            self.root();
        }
        takes.clear();
        for (slot, line, units) in self.fill.answer(lines) {
            let node = at(&self.view.candidates, slot).node;
            let row = self.view.cell(slot, line).row;
            takes.push(Take { node, line: index(line), row, units });
        }
        takes.sort_unstable();
        Found { cost: self.best, bound: self.best.min(self.cut) }
    }

    /// Adds a level: what each line costs from the set, before fixed parts, and up to which estimate it is filled.
    /// Answers the sum of costs.
    fn cover(&mut self) -> i64 {
        let mut sum = 0;
        for line in 0..self.view.lines.len() {
            let line = at(&self.view.lines, line);
            let (cost, margin) = self.cover_line(line, usize::MAX);
            self.levels.push((cost, margin));
            sum += cost;
        }
        sum
    }

    /// What a line costs from the set and one candidate more, and the estimate of its dearest unit.
    fn cover_line(&self, line: ViewLine, more: usize) -> (i64, i64) {
        let (mut left, mut sum) = (line.units, 0);
        for offer in self.view.offers_of(line) {
            if offer.estimate >= line.short {
                break;
            }
            let slot = offer.candidate as usize;
            if slot == more || at(&self.inside, slot) {
                let units = offer.units.min(left);
                sum += units * offer.estimate;
                left -= units;
                if left == 0 {
                    return (sum, offer.estimate);
                }
            }
        }
        (sum + left * line.short, line.short)
    }

    /// What a candidate saves when it joins the set of the last level.
    fn saving(&self, slot: usize) -> i64 {
        let lines = self.view.lines.len();
        let level = self.levels.len().saturating_sub(lines);
        let mut saved = 0;
        for (l, line) in self.view.lines.iter().enumerate() {
            let cell = self.view.cell(slot, l);
            let (cost, margin) = at(&self.levels, level + l);
            if cell.units == 0 || cell.estimate >= margin {
                continue;
            }
            saved += if cell.kept == 0 && cost == margin * line.units {
                cell.units * (margin - cell.estimate)
            } else {
                cost - self.cover_line(*line, slot).0
            };
        }
        saved
    }

    /// Adds the level of the set of the last level and a candidate that has joined it.
    fn join(&mut self, slot: usize) {
        let lines = self.view.lines.len();
        let level = self.levels.len().saturating_sub(lines);
        for l in 0..lines {
            let line = at(&self.view.lines, l);
            let cell = self.view.cell(slot, l);
            let (cost, margin) = at(&self.levels, level + l);
            let joined = if cell.units == 0 || cell.estimate >= margin {
                (cost, margin)
            } else if cell.kept == 0 && cost == margin * line.units {
                let rest = line.units - cell.units;
                (cell.units * cell.estimate + rest * margin, if rest > 0 { margin } else { cell.estimate })
            } else {
                self.cover_line(line, usize::MAX)
            };
            self.levels.push(joined);
        }
    }

    fn root(&mut self) {
        self.levels.clear();
        let empty = self.cover() + self.view.moved;
        self.stack.clear();
        let mut least = [NEVER; 2];
        for slot in 0..self.view.candidates.len() {
            let fixed = at(&self.view.candidates, slot).fixed;
            if fixed < least[0] {
                least = [fixed, least[0]];
            } else if fixed < least[1] {
                least[1] = fixed;
            }
            let net = self.saving(slot) - fixed + self.view.split;
            self.stack.push((net, index(slot)));
        }
        self.stack.sort_unstable_by_key(|(net, slot)| (-net, *slot));
        let singles = self.stack.len();
        for place in 0..singles {
            let (net, slot) = at(&self.stack, place);
            if empty - net >= self.best {
                break;
            }
            self.visit(&[slot as usize], empty - net);
        }
        if self.view.most < 2 || singles < 2 {
            return;
        }
        self.inside.fill(true);
        let most = self.cover() + self.view.moved - self.view.split;
        self.levels.truncate(self.view.lines.len());
        self.inside.fill(false);
        self.floor = most + least[0] + least[1];
        if self.floor >= self.best {
            return;
        }
        let dual = ascend(&self.view, &mut self.slack, &mut self.values) + self.view.moved - self.view.split;
        self.floor = self.floor.max(dual);
        if dual >= self.best {
            return;
        }
        let mut set = std::mem::take(&mut self.set);
        set.clear();
        for place in 0..singles {
            let (net, slot) = at(&self.stack, place);
            let fixed = at(&self.view.candidates, slot as usize).fixed;
            let other = if fixed == least[0] { least[1] } else { least[0] };
            let reduced = dual + at(&self.slack, slot as usize);
            if (most + fixed + other).max(reduced) >= self.best {
                continue;
            }
            set.push(slot as usize);
            put(&mut self.inside, slot as usize, true);
            self.descend(&mut set, (empty - net, most + fixed, reduced), place + 1, singles);
            put(&mut self.inside, slot as usize, false);
            set.pop();
        }
        self.set = set;
    }

    /// Looks at all sets that join some of the candidates at `from..to` of the stack to the set.
    /// Nothing from the set costs less than `bound`; nothing from a larger set less than `least` and its new fixed
    /// parts, nor than `reduced` and what is left of them.
    fn descend(
        &mut self,
        set: &mut Vec<usize>,
        (bound, least, reduced): (i64, i64, i64),
        from: usize,
        to: usize,
    ) {
        let mine = self.stack.len();
        let (level, lines) = (self.levels.len(), self.view.lines.len());
        if let Some(slot) = set.last() {
            self.join(*slot);
        }
        self.work += i64::from(index(to.saturating_sub(from).saturating_mul(lines))) + 4;
        for place in from..to {
            let (_, slot) = at(&self.stack, place);
            let fixed = at(&self.view.candidates, slot as usize).fixed;
            if (least + fixed).max(reduced + at(&self.slack, slot as usize)) >= self.best {
                continue;
            }
            let net = self.saving(slot as usize) - fixed;
            self.stack.push((net, slot));
        }
        self.steps -= 1;
        if let Some(own) = self.stack.get_mut(mine..) {
            own.sort_unstable_by_key(|(net, slot)| (-net, *slot));
        }
        let more = self.view.most.saturating_sub(set.len());
        // What others can save at the most beside a candidate. One that saves less than it costs may still join: the
        // bound of the set may be further from the truth than that.
        let others = self.saved(mine, more.saturating_sub(1));
        let of_use = |(net, _): &(i64, u32)| bound.saturating_sub(others).saturating_sub(*net) < self.best;
        let keep = self.stack.get(mine..).unwrap_or_default().partition_point(of_use);
        self.stack.truncate(mine + keep);
        let end = self.stack.len();
        for place in mine..end {
            let open = bound
                .saturating_sub(at(&self.stack, place).0)
                .saturating_sub(self.saved(place + 1, more.saturating_sub(1)));
            if open >= self.best {
                break;
            }
            if self.steps <= 0 {
                self.cut = self.cut.min(open.max(self.floor));
                break;
            }
            let (net, slot) = at(&self.stack, place);
            set.push(slot as usize);
            if bound - net < self.best {
                self.visit(set, bound - net);
            }
            if more > 1 {
                put(&mut self.inside, slot as usize, true);
                let fixed = at(&self.view.candidates, slot as usize).fixed;
                let reduced = reduced + at(&self.slack, slot as usize);
                self.descend(set, (bound - net, least + fixed, reduced), place + 1, end);
                put(&mut self.inside, slot as usize, false);
            }
            set.pop();
        }
        self.stack.truncate(mine);
        self.levels.truncate(level);
    }

    /// What the first so many candidates of the stack from a place on save at the most.
    fn saved(&self, from: usize, count: usize) -> i64 {
        let rest = self.stack.get(from..).unwrap_or_default().iter().take(count);
        rest.take_while(|(net, _)| *net > 0).fold(0, |sum, (net, _)| sum.saturating_add(*net))
    }

    fn visit(&mut self, set: &[usize], bound: i64) {
        let before = self.steps;
        let cut = self.fill.run(&self.view, set, bound, &mut self.best, &mut self.steps);
        self.work += 2 * (before - self.steps);
        if cut {
            self.cut = self.cut.min(bound);
        }
    }
}
