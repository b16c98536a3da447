//! Cut-off and calendar: nodes that hand over soon enough.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::sheet::{By, Sheet};
use crate::allocation::NodeScope;
use crate::value::Money;

/// Cut-off and calendar: only nodes that hand over to a carrier within so many days ship.
///
/// When a node is ready, by its hours, cut-offs, holidays and backlog, comes in with the node as `readyDays`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReadyWithin"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadyWithin {
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// The most days; 0 is today.
    pub days: u16,
    /// What each shipment that is handed over later costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for ReadyWithin {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        sheet.bar(by, |node| self.nodes.covers(node) && node.facts.ready_days > self.days);
    }
}
