//! Amounts by value: insurance (保价) and cash on delivery (代收货款).

use serde::{Deserialize, Serialize};

use super::charge::{check_bounds, check_money, check_percent};
use crate::value::{Currency, Money, Percent, Problems, Rounding};

/// An amount by value: the first tier that reaches the value says how much, kept between the bounds.
///
/// `clamp(fixed + percent · (value − free) + ceil((value − free) / each) · price, minimum, maximum)`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ValueCharge"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValueCharge {
    /// So much value is free of charge; the bounds do not hold for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<Money>,
    /// The tiers from low to high.
    pub tiers: Vec<ValueTier>,
    /// At least so much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Money>,
    /// At most so much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Money>,
}

/// What values up to a bound cost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValueTier {
    /// The highest value of the tier, itself included; only the last tier may leave it out. Above the last tier the
    /// service refuses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Money>,
    /// A fixed part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Money>,
    /// A part of the value beyond what is free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// A part for each started piece of the value beyond what is free, such as each 100 dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_value: Option<ValueStep>,
}

/// A price for each started piece of value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValueStep {
    /// The piece.
    pub each: Money,
    /// Its price.
    pub price: Money,
}

/// Why there is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::carrier) enum NoAmount {
    /// The value is above the last tier, which ends here.
    Above(i64),
    /// The amount is beyond 64 bits.
    Overflow,
}

impl ValueCharge {
    /// The amount for a value, both in minor units.
    pub(in crate::carrier) fn minor(&self, value: i64, rounding: Rounding) -> Result<i64, NoAmount> {
        let reaches = |tier: &&ValueTier| tier.up_to.is_none_or(|up_to| value <= up_to.minor());
        let Some(tier) = self.tiers.iter().find(reaches) else {
            let end = self.tiers.last().and_then(|tier| tier.up_to);
            return Err(NoAmount::Above(end.map_or(0, Money::minor)));
        };
        let beyond = value.saturating_sub(self.free.map_or(0, Money::minor));
        if beyond <= 0 {
            return Ok(0);
        }
        let sum = tier.minor(beyond, rounding).ok_or(NoAmount::Overflow)?;
        let sum = self.minimum.map_or(sum, |least| sum.max(least.minor()));
        Ok(self.maximum.map_or(sum, |most| sum.min(most.minor())))
    }

    pub(in crate::carrier) fn check(&self, currency: Currency, problems: &mut Problems, at: &str) {
        for (field, money) in [("free", self.free), ("minimum", self.minimum), ("maximum", self.maximum)] {
            check_money(money, currency, problems, &format!("{at}/{field}"));
        }
        check_bounds(self.minimum, self.maximum, problems, at);
        if self.tiers.is_empty() {
            problems.add("input.empty", format!("{at}/tiers"), "name at least one tier");
        }
        let mut before: Option<Money> = None;
        for (index, tier) in self.tiers.iter().enumerate() {
            let path = format!("{at}/tiers/{index}");
            check_money(tier.up_to, currency, problems, &format!("{path}/upTo"));
            check_money(tier.fixed, currency, problems, &format!("{path}/fixed"));
            check_percent(tier.percent, problems, &format!("{path}/percent"));
            if let Some(step) = &tier.per_value {
                check_money(Some(step.each), currency, problems, &format!("{path}/perValue/each"));
                check_money(Some(step.price), currency, problems, &format!("{path}/perValue/price"));
                if step.each.is_zero() {
                    let message = "a piece of value is above zero";
                    problems.add("input.out_of_range", format!("{path}/perValue/each"), message);
                }
            }
            let open = tier.up_to.is_none() && index + 1 < self.tiers.len();
            let falls = before.zip(tier.up_to).is_some_and(|(before, up_to)| up_to <= before);
            if open || falls {
                let message = "upTo must rise from tier to tier, and only the last may leave it out";
                problems.add("carrier.uneven_tier", format!("{path}/upTo"), message);
            }
            before = tier.up_to.or(before);
        }
    }
}

impl ValueTier {
    fn minor(&self, beyond: i64, rounding: Rounding) -> Option<i64> {
        let mut sum = self.fixed.map_or(0, Money::minor);
        if let Some(percent) = self.percent {
            sum = sum.checked_add(percent.of(beyond, rounding)?)?;
        }
        if let Some(step) = &self.per_value {
            let pieces = Rounding::Up.divide(i128::from(beyond), i128::from(step.each.minor()))?;
            sum = sum.checked_add(pieces.checked_mul(step.price.minor())?)?;
        }
        Some(sum)
    }
}
