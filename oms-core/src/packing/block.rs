//! Blocks: pieces that are laid as one, because together they make a cuboid.
//!
//! Grids of one kind first, then pairs of blocks side by side that waste next to nothing (the general blocks of
//! Fanslau and Bortfeldt 2010, and of Zhu and Lim 2012).

use std::collections::BTreeSet;

use super::kind::{Bin, Kind, Laid};
use super::space::{Triple, fits, volume};

/// Pairs are kept that fill at least so many thousandths of their cuboid.
const LEAST_FILL: i64 = 980;

/// Several pieces laid as one.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) size: Triple,
    /// The volume of the pieces, not of the cuboid.
    pub(super) volume: i64,
    pub(super) grams: u64,
    /// How many pieces of which kinds, by kind.
    pub(super) counts: Vec<(usize, u32)>,
    made: Made,
}

#[derive(Clone, Debug)]
enum Made {
    /// So many pieces of one pose along each edge.
    Grid { kind: usize, pose: Triple, times: Triple },
    /// Two blocks, by index into the list that was made before, the second beside the first.
    Pair { first: usize, second: usize, offset: Triple },
}

/// The blocks of a load: as they were made, and the largest first.
#[derive(Clone, Debug)]
pub(super) struct Blocks {
    made: Vec<Block>,
    /// Indices by volume, largest first; ties in the order in which they were made.
    pub(super) by_volume: Vec<usize>,
}

impl Blocks {
    /// At most so many blocks, of the pieces that are there, that fit the box.
    pub(super) fn of(kinds: &[Kind], counts: &[u32], bin: &Bin, limit: usize) -> Self {
        let mut made = all_grids(kinds, counts, bin, limit);
        if made.len() < limit {
            pairs(&mut made, counts, bin, limit);
        }
        Self::ranked(made)
    }

    /// As `of`, grids only.
    pub(super) fn grids_of(kinds: &[Kind], counts: &[u32], bin: &Bin, limit: usize) -> Self {
        Self::ranked(all_grids(kinds, counts, bin, limit))
    }

    fn ranked(made: Vec<Block>) -> Self {
        let mut by_volume: Vec<usize> = (0..made.len()).collect();
        by_volume.sort_by_key(|at| std::cmp::Reverse(made.get(*at).map_or(0, |block| block.volume)));
        Self { made, by_volume }
    }

    pub(super) fn get(&self, at: usize) -> Option<&Block> {
        self.made.get(at)
    }

    /// The pieces of a block at a place.
    pub(super) fn lay(&self, at: usize, low: Triple, into: &mut Vec<Laid>) {
        match self.made.get(at).map(|block| &block.made) {
            None => {}
            Some(Made::Grid { kind, pose, times }) => {
                for z in 0..times[2] {
                    for y in 0..times[1] {
                        for x in 0..times[0] {
                            let at = [low[0] + x * pose[0], low[1] + y * pose[1], low[2] + z * pose[2]];
                            into.push(Laid { kind: *kind, low: at, size: *pose });
                        }
                    }
                }
            }
            Some(Made::Pair { first, second, offset }) => {
                self.lay(*first, low, into);
                self.lay(*second, [low[0] + offset[0], low[1] + offset[1], low[2] + offset[2]], into);
            }
        }
    }
}

/// The grids of all poses of all kinds; of too many the smallest, so that every piece keeps one of its own.
fn all_grids(kinds: &[Kind], counts: &[u32], bin: &Bin, limit: usize) -> Vec<Block> {
    let mut made = Vec::new();
    for (at, (kind, count)) in kinds.iter().zip(counts).enumerate() {
        for pose in &kind.poses {
            grids(&mut made, (at, kind, *count), *pose, bin);
        }
    }
    if made.len() > limit {
        made.sort_by_key(|block: &Block| block.counts.iter().map(|(_, count)| *count).sum::<u32>());
        let singles =
            made.iter().take_while(|block| block.counts.iter().all(|(_, count)| *count == 1)).count();
        made.truncate(limit.max(singles));
    }
    made
}

/// All grids of one pose. A piece that nothing may rest on is not stacked, whatever the search would find later.
fn grids(made: &mut Vec<Block>, (at, kind, count): (usize, &Kind, u32), pose: Triple, bin: &Bin) {
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    let room = |axis: i32, edge: i32| (axis / edge.max(1)).min(count);
    let tall = if kind.rest.grams == Some(0) { 1 } else { room(bin.size[2], pose[2]) };
    for z in 1..=tall.min(room(bin.size[2], pose[2])) {
        for y in 1..=room(bin.size[1], pose[1]).min(count / z) {
            for x in 1..=room(bin.size[0], pose[0]).min(count / z / y) {
                let pieces = x.unsigned_abs() * y.unsigned_abs() * z.unsigned_abs();
                let grams = kind.grams.saturating_mul(u64::from(pieces));
                let filled = kind.volume.saturating_mul(i64::from(pieces));
                if grams > bin.grams || filled > bin.volume {
                    break;
                }
                made.push(Block {
                    size: [x * pose[0], y * pose[1], z * pose[2]],
                    volume: filled,
                    grams,
                    counts: vec![(at, pieces)],
                    made: Made::Grid { kind: at, pose, times: [x, y, z] },
                });
            }
        }
    }
}

/// Pairs of blocks along each edge, then pairs with those, until there are enough.
fn pairs(made: &mut Vec<Block>, there: &[u32], bin: &Bin, limit: usize) {
    let mut seen: BTreeSet<(Triple, Vec<(usize, u32)>)> =
        made.iter().map(|block| (block.size, block.counts.clone())).collect();
    let mut fresh = 0;
    for _round in 0..3 {
        let until = made.len();
        for axis in 0..3 {
            let order = by_face(made, axis, until);
            for (place, (face, first)) in order.iter().enumerate() {
                let alike = order.iter().skip(place).take_while(|(other, _)| close(face.0, other.0));
                for (_, second) in alike {
                    if (*first).max(*second) < fresh {
                        continue; // both are of an earlier round, which has tried them
                    }
                    let Some(pair) = pair(made, there, bin, axis, (*first, *second)) else { continue };
                    if seen.insert((pair.size, pair.counts.clone())) {
                        made.push(pair);
                        if made.len() >= limit {
                            return;
                        }
                    }
                }
            }
        }
        fresh = until;
        if made.len() == until {
            return;
        }
    }
}

/// Blocks by the two edges of the face that lies across an axis.
fn by_face(made: &[Block], axis: usize, until: usize) -> Vec<((i32, i32), usize)> {
    let face = |[x, y, z]: Triple| match axis {
        0 => (y, z),
        1 => (x, z),
        _ => (x, y),
    };
    let mut order: Vec<_> =
        made.iter().take(until).enumerate().map(|(at, block)| (face(block.size), at)).collect();
    order.sort_unstable();
    order
}

/// Whether two edges differ by no more than a pair may waste.
fn close(small: i32, large: i32) -> bool {
    i64::from(small) * 1000 >= i64::from(large) * LEAST_FILL
}

fn pair(
    made: &[Block],
    there: &[u32],
    bin: &Bin,
    axis: usize,
    (first, second): (usize, usize),
) -> Option<Block> {
    let (one, other) = (made.get(first)?, made.get(second)?);
    let [[a, b, c], [d, e, f]] = [one.size, other.size];
    let (size, offset) = match axis {
        0 => ([a + d, b.max(e), c.max(f)], [a, 0, 0]),
        1 => ([a.max(d), b + e, c.max(f)], [0, b, 0]),
        _ => ([a.max(d), b.max(e), c + f], [0, 0, c]),
    };
    let filled = one.volume.saturating_add(other.volume);
    let grams = one.grams.saturating_add(other.grams);
    if !fits(size, bin.size) || filled > bin.volume || grams > bin.grams {
        return None;
    }
    // Where things must rest on something, a block's top is a floor: it has neither steps nor gaps.
    let least = if bin.support > 0 { 1000 } else { LEAST_FILL };
    if filled.saturating_mul(1000) < volume(size).saturating_mul(least) {
        return None;
    }
    let mut counts = one.counts.clone();
    for (kind, count) in &other.counts {
        match counts.iter_mut().find(|(known, _)| known == kind) {
            Some((_, sum)) => *sum = sum.saturating_add(*count),
            None => counts.push((*kind, *count)),
        }
    }
    counts.sort_unstable();
    let enough = |(kind, count): &(usize, u32)| there.get(*kind).is_some_and(|there| count <= there);
    counts.iter().all(enough).then_some(Block {
        size,
        volume: filled,
        grams,
        counts,
        made: Made::Pair { first, second, offset },
    })
}
