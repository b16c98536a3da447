//! Commands to lots and serial numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Decided, Decision, Desk, Draft};
use crate::engine::view::Halt;
use crate::engine::{CaptureSerials, ChangeLotOwner, QuarantineLot, RecallLot, ReleaseLot, ReturnSerials};
use crate::error::Error;
use crate::lot::{LotBook, LotDemand, LotEvent, LotRecall, LotSerialsReturned, SerialUnit, barred_units};
use crate::order::{LineUnits, OrderCommand, OrderEvent};
use crate::stock::{StockDeallocated, StockError, StockEvent, StockShortage};
use crate::store::{DocumentKey, Event, Explanation, LotRecalled, LotRecord};
use crate::value::{NodeId, OrderId, Problems, Quantity, SerialNumber, SkuId, Text};

impl Desk<'_, '_> {
    pub(super) fn quarantine_lot(&mut self, quarantine: &QuarantineLot) -> Decided {
        let books = self.books_of(&quarantine.sku, quarantine.node.as_ref())?;
        let events = books.iter().filter_map(|book| {
            Some(recorded(book, book.put_in_quarantine(&quarantine.lot, &quarantine.reason)?))
        });
        Ok(Decision { events: events.collect(), ..Decision::default() })
    }

    pub(super) fn release_lot(&mut self, release: &ReleaseLot) -> Decided {
        let books = self.books_of(&release.sku, release.node.as_ref())?;
        let released =
            |book: &Arc<LotBook>| Some(recorded(book, book.release(&release.lot, &release.reason)?));
        Ok(Decision { events: books.iter().filter_map(released).collect(), ..Decision::default() })
    }

    /// Units change hands where they lie. Where fewer of them may be sold afterwards, what is held stays covered.
    pub(super) fn change_lot_owner(&mut self, change: &ChangeLotOwner) -> Decided {
        let ChangeLotOwner { sku, node, lot, from, to, quantity, reason } = change;
        let book = self.book(sku, node)?;
        let key = self.cell_key(sku, node);
        self.view.need_cells(std::slice::from_ref(&key))?;
        let event = book.change_owner(lot, from.as_ref(), to.as_ref(), *quantity, reason)?;
        if let Some(rule) = self.view.sku(self.tenant, sku)?.as_ref().and_then(|record| record.lots.as_ref())
        {
            let mut after = LotBook::clone(&book);
            after.evolve(&event);
            let demand = LotDemand::of(rule, Quantity::ZERO, self.at);
            let before = barred_units(&book, &demand);
            let wanted = barred_units(&after, &demand).saturating_sub(before);
            let available = self.view.cell(&key)?.free().saturating_sub(before);
            if wanted > available.max(0) {
                let (sku, node) = (sku.clone(), Some(node.clone()));
                let short = StockShortage { sku, node, wanted, available };
                return Err(StockError::Insufficient(vec![short]).into());
            }
        }
        Ok(Decision { events: vec![recorded(&book, event)], ..Decision::default() })
    }

    /// Nothing of the lot may leave any more; what orders have of it they give back, in one commit.
    pub(super) fn recall_lot(&mut self, recall: &RecallLot) -> Decided {
        let books = self.books_of(&recall.sku, None)?;
        let mut decision = Decision { recalled: Some(recall.lot.clone()), ..Decision::default() };
        let mut nodes = Vec::new();
        let mut owed: BTreeMap<OrderId, Vec<(NodeId, Quantity)>> = BTreeMap::new();
        for book in &books {
            let event = book.put_in_quarantine(&recall.lot, &recall.reason);
            decision.events.extend(event.map(|event| recorded(book, event)));
            let found: LotRecall = book.recall(&recall.lot);
            for part in &found.orders {
                let nodes = owed.entry(part.order.clone()).or_default();
                nodes.push((book.node.clone(), part.quantity));
            }
            if found.on_hand > 0 || !found.orders.is_empty() {
                nodes.push(found);
            }
        }
        self.view.need(owed.keys().map(|order| DocumentKey::order(self.tenant, order)))?;
        for (order, parts) in &owed {
            decision.events.extend(self.take_back(order, &recall.sku, parts, &recall.reason)?);
        }
        let (sku, lot) = (recall.sku.clone(), recall.lot.clone());
        decision.explanations.push(Explanation::LotRecall(LotRecalled { sku, lot, nodes }));
        Ok(decision)
    }

    /// The events by which an order gives units of a SKU back: of its last lines first.
    fn take_back(
        &mut self,
        order: &OrderId,
        sku: &SkuId,
        parts: &[(NodeId, Quantity)],
        reason: &Text,
    ) -> Result<Vec<Event>, Halt> {
        let order = self.view.order(self.tenant, order)?;
        let mut draft = Draft::of(&order, self.at);
        let mut units = Vec::new();
        for (node, quantity) in parts {
            let mut left = quantity.units();
            let here: Vec<LineUnits> = order.allocated_units().filter(|unit| unit.node == *node).collect();
            for unit in here.iter().rev() {
                let of_one = LineUnits { quantity: Quantity::new(1), ..unit.clone() };
                // A line may need several units of the SKU for one of its own.
                let each = draft.sku_units(std::slice::from_ref(&of_one)).iter().fold(0_u32, |sum, part| {
                    if part.sku == *sku { sum.saturating_add(part.quantity.units()) } else { sum }
                });
                let lines = if each == 0 { 0 } else { left.div_ceil(each).min(unit.quantity.units()) };
                if lines > 0 {
                    left = left.saturating_sub(lines.saturating_mul(each));
                    units.push(LineUnits { quantity: Quantity::new(lines), ..unit.clone() });
                }
            }
        }
        let events = draft.order(&OrderCommand::Deallocate { units, reason: reason.clone() })?;
        for event in &events {
            if let OrderEvent::UnitsDeallocated(event) = event {
                let (order, units) = (draft.order.id.clone(), draft.sku_units(&event.units));
                draft.stock([StockEvent::Deallocated(StockDeallocated { order, units })]);
            }
        }
        Ok(draft.decision.events)
    }

    pub(super) fn capture_serials(&mut self, capture: &CaptureSerials) -> Decided {
        let units = self.serial_units(&capture.serials)?;
        let book = self.book(&capture.sku, &capture.node)?;
        self.view.order(self.tenant, &capture.order)?;
        for (serial, unit) in &units {
            SerialUnit::may_capture(unit.as_deref(), serial, &capture.sku, &capture.order)?;
        }
        let event = book.capture(&capture.order, &capture.serials)?;
        let events = event.into_iter().map(|event| recorded(&book, event));
        Ok(Decision { events: events.collect(), ..Decision::default() })
    }

    pub(super) fn return_serials(&mut self, returned: &ReturnSerials) -> Decided {
        let units = self.serial_units(&returned.serials)?;
        let book = self.book(&returned.sku, &returned.node)?;
        let order = self.view.order(self.tenant, &returned.order)?.id.clone();
        let mut serials = Vec::new();
        for (serial, unit) in units {
            if SerialUnit::may_return(unit.as_deref(), &serial, &returned.sku, &order)? {
                serials.push(serial);
            }
        }
        if serials.is_empty() {
            return Ok(Decision::default());
        }
        let event = LotEvent::SerialsReturned(LotSerialsReturned { order, serials });
        Ok(Decision { events: vec![recorded(&book, event)], ..Decision::default() })
    }

    /// The units with serial numbers, each once and by number; at least one.
    fn serial_units(
        &mut self,
        serials: &[SerialNumber],
    ) -> Result<BTreeMap<SerialNumber, Option<Arc<SerialUnit>>>, Halt> {
        if serials.is_empty() {
            let mut problems = Problems::new();
            problems.add("input.empty", "/serials", "name at least one serial number");
            return Err(Error::Input(problems).into());
        }
        self.view.need(serials.iter().map(|serial| DocumentKey::serial(self.tenant, serial)))?;
        let mut units = BTreeMap::new();
        for serial in serials {
            units.insert(serial.clone(), self.view.serial(self.tenant, serial)?);
        }
        Ok(units)
    }

    fn book(&mut self, sku: &SkuId, node: &NodeId) -> Result<Arc<LotBook>, Halt> {
        let books = self.books_of(sku, Some(node))?;
        Ok(books.into_iter().next().unwrap_or_else(|| Arc::new(LotBook::new(sku.clone(), node.clone()))))
    }

    /// The books of a SKU that is kept by lot, at one node or at all.
    fn books_of(&mut self, sku: &SkuId, node: Option<&NodeId>) -> Result<Vec<Arc<LotBook>>, Halt> {
        let known = self.must_know(node.map(|node| ("", sku, node)));
        self.view.need([DocumentKey::sku(self.tenant, sku), DocumentKey::network(self.tenant)])?;
        known?;
        if self.view.sku(self.tenant, sku)?.is_none_or(|sku| sku.lots.is_none()) {
            let mut problems = Problems::new();
            problems.add("lot.not_kept", "/sku", format!("`{sku}` is no SKU that is kept by lot"));
            return Err(Error::Input(problems).into());
        }
        let network = self.view.network(self.tenant)?;
        let nodes: BTreeSet<&NodeId> = match node {
            Some(node) => BTreeSet::from([node]),
            None => network.nodes.keys().collect(),
        };
        self.view.need(nodes.iter().map(|node| DocumentKey::lots(self.tenant, sku, node)))?;
        nodes.into_iter().map(|node| self.view.lots(self.tenant, sku, node)).collect()
    }

    /// A SKU changes between being kept by lot and not only while there is nothing of it.
    pub(super) fn must_have_no_units(&mut self, sku: &SkuId, problems: &mut Problems) -> Result<(), Halt> {
        let network = self.view.network(self.tenant)?;
        let cells: Vec<_> = network.nodes.keys().map(|node| self.cell_key(sku, node)).collect();
        self.view.need_cells(&cells)?;
        for key in &cells {
            let cell = self.view.cell(key)?;
            if cell.on_hand != 0 || cell.allocated != 0 {
                let message = format!("there are units at `{}`; take them out of stock first", key.node);
                problems.add("lot.units_in_stock", "/lots", message);
            }
        }
        Ok(())
    }
}

fn recorded(book: &LotBook, event: LotEvent) -> Event {
    Event::Lot(LotRecord { sku: book.sku.clone(), node: book.node.clone(), event })
}
