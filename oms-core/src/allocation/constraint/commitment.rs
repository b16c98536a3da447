//! Contracts: volume that nodes were promised.

use serde::{Deserialize, Serialize};

use super::rules::Floor;
use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::allocation::NodeScope;
use crate::value::Money;

/// Contracts: the nodes were promised so many units, and these are still missing.
///
/// While some are missing after the order, no unit ships from elsewhere; with a price, each unit from
/// elsewhere costs it, as far as units are missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Commitment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Commitment {
    /// The nodes; naming none makes no sense.
    pub nodes: NodeScope,
    /// Units missing to what was promised.
    pub missing: u64,
    /// What each unit from elsewhere while some are missing costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for Commitment {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let inside = sheet.inside(&self.nodes);
        sheet.floor(by, Floor { inside, share: 0, given: 0, total: 0, owed: self.missing });
    }

    fn check(&self, check: &mut Check<'_>) {
        check.scope("/nodes", &self.nodes);
    }
}
