//! The solution file, `oms-alloc-solution/1`: which node ships which units of which order, by which service.

use serde::{Deserialize, Serialize};

mod explain;

use super::InstanceError;

/// What a solution file says in `format`.
pub const SOLUTION_FORMAT: &str = "oms-alloc-solution/1";

/// A solution as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SolutionFile {
    /// [`SOLUTION_FORMAT`].
    pub format: String,
    /// The instance that it solves.
    pub instance: String,
    /// What is shipped. What is not is unfilled.
    pub shipments: Vec<InstanceShipment>,
    /// What the solution says it costs, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_cents: Option<i64>,
}

/// What one node ships of one order; on the wire `[order, node, service, [[line, units], ...]]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct InstanceShipment {
    /// The order.
    pub order: u32,
    /// The node.
    pub node: u32,
    /// The service.
    pub service: u32,
    /// Units of lines.
    pub items: Vec<InstanceItem>,
}

/// Units of one line of an order; on the wire `[line, units]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct InstanceItem {
    /// The line's place in the order.
    pub line: u32,
    /// How many units; at least one.
    pub quantity: u32,
}

type Row = (u32, u32, u32, Vec<InstanceItem>);

impl From<Row> for InstanceShipment {
    fn from((order, node, service, items): Row) -> Self {
        Self { order, node, service, items }
    }
}

impl From<InstanceShipment> for Row {
    fn from(shipment: InstanceShipment) -> Self {
        (shipment.order, shipment.node, shipment.service, shipment.items)
    }
}

impl From<(u32, u32)> for InstanceItem {
    fn from((line, quantity): (u32, u32)) -> Self {
        Self { line, quantity }
    }
}

impl From<InstanceItem> for (u32, u32) {
    fn from(item: InstanceItem) -> Self {
        (item.line, item.quantity)
    }
}

impl SolutionFile {
    /// A solution that claims no cost.
    #[must_use]
    pub fn new(instance: impl Into<String>, shipments: Vec<InstanceShipment>) -> Self {
        Self { format: SOLUTION_FORMAT.to_owned(), instance: instance.into(), shipments, cost_cents: None }
    }

    /// Reads a file's JSON.
    ///
    /// # Errors
    /// [`InstanceError::InvalidSolution`], with every part that is none and its place.
    pub fn from_json(json: &[u8]) -> Result<Self, InstanceError> {
        serde_json::from_slice(json)
            .map_err(|error| InstanceError::InvalidSolution(explain::solution(json, &error)))
    }

    /// Reads the JSON of shipments alone: an array of `[order, node, service, [[line, units], ...]]`.
    ///
    /// # Errors
    /// [`InstanceError::InvalidSolution`], with every part that is none and its place.
    pub fn shipments_from_json(json: &[u8]) -> Result<Vec<InstanceShipment>, InstanceError> {
        serde_json::from_slice(json)
            .map_err(|error| InstanceError::InvalidSolution(explain::shipments(json, &error)))
    }

    /// The file's JSON, without white space.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}
