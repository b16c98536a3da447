//! Facts: what reports are made from, folded from records and events into columns.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::column::{Code, Dictionary, Moment, Table, Words, cell, columns, set_cell};
use crate::catalog::Sku;
use crate::network::Node;
use crate::order::{OrderEvent, PaymentTerms};
use crate::shipment::{Shipment, ShipmentEvent, TrackingStatus};
use crate::value::{Currency, FieldValue, Fields, Instant, OrderId, ParcelId, ShipmentId};

columns! {
    /// Orders. A row whose `placed` is none is only a name that something referred to.
    OrderColumns of OrderRow {
        channel: Code,
        shop: Code,
        region: Code,
        country: Code,
        customer: Code,
        currency: Code,
        /// The place in `OrderStatus::ALL`.
        status: u8,
        terms: PaymentTerms,
        placed: Moment,
        approved: Moment,
        completed: Moment,
        /// Since when it is paid in full.
        paid_in_full: Moment,
        /// When the first shipment left.
        shipped: Moment,
        /// When the last unit arrived; none while one has not.
        delivered: Moment,
        promised: Moment,
        first_line: Code,
        lines: u32,
        first_shipment: Code,
        shipments: u32,
        nodes: u32,
        holds: u32,
        /// Carriage as placed, and as charged: nothing once all units are cancelled.
        shipping: i64,
        shipping_charged: i64,
        due: i64,
        paid: i64,
        ordered: i64,
        cancelled: i64,
        shipped_units: i64,
        delivered_units: i64,
        ordered_value: i64,
        gross: i64,
        net: i64,
        tax: i64,
        net_shipped: i64,
        cost: i64,
        freight: i64,
        uncosted: i64,
        /// Whether a freight of it is in another currency.
        foreign: bool,
    }
}

columns! {
    /// Order lines; those of one order stand together.
    LineColumns of LineRow {
        order: Code,
        line: Code,
        sku: Code,
        first_part: Code,
        /// As on the order: the price of one unit, all that is taken off the line, its tax.
        unit_price: i64,
        discount: i64,
        line_tax: i64,
        ordered: u32,
        cancelled: u32,
        shipped: u32,
        delivered: u32,
        /// Price times units ordered.
        ordered_value: i64,
        /// Of units not cancelled: price times units, the same less discounts, tax.
        gross: i64,
        net: i64,
        tax: i64,
        /// Price less discounts of shipped units.
        net_shipped: i64,
        cost: i64,
        freight: i64,
        /// Units that left without a known cost.
        uncosted: u32,
    }
}

columns! {
    /// What a node has to do with a line.
    PartColumns of PartRow {
        node: Code,
        next: Code,
        allocated: u32,
        released: u32,
        shipped: u32,
        delivered: u32,
        cost: i64,
        freight: i64,
        uncosted: u32,
    }
}

columns! {
    /// Shipments.
    ShipmentColumns of ShipmentRow {
        order: Code,
        next: Code,
        node: Code,
        carrier: Code,
        service: Code,
        shipped: Moment,
        /// By the carrier's scans, or by the order where there are none.
        delivered: Moment,
        /// By the order.
        reported: Moment,
        freight: i64,
        /// Of the freight, none when that is not known.
        currency: Code,
        distance: u32,
        units: u32,
        created: bool,
    }
}

columns! {
    /// Payments and refunds.
    PaymentColumns of PaymentRow {
        order: Code,
        method: Code,
        /// Refunds are negative.
        amount: i64,
        instalments: Option<u16>,
        at: Moment,
    }
}

/// Custom fields as columns: a code of a value by row, for each name.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldColumns {
    pub(super) names: Words,
    pub(super) columns: Vec<Vec<Code>>,
}

impl FieldColumns {
    pub(super) fn set(&mut self, name: &str, row: Code, value: Code) {
        let name = self.names.code(name);
        if self.columns.len() <= name.at() {
            self.columns.resize(name.at() + 1, Vec::new());
        }
        if let Some(column) = self.columns.get_mut(name.at()) {
            set_cell(column, row, value);
        }
    }

    pub(super) fn column(&self, name: &str) -> Option<&[Code]> {
        let name = self.names.find(name)?;
        self.columns.get(name.at()).map(Vec::as_slice)
    }
}

/// The dictionaries of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    Order,
    Line,
    Channel,
    Shop,
    Region,
    Country,
    Customer,
    Sku,
    Category,
    Node,
    Carrier,
    Service,
    Shipment,
    Method,
}

pub(super) const VOCABULARIES: usize = 14;

/// The scans of one parcel.
#[derive(Clone, Debug)]
pub(super) struct Scans {
    pub(super) parcel: ParcelId,
    pub(super) events: Vec<(Instant, TrackingStatus, bool)>,
}

/// Facts about orders, lines, shipments and payments, folded from events.
///
/// Feed it the SKUs and nodes, and the events of each order and shipment in their own order; which record or which
/// aggregate comes first makes no difference. Texts are kept once and named by codes, amounts are whole minor units, so
/// a query is a few passes over integers. Instants are kept to the microsecond.
///
/// Facts merge: fold the events of each order, with its shipments, into one of several `Facts` (the SKU and node
/// records into all of them), then [`Facts::merge`] them, or merge the partial results of a query
/// ([`ReportFold`](super::ReportFold)). Reports come out the same, byte for byte, however the orders were dealt out.
///
/// ```
/// use oms_core::report::{Facts, ReportMeasure, ReportFigure, ReportOver, ReportQuery, report};
/// let query = ReportQuery::new(ReportOver::Orders).measure(ReportMeasure::figure(ReportFigure::Orders));
/// assert!(report(&Facts::new(), &query)?.rows.is_empty());
/// # Ok::<(), oms_core::report::ReportError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub(super) orders: OrderColumns,
    pub(super) lines: LineColumns,
    pub(super) parts: PartColumns,
    pub(super) shipments: ShipmentColumns,
    pub(super) payments: PaymentColumns,
    pub(super) order_fields: FieldColumns,
    pub(super) line_fields: FieldColumns,
    pub(super) values: Dictionary<FieldValue>,
    pub(super) currencies: Dictionary<Currency>,
    pub(super) sku_category: Vec<Code>,
    pub(super) node_region: Vec<Code>,
    pub(super) scans: Vec<Vec<Scans>>,
    pub(super) words: [Words; VOCABULARIES],
    /// Shipments that came before their order, by order.
    pub(super) early: BTreeMap<Code, Vec<Shipment>>,
}

impl Facts {
    /// No facts yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a SKU record: its category counts for all its lines, also for those known already.
    pub fn sku(&mut self, sku: &Sku) {
        let category = sku.category.as_ref();
        let category = self.maybe(Vocabulary::Category, category.map(AsRef::as_ref));
        let code = self.word(Vocabulary::Sku, sku.id.as_str());
        set_cell(&mut self.sku_category, code, category);
    }

    /// Takes a node record: its region counts for all its lines and shipments.
    pub fn node(&mut self, node: &Node) {
        let region = self.maybe(Vocabulary::Region, node.region.as_ref().map(AsRef::as_ref));
        let code = self.word(Vocabulary::Node, node.id.as_str());
        set_cell(&mut self.node_region, code, region);
    }

    /// Takes an event of an order, and when it was recorded. Events before the placement change nothing.
    pub fn order(&mut self, id: &OrderId, at: Instant, event: &OrderEvent) {
        let row = self.order_row(id.as_str());
        let placed = !cell(&self.orders.placed, row).is_none();
        match event {
            OrderEvent::Placed(placement) if !placed => {
                self.place(row, &placement.order);
                for shipment in self.early.remove(&row).unwrap_or_default() {
                    self.take_shipment(row, &shipment);
                }
            }
            event if placed => self.change_order(row, at, event),
            _ => return,
        }
        self.refresh(row, Moment::of(at));
    }

    /// Takes an event of a shipment. The carrier's own times count for when it left and arrived, so `at`, when the
    /// event was recorded, changes no figure.
    pub fn shipment(&mut self, id: &ShipmentId, at: Instant, event: &ShipmentEvent) {
        match event {
            ShipmentEvent::Created(created) => {
                let order = self.order_row(created.shipment.order.as_str());
                if cell(&self.orders.placed, order).is_none() {
                    self.early.entry(order).or_default().push(created.shipment.clone());
                } else {
                    self.take_shipment(order, &created.shipment);
                    self.refresh(order, Moment::of(at));
                }
            }
            ShipmentEvent::Tracked(tracked) => self.track(id, tracked, at),
            ShipmentEvent::Numbered(_) | ShipmentEvent::WrittenBack(_) => {}
        }
    }

    /// How many orders, lines, shipments and payments it holds.
    #[must_use]
    pub fn counts(&self) -> FactCounts {
        let placed = self.orders.placed.iter().filter(|placed| !placed.is_none()).count();
        FactCounts {
            orders: placed,
            lines: self.lines.order.len(),
            shipments: self.shipments.order.iter().filter(|order| !order.is_none()).count(),
            payments: self.payments.order.len(),
        }
    }

    pub(super) fn word(&mut self, of: Vocabulary, text: &str) -> Code {
        self.words.get_mut(of as usize).map_or(Code::NONE, |words| words.code(text))
    }

    pub(super) fn maybe(&mut self, of: Vocabulary, text: Option<&str>) -> Code {
        text.map_or(Code::NONE, |text| self.word(of, text))
    }

    pub(super) fn text(&self, of: Vocabulary, code: Code) -> Option<&Arc<str>> {
        self.words.get(of as usize)?.entry(code)
    }

    /// The row of an order, made when it is new; rows and codes of orders are the same numbers.
    pub(super) fn order_row(&mut self, id: &str) -> Code {
        let code = self.word(Vocabulary::Order, id);
        if code.at() >= self.orders.placed.len() {
            self.orders.push(OrderRow::default());
        }
        code
    }

    /// The row of a shipment, made when it is new; rows and codes of shipments are the same numbers.
    pub(super) fn shipment_row(&mut self, id: &str) -> Code {
        let code = self.word(Vocabulary::Shipment, id);
        if code.at() >= self.shipments.order.len() {
            self.shipments.push(ShipmentRow::default());
            self.scans.push(Vec::new());
        }
        code
    }

    /// Decimals are kept without trailing zeros, so that it makes no difference who wrote `1.0` or `1.00` first.
    pub(super) fn set_fields(&mut self, fields: &Fields, of_lines: bool, row: Code) {
        for (name, value) in fields {
            let value = match value {
                FieldValue::Decimal(number) => FieldValue::Decimal(number.normalize()),
                other => other.clone(),
            };
            let code = self.values.code_of(value);
            let columns = if of_lines { &mut self.line_fields } else { &mut self.order_fields };
            columns.set(name.as_str(), row, code);
        }
    }
}

/// How many facts there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactCounts {
    /// Orders placed.
    pub orders: usize,
    /// Their lines.
    pub lines: usize,
    /// Shipments of known orders.
    pub shipments: usize,
    /// Payments and refunds.
    pub payments: usize,
}
