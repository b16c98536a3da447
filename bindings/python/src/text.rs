//! Text from Python: `str` or `bytes`, without a copy where the interpreter allows it.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

/// JSON as `bytes` or `str`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json<'py>(&'py [u8]);

impl<'py> Json<'py> {
    pub(crate) const fn as_bytes(self) -> &'py [u8] {
        self.0
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Json<'a> {
    type Error = PyErr;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> Result<Self, PyErr> {
        if object.is_instance_of::<PyBytes>() {
            return Ok(Self(<&[u8]>::extract(object)?));
        }
        if object.is_instance_of::<PyString>() {
            return Ok(Self(<&str>::extract(object)?.as_bytes()));
        }
        let found = object.get_type().name()?;
        Err(PyTypeError::new_err(format!("expected JSON as bytes or str, found {found}")))
    }
}
