//! Commands to stock.

use serde::{Deserialize, Serialize};

use crate::lot::LotDraft;
use crate::stock::StockCondition;
use crate::value::{LotName, Money, NodeId, Quantity, ReceiptId, ShipmentId, SkuId, Text};

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
    /// What one unit cost, for a SKU that is costed; the average or last cost when neither this nor `cost` is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_cost: Option<Money>,
    /// What all units cost together; for unit costs with more decimals than the currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// The shipment that the units come back from: they return to the cost layers that they left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned_from: Option<ShipmentId>,
}

impl ReceiveStock {
    /// Units that can be sold, of which nothing else is said.
    #[must_use]
    pub fn new(sku: SkuId, node: NodeId, quantity: Quantity, reference: Text) -> Self {
        Self {
            sku,
            node,
            quantity,
            reference,
            condition: StockCondition::default(),
            receipt: None,
            last: false,
            unit_cost: None,
            cost: None,
            returned_from: None,
            lot: None,
        }
    }
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

/// Put kits together from their components at a node: all of it or nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AssembleKit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssembleKit {
    /// The kit, whose record is of the kind `assembled`.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many kits.
    pub quantity: Quantity,
}

/// Take kits apart into their components at a node: all of it or nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DisassembleKit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DisassembleKit {
    /// The kit, whose record is of the kind `assembled`.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many kits.
    pub quantity: Quantity,
}
