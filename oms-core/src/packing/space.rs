//! Empty space in a box as its maximal empty cuboids.
//!
//! Every cuboid of empty space that no larger one contains is kept (Lai and Chan 1997; the corners of these cuboids
//! include the extreme points of Crainic, Perboli and Tadei 2008). They overlap, so that nothing that fits is missed.

/// A size or a place along length, width and height, in millimetres.
pub(super) type Triple = [i32; 3];

/// A cuboid from its lowest corner to its highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cuboid {
    pub(super) low: Triple,
    pub(super) high: Triple,
}

/// The volume of a size.
pub(super) fn volume([length, width, height]: Triple) -> i64 {
    i64::from(length).saturating_mul(i64::from(width)).saturating_mul(i64::from(height))
}

/// Whether one size fits into another as it lies.
pub(super) const fn fits(inner: Triple, outer: Triple) -> bool {
    inner[0] <= outer[0] && inner[1] <= outer[1] && inner[2] <= outer[2]
}

impl Cuboid {
    /// The cuboid of a size at a place.
    pub(super) const fn at([x, y, z]: Triple, [length, width, height]: Triple) -> Self {
        Self { low: [x, y, z], high: [x + length, y + width, z + height] }
    }

    pub(super) const fn size(&self) -> Triple {
        let (low, high) = (self.low, self.high);
        [high[0] - low[0], high[1] - low[1], high[2] - low[2]]
    }

    /// Whether both have space in common.
    pub(super) const fn meets(&self, other: &Self) -> bool {
        self.low[0] < other.high[0]
            && other.low[0] < self.high[0]
            && self.low[1] < other.high[1]
            && other.low[1] < self.high[1]
            && self.low[2] < other.high[2]
            && other.low[2] < self.high[2]
    }

    /// Whether the other lies inside.
    pub(super) const fn holds(&self, other: &Self) -> bool {
        self.low[0] <= other.low[0]
            && self.low[1] <= other.low[1]
            && self.low[2] <= other.low[2]
            && other.high[0] <= self.high[0]
            && other.high[1] <= self.high[1]
            && other.high[2] <= self.high[2]
    }

    /// The area that both have in common seen from above.
    pub(super) fn shadow(&self, other: &Self) -> i64 {
        let length = self.high[0].min(other.high[0]) - self.low[0].max(other.low[0]);
        let width = self.high[1].min(other.high[1]) - self.low[1].max(other.low[1]);
        if length <= 0 || width <= 0 { 0 } else { i64::from(length) * i64::from(width) }
    }

    /// The cuboids that span both, which must touch or overlap: one along the length, one along the width.
    fn joined(&self, other: &Self) -> [Option<Self>; 2] {
        let span = |a: &Self, b: &Self, axis: usize| {
            let mut low = [a.low[0].max(b.low[0]), a.low[1].max(b.low[1]), a.low[2].max(b.low[2])];
            let mut high = [a.high[0].min(b.high[0]), a.high[1].min(b.high[1]), a.high[2].min(b.high[2])];
            let (gap, cross) = if axis == 0 {
                (high[0] - low[0], high[1] - low[1])
            } else {
                (high[1] - low[1], high[0] - low[0])
            };
            if gap < 0 || cross <= 0 || high[2] <= low[2] {
                return None;
            }
            if axis == 0 {
                (low[0], high[0]) = (a.low[0].min(b.low[0]), a.high[0].max(b.high[0]));
            } else {
                (low[1], high[1]) = (a.low[1].min(b.low[1]), a.high[1].max(b.high[1]));
            }
            Some(Self { low, high })
        };
        [span(self, other, 0), span(self, other, 1)]
    }

    /// What is left of it beside, behind, below and above another: six overlapping cuboids, some of them empty.
    const fn around(&self, other: &Self) -> [Self; 6] {
        let mut parts = [*self; 6];
        parts[0].high[0] = other.low[0];
        parts[1].low[0] = other.high[0];
        parts[2].high[1] = other.low[1];
        parts[3].low[1] = other.high[1];
        parts[4].high[2] = other.low[2];
        parts[5].low[2] = other.high[2];
        parts
    }
}

/// Empty space, and the smallest thing that is still to go in: thinner cuboids are dropped.
#[derive(Clone, Debug)]
pub(super) struct Spaces {
    pub(super) cuboids: Vec<Cuboid>,
}

impl Spaces {
    pub(super) fn of(size: Triple) -> Self {
        Self { cuboids: vec![Cuboid { low: [0; 3], high: size }] }
    }

    /// Takes a cuboid away. Parts thinner than `least` along any edge hold nothing that is to come. With `floors` the
    /// cuboids stay those that have a floor all the way: above what was taken only what stands on it, and on its
    /// neighbours of the same height.
    pub(super) fn take(&mut self, taken: &Cuboid, least: i32, floors: bool) {
        let mut parts: Vec<Cuboid> = Vec::new();
        let wide = |part: &Cuboid| part.size().iter().all(|edge| *edge >= least);
        self.cuboids.retain(|space| {
            if !space.meets(taken) {
                return true;
            }
            let mut around = space.around(taken);
            if floors {
                let above = &mut around[5];
                above.low = [above.low[0].max(taken.low[0]), above.low[1].max(taken.low[1]), above.low[2]];
                above.high =
                    [above.high[0].min(taken.high[0]), above.high[1].min(taken.high[1]), above.high[2]];
            }
            parts.extend(around.into_iter().filter(wide));
            false
        });
        if floors {
            self.join(taken.high[2], &mut parts);
        }
        for (at, part) in parts.iter().enumerate() {
            let in_old = self.cuboids.iter().any(|space| space.holds(part));
            // Of two equal parts the first stays.
            let in_new = || {
                let others = parts.iter().enumerate();
                others
                    .filter(|(place, _)| *place != at)
                    .any(|(place, other)| other.holds(part) && (place < at || other != part))
            };
            if !in_old && !in_new() {
                self.cuboids.push(*part);
            }
        }
        if floors {
            let grown = std::mem::take(&mut self.cuboids);
            for (at, space) in grown.iter().enumerate() {
                let mut others = grown.iter().enumerate().filter(|(place, _)| *place != at);
                if !others.any(|(place, other)| other.holds(space) && (place < at || other != space)) {
                    self.cuboids.push(*space);
                }
            }
        }
    }

    /// Joins new floors at a height with floors beside them at the same height.
    fn join(&self, height: i32, parts: &mut Vec<Cuboid>) {
        let mut at = 0;
        while let Some(part) = parts.get(at).copied() {
            at += 1;
            if part.low[2] != height || at > 40 {
                continue;
            }
            let beside = self.cuboids.iter().chain(parts.iter()).filter(|other| other.low[2] == height);
            let joined: Vec<Cuboid> = beside.flat_map(|other| part.joined(other)).flatten().collect();
            for cuboid in joined {
                if !parts.iter().chain(&self.cuboids).any(|known| known.holds(&cuboid)) {
                    parts.push(cuboid);
                }
            }
        }
    }

    pub(super) fn drop_at(&mut self, at: usize) {
        if at < self.cuboids.len() {
            self.cuboids.swap_remove(at);
        }
    }
}
