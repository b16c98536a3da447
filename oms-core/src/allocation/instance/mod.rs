//! Allocation instances: the public benchmark format `oms-alloc/1`, and a checker for solutions of it.
//!
//! An instance is a whole allocation problem in whole numbers: cents, grams, days, kilometres. Costs are therefore
//! exact, and any two correct programs agree to the cent. [`InstanceFile`] and [`SolutionFile`] are the files as
//! they stand;
//! [`Instance`] is what a planner reads fast; [`check_solution`] trusts no planner and shares no code with one.
//! Indices take the place of ids: a node, a service, a region, a SKU or an order is its place in its list.

mod arrival;
mod bound;
mod check;
mod dense;
mod error;
mod file;
mod generate;
mod metrics;
mod solution;
mod strategy;
mod validate;

#[cfg(test)]
mod tests;

pub use arrival::{
    ArrivalBoard, ArrivalLine, ArrivalLoad, ArrivalNode, ArrivalOrder, ArrivalRule, ArrivalService,
    ArrivalState, InstanceLanes, LaneService, play,
};
pub use bound::lower_bound;
pub use check::{SolutionCheck, SolutionCost, SolutionRule, SolutionViolation, check_claim, check_solution};
pub use dense::{Instance, InstanceLine, InstanceOrderRow, StockCell};
pub use error::InstanceError;
pub use file::{
    INSTANCE_FORMAT, InstanceFile, InstanceMode, InstanceNode, InstanceOrder, InstanceService, InstanceSkus,
    InstanceStock,
};
pub use generate::{InstanceFamily, UnknownFamily, generate};
pub use metrics::{BenchRow, bench_row};
pub use solution::{InstanceItem, InstanceShipment, SOLUTION_FORMAT, SolutionFile};
pub use strategy::{
    BatchStrategy, ExactOrders, InstanceAnswer, InstanceStrategy, OnArrival, PricedStrategy, SimpleRule,
    SolveBudget, batch_input, instance_strategies, instance_strategy,
};
