//! Reserving: orders a second of the ledger beside a bare array loop and a hash map, on the same orders, in one run.
//!
//! `cargo xtask bench reserve [--orders N] [--rounds N] [--file ORDERS.csv] [--write ORDERS.csv] [--json FILE]`
//!
//! A smaller round of orders runs through the whole engine beside them, with documents and journal. Figures of memory
//! are bytes a cell, a hold that is open, a hold that has ended and is remembered, and an order that is stored.
//!
//! Each program holds all lines of an order or none and then confirms or releases it. Rounds of all programs take
//! turns; the figures are medians. At the end of each round every cell is compared with what was sold, and programs
//! that work in the same steps with each other. `orders.rs` tells the form of a file.

#![allow(
    clippy::float_arithmetic,
    clippy::print_stdout,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_wrap,
    clippy::items_after_statements,
    reason = "a bench prints ratios, and its baselines are written as a programmer in a hurry would"
)]

mod bare;
mod engine;
mod orders;
mod whole;

use std::time::Duration;

use oms_core::ledger::LedgerSize;
use orders::Orders;

type Failure = Box<dyn std::error::Error>;

/// How many orders a batch holds before it settles them.
pub const WINDOW: usize = 512;

/// What a program ends with: orders taken, and free and sold units by cell.
#[derive(Debug, PartialEq, Eq)]
pub struct Sold {
    pub orders: u64,
    pub cells: Vec<(i64, i64)>,
}

impl Sold {
    /// Every unit is where it was, or sold, and none was sold twice.
    fn check(&self, orders: &Orders) {
        for ((free, sold), stock) in self.cells.iter().zip(&orders.stock) {
            assert!(
                *free >= 0 && *sold >= 0 && free + sold == i64::from(*stock),
                "{free} + {sold} of {stock}"
            );
        }
    }
}

/// A program under measure: one round, how long it took, what it sold.
pub type Program<'o> = Box<dyn FnMut() -> (Duration, Sold, LedgerSize) + 'o>;

struct Case<'o> {
    name: &'static str,
    /// The program that it is told against.
    against: Option<&'static str>,
    /// Programs of one step sell the same.
    step: usize,
    program: Program<'o>,
    took: Vec<Duration>,
    size: LedgerSize,
}

impl<'o> Case<'o> {
    fn new(name: &'static str, against: Option<&'static str>, step: usize, program: Program<'o>) -> Self {
        Self { name, against, step, program, took: vec![], size: LedgerSize::default() }
    }

    fn median(&self) -> f64 {
        let mut took: Vec<f64> = self.took.iter().map(Duration::as_secs_f64).collect();
        took.sort_by(f64::total_cmp);
        took[took.len() / 2]
    }
}

/// Of so many orders one runs through the whole engine.
const WHOLE: u64 = 100;

/// A bare program, which has no ledger. As the others it times its orders only, not how its cells are filled and read.
fn timed<'o>(mut program: impl FnMut() -> (Duration, Sold) + 'o) -> Program<'o> {
    Box::new(move || {
        let (took, sold) = program();
        (took, sold, LedgerSize::default())
    })
}

/// One row of the output.
struct Row {
    name: String,
    value: f64,
    unit: &'static str,
    against: Option<(String, f64)>,
}

fn measure(scenario: &str, orders: &Orders, rounds: usize, rows: &mut Vec<Row>) -> Result<(), Failure> {
    let (numeric, textual) = (engine::filled(orders)?, engine::filled(orders)?);
    let cases = vec![
        Case::new("bare loop, batches", None, 0, timed(bare::array(orders, WINDOW))),
        Case::new(
            "ledger, batches",
            Some("bare loop, batches"),
            0,
            Box::new(engine::batches(orders, &numeric)),
        ),
        Case::new("bare loop, one by one", None, 1, timed(bare::array(orders, 1))),
        Case::new("hash map, one by one", None, 1, timed(bare::map(orders))),
        Case::new(
            "ledger, one call, string SKUs",
            Some("hash map, one by one"),
            1,
            Box::new(engine::calls(orders, &numeric, engine::numeric)),
        ),
        Case::new(
            "ledger, one call, string ids",
            Some("hash map, one by one"),
            1,
            Box::new(engine::calls(orders, &textual, engine::textual)),
        ),
    ];
    let lines = orders.lines.len() as f64 / orders.len().max(1) as f64;
    let open = engine::open_holds(orders, &numeric);
    run(scenario, orders, rounds, cases, rows);
    let name = format!("{scenario}: an open hold of {lines:.1} lines");
    let value = open.hold_bytes as f64 / open.holds.max(1) as f64;
    rows.push(Row { name, value, unit: "bytes", against: None });
    Ok(())
}

/// The whole engine beside the ledger, on fewer orders.
fn measure_whole(orders: &Orders, rounds: usize, rows: &mut Vec<Row>) -> Result<(), Failure> {
    let ledger = engine::filled(orders)?;
    let scenario = format!("{} orders", orders.len());
    let bytes = whole::bytes_an_order(orders)?;
    let cases = vec![
        Case::new("bare loop, batches", None, 0, timed(bare::array(orders, WINDOW))),
        Case::new("ledger, batches", None, 0, Box::new(engine::batches(orders, &ledger))),
        Case::new("whole engine, batches", Some("ledger, batches"), 0, whole::batches(orders)?),
    ];
    run(&scenario, orders, rounds, cases, rows);
    let name = format!("{scenario}: whole engine, a stored order with its reservation, journal and answers");
    rows.extend(bytes.map(|value| Row { name, value, unit: "bytes", against: None }));
    Ok(())
}

/// Rounds of all programs in turns; what each sold is compared.
fn run(scenario: &str, orders: &Orders, rounds: usize, mut cases: Vec<Case<'_>>, rows: &mut Vec<Row>) {
    for round in 0..=rounds {
        let mut sold: [Option<Sold>; 2] = [None, None];
        for case in &mut cases {
            let (took, own, size) = (case.program)();
            own.check(orders);
            match &sold[case.step] {
                Some(other) => assert_eq!(*other, own, "{}", case.name),
                None => sold[case.step] = Some(own),
            }
            case.size = size;
            // The first round warms up.
            if round > 0 {
                case.took.push(took);
            }
        }
    }
    let medians: Vec<(&str, f64)> = cases.iter().map(|case| (case.name, case.median())).collect();
    for case in &cases {
        let own = case.median();
        let against = case.against.and_then(|name| medians.iter().find(|(other, _)| *other == name));
        rows.push(Row {
            name: format!("{scenario}: {}", case.name),
            value: orders.len() as f64 / own,
            unit: "orders/s",
            against: against.map(|(name, other)| ((*name).to_owned(), other / own)),
        });
        if case.size.holds > 0 {
            let per = |bytes: usize, of: usize| bytes as f64 / of.max(1) as f64;
            let mut memory = |what: &str, value: f64| {
                let name = format!("{scenario}: {}, {what}", case.name);
                rows.push(Row { name, value, unit: "bytes", against: None });
            };
            memory("a cell", per(case.size.cell_bytes, case.size.cells));
            memory("a hold, remembered", per(case.size.hold_bytes, case.size.holds));
            memory("a hold's events, not drained", per(case.size.log_bytes, case.size.holds));
        }
    }
}

/// The hot cell beside the mix.
fn hot_beside_mix(rows: &mut Vec<Row>) {
    let value = |name: &str| rows.iter().find(|row| row.name == name).map(|row| row.value);
    let beside = |case: &str| {
        let mix = format!("1,000 SKUs: {case}");
        let (hot, other) = (value(&format!("hot cell: {case}"))?, value(&mix)?);
        let name = format!("hot cell beside the mix: {case}");
        Some(Row { name, value: hot, unit: "orders/s", against: Some((mix, hot / other)) })
    };
    let more: Vec<Row> =
        ["ledger, batches", "ledger, one call, string SKUs"].into_iter().filter_map(beside).collect();
    rows.extend(more);
}

fn main() -> Result<(), Failure> {
    let mut args = std::env::args().skip(1);
    let (mut count, mut rounds, mut file, mut write, mut json) = (1_000_000_u64, 5_usize, None, None, None);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("`{arg}` wants a value"));
        match &*arg {
            "--orders" => count = value()?.parse()?,
            "--rounds" => rounds = value()?.parse::<usize>()?.max(1),
            "--file" => file = Some(value()?),
            "--write" => write = Some(value()?),
            "--json" => json = Some(value()?),
            "--bench" => {}
            // As criterion's benches: once, to see that it runs.
            "--test" => (count, rounds) = (2_000, 1),
            other => return Err(format!("no such option: {other}").into()),
        }
    }
    if let Some(path) = write {
        std::fs::write(path, Orders::mix(count, 1_000, 10, 1).to_csv())?;
        return Ok(());
    }
    let mut rows = Vec::new();
    if let Some(path) = file {
        measure("file", &Orders::read(&path)?, rounds, &mut rows)?;
    } else {
        // First, while no other program has used memory and given it back.
        measure_whole(&Orders::mix((count / WHOLE).max(1), 100, 10, 1), rounds, &mut rows)?;
        measure("1,000 SKUs", &Orders::mix(count, 1_000, 10, 1), rounds, &mut rows)?;
        measure("100,000 SKUs", &Orders::mix(count, 100_000, 10, 2), rounds, &mut rows)?;
        measure("hot cell", &Orders::hot(count, 3), rounds, &mut rows)?;
        hot_beside_mix(&mut rows);
    }
    print!("{}", table(&rows));
    if let Some(path) = json {
        std::fs::write(path, to_json(&rows))?;
    }
    Ok(())
}

fn table(rows: &[Row]) -> String {
    let line = |row: &Row| {
        let against = row.against.as_ref().map(|(name, ratio)| format!("  {ratio:.2} of {name}"));
        format!("{:>14.0} {:<8}  {}{}\n", row.value, row.unit, row.name, against.unwrap_or_default())
    };
    rows.iter().map(line).collect()
}

fn to_json(rows: &[Row]) -> String {
    let row = |row: &Row| {
        let mut told = serde_json::json!({"name": row.name, "value": row.value, "unit": row.unit});
        if let (Some((name, ratio)), Some(fields)) = (&row.against, told.as_object_mut()) {
            fields.insert("against".to_owned(), (&**name).into());
            fields.insert("ratio".to_owned(), (*ratio).into());
        }
        told
    };
    let rows: Vec<serde_json::Value> = rows.iter().map(row).collect();
    format!("{}\n", serde_json::json!({"bench": "reserve", "rows": rows}))
}
