//! Floor 5: what a store keeps and how it is asked.
//!
//! A store is asked two things: to load a set of [`Keys`](crate::store::Keys) in one round trip, and to write a
//! [`Commit`](crate::store::Commit) whole or not at all. Documents are guarded by the version they replace, stock
//! by what must stay free, commands by their id. A store holds no rule of the field;
//! [`contract`](crate::store::contract) tells whether one keeps its word.

mod commit;
pub mod contract;
mod document;
mod error;
mod fold;
mod journal;
mod key;
mod memory;
mod outcome;
mod packaging;
mod published;
mod scan;
mod snapshot;
mod state;
mod work;

#[cfg(test)]
mod tests;

pub use commit::{CommandRecord, Commit, DocumentWrite, StockDelta};
pub use document::{ChannelOrderLink, CountedCell, Document, DocumentKind, StoredDocument};
pub use error::{StoreConflict, StoreError};
pub use fold::{Fold, fold};
pub use journal::{
    CostRecord, CountRecord, CustomerUnitsRecorded, Event, GroupRecorded, JournalEntry, LotRecord,
    NodeRecorded, OrderRecord, PolicyRecorded, RateCardRecorded, ReplenishRuleRecorded, ShipmentRecord,
    SkuRecorded, SourcingRecorded, StockRecord, SupplyRecord, TransferRecord, WatchRecord,
};
pub use key::{CellKey, CommandKey, DocumentKey, Keys};
pub use memory::MemoryStore;
pub use outcome::{
    AllocationExplained, BrokenPromisesExplained, CarrierExplained, Explanation, LotRecalled, LotsExplained,
    NodesExplained, Outcome, PlacementRepeated, PromiseExplained, PublicationExplained, ReplenishExplained,
    ReservationExplained, ReviewExplained,
};
pub use packaging::{BoxRecorded, PackConflictsRecorded};
pub use published::{ChannelStockRecord, PublicationPolicyRecorded, QuotaRecord, SafetyFactorsRecorded};
pub use scan::{CellEntry, Page, Scan, ScanCells, ScanDocuments, ScanJournal};
pub use snapshot::{DocumentEntry, Snapshot};
pub use state::State;
pub use work::{CapacityRecord, NodeClosureRecorded};

use std::future::Future;

/// A store that answers at once.
///
/// Implementations are shared between threads; each call is one atomic step of its own.
pub trait Store: Send + Sync {
    /// Loads everything the keys name, in one consistent view. What does not exist is absent from the snapshot; a cell
    /// that was never moved is absent and counts as empty.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] or [`StoreError::Corrupt`].
    fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError>;

    /// Writes the commit whole or not at all.
    ///
    /// It must refuse with [`StoreError::Conflict`], leaving everything untouched, when a document's version is not the
    /// expected one, when a delta's guard fails ([`StockCell::guarded`](crate::stock::StockCell::guarded)), or when a
    /// command id is already recorded.
    ///
    /// # Errors
    /// [`StoreError`]; after [`StoreError::Unavailable`] the commit may or may not have happened, and the driver asks
    /// by the command ids.
    fn commit(&self, commit: &Commit) -> Result<(), StoreError>;

    /// Reads a page of documents, cells or journal entries in key order.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] or [`StoreError::Corrupt`].
    fn scan(&self, scan: &Scan) -> Result<Page, StoreError>;
}

/// A store that answers later; the same contract as [`Store`].
pub trait AsyncStore: Send + Sync {
    /// See [`Store::load`].
    fn load(&self, keys: &Keys) -> impl Future<Output = Result<Snapshot, StoreError>> + Send;

    /// See [`Store::commit`].
    fn commit(&self, commit: &Commit) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// See [`Store::scan`].
    fn scan(&self, scan: &Scan) -> impl Future<Output = Result<Page, StoreError>> + Send;
}

/// Every store that answers at once can be asked as if it answered later.
impl<S: Store> AsyncStore for S {
    async fn load(&self, keys: &Keys) -> Result<Snapshot, StoreError> {
        Store::load(self, keys)
    }

    async fn commit(&self, commit: &Commit) -> Result<(), StoreError> {
        Store::commit(self, commit)
    }

    async fn scan(&self, scan: &Scan) -> Result<Page, StoreError> {
        Store::scan(self, scan)
    }
}
