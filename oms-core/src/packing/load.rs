//! One box, as full as it gets: block after block into the corner nearest to a corner of the box, by beam search.
//!
//! The plan of Araya and Riff's beam search (2014): each state of a beam tries its best blocks, each is judged by where
//! a greedy search goes from there, and the best go on; the beam widens until the work is spent.

use super::block::Blocks;
use super::kind::{Bin, Kind, Laid};
use super::rest::{Stack, rests};
use super::space::{Cuboid, Spaces, Triple, fits, volume};
use super::work::Work;

/// Grids made for a load in a hurry.
const QUICK_BLOCKS: usize = 300;

/// A box and what is offered to it.
pub(super) struct Loader<'k> {
    kinds: &'k [Kind],
    counts: &'k [u32],
    bin: Bin,
    blocks: Blocks,
    /// Per axis: the longest row of edges that is no longer than so many millimetres.
    reach: [Vec<i32>; 3],
    /// Whether anything depends on what rests on what.
    rules: Stack,
}

/// A box being filled.
#[derive(Clone, Debug)]
pub(super) struct Load {
    spaces: Spaces,
    /// Blocks whose pieces are all still there, the largest first.
    live: Vec<usize>,
    /// Pieces left, by kind.
    pub(super) left: Vec<u32>,
    placed: Vec<(usize, Triple)>,
    /// The pieces one by one, kept where rules look at them.
    laid: Vec<Laid>,
    pub(super) volume: i64,
    pub(super) grams: u64,
}

impl<'k> Loader<'k> {
    /// Of the pieces offered, all may share the box.
    pub(super) fn new(kinds: &'k [Kind], counts: &'k [u32], bin: Bin, blocks: usize) -> Self {
        let reach = [0, 1, 2].map(|axis| reach(kinds, counts, &bin, axis));
        let rules = Stack::of(kinds, counts, &bin);
        Self { kinds, counts, bin, blocks: Blocks::of(kinds, counts, &bin, blocks), reach, rules }
    }

    /// As `new`, made in a hurry for one greedy load: no pairs, and no thought of what could still be used.
    pub(super) fn quick(kinds: &'k [Kind], counts: &'k [u32], bin: Bin) -> Self {
        let rules = Stack::of(kinds, counts, &bin);
        let blocks = Blocks::grids_of(kinds, counts, &bin, QUICK_BLOCKS);
        Self { kinds, counts, bin, blocks, reach: [const { Vec::new() }; 3], rules }
    }

    /// What making the blocks took, in units of work.
    pub(super) fn burden(&self) -> u64 {
        u64::try_from(self.blocks.by_volume.len().saturating_mul(10)).unwrap_or(u64::MAX)
    }

    /// The greedy load.
    pub(super) fn once(&self, work: &mut Work) -> Load {
        self.greedy(self.empty(), work)
    }

    fn empty(&self) -> Load {
        Load {
            spaces: Spaces::of(self.bin.size),
            live: self.blocks.by_volume.clone(),
            left: self.counts.to_vec(),
            placed: Vec::new(),
            laid: Vec::new(),
            volume: 0,
            grams: 0,
        }
    }

    /// The fullest load found with the work there is, at least one greedy one.
    pub(super) fn fill(&self, work: &mut Work) -> Load {
        let mut best = self.greedy(self.empty(), work);
        let mut width = 2_usize;
        while !best.is_all() && work.is_left() {
            if !self.beam(width, &mut best, work) {
                break;
            }
            width = width + width.div_ceil(2);
        }
        best
    }

    /// Searches with a beam of some width; false when a wider one would do the same.
    fn beam(&self, width: usize, best: &mut Load, work: &mut Work) -> bool {
        let mut beam = vec![self.empty()];
        let mut cut = false;
        while !beam.is_empty() {
            let mut next: Vec<(i64, Load)> = Vec::new();
            for state in &mut beam {
                let (found, more) = self.children(state, width, work);
                cut |= more;
                for child in found {
                    let end = self.greedy(child.clone(), work);
                    let value = end.volume;
                    if value > best.volume {
                        *best = end;
                        if best.is_all() {
                            return false;
                        }
                    }
                    // Two ways to the same content and the same end count once.
                    let twin = |(other, load): &(i64, Load)| *other == value && load.volume == child.volume;
                    if !next.iter().any(twin) {
                        next.push((value, child));
                    }
                    if !work.is_left() {
                        return false;
                    }
                }
            }
            next.sort_by_key(|(value, _)| std::cmp::Reverse(*value));
            cut |= next.len() > width;
            next.truncate(width);
            beam = next.into_iter().map(|(_, load)| load).collect();
        }
        cut
    }

    /// The states that the best blocks lead to, and whether there were more blocks.
    fn children(&self, state: &mut Load, width: usize, work: &mut Work) -> (Vec<Load>, bool) {
        while let Some((at, space, corner)) = self.next_space(state) {
            let (ranked, more) = self.rank(state, &space, width, work);
            let placed = ranked.into_iter().filter_map(|block| {
                let mut child = state.clone();
                self.place(&mut child, block, &space, corner).then_some(child)
            });
            let children: Vec<Load> = placed.collect();
            work.spend(children.iter().map(Load::burden).sum());
            if !children.is_empty() {
                return (children, more);
            }
            state.spaces.drop_at(at);
        }
        (Vec::new(), false)
    }

    /// Fills up a state, always by the best block.
    fn greedy(&self, mut state: Load, work: &mut Work) -> Load {
        // Where rules refuse the best block, a few more are tried.
        let tries = if self.rules.looks(&self.bin) { 8 } else { 1 };
        while let Some((at, space, corner)) = self.next_space(&state) {
            let (ranked, _) = self.rank(&state, &space, tries, work);
            let placed = ranked.into_iter().any(|block| self.place(&mut state, block, &space, corner));
            work.spend(state.burden());
            if !placed {
                state.spaces.drop_at(at);
            }
        }
        state
    }

    /// The space nearest to a corner of the box, and at which of its corners: true for its high end of an axis. Where
    /// pieces must rest on something, only corners at the bottom count.
    fn next_space(&self, state: &Load) -> Option<(usize, Cuboid, [bool; 3])> {
        let side = |low: i32, high: i32, edge: i32| {
            if low <= edge - high { (low, false) } else { (edge - high, true) }
        };
        let of = |space: &Cuboid| {
            let (x, right) = side(space.low[0], space.high[0], self.bin.size[0]);
            let (y, back) = side(space.low[1], space.high[1], self.bin.size[1]);
            let (z, top) = if self.rules.is_any() {
                (space.low[2], false)
            } else {
                side(space.low[2], space.high[2], self.bin.size[2])
            };
            (x + y + z, [right, back, top])
        };
        let spaces = state.spaces.cuboids.iter().enumerate();
        let nearest = spaces.min_by_key(|(_, space)| {
            (of(space).0, std::cmp::Reverse(volume(space.size())), space.low, space.high)
        });
        nearest.map(|(at, space)| (at, *space, of(space).1))
    }

    /// The blocks that waste least of a space, best first, and whether there were more.
    fn rank(&self, state: &Load, space: &Cuboid, width: usize, work: &mut Work) -> (Vec<usize>, bool) {
        let size = space.size();
        let whole = volume(size);
        let mut top: Vec<(i64, usize)> = Vec::with_capacity(width + 1);
        let (mut looked, mut more) = (0, false);
        for at in &state.live {
            looked += 1;
            let Some(block) = self.blocks.get(*at) else { continue };
            // No block is better than its volume, and they come largest first.
            if top.len() == width && top.last().is_some_and(|(worst, _)| block.volume <= *worst) {
                more = true;
                break;
            }
            let room =
                state.grams + block.grams <= self.bin.grams && state.volume + block.volume <= self.bin.volume;
            if !room || !fits(block.size, size) {
                continue;
            }
            let value = block.volume - (whole - self.usable(block.size, size));
            let place = top.partition_point(|(known, _)| *known >= value);
            if place < width {
                top.insert(place, (value, *at));
                more |= top.len() > width;
                top.truncate(width);
            } else {
                more = true;
            }
        }
        work.spend(looked);
        (top.into_iter().map(|(_, at)| at).collect(), more)
    }

    /// How much of a space could still be used beside a block: along each axis as far as rows of edges reach.
    fn usable(&self, block: Triple, space: Triple) -> i64 {
        let along = |reach: &Vec<i32>, block: i32, space: i32| {
            let rest = space - block;
            let used = usize::try_from(rest).ok().and_then(|rest| reach.get(rest)).copied();
            block + used.unwrap_or(rest)
        };
        let [x, y, z] = &self.reach;
        volume([along(x, block[0], space[0]), along(y, block[1], space[1]), along(z, block[2], space[2])])
    }

    /// Lays a block into a corner of a space; false, and nothing done, where a rule forbids it.
    fn place(&self, state: &mut Load, at: usize, space: &Cuboid, [right, back, top]: [bool; 3]) -> bool {
        let Some(block) = self.blocks.get(at) else { return false };
        let pick = |far: bool, low: i32, high: i32, edge: i32| if far { high - edge } else { low };
        let low = [
            pick(right, space.low[0], space.high[0], block.size[0]),
            pick(back, space.low[1], space.high[1], block.size[1]),
            pick(top, space.low[2], space.high[2], block.size[2]),
        ];
        if self.rules.looks(&self.bin) {
            let before = state.laid.len();
            self.blocks.lay(at, low, &mut state.laid);
            if !rests(self.kinds, &self.bin, self.rules, &state.laid, before) {
                state.laid.truncate(before);
                return false;
            }
        }
        for (kind, count) in &block.counts {
            if let Some(left) = state.left.get_mut(*kind) {
                *left = left.saturating_sub(*count);
            }
        }
        state.volume += block.volume;
        state.grams += block.grams;
        state.placed.push((at, low));
        let left = &state.left;
        let edges = self.kinds.iter().zip(left).filter(|(_, left)| **left > 0);
        let least = edges.flat_map(|(kind, _)| kind.poses.iter().flatten()).min();
        match least {
            Some(least) => state.spaces.take(&Cuboid::at(low, block.size), *least, self.bin.floors),
            None => state.spaces.cuboids.clear(),
        }
        let blocks = &self.blocks;
        let there = |(kind, count): &(usize, u32)| left.get(*kind).is_some_and(|left| count <= left);
        state.live.retain(|at| blocks.get(*at).is_some_and(|block| block.counts.iter().all(there)));
        true
    }

    /// The pieces of a load one by one.
    pub(super) fn laid(&self, load: &Load) -> Vec<Laid> {
        let mut laid = Vec::new();
        for (at, low) in &load.placed {
            self.blocks.lay(*at, *low, &mut laid);
        }
        laid
    }
}

impl Load {
    /// What laying one more block takes, in units of work.
    fn burden(&self) -> u64 {
        u64::try_from(self.spaces.cuboids.len().saturating_add(self.laid.len())).unwrap_or(u64::MAX)
    }

    /// Whether every piece is in.
    pub(super) fn is_all(&self) -> bool {
        self.left.iter().all(|left| *left == 0)
    }
}

/// For each length up to the box's, the longest row of edges that is no longer (a bounded knapsack). Empty, which
/// counts as every length, where it would take too long to fill.
fn reach(kinds: &[Kind], counts: &[u32], bin: &Bin, axis: usize) -> Vec<i32> {
    let length = bin.size.get(axis).copied().and_then(|edge| usize::try_from(edge).ok()).unwrap_or(0);
    let mut steps = Vec::new();
    for (kind, count) in kinds.iter().zip(counts).filter(|(_, count)| **count > 0) {
        let mut edges: Vec<usize> = Vec::new();
        edges.extend(
            kind.poses.iter().filter_map(|pose| pose.get(axis).and_then(|edge| usize::try_from(*edge).ok())),
        );
        edges.sort_unstable();
        edges.dedup();
        steps.push((edges, *count));
    }
    if length.saturating_mul(steps.len().max(1)) > 400_000 {
        return Vec::new();
    }
    // `row[x]`: whether a row of exactly x exists; a kind adds up to its count of edges.
    let mut row = vec![false; length + 1];
    if let Some(start) = row.first_mut() {
        *start = true;
    }
    for (edges, count) in &steps {
        // Pieces of the kind used to reach a length, the fewest.
        let mut used: Vec<u32> = row.iter().map(|there| if *there { 0 } else { u32::MAX }).collect();
        for at in 0..used.len() {
            let from = edges.iter().filter_map(|edge| used.get(at.checked_sub(*edge)?)).min().copied();
            let fewest = from.map_or(u32::MAX, |used| used.saturating_add(1));
            if let Some(slot) = used.get_mut(at) {
                *slot = (*slot).min(fewest);
            }
        }
        for (there, used) in row.iter_mut().zip(&used) {
            *there = used <= count;
        }
    }
    let mut last = 0;
    let longest = row.iter().zip(0_i32..).map(|(there, at)| {
        if *there {
            last = at;
        }
        last
    });
    longest.collect()
}
