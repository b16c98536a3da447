//! A lower bound for any instance, quick and proved: each order alone, each unit at its cheapest.

use super::{Instance, InstanceLanes, InstanceOrderRow};

/// A cost that no solution of the instance is below. `O(lines · nodes · services)`.
///
/// Each order is bounded alone, with all stock there. A shipment costs at least the cheapest start (the node's
/// cost, a base rate, days late) of any node that has a line of the order; a unit costs at least its handling and
/// its weight's part of a step, at the cheapest node that has its SKU, and never more than leaving it unfilled.
/// Rounding is downwards. Solvers prove better bounds; this one needs none.
#[must_use]
pub fn lower_bound(instance: &Instance) -> i64 {
    let lanes = InstanceLanes::new(instance);
    let orders = instance.orders().iter();
    orders.fold(0, |sum, order| sum.saturating_add(of_order(instance, &lanes, order)))
}

/// The least that a gram costs from a node, in cents per weight step, and the least start.
fn cheapest(lanes: &InstanceLanes<'_>, node: u32, order: &InstanceOrderRow) -> Option<(i64, i64)> {
    let services = lanes.services(node, order.region);
    let step = services.iter().map(|lane| lane.step_cents).min()?;
    let start = services.iter().map(|lane| {
        let late = lane.day.saturating_sub(order.promise_day).max(0);
        lane.base_cents.saturating_add(order.late_cents.saturating_mul(late))
    });
    Some((step, start.min()?))
}

fn of_order(instance: &Instance, lanes: &InstanceLanes<'_>, order: &InstanceOrderRow) -> i64 {
    let step_g = i128::from(instance.weight_step_g().max(1));
    let mut start: Option<i64> = None;
    // In cents times the weight step, so that parts of a step are exact.
    let (mut shipped, mut unfilled) = (0_i128, 0_i64);
    for line in instance.lines(order) {
        let quantity = i64::from(line.quantity);
        let short = instance.short_cents(line.sku).saturating_mul(order.prio);
        unfilled = unfilled.saturating_add(short.saturating_mul(quantity));
        let mut least = i128::from(short).saturating_mul(step_g);
        for cell in instance.stock_of(line.sku).iter().filter(|cell| cell.quantity > 0) {
            let Some(node) = instance.nodes().get(cell.node as usize) else { continue };
            let Some((step, first)) = cheapest(lanes, cell.node, order) else { continue };
            let first = first.saturating_add(node.ship_cents);
            start = Some(start.map_or(first, |start| start.min(first)));
            let weight = i128::from(instance.weight_g(line.sku));
            let unit = i128::from(node.unit_cents).saturating_mul(step_g);
            least = least.min(unit.saturating_add(weight.saturating_mul(i128::from(step))));
        }
        shipped = shipped.saturating_add(least.saturating_mul(i128::from(quantity)));
    }
    let shipped = i64::try_from(shipped / step_g).unwrap_or(i64::MAX);
    start.map_or(unfilled, |start| unfilled.min(start.saturating_add(shipped)))
}
