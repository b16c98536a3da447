//! What clearing slow stock saves: units that would be marked down, are old, or expire soon.

use serde::{Deserialize, Serialize};

use super::{Tail, Term, half_up, is_whole, per_mille, whole};
use crate::allocation::CostKind;
use crate::allocation::constraint::{Check, Sheet};
use crate::value::{Money, NodeId, Quantity, SkuId};

/// Markdown avoidance: each unit taken saves `(price − markdown price) · P(D < on hand)`, the chance that it
/// would be marked down, and the bonuses of its age and its expiry. It counts against the cost.
///
/// Demand `D` until the markdown is Poisson by its mean, or negative binomial where a larger variance is
/// given. The saving of one unit is rounded to the minor unit, halves up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkdownTerm {
    /// The cells; a cell that is not named saves nothing.
    pub cells: Vec<MarkdownCell>,
    /// What units save by their days in stock; the last that applies counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aged: Vec<AgeBonus>,
    /// What units save by their days to expiry; the first that applies counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expiring: Vec<ExpiryBonus>,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// A SKU at a node, and what is expected of it until it is marked down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkdownCell {
    /// The node.
    pub node: NodeId,
    /// The SKU.
    pub sku: SkuId,
    /// Units on hand.
    pub on_hand: Quantity,
    /// By how much its price falls when it is marked down.
    pub fall: Money,
    /// The mean of demand until then, in thousandths of a unit; at most 100,000 units.
    pub mean_milli: u64,
    /// The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variance_milli: Option<u64>,
    /// How many days its units have been in stock, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_in_stock: Option<u32>,
    /// In how many days they expire, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_to_expiry: Option<u32>,
}

/// What a unit saves that has been in stock for long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgeBonus {
    /// From so many days on; rising from row to row.
    pub from_days: u32,
    /// What it saves.
    pub bonus: Money,
}

/// What a unit saves that expires soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpiryBonus {
    /// Within so many days; rising from row to row.
    pub within_days: u32,
    /// What it saves.
    pub bonus: Money,
}

impl Term for MarkdownTerm {
    fn check(&self, check: &mut Check<'_>) {
        check.unique("/cells", self.cells.iter().map(|cell| (&cell.node, &cell.sku)));
        for (at, cell) in self.cells.iter().enumerate() {
            check.money(&format!("/cells/{at}/fall"), Some(cell.fall));
            check.demand(&format!("/cells/{at}"), cell.mean_milli, cell.variance_milli);
        }
        for (at, row) in self.aged.iter().enumerate() {
            check.money(&format!("/aged/{at}/bonus"), Some(row.bonus));
        }
        for (at, row) in self.expiring.iter().enumerate() {
            check.money(&format!("/expiring/{at}/bonus"), Some(row.bonus));
        }
        check.rising("/aged", "fromDays", self.aged.iter().map(|row| row.from_days));
        check.rising("/expiring", "withinDays", self.expiring.iter().map(|row| row.within_days));
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        for cell in &self.cells {
            let Some(node) = sheet.node_index(&cell.node) else { continue };
            let saving = per_mille(self.saving(cell), self.weight_per_mille);
            let lines: Vec<usize> = sheet.lines_of(&cell.sku).collect();
            for line in lines {
                sheet.unit(CostKind::Markdown, node, line, saving.saturating_neg());
            }
        }
    }
}

impl MarkdownTerm {
    /// What one unit of a cell saves in minor units.
    fn saving(&self, cell: &MarkdownCell) -> i128 {
        let tail = Tail::new(cell.mean_milli, cell.variance_milli.unwrap_or(cell.mean_milli));
        let stays = 1_000_000_000_u64.saturating_sub(tail.at_least(u64::from(cell.on_hand.units())));
        let fall = half_up(i128::from(cell.fall.minor()).saturating_mul(i128::from(stays)), 1_000_000_000);
        let aged = self.aged.iter().rfind(|row| cell.days_in_stock.is_some_and(|days| days >= row.from_days));
        let expiring =
            self.expiring.iter().find(|row| cell.days_to_expiry.is_some_and(|days| days <= row.within_days));
        let bonus = |money: Option<Money>| money.map_or(0, |money| i128::from(money.minor()));
        fall.saturating_add(bonus(aged.map(|row| row.bonus)))
            .saturating_add(bonus(expiring.map(|row| row.bonus)))
    }
}
