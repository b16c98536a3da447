//! The integrity audit: every identity over a whole store, and the first event that breaks one.

mod answers;
mod owing;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use answers::Answers;
use owing::Owing;
use work::Booked;

use crate::error::Error;
use crate::lot::LotBook;
use crate::order::Order;
use crate::stock::{StockCell, StockEvent};
use crate::store::{
    CellKey, CommandKey, Document, DocumentKey, Event, JournalEntry, Scan, ScanCells, ScanDocuments,
    ScanJournal, State, Store,
};
use crate::transfer::Transfer;
use crate::value::{Fingerprint, NodeId, SkuId, StockCondition};

const PAGE: u32 = 1000;

/// An identity that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditFinding {
    /// The identity, such as `audit.cell_unsound`.
    pub code: String,
    /// The position of the journal entry that breaks it; absent when the store differs from its journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
    /// What is wrong, for people.
    pub message: String,
}

/// What an audit found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditReport {
    /// How many journal entries were folded.
    pub entries: u64,
    /// How many documents were compared.
    pub documents: u64,
    /// How many cells were compared.
    pub cells: u64,
    /// The hash of the state that the journal folds to.
    pub state_hash: Fingerprint,
    /// What does not hold; nothing when all is well.
    pub findings: Vec<AuditFinding>,
}

impl AuditReport {
    /// Whether every identity holds.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Proves the identities over a whole store.
///
/// It folds the journal from nothing and checks after every entry: no bucket of a cell is negative, no line of an order
/// has more units than ordered, released and delivered units are part of the allocated and shipped ones; and after
/// every command: what cells hold, have allocated and expect equals what reservations hold and quotas fence, orders and
/// transfers have allocated, and open receipts and transfers still bring; no receipt is promised beyond what it brings;
/// where a SKU is kept by lot the sums over its lots equal the cell; and cost books have the units of their cells and
/// conserve value. The entries of a command stand together, once, with one time, and are what the store answered, from
/// the first command on of which it keeps the answer. No cell ends up owing more units than its SKU was ever allowed
/// to, because somebody claimed them. Then it compares: every document and cell of the store equals the fold. Each
/// broken identity is named once per thing, with the first entry that breaks it. `O(journal + store)` time, `O(store)`
/// memory.
///
/// # Errors
/// [`Error`] when the store fails.
pub fn audit<S: Store>(store: &S) -> Result<AuditReport, Error> {
    let mut auditor = Auditor::default();
    let mut answers = Answers::default();
    let mut from = 0_u64;
    loop {
        let page = store.scan(&Scan::Journal(ScanJournal { from, limit: PAGE }))?.entries;
        for (position, entry) in (from..).zip(&page) {
            auditor.take(entry);
            answers.take(position, entry);
        }
        from = auditor.entries;
        let is_end = page.len() < PAGE as usize;
        for (code, position, message) in answers.check(store, is_end)? {
            auditor.find(code, &position.to_string(), Some(position), message);
        }
        if is_end {
            break;
        }
    }
    auditor.check_owners();
    auditor.check_oversold();
    let documents = auditor.compare_documents(store)?;
    let cells = auditor.compare_cells(store)?;
    let state_hash = auditor.state.hash();
    Ok(AuditReport { entries: auditor.entries, documents, cells, state_hash, findings: auditor.findings })
}

#[derive(Default)]
struct Auditor {
    state: State,
    entries: u64,
    /// The command whose entries are being read; between its first and last, owners and cells may differ.
    command: Option<CommandKey>,
    /// Units by what reservations, orders, transfers and receipts say.
    owned: BTreeMap<CellKey, Owned>,
    /// Cells that the command touched.
    touched: BTreeSet<CellKey>,
    owing: Owing,
    booked: Booked,
    broken: BTreeSet<String>,
    findings: Vec<AuditFinding>,
}

impl Auditor {
    fn take(&mut self, entry: &JournalEntry) {
        let command = CommandKey { tenant: entry.tenant.clone(), command: entry.command.clone() };
        if self.command.as_ref() != Some(&command) {
            self.check_owners();
            self.command = Some(command);
        }
        let owner = owner(entry);
        owner.iter().for_each(|key| self.own(key, -1));
        self.state.apply(entry);
        owner.iter().for_each(|key| self.own(key, 1));
        match &*entry.event {
            Event::Stock(record) => {
                for movement in record.event.movements() {
                    let key =
                        CellKey { tenant: entry.tenant.clone(), sku: movement.sku, node: movement.node };
                    self.check_cell(key);
                }
            }
            Event::Quota(record) => {
                for movement in record.event.movements() {
                    let (tenant, sku) = (entry.tenant.clone(), record.sku.clone());
                    self.check_cell(CellKey { tenant, sku, node: movement.node });
                }
            }
            Event::Capacity(record) => {
                for movement in record.event.movements() {
                    let (tenant, sku) = (entry.tenant.clone(), movement.name);
                    self.check_cell(CellKey { tenant, sku, node: movement.node });
                }
            }
            Event::Order(record) => {
                let key = DocumentKey::order(&entry.tenant, &record.order);
                let broken = match self.state.documents.get(&key).map(|stored| &stored.document) {
                    Some(Document::Order(order)) => broken_line(order),
                    _ => Some("an event of an order that was never placed".to_owned()),
                };
                if let Some(message) = broken {
                    self.find(
                        "audit.order_ledger",
                        &format!("{key:?}"),
                        Some(self.entries),
                        format!("{}: {message}", record.order),
                    );
                }
            }
            Event::Transfer(record) => {
                let key = DocumentKey::transfer(&entry.tenant, &record.transfer);
                let broken = match self.state.documents.get(&key).map(|stored| &stored.document) {
                    Some(Document::Transfer(transfer)) => broken_transfer_line(transfer),
                    _ => Some("an event of a transfer that was never created".to_owned()),
                };
                if let Some(message) = broken {
                    let message = format!("{}: {message}", record.transfer);
                    self.find("audit.transfer_ledger", &format!("{key:?}"), Some(self.entries), message);
                }
            }
            Event::Lot(record) => {
                let (sku, node) = (record.sku.clone(), record.node.clone());
                self.touched.insert(CellKey { tenant: entry.tenant.clone(), sku, node });
            }
            Event::Cost(record) => {
                let (sku, node) = (record.sku.clone(), record.node.clone());
                self.touched.insert(CellKey { tenant: entry.tenant.clone(), sku, node });
            }
            _ => {}
        }
        self.owing.take(self.entries, entry);
        self.booked.take(self.entries, entry);
        self.entries += 1;
    }

    /// No claim has made a cell owe more than it ever might.
    fn check_oversold(&mut self) {
        for (key, position) in std::mem::take(&mut self.owing).oversold() {
            let free = self.state.cells.get(&key).copied().unwrap_or_default().free();
            let message = format!("`{}` at `{}` is oversold: {free} units are free", key.sku, key.node);
            self.find("audit.oversold", &format!("{key:?}"), Some(position), message);
        }
    }

    /// The cell that the entry moves has no bucket below nothing.
    fn check_cell(&mut self, key: CellKey) {
        let cell = self.state.cells.get(&key).copied().unwrap_or_default();
        if !cell.is_sound() {
            let message = format!("`{}` at `{}` has {cell:?}", key.sku, key.node);
            self.find("audit.cell_unsound", &format!("{key:?}"), Some(self.entries), message);
        }
        self.touched.insert(key);
    }

    fn find(&mut self, code: &str, thing: &str, position: Option<u64>, message: String) {
        if self.broken.insert(format!("{code} {thing}")) {
            self.findings.push(AuditFinding { code: code.to_owned(), position, message });
        }
    }

    /// Notes what the document owns of which cells: a reservation's held units, an order's or a transfer's allocated
    /// ones, what receipts and transfers still bring.
    fn own(&mut self, key: &DocumentKey, sign: i64) {
        let Some(stored) = self.state.documents.get(key) else { return };
        for (sku, node, units) in owned_by(&stored.document) {
            let cell = CellKey { tenant: key.tenant.clone(), sku, node };
            let owned = self.owned.entry(cell.clone()).or_default();
            owned.held += sign * units.held;
            owned.allocated += sign * units.allocated;
            owned.incoming += sign * units.incoming;
            self.touched.insert(cell);
        }
    }

    /// What cells say is held, allocated and expected is what reservations, orders, transfers and receipts say, after
    /// each command.
    fn check_owners(&mut self) {
        for key in std::mem::take(&mut self.touched) {
            let cell = self.state.cells.get(&key).copied().unwrap_or_default();
            self.check_costs(&key, cell.on_hand);
            let Owned { held, allocated, incoming } = self.owned.get(&key).copied().unwrap_or_default();
            if (cell.held, cell.allocated, cell.incoming) != (held, allocated, incoming) {
                let message = format!(
                    "`{}` at `{}` holds {}, has allocated {} and expects {}; reservations hold {held}, orders and \
                     transfers have {allocated}, {incoming} are on their way",
                    key.sku, key.node, cell.held, cell.allocated, cell.incoming
                );
                let last = self.entries.checked_sub(1);
                self.find("audit.owners_differ", &format!("{key:?}"), last, message);
            }
            if let Some(message) = self.lots_differ(&key, cell) {
                let last = self.entries.checked_sub(1);
                self.find("audit.lots_differ", &format!("{key:?}"), last, message);
            }
            self.check_receipts(&key);
        }
        self.owing.end_command(&self.state);
        for (key, position, message) in self.booked.end_command(&self.state) {
            self.find("audit.capacity_exceeded", &format!("{key:?}"), Some(position), message);
        }
    }

    /// No receipt of a cell is promised beyond what it brings.
    fn check_receipts(&mut self, key: &CellKey) {
        let book = DocumentKey::supply(&key.tenant, &key.sku, &key.node);
        let Some(Document::Supply(book)) = self.state.documents.get(&book).map(|stored| &stored.document)
        else {
            return;
        };
        if let Some(receipt) = book.overbound().first() {
            let (sku, node) = (&key.sku, &key.node);
            let message =
                format!("receipt `{receipt}` of `{sku}` at `{node}` is promised beyond what it brings");
            let last = self.entries.checked_sub(1);
            self.find("audit.receipt_overbound", &format!("{key:?}"), last, message);
        }
    }

    /// Where the sums over the lots of a cell differ from it, in words; a SKU that is not kept by lot has none.
    fn lots_differ(&self, key: &CellKey, cell: StockCell) -> Option<String> {
        let document = |key| self.state.documents.get(&key).map(|stored| &stored.document);
        let book = match document(DocumentKey::lots(&key.tenant, &key.sku, &key.node)) {
            Some(Document::Lots(book)) => Some(book),
            _ => None,
        };
        let kept = match document(DocumentKey::sku(&key.tenant, &key.sku)) {
            Some(Document::Sku(sku)) => sku.lots.is_some(),
            _ => false,
        };
        if !kept && book.is_none() {
            return None;
        }
        let sums = book.map_or([0; 5], |book| sums(book));
        let units = [cell.on_hand, cell.allocated, cell.quality_hold, cell.damaged, cell.returned_pending];
        // Once a SKU is not kept by lot any more, its lots have no units.
        let right = if kept { sums == units } else { sums == [0; 5] };
        (!right).then(|| format!("`{}` at `{}` has {cell:?}; its lots sum to {sums:?}", key.sku, key.node))
    }
    /// A cost book has the units of its cell, and conserves value.
    fn check_costs(&mut self, key: &CellKey, on_hand: i64) {
        let document = DocumentKey::costs(&key.tenant, &key.sku, &key.node);
        let Some(Document::Costs(book)) = self.state.documents.get(&document).map(|stored| &stored.document)
        else {
            return;
        };
        let (units, unexplained, sound) = (book.units, book.unexplained(), book.is_sound());
        let last = self.entries.checked_sub(1);
        if units != on_hand {
            let message = format!(
                "`{}` at `{}` has {on_hand} units on hand and {units} in its cost book",
                key.sku, key.node
            );
            self.find("audit.cost_units", &format!("{key:?}"), last, message);
        }
        if !sound {
            let message = format!(
                "the cost book of `{}` at `{}` does not add up; {unexplained} minor units are unexplained",
                key.sku, key.node
            );
            self.find("audit.cost_value", &format!("{key:?}"), last, message);
        }
    }

    fn compare_documents<S: Store>(&mut self, store: &S) -> Result<u64, Error> {
        let mut unseen = self.state.documents.clone();
        let (mut count, mut after) = (0_u64, None);
        loop {
            let scan = ScanDocuments { tenant: None, kind: None, after, limit: PAGE };
            let page = store.scan(&Scan::Documents(scan))?.documents;
            let full = page.len() == PAGE as usize;
            after = page.last().map(|entry| entry.key.clone());
            for entry in page {
                count += 1;
                if unseen.remove(&entry.key).as_ref() != Some(&entry.stored) {
                    let message = format!("{:?} `{}` differs from its journal", entry.key.kind, entry.key.id);
                    self.find("audit.document_differs", &format!("{:?}", entry.key), None, message);
                }
            }
            if !full {
                break;
            }
        }
        for key in unseen.keys() {
            let message = format!("{:?} `{}` is in the journal and not in the store", key.kind, key.id);
            self.find("audit.document_missing", &format!("{key:?}"), None, message);
        }
        Ok(count)
    }

    fn compare_cells<S: Store>(&mut self, store: &S) -> Result<u64, Error> {
        let mut unseen = self.state.cells.clone();
        let (mut count, mut after) = (0_u64, None);
        loop {
            let page = store.scan(&Scan::Cells(ScanCells { tenant: None, after, limit: PAGE }))?.cells;
            let full = page.len() == PAGE as usize;
            after = page.last().map(|entry| entry.key.clone());
            for entry in page {
                count += 1;
                if unseen.remove(&entry.key) != Some(entry.cell) {
                    let message =
                        format!("`{}` at `{}` differs from its journal", entry.key.sku, entry.key.node);
                    self.find("audit.cell_differs", &format!("{:?}", entry.key), None, message);
                }
            }
            if !full {
                break;
            }
        }
        for key in unseen.keys() {
            let message = format!("`{}` at `{}` is in the journal and not in the store", key.sku, key.node);
            self.find("audit.cell_missing", &format!("{key:?}"), None, message);
        }
        Ok(count)
    }
}

/// On hand, allocated, in quality hold, damaged, returned pending, over all lots.
fn sums(book: &LotBook) -> [i64; 5] {
    let of = |condition| book.in_condition(condition);
    let (waits, damaged, returned) =
        (StockCondition::QualityHold, StockCondition::Damaged, StockCondition::ReturnedPending);
    [book.on_hand(), book.allocated(), of(waits), of(damaged), of(returned)]
}

/// The document that owns units of cells and that the entry changes.
fn owner(entry: &JournalEntry) -> Option<DocumentKey> {
    let reservation = match &*entry.event {
        Event::Order(record) => return Some(DocumentKey::order(&entry.tenant, &record.order)),
        Event::Supply(record) => {
            return Some(DocumentKey::supply(&entry.tenant, &record.sku, &record.node));
        }
        Event::Capacity(record) => return Some(DocumentKey::capacity_use(&entry.tenant, &record.order)),
        Event::Quota(record) => return Some(DocumentKey::quotas(&entry.tenant, &record.sku)),
        Event::Transfer(record) => return Some(DocumentKey::transfer(&entry.tenant, &record.transfer)),
        Event::Stock(record) => match &record.event {
            StockEvent::ReservationOpened(event) => &event.reservation.id,
            StockEvent::ReservationReleased(event) => &event.reservation,
            StockEvent::ReservationCommitted(event) => &event.reservation,
            StockEvent::ReservationMoved(event) => &event.reservation,
            StockEvent::ReservationAdopted(event) => &event.reservation,
            _ => return None,
        },
        _ => return None,
    };
    Some(DocumentKey::reservation(&entry.tenant, reservation))
}

/// Units of a cell that documents own.
#[derive(Clone, Copy, Default)]
struct Owned {
    held: i64,
    allocated: i64,
    incoming: i64,
}

/// What a document owns of which cells.
fn owned_by(document: &Document) -> Vec<(SkuId, NodeId, Owned)> {
    let held = |units| Owned { held: units, ..Owned::default() };
    let allocated = |units| Owned { allocated: units, ..Owned::default() };
    let incoming = |units| Owned { incoming: units, ..Owned::default() };
    match document {
        Document::Reservation(reservation) => {
            let items = reservation.items.iter();
            items.map(|item| (item.sku.clone(), item.node.clone(), held(item.quantity.signed()))).collect()
        }
        Document::Quotas(ledger) => {
            let entries = ledger.entries.iter();
            entries.map(|entry| (ledger.sku.clone(), entry.node.clone(), held(entry.remaining))).collect()
        }
        Document::CapacityUse(uses) => {
            let owned = work::owned_by(uses).into_iter();
            let both = |held, allocated| Owned { held, allocated, ..Owned::default() };
            owned.map(|(sku, node, held, confirmed)| (sku, node, both(held, confirmed))).collect()
        }
        Document::Order(order) => {
            let units = order.allocated_units().filter_map(|unit| {
                let line = order.line(&unit.line)?;
                Some((line.sku.clone(), unit.node, allocated(unit.quantity.signed())))
            });
            units.collect()
        }
        Document::Supply(book) => vec![(book.sku.clone(), book.node.clone(), incoming(book.incoming()))],
        Document::Transfer(transfer) => {
            let at_source = transfer.allocated_units().into_iter();
            let at_source =
                at_source.map(|unit| (unit.sku, transfer.from.clone(), allocated(unit.quantity.signed())));
            let on_the_way = transfer.in_transit_units().into_iter();
            let on_the_way =
                on_the_way.map(|unit| (unit.sku, transfer.to.clone(), incoming(unit.quantity.signed())));
            at_source.chain(on_the_way).collect()
        }
        _ => vec![],
    }
}

/// The first line of a transfer whose units do not add up, in words.
fn broken_transfer_line(transfer: &Transfer) -> Option<String> {
    let broken = transfer.lines.iter().find(|line| !line.is_sound())?;
    Some(format!("the line of `{}` has more units than were asked for", broken.sku))
}

/// The first line whose units do not add up, in words.
fn broken_line(order: &Order) -> Option<String> {
    order.lines.iter().find_map(|line| {
        let units = |quantity: crate::value::Quantity| u64::from(quantity.units());
        let owned = units(line.cancelled) + units(line.allocated()) + units(line.shipped());
        let parts_fit = line.allocations.iter().all(|part| part.released <= part.allocated);
        let broken = owned > units(line.ordered) || line.delivered > line.shipped() || !parts_fit;
        broken.then(|| {
            format!("line `{}` has more units than were ordered, or more delivered than shipped", line.id)
        })
    })
}
