//! The one way in and out: input becomes bytes, answers become text, errors and panics become thrown errors.

use std::panic::{AssertUnwindSafe, catch_unwind};

use napi::bindgen_prelude::{Either, Uint8Array};
use napi::{Error, Result, Status};
use napi_derive::napi;
use oms_core::wire::encode;
use serde_json::json;

/// JSON as JavaScript has it: text, or bytes of UTF-8.
#[napi]
pub type Json = Either<String, Uint8Array>;

/// The bytes, copied: JavaScript may write into a buffer of its own at any time.
pub(crate) fn bytes(json: Json) -> Vec<u8> {
    match json {
        Either::A(text) => text.into_bytes(),
        Either::B(bytes) => bytes.to_vec(),
    }
}

/// Runs work of the core; what it answers comes back, what it refuses and where it panics is thrown.
pub(crate) fn through<T>(work: impl FnOnce() -> std::result::Result<T, oms_core::Error>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(thrown(&encode(&error.to_wire()))),
        Err(panic) => {
            let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
            let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
            Err(defect(&format!("a defect of the core: {text}")))
        }
    }
}

/// JSON bytes of the core as text.
pub(crate) fn text(json: Vec<u8>) -> Result<String> {
    String::from_utf8(json).map_err(|error| defect(&error.to_string()))
}

/// A thrown error that says a defect of the library.
pub(crate) fn defect(message: &str) -> Error {
    thrown(&encode(&json!({"code": "internal.panic", "kind": "internal", "message": message})))
}

fn thrown(report: &[u8]) -> Error {
    Error::new(Status::GenericFailure, String::from_utf8_lossy(report).into_owned())
}
