//! Offline windows: nodes that do not ship for a while.

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::allocation::NodeScope;
use crate::value::{Instant, Money};

/// Offline windows: the nodes do not ship from one instant to another. It is compared with the order's `at`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeOffline"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeOffline {
    /// The nodes it holds for; all when none is named.
    #[serde(default, skip_serializing_if = "NodeScope::is_all")]
    pub nodes: NodeScope,
    /// From when on; since ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Instant>,
    /// Until when, itself excluded; for ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// What each shipment from there in that time costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

impl Rule for NodeOffline {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let at = sheet.problem.order.at;
        let is_now = at.is_none_or(|at| {
            self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until)
        });
        if is_now {
            sheet.bar(by, |node| self.nodes.covers(node));
        }
    }

    fn check(&self, check: &mut Check<'_>) {
        if (self.from.is_some() || self.until.is_some()) && check.problem.order.at.is_none() {
            check.missing("/order/at", "say when the order is decided: a constraint has a window of time");
        }
    }
}
