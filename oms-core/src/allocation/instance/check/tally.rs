//! What a solution uses in all: units of lines, stock and capacity.

use std::collections::BTreeMap;

use super::{SolutionCheck, SolutionCost, SolutionRule, SolutionViolation};
use crate::allocation::instance::{Instance, InstanceShipment};

/// Whose stock is used: everybody's where orders share it, else an order's own view of it.
type Share = Option<u32>;

/// What has been counted so far.
pub(super) struct Tally<'i> {
    instance: &'i Instance,
    violations: Vec<SolutionViolation>,
    cost: SolutionCost,
    order_cents: Vec<i64>,
    shipments: Vec<u32>,
    /// Units shipped, by order and line.
    filled: Vec<Vec<i64>>,
    /// Units taken from each cell, and the shipment that took the last.
    taken: BTreeMap<(Share, u32, u32), (i64, usize)>,
    /// Units and shipments that each node sends.
    sent: BTreeMap<(Share, u32), (i64, i64, usize)>,
}

impl<'i> Tally<'i> {
    pub(super) fn new(instance: &'i Instance) -> Self {
        let orders = instance.orders();
        Self {
            instance,
            violations: Vec::new(),
            cost: SolutionCost::default(),
            order_cents: vec![0; orders.len()],
            shipments: vec![0; orders.len()],
            filled: orders.iter().map(|order| vec![0; instance.lines(order).len()]).collect(),
            taken: BTreeMap::new(),
            sent: BTreeMap::new(),
        }
    }

    pub(super) fn breach(&mut self, rule: SolutionRule, path: String, message: String) {
        self.violations.push(SolutionViolation::new(rule, path, message));
    }

    /// Counts a shipment that is sound by itself and costs so much.
    pub(super) fn count(&mut self, at: usize, shipment: &InstanceShipment, cost: SolutionCost) {
        let place = shipment.order as usize;
        let (Some(order), Some(filled)) = (self.instance.orders().get(place), self.filled.get_mut(place))
        else {
            return;
        };
        let share = (!self.instance.is_joint()).then_some(shipment.order);
        let sent = self.sent.entry((share, shipment.node)).or_default();
        for item in &shipment.items {
            let units = i64::from(item.quantity);
            let line = item.line as usize;
            let (Some(line), Some(filled)) = (self.instance.lines(order).get(line), filled.get_mut(line))
            else {
                continue;
            };
            *filled = filled.saturating_add(units);
            let taken = self.taken.entry((share, line.sku, shipment.node)).or_default();
            *taken = (taken.0.saturating_add(units), at);
            sent.0 = sent.0.saturating_add(units);
        }
        (sent.1, sent.2) = (sent.1.saturating_add(1), at);
        self.cost.fixed = self.cost.fixed.saturating_add(cost.fixed);
        self.cost.handling = self.cost.handling.saturating_add(cost.handling);
        self.cost.freight = self.cost.freight.saturating_add(cost.freight);
        self.cost.late = self.cost.late.saturating_add(cost.late);
        self.charge(place, cost.total());
        if let Some(shipments) = self.shipments.get_mut(place) {
            *shipments = shipments.saturating_add(1);
        }
    }

    fn charge(&mut self, order: usize, cents: i64) {
        if let Some(sum) = self.order_cents.get_mut(order) {
            *sum = sum.saturating_add(cents);
        }
    }

    pub(super) fn finish(mut self) -> SolutionCheck {
        self.check_stock();
        self.check_nodes();
        for place in 0..self.shipments.len() {
            self.check_order(place);
        }
        SolutionCheck {
            total_cents: self.cost.total(),
            violations: self.violations,
            cost: self.cost,
            order_cents: self.order_cents,
        }
    }

    fn check_stock(&mut self) {
        for ((_, sku, node), (taken, at)) in std::mem::take(&mut self.taken) {
            let stock = self.instance.stock_of(sku).iter().find(|cell| cell.node == node);
            let stock = stock.map_or(0, |cell| i64::from(cell.quantity));
            if taken > stock {
                let message = format!("node {node} sends {taken} units of SKU {sku} and has {stock}");
                self.breach(SolutionRule::Stock, format!("/shipments/{at}"), message);
            }
        }
    }

    fn check_nodes(&mut self) {
        for ((_, node), (units, shipments, at)) in std::mem::take(&mut self.sent) {
            let Some(limits) = self.instance.nodes().get(node as usize) else { continue };
            let over = |limit: i64, used: i64| limit >= 0 && used > limit;
            if over(limits.cap_units, units) {
                let message = format!("node {node} sends {units} units of {} at most", limits.cap_units);
                self.breach(SolutionRule::CapUnits, format!("/shipments/{at}"), message);
            }
            if over(limits.cap_shipments, shipments) {
                let message =
                    format!("node {node} sends {shipments} shipments of {} at most", limits.cap_shipments);
                self.breach(SolutionRule::CapShipments, format!("/shipments/{at}"), message);
            }
        }
    }

    fn check_order(&mut self, place: usize) {
        let instance = self.instance;
        let (Some(order), Some(filled)) =
            (instance.orders().get(place), self.filled.get_mut(place).map(std::mem::take))
        else {
            return;
        };
        let shipments = self.shipments.get(place).copied().unwrap_or(0);
        let path = || "/shipments".to_owned();
        let (mut missing, mut short_cents) = (0_i64, 0_i64);
        for (at, (line, filled)) in instance.lines(order).iter().zip(&filled).enumerate() {
            let ordered = i64::from(line.quantity);
            if *filled > ordered {
                let message =
                    format!("order {place} ordered {ordered} units of line {at} and is sent {filled}");
                self.breach(SolutionRule::Ordered, path(), message);
            }
            let short = ordered.saturating_sub(*filled).max(0);
            missing = missing.saturating_add(short);
            let each = instance.short_cents(line.sku).saturating_mul(order.prio);
            short_cents = short_cents.saturating_add(short.saturating_mul(each));
        }
        if order.complete && missing > 0 && shipments > 0 {
            let message = format!("order {place} ships all units or none; {missing} are missing");
            self.breach(SolutionRule::Complete, path(), message);
        }
        if shipments > order.max_shipments {
            let message =
                format!("order {place} has {shipments} shipments of {} at most", order.max_shipments);
            self.breach(SolutionRule::MaxShipments, path(), message);
        }
        let split = instance.split_cents().saturating_mul(i64::from(shipments.saturating_sub(1)));
        self.cost.split = self.cost.split.saturating_add(split);
        self.cost.short = self.cost.short.saturating_add(short_cents);
        self.charge(place, split.saturating_add(short_cents));
    }
}
