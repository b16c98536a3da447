//! What transfers between nodes do to stock.

use serde::{Deserialize, Serialize};

use super::StockUnits;
use crate::value::{NodeId, TransferId};

/// Free units were set aside for a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockTransferAllocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockTransferAllocated {
    /// The transfer.
    pub transfer: TransferId,
    /// The units, at the node that gives.
    pub units: Vec<StockUnits>,
}

/// Units set aside for a transfer became free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockTransferGivenBack"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockTransferGivenBack {
    /// The transfer.
    pub transfer: TransferId,
    /// The units, at the node that gives.
    pub units: Vec<StockUnits>,
}

/// Units left for another node, which expects them from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockTransferShipped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockTransferShipped {
    /// The transfer.
    pub transfer: TransferId,
    /// The node that gets them.
    pub to: NodeId,
    /// The units, at the node that gives.
    pub units: Vec<StockUnits>,
}

/// Units arrived from another node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockTransferReceived"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockTransferReceived {
    /// The transfer.
    pub transfer: TransferId,
    /// The units that were expected, at the node that gets.
    pub units: Vec<StockUnits>,
    /// The units that nobody had sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<StockUnits>,
}

/// Units that left for another node are expected there no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockTransferLost"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockTransferLost {
    /// The transfer.
    pub transfer: TransferId,
    /// The units, at the node that should have got them.
    pub units: Vec<StockUnits>,
}
