//! What can be promised over time while promises are being added to it.

use std::collections::BTreeSet;

use super::PromiseRow;
use crate::value::Instant;

/// The look-ahead minimum as steps: how much more each date allows than the one before.
///
/// A promise for a date takes from the latest steps up to it, so that what earlier dates allow stays as large as it
/// can. The sums of steps are kept in a binary indexed tree (P. Fenwick, *A new data structure for cumulative frequency
/// tables*, 1994): finding a date and taking from a step are `O(log n)`, and a step is used up at most once.
pub(super) struct Slots {
    dates: Vec<Instant>,
    steps: Vec<i64>,
    tree: Vec<i64>,
    /// Steps that allow something.
    filled: BTreeSet<usize>,
}

impl Slots {
    pub(super) fn new(rows: &[PromiseRow]) -> Self {
        let mut least = i64::MAX;
        let mut allowed: Vec<i64> = rows
            .iter()
            .rev()
            .map(|row| {
                least = least.min(row.cumulative);
                least
            })
            .collect();
        allowed.reverse();
        let before = std::iter::once(0).chain(allowed.iter().copied());
        let steps: Vec<i64> =
            allowed.iter().zip(before).map(|(now, before)| now.saturating_sub(before)).collect();
        let filled = steps.iter().enumerate().filter(|(_, step)| **step > 0).map(|(at, _)| at).collect();
        let mut slots = Self {
            dates: rows.iter().map(|row| row.at).collect(),
            tree: vec![0; steps.len().saturating_add(1)],
            steps: Vec::new(),
            filled,
        };
        for (at, step) in steps.iter().enumerate() {
            slots.add(at, *step);
        }
        slots.steps = steps;
        slots
    }

    /// Adds to the tree; its places count from 1.
    fn add(&mut self, at: usize, units: i64) {
        let mut place = at.saturating_add(1);
        while let Some(sum) = self.tree.get_mut(place) {
            *sum = sum.saturating_add(units);
            place = place.saturating_add(place & place.wrapping_neg());
        }
    }

    /// The first place where the sum of all steps reaches so many units.
    fn first(&self, units: i64) -> Option<usize> {
        let (mut place, mut sum) = (0_usize, 0_i64);
        let mut width = self.tree.len().checked_next_power_of_two().unwrap_or_default();
        while width > 0 {
            let next = place.saturating_add(width);
            if let Some(part) = self.tree.get(next) {
                let with = sum.saturating_add(*part);
                if with < units {
                    (place, sum) = (next, with);
                }
            }
            width /= 2;
        }
        (place < self.dates.len()).then_some(place)
    }

    /// The first date from `from` on that allows so many units.
    pub(super) fn peek(&self, units: i64, from: Instant) -> Option<Instant> {
        self.first(units).and_then(|first| self.dates.get(first)).map(|date| *date.max(&from))
    }

    /// Takes units for the first date from `from` on that allows them, and says which.
    pub(super) fn take(&mut self, units: i64, from: Instant) -> Option<Instant> {
        let date = self.peek(units, from)?;
        let place = self.dates.partition_point(|at| *at <= date).checked_sub(1)?;
        let mut left = units;
        while left > 0 {
            let Some(latest) = self.filled.range(..=place).next_back().copied() else { break };
            let Some(step) = self.steps.get_mut(latest) else { break };
            let part = left.min(*step);
            *step = step.saturating_sub(part);
            left = left.saturating_sub(part);
            if *step == 0 {
                self.filled.remove(&latest);
            }
            self.add(latest, part.saturating_neg());
        }
        Some(date)
    }
}
