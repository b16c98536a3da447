//! Tests of the format and of the checker.

mod check;
mod faults;
mod world;
