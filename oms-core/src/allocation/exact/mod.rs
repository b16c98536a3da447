//! The plan that nothing beats, with the proof of it.

mod layout;
mod weights;

use self::layout::Layout;
use super::board::AllocationBoard;
use super::draft::Draft;
use super::greedy_cost::greedy;
use super::kernel::{Limit, Order, Outcome, Solver};
use super::load::Load;
use super::strategy::StrategyAnswer;
use super::{AllocationAssignment, AllocationStrategy, PlanProof};
use crate::value::Money;

/// Searches for the best plan by the problem's goals and proves that there is none better.
///
/// Stock, weight limits, splits, lateness of shipments, unit costs, limits of units, lines and groups that must not
/// be torn and least shipments are searched exactly. What else constraints and terms say is obeyed and paid for, but
/// a plan under such a problem is not called proved: these are budgets, limits of single lines, costs that rise with
/// the units of a SKU, prices of soft constraints that concern more than a shipment, emissions, weights other than
/// the whole, shares among nodes, and promises that differ from line to line.
///
/// The search ends after [`Exact::SEARCH_NODES`] at the latest, in nodes and never in time, so that it repeats; the
/// plan then says how far its cost may be from the best.
#[derive(Clone, Copy, Debug, Default)]
pub struct Exact;

impl Exact {
    /// The most search nodes of an order: some hundredths of a second. Few orders need more: large ones over many
    /// nodes, and bulk orders for what is scarce everywhere.
    pub const SEARCH_NODES: u64 = 50_000;
}

impl AllocationStrategy for Exact {
    fn name(&self) -> &str {
        "exact"
    }

    fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        self.answer(board).assignments
    }

    fn answer(&self, board: &AllocationBoard<'_>) -> StrategyAnswer {
        let best = decide(board, Limit { nodes: Self::SEARCH_NODES });
        let money =
            |minor: i128| Some(Money::from_minor(i64::try_from(minor).ok()?, board.problem().currency));
        let proof = PlanProof {
            proved: best.proved,
            bound: best.bound.and_then(money),
            search_nodes: best.search_nodes,
        };
        StrategyAnswer { assignments: best.draft.assignments(board), proof: Some(proof) }
    }
}

/// The best plan found, and what is proved of it.
pub(super) struct Decided {
    pub(super) draft: Draft,
    pub(super) proved: bool,
    /// The lowest cost of plans that are as good by every goal before the cost; none where that is not known.
    pub(super) bound: Option<i128>,
    search_nodes: u64,
}

/// Searches a board for its best plan.
pub(super) fn decide(board: &AllocationBoard<'_>, limit: Limit) -> Decided {
    let unproved = |draft, search_nodes| Decided { draft, proved: false, bound: None, search_nodes };
    let Some(layout) = Layout::new(board) else { return unproved(greedy(board), 0) };
    let Some((draft, outcome)) = searched(board, &layout, limit) else { return unproved(greedy(board), 0) };
    if layout.is_exact && layout.cost_of(board, &draft) == Some(i128::from(outcome.cost)) {
        let bound = bound(board, &layout, &draft, outcome);
        return Decided { draft, proved: outcome.proved, bound, search_nodes: outcome.nodes };
    }
    let draft = draft.settled(board);
    let other = greedy(board);
    let best = if other.score(board) < draft.score(board) { other } else { draft };
    unproved(best, outcome.nodes)
}

/// More than any two plans of a board differ by, units that do not ship apart; none where numbers are too large.
pub(super) fn cost_range(board: &AllocationBoard<'_>) -> Option<i128> {
    Some(Layout::new(board)?.ranges(board)?.minor)
}

/// The best plan of the order that is laid out; none where its numbers are too large to be searched, or where the
/// board does not take what was found.
fn searched(board: &AllocationBoard<'_>, layout: &Layout, limit: Limit) -> Option<(Draft, Outcome)> {
    let (mut order, mut solver) = (Order::default(), Solver::default());
    layout.lay(board, &mut order);
    let outcome = solver.solve(&mut order, limit).ok()?;
    let mut draft = Draft::new(board);
    for shipment in solver.shipments() {
        let mut load = Load::new(board, *layout.nodes.get(shipment.node)?);
        for (line, units) in shipment.units.iter().enumerate().filter(|(_, units)| **units > 0) {
            if !load.move_over(board, &mut draft.left, line, *units) {
                return None;
            }
        }
        if !load.fits(board) {
            return None;
        }
        draft.loads.push(load);
    }
    Some((draft, outcome))
}

/// The lowest cost of plans that are as good by every goal before the cost; none where that is not known.
fn bound(board: &AllocationBoard<'_>, layout: &Layout, draft: &Draft, outcome: Outcome) -> Option<i128> {
    if outcome.proved {
        return Some(draft.minor(board));
    }
    layout.weights.cost_within(i128::from(outcome.bound), draft.left_units())
}
