//! What stock movements cost: the one place where every unit that comes or goes meets its cost book.
//!
//! It looks at the stock events that a command came to, whatever command it was, so the units of a book are those of
//! its cell by construction. SKUs without a costing method have no book; nothing is loaded or written for them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::{Decided, Decision, Desk};
use crate::catalog::{CostingMethod, Sku};
use crate::cost::{
    CostAway, CostBook, CostCommand, CostEntry, CostEntryKind, CostEvent, CostIssue, CostIssueKind,
    CostOpening, CostRate,
};
use crate::engine::view::Halt;
use crate::engine::{Action, ReceiveStock};
use crate::error::Error;
use crate::lot::LotEvent;
use crate::shipment::ShipmentEvent;
use crate::stock::{MovementKind, StockCondition, StockEvent, StockMovement};
use crate::store::{CellKey, CostRecord, DocumentKey, Event, ShipmentRecord};
use crate::value::{Instant, LotId, Money, Problems, SkuId, Text, TransferId};

/// The books that a command writes in, as its events so far leave them.
#[derive(Default)]
pub(super) struct Ledger {
    pub(super) books: BTreeMap<CellKey, Arc<CostBook>>,
    /// Units that are away and may come.
    away: BTreeMap<DocumentKey, CostAway>,
    /// Units of lots that the command moves, in its order, for books that value each lot by itself.
    lots: BTreeMap<CellKey, VecDeque<(LotId, i64)>>,
    pub(super) events: Vec<Event>,
}

/// What a movement is for.
#[derive(Clone)]
pub(super) struct Purpose {
    pub(super) issue: CostIssueKind,
    pub(super) entry: CostEntryKind,
    /// The receipt, shipment, kit or reason.
    pub(super) reference: Text,
    /// What the units cost together, where that is said.
    pub(super) cost: Option<Money>,
    /// Where it is noted that they are away.
    pub(super) away: Option<DocumentKey>,
}

impl Ledger {
    /// Lets the book decide, and keeps what follows; nothing for a cell without a book.
    pub(super) fn tell(&mut self, key: &CellKey, command: &CostCommand, at: Instant) -> Result<(), Halt> {
        if let Some(book) = self.books.get(key) {
            let event = book.decide(command, at)?;
            self.note(key, event);
        }
        Ok(())
    }

    fn note(&mut self, key: &CellKey, event: CostEvent) {
        let book = self.books.remove(key).map(Arc::unwrap_or_clone);
        if let Some(book) = CostBook::evolve(book, &event) {
            self.books.insert(key.clone(), Arc::new(book));
        }
        let (sku, node) = (key.sku.clone(), key.node.clone());
        self.events.push(Event::Cost(CostRecord { sku, node, event }));
    }

    /// Books a movement, lot by lot where each lot is valued by itself. A lot of which the book has too few units came
    /// before the book named lots; the rest is taken of the oldest.
    pub(super) fn book(
        &mut self,
        key: &CellKey,
        units: i64,
        purpose: Purpose,
        at: Instant,
    ) -> Result<(), Halt> {
        let mut left = units;
        while let Some((lot, moved)) = self.next_of_lot(key, left) {
            left = left.saturating_sub(moved);
            let named = if moved < 0 { moved.max(self.units_of(key, &lot).saturating_neg()) } else { moved };
            for (lot, units) in [(Some(lot), named), (None, moved.saturating_sub(named))] {
                if units != 0 {
                    self.book_part(key, units, lot, purpose.clone(), at)?;
                }
            }
        }
        if left == 0 { Ok(()) } else { self.book_part(key, left, None, purpose, at) }
    }

    /// The next lot that a movement of so many units moves, and how many of them.
    fn next_of_lot(&mut self, key: &CellKey, left: i64) -> Option<(LotId, i64)> {
        let is_specific = self.books.get(key).is_some_and(|book| book.method == CostingMethod::Specific);
        let queue = self.lots.get_mut(key).filter(|_| is_specific && left != 0)?;
        let (lot, units) = queue.front_mut()?;
        if units.signum() != left.signum() {
            return None;
        }
        let moved = if left > 0 { left.min(*units) } else { left.max(*units) };
        *units = units.saturating_sub(moved);
        let lot = lot.clone();
        if queue.front().is_some_and(|(_, units)| *units == 0) {
            queue.pop_front();
        }
        Some((lot, moved))
    }

    /// Units of a lot that a book has.
    fn units_of(&self, key: &CellKey, lot: &LotId) -> i64 {
        let layers = self.books.get(key).into_iter().flat_map(|book| &book.layers);
        let of_lot = layers.filter(|layer| layer.lot.as_ref() == Some(lot));
        of_lot.fold(0, |sum, layer| sum.saturating_add(layer.pool.left()))
    }

    fn book_part(
        &mut self,
        key: &CellKey,
        units: i64,
        lot: Option<LotId>,
        purpose: Purpose,
        at: Instant,
    ) -> Result<(), Halt> {
        let reference = purpose.reference;
        if units < 0 {
            let issue = CostIssue { kind: purpose.issue, units: units.saturating_neg(), lot, reference };
            return self.tell(key, &CostCommand::Issue(issue), at);
        }
        let (kind, cost) = (purpose.entry, purpose.cost);
        let entry = CostEntry { kind, units, cost, origin: vec![], reference, lot };
        self.enter(key, entry, purpose.away, at)
    }

    /// Units that were away go back into their layers; the rest come at the cost stated, or at the average.
    fn enter(
        &mut self,
        key: &CellKey,
        entry: CostEntry,
        away: Option<DocumentKey>,
        at: Instant,
    ) -> Result<(), Halt> {
        let away = away.and_then(|away| self.away.get_mut(&away));
        let origin = away.as_ref().map(|away| away.next(entry.units, &key.node)).unwrap_or_default();
        let known = origin.iter().fold(0_i64, |sum, draw| sum.saturating_add(draw.units));
        if let Some(away) = away {
            away.back = away.back.saturating_add(known);
        }
        let rest = entry.units.saturating_sub(known);
        if known > 0 {
            let entry = CostEntry { units: known, cost: None, origin, ..entry.clone() };
            self.tell(key, &CostCommand::Enter(entry), at)?;
        }
        if rest > 0 {
            self.tell(key, &CostCommand::Enter(CostEntry { units: rest, ..entry }), at)?;
        }
        Ok(())
    }

    /// Units that were lost on their way are booked where they should have arrived, and written off there.
    fn lose(&mut self, key: &CellKey, units: i64, purpose: Purpose, at: Instant) -> Result<(), Halt> {
        let reference = purpose.reference.clone();
        self.book(key, units, purpose, at)?;
        let issue = CostIssue { kind: CostIssueKind::WrittenOff, units, lot: None, reference };
        self.tell(key, &CostCommand::Issue(issue), at)
    }

    /// What the events from one on issued together, if any did.
    pub(super) fn issued(&self, from: usize) -> Option<Money> {
        let costs = self.events.iter().skip(from).filter_map(|event| match event {
            Event::Cost(CostRecord { event: CostEvent::Issued(issued), .. }) => Some(issued.cost),
            _ => None,
        });
        costs.map(Ok).reduce(|sum, cost| sum?.checked_add(cost?))?.ok()
    }
}

impl Desk<'_, '_> {
    /// Adds to a decision what its movements do to the value of costed SKUs, and to its shipments what units cost.
    pub(super) fn value_moves(&mut self, action: &Action, decision: Decision) -> Decided {
        let moved: BTreeSet<CellKey> = (decision.events.iter().flat_map(physical))
            .map(|movement| self.cell_key(&movement.sku, &movement.node))
            .collect();
        if moved.is_empty() {
            return Ok(decision);
        }
        self.view.need(moved.iter().map(|key| DocumentKey::sku(self.tenant, &key.sku)))?;
        let mut costed = BTreeMap::new();
        for key in moved {
            if let Some(sku) = self.view.sku(self.tenant, &key.sku)?.filter(|sku| sku.costing.is_some()) {
                costed.insert(key, sku);
            }
        }
        check_statement(action, costed.is_empty())?;
        if costed.is_empty() {
            return Ok(decision);
        }
        let shipment = decision.events.iter().find_map(|event| match event {
            Event::Shipment(record) => Text::new(record.shipment.as_str()).ok(),
            _ => None,
        });
        let mut ledger = self.ledger(action, &decision.events, shipment.as_ref(), &costed)?;
        let mut shipped: Vec<Option<Money>> = Vec::new();
        for event in decision.events {
            let moves: Vec<(StockMovement, Purpose)> = physical(&event)
                .into_iter()
                .map(|movement| {
                    let purpose = self.purpose(action, &event, &movement, shipment.as_ref());
                    (movement, purpose)
                })
                .collect();
            let kit = assembled(&event);
            ledger.events.push(priced(event, &mut shipped));
            if let Some(kit) = kit {
                let movements: Vec<StockMovement> = moves.into_iter().map(|(movement, _)| movement).collect();
                self.value_kits(&mut ledger, &movements, &kit)?;
                continue;
            }
            for (movement, purpose) in moves {
                let key = self.cell_key(&movement.sku, &movement.node);
                if movement.delta.on_hand == 0 {
                    ledger.lose(&key, movement.delta.incoming.saturating_neg(), purpose, self.at)?;
                    continue;
                }
                let before = ledger.events.len();
                ledger.book(&key, movement.delta.on_hand, purpose, self.at)?;
                if movement.kind == MovementKind::Ship {
                    shipped.push(ledger.issued(before));
                }
            }
        }
        Ok(Decision { events: ledger.events, ..decision })
    }

    /// The books of the cells that are moved, and what is noted of units that are away.
    fn ledger(
        &mut self,
        action: &Action,
        events: &[Event],
        shipment: Option<&Text>,
        costed: &BTreeMap<CellKey, Arc<Sku>>,
    ) -> Result<Ledger, Halt> {
        let mut away = BTreeSet::new();
        let mut noted = BTreeSet::new();
        for event in events {
            for movement in physical(event) {
                let purpose = self.purpose(action, event, &movement, shipment);
                if purpose.entry == CostEntryKind::Purchased && !purpose.reference.is_blank() {
                    noted.insert(DocumentKey::cost_receipt(self.tenant, &purpose.reference));
                }
                away.extend(purpose.away);
            }
        }
        let books = costed.keys().map(|key| DocumentKey::costs(self.tenant, &key.sku, &key.node));
        let needed = self.view.need(books.chain(noted).chain(away.iter().cloned()));
        self.view.need_cells(costed.keys())?;
        needed?;
        let mut ledger = Ledger::default();
        for key in away {
            if let Some(known) = self.view.cost_away(key.clone())? {
                ledger.away.insert(key, CostAway::clone(&known));
            }
        }
        for (key, sku) in costed {
            self.open_book(&mut ledger, key, sku)?;
        }
        for (key, lot, units) in events.iter().flat_map(|event| self.lot_units(event)) {
            ledger.lots.entry(key).or_default().push_back((lot, units));
        }
        Ok(ledger)
    }

    /// The physical units of lots that an event moves.
    fn lot_units(&self, event: &Event) -> Vec<(CellKey, LotId, i64)> {
        let Event::Lot(record) = event else { return vec![] };
        let moved = |lot: &LotId, units| (self.cell_key(&record.sku, &record.node), lot.clone(), units);
        match &record.event {
            LotEvent::Received(event) => vec![moved(&event.lot.lot, event.quantity.signed())],
            LotEvent::Adjusted(event) => vec![moved(&event.lot, event.delta)],
            LotEvent::Shipped(event) => {
                let picks = event.picks.iter();
                picks.map(|pick| moved(&pick.lot, pick.quantity.signed().saturating_neg())).collect()
            }
            _ => vec![],
        }
    }

    /// Takes the book of a cell into the ledger: begun with what lies there when there is none, changed to the method
    /// that the SKU's record names when it is kept by another.
    fn open_book(&mut self, ledger: &mut Ledger, key: &CellKey, sku: &Sku) -> Result<(), Halt> {
        let (Some(method), Some(currency)) = (sku.costing, sku.currency()) else { return Ok(()) };
        let Some(book) = self.view.cost_book(DocumentKey::costs(self.tenant, &key.sku, &key.node))? else {
            let opening = CostOpening {
                sku: key.sku.clone(),
                node: key.node.clone(),
                method,
                currency,
                units: self.view.cell(key)?.on_hand,
                unit_cost: sku.cost,
            };
            ledger.note(key, CostBook::open(&opening, self.at)?);
            return Ok(());
        };
        let changed = book.method != method;
        ledger.books.insert(key.clone(), book);
        if changed {
            let standard = sku.cost.map(|amount| CostRate { amount, units: 1 });
            ledger.tell(key, &CostCommand::ChangeMethod(method, standard), self.at)?;
        }
        Ok(())
    }

    /// What a movement of an event is for.
    fn purpose(
        &self,
        action: &Action,
        event: &Event,
        movement: &StockMovement,
        shipment: Option<&Text>,
    ) -> Purpose {
        let found = |reference: &Text| Purpose {
            issue: CostIssueKind::WrittenOff,
            entry: CostEntryKind::Found,
            reference: reference.clone(),
            cost: None,
            away: None,
        };
        let none = Text::default();
        let Event::Stock(record) = event else { return found(&none) };
        match &record.event {
            StockEvent::Received(event) => {
                let receipt = event.receipt.as_ref().and_then(|receipt| Text::new(receipt.as_str()).ok());
                let reference = receipt.filter(|_| event.reference.is_blank());
                let purchase = Purpose {
                    entry: CostEntryKind::Purchased,
                    ..found(reference.as_ref().unwrap_or(&event.reference))
                };
                self.receipt(action, event.condition, &movement.sku, purchase)
            }
            StockEvent::Adjusted(event) => found(&event.reason),
            StockEvent::Scrapped(event) => found(&event.reason),
            StockEvent::Shipped(_) => {
                let reference = shipment.unwrap_or(&none);
                let away = DocumentKey::cost_sold(self.tenant, reference.as_str(), &movement.sku);
                Purpose { issue: CostIssueKind::Sold, away: Some(away), ..found(reference) }
            }
            StockEvent::TransferShipped(event) => self.moved(&event.transfer, movement, found(&none)),
            StockEvent::TransferReceived(event) => self.moved(&event.transfer, movement, found(&none)),
            StockEvent::TransferLost(event) => self.moved(&event.transfer, movement, found(&none)),
            _ => found(&none),
        }
    }

    /// Units that go from node to node take their layers along; units that nobody sent were found.
    fn moved(&self, transfer: &TransferId, movement: &StockMovement, found: Purpose) -> Purpose {
        let reference = Text::new(transfer.as_str()).unwrap_or_default();
        if movement.kind == MovementKind::Receive {
            return Purpose { reference, ..found };
        }
        Purpose {
            issue: CostIssueKind::Transferred,
            entry: CostEntryKind::Transferred,
            reference,
            cost: None,
            away: Some(DocumentKey::cost_moved(self.tenant, transfer.as_str(), &movement.sku)),
        }
    }

    /// A receipt from a supplier, or of goods that come back from a customer.
    fn receipt(&self, action: &Action, condition: StockCondition, sku: &SkuId, purchase: Purpose) -> Purpose {
        let entry = if condition == StockCondition::ReturnedPending {
            CostEntryKind::Returned
        } else {
            CostEntryKind::Purchased
        };
        let Action::ReceiveStock(receive) = action else { return Purpose { entry, ..purchase } };
        let cost = stated_cost(receive);
        let Some(shipment) = &receive.returned_from else { return Purpose { entry, cost, ..purchase } };
        Purpose {
            entry: CostEntryKind::Returned,
            reference: Text::new(shipment.as_str()).unwrap_or_default(),
            cost,
            away: Some(DocumentKey::cost_sold(self.tenant, shipment.as_str(), sku)),
            ..purchase
        }
    }
}

/// The kit that an event puts together or takes apart.
fn assembled(event: &Event) -> Option<Text> {
    let Event::Stock(record) = event else { return None };
    let kit = match &record.event {
        StockEvent::KitAssembled(event) => &event.kit,
        StockEvent::KitDisassembled(event) => &event.kit,
        _ => return None,
    };
    Text::new(kit.as_str()).ok()
}

/// The movements of an event that change what is physically there, and those of units that were lost on their way.
fn physical(event: &Event) -> Vec<StockMovement> {
    let Event::Stock(record) = event else { return vec![] };
    let mut movements = record.event.movements();
    let lost = matches!(record.event, StockEvent::TransferLost(_));
    movements.retain(|movement| movement.delta.on_hand != 0 || lost);
    movements
}

/// What a receipt says of cost and origin makes sense.
fn check_statement(action: &Action, uncosted: bool) -> Result<(), Halt> {
    let Action::ReceiveStock(receive) = action else { return Ok(()) };
    let mut problems = Problems::new();
    let fields = [
        ("/unitCost", receive.unit_cost.is_some()),
        ("/cost", receive.cost.is_some()),
        ("/returnedFrom", receive.returned_from.is_some()),
    ];
    for (field, _) in fields.into_iter().filter(|(_, stated)| uncosted && *stated) {
        let message = "the SKU has no costing method; give its record one, or leave this out";
        problems.add("cost.not_costed", field, message);
    }
    if receive.unit_cost.is_some() && receive.cost.is_some() {
        problems.add("cost.stated_twice", "/unitCost", "name the cost of one unit or of all, not both");
    }
    if receive.returned_from.is_some() && stated_cost(receive).is_some() {
        problems.add(
            "cost.stated_twice",
            "/returnedFrom",
            "what comes back costs what it left at; name no cost",
        );
    }
    if let Some(Err(error)) = receive.unit_cost.map(|cost| cost.times(receive.quantity)) {
        problems.add(error.code(), "/unitCost", error.to_string());
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems).into()) }
}

/// What all units of a receipt cost, where it says so.
fn stated_cost(receive: &ReceiveStock) -> Option<Money> {
    receive.cost.or_else(|| receive.unit_cost?.times(receive.quantity).ok())
}

/// A shipment with what its units cost, in the order in which they were shipped.
fn priced(mut event: Event, shipped: &mut Vec<Option<Money>>) -> Event {
    if let Event::Shipment(ShipmentRecord { event: ShipmentEvent::Created(created), .. }) = &mut event {
        for (units, cost) in created.shipment.units.iter_mut().zip(shipped.drain(..)) {
            if cost.is_some() {
                (units.cost, units.unit_cost) = (cost, None);
            }
        }
    }
    event
}
