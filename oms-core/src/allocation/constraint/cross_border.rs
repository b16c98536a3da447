//! Borders: from which country to which.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::value::{CountryCode, Money};

/// Borders: nodes ship within their own country, and over the borders that are named. A node or an order of unknown
/// country crosses a border that is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CrossBorder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CrossBorder {
    /// From which country to which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Border>,
    /// What each shipment over another border costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// A border, in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Border {
    /// From which country.
    pub from: CountryCode,
    /// To which.
    pub to: CountryCode,
}

impl Rule for CrossBorder {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let to = sheet.problem.order.country;
        sheet.bar(by, |node| {
            let known = node.facts.country.zip(to);
            known.is_none_or(|(from, to)| from != to && !self.open.contains(&Border { from, to }))
        });
    }
}
