//! Units of a lot, as events of stock name them.

use serde::{Deserialize, Serialize};

use super::{LotId, OwnerId, Quantity};

/// Units of one lot of one owner. Which SKU and where stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotPick {
    /// The lot.
    pub lot: LotId,
    /// Whose units; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// How many.
    pub quantity: Quantity,
}

/// One lot of one owner. Which SKU and where stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotName {
    /// The lot.
    pub lot: LotId,
    /// Whose units; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
}
