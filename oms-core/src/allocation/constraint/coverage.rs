//! Coverage: which destinations nodes serve.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::allocation::{NodeScope, OrderFacts};
use crate::value::{CountryCode, Money, RegionCode, Text};

/// Coverage: the nodes ship only to areas that are allowed, if any is named, and never to those that are denied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Coverage"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Coverage {
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// The areas served; all when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Area>,
    /// The areas not served.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deny: Vec<Area>,
    /// What each shipment to an area not served costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// A part of the world: a country, a region of it, or postal codes that start alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Area {
    /// The country.
    pub country: CountryCode,
    /// The region; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// What the postal code starts with; anything when empty.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub postcode_prefix: Text,
}

impl Area {
    /// Whether an order goes there. An order of unknown destination goes nowhere.
    fn holds(&self, order: &OrderFacts) -> bool {
        order.country == Some(self.country)
            && self.region.as_ref().is_none_or(|region| order.region.as_ref() == Some(region))
            && order.postcode.as_str().starts_with(self.postcode_prefix.as_str())
    }
}

impl Rule for Coverage {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let order = &sheet.problem.order;
        let is_served = (self.allow.is_empty() || self.allow.iter().any(|area| area.holds(order)))
            && !self.deny.iter().any(|area| area.holds(order));
        if !is_served {
            sheet.bar(by, |node| self.nodes.covers(node));
        }
    }
}
