//! The whole engine on the same orders: each is held, placed, approved, taken over and allocated, or let go; with
//! documents, journal and command ids in a store in memory.

use std::time::Instant as Clock;

use oms_core::engine::{Command, Oms};
use oms_core::ledger::LedgerSize;
use oms_core::value::{Instant, SkuId, TenantId};
use serde_json::{Value, json};

use crate::orders::Orders;
use crate::{Failure, Program, Sold, WINDOW};

const AT: &str = "2026-11-11T00:00:00Z";

fn command(id: &str, action: &Value) -> Result<Command, Failure> {
    Ok(serde_json::from_value(json!({"id": id, "tenant": "acme", "at": AT, "action": action}))?)
}

/// The commands of each window: those that hold, and those that settle each order once it is held.
struct Script {
    world: Vec<Command>,
    windows: Vec<(Vec<Command>, Vec<Vec<Command>>)>,
}

fn script(orders: &Orders) -> Result<Script, Failure> {
    let mut world = Vec::new();
    let (mut skus, mut nodes) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for ((sku, node), units) in orders.cells.iter().zip(&orders.stock) {
        if skus.insert(sku) {
            world.push(json!({"type": "put_sku", "sku": {"id": sku}}));
        }
        if nodes.insert(node) {
            world.push(json!({"type": "put_node", "node": {"id": node.to_string()}}));
        }
        if *units > 0 {
            let node = node.to_string();
            world.push(json!({"type": "receive_stock", "sku": sku, "node": node, "quantity": units}));
        }
    }
    let world = world.iter().enumerate().map(|(n, action)| command(&format!("w{n}"), action));
    let mut windows = Vec::new();
    for from in (0..orders.len()).step_by(WINDOW) {
        let window = from..(from + WINDOW).min(orders.len());
        let holds = window.clone().map(|at| hold(orders, at)).collect::<Result<_, _>>()?;
        let settled = window.map(|at| settle(orders, at)).collect::<Result<_, _>>()?;
        windows.push((holds, settled));
    }
    Ok(Script { world: world.collect::<Result<_, _>>()?, windows })
}

fn hold(orders: &Orders, at: usize) -> Result<Command, Failure> {
    let name = &orders.names[at];
    let items: Vec<Value> = (orders.lines_of(at).iter())
        .map(|line| {
            let (sku, node) = &orders.cells[line.cell as usize];
            json!({"sku": sku, "node": node.to_string(), "quantity": line.units})
        })
        .collect();
    let until = "2026-11-11T00:15:00Z";
    let action = json!({"type": "reserve_stock", "reservation": name, "items": items, "expiresAt": until});
    command(&format!("{name}-hold"), &action)
}

fn settle(orders: &Orders, at: usize) -> Result<Vec<Command>, Failure> {
    let name = &orders.names[at];
    if !orders.confirm[at] {
        let release = json!({"type": "release_reservation", "reservation": name});
        return Ok(vec![command(&format!("{name}-release"), &release)?]);
    }
    let lines: Vec<Value> = (1..)
        .zip(orders.lines_of(at))
        .map(|(n, line)| {
            let sku = &orders.cells[line.cell as usize].0;
            json!({"id": format!("l{n}"), "sku": sku, "quantity": line.units,
                "unitPrice": {"amount": "9.90", "currency": "EUR"}})
        })
        .collect();
    let ship_to = json!({"name": "Ada", "country": "DE", "city": "Berlin", "lines": ["Weg 1"]});
    let draft = json!({"channel": "web", "channelOrderId": name, "placedAt": AT, "currency": "EUR",
        "terms": "invoice", "shipTo": ship_to, "lines": lines});
    let actions = [
        json!({"type": "place_order", "order": name, "draft": draft}),
        json!({"type": "approve_order", "order": name}),
        json!({"type": "adopt_reservation", "order": name, "reservation": name}),
        json!({"type": "allocate_order", "order": name, "strategy": "priority"}),
    ];
    (0..).zip(&actions).map(|(step, action)| command(&format!("{name}-{step}"), action)).collect()
}

fn sold(oms: &Oms, orders: &Orders, taken: u64) -> Result<Sold, Failure> {
    let (tenant, at): (TenantId, Instant) = (TenantId::new("acme")?, AT.parse()?);
    let skus: std::collections::BTreeSet<&str> = orders.cells.iter().map(|(sku, _)| &**sku).collect();
    let skus = skus.into_iter().map(SkuId::new).collect::<Result<Vec<_>, _>>()?;
    let mut known = std::collections::BTreeMap::new();
    for sku in oms.availability(&tenant, &skus, at)? {
        for row in sku.nodes {
            known.insert((sku.sku.to_string(), row.node.to_string()), row.cell);
        }
    }
    let mut cells = Vec::with_capacity(orders.cells.len());
    for (sku, node) in &orders.cells {
        let cell = known.get(&(sku.clone(), node.to_string())).ok_or("no such cell")?;
        assert_eq!(cell.held, 0, "every hold has ended");
        cells.push((cell.free(), cell.allocated));
    }
    Ok(Sold { orders: taken, cells })
}

/// One round; the engine is kept, so that its memory can be looked at.
fn round(script: &Script, kept: &mut Option<Oms>) -> Result<(std::time::Duration, u64), Failure> {
    let oms = Oms::default();
    oms.execute_batch(&script.world).into_iter().collect::<Result<Vec<_>, _>>()?;
    let start = Clock::now();
    let mut taken = 0;
    for (holds, settled) in &script.windows {
        let held = oms.execute_batch(holds);
        let due = settled.iter().zip(&held).filter(|(_, held)| held.is_ok());
        let due: Vec<Command> = due.flat_map(|(commands, _)| commands.clone()).collect();
        taken += held.iter().filter(|held| held.is_ok()).count() as u64;
        oms.execute_batch(&due).into_iter().collect::<Result<Vec<_>, _>>()?;
    }
    let took = start.elapsed();
    *kept = Some(oms);
    Ok((took, taken))
}

/// The whole engine in batches of a window.
pub fn batches(orders: &Orders) -> Result<Program<'_>, Failure> {
    let script = script(orders)?;
    Ok(Box::new(move || {
        let mut kept = None;
        let sold = round(&script, &mut kept)
            .and_then(|(took, taken)| Ok((took, sold(kept.as_ref().ok_or("no engine")?, orders, taken)?)));
        let (took, sold) = sold.unwrap_or_else(|error| panic!("{error}"));
        (took, sold, LedgerSize::default())
    }))
}

/// Resident bytes of this process, where the system tells.
fn resident() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kib| kib * 1024.0)
}

/// Bytes that an order keeps in memory: its document, its reservation, their journal and the answers to its commands.
/// To be asked before anything else has used memory and given it back.
pub fn bytes_an_order(orders: &Orders) -> Result<Option<f64>, Failure> {
    let script = script(orders)?;
    let Some(before) = resident() else { return Ok(None) };
    let mut kept = None;
    let (_, taken) = round(&script, &mut kept)?;
    Ok(resident().map(|after| (after - before).max(0.0) / taken.max(1) as f64))
}
