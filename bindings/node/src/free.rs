//! What needs no engine.

use napi::Result;
use napi_derive::napi;
use oms_core::wire;

use crate::door::{Json, bytes, text, through};

/// Plans an allocation by a shipped strategy.
#[napi(catch_unwind)]
pub fn allocate(problem: Json, strategy: String) -> Result<String> {
    let problem = bytes(problem);
    text(through(|| wire::allocate(&problem, &strategy))?)
}

/// Prices and explains assignments that somebody else chose.
#[napi(catch_unwind)]
pub fn plan_assignments(problem: Json, strategy: String, assignments: Json) -> Result<String> {
    let (problem, assignments) = (bytes(problem), bytes(assignments));
    text(through(|| wire::plan_assignments(&problem, &strategy, &assignments))?)
}

/// The rules that a plan breaks.
#[napi(catch_unwind)]
pub fn check_allocation(problem: Json, plan: Json) -> Result<String> {
    let (problem, plan) = (bytes(problem), bytes(plan));
    text(through(|| wire::check_allocation(&problem, &plan))?)
}

/// Makes a pure decision over the figures given.
#[napi(catch_unwind)]
pub fn calculate(calculation: Json) -> Result<String> {
    let calculation = bytes(calculation);
    text(through(|| wire::calculate_json(&calculation))?)
}

/// The cases of the storage contract.
#[napi(catch_unwind)]
pub fn contract_cases() -> Result<String> {
    text(through(|| Ok(wire::contract_cases()))?)
}

/// The hash of the state that a journal folds to: one JSON entry a line.
#[napi(catch_unwind)]
pub fn replay_hash(lines: Json) -> Result<String> {
    let lines = bytes(lines);
    through(|| wire::replay_hash(&lines))
}
