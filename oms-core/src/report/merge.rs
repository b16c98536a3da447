//! Merging facts that were folded apart.

use super::column::{Code, Recoding, Table, cell, set_cell};
use super::facts::{Facts, FieldColumns, LineRow, OrderRow, PartRow, PaymentRow, ShipmentRow, Vocabulary};

/// What the codes and rows of the other facts became.
struct Recodings {
    words: Vec<Recoding>,
    values: Recoding,
    currencies: Recoding,
    /// Orders that are taken over; none for those left out.
    orders: Recoding,
    lines: Recoding,
}

impl Recodings {
    fn word(&self, of: Vocabulary, code: Code) -> Code {
        self.words.get(of as usize).map_or(Code::NONE, |words| words.of(code))
    }
}

impl Facts {
    /// These facts and those of another shard.
    ///
    /// Every order, with its shipments, must have been folded into one of the two; where both have placed one, these
    /// facts win. Reports over the result depend neither on how orders were dealt out nor on the order of merging.
    /// `O(n)` in the other facts.
    ///
    /// ```
    /// use oms_core::report::Facts;
    /// assert_eq!(Facts::new().merge(Facts::new()).counts().orders, 0);
    /// ```
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let mut to = Recodings {
            words: self.words.iter_mut().zip(&other.words).map(|(mine, theirs)| mine.take(theirs)).collect(),
            values: self.values.take(&other.values),
            currencies: self.currencies.take(&other.currencies),
            orders: Recoding::default(),
            lines: Recoding::default(),
        };
        self.take_records(&other, &to);
        self.take_orders(&other, &mut to);
        self.take_lines(&other, &mut to);
        self.take_shipments(&other, &to);
        for row in other.payments.rows() {
            let payment = other.payments.row(row);
            let order = to.orders.of(payment.order);
            if !order.is_none() {
                let method = to.word(Vocabulary::Method, payment.method);
                self.payments.push(PaymentRow { order, method, ..payment });
            }
        }
        take_fields(&mut self.order_fields, &other.order_fields, &to.orders, &to.values);
        take_fields(&mut self.line_fields, &other.line_fields, &to.lines, &to.values);
        for (order, shipments) in other.early {
            self.early.entry(to.word(Vocabulary::Order, order)).or_default().extend(shipments);
        }
        self
    }

    fn take_records(&mut self, other: &Self, to: &Recodings) {
        for (sku, category) in other.sku_category.iter().enumerate() {
            let category = to.word(Vocabulary::Category, *category);
            if !category.is_none() {
                set_cell(&mut self.sku_category, to.word(Vocabulary::Sku, Code::new(sku)), category);
            }
        }
        for (node, region) in other.node_region.iter().enumerate() {
            let region = to.word(Vocabulary::Region, *region);
            if !region.is_none() {
                set_cell(&mut self.node_region, to.word(Vocabulary::Node, Code::new(node)), region);
            }
        }
    }

    fn take_orders(&mut self, other: &Self, to: &mut Recodings) {
        let known = self.words.get(Vocabulary::Order as usize).map_or(0, |words| words.entries().len());
        while self.orders.placed.len() < known {
            self.orders.push(OrderRow::default());
        }
        for row in other.orders.rows() {
            let theirs = other.orders.row(row);
            let mine = to.word(Vocabulary::Order, row);
            let taken = !theirs.placed.is_none() && cell(&self.orders.placed, mine).is_none();
            to.orders.0.push(if taken { mine } else { Code::NONE });
            if taken {
                let facts = OrderRow {
                    channel: to.word(Vocabulary::Channel, theirs.channel),
                    shop: to.word(Vocabulary::Shop, theirs.shop),
                    region: to.word(Vocabulary::Region, theirs.region),
                    country: to.word(Vocabulary::Country, theirs.country),
                    customer: to.word(Vocabulary::Customer, theirs.customer),
                    currency: to.currencies.of(theirs.currency),
                    first_line: Code::NONE,
                    first_shipment: to.word(Vocabulary::Shipment, theirs.first_shipment),
                    ..theirs
                };
                self.orders.set(mine, facts);
            }
        }
    }

    /// Lines with their parts. Those of one order stand together in the other facts, so they do here.
    fn take_lines(&mut self, other: &Self, to: &mut Recodings) {
        for row in other.lines.rows() {
            let theirs = other.lines.row(row);
            let order = to.orders.of(theirs.order);
            if order.is_none() {
                to.lines.0.push(Code::NONE);
                continue;
            }
            let line = self.lines.push(LineRow {
                order,
                line: to.word(Vocabulary::Line, theirs.line),
                sku: to.word(Vocabulary::Sku, theirs.sku),
                first_part: Code::NONE,
                ..theirs
            });
            to.lines.0.push(line);
            if cell(&self.orders.first_line, order).is_none() {
                set_cell(&mut self.orders.first_line, order, line);
            }
            for part in other.parts_of(row) {
                let theirs = other.parts.row(part);
                let node = to.word(Vocabulary::Node, theirs.node);
                let part = self.part(line, node);
                self.parts.set(part, PartRow { node, next: Code::NONE, ..theirs });
            }
        }
    }

    fn take_shipments(&mut self, other: &Self, to: &Recodings) {
        let known = self.words.get(Vocabulary::Shipment as usize).map_or(0, |words| words.entries().len());
        while self.shipments.order.len() < known {
            self.shipments.push(ShipmentRow::default());
            self.scans.push(Vec::new());
        }
        for row in other.shipments.rows() {
            let theirs = other.shipments.row(row);
            let mine = to.word(Vocabulary::Shipment, row);
            let order = to.orders.of(theirs.order);
            // A shipment without an order has been scanned before anything else of it was known.
            if order.is_none() && !theirs.order.is_none() {
                continue;
            }
            if !order.is_none() {
                let facts = ShipmentRow {
                    order,
                    next: to.word(Vocabulary::Shipment, theirs.next),
                    node: to.word(Vocabulary::Node, theirs.node),
                    carrier: to.word(Vocabulary::Carrier, theirs.carrier),
                    service: to.word(Vocabulary::Service, theirs.service),
                    currency: to.currencies.of(theirs.currency),
                    ..theirs
                };
                self.shipments.set(mine, facts);
            }
            if let (Some(mine), Some(theirs)) = (self.scans.get_mut(mine.at()), other.scans.get(row.at())) {
                mine.extend(theirs.iter().cloned());
            }
        }
    }
}

fn take_fields(mine: &mut FieldColumns, theirs: &FieldColumns, rows: &Recoding, values: &Recoding) {
    for (name, column) in theirs.names.entries().iter().zip(&theirs.columns) {
        for (row, value) in column.iter().enumerate() {
            let (row, value) = (rows.of(Code::new(row)), values.of(*value));
            if !row.is_none() && !value.is_none() {
                mine.set(name, row, value);
            }
        }
    }
}
