//! As few shipments as possible.

use super::board::AllocationBoard;
use super::draft::Draft;
use super::load::Load;
use super::strategy::drain;
use super::{AllocationAssignment, AllocationStrategy};

/// Beyond so many useful nodes the greedy cover is taken as it is.
const EXACT_NODES: usize = 64;
/// The most sets of nodes looked into, whatever the size: a limit of work, not of time, so that plans repeat.
const MOST_STEPS: u32 = 100_000;
/// The most covers whose cost is compared.
const MOST_COVERS: u32 = 2_000;

/// Ships as many units as possible in as few shipments as possible, and of those plans takes the cheapest.
///
/// The number of shipments is the fewest there is, proved by looking at every set of one node, of two, of
/// three and so on, with a bound that skips sets which cannot cover the order. That holds up to 64 useful
/// nodes and 100,000 sets (where a limit on shipments leaves units behind, also up to 2,000 priced sets), and
/// while no carrier's weight limit binds. Beyond, it is the best found, never worse than a greedy cover: always
/// the node that takes the most of what is left. Among equally few shipments the cheapest of the first 2,000
/// priced sets wins.
#[derive(Clone, Copy, Debug, Default)]
pub struct FewestShipments;

impl AllocationStrategy for FewestShipments {
    fn name(&self) -> &str {
        "fewest_shipments"
    }

    fn choose(&self, board: &AllocationBoard<'_>) -> Vec<AllocationAssignment> {
        fewest(board).assignments(board)
    }
}

pub(super) fn fewest(board: &AllocationBoard<'_>) -> Draft {
    let nodes = useful(board);
    let greedy = cover(board, &nodes);
    if nodes.len() > EXACT_NODES {
        return greedy;
    }
    let goal = board.unavoidable();
    let most = nodes.len().min(board.max_shipments);
    let mut search = Search::new(board, nodes, greedy, goal);
    for size in 1..=most {
        (search.size, search.is_last) = (size, size == most);
        search.extend(0, &board.demand, board.demand.iter().sum());
        let (left, shipments, _) = search.best_key;
        if search.is_spent() || (left == goal && shipments <= size) {
            break;
        }
    }
    search.best
}

/// The nodes that have something, those that take the most first, then the cheaper, then by id.
fn useful(board: &AllocationBoard<'_>) -> Vec<usize> {
    let draft = Draft::new(board);
    let mut scratch = Load::new(board, 0);
    let mut left = draft.left.clone();
    let mut ranked: Vec<_> = board
        .usable_nodes()
        .filter_map(|node| {
            scratch.reset(node);
            left.clone_from(&draft.left);
            scratch.fill(board, &mut left);
            let minor = scratch.minor(board).filter(|_| scratch.units > 0)?;
            Some((std::cmp::Reverse(scratch.units), minor, node))
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, _, node)| node).collect()
}

/// The greedy cover: always the node that takes the most of what is left, the earlier of equal ones.
fn cover(board: &AllocationBoard<'_>, nodes: &[usize]) -> Draft {
    let mut draft = Draft::new(board);
    let mut closed = nodes.to_vec();
    let mut scratch = Load::new(board, 0);
    let mut left = draft.left.clone();
    while !draft.is_complete() && draft.loads.len() < board.max_shipments {
        let mut best: Option<(u64, usize)> = None;
        for (at, node) in closed.iter().enumerate() {
            scratch.reset(*node);
            left.clone_from(&draft.left);
            scratch.fill(board, &mut left);
            if scratch.units > best.map_or(0, |(units, _)| units) {
                best = Some((scratch.units, at));
            }
        }
        let Some((_, at)) = best else { break };
        let node = closed.remove(at);
        draft.ship(board, node);
    }
    draft.settled(board)
}

/// A search through all sets of one size.
struct Search<'b, 'p> {
    board: &'b AllocationBoard<'p>,
    nodes: Vec<usize>,
    /// The most units of each SKU that one node has, among the nodes from a position on.
    tail_most: Vec<Vec<u64>>,
    chosen: Vec<usize>,
    size: usize,
    /// Whether no larger size follows.
    is_last: bool,
    /// The units that no set can serve.
    goal: u64,
    /// Whether a set that has all units may still be unable to ship them.
    is_limited: bool,
    best: Draft,
    /// Units left, shipments, cost.
    best_key: (u64, usize, i128),
    steps: u32,
    covers: u32,
}

impl<'b, 'p> Search<'b, 'p> {
    fn new(board: &'b AllocationBoard<'p>, nodes: Vec<usize>, best: Draft, goal: u64) -> Self {
        let mut most = vec![0_u64; board.demand.len()];
        let mut tail_most = vec![most.clone()];
        for node in nodes.iter().rev() {
            for (sku, most) in most.iter_mut().enumerate() {
                *most = (*most).max(u64::from(board.stock(*node, sku)));
            }
            tail_most.push(most.clone());
        }
        tail_most.reverse();
        let best_key = key(board, &best);
        Self {
            board,
            nodes,
            tail_most,
            chosen: Vec::new(),
            size: 0,
            is_last: false,
            goal,
            is_limited: board.is_limited(),
            best,
            best_key,
            steps: 0,
            covers: 0,
        }
    }

    const fn is_spent(&self) -> bool {
        self.steps >= MOST_STEPS || self.covers >= MOST_COVERS
    }

    /// Extends the chosen set by nodes from a position on; `open` is what the set does not cover, by SKU.
    fn extend(&mut self, from: usize, open: &[u64], open_units: u64) {
        let missing = self.size.saturating_sub(self.chosen.len());
        if missing == 0 || (open_units == 0 && !self.is_limited) {
            self.compare();
            return;
        }
        let last = self.nodes.len().saturating_sub(missing);
        for at in from..=last {
            self.steps = self.steps.saturating_add(1);
            if self.is_spent() || self.least_left(at, open, missing) > self.most_left() {
                return;
            }
            let Some(node) = self.nodes.get(at).copied() else { return };
            let rest =
                |(sku, open): (usize, &u64)| open.saturating_sub(u64::from(self.board.stock(node, sku)));
            let still: Vec<u64> = open.iter().enumerate().map(rest).collect();
            let still_units = still.iter().sum();
            if still_units == open_units && !self.is_limited {
                continue;
            }
            self.chosen.push(node);
            self.extend(at.saturating_add(1), &still, still_units);
            self.chosen.pop();
        }
    }

    /// The most units that a set may leave to be of use. Below the largest size only a full cover is: a larger set
    /// may still fill more.
    fn most_left(&self) -> u64 {
        if self.is_last { self.best_key.0.max(self.goal) } else { self.goal }
    }

    /// How many units stay open at least, whichever nodes from a position on are added.
    fn least_left(&self, from: usize, open: &[u64], missing: usize) -> u64 {
        let Some(most) = self.tail_most.get(from) else { return u64::MAX };
        let slots = u64::try_from(missing).unwrap_or(u64::MAX);
        open.iter().zip(most).map(|(open, most)| open.saturating_sub(most.saturating_mul(slots))).sum()
    }

    /// Prices the chosen set, up to three nodes in every order: who ships first decides what is left for the others.
    fn compare(&mut self) {
        let orders: &[&[usize]] = match self.chosen.len() {
            2 => &[&[0, 1], &[1, 0]],
            3 => &[&[0, 1, 2], &[0, 2, 1], &[1, 0, 2], &[1, 2, 0], &[2, 0, 1], &[2, 1, 0]],
            _ => &[],
        };
        if orders.is_empty() {
            self.offer(drain(self.board, &self.chosen));
        }
        for order in orders {
            let order: Vec<usize> = order.iter().filter_map(|at| self.chosen.get(*at).copied()).collect();
            self.offer(drain(self.board, &order));
        }
    }

    fn offer(&mut self, draft: Draft) {
        self.covers = self.covers.saturating_add(1);
        let key = key(self.board, &draft);
        if key < self.best_key {
            (self.best, self.best_key) = (draft, key);
        }
    }
}

fn key(board: &AllocationBoard<'_>, draft: &Draft) -> (u64, usize, i128) {
    (draft.left_units(), draft.loads.len(), draft.minor(board))
}
