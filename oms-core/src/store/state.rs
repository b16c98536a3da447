//! Everything that has been folded: the documents and cells of all tenants.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::{CellKey, DocumentKey, Fold, JournalEntry, StoredDocument, fold};
use crate::stock::{CellDelta, StockCell};
use crate::value::Fingerprint;

/// The documents and cells of all tenants: the fold of a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The documents.
    pub documents: BTreeMap<DocumentKey, StoredDocument>,
    /// The cells.
    pub cells: BTreeMap<CellKey, StockCell>,
}

impl State {
    /// The state after a journal.
    pub fn replay<'a>(entries: impl IntoIterator<Item = &'a JournalEntry>) -> Self {
        let mut state = Self::default();
        for entry in entries {
            state.apply(entry);
        }
        state
    }

    /// Folds one more entry.
    pub fn apply(&mut self, entry: &JournalEntry) {
        fold(self, entry);
    }

    /// The hash of everything: SHA-256 over one line of JSON per document and cell, in key order. Equal states have
    /// equal hashes in every language. `O(n)` in the size of the state.
    #[must_use]
    pub fn hash(&self) -> Fingerprint {
        let mut hash = Sha256::new();
        let mut line = Vec::new();
        let mut take = |line: &mut Vec<u8>| {
            line.push(b'\n');
            hash.update(&*line);
            line.clear();
        };
        for entry in &self.documents {
            // Wire types always serialise into memory.
            let _ = serde_json::to_writer(&mut line, &entry);
            take(&mut line);
        }
        for entry in &self.cells {
            let _ = serde_json::to_writer(&mut line, &entry);
            take(&mut line);
        }
        Fingerprint::of_hash(hash)
    }
}

impl Fold for State {
    fn take(&mut self, key: &DocumentKey) -> Option<StoredDocument> {
        self.documents.remove(key)
    }

    fn put(&mut self, key: DocumentKey, stored: StoredDocument) {
        self.documents.insert(key, stored);
    }

    fn add(&mut self, key: CellKey, delta: CellDelta) {
        let cell = self.cells.entry(key).or_default();
        *cell = cell.plus(delta);
    }
}
