//! Open orders planned together: as a proposal, or carried out.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::decide::{Gathered, gather};
use super::view::{Halt, Loaded, View};
use super::waiting::{entry, open_lines};
use super::{Action, AssignOrder, Command, DeallocateOrder, MAX_ROUNDS, Oms};
use crate::allocation::{
    AllocationAssignment, JointCapacity, JointOrder, JointPlan, JointProblem, RowPrices, plan_jointly,
};
use crate::backorder::{BackorderEntry, QueueKey, sort_queue};
use crate::error::{Error, ErrorReport};
use crate::order::{LineUnits, Order};
use crate::store::Store;
use crate::value::{
    CommandId, Instant, LineId, Money, NodeId, OrderId, Problems, Quantity, TenantId, Text, fingerprint,
};

/// Open orders that are to be planned together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderBatch {
    /// The orders, in the sequence in which they would be served one by one. All that may be allocated and have open
    /// units when empty, in the order of the queue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<OrderId>,
    /// What decides who stands before whom in that queue, most important first; then the instant of placing and the
    /// order id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<QueueKey>,
    /// Whether units that are allocated, and that no warehouse was told to pick, are planned anew too. Orders with
    /// units of lots keep them.
    #[serde(default)]
    pub replan: bool,
    /// What each unit costs that leaves the node where it is allocated; nothing when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub churn_cost: Option<Money>,
    /// What a unit that does not ship counts for, beside its own price, in orders that are to be filled first; more
    /// than any of them can save by leaving it when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unfilled_cost: Option<Money>,
    /// What nodes can still do for all orders together, where the sourcing does not say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacity: Vec<JointCapacity>,
    /// Whether all classes are weighed against each other by money. If not, lower classes take what higher ones leave.
    #[serde(default)]
    pub across_classes: bool,
    /// Whether allocated units may go to other orders, so that the order is short of them. If not, they may only ship
    /// from elsewhere.
    #[serde(default)]
    pub may_take_back: bool,
    /// How often an order may be planned, in all; as often as the batch deserves when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<u64>,
    /// How many threads may help; the plan does not depend on it. One when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threads: Option<u16>,
    /// The prices of the last batch, to start from.
    #[serde(default, skip_serializing_if = "RowPrices::is_empty")]
    pub prices: RowPrices,
}

/// What orders that are planned together get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderBatchAnswer {
    /// The plan; absent where no order takes part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Box<JointPlan>>,
    /// The orders that take no part or that could not be carried out, and why. Nothing of them has changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<OrderLeftOut>,
}

/// An order of which nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderLeftOut {
    /// The order.
    pub order: OrderId,
    /// Why.
    pub error: ErrorReport,
}

/// A plan with what it was made of.
struct Proposed {
    orders: Vec<JointOrder>,
    answer: OrderBatchAnswer,
}

impl<S: Store> Oms<S> {
    /// Plans open orders together, and changes nothing: see [`plan_jointly`]. Each order's problem is the one that
    /// `allocate_order` would solve, with all stock that the orders may have together.
    ///
    /// # Errors
    /// [`Error`] when the batch is malformed or the store fails. An order that cannot be planned is left out.
    pub fn propose_orders(
        &self,
        tenant: &TenantId,
        at: Instant,
        batch: &OrderBatch,
    ) -> Result<OrderBatchAnswer, Error> {
        Ok(self.proposed(tenant, at, batch)?.answer)
    }

    /// Plans open orders together and carries that out: gives back the units that move, and sets units aside by each
    /// order's part, all in one commit. An order that turns out not to be possible (held since, beyond its customer's
    /// limit, stock gone) is left out with all of its changes.
    ///
    /// Each step is a command of its own, whose id is made of what it does, so that asking twice at one instant changes
    /// nothing more.
    ///
    /// # Errors
    /// [`Error`] when the batch is malformed or the store fails.
    pub fn allocate_orders(
        &self,
        tenant: &TenantId,
        at: Instant,
        batch: &OrderBatch,
    ) -> Result<OrderBatchAnswer, Error> {
        let Proposed { orders, mut answer } = self.proposed(tenant, at, batch)?;
        let Some(plan) = &answer.plan else { return Ok(answer) };
        let mut changes: Vec<Change> = orders
            .iter()
            .zip(&plan.orders)
            .map(|(order, part)| Change::of(order, &part.plan.assignments))
            .collect();
        loop {
            let steps = steps(tenant, at, &changes);
            let commands: Vec<Command> = steps.iter().map(|(_, command)| command.clone()).collect();
            let refused = self.execute_whole(&commands)?;
            if refused.is_empty() {
                return Ok(answer);
            }
            let mut out: BTreeSet<&OrderId> = BTreeSet::new();
            for (place, error) in refused {
                let Some((order, _)) = steps.get(place) else { continue };
                if out.insert(order) {
                    answer.left_out.push(OrderLeftOut { order: order.clone(), error: error.to_wire() });
                }
            }
            let out: BTreeSet<OrderId> = out.into_iter().cloned().collect();
            changes.retain(|change| !out.contains(&change.order));
        }
    }

    fn proposed(&self, tenant: &TenantId, at: Instant, batch: &OrderBatch) -> Result<Proposed, Error> {
        let ids = self.members(tenant, batch)?;
        let Gathered { orders, left_out } = self.gathered(tenant, at, &ids, batch.replan)?;
        let left_out =
            left_out.into_iter().map(|(order, error)| OrderLeftOut { order, error: error.to_wire() });
        let mut answer = OrderBatchAnswer { plan: None, left_out: left_out.collect() };
        if orders.is_empty() {
            return Ok(Proposed { orders, answer });
        }
        let problem = JointProblem {
            orders,
            capacity: batch.capacity.clone(),
            churn_cost: batch.churn_cost,
            unfilled_cost: batch.unfilled_cost,
            across_classes: batch.across_classes,
            may_take_back: batch.may_take_back,
            work: batch.work,
            threads: batch.threads,
            prices: batch.prices.clone(),
        };
        answer.plan = Some(Box::new(plan_jointly(&problem)?));
        Ok(Proposed { orders: problem.orders, answer })
    }

    /// The orders of a batch in their sequence.
    fn members(&self, tenant: &TenantId, batch: &OrderBatch) -> Result<Vec<OrderId>, Error> {
        let mut problems = Problems::new();
        let mut seen = BTreeSet::new();
        for (at, order) in batch.orders.iter().enumerate().filter(|(_, order)| !seen.insert(*order)) {
            let message = format!("`{order}` is in the batch already");
            problems.add("batch.duplicate_order", format!("/orders/{at}"), message);
        }
        if !problems.is_empty() {
            return Err(Error::Input(problems));
        }
        if !batch.orders.is_empty() {
            return Ok(batch.orders.clone());
        }
        let mut waiting: BTreeMap<OrderId, Order> = BTreeMap::new();
        let mut settled = Vec::new();
        self.each_order(tenant, |order| {
            if order.may_allocate().is_ok() && open_lines(order).next().is_some() {
                waiting.insert(order.id.clone(), order.clone());
            } else if batch.replan && order.unreleased_units().next().is_some() {
                settled.push(order.id.clone());
            }
        })?;
        let margins = self.margins(tenant, &batch.keys, &waiting)?;
        let with_margin =
            |order: &Order| Some(BackorderEntry { margin: margins.get(&order.id).copied(), ..entry(order)? });
        let mut entries: Vec<BackorderEntry> = waiting.values().filter_map(with_margin).collect();
        sort_queue(&mut entries, &batch.keys);
        // What orders have already is not at stake, so they stand first.
        settled.sort_unstable();
        Ok(settled.into_iter().chain(entries.into_iter().map(|entry| entry.order)).collect())
    }

    fn gathered(
        &self,
        tenant: &TenantId,
        at: Instant,
        orders: &[OrderId],
        replan: bool,
    ) -> Result<Gathered, Error> {
        let mut loaded = Loaded::default();
        for _ in 0..=MAX_ROUNDS {
            let mut view = View::new(&loaded);
            match gather(&mut view, tenant, at, orders, replan) {
                Ok(gathered) => return Ok(gathered),
                Err(Halt::Refused(error)) => return Err(*error),
                Err(Halt::Missing) => {
                    let mut keys = view.missing();
                    if !keys.cells.is_empty() {
                        keys.expired_by = Some(at);
                    }
                    let snapshot = self.store().load(&keys)?;
                    loaded.take(keys, snapshot);
                }
            }
        }
        Err(Error::TooManyRounds { rounds: MAX_ROUNDS })
    }
}

/// What changes for an order.
struct Change {
    order: OrderId,
    back: Vec<LineUnits>,
    more: Vec<LineUnits>,
}

impl Change {
    fn of(order: &JointOrder, assignments: &[AllocationAssignment]) -> Self {
        let mut units: BTreeMap<(&LineId, &NodeId), (u32, u32)> = BTreeMap::new();
        for part in &order.planned {
            units.entry((&part.line, &part.node)).or_default().0 = part.quantity.units();
        }
        for part in assignments {
            units.entry((&part.line, &part.node)).or_default().1 = part.quantity.units();
        }
        let rows = |pick: &dyn Fn(u32, u32) -> u32| {
            let rows = units.iter().filter(|(_, (has, gets))| pick(*has, *gets) > 0);
            let row = |((line, node), (has, gets)): (&(&LineId, &NodeId), &(u32, u32))| LineUnits {
                line: LineId::clone(line),
                node: NodeId::clone(node),
                quantity: Quantity::new(pick(*has, *gets)),
            };
            rows.map(row).collect::<Vec<_>>()
        };
        let back = rows(&|has, gets| has.saturating_sub(gets));
        let more = rows(&|has, gets| gets.saturating_sub(has));
        Self { order: order.order.clone(), back, more }
    }
}

/// First all that is given back, then all that is set aside.
fn steps(tenant: &TenantId, at: Instant, changes: &[Change]) -> Vec<(OrderId, Command)> {
    let reason = Text::new("planned anew").unwrap_or_default();
    let back = changes.iter().filter(|change| !change.back.is_empty()).map(|change| {
        let (order, units, reason) = (change.order.clone(), change.back.clone(), reason.clone());
        (&change.order, Action::DeallocateOrder(DeallocateOrder { order, units, reason }))
    });
    let more = changes.iter().filter(|change| !change.more.is_empty()).map(|change| {
        let (order, units) = (change.order.clone(), change.more.clone());
        (&change.order, Action::AssignOrder(AssignOrder { order, units }))
    });
    let step = |(order, action): (&OrderId, Action)| {
        let id = format!("batch:{}:{}", at.timestamp_micros(), fingerprint(&action));
        Some((order.clone(), Command::new(CommandId::new(id).ok()?, tenant.clone(), at, action)))
    };
    back.chain(more).filter_map(step).collect()
}
