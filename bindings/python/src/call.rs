//! Calling the core: away from the interpreter, with errors and defects as Python exceptions.

use std::panic::{AssertUnwindSafe, catch_unwind};

use oms_core::{Error, wire};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyBytes;

/// Runs `work` while other Python threads run, and raises what it refuses.
pub(crate) fn call<T: Send>(py: Python<'_>, work: impl Send + FnOnce() -> Result<T, Error>) -> PyResult<T> {
    // A panic is a defect of the core. Python's handlers catch `Exception`, which a panic passed on would not be.
    let done = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    match done {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(raise(py, &wire::encode(&error.to_wire()))),
        Err(_) => Err(raise(
            py,
            br#"{"code": "internal.panic", "kind": "internal", "message": "a defect of oms_core, please report it"}"#,
        )),
    }
}

/// [`call`] for what answers with JSON.
pub(crate) fn call_json<'py>(
    py: Python<'py>,
    work: impl Send + FnOnce() -> Result<Vec<u8>, Error>,
) -> PyResult<Bound<'py, PyBytes>> {
    Ok(PyBytes::new(py, &call(py, work)?))
}

/// The exception for an error on the wire: `oms_core.errors` knows the classes.
fn raise(py: Python<'_>, report: &[u8]) -> PyErr {
    static FROM_WIRE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    FROM_WIRE
        .import(py, "oms_core.errors", "error_from_wire")
        .and_then(|from_wire| from_wire.call1((PyBytes::new(py, report),)))
        .map_or_else(|failed| failed, PyErr::from_value)
}
