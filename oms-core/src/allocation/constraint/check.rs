//! Looks over the data of constraints and terms, and notes each problem at its place.

use std::collections::BTreeSet;

use crate::allocation::{AllocationProblem, NodeScope};
use crate::value::{LineId, Money, Problems};

/// The largest mean of a demand: 100,000 units in thousandths.
const MOST_MEAN: u64 = 100_000_000;

/// Notes what is wrong with one constraint or term.
pub(in crate::allocation) struct Check<'p> {
    pub(in crate::allocation) problem: &'p AllocationProblem,
    place: String,
    problems: Problems,
}

impl<'p> Check<'p> {
    pub(in crate::allocation) const fn new(problem: &'p AllocationProblem) -> Self {
        Self { problem, place: String::new(), problems: Problems::new() }
    }

    pub(in crate::allocation) fn done(self) -> Problems {
        self.problems
    }

    /// Looks over a part: places are below it.
    pub(in crate::allocation) fn below(&mut self, place: &str, look: impl FnOnce(&mut Self)) {
        let length = self.place.len();
        self.place.push_str(place);
        look(self);
        self.place.truncate(length);
    }

    pub(in crate::allocation) fn add(&mut self, code: &'static str, path: &str, message: impl Into<String>) {
        self.problems.add(code, format!("{}{path}", self.place), message);
    }

    pub(in crate::allocation) fn out_of_range(&mut self, path: &str, message: &str) {
        self.add("input.out_of_range", path, message);
    }

    /// A fact of the problem that is needed and not given. The place is said in the message, being outside.
    pub(in crate::allocation) fn missing(&mut self, fact: &str, message: &str) {
        self.add("allocation.missing_fact", "", format!("{fact}: {message}"));
    }

    /// An amount is in the problem's currency and not negative.
    pub(in crate::allocation) fn money(&mut self, path: &str, money: Option<Money>) {
        let Some(money) = money else { return };
        let currency = self.problem.currency;
        if money.currency() != currency {
            self.add("money.currency_mismatch", path, format!("the amount must be in {currency}"));
        }
        if money.is_negative() {
            self.out_of_range(path, "the amount must not be negative");
        }
    }

    /// A line is one of the problem's.
    pub(in crate::allocation) fn line(&mut self, path: &str, line: &LineId) {
        if !self.problem.lines.iter().any(|known| known.line == *line) {
            self.add("allocation.unknown_line", path, format!("there is no line `{line}`"));
        }
    }

    /// Some nodes or groups are named.
    pub(in crate::allocation) fn scope(&mut self, path: &str, scope: &NodeScope) {
        if scope.is_all() {
            self.add("input.empty", path, "name at least one node or group");
        }
    }

    /// No two rows speak of the same thing.
    pub(in crate::allocation) fn unique<K: Ord>(&mut self, path: &str, keys: impl Iterator<Item = K>) {
        let mut seen = BTreeSet::new();
        for (at, key) in keys.enumerate() {
            if !seen.insert(key) {
                let message = "another row speaks of the same; leave one out";
                self.add("allocation.duplicate_row", &format!("{path}/{at}"), message);
            }
        }
    }

    /// Rows rise.
    pub(in crate::allocation) fn rising(&mut self, path: &str, field: &str, rows: impl Iterator<Item = u32>) {
        let mut last = None;
        for (at, row) in rows.enumerate() {
            if last.is_some_and(|last| row <= last) {
                self.out_of_range(&format!("{path}/{at}/{field}"), "rows must rise");
            }
            last = Some(row);
        }
    }

    /// A demand's mean and variance can be worked with.
    pub(in crate::allocation) fn demand(&mut self, path: &str, mean_milli: u64, variance_milli: Option<u64>) {
        if mean_milli > MOST_MEAN {
            self.out_of_range(&format!("{path}/meanMilli"), "at most 100,000 units");
        }
        if variance_milli.is_some_and(|variance| variance > mean_milli.saturating_mul(1000)) {
            self.out_of_range(&format!("{path}/varianceMilli"), "at most 1000 times the mean");
        }
    }
}
