//! Carriers: which of a lane may be used.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::allocation::NodeScope;
use crate::value::{CarrierId, Money};

/// Carriers: only these, if any is named, and never those that are denied. A node from which no other carrier goes does
/// not ship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CarrierChoice"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierChoice {
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// The carriers that may be used; all when none is named.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub allow: BTreeSet<CarrierId>,
    /// The carriers that may not.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub deny: BTreeSet<CarrierId>,
    /// What each shipment by another carrier costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for CarrierChoice {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.services(by, |node, option| {
            let is_allowed = self.allow.is_empty() || self.allow.contains(&option.carrier);
            self.nodes.covers(node) && (!is_allowed || self.deny.contains(&option.carrier))
        });
    }
}
