//! The bench of allocation heuristics, on instances of the format `oms-alloc/1` (docs/allocation-bench.md).
//!
//! ```text
//! cargo xtask bench alloc compare INSTANCE... [--strategies a,b,c] [--out DIR] [--reference FILE] [--json FILE]
//! cargo xtask bench alloc solve INSTANCE --strategy S --solution FILE [--work N] [--threads N]
//! cargo xtask bench alloc check INSTANCE SOLUTION
//! cargo xtask bench alloc generate FAMILY --seed N [--out FILE]
//! ```
//!
//! INSTANCE is a file, gzipped if its name ends in `.gz`, or `FAMILY` or `FAMILY:SEED` of the generator. `compare`
//! prints a table; with `--out` it also writes `compare.csv`, `compare.vl.json` (Vega-Lite) and `compare.svg`.

#![allow(
    clippy::float_arithmetic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a bench for people: it reads and writes files, looks at the clock and prints shares"
)]

mod args;
mod chart;
mod compare;
mod file;
mod table;

use std::process::ExitCode;

use args::Args;
use oms_core::allocation::instance::{
    InstanceFamily, SolutionFile, check_claim, generate, instance_strategies, instance_strategy,
};

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let given = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match run(&mut Args::new(given)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &mut Args) -> Result<(), Failure> {
    if args.flag("--test") {
        return compare::run(&mut Args::of(&["tiny-40:1", "ample-500:1"]));
    }
    match args.word().as_deref() {
        Some("compare") => compare::run(args),
        Some("solve") => solve(args),
        Some("check") => check(args),
        Some("generate") => make(args),
        other => Err(format!("`{}` is none of compare, solve, check, generate", other.unwrap_or("")).into()),
    }
}

/// The names of the shipped strategies.
fn known() -> String {
    let names: Vec<String> =
        instance_strategies().iter().map(|strategy| strategy.name().to_owned()).collect();
    names.join(", ")
}

fn solve(args: &mut Args) -> Result<(), Failure> {
    let name = args.value("--strategy")?.ok_or("`--strategy` wants a name")?;
    let out = args.value("--solution")?.ok_or("`--solution` wants a file")?;
    let budget = args.budget()?;
    let instance = file::instance(&args.word().ok_or("name an instance")?)?;
    args.end()?;
    let strategy =
        instance_strategy(&name).ok_or_else(|| format!("`{name}` is no strategy; there are: {}", known()))?;
    let answer = strategy.solve(&instance, budget, &mut |_| {});
    let mut solution = SolutionFile::new(instance.name(), answer.shipments);
    let checked = check_claim(&instance, &solution)?;
    solution.cost_cents = Some(checked.total_cents);
    file::write(&out, &solution.to_json())?;
    println!("{}: {} cents, {} shipments", instance.name(), checked.total_cents, solution.shipments.len());
    Ok(())
}

fn check(args: &mut Args) -> Result<(), Failure> {
    let instance = file::instance(&args.word().ok_or("name an instance")?)?;
    let solution = file::solution(&args.word().ok_or("name a solution")?)?;
    args.end()?;
    let checked = check_claim(&instance, &solution)?;
    println!("feasible: {} cents {:?}", checked.total_cents, checked.cost);
    Ok(())
}

fn make(args: &mut Args) -> Result<(), Failure> {
    let seed = args.number("--seed")?.unwrap_or(1);
    let out = args.value("--out")?;
    let family: InstanceFamily = args.word().ok_or("name a family")?.parse()?;
    args.end()?;
    let made = generate(family, seed);
    match out {
        Some(path) => file::write(&path, &made.to_json())?,
        None => println!("{}", String::from_utf8_lossy(&made.to_json())),
    }
    Ok(())
}
