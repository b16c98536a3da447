//! Everything wrong with an input.

use std::collections::BTreeSet;

use super::input::{BatchInput, BatchLine, BatchOrder};
use crate::value::Problems;

/// The most units of an order, grams of a unit, days from promise to arrival and minor units of any cost.
const MOST_UNITS: i64 = 1 << 16;
const MOST_GRAMS: i64 = 1 << 31;
const MOST_DAYS: i64 = 1_000_000;
const MOST_COST: i64 = 1 << 36;
/// What the worst plan of one order, and of all orders, may cost.
const MOST_ORDER: i128 = 1 << 38;
const MOST_ALL: i128 = 1 << 54;
/// The most units of stock or capacity, nodes, SKUs and destinations.
const MOST_STOCK: i64 = 1 << 40;
const MOST_OF_A_KIND: usize = 1 << 24;

/// Everything wrong with an input.
pub(super) fn check(input: &BatchInput) -> Problems {
    let mut check = Check { input, problems: Problems::new() };
    check.frame();
    check.nodes();
    check.stock();
    check.lanes();
    check.orders();
    if check.problems.is_empty() {
        check.sums();
    }
    check.problems
}

struct Check<'a> {
    input: &'a BatchInput,
    problems: Problems,
}

impl Check<'_> {
    fn range(&mut self, value: i64, least: i64, most: i64, at: impl FnOnce() -> String) {
        if !(least..=most).contains(&value) {
            let message = format!("name a number between {least} and {most}");
            self.problems.add("input.out_of_range", at(), message);
        }
    }

    fn known(&mut self, number: u32, count: usize, what: &str, at: impl FnOnce() -> String) {
        if number as usize >= count {
            let message = format!("there is no {what} {number}; the last one is number {}", count.max(1) - 1);
            self.problems.add(unknown(what), at(), message);
        }
    }

    fn frame(&mut self) {
        let input = self.input;
        self.range(input.weight_step, 1, MOST_GRAMS, || "/weightStep".into());
        self.range(input.split_cost, 0, MOST_COST, || "/splitCost".into());
        self.range(input.churn_cost, 0, MOST_COST, || "/churnCost".into());
        for (sku, weight) in input.sku_weights.iter().enumerate() {
            self.range(*weight, 0, MOST_GRAMS, || format!("/skuWeights/{sku}"));
        }
        let kinds = [(input.nodes.len(), "/nodes"), (input.sku_weights.len(), "/skuWeights")];
        for (count, at) in kinds {
            if count > MOST_OF_A_KIND {
                self.problems.add("input.out_of_range", at, format!("name at most {MOST_OF_A_KIND}"));
            }
        }
    }

    fn nodes(&mut self) {
        for (n, node) in self.input.nodes.iter().enumerate() {
            self.range(node.shipment_cost, 0, MOST_COST, || format!("/nodes/{n}/shipmentCost"));
            self.range(node.unit_cost, 0, MOST_COST, || format!("/nodes/{n}/unitCost"));
            let capacities =
                [("unitCapacity", node.unit_capacity), ("shipmentCapacity", node.shipment_capacity)];
            for (name, capacity) in capacities {
                self.range(capacity.unwrap_or(0), 0, MOST_STOCK, || format!("/nodes/{n}/{name}"));
            }
        }
    }

    fn stock(&mut self) {
        let (nodes, skus) = (self.input.nodes.len(), self.input.sku_weights.len());
        let mut seen = BTreeSet::new();
        for (s, stock) in self.input.stock.iter().enumerate() {
            self.known(stock.sku, skus, "SKU", || format!("/stock/{s}/sku"));
            self.known(stock.node, nodes, "node", || format!("/stock/{s}/node"));
            self.range(stock.units, 0, MOST_STOCK, || format!("/stock/{s}/units"));
            if !seen.insert((stock.sku, stock.node)) {
                let message = format!("SKU {} at node {} stands here twice", stock.sku, stock.node);
                self.problems.add("batch.duplicate_stock", format!("/stock/{s}"), message);
            }
        }
    }

    fn lanes(&mut self) {
        let mut seen = BTreeSet::new();
        for (l, lane) in self.input.lanes.iter().enumerate() {
            self.known(lane.node, self.input.nodes.len(), "node", || format!("/lanes/{l}/node"));
            self.range(i64::from(lane.destination), 0, 1 << 16, || format!("/lanes/{l}/destination"));
            if !seen.insert((lane.node, lane.destination)) {
                let message = format!("node {} to {} stands here twice", lane.node, lane.destination);
                self.problems.add("batch.duplicate_lane", format!("/lanes/{l}"), message);
            }
            for (s, service) in lane.services.iter().enumerate() {
                let at = |name: &str| format!("/lanes/{l}/services/{s}/{name}");
                self.range(service.base_cost, 0, MOST_COST, || at("baseCost"));
                self.range(service.step_cost, 0, MOST_COST, || at("stepCost"));
                self.range(service.max_weight.unwrap_or(1), 0, i64::MAX, || at("maxWeight"));
                self.range(service.arrival_day, -MOST_DAYS, MOST_DAYS, || at("arrivalDay"));
            }
        }
    }

    fn orders(&mut self) {
        for (o, order) in self.input.orders.iter().enumerate() {
            self.range(order.promise_day, -MOST_DAYS, MOST_DAYS, || format!("/orders/{o}/promiseDay"));
            self.range(order.late_cost, 0, MOST_COST, || format!("/orders/{o}/lateCost"));
            if order.lines.is_empty() {
                self.problems.add("batch.empty_order", format!("/orders/{o}/lines"), "name a line at least");
            }
            let mut seen = BTreeSet::new();
            for (l, line) in order.lines.iter().enumerate() {
                if !seen.insert(line.sku) {
                    let message = format!("SKU {} stands in the order twice; join the lines", line.sku);
                    self.problems.add("batch.duplicate_line", format!("/orders/{o}/lines/{l}/sku"), message);
                }
                self.line(line, &format!("/orders/{o}/lines/{l}"));
            }
            let units = order.lines.iter().fold(0_i64, |sum, line| sum.saturating_add(line.units));
            if units > MOST_UNITS {
                let message = format!("an order has at most {MOST_UNITS} units");
                self.problems.add("input.out_of_range", format!("/orders/{o}/lines"), message);
            }
        }
    }

    fn line(&mut self, line: &BatchLine, at: &str) {
        self.known(line.sku, self.input.sku_weights.len(), "SKU", || format!("{at}/sku"));
        self.range(line.units, 1, MOST_UNITS, || format!("{at}/units"));
        self.range(line.short_cost, 0, MOST_COST, || format!("{at}/shortCost"));
        let mut seen = BTreeSet::new();
        let mut units = 0_i64;
        for (p, planned) in line.planned.iter().enumerate() {
            self.known(planned.node, self.input.nodes.len(), "node", || format!("{at}/planned/{p}/node"));
            self.range(planned.units, 1, MOST_UNITS, || format!("{at}/planned/{p}/units"));
            units = units.saturating_add(planned.units);
            if !seen.insert(planned.node) {
                let message = format!("node {} stands here twice", planned.node);
                self.problems.add("batch.duplicate_planned", format!("{at}/planned/{p}"), message);
            }
        }
        if units > line.units {
            let message = "more units are planned than the line has";
            self.problems.add("input.out_of_range", format!("{at}/planned"), message);
        }
    }

    /// Costs must add up: the worst plan of each order and of all of them.
    fn sums(&mut self) {
        let worst = Worst::new(self.input);
        let mut all = 0_i128;
        for (o, order) in self.input.orders.iter().enumerate() {
            let cost = worst.order(self.input, order);
            all = all.saturating_add(cost);
            if cost > MOST_ORDER {
                let message = format!("the worst plan of the order costs more than {MOST_ORDER}");
                self.problems.add("batch.cost_overflow", format!("/orders/{o}"), message);
            }
        }
        if all > MOST_ALL {
            let message = format!("the worst plan costs more than {MOST_ALL}; plan fewer orders");
            self.problems.add("batch.cost_overflow", "/orders", message);
        }
    }
}

const fn unknown(what: &str) -> &'static str {
    if what.len() == 3 { "batch.unknown_sku" } else { "batch.unknown_node" }
}

/// The dearest of everything.
struct Worst {
    shipment: i128,
    unit: i128,
    base: i128,
    step: i128,
    arrival: i64,
}

impl Worst {
    fn new(input: &BatchInput) -> Self {
        let services = || input.lanes.iter().flat_map(|lane| &lane.services);
        let most = |costs: Option<i64>| i128::from(costs.unwrap_or(0));
        Self {
            shipment: most(input.nodes.iter().map(|node| node.shipment_cost).max()),
            unit: most(input.nodes.iter().map(|node| node.unit_cost).max()),
            base: most(services().map(|service| service.base_cost).max()),
            step: most(services().map(|service| service.step_cost).max()),
            arrival: services().map(|service| service.arrival_day).max().unwrap_or(0),
        }
    }

    fn order(&self, input: &BatchInput, order: &BatchOrder) -> i128 {
        let (mut units, mut grams, mut cost) = (0_i128, 0_i128, 0_i128);
        for line in &order.lines {
            let own = i128::from(line.units);
            units += own;
            grams += own * i128::from(input.sku_weights.get(line.sku as usize).copied().unwrap_or(0));
            cost += own * (i128::from(line.short_cost) + i128::from(input.churn_cost) + self.unit);
        }
        let shipments = units.min(i128::try_from(input.nodes.len()).unwrap_or(i128::MAX)).max(1);
        let late = i128::from(order.late_cost) * i128::from((self.arrival - order.promise_day).max(0));
        let steps = grams / i128::from(input.weight_step.max(1)) + shipments;
        cost + shipments * (self.shipment + self.base + late + i128::from(input.split_cost))
            + self.step * steps
    }
}
