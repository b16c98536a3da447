//! Panics on purpose, for the test that a panic becomes an error. Never part of a release.
#![expect(clippy::panic, reason = "that is what it is for")]

use napi::Result;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;

use crate::door::{Json, through};
use crate::engine::{Engine, Job};

/// Panics inside the core's work.
#[napi(catch_unwind)]
pub fn panic_on_purpose() -> Result<()> {
    through(|| panic!("on purpose"))
}

/// Panics on a thread of Node's pool.
#[napi(catch_unwind, ts_return_type = "Promise<string>")]
pub fn panic_on_purpose_async() -> Result<AsyncTask<Job>> {
    Ok(Engine::new()?.job(Json::A(String::new()), |_, _| panic!("on purpose")))
}

/// Panics before the core is reached.
#[napi(catch_unwind)]
pub fn panic_at_the_door() {
    panic!("on purpose")
}
