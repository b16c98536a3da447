//! Folding an order's events into its row, its lines and their parts at nodes.

use super::column::{Code, Moment, Table, cell};
use super::facts::{Facts, LineRow, OrderRow, PartRow, PaymentRow, Vocabulary};
use crate::order::{LineUnits, Order, OrderChange, OrderEvent, OrderPayment, PaymentKind};
use crate::value::{Instant, LineId, LineQuantity, ShipmentId};

impl Facts {
    pub(super) fn place(&mut self, row: Code, order: &Order) {
        let facts = OrderRow {
            channel: self.word(Vocabulary::Channel, order.channel.as_str()),
            shop: self.maybe(Vocabulary::Shop, order.shop.as_ref().map(AsRef::as_ref)),
            region: self.maybe(Vocabulary::Region, order.ship_to.region.as_ref().map(AsRef::as_ref)),
            country: self.word(Vocabulary::Country, order.ship_to.country.as_str()),
            customer: self.maybe(Vocabulary::Customer, order.customer.as_ref().map(AsRef::as_ref)),
            currency: self.currencies.code_of(order.currency),
            terms: order.terms,
            placed: Moment::of(order.placed_at),
            approved: Moment::maybe(order.approved_at),
            completed: Moment::maybe(order.completed_at),
            promised: Moment::maybe(order.promise_by),
            first_line: Code::new(self.lines.order.len()),
            lines: u32::try_from(order.lines.len()).unwrap_or(u32::MAX),
            holds: u32::try_from(order.holds.len()).unwrap_or(u32::MAX),
            shipping: order.shipping.minor(),
            ..OrderRow::default()
        };
        self.orders.set(row, facts);
        self.set_fields(&order.fields, false, row);
        for line in &order.lines {
            let discount = line.discount.minor().saturating_add(line.order_discount.minor());
            let facts = LineRow {
                order: row,
                line: self.word(Vocabulary::Line, line.id.as_str()),
                sku: self.word(Vocabulary::Sku, line.sku.as_str()),
                unit_price: line.unit_price.minor(),
                discount,
                line_tax: line.tax.minor(),
                ordered: line.ordered.units(),
                cancelled: line.cancelled.units(),
                delivered: line.delivered.units(),
                ..LineRow::default()
            };
            let at = self.lines.push(facts);
            self.set_fields(&line.fields, true, at);
        }
        for payment in &order.payments {
            self.pay(row, payment);
        }
    }

    pub(super) fn change_order(&mut self, row: Code, at: Instant, event: &OrderEvent) {
        match event {
            OrderEvent::PaymentRecorded(event) => self.pay(row, &event.payment),
            OrderEvent::Approved(_) => self.update(row, |order| order.approved = Moment::of(at)),
            OrderEvent::Completed(_) => self.update(row, |order| order.completed = Moment::of(at)),
            OrderEvent::HoldOpened(_) => {
                self.update(row, |order| order.holds = order.holds.saturating_add(1));
            }
            OrderEvent::Changed(event) => self.change_placement(row, &event.change),
            OrderEvent::UnitsCancelled(event) => {
                self.each_line(row, &event.lines, |line, units| {
                    line.cancelled = line.cancelled.saturating_add(units);
                });
            }
            OrderEvent::UnitsAllocated(event) => {
                self.each_part(row, &event.units, |part, units| {
                    part.allocated = part.allocated.saturating_add(units);
                });
            }
            OrderEvent::UnitsDeallocated(event) => self.each_part(row, &event.units, |part, units| {
                part.allocated = part.allocated.saturating_sub(units);
                part.released = part.released.min(part.allocated);
            }),
            OrderEvent::UnitsReleased(event) => {
                self.each_part(row, &event.units, |part, units| {
                    part.released = part.released.saturating_add(units);
                });
            }
            OrderEvent::UnitsShipped(event) => {
                self.each_part(row, &event.units, |part, units| {
                    part.allocated = part.allocated.saturating_sub(units);
                    part.released = part.released.saturating_sub(units);
                    part.shipped = part.shipped.saturating_add(units);
                });
                self.left(row, &event.shipment, &event.units, at);
            }
            OrderEvent::UnitsDelivered(event) => self.arrived(row, &event.shipment, &event.lines, at),
            OrderEvent::Placed(_)
            | OrderEvent::HoldReleased(_)
            | OrderEvent::Reserved(_)
            | OrderEvent::ReservationEnded(_)
            | OrderEvent::Rejected(_)
            | OrderEvent::DropShipped(_)
            | OrderEvent::PickupReady(_)
            | OrderEvent::Collected(_)
            | OrderEvent::PickupLapsed(_) => {}
        }
    }

    fn update(&mut self, row: Code, change: impl FnOnce(&mut OrderRow)) {
        let mut order = self.orders.row(row);
        change(&mut order);
        self.orders.set(row, order);
    }

    fn change_placement(&mut self, row: Code, change: &OrderChange) {
        let mut order = self.orders.row(row);
        if let Some(ship_to) = &change.ship_to {
            order.region = self.maybe(Vocabulary::Region, ship_to.region.as_ref().map(AsRef::as_ref));
            order.country = self.word(Vocabulary::Country, ship_to.country.as_str());
        }
        if let Some(promise_by) = change.promise_by {
            order.promised = Moment::of(promise_by);
        }
        order.approved = Moment::NONE;
        self.orders.set(row, order);
        self.set_fields(&change.fields, false, row);
        self.each_line(row, &change.quantities, |line, units| line.ordered = units);
    }

    fn pay(&mut self, row: Code, payment: &OrderPayment) {
        let mut order = self.orders.row(row);
        let amount = match payment.kind {
            PaymentKind::Captured => payment.amount.minor(),
            PaymentKind::Refunded => payment.amount.minor().saturating_neg(),
        };
        order.paid = order.paid.saturating_add(amount);
        self.orders.set(row, order);
        let method = (!payment.method.is_blank()).then(|| payment.method.as_str());
        let facts = PaymentRow {
            order: row,
            method: self.maybe(Vocabulary::Method, method),
            amount,
            instalments: payment.instalments,
            at: Moment::of(payment.at),
        };
        self.payments.push(facts);
        self.settle(row, Moment::of(payment.at));
    }

    /// Units left with a shipment. Its own record says more, before or after.
    fn left(&mut self, row: Code, shipment: &ShipmentId, units: &[LineUnits], at: Instant) {
        let shipment = self.shipment_row(shipment.as_str());
        self.link_shipment(row, shipment);
        let mut facts = self.shipments.row(shipment);
        if facts.created {
            return;
        }
        if let Some(first) = units.first() {
            facts.node = self.word(Vocabulary::Node, first.node.as_str());
        }
        facts.shipped = facts.shipped.or(Moment::of(at));
        let more = units.iter().fold(0_u32, |sum, part| sum.saturating_add(part.quantity.units()));
        facts.units = facts.units.saturating_add(more);
        self.shipments.set(shipment, facts);
    }

    fn arrived(&mut self, row: Code, shipment: &ShipmentId, lines: &[LineQuantity], at: Instant) {
        self.each_line(row, lines, |line, units| line.delivered = line.delivered.saturating_add(units));
        let shipment = self.shipment_row(shipment.as_str());
        self.link_shipment(row, shipment);
        let mut facts = self.shipments.row(shipment);
        facts.reported = facts.reported.max(Moment::of(at));
        facts.delivered = self.scanned(shipment).or(facts.reported);
        let node = facts.node;
        self.shipments.set(shipment, facts);
        for named in lines {
            if let Some(part) = self.find_line(row, &named.line).and_then(|line| self.find_part(line, node)) {
                let mut facts = self.parts.row(part);
                facts.delivered = facts.delivered.saturating_add(named.quantity.units());
                self.parts.set(part, facts);
            }
        }
    }

    pub(super) fn find_line(&self, row: Code, id: &LineId) -> Option<Code> {
        let name = self.words.get(Vocabulary::Line as usize)?.find(id.as_str())?;
        self.lines_of(row).find(|line| cell(&self.lines.line, *line) == name)
    }

    pub(super) fn lines_of(&self, row: Code) -> impl Iterator<Item = Code> + use<> {
        let first = cell(&self.orders.first_line, row);
        let count = cell(&self.orders.lines, row) as usize;
        (first.at()..first.at().saturating_add(count)).map(Code::new)
    }

    /// The parts of a line, in the order in which their nodes were first named.
    pub(super) fn parts_of(&self, line: Code) -> impl Iterator<Item = Code> {
        let first = cell(&self.lines.first_part, line);
        std::iter::successors(Some(first), |part| Some(cell(&self.parts.next, *part)))
            .take_while(|part| !part.is_none())
    }

    fn find_part(&self, line: Code, node: Code) -> Option<Code> {
        self.parts_of(line).find(|part| cell(&self.parts.node, *part) == node)
    }

    /// The part of a line at a node, made at the end of the list when it is new.
    pub(super) fn part(&mut self, line: Code, node: Code) -> Code {
        if let Some(part) = self.find_part(line, node) {
            return part;
        }
        let last = self.parts_of(line).last();
        let part = self.parts.push(PartRow { node, ..PartRow::default() });
        let slot = match last {
            Some(last) => self.parts.next.get_mut(last.at()),
            None => self.lines.first_part.get_mut(line.at()),
        };
        if let Some(slot) = slot {
            *slot = part;
        }
        part
    }

    fn each_line(&mut self, row: Code, lines: &[LineQuantity], change: impl Fn(&mut LineRow, u32)) {
        for named in lines {
            if let Some(line) = self.find_line(row, &named.line) {
                let mut facts = self.lines.row(line);
                change(&mut facts, named.quantity.units());
                self.lines.set(line, facts);
            }
        }
    }

    fn each_part(&mut self, row: Code, units: &[LineUnits], change: impl Fn(&mut PartRow, u32)) {
        for named in units {
            if let Some(line) = self.find_line(row, &named.line) {
                let node = self.word(Vocabulary::Node, named.node.as_str());
                let part = self.part(line, node);
                let mut facts = self.parts.row(part);
                change(&mut facts, named.quantity.units());
                self.parts.set(part, facts);
            }
        }
    }
}
