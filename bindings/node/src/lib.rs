//! The Node addon of oms-core. Converts, calls, maps errors: nothing is decided here.
//!
//! JSON goes in as text or bytes and comes out as text. An error is thrown with the JSON of an error report as its
//! message; the JavaScript beside it makes a class of it.
#![expect(unreachable_pub, reason = "the macros of napi ask for `pub`, and Node reaches what they export")]
#![expect(clippy::needless_pass_by_value, reason = "text comes out of JavaScript owned, never by reference")]

mod bench;
mod door;
mod engine;
mod free;
mod ledger;
#[cfg(feature = "panic_on_purpose")]
mod panic;
mod run;
