//! Commands to the value of stock.

use serde::{Deserialize, Serialize};

use crate::cost::{CostRate, LandedCharge};
use crate::value::{NodeId, SkuId, Text};

/// A late bill comes for a receipt: freight, duty, insurance, a corrected price.
///
/// It is spread over what the receipt brought of costed SKUs, with their recorded weights and sizes. Units that are
/// there take their part into their layers; the part of those that have left goes to variance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AddLandedCost"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddLandedCost {
    /// What names the receipt.
    pub receipt: Text,
    /// What was charged.
    pub charges: Vec<LandedCharge>,
}

/// Set the standard cost of a SKU at a node; what is there is revalued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SetStandardCost"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetStandardCost {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// What so many units cost.
    pub standard: CostRate,
}

/// Close the period of a SKU at a node that is costed by the periodic average; it ends with the command, and all that
/// has been booked belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CloseCostPeriod"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseCostPeriod {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
}
