//! Steps of the contract, written short.

use super::{CommitCase, ContractCase, ContractStep, LoadCase, ScanCase};
use crate::stock::CellDelta;
use crate::store::{
    CellKey, Commit, DocumentEntry, DocumentWrite, Keys, Page, Scan, Snapshot, StockDelta, StoreConflict,
};

pub(super) fn case(name: &str, steps: Vec<ContractStep>) -> ContractCase {
    ContractCase { name: name.to_owned(), steps }
}

pub(super) fn written(commit: Commit) -> ContractStep {
    ContractStep::Commit(CommitCase { commit, conflict: None })
}

pub(super) fn refused(commit: Commit, conflict: StoreConflict) -> ContractStep {
    ContractStep::Commit(CommitCase { commit, conflict: Some(conflict) })
}

pub(super) fn load(keys: Keys, snapshot: Snapshot) -> ContractStep {
    ContractStep::Load(LoadCase { keys, snapshot })
}

pub(super) fn scan(scan: Scan, page: Page) -> ContractStep {
    ContractStep::Scan(ScanCase { scan, page })
}

pub(super) fn entry(write: DocumentWrite) -> DocumentEntry {
    DocumentEntry { key: write.key, stored: write.stored }
}

pub(super) fn delta(cell: CellKey, delta: CellDelta, min_free: Option<i64>) -> StockDelta {
    StockDelta { cell, delta, min_free }
}

pub(super) fn on_hand(units: i64) -> CellDelta {
    CellDelta { on_hand: units, ..CellDelta::default() }
}
