//! Where it ships from: nodes, distances and zones.

mod node;

pub use node::{Network, Node};
