//! Rebalancing: which node should give stock to which, when moving costs less than the sales it saves.
//!
//! Pure: figures in, suggestions and reasons out. A node whose stock covers more days than its maximum gives, one below
//! its minimum gets; among all lanes those units move that save the most margin after the cost of moving, exactly, by
//! min-cost flow. Knows nothing of transfers; a suggestion becomes one when somebody asks for it.

mod cover;
mod error;
mod flow;
mod passed;
mod plan;
mod problem;
mod solve;

#[cfg(test)]
mod tests;

pub use cover::cover_days;
pub use error::RebalanceError;
pub use passed::{RebalanceLostTo, RebalancePassed, RebalanceReason, RebalanceTooDear, RebalanceWithoutLane};
pub use plan::{CoverChange, RebalancePlan, RebalanceSuggestion, rebalance};
pub use problem::{RebalanceCell, RebalanceLane, RebalanceRequest};
