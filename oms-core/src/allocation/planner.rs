//! From assignments to a plan: prices, reasons and verdicts.

use std::collections::BTreeMap;

use super::board::{AllocationBoard, Load};
use super::{
    AllocationAssignment, AllocationCost, AllocationError, AllocationOutcome, AllocationPlan,
    AllocationProblem, AllocationShortfall, AllocationStrategy, AllocationVerdict, CandidateChosen,
    CandidateLost, CandidateRejected, CandidateRejection, PlannedShipment, ShortfallReason,
    check_assignments,
};
use crate::value::{Currency, Money, Quantity};

/// Lets a strategy decide, and prices and explains what it decided.
///
/// Each shipment goes by the cheapest service for its weight. The plan does not depend on the order of lines and
/// candidates; where lines share a SKU that is short, the line with the lower id is served first.
///
/// # Errors
/// [`AllocationError::InvalidProblem`] with every fault of the problem,
/// [`AllocationError::InvalidAssignment`] when the strategy's answer cannot be shipped, and
/// [`AllocationError::Overflow`] when the costs are beyond what money can hold.
pub fn plan(
    problem: &AllocationProblem,
    strategy: &dyn AllocationStrategy,
) -> Result<AllocationPlan, AllocationError> {
    check_problem(problem)?;
    let board = AllocationBoard::new(problem);
    let assignments = strategy.choose(&board);
    price(&board, strategy.name(), assignments)
}

/// Prices and explains assignments made elsewhere: by a person, or by a strategy in another language.
///
/// # Errors
/// As [`plan`].
pub fn plan_assignments(
    problem: &AllocationProblem,
    strategy: &str,
    assignments: Vec<AllocationAssignment>,
) -> Result<AllocationPlan, AllocationError> {
    check_problem(problem)?;
    price(&AllocationBoard::new(problem), strategy, assignments)
}

fn check_problem(problem: &AllocationProblem) -> Result<(), AllocationError> {
    let problems = problem.problems();
    if problems.is_empty() { Ok(()) } else { Err(AllocationError::InvalidProblem { problems }) }
}

fn price(
    board: &AllocationBoard<'_>,
    strategy: &str,
    mut assignments: Vec<AllocationAssignment>,
) -> Result<AllocationPlan, AllocationError> {
    assignments.sort_unstable();
    let Some((loads, left)) = loads(board, &assignments) else {
        let violations = check_assignments(board.problem(), &assignments);
        return Err(AllocationError::InvalidAssignment { strategy: strategy.to_owned(), violations });
    };
    let shipments: Option<Vec<_>> = loads.values().map(|load| shipment(board, load)).collect();
    let shipments = shipments.ok_or(AllocationError::Overflow)?;
    let cost = cost(board, &shipments).ok_or(AllocationError::Overflow)?;
    let shortfalls = shortfalls(board, &loads, &left);
    let verdict = |node| verdict(board, node, loads.get(&node), cost.total);
    let candidates = (0..board.nodes.len()).filter_map(verdict).collect();
    Ok(AllocationPlan { strategy: strategy.to_owned(), assignments, shortfalls, shipments, cost, candidates })
}

/// The loads by node and the units left by line, or `None` if the assignments break a rule.
fn loads(
    board: &AllocationBoard<'_>,
    assignments: &[AllocationAssignment],
) -> Option<(BTreeMap<usize, Load>, Vec<u32>)> {
    let mut loads: BTreeMap<usize, Load> = BTreeMap::new();
    let mut left: Vec<u32> = board.lines.iter().map(|line| line.units).collect();
    for assignment in assignments {
        let line = board.line_index(&assignment.line)?;
        let node = board.node_index(&assignment.node)?;
        let load = loads.entry(node).or_insert_with(|| Load::new(board, node));
        let is_repeated = load.by_line.get(line).is_none_or(|units| *units > 0);
        let units = assignment.quantity.units();
        let left = left.get_mut(line)?;
        *left = left.checked_sub(units)?;
        if units == 0 || is_repeated || !load.take(board, line, units) {
            return None;
        }
    }
    let is_open = |node: &usize| board.nodes.get(*node).is_some_and(|node| node.barred.is_none());
    let may_ship = loads.iter().all(|(node, load)| is_open(node) && load.fits(board));
    let is_whole = loads.is_empty() || left.iter().all(|left| *left == 0);
    let fits_order = loads.len() <= board.max_shipments && (is_whole || !board.problem().ship_complete);
    (may_ship && fits_order).then_some((loads, left))
}

fn shipment(board: &AllocationBoard<'_>, load: &Load) -> Option<PlannedShipment> {
    let node = board.nodes.get(load.node)?;
    let currency = board.problem().currency;
    let best = if board.freight_known { Some(node.candidate.lane.cheapest(load.grams)?) } else { None };
    let option = best.map(|(_, option)| option);
    Some(PlannedShipment {
        node: node.candidate.node.clone(),
        units: load.units,
        weight_grams: load.grams,
        distance_metres: node.candidate.distance_metres,
        freight: Money::from_minor(best.map_or(0, |(minor, _)| minor), currency),
        handling: money(node.handling_minor(load.units)?, currency)?,
        carrier: option.map(|option| option.carrier.clone()),
        service: option.map(|option| option.service.clone()),
        transit_days: option.map(|option| option.transit_days),
    })
}

fn cost(board: &AllocationBoard<'_>, shipments: &[PlannedShipment]) -> Option<AllocationCost> {
    let currency = board.problem().currency;
    let sum = |part: fn(&PlannedShipment) -> Money| Money::sum(currency, shipments.iter().map(part)).ok();
    let freight = sum(|shipment| shipment.freight)?;
    let handling = sum(|shipment| shipment.handling)?;
    let splits = i128::try_from(shipments.len().saturating_sub(1)).ok()?;
    let split = money(splits.checked_mul(board.split_minor)?, currency)?;
    let total = Money::sum(currency, [freight, handling, split]).ok()?;
    Some(AllocationCost { freight, handling, split, total })
}

fn money(minor: i128, currency: Currency) -> Option<Money> {
    i64::try_from(minor).ok().map(|minor| Money::from_minor(minor, currency))
}

fn verdict(
    board: &AllocationBoard<'_>,
    node: usize,
    chosen: Option<&Load>,
    total: Money,
) -> Option<AllocationVerdict> {
    let known = board.nodes.get(node)?;
    let mut left: Vec<u32> = board.lines.iter().map(|line| line.units).collect();
    let mut load = Load::new(board, node);
    if known.barred.is_none() {
        load.fill(board, &mut left);
    }
    let currency = board.problem().currency;
    let alone =
        if load.units == 0 { None } else { load.minor(board).and_then(|minor| money(minor, currency)) };
    let complete = left.iter().all(|left| *left == 0);
    let rejected = known.barred.or_else(|| (load.units == 0).then(|| why_empty(board, node)));
    let outcome = match (rejected, chosen) {
        (Some(reason), _) => AllocationOutcome::Rejected(CandidateRejected { reason }),
        (None, Some(load)) => AllocationOutcome::Chosen(CandidateChosen {
            units: load.units,
            cost: load.minor(board).and_then(|minor| money(minor, currency))?,
        }),
        (None, None) => {
            let margin = alone.filter(|_| complete).and_then(|alone| alone.checked_sub(total).ok());
            AllocationOutcome::Lost(CandidateLost { margin })
        }
    };
    let node = known.candidate.node.clone();
    Some(AllocationVerdict { node, fillable_units: load.units, fillable_cost: alone, complete, outcome })
}

fn why_empty(board: &AllocationBoard<'_>, node: usize) -> CandidateRejection {
    if (0..board.demand.len()).any(|sku| board.stock(node, sku) > 0) {
        CandidateRejection::TooHeavy
    } else {
        CandidateRejection::NoStock
    }
}

/// The units short by line and reason. For each SKU, what the open nodes lack is put down to carriers, closed nodes and
/// stock, in this order and as far as each goes; what they have and nobody ships, to the rule that forbade it.
fn shortfalls(
    board: &AllocationBoard<'_>,
    loads: &BTreeMap<usize, Load>,
    left: &[u32],
) -> Vec<AllocationShortfall> {
    let mut reasons: BTreeMap<usize, [(u64, ShortfallReason); 3]> = BTreeMap::new();
    let mut shortfalls = Vec::new();
    for (at, (line, left)) in board.lines.iter().zip(left).enumerate().filter(|(_, (_, left))| **left > 0) {
        let lacks = reasons.entry(line.sku).or_insert_with(|| lacks(board, line.sku));
        let mut rest = *left;
        let mut found: BTreeMap<ShortfallReason, u32> = BTreeMap::new();
        for (lack, reason) in lacks.iter_mut() {
            let units = u32::try_from(*lack).unwrap_or(u32::MAX).min(rest);
            *lack = lack.saturating_sub(u64::from(units));
            rest -= units;
            found.insert(*reason, units);
        }
        if rest > 0 {
            found.insert(why_left(board, loads, at), rest);
        }
        let short = found.into_iter().filter(|(_, units)| *units > 0);
        shortfalls.extend(short.map(|(reason, units)| AllocationShortfall {
            line: line.line.line.clone(),
            quantity: Quantity::new(units),
            reason,
        }));
    }
    shortfalls
}

/// How many units of a SKU the nodes that may ship lack, by what would have them.
fn lacks(board: &AllocationBoard<'_>, sku: usize) -> [(u64, ShortfallReason); 3] {
    let (mut usable, mut laneless, mut closed) = (0_u64, 0_u64, 0_u64);
    for (at, node) in board.nodes.iter().enumerate() {
        let pool = match node.barred {
            None => &mut usable,
            Some(CandidateRejection::NodeClosed) => &mut closed,
            Some(_) => &mut laneless,
        };
        *pool = pool.saturating_add(u64::from(board.stock(at, sku)));
    }
    let lack = board.demand.get(sku).copied().unwrap_or(0).saturating_sub(usable);
    let laneless = laneless.min(lack);
    let closed = closed.min(lack.saturating_sub(laneless));
    let none = lack.saturating_sub(laneless).saturating_sub(closed);
    [
        (laneless, ShortfallReason::NoLane),
        (closed, ShortfallReason::NodeClosed),
        (none, ShortfallReason::NoStock),
    ]
}

/// Why nobody ships units of a line that some node has.
fn why_left(board: &AllocationBoard<'_>, loads: &BTreeMap<usize, Load>, line: usize) -> ShortfallReason {
    if board.problem().ship_complete {
        return ShortfallReason::ShipComplete;
    }
    let sku = board.lines.get(line).map_or(0, |line| line.sku);
    let may_open = loads.len() < board.max_shipments;
    let mut is_too_heavy = false;
    for node in board.usable_nodes().filter(|node| may_open || loads.contains_key(node)) {
        let empty = Load::new(board, node);
        let load = loads.get(&node).unwrap_or(&empty);
        if load.room(board, line) > 0 {
            return ShortfallReason::LeftByStrategy;
        }
        is_too_heavy |= load.has_stock(board, sku);
    }
    if is_too_heavy { ShortfallReason::TooHeavy } else { ShortfallReason::MaxShipments }
}
