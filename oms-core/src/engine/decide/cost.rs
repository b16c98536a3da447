//! What stock movements cost: the one place where every unit that comes or goes meets its cost book.
//!
//! It looks at the stock events that a command came to, whatever command it was, so the units of a book are those of
//! its cell by construction. SKUs without a costing method have no book; nothing is loaded or written for them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Decided, Decision, Desk};
use crate::catalog::{CostingMethod, Sku};
use crate::cost::{
    CostAway, CostBook, CostCommand, CostDraw, CostEntry, CostEntryKind, CostEvent, CostIssue, CostIssueKind,
    CostLanding, CostOpening, CostRate, LandedCostRequest, LandedLine, spread_landed_cost,
};
use crate::engine::view::Halt;
use crate::engine::{Action, AddLandedCost, CloseCostPeriod, ReceiveStock, SetStandardCost};
use crate::error::Error;
use crate::shipment::ShipmentEvent;
use crate::stock::{MovementKind, StockCondition, StockEvent, StockMovement};
use crate::store::{CellKey, CostRecord, DocumentKey, Event, ShipmentRecord};
use crate::value::{Instant, LineId, Money, NodeId, Problems, SkuId, Text};

/// The books that a command writes in, as its events so far leave them.
#[derive(Default)]
struct Ledger {
    books: BTreeMap<CellKey, Arc<CostBook>>,
    events: Vec<Event>,
}

/// What is known of a movement beyond the movement.
struct Circumstances<'c> {
    action: &'c Action,
    /// What names it: the receipt, the shipment, the reason.
    reference: Text,
    condition: StockCondition,
    at: Instant,
}

impl Ledger {
    /// Lets the book decide, and keeps what follows.
    fn tell(&mut self, key: &CellKey, command: &CostCommand, at: Instant) -> Result<Option<CostEvent>, Halt> {
        let Some(book) = self.books.get(key) else { return Ok(None) };
        let event = book.decide(command, at)?;
        self.note(key, event.clone());
        Ok(Some(event))
    }

    fn note(&mut self, key: &CellKey, event: CostEvent) {
        let book = self.books.remove(key).map(Arc::unwrap_or_clone);
        if let Some(book) = CostBook::evolve(book, &event) {
            self.books.insert(key.clone(), Arc::new(book));
        }
        let (sku, node) = (key.sku.clone(), key.node.clone());
        self.events.push(Event::Cost(CostRecord { sku, node, event }));
    }
}

impl Desk<'_, '_> {
    /// Adds to a decision what its movements do to the value of costed SKUs, and to its shipments what their units cost.
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
        let returned_from = stated(action, &costed)?;
        if costed.is_empty() {
            return Ok(decision);
        }
        let books = costed.keys().map(|key| DocumentKey::costs(self.tenant, &key.sku, &key.node));
        let noted = self.noted(&decision.events, &costed);
        let needed = self.view.need(books.chain(returned_from.clone()).chain(noted));
        self.view.need_cells(costed.keys())?;
        needed?;
        let mut ledger = Ledger::default();
        for (key, sku) in &costed {
            self.open_book(&mut ledger, key, sku)?;
        }
        let sale = match returned_from {
            Some(key) => self.view.cost_away(key)?,
            None => None,
        };
        let shipment = decision.events.iter().find_map(|event| match event {
            Event::Shipment(record) => Text::new(record.shipment.as_str()).ok(),
            _ => None,
        });
        let mut shipped: Vec<Option<Money>> = Vec::new();
        for event in decision.events {
            let movements = physical(&event);
            let about = self.circumstances(action, &event, shipment.as_ref());
            ledger.events.push(priced(event, &mut shipped));
            for movement in movements {
                let key = self.cell_key(&movement.sku, &movement.node);
                let cost = value(&mut ledger, &key, &movement, &about, sale.as_deref())?;
                if movement.kind == MovementKind::Ship {
                    shipped.push(cost);
                }
            }
        }
        Ok(Decision { events: ledger.events, ..decision })
    }

    /// Where receipts and sales of costed SKUs are noted.
    fn noted(&self, events: &[Event], costed: &BTreeMap<CellKey, Arc<Sku>>) -> Vec<DocumentKey> {
        let mut keys = Vec::new();
        let mut shipped = Vec::new();
        for event in events {
            match event {
                Event::Stock(record) => match &record.event {
                    StockEvent::Received(event) if !event.reference.is_blank() => {
                        keys.push(DocumentKey::cost_receipt(self.tenant, &event.reference));
                    }
                    StockEvent::Shipped(event) => shipped.extend(event.units.iter().map(|unit| &unit.sku)),
                    _ => {}
                },
                Event::Shipment(record) => {
                    let costed = |sku: &&SkuId| costed.keys().any(|key| key.sku == **sku);
                    let sale = |sku| DocumentKey::cost_sold(self.tenant, record.shipment.as_str(), sku);
                    keys.extend(shipped.drain(..).filter(costed).map(sale));
                }
                _ => {}
            }
        }
        keys
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

    fn circumstances<'c>(
        &self,
        action: &'c Action,
        event: &Event,
        shipment: Option<&Text>,
    ) -> Circumstances<'c> {
        let (reference, condition) = match event {
            Event::Stock(record) => match &record.event {
                StockEvent::Received(event) => (event.reference.clone(), event.condition),
                StockEvent::Adjusted(event) => (event.reason.clone(), StockCondition::default()),
                StockEvent::Scrapped(event) => (event.reason.clone(), event.from),
                _ => (shipment.cloned().unwrap_or_default(), StockCondition::default()),
            },
            _ => (Text::default(), StockCondition::default()),
        };
        Circumstances { action, reference, condition, at: self.at }
    }

    /// Spreads a late bill over what the receipt brought.
    pub(super) fn add_landed_cost(&mut self, add: &AddLandedCost) -> Decided {
        let unknown = || Error::UnknownCostReceipt { receipt: add.receipt.clone() };
        let receipt = self.view.cost_receipt(DocumentKey::cost_receipt(self.tenant, &add.receipt))?;
        let receipt = receipt.ok_or_else(unknown)?;
        let lines = receipt.lines.iter();
        let books: Vec<DocumentKey> =
            lines.map(|line| DocumentKey::costs(self.tenant, &line.sku, &line.node)).collect();
        let skus = receipt.lines.iter().map(|line| DocumentKey::sku(self.tenant, &line.sku));
        self.view.need(skus.chain(books.iter().cloned()))?;
        let mut problems = Problems::new();
        if add.charges.is_empty() {
            problems.add("input.empty", "/charges", "name at least one charge");
        }
        if receipt.incomplete {
            let message =
                "the receipt brought more lines than are noted; give large deliveries several names";
            problems.add("cost.receipt_too_large", "/receipt", message);
        }
        if !problems.is_empty() {
            return Err(Error::Input(problems).into());
        }
        let mut lines = Vec::with_capacity(receipt.lines.len());
        for (at, line) in receipt.lines.iter().enumerate() {
            let sku = self.view.sku(self.tenant, &line.sku)?;
            // A number is always an id.
            let Ok(id) = LineId::new(at.to_string()) else { continue };
            lines.push(LandedLine {
                line: id,
                // A receipt of more units than a quantity holds is spread as if it had brought that many.
                quantity: line.units.try_into().unwrap_or(crate::value::Quantity::new(u32::MAX)),
                value: line.cost,
                weight: sku.as_ref().map(|sku| sku.weight),
                dimensions: sku.and_then(|sku| sku.dimensions),
            });
        }
        let spread = spread_landed_cost(&LandedCostRequest { lines, charges: add.charges.clone() })?;
        let mut ledger = Ledger::default();
        for ((line, part), book) in receipt.lines.iter().zip(spread.lines).zip(books) {
            let key = self.cell_key(&line.sku, &line.node);
            ledger.books.extend(self.view.cost_book(book)?.map(|book| (key.clone(), book)));
            let landing =
                CostLanding { receipt: add.receipt.clone(), received: line.units, amount: part.landed };
            ledger.tell(&key, &CostCommand::Land(landing), self.at)?;
        }
        Ok(Decision { events: ledger.events, ..Decision::default() })
    }

    pub(super) fn set_standard_cost(&mut self, set: &SetStandardCost) -> Decided {
        self.tell_book(&set.sku, &set.node, &CostCommand::SetStandard(set.standard))
    }

    pub(super) fn close_cost_period(&mut self, close: &CloseCostPeriod) -> Decided {
        self.tell_book(&close.sku, &close.node, &CostCommand::ClosePeriod)
    }

    fn tell_book(&mut self, sku: &SkuId, node: &NodeId, command: &CostCommand) -> Decided {
        let book = self.view.cost_book(DocumentKey::costs(self.tenant, sku, node))?;
        let unknown = || Error::UnknownCostBook { sku: sku.clone(), node: node.clone() };
        let event = book.ok_or_else(unknown)?.decide(command, self.at)?;
        let record = CostRecord { sku: sku.clone(), node: node.clone(), event };
        Ok(Decision { events: vec![Event::Cost(record)], ..Decision::default() })
    }
}

/// The movements of an event that change what is physically there.
fn physical(event: &Event) -> Vec<StockMovement> {
    let Event::Stock(record) = event else { return vec![] };
    let mut movements = record.event.movements();
    movements.retain(|movement| movement.delta.on_hand != 0);
    movements
}

/// What a receipt says of cost and origin makes sense; answers where to look for the sale that goods come back from.
fn stated(action: &Action, costed: &BTreeMap<CellKey, Arc<Sku>>) -> Result<Option<DocumentKey>, Halt> {
    let Action::ReceiveStock(receive) = action else { return Ok(None) };
    let mut problems = Problems::new();
    if costed.is_empty() {
        let fields = [
            ("/unitCost", receive.unit_cost.is_some()),
            ("/cost", receive.cost.is_some()),
            ("/returnedFrom", receive.returned_from.is_some()),
        ];
        for (field, _) in fields.into_iter().filter(|(_, stated)| *stated) {
            let message = "the SKU has no costing method; give its record one, or leave this out";
            problems.add("cost.not_costed", field, message);
        }
    }
    if receive.unit_cost.is_some() && receive.cost.is_some() {
        problems.add("cost.stated_twice", "/unitCost", "name the cost of one unit or of all, not both");
    }
    if let Some(Err(error)) = receive.unit_cost.map(|cost| cost.times(receive.quantity)) {
        problems.add(error.code(), "/unitCost", error.to_string());
    }
    if !problems.is_empty() {
        return Err(Error::Input(problems).into());
    }
    let shipment = receive.returned_from.as_ref();
    let tenant = costed.keys().next().map(|key| &key.tenant);
    Ok(tenant
        .zip(shipment)
        .map(|(tenant, shipment)| DocumentKey::cost_sold(tenant, shipment.as_str(), &receive.sku)))
}

/// What all units of a receipt cost, where it says so.
fn receipt_cost(receive: &ReceiveStock) -> Option<Money> {
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

/// Books one movement; answers what its units cost, where they are costed.
fn value(
    ledger: &mut Ledger,
    key: &CellKey,
    movement: &StockMovement,
    about: &Circumstances<'_>,
    sale: Option<&CostAway>,
) -> Result<Option<Money>, Halt> {
    if !ledger.books.contains_key(key) {
        return Ok(None);
    }
    let units = movement.delta.on_hand;
    if units < 0 {
        let kind = match movement.kind {
            MovementKind::Ship => CostIssueKind::Sold,
            _ => CostIssueKind::WrittenOff,
        };
        let reference = about.reference.clone();
        let issue = CostIssue { kind, units: units.saturating_neg(), lot: None, reference };
        let event = ledger.tell(key, &CostCommand::Issue(issue), about.at)?;
        return Ok(event.and_then(|event| match event {
            CostEvent::Issued(issued) => Some(issued.cost),
            _ => None,
        }));
    }
    let entry = entry(units, movement.kind, about);
    let origin = match (sale, entry.kind) {
        (Some(sale), CostEntryKind::Returned) => sale.next(units, &key.node),
        _ => vec![],
    };
    enter(ledger, key, entry, origin, about.at)?;
    Ok(None)
}

fn entry(units: i64, movement: MovementKind, about: &Circumstances<'_>) -> CostEntry {
    let receive = match about.action {
        Action::ReceiveStock(receive) => Some(receive),
        _ => None,
    };
    let shipment = receive.and_then(|receive| receive.returned_from.as_ref());
    let back = shipment.is_some() || about.condition == StockCondition::ReturnedPending;
    let kind = match movement {
        MovementKind::Receive if back => CostEntryKind::Returned,
        MovementKind::Receive => CostEntryKind::Purchased,
        _ => CostEntryKind::Found,
    };
    let shipment = shipment.and_then(|shipment| Text::new(shipment.as_str()).ok());
    CostEntry {
        kind,
        units,
        cost: receive.and_then(receipt_cost),
        origin: vec![],
        reference: shipment.unwrap_or_else(|| about.reference.clone()),
        lot: None,
    }
}

/// Units whose layers are known go back there; the rest come at the cost stated, or at the average.
fn enter(
    ledger: &mut Ledger,
    key: &CellKey,
    entry: CostEntry,
    origin: Vec<CostDraw>,
    at: Instant,
) -> Result<(), Halt> {
    let known = origin.iter().fold(0_i64, |sum, draw| sum.saturating_add(draw.units));
    let rest = entry.units.saturating_sub(known);
    if known > 0 {
        let entry = CostEntry { units: known, cost: None, origin, ..entry.clone() };
        ledger.tell(key, &CostCommand::Enter(entry), at)?;
    }
    if rest > 0 {
        ledger.tell(key, &CostCommand::Enter(CostEntry { units: rest, ..entry }), at)?;
    }
    Ok(())
}

/// A SKU that is costed stays so: its books go on. The method may change.
pub(super) fn check_costing(known: Option<&Sku>, new: &Sku, problems: &mut Problems) {
    let before: Option<CostingMethod> = known.and_then(|known| known.costing);
    if before.is_some() && new.costing.is_none() {
        let message = "the SKU is costed and its books go on; keep a method, or name another";
        problems.add("cost.cannot_stop", "/costing", message);
    }
}
