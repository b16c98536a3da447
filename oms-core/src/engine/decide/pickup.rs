//! Orders that their buyers collect, and nodes of suppliers, who are told what to send.

use std::sync::Arc;

use chrono::TimeDelta;

use super::order::give_back;
use super::{Decided, Decision, Desk, Draft};
use crate::engine::view::Halt;
use crate::engine::{CarrierPick, CollectOrder, LapsePickup, NamedCarrier, ReadyForPickup, ShipOrder};
use crate::error::Error;
use crate::order::{
    DropShipUnits, LineUnits, Order, OrderCollected, OrderCommand, OrderDropShipped, OrderError, OrderEvent,
    OrderPickupLapsed,
};
use crate::shipment::ParcelDraft;
use crate::store::{DocumentKey, Event, OrderRecord};
use crate::value::{CarrierId, LineQuantity, Money, ParcelId, Problems, Quantity, ServiceId, Text};

impl Desk<'_, '_> {
    pub(super) fn ready_for_pickup(&mut self, ready: &ReadyForPickup) -> Decided {
        let policy = self.view.need([DocumentKey::policy(self.tenant)]);
        let order = self.view.order(self.tenant, &ready.order)?;
        policy?;
        let hours = i64::from(self.view.policy(self.tenant)?.pickup.collect_hours);
        let by_policy = self.at.checked_add_signed(TimeDelta::hours(hours)).unwrap_or(self.at);
        let collect_by = ready.collect_by.unwrap_or(by_policy);
        if collect_by <= self.at {
            let mut problems = Problems::new();
            problems.add("input.out_of_range", "/collectBy", "the buyer needs time to come");
            return Err(Error::Input(problems).into());
        }
        let mut draft = Draft::of(&order, self.at);
        let events = draft.order.ready_for_pickup(self.at, collect_by)?;
        draft.noted(events);
        Ok(draft.decision)
    }

    pub(super) fn collect_order(&mut self, collect: &CollectOrder) -> Decided {
        let order = self.view.order(self.tenant, &collect.order)?;
        order.open_pickup()?;
        let Some((node, point)) = order.collected_at() else { return Err(OrderError::NotForPickup.into()) };
        let is_there = order.released_units().any(|unit| unit.node == *node);
        let mut draft = Draft::of(&order, self.at);
        if is_there {
            let words = (CarrierId::new("pickup"), ServiceId::new(point.as_str()), ParcelId::new("1"));
            let (Ok(carrier), Ok(service), Ok(id)) = words else {
                return Err(OrderError::NotForPickup.into());
            };
            let parcel = ParcelDraft { id, tracking_number: None, weight: None, lines: vec![] };
            let ship = ShipOrder {
                order: collect.order.clone(),
                shipment: collect.shipment.clone(),
                node: node.clone(),
                lines: vec![],
                carrier: CarrierPick::Named(NamedCarrier { carrier, service, freight: None }),
                parcels: vec![parcel],
            };
            let shipped = self.ship_order(&ship)?;
            let mut lines = Vec::new();
            for event in &shipped.events {
                let Event::Order(record) = event else { continue };
                draft.order.apply(&record.event, self.at);
                if let OrderEvent::UnitsShipped(event) = &record.event {
                    lines.extend(by_line(&event.units));
                }
            }
            draft.decision = shipped;
            draft.order(&OrderCommand::Deliver { shipment: collect.shipment.clone(), lines })?;
        }
        draft.noted(vec![OrderEvent::Collected(OrderCollected {})]);
        Ok(draft.decision)
    }

    pub(super) fn lapse_pickup(&mut self, lapse: &LapsePickup) -> Decided {
        let order = self.view.order(self.tenant, &lapse.order)?;
        let pickup = order.open_pickup()?;
        if self.at < pickup.collect_by {
            return Err(OrderError::PickupNotLapsed { collect_by: pickup.collect_by }.into());
        }
        let Some((node, _)) = order.collected_at() else { return Err(OrderError::NotForPickup.into()) };
        let units: Vec<LineUnits> = order.allocated_units().filter(|unit| unit.node == *node).collect();
        let mut draft = Draft::of(&order, self.at);
        let reason = Text::new("not collected").unwrap_or_default();
        let due = draft.order.due();
        if !units.is_empty() {
            let back = OrderCommand::Deallocate { units: units.clone(), reason: reason.clone() };
            let events = draft.order(&back)?;
            give_back(&mut draft, &events);
            draft.order(&OrderCommand::Cancel { lines: by_line(&units), reason })?;
        }
        let refund_due = match (due, draft.order.due(), draft.order.paid()) {
            // What was paid beyond what is still to be paid.
            (Ok(_), Ok(due), Ok(paid)) if paid > due => paid.checked_sub(due).ok(),
            _ => None,
        };
        let refund_due = refund_due.unwrap_or(Money::zero(order.currency));
        draft.noted(vec![OrderEvent::PickupLapsed(OrderPickupLapsed { units, refund_due })]);
        Ok(draft.decision)
    }

    /// What is released at a node of a supplier is bought there: the event tells the host to send the purchase order.
    pub(super) fn order_from_suppliers(&mut self, decision: &mut Decision) -> Result<(), Halt> {
        let mut orders = Vec::new();
        for event in &decision.events {
            let Event::Order(OrderRecord { order, event: OrderEvent::UnitsReleased(event) }) = event else {
                continue;
            };
            let network = self.view.network(self.tenant)?;
            for (node, units) in super::standing::by_node(&event.units) {
                let supplier = network.nodes.get(&node).and_then(|node| node.supplier.clone());
                let Some(supplier) = supplier else { continue };
                let known: Arc<Order> = self.view.order(self.tenant, order)?;
                let skus = known.lines.iter().map(|line| DocumentKey::sku(self.tenant, &line.sku));
                self.view.need(skus)?;
                let mut bought = Vec::with_capacity(units.len());
                for (line, quantity) in units {
                    let Some(sku) = known.line(&line).map(|line| line.sku.clone()) else { continue };
                    let unit_cost = self.view.sku(self.tenant, &sku)?.and_then(|sku| sku.cost);
                    bought.push(DropShipUnits { line, sku, quantity, unit_cost });
                }
                let event = OrderEvent::DropShipped(OrderDropShipped { node, supplier, units: bought });
                orders.push(Event::Order(OrderRecord { order: order.clone(), event }));
            }
        }
        decision.events.extend(orders);
        Ok(())
    }
}

impl Draft {
    /// Takes events that the order has decided on.
    fn noted(&mut self, events: Vec<OrderEvent>) {
        for event in events {
            self.order.apply(&event, self.at);
            let order = self.order.id.clone();
            self.decision.events.push(Event::Order(OrderRecord { order, event }));
        }
    }
}

fn by_line(units: &[LineUnits]) -> Vec<LineQuantity> {
    let mut lines: Vec<LineQuantity> = Vec::with_capacity(units.len());
    for unit in units {
        match lines.iter_mut().find(|known| known.line == unit.line) {
            Some(known) => {
                let sum = known.quantity.units().saturating_add(unit.quantity.units());
                known.quantity = Quantity::new(sum);
            }
            None => lines.push(LineQuantity { line: unit.line.clone(), quantity: unit.quantity }),
        }
    }
    lines
}
