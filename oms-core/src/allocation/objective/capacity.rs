//! What filling a node up costs.

use serde::{Deserialize, Serialize};

use super::{Term, half_up, is_whole, per_mille, whole};
use crate::allocation::CostKind;
use crate::allocation::constraint::{Check, Sheet};
use crate::value::{Money, NodeId};

/// Capacity penalty: a price by the utilisation `u = (used + units) / capacity` after the order, convex and
/// piecewise linear.
///
/// | utilisation | what each unit costs |
/// | --- | --- |
/// | up to `freePerMille` (700) | nothing |
/// | up to 1 | `atFull / ((1 − free) · capacity)`, so that filling up from there costs `atFull` |
/// | beyond | `beyond / capacity`, so that each further day of work costs `beyond` |
///
/// Prices of a unit are rounded to the minor unit, halves up, so that costs stay convex to the cent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityTerm {
    /// Up to which utilisation nothing is charged, in thousandths; below 1000.
    #[serde(default = "seven_tenths")]
    pub free_per_mille: u32,
    /// What filling up from there costs.
    pub at_full: Money,
    /// What each further day's capacity costs; at least what filling up costs at its rate.
    pub beyond: Money,
    /// The nodes; a node that is not named costs nothing.
    pub nodes: Vec<NodeLoad>,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// How much a node can do and has to do already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeLoad {
    /// The node.
    pub node: NodeId,
    /// How many units it can do a day; at least 1.
    pub capacity: u64,
    /// How many units it has to do already.
    pub used: u64,
}

const fn seven_tenths() -> u32 {
    700
}

impl CapacityTerm {
    /// What a unit costs up to a node's capacity and beyond, in minor units.
    fn prices(&self, capacity: u64) -> (i128, i128) {
        let capacity = i128::from(capacity);
        let weigh = |money: Money| per_mille(i128::from(money.minor()), self.weight_per_mille);
        let rest = i128::from(1000_u32.saturating_sub(self.free_per_mille));
        let filling = half_up(weigh(self.at_full).saturating_mul(1000), rest.saturating_mul(capacity));
        (filling, half_up(weigh(self.beyond), capacity))
    }
}

impl Term for CapacityTerm {
    fn check(&self, check: &mut Check<'_>) {
        check.unique("/nodes", self.nodes.iter().map(|row| &row.node));
        check.money("/atFull", Some(self.at_full));
        check.money("/beyond", Some(self.beyond));
        if self.free_per_mille >= 1000 {
            check.out_of_range("/freePerMille", "below 1000 thousandths");
        }
        let rest = i128::from(1000_u32.saturating_sub(self.free_per_mille));
        let filling = i128::from(self.at_full.minor()).saturating_mul(1000);
        if i128::from(self.beyond.minor()).saturating_mul(rest) < filling {
            check.out_of_range("/beyond", "beyond capacity a unit costs at least what it costs below");
        }
        for (at, row) in self.nodes.iter().enumerate() {
            if row.capacity == 0 {
                check.out_of_range(&format!("/nodes/{at}/capacity"), "at least 1 unit a day");
            }
        }
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        for row in &self.nodes {
            let Some(node) = sheet.node_index(&row.node) else { continue };
            let free = u128::from(row.capacity).saturating_mul(u128::from(self.free_per_mille));
            let free = u64::try_from(free.checked_div(1000).unwrap_or(0)).unwrap_or(u64::MAX);
            let (filling, beyond) = self.prices(row.capacity);
            sheet.units_beyond(CostKind::Capacity, node, free.saturating_sub(row.used), filling);
            let steeper = beyond.saturating_sub(filling);
            sheet.units_beyond(CostKind::Capacity, node, row.capacity.saturating_sub(row.used), steeper);
        }
    }
}
