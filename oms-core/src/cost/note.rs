//! What has to be known later of what came and left: which units a late bill is for, which layers come back or arrive.

use serde::{Deserialize, Serialize};

use super::{CostDraw, CostEntered, CostEntryKind, CostIssued, slice_draws};
use crate::value::{Money, NodeId, SkuId, Text};

/// What a receipt brought of costed SKUs: what a late bill is spread over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostReceipt"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostReceipt {
    /// What names the receipt.
    pub receipt: Text,
    /// What it brought, in the order in which it came; the first [`CostReceipt::MOST_LINES`] of it.
    pub lines: Vec<CostReceiptLine>,
    /// Whether it brought more than is noted; then no bill can be spread over it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub incomplete: bool,
}

/// Units of a SKU that a receipt brought to a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostReceiptLine"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostReceiptLine {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub units: i64,
    /// What they cost together, without later bills.
    pub cost: Money,
}

/// Units of a SKU that went to a customer or to another node, and the layers that they came from: where they go when
/// they come back, and what they are worth when they arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostAway"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostAway {
    /// The shipment or transfer.
    pub reference: Text,
    /// The SKU.
    pub sku: SkuId,
    /// The node that they left.
    pub node: NodeId,
    /// The layers, in the order in which the units left.
    pub draws: Vec<CostDraw>,
    /// How many of the units have come back or arrived.
    pub back: i64,
}

impl CostReceipt {
    /// The most lines that are noted of one receipt, so that a name used for ever grows no document without end.
    pub const MOST_LINES: usize = 1000;

    /// The receipt after units came; as it was for units that came otherwise, or under no name.
    #[must_use]
    pub fn evolve(receipt: Option<Self>, sku: &SkuId, node: &NodeId, entered: &CostEntered) -> Option<Self> {
        if !Self::is_named_by(entered) {
            return receipt;
        }
        let mut receipt =
            receipt.unwrap_or(Self { receipt: entered.reference.clone(), lines: vec![], incomplete: false });
        let full = receipt.lines.len() >= Self::MOST_LINES;
        match receipt.lines.iter_mut().find(|line| line.sku == *sku && line.node == *node) {
            Some(line) => {
                line.units = line.units.saturating_add(entered.units);
                line.cost = super::pool::plus(line.cost, entered.cost);
            }
            None if full => receipt.incomplete = true,
            None => receipt.lines.push(CostReceiptLine {
                sku: sku.clone(),
                node: node.clone(),
                units: entered.units,
                cost: entered.cost,
            }),
        }
        Some(receipt)
    }

    /// Whether units came from a supplier under a name.
    #[must_use]
    pub fn is_named_by(entered: &CostEntered) -> bool {
        entered.kind == CostEntryKind::Purchased && !entered.reference.is_blank()
    }
}

impl CostAway {
    /// The units away after more left.
    #[must_use]
    pub fn left(away: Option<Self>, sku: &SkuId, node: &NodeId, issued: &CostIssued) -> Self {
        let (sku, node, reference) = (sku.clone(), node.clone(), issued.reference.clone());
        let mut away = away.unwrap_or(Self { reference, sku, node, draws: vec![], back: 0 });
        away.draws.extend(issued.draws.iter().cloned());
        away
    }

    /// The units away after some came back or arrived.
    #[must_use]
    pub fn came(mut self, entered: &CostEntered) -> Self {
        self.back = self.back.saturating_add(entered.units).min(self.units());
        self
    }

    /// How many units left.
    #[must_use]
    pub fn units(&self) -> i64 {
        self.draws.iter().fold(0_i64, |sum, draw| sum.saturating_add(draw.units))
    }

    /// The layers of the next so many units that come, no more than are away, as they stand in the book of a node: the
    /// layers of another node's book have no number there.
    #[must_use]
    pub fn next(&self, units: i64, node: &NodeId) -> Vec<CostDraw> {
        let mut draws = slice_draws(&self.draws, self.back, self.back.saturating_add(units.max(0)));
        if *node != self.node {
            draws.iter_mut().for_each(|draw| draw.layer = None);
        }
        draws
    }
}
