//! From rows to the values of a dimension: first as integers, in one pass; as values only once per group.

use super::column::{Code, Moment, cell};
use super::facts::{Facts, Vocabulary};
use super::key::{Key, NOTHING, bucket, print};
use super::select::{Pick, Portion};
use super::{ReportAttribute as Attribute, ReportDate, ReportDimension, ReportOver};
use crate::order::OrderStatus;

/// Facts as seen by a query.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) facts: &'a Facts,
    pub(super) over: ReportOver,
}

fn key(code: Code) -> i64 {
    if code.is_none() { NOTHING } else { i64::from(code.raw()) }
}

impl<'a> View<'a> {
    /// The keys of a dimension, one for each pick.
    pub(super) fn keys(self, dimension: &ReportDimension, picks: &[Pick]) -> Vec<i64> {
        match dimension {
            ReportDimension::Attribute(of) => self.attribute_keys(of.attribute, picks),
            ReportDimension::Time(of) => {
                let (column, by_row) = self.moments(of.date);
                let at = |pick: &Pick| cell(column, if by_row { pick.row } else { pick.order });
                picks.iter().map(|pick| bucket(at(pick), of.grain, of.offset_minutes)).collect()
            }
            ReportDimension::OrderField(of) => {
                let column = self.facts.order_fields.column(of.field.as_str()).unwrap_or_default();
                picks.iter().map(|pick| key(cell(column, pick.order))).collect()
            }
            ReportDimension::LineField(of) => {
                let column = self.facts.line_fields.column(of.field.as_str()).unwrap_or_default();
                picks.iter().map(|pick| key(cell(column, pick.row))).collect()
            }
            ReportDimension::DistinctLineField(of) => {
                let column = self.facts.line_fields.column(of.field.as_str()).unwrap_or_default();
                self.distinct_per_order(column, picks)
            }
        }
    }

    fn attribute_keys(self, attribute: Attribute, picks: &[Pick]) -> Vec<i64> {
        let Facts { orders, lines, shipments, payments, sku_category, node_region, .. } = self.facts;
        let order_codes = |column: &[Code]| picks.iter().map(|pick| key(cell(column, pick.order))).collect();
        let row_codes = |column: &[Code]| picks.iter().map(|pick| key(cell(column, pick.row))).collect();
        let counts = |column: &[u32]| picks.iter().map(|pick| i64::from(cell(column, pick.order))).collect();
        match attribute {
            Attribute::Order => picks.iter().map(|pick| key(pick.order)).collect(),
            Attribute::OrderStatus => {
                picks.iter().map(|pick| i64::from(cell(&orders.status, pick.order))).collect()
            }
            Attribute::Channel => order_codes(&orders.channel),
            Attribute::Shop => order_codes(&orders.shop),
            Attribute::Region => order_codes(&orders.region),
            Attribute::Country => order_codes(&orders.country),
            Attribute::Customer => order_codes(&orders.customer),
            Attribute::Currency => picks.iter().map(|pick| key(self.currency(pick))).collect(),
            Attribute::HoldsOpened => counts(&orders.holds),
            Attribute::LinesPerOrder => counts(&orders.lines),
            Attribute::SkusPerOrder => self.distinct_per_order(&lines.sku, picks),
            Attribute::ShipmentsPerOrder => counts(&orders.shipments),
            Attribute::NodesPerOrder => counts(&orders.nodes),
            Attribute::Sku => row_codes(&lines.sku),
            Attribute::Category => {
                picks.iter().map(|pick| key(cell(sku_category, cell(&lines.sku, pick.row)))).collect()
            }
            Attribute::Node => picks.iter().map(|pick| key(self.node(pick))).collect(),
            Attribute::NodeRegion => {
                picks.iter().map(|pick| key(cell(node_region, self.node(pick)))).collect()
            }
            Attribute::Carrier => row_codes(&shipments.carrier),
            Attribute::Service => row_codes(&shipments.service),
            Attribute::PaymentMethod => row_codes(&payments.method),
            Attribute::PaymentKind => {
                picks.iter().map(|pick| i64::from(cell(&payments.amount, pick.row) < 0)).collect()
            }
            Attribute::Instalments => {
                (picks.iter().map(|pick| cell(&payments.instalments, pick.row).map_or(NOTHING, i64::from)))
                    .collect()
            }
        }
    }

    fn node(self, pick: &Pick) -> Code {
        match (self.over, pick.portion) {
            (ReportOver::Shipments, _) => cell(&self.facts.shipments.node, pick.row),
            (_, Portion::Part(part)) => cell(&self.facts.parts.node, part),
            _ => Code::NONE,
        }
    }

    pub(super) fn currency(self, pick: &Pick) -> Code {
        let of_order = cell(&self.facts.orders.currency, pick.order);
        if self.over != ReportOver::Shipments {
            return of_order;
        }
        let own = cell(&self.facts.shipments.currency, pick.row);
        if own.is_none() { of_order } else { own }
    }

    /// How many different values a column of lines has in the order of each pick. Picks of one order that stand
    /// together are counted once.
    fn distinct_per_order(self, column: &[Code], picks: &[Pick]) -> Vec<i64> {
        let mut last = (Code::NONE, NOTHING);
        let mut seen = Vec::new();
        let mut keys = Vec::with_capacity(picks.len());
        for pick in picks {
            if pick.order != last.0 {
                seen.clear();
                seen.extend(self.facts.lines_of(pick.order).map(|line| cell(column, line)));
                seen.retain(|code| !code.is_none());
                seen.sort_unstable();
                seen.dedup();
                last = (pick.order, i64::try_from(seen.len()).unwrap_or(i64::MAX));
            }
            keys.push(last.1);
        }
        keys
    }

    /// The column of an instant, and whether it stands by the pick's own row, not by its order.
    pub(super) fn moments(self, date: ReportDate) -> (&'a [Moment], bool) {
        let Facts { orders, shipments, payments, .. } = self.facts;
        match (date, self.over) {
            (ReportDate::Shipped, ReportOver::Shipments) => (&shipments.shipped, true),
            (ReportDate::Delivered, ReportOver::Shipments) => (&shipments.delivered, true),
            (ReportDate::Paid, ReportOver::Payments) => (&payments.at, true),
            (ReportDate::Placed, _) => (&orders.placed, false),
            (ReportDate::Approved, _) => (&orders.approved, false),
            (ReportDate::Paid, _) => (&orders.paid_in_full, false),
            (ReportDate::Shipped, _) => (&orders.shipped, false),
            (ReportDate::Delivered, _) => (&orders.delivered, false),
            (ReportDate::Promised, _) => (&orders.promised, false),
        }
    }

    /// The value of a key.
    pub(super) fn value(self, dimension: &ReportDimension, key: i64) -> Key {
        if key == NOTHING {
            return Key::Nothing;
        }
        let code = usize::try_from(key).map_or(Code::NONE, Code::new);
        match dimension {
            ReportDimension::Time(of) => print(key, of.grain),
            ReportDimension::OrderField(_) | ReportDimension::LineField(_) => {
                self.facts.values.entry(code).map_or(Key::Nothing, Key::field)
            }
            ReportDimension::DistinctLineField(_) => Key::Integer(key),
            ReportDimension::Attribute(of) => self.attribute_value(of.attribute, key, code),
        }
    }

    fn attribute_value(self, attribute: Attribute, key: i64, code: Code) -> Key {
        let vocabulary = match attribute {
            Attribute::OrderStatus => {
                return OrderStatus::ALL
                    .get(code.at())
                    .map_or(Key::Nothing, |status| Key::text(status.as_str()));
            }
            Attribute::Currency => {
                return self
                    .facts
                    .currencies
                    .entry(code)
                    .map_or(Key::Nothing, |currency| Key::text(currency.code()));
            }
            Attribute::PaymentKind => return Key::text(if key == 0 { "captured" } else { "refunded" }),
            Attribute::HoldsOpened
            | Attribute::LinesPerOrder
            | Attribute::SkusPerOrder
            | Attribute::ShipmentsPerOrder
            | Attribute::NodesPerOrder
            | Attribute::Instalments => return Key::Integer(key),
            Attribute::Order => Vocabulary::Order,
            Attribute::Channel => Vocabulary::Channel,
            Attribute::Shop => Vocabulary::Shop,
            Attribute::Region | Attribute::NodeRegion => Vocabulary::Region,
            Attribute::Country => Vocabulary::Country,
            Attribute::Customer => Vocabulary::Customer,
            Attribute::Sku => Vocabulary::Sku,
            Attribute::Category => Vocabulary::Category,
            Attribute::Node => Vocabulary::Node,
            Attribute::Carrier => Vocabulary::Carrier,
            Attribute::Service => Vocabulary::Service,
            Attribute::PaymentMethod => Vocabulary::Method,
        };
        self.facts.text(vocabulary, code).map_or(Key::Nothing, |text| Key::Text(text.clone()))
    }
}
