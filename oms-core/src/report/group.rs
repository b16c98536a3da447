//! Grouping by dense numbers: one pass per dimension.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::key::NOTHING;

/// A fast hash for integer keys. Its order is never looked at, and keys are codes of our own, not a stranger's.
pub(super) type Mix = BuildHasherDefault<MixHasher>;

/// Multiply and rotate, as in the hash of rustc.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MixHasher(u64);

impl Hasher for MixHasher {
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }
    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = self.0.wrapping_add(number).wrapping_mul(0xf135_7aea_2e62_a9c5);
    }
    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
    }
}

/// Rows in groups. Groups are numbered as they are first met.
pub(super) struct Groups {
    /// The group of each row.
    pub(super) of: Vec<u32>,
    /// For each dimension, each of its groups: the group by the dimensions before, and the key.
    levels: Vec<Vec<(u32, i64)>>,
    count: usize,
}

impl Groups {
    /// Groups rows by all columns of keys. `O(rows × columns)`.
    pub(super) fn new(rows: usize, columns: &[Vec<i64>]) -> Self {
        let mut groups = Self { of: vec![0; rows], levels: Vec::new(), count: usize::from(rows > 0) };
        for column in columns {
            groups.refine(column);
        }
        groups
    }

    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The keys of a group, one for each dimension.
    pub(super) fn keys(&self, group: usize) -> Vec<i64> {
        let mut keys = Vec::with_capacity(self.levels.len());
        let mut at = group;
        for level in self.levels.iter().rev() {
            let Some((before, key)) = level.get(at) else { break };
            keys.push(*key);
            at = *before as usize;
        }
        keys.reverse();
        keys
    }

    fn refine(&mut self, column: &[i64]) {
        let present = || column.iter().copied().filter(|key| *key != NOTHING);
        let (low, high) = (present().min().unwrap_or(0), present().max().unwrap_or(0));
        let span = high
            .checked_sub(low)
            .and_then(|span| usize::try_from(span).ok())
            .and_then(|span| span.checked_add(2));
        let room = span.and_then(|span| span.checked_mul(self.count));
        let level = match (span, room) {
            (Some(span), Some(room)) if room <= column.len().saturating_mul(4).max(1 << 16) => {
                self.refine_dense(column, low, span, room)
            }
            _ => self.refine_hashed(column),
        };
        self.count = level.len();
        self.levels.push(level);
    }

    /// Few keys: a table with a slot for each pair of group and key; the first slot of a group is for no value.
    fn refine_dense(&mut self, column: &[i64], low: i64, span: usize, room: usize) -> Vec<(u32, i64)> {
        let mut level = Vec::new();
        let mut table = vec![u32::MAX; room];
        for (group, key) in self.of.iter_mut().zip(column) {
            let slot =
                if *key == NOTHING { 0 } else { usize::try_from(key - low).map_or(0, |slot| slot + 1) };
            let Some(slot) = table.get_mut(*group as usize * span + slot) else { continue };
            if *slot == u32::MAX {
                *slot = number(level.len());
                level.push((*group, *key));
            }
            *group = *slot;
        }
        level
    }

    fn refine_hashed(&mut self, column: &[i64]) -> Vec<(u32, i64)> {
        let mut level = Vec::new();
        let mut table: HashMap<(u32, i64), u32, Mix> = HashMap::default();
        for (group, key) in self.of.iter_mut().zip(column) {
            *group = *table.entry((*group, *key)).or_insert_with(|| {
                level.push((*group, *key));
                number(level.len() - 1)
            });
        }
        level
    }
}

/// There are no more groups than rows, and rows have codes of 32 bits.
fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
