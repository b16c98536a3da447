//! The published JSON Schema, and the types it covers.

/// The JSON Schema (draft 2020-12) of every wire type, under `$defs`.
pub const SCHEMA: &str = include_str!("../../schema/oms.schema.json");

#[cfg(feature = "schema")]
use {
    super::{Calculated, Calculation, RunStep},
    crate::allocation::instance::{ArrivalOrder, BenchRow, InstanceFile, SolutionCheck},
    crate::allocation::{AllocationPlan, AllocationProblem, PlanViolation},
    crate::carrier::Carriers,
    crate::engine::{Answer, Command, CommandResult, Query, WaitingQueue, WaitingReport},
    crate::error::ErrorReport,
    crate::network::Network,
    crate::store::{Commit, JournalEntry, Keys, Outcome, Page, Scan, Snapshot, StoreConflict},
};

/// The roots of the wire: what may stand at the top of a message. Everything else hangs from these.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is used")]
pub struct WireTypes {
    allocation_plan: AllocationPlan,
    allocation_problem: AllocationProblem,
    answer: Answer,
    arrival_order: ArrivalOrder,
    bench_row: BenchRow,
    calculated: Calculated,
    calculation: Calculation,
    carriers: Carriers,
    command: Command,
    command_result: CommandResult,
    commit: Commit,
    contract_case: crate::store::contract::ContractCase,
    error: ErrorReport,
    instance_file: InstanceFile,
    journal_entry: JournalEntry,
    keys: Keys,
    network: Network,
    outcome: Outcome,
    page: Page,
    plan_violation: PlanViolation,
    query: Query,
    scan: Scan,
    snapshot: Snapshot,
    solution_check: SolutionCheck,
    step: RunStep,
    store_conflict: StoreConflict,
    waiting_queue: WaitingQueue,
    waiting_report: WaitingReport,
}
