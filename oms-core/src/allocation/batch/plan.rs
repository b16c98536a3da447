//! The plan of a batch: what is shipped, what that costs, what no plan costs less than, and what scarce rows are worth.

use super::dense::{add, at};
use super::price::SHIFT;
use super::problem::BatchProblem;
use super::search::Take;

/// Units of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct BatchItem {
    /// The line's place in its order.
    pub line: u32,
    /// How many units; at least one.
    pub units: i64,
}

/// What one node ships of one order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct BatchShipment {
    /// The order.
    pub order: u32,
    /// The node.
    pub node: u32,
    /// The caller's number of the cheapest service that takes it; the first of equals.
    pub service: u32,
    /// The units, by line.
    pub items: Vec<BatchItem>,
}

/// What one more unit of a SKU at a node would save, as the prices see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchStockPrice {
    /// The SKU.
    pub sku: u32,
    /// The node.
    pub node: u32,
    /// In [`BatchPrices::PARTS`] of a minor unit.
    pub price: i64,
}

/// What one more unit or shipment of capacity would save, as the prices see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchNodePrice {
    /// Of a unit, in [`BatchPrices::PARTS`] of a minor unit.
    pub unit: i64,
    /// Of a shipment, in [`BatchPrices::PARTS`] of a minor unit.
    pub shipment: i64,
}

/// Shadow prices: those that prove the bound, and that a later batch or orders on arrival start from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchPrices {
    /// Stock that is worth more than nothing, by SKU and node.
    pub stock: Vec<BatchStockPrice>,
    /// Every node.
    pub nodes: Vec<BatchNodePrice>,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchStats {
    /// Work spent.
    pub work: u64,
    /// How often all orders were asked at prices.
    pub price_steps: u32,
    /// Rounds of prices and search.
    pub rounds: u32,
}

/// What a batch ships.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchPlan {
    /// The shipments, by order and node. What is not shipped is unfilled.
    pub shipments: Vec<BatchShipment>,
    /// What all of it costs, unfilled units included, in minor units.
    pub cost: i64,
    /// No plan costs less.
    pub lower_bound: i64,
    /// The prices that prove the bound.
    pub prices: BatchPrices,
    /// What was done.
    pub stats: BatchStats,
}

impl BatchPrices {
    /// Prices are whole numbers of these parts of a minor unit.
    pub const PARTS: i64 = 1 << SHIFT;

    pub(super) fn of(problem: &BatchProblem, rows: &[i64]) -> Self {
        let mut stock = Vec::new();
        for sku in 0..super::dense::index(problem.skus()) {
            let (first, cells) = problem.rows_of(sku);
            for (place, cell) in cells.iter().enumerate() {
                let price = at(rows, first + place);
                if price > 0 {
                    stock.push(BatchStockPrice { sku, node: cell.node, price });
                }
            }
        }
        let node = |node: u32| BatchNodePrice {
            unit: at(rows, problem.unit_row(node)),
            shipment: at(rows, problem.shipment_row(node)),
        };
        Self { stock, nodes: (0..super::dense::index(problem.nodes.len())).map(node).collect() }
    }

    /// The prices of a problem's rows; of a row without limit nothing, of one that these prices do not know nothing.
    pub(super) fn rows(&self, problem: &BatchProblem) -> Vec<i64> {
        let mut rows = vec![0; problem.rows()];
        let cap = |price: i64| price.clamp(0, super::price::MOST_PRICE);
        for known in &self.stock {
            let (first, cells) = problem.rows_of(known.sku);
            if let Ok(place) = cells.binary_search_by_key(&known.node, |cell| cell.node) {
                super::dense::put(&mut rows, first + place, cap(known.price));
            }
        }
        for (node, known) in self.nodes.iter().enumerate().take(problem.nodes.len()) {
            let node = super::dense::index(node);
            add(&mut rows, problem.unit_row(node), cap(known.unit));
            add(&mut rows, problem.shipment_row(node), cap(known.shipment));
        }
        for (price, limit) in rows.iter_mut().zip(&problem.limits) {
            if *limit >= super::problem::UNLIMITED {
                *price = 0;
            }
        }
        rows
    }
}

/// The shipments of an order, and what the order costs with them.
pub(super) fn ship(problem: &BatchProblem, order: usize, takes: &[Take]) -> (Vec<BatchShipment>, i64) {
    let what = at(&problem.orders, order);
    let lines = problem.lines_of(order);
    let mut shipments = Vec::new();
    let mut cost = 0;
    for group in takes.chunk_by(|a, b| a.node == b.node) {
        let Some(first) = group.first() else { continue };
        let node = at(&problem.nodes, first.node as usize);
        let units: i64 = group.iter().map(|take| take.units).sum();
        let grams: i64 = group.iter().map(|take| take.units * at(lines, take.line as usize).weight).sum();
        let steps = grams / problem.weight_step + i64::from(grams % problem.weight_step > 0);
        let services = problem.lane(first.node, what.destination).iter();
        let priced = services.filter(|service| grams <= service.max_weight).map(|service| {
            let late = what.late * (service.arrival - what.promise).max(0);
            (service.base + service.step * steps + late, service.id)
        });
        let (freight, service) = priced.min_by_key(|(freight, _)| *freight).unwrap_or_default();
        cost += node.shipment_cost + node.unit_cost * units + freight;
        let items = group.iter().map(|take| BatchItem { line: take.line, units: take.units }).collect();
        let order = super::dense::index(order);
        shipments.push(BatchShipment { order, node: first.node, service, items });
    }
    cost += problem.split * (i64::from(super::dense::index(shipments.len())) - 1).max(0);
    for (l, line) in lines.iter().enumerate() {
        let sent = takes.iter().filter(|take| take.line as usize == l).map(|take| take.units).sum::<i64>();
        cost += line.short * (line.units - sent);
        for (node, planned) in problem.planned_of(*line) {
            let own = |take: &&Take| take.node == *node && take.line as usize == l;
            let stays: i64 = takes.iter().filter(own).map(|take| take.units).sum();
            cost += problem.churn * (planned - stays).max(0);
        }
    }
    (shipments, cost)
}
