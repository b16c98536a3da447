//! Each order solved exactly as it arrives, knowing nothing of later ones.

use super::{InstanceAnswer, InstanceStrategy, SolveBudget};
use crate::allocation::instance::{ArrivalBoard, Instance, InstanceItem, InstanceOrderRow, InstanceShipment};
use crate::allocation::kernel::{Cell, Limit, Line, Node, Order, Service, Solver};

/// The cheapest way to ship each order with what is left, by the kernel's search. `work` is the most search nodes of an
/// order; beyond it the best plan found is taken.
///
/// On independent instances the sum of the orders' bounds is a bound of the instance.
#[derive(Clone, Copy, Debug)]
pub struct ExactOnArrival;

impl InstanceStrategy for ExactOnArrival {
    fn name(&self) -> &str {
        "exact"
    }

    fn solve(
        &self,
        instance: &Instance,
        budget: SolveBudget,
        decided: &mut dyn FnMut(u32),
    ) -> InstanceAnswer {
        let limit = budget.work.map_or_else(Limit::default, |nodes| Limit { nodes });
        let mut board = ArrivalBoard::new(instance);
        let (mut order, mut solver) = (Order::default(), Solver::default());
        let mut answer = InstanceAnswer::default();
        let mut bound = Some(0_i64);
        for (row, place) in instance.orders().iter().zip(0_u32..) {
            let nodes = lay_out(&board, row, &mut order);
            match solver.solve(&mut order, limit) {
                Ok(found) => bound = bound.and_then(|sum| sum.checked_add(found.bound)),
                // The instance is sound, so that costs add up; an order that is too large all the same ships nothing.
                Err(_) => bound = None,
            }
            let shipments: Vec<InstanceShipment> = solver
                .shipments()
                .filter_map(|found| shipment(&board, row, place, *nodes.get(found.node)?, found.units))
                .collect();
            board.apply(&shipments);
            answer.shipments.extend(shipments);
            decided(place);
        }
        answer.bound_cents = bound.filter(|_| !instance.is_joint());
        answer
    }
}

/// Lays an order out for the search, and says which node stands at which place.
fn lay_out(board: &ArrivalBoard<'_>, row: &InstanceOrderRow, order: &mut Order) -> Vec<u32> {
    let instance = board.instance();
    let lines = instance.lines(row);
    order.reset(instance.split_cents(), row.max_shipments, row.complete);
    for (line, pool) in lines.iter().zip(0_u32..) {
        order.line(Line {
            units: line.quantity,
            grams: instance.weight_g(line.sku).unsigned_abs(),
            short_cost: instance.short_cents(line.sku).saturating_mul(row.prio),
            pool,
            ..Line::default()
        });
    }
    let mut nodes = Vec::new();
    for (costs, node) in instance.nodes().iter().zip(0_u32..) {
        let services = board.lanes().services(node, row.region);
        let open = board.units_left(node) > 0 && board.shipments_left(node) > 0 && !services.is_empty();
        if !open || lines.iter().all(|line| board.units_of(line.sku, node) == 0) {
            continue;
        }
        let cell = |line: &crate::allocation::instance::InstanceLine| Cell {
            stock: board.units_of(line.sku, node),
            unit_cost: costs.unit_cents,
        };
        let service = |lane: &crate::allocation::instance::LaneService| {
            let late = lane.day.saturating_sub(row.promise_day).max(0);
            let base = lane.base_cents.saturating_add(row.late_cents.saturating_mul(late));
            let (step, most) = (instance.weight_step_g().unsigned_abs(), lane.most_g.unsigned_abs());
            Service::steps(base, lane.step_cents, step, most)
        };
        let cap_units = board.units_left(node).unsigned_abs();
        let site = Node { fixed: costs.ship_cents, cap_units, ..Node::default() };
        order.node(site, lines.iter().map(cell), services.iter().map(service));
        nodes.push(node);
    }
    nodes
}

fn shipment(
    board: &ArrivalBoard<'_>,
    row: &InstanceOrderRow,
    order: u32,
    node: u32,
    units: &[u32],
) -> Option<InstanceShipment> {
    let instance = board.instance();
    let items = units.iter().zip(0_u32..).filter(|(units, _)| **units > 0);
    let items: Vec<InstanceItem> =
        items.map(|(units, line)| InstanceItem { line, quantity: *units }).collect();
    let weights = instance.lines(row).iter().map(|line| instance.weight_g(line.sku));
    let grams = weights
        .zip(units)
        .fold(0_i64, |sum, (weight, units)| sum.saturating_add(weight.saturating_mul(i64::from(*units))));
    let (service, _) = board.lanes().cheapest(node, row, grams)?;
    (!items.is_empty()).then_some(InstanceShipment { order, node, service, items })
}
