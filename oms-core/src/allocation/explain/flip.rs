//! Looking for the next best choice and for what would turn it, by solving the problem again with one input changed.

use std::collections::BTreeSet;

use super::change::{InputChange, PriceDrop, PriceRise, PromiseMoved, StockLess, StockMore};
use super::choice::{Alternative, BoundGap, ChoiceExplanation, ChoiceFlip, UnitSaving};
use super::rank::{nodes, rank, short_units};
use crate::allocation::{
    AllocationError, AllocationOutcome, AllocationPlan, AllocationProblem, AllocationStrategyKind, plan,
};
use crate::value::{Money, NodeId, Quantity, SkuId};

/// How many nodes that lost are asked what would let them win: those that could ship most, cheapest first.
const LOSERS: usize = 5;
/// How many days around the promise are tried.
const PROMISE_DAYS: u16 = 30;

/// Says why the nodes of a plan ship: the runner-up and its margin, what one more unit would save, and the smallest
/// change of one price, stock or promise with which the best plan would ship from other nodes.
///
/// Everything is found by solving the problem again with the strategy `exact`, some hundred times at most for each
/// node that ships and for the five best that do not; a million of candidates costs no more than reading them. A
/// change is the smallest of its kind: with one minor unit, one unit or one day less the best plan would ship from
/// the same nodes.
///
/// # Errors
/// As [`plan`], for the problem.
pub fn explain_choice(
    problem: &AllocationProblem,
    chosen: &AllocationPlan,
) -> Result<ChoiceExplanation, AllocationError> {
    let solver = Solver { problem };
    let best = solver.solve(problem)?;
    let is_best = rank(problem, &best).0 >= rank(problem, chosen).0;
    let better = (!is_best).then(|| alternative(chosen, &best, None));
    let runner_up = solver.runner_up(&best);
    let gap = BoundGap {
        proved: best.proof.as_ref().is_some_and(|proof| proof.proved),
        bound: best.proof.as_ref().and_then(|proof| proof.bound),
    };
    Ok(ChoiceExplanation {
        nodes: nodes(chosen),
        cost: chosen.cost.total,
        better,
        runner_up: runner_up.map(|(without, plan)| alternative(chosen, &plan, Some(without))),
        gap,
        savings: solver.savings(&best),
        flips: solver.flips(&best),
    })
}

fn alternative(chosen: &AllocationPlan, other: &AllocationPlan, without: Option<NodeId>) -> Alternative {
    let cost = other.cost.total;
    let margin = cost.minor().saturating_sub(chosen.cost.total.minor());
    Alternative {
        nodes: nodes(other),
        cost,
        margin: Money::from_minor(margin, cost.currency()),
        short_units: short_units(other),
        without,
    }
}

struct Solver<'p> {
    problem: &'p AllocationProblem,
}

impl Solver<'_> {
    fn solve(&self, problem: &AllocationProblem) -> Result<AllocationPlan, AllocationError> {
        plan(problem, AllocationStrategyKind::Exact.strategy())
    }

    /// The best plan with a change made; none where the change makes the problem unsolvable, such as a price too large.
    fn with(&self, change: &InputChange) -> Option<AllocationPlan> {
        self.solve(&change.applied(self.problem)).ok()
    }

    /// The best plan without one of the nodes of another, and which.
    fn runner_up(&self, best: &AllocationPlan) -> Option<(NodeId, AllocationPlan)> {
        let without = |node: &NodeId| {
            let mut closed = self.problem.clone();
            closed.candidates.retain(|candidate| candidate.node != *node);
            Some((node.clone(), self.solve(&closed).ok()?))
        };
        let plans = best.shipments.iter().filter_map(|shipment| without(&shipment.node));
        plans.min_by_key(|(_, plan)| rank(self.problem, plan))
    }

    /// What one more unit would save wherever a node gives all it has of a SKU or could ship some of it.
    fn savings(&self, best: &AllocationPlan) -> Vec<UnitSaving> {
        let mut savings = Vec::new();
        for (node, sku) in self.cells(best) {
            let more = StockMore { node, sku, units: Quantity::new(1) };
            let Some(plan) = self.with(&InputChange::StockMore(more.clone())) else { continue };
            let saving = best.cost.total.minor().saturating_sub(plan.cost.total.minor());
            let more_units = short_units(best).saturating_sub(short_units(&plan));
            if saving > 0 || more_units > 0 {
                let saving = Money::from_minor(saving, best.cost.total.currency());
                savings.push(UnitSaving { node: more.node, sku: more.sku, saving, more_units });
            }
        }
        savings.sort_by(|a, b| {
            let key = |saving: &UnitSaving| (saving.more_units, saving.saving.minor());
            key(b).cmp(&key(a)).then_with(|| (&a.node, &a.sku).cmp(&(&b.node, &b.sku)))
        });
        savings
    }

    fn flips(&self, best: &AllocationPlan) -> Vec<ChoiceFlip> {
        let ships = nodes(best);
        let mut rises = Vec::new();
        let mut lessened = Vec::new();
        for node in &ships {
            rises.extend(self.rise(best, node));
            lessened.extend(self.fewer(best, node));
        }
        let mut drops = Vec::new();
        let mut more = Vec::new();
        for node in self.losers(best) {
            drops.extend(self.drop(best, &node));
            more.extend(self.more(best, &node));
        }
        let mut flips: Vec<ChoiceFlip> = Vec::new();
        for mut kind in [rises, drops, more, lessened] {
            kind.sort_by_key(|(size, _)| *size);
            flips.extend(kind.into_iter().map(|(_, flip)| flip));
        }
        flips.extend(self.promise(best));
        flips
    }

    fn rise(&self, best: &AllocationPlan, node: &NodeId) -> Option<(u64, ChoiceFlip)> {
        let currency = self.problem.currency;
        let mut closed = self.problem.clone();
        closed.candidates.retain(|candidate| candidate.node != *node);
        let without = self.solve(&closed).ok()?;
        let most = without.cost.total.minor().saturating_sub(best.cost.total.minor()).saturating_add(1);
        let change = |by: u64| {
            let by = Money::from_minor(i64::try_from(by).unwrap_or(i64::MAX), currency);
            InputChange::PriceRise(PriceRise { node: node.clone(), by })
        };
        self.smallest(best, u64::try_from(most).ok()?, change)
    }

    fn drop(&self, best: &AllocationPlan, node: &NodeId) -> Option<(u64, ChoiceFlip)> {
        let candidate = self.problem.candidates.iter().find(|candidate| candidate.node == *node)?;
        let prices = candidate.lane.options.iter().flat_map(|option| &option.tariff.bands);
        let dearest = prices.map(|band| band.price.minor()).max().unwrap_or(0);
        let most = candidate.shipment_cost.minor().saturating_add(dearest);
        let change = |by: u64| {
            let by = Money::from_minor(i64::try_from(by).unwrap_or(i64::MAX), self.problem.currency);
            InputChange::PriceDrop(PriceDrop { node: node.clone(), by })
        };
        self.smallest(best, u64::try_from(most).ok()?, change)
    }

    /// More of the SKU that turns the choice with the fewest units.
    fn more(&self, best: &AllocationPlan, node: &NodeId) -> Option<(u64, ChoiceFlip)> {
        let flips = self.skus().into_iter().filter_map(|(sku, wanted)| {
            let change = |units: u64| {
                let units = Quantity::new(u32::try_from(units).unwrap_or(u32::MAX));
                InputChange::StockMore(StockMore { node: node.clone(), sku: sku.clone(), units })
            };
            self.smallest(best, wanted, change)
        });
        flips.min_by_key(|(units, _)| *units)
    }

    /// Less of the SKU that turns the choice with the fewest units.
    fn fewer(&self, best: &AllocationPlan, node: &NodeId) -> Option<(u64, ChoiceFlip)> {
        let candidate = self.problem.candidates.iter().find(|candidate| candidate.node == *node)?;
        let flips = self.skus().into_iter().filter_map(|(sku, _)| {
            let there = candidate.available.get(&sku).map_or(0, |units| units.units());
            let change = |units: u64| {
                let units = Quantity::new(u32::try_from(units).unwrap_or(u32::MAX));
                InputChange::StockLess(StockLess { node: node.clone(), sku: sku.clone(), units })
            };
            self.smallest(best, u64::from(there), change)
        });
        flips.min_by_key(|(units, _)| *units)
    }

    /// The nearest promise, sooner or later, with which other nodes ship.
    fn promise(&self, best: &AllocationPlan) -> Vec<ChoiceFlip> {
        let Some(promised) = self.problem.order.promise_days else { return Vec::new() };
        let sooner = (1..=PROMISE_DAYS).map_while(|days| promised.checked_sub(days));
        let later = (1..=PROMISE_DAYS).map_while(|days| promised.checked_add(days));
        let flip = |promise_days: u16| {
            let change = InputChange::PromiseMoved(PromiseMoved { promise_days });
            self.turned(best, change)
        };
        let sooner = sooner.into_iter().find_map(flip);
        let later = later.into_iter().find_map(flip);
        sooner.into_iter().chain(later).collect()
    }

    /// The change made, if other nodes ship then.
    fn turned(&self, best: &AllocationPlan, change: InputChange) -> Option<ChoiceFlip> {
        let plan = self.with(&change)?;
        let nodes = nodes(&plan);
        (nodes != self::nodes(best)).then_some(ChoiceFlip { change, nodes, cost: plan.cost.total })
    }

    /// The smallest size, up to the most, at which the change turns the choice, found by halving: it turns there and
    /// does not one step below.
    fn smallest(
        &self,
        best: &AllocationPlan,
        most: u64,
        change: impl Fn(u64) -> InputChange,
    ) -> Option<(u64, ChoiceFlip)> {
        if most == 0 {
            return None;
        }
        let (mut low, mut high) = (0, most);
        let mut found = self.turned(best, change(most))?;
        while high.saturating_sub(low) > 1 {
            let middle = low.midpoint(high);
            match self.turned(best, change(middle)) {
                Some(flip) => (high, found) = (middle, flip),
                None => low = middle,
            }
        }
        Some((high, found))
    }

    /// The SKUs asked for, with how many units.
    fn skus(&self) -> Vec<(SkuId, u64)> {
        let mut skus: Vec<(SkuId, u64)> = Vec::new();
        for line in &self.problem.lines {
            let units = u64::from(line.quantity.units());
            match skus.iter_mut().find(|(sku, _)| *sku == line.sku) {
                Some((_, wanted)) => *wanted = wanted.saturating_add(units),
                None => skus.push((line.sku.clone(), units)),
            }
        }
        skus.sort();
        skus
    }

    /// The nodes that could ship and do not: those that could ship most first, then the cheapest.
    fn losers(&self, best: &AllocationPlan) -> Vec<NodeId> {
        let lost = |outcome: &AllocationOutcome| !matches!(outcome, AllocationOutcome::Chosen(_));
        let mut losers: Vec<_> = best.candidates.iter().filter(|verdict| lost(&verdict.outcome)).collect();
        losers.sort_by(|a, b| {
            let cost = |verdict: &crate::allocation::AllocationVerdict| {
                verdict.fillable_cost.map_or(i64::MAX, Money::minor)
            };
            let more = b.fillable_units.cmp(&a.fillable_units);
            more.then_with(|| cost(a).cmp(&cost(b))).then_with(|| a.node.cmp(&b.node))
        });
        losers.into_iter().take(LOSERS).map(|verdict| verdict.node.clone()).collect()
    }

    /// The cells of which one unit more could matter: those of the nodes that ship and of the best that lost.
    fn cells(&self, best: &AllocationPlan) -> BTreeSet<(NodeId, SkuId)> {
        let nodes: Vec<NodeId> = nodes(best).into_iter().chain(self.losers(best)).collect();
        let skus = self.skus();
        nodes.iter().flat_map(|node| skus.iter().map(|(sku, _)| (node.clone(), sku.clone()))).collect()
    }
}
