//! Commands to dated supply: expected receipts, what arrives of them, and promises.

use std::sync::Arc;

use super::{Decided, Decision, Desk};
use crate::engine::view::Halt;
use crate::engine::{CancelReceipt, ExpectStock, PromiseStock, ReceiveStock, ReleasePromise};
use crate::error::Error;
use crate::promise::{PromiseError, PromiseFigures, PromiseQuestion, Timeline, broken_promises, promise};
use crate::stock::{
    CellDelta, IncomingChanged, Reservation, ReservedItem, StockCommand, StockCondition, StockError,
    StockEvent,
};
use crate::store::{
    BrokenPromisesExplained, DocumentKey, Event, Explanation, PromiseExplained, StockRecord, SupplyRecord,
};
use crate::supply::{PromiseEnd, SupplyBook, SupplyCommand, SupplyEvent, SupplyPromise, SupplyReceipt};
use crate::value::{NodeId, Quantity, ReceiptId, SkuId};

impl Desk<'_, '_> {
    pub(super) fn expect_stock(&mut self, expect: &ExpectStock) -> Decided {
        let command = SupplyCommand::Expect { receipt: expect.receipt.clone(), plan: expect.plan.clone() };
        let decision = self.change_supply(&expect.sku, &expect.node, &expect.receipt, &command)?;
        self.must_have_stock(&expect.sku)?;
        Ok(decision)
    }

    pub(super) fn cancel_receipt(&mut self, cancel: &CancelReceipt) -> Decided {
        let command =
            SupplyCommand::Cancel { receipt: cancel.receipt.clone(), reason: cancel.reason.clone() };
        self.change_supply(&cancel.sku, &cancel.node, &cancel.receipt, &command)
    }

    /// Units arrive that were expected: the cell takes them, the book strikes them off, and those that were promised
    /// from the receipt are held for whom they were promised to, before anybody else sees them.
    pub(super) fn receive_expected(&mut self, receive: &ReceiveStock, receipt: &ReceiptId) -> Decided {
        let (sku, node) = (&receive.sku, &receive.node);
        let before = self.supply_and_cell(sku, node)?;
        let command = SupplyCommand::Receive {
            receipt: receipt.clone(),
            quantity: receive.quantity,
            sellable: receive.condition == StockCondition::Sellable,
            last: receive.last,
        };
        let events = before.decide(&command, self.at)?;
        let open = before.receipts.get(receipt).map(SupplyReceipt::open).unwrap_or_default();
        let stock = StockCommand::Receive {
            quantity: receive.quantity,
            reference: receive.reference.clone(),
            condition: receive.condition,
            receipt: Some(receipt.clone()),
            expected: receive.quantity.min(open),
        };
        let mut decision = self.move_cell(sku, node, &stock)?;
        let held = self.arrived(&before, &events)?;
        let after = self.note(&mut decision, &before, events, receipt, receive.quantity.min(open))?;
        decision.events.extend(held.into_iter().map(|event| Event::Stock(StockRecord { event })));
        self.explain_broken(&mut decision, &after)?;
        Ok(decision)
    }

    pub(super) fn promise_stock(&mut self, asked: &PromiseStock) -> Decided {
        let (sku, node) = (&asked.sku, &asked.node);
        let own = self.view.need([DocumentKey::reservation(self.tenant, &asked.promise)]);
        let book = self.supply_and_cell(sku, node)?;
        own?;
        let promised = SupplyPromise {
            id: asked.promise.clone(),
            order: asked.order.clone(),
            line: asked.line.clone(),
            quantity: asked.quantity,
            due: asked.due,
            receipt: asked.receipt.clone(),
            expires_at: asked.expires_at,
            arrivals: 0,
        };
        let events = book.decide(&SupplyCommand::Promise { promise: promised }, self.at)?;
        let made = events.iter().any(|event| matches!(event, SupplyEvent::PromiseMade(_)));
        let mut decision = Decision::default();
        if made {
            let held = book.promises.get(&asked.promise).is_some_and(|before| before.arrivals > 0);
            let known = self.view.find_reservation(self.tenant, &asked.promise)?;
            if known.is_some() && !held {
                return Err(StockError::ReservationReused { reservation: asked.promise.clone() }.into());
            }
            let answer = self.must_be_promiseable(&book, asked)?;
            decision.explanations.push(answer);
        }
        decision.events.extend(events.into_iter().map(|event| record(&book, event)));
        Ok(decision)
    }

    pub(super) fn release_promise(&mut self, release: &ReleasePromise) -> Decided {
        let book = self.supply_and_cell(&release.sku, &release.node)?;
        let end = if release.kept { PromiseEnd::Kept } else { PromiseEnd::GivenUp };
        let command = SupplyCommand::End { promise: release.promise.clone(), end };
        let events = book.decide(&command, self.at)?;
        let events = events.into_iter().map(|event| record(&book, event)).collect();
        Ok(Decision { events, ..Decision::default() })
    }

    fn change_supply(
        &mut self,
        sku: &SkuId,
        node: &NodeId,
        receipt: &ReceiptId,
        command: &SupplyCommand,
    ) -> Decided {
        let before = self.supply_and_cell(sku, node)?;
        let events = before.decide(command, self.at)?;
        let mut decision = Decision::default();
        let after = self.note(&mut decision, &before, events, receipt, Quantity::ZERO)?;
        self.explain_broken(&mut decision, &after)?;
        Ok(decision)
    }

    /// The book of a known SKU at a known node; its cell, policy and network are loaded with it.
    fn supply_and_cell(&mut self, sku: &SkuId, node: &NodeId) -> Result<Arc<SupplyBook>, Halt> {
        let cell = self.cell_key(sku, node);
        let known = self.must_know([("", sku, node)]);
        let seen = self.view.need_cells([&cell]);
        let policy = self.view.policy(self.tenant);
        let book = self.view.supply(self.tenant, sku, node);
        known?;
        seen?;
        policy?;
        book
    }

    /// Notes what happened to the book, and what that does to the units expected in its cell beyond those that arrived.
    /// Gives the book after it.
    fn note(
        &mut self,
        decision: &mut Decision,
        before: &SupplyBook,
        events: Vec<SupplyEvent>,
        receipt: &ReceiptId,
        arrived: Quantity,
    ) -> Result<SupplyBook, Halt> {
        let mut after = before.clone();
        events.iter().for_each(|event| after.apply(event));
        let change = after.incoming().saturating_sub(before.incoming());
        let delta = change.saturating_add(arrived.signed());
        decision.events.extend(events.into_iter().map(|event| record(before, event)));
        if delta != 0 {
            let (sku, node) = (before.sku.clone(), before.node.clone());
            let cell = self.view.cell(&self.cell_key(&sku, &node))?;
            if !cell.plus(CellDelta { incoming: change, ..CellDelta::NONE }).is_sound() {
                return Err(StockError::OutOfRange { sku, node }.into());
            }
            let event = IncomingChanged { sku, node, receipt: receipt.clone(), delta };
            let event = StockEvent::IncomingChanged(event);
            decision.events.push(Event::Stock(StockRecord { event }));
        }
        Ok(after)
    }

    /// The holds of the units that arrived for promises.
    fn arrived(&mut self, before: &SupplyBook, events: &[SupplyEvent]) -> Result<Vec<StockEvent>, Halt> {
        let arrivals = events.iter().filter_map(|event| match event {
            SupplyEvent::PromiseArrived(arrived) => before.promises.get(&arrived.promise).zip(Some(arrived)),
            _ => None,
        });
        let arrivals: Vec<_> = arrivals.collect();
        let holds = arrivals.iter().map(|(_, arrived)| DocumentKey::reservation(self.tenant, &arrived.hold));
        self.view.need(holds)?;
        let mut opened = Vec::with_capacity(arrivals.len());
        for (promise, arrived) in arrivals {
            if self.view.find_reservation(self.tenant, &arrived.hold)?.is_some() {
                return Err(StockError::ReservationReused { reservation: arrived.hold.clone() }.into());
            }
            let item = ReservedItem {
                line: promise.line.clone(),
                sku: before.sku.clone(),
                node: before.node.clone(),
                quantity: arrived.quantity,
            };
            let (hold, order) = (arrived.hold.clone(), promise.order.clone());
            opened.push(Reservation::open(hold, order, vec![item], promise.expires_at, self.at)?);
        }
        Ok(opened)
    }

    /// The figures of a book: what is free in its cell, holds whose time has run out not counted; nothing where the
    /// node does not sell.
    fn figures(&mut self, book: &SupplyBook) -> Result<PromiseFigures, Halt> {
        let key = self.cell_key(&book.sku, &book.node);
        let cell = self.view.cell(&key)?;
        let held =
            self.view.expired(self.tenant, self.at, |item| item.sku == book.sku && item.node == book.node);
        let lapsed = held.iter().flat_map(|reservation| &reservation.items);
        let lapsed = lapsed.filter(|item| item.sku == book.sku && item.node == book.node);
        let lapsed = lapsed.fold(0_i64, |sum, item| sum.saturating_add(item.quantity.signed()));
        let terms = self.view.policy(self.tenant)?.promise;
        // Lots that have expired or are in quarantine are no supply.
        let barred = self.must_stay_free(&book.sku, &book.node, None, u32::MAX)?.max(0);
        let free = cell.free().saturating_add(lapsed).saturating_sub(barred);
        let figures = PromiseFigures::of(book, free, self.at, terms);
        let sells = self.view.network(self.tenant)?.nodes.get(&book.node).is_some_and(|node| node.active);
        if sells {
            return Ok(figures);
        }
        Ok(PromiseFigures { free: figures.free.min(0), receipts: Vec::new(), ..figures })
    }

    /// The promise breaks no other, or is refused with the first date that would do. Gives the reasons.
    fn must_be_promiseable(&mut self, book: &SupplyBook, asked: &PromiseStock) -> Result<Explanation, Halt> {
        let figures = self.figures(book)?;
        let timeline = Timeline::new(&figures, Some(&asked.promise))?;
        let (fits, promiseable, earliest) = match &asked.receipt {
            Some(receipt) => {
                let most = timeline.bindable(receipt, asked.due);
                (asked.quantity.signed() <= most, most, timeline.earliest_of(receipt, asked.quantity))
            }
            None => {
                let fits = timeline.is_feasible(asked.quantity, asked.due);
                (fits, timeline.promiseable(asked.due), timeline.earliest(asked.quantity))
            }
        };
        if !fits {
            let (wanted, due) = (asked.quantity, asked.due);
            return Err(PromiseError::TooSoon { wanted, due, promiseable, earliest }.into());
        }
        let question = PromiseQuestion {
            figures,
            quantity: asked.quantity,
            due: Some(asked.due),
            own: Some(asked.promise.clone()),
            sources: Vec::new(),
        };
        let answer = Arc::new(promise(&question)?);
        Ok(Explanation::Promise(PromiseExplained { answer }))
    }

    /// Lists the promises that cannot be kept any more, where anything changed, by what the decision leaves.
    fn explain_broken(&mut self, decision: &mut Decision, after: &SupplyBook) -> Result<(), Halt> {
        let mut figures = self.figures(after)?;
        if decision.events.is_empty() {
            return Ok(());
        }
        for event in &decision.events {
            let Event::Stock(record) = event else { continue };
            // Holds that have run out are counted as free already.
            if matches!(record.event, StockEvent::ReservationReleased(_)) {
                continue;
            }
            // All else that the decision moves lies in the book's own cell.
            for movement in record.event.movements() {
                figures.free = figures.free.saturating_add(movement.delta.free());
            }
        }
        let broken = broken_promises(&figures).map_err(Error::from)?;
        if !broken.is_empty() {
            let (sku, node) = (after.sku.clone(), after.node.clone());
            let explained = BrokenPromisesExplained { sku, node, broken };
            decision.explanations.push(Explanation::BrokenPromises(explained));
        }
        Ok(())
    }
}

fn record(book: &SupplyBook, event: SupplyEvent) -> Event {
    Event::Supply(SupplyRecord { sku: book.sku.clone(), node: book.node.clone(), event })
}
