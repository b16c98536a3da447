//! When holds run out.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// The holds by the instant at which they run out. Most sales give every buyer the same time, so most instants come
/// in rising order and cost nothing to sort; the others go through a heap.
#[derive(Clone, Debug)]
pub(super) struct Expiries {
    rising: VecDeque<(i64, u32)>,
    other: BinaryHeap<Reverse<(i64, u32)>>,
}

impl Expiries {
    pub(super) const fn new() -> Self {
        Self { rising: VecDeque::new(), other: BinaryHeap::new() }
    }

    pub(super) fn push(&mut self, expires: i64, hold: u32) {
        if self.rising.back().is_none_or(|last| *last <= (expires, hold)) {
            self.rising.push_back((expires, hold));
        } else {
            self.other.push(Reverse((expires, hold)));
        }
    }

    /// The next hold that has run out by an instant, in the order of instants, then of holds.
    pub(super) fn pop(&mut self, at: i64) -> Option<(i64, u32)> {
        let rising = self.rising.front().copied();
        let other = self.other.peek().map(|entry| entry.0);
        let first = match (rising, other) {
            (Some(rising), Some(other)) => rising.min(other),
            (rising, other) => rising.or(other)?,
        };
        if first.0 > at {
            return None;
        }
        if rising == Some(first) {
            self.rising.pop_front();
        } else {
            self.other.pop();
        }
        Some(first)
    }

    pub(super) fn clear(&mut self) {
        self.rising.clear();
        self.other.clear();
    }

    pub(super) fn bytes(&self) -> usize {
        (self.rising.capacity() + self.other.capacity()) * size_of::<(i64, u32)>()
    }
}
