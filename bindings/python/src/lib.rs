//! The native half of the Python package `oms_core`: JSON in, JSON out, with the interpreter released during work.
//!
//! Everything here converts, calls and maps errors. What Python people see is written in Python, above this.

mod bench;
mod call;
mod engine;
mod ledger;
mod run;
mod text;

use pyo3::prelude::*;

/// JSON in, JSON out.
#[pymodule(gil_used = false)]
mod _oms_core {
    #[pymodule_export]
    use super::bench::{Bench, bench_names, generate_instance};
    #[pymodule_export]
    use super::engine::{
        Engine, allocate, calculate, check_allocation, contract_cases, plan_assignments, replay_hash, schema,
        version,
    };
    #[pymodule_export]
    use super::ledger::Ledger;
    #[pymodule_export]
    use super::run::StepRun;
}
