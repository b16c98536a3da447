//! What happened to dated supply.

use serde::{Deserialize, Serialize};

use super::{ReceiptPlan, SupplyPromise, SupplyReceipt};
use crate::value::{Quantity, ReceiptId, ReservationId, Text};

/// Something that happened to the supply of a SKU at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SupplyEvent {
    /// A receipt is expected.
    ReceiptExpected(ReceiptExpected),
    /// What is known of a receipt changed.
    ReceiptChanged(ReceiptChanged),
    /// Units of a receipt arrived.
    ReceiptArrived(ReceiptArrived),
    /// Nothing more comes of a receipt.
    ReceiptEnded(ReceiptEnded),
    /// Units were promised, or promised anew.
    PromiseMade(PromiseMade),
    /// Units of its receipt arrived for a promise and are held for it.
    PromiseArrived(PromiseArrived),
    /// A promise lost its receipt, which brings too little for it.
    PromiseUnbound(PromiseUnbound),
    /// A promise ended.
    PromiseEnded(PromiseEnded),
}

/// A receipt is expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiptExpected"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiptExpected {
    /// The receipt.
    pub receipt: SupplyReceipt,
}

/// What is known of a receipt changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiptChanged"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiptChanged {
    /// The receipt.
    pub receipt: ReceiptId,
    /// What is known now.
    pub plan: ReceiptPlan,
}

/// Units of a receipt arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiptArrived"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiptArrived {
    /// The receipt.
    pub receipt: ReceiptId,
    /// How many units.
    pub quantity: Quantity,
}

/// How a receipt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReceiptEnd {
    /// Everything expected arrived.
    Complete,
    /// The last delivery came, with less than expected.
    Short,
    /// It was cancelled.
    Cancelled,
}

/// Nothing more comes of a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiptEnded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiptEnded {
    /// The receipt.
    pub receipt: ReceiptId,
    /// How.
    pub end: ReceiptEnd,
    /// How many units it still should have brought.
    pub missing: Quantity,
    /// Why, for people.
    #[serde(default)]
    pub reason: Text,
}

/// Units were promised; a promise of the same id is replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseMade"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseMade {
    /// The promise.
    pub promise: SupplyPromise,
}

/// Units of its receipt arrived for a promise and are held for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseArrived"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseArrived {
    /// The promise.
    pub promise: ReservationId,
    /// How many units arrived for it.
    pub quantity: Quantity,
    /// The reservation that holds them.
    pub hold: ReservationId,
}

/// A promise lost its receipt, which brings too little for it. It stays promised, from whatever else there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseUnbound"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseUnbound {
    /// The promise.
    pub promise: ReservationId,
    /// The receipt that it lost.
    pub receipt: ReceiptId,
}

/// How a promise ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PromiseEnd {
    /// Its units were handed over.
    Kept,
    /// It was given up.
    GivenUp,
    /// Its time ran out.
    Expired,
}

/// A promise ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseEnded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseEnded {
    /// The promise.
    pub promise: ReservationId,
    /// How.
    pub end: PromiseEnd,
}
