//! Keeping lots beside cells: whatever a command does to units of a SKU that is kept by lot, it does to lots of it, in
//! the same commit. Every command passes here once it is decided; SKUs that are not kept by lot cost one look at their
//! record, which is loaded already.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::lot_touch::{
    How, Named, Touch, allocates, annotate, moved_otherwise, named, of_units, shipment_created, summed,
};
use super::{Decision, Desk};
use crate::carrier::{RateRequest, RateShipment, lane};
use crate::catalog::LotRule;
use crate::engine::Action;
use crate::engine::view::Halt;
use crate::error::Error;
use crate::lot::{LotBook, LotDemand, LotEvent, barred_units};
use crate::network::Lane;
use crate::order::Order;
use crate::stock::StockEvent;
use crate::store::{DocumentKey, Event, Explanation, LotRecord, LotsExplained};
use crate::value::{
    Instant, LotPick, NodeId, OrderId, Problems, Quantity, ShipmentId, SkuId, StockCondition,
};

/// The books as the events so far leave them.
type Books = BTreeMap<(SkuId, NodeId), LotBook>;

impl Desk<'_, '_> {
    /// Follows the events of stock of a decision with those of lots.
    pub(super) fn keep_lots(&mut self, decision: &mut Decision, action: &Action) -> Result<(), Halt> {
        let named = named(action);
        let mut touches = Vec::with_capacity(decision.events.len());
        for event in &decision.events {
            touches.push(match event {
                Event::Stock(record) => self.touches(&record.event, decision)?,
                _ => vec![],
            });
        }
        let skus: BTreeSet<&SkuId> = touches.iter().flatten().map(|touch| &touch.sku).collect();
        if skus.is_empty() {
            return Ok(());
        }
        let rules = self.lot_rules(&skus)?;
        if rules.is_empty() {
            return if matches!(named, Named::Nothing) { Ok(()) } else { Err(not_kept_by_lot()) };
        }
        let mut books =
            self.books(touches.iter().flatten().filter(|touch| rules.contains_key(&touch.sku)))?;
        let shipment = decision.events.iter().find_map(shipment_created);
        let mut events = Vec::with_capacity(decision.events.len());
        let mut picks: BTreeMap<SkuId, VecDeque<LotPick>> = BTreeMap::new();
        let mut by_lot = BTreeSet::new();
        for (event, touches) in std::mem::take(&mut decision.events).into_iter().zip(touches) {
            if let Event::Lot(record) = &event
                && let Some(book) = books.get_mut(&(record.sku.clone(), record.node.clone()))
            {
                book.evolve(&record.event);
            }
            events.push(event);
            for touch in touches {
                let key = (touch.sku.clone(), touch.node.clone());
                let (Some(rule), Some(book)) = (rules.get(&touch.sku), books.get_mut(&key)) else { continue };
                let followed = self.follow(book, rule, &touch, &named, shipment.as_ref(), decision)?;
                for event in followed {
                    book.evolve(&event);
                    match &event {
                        LotEvent::Allocated(event) => {
                            by_lot.insert(event.order.clone());
                        }
                        LotEvent::Shipped(event) => {
                            picks.entry(touch.sku.clone()).or_default().extend(event.picks.clone());
                        }
                        _ => {}
                    }
                    let (sku, node) = key.clone();
                    events.push(Event::Lot(LotRecord { sku, node, event }));
                }
            }
        }
        for event in &mut events {
            annotate(event, &by_lot, &mut picks);
        }
        decision.events = events;
        Ok(())
    }

    /// What happens to the lots of a book.
    fn follow(
        &mut self,
        book: &LotBook,
        rule: &LotRule,
        touch: &Touch,
        named: &Named<'_>,
        shipment: Option<&ShipmentId>,
        decision: &mut Decision,
    ) -> Result<Vec<LotEvent>, Halt> {
        let lot = || match named {
            Named::Lot(name) => Ok((&name.lot, name.owner.as_ref())),
            _ => Err(lot_required(&touch.sku)),
        };
        Ok(match &touch.how {
            How::Receive(condition) => match named {
                Named::Draft(draft) => {
                    vec![book.receive(draft, touch.quantity, *condition, rule, self.at)?]
                }
                _ => return Err(lot_required(&touch.sku)),
            },
            How::Adjust { delta, force } => {
                let (lot, owner) = lot()?;
                vec![book.adjust(lot, owner, StockCondition::Sellable, *delta, *force)?]
            }
            How::Scrap(from) => {
                let (lot, owner) = lot()?;
                vec![book.adjust(lot, owner, *from, touch.quantity.signed().saturating_neg(), false)?]
            }
            How::Regrade { from, to } => {
                let (lot, owner) = lot()?;
                let pick = LotPick { lot: lot.clone(), owner: owner.cloned(), quantity: touch.quantity };
                vec![book.regrade(&pick, *from, *to)?]
            }
            How::Allocate(order) => {
                let demand = self.lot_demand(rule, order, touch)?;
                let (picking, event) = book.allocate(order, &demand);
                let event = event?;
                let (sku, node, picking) = (touch.sku.clone(), touch.node.clone(), Arc::new(picking));
                decision.explanations.push(Explanation::Lots(LotsExplained { sku, node, picking }));
                vec![event]
            }
            How::Deallocate(order) => {
                let dropped = book.drop_serials(order, touch.quantity);
                let back = book.deallocate(order, touch.quantity, decision.recalled.as_ref())?;
                dropped.into_iter().chain([back]).collect()
            }
            How::Ship(order) => {
                let mut events = vec![book.ship(order, touch.quantity, self.at)?];
                let captured = !book.serials_of(order).is_empty();
                if let Some(shipment) = shipment.filter(|_| captured || rule.serialised) {
                    events.push(book.ship_serials(order, shipment, touch.quantity)?);
                }
                events
            }
            How::Other => return Err(cannot_name_lots(&touch.sku)),
        })
    }

    /// What an order asks of the lots at a node.
    fn lot_demand(&mut self, rule: &LotRule, order: &OrderId, touch: &Touch) -> Result<LotDemand, Halt> {
        let shared = self.view.need([DocumentKey::network(self.tenant), DocumentKey::carriers(self.tenant)]);
        let order = self.view.order(self.tenant, order)?;
        shared?;
        let network = self.view.network(self.tenant)?;
        let carriers = self.view.carriers(self.tenant)?;
        let node = network.nodes.get(&touch.node);
        let shipment = RateShipment::default();
        let lane = node.map(|from| {
            let (to, ready_at) = (&order.ship_to, self.at);
            let way = RateRequest { from, to, ready_at, shipment: &shipment, states: &[] };
            lane(&carriers, &way, order.currency)
        });
        let delivery_at = expected_delivery(&order, &lane.unwrap_or_default(), self.at);
        Ok(demand(rule, touch.quantity, self.at, Some((&order, delivery_at))))
    }

    /// How many units of a cell have to stay free: less than none where backorders are allowed, and where the SKU is
    /// kept by lot as many as may not be sold: expired, in quarantine, another owner's, or not lasting long enough for
    /// the order.
    pub(super) fn must_stay_free(
        &mut self,
        sku: &SkuId,
        node: &NodeId,
        order: Option<(&Order, Instant)>,
        class: u32,
    ) -> Result<i64, Halt> {
        let Some(record) = self.view.sku(self.tenant, sku)? else { return Ok(0) };
        let min_free = record.min_free(class);
        let Some(rule) = &record.lots else { return Ok(min_free) };
        let book = self.view.lots(self.tenant, sku, node)?;
        Ok(min_free.saturating_add(barred_units(&book, &demand(rule, Quantity::ZERO, self.at, order))))
    }

    /// Those of the SKUs that are kept by lot, their lots at all nodes loaded.
    pub(super) fn kept_by_lot<'s>(
        &mut self,
        skus: impl Iterator<Item = &'s SkuId>,
    ) -> Result<BTreeSet<&'s SkuId>, Halt> {
        let mut kept = BTreeSet::new();
        for sku in skus {
            if self.view.sku(self.tenant, sku)?.is_some_and(|sku| sku.lots.is_some()) {
                kept.insert(sku);
            }
        }
        if !kept.is_empty() {
            let network = self.view.network(self.tenant)?;
            let nodes = || network.nodes.keys();
            let keys =
                kept.iter().flat_map(|sku| nodes().map(|node| DocumentKey::lots(self.tenant, sku, node)));
            self.view.need(keys)?;
        }
        Ok(kept)
    }

    /// What an event of stock touches, one row per SKU and node. Units that only reservations hold are of no lot yet.
    fn touches(&mut self, event: &StockEvent, decision: &Decision) -> Result<Vec<Touch>, Halt> {
        let one = |sku: &SkuId, node: &NodeId, quantity: Quantity, how: How| {
            vec![Touch { sku: sku.clone(), node: node.clone(), quantity, how }]
        };
        Ok(match event {
            StockEvent::ReservationOpened(_)
            | StockEvent::ReservationExtended(_)
            | StockEvent::ReservationMoved(_)
            | StockEvent::ReservationAdopted(_)
            | StockEvent::ReservationReleased(_) => vec![],
            StockEvent::Received(event) => {
                one(&event.sku, &event.node, event.quantity, How::Receive(event.condition))
            }
            StockEvent::Adjusted(event) => {
                let how = How::Adjust { delta: event.delta, force: event.force };
                one(&event.sku, &event.node, Quantity::ZERO, how)
            }
            StockEvent::Regraded(event) => {
                let how = How::Regrade { from: event.from, to: event.to };
                one(&event.sku, &event.node, event.quantity, how)
            }
            StockEvent::Scrapped(event) => {
                one(&event.sku, &event.node, event.quantity, How::Scrap(event.from))
            }
            StockEvent::ReservationCommitted(event) => {
                let reservation = self.view.find_reservation(self.tenant, &event.reservation)?;
                let order = reservation.and_then(|reservation| reservation.order.clone());
                let how = order.map_or(How::Other, How::Allocate);
                let units = event.items.iter();
                summed(units.map(|item| (&item.sku, &item.node, item.quantity)), &how)
            }
            StockEvent::Allocated(event) => of_units(&event.units, &How::Allocate(event.order.clone())),
            StockEvent::Shipped(event) => of_units(&event.units, &How::Ship(event.order.clone())),
            StockEvent::Deallocated(event) => {
                // The records of the SKUs need not be looked at where the order never had units kept by lot.
                let known = self.view.find_order(self.tenant, &event.order)?;
                let fresh = decision.events.iter().any(|other| allocates(other, &event.order));
                if !fresh && !known.is_some_and(|order| order.by_lot) {
                    return Ok(vec![]);
                }
                of_units(&event.units, &How::Deallocate(event.order.clone()))
            }
            other => moved_otherwise(other),
        })
    }

    /// The rules of those SKUs that are kept by lot.
    fn lot_rules(&mut self, skus: &BTreeSet<&SkuId>) -> Result<BTreeMap<SkuId, LotRule>, Halt> {
        // All are looked at before the first that is missing stops it, so that they are loaded in one round.
        let records: Vec<_> = skus.iter().map(|sku| self.view.sku(self.tenant, sku)).collect();
        let mut rules = BTreeMap::new();
        for record in records {
            if let Some(record) = record?
                && let Some(rule) = &record.lots
            {
                rules.insert(record.id.clone(), rule.clone());
            }
        }
        Ok(rules)
    }

    /// The books, and the records of the serial numbers captured for orders that ship or give back.
    fn books<'t>(&mut self, touches: impl Iterator<Item = &'t Touch> + Clone) -> Result<Books, Halt> {
        let keys: BTreeSet<(&SkuId, &NodeId)> =
            touches.clone().map(|touch| (&touch.sku, &touch.node)).collect();
        self.view.need(keys.iter().map(|(sku, node)| DocumentKey::lots(self.tenant, sku, node)))?;
        let mut books = Books::new();
        for (sku, node) in keys {
            let book = self.view.lots(self.tenant, sku, node)?;
            books.insert((sku.clone(), node.clone()), LotBook::clone(&book));
        }
        let mut serials = Vec::new();
        for touch in touches {
            if let How::Ship(order) | How::Deallocate(order) = &touch.how
                && let Some(book) = books.get(&(touch.sku.clone(), touch.node.clone()))
            {
                let captured = book.serials_of(order).iter();
                serials.extend(captured.map(|serial| DocumentKey::serial(self.tenant, serial)));
            }
        }
        self.view.need(serials)?;
        Ok(books)
    }
}

/// When the buyer is expected to get what leaves now: when the slowest service of the lane brings it, or when it is
/// promised if that comes first. At once when nobody knows.
pub(super) fn expected_delivery(order: &Order, lane: &Lane, at: Instant) -> Instant {
    let days = lane.options.iter().map(|option| option.transit_days).max();
    let slowest = days.and_then(|days| at.checked_add_signed(chrono::TimeDelta::days(i64::from(days))));
    let expected = match (slowest, order.promise_by) {
        (Some(slowest), Some(promised)) => slowest.min(promised),
        (slowest, promised) => slowest.or(promised).unwrap_or(at),
    };
    expected.max(at)
}

fn demand(rule: &LotRule, quantity: Quantity, at: Instant, order: Option<(&Order, Instant)>) -> LotDemand {
    let demand = LotDemand::of(rule, quantity, at);
    let Some((order, delivery_at)) = order else { return demand };
    let (channel, customer) = (Some(&order.channel), order.customer.as_ref());
    let (min_days, min_percent) = rule.demand(channel, customer, Some(order.ship_to.country));
    LotDemand { delivery_at, min_days, min_percent, ..demand }
}

fn lot_required(sku: &SkuId) -> Halt {
    let mut problems = Problems::new();
    problems.add("lot.required", "/lot", format!("`{sku}` is kept by lot; name the lot"));
    Error::Input(problems).into()
}

fn cannot_name_lots(sku: &SkuId) -> Halt {
    let mut problems = Problems::new();
    let message = format!("`{sku}` is kept by lot, and this command cannot say which lots it moves");
    problems.add("lot.required", "", message);
    Error::Input(problems).into()
}

fn not_kept_by_lot() -> Halt {
    let mut problems = Problems::new();
    problems.add("lot.not_kept", "/lot", "the SKU is not kept by lot; leave the lot out");
    Error::Input(problems).into()
}
