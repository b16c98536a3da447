//! What selling the last units of a node costs: sales lost there before it is filled up.

use serde::{Deserialize, Serialize};

use super::{Tail, Term, half_up, is_whole, per_mille, whole};
use crate::allocation::constraint::{Check, Ladder, Sheet};
use crate::allocation::{CostKind, objective::figure::WHOLE};
use crate::value::{Money, NodeId, Quantity, SkuId};

/// Stock-out avoidance: the `k`-th unit taken costs `margin · P(D ≥ on hand − (k − 1))`, the chance that this
/// unit would have been sold at the node before it is filled up.
///
/// Demand `D` until then is Poisson by its mean, or negative binomial where a larger variance is given;
/// probabilities are whole billionths and each unit's cost is rounded to the minor unit, halves up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockOutTerm {
    /// The cells; a cell that is not named costs nothing.
    pub cells: Vec<StockOutCell>,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// A SKU at a node, and what is expected of it until it is filled up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockOutCell {
    /// The node.
    pub node: NodeId,
    /// The SKU.
    pub sku: SkuId,
    /// Units on hand.
    pub on_hand: Quantity,
    /// What one unit earns when it is sold there.
    pub margin: Money,
    /// The mean of demand until it is filled up, in thousandths of a unit; at most 100,000 units.
    pub mean_milli: u64,
    /// The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variance_milli: Option<u64>,
}

impl Term for StockOutTerm {
    fn check(&self, check: &mut Check<'_>) {
        check.unique("/cells", self.cells.iter().map(|cell| (&cell.node, &cell.sku)));
        for (at, cell) in self.cells.iter().enumerate() {
            check.money(&format!("/cells/{at}/margin"), Some(cell.margin));
            check.demand(&format!("/cells/{at}"), cell.mean_milli, cell.variance_milli);
        }
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        for cell in &self.cells {
            let (Some(node), Some(line)) = (sheet.node_index(&cell.node), sheet.lines_of(&cell.sku).next())
            else {
                continue;
            };
            let tail = Tail::new(cell.mean_milli, cell.variance_milli.unwrap_or(cell.mean_milli));
            let margin = per_mille(i128::from(cell.margin.minor()), self.weight_per_mille);
            let each = |billionths: u64| half_up(margin.saturating_mul(i128::from(billionths)), WHOLE_SIGNED);
            let ladder = Ladder::falling(u64::from(cell.on_hand.units()), tail.end(), |left| {
                each(tail.at_least(left))
            });
            sheet.ladder(CostKind::StockOut, node, line, ladder);
        }
    }
}

const WHOLE_SIGNED: i128 = WHOLE.cast_signed();
