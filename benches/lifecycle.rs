//! What a whole order costs: from placement to completion, one command at a time and many in one commit; and what the
//! engine adds to a bare movement, and JSON to the engine.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use oms_core::Error;
use oms_core::engine::{Command, Oms};
use oms_core::store::Outcome;
use oms_core::value::OrderId;
use oms_core::wire::{decode, encode};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

const AT: &str = "2026-11-11T00:00:00Z";
const ORDERS: usize = 100;

fn command(id: &str, action: &Value) -> Result<Command, Failure> {
    Ok(serde_json::from_value(json!({"id": id, "tenant": "acme", "at": AT, "action": action}))?)
}

fn eur(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

/// Twelve nodes with plenty of two SKUs, and two carriers.
fn world() -> Result<Vec<Command>, Failure> {
    let mut actions = Vec::new();
    for sku in ["mug", "cup"] {
        actions.push(json!({"type": "put_sku", "sku": {"id": sku, "weight": 400, "cost": eur("3.00")}}));
    }
    for n in 0..12 {
        let (node, lat) = (format!("n{n}"), 45_000_000 + n * 500_000);
        let location = json!({"latMicro": lat, "lonMicro": 10_000_000});
        actions.push(json!({"type": "put_node", "node": {"id": node, "priority": n, "location": location}}));
        for sku in ["mug", "cup"] {
            actions.push(json!({"type": "receive_stock", "sku": sku, "node": node, "quantity": 1_000_000}));
        }
    }
    for (carrier, price) in [("post", "4.20"), ("swift", "9.00")] {
        let rate = json!({"zone": "all", "transitDays": 2, "tariff": {"bands": [{"upTo": 5000, "price": eur(price)}]}});
        actions.push(json!({"type": "put_rate_card", "card": {"carrier": carrier, "service": "parcel",
            "currency": "EUR", "zones": {"type": "distance", "bands": [{"zone": "all"}]}, "rates": [rate]}}));
    }
    actions.iter().enumerate().map(|(n, action)| command(&format!("w{n}"), action)).collect()
}

/// Nine commands: placed, paid, reviewed, reserved, allocated, released, shipped, tracked, completed.
fn life(n: usize) -> Result<Vec<Command>, Failure> {
    let order = format!("o{n}");
    let line = |id: &str, sku: &str| json!({"id": id, "sku": sku, "quantity": 1, "unitPrice": eur("10.00")});
    let actions = [
        json!({"type": "place_order", "order": order, "draft": {
            "channel": "web", "channelOrderId": order, "placedAt": AT, "currency": "EUR",
            "shipTo": {"name": "Ada", "country": "DE", "city": "Berlin", "postalCode": "10115", "lines": ["Weg 1"],
                "location": {"latMicro": 52_520_000, "lonMicro": 13_405_000}},
            "lines": [line("l1", "mug"), line("l2", "cup")]}}),
        json!({"type": "record_payment", "order": order,
            "payment": {"id": "p", "kind": "captured", "amount": eur("20.00"), "at": AT}}),
        json!({"type": "review_order", "order": order}),
        json!({"type": "reserve_order", "order": order, "reservation": order, "strategy": "greedy_cost"}),
        json!({"type": "allocate_order", "order": order, "strategy": "greedy_cost"}),
        json!({"type": "release_order", "order": order}),
        json!({"type": "ship_order", "order": order, "shipment": order, "node": "n11",
            "carrier": {"type": "choose", "strategy": "cheapest"}, "parcels": [{"id": "p"}]}),
        json!({"type": "record_tracking", "shipment": order,
            "parcels": [{"parcel": "p", "events": [{"at": AT, "status": "delivered"}]}]}),
        json!({"type": "complete_order", "order": order}),
    ];
    actions.iter().enumerate().map(|(step, action)| command(&format!("{order}-{step}"), action)).collect()
}

fn lives() -> Result<Vec<Vec<Command>>, Failure> {
    let mut lives = (0..ORDERS).map(life).collect::<Result<Vec<_>, _>>()?;
    // The node that greedy cost chooses is asked of the engine, so that the bench ships from where the units are.
    let (oms, first) = (started(&world()?)?, lives.first().ok_or("no order")?.clone());
    must(&oms.execute_batch(first.get(..5).ok_or("no life")?));
    let tenant = &first.first().ok_or("no command")?.tenant;
    let view = oms.order(tenant, &OrderId::new("o0")?)?.ok_or("no order")?;
    let node = view.order.nodes().into_iter().next().ok_or("no node")?.to_string();
    for life in &mut lives {
        let ship = life.get_mut(6).ok_or("no shipping")?;
        let mut value = serde_json::to_value(&*ship)?;
        value["action"]["node"] = json!(node);
        *ship = serde_json::from_value(value)?;
    }
    Ok(lives)
}

fn started(world: &[Command]) -> Result<Oms, Failure> {
    let oms = Oms::default();
    oms.execute_batch(world).into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(oms)
}

/// A bench of refusals would measure nothing.
fn must(results: &[Result<Outcome, Error>]) {
    assert!(results.iter().all(Result::is_ok), "{:?}", results.iter().find(|result| result.is_err()));
}

fn bench(criterion: &mut Criterion) -> Result<(), Failure> {
    let (world, lives) = (world()?, lives()?);
    let commands: Vec<Command> = lives.concat();
    let by_step: Vec<Command> =
        (0..9).flat_map(|step| lives.iter().filter_map(move |life| life.get(step)).cloned()).collect();
    let fresh = || started(&world).unwrap_or_default();
    let mut group = criterion.benchmark_group("lifecycle");
    group.sample_size(20).throughput(Throughput::Elements(u64::try_from(ORDERS)?));
    group.bench_function("orders, one command at a time", |bencher| {
        bencher.iter_batched(
            fresh,
            |oms| {
                must(&commands.iter().map(|command| oms.execute(command)).collect::<Vec<_>>());
                oms
            },
            BatchSize::LargeInput,
        );
    });
    group.bench_function("orders, 100 commands in a commit", |bencher| {
        bencher.iter_batched(
            fresh,
            |oms| {
                by_step.chunks(100).for_each(|batch| must(&oms.execute_batch(batch)));
                oms
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
    movements(criterion, &world)?;
    json(criterion, &lives)
}

fn movements(criterion: &mut Criterion, world: &[Command]) -> Result<(), Failure> {
    let receive = json!({"type": "receive_stock", "sku": "mug", "node": "n1", "quantity": 1});
    let receipts = (0..100).map(|n| command(&format!("r{n}"), &receive)).collect::<Result<Vec<_>, _>>()?;
    let mut group = criterion.benchmark_group("movement");
    group.throughput(Throughput::Elements(100));
    group.bench_function("100 receipts in a commit", |bencher| {
        let fresh = || started(world).unwrap_or_default();
        bencher.iter_batched(fresh, |oms| (oms.execute_batch(&receipts), oms), BatchSize::LargeInput);
    });
    group.finish();
    Ok(())
}

fn json(criterion: &mut Criterion, lives: &[Vec<Command>]) -> Result<(), Failure> {
    let place = lives.first().and_then(|life| life.first()).ok_or("no order")?;
    let bytes = encode(place);
    let mut bad = bytes.clone();
    bad.truncate(bad.len() - 1);
    bad.extend(br#", "extra": 1}"#);
    let mut group = criterion.benchmark_group("json");
    group.throughput(Throughput::Bytes(u64::try_from(bytes.len())?));
    group.bench_function("decode a placement", |bencher| {
        bencher.iter(|| decode::<Command>(black_box(&bytes)))
    });
    group.bench_function("refuse a placement", |bencher| bencher.iter(|| decode::<Command>(black_box(&bad))));
    group.bench_function("encode a placement", |bencher| bencher.iter(|| encode(black_box(place))));
    group.finish();
    Ok(())
}

fn all(criterion: &mut Criterion) {
    let run = bench(criterion);
    assert!(run.is_ok(), "{run:?}");
}

criterion_group!(benches, all);
criterion_main!(benches);
