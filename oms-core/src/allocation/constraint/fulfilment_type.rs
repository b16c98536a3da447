//! Fulfilment types: nodes that serve the way the order reaches its buyer.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::network::FulfilmentType;
use crate::value::Money;

/// Fulfilment types: only nodes that serve the wanted type ship. A node that names none serves `ship`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FulfilmentWanted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FulfilmentWanted {
    /// The type wanted.
    pub wanted: FulfilmentType,
    /// What each shipment from a node that does not serve it costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for FulfilmentWanted {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.bar(by, |node| {
            let served = &node.facts.traits.fulfilment;
            let by_default = served.is_empty() && self.wanted == FulfilmentType::Ship;
            !by_default && !served.contains(&self.wanted)
        });
    }
}
