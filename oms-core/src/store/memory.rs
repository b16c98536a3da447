//! The in-memory store: the reference for every other, and the engine of tests, scripts and simulations.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{
    CellEntry, CellKey, CommandKey, CommandRecord, Commit, Document, DocumentEntry, DocumentKey,
    JournalEntry, Keys, Page, Scan, ScanCells, ScanDocuments, ScanJournal, Snapshot, State, Store,
    StoreConflict, StoreError, StoredDocument,
};
use crate::stock::{Reservation, StockCell};
use crate::value::{Fingerprint, Instant, TenantId};

/// A store in memory, shared between threads behind one lock.
///
/// ```
/// use oms_core::store::{Keys, MemoryStore, Store};
/// let store = MemoryStore::new();
/// assert!(store.load(&Keys::default())?.documents.is_empty());
/// # Ok::<(), oms_core::store::StoreError>(())
/// ```
#[derive(Debug, Default)]
pub struct MemoryStore {
    shelf: Mutex<Shelf>,
}

#[derive(Clone, Debug, Default)]
struct Shelf {
    state: State,
    journal: Vec<JournalEntry>,
    commands: BTreeMap<CommandKey, CommandRecord>,
    /// Reservations that have not ended, by expiry.
    expiries: BTreeMap<TenantId, BTreeSet<(Instant, DocumentKey)>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A store that holds what a journal says. Command results are not part of a journal, so commands of the past
    /// are not recognised as repeated; everything else is as it was.
    #[must_use]
    pub fn from_journal(entries: Vec<JournalEntry>) -> Self {
        let mut shelf = Shelf { state: State::replay(&entries), journal: entries, ..Shelf::default() };
        for (key, stored) in &shelf.state.documents {
            if let Some(entry) = expiry(key, stored) {
                shelf.expiries.entry(key.tenant.clone()).or_default().insert(entry);
            }
        }
        Self { shelf: Mutex::new(shelf) }
    }

    /// The hash of all documents and cells, see [`State::hash`].
    #[must_use]
    pub fn state_hash(&self) -> Fingerprint {
        self.lock().state.hash()
    }

    /// How many entries the journal has.
    #[must_use]
    pub fn journal_len(&self) -> usize {
        self.lock().journal.len()
    }

    /// Calls a function with the state and the journal, both as of one moment.
    pub fn inspect<T>(&self, look: impl FnOnce(&State, &[JournalEntry]) -> T) -> T {
        let shelf = self.lock();
        look(&shelf.state, &shelf.journal)
    }

    fn lock(&self) -> MutexGuard<'_, Shelf> {
        // A commit checks everything before it changes anything, so even a poisoned shelf is whole.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A copy as of one moment, on which something can be tried out.
impl Clone for MemoryStore {
    fn clone(&self) -> Self {
        Self { shelf: Mutex::new(self.lock().clone()) }
    }
}

impl Store for MemoryStore {
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        Ok(self.lock().load(keys))
    }

    fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        let mut shelf = self.lock();
        let cells = shelf.check(commit)?;
        shelf.write(commit, cells);
        Ok(())
    }

    fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        let shelf = self.lock();
        Ok(match scan {
            Scan::Documents(scan) => Page { documents: shelf.documents(scan), ..Page::default() },
            Scan::Cells(scan) => Page { cells: shelf.cells(scan), ..Page::default() },
            Scan::Journal(scan) => Page { entries: shelf.entries(scan), ..Page::default() },
        })
    }
}

impl Shelf {
    fn load(&self, keys: &Keys) -> Snapshot {
        let documents = keys.documents.iter().filter_map(|key| self.entry(key)).collect();
        let commands = keys.commands.iter().filter_map(|key| self.commands.get(key).cloned()).collect();
        let cells = keys.cells.iter().filter_map(|key| {
            self.state.cells.get(key).map(|cell| CellEntry { key: key.clone(), cell: *cell })
        });
        let expired = keys.expired_by.map(|at| self.expired(&keys.cells, at)).unwrap_or_default();
        Snapshot { commands, documents, cells: cells.collect(), expired }
    }

    fn entry(&self, key: &DocumentKey) -> Option<DocumentEntry> {
        let stored = self.state.documents.get(key)?;
        Some(DocumentEntry { key: key.clone(), stored: stored.clone() })
    }

    fn expired(&self, cells: &BTreeSet<CellKey>, at: Instant) -> Vec<DocumentEntry> {
        let tenants: BTreeSet<&TenantId> = cells.iter().map(|cell| &cell.tenant).collect();
        let mut found = BTreeMap::new();
        for tenant in tenants {
            let due = self.expiries.get(tenant).into_iter().flatten();
            for (_, key) in due.take_while(|(when, _)| *when <= at) {
                let Some(entry) = self.entry(key) else { continue };
                let Document::Reservation(reservation) = &entry.stored.document else { continue };
                if touches(reservation, tenant, cells) {
                    found.insert(key.clone(), entry);
                }
            }
        }
        found.into_values().collect()
    }

    /// The cells after the commit, or what it collides with.
    fn check(&self, commit: &Commit) -> Result<Vec<(CellKey, StockCell)>, StoreError> {
        let mut conflict = StoreConflict { documents: vec![], cells: vec![], commands: vec![] };
        for write in &commit.documents {
            let version =
                self.state.documents.get(&write.key).map(|stored| stored.version).unwrap_or_default();
            if version != write.expected {
                conflict.documents.push(write.key.clone());
            }
        }
        let mut cells = Vec::with_capacity(commit.deltas.len());
        for delta in &commit.deltas {
            let cell = self.state.cells.get(&delta.cell).copied().unwrap_or_default();
            match cell.guarded(delta.delta, delta.min_free) {
                Some(after) => cells.push((delta.cell.clone(), after)),
                None => conflict.cells.push(delta.cell.clone()),
            }
        }
        for record in &commit.commands {
            if self.commands.contains_key(&record.key) {
                conflict.commands.push(record.key.clone());
            }
        }
        if conflict.documents.is_empty() && conflict.cells.is_empty() && conflict.commands.is_empty() {
            return Ok(cells);
        }
        Err(StoreError::Conflict(Box::new(conflict)))
    }

    fn write(&mut self, commit: &Commit, cells: Vec<(CellKey, StockCell)>) {
        for write in &commit.documents {
            let before = self.state.documents.insert(write.key.clone(), write.stored.clone());
            let (was, is) = (
                before.as_ref().and_then(|before| expiry(&write.key, before)),
                expiry(&write.key, &write.stored),
            );
            if was != is {
                let expiries = self.expiries.entry(write.key.tenant.clone()).or_default();
                if let Some(was) = was {
                    expiries.remove(&was);
                }
                expiries.extend(is);
            }
        }
        self.state.cells.extend(cells);
        self.journal.extend(commit.events.iter().cloned());
        self.commands.extend(commit.commands.iter().map(|record| (record.key.clone(), record.clone())));
    }

    fn documents(&self, scan: &ScanDocuments) -> Vec<DocumentEntry> {
        let from = scan.after.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let wanted = |key: &DocumentKey| {
            scan.tenant.as_ref().is_none_or(|tenant| *tenant == key.tenant)
                && scan.kind.is_none_or(|kind| kind == key.kind)
        };
        let entries = self.state.documents.range((from, Bound::Unbounded)).filter(|(key, _)| wanted(key));
        entries
            .take(page_size(scan.limit))
            .map(|(key, stored)| DocumentEntry { key: key.clone(), stored: stored.clone() })
            .collect()
    }

    fn cells(&self, scan: &ScanCells) -> Vec<CellEntry> {
        let from = scan.after.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let wanted = |key: &CellKey| scan.tenant.as_ref().is_none_or(|tenant| *tenant == key.tenant);
        let cells = self.state.cells.range((from, Bound::Unbounded)).filter(|(key, _)| wanted(key));
        cells
            .take(page_size(scan.limit))
            .map(|(key, cell)| CellEntry { key: key.clone(), cell: *cell })
            .collect()
    }

    fn entries(&self, scan: &ScanJournal) -> Vec<JournalEntry> {
        let from = usize::try_from(scan.from).unwrap_or(usize::MAX);
        self.journal.iter().skip(from).take(page_size(scan.limit)).cloned().collect()
    }
}

fn page_size(limit: u32) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
}

fn touches(reservation: &Reservation, tenant: &TenantId, cells: &BTreeSet<CellKey>) -> bool {
    reservation.items.iter().any(|item| {
        cells.contains(&CellKey { tenant: tenant.clone(), sku: item.sku.clone(), node: item.node.clone() })
    })
}

/// The place of a reservation among the expiries, while it has not ended and there is something to give back.
fn expiry(key: &DocumentKey, stored: &StoredDocument) -> Option<(Instant, DocumentKey)> {
    match &stored.document {
        Document::Reservation(reservation)
            if reservation.ended.is_none() && !reservation.items.is_empty() =>
        {
            Some((reservation.expires_at?, key.clone()))
        }
        _ => None,
    }
}
