//! Lets strategies decide the stream.

use std::collections::BTreeMap;

use super::{
    BacktestEvent, BacktestOrder, BacktestReport, BacktestScore, BacktestStream, ShadowChange, ShadowReport,
    paired_difference,
};
use crate::allocation::{AllocationError, AllocationPlan, AllocationStrategy, plan};
use crate::value::{Currency, Money, NodeId, Quantity, SkuId};

/// What a strategy did with each order.
struct Played<'s> {
    plans: Vec<(&'s BacktestOrder, AllocationPlan)>,
    /// What each order cost, units short included, in minor units.
    costs: Vec<i64>,
}

/// What is left while a strategy plays.
#[derive(Default)]
struct Left {
    units: BTreeMap<(NodeId, SkuId), u32>,
    shipments: BTreeMap<NodeId, u32>,
}

/// Lets each strategy decide every order of a stream, and compares each with the first. `resamples` and `seed` are
/// those of the intervals; 2,000 is plenty.
///
/// # Errors
/// [`AllocationError::InvalidProblem`] with every fault of the stream; [`AllocationError::InvalidAssignment`] when a
/// strategy breaks a rule; [`AllocationError::Overflow`].
pub fn backtest(
    stream: &BacktestStream,
    strategies: &[&dyn AllocationStrategy],
    resamples: u32,
    seed: u64,
) -> Result<BacktestReport, AllocationError> {
    check(stream)?;
    let (mut scores, mut differences) = (Vec::new(), Vec::new());
    let mut first: Option<(String, Vec<i64>)> = None;
    for strategy in strategies {
        let played = play(stream, *strategy)?;
        scores.push(score(stream, strategy.name(), &played)?);
        match &first {
            None => first = Some((strategy.name().to_owned(), played.costs)),
            Some((baseline, costs)) => {
                let names = (strategy.name(), baseline.as_str());
                let currency = stream.short_cost.currency();
                let sampling = (resamples, seed);
                differences.push(paired_difference(names, (&played.costs, costs), currency, sampling)?);
            }
        }
    }
    Ok(BacktestReport { scores, differences })
}

/// Which orders of a stream would ship otherwise if another strategy decided them. Give it the open orders, with what
/// nodes have as receipts before them.
///
/// # Errors
/// As [`backtest`].
pub fn shadow(
    stream: &BacktestStream,
    current: &dyn AllocationStrategy,
    proposed: &dyn AllocationStrategy,
) -> Result<ShadowReport, AllocationError> {
    check(stream)?;
    let (now, then) = (play(stream, current)?, play(stream, proposed)?);
    let mut changes = Vec::new();
    let mut total = 0_i128;
    let costs = now.costs.iter().zip(&then.costs);
    for (((order, from), (_, to)), (cost, would)) in now.plans.iter().zip(&then.plans).zip(costs) {
        if from.assignments == to.assignments {
            continue;
        }
        let difference = i128::from(*would).saturating_sub(i128::from(*cost));
        total = total.saturating_add(difference);
        changes.push(ShadowChange {
            order: order.order.clone(),
            from: from.assignments.clone(),
            to: to.assignments.clone(),
            units_short: short(to).saturating_sub(short(from)),
            difference: money(difference, stream.short_cost.currency())?,
        });
    }
    Ok(ShadowReport {
        current: current.name().to_owned(),
        proposed: proposed.name().to_owned(),
        orders: now.plans.len() as u64,
        changes,
        total: money(total, stream.short_cost.currency())?,
    })
}

fn check(stream: &BacktestStream) -> Result<(), AllocationError> {
    let problems = stream.problems();
    if problems.is_empty() { Ok(()) } else { Err(AllocationError::InvalidProblem { problems }) }
}

pub(super) fn money(minor: i128, currency: Currency) -> Result<Money, AllocationError> {
    let minor = i64::try_from(minor).map_err(|_| AllocationError::Overflow)?;
    Ok(Money::from_minor(minor, currency))
}

fn short(plan: &AllocationPlan) -> i64 {
    plan.shortfalls.iter().map(|part| part.quantity.signed()).fold(0, i64::saturating_add)
}

fn play<'s>(
    stream: &'s BacktestStream,
    strategy: &dyn AllocationStrategy,
) -> Result<Played<'s>, AllocationError> {
    let mut left = Left::default();
    left.begin_day(stream);
    let mut played = Played { plans: Vec::new(), costs: Vec::new() };
    for event in &stream.events {
        match event {
            BacktestEvent::Day(_) => left.begin_day(stream),
            BacktestEvent::Receipt(receipt) => {
                let cell = left.units.entry((receipt.node.clone(), receipt.sku.clone())).or_default();
                *cell = cell.saturating_add(receipt.quantity.units());
            }
            BacktestEvent::Order(order) => {
                let plan = left.decide(order, strategy)?;
                let short = i128::from(short(&plan)).saturating_mul(i128::from(stream.short_cost.minor()));
                let cost = short.saturating_add(i128::from(plan.cost.total.minor()));
                played.costs.push(i64::try_from(cost).map_err(|_| AllocationError::Overflow)?);
                played.plans.push((order, plan));
            }
        }
    }
    Ok(played)
}

impl Left {
    fn begin_day(&mut self, stream: &BacktestStream) {
        self.shipments = stream.capacity.iter().map(|of| (of.node.clone(), of.shipments)).collect();
    }

    /// Plans an order with what is left, and takes what it takes. A node that can send nothing more today is closed.
    fn decide(
        &mut self,
        order: &BacktestOrder,
        strategy: &dyn AllocationStrategy,
    ) -> Result<AllocationPlan, AllocationError> {
        let mut problem = order.problem.clone();
        for candidate in &mut problem.candidates {
            candidate.active &= self.shipments.get(&candidate.node) != Some(&0);
            candidate.available = problem
                .lines
                .iter()
                .filter_map(|line| {
                    let units = self.units.get(&(candidate.node.clone(), line.sku.clone()))?;
                    (*units > 0).then(|| (line.sku.clone(), Quantity::new(*units)))
                })
                .collect();
        }
        let plan = plan(&problem, strategy)?;
        for part in &plan.assignments {
            let Some(line) = problem.lines.iter().find(|line| line.line == part.line) else { continue };
            if let Some(units) = self.units.get_mut(&(part.node.clone(), line.sku.clone())) {
                *units = units.saturating_sub(part.quantity.units());
            }
        }
        for shipment in &plan.shipments {
            if let Some(left) = self.shipments.get_mut(&shipment.node) {
                *left = left.saturating_sub(1);
            }
        }
        Ok(plan)
    }
}

fn score(
    stream: &BacktestStream,
    strategy: &str,
    played: &Played<'_>,
) -> Result<BacktestScore, AllocationError> {
    let currency = stream.short_cost.currency();
    let sum = |of: &dyn Fn(&AllocationPlan) -> i128| {
        played.plans.iter().fold(0_i128, |sum, (_, plan)| sum.saturating_add(of(plan)))
    };
    let count = |of: &dyn Fn(&AllocationPlan) -> bool| {
        played.plans.iter().filter(|(_, plan)| of(plan)).count() as u64
    };
    let freight = sum(&|plan| i128::from(plan.cost.freight.minor()));
    let planned = sum(&|plan| i128::from(plan.cost.total.minor()));
    let units_short = sum(&|plan| i128::from(short(plan)));
    let short_cost = units_short.saturating_mul(i128::from(stream.short_cost.minor()));
    let shipments = sum(&|plan| i128::try_from(plan.shipments.len()).unwrap_or(0));
    Ok(BacktestScore {
        strategy: strategy.to_owned(),
        orders: played.plans.len() as u64,
        complete_orders: count(&AllocationPlan::is_complete),
        shipments: u64::try_from(shipments).unwrap_or(u64::MAX),
        split_orders: count(&|plan| plan.shipments.len() > 1),
        units_short: u64::try_from(units_short).unwrap_or(u64::MAX),
        freight: money(freight, currency)?,
        other: money(planned.saturating_sub(freight), currency)?,
        short: money(short_cost, currency)?,
        total: money(planned.saturating_add(short_cost), currency)?,
    })
}
