//! Rows as a table for people and as CSV.

use std::fmt::Write as _;

use crate::Failure;
use crate::compare::Compared;

const HEAD: [&str; 14] = [
    "instance",
    "strategy",
    "cost",
    "gap %",
    "ref gap %",
    "fill %",
    "ship/order",
    "km/ship",
    "late %",
    "freight",
    "short",
    "median us",
    "p99 us",
    "seconds",
];

fn cells(compared: &Compared) -> [String; 14] {
    let row = &compared.row;
    let share =
        |ppm: Option<i64>, scale: f64| ppm.map_or("-".to_owned(), |ppm| format!("{:.2}", ppm as f64 / scale));
    let cents = |cents: i64| format!("{:.2}", cents as f64 / 100.0);
    let micro = |ns: Option<u64>| ns.map_or("-".to_owned(), |ns| format!("{:.2}", ns as f64 / 1000.0));
    [
        row.instance.clone(),
        row.strategy.clone(),
        cents(row.cost_cents),
        share(row.gap_ppm, 10_000.0),
        compared.reference_gap.map_or("-".to_owned(), |gap| format!("{gap:.2}")),
        share(row.fill_ppm, 10_000.0),
        share(row.shipments_per_order_ppm, 1_000_000.0),
        format!("{:.0}", row.kilometres as f64 / row.shipments.max(1) as f64),
        share(row.late_ppm, 10_000.0),
        cents(row.freight_cents),
        cents(row.short_cents),
        micro(row.median_ns),
        micro(row.p99_ns),
        format!("{:.3}", compared.seconds),
    ]
}

/// Columns as wide as their widest cell, figures to the right.
pub fn text(rows: &[Compared]) -> String {
    let mut lines = vec![HEAD.map(str::to_owned)];
    lines.extend(rows.iter().map(cells));
    let mut text = String::new();
    for line in &lines {
        for (at, cell) in line.iter().enumerate() {
            let width = lines.iter().filter_map(|line| line.get(at)).map(String::len).max().unwrap_or(0);
            let _ = if at < 2 { write!(text, "{cell:<width$}  ") } else { write!(text, "{cell:>width$}  ") };
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

/// Every field of every row, by its wire name.
pub fn csv(rows: &[Compared]) -> Result<String, Failure> {
    let mut writer = csv::Writer::from_writer(vec![]);
    for compared in rows {
        writer.serialize(Flat::new(compared))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// A row with no field left out, as CSV wants it.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Flat<'r> {
    instance: &'r str,
    family: &'r str,
    strategy: &'r str,
    orders: u64,
    cost_cents: i64,
    freight_cents: i64,
    handling_cents: i64,
    split_cents: i64,
    late_cents: i64,
    short_cents: i64,
    bound_cents: i64,
    gap_ppm: Option<i64>,
    reference_gap_percent: Option<f64>,
    fill_ppm: Option<i64>,
    shipments: u64,
    shipments_per_order_ppm: Option<i64>,
    kilometres: i64,
    late_ppm: Option<i64>,
    median_ns: Option<u64>,
    p99_ns: Option<u64>,
}

impl<'r> Flat<'r> {
    fn new(Compared { row, reference_gap, .. }: &'r Compared) -> Self {
        Self {
            instance: &row.instance,
            family: &row.family,
            strategy: &row.strategy,
            orders: row.orders,
            cost_cents: row.cost_cents,
            freight_cents: row.freight_cents,
            handling_cents: row.handling_cents,
            split_cents: row.split_cents,
            late_cents: row.late_cents,
            short_cents: row.short_cents,
            bound_cents: row.bound_cents,
            gap_ppm: row.gap_ppm,
            reference_gap_percent: *reference_gap,
            fill_ppm: row.fill_ppm,
            shipments: row.shipments,
            shipments_per_order_ppm: row.shipments_per_order_ppm,
            kilometres: row.kilometres,
            late_ppm: row.late_ppm,
            median_ns: row.median_ns,
            p99_ns: row.p99_ns,
        }
    }
}
