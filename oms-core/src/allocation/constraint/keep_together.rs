//! Lines that leave in one shipment.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::rules::SetRule;
use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::value::{LineId, Money};

/// Keep together: all units of the lines leave in one shipment, or none does; for kits, and for a gift with its item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KeepTogether"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeepTogether {
    /// The lines.
    pub lines: BTreeSet<LineId>,
    /// What shipping them apart or in part costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for KeepTogether {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let lines = sheet.lines;
        let among: Vec<usize> = (0..lines.len())
            .filter(|at| lines.get(*at).is_some_and(|line| self.lines.contains(&line.line)))
            .collect();
        sheet.set(by, &among, SetRule::Together);
    }

    fn check(&self, check: &mut Check<'_>) {
        for line in &self.lines {
            check.line("/lines", line);
        }
    }
}
