//! Fairness: the share of units that some nodes get.

use serde::{Deserialize, Serialize};

use super::rules::Floor;
use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::allocation::NodeScope;
use crate::value::Money;

/// Fairness: of all units, those given before included, the nodes get at least their share, such as franchise
/// stores do.
///
/// While they are behind after the order, no unit ships from elsewhere; with a price, each unit from
/// elsewhere costs it, as far as they are behind. Behind are `ceil(share · (total + units)) − given − units
/// of the nodes`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FairnessFloor"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FairnessFloor {
    /// The nodes; naming none makes no sense.
    pub nodes: NodeScope,
    /// Their share in thousandths.
    pub share_per_mille: u16,
    /// Units that they got before.
    pub given: u64,
    /// Units that all nodes got before, theirs included.
    pub total: u64,
    /// What each unit from elsewhere while they are behind costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for FairnessFloor {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let share = u64::from(self.share_per_mille);
        let inside = sheet.inside(&self.nodes);
        sheet.floor(by, Floor { inside, share, given: self.given, total: self.total, owed: 0 });
    }

    fn check(&self, check: &mut Check<'_>) {
        check.scope("/nodes", &self.nodes);
        if self.share_per_mille > 1000 {
            check.out_of_range("/sharePerMille", "at most 1000 thousandths, which is everything");
        }
    }
}
