//! Distance: nodes within so many metres.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::allocation::NodeScope;
use crate::value::Money;

/// Distance: only nodes within so many metres of the destination ship. A node of unknown distance does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MaxDistance"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MaxDistance {
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// The most metres.
    pub metres: u32,
    /// What each shipment from farther away costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for MaxDistance {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.bar(by, |node| {
            self.nodes.covers(node) && node.distance_metres.is_none_or(|metres| metres > self.metres)
        });
    }
}
