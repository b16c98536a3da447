//! The packing slip: what lies in the parcel.

use serde::{Deserialize, Serialize};

use crate::value::{
    Address, ChannelOrderId, LocationCode, Money, OrderId, Quantity, ShipmentId, SkuId, Text,
};

/// An order whose units lie in the parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SlipOrder {
    /// The order.
    pub order: OrderId,
    /// What its channel calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel_order: Option<ChannelOrderId>,
}

/// Units in the parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SlipLine {
    /// The SKU.
    pub sku: SkuId,
    /// What buyers call it; its SKU when empty.
    #[serde(default)]
    pub name: Text,
    /// How many units.
    pub quantity: Quantity,
    /// Where they are taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationCode>,
    /// Whether they are a gift: without a price, and marked.
    #[serde(default)]
    pub gift: bool,
    /// What the buyer asked for.
    #[serde(default)]
    pub remark: Text,
    /// What one unit cost the buyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<Money>,
}

/// What lies in the parcel (发货单).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PackingSlip"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackingSlip {
    /// The shipment, as text and as Code 128 where it is plain ASCII.
    pub shipment: ShipmentId,
    /// Who sells.
    #[serde(default)]
    pub shop: Text,
    /// All orders whose units are in it.
    pub orders: Vec<SlipOrder>,
    /// Who receives it.
    pub receiver: Address,
    /// What is in it.
    pub lines: Vec<SlipLine>,
    /// Whether prices are printed; they are not when it is a present.
    #[serde(default)]
    pub prices: bool,
    /// What the buyer asked for, and what the seller says.
    #[serde(default)]
    pub remark: Text,
    /// How to send things back.
    #[serde(default)]
    pub returns: Text,
    /// What the QR code beside it says; none when empty.
    #[serde(default)]
    pub return_qr: Text,
}

impl PackingSlip {
    /// How many units are in it.
    #[must_use]
    pub fn units(&self) -> u64 {
        self.lines.iter().map(|line| u64::from(line.quantity.units())).sum()
    }
}
