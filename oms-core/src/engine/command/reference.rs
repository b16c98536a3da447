//! Commands that write records: SKUs, nodes, rate cards, the policy.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::allocation::Sourcing;
use crate::carrier::RateCard;
use crate::catalog::Sku;
use crate::network::{Node, NodeGroup};
use crate::policy::Policy;

/// Write a SKU's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutSku"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutSku {
    /// The record.
    pub sku: Sku,
}

/// Write a node's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutNode"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutNode {
    /// The record.
    pub node: Node,
}

/// Write the record of a group of nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutGroup"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutGroup {
    /// The record.
    pub group: NodeGroup,
}

/// Write a rate card; it replaces the one of the same carrier, service and start of validity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutRateCard"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutRateCard {
    /// The card.
    pub card: RateCard,
}

/// Write the sourcing: who is asked first for what, and what every plan must obey and is judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutSourcing"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutSourcing {
    /// The sourcing; it replaces the one before.
    pub sourcing: Arc<Sourcing>,
}

/// Write the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutPolicy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutPolicy {
    /// The policy.
    pub policy: Policy,
}
