//! Priority protection: units kept for better classes of buyers.

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::allocation::{ClassProtection, NodeScope, booking_limit};
use crate::value::{Money, Quantity, SkuId};

/// Priority protection: in each cell, units that are kept for classes above the order's. Levels are nested:
/// what is kept for class 2 is kept from classes 0 and 1 (see
/// [`booking_limit`](crate::allocation::booking_limit)).
///
/// Where the stock itself protects by class, units available are net of that already; this is for what holds
/// beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ProtectedUnits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProtectedUnits {
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// The levels.
    pub levels: Vec<ProtectedLevel>,
    /// What each unit taken from a better class costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// Units of a SKU kept for a class of buyers and the classes above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProtectedLevel {
    /// The SKU.
    pub sku: SkuId,
    /// The class.
    pub class: u32,
    /// How many units the classes below may not take.
    pub units: Quantity,
}

impl Rule for ProtectedUnits {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let (nodes, class) = (sheet.nodes, sheet.problem.order.class);
        let lines: Vec<_> = sheet.lines.iter().enumerate().map(|(at, line)| (at, *line)).collect();
        for (line_at, line) in lines {
            let levels = self.levels.iter().filter(|level| level.sku == line.sku);
            let levels: Vec<_> =
                levels.map(|level| ClassProtection { class: level.class, units: level.units }).collect();
            if levels.is_empty() {
                continue;
            }
            for (at, node) in nodes.iter().enumerate().filter(|(_, node)| self.nodes.covers(node)) {
                let has = node.available.get(&line.sku).copied().unwrap_or_default();
                sheet.cap(by, at, line_at, booking_limit(has, class, &levels).units());
            }
        }
    }

    fn check(&self, check: &mut Check<'_>) {
        check.unique("/levels", self.levels.iter().map(|level| (&level.sku, level.class)));
    }
}
