//! Fuel, discounts and tax.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::charge::{check_money, check_percent};
use crate::value::{ChargeId, Currency, Money, Percent, Problems, Text, Window, ZoneId};

/// The fuel surcharge of a time: carriers publish one for each week or month.
///
/// It is taken of the base price and of the surcharges that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FuelPeriod {
    /// The time: the instant of hand-over must lie inside.
    #[serde(default = "always")]
    pub valid: Window,
    /// The percentage.
    pub percent: Percent,
}

const fn always() -> Window {
    Window::ALWAYS
}

/// What a discount is taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DiscountOn {
    /// The base price.
    #[default]
    Base,
    /// The base price with surcharges and fuel; not insurance and cash on delivery.
    Freight,
}

/// A discount: of an account, by monthly volume, or a rebate for each shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Discount {
    /// Its id.
    pub id: ChargeId,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
    /// What it is taken of.
    #[serde(default)]
    pub on: DiscountOn,
    /// A part of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// A fixed amount for each shipment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Money>,
    /// When it holds, by the instant of hand-over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_over: Option<Window>,
    /// Only from so many parcels in the month on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_parcels: Option<u64>,
    /// Only in these zones; in all when empty.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub zones: BTreeSet<ZoneId>,
    /// Of the discounts of one group only the largest is given, the first of equal ones: the steps of a volume.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<ChargeId>,
    /// It takes what it is taken of no lower than this, as earned discounts with a minimum charge do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Money>,
}

/// A tax on everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateTax {
    /// What people call it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
    /// The percentage that is added.
    pub percent: Percent,
}

impl Discount {
    pub(in crate::carrier) fn check(&self, currency: Currency, problems: &mut Problems, at: &str) {
        check_money(self.fixed, currency, problems, &format!("{at}/fixed"));
        check_money(self.floor, currency, problems, &format!("{at}/floor"));
        check_percent(self.percent, problems, &format!("{at}/percent"));
        if self.percent.is_some_and(|percent| percent > Percent::millionths(1_000_000)) {
            let message = "a discount is at most 100 percent";
            problems.add("input.out_of_range", format!("{at}/percent"), message);
        }
        if self.percent.is_none() && self.fixed.is_none() {
            problems.add("input.empty", at, "name a percentage or a fixed amount");
        }
    }
}
