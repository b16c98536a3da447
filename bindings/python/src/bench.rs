//! The bench of allocation heuristics.

use oms_core::wire::{self, WireBench};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::call::{call, call_json};
use crate::text::Json;

/// An instance, and what is left of it while its orders are decided one by one.
#[pyclass(frozen, module = "oms_core._oms_core")]
pub(crate) struct Bench {
    bench: WireBench,
}

#[pymethods]
impl Bench {
    /// Reads an instance.
    #[new]
    fn new(py: Python<'_>, instance: Json<'_>) -> PyResult<Self> {
        call(py, || Ok(Self { bench: WireBench::new(instance.as_bytes())? }))
    }

    /// The name of the instance.
    fn name(&self) -> &str {
        self.bench.name()
    }

    /// How many orders there are.
    fn orders(&self) -> usize {
        self.bench.orders()
    }

    /// A cost that no solution is below.
    fn bound(&self, py: Python<'_>) -> PyResult<i64> {
        call(py, || Ok(self.bench.bound()))
    }

    /// Solves by a shipped strategy.
    #[pyo3(signature = (strategy, work=None, threads=1))]
    fn solve<'py>(
        &self,
        py: Python<'py>,
        strategy: &str,
        work: Option<u64>,
        threads: usize,
    ) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.bench.solve(strategy, work, threads))
    }

    /// What a solution costs and which rules it breaks.
    fn check<'py>(&self, py: Python<'py>, solution: Json<'_>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.bench.check(solution.as_bytes()))
    }

    /// The row of a solution that breaks no rule.
    #[pyo3(signature = (strategy, solution, bound=None))]
    fn row<'py>(
        &self,
        py: Python<'py>,
        strategy: &str,
        solution: Json<'_>,
        bound: Option<i64>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.bench.row(strategy, solution.as_bytes(), bound))
    }

    /// Starts again: everything is left.
    fn restart(&self, py: Python<'_>) -> PyResult<()> {
        call(py, || {
            self.bench.restart();
            Ok(())
        })
    }

    /// An order with what is left for it.
    fn view<'py>(&self, py: Python<'py>, order: u32) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.bench.view(order))
    }

    /// Notes the shipments that were decided on.
    fn ship(&self, py: Python<'_>, shipments: Json<'_>) -> PyResult<()> {
        call(py, || self.bench.ship(shipments.as_bytes()))
    }
}

/// The instance of a family and a seed.
#[pyfunction]
pub(crate) fn generate_instance<'py>(
    py: Python<'py>,
    family: &str,
    seed: u64,
) -> PyResult<Bound<'py, PyBytes>> {
    call_json(py, || wire::generate_instance(family, seed))
}

/// The families and the shipped strategies.
#[pyfunction]
pub(crate) fn bench_names(py: Python<'_>) -> PyResult<Bound<'_, PyBytes>> {
    call_json(py, || Ok(wire::bench_names()))
}
