//! From assignments to a plan: prices, reasons and verdicts.

use std::collections::BTreeMap;

use super::board::{AllocationBoard, Keeper};
use super::constraint::CostKey;
use super::draft::Draft;
use super::load::Load;
use super::shortfall::{constraint, shortfalls};
use super::{
    AllocationAssignment, AllocationCost, AllocationError, AllocationOutcome, AllocationPlan,
    AllocationProblem, AllocationStrategy, AllocationVerdict, CandidateChosen, CandidateLimit, CandidateLost,
    CandidateRejected, CandidateRejection, CostKind, CostLine, PlannedShipment, check_assignments, pricing,
    tiers,
};
use crate::value::{Currency, Money, Quantity};

/// What shipments or orders cost, by what for.
type Costs = BTreeMap<CostKey, i128>;

/// Lets a strategy decide, and prices and explains what it decided.
///
/// Each shipment goes by the service that is best for it. Tiers of a sourcing are asked one after the other,
/// until lines are satisfied or there is no further one; the plan that leaves the fewest units wins, of equal
/// ones the earliest. The plan does not depend on the order of lines and candidates; where lines share a SKU
/// that is short, the line with the lower id is served first.
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
    let mut reached = tiers::first(problem);
    let mut best: Option<(u64, AllocationPlan)> = None;
    loop {
        let board = AllocationBoard::within(problem, &reached);
        let answer = strategy.answer(&board);
        let mut plan = price(&board, strategy.name(), answer.assignments, &reached)?;
        plan.proof = answer.proof;
        let short: u64 = plan.shortfalls.iter().map(|short| u64::from(short.quantity.units())).sum();
        let goes_on = tiers::advance(problem, &plan, &mut reached);
        if best.as_ref().is_none_or(|(known, _)| short < *known) {
            best = Some((short, plan));
        }
        match best {
            Some((_, plan)) if !goes_on => return Ok(plan),
            _ => {}
        }
    }
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
    let reached = tiers::needed(problem, &assignments);
    price(&AllocationBoard::within(problem, &reached), strategy, assignments, &reached)
}

fn check_problem(problem: &AllocationProblem) -> Result<(), AllocationError> {
    let problems = problem.problems();
    if problems.is_empty() { Ok(()) } else { Err(AllocationError::InvalidProblem { problems }) }
}

fn price(
    board: &AllocationBoard<'_>,
    strategy: &str,
    mut assignments: Vec<AllocationAssignment>,
    reached: &[usize],
) -> Result<AllocationPlan, AllocationError> {
    assignments.sort_unstable();
    let Some((loads, left)) = loads(board, &assignments) else {
        let violations = check_assignments(board.problem(), &assignments);
        return Err(AllocationError::InvalidAssignment { strategy: strategy.to_owned(), violations });
    };
    let mut costs = Costs::new();
    let shipments: Option<Vec<_>> = loads.values().map(|load| shipment(board, load, &mut costs)).collect();
    let shipments = shipments.ok_or(AllocationError::Overflow)?;
    let shipping: Vec<&Load> = loads.values().collect();
    pricing::order_costs(board, &shipping, &left, &mut |key, minor| add(&mut costs, key, minor));
    let cost = cost(board, &costs).ok_or(AllocationError::Overflow)?;
    let shortfalls = shortfalls(board, &loads, &left);
    let verdict = |node| verdict(board, node, loads.get(&node), cost.total);
    let candidates = (0..board.nodes.len()).filter_map(verdict).collect();
    let tiers = tiers::shown(board.problem(), reached);
    Ok(AllocationPlan {
        strategy: strategy.to_owned(),
        assignments,
        shortfalls,
        shipments,
        cost,
        candidates,
        tiers,
        proof: None,
    })
}

fn add(costs: &mut Costs, key: CostKey, minor: i128) {
    let sum = costs.entry(key).or_default();
    *sum = sum.saturating_add(minor);
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
    let is_settled = !board.rules.has_shapes() || {
        let draft = Draft { loads: loads.values().cloned().collect(), left: left.clone() };
        draft.is_settled(board)
    };
    (may_ship && fits_order && is_settled).then_some((loads, left))
}

fn shipment(board: &AllocationBoard<'_>, load: &Load, all: &mut Costs) -> Option<PlannedShipment> {
    let node = board.nodes.get(load.node)?;
    let currency = board.problem().currency;
    let mut costs = Costs::new();
    let choice = pricing::load_costs(board, load, &mut |key, minor| add(&mut costs, key, minor))?;
    let option = choice.option.map(|(_, option)| option);
    costs.iter().for_each(|(key, minor)| add(all, *key, *minor));
    let is_plain = |kind: CostKind| matches!(kind, CostKind::Freight | CostKind::Handling);
    costs.retain(|(kind, _), minor| !is_plain(*kind) && *minor != 0);
    Some(PlannedShipment {
        node: node.candidate.node.clone(),
        units: load.units,
        weight_grams: load.grams,
        distance_metres: node.candidate.distance_metres,
        freight: money(choice.freight, currency)?,
        handling: money(node.handling_minor(load.units)?, currency)?,
        carrier: option.map(|option| option.carrier.clone()),
        service: option.map(|option| option.service.clone()),
        transit_days: option.map(|option| option.transit_days),
        costs: lines(board, &costs)?,
    })
}

/// Costs as lines, without what comes to nothing.
fn lines(board: &AllocationBoard<'_>, costs: &Costs) -> Option<Vec<CostLine>> {
    let currency = board.problem().currency;
    let shown = costs.iter().filter(|(_, minor)| **minor != 0);
    shown
        .map(|((kind, by), minor)| {
            let constraint = by.and_then(|by| constraint(board.problem(), by));
            Some(CostLine { kind: *kind, constraint, cost: money(*minor, currency)? })
        })
        .collect()
}

fn cost(board: &AllocationBoard<'_>, costs: &Costs) -> Option<AllocationCost> {
    let currency = board.problem().currency;
    let mut rest = costs.clone();
    let mut plain = |kind: CostKind| money(rest.remove(&(kind, None)).unwrap_or(0), currency);
    let (freight, handling, split) =
        (plain(CostKind::Freight)?, plain(CostKind::Handling)?, plain(CostKind::Split)?);
    let total = costs.values().try_fold(0_i128, |sum, minor| sum.checked_add(*minor))?;
    Some(AllocationCost {
        freight,
        handling,
        split,
        lines: lines(board, &rest)?,
        total: money(total, currency)?,
    })
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
    let mut draft = Draft::new(board);
    if known.barred.is_none() {
        draft.ship(board, node);
        draft = draft.settled(board);
    }
    // Settling may have moved lines to other nodes.
    draft.loads.retain(|load| load.node == node);
    let empty = Load::new(board, node);
    let load = draft.loads.first().unwrap_or(&empty);
    let complete = load.by_line.iter().zip(&board.lines).all(|(units, line)| *units == line.units);
    let currency = board.problem().currency;
    let mut costs = Costs::new();
    let priced = if load.units == 0 {
        None
    } else {
        pricing::load_costs(board, load, &mut |key, minor| add(&mut costs, key, minor))
    };
    let sum = costs.values().try_fold(0_i128, |sum, minor| sum.checked_add(*minor));
    let alone = priced.and(sum).and_then(|minor| money(minor, currency));
    let rejected = match known.barred {
        Some(reason) => Some((reason, known.barred_by)),
        None => (load.units == 0 && chosen.is_none()).then(|| why_empty(board, node)),
    };
    let outcome = match (rejected, chosen) {
        (Some((reason, by)), _) => {
            let constraint = by.and_then(|by| constraint(board.problem(), by));
            AllocationOutcome::Rejected(CandidateRejected { reason, constraint })
        }
        (None, Some(load)) => AllocationOutcome::Chosen(CandidateChosen {
            units: load.units,
            cost: load.minor(board).and_then(|minor| money(minor, currency))?,
        }),
        (None, None) => {
            let whole = alone.filter(|_| complete).and_then(|_| money(draft.minor(board), currency));
            let margin = whole.and_then(|whole| whole.checked_sub(total).ok());
            AllocationOutcome::Lost(CandidateLost { margin })
        }
    };
    Some(AllocationVerdict {
        node: known.candidate.node.clone(),
        fillable_units: load.units,
        fillable_cost: alone,
        costs: if alone.is_some() { lines(board, &costs)? } else { Vec::new() },
        complete,
        limits: limits(board, node),
        outcome,
    })
}

/// The units that constraints keep from a node which may ship others.
fn limits(board: &AllocationBoard<'_>, node: usize) -> Vec<CandidateLimit> {
    let Some(known) = board.nodes.get(node).filter(|node| node.barred.is_none()) else { return Vec::new() };
    let mut found: BTreeMap<(crate::value::SkuId, super::ConstraintRef), u32> = BTreeMap::new();
    for (at, line) in board.lines.iter().enumerate() {
        let sku = &line.line.sku;
        let has = known.candidate.available.get(sku).map_or(0, |units| units.units());
        let may = board.stock(node, line.sku);
        let kept = match board.keeper(node, at) {
            Some(Keeper::Constraint(by)) => Some((by, has)),
            Some(Keeper::Sourcing) => None,
            None => board.capped_by(node, line.sku).map(|by| (by, has.saturating_sub(may))),
        };
        if let Some((by, units)) = kept.filter(|(_, units)| *units > 0)
            && let Some(constraint) = constraint(board.problem(), by)
        {
            found.insert((sku.clone(), constraint), units);
        }
    }
    let limit = |((sku, constraint), units)| CandidateLimit { sku, units: Quantity::new(units), constraint };
    found.into_iter().map(limit).collect()
}

/// Why a node that may ship ships nothing even alone.
fn why_empty(board: &AllocationBoard<'_>, node: usize) -> (CandidateRejection, Option<u32>) {
    let stocked = |(_, line): &(usize, &super::board::BoardLine<'_>)| {
        let candidate = board.nodes.get(node).map(|node| node.candidate);
        candidate.is_some_and(|one| one.available.get(&line.line.sku).is_some_and(|units| !units.is_zero()))
    };
    let lines: Vec<usize> = board.lines.iter().enumerate().filter(stocked).map(|(at, _)| at).collect();
    let empty = Load::new(board, node);
    let by = lines.iter().find_map(|line| super::shortfall::keeps(board, &empty, *line));
    match by {
        _ if lines.is_empty() => (CandidateRejection::NoStock, None),
        Some(Keeper::Constraint(by)) => (CandidateRejection::Constraint, Some(by)),
        Some(Keeper::Sourcing) => (CandidateRejection::NotSourced, None),
        None => (CandidateRejection::TooHeavy, None),
    }
}
