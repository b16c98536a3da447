//! Orders as they arrive: each is planned exactly, and pays what scarce stock and capacity are worth to later ones.

use super::dense::{at, index};
use super::plan::{BatchPrices, BatchShipment, ship};
use super::price::{Ascent, mean_short};
use super::problem::BatchProblem;
use super::search::OrderSolver;
use super::state::{OrderPlan, book, settle};
use super::view::Terms;

/// Decides orders one at a time against what is left, at prices of the last batch or learned from the orders seen.
///
/// ```
/// use oms_core::allocation::batch::{
///     BatchInput, BatchLane, BatchLine, BatchNode, BatchOrder, BatchPrices, BatchProblem, BatchService, BatchStock,
///     PricedBoard,
/// };
///
/// let line = BatchLine { sku: 0, units: 1, short_cost: 900, ..BatchLine::default() };
/// let order = BatchOrder { lines: vec![line], ..BatchOrder::default() };
/// let service = BatchService { base_cost: 390, step_cost: 38, ..BatchService::default() };
/// let problem = BatchProblem::new(&BatchInput {
///     weight_step: 1000,
///     nodes: vec![BatchNode::default()],
///     sku_weights: vec![700],
///     stock: vec![BatchStock { sku: 0, node: 0, units: 1 }],
///     lanes: vec![BatchLane { node: 0, destination: 0, services: vec![service] }],
///     orders: vec![order.clone(), order],
///     ..BatchInput::default()
/// })?;
/// let mut board = PricedBoard::new(&problem, &BatchPrices::default());
/// assert_eq!(board.decide(0).0.len(), 1);
/// assert_eq!(board.decide(1), (vec![], 900));
/// # Ok::<(), oms_core::allocation::batch::BatchError>(())
/// ```
#[derive(Debug)]
pub struct PricedBoard<'a> {
    problem: &'a BatchProblem,
    prices: Vec<i64>,
    rooms: Vec<i64>,
    solver: OrderSolver,
    plan: OrderPlan,
}

/// Steps of prices when they are learned.
const STEPS: u32 = 40;

impl<'a> PricedBoard<'a> {
    /// A board on which nothing was decided.
    #[must_use]
    pub fn new(problem: &'a BatchProblem, prices: &BatchPrices) -> Self {
        Self {
            problem,
            prices: prices.rows(problem),
            rooms: problem.limits.clone(),
            solver: OrderSolver::default(),
            plan: OrderPlan::default(),
        }
    }

    /// Decides an order and takes what it needs. Answers its shipments and what it costs; of an order that is not
    /// there, nothing.
    pub fn decide(&mut self, order: u32) -> (Vec<BatchShipment>, i64) {
        let order = order as usize;
        if order >= self.problem.orders.len() {
            return (Vec::new(), 0);
        }
        let terms = Terms { prices: &self.prices, rooms: &self.rooms, closed: 0 };
        settle(self.problem, &mut self.solver, order, &terms, &mut self.plan);
        book(self.problem, &mut self.rooms, &self.plan.takes, -1);
        ship(self.problem, order, &self.plan.takes)
    }

    /// Learns prices for so many orders to come, from the orders `0..seen`, taken to be like them, and what is left.
    pub fn learn(&mut self, seen: u32, to_come: u32, threads: usize) {
        let seen = seen.min(index(self.problem.orders.len()));
        if seen == 0 {
            return;
        }
        let mut workers: Vec<OrderSolver> = (0..threads.max(1)).map(|_| OrderSolver::default()).collect();
        let mut ascent = Ascent::new(self.problem, std::mem::take(&mut self.prices));
        ascent.foresee(&self.rooms, seen, to_come);
        ascent.restart(mean_short(self.problem) / 30);
        for _ in 0..STEPS {
            ascent.step(self.problem, 930, &mut workers);
        }
        self.prices = ascent.trial();
    }

    /// The prices it decides at.
    #[must_use]
    pub fn prices(&self) -> BatchPrices {
        BatchPrices::of(self.problem, &self.prices)
    }

    /// Units of a SKU left at a node.
    #[must_use]
    pub fn stock_left(&self, sku: u32, node: u32) -> i64 {
        let (first, cells) = self.problem.rows_of(sku);
        let place = cells.binary_search_by_key(&node, |cell| cell.node);
        place.map_or(0, |place| at(&self.rooms, first + place))
    }
}
