//! Commands to stock.

use serde::{Deserialize, Serialize};

use crate::lot::LotDraft;
use crate::stock::StockCondition;
use crate::value::{LotName, NodeId, Quantity, ReceiptId, SkuId, Text};

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
    /// Of which lot they are; has to be named for a SKU that is kept by lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotDraft>,
    /// The expected receipt that they belong to. Units that were promised from it are held for whom they were promised
    /// to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptId>,
    /// Whether nothing more comes of the receipt, however much was expected.
    #[serde(default, skip_serializing_if = "is_false")]
    pub last: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_false(flag: &bool) -> bool {
    !*flag
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
    /// Of which lot; has to be named for a SKU that is kept by lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotName>,
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
    /// Of which lot; has to be named for a SKU that is kept by lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotName>,
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
    /// Of which lot; has to be named for a SKU that is kept by lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotName>,
}
