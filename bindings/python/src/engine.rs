//! The in-memory engine, and decisions without an engine.

use oms_core::wire::{self, WireOms};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::call::{call, call_json};
use crate::text::Json;

/// The engine in memory, speaking JSON.
#[pyclass(frozen, module = "oms_core._oms_core")]
pub(crate) struct Engine {
    oms: WireOms,
}

#[pymethods]
impl Engine {
    /// An empty engine.
    #[new]
    fn new() -> Self {
        Self { oms: WireOms::new() }
    }

    /// An engine that holds what a journal says: one JSON entry a line.
    #[staticmethod]
    fn from_journal(py: Python<'_>, lines: Json<'_>) -> PyResult<Self> {
        call(py, || Ok(Self { oms: WireOms::from_journal(lines.as_bytes())? }))
    }

    /// Carries out one command and gives its outcome.
    fn execute<'py>(&self, py: Python<'py>, command: Json<'_>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.oms.execute(command.as_bytes()))
    }

    /// Carries out an array of commands in one commit and gives a result for each.
    fn execute_batch<'py>(&self, py: Python<'py>, commands: Json<'_>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.oms.execute_batch(commands.as_bytes()))
    }

    /// Answers a query.
    fn query<'py>(&self, py: Python<'py>, query: Json<'_>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.oms.query(query.as_bytes()))
    }

    /// Reviews every order of a tenant that a rule holds, and says how many came free.
    fn review_held(&self, py: Python<'_>, tenant: &str, at: &str) -> PyResult<usize> {
        call(py, || self.oms.review_held(tenant, at))
    }

    /// Looks at stock by every replenishment rule of a tenant, and says for how many SKUs anything changed.
    fn review_stock(&self, py: Python<'_>, tenant: &str, at: &str) -> PyResult<usize> {
        call(py, || self.oms.review_stock(tenant, at))
    }

    /// Allocates the orders of a tenant that wait for stock, in the order of a queue.
    fn allocate_waiting<'py>(
        &self,
        py: Python<'py>,
        tenant: &str,
        at: &str,
        queue: Json<'_>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.oms.allocate_waiting(tenant, at, queue.as_bytes()))
    }

    /// Plans open orders of a tenant together and carries that out.
    fn allocate_orders<'py>(
        &self,
        py: Python<'py>,
        tenant: &str,
        at: &str,
        batch: Json<'_>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.oms.allocate_orders(tenant, at, batch.as_bytes()))
    }

    /// The journal, one JSON entry a line.
    fn journal<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || Ok(self.oms.journal()))
    }

    /// The hash of everything stored.
    fn state_hash(&self, py: Python<'_>) -> PyResult<String> {
        call(py, || Ok(self.oms.state_hash()))
    }
}

/// Plans an allocation by a shipped strategy.
#[pyfunction]
pub(crate) fn allocate<'py>(
    py: Python<'py>,
    problem: Json<'_>,
    strategy: &str,
) -> PyResult<Bound<'py, PyBytes>> {
    call_json(py, || wire::allocate(problem.as_bytes(), strategy))
}

/// Checks, prices and explains assignments made elsewhere.
#[pyfunction]
pub(crate) fn plan_assignments<'py>(
    py: Python<'py>,
    problem: Json<'_>,
    strategy: &str,
    assignments: Json<'_>,
) -> PyResult<Bound<'py, PyBytes>> {
    call_json(py, || wire::plan_assignments(problem.as_bytes(), strategy, assignments.as_bytes()))
}

/// The rules that a plan breaks, as an array.
#[pyfunction]
pub(crate) fn check_allocation<'py>(
    py: Python<'py>,
    problem: Json<'_>,
    plan: Json<'_>,
) -> PyResult<Bound<'py, PyBytes>> {
    call_json(py, || wire::check_allocation(problem.as_bytes(), plan.as_bytes()))
}

/// Makes a pure decision over the figures given.
#[pyfunction]
pub(crate) fn calculate<'py>(py: Python<'py>, calculation: Json<'_>) -> PyResult<Bound<'py, PyBytes>> {
    call_json(py, || wire::calculate_json(calculation.as_bytes()))
}

/// The cases of the storage contract, as an array.
#[pyfunction]
pub(crate) fn contract_cases(py: Python<'_>) -> PyResult<Bound<'_, PyBytes>> {
    call_json(py, || Ok(wire::contract_cases()))
}

/// The hash of the state that a journal folds to: one JSON entry a line.
#[pyfunction]
pub(crate) fn replay_hash(py: Python<'_>, lines: Json<'_>) -> PyResult<String> {
    call(py, || wire::replay_hash(lines.as_bytes()))
}

/// The JSON Schema of everything that crosses.
#[pyfunction]
pub(crate) fn schema() -> &'static str {
    wire::SCHEMA
}

/// The version of the core.
#[pyfunction]
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
