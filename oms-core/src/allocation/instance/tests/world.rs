//! A small instance that others bend.

use crate::allocation::instance::{
    Instance, InstanceFile, InstanceItem, InstanceMode, InstanceNode, InstanceOrder, InstanceService,
    InstanceShipment, InstanceSkus, InstanceStock,
};

fn node(x_km: i64, ship_cents: i64, ready_day: i64) -> InstanceNode {
    InstanceNode {
        kind: "dc".to_owned(),
        x_km,
        y_km: 0,
        ship_cents,
        unit_cents: 30,
        cap_units: -1,
        cap_shipments: -1,
        ready_day,
        services: vec![0, 1],
    }
}

fn service(name: &str, base_cents: [i64; 2], days: i64, max_weight_g: i64) -> InstanceService {
    InstanceService {
        name: name.to_owned(),
        carrier: 0,
        base_cents: base_cents.to_vec(),
        step_cents: vec![40, 50],
        days: vec![days, days],
        max_weight_g,
    }
}

/// Two nodes, two regions, two services, three SKUs, two orders that share stock.
pub(super) fn file() -> InstanceFile {
    let order = |region, complete, lines: &[[i64; 2]]| InstanceOrder {
        region,
        promise_day: 2,
        late_cents: 100,
        prio: 2,
        complete,
        max_shipments: 2,
        lines: lines.to_vec(),
    };
    InstanceFile {
        format: "oms-alloc/1".to_owned(),
        name: "small".to_owned(),
        family: "small".to_owned(),
        mode: InstanceMode::Joint,
        weight_step_g: 1000,
        split_cents: 150,
        nodes: vec![node(0, 90, 0), node(100, 70, 1)],
        regions: vec![[3, 4], [100, 9]],
        zone: vec![vec![0, 1], vec![1, 0]],
        services: vec![service("slow", [300, 400], 3, 0), service("fast", [500, -1], 1, 2500)],
        skus: InstanceSkus { weight_g: vec![700, 1000, 2600], short_cents: vec![900, 1500, 4000] },
        stock: InstanceStock { sku: vec![0, 0, 1, 2], node: vec![0, 1, 1, 1], qty: vec![2, 1, 3, 2] },
        orders: vec![order(0, 0, &[[0, 3], [1, 1]]), order(1, 1, &[[1, 2], [2, 1]])],
    }
}

pub(super) fn instance() -> Instance {
    file().dense().unwrap()
}

pub(super) fn ship(order: u32, node: u32, service: u32, items: &[(u32, u32)]) -> InstanceShipment {
    let items = items.iter().map(|(line, quantity)| InstanceItem { line: *line, quantity: *quantity });
    InstanceShipment { order, node, service, items: items.collect() }
}

/// A solution without a fault.
pub(super) fn sound() -> Vec<InstanceShipment> {
    vec![ship(0, 0, 1, &[(0, 2)]), ship(0, 1, 0, &[(0, 1), (1, 1)]), ship(1, 1, 0, &[(0, 2), (1, 1)])]
}
