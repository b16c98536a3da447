//! The cheapest next shipment, again and again.

use super::board::AllocationBoard;
use super::draft::{Draft, Score};
use super::fewest_shipments::fewest;
use super::load::Load;
use super::{AllocationAssignment, AllocationStrategy};

/// Beyond so many shipments none is tried to be dropped: each try prices all the others.
const MOST_DROPPABLE: usize = 64;

/// Ships as many units as possible, at a low cost that is not proved lowest; where the problem names goals,
/// or a price of units that do not ship, it goes by those.
///
/// It opens one shipment after the other, each time the one with the lowest added cost per unit (freight by
/// the weight staircase, handling, and the split cost after the first), and then, up to 64 shipments, drops
/// each whose units the others can take for less. If one node can ship all for less than that, it does; if
/// the result leaves units behind that fewer or other shipments could take,
/// [`FewestShipments`](super::FewestShipments) decides instead.
#[derive(Clone, Copy, Debug, Default)]
pub struct GreedyCost;

impl AllocationStrategy for GreedyCost {
    fn name(&self) -> &str {
        "greedy_cost"
    }

    fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        greedy(board).assignments(board)
    }
}

pub(super) fn greedy(board: &AllocationBoard<'_>) -> Draft {
    let mut best =
        Candidate::new(board, without_needless(board, by_rate(board).settled(board)).settled(board));
    if let Some(single) = cheapest_single(board) {
        best.offer(board, single);
    }
    if best.draft.left_units() > board.unavoidable() {
        best.offer(board, fewest(board));
    }
    if board.rules.unfilled.is_some() || !board.problem().objective.goals.is_empty() {
        offer_less(board, &mut best);
    }
    best.draft
}

/// The best draft so far by the problem's goals, then the earlier one.
struct Candidate {
    draft: Draft,
    key: Score,
}

impl Candidate {
    fn new(board: &AllocationBoard<'_>, draft: Draft) -> Self {
        Self { key: draft.score(board), draft }
    }

    fn offer(&mut self, board: &AllocationBoard<'_>, draft: Draft) {
        let other = Self::new(board, draft);
        if other.key < self.key {
            *self = other;
        }
    }
}

/// Where filling is not all: what the best draft is without each of its shipments, again and again, what one
/// node ships alone, and nothing at all.
fn offer_less(board: &AllocationBoard<'_>, best: &mut Candidate) {
    best.offer(board, fewest(board));
    for node in board.usable_nodes() {
        let mut draft = Draft::new(board);
        draft.ship(board, node);
        best.offer(board, draft.settled(board));
    }
    best.offer(board, Draft::new(board));
    while best.draft.loads.len() <= MOST_DROPPABLE {
        let key = best.key;
        for at in 0..best.draft.loads.len() {
            let mut draft = best.draft.clone();
            if at >= draft.loads.len() {
                break;
            }
            let dropped = draft.loads.remove(at);
            for (left, units) in draft.left.iter_mut().zip(&dropped.by_line) {
                *left = left.saturating_add(*units);
            }
            best.offer(board, draft.settled(board));
        }
        if best.key >= key {
            break;
        }
    }
}

fn by_rate(board: &AllocationBoard<'_>) -> Draft {
    let mut draft = Draft::new(board);
    let mut closed: Vec<usize> = board.usable_nodes().collect();
    let mut scratch = Load::new(board, 0);
    let mut left = draft.left.clone();
    while !draft.is_complete() && draft.loads.len() < board.max_shipments {
        let is_last = draft.loads.len().saturating_add(1) == board.max_shipments;
        let split = if draft.loads.is_empty() { 0 } else { board.split_minor };
        let mut best: Option<(i128, u64, usize)> = None;
        for (at, node) in closed.iter().enumerate() {
            scratch.reset(*node);
            left.clone_from(&draft.left);
            scratch.fill(board, &mut left);
            let Some(minor) = scratch.minor(board).filter(|_| scratch.units > 0) else { continue };
            let offer = (minor.saturating_add(split), scratch.units, at);
            if best.is_none_or(|best| beats(offer, best, is_last)) {
                best = Some(offer);
            }
        }
        let Some((_, _, at)) = best else { break };
        let node = closed.remove(at);
        draft.ship(board, node);
    }
    draft
}

/// Whether one shipment beats another by cost per unit, then units; when it is the last one allowed, by units first.
/// Equal ones stay as they are, so that the lower node id wins.
fn beats(a: (i128, u64, usize), b: (i128, u64, usize), is_last: bool) -> bool {
    if is_last && a.1 != b.1 {
        return a.1 > b.1;
    }
    let (rate_a, rate_b) = (a.0.saturating_mul(i128::from(b.1)), b.0.saturating_mul(i128::from(a.1)));
    rate_a < rate_b || (rate_a == rate_b && a.1 > b.1)
}

/// Drops, as long as that saves money, a shipment whose units the others have room for.
fn without_needless(board: &AllocationBoard<'_>, mut draft: Draft) -> Draft {
    if draft.loads.len() > MOST_DROPPABLE {
        return draft;
    }
    let mut minor = draft.minor(board);
    let mut at = 0;
    while draft.loads.len() > 1 && at < draft.loads.len() {
        let mut other = draft.clone();
        let dropped = other.loads.remove(at);
        for (left, units) in other.left.iter_mut().zip(&dropped.by_line) {
            *left = left.saturating_add(*units);
        }
        for load in &mut other.loads {
            load.fill(board, &mut other.left);
        }
        let other_minor = other.minor(board);
        if other.left_units() <= draft.left_units() && other_minor < minor {
            (draft, minor, at) = (other, other_minor, 0);
        } else {
            at = at.saturating_add(1);
        }
    }
    draft
}

fn cheapest_single(board: &AllocationBoard<'_>) -> Option<Draft> {
    let drafts = board.usable_nodes().filter_map(|node| {
        let mut draft = Draft::new(board);
        draft.ship(board, node);
        let draft = draft.settled(board);
        draft.is_complete().then(|| (draft.score(board), draft))
    });
    // The first of equal ones, so that the lower node id wins.
    drafts.min_by_key(|(score, _)| *score).map(|(_, draft)| draft)
}
