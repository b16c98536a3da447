//! The ledger on the same orders.

use oms_core::ledger::{
    CellIndex, HoldKey, LedgerOutcome, LedgerRow, LedgerSize, ReserveColumns, StockLedger,
};
use oms_core::stock::StockCell;
use oms_core::value::{Instant, NodeId, ReservationId, SkuId};

use crate::orders::Orders;
use crate::{Failure, Sold, WINDOW};

/// Every order has a quarter of an hour, and comes a millisecond after the one before.
const MINUTES: usize = 15;

/// An ended hold is remembered for so many milliseconds, and so for as many orders.
const REMEMBERED: usize = 100_000;

fn clock(order: usize) -> Instant {
    Instant::from_timestamp_millis(1_794_355_200_000 + order as i64).unwrap_or_default()
}

/// The instants of every order: when it comes, and until when its stock is held.
fn clocks(orders: &Orders) -> Vec<(Instant, Instant)> {
    (0..orders.len()).map(|order| (clock(order), clock(order + MINUTES * 60_000))).collect()
}

/// What a host does now and then: read what happened, and forget what nobody will ask again.
fn tidy<K: HoldKey>(ledger: &mut StockLedger<K>, rows: &mut Vec<LedgerRow>, order: usize) {
    ledger.drain_rows(rows);
    if order % (REMEMBERED / 2) < WINDOW && order >= REMEMBERED {
        let _ = ledger.forget(clock(order - REMEMBERED));
    }
}

/// A ledger with the stock of the orders; cell by cell in their order, so that indices agree.
pub fn filled<K: HoldKey>(orders: &Orders) -> Result<StockLedger<K>, Failure> {
    let mut ledger = StockLedger::new();
    for ((sku, node), units) in orders.cells.iter().zip(&orders.stock) {
        let cell = ledger.cell(&SkuId::new(sku)?, &NodeId::new(node.to_string())?)?;
        ledger.set(cell, StockCell { on_hand: i64::from(*units), ..StockCell::default() }, 0)?;
    }
    Ok(ledger)
}

fn sold<K: HoldKey>(ledger: &StockLedger<K>, orders: &Orders, taken: u64) -> Sold {
    let cells = (0..orders.cells.len() as u32).map(|cell| {
        let stock = ledger.stock(CellIndex(cell)).unwrap_or_default();
        assert_eq!(stock.held, 0, "every hold has ended");
        (stock.free(), stock.allocated)
    });
    Sold { orders: taken, cells: cells.collect() }
}

/// The size of a ledger with nothing but open holds: of the first hundred thousand orders.
pub fn open_holds(orders: &Orders, fresh: &StockLedger<u64>) -> LedgerSize {
    let mut ledger = fresh.clone();
    for (order, (now, until)) in clocks(orders).into_iter().enumerate().take(REMEMBERED) {
        let lines = orders.lines_of(order).iter().map(|line| (CellIndex(line.cell), line.units));
        let _ = ledger.reserve(orders.ids[order], &lines.collect::<Vec<_>>(), now, Some(until));
    }
    ledger.size()
}

/// Batches by interned cells and numeric ids.
pub fn batches(
    orders: &Orders,
    fresh: &StockLedger<u64>,
) -> impl FnMut() -> (std::time::Duration, Sold, LedgerSize) {
    let cells: Vec<u32> = orders.lines.iter().map(|line| line.cell).collect();
    let units: Vec<u32> = orders.lines.iter().map(|line| line.units).collect();
    let times = clocks(orders);
    let mut outcomes = Vec::with_capacity(WINDOW);
    let mut settled = Vec::with_capacity(WINDOW);
    let (mut ids, mut confirm, mut ends, mut rows) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    move || {
        let mut ledger = fresh.clone();
        let start = std::time::Instant::now();
        let (mut taken, mut at, mut first) = (0, 0, 0_usize);
        while at < orders.len() {
            let upto = (at + WINDOW).min(orders.len());
            let last = orders.ends[upto - 1] as usize;
            ends.clear();
            ends.extend(orders.ends[at..upto].iter().map(|end| end - first as u32));
            let columns = ReserveColumns {
                ids: &orders.ids[at..upto],
                ends: &ends,
                cells: &cells[first..last],
                units: &units[first..last],
            };
            outcomes.clear();
            let (now, until) = times[at];
            let _ = ledger.reserve_batch(&columns, now, Some(until), &mut outcomes);
            ids.clear();
            confirm.clear();
            for (order, outcome) in (at..upto).zip(&outcomes) {
                if *outcome == LedgerOutcome::Done {
                    ids.push(orders.ids[order]);
                    confirm.push(orders.confirm[order]);
                }
            }
            taken += ids.len() as u64;
            settled.clear();
            let _ = ledger.settle_batch(&ids, &confirm, now, &mut settled);
            tidy(&mut ledger, &mut rows, at);
            (at, first) = (upto, last);
        }
        let took = start.elapsed();
        let size = ledger.size();
        (took, sold(&ledger, orders, taken), size)
    }
}

/// One call an order, one to settle it, by the names of SKUs and nodes; ids as the caller makes them.
pub fn calls<K: HoldKey>(
    orders: &Orders,
    fresh: &StockLedger<K>,
    id: impl Fn(&Orders, usize) -> Option<K>,
) -> impl FnMut() -> (std::time::Duration, Sold, LedgerSize) {
    let times = clocks(orders);
    let nodes: Vec<String> = orders.cells.iter().map(|(_, node)| node.to_string()).collect();
    // Orders arrive with texts of their own.
    let texts: Vec<(String, String, u32)> = (orders.lines.iter())
        .map(|line| {
            (orders.cells[line.cell as usize].0.clone(), nodes[line.cell as usize].clone(), line.units)
        })
        .collect();
    move || {
        let mut ledger = fresh.clone();
        let start = std::time::Instant::now();
        let (mut taken, mut from) = (0, 0);
        let mut lines: Vec<(&str, &str, u32)> = Vec::new();
        let mut rows: Vec<LedgerRow> = Vec::new();
        for (order, upto) in orders.ends.iter().enumerate() {
            let upto = *upto as usize;
            lines.clear();
            lines.extend(texts[from..upto].iter().map(|(sku, node, units)| (&**sku, &**node, *units)));
            from = upto;
            if order % WINDOW == 0 {
                tidy(&mut ledger, &mut rows, order);
            }
            let Some(key) = id(orders, order) else { continue };
            let (now, until) = times[order];
            if ledger.reserve_named(key.clone(), &lines, now, Some(until)).is_ok() {
                taken += 1;
                let _ =
                    if orders.confirm[order] { ledger.confirm(&key, now) } else { ledger.release(&key, now) };
            }
        }
        let took = start.elapsed();
        let size = ledger.size();
        (took, sold(&ledger, orders, taken), size)
    }
}

pub fn numeric(orders: &Orders, at: usize) -> Option<u64> {
    orders.ids.get(at).copied()
}

pub fn textual(orders: &Orders, at: usize) -> Option<ReservationId> {
    ReservationId::new(orders.names.get(at)?).ok()
}
