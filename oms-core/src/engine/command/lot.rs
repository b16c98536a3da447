//! Commands to lots and serial numbers.

use serde::{Deserialize, Serialize};

use crate::value::{LotId, NodeId, OrderId, OwnerId, Quantity, SerialNumber, SkuId, Text};

/// Let nothing of a lot leave, also of what arrives later; what orders have of it stays theirs and cannot ship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuarantineLot"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuarantineLot {
    /// The SKU.
    pub sku: SkuId,
    /// The lot, whoever owns its units.
    pub lot: LotId,
    /// The node; every node when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Let nothing of a lot leave anywhere, and take back what orders have of it; what has left is found by
/// [`AskLotTrace`](crate::engine::AskLotTrace).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RecallLot"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecallLot {
    /// The SKU.
    pub sku: SkuId,
    /// The lot, whoever owns its units.
    pub lot: LotId,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Let a lot leave again; one that is not in quarantine stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReleaseLot"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleaseLot {
    /// The SKU.
    pub sku: SkuId,
    /// The lot, whoever owns its units.
    pub lot: LotId,
    /// The node; every node when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Let free, sellable units of a lot change hands where they lie: bought of who had them here on consignment, or sold
/// to them. Refused where what is held would then lack units that may be sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChangeLotOwner"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeLotOwner {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The lot.
    pub lot: LotId,
    /// Whose units they were; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<OwnerId>,
    /// Whose they are now; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<OwnerId>,
    /// How many.
    pub quantity: Quantity,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Note the serial numbers of units that an order has at a node; known ones are passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CaptureSerials"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaptureSerials {
    /// The order.
    pub order: OrderId,
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The numbers.
    pub serials: Vec<SerialNumber>,
}

/// Check that units came back from the order they left for, by their serial numbers, and note it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReturnSerials"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReturnSerials {
    /// The order they left for.
    pub order: OrderId,
    /// The SKU.
    pub sku: SkuId,
    /// Where they came back.
    pub node: NodeId,
    /// The numbers.
    pub serials: Vec<SerialNumber>,
}
