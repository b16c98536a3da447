//! Booking the work of orders: whatever a command sets aside at a node with limits takes its part of a day there in
//! the same commit, and what it gives back leaves the day again. Every command passes here once it is decided.

use std::sync::Arc;

use super::standing::{Moved, by_node};
use super::{Decision, Desk};
use crate::capacity::{CapacityError, CapacityEvent, CapacityMeasure, CapacityUse};
use crate::engine::Action;
use crate::engine::view::Halt;
use crate::network::Node;
use crate::order::{LineUnits, Order, OrderEvent};
use crate::stock::CellDelta;
use crate::store::{CapacityRecord, DocumentKey, Event};
use crate::value::{LineId, NodeId, OrderId, Quantity};

/// The bookings of the orders that a decision touches.
#[derive(Default)]
struct Ledger {
    uses: Vec<(Arc<Order>, CapacityUse)>,
    moved: Moved,
    events: Vec<Event>,
}

impl Desk<'_, '_> {
    /// Asks early for the bookings of the order that an action may give back, so that no round is lost.
    pub(super) fn foresee_bookings(&mut self, action: &Action) {
        let order: &OrderId = match action {
            Action::CancelOrder(cancel) => &cancel.order,
            Action::DeallocateOrder(deallocate) => &deallocate.order,
            Action::RejectUnits(reject) => &reject.order,
            Action::LapsePickup(lapse) => &lapse.order,
            Action::ReleaseOrder(release) => {
                // What is missing is noted; the decision that stops for it comes later.
                let _ = self.view.need([DocumentKey::network(self.tenant)]);
                &release.order
            }
            _ => return,
        };
        if let Ok(order) = self.view.order(self.tenant, order) {
            let _ = self.view.capacity_use(self.tenant, &order);
        }
    }

    /// Follows what a decision does to the units of orders with what that does to the days of nodes.
    pub(super) fn book_work(&mut self, decision: &mut Decision) -> Result<(), Halt> {
        let mut ledger = Ledger::default();
        let events: Vec<(OrderId, OrderEvent)> = decision.events.iter().filter_map(moving).collect();
        for (id, event) in events {
            match event {
                OrderEvent::UnitsAllocated(event) => {
                    self.book_units(&id, &event.units, &mut ledger, decision)?;
                }
                OrderEvent::UnitsReleased(event) => {
                    for node in by_node(&event.units).keys() {
                        let events = self.booked(&id, &mut ledger)?.confirm(node);
                        self.note_work(&id, events, &mut ledger);
                    }
                }
                OrderEvent::UnitsDeallocated(event) => {
                    for unit in &event.units {
                        let known = self.booked(&id, &mut ledger)?;
                        let events = known.free(&unit.node, &unit.line, unit.quantity);
                        self.note_work(&id, events, &mut ledger);
                    }
                }
                _ => {}
            }
        }
        for event in &mut decision.events {
            mark_booked(event, &ledger.events);
        }
        decision.events.append(&mut ledger.events);
        Ok(())
    }

    /// What the order has booked, as the events so far leave it.
    fn booked(&mut self, id: &OrderId, ledger: &mut Ledger) -> Result<CapacityUse, Halt> {
        if let Some((_, known)) = ledger.uses.iter().find(|(order, _)| order.id == *id) {
            return Ok(known.clone());
        }
        let order = self.view.order(self.tenant, id)?;
        let known = CapacityUse::clone(&*self.view.capacity_use(self.tenant, &order)?);
        ledger.uses.push((order, known.clone()));
        Ok(known)
    }

    fn book_units(
        &mut self,
        id: &OrderId,
        units: &[LineUnits],
        ledger: &mut Ledger,
        decision: &mut Decision,
    ) -> Result<(), Halt> {
        let network = self.view.network(self.tenant)?;
        let limited = |id: &NodeId| network.nodes.get(id).filter(|node| node.capacity.is_some());
        let nodes: Vec<_> =
            by_node(units).into_iter().filter_map(|(id, units)| Some((limited(&id)?, units))).collect();
        if nodes.is_empty() {
            return Ok(());
        }
        // Everything is asked for before the first thing missing stops it.
        let known = self.booked(id, ledger);
        let order = self.view.order(self.tenant, id)?;
        let standings = self.standings(&network, &order);
        let of_nodes =
            standings.into_iter().filter(|(id, _)| nodes.iter().any(|(node, _)| node.id == *id)).collect();
        let cells = self.capacity_keys(&network, &of_nodes);
        let skus = order.lines.iter().map(|line| DocumentKey::sku(self.tenant, &line.sku));
        let skus = self.view.need(skus);
        self.view.need_cells(&cells)?;
        skus?;
        known?;
        for (node, units) in nodes {
            let days = of_nodes.get(&node.id).map(|standing| standing.days.clone()).unwrap_or_default();
            self.book_at(&order, node, &days, &units, ledger, decision)?;
        }
        Ok(())
    }

    fn book_at(
        &mut self,
        order: &Order,
        node: &Node,
        days: &[chrono::NaiveDate],
        units: &[(LineId, Quantity)],
        ledger: &mut Ledger,
        decision: &mut Decision,
    ) -> Result<(), Halt> {
        let known = self.booked(&order.id, ledger)?;
        let Some(day) = self.day_with_room(order, &known, node, days, units, &ledger.moved)? else {
            let node = node.id.clone();
            return Err(match (days.first(), days.last()) {
                (Some(from), Some(until)) => {
                    CapacityError::Exceeded { node, from: *from, until: *until }.into()
                }
                _ => CapacityError::NeverOpen { node }.into(),
            });
        };
        for path in node.capacity.iter().flat_map(|capacity| &capacity.paths) {
            let lines = self.work(order, units, path)?;
            if lines.is_empty() {
                continue;
            }
            let event = self.booked(&order.id, ledger)?.hold(&node.id, day, &path.path, lines);
            for measure in CapacityMeasure::ALL {
                let limit = measure.limit(&path.on(day));
                if let (Some(limit), Some(key)) = (limit, self.capacity_key(&node.id, day, path, measure)) {
                    decision.guards.push((key, i64::from(limit).saturating_neg()));
                }
            }
            self.note_work(&order.id, vec![event], ledger);
        }
        Ok(())
    }

    fn note_work(&self, id: &OrderId, events: Vec<CapacityEvent>, ledger: &mut Ledger) {
        for event in events {
            for movement in event.movements() {
                let key = self.cell_key(&movement.name, &movement.node);
                let delta =
                    CellDelta { held: movement.held, allocated: movement.confirmed, ..CellDelta::NONE };
                let known = ledger.moved.entry(key).or_default();
                *known = known.plus(delta);
            }
            if let Some((_, known)) = ledger.uses.iter_mut().find(|(order, _)| order.id == *id) {
                *known = known.clone().evolve(&event);
            }
            ledger.events.push(Event::Capacity(CapacityRecord { order: id.clone(), event }));
        }
    }
}

/// The events of orders that set units aside, give them back or tell a warehouse of them.
fn moving(event: &Event) -> Option<(OrderId, OrderEvent)> {
    let Event::Order(record) = event else { return None };
    let moves = matches!(
        record.event,
        OrderEvent::UnitsAllocated(_) | OrderEvent::UnitsReleased(_) | OrderEvent::UnitsDeallocated(_)
    );
    moves.then(|| (record.order.clone(), record.event.clone()))
}

/// Units that work was booked for say so: the order then knows that it holds days of nodes.
fn mark_booked(event: &mut Event, booked: &[Event]) {
    let Event::Order(record) = event else { return };
    let is_held = |event: &Event| {
        matches!(event, Event::Capacity(CapacityRecord { order, event: CapacityEvent::Held(_) })
            if *order == record.order)
    };
    if let OrderEvent::UnitsAllocated(event) = &mut record.event {
        event.booked = booked.iter().any(is_held);
    }
}
