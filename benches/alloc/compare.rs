//! `compare`: every strategy on every instance.

use std::time::Instant;

use oms_core::allocation::instance::{
    BenchRow, Instance, InstanceStrategy, SolutionFile, SolveBudget, bench_row, instance_strategies,
    instance_strategy, lower_bound,
};
use serde_json::{Value, json};

use crate::args::Args;
use crate::{Failure, chart, file, known, table};

/// A row, and how far it is from the bound of a reference file, in percent.
pub struct Compared {
    pub row: BenchRow,
    pub reference_gap: Option<f64>,
    /// Seconds for the whole instance.
    pub seconds: f64,
}

pub fn run(args: &mut Args) -> Result<(), Failure> {
    let out = args.value("--out")?;
    let json_file = args.value("--json")?;
    let reference = match args.value("--reference")? {
        Some(path) => serde_json::from_slice(&file::read(&path)?)?,
        None => Value::Null,
    };
    let strategies = strategies(args.value("--strategies")?)?;
    let budget = args.budget()?;
    let mut rows = Vec::new();
    while let Some(name) = args.word() {
        let instance = file::instance(&name)?;
        rows.extend(on(&instance, &strategies, budget, &reference)?);
    }
    args.end()?;
    if rows.is_empty() {
        return Err("name at least one instance".into());
    }
    print!("{}", table::text(&rows));
    if let Some(folder) = out {
        std::fs::create_dir_all(&folder)?;
        file::write(&format!("{folder}/compare.csv"), table::csv(&rows)?.as_bytes())?;
        file::write(&format!("{folder}/compare.vl.json"), &serde_json::to_vec_pretty(&chart::vega(&rows)?)?)?;
        file::write(&format!("{folder}/compare.svg"), chart::svg(&rows).as_bytes())?;
    }
    if let Some(path) = json_file {
        file::write(&path, &serde_json::to_vec_pretty(&figures(&rows))?)?;
    }
    Ok(())
}

fn strategies(names: Option<String>) -> Result<Vec<Box<dyn InstanceStrategy>>, Failure> {
    let Some(names) = names else { return Ok(instance_strategies()) };
    let find = |name: &str| {
        let unknown = || format!("`{name}` is no strategy; there are: {}", known());
        instance_strategy(name).ok_or_else(|| unknown().into())
    };
    names.split(',').map(find).collect()
}

/// Solves an instance by each strategy; the best bound that any of them proved is everybody's.
fn on(
    instance: &Instance,
    strategies: &[Box<dyn InstanceStrategy>],
    budget: SolveBudget,
    reference: &Value,
) -> Result<Vec<Compared>, Failure> {
    let mut bound = lower_bound(instance);
    let mut solved = Vec::new();
    for strategy in strategies {
        let mut took = Vec::with_capacity(instance.orders().len());
        let start = Instant::now();
        let mut last = start;
        let answer = strategy.solve(instance, budget, &mut |_| {
            let now = Instant::now();
            took.push(nanoseconds(now - last));
            last = now;
        });
        let whole = start.elapsed();
        bound = bound.max(answer.bound_cents.unwrap_or(0));
        solved.push((strategy.name(), SolutionFile::new(instance.name(), answer.shipments), took, whole));
    }
    let theirs = &reference["instances"][instance.name()]["lower_bound_cents"];
    let row = |(name, solution, mut took, whole): (&str, SolutionFile, Vec<u64>, std::time::Duration)| {
        let told = |error| format!("{name} on {}: {error}", instance.name());
        let mut row = bench_row(instance, name, &solution, bound).map_err(told)?;
        took.sort_unstable();
        let at = |percent: usize| took.get((took.len() * percent / 100).min(took.len().saturating_sub(1)));
        let mean = nanoseconds(whole) / row.orders.max(1);
        (row.median_ns, row.p99_ns) = (Some(at(50).copied().unwrap_or(mean)), at(99).copied());
        let reference_gap = theirs.as_f64().map(|theirs| 100.0 * (row.cost_cents as f64 - theirs) / theirs);
        Ok(Compared { row, reference_gap, seconds: whole.as_secs_f64() })
    };
    solved.into_iter().map(row).collect()
}

fn nanoseconds(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// The form that all benches share.
fn figures(rows: &[Compared]) -> Value {
    let of_row = |Compared { row, .. }: &Compared| {
        let name = format!("{}/{}", row.instance, row.strategy);
        let ratio = row.cost_cents as f64 / row.bound_cents as f64;
        let cost = json!({"name": format!("{name}/cost"), "value": row.cost_cents, "unit": "cents",
                          "against": "lower bound", "ratio": ratio});
        let time = json!({"name": format!("{name}/time"), "value": row.median_ns, "unit": "ns per order"});
        [cost, time]
    };
    json!({"bench": "alloc", "rows": rows.iter().flat_map(of_row).collect::<Vec<Value>>()})
}
