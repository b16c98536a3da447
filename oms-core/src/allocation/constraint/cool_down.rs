//! Nodes that rejected the order a short while ago.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::value::{Instant, Money, NodeId};

/// Cool-down: a node that rejected the order is not asked again for so many seconds. It is compared with the order's
/// `at`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CoolDown"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CoolDown {
    /// How many seconds.
    pub seconds: u32,
    /// When each node rejected it last.
    pub rejected: Vec<NodeRejectedAt>,
    /// What each shipment from there costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// When a node rejected an order last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeRejectedAt {
    /// The node.
    pub node: NodeId,
    /// When.
    pub at: Instant,
}

impl Rule for CoolDown {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        let at = sheet.problem.order.at;
        let is_cooling = |row: &NodeRejectedAt| {
            at.is_some_and(|at| at.timestamp().saturating_sub(row.at.timestamp()) < i64::from(self.seconds))
        };
        let out: BTreeSet<_> =
            self.rejected.iter().filter(|row| is_cooling(row)).map(|row| &row.node).collect();
        sheet.bar(by, |node| out.contains(&node.node));
    }

    fn check(&self, check: &mut Check<'_>) {
        check.unique("/rejected", self.rejected.iter().map(|row| &row.node));
        if check.problem.order.at.is_none() {
            check.missing("/order/at", "say when the order is decided: a constraint has a cool-down");
        }
    }
}
