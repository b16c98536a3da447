//! What a run has seen so far, with what its commands have changed laid over it.
//!
//! A decision asks the view for what it needs. What has not been loaded yet is noted, and the decision stops with
//! [`Halt::Missing`]; the run then asks the store for everything noted, at once, and decides again. Decisions are pure,
//! so deciding again is safe.

mod reference;

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use crate::capacity::CapacityUse;
use crate::cost::{CostAway, CostBook, CostReceipt};
use crate::count::Count;
use crate::error::Error;
use crate::lot::{LotBook, SerialUnit};
use crate::order::{Order, OrderError};
use crate::publish::{ChannelStock, QuotaLedger};
use crate::purchase::StockWatch;
use crate::shipment::Shipment;
use crate::stock::{CellDelta, CustomerUnits, Reservation, ReservedItem, StockCell};
use crate::store::{
    CellKey, ChannelOrderLink, CommandKey, CommandRecord, CountedCell, Document, DocumentKey, DocumentKind,
    Fold, Keys, Snapshot, StoredDocument,
};
use crate::supply::SupplyBook;
use crate::transfer::Transfer;
use crate::value::{
    ChannelId, CountId, CustomerId, Instant, NodeId, OrderId, ReservationId, SerialNumber, ShipmentId, SkuId,
    TenantId, TransferId, Version,
};

/// Why a decision stopped.
#[derive(Debug)]
pub(super) enum Halt {
    /// Something has to be loaded first; the view has noted what.
    Missing,
    /// The rules say no.
    Refused(Box<Error>),
}

impl Halt {
    /// Whether the status of an order forbids it.
    pub(super) fn is_illegal_transition(&self) -> bool {
        match self {
            Self::Refused(error) => matches!(**error, Error::Order(OrderError::IllegalTransition { .. })),
            Self::Missing => false,
        }
    }
}

impl<E: Into<Error>> From<E> for Halt {
    fn from(error: E) -> Self {
        Self::Refused(Box::new(error.into()))
    }
}

/// Everything loaded by a run so far.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    asked: Keys,
    commands: BTreeMap<CommandKey, CommandRecord>,
    documents: BTreeMap<DocumentKey, StoredDocument>,
    cells: BTreeMap<CellKey, StockCell>,
}

impl Loaded {
    pub(super) fn take(&mut self, asked: Keys, snapshot: Snapshot) {
        self.asked.commands.extend(asked.commands);
        self.asked.documents.extend(asked.documents);
        self.asked.cells.extend(asked.cells);
        self.commands.extend(snapshot.commands.into_iter().map(|record| (record.key.clone(), record)));
        for entry in snapshot.documents.into_iter().chain(snapshot.expired) {
            self.asked.documents.insert(entry.key.clone());
            self.documents.insert(entry.key, entry.stored);
        }
        self.cells.extend(snapshot.cells.into_iter().map(|entry| (entry.key, entry.cell)));
    }
}

/// A change of a cell made in this run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellChange {
    pub(super) delta: CellDelta,
    pub(super) min_free: Option<i64>,
    /// Whether something moved, be it back and forth: then the cell exists, as it does in the fold of the journal.
    pub(super) moved: bool,
}

/// What a run sees: what it loaded, changed by what its commands did.
#[derive(Debug)]
pub(super) struct View<'a> {
    loaded: &'a Loaded,
    missing: Keys,
    changed: BTreeMap<DocumentKey, StoredDocument>,
    cells: BTreeMap<CellKey, CellChange>,
}

impl<'a> View<'a> {
    pub(super) fn new(loaded: &'a Loaded) -> Self {
        Self { loaded, missing: Keys::default(), changed: BTreeMap::new(), cells: BTreeMap::new() }
    }

    /// What has to be loaded before the decisions that stopped can go on.
    pub(super) fn missing(self) -> Keys {
        self.missing
    }

    pub(super) fn is_missing(&self) -> bool {
        !self.missing.is_empty()
    }

    /// The documents changed, each with the version it replaces.
    pub(super) fn changes(&self) -> impl Iterator<Item = (&DocumentKey, Version, &StoredDocument)> {
        self.changed.iter().map(|(key, stored)| {
            let before = self.loaded.documents.get(key).map(|stored| stored.version);
            (key, before.unwrap_or_default(), stored)
        })
    }

    /// The cells changed.
    pub(super) fn cell_changes(&self) -> &BTreeMap<CellKey, CellChange> {
        &self.cells
    }

    /// Sees to it that the documents are loaded.
    pub(super) fn need(&mut self, keys: impl IntoIterator<Item = DocumentKey>) -> Result<(), Halt> {
        let mut complete = true;
        for key in keys {
            if !self.loaded.asked.documents.contains(&key) && !self.changed.contains_key(&key) {
                self.missing.documents.insert(key);
                complete = false;
            }
        }
        if complete { Ok(()) } else { Err(Halt::Missing) }
    }

    /// Sees to it that the cells, and the expired reservations in them, are loaded.
    pub(super) fn need_cells<'k>(&mut self, keys: impl IntoIterator<Item = &'k CellKey>) -> Result<(), Halt> {
        let mut complete = true;
        for key in keys {
            if !self.loaded.asked.cells.contains(key) {
                self.missing.cells.insert(key.clone());
                complete = false;
            }
        }
        if complete { Ok(()) } else { Err(Halt::Missing) }
    }

    /// The first answer to a command, if it was carried out.
    pub(super) fn command(&mut self, key: &CommandKey) -> Result<Option<&'a CommandRecord>, Halt> {
        if !self.loaded.asked.commands.contains(key) {
            self.missing.commands.insert(key.clone());
            return Err(Halt::Missing);
        }
        Ok(self.loaded.commands.get(key))
    }

    fn document(&mut self, key: DocumentKey) -> Result<Option<Document>, Halt> {
        if let Some(stored) = self.changed.get(&key) {
            return Ok(Some(stored.document.clone()));
        }
        if !self.loaded.asked.documents.contains(&key) {
            self.missing.documents.insert(key);
            return Err(Halt::Missing);
        }
        Ok(self.loaded.documents.get(&key).map(|stored| stored.document.clone()))
    }

    pub(super) fn find_order(&mut self, tenant: &TenantId, id: &OrderId) -> Result<Option<Arc<Order>>, Halt> {
        Ok(match self.document(DocumentKey::order(tenant, id))? {
            Some(Document::Order(order)) => Some(order),
            _ => None,
        })
    }

    pub(super) fn order(&mut self, tenant: &TenantId, id: &OrderId) -> Result<Arc<Order>, Halt> {
        self.find_order(tenant, id)?.ok_or_else(|| Error::UnknownOrder { order: id.clone() }.into())
    }

    pub(super) fn link(&mut self, key: DocumentKey) -> Result<Option<Arc<ChannelOrderLink>>, Halt> {
        Ok(match self.document(key)? {
            Some(Document::ChannelOrder(link)) => Some(link),
            _ => None,
        })
    }

    /// What an order has booked; nothing is loaded for one that never booked anything.
    pub(super) fn capacity_use(
        &mut self,
        tenant: &TenantId,
        order: &Order,
    ) -> Result<Arc<CapacityUse>, Halt> {
        let known = match order.booked {
            true => self.document(DocumentKey::capacity_use(tenant, &order.id))?,
            false => None,
        };
        Ok(match known {
            Some(Document::CapacityUse(known)) => known,
            _ => Arc::new(CapacityUse::none(order.id.clone())),
        })
    }

    pub(super) fn find_shipment(
        &mut self,
        tenant: &TenantId,
        id: &ShipmentId,
    ) -> Result<Option<Arc<Shipment>>, Halt> {
        Ok(match self.document(DocumentKey::shipment(tenant, id))? {
            Some(Document::Shipment(shipment)) => Some(shipment),
            _ => None,
        })
    }

    pub(super) fn find_transfer(
        &mut self,
        tenant: &TenantId,
        id: &TransferId,
    ) -> Result<Option<Arc<Transfer>>, Halt> {
        Ok(match self.document(DocumentKey::transfer(tenant, id))? {
            Some(Document::Transfer(transfer)) => Some(transfer),
            _ => None,
        })
    }

    pub(super) fn transfer(&mut self, tenant: &TenantId, id: &TransferId) -> Result<Arc<Transfer>, Halt> {
        self.find_transfer(tenant, id)?.ok_or_else(|| Error::UnknownTransfer { transfer: id.clone() }.into())
    }

    pub(super) fn find_count(&mut self, tenant: &TenantId, id: &CountId) -> Result<Option<Arc<Count>>, Halt> {
        Ok(match self.document(DocumentKey::count(tenant, id))? {
            Some(Document::Count(count)) => Some(count),
            _ => None,
        })
    }

    pub(super) fn count(&mut self, tenant: &TenantId, id: &CountId) -> Result<Arc<Count>, Halt> {
        self.find_count(tenant, id)?.ok_or_else(|| Error::UnknownCount { count: id.clone() }.into())
    }

    pub(super) fn counted_cell(
        &mut self,
        tenant: &TenantId,
        sku: &SkuId,
        node: &NodeId,
    ) -> Result<Option<Arc<CountedCell>>, Halt> {
        Ok(match self.document(DocumentKey::counted_cell(tenant, sku, node))? {
            Some(Document::CountedCell(cell)) => Some(cell),
            _ => None,
        })
    }

    pub(super) fn find_reservation(
        &mut self,
        tenant: &TenantId,
        id: &ReservationId,
    ) -> Result<Option<Arc<Reservation>>, Halt> {
        Ok(match self.document(DocumentKey::reservation(tenant, id))? {
            Some(Document::Reservation(reservation)) => Some(reservation),
            _ => None,
        })
    }

    pub(super) fn reservation(
        &mut self,
        tenant: &TenantId,
        id: &ReservationId,
    ) -> Result<Arc<Reservation>, Halt> {
        self.find_reservation(tenant, id)?
            .ok_or_else(|| Error::UnknownReservation { reservation: id.clone() }.into())
    }

    /// Where a customer has units of a SKU with a limit.
    pub(super) fn customer_units(
        &mut self,
        tenant: &TenantId,
        customer: &CustomerId,
        sku: &SkuId,
    ) -> Result<CustomerUnits, Halt> {
        Ok(match self.document(DocumentKey::customer_units(tenant, customer, sku))? {
            Some(Document::CustomerUnits(units)) => CustomerUnits::clone(&units),
            _ => CustomerUnits::none(customer.clone(), sku.clone()),
        })
    }

    pub(super) fn cost_book(&mut self, key: DocumentKey) -> Result<Option<Arc<CostBook>>, Halt> {
        Ok(match self.document(key)? {
            Some(Document::Costs(book)) => Some(book),
            _ => None,
        })
    }

    pub(super) fn cost_receipt(&mut self, key: DocumentKey) -> Result<Option<Arc<CostReceipt>>, Halt> {
        Ok(match self.document(key)? {
            Some(Document::CostReceipt(receipt)) => Some(receipt),
            _ => None,
        })
    }

    pub(super) fn cost_away(&mut self, key: DocumentKey) -> Result<Option<Arc<CostAway>>, Halt> {
        Ok(match self.document(key)? {
            Some(Document::CostAway(away)) => Some(away),
            _ => None,
        })
    }

    pub(super) fn stock_watch(
        &mut self,
        tenant: &TenantId,
        sku: &SkuId,
    ) -> Result<Option<Arc<StockWatch>>, Halt> {
        Ok(match self.document(DocumentKey::stock_watch(tenant, sku))? {
            Some(Document::StockWatch(watch)) => Some(watch),
            _ => None,
        })
    }
    /// The lots of a SKU at a node; an empty book where none ever arrived.
    pub(super) fn lots(
        &mut self,
        tenant: &TenantId,
        sku: &SkuId,
        node: &NodeId,
    ) -> Result<Arc<LotBook>, Halt> {
        Ok(match self.document(DocumentKey::lots(tenant, sku, node))? {
            Some(Document::Lots(book)) => book,
            _ => Arc::new(LotBook::new(sku.clone(), node.clone())),
        })
    }

    pub(super) fn serial(
        &mut self,
        tenant: &TenantId,
        serial: &SerialNumber,
    ) -> Result<Option<Arc<SerialUnit>>, Halt> {
        Ok(match self.document(DocumentKey::serial(tenant, serial))? {
            Some(Document::Serial(unit)) => Some(unit),
            _ => None,
        })
    }

    /// What is expected and promised of a SKU at a node; an empty book where there is none.
    pub(super) fn supply(
        &mut self,
        tenant: &TenantId,
        sku: &SkuId,
        node: &NodeId,
    ) -> Result<Arc<SupplyBook>, Halt> {
        Ok(match self.document(DocumentKey::supply(tenant, sku, node))? {
            Some(Document::Supply(book)) => book,
            _ => Arc::new(SupplyBook::new(sku.clone(), node.clone())),
        })
    }

    /// The quotas of a SKU, without entries where it has none.
    pub(super) fn quotas(&mut self, tenant: &TenantId, sku: &SkuId) -> Result<Arc<QuotaLedger>, Halt> {
        Ok(match self.document(DocumentKey::quotas(tenant, sku))? {
            Some(Document::Quotas(ledger)) => ledger,
            _ => Arc::new(QuotaLedger::new(sku.clone())),
        })
    }

    pub(super) fn channel_stock(
        &mut self,
        tenant: &TenantId,
        channel: &ChannelId,
        sku: &SkuId,
    ) -> Result<Option<Arc<ChannelStock>>, Halt> {
        Ok(match self.document(DocumentKey::channel_stock(tenant, channel, sku))? {
            Some(Document::ChannelStock(known)) => Some(known),
            _ => None,
        })
    }

    /// The cell as it stands; needs [`View::need_cells`] first.
    pub(super) fn cell(&mut self, key: &CellKey) -> Result<StockCell, Halt> {
        if !self.loaded.asked.cells.contains(key) {
            self.missing.cells.insert(key.clone());
            return Err(Halt::Missing);
        }
        let cell = self.loaded.cells.get(key).copied().unwrap_or_default();
        Ok(self.cells.get(key).map_or(cell, |change| cell.plus(change.delta)))
    }

    /// The reservations seen that hold one of the items although their time has run out.
    pub(super) fn expired(
        &self,
        tenant: &TenantId,
        at: Instant,
        holds: impl Fn(&ReservedItem) -> bool,
    ) -> Vec<Arc<Reservation>> {
        let (first, last) = DocumentKey::kind_range(tenant, DocumentKind::Reservation);
        let range = (Bound::Included(first), Bound::Excluded(last));
        let seen =
            self.loaded.documents.range(range.clone()).filter(|(key, _)| !self.changed.contains_key(*key));
        let reservations =
            seen.chain(self.changed.range(range)).filter_map(|(_, stored)| match &stored.document {
                Document::Reservation(reservation) => Some(reservation),
                _ => None,
            });
        let expired = reservations
            .filter(|reservation| reservation.ended.is_none() && reservation.is_expired(at))
            .filter(|reservation| reservation.items.iter().any(&holds));
        let mut expired: Vec<_> = expired.cloned().collect();
        expired.sort_by(|left, right| left.id.cmp(&right.id));
        expired
    }

    /// How many units of a cell have to stay free after the changes made in this run so far; the strictest demand
    /// counts. What later commands of the run take without a demand of their own, or with a lesser one, is let off: one
    /// commit then asks of the store what single commands would have asked.
    pub(super) fn guard(&mut self, key: CellKey, min_free: i64) {
        let change = self.cells.entry(key).or_default();
        change.min_free = Some(change.min_free.map_or(min_free, |known| known.max(min_free)));
    }
}

impl Fold for View<'_> {
    fn take(&mut self, key: &DocumentKey) -> Option<StoredDocument> {
        self.changed.remove(key).or_else(|| self.loaded.documents.get(key).cloned())
    }

    fn put(&mut self, key: DocumentKey, stored: StoredDocument) {
        self.changed.insert(key, stored);
    }

    fn add(&mut self, key: CellKey, delta: CellDelta) {
        let change = self.cells.entry(key).or_default();
        change.delta = change.delta.plus(delta);
        change.moved = true;
        let taken = delta.free().min(0);
        change.min_free = change.min_free.map(|min_free| min_free.saturating_add(taken));
    }
}
