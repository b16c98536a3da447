//! Tests of the format and of the checker.

mod check;
mod faults;
mod generate;
mod metrics;
mod strategy;
mod world;
