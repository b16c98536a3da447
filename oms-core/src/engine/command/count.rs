//! Commands to counts of stock.

use serde::{Deserialize, Serialize};

use crate::count::CountPolicy;
use crate::value::{ActorId, CountId, NodeId, Quantity, SkuId, Text};

/// Note the book and have SKUs counted at a node. A cell is counted by one count at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StartCount"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartCount {
    /// The id of the count to be.
    pub count: CountId,
    /// Where.
    pub node: NodeId,
    /// What.
    pub skus: Vec<SkuId>,
    /// What happens to differences; by default each is counted again, and none is posted without an approver.
    #[serde(default)]
    pub policy: CountPolicy,
}

/// Take what a counter found: all physical units, whatever they are held or blocked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RecordCount"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordCount {
    /// The count.
    pub count: CountId,
    /// The SKU.
    pub sku: SkuId,
    /// Units found.
    pub counted: Quantity,
    /// Who counted.
    pub counter: ActorId,
}

/// Make the differences adjustments of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PostCount"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostCount {
    /// The count.
    pub count: CountId,
    /// Who approves differences beyond the limits; not one who counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<ActorId>,
}

/// Give a count up; the book stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CancelCount"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelCount {
    /// The count.
    pub count: CountId,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}
