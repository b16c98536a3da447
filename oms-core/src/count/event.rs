//! What happened to a count.

use serde::{Deserialize, Serialize};

use super::Count;
use crate::value::{ActorId, Quantity, SkuId, Text};

/// Something that happened to a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CountEvent {
    /// The book was noted.
    Started(CountStarted),
    /// A counter found units.
    Recorded(CountRecorded),
    /// The differences became adjustments.
    Posted(CountPosted),
    /// It was given up.
    Cancelled(CountCancelled),
}

/// The book was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountStarted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountStarted {
    /// The count.
    pub count: Count,
}

/// A counter found units. Bears no book figure, so that a counter may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountRecorded {
    /// The SKU.
    pub sku: SkuId,
    /// Units found.
    pub counted: Quantity,
    /// Units that came and went since the start, by the book.
    pub moved: i64,
    /// Who counted.
    pub counter: ActorId,
}

/// A change of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountAdjustment {
    /// The SKU.
    pub sku: SkuId,
    /// The change of the physical units; never none.
    pub delta: i64,
}

/// The differences became adjustments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountPosted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountPosted {
    /// The adjustments, SKUs without a difference left out.
    pub adjustments: Vec<CountAdjustment>,
    /// Who approved, where somebody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<ActorId>,
}

/// It was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountCancelled"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountCancelled {
    /// Why.
    #[serde(default)]
    pub reason: Text,
}
