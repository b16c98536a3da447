//! Many orders that share stock and capacity, planned together.
mod anneal;
mod ascend;
mod check;
mod dense;
mod error;
mod fill;
mod input;
mod part;
pub mod plan_batch;
mod price;
mod problem;
mod search;
mod seed;
mod state;
mod view;

pub use error::BatchError;
pub use input::*;
pub use problem::BatchProblem;
