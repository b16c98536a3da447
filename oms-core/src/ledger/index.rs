//! From names to indices.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::value::{NodeId, SkuId};

/// Rows found by a key that is kept elsewhere: eight bytes a row, half of them hash, so that a growing table never
/// looks at the keys.
#[derive(Clone, Debug)]
pub(super) struct Index {
    table: HashTable<(u32, u32)>,
    hasher: FixedState,
}

/// The hash that the table works with: spread over all 64 bits, since the table reads both ends.
const fn spread(hash: u32) -> u64 {
    (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The better half of a hash.
const fn upper(hash: u64) -> u32 {
    (hash >> 32) as u32
}

impl Index {
    pub(super) const fn new(seed: u64) -> Self {
        Self { table: HashTable::new(), hasher: FixedState::with_seed(seed) }
    }

    pub(super) fn hash<Q: Hash + ?Sized>(&self, key: &Q) -> u32 {
        upper(self.hasher.hash_one(key))
    }

    /// One hash over two texts, and over where the first ends.
    pub(super) fn hash_pair(&self, sku: &str, node: &str) -> u32 {
        let hash = |text: &str| {
            let mut hasher = self.hasher.build_hasher();
            hasher.write(text.as_bytes());
            hasher.finish()
        };
        let (sku, node) = (hash(sku), hash(node));
        upper((sku ^ node.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    #[inline]
    pub(super) fn find(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        self.table.find(spread(hash), |(own, row)| *own == hash && is_it(*row)).map(|(_, row)| *row)
    }

    /// Inserts a row, unless one is there that it is; gives that one.
    #[inline]
    pub(super) fn find_or_insert(&mut self, hash: u32, row: u32, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let same = |(own, row): &(u32, u32)| *own == hash && is_it(*row);
        match self.table.entry(spread(hash), same, |(own, _)| spread(*own)) {
            Entry::Occupied(entry) => Some(entry.get().1),
            Entry::Vacant(entry) => {
                entry.insert((hash, row));
                None
            }
        }
    }

    /// Takes every row out and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.table.clear();
    }

    /// Takes a row out again.
    pub(super) fn remove(&mut self, hash: u32, row: u32) {
        if let Ok(entry) = self.table.find_entry(spread(hash), |(_, own)| *own == row) {
            entry.remove();
        }
    }

    pub(super) fn bytes(&self) -> usize {
        // Eight bytes and one of control for every bucket, of which seven in eight may be full.
        self.table.capacity().saturating_mul(8).div_ceil(7) * 9
    }
}

/// Whether two texts of one length are the same. Names are short: a loop over words beats a call.
#[inline]
fn same(one: &[u8], other: &[u8]) -> bool {
    let (ones, one_rest) = one.as_chunks::<8>();
    let (others, other_rest) = other.as_chunks::<8>();
    ones == others && one_rest.iter().zip(other_rest).all(|(one, other)| one == other)
}

/// The SKU and node of each cell, and the way back.
#[derive(Clone, Debug)]
pub(super) struct Names {
    names: Vec<(SkuId, NodeId)>,
    /// The texts, pair after pair, so that looking one up touches one place; and where each pair lies.
    texts: Vec<u8>,
    places: Vec<Place>,
    index: Index,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    first: u32,
    sku: u8,
    node: u8,
}

impl Names {
    pub(super) const fn new(seed: u64) -> Self {
        Self { names: Vec::new(), texts: Vec::new(), places: Vec::new(), index: Index::new(seed) }
    }

    #[inline]
    pub(super) fn find(&self, sku: &str, node: &str) -> Option<u32> {
        let hash = self.index.hash_pair(sku, node);
        self.index.find(hash, |row| self.is(row, sku.as_bytes(), node.as_bytes()))
    }

    #[inline]
    fn is(&self, row: u32, sku: &[u8], node: &[u8]) -> bool {
        let Some(place) = self.places.get(row as usize) else { return false };
        let (first, end) = (place.first as usize, sku.len() + node.len());
        usize::from(place.sku) == sku.len()
            && usize::from(place.node) == node.len()
            && self.texts.get(first..first + end).is_some_and(|text| {
                let (own_sku, own_node) = text.split_at_checked(sku.len()).unwrap_or_default();
                same(own_sku, sku) && same(own_node, node)
            })
    }

    pub(super) fn get(&self, row: u32) -> Option<&(SkuId, NodeId)> {
        self.names.get(row as usize)
    }

    /// Adds a pair that is not there yet; `None` when there are as many as an index can count.
    pub(super) fn add(&mut self, sku: &SkuId, node: &NodeId) -> Option<u32> {
        let row = u32::try_from(self.names.len()).ok()?;
        let (sku_text, node_text) = (sku.as_str(), node.as_str());
        let place = Place {
            first: u32::try_from(self.texts.len()).ok()?,
            sku: u8::try_from(sku_text.len()).ok()?,
            node: u8::try_from(node_text.len()).ok()?,
        };
        let hash = self.index.hash_pair(sku_text, node_text);
        self.index.find_or_insert(hash, row, |_| false);
        self.texts.extend_from_slice(sku_text.as_bytes());
        self.texts.extend_from_slice(node_text.as_bytes());
        self.places.push(place);
        self.names.push((sku.clone(), node.clone()));
        Some(row)
    }

    pub(super) fn bytes(&self) -> usize {
        // The ids' own texts are shared with whoever else holds them.
        self.names.capacity() * size_of::<(SkuId, NodeId)>()
            + self.places.capacity() * size_of::<Place>()
            + self.texts.capacity()
            + self.index.bytes()
    }
}
