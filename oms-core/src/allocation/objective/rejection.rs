//! What the risk of a rejection costs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Term, half_up, is_whole, per_mille, whole};
use crate::allocation::CostKind;
use crate::allocation::constraint::{Check, Sheet};
use crate::value::{Money, NodeId, SkuId};

/// Rejection risk: each unit costs `p · cost`, where `p = (rejected + α) / (assigned + α + β)` is how likely
/// the node rejects.
///
/// The chance is by node and SKU where there is a row for both, else by node, else what `α` and `β` say
/// alone. The cost of one unit is rounded to the minor unit, halves up. Counts come in decayed, in
/// thousandths: see [`decayed`](crate::allocation::decayed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RejectionTerm {
    /// `α` in thousandths: rejections believed in before any is seen.
    pub alpha_milli: u32,
    /// `β` in thousandths: acceptances believed in before any is seen.
    pub beta_milli: u32,
    /// What a rejected unit costs: finding another source, and the delay.
    pub cost: Money,
    /// What was seen.
    pub nodes: Vec<NodeRejections>,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// How often a node was asked, and how often it rejected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeRejections {
    /// The node.
    pub node: NodeId,
    /// The SKU; all of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// Rejections in thousandths.
    pub rejected_milli: u64,
    /// Assignments in thousandths, rejected ones included.
    pub assigned_milli: u64,
}

impl RejectionTerm {
    /// What one unit costs by what was seen, in minor units.
    fn unit(&self, seen: Option<&NodeRejections>) -> i128 {
        let (rejected, assigned) = seen.map_or((0, 0), |row| (row.rejected_milli, row.assigned_milli));
        let (alpha, beta) = (i128::from(self.alpha_milli), i128::from(self.beta_milli));
        let num = i128::from(rejected).saturating_add(alpha);
        let den = i128::from(assigned).saturating_add(alpha).saturating_add(beta);
        let cost = per_mille(i128::from(self.cost.minor()), self.weight_per_mille);
        half_up(cost.saturating_mul(num), den)
    }
}

impl Term for RejectionTerm {
    fn check(&self, check: &mut Check<'_>) {
        check.unique("/nodes", self.nodes.iter().map(|row| (&row.node, &row.sku)));
        check.money("/cost", Some(self.cost));
        for (at, row) in self.nodes.iter().enumerate() {
            if row.rejected_milli > row.assigned_milli {
                let message = "at most what was assigned: rejected assignments count among them";
                check.out_of_range(&format!("/nodes/{at}/rejectedMilli"), message);
            }
        }
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        let seen: BTreeMap<_, _> =
            self.nodes.iter().map(|row| ((&row.node, row.sku.as_ref()), row)).collect();
        let (nodes, lines) = (sheet.nodes, sheet.lines);
        for (node_at, node) in nodes.iter().enumerate() {
            for (line_at, line) in lines.iter().enumerate() {
                let row = seen.get(&(&node.node, Some(&line.sku))).or_else(|| seen.get(&(&node.node, None)));
                sheet.unit(CostKind::Rejection, node_at, line_at, self.unit(row.copied()));
            }
        }
    }
}
