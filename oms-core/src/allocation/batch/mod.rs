//! Many orders that share stock and capacity, planned together, with a proved bound; and orders on arrival at prices.
//!
//! Everything is dense: nodes, SKUs, destinations and orders are numbers, costs are whole minor units of one currency.
//! An order's cost is that of [`plan_batch`]'s shipments (the node's shipment and units, freight by started weight
//! steps, days late), its splits, its unfilled units and its units that leave the node of an earlier plan.

mod anneal;
mod ascend;
mod check;
mod dense;
mod error;
mod fill;
mod fit;
mod input;
mod part;
mod plan;
mod planner;
mod price;
mod priced;
mod problem;
mod run;
mod search;
mod seed;
mod state;
mod view;

#[cfg(test)]
mod tests;

pub use error::BatchError;
pub use input::{
    BatchInput, BatchLane, BatchLine, BatchNode, BatchOrder, BatchPlanned, BatchService, BatchStock,
};
pub use plan::{
    BatchItem, BatchNodePrice, BatchPlan, BatchPrices, BatchShipment, BatchStats, BatchStockPrice,
};
pub use priced::PricedBoard;
pub use problem::BatchProblem;
pub use run::{BatchOptions, plan_apart, plan_batch};
