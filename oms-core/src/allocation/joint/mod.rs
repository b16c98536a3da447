//! Orders given as problems, planned together over the stock and the capacity that they share, with a proved bound.
//!
//! Each order keeps all that its problem says: constraints, terms, tiers. What one order takes another cannot have, so
//! shared units and rooms get prices; orders that pay them prove a bound (Lagrangian relaxation, Geoffrion 1974), and
//! planned one after the other at those prices, then again in small groups, they come near it.

mod ascent;
mod check;
mod group;
mod plan;
mod prices;
mod problem;
mod rows;
mod run;
mod search;
mod seat;
mod touch;

#[cfg(test)]
mod tests;

pub use plan::{JointCost, JointOrderPlan, JointPlan, MovedUnits};
pub use prices::{CapacityPrice, RowPrices, StockPrice};
pub use problem::{JointCapacity, JointOrder, JointProblem};
pub use run::plan_jointly;
