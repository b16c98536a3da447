//! What a ledger's calls cost: holding one order a call or hundreds, confirming, and giving back what has run out.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use oms_core::ledger::{CellIndex, LedgerOutcome, ReserveColumns, StockLedger};
use oms_core::stock::StockCell;
use oms_core::value::{Instant, NodeId, SkuId};

type Failure = Box<dyn std::error::Error>;

const SKUS: u32 = 1000;
const NODES: u32 = 10;
const ORDERS: u64 = 10_000;
/// Orders held in a call of a batch.
const WINDOW: usize = 512;

/// Orders of one to three lines over all cells, as columns; there is enough for all of them.
#[derive(Default)]
struct Orders {
    ids: Vec<u64>,
    ends: Vec<u32>,
    cells: Vec<u32>,
    units: Vec<u32>,
}

/// A fixed sequence of numbers (a linear congruential generator, Knuth's MMIX constants).
fn below(seed: &mut u64, limit: u32) -> u32 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    u32::try_from((*seed >> 33) % u64::from(limit)).unwrap_or(0)
}

fn orders() -> Result<Orders, Failure> {
    let (mut orders, mut seed) = (Orders::default(), 7);
    for id in 0..ORDERS {
        for _ in 0..=below(&mut seed, 3) {
            orders.cells.push(below(&mut seed, SKUS * NODES));
            orders.units.push(1 + below(&mut seed, 3));
        }
        orders.ids.push(id);
        orders.ends.push(u32::try_from(orders.cells.len())?);
    }
    Ok(orders)
}

/// Each order with its lines, as one call takes them.
fn calls(orders: &Orders) -> Vec<(u64, Vec<(CellIndex, u32)>)> {
    let mut lines = orders.cells.iter().map(|cell| CellIndex(*cell)).zip(orders.units.iter().copied());
    let mut from = 0;
    let one = |(id, end): (&u64, &u32)| {
        let own = lines.by_ref().take(usize::try_from(end - from).unwrap_or_default()).collect();
        from = *end;
        (*id, own)
    };
    orders.ids.iter().zip(&orders.ends).map(one).collect()
}

/// The same orders in batches: ids, ends from the batch's own beginning, cells and units.
fn batches(orders: &Orders) -> Vec<Orders> {
    let calls = calls(orders);
    let batch = |calls: &[(u64, Vec<(CellIndex, u32)>)]| {
        let mut batch = Orders::default();
        for (id, lines) in calls {
            batch.ids.push(*id);
            batch.cells.extend(lines.iter().map(|(cell, _)| cell.0));
            batch.units.extend(lines.iter().map(|(_, units)| units));
            batch.ends.push(u32::try_from(batch.cells.len()).unwrap_or(u32::MAX));
        }
        batch
    };
    calls.chunks(WINDOW).map(batch).collect()
}

fn filled() -> Result<StockLedger, Failure> {
    let mut ledger = StockLedger::new();
    for sku in 0..SKUS {
        let sku = SkuId::new(format!("sku-{sku}"))?;
        for node in 0..NODES {
            let cell = ledger.cell(&sku, &NodeId::new(node.to_string())?)?;
            ledger.set(cell, StockCell { on_hand: 1_000_000, ..StockCell::default() }, 0)?;
        }
    }
    Ok(ledger)
}

fn reserve_batches(ledger: &mut StockLedger, batches: &[Orders], at: Instant, until: Instant) {
    let mut outcomes = Vec::new();
    for Orders { ids, ends, cells, units } in batches {
        let columns = ReserveColumns { ids, ends, cells, units };
        outcomes.clear();
        let taken = ledger.reserve_batch(&columns, at, Some(until), &mut outcomes);
        assert!(taken.is_ok() && outcomes.iter().all(|outcome| *outcome == LedgerOutcome::Done));
    }
}

fn bench(criterion: &mut Criterion) -> Result<(), Failure> {
    let (empty, orders) = (filled()?, orders()?);
    let (calls, batches) = (calls(&orders), batches(&orders));
    let [at, later, until] =
        [0, 60, 900].map(|second| Instant::from_timestamp(second, 0).unwrap_or_default());
    let mut full = empty.clone();
    reserve_batches(&mut full, &batches, at, until);
    // A ledger whose host has read what happened.
    full.drain();
    let mut group = criterion.benchmark_group("ledger");
    group.throughput(Throughput::Elements(ORDERS));
    group.bench_function("reserve, one order a call", |bencher| {
        let reserve = |mut ledger: StockLedger| {
            for (id, lines) in &calls {
                assert!(ledger.reserve(*id, lines, at, Some(until)).is_ok());
            }
            ledger
        };
        bencher.iter_batched(|| empty.clone(), reserve, BatchSize::LargeInput);
    });
    group.bench_function("reserve, 512 orders a call", |bencher| {
        let reserve = |mut ledger: StockLedger| {
            reserve_batches(&mut ledger, &batches, at, until);
            ledger
        };
        bencher.iter_batched(|| empty.clone(), reserve, BatchSize::LargeInput);
    });
    group.bench_function("confirm, one order a call", |bencher| {
        let confirm = |mut ledger: StockLedger| {
            for id in &orders.ids {
                assert!(ledger.confirm(id, later).is_ok());
            }
            ledger
        };
        bencher.iter_batched(|| full.clone(), confirm, BatchSize::LargeInput);
    });
    group.bench_function("expire, all orders at once", |bencher| {
        let expire = |mut ledger: StockLedger| {
            ledger.expire(until);
            assert_eq!(ledger.stock(CellIndex(0)).map(|cell| cell.held), Some(0));
            ledger
        };
        bencher.iter_batched(|| full.clone(), expire, BatchSize::LargeInput);
    });
    group.finish();
    Ok(())
}

fn all(criterion: &mut Criterion) {
    let run = bench(criterion);
    assert!(run.is_ok(), "{run:?}");
}

criterion_group!(benches, all);
criterion_main!(benches);
