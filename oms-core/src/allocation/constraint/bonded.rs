//! Bond: where stock that is not imported yet may go.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::value::{CountryCode, Money};

/// Bond: a bonded node ships only to these countries, whose customs clear parcel by parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Bonded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bonded {
    /// The countries.
    pub countries: BTreeSet<CountryCode>,
    /// What each shipment from bond to elsewhere costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for Bonded {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let to = sheet.problem.order.country;
        let is_cleared = to.is_some_and(|to| self.countries.contains(&to));
        sheet.bar(by, |node| node.facts.traits.bonded && !is_cleared);
    }
}
