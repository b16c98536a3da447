//! Budgets: money that nodes may still spend.

use serde::{Deserialize, Serialize};

use super::sheet::{By, Sheet};
use super::{Check, Rule};
use crate::value::{Money, NodeId};

/// Budgets: what a shipment costs in freight and handling is at most what is left of its node's budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeBudget"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeBudget {
    /// What is left by node; a node that is not named has no limit.
    pub left: Vec<NodeMoney>,
    /// What each shipment beyond the budget costs; never allowed when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// Money of a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeMoney {
    /// The node.
    pub node: NodeId,
    /// How much is left.
    pub left: Money,
}

impl Rule for NodeBudget {
    fn price(&self) -> Option<Money> {
        self.price
    }

    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>) {
        for row in &self.left {
            if let Some(at) = sheet.node_index(&row.node) {
                sheet.budget(by, at, i128::from(row.left.minor()));
            }
        }
    }

    fn check(&self, check: &mut Check<'_>) {
        check.unique("/left", self.left.iter().map(|row| &row.node));
        for (at, row) in self.left.iter().enumerate() {
            check.money(&format!("/left/{at}/left"), Some(row.left));
        }
    }
}
