//! Every order at its lowest cost, as it arrives: exact for the order, blind to later ones.

use super::{InstanceAnswer, InstanceStrategy, SolveBudget};
use crate::allocation::instance::{ArrivalBoard, Instance, InstanceItem, InstanceLine, InstanceShipment};
use crate::allocation::kernel::{Cell, Limit, Line, Node, Order, Service, Shipment, Solver};

/// Solves each order alone and exactly by the kernel, in arrival order. `work` is the most search nodes of an order.
///
/// Where orders stand alone, the sum of their bounds is a bound of the instance, and its cost where all are proved.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExactOrders;

impl InstanceStrategy for ExactOrders {
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
        let mut answer = InstanceAnswer { bound_cents: Some(0), ..InstanceAnswer::default() };
        for number in 0..u32::try_from(instance.orders().len()).unwrap_or(u32::MAX) {
            board.lay_out(number, &mut order);
            let bound = match solver.solve(&mut order, limit) {
                Ok(outcome) => {
                    let shipments = board.shipments_of(number, &solver);
                    board.apply(&shipments);
                    answer.shipments.extend(shipments);
                    Some(outcome.bound)
                }
                Err(_) => None,
            };
            let sum = answer.bound_cents.zip(bound).and_then(|(sum, bound)| sum.checked_add(bound));
            answer.bound_cents = sum.filter(|_| !instance.is_joint());
            decided(number);
        }
        answer
    }
}

impl ArrivalBoard<'_> {
    /// Lays an order out for the kernel, over what is left: its nodes are the instance's, in their order.
    pub fn lay_out(&self, order: u32, into: &mut Order) {
        let instance = self.instance();
        let Some(row) = self.order(order) else {
            into.reset(0, 0, false);
            return;
        };
        into.reset(instance.split_cents(), row.max_shipments, row.complete);
        let lines = instance.lines(row);
        for line in lines {
            into.line(Line {
                units: line.quantity,
                grams: u64::try_from(instance.weight_g(line.sku)).unwrap_or(0),
                short_cost: instance.short_cents(line.sku).saturating_mul(row.prio),
                value: 0,
                pool: line.sku,
                together: None,
            });
        }
        let step = u64::try_from(instance.weight_step_g()).unwrap_or(0);
        for (costs, node) in instance.nodes().iter().zip(0_u32..) {
            let open = self.shipments_left(node) > 0;
            let lanes = self.lanes().services(node, row.region).iter().filter(|_| open);
            let services = lanes.map(|lane| {
                let late = row.late_cents.saturating_mul(lane.day.saturating_sub(row.promise_day).max(0));
                let base = lane.base_cents.saturating_add(late);
                Service::steps(base, lane.step_cents, step, u64::try_from(lane.most_g).unwrap_or(0))
            });
            let cell = |line: &InstanceLine| Cell {
                stock: self.units_of(line.sku, node),
                unit_cost: costs.unit_cents,
            };
            let most = u64::try_from(self.units_left(node)).unwrap_or(0);
            let node = Node { fixed: costs.ship_cents, cap_units: most, ..Node::default() };
            into.node(node, lines.iter().map(cell), services);
        }
    }

    /// The shipments of the plan that a solver found last, each by its cheapest service.
    #[must_use]
    pub fn shipments_of(&self, order: u32, solver: &Solver) -> Vec<InstanceShipment> {
        let (instance, Some(row)) = (self.instance(), self.order(order)) else { return vec![] };
        let lines = instance.lines(row);
        let shipment = |shipped: Shipment<'_>| {
            let node = u32::try_from(shipped.node).ok()?;
            let sent = shipped.units.iter().zip(0_u32..).filter(|(units, _)| **units > 0);
            let items: Vec<_> = sent.map(|(units, line)| InstanceItem { line, quantity: *units }).collect();
            let weigh = |item: &InstanceItem| {
                let unit = lines.get(item.line as usize).map_or(0, |line| instance.weight_g(line.sku));
                unit.saturating_mul(i64::from(item.quantity))
            };
            let grams = items.iter().map(weigh).fold(0, i64::saturating_add);
            let (service, _) = self.lanes().cheapest(node, row, grams)?;
            Some(InstanceShipment { order, node, service, items })
        };
        solver.shipments().filter_map(shipment).collect()
    }
}
