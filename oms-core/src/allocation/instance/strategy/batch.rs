//! The batch planner and orders on arrival at prices, as strategies over instances.

use crate::allocation::batch::{
    BatchInput, BatchLane, BatchLine, BatchNode, BatchOptions, BatchOrder, BatchPrices, BatchProblem,
    BatchService, BatchShipment, BatchStock, PricedBoard, plan_apart, plan_batch,
};
use crate::allocation::instance::{
    Instance, InstanceAnswer, InstanceItem, InstanceNode, InstanceShipment, InstanceStrategy, SolveBudget,
};

/// All orders planned together by [`plan_batch`]; of an independent instance, each alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchStrategy;

/// Orders as they arrive, by [`PricedBoard`]: prices are learned from the first sixteenth of the orders, and again when
/// twice as many were seen. It knows how many orders there will be, and nothing of those to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PricedStrategy;

impl InstanceStrategy for BatchStrategy {
    fn name(&self) -> &'static str {
        "batch"
    }

    fn solve(
        &self,
        instance: &Instance,
        budget: SolveBudget,
        _decided: &mut dyn FnMut(u32),
    ) -> InstanceAnswer {
        let Ok(problem) = BatchProblem::new(&batch_input(instance)) else { return InstanceAnswer::default() };
        let plan = if instance.is_joint() {
            plan_batch(&problem, BatchOptions { work: budget.work, threads: budget.threads, warm: None })
        } else {
            plan_apart(&problem)
        };
        InstanceAnswer {
            shipments: plan.shipments.iter().map(shipment).collect(),
            bound_cents: Some(plan.lower_bound),
        }
    }
}

impl InstanceStrategy for PricedStrategy {
    fn name(&self) -> &'static str {
        "priced"
    }

    fn solve(
        &self,
        instance: &Instance,
        budget: SolveBudget,
        decided: &mut dyn FnMut(u32),
    ) -> InstanceAnswer {
        let Ok(problem) = BatchProblem::new(&batch_input(instance)) else { return InstanceAnswer::default() };
        if !instance.is_joint() {
            let shipments = plan_apart(&problem).shipments.iter().map(shipment).collect();
            return InstanceAnswer { shipments, bound_cents: None };
        }
        let mut board = PricedBoard::new(&problem, &BatchPrices::default());
        let count = u32::try_from(problem.orders()).unwrap_or(u32::MAX);
        let mut shipments = Vec::new();
        for order in 0..count {
            if order > 0 && (1..=4).any(|halvings| order == count >> halvings) {
                board.learn(order, count - order, budget.threads);
            }
            shipments.extend(board.decide(order).0.iter().map(shipment));
            decided(order);
        }
        InstanceAnswer { shipments, bound_cents: None }
    }
}

fn shipment(shipment: &BatchShipment) -> InstanceShipment {
    let quantity = |units: i64| u32::try_from(units).unwrap_or(u32::MAX);
    let items = shipment.items.iter();
    InstanceShipment {
        order: shipment.order,
        node: shipment.node,
        service: shipment.service,
        items: items.map(|item| InstanceItem { line: item.line, quantity: quantity(item.units) }).collect(),
    }
}

/// An instance as the batch planner takes it.
#[must_use]
pub fn batch_input(instance: &Instance) -> BatchInput {
    let limit = |capacity: i64| Some(capacity).filter(|capacity| *capacity >= 0);
    let node = |node: &InstanceNode| BatchNode {
        shipment_cost: node.ship_cents,
        unit_cost: node.unit_cents,
        unit_capacity: limit(node.cap_units),
        shipment_capacity: limit(node.cap_shipments),
    };
    let skus = 0..u32::try_from(instance.sku_count()).unwrap_or(u32::MAX);
    let stock = skus.clone().flat_map(|sku| {
        let cells = instance.stock_of(sku).iter();
        cells.map(move |cell| BatchStock { sku, node: cell.node, units: i64::from(cell.quantity) })
    });
    BatchInput {
        weight_step: instance.weight_step_g(),
        split_cost: instance.split_cents(),
        churn_cost: 0,
        nodes: instance.nodes().iter().map(node).collect(),
        sku_weights: skus.map(|sku| instance.weight_g(sku)).collect(),
        stock: stock.collect(),
        lanes: lanes(instance),
        orders: orders(instance),
    }
}

fn lanes(instance: &Instance) -> Vec<BatchLane> {
    let mut lanes = Vec::new();
    for (n, node) in (0_u32..).zip(instance.nodes()) {
        for (destination, _) in (0_u32..).zip(instance.regions()) {
            let Some(zone) = instance.zone(n, destination) else { continue };
            let service = |id: &u32| {
                let service = instance.services().get(*id as usize)?;
                let base_cost = service.base_cents.get(zone).copied().filter(|base| *base >= 0)?;
                Some(BatchService {
                    service: *id,
                    base_cost,
                    step_cost: service.step_cents.get(zone).copied().unwrap_or(0),
                    max_weight: Some(service.max_weight_g).filter(|most| *most > 0),
                    arrival_day: node.ready_day + service.days.get(zone).copied().unwrap_or(0),
                })
            };
            let services: Vec<BatchService> = node.services.iter().filter_map(service).collect();
            if !services.is_empty() {
                lanes.push(BatchLane { node: n, destination, services });
            }
        }
    }
    lanes
}

fn orders(instance: &Instance) -> Vec<BatchOrder> {
    let mut orders = Vec::with_capacity(instance.orders().len());
    for order in instance.orders() {
        let lines = instance.lines(order).iter().map(|line| BatchLine {
            sku: line.sku,
            units: i64::from(line.quantity),
            short_cost: instance.short_cents(line.sku) * order.prio,
            planned: Vec::new(),
        });
        orders.push(BatchOrder {
            destination: order.region,
            promise_day: order.promise_day,
            late_cost: order.late_cents,
            ship_complete: order.complete,
            max_shipments: Some(order.max_shipments),
            lines: lines.collect(),
        });
    }
    orders
}
