//! The batch planner's front door: what it is given, and what it makes of it.

use super::dense::{at, index};
use super::plan::{BatchPlan, BatchPrices, BatchStats, ship};
use super::planner::Planner;
use super::price::first_prices;
use super::problem::BatchProblem;
use super::search::{OrderSolver, Take};
use super::state::{OrderPlan, book, settle};
use super::view::Terms;

/// How a batch is to be planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchOptions<'a> {
    /// The work to be spent, in cells of a line at a node looked at; about 40 million of them take a second. More work
    /// never gives a worse plan or bound. As much as the size of the batch deserves when absent.
    pub work: Option<u64>,
    /// How many threads may help; the plan does not depend on it. None is one.
    pub threads: usize,
    /// A plan of these orders, or of others at the same nodes, to start from.
    pub warm: Option<&'a BatchPlan>,
}

/// The most rounds, should the work be without end.
const MOST_ROUNDS: u32 = 12;

/// Plans all orders together: cheap, and with a bound that says how much cheaper it could be.
///
/// Prices of everything that orders share are moved until orders that pay them ask for little more than there is.
/// That gives the bound. Then orders are planned one after the other, each exactly, and groups that compete are
/// planned again and again. Costs one solve of every order for each step of prices, and some tens of solves an
/// order for the search; rounds repeat both. Memory is linear in orders and stock.
///
/// ```
/// use oms_core::allocation::batch::{
///     BatchInput, BatchLane, BatchLine, BatchNode, BatchOptions, BatchOrder, BatchProblem, BatchService, BatchStock,
///     plan_batch,
/// };
///
/// let order = |short_cost| BatchOrder {
///     lines: vec![BatchLine { sku: 0, units: 1, short_cost, ..BatchLine::default() }],
///     ..BatchOrder::default()
/// };
/// let service = BatchService { base_cost: 390, step_cost: 38, ..BatchService::default() };
/// let problem = BatchProblem::new(&BatchInput {
///     weight_step: 1000,
///     nodes: vec![BatchNode { shipment_cost: 90, unit_cost: 30, ..BatchNode::default() }],
///     sku_weights: vec![700],
///     stock: vec![BatchStock { sku: 0, node: 0, units: 1 }],
///     lanes: vec![BatchLane { node: 0, destination: 0, services: vec![service] }],
///     orders: vec![order(900), order(2000)],
///     ..BatchInput::default()
/// })?;
/// let plan = plan_batch(&problem, BatchOptions::default());
/// assert_eq!(plan.shipments.len(), 1);
/// assert_eq!(plan.shipments[0].order, 1);
/// assert_eq!((plan.cost, plan.lower_bound), (900 + 90 + 30 + 390 + 38, 900 + 548));
/// # Ok::<(), oms_core::allocation::batch::BatchError>(())
/// ```
#[must_use]
pub fn plan_batch(problem: &BatchProblem, options: BatchOptions<'_>) -> BatchPlan {
    let warm = options.warm.filter(|warm| !warm.prices.nodes.is_empty());
    let prices = warm.map_or_else(|| first_prices(problem), |warm| warm.prices.rows(problem));
    let work = options.work.map_or(i64::MAX, |work| i64::try_from(work).unwrap_or(i64::MAX));
    let mut planner = Planner::new(problem, prices, work, options.threads.clamp(1, 64));
    if let Some(warm) = options.warm {
        planner.start(fitting(problem, warm));
    }
    let usual = if problem.orders.len() > 5000 { 1 } else { 2 };
    let rounds = planner.run(options.work.map_or(usual, |_| MOST_ROUNDS));
    let stats = BatchStats {
        work: u64::try_from(planner.spent).unwrap_or(0),
        price_steps: planner.ascent.rounds,
        rounds,
    };
    finish(problem, &planner.best, planner.ascent.proved(), &planner.ascent.prices, stats)
}

/// Plans each order alone, as if all stock and capacity were there for it.
#[must_use]
pub fn plan_apart(problem: &BatchProblem) -> BatchPlan {
    let prices = vec![0; problem.rows()];
    let mut solver = OrderSolver::default();
    let mut plans = vec![OrderPlan::default(); problem.orders.len()];
    let mut bound = 0;
    for (order, plan) in plans.iter_mut().enumerate() {
        let terms = Terms { prices: &prices, rooms: &problem.limits, closed: 0 };
        let found = settle(problem, &mut solver, order, &terms, plan);
        bound += (found.bound + BatchPrices::PARTS - 1).div_euclid(BatchPrices::PARTS);
    }
    let stats = BatchStats { work: u64::try_from(solver.work).unwrap_or(0), ..BatchStats::default() };
    finish(problem, &plans, bound, &prices, stats)
}

fn finish(
    problem: &BatchProblem,
    plans: &[OrderPlan],
    lower_bound: i64,
    prices: &[i64],
    stats: BatchStats,
) -> BatchPlan {
    let (mut shipments, mut cost) = (Vec::new(), 0);
    for (order, plan) in plans.iter().enumerate() {
        let (own, costs) = ship(problem, order, &plan.takes);
        shipments.extend(own);
        cost += costs;
    }
    BatchPlan { shipments, cost, lower_bound, prices: BatchPrices::of(problem, prices), stats }
}

/// As much of a plan as fits: orders keep their shipments where these can still be made, the others are planned
/// after them.
fn fitting(problem: &BatchProblem, warm: &BatchPlan) -> Vec<OrderPlan> {
    let mut plans = vec![OrderPlan::default(); problem.orders.len()];
    let mut rooms = problem.limits.clone();
    let mut open: Vec<usize> = Vec::new();
    let mut kept: Vec<Vec<Take>> = vec![Vec::new(); problem.orders.len()];
    for shipment in &warm.shipments {
        let Some(takes) = kept.get_mut(shipment.order as usize) else { continue };
        for item in &shipment.items {
            let line = at(problem.lines_of(shipment.order as usize), item.line as usize);
            let (first, cells) = problem.rows_of(line.sku);
            let place = cells.binary_search_by_key(&shipment.node, |cell| cell.node).unwrap_or(usize::MAX);
            let row = if place == usize::MAX { u32::MAX } else { index(first + place) };
            takes.push(Take { node: shipment.node, line: item.line, row, units: item.units });
        }
    }
    for (order, (mut takes, plan)) in kept.into_iter().zip(&mut plans).enumerate() {
        takes.sort_unstable();
        if super::fit::fits(problem, order, &takes, &rooms) {
            book(problem, &mut rooms, &takes, -1);
            plan.cost = ship(problem, order, &takes).1;
            plan.takes = takes;
        }
        if plan.takes.is_empty() {
            open.push(order);
        }
    }
    let prices = warm.prices.rows(problem);
    let mut solver = OrderSolver::default();
    for order in open {
        let Some(plan) = plans.get_mut(order) else { continue };
        settle(problem, &mut solver, order, &Terms { prices: &prices, rooms: &rooms, closed: 0 }, plan);
        book(problem, &mut rooms, &plan.takes, -1);
    }
    plans
}
