//! By how much some nodes are preferred, in money.

use serde::{Deserialize, Serialize};

use super::{Term, is_whole, per_mille, whole};
use crate::allocation::CostKind;
use crate::allocation::constraint::{Check, Sheet};
use crate::value::{Money, NodeId};

/// Node priority: each shipment from a node costs `perStep · priority + bias`, so that a dearer node may
/// still be preferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PriorityTerm {
    /// What each step of the node's priority costs.
    pub per_step: Money,
    /// What shipments from single nodes cost on top.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub biases: Vec<NodeBias>,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// What shipments from a node cost on top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeBias {
    /// The node.
    pub node: NodeId,
    /// How much.
    pub bias: Money,
}

impl Term for PriorityTerm {
    fn check(&self, check: &mut Check<'_>) {
        check.unique("/biases", self.biases.iter().map(|row| &row.node));
        check.money("/perStep", Some(self.per_step));
        for (at, row) in self.biases.iter().enumerate() {
            check.money(&format!("/biases/{at}/bias"), Some(row.bias));
        }
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        let nodes = sheet.nodes;
        let mut costs: Vec<i128> = nodes
            .iter()
            .map(|node| i128::from(self.per_step.minor()).saturating_mul(i128::from(node.priority)))
            .collect();
        for row in &self.biases {
            if let Some(cost) = sheet.node_index(&row.node).and_then(|at| costs.get_mut(at)) {
                *cost = cost.saturating_add(i128::from(row.bias.minor()));
            }
        }
        for (at, cost) in costs.into_iter().enumerate() {
            sheet.fixed(CostKind::Priority, at, per_mille(cost, self.weight_per_mille));
        }
    }
}
