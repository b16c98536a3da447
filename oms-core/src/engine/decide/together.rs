//! Open orders as one joint problem: what of each is to be planned, over what all of them may take.

use std::collections::{BTreeMap, BTreeSet};

use super::allocate::lines_to_allocate;
use super::{Decision, Desk};
use crate::allocation::{AllocationAssignment, AllocationProblem, JointOrder};
use crate::engine::view::{Halt, View};
use crate::error::Error;
use crate::order::{HoldStage, LineUnits, Order, OrderCommand};
use crate::store::CellKey;
use crate::value::{Instant, LineId, NodeId, OrderId, Problems, Quantity, SkuId, TenantId, Text};

/// Orders that can be planned together, and why others cannot.
#[derive(Debug, Default)]
pub(in crate::engine) struct Gathered {
    pub(in crate::engine) orders: Vec<JointOrder>,
    pub(in crate::engine) left_out: Vec<(OrderId, Error)>,
}

/// Gathers orders. With `replan` units that are allocated and that no warehouse was told to pick are planned anew too.
pub(in crate::engine) fn gather(
    view: &mut View<'_>,
    tenant: &TenantId,
    at: Instant,
    orders: &[OrderId],
    replan: bool,
) -> Result<Gathered, Halt> {
    Desk { view, tenant, at }.gather(orders, replan)
}

/// What of an order is to be planned.
struct Part {
    order: Order,
    /// All of it, by line.
    units: Vec<(LineId, Quantity)>,
    /// What of that is allocated.
    has: Vec<LineUnits>,
}

impl Desk<'_, '_> {
    fn gather(&mut self, orders: &[OrderId], replan: bool) -> Result<Gathered, Halt> {
        // All are looked at before the first that is missing stops it, so that they are loaded in one round.
        let found: Vec<_> = orders.iter().map(|id| self.order_to_plan(id, None)).collect();
        let mut gathered = Gathered::default();
        let mut parts: Vec<Part> = Vec::with_capacity(orders.len());
        for (id, found) in orders.iter().zip(found) {
            let part = found.and_then(|(order, ended)| part(&order, ended.is_some(), replan, self.at));
            match part {
                Ok(Some(part)) => {
                    match parts.first().filter(|first| first.order.currency != part.order.currency) {
                        Some(first) => gathered.left_out.push((id.clone(), other_currency(&first.order))),
                        None => parts.push(part),
                    }
                }
                Ok(None) => {}
                Err(Halt::Refused(error)) => gathered.left_out.push((id.clone(), *error)),
                Err(Halt::Missing) => return Err(Halt::Missing),
            }
        }
        let freed = self.freed(&parts)?;
        let problems: Vec<_> =
            parts.iter().map(|part| self.problem(&part.order, &part.units, &freed)).collect();
        let problems = problems.into_iter().map(|problem| Ok(problem?.0));
        let mut problems = problems.collect::<Result<Vec<AllocationProblem>, Halt>>()?;
        self.share_lots(&mut problems)?;
        gathered.orders.extend(parts.into_iter().zip(problems).map(|(part, problem)| JointOrder {
            order: part.order.id,
            class: part.order.class,
            problem: Box::new(problem),
            planned: part.has.into_iter().map(assignment).collect(),
        }));
        Ok(gathered)
    }

    /// Units that are there for these orders beside the free ones: of reservations that ran out, and their own.
    fn freed(&mut self, parts: &[Part]) -> Result<BTreeMap<CellKey, i64>, Halt> {
        if parts.is_empty() {
            return Ok(BTreeMap::new());
        }
        let network = self.view.network(self.tenant)?;
        let skus: BTreeSet<&SkuId> =
            parts.iter().flat_map(|part| &part.order.lines).map(|line| &line.sku).collect();
        let mut swept = Decision::default();
        let mut freed =
            self.sweep(&mut swept, |item| skus.contains(&item.sku) && network.nodes.contains_key(&item.node));
        for part in parts {
            for unit in &part.has {
                if let Some(line) = part.order.line(&unit.line) {
                    *freed.entry(self.cell_key(&line.sku, &unit.node)).or_default() += unit.quantity.signed();
                }
            }
        }
        Ok(freed)
    }

    /// Of a SKU that is kept by lot, orders may take different units: together no more than the one that may take the
    /// fewest, so that none takes what another needs.
    fn share_lots(&mut self, problems: &mut [AllocationProblem]) -> Result<(), Halt> {
        let skus: BTreeSet<SkuId> =
            problems.iter().flat_map(|problem| &problem.lines).map(|line| line.sku.clone()).collect();
        let kept = self.kept_by_lot(skus.iter())?;
        let mut fewest: BTreeMap<(NodeId, SkuId), Quantity> = BTreeMap::new();
        for problem in problems.iter() {
            let wanted: BTreeSet<&SkuId> =
                problem.lines.iter().map(|line| &line.sku).filter(|sku| kept.contains(sku)).collect();
            for candidate in &problem.candidates {
                for sku in &wanted {
                    let has = candidate.available.get(*sku).copied().unwrap_or(Quantity::ZERO);
                    let fewest = fewest.entry((candidate.node.clone(), SkuId::clone(sku))).or_insert(has);
                    *fewest = has.min(*fewest);
                }
            }
        }
        for candidate in problems.iter_mut().flat_map(|problem| &mut problem.candidates) {
            for (sku, units) in &mut candidate.available {
                if let Some(fewest) = fewest.get(&(candidate.node.clone(), sku.clone())) {
                    *units = (*fewest).min(*units);
                }
            }
        }
        Ok(())
    }
}

/// What of an order is to be planned; none where nothing is.
fn part(order: &Order, lapsed: bool, replan: bool, at: Instant) -> Result<Option<Part>, Halt> {
    let has = if replan { movable(order, at) } else { Vec::new() };
    let waits = order.lines.iter().any(|line| !line.open().is_zero());
    if has.is_empty() && !waits {
        return Ok(None);
    }
    if waits || has.is_empty() {
        order.may_allocate()?;
    }
    if order.reservation.is_some() && !lapsed {
        let mut problems = Problems::new();
        let message = "it has a live reservation, whose plan stands; allocate it by itself";
        problems.add("batch.reserved", "", message);
        return Err(Error::Input(problems).into());
    }
    let mut units: BTreeMap<LineId, u32> = BTreeMap::new();
    let open = if has.is_empty() {
        lines_to_allocate(order, &[])?
    } else {
        lines_to_allocate(order, &[]).unwrap_or_default()
    };
    let has_units = has.iter().map(|unit| (unit.line.clone(), unit.quantity));
    for (line, quantity) in open.into_iter().chain(has_units) {
        let sum = units.entry(line).or_default();
        *sum = sum.saturating_add(quantity.units());
    }
    let units = units.into_iter().map(|(line, units)| (line, Quantity::new(units))).collect();
    Ok(Some(Part { order: order.clone(), units, has }))
}

/// The allocated units that may be planned anew: no warehouse was told to pick them, no hold is on them, none is of a
/// lot, and the order may be allocated again once it has given them back.
fn movable(order: &Order, at: Instant) -> Vec<LineUnits> {
    let is_free = |unit: &LineUnits| order.blocked_by(HoldStage::Allocate, &unit.line).is_none();
    let units: Vec<LineUnits> = order.unreleased_units().filter(is_free).collect();
    if units.is_empty() || order.by_lot {
        return Vec::new();
    }
    let mut after = order.clone();
    let command = OrderCommand::Deallocate { units: units.clone(), reason: Text::default() };
    let Ok(events) = after.decide(&command, at) else { return Vec::new() };
    events.iter().for_each(|event| after.apply(event, at));
    if after.may_allocate().is_ok() { units } else { Vec::new() }
}

fn other_currency(first: &Order) -> Error {
    let mut problems = Problems::new();
    let message =
        format!("orders before it are in {}; plan it in a batch of its own currency", first.currency);
    problems.add("money.currency_mismatch", "", message);
    Error::Input(problems)
}

fn assignment(unit: LineUnits) -> AllocationAssignment {
    AllocationAssignment { line: unit.line, node: unit.node, quantity: unit.quantity }
}
