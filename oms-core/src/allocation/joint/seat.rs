//! One order of a batch: its board, the rows it touches, and what it does at prices with what is left.

use super::rows::{RowKey, Taken};
use crate::allocation::board::AllocationBoard;
use crate::allocation::draft::Draft;
use crate::allocation::exact::decide;
use crate::allocation::greedy_cost::greedy;
use crate::allocation::kernel::Limit;
use crate::allocation::share::{Share, Unshared};
use crate::allocation::{AllocationAssignment, AllocationProblem, CapacityMeasure, tiers};
use crate::value::Quantity;

/// Search nodes for one plan of one order: plans are made by the thousand here.
const SEARCH: Limit = Limit { nodes: 50_000 };
/// No row.
pub(super) const NONE: usize = usize::MAX;

/// Units of a line from a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Take {
    pub(super) node: usize,
    pub(super) line: usize,
    pub(super) units: u32,
}

/// What an order gets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Served {
    pub(super) takes: Vec<Take>,
    /// What it uses of each scarce row.
    pub(super) uses: Vec<(usize, u64)>,
    /// Units that were planned and do not ship any more, where none may be taken back.
    pub(super) lost: u64,
    /// What it costs, units that count for being short or moved included, prices of rows not.
    pub(super) cost: i128,
}

/// How an order is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// At its best.
    Exact,
    /// By the cheapest next shipment.
    Greedy,
    /// At its best where it was planned before.
    Planned,
}

/// What an order says at prices alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    prices: Vec<i128>,
    /// What it costs at least with the prices; none where nothing is proved.
    pub(super) bound: Option<i128>,
    /// What the plan found costs with the prices.
    pub(super) found: i128,
    pub(super) uses: Vec<(usize, u64)>,
}

/// What a seat is made of.
pub(super) struct Guest<'p> {
    /// The problem, judged by money.
    pub(super) problem: &'p AllocationProblem,
    /// The same without sourcing, where it has one.
    pub(super) open: &'p AllocationProblem,
    /// What a unit counts for that does not ship, beside its own price.
    pub(super) fill: i128,
    pub(super) churn: i128,
    pub(super) planned: &'p [AllocationAssignment],
    /// Whether units that are planned may go to other orders.
    pub(super) may_lose: bool,
}

/// An order of a batch.
pub(super) struct Seat<'p> {
    guest: Guest<'p>,
    /// All tiers reached.
    pub(super) board: AllocationBoard<'p>,
    pub(super) unshared: Unshared,
    planned: Vec<Take>,
    /// Planned units in all, also at nodes that are no candidates any more.
    planned_units: u64,
    /// By node and SKU.
    pub(super) stock_rows: Vec<usize>,
    pub(super) rooms: Vec<(usize, CapacityMeasure, usize)>,
    /// The rows it touches, sorted.
    pub(super) rows: Vec<usize>,
    share: Share,
    pub(super) asked: Option<Asked>,
}

impl<'p> Seat<'p> {
    /// The order after others took what they took.
    pub(super) fn new(guest: Guest<'p>, taken: &Taken) -> Self {
        let mut board = AllocationBoard::within(guest.open, &[]);
        board.fill_first(guest.fill);
        let mut unshared = board.unshared();
        let mut skus = vec![None; board.demand.len()];
        for line in &board.lines {
            if let Some(sku) = skus.get_mut(line.sku) {
                *sku = Some(&line.line.sku);
            }
        }
        for (at, units) in unshared.stock.iter_mut().enumerate().filter(|(_, units)| **units > 0) {
            let (node, sku) = (at.checked_div(skus.len()), at.checked_rem(skus.len()));
            let node = node.and_then(|node| board.nodes.get(node));
            let sku = sku.and_then(|sku| skus.get(sku).copied().flatten());
            if taken.is_empty() {
                break;
            }
            if let (Some(node), Some(sku)) = (node, sku) {
                let key = RowKey::Stock(sku.clone(), node.candidate.node.clone());
                let gone = taken.get(&key).copied().unwrap_or(0);
                *units = units.saturating_sub(u32::try_from(gone).unwrap_or(u32::MAX));
            }
        }
        let take = |part: &AllocationAssignment| {
            let (line, node) = (board.line_index(&part.line)?, board.node_index(&part.node)?);
            Some(Take { node, line, units: part.quantity.units() })
        };
        let planned = guest.planned.iter().filter_map(take).collect();
        let planned_units = guest.planned.iter().map(|part| u64::from(part.quantity.units())).sum();
        Self {
            guest,
            board,
            unshared,
            planned,
            planned_units,
            stock_rows: Vec::new(),
            rooms: Vec::new(),
            rows: Vec::new(),
            share: Share::default(),
            asked: None,
        }
    }

    pub(super) fn was_planned(&self) -> bool {
        self.planned_units > 0
    }

    /// Units that it sees of a SKU at a node.
    pub(super) fn stock(&self, node: usize, sku: usize) -> u32 {
        let at = node.saturating_mul(self.board.demand.len()).saturating_add(sku);
        self.unshared.stock.get(at).copied().unwrap_or(0)
    }

    /// Asks it at prices, as if all were there for it. Answers whether it had to be planned for that.
    pub(super) fn ask(&mut self, prices: &[i128], limits: &[u64]) -> bool {
        let own: Vec<i128> = self.rows.iter().map(|row| prices.get(*row).copied().unwrap_or(0)).collect();
        if self.asked.as_ref().is_some_and(|asked| asked.prices == own) {
            return false;
        }
        self.set_prices(prices);
        self.set_stock(limits);
        self.share.rooms.clear();
        self.board.share(&self.unshared, &self.share);
        let decided = decide(&self.board, SEARCH);
        let draft = self.whole(decided.draft);
        let kept = self.guest.churn.saturating_mul(i128::from(self.planned_units));
        let takes = takes(&draft);
        self.asked = Some(Asked {
            prices: own,
            bound: decided.bound.map(|bound| bound.saturating_add(kept)),
            found: draft.minor(&self.board).saturating_add(kept),
            uses: self.uses(&takes),
        });
        true
    }

    /// Plans it at prices with what rooms leave.
    pub(super) fn serve(&mut self, prices: &[i128], rooms: &[u64], method: Method) -> Served {
        self.set_prices(prices);
        self.set_stock(rooms);
        let is_free = method == Method::Planned && self.planned.is_empty();
        if method == Method::Planned && !is_free {
            self.keep_planned();
        }
        let left = |(node, measure, row): &(usize, CapacityMeasure, usize)| {
            (*node, *measure, rooms.get(*row).copied().unwrap_or(0))
        };
        self.share.rooms = self.rooms.iter().map(left).collect();
        let draft = self.planned_draft(method);
        let takes = takes(&draft);
        let priced = draft.minor(&self.board);
        let cost = priced.saturating_sub(self.charged(&takes)).saturating_add(self.churn(&takes));
        Served { uses: self.uses(&takes), lost: self.lost(&takes), takes, cost }
    }

    /// How many units that were planned do not ship, line by line.
    fn lost(&self, takes: &[Take]) -> u64 {
        if self.guest.may_lose || self.planned_units == 0 {
            return 0;
        }
        let lost = self.board.lines.iter().enumerate().map(|(at, line)| {
            let planned = self.guest.planned.iter().filter(|part| part.line == line.line.line);
            let planned: u64 = planned.map(|part| u64::from(part.quantity.units())).sum();
            let ships = takes.iter().filter(|take| take.line == at).map(|take| u64::from(take.units));
            planned.saturating_sub(ships.sum())
        });
        lost.sum()
    }

    /// The best draft by money over what is shared: tier by tier where it has a sourcing.
    fn planned_draft(&mut self, method: Method) -> Draft {
        let answer = |board: &AllocationBoard<'_>| match method {
            Method::Greedy => greedy(board),
            Method::Exact | Method::Planned => decide(board, SEARCH).draft,
        };
        self.board.share(&self.unshared, &self.share);
        if self.guest.problem.sourcing.is_empty() {
            let draft = answer(&self.board);
            return self.whole(draft);
        }
        let mut reached = tiers::first(self.guest.problem);
        let mut best: Option<Draft> = None;
        loop {
            let mut board = AllocationBoard::within(self.guest.problem, &reached);
            board.fill_first(self.guest.fill);
            board.share(&self.unshared, &self.share);
            let draft = self.whole(answer(&board));
            let lines = &board.lines;
            let left = |of: &crate::value::LineId| {
                let at = lines.iter().position(|line| line.line.line == *of);
                let at = at.and_then(|at| Some((draft.left.get(at)?, lines.get(at)?.units)));
                at.map_or((0, 0), |(left, units)| (*left, units))
            };
            let goes_on = tiers::go_on(
                self.guest.problem,
                &|line| left(line).0 > 0,
                &|line| left(line).0 < left(line).1,
                &mut reached,
            );
            if best.as_ref().is_none_or(|best| draft.left_units() < best.left_units()) {
                best = Some(draft);
            }
            match best {
                Some(best) if !goes_on => return best,
                _ => {}
            }
        }
    }

    /// Nothing, where only the whole order may ship and this is not it.
    fn whole(&self, draft: Draft) -> Draft {
        let is_short = self.guest.problem.ship_complete && !draft.is_complete();
        if is_short || draft.minor(&self.board) == i128::MAX { Draft::new(&self.board) } else { draft }
    }

    fn set_prices(&mut self, prices: &[i128]) {
        let (lines, skus) = (self.board.lines.len(), self.board.demand.len());
        let price = |row: usize| prices.get(row).copied().unwrap_or(0);
        let nodes = self.board.nodes.len();
        self.share.units.clear();
        self.share.shipments.clear();
        self.share.shipments.resize(nodes, 0);
        for node in 0..nodes {
            for line in &self.board.lines {
                let at = node.saturating_mul(skus).saturating_add(line.sku);
                self.share.units.push(self.stock_rows.get(at).map_or(0, |row| price(*row)));
            }
        }
        let mut add = |node: usize, line: usize, minor: i128| {
            if let Some(each) = self.share.units.get_mut(node.saturating_mul(lines).saturating_add(line)) {
                *each = each.saturating_add(minor);
            }
        };
        for take in &self.planned {
            // The first units that stay cost nothing, and so cost less than all others.
            add(take.node, take.line, self.guest.churn.saturating_neg());
        }
        for (node, measure, row) in &self.rooms {
            match measure {
                CapacityMeasure::Units => (0..lines).for_each(|line| add(*node, line, price(*row))),
                CapacityMeasure::Orders => {
                    if let Some(each) = self.share.shipments.get_mut(*node) {
                        *each = each.saturating_add(price(*row));
                    }
                }
                _ => {}
            }
        }
    }

    fn set_stock(&mut self, rooms: &[u64]) {
        let left = |(stock, row): (&u32, &usize)| {
            let room = if *row == NONE { u64::MAX } else { rooms.get(*row).copied().unwrap_or(0) };
            u32::try_from(u64::from(*stock).min(room)).unwrap_or(*stock)
        };
        self.share.stock.clear();
        self.share.stock.extend(self.unshared.stock.iter().zip(&self.stock_rows).map(left));
    }

    /// Leaves only what is planned.
    fn keep_planned(&mut self) {
        let skus = self.board.demand.len();
        let mut kept = vec![0_u32; self.share.stock.len()];
        for take in &self.planned {
            let sku = self.board.lines.get(take.line).map_or(0, |line| line.sku);
            if let Some(units) = kept.get_mut(take.node.saturating_mul(skus).saturating_add(sku)) {
                *units = units.saturating_add(take.units);
            }
        }
        for (units, kept) in self.share.stock.iter_mut().zip(kept) {
            *units = kept.min(*units);
        }
    }

    /// What the prices and the discount for units that stay come to.
    fn charged(&self, takes: &[Take]) -> i128 {
        let lines = self.board.lines.len();
        let mut sum = 0_i128;
        for group in takes.chunk_by(|a, b| a.node == b.node) {
            let node = group.first().map_or(0, |take| take.node);
            sum = sum.saturating_add(self.share.shipments.get(node).copied().unwrap_or(0));
            for take in group {
                let at = node.saturating_mul(lines).saturating_add(take.line);
                let each = self.share.units.get(at).copied().unwrap_or(0);
                sum = sum.saturating_add(each.saturating_mul(i128::from(take.units)));
            }
        }
        sum
    }

    /// What the units cost that move.
    fn churn(&self, takes: &[Take]) -> i128 {
        let stays = self.planned.iter().map(|planned| {
            let same = |take: &&Take| take.node == planned.node && take.line == planned.line;
            u64::from(takes.iter().find(same).map_or(0, |take| take.units).min(planned.units))
        });
        let moved = self.planned_units.saturating_sub(stays.sum());
        self.guest.churn.saturating_mul(i128::from(moved))
    }

    /// The assignments by id.
    pub(super) fn assignments(&self, served: &Served) -> Vec<AllocationAssignment> {
        let assignment = |take: &Take| {
            Some(AllocationAssignment {
                line: self.board.lines.get(take.line)?.line.line.clone(),
                node: self.board.nodes.get(take.node)?.candidate.node.clone(),
                quantity: Quantity::new(take.units),
            })
        };
        served.takes.iter().filter_map(assignment).collect()
    }
}

fn takes(draft: &Draft) -> Vec<Take> {
    let mut takes = Vec::new();
    for load in &draft.loads {
        let units = load.by_line.iter().enumerate().filter(|(_, units)| **units > 0);
        takes.extend(units.map(|(line, units)| Take { node: load.node, line, units: *units }));
    }
    takes.sort_unstable();
    takes
}
