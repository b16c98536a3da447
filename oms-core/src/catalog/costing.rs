//! How units of a SKU are valued.

use serde::{Deserialize, Serialize};

/// How the cost of units that leave is found; what each method does stands in [`crate::cost`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CostingMethod {
    /// First in, first out: the oldest layer first.
    Fifo,
    /// The average of all there is, newly formed by every receipt.
    MovingAverage,
    /// The moving average, trued up to the average of the period when the period is closed.
    PeriodicAverage,
    /// A standard cost that people set; differences go to variance accounts.
    Standard,
    /// The cost of the very lot that leaves; the oldest units first where a SKU is not kept by lot.
    Specific,
}

impl CostingMethod {
    /// Whether all units are valued together.
    #[must_use]
    pub const fn is_average(self) -> bool {
        matches!(self, Self::MovingAverage | Self::PeriodicAverage)
    }
}
