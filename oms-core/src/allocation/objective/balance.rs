//! What uneven cover among nodes costs.

use serde::{Deserialize, Serialize};

use super::{Term, is_whole, whole};
use crate::allocation::constraint::{Check, Cover, Sheet};
use crate::value::{Money, NodeId, Quantity, SkuId};

/// Balance: by how much the order raises the variance of cover days among the cells of each SKU, at a price
/// for each squared day; it saves where it lowers it.
///
/// A cell covers `1000 · units / dailyDemandMilli` days, in whole thousandths rounded down; the variance is
/// the mean of the squares less the square of the mean. The cost of each SKU is rounded to the minor unit
/// once, halves up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BalanceTerm {
    /// What a squared day of variance costs.
    pub price: Money,
    /// The cells that are balanced with each other, by SKU.
    pub cells: Vec<BalanceCell>,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// A SKU at a node, and how quickly it sells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BalanceCell {
    /// The node.
    pub node: NodeId,
    /// The SKU.
    pub sku: SkuId,
    /// Units on hand.
    pub on_hand: Quantity,
    /// Mean demand a day in thousandths of a unit; at least 1.
    pub daily_demand_milli: u64,
}

impl Term for BalanceTerm {
    fn check(&self, check: &mut Check<'_>) {
        check.unique("/cells", self.cells.iter().map(|cell| (&cell.node, &cell.sku)));
        check.money("/price", Some(self.price));
        for (at, cell) in self.cells.iter().enumerate() {
            if cell.daily_demand_milli == 0 {
                check.out_of_range(
                    &format!("/cells/{at}/dailyDemandMilli"),
                    "at least one thousandth of a unit",
                );
            }
        }
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        let price = i128::from(self.price.minor()).saturating_mul(i128::from(self.weight_per_mille));
        let mut covers = Vec::new();
        for cell in &self.cells {
            // Cells of nodes that are no candidates count too: the variance is among all.
            if let Some(line) = sheet.lines_of(&cell.sku).next() {
                let node = sheet.node_index(&cell.node);
                let (on_hand, daily_milli) = (u64::from(cell.on_hand.units()), cell.daily_demand_milli);
                covers.push(Cover { node, line, on_hand, daily_milli });
            }
        }
        sheet.balance(price, covers);
    }
}
