//! What a cost is for.

use serde::{Deserialize, Serialize};

use super::ConstraintKind;
use crate::value::Money;

/// What a cost is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CostKind {
    /// What the carrier asks.
    Freight,
    /// What the node's work costs.
    Handling,
    /// Shipments after the first.
    Split,
    /// Arriving late.
    Lateness,
    /// Selling the last units of a node.
    StockOut,
    /// Clearing slow stock; it saves.
    Markdown,
    /// Filling a node up.
    Capacity,
    /// The risk that a node rejects.
    Rejection,
    /// The preference among nodes.
    Priority,
    /// Emissions.
    Co2,
    /// Units that do not ship.
    Unfilled,
    /// Uneven cover among nodes.
    Balance,
    /// The price of a soft constraint that is broken.
    Constraint,
}

/// One line of a cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostLine {
    /// What it is for.
    pub kind: CostKind,
    /// The constraint whose price it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraint: Option<ConstraintRef>,
    /// How much, by its weight; negative where it saves.
    pub cost: Money,
}

/// A constraint of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConstraintRef {
    /// Its place among the problem's constraints, from 0.
    pub index: u32,
    /// Its kind.
    pub kind: ConstraintKind,
}
