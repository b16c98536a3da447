//! The units that promises may take, oldest first, until they lie too long for promises of later dates.

use std::collections::VecDeque;

use chrono::TimeDelta;

use super::PromiseFigures;
use crate::value::Instant;

/// What is there for promises, in the order in which it came.
///
/// All promises may take equally old units, so that giving the oldest to whoever is due first serves as many units as
/// any other assignment (matching in convex graphs: F. Glover, *Maximum matching in a convex bipartite graph*, 1967).
pub(super) struct Shelf {
    /// After how long units are too old; never when absent.
    lapse: Option<TimeDelta>,
    /// When units came, and how many of them are left.
    left: VecDeque<(Instant, i64)>,
    /// All of them together; negative while more is missing than came.
    pub(super) there: i64,
}

impl Shelf {
    /// What is free now came now: how long it lies there already is not known.
    pub(super) fn new(figures: &PromiseFigures) -> Self {
        let mut shelf = Self { lapse: lapse(figures), left: VecDeque::new(), there: 0 };
        shelf.arrive(figures.now, figures.free);
        shelf
    }

    /// When units that come at an instant are too old, if ever.
    pub(super) fn lapses(&self, came: Instant) -> Option<Instant> {
        came.checked_add_signed(self.lapse?)
    }

    /// Adds units; what is missing takes them first.
    pub(super) fn arrive(&mut self, at: Instant, units: i64) {
        let missing = self.there.min(0);
        self.there = self.there.saturating_add(units);
        let left = units.saturating_add(missing);
        if left > 0 {
            self.left.push_back((at, left));
        }
    }

    /// Drops the units that are too old at an instant, and says how many.
    pub(super) fn clear(&mut self, at: Instant) -> i64 {
        let mut lapsed = 0_i64;
        while let Some((came, units)) = self.left.front().copied() {
            if self.lapses(came).is_none_or(|lapses| at < lapses) {
                break;
            }
            lapsed = lapsed.saturating_add(units);
            self.left.pop_front();
        }
        self.there = self.there.saturating_sub(lapsed);
        lapsed
    }

    /// Takes up to so many units: how many, and when the last of them came.
    pub(super) fn take(&mut self, wanted: i64) -> (i64, Option<Instant>) {
        let (mut taken, mut came) = (0_i64, None);
        while taken < wanted {
            let Some((at, units)) = self.left.front_mut() else { break };
            let part = wanted.saturating_sub(taken).min(*units);
            (taken, came) = (taken.saturating_add(part), Some(*at));
            *units = units.saturating_sub(part);
            if *units == 0 {
                self.left.pop_front();
            }
        }
        self.there = self.there.saturating_sub(taken);
        (taken, came)
    }
}

/// Age counts in whole days, so that units are too old when one more day has passed than they may lie.
fn lapse(figures: &PromiseFigures) -> Option<TimeDelta> {
    TimeDelta::try_days(i64::from(figures.terms.backward_days?).saturating_add(1))
}
