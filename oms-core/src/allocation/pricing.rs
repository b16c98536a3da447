//! What shipments and orders cost, line by line, in minor units.

use super::board::{AllocationBoard, BoardNode};
use super::constraint::{CostKey, Cover, Least, LineSet, SetRule, Shape};
use super::load::Load;
use super::objective::{half_up, per_mille};
use super::{CapacityMeasure, CostKind, Goal, LatePer};
use crate::network::LaneOption;

/// A day in the thousandths in which cover is counted, squared.
const SQUARED_DAY: i128 = 1_000_000;
/// The longest cover that is told apart, in thousandths of a day: ten thousand days.
const MOST_COVER: u128 = 10_000_000;

/// The service that a shipment goes by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice<'p> {
    /// What it asks.
    pub(super) freight: i128,
    /// The service and its place in the lane; none where freight is unknown.
    pub(super) option: Option<(usize, &'p LaneOption)>,
    /// Whether some line arrives after what was promised.
    pub(super) is_late: bool,
}

/// Whether more than the weight decides whether a service takes a shipment.
pub(super) fn is_service_limited(board: &AllocationBoard<'_>, node: usize) -> bool {
    board.rules.in_time.is_some() || board.node_rules(node).is_some_and(|rules| !rules.budgets.is_empty())
}

/// Whether it matters if a shipment is late.
fn minds_time(board: &AllocationBoard<'_>) -> bool {
    let rules = &board.rules;
    rules.late.is_some()
        || rules.in_time.is_some()
        || !rules.late_prices.is_empty()
        || board.problem().objective.goals.contains(&Goal::Late)
}

/// The best service for a shipment: the cheapest with all that depends on the service, or one that is in time
/// where that goal comes before cost. Ties go to fewer days, then to the carrier's and the service's id.
pub(super) fn choose<'p>(board: &AllocationBoard<'p>, load: &Load) -> Option<Choice<'p>> {
    let node = board.nodes.get(load.node)?;
    let rules = board.node_rules(load.node)?;
    let handling = node.handling_minor(load.units)?;
    let affords =
        |freight: i128| rules.budgets.iter().all(|(_, left)| freight.saturating_add(handling) <= *left);
    if !board.freight_known {
        return affords(0).then_some(Choice { freight: 0, option: None, is_late: false });
    }
    let is_plain = rules.options.is_empty()
        && rules.budgets.is_empty()
        && !minds_time(board)
        && board.problem().objective.weights.freight_per_mille > 0;
    if is_plain {
        let (freight, option) = node.candidate.lane.cheapest(load.grams)?;
        return Some(Choice { freight: i128::from(freight), option: Some((0, option)), is_late: false });
    }
    let goals = &board.problem().objective.goals;
    let prefers_in_time =
        goals.iter().take_while(|goal| **goal != Goal::Cost).any(|goal| *goal == Goal::Late);
    let offers = board.options(load.node).filter_map(|(at, option)| {
        let freight = i128::from(option.price_minor(load.grams)?);
        let is_late = late_days(board, node, load, option).next().is_some();
        let may = affords(freight) && !(is_late && board.rules.in_time.is_some());
        let mut cost = 0_i128;
        service_costs(board, load, at, option, freight, &mut |_, minor| cost = cost.saturating_add(minor));
        let rank = (prefers_in_time && is_late, cost, option.transit_days, &option.carrier, &option.service);
        may.then_some((rank, Choice { freight, option: Some((at, option)), is_late }))
    });
    offers
        .min_by(|(a, left), (b, right)| a.cmp(b).then(left.freight.cmp(&right.freight)))
        .map(|(_, choice)| choice)
}

/// By how many days each late line of a shipment is late.
fn late_days<'b>(
    board: &'b AllocationBoard<'_>,
    node: &BoardNode<'_>,
    load: &'b Load,
    option: &LaneOption,
) -> impl Iterator<Item = u32> + use<'b> {
    let arrival = node.arrival_days(option);
    let shipped = board.lines.iter().zip(&load.by_line).filter(|(_, units)| **units > 0);
    shipped.filter_map(move |(line, _)| arrival.checked_sub(line.promise_days?).filter(|days| *days > 0))
}

/// What depends on the service: freight, lateness, emissions, and prices of constraints.
fn service_costs(
    board: &AllocationBoard<'_>,
    load: &Load,
    at: usize,
    option: &LaneOption,
    freight: i128,
    emit: &mut dyn FnMut(CostKey, i128),
) {
    let Some(node) = board.nodes.get(load.node) else { return };
    let rules = &board.rules;
    let weight = board.problem().objective.weights.freight_per_mille;
    emit((CostKind::Freight, None), per_mille(freight, weight));
    let worst = late_days(board, node, load, option).max();
    if let (Some(late), Some(worst)) = (rules.late, worst) {
        let of = |days: u32| late.per_day.saturating_mul(i128::from(days)).saturating_add(late.fixed);
        let minor = match late.per {
            LatePer::Shipment => of(worst),
            LatePer::Line => late_days(board, node, load, option).map(of).fold(0, i128::saturating_add),
        };
        emit((CostKind::Lateness, None), minor);
    }
    if worst.is_some() {
        rules.late_prices.iter().for_each(|(key, price)| emit(*key, *price));
    }
    let Some(own) = board.option_rules(load.node, at) else { return };
    if let Some(price) = rules.co2_price {
        // Grams for each shipment, and for a tonne and a kilometre: 10⁹ grams and metres.
        let (fixed, rate) = own.co2;
        let metres = i128::from(node.candidate.distance_metres.unwrap_or(0));
        let carried = i128::from(load.grams).saturating_mul(metres).saturating_mul(i128::from(rate));
        let grams = i128::from(fixed).saturating_mul(1_000_000_000).saturating_add(carried);
        emit((CostKind::Co2, None), half_up(price.saturating_mul(grams), 1_000_000_000_000_000));
    }
    own.prices.iter().for_each(|(key, price)| emit(*key, *price));
}

/// What a shipment costs, line by line, and the service that it goes by.
pub(super) fn load_costs<'p>(
    board: &AllocationBoard<'p>,
    load: &Load,
    emit: &mut dyn FnMut(CostKey, i128),
) -> Option<Choice<'p>> {
    let choice = choose(board, load)?;
    let node = board.nodes.get(load.node)?;
    let handling = node.handling_minor(load.units)?;
    match choice.option {
        Some((at, option)) => service_costs(board, load, at, option, choice.freight, emit),
        None => emit((CostKind::Freight, None), 0),
    }
    emit(
        (CostKind::Handling, None),
        per_mille(handling, board.problem().objective.weights.handling_per_mille),
    );
    let spent = choice.freight.saturating_add(handling);
    for charge in board.node_rules(load.node).into_iter().flat_map(|rules| &rules.charges) {
        emit(charge.key, shape_minor(board, load, &charge.shape, spent));
    }
    Some(choice)
}

fn shape_minor(board: &AllocationBoard<'_>, load: &Load, shape: &Shape, spent: i128) -> i128 {
    match shape {
        Shape::Fixed(minor) => *minor,
        Shape::Unit { line, each } => {
            each.saturating_mul(i128::from(load.by_line.get(*line).copied().unwrap_or(0)))
        }
        Shape::Beyond { sku, most, each } => {
            each.saturating_mul(i128::from(load.of_sku(*sku).saturating_sub(*most)))
        }
        Shape::Ladder { sku, ladder } => ladder.minor(u64::from(load.of_sku(*sku))),
        Shape::Over { measure, lines, room, each } => {
            let over = load.amount(board, *measure, lines).saturating_sub(*room);
            let step = match measure {
                CapacityMeasure::Orders | CapacityMeasure::Lines | CapacityMeasure::Units => 1,
                CapacityMeasure::WeightGrams | CapacityMeasure::VolumeCm3 => 1000,
            };
            each.saturating_mul(i128::from(over.div_ceil(step)))
        }
        Shape::Budget { left, price } => {
            if spent > *left {
                *price
            } else {
                0
            }
        }
    }
}

/// What a shipment costs in minor units; `None` if no carrier takes it.
pub(super) fn load_minor(board: &AllocationBoard<'_>, load: &Load) -> Option<i128> {
    let mut sum = Some(0_i128);
    load_costs(board, load, &mut |_, minor| sum = sum.and_then(|sum| sum.checked_add(minor)))?;
    sum
}

/// What an order costs beside its shipments, line by line: splits, units that do not ship, prices of constraints that
/// concern it as a whole, and the balance among nodes.
pub(super) fn order_costs(
    board: &AllocationBoard<'_>,
    loads: &[&Load],
    left: &[u32],
    emit: &mut dyn FnMut(CostKey, i128),
) {
    let rules = &board.rules;
    let count = i128::try_from(loads.len()).unwrap_or(i128::MAX);
    emit((CostKind::Split, None), board.split_minor.saturating_mul(count.saturating_sub(1).max(0)));
    for (key, most, each) in &rules.shipments_beyond {
        let beyond = i128::try_from(loads.len().saturating_sub(*most)).unwrap_or(i128::MAX);
        emit(*key, each.saturating_mul(beyond));
    }
    for (key, least, each) in &rules.below_least {
        let below = loads.iter().filter(|load| is_below(board, load, least, loads.len())).count();
        emit(*key, each.saturating_mul(i128::try_from(below).unwrap_or(i128::MAX)));
    }
    for (key, set, each) in &rules.torn_sets {
        emit(*key, each.saturating_mul(torn(loads, left, set)));
    }
    for (key, floor, each) in &rules.floor_prices {
        let (inside, outside) = sides(loads, &floor.inside);
        emit(*key, each.saturating_mul(i128::from(outside.min(floor.behind(inside, outside)))));
    }
    if let Some(costs) = &rules.unfilled {
        let parts = costs.iter().zip(left).map(|(each, units)| each.saturating_mul(i128::from(*units)));
        emit((CostKind::Unfilled, None), parts.fold(0, i128::saturating_add));
    }
    if let Some((price, covers)) = &rules.balance {
        emit((CostKind::Balance, None), balance(board, loads, *price, covers));
    }
}

/// Whether a shipment has less than the least.
pub(super) fn is_below(board: &AllocationBoard<'_>, load: &Load, least: &Least, shipments: usize) -> bool {
    let is_free = least.only_split && shipments < 2;
    !is_free && (load.units < least.units || load.value(board) < least.value)
}

/// How often a set of lines is torn: each further node that ships of it where it is to leave from one, else once.
pub(super) fn torn(loads: &[&Load], left: &[u32], set: &LineSet) -> i128 {
    let ships =
        |load: &&&Load| set.lines.iter().any(|line| load.by_line.get(*line).is_some_and(|units| *units > 0));
    let nodes = loads.iter().filter(ships).count();
    let is_whole = set.lines.iter().all(|line| left.get(*line).is_none_or(|units| *units == 0));
    match set.rule {
        SetRule::OneNode => i128::try_from(nodes.saturating_sub(1)).unwrap_or(i128::MAX),
        SetRule::Complete => i128::from(nodes > 0 && !is_whole),
        SetRule::Together => i128::from(nodes > 1 || (nodes == 1 && !is_whole)),
    }
}

/// Units from some nodes, and from all others.
pub(super) fn sides(loads: &[&Load], inside: &[bool]) -> (u64, u64) {
    loads.iter().fold((0_u64, 0_u64), |(within, beyond), load| {
        if inside.get(load.node).copied().unwrap_or(false) {
            (within.saturating_add(load.units), beyond)
        } else {
            (within, beyond.saturating_add(load.units))
        }
    })
}

/// By how much the order raises the variance of cover, at its price, SKU by SKU.
fn balance(board: &AllocationBoard<'_>, loads: &[&Load], price: i128, covers: &[Cover]) -> i128 {
    let days = |units: u64, daily_milli: u64| {
        // Units over thousandths of a unit a day: a million for thousandths of a day.
        let days = u128::from(units).saturating_mul(1_000_000).checked_div(u128::from(daily_milli));
        i128::try_from(days.unwrap_or(0).min(MOST_COVER)).unwrap_or(0)
    };
    let taken = |cover: &Cover| {
        let sku = board.lines.get(cover.line).map_or(usize::MAX, |line| line.sku);
        let load = loads.iter().find(|load| Some(load.node) == cover.node);
        load.map_or(0, |load| u64::from(load.of_sku(sku)))
    };
    let groups = covers.chunk_by(|a, b| a.line == b.line).map(|cells| {
        let variance = |left: &dyn Fn(&Cover) -> u64| {
            let covers = cells.iter().map(|cell| days(left(cell), cell.daily_milli));
            let (sum, squares) = covers.fold((0_i128, 0_i128), |(sum, squares), days| {
                (sum.saturating_add(days), squares.saturating_add(days.saturating_mul(days)))
            });
            let count = i128::try_from(cells.len()).unwrap_or(i128::MAX);
            squares.saturating_mul(count).saturating_sub(sum.saturating_mul(sum))
        };
        let rise = variance(&|cell| cell.on_hand.saturating_sub(taken(cell)))
            .saturating_sub(variance(&|cell| cell.on_hand));
        let count = i128::try_from(cells.len()).unwrap_or(i128::MAX);
        let whole = count.saturating_mul(count).saturating_mul(SQUARED_DAY).saturating_mul(1000);
        half_up(price.saturating_mul(rise), whole)
    });
    groups.fold(0, i128::saturating_add)
}
