//! Contracts: shipments that a carrier was promised.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::value::{CarrierId, Money};

/// Contracts: the carrier was promised shipments that are still missing, so that a node from which it goes ships by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CarrierCommitment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierCommitment {
    /// The carrier.
    pub carrier: CarrierId,
    /// Shipments missing to what was promised; at 0 nothing is owed.
    pub missing: u64,
    /// What each shipment by another carrier where it goes costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for CarrierCommitment {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        if self.missing > 0 {
            sheet.services(by, |node, option| {
                let goes = node.lane.options.iter().any(|option| option.carrier == self.carrier);
                goes && option.carrier != self.carrier
            });
        }
    }
}
