//! What follows from an order's lines, parts, shipments and payments: its sums, its status, its instants.

use super::column::{Code, Moment, Table};
use super::facts::{Facts, LineRow, OrderRow};
use crate::order::{OrderStatus, PaymentTerms};
use crate::value::{Currency, Money};

/// The row of an order from the rows of its lines.
impl Facts {
    /// Brings everything up to date that follows from the lines, parts, shipments and payments of an order.
    pub(super) fn refresh(&mut self, row: Code, now: Moment) {
        let mut order = OrderRow { foreign: false, ..self.orders.row(row) }.without_sums();
        let mut nodes = Vec::new();
        let (mut allocated, mut released) = (0_i64, 0_i64);
        for line in self.lines_of(row) {
            let mut facts = self.lines.row(line);
            (facts.shipped, facts.cost, facts.freight, facts.uncosted) = (0, 0, 0, 0);
            for part in self.parts_of(line) {
                let part = self.parts.row(part);
                if part.allocated > 0 || part.shipped > 0 {
                    nodes.push(part.node);
                }
                allocated += i64::from(part.allocated);
                released += i64::from(part.released);
                facts.shipped = facts.shipped.saturating_add(part.shipped);
                facts.cost = facts.cost.saturating_add(part.cost);
                facts.freight = facts.freight.saturating_add(part.freight);
                facts.uncosted = facts.uncosted.saturating_add(part.uncosted);
            }
            facts.value();
            order.add(&facts);
            self.lines.set(line, facts);
        }
        nodes.sort_unstable();
        nodes.dedup();
        order.nodes = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
        let active = order.ordered - order.cancelled;
        order.shipping_charged = if active == 0 { 0 } else { order.shipping };
        order.due = order.net.saturating_add(order.tax).saturating_add(order.shipping_charged);
        self.count_shipments(&mut order);
        if active == 0 || order.delivered_units < active {
            order.delivered = Moment::NONE;
        }
        order.status = order.derive_status(allocated, released);
        self.orders.set(row, order);
        self.settle(row, now);
    }

    /// Shipments, when the first left, when the last arrived, and whether money of another currency is in them.
    fn count_shipments(&self, order: &mut OrderRow) {
        (order.shipments, order.shipped, order.delivered) = (0, Moment::NONE, Moment::NONE);
        let mut next = order.first_shipment;
        while !next.is_none() {
            let shipment = self.shipments.row(next);
            order.shipments = order.shipments.saturating_add(1);
            order.shipped = if order.shipped.is_none() {
                shipment.shipped
            } else {
                order.shipped.min(shipment.shipped.or(order.shipped))
            };
            order.delivered = order.delivered.max(shipment.delivered);
            order.foreign |= !shipment.currency.is_none() && shipment.currency != order.currency;
            next = shipment.next;
        }
    }

    /// Notes since when the order is paid in full, and forgets it when it is not any more.
    pub(super) fn settle(&mut self, row: Code, now: Moment) {
        let mut order = self.orders.row(row);
        let paid = order.paid > 0 && order.paid >= order.due;
        order.paid_in_full = if paid { order.paid_in_full.or(now) } else { Moment::NONE };
        self.orders.set(row, order);
    }
}

impl LineRow {
    /// The amounts that follow from price, discount, tax and units.
    fn value(&mut self) {
        let active = self.ordered.saturating_sub(self.cancelled);
        let times = |units: u32| self.unit_price.saturating_mul(i64::from(units));
        let goods = times(self.ordered).saturating_sub(self.discount);
        self.ordered_value = times(self.ordered);
        self.gross = times(active);
        self.net = part_of(goods, 0, active, self.ordered);
        // Together they are what the order says is due for the line, to the minor unit.
        self.tax =
            part_of(goods.saturating_add(self.line_tax), 0, active, self.ordered).saturating_sub(self.net);
        self.net_shipped = part_of(goods, 0, self.shipped, self.ordered);
    }
}

/// The part of an amount for some of its units; see [`Money::slice`]. The placement was checked not to overflow.
pub(super) fn part_of(amount: i64, from: u32, to: u32, of: u32) -> i64 {
    // Slicing is the same in every currency.
    Money::from_minor(amount, Currency::EUR).slice(from, to, of).map_or(0, Money::minor)
}

impl OrderRow {
    fn without_sums(mut self) -> Self {
        (self.ordered, self.cancelled, self.shipped_units, self.delivered_units) = (0, 0, 0, 0);
        (self.ordered_value, self.gross, self.net, self.tax) = (0, 0, 0, 0);
        (self.net_shipped, self.cost, self.freight, self.uncosted) = (0, 0, 0, 0);
        self
    }

    fn add(&mut self, line: &LineRow) {
        self.ordered += i64::from(line.ordered);
        self.cancelled += i64::from(line.cancelled);
        self.shipped_units += i64::from(line.shipped);
        self.delivered_units += i64::from(line.delivered);
        self.uncosted += i64::from(line.uncosted);
        for (sum, amount) in [
            (&mut self.ordered_value, line.ordered_value),
            (&mut self.gross, line.gross),
            (&mut self.net, line.net),
            (&mut self.tax, line.tax),
            (&mut self.net_shipped, line.net_shipped),
            (&mut self.cost, line.cost),
            (&mut self.freight, line.freight),
        ] {
            *sum = sum.saturating_add(amount);
        }
    }

    /// The table at [`OrderStatus`], as a place in [`OrderStatus::ALL`]; a law holds the two together.
    fn derive_status(&self, allocated: i64, released: i64) -> u8 {
        let active = self.ordered - self.cancelled;
        let settled = self.terms != PaymentTerms::Prepaid || self.paid >= self.due;
        let status = match () {
            () if active == 0 => OrderStatus::Cancelled,
            () if !self.completed.is_none() => OrderStatus::Completed,
            () if self.delivered_units == active => OrderStatus::Delivered,
            () if self.shipped_units == active => OrderStatus::Shipped,
            () if self.shipped_units > 0 => OrderStatus::PartShipped,
            () if allocated == active && released > 0 => OrderStatus::Released,
            () if allocated == active => OrderStatus::Allocated,
            () if allocated > 0 => OrderStatus::PartAllocated,
            () if !self.approved.is_none() => OrderStatus::Approved,
            () if settled => OrderStatus::AwaitingReview,
            () => OrderStatus::AwaitingPayment,
        };
        status as u8
    }
}
