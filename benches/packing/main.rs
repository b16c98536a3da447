//! Packing: how full containers get, how many boxes web orders need, and how long each takes.
//!
//! `cargo xtask bench packing [--folder FOLDER] [--limit N] [--effort N] [--json FILE]`
//!
//! Without a folder it packs containers and orders that it makes itself from a seed. `files.rs` tells the forms of the
//! files that a folder may hold, recorded results of others among them; figures are told against those. Every packing
//! is looked at by the checker, and one violation ends the run.

#![allow(
    clippy::float_arithmetic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench prints means and ratios"
)]

mod files;
mod made;

use std::path::PathBuf;
use std::time::Instant;

use oms_core::packing::{PackRequest, check_packing, pack};

type Failure = Box<dyn std::error::Error>;

/// Requests that belong together, and what others reached on them.
pub struct Set {
    pub name: String,
    pub requests: Vec<PackRequest>,
    pub aim: Aim,
    /// Per request: the recorded figure, a fill in percent or a number of boxes.
    pub recorded: Option<Vec<f64>>,
}

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// One container as full as it gets.
    Fill,
    /// Everything in few boxes.
    Boxes,
}

struct Row {
    name: String,
    value: f64,
    unit: &'static str,
    against: Option<f64>,
}

fn measure(set: &Set, rows: &mut Vec<Row>) -> Result<(), Failure> {
    let (mut reached, mut took) = (Vec::new(), Vec::new());
    let mut worse = 0_u32;
    for (at, request) in set.requests.iter().enumerate() {
        let start = Instant::now();
        let plan = pack(request)?;
        took.push(start.elapsed().as_secs_f64() * 1e6);
        let broken = check_packing(request, &plan);
        if !broken.is_empty() {
            return Err(format!("{}, request {at}: {broken:?}", set.name).into());
        }
        let figure = match set.aim {
            Aim::Fill => {
                let filled = plan.parcels.iter().flat_map(|parcel| &parcel.placements);
                let filled: u128 = filled.map(|one| one.size.volume()).sum();
                let whole: u128 = request.boxes.iter().map(|carton| carton.inner.volume()).sum();
                100.0 * filled as f64 / whole as f64
            }
            // What goes into no box would be a box of its own; it counts as one.
            Aim::Boxes => (plan.parcels.len() + plan.unpacked.len()) as f64,
        };
        let recorded = set.recorded.as_ref().and_then(|recorded| recorded.get(at));
        worse += u32::from(recorded.is_some_and(|other| match set.aim {
            Aim::Fill => figure < *other - 0.05, // recorded to one decimal
            Aim::Boxes => figure > *other,
        }));
        reached.push(figure);
    }
    let n = reached.len().max(1);
    let whole = |figures: &[f64]| {
        let sum: f64 = figures.iter().take(n).sum();
        if set.aim == Aim::Fill { sum / n as f64 } else { sum }
    };
    took.sort_by(f64::total_cmp);
    let unit = if set.aim == Aim::Fill { "% filled, mean" } else { "boxes" };
    let against = set.recorded.as_deref().map(whole);
    rows.push(Row { name: set.name.clone(), value: whole(&reached), unit, against });
    let time = |share: usize| took.get((took.len() * share / 100).min(took.len().saturating_sub(1))).copied();
    for (share, unit) in [(50, "µs, median"), (99, "µs, 99 of 100")] {
        rows.push(Row { name: set.name.clone(), value: time(share).unwrap_or(0.0), unit, against: None });
    }
    if set.recorded.is_some() {
        rows.push(Row {
            name: set.name.clone(),
            value: f64::from(worse),
            unit: "worse than recorded",
            against: None,
        });
    }
    Ok(())
}

struct Args {
    folder: Option<PathBuf>,
    json: Option<String>,
    limit: usize,
    effort: u32,
}

fn args() -> Result<Args, Failure> {
    let mut found = Args { folder: None, json: None, limit: usize::MAX, effort: 50 };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("`{arg}` wants a value"));
        match arg.as_str() {
            "--folder" => found.folder = Some(value()?.into()),
            "--json" => found.json = Some(value()?),
            "--limit" => found.limit = value()?.parse()?,
            "--effort" => found.effort = value()?.parse()?,
            "--test" => (found.limit, found.effort) = (2, 1),
            "--bench" => {} // Cargo says so
            other => return Err(format!("`{other}` is no option of this bench").into()),
        }
    }
    Ok(found)
}

fn main() -> Result<(), Failure> {
    let args = args()?;
    let mut sets = match &args.folder {
        Some(folder) => files::sets(folder, args.effort)?,
        None => made::sets(args.effort)?,
    };
    let mut rows = Vec::new();
    for set in &mut sets {
        set.requests.truncate(args.limit);
        let from = rows.len();
        measure(set, &mut rows)?;
        for row in rows.iter().skip(from) {
            let against =
                row.against.map(|other| format!("   recorded {other:.2}, {:.4} times", row.value / other));
            println!("{:<44} {:>12.2} {}{}", row.name, row.value, row.unit, against.unwrap_or_default());
        }
    }
    if let Some(path) = args.json {
        let row = |row: &Row| {
            let against = row
                .against
                .map(|other| format!(r#", "against": "recorded", "ratio": {:.4}"#, row.value / other));
            let (name, value, unit) = (&row.name, row.value, row.unit);
            format!(
                r#"{{"name": "{name}", "value": {value:.2}, "unit": "{unit}"{}}}"#,
                against.unwrap_or_default()
            )
        };
        let rows: Vec<String> = rows.iter().map(row).collect();
        std::fs::write(path, format!("{{\"bench\": \"packing\", \"rows\": [{}]}}\n", rows.join(", ")))?;
    }
    Ok(())
}
