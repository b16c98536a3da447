//! Work as a number, so that the same search ends at the same place on every machine.

/// What is left of a budget. One unit is one block looked at, some nanoseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Work {
    left: u64,
}

impl Work {
    pub(super) const fn new(left: u64) -> Self {
        Self { left }
    }

    pub(super) const fn is_left(self) -> bool {
        self.left > 0
    }

    pub(super) fn spend(&mut self, units: u64) {
        self.left = self.left.saturating_sub(units.saturating_add(10));
    }

    /// Sets at most so much aside for one part of the search; what it leaves is given back.
    pub(super) fn share<T>(&mut self, most: u64, part: impl FnOnce(&mut Self) -> T) -> T {
        let mut own = Self { left: most.min(self.left) };
        let given = own.left;
        let result = part(&mut own);
        self.left = self.left.saturating_sub(given.saturating_sub(own.left));
        result
    }
}
