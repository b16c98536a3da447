//! Inputs for tests.

use crate::allocation::batch::{
    BatchInput, BatchLane, BatchLine, BatchNode, BatchOrder, BatchService, BatchStock,
};

pub(super) fn line(sku: u32, units: i64, short_cost: i64) -> BatchLine {
    BatchLine { sku, units, short_cost, planned: Vec::new() }
}

pub(super) fn order(lines: Vec<BatchLine>) -> BatchOrder {
    BatchOrder { lines, ..BatchOrder::default() }
}

/// One node with so many units of one SKU; shipping one unit costs 548.
pub(super) fn one_sku(units: i64, orders: Vec<BatchOrder>) -> BatchInput {
    let service = BatchService { base_cost: 390, step_cost: 38, ..BatchService::default() };
    BatchInput {
        weight_step: 1000,
        split_cost: 150,
        nodes: vec![BatchNode { shipment_cost: 90, unit_cost: 30, ..BatchNode::default() }],
        sku_weights: vec![700],
        stock: vec![BatchStock { sku: 0, node: 0, units }],
        lanes: vec![BatchLane { node: 0, destination: 0, services: vec![service] }],
        orders,
        ..BatchInput::default()
    }
}

fn next(seed: &mut u64, end: u64) -> i64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    i64::try_from((*seed >> 33) % end).unwrap()
}

/// Three nodes, six SKUs and so many orders, with less stock than they want.
pub(super) fn many(seed: u64, count: usize) -> BatchInput {
    let mut seed = seed;
    let mut draw = |end| next(&mut seed, end);
    let mut input = BatchInput { weight_step: 1000, split_cost: 150, ..BatchInput::default() };
    for node in 0..3 {
        let capacity = Some(i64::try_from(count).unwrap());
        input.nodes.push(BatchNode {
            shipment_cost: 50 + draw(80),
            unit_cost: 10 + draw(30),
            unit_capacity: capacity.filter(|_| node == 1),
            shipment_capacity: capacity.map(|most| most / 3).filter(|_| node == 2),
        });
        for destination in 0..2 {
            let service = |id| BatchService {
                service: id,
                base_cost: 200 + draw(300),
                step_cost: 20 + draw(90),
                max_weight: (id == 1).then_some(4000),
                arrival_day: 1 + draw(3),
            };
            let services = vec![0, 1].into_iter().map(service).collect();
            input.lanes.push(BatchLane { node, destination, services });
        }
    }
    for sku in 0..6 {
        input.sku_weights.push(200 + draw(1500));
        for node in 0..3 {
            input.stock.push(BatchStock { sku, node, units: draw(1 + count as u64 / 5) });
        }
    }
    for _ in 0..count {
        let mut lines = Vec::new();
        for sku in 0..6 {
            if draw(3) == 0 {
                lines.push(line(sku, 1 + draw(3), 500 + draw(4000)));
            }
        }
        if lines.is_empty() {
            lines.push(line(0, 1, 900));
        }
        input.orders.push(BatchOrder {
            destination: u32::try_from(draw(2)).unwrap(),
            promise_day: 2,
            late_cost: 100,
            ship_complete: draw(4) == 0,
            max_shipments: Some(u32::try_from(1 + draw(3)).unwrap()),
            lines,
        });
    }
    input
}
