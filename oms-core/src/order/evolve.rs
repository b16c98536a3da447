//! Folding events into an order. No rule lives here, and nothing can fail: a journal once written always loads.

use super::{
    Hold, HoldReason, LineAllocation, LineDelivery, LineUnits, Order, OrderEvent, OrderLine, OrderPickup,
};
use crate::value::{Instant, LineId, LineQuantity, NodeId, Quantity, ShipmentId};

impl Order {
    /// The order after an event; `None` before it was placed.
    #[must_use]
    pub fn evolve(order: Option<Self>, event: &OrderEvent, at: Instant) -> Option<Self> {
        if let OrderEvent::Placed(placed) = event {
            return Some(Self::clone(&placed.order));
        }
        let mut order = order?;
        order.apply(event, at);
        Some(order)
    }

    /// Applies an event to an order that exists.
    pub fn apply(&mut self, event: &OrderEvent, at: Instant) {
        match event {
            OrderEvent::Placed(placed) => self.clone_from(&placed.order),
            OrderEvent::PaymentRecorded(event) => self.payments.push(event.payment.clone()),
            OrderEvent::Approved(_) => self.approved_at = Some(at),
            OrderEvent::HoldOpened(event) => self.holds.push(event.hold.clone()),
            OrderEvent::HoldReleased(event) => {
                let looked_at =
                    |hold: &Hold| hold.id == event.hold && hold.reason == HoldReason::RejectedTooOften;
                if self.holds.iter().any(looked_at) {
                    self.attempts = 0;
                }
                self.holds.retain(|hold| hold.id != event.hold);
            }
            OrderEvent::DropShipped(_) => {}
            OrderEvent::PickupReady(event) => self.pickup = Some(event.pickup),
            OrderEvent::Collected(_) => {
                self.pickup = self.pickup.map(|pickup| OrderPickup { collected_at: Some(at), ..pickup });
            }
            OrderEvent::PickupLapsed(_) => {
                self.pickup = self.pickup.map(|pickup| OrderPickup { lapsed_at: Some(at), ..pickup });
            }
            OrderEvent::Rejected(event) => {
                self.rejections.push(event.rejection.clone());
                self.attempts = self.attempts.saturating_add(1);
            }
            OrderEvent::Changed(event) => self.change(event),
            OrderEvent::UnitsCancelled(event) => {
                self.each_line(&event.lines, |line, units| line.cancelled = add(line.cancelled, units));
            }
            OrderEvent::Reserved(event) => self.reservation = Some(event.reservation.clone()),
            OrderEvent::ReservationEnded(event) => {
                self.reservation.take_if(|reservation| *reservation == event.reservation);
            }
            OrderEvent::UnitsAllocated(event) => {
                self.by_lot |= event.by_lot;
                self.booked |= event.booked;
                self.each_part(&event.units, |part, units| part.allocated = add(part.allocated, units));
            }
            OrderEvent::UnitsDeallocated(event) => self.each_part(&event.units, |part, units| {
                part.allocated = part.allocated.saturating_sub(units);
                part.released = part.released.min(part.allocated);
            }),
            OrderEvent::UnitsReleased(event) => {
                self.each_part(&event.units, |part, units| part.released = add(part.released, units));
            }
            OrderEvent::UnitsShipped(event) => self.each_part(&event.units, |part, units| {
                part.allocated = part.allocated.saturating_sub(units);
                part.released = part.released.saturating_sub(units);
                part.shipped = add(part.shipped, units);
            }),
            OrderEvent::UnitsDelivered(event) => {
                self.each_line(&event.lines, |line, units| line.deliver(&event.shipment, units));
            }
            OrderEvent::Completed(_) => self.completed_at = Some(at),
        }
    }

    fn change(&mut self, event: &super::OrderChanged) {
        let change = &event.change;
        if let Some(ship_to) = &change.ship_to {
            self.ship_to.clone_from(ship_to);
        }
        if change.promise_by.is_some() {
            self.promise_by = change.promise_by;
        }
        if let Some(remark) = &change.remark {
            self.remark.clone_from(remark);
        }
        self.each_line(&change.quantities, |line, units| line.ordered = units);
        self.fields.extend(change.fields.clone());
        self.approved_at = None;
    }

    fn line_mut(&mut self, id: &LineId) -> Option<&mut OrderLine> {
        self.lines.iter_mut().find(|line| line.id == *id)
    }

    fn each_line(&mut self, lines: &[LineQuantity], change: impl Fn(&mut OrderLine, Quantity)) {
        for named in lines {
            if let Some(line) = self.line_mut(&named.line) {
                change(line, named.quantity);
            }
        }
    }

    fn each_part(&mut self, units: &[LineUnits], change: impl Fn(&mut LineAllocation, Quantity)) {
        for named in units {
            if let Some(line) = self.line_mut(&named.line) {
                change(line.part_mut(&named.node), named.quantity);
                line.allocations.retain(|part| !(part.allocated.is_zero() && part.shipped.is_zero()));
            }
        }
    }
}

impl OrderLine {
    fn deliver(&mut self, shipment: &ShipmentId, units: Quantity) {
        self.delivered = add(self.delivered, units);
        match self.deliveries.iter_mut().find(|delivery| delivery.shipment == *shipment) {
            Some(delivery) => delivery.quantity = add(delivery.quantity, units),
            None => self.deliveries.push(LineDelivery { shipment: shipment.clone(), quantity: units }),
        }
    }

    /// The node's part, made when missing, kept sorted by node.
    fn part_mut(&mut self, node: &NodeId) -> &mut LineAllocation {
        let at = self.allocations.partition_point(|part| part.node < *node);
        if self.allocations.get(at).is_none_or(|part| part.node != *node) {
            let zero = Quantity::ZERO;
            let part = LineAllocation { node: node.clone(), allocated: zero, released: zero, shipped: zero };
            self.allocations.insert(at, part);
        }
        // INVARIANT: the part at this place was found or has just been inserted.
        #[expect(clippy::indexing_slicing, reason = "the place was filled on the line above")]
        &mut self.allocations[at]
    }
}

fn add(left: Quantity, right: Quantity) -> Quantity {
    Quantity::new(left.units().saturating_add(right.units()))
}
