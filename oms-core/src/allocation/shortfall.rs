//! Why units are short.

use std::collections::BTreeMap;

use super::board::{AllocationBoard, Keeper};
use super::bond::Bond;
use super::load::Load;
use super::{AllocationProblem, AllocationShortfall, CandidateRejection, ConstraintRef, ShortfallReason};
use crate::value::Quantity;

/// A reason, and the constraint if it is one.
type Reason = (ShortfallReason, Option<u32>);

/// A constraint by its place.
pub(super) fn constraint(problem: &AllocationProblem, index: u32) -> Option<ConstraintRef> {
    let at = usize::try_from(index).ok()?;
    problem.constraints.get(at).map(|constraint| ConstraintRef { index, kind: constraint.kind() })
}

/// The units short by line and reason. For each SKU, what the nodes that may ship lack is put down to
/// carriers, closed nodes, constraints, the sourcing and stock, in this order and as far as each goes; what
/// they have and nobody ships, to the rule that forbade it.
pub(super) fn shortfalls(
    board: &AllocationBoard<'_>,
    loads: &BTreeMap<usize, Load>,
    left: &[u32],
) -> Vec<AllocationShortfall> {
    // Lines that share a SKU share what is lacking of it, unless nodes are closed to single lines.
    let mut reasons: BTreeMap<(usize, usize), Vec<(Reason, u64)>> = BTreeMap::new();
    let mut shortfalls = Vec::new();
    for (at, (line, left)) in board.lines.iter().zip(left).enumerate().filter(|(_, (_, left))| **left > 0) {
        let key = (line.sku, if board.has_keepers() { at } else { 0 });
        let lacks = reasons.entry(key).or_insert_with(|| lacks(board, at));
        let mut rest = *left;
        let mut found: BTreeMap<Reason, u32> = BTreeMap::new();
        for (reason, lack) in lacks.iter_mut() {
            let units = u32::try_from(*lack).unwrap_or(u32::MAX).min(rest);
            *lack = lack.saturating_sub(u64::from(units));
            rest -= units;
            found.insert(*reason, units);
        }
        if rest > 0 {
            let sum = found.entry(why_left(board, loads, at)).or_default();
            *sum = sum.saturating_add(rest);
        }
        let short = found.into_iter().filter(|(_, units)| *units > 0);
        shortfalls.extend(short.map(|((reason, by), units)| AllocationShortfall {
            line: line.line.line.clone(),
            quantity: Quantity::new(units),
            reason,
            constraint: by.and_then(|by| constraint(board.problem(), by)),
        }));
    }
    shortfalls
}

/// How many units of a line's SKU the nodes that may ship it lack, by what would have them, in the order of blame.
fn lacks(board: &AllocationBoard<'_>, line: usize) -> Vec<(Reason, u64)> {
    let Some(known) = board.lines.get(line) else { return Vec::new() };
    let sku = &known.line.sku;
    let mut usable = 0_u64;
    let mut pools: BTreeMap<(u8, Reason), u64> = BTreeMap::new();
    for (at, node) in board.nodes.iter().enumerate() {
        let has = u64::from(node.candidate.available.get(sku).map_or(0, |units| units.units()));
        let may = u64::from(board.stock(at, known.sku));
        let mut blame = |rank: u8, reason: Reason, units: u64| {
            let pool = pools.entry((rank, reason)).or_default();
            *pool = pool.saturating_add(units);
        };
        // `None` where it may ship; the constraint if one keeps it from that, else the sourcing does.
        let kept = match board.keeper(at, line) {
            Some(Keeper::Constraint(by)) => Some(Some(by)),
            Some(Keeper::Sourcing) => Some(None),
            None => node.barred.map(|_| node.barred_by),
        };
        match (node.barred, kept) {
            (Some(CandidateRejection::NoLane), _) => blame(0, (ShortfallReason::NoLane, None), has),
            (Some(CandidateRejection::NodeClosed), _) => blame(1, (ShortfallReason::NodeClosed, None), has),
            (_, Some(Some(by))) => blame(2, (ShortfallReason::Constraint, Some(by)), has),
            (_, Some(None)) => blame(3, (ShortfallReason::NotSourced, None), has),
            (_, None) => {
                usable = usable.saturating_add(may);
                if let Some(by) = board.capped_by(at, known.sku) {
                    blame(2, (ShortfallReason::Constraint, Some(by)), has.saturating_sub(may));
                }
            }
        }
    }
    let asked = if board.has_keepers() {
        u64::from(known.units)
    } else {
        board.demand.get(known.sku).copied().unwrap_or(0)
    };
    let mut lack = asked.saturating_sub(usable);
    let mut lacks = Vec::with_capacity(pools.len().saturating_add(1));
    for ((_, reason), units) in pools {
        let part = units.min(lack);
        lack = lack.saturating_sub(part);
        lacks.push((reason, part));
    }
    lacks.push(((ShortfallReason::NoStock, None), lack));
    lacks
}

/// Why nobody ships units of a line that some node has.
fn why_left(board: &AllocationBoard<'_>, loads: &BTreeMap<usize, Load>, line: usize) -> Reason {
    if board.problem().ship_complete {
        return (ShortfallReason::ShipComplete, None);
    }
    let sku = board.lines.get(line).map_or(0, |line| line.sku);
    let may_open = loads.len() < board.max_shipments;
    let (mut is_too_heavy, mut limited) = (false, None);
    for node in board.usable_nodes().filter(|node| may_open || loads.contains_key(node)) {
        if board.keeper(node, line).is_some() {
            continue;
        }
        let empty = Load::new(board, node);
        let load = loads.get(&node).unwrap_or(&empty);
        if load.room(board, line) > 0 {
            return match shape_of(board, line) {
                Some(by) => (ShortfallReason::Constraint, Some(by)),
                None if prefers_less(board) => (ShortfallReason::NotWorthwhile, None),
                None => (ShortfallReason::LeftByStrategy, None),
            };
        }
        if load.has_stock(board, sku) {
            match limit_of(board, load, line) {
                Some(by) => limited = limited.or(Some(by)),
                None => is_too_heavy = true,
            }
        }
    }
    let most = board.rules.max_shipments.filter(|(most, _)| *most == board.max_shipments);
    let by_count = most.map(|(_, by)| by).filter(|_| !is_too_heavy);
    match limited.or(by_count) {
        Some(by) => (ShortfallReason::Constraint, Some(by)),
        None if is_too_heavy => (ShortfallReason::TooHeavy, None),
        None => (ShortfallReason::MaxShipments, None),
    }
}

/// What keeps a line with stock at a node from an empty shipment there; `None` if it is weight.
pub(super) fn keeps(board: &AllocationBoard<'_>, empty: &Load, line: usize) -> Option<Keeper> {
    let sku = board.lines.get(line)?.sku;
    let capped = || board.capped_by(empty.node, sku).filter(|_| board.stock(empty.node, sku) == 0);
    let limited = || {
        let by =
            if empty.room(board, line) > 0 { shape_of(board, line) } else { limit_of(board, empty, line) };
        capped().or(by).map(Keeper::Constraint)
    };
    board.keeper(empty.node, line).or_else(limited)
}

/// Whether a plan may be better for shipping less.
fn prefers_less(board: &AllocationBoard<'_>) -> bool {
    let goals = &board.problem().objective.goals;
    let fills_first = goals.first() == Some(&super::Goal::Filled);
    if goals.is_empty() { board.rules.unfilled.is_some() } else { !fills_first }
}

/// The constraint on shipments as a whole that may keep units which would fit otherwise.
fn shape_of(board: &AllocationBoard<'_>, line: usize) -> Option<u32> {
    let rules = &board.rules;
    let of_line = rules.sets.iter().find(|set| set.lines.contains(&line)).map(|set| set.by);
    let grouped = || match board.bonds.of(line) {
        Bond::Group(group) => {
            let lines = board.bonds.group(group);
            rules.sets.iter().find(|set| set.lines.iter().any(|line| lines.contains(line))).map(|set| set.by)
        }
        Bond::Free | Bond::OneNode => None,
    };
    let least = || rules.least.first().map(|(by, _)| *by);
    of_line.or_else(grouped).or_else(least).or_else(|| rules.floors.first().map(|(by, _)| *by))
}

/// The first constraint that limits what a node still takes of a line that it has; `None` if it is weight.
fn limit_of(board: &AllocationBoard<'_>, load: &Load, line: usize) -> Option<u32> {
    let node = board.nodes.get(load.node)?;
    let grams = board.lines.get(line).map_or(0, |line| line.grams);
    if load.grams.saturating_add(grams) > node.limit_grams {
        return None;
    }
    let rules = board.node_rules(load.node)?;
    let full = rules.limits.iter().find(|limit| load.is_full(board, line, limit));
    let budget = || rules.budgets.first().map(|(by, _)| *by);
    full.map(|limit| limit.by).or_else(budget).or(board.rules.in_time)
}
