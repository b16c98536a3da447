//! Few pieces: every order, every position, every corner that earlier pieces make.

use super::kind::{Bin, Kind, Laid};
use super::rest::{Stack, rests};
use super::space::{Cuboid, Triple, fits};
use super::work::Work;

/// Looks through all ways in which each piece touches, on each axis, the box's side or the plane of an earlier piece's
/// far side; `None` when there is no such way, or the work is spent.
pub(super) fn exact(kinds: &[Kind], counts: &[u32], bin: &Bin, work: &mut Work) -> Option<Vec<Laid>> {
    let mut search = Search { kinds, bin, rules: Stack::of(kinds, counts, bin), laid: Vec::new() };
    let mut left = counts.to_vec();
    search.go(&mut left, work).then_some(search.laid)
}

struct Search<'k> {
    kinds: &'k [Kind],
    bin: &'k Bin,
    rules: Stack,
    laid: Vec<Laid>,
}

impl Search<'_> {
    fn go(&mut self, left: &mut Vec<u32>, work: &mut Work) -> bool {
        if left.iter().all(|n| *n == 0) {
            return true;
        }
        let kinds = self.kinds;
        for (at, kind) in kinds.iter().enumerate().filter(|(_, kind)| kind.count > 0) {
            if left.get(at).is_none_or(|n| *n == 0) {
                continue;
            }
            for pose in &kind.poses {
                for low in self.corners(*pose) {
                    if !work.is_left() {
                        return false;
                    }
                    work.spend(1);
                    if self.lay(at, low, *pose) {
                        set(left, at, -1);
                        if self.go(left, work) {
                            return true;
                        }
                        set(left, at, 1);
                        self.laid.pop();
                    }
                }
            }
        }
        false
    }

    fn lay(&mut self, kind: usize, low: Triple, size: Triple) -> bool {
        let body = Cuboid::at(low, size);
        if self.laid.iter().any(|other| Cuboid::at(other.low, other.size).meets(&body)) {
            return false;
        }
        self.laid.push(Laid { kind, low, size });
        let fresh = self.laid.len() - 1;
        let holds = !self.rules.is_any() || rests(self.kinds, self.bin, self.rules, &self.laid, fresh);
        if !holds {
            self.laid.pop();
        }
        holds
    }

    /// Where a piece could lie, the lowest first.
    fn corners(&self, size: Triple) -> Vec<Triple> {
        let planes = |axis: usize| {
            let far = self.laid.iter().filter_map(|piece| Some(piece.low.get(axis)? + piece.size.get(axis)?));
            let mut planes: Vec<i32> = far.chain([0]).collect();
            planes.sort_unstable();
            planes.dedup();
            planes
        };
        let [xs, ys, zs] = [planes(0), planes(1), planes(2)];
        let mut corners = Vec::new();
        for z in &zs {
            for y in &ys {
                for x in &xs {
                    if fits([x + size[0], y + size[1], z + size[2]], self.bin.size) {
                        corners.push([*x, *y, *z]);
                    }
                }
            }
        }
        corners
    }
}

fn set(left: &mut [u32], at: usize, change: i32) {
    if let Some(n) = left.get_mut(at) {
        *n = n.saturating_add_signed(change);
    }
}
