//! The exact search of one order: time per order, share proved, and HiGHS on the same orders in the same run.
//!
//! ```text
//! cargo xtask bench exact [INSTANCE...] [--rounds N] [--work N] [--highs PYTHON] [--seconds N] [--json FILE]
//! ```
//!
//! INSTANCE is a file of the format `oms-alloc/1`, gzipped if its name ends in `.gz`, or `FAMILY` or `FAMILY:SEED` of
//! the generator. An order's time is the shortest of `--rounds`, laying it out for the search included. `--highs` names
//! a Python with `highspy`: HiGHS then solves the same orders as mixed-integer programs, one thread, at most
//! `--seconds` each, and only its run counts, not the building of its model.

#![allow(
    clippy::float_arithmetic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a bench for people: it reads and writes files, looks at the clock and prints shares"
)]

#[path = "../alloc/args.rs"]
#[allow(dead_code, reason = "each bench takes the options it needs")]
mod args;
#[path = "../alloc/file.rs"]
#[allow(dead_code, reason = "each bench reads the files it needs")]
mod file;
mod highs;
mod table;

use std::process::ExitCode;
use std::time::Instant;

use args::Args;
use oms_core::allocation::instance::{ArrivalBoard, Instance};
use oms_core::allocation::kernel::{Limit, Order, Outcome, Solver};
use table::Row;

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
    let is_test = args.flag("--test");
    let rounds = args.number("--rounds")?.unwrap_or(5).max(1);
    let limit = args.number("--work")?.map_or_else(Limit::default, |nodes| Limit { nodes });
    let python = args.value("--highs")?;
    let seconds = args.number("--seconds")?.unwrap_or(60);
    let json = args.value("--json")?;
    let mut names: Vec<String> = std::iter::from_fn(|| args.word()).collect();
    args.end()?;
    if is_test {
        names = vec!["single-s".to_owned()];
    } else if names.is_empty() {
        names = ["single-s", "single-m", "single-l", "single-x"].map(str::to_owned).to_vec();
    }
    let mut rows = Vec::new();
    for name in &names {
        let instance = file::instance(name)?;
        let solved = solve_all(&instance, limit, if is_test { 1 } else { rounds })?;
        let other = python.as_ref().map(|python| highs::solve(python, name, seconds)).transpose()?;
        let row = Row::new(instance.name(), &solved, other.as_deref())?;
        row.print(rows.is_empty());
        rows.push(row);
    }
    if let Some(path) = json {
        file::write(&path, table::json(&rows).as_bytes())?;
    }
    Ok(())
}

/// Each order of an instance, alone: what was found, and the shortest time in seconds.
fn solve_all(instance: &Instance, limit: Limit, rounds: u64) -> Result<Vec<(Outcome, f64)>, Failure> {
    let board = ArrivalBoard::new(instance);
    let (mut order, mut solver) = (Order::default(), Solver::default());
    let mut solved = Vec::new();
    for number in 0..u32::try_from(instance.orders().len())? {
        let mut best = f64::INFINITY;
        let mut last = None;
        for _ in 0..rounds {
            let start = Instant::now();
            board.lay_out(number, &mut order);
            let outcome = solver.solve(&mut order, limit)?;
            best = best.min(start.elapsed().as_secs_f64());
            if last.is_some_and(|last| last != outcome) {
                return Err(format!("order {number}: the same search found something else").into());
            }
            last = Some(outcome);
        }
        solved.extend(last.map(|outcome| (outcome, best)));
    }
    Ok(solved)
}
