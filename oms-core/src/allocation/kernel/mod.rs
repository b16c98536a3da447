//! One order laid out for search: dense numbers in, the cheapest shipments and a proof out.
//!
//! Knows no ids, no currencies and no wire form. Costs are whole minor units, weights grams; nothing here is a
//! float, and memory is reused from order to order.

mod column;
mod cover;
mod dual;
mod freight;
mod greedy;
mod order;
mod slot;
mod solver;

#[cfg(test)]
mod tests;

pub use freight::{Band, Service};
pub use order::{Cell, Line, Node, Order, OrderError, Surcharge, Together};
pub use solver::{Limit, Outcome, Shipment, Solver};
