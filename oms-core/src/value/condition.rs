//! In what condition units are.

use serde::{Deserialize, Serialize};

/// In what condition physical units are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StockCondition {
    /// They can be sold.
    #[default]
    Sellable,
    /// They wait for inspection.
    QualityHold,
    /// They cannot be sold.
    Damaged,
    /// They came back and have not been looked at.
    ReturnedPending,
}
