//! Allocation: one plan at node level serves the reservation and the allocation; nothing is recomputed from sums.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::keep_lots::expected_delivery;
use super::quota::with_quota;
use super::reserve::same_cell;
use super::sourcing::{node_facts, order_facts};
use super::standing::Standings;
use super::{Decided, Desk, Draft};
use crate::allocation::{
    AllocationAssignment, AllocationCandidate, AllocationLine, AllocationPlan, AllocationProblem,
    AllocationStrategyKind, NodeFacts, OrderSource,
};
use crate::carrier::{RateRequest, RateShipment, lane};
use crate::engine::view::Halt;
use crate::engine::{AllocateOrder, AssignOrder, ReserveOrder};
use crate::network::{Lane, Network, Node, great_circle_metres};
use crate::order::{HoldStage, LineUnits, Order, OrderCommand, OrderError};
use crate::stock::{
    ReservationDraft, ReservedItem, StockAllocated, StockError, StockEvent, StockShortage, WantedUnits,
};
use crate::store::{AllocationExplained, CellKey, DocumentKey, Explanation};
use crate::value::{Address, LineId, Money, OrderId, Problems, Quantity, ReservationId, SkuId};

impl Desk<'_, '_> {
    pub(super) fn reserve_order(&mut self, reserve: &ReserveOrder) -> Decided {
        let own = DocumentKey::reservation(self.tenant, &reserve.reservation);
        let (order, ended) = self.order_to_plan(&reserve.order, Some(own))?;
        if let Some(known) = self.view.find_reservation(self.tenant, &reserve.reservation)? {
            let same = known.is_live(self.at) && order.reservation.as_ref() == Some(&known.id);
            if same && known.expires_at == reserve.expires_at {
                return Ok(super::Decision::default());
            }
            return Err(StockError::ReservationReused { reservation: known.id.clone() }.into());
        }
        let mut draft = Draft::of(&order, self.at);
        if let Some(ended) = ended {
            draft.order(&OrderCommand::EndReservation(ended))?;
        }
        draft.order(&OrderCommand::Reserve(reserve.reservation.clone()))?;
        let open = open_lines(&draft.order);
        self.must_be_within_limit(&draft.order, Some(&reserve.reservation), &mut draft.decision)?;
        draft.quota.clone_from(&reserve.quota);
        let plan = self.plan(&mut draft, &open, reserve.strategy)?;
        if !plan.is_complete() {
            return Err(self.insufficient(&draft.order, &plan)?);
        }
        let sku = |line: &LineId| draft.order.line(line).map(|line| line.sku.clone());
        let items: Vec<ReservedItem> = (plan.assignments.iter())
            .filter_map(|part| {
                let line = Some(part.line.clone());
                Some(ReservedItem {
                    line,
                    sku: sku(&part.line)?,
                    node: part.node.clone(),
                    quantity: part.quantity,
                })
            })
            .collect();
        for item in &items {
            // The plan saw the cells as they were loaded; the guards see them as they are when the commit is written.
            let min_free = self.must_stay_free(&item.sku, &item.node, None, order.class)?;
            draft.decision.guards.push((self.cell_key(&item.sku, &item.node), min_free));
        }
        let wanted = ReservationDraft {
            id: reserve.reservation.clone(),
            order: Some(reserve.order.clone()),
            customer: order.customer.clone(),
            class: order.class,
            wanted: items.iter().map(WantedUnits::from).collect(),
            partial: false,
            expires_at: reserve.expires_at,
        };
        let problems = wanted.problems(self.at);
        if !problems.is_empty() {
            return Err(StockError::Invalid(problems).into());
        }
        let from_quota = match &reserve.quota {
            Some(group) => self.take_quota(&wanted.id, group, &items, &mut draft.decision)?,
            None => BTreeMap::new(),
        };
        draft.stock([with_quota(wanted.holding(items), !from_quota.is_empty())]);
        Ok(explained(draft, plan))
    }

    /// What the order's reservation holds goes to the nodes planned then; what is open beyond it is planned now.
    pub(super) fn allocate_order(&mut self, allocate: &AllocateOrder) -> Decided {
        let (order, _) = self.order_to_plan(&allocate.order, None)?;
        let mut draft = Draft::of(&order, self.at);
        draft.order.may_allocate()?;
        known_lines(&draft.order, &allocate.lines)?;
        let mut left = lines_to_allocate(&draft.order, &self.reserved_lines(&draft.order)?)?;
        if !left.is_empty() {
            self.must_be_within_limit(&draft.order, None, &mut draft.decision)?;
        }
        let mut units = self.commit_reservation(&mut draft)?;
        for unit in &units {
            for (line, quantity) in &mut left {
                if *line == unit.line {
                    *quantity = quantity.saturating_sub(unit.quantity);
                }
            }
        }
        let ship_complete = self.view.policy(self.tenant)?.ship_complete;
        let all = allocate.lines.is_empty() || ship_complete;
        left.retain(|(line, quantity)| !quantity.is_zero() && (all || allocate.lines.contains(line)));
        let mut explanation = None;
        if !left.is_empty() {
            let plan = self.plan(&mut draft, &left, allocate.strategy)?;
            if (ship_complete && !plan.is_complete()) || (units.is_empty() && plan.assignments.is_empty()) {
                return Err(self.insufficient(&draft.order, &plan)?);
            }
            let planned: Vec<LineUnits> = plan.assignments.iter().map(line_units).collect();
            self.take(&mut draft, &planned);
            units.extend(planned);
            explanation = Some(plan);
        }
        if units.is_empty() {
            return Ok(draft.decision);
        }
        let units = merged(units);
        draft.order(&OrderCommand::Allocate(units))?;
        Ok(match explanation {
            Some(plan) => explained(draft, plan),
            None => draft.decision,
        })
    }

    pub(super) fn assign_order(&mut self, assign: &AssignOrder) -> Decided {
        let (order, _) = self.order_to_plan(&assign.order, None)?;
        let mut draft = Draft::of(&order, self.at);
        // The order says first whether the units are its own; then the stock whether they are there.
        draft.order(&OrderCommand::Allocate(assign.units.clone()))?;
        let wanted = draft.sku_units(&assign.units);
        let cells: BTreeSet<CellKey> =
            wanted.iter().map(|unit| self.cell_key(&unit.sku, &unit.node)).collect();
        self.view.need_cells(&cells)?;
        let mut items = Vec::with_capacity(wanted.len());
        for unit in wanted {
            items.push(ReservedItem { line: None, sku: unit.sku, node: unit.node, quantity: unit.quantity });
        }
        // What the order's own reservation holds never counts against it.
        let mut freed = self.shrink_reservation(&mut draft, &assign.units)?;
        for (cell, units) in self.sweep(&mut draft.decision, same_cell(&items)) {
            *freed.entry(cell).or_default() += units;
        }
        self.must_be_free(&items, order.class, &freed, &mut draft.decision)?;
        self.must_be_within_limit(&draft.order, None, &mut draft.decision)?;
        self.take(&mut draft, &assign.units);
        Ok(draft.decision)
    }

    /// The order with everything that planning reads, asked for in as few rounds as possible; and the reservation it
    /// names, if that has ended or run out.
    pub(super) fn order_to_plan(
        &mut self,
        id: &OrderId,
        own: Option<DocumentKey>,
    ) -> Result<(Arc<Order>, Option<ReservationId>), Halt> {
        let tenant = self.tenant;
        let shared = [
            DocumentKey::network(tenant),
            DocumentKey::carriers(tenant),
            DocumentKey::policy(tenant),
            DocumentKey::sourcing(tenant),
        ];
        let shared = self.view.need(shared.into_iter().chain(own));
        let order = self.view.order(tenant, id)?;
        let skus = order.lines.iter().map(|line| DocumentKey::sku(tenant, &line.sku));
        let reservation = order.reservation.as_ref().map(|id| DocumentKey::reservation(tenant, id));
        let documents = self.view.need(skus.chain(reservation));
        shared?;
        let network = self.view.network(tenant)?;
        let mut cells: Vec<CellKey> = (order.lines.iter())
            .flat_map(|line| network.nodes.keys().map(|node| self.cell_key(&line.sku, node)))
            .collect();
        let room = self.capacity_keys(&network, &self.standings(&network, &order));
        let booked = self.view.capacity_use(tenant, &order);
        cells.extend(room);
        self.view.need_cells(&cells)?;
        booked?;
        documents?;
        let ended = match &order.reservation {
            Some(id) => {
                let live =
                    self.view.find_reservation(tenant, id)?.is_some_and(|known| known.is_live(self.at));
                (!live).then(|| id.clone())
            }
            None => None,
        };
        Ok((order, ended))
    }

    /// The lines that the order's live reservation holds units for.
    fn reserved_lines(&mut self, order: &Order) -> Result<Vec<LineId>, Halt> {
        let Some(id) = &order.reservation else { return Ok(vec![]) };
        let reservation = self.view.find_reservation(self.tenant, id)?;
        let live = reservation.filter(|reservation| reservation.is_live(self.at));
        Ok(live.iter().flat_map(|live| &live.items).filter_map(|item| item.line.clone()).collect())
    }

    /// Turns what the order's reservation holds into allocated units, as far as lines are still open; gives up the
    /// rest.
    fn commit_reservation(&mut self, draft: &mut Draft) -> Result<Vec<LineUnits>, Halt> {
        let Some(id) = draft.order.reservation.clone() else { return Ok(vec![]) };
        let reservation = self.view.find_reservation(self.tenant, &id)?;
        let mut units = Vec::new();
        if let Some(reservation) = reservation.filter(|reservation| reservation.is_live(self.at)) {
            draft.stock([reservation.commit(self.at)?]);
            let committed = reservation.items.iter().filter_map(|item| {
                let line = item.line.clone()?;
                Some(LineUnits { line, node: item.node.clone(), quantity: item.quantity })
            });
            units.extend(committed);
        }
        draft.order(&OrderCommand::EndReservation(id))?;
        Ok(units)
    }

    /// Plans open units over all nodes, expired reservations swept first.
    fn plan(
        &mut self,
        draft: &mut Draft,
        open: &[(LineId, Quantity)],
        strategy: AllocationStrategyKind,
    ) -> Result<Arc<AllocationPlan>, Halt> {
        let order = draft.order.clone();
        let network = self.view.network(self.tenant)?;
        let skus: BTreeSet<&SkuId> = open.iter().filter_map(|(id, _)| Some(&order.line(id)?.sku)).collect();
        let wanted = |item: &ReservedItem| skus.contains(&item.sku) && network.nodes.contains_key(&item.node);
        let mut swept = self.sweep(&mut draft.decision, wanted);
        if let Some(group) = draft.quota.clone() {
            self.count_quota(&group, &skus, &draft.decision, &mut swept)?;
        }
        let (mut problem, mut standings) = self.problem(&order, open, &swept)?;
        let plan = self.plan_as_promised(&order, &mut problem, strategy, &mut standings)?;
        draft.tell_standings(standings);
        Ok(plan)
    }

    /// The problem of some units of an order over all nodes, with what is freed beside what is free; and how the nodes
    /// stand to the order.
    pub(super) fn problem(
        &mut self,
        order: &Order,
        open: &[(LineId, Quantity)],
        freed: &BTreeMap<CellKey, i64>,
    ) -> Result<(AllocationProblem, Standings), Halt> {
        let network = self.view.network(self.tenant)?;
        let skus: BTreeSet<&SkuId> = open.iter().filter_map(|(id, _)| Some(&order.line(id)?.sku)).collect();
        let mut lines = Vec::with_capacity(open.len());
        for (id, quantity) in open {
            let Some(line) = order.line(id) else { continue };
            let unit_weight =
                self.view.sku(self.tenant, &line.sku)?.map(|sku| sku.weight).unwrap_or_default();
            let facts = self.line_facts(order, line)?;
            lines.push(AllocationLine {
                facts,
                ..AllocationLine::new(id.clone(), line.sku.clone(), *quantity, unit_weight)
            });
        }
        let mut wanted = Vec::with_capacity(skus.len());
        for sku in skus {
            wanted.push((sku, self.min_free_for(sku, order.class)?));
        }
        let carriers = self.view.carriers(self.tenant)?;
        let kept = self.kept_by_lot(wanted.iter().map(|(sku, _)| *sku))?;
        let standings = self.standings(&network, order);
        let mut candidates = Vec::with_capacity(network.nodes.len());
        let at_store = order.only_node().is_some();
        let units = open.iter().fold(0_u32, |sum, (_, quantity)| sum.saturating_add(quantity.units()));
        let units = Quantity::new(units);
        let weights = lines.iter().map(|line| line.unit_weight.times(line.quantity));
        let whole = RateShipment::of_weight(weights.fold(0, u64::saturating_add));
        for node in network.nodes.values() {
            let way = RateRequest {
                from: node,
                to: destination(&network, order),
                ready_at: self.at,
                shipment: &whole,
                states: &[],
            };
            // Nobody carries what the buyer collects; what is sent to a store goes there.
            let lane = if at_store { Lane::default() } else { lane(&carriers, &way, order.currency) };
            let delivery_at = expected_delivery(order, &lane, self.at);
            let available = self.available(node, &wanted, freed, |desk, sku, min_free| {
                let placed = Some((order, delivery_at));
                if kept.contains(sku) {
                    desk.must_stay_free(sku, &node.id, placed, order.class)
                } else {
                    Ok(min_free)
                }
            })?;
            let facts = node_facts(node, &network, self.at, units);
            let mut candidate = candidate(order, node, facts, available, lane);
            candidate.active &=
                standings.get(&node.id).is_none_or(|standing| standing.told.left_out.is_none());
            candidates.push(candidate);
        }
        let policy = self.view.policy(self.tenant)?;
        let mut problem = AllocationProblem {
            order: order_facts(order, self.at),
            split_cost: policy.split_cost_in(order.currency),
            max_shipments: policy.max_shipments,
            ship_complete: policy.ship_complete,
            lanes_required: policy.lanes_required && !at_store,
            ..AllocationProblem::new(order.currency, lines, candidates)
        };
        if let Some(sourcing) = self.view.sourcing(self.tenant)? {
            let source = OrderSource { channel: &order.channel, shop: order.shop.as_ref() };
            sourcing.apply(&mut problem, source, &network);
        }
        Ok((problem, standings))
    }

    /// What may be promised at a node, each SKU with how many of its units have to stay free.
    fn available(
        &mut self,
        node: &Node,
        wanted: &[(&SkuId, i64)],
        swept: &BTreeMap<CellKey, i64>,
        stays: impl Fn(&mut Self, &SkuId, i64) -> Result<i64, Halt>,
    ) -> Result<BTreeMap<SkuId, Quantity>, Halt> {
        let mut available = BTreeMap::new();
        for (sku, min_free) in wanted {
            let key = self.cell_key(sku, &node.id);
            let free =
                self.view.cell(&key)?.free().saturating_add(swept.get(&key).copied().unwrap_or_default());
            let min_free = stays(self, sku, *min_free)?;
            let units = free.saturating_sub(min_free).clamp(0, i64::from(u32::MAX));
            if units > 0 {
                available.insert(SkuId::clone(sku), Quantity::try_from(units).unwrap_or_default());
            }
        }
        Ok(available)
    }

    /// The stock side of units taken for the order, with the guards that keep it honest.
    fn take(&mut self, draft: &mut Draft, units: &[LineUnits]) {
        let units = draft.sku_units(units);
        for unit in &units {
            // The SKU has been loaded for the plan; without a record nothing may be oversold.
            let min_free = self.min_free_for(&unit.sku, draft.order.class).unwrap_or_default();
            draft.decision.guards.push((self.cell_key(&unit.sku, &unit.node), min_free));
        }
        if !units.is_empty() {
            let order = draft.order.id.clone();
            draft.stock([StockEvent::Allocated(StockAllocated { order, units })]);
        }
    }

    fn insufficient(&mut self, order: &Order, plan: &AllocationPlan) -> Result<Halt, Halt> {
        let mut short: BTreeMap<&SkuId, (i64, i64)> = BTreeMap::new();
        for part in &plan.assignments {
            if let Some(line) = order.line(&part.line) {
                let entry = short.entry(&line.sku).or_default();
                *entry = (entry.0 + part.quantity.signed(), entry.1 + part.quantity.signed());
            }
        }
        let mut skus = BTreeSet::new();
        for missing in &plan.shortfalls {
            if let Some(line) = order.line(&missing.line) {
                short.entry(&line.sku).or_default().0 += missing.quantity.signed();
                skus.insert(&line.sku);
            }
        }
        let short =
            short.into_iter().filter(|(sku, _)| skus.contains(sku)).map(|(sku, (wanted, available))| {
                StockShortage { sku: sku.clone(), node: None, wanted, available }
            });
        Ok(StockError::Insufficient(short.collect()).into())
    }
}

/// The open units of lines that no hold keeps from being allocated.
///
/// # Errors
/// [`OrderError::Held`] when holds leave nothing, or hold a line that a reservation was made for.
pub(super) fn lines_to_allocate(order: &Order, reserved: &[LineId]) -> Result<Vec<(LineId, Quantity)>, Halt> {
    let stage = HoldStage::Allocate;
    let held = |line: &LineId| order.blocked_by(stage, line);
    let open = open_lines(order);
    let free: Vec<_> = open.iter().filter(|(line, _)| held(line).is_none()).cloned().collect();
    let blocked = open.iter().map(|(line, _)| line).filter(|line| free.is_empty() || reserved.contains(line));
    if let Some((line, hold)) = blocked.filter_map(|line| Some((line, held(line)?))).next() {
        let (hold, reason, line) = (hold.id.clone(), hold.reason, line.clone());
        return Err(OrderError::Held { hold, reason, stage, line }.into());
    }
    Ok(free)
}

/// Every line named is a line of the order.
fn known_lines(order: &Order, lines: &[LineId]) -> Result<(), OrderError> {
    let mut problems = Problems::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| order.line(line).is_none()) {
        problems.add("order.unknown_line", format!("/lines/{at}"), format!("there is no line `{line}`"));
    }
    if problems.is_empty() { Ok(()) } else { Err(OrderError::Invalid(problems)) }
}

fn candidate(
    order: &Order,
    node: &Node,
    facts: NodeFacts,
    available: BTreeMap<SkuId, Quantity>,
    lane: Lane,
) -> AllocationCandidate {
    // A cost in another currency cannot be compared and counts as nothing, as the policy's split cost does.
    let cost = |cost: Option<Money>| {
        cost.filter(|cost| cost.currency() == order.currency).unwrap_or(Money::zero(order.currency))
    };
    AllocationCandidate {
        node: node.id.clone(),
        priority: node.priority,
        active: node.active,
        distance_metres: distance(node, order),
        shipment_cost: cost(node.shipment_cost),
        unit_cost: cost(node.unit_cost),
        available,
        lane,
        facts,
    }
}

fn open_lines(order: &Order) -> Vec<(LineId, Quantity)> {
    let open = order.lines.iter().map(|line| (line.id.clone(), line.open()));
    open.filter(|(_, quantity)| !quantity.is_zero()).collect()
}

fn line_units(part: &AllocationAssignment) -> LineUnits {
    LineUnits { line: part.line.clone(), node: part.node.clone(), quantity: part.quantity }
}

/// One row per line and node.
fn merged(units: Vec<LineUnits>) -> Vec<LineUnits> {
    let mut sums: BTreeMap<(LineId, crate::value::NodeId), u32> = BTreeMap::new();
    for unit in units {
        let sum = sums.entry((unit.line, unit.node)).or_default();
        *sum = sum.saturating_add(unit.quantity.units());
    }
    let rows = sums.into_iter();
    rows.map(|((line, node), units)| LineUnits { line, node, quantity: Quantity::new(units) }).collect()
}

/// Where carriers bring the order.
fn destination<'a>(network: &'a Network, order: &'a Order) -> &'a Address {
    let store = order.collected_at().and_then(|(node, _)| network.nodes.get(node));
    store.and_then(|node| node.address.as_ref()).unwrap_or(&order.ship_to)
}

pub(super) fn distance(node: &Node, order: &Order) -> Option<u32> {
    Some(great_circle_metres(node.location?, order.ship_to.location?))
}

fn explained(mut draft: Draft, plan: Arc<AllocationPlan>) -> super::Decision {
    draft.decision.explanations.insert(0, Explanation::Allocation(AllocationExplained { plan }));
    draft.decision
}
