//! What happened to lots.

use serde::{Deserialize, Serialize};

use super::LotDraft;
use crate::value::{
    Instant, LotId, LotPick, OrderId, OwnerId, Quantity, SerialNumber, ShipmentId, StockCondition, Text,
};

/// Something that happened to lots of a SKU at a node. Events that move units stand beside one of
/// stock, which moves the units of the cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LotEvent {
    /// Units arrived.
    Received(LotReceived),
    /// A count, a correction or scrapping changed the physical units.
    Adjusted(LotAdjusted),
    /// Units changed their condition.
    Regraded(LotRegraded),
    /// Units changed hands.
    OwnerChanged(LotOwnerChanged),
    /// Units were set aside for an order.
    Allocated(LotsAllocated),
    /// Units set aside for an order were given back.
    Deallocated(LotsDeallocated),
    /// Units set aside for an order left.
    Shipped(LotsShipped),
    /// Nothing of a lot may leave any more.
    Quarantined(LotQuarantined),
    /// It may leave again.
    Released(LotReleased),
    /// Units of an order were told apart by their serial numbers.
    SerialsCaptured(LotSerialsCaptured),
    /// The units with these numbers are not for the order any more.
    SerialsDropped(LotSerialsDropped),
    /// The units with these numbers left.
    SerialsShipped(LotSerialsShipped),
    /// The units with these numbers came back.
    SerialsReturned(LotSerialsReturned),
}

/// Units arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotReceived"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotReceived {
    /// The lot, with its expiry worked out.
    pub lot: LotDraft,
    /// How many units.
    pub quantity: Quantity,
    /// In what condition they are.
    pub condition: StockCondition,
    /// When they arrived.
    pub received_at: Instant,
}

/// A count, a correction or scrapping changed the physical units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotAdjusted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotAdjusted {
    /// The lot.
    pub lot: LotId,
    /// Whose units; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// In what condition the units were.
    pub condition: StockCondition,
    /// The change.
    pub delta: i64,
}

/// Units changed their condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotRegraded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotRegraded {
    /// The lot.
    pub lot: LotId,
    /// Whose units; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// How many units.
    pub quantity: Quantity,
    /// The condition before.
    pub from: StockCondition,
    /// The condition now.
    pub to: StockCondition,
}

/// Free, sellable units changed hands; they are where they were, and as old as they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotOwnerChanged"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotOwnerChanged {
    /// The lot.
    pub lot: LotId,
    /// Whose units they were; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<OwnerId>,
    /// Whose they are; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<OwnerId>,
    /// How many units.
    pub quantity: Quantity,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Units were set aside for an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotsAllocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotsAllocated {
    /// The order.
    pub order: OrderId,
    /// The units, in the order of their lots.
    pub picks: Vec<LotPick>,
}

/// Units set aside for an order were given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotsDeallocated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotsDeallocated {
    /// The order.
    pub order: OrderId,
    /// The units, in the order of their lots.
    pub picks: Vec<LotPick>,
}

/// Units set aside for an order left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotsShipped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotsShipped {
    /// The order.
    pub order: OrderId,
    /// The units, in the order of their lots.
    pub picks: Vec<LotPick>,
}

/// Nothing of a lot may leave any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotQuarantined"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotQuarantined {
    /// The lot.
    pub lot: LotId,
    /// Why.
    pub reason: Text,
}

/// A lot may leave again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotReleased"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotReleased {
    /// The lot.
    pub lot: LotId,
    /// Why.
    pub reason: Text,
}

/// Units of an order were told apart by their serial numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotSerialsCaptured"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerialsCaptured {
    /// The order.
    pub order: OrderId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

/// The units with these numbers are not for the order any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotSerialsDropped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerialsDropped {
    /// The order.
    pub order: OrderId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

/// The units with these numbers left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotSerialsShipped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerialsShipped {
    /// The order.
    pub order: OrderId,
    /// The shipment.
    pub shipment: ShipmentId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

/// The units with these numbers came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotSerialsReturned"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerialsReturned {
    /// The order that they had left for.
    pub order: OrderId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

impl LotEvent {
    /// The serial numbers that it is about.
    #[must_use]
    pub fn serials(&self) -> &[SerialNumber] {
        match self {
            Self::SerialsCaptured(event) => &event.serials,
            Self::SerialsDropped(event) => &event.serials,
            Self::SerialsShipped(event) => &event.serials,
            Self::SerialsReturned(event) => &event.serials,
            _ => &[],
        }
    }
}
