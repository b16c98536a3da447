//! Commands to replenishment: rules, reviews of stock, to-dos.

use serde::{Deserialize, Serialize};

use crate::purchase::TodoChange;
use crate::replenish::ReplenishRule;
use crate::value::{NodeId, SkuId, TodoId};

/// Write a replenishment rule; it replaces the one of the same SKU and node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutReplenishRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutReplenishRule {
    /// The rule.
    pub rule: ReplenishRule,
}

/// Look at stock by the rules of some SKUs: open or top up to-dos, raise or clear alerts. A SKU without rules is passed
/// over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReviewStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewStock {
    /// The SKUs, 1 to 1,000.
    pub skus: Vec<SkuId>,
    /// Only the rules of this node; all rules when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
}

/// Say what became of a to-do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "UpdateTodo"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateTodo {
    /// The SKU.
    pub sku: SkuId,
    /// The to-do.
    pub todo: TodoId,
    /// What became of it.
    pub change: TodoChange,
}
