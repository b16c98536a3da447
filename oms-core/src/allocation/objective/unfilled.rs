//! What units that do not ship cost.

use serde::{Deserialize, Serialize};

use super::{Term, is_whole, per_mille, whole};
use crate::allocation::constraint::{Check, Sheet};
use crate::value::{LineId, Money};

/// Unfilled units: each costs a backorder, or the margin that is lost. Large for what must be filled.
///
/// With this term the lowest cost decides alone: a unit whose shipping costs more stays. Name goals to fill first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnfilledTerm {
    /// What a unit costs.
    pub each: Money,
    /// What a unit of single lines costs instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineCost>,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// What a unit of a line costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LineCost {
    /// The line.
    pub line: LineId,
    /// How much.
    pub each: Money,
}

impl Term for UnfilledTerm {
    fn check(&self, check: &mut Check<'_>) {
        check.unique("/lines", self.lines.iter().map(|row| &row.line));
        check.money("/each", Some(self.each));
        for (at, row) in self.lines.iter().enumerate() {
            check.money(&format!("/lines/{at}/each"), Some(row.each));
            check.line(&format!("/lines/{at}/line"), &row.line);
        }
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        let lines = sheet.lines;
        let each = |line: &LineId| {
            let own = self.lines.iter().find(|row| row.line == *line);
            i128::from(own.map_or(self.each, |row| row.each).minor())
        };
        let costs = lines.iter().map(|line| per_mille(each(&line.line), self.weight_per_mille)).collect();
        sheet.unfilled(costs);
    }
}
