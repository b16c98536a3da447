//! Commands to stock.

use serde::{Deserialize, Serialize};

use crate::stock::StockCondition;
use crate::value::{NodeId, Quantity, SkuId, Text};

/// Units arrive at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiveStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiveStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// What names the receipt.
    #[serde(default)]
    pub reference: Text,
    /// In what condition they are.
    #[serde(default)]
    pub condition: StockCondition,
}

/// Correct the physical units after a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AdjustStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdjustStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The change in units.
    pub delta: i64,
    /// Why.
    pub reason: Text,
    /// Whether fewer units may stay than were promised, because fewer are really there.
    #[serde(default)]
    pub force: bool,
}

/// Units change their condition: inspection passed or failed, damaged, repaired, a return put back on the shelf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RegradeStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegradeStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// The condition they are in.
    #[serde(default)]
    pub from: StockCondition,
    /// The condition they get.
    #[serde(default)]
    pub to: StockCondition,
    /// Why.
    pub reason: Text,
}

/// Throw units away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ScrapStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScrapStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// The condition they are in.
    #[serde(default)]
    pub from: StockCondition,
    /// Why.
    pub reason: Text,
}
