//! Parts of a batch that are searched side by side.
//!
//! Orders that share a SKU are brought together by the smallest of their SKUs under a shuffle (min-wise hashing, Broder
//! 1997), and another shuffle each time. What rows have left is dealt out, so that parts cannot get in each other's
//! way.

use super::dense::{add, at, index, put};
use super::problem::BatchProblem;
use super::seed::Seed;

/// Orders that are searched together.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) orders: Vec<u32>,
    /// Its SKUs, and how many parts before it have the SKU.
    skus: Vec<(u32, u32)>,
}

/// All parts.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) parts: Vec<Part>,
    /// How many parts have each SKU.
    holders: Vec<u32>,
    turn: u64,
}

impl Parts {
    pub(super) fn new(problem: &BatchProblem, count: usize, turn: u64) -> Self {
        let mut keyed: Vec<(u64, u32)> = Vec::with_capacity(problem.orders.len());
        for order in 0..problem.orders.len() {
            let lines = problem.lines_of(order).iter();
            let key = lines.map(|line| Seed::new(turn, u64::from(line.sku) + 1).next()).min().unwrap_or(0);
            keyed.push((key, index(order)));
        }
        if count > 1 {
            keyed.sort_unstable();
        }
        let size = keyed.len().div_ceil(count.max(1)).max(1);
        let mut holders = vec![0_u32; problem.skus()];
        let mut seen = vec![u32::MAX; problem.skus()];
        let mut parts = Vec::with_capacity(count);
        for (number, chunk) in keyed.chunks(size).enumerate() {
            let mut part = Part { orders: chunk.iter().map(|(_, order)| *order).collect(), skus: Vec::new() };
            part.orders.sort_unstable();
            for order in &part.orders {
                for line in problem.lines_of(*order as usize) {
                    let sku = line.sku as usize;
                    if at(&seen, sku) != index(number) {
                        put(&mut seen, sku, index(number));
                        let before = at(&holders, sku);
                        part.skus.push((line.sku, before));
                        put(&mut holders, sku, before + 1);
                    }
                }
            }
            parts.push(part);
        }
        Self { parts, holders, turn }
    }

    /// Deals a part its share of what rows have left, into `rooms`; its other rows stay as they are.
    pub(super) fn deal(&self, problem: &BatchProblem, part: usize, left: &[i64], rooms: &mut [i64]) {
        let Some(own) = self.parts.get(part) else { return };
        for (sku, rank) in &own.skus {
            let (first, rows) = problem.rows_of(*sku);
            let holders = u64::from(at(&self.holders, *sku as usize));
            for row in first..first + rows.len() {
                add(rooms, row, self.share(at(left, row), row, u64::from(*rank), holders));
            }
        }
        let count = self.parts.len() as u64;
        for row in problem.stock.len()..problem.rows() {
            add(rooms, row, self.share(at(left, row), row, part as u64, count));
        }
    }

    /// Clears the rows that a part touches.
    pub(super) fn clear(&self, problem: &BatchProblem, part: usize, rooms: &mut [i64]) {
        let Some(own) = self.parts.get(part) else { return };
        for (sku, _) in &own.skus {
            let (first, rows) = problem.rows_of(*sku);
            for row in first..first + rows.len() {
                put(rooms, row, 0);
            }
        }
        for row in problem.stock.len()..problem.rows() {
            put(rooms, row, 0);
        }
    }

    /// An even share of units; those left over go to the holders whose turn it is.
    fn share(&self, units: i64, row: usize, rank: u64, holders: u64) -> i64 {
        let holders = holders.max(1);
        let turn = Seed::new(self.turn, row as u64).next() % holders;
        let place = (rank + turn) % holders;
        let all = units.max(0).unsigned_abs();
        i64::try_from(all / holders + u64::from(place < all % holders)).unwrap_or(0)
    }
}
