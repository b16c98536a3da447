//! A batch that was checked, laid out for the solver.

use super::check::check;
use super::dense::{at, index, span};
use super::error::BatchError;
use super::input::{BatchInput, BatchOrder, BatchService};

/// A node without limit has this capacity.
pub(super) const UNLIMITED: i64 = 1 << 40;

/// Stock of a SKU at a node: a row that orders share.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stock {
    pub(super) node: u32,
    pub(super) units: i64,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Node {
    pub(super) shipment_cost: i64,
    pub(super) unit_cost: i64,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Service {
    pub(super) id: u32,
    pub(super) base: i64,
    pub(super) step: i64,
    pub(super) max_weight: i64,
    pub(super) arrival: i64,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    pub(super) sku: u32,
    pub(super) units: i64,
    pub(super) weight: i64,
    pub(super) short: i64,
    /// Its entries in [`BatchProblem::planned`].
    pub(super) planned: (u32, u32),
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Order {
    pub(super) destination: u32,
    pub(super) promise: i64,
    pub(super) late: i64,
    pub(super) complete: bool,
    pub(super) max_shipments: u32,
    pub(super) lines: (u32, u32),
}

/// Orders that share stock and capacity, checked and ready to be planned.
///
/// Everything that orders share is a *row*: the stock of a SKU at a node, the units a node can send, the shipments it
/// can send, numbered in this sequence.
#[derive(Clone, Debug)]
pub struct BatchProblem {
    pub(super) weight_step: i64,
    pub(super) split: i64,
    pub(super) churn: i64,
    pub(super) nodes: Vec<Node>,
    destinations: usize,
    lanes: Vec<(u32, u32)>,
    services: Vec<Service>,
    sku_rows: Vec<(u32, u32)>,
    pub(super) stock: Vec<Stock>,
    /// What each row has in all.
    pub(super) limits: Vec<i64>,
    pub(super) orders: Vec<Order>,
    pub(super) lines: Vec<Line>,
    /// Node and units of an earlier plan.
    planned: Vec<(u32, i64)>,
}

impl BatchProblem {
    /// Checks an input and lays it out.
    ///
    /// # Errors
    ///
    /// [`BatchError::Invalid`] with everything wrong at once: numbers of nodes, SKUs or destinations that do not exist,
    /// negative costs, units or weights, what stands twice, empty orders, sums beyond what can be computed.
    pub fn new(input: &BatchInput) -> Result<Self, BatchError> {
        let problems = check(input);
        if !problems.is_empty() {
            return Err(BatchError::Invalid(problems));
        }
        let destinations = input.lanes.iter().map(|lane| lane.destination as usize + 1).max().unwrap_or(0);
        let mut problem = Self {
            weight_step: input.weight_step,
            split: input.split_cost,
            churn: input.churn_cost,
            nodes: nodes(input),
            destinations,
            lanes: vec![(0, 0); destinations.saturating_mul(input.nodes.len())],
            services: Vec::new(),
            sku_rows: Vec::with_capacity(input.sku_weights.len()),
            stock: Vec::with_capacity(input.stock.len()),
            limits: Vec::new(),
            orders: Vec::with_capacity(input.orders.len()),
            lines: Vec::new(),
            planned: Vec::new(),
        };
        problem.lay_lanes(input);
        problem.lay_rows(input);
        for order in &input.orders {
            problem.lay_order(input, order);
        }
        Ok(problem)
    }

    /// How many orders there are.
    #[must_use]
    pub fn orders(&self) -> usize {
        self.orders.len()
    }

    fn lay_lanes(&mut self, input: &BatchInput) {
        for lane in &input.lanes {
            let place = self.lane_place(lane.node, lane.destination);
            let from = index(self.services.len());
            self.services.extend(lane.services.iter().map(service));
            let range = (from, index(self.services.len()));
            if let Some(slot) = place.and_then(|place| self.lanes.get_mut(place)) {
                *slot = range;
            }
        }
    }

    fn lay_rows(&mut self, input: &BatchInput) {
        let mut order: Vec<usize> = (0..input.stock.len()).collect();
        order.sort_by_key(|row| input.stock.get(*row).map(|stock| (stock.sku, stock.node)));
        let mut rows = order.iter().filter_map(|row| input.stock.get(*row)).peekable();
        for sku in 0..index(input.sku_weights.len()) {
            let from = index(self.stock.len());
            while let Some(stock) = rows.next_if(|stock| stock.sku == sku) {
                self.stock.push(Stock { node: stock.node, units: stock.units.min(UNLIMITED) });
            }
            self.sku_rows.push((from, index(self.stock.len())));
        }
        self.limits = self.stock.iter().map(|stock| stock.units).collect();
        let limit = |limit: Option<i64>| limit.unwrap_or(UNLIMITED).min(UNLIMITED);
        self.limits.extend(input.nodes.iter().map(|node| limit(node.unit_capacity)));
        self.limits.extend(input.nodes.iter().map(|node| limit(node.shipment_capacity)));
    }

    fn lay_order(&mut self, input: &BatchInput, order: &BatchOrder) {
        let from = index(self.lines.len());
        for line in &order.lines {
            let first = index(self.planned.len());
            self.planned.extend(line.planned.iter().map(|part| (part.node, part.units)));
            self.lines.push(Line {
                sku: line.sku,
                units: line.units,
                weight: at(&input.sku_weights, line.sku as usize),
                short: line.short_cost,
                planned: (first, index(self.planned.len())),
            });
        }
        self.orders.push(Order {
            destination: order.destination,
            promise: order.promise_day,
            late: order.late_cost,
            complete: order.ship_complete,
            max_shipments: order.max_shipments.unwrap_or(u32::MAX),
            lines: (from, index(self.lines.len())),
        });
    }

    fn lane_place(&self, node: u32, destination: u32) -> Option<usize> {
        let destination = destination as usize;
        if destination >= self.destinations {
            return None;
        }
        Some((node as usize).saturating_mul(self.destinations).saturating_add(destination))
    }

    /// The services from a node to a destination.
    pub(super) fn lane(&self, node: u32, destination: u32) -> &[Service] {
        let range = self.lane_place(node, destination).map(|place| at(&self.lanes, place));
        span(&self.services, range.unwrap_or_default())
    }

    /// The first row of a SKU and what each of its rows has, by node.
    pub(super) fn rows_of(&self, sku: u32) -> (usize, &[Stock]) {
        let range = at(&self.sku_rows, sku as usize);
        (range.0 as usize, span(&self.stock, range))
    }

    pub(super) fn lines_of(&self, order: usize) -> &[Line] {
        span(&self.lines, at(&self.orders, order).lines)
    }

    pub(super) fn planned_of(&self, line: Line) -> &[(u32, i64)] {
        span(&self.planned, line.planned)
    }

    /// The row of the units that a node can send.
    pub(super) fn unit_row(&self, node: u32) -> usize {
        self.stock.len().saturating_add(node as usize)
    }

    /// The row of the shipments that a node can send.
    pub(super) fn shipment_row(&self, node: u32) -> usize {
        self.unit_row(node).saturating_add(self.nodes.len())
    }

    pub(super) fn rows(&self) -> usize {
        self.limits.len()
    }

    pub(super) fn skus(&self) -> usize {
        self.sku_rows.len()
    }
}

fn nodes(input: &BatchInput) -> Vec<Node> {
    let lay = |node: &super::input::BatchNode| Node {
        shipment_cost: node.shipment_cost,
        unit_cost: node.unit_cost,
    };
    input.nodes.iter().map(lay).collect()
}

fn service(service: &BatchService) -> Service {
    Service {
        id: service.service,
        base: service.base_cost,
        step: service.step_cost,
        max_weight: service.max_weight.unwrap_or(i64::MAX),
        arrival: service.arrival_day,
    }
}
