//! Exact unit costs.

use serde::{Deserialize, Serialize};

use super::pool::share;
use crate::value::Money;

/// So much money for so many units: a unit cost that loses no decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostRate"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostRate {
    /// What the units cost together.
    pub amount: Money,
    /// How many units; at least one.
    pub units: i64,
}

impl CostRate {
    /// What the first so many units cost: `round_half_up(amount · count / units)`, negative for a negative count;
    /// capped at the largest amount that money can hold.
    ///
    /// ```
    /// use oms_core::cost::CostRate;
    /// use oms_core::value::{Currency, Money};
    /// let rate = CostRate { amount: Money::from_minor(100, Currency::EUR), units: 3 };
    /// assert_eq!(rate.up_to(2), Money::from_minor(67, Currency::EUR));
    /// assert_eq!(rate.up_to(300), Money::from_minor(10_000, Currency::EUR));
    /// ```
    #[must_use]
    pub fn up_to(self, count: i64) -> Money {
        share(self.amount, count, self.units)
    }
}
