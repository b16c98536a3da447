//! Up to where a difference is let pass.

use serde::{Deserialize, Serialize};

use crate::value::{Money, Problems, Quantity};

/// How large a difference may be, in units and in money. Both have to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountLimits {
    /// The most units.
    #[serde(default)]
    pub units: Quantity,
    /// The most money, at the SKU's cost; any when absent. A SKU without a cost has no value that could be judged: then
    /// no difference keeps this limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
}

/// What happens to differences. By default each is counted again, and none is posted without an approver.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountPolicy {
    /// A difference beyond this is counted again.
    #[serde(default)]
    pub recount_above: CountLimits,
    /// A difference beyond this is posted only with an approver.
    #[serde(default)]
    pub approve_above: CountLimits,
}

impl CountLimits {
    /// Whether a difference keeps the limits; none at all always does.
    ///
    /// ```
    /// use oms_core::count::CountLimits;
    /// use oms_core::value::{Currency, Money, Quantity};
    /// let eur = |cents| Money::from_minor(cents, Currency::EUR);
    /// let limits = CountLimits { units: Quantity::new(5), value: Some(eur(10_00)) };
    /// assert!(limits.allow(-2, Some(eur(5_00))));
    /// assert!(!limits.allow(-3, Some(eur(5_00)))); // 15.00 of value
    /// assert!(!limits.allow(6, Some(eur(1)))); // 6 units
    /// ```
    #[must_use]
    pub fn allow(self, variance: i64, unit_cost: Option<Money>) -> bool {
        if variance == 0 {
            return true;
        }
        let worth = |limit: Money| {
            let Some(cost) = unit_cost.filter(|cost| cost.currency() == limit.currency()) else {
                return false;
            };
            let value = i128::from(variance).saturating_mul(i128::from(cost.minor())).unsigned_abs();
            value <= i128::from(limit.minor()).max(0).unsigned_abs()
        };
        variance.unsigned_abs() <= u64::from(self.units.units()) && self.value.is_none_or(worth)
    }
}

impl CountPolicy {
    /// Everything wrong with the policy: money below zero.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (field, limits) in [("recountAbove", self.recount_above), ("approveAbove", self.approve_above)] {
            if limits.value.is_some_and(Money::is_negative) {
                let message = "the value must not be negative";
                problems.add("input.out_of_range", format!("/{field}/value/amount"), message);
            }
        }
        problems
    }
}
