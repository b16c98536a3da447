//! What scarce stock and capacity are worth.

use serde::{Deserialize, Serialize};

use crate::allocation::CapacityMeasure;
use crate::allocation::board::AllocationBoard;
use crate::allocation::share::Share;
use crate::value::{Currency, Money, NodeId, Problems, SkuId};

/// Shadow prices: those that prove the bound, and that orders on arrival or a later batch start from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowPrices {
    /// Of stock that is worth more than nothing, sorted by SKU, then node.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stock: Vec<StockPrice>,
    /// Of capacity that is worth more than nothing, sorted by node, then measure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacity: Vec<CapacityPrice>,
}

/// What one more unit of a SKU at a node would save, as the prices see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockPrice {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How much.
    pub price: Money,
}

/// What room for one more order or unit at a node would save, as the prices see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityPrice {
    /// The node.
    pub node: NodeId,
    /// Orders or units; room of other measures is obeyed and has no price.
    pub measure: CapacityMeasure,
    /// How much.
    pub price: Money,
}

impl RowPrices {
    /// Whether nothing has a price.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.stock.is_empty() && self.capacity.is_empty()
    }

    /// Everything wrong with them in such a currency.
    #[must_use]
    pub fn problems(&self, currency: Currency) -> Problems {
        let mut problems = Problems::new();
        let stock = self.stock.iter().enumerate().map(|(at, row)| (format!("/stock/{at}/price"), row.price));
        let rooms =
            self.capacity.iter().enumerate().map(|(at, row)| (format!("/capacity/{at}/price"), row.price));
        for (path, price) in stock.chain(rooms) {
            check_money(&mut problems, path, price, currency);
        }
        for (at, row) in self.capacity.iter().enumerate() {
            if !matches!(row.measure, CapacityMeasure::Orders | CapacityMeasure::Units) {
                let message = "only room for orders and units has a price";
                problems.add("input.invalid_value", format!("/capacity/{at}/measure"), message);
            }
        }
        problems
    }

    /// Writes them onto the share of an order.
    pub(in crate::allocation) fn write(&self, board: &AllocationBoard<'_>, share: &mut Share) {
        let currency = board.problem().currency;
        let minor = |price: Money| {
            if price.currency() == currency { i128::from(price.minor().max(0)) } else { 0 }
        };
        let lines = board.lines.len();
        let mut add = |node: usize, line: usize, minor: i128| {
            if let Some(each) = share.units.get_mut(node.saturating_mul(lines).saturating_add(line)) {
                *each = each.saturating_add(minor);
            }
        };
        for row in &self.stock {
            let Some(node) = board.node_index(&row.node) else { continue };
            for (line, _) in board.lines.iter().enumerate().filter(|(_, line)| line.line.sku == row.sku) {
                add(node, line, minor(row.price));
            }
        }
        for row in &self.capacity {
            let Some(node) = board.node_index(&row.node) else { continue };
            match row.measure {
                CapacityMeasure::Units => (0..lines).for_each(|line| add(node, line, minor(row.price))),
                CapacityMeasure::Orders => {
                    if let Some(each) = share.shipments.get_mut(node) {
                        *each = each.saturating_add(minor(row.price));
                    }
                }
                _ => {}
            }
        }
    }
}

pub(super) fn check_money(problems: &mut Problems, path: String, money: Money, currency: Currency) {
    if money.currency() != currency {
        problems.add("money.currency_mismatch", path, format!("the amount must be in {currency}"));
    } else if money.is_negative() {
        problems.add("input.out_of_range", path, "the amount must not be negative");
    }
}
