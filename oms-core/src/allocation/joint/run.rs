//! The joint planner's front door.

use std::collections::{BTreeMap, BTreeSet};

use super::group::{deserved, plan_group};
use super::rows::{RowKey, Rows, Taken};
use super::search::Work;
use super::seat::{Guest, Seat};
use super::{
    CapacityPrice, JointCost, JointOrder, JointOrderPlan, JointPlan, JointProblem, MovedUnits, RowPrices,
    StockPrice,
};
use crate::allocation::batch::BatchError;
use crate::allocation::board::AllocationBoard;
use crate::allocation::exact::cost_range;
use crate::allocation::{
    AllocationAssignment, AllocationError, AllocationProblem, CapacityMeasure, Goal, plan_assignments,
};
use crate::value::{Currency, Money, NodeId, Quantity};

/// Plans open orders together: what each ships from where, what that costs, and how much cheaper any plan could be.
///
/// Orders that want nothing scarce are planned once, each at its best. The others are planned one after the other, at
/// prices of what is scarce and without, then again in groups of two to four that compete. Never costs more than
/// planning them one by one with [`GreedyCost`](crate::allocation::GreedyCost). Work grows with the orders that want
/// something scarce: about 150 plans of a single order for each. Memory is linear in orders and their candidates.
///
/// ```
/// use oms_core::allocation::{AllocationProblem, JointOrder, JointProblem, plan_jointly};
///
/// // One mug is left in Berlin; Hamburg has plenty, and is dear for the second order only.
/// let order = |id: &str, hamburg: &str| -> Result<JointOrder, serde_json::Error> {
///     let eur = |amount: &str| serde_json::json!({"amount": amount, "currency": "EUR"});
///     let problem: AllocationProblem = serde_json::from_value(serde_json::json!({
///         "currency": "EUR", "splitCost": eur("0.00"), "lanesRequired": false,
///         "lines": [{"line": "1", "sku": "mug", "quantity": 1, "unitWeight": 300}],
///         "candidates": [
///             {"node": "berlin", "shipmentCost": eur("3.00"), "unitCost": eur("0.00"), "available": {"mug": 1}},
///             {"node": "hamburg", "shipmentCost": eur(hamburg), "unitCost": eur("0.00"), "available": {"mug": 9}},
///         ],
///     }))?;
///     Ok(JointOrder::new(id.try_into().unwrap(), problem))
/// };
/// let batch = JointProblem::new(vec![order("o-1", "3.50")?, order("o-2", "9.00")?]);
/// let plan = plan_jointly(&batch).unwrap();
/// assert_eq!(plan.orders[1].plan.assignments[0].node.as_str(), "berlin");
/// assert_eq!(plan.cost.total.to_string(), "6.50 EUR");
/// assert_eq!(plan.lower_bound, Some(plan.cost.total)); // no plan costs less
/// assert_eq!(plan.prices.stock[0].node.as_str(), "berlin"); // and one more mug there would save money
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// [`BatchError::Invalid`] with every fault of the batch and its problems, and [`BatchError::Plan`] when costs are
/// beyond what money can hold.
pub fn plan_jointly(batch: &JointProblem) -> Result<JointPlan, BatchError> {
    let problems = batch.problems();
    if !problems.is_empty() {
        return Err(BatchError::Invalid(problems));
    }
    let judged: Vec<Judged<'_>> = batch.orders.iter().map(|order| Judged::of(&order.problem)).collect();
    let fill = match batch.unfilled_cost {
        Some(cost) => i128::from(cost.minor()),
        None => fill_cost(&judged)?,
    };
    let churn = batch.churn_cost.map_or(0, |cost| i128::from(cost.minor()));
    let rooms: BTreeMap<(NodeId, CapacityMeasure), u64> =
        batch.capacity.iter().map(|row| ((row.node.clone(), row.measure), row.room)).collect();
    let known = known_prices(&batch.prices);
    let threads = usize::from(batch.threads.unwrap_or(1)).clamp(1, 64);
    let mut explicit = batch.work.map(Work::new);
    let mut taken = Taken::new();
    let mut joint = Joint::default();
    for class in classes(batch) {
        let members: Vec<usize> = (batch.orders.iter().enumerate())
            .filter(|(_, order)| class.is_none_or(|class| order.class == class))
            .map(|(at, _)| at)
            .collect();
        let mut gone = taken.clone();
        for order in batch.orders.iter().filter(|order| class.is_some_and(|class| order.class < class)) {
            if !batch.may_take_back {
                keep_planned(order, &mut gone);
            }
        }
        let guest = |at: &usize| {
            let (judged, order) = (judged.get(*at)?, batch.orders.get(*at)?);
            let fill = if judged.fills_first { fill } else { 0 };
            let (problem, open) = (judged.problem(), judged.open());
            let (planned, may_lose) = (order.planned.as_slice(), batch.may_take_back);
            Some(Seat::new(Guest { problem, open, fill, churn, planned, may_lose }, &gone))
        };
        let mut seats: Vec<Seat<'_>> = members.iter().filter_map(guest).collect();
        let rows = Rows::of(&mut seats, &rooms, &gone);
        let start = rows.keys.iter().map(|key| known.get(key).copied().unwrap_or(0)).collect();
        let mut own = Work::new(deserved(&seats));
        let work = explicit.as_mut().unwrap_or(&mut own);
        let before = work.spent;
        let (plans, bound) = plan_group(&mut seats, &rows, start, threads, work);
        joint.work = joint.work.saturating_add(work.spent.saturating_sub(before));
        joint.bound = joint.bound.zip(bound.lower).map(|(sum, lower)| sum.saturating_add(lower));
        for (key, price) in rows.keys.into_iter().zip(bound.prices) {
            let most = joint.prices.entry(key).or_default();
            *most = price.max(*most);
        }
        for ((at, seat), served) in members.iter().zip(&seats).zip(&plans.served) {
            seat.take(served, &mut taken);
            joint.assignments.insert(*at, seat.assignments(served));
        }
    }
    let currency = batch.orders.first().map(|order| order.problem.currency);
    let told = currency.map(|currency| joint.told(batch, &judged, Counted { currency, fill, churn }));
    told.unwrap_or(Err(BatchError::Invalid(problems)))
}

/// The classes in the sequence in which they are planned; none for all at once.
fn classes(batch: &JointProblem) -> Vec<Option<u32>> {
    if batch.across_classes {
        return vec![None];
    }
    let classes: BTreeSet<u32> = batch.orders.iter().map(|order| order.class).collect();
    classes.into_iter().rev().map(Some).collect()
}

/// Counts what an order of a lower class has as gone: it may be planned elsewhere, but not lost.
fn keep_planned(order: &JointOrder, gone: &mut Taken) {
    let mut seen = BTreeSet::new();
    for part in &order.planned {
        let Some(line) = order.problem.lines.iter().find(|line| line.line == part.line) else { continue };
        let units = u64::from(part.quantity.units());
        let mut add = |key: RowKey, amount: u64| {
            let sum = gone.entry(key).or_default();
            *sum = sum.saturating_add(amount);
        };
        add(RowKey::Stock(line.sku.clone(), part.node.clone()), units);
        for measure in CapacityMeasure::ALL {
            let amount = match measure {
                CapacityMeasure::Orders => u64::from(seen.insert(&part.node)),
                CapacityMeasure::Lines => 1,
                CapacityMeasure::Units => units,
                CapacityMeasure::WeightGrams => units.saturating_mul(u64::from(line.unit_weight.as_grams())),
                CapacityMeasure::VolumeCm3 => units.saturating_mul(line.facts.unit_volume_cm3),
            };
            add(RowKey::Room(part.node.clone(), measure), amount);
        }
    }
}

/// The prices that the batch starts from, by what they are for.
fn known_prices(prices: &RowPrices) -> BTreeMap<RowKey, i128> {
    let stock = prices.stock.iter().map(|row| (RowKey::Stock(row.sku.clone(), row.node.clone()), row.price));
    let rooms = prices.capacity.iter().map(|row| (RowKey::Room(row.node.clone(), row.measure), row.price));
    stock.chain(rooms).map(|(key, price)| (key, i128::from(price.minor()))).collect()
}

/// A problem as a batch judges it: by money alone.
struct Judged<'p> {
    given: &'p AllocationProblem,
    /// Without goals, where it has some.
    plain: Option<Box<AllocationProblem>>,
    /// Without sourcing too, where it has one.
    open: Option<Box<AllocationProblem>>,
    fills_first: bool,
}

impl<'p> Judged<'p> {
    fn of(given: &'p AllocationProblem) -> Self {
        let goals = &given.objective.goals;
        let fills_first = match goals.first() {
            Some(first) => *first == Goal::Filled,
            None => given.objective.unfilled.is_none(),
        };
        let plain = (!goals.is_empty()).then(|| {
            let mut plain = Box::new(given.clone());
            plain.objective.goals.clear();
            plain
        });
        let open = (!given.sourcing.is_empty()).then(|| {
            let mut open = plain.clone().unwrap_or_else(|| Box::new(given.clone()));
            open.sourcing.clear();
            open
        });
        Self { given, plain, open, fills_first }
    }

    fn problem(&self) -> &AllocationProblem {
        self.plain.as_deref().unwrap_or(self.given)
    }

    fn open(&self) -> &AllocationProblem {
        self.open.as_deref().unwrap_or_else(|| self.problem())
    }
}

/// More than any order that is to be filled first can save by leaving a unit.
fn fill_cost(judged: &[Judged<'_>]) -> Result<i128, BatchError> {
    let mut most = 0_i128;
    for judged in judged.iter().filter(|judged| judged.fills_first) {
        let range = cost_range(&AllocationBoard::within(judged.open(), &[]));
        most = most.max(range.ok_or(AllocationError::Overflow)?);
    }
    Ok(most.saturating_add(1))
}

/// What units count for beside their costs.
#[derive(Clone, Copy)]
struct Counted {
    currency: Currency,
    fill: i128,
    churn: i128,
}

/// What the groups came to.
struct Joint {
    assignments: BTreeMap<usize, Vec<AllocationAssignment>>,
    bound: Option<i128>,
    prices: BTreeMap<RowKey, i128>,
    work: u64,
}

impl Default for Joint {
    fn default() -> Self {
        Self { assignments: BTreeMap::new(), bound: Some(0), prices: BTreeMap::new(), work: 0 }
    }
}

impl Joint {
    fn told(
        mut self,
        batch: &JointProblem,
        judged: &[Judged<'_>],
        counted: Counted,
    ) -> Result<JointPlan, BatchError> {
        let Counted { currency, fill, churn } = counted;
        let money = |minor: i128| {
            let minor = i64::try_from(minor).map_err(|_| AllocationError::Overflow)?;
            Ok::<_, BatchError>(Money::from_minor(minor, currency))
        };
        let (mut plans, mut short, mut moves) = (0_i128, 0_i128, 0_i128);
        let mut orders = Vec::with_capacity(batch.orders.len());
        for (at, (order, judged)) in batch.orders.iter().zip(judged).enumerate() {
            let assignments = self.assignments.remove(&at).unwrap_or_default();
            let moved = moved(order, &assignments);
            let plan = plan_assignments(&order.problem, "batch", assignments)?;
            plans = plans.saturating_add(i128::from(plan.cost.total.minor()));
            if judged.fills_first {
                short += plan.shortfalls.iter().map(|one| i128::from(one.quantity.units())).sum::<i128>();
            }
            moves += moved.iter().map(|one| i128::from(one.quantity.units())).sum::<i128>();
            orders.push(JointOrderPlan { order: order.order.clone(), plan: Box::new(plan), moved });
        }
        let (unfilled, churn) = (short.saturating_mul(fill), moves.saturating_mul(churn));
        let total = plans.saturating_add(unfilled).saturating_add(churn);
        let gap = |bound: i128| {
            let gap = total.saturating_sub(bound).saturating_mul(1_000_000);
            u64::try_from(gap.checked_div(bound.abs().max(1)).unwrap_or(0)).unwrap_or(0)
        };
        Ok(JointPlan {
            orders,
            cost: JointCost {
                plans: money(plans)?,
                unfilled: money(unfilled)?,
                churn: money(churn)?,
                total: money(total)?,
            },
            lower_bound: self.bound.map(money).transpose()?,
            gap_per_million: self.bound.map(gap),
            prices: shown(self.prices, &money)?,
            work: self.work,
        })
    }
}

/// Prices of what is worth more than nothing.
fn shown(
    prices: BTreeMap<RowKey, i128>,
    money: &dyn Fn(i128) -> Result<Money, BatchError>,
) -> Result<RowPrices, BatchError> {
    let mut shown = RowPrices::default();
    for (key, price) in prices.into_iter().filter(|(_, price)| *price > 0) {
        let price = money(price)?;
        match key {
            RowKey::Stock(sku, node) => shown.stock.push(StockPrice { sku, node, price }),
            RowKey::Room(node, measure) => shown.capacity.push(CapacityPrice { node, measure, price }),
        }
    }
    Ok(shown)
}

/// The units that leave the node where they were planned.
fn moved(order: &JointOrder, assignments: &[AllocationAssignment]) -> Vec<MovedUnits> {
    let mut moved = Vec::new();
    for part in &order.planned {
        let same = |one: &&AllocationAssignment| one.line == part.line && one.node == part.node;
        let stays = assignments.iter().find(same).map_or(0, |one| one.quantity.units());
        let units = part.quantity.units().saturating_sub(stays);
        if units > 0 {
            let (line, node) = (part.line.clone(), part.node.clone());
            moved.push(MovedUnits { line, node, quantity: Quantity::new(units) });
        }
    }
    moved.sort_by(|a, b| (&a.line, &a.node).cmp(&(&b.line, &b.node)));
    moved
}
