//! The step loop over a host's own store.

use std::sync::{Mutex, PoisonError};

use oms_core::wire::WireRun;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::call::{call, call_json};
use crate::text::Json;

/// A run whose steps are JSON. It belongs to one driver; the lock only keeps a shared one whole.
#[pyclass(frozen, module = "oms_core._oms_core")]
pub(crate) struct StepRun {
    run: Mutex<WireRun>,
}

#[pymethods]
impl StepRun {
    /// A run of an array of commands.
    #[new]
    fn new(py: Python<'_>, commands: Json<'_>) -> PyResult<Self> {
        call(py, || Ok(Self { run: Mutex::new(WireRun::new(commands.as_bytes())?) }))
    }

    /// The first step.
    fn start<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || Ok(self.run.lock().unwrap_or_else(PoisonError::into_inner).start()))
    }

    /// The next step, after loading what the last one asked for.
    fn resume<'py>(&self, py: Python<'py>, snapshot: Json<'_>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || self.run.lock().unwrap_or_else(PoisonError::into_inner).resume(snapshot.as_bytes()))
    }

    /// The first step again, after the commit collided with another.
    fn restart<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        call_json(py, || Ok(self.run.lock().unwrap_or_else(PoisonError::into_inner).restart()))
    }
}
