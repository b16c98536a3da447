//! How long the steps took: the one thing of the demo that differs from run to run.

#![allow(clippy::disallowed_methods, reason = "the demo says how long it took; nothing is decided by it")]

use std::time::Instant;

/// A stop watch with named laps.
#[derive(Clone, Debug)]
pub(crate) struct Timing {
    begun: Instant,
    last: Instant,
    laps: Vec<(&'static str, f64)>,
}

impl Timing {
    pub(crate) fn start() -> Self {
        let now = Instant::now();
        Self { begun: now, last: now, laps: vec![] }
    }

    /// Ends a lap and says how many seconds it took.
    pub(crate) fn lap(&mut self, name: &'static str) -> f64 {
        let now = Instant::now();
        let seconds = now.duration_since(self.last).as_secs_f64();
        self.last = now;
        self.laps.push((name, seconds));
        seconds
    }

    pub(crate) fn laps(&self) -> &[(&'static str, f64)] {
        &self.laps
    }

    /// Seconds since the start.
    pub(crate) fn total(&self) -> f64 {
        self.last.duration_since(self.begun).as_secs_f64()
    }
}
