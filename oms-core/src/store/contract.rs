//! The storage contract as data: what any store must answer, in any language.
//!
//! ```
//! use oms_core::store::{MemoryStore, contract};
//! assert_eq!(contract::check(MemoryStore::new), []);
//! assert_eq!(contract::race(&MemoryStore::new()), []);
//! ```

mod history;
mod race;
mod step;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub(crate) use history::{Call, out_of_order};
pub use race::race;
use step::{case, delta, entry, load, on_hand, refused, scan, written};

use super::{
    CellEntry, CellKey, CommandKey, CommandRecord, Commit, Document, DocumentKey, DocumentKind,
    DocumentWrite, Event, JournalEntry, Keys, Outcome, Page, Scan, ScanCells, ScanDocuments, ScanJournal,
    SkuRecorded, Snapshot, Store, StoreConflict, StoreError, StoredDocument,
};
use crate::catalog::Sku;
use crate::stock::{CellDelta, Reservation, ReservationEnd, ReservedItem, StockCell};
use crate::value::{
    CommandId, IdError, Instant, NodeId, Quantity, ReservationId, SkuId, TenantId, Version, fingerprint,
};

/// What an empty store must do, step by step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContractCase {
    /// What it shows, as a sentence.
    pub name: String,
    /// The steps, in order, on one store.
    pub steps: Vec<ContractStep>,
}

/// One call of a store and what it must answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ContractStep {
    /// A commit.
    Commit(CommitCase),
    /// A load.
    Load(LoadCase),
    /// A scan.
    Scan(ScanCase),
}

/// A commit and whether it must be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CommitCase"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitCase {
    /// The commit.
    pub commit: Commit,
    /// What it collides with; absent when it must be written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<StoreConflict>,
}

/// A load and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LoadCase"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LoadCase {
    /// What is asked.
    pub keys: Keys,
    /// The answer.
    pub snapshot: Snapshot,
}

/// A scan and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ScanCase"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScanCase {
    /// What is asked.
    pub scan: Scan,
    /// The answer.
    pub page: Page,
}

/// A case in which a store broke its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractFailure {
    /// The case.
    pub case: String,
    /// Which step, from 0.
    pub step: usize,
    /// What it answered and what it should have.
    pub message: String,
}

/// Runs every case on a fresh store and lists the failures.
pub fn check<S: Store>(make: impl Fn() -> S) -> Vec<ContractFailure> {
    let mut failures = Vec::new();
    for case in cases() {
        let store = make();
        for (step, asked) in case.steps.iter().enumerate() {
            if let Err(message) = check_step(&store, asked) {
                failures.push(ContractFailure { case: case.name.clone(), step, message });
                break;
            }
        }
    }
    failures
}

fn check_step<S: Store>(store: &S, step: &ContractStep) -> Result<(), String> {
    match step {
        ContractStep::Commit(case) => {
            let answer = match store.commit(&case.commit) {
                Ok(()) => None,
                Err(StoreError::Conflict(conflict)) => Some(*conflict),
                Err(error) => return Err(error.to_string()),
            };
            same(&answer, &case.conflict)
        }
        ContractStep::Load(case) => {
            same(&store.load(&case.keys).map_err(|error| error.to_string())?, &case.snapshot)
        }
        ContractStep::Scan(case) => {
            same(&store.scan(&case.scan).map_err(|error| error.to_string())?, &case.page)
        }
    }
}

fn same<T: PartialEq + std::fmt::Debug>(answer: &T, expected: &T) -> Result<(), String> {
    if answer == expected { Ok(()) } else { Err(format!("answered {answer:?}, expected {expected:?}")) }
}

/// The cases of the contract.
#[must_use]
pub fn cases() -> Vec<ContractCase> {
    // The ids below are literals that are known to be good; were one bad, a test would see the missing cases.
    Author::new().and_then(|author| author.cases()).unwrap_or_default()
}

/// Writes the cases.
struct Author {
    acme: TenantId,
    other: TenantId,
    node: NodeId,
}

impl Author {
    fn new() -> Result<Self, IdError> {
        Ok(Self {
            acme: TenantId::new("acme")?,
            other: TenantId::new("other")?,
            node: NodeId::new("berlin")?,
        })
    }

    fn cases(&self) -> Result<Vec<ContractCase>, IdError> {
        Ok(vec![
            self.empty()?,
            self.written_and_read_back()?,
            self.stale_version()?,
            self.second_creation()?,
            self.guard()?,
            self.giving_back_needs_no_guard()?,
            self.whole_or_not_at_all()?,
            self.command_once()?,
            self.expired_reservations()?,
            self.tenants_apart()?,
            self.pages()?,
        ])
    }

    fn empty(&self) -> Result<ContractCase, IdError> {
        let keys = Keys {
            commands: [self.command("c1")?].into(),
            documents: [self.sku_key("mug")?].into(),
            cells: [self.cell("mug")?].into(),
            expired_by: Some(Instant::UNIX_EPOCH),
        };
        let journal = Scan::Journal(ScanJournal { from: 0, limit: 10 });
        Ok(case(
            "an empty store has nothing",
            vec![load(keys, Snapshot::default()), scan(journal, Page::default())],
        ))
    }

    fn written_and_read_back(&self) -> Result<ContractCase, IdError> {
        let commit = Commit {
            documents: vec![self.sku("mug", 0, 1)?],
            // What moved back and forth within one commit leaves an empty cell, and that is not the same as none.
            deltas: vec![
                delta(self.cell("jar")?, on_hand(0), Some(0)),
                delta(self.cell("mug")?, on_hand(5), None),
            ],
            events: vec![self.entry("c1", "mug")?],
            commands: vec![self.record("c1")?],
        };
        let keys = Keys {
            commands: [self.command("c1")?].into(),
            documents: [self.sku_key("mug")?, self.sku_key("cup")?].into(),
            cells: [self.cell("mug")?, self.cell("cup")?, self.cell("jar")?].into(),
            expired_by: None,
        };
        let five = StockCell { on_hand: 5, ..StockCell::default() };
        let snapshot = Snapshot {
            commands: vec![self.record("c1")?],
            documents: vec![entry(self.sku("mug", 0, 1)?)],
            cells: vec![
                CellEntry { key: self.cell("jar")?, cell: StockCell::default() },
                CellEntry { key: self.cell("mug")?, cell: five },
            ],
            expired: vec![],
        };
        let journal = Scan::Journal(ScanJournal { from: 0, limit: 10 });
        let page = Page { entries: vec![self.entry("c1", "mug")?], ..Page::default() };
        Ok(case(
            "what was committed is read back",
            vec![written(commit), load(keys, snapshot), scan(journal, page)],
        ))
    }

    fn stale_version(&self) -> Result<ContractCase, IdError> {
        let first = Commit { documents: vec![self.sku("mug", 0, 1)?], ..Commit::default() };
        let second = Commit { documents: vec![self.sku("mug", 1, 3)?], ..Commit::default() };
        let stale = Commit { documents: vec![self.sku("mug", 1, 2)?], ..Commit::default() };
        let conflict =
            StoreConflict { documents: vec![self.sku_key("mug")?], cells: vec![], commands: vec![] };
        Ok(case(
            "a document is replaced at the version expected and no other",
            vec![written(first), written(second), refused(stale, conflict)],
        ))
    }

    fn second_creation(&self) -> Result<ContractCase, IdError> {
        let create = Commit { documents: vec![self.sku("mug", 0, 1)?], ..Commit::default() };
        let conflict =
            StoreConflict { documents: vec![self.sku_key("mug")?], cells: vec![], commands: vec![] };
        Ok(case("a document is created once", vec![written(create.clone()), refused(create, conflict)]))
    }

    fn guard(&self) -> Result<ContractCase, IdError> {
        let cell = self.cell("mug")?;
        let deltas = |delta| Commit { deltas: vec![delta], ..Commit::default() };
        let stock = deltas(delta(cell.clone(), on_hand(5), Some(0)));
        let hold = |units, min_free| {
            deltas(delta(cell.clone(), CellDelta { held: units, ..CellDelta::default() }, min_free))
        };
        let conflict = StoreConflict { documents: vec![], cells: vec![cell.clone()], commands: vec![] };
        let keys = Keys { cells: [cell.clone()].into(), ..Keys::default() };
        let after = StockCell { on_hand: 5, held: 7, ..StockCell::default() };
        let snapshot =
            Snapshot { cells: vec![CellEntry { key: cell.clone(), cell: after }], ..Snapshot::default() };
        Ok(case(
            "stock is taken while the guard holds, to the last unit, and never a bucket below zero",
            vec![
                written(stock),
                written(hold(4, Some(0))),
                refused(hold(2, Some(0)), conflict.clone()),
                written(hold(1, Some(0))),
                refused(hold(1, Some(0)), conflict.clone()),
                written(hold(2, Some(-2))),
                refused(hold(1, Some(-2)), conflict.clone()),
                refused(hold(-8, None), conflict),
                load(keys, snapshot),
            ],
        ))
    }

    fn giving_back_needs_no_guard(&self) -> Result<ContractCase, IdError> {
        let cell = self.cell("mug")?;
        let deltas = |delta| Commit { deltas: vec![delta], ..Commit::default() };
        let held = |units| CellDelta { held: units, ..CellDelta::default() };
        Ok(case(
            "giving back is allowed even while less is free than the guard wants",
            vec![
                written(deltas(delta(cell.clone(), held(5), None))),
                written(deltas(delta(cell, held(-1), Some(0)))),
            ],
        ))
    }

    fn whole_or_not_at_all(&self) -> Result<ContractCase, IdError> {
        let commit = Commit {
            documents: vec![self.sku("mug", 0, 1)?],
            deltas: vec![
                delta(self.cell("cup")?, on_hand(5), None),
                delta(self.cell("mug")?, on_hand(-1), Some(0)),
            ],
            events: vec![self.entry("c1", "mug")?],
            commands: vec![self.record("c1")?],
        };
        let conflict = StoreConflict { documents: vec![], cells: vec![self.cell("mug")?], commands: vec![] };
        let keys = Keys {
            commands: [self.command("c1")?].into(),
            documents: [self.sku_key("mug")?].into(),
            cells: [self.cell("cup")?, self.cell("mug")?].into(),
            expired_by: None,
        };
        let journal = Scan::Journal(ScanJournal { from: 0, limit: 10 });
        Ok(case(
            "a commit of which one part fails leaves nothing behind",
            vec![refused(commit, conflict), load(keys, Snapshot::default()), scan(journal, Page::default())],
        ))
    }

    fn command_once(&self) -> Result<ContractCase, IdError> {
        let commit = Commit {
            deltas: vec![delta(self.cell("mug")?, on_hand(5), None)],
            commands: vec![self.record("c1")?],
            ..Commit::default()
        };
        let conflict =
            StoreConflict { documents: vec![], cells: vec![], commands: vec![self.command("c1")?] };
        let cell = self.cell("mug")?;
        let keys = Keys { cells: [cell.clone()].into(), ..Keys::default() };
        let after = StockCell { on_hand: 5, ..StockCell::default() };
        let snapshot = Snapshot { cells: vec![CellEntry { key: cell, cell: after }], ..Snapshot::default() };
        Ok(case(
            "a command is recorded once",
            vec![written(commit.clone()), refused(commit, conflict), load(keys, snapshot)],
        ))
    }

    fn expired_reservations(&self) -> Result<ContractCase, IdError> {
        let at = |second| Instant::from_timestamp(second, 0).unwrap_or(Instant::UNIX_EPOCH);
        let early = self.reservation("early", "mug", Some(at(10)), None)?;
        let late = self.reservation("late", "mug", Some(at(20)), None)?;
        let open_ended = self.reservation("open-ended", "mug", None, None)?;
        let elsewhere = self.reservation("elsewhere", "cup", Some(at(10)), None)?;
        let ended = self.reservation("ended", "mug", Some(at(10)), Some(ReservationEnd::Committed))?;
        let documents = vec![early.clone(), elsewhere, ended, late.clone(), open_ended];
        let commit = Commit { documents, ..Commit::default() };
        let keys = |second| Keys {
            cells: [self.cell("mug").ok()].into_iter().flatten().collect(),
            expired_by: Some(at(second)),
            ..Keys::default()
        };
        let found = |documents: &[&DocumentWrite]| Snapshot {
            expired: documents.iter().map(|document| entry(DocumentWrite::clone(document))).collect(),
            ..Snapshot::default()
        };
        let swept = DocumentWrite {
            expected: Version(1),
            ..self.reservation("early", "mug", Some(at(10)), Some(ReservationEnd::Expired))?
        };
        let sweep = Commit { documents: vec![swept], ..Commit::default() };
        Ok(case(
            "reservations whose time has run out are found by the cells they hold, until they have ended",
            vec![
                written(commit),
                load(keys(9), found(&[])),
                load(keys(10), found(&[&early])),
                load(keys(20), found(&[&early, &late])),
                written(sweep),
                load(keys(20), found(&[&late])),
            ],
        ))
    }

    fn tenants_apart(&self) -> Result<ContractCase, IdError> {
        let theirs = Self { acme: self.other.clone(), other: self.acme.clone(), node: self.node.clone() };
        let commit = Commit {
            documents: vec![theirs.sku("mug", 0, 1)?],
            deltas: vec![delta(theirs.cell("mug")?, on_hand(5), None)],
            commands: vec![theirs.record("c1")?],
            ..Commit::default()
        };
        let keys = Keys {
            commands: [self.command("c1")?].into(),
            documents: [self.sku_key("mug")?].into(),
            cells: [self.cell("mug")?].into(),
            expired_by: Some(Instant::UNIX_EPOCH),
        };
        let documents = |tenant: &TenantId| {
            let tenant = Some(tenant.clone());
            Scan::Documents(ScanDocuments { tenant, kind: Some(DocumentKind::Sku), after: None, limit: 10 })
        };
        let page = Page { documents: vec![entry(theirs.sku("mug", 0, 1)?)], ..Page::default() };
        let record = Commit { commands: vec![self.record("c1")?], ..Commit::default() };
        Ok(case(
            "one tenant's data is never another's",
            vec![
                written(commit),
                load(keys, Snapshot::default()),
                scan(documents(&self.acme), Page::default()),
                scan(documents(&self.other), page),
                written(record),
            ],
        ))
    }

    fn pages(&self) -> Result<ContractCase, IdError> {
        let names = ["cup", "jar", "mug"];
        let mut commit = Commit::default();
        for name in names {
            commit.documents.push(self.sku(name, 0, 1)?);
            commit.deltas.push(delta(self.cell(name)?, on_hand(5), None));
            commit.events.push(self.entry("c1", name)?);
        }
        let documents = |after| {
            let (tenant, kind) = (Some(self.acme.clone()), Some(DocumentKind::Sku));
            Scan::Documents(ScanDocuments { tenant, kind, after, limit: 2 })
        };
        let first = vec![entry(self.sku("cup", 0, 1)?), entry(self.sku("jar", 0, 1)?)];
        let second = vec![entry(self.sku("mug", 0, 1)?)];
        let five = StockCell { on_hand: 5, ..StockCell::default() };
        let last_cell = vec![CellEntry { key: self.cell("mug")?, cell: five }];
        let (tenant, after) = (Some(self.acme.clone()), Some(self.cell("jar")?));
        let cells = Scan::Cells(ScanCells { tenant, after, limit: 9 });
        let journal = Scan::Journal(ScanJournal { from: 1, limit: 1 });
        let entries = vec![self.entry("c1", "jar")?];
        Ok(case(
            "scans give pages in key order and the journal in the order written",
            vec![
                written(commit),
                scan(documents(None), Page { documents: first, ..Page::default() }),
                scan(documents(Some(self.sku_key("jar")?)), Page { documents: second, ..Page::default() }),
                scan(cells, Page { cells: last_cell, ..Page::default() }),
                scan(journal, Page { entries, ..Page::default() }),
            ],
        ))
    }

    fn command(&self, id: &str) -> Result<CommandKey, IdError> {
        Ok(CommandKey { tenant: self.acme.clone(), command: CommandId::new(id)? })
    }

    fn record(&self, id: &str) -> Result<CommandRecord, IdError> {
        let outcome = Outcome { command: CommandId::new(id)?, events: vec![], explanations: vec![] };
        Ok(CommandRecord { key: self.command(id)?, content: fingerprint(id), outcome })
    }

    fn sku_key(&self, id: &str) -> Result<DocumentKey, IdError> {
        Ok(DocumentKey::sku(&self.acme, &SkuId::new(id)?))
    }

    fn sku(&self, id: &str, expected: u64, version: u64) -> Result<DocumentWrite, IdError> {
        let document = Document::Sku(Arc::new(Sku::new(SkuId::new(id)?)));
        let stored = StoredDocument { version: Version(version), document };
        Ok(DocumentWrite { key: self.sku_key(id)?, expected: Version(expected), stored })
    }

    fn cell(&self, sku: &str) -> Result<CellKey, IdError> {
        Ok(CellKey { tenant: self.acme.clone(), sku: SkuId::new(sku)?, node: self.node.clone() })
    }

    fn entry(&self, command: &str, sku: &str) -> Result<JournalEntry, IdError> {
        let event = Arc::new(Event::Sku(SkuRecorded { sku: Sku::new(SkuId::new(sku)?) }));
        let command = CommandId::new(command)?;
        Ok(JournalEntry { tenant: self.acme.clone(), command, at: Instant::UNIX_EPOCH, event })
    }

    fn reservation(
        &self,
        id: &str,
        sku: &str,
        expires_at: Option<Instant>,
        ended: Option<ReservationEnd>,
    ) -> Result<DocumentWrite, IdError> {
        let id = ReservationId::new(id)?;
        let quantity = Quantity::new(1);
        let items =
            vec![ReservedItem { line: None, sku: SkuId::new(sku)?, node: self.node.clone(), quantity }];
        let key = DocumentKey::reservation(&self.acme, &id);
        let reservation = Reservation { expires_at, ended, ..Reservation::of(id, items) };
        let stored =
            StoredDocument { version: Version(1), document: Document::Reservation(Arc::new(reservation)) };
        Ok(DocumentWrite { key, expected: Version(0), stored })
    }
}
