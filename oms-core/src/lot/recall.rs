//! What a recall of a lot concerns.

use serde::{Deserialize, Serialize};

use super::LotBook;
use crate::value::{LotId, NodeId, OrderId, Quantity};

/// What a lot put in quarantine concerns at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotRecall {
    /// The node.
    pub node: NodeId,
    /// The units of the lot there.
    pub on_hand: i64,
    /// The orders that had units of it, by id.
    pub orders: Vec<RecalledOrder>,
}

/// An order that had units of a lot put in quarantine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecalledOrder {
    /// The order.
    pub order: OrderId,
    /// How many units.
    pub quantity: Quantity,
}

impl LotBook {
    /// What putting a lot in quarantine concerns here: its units, whoever owns them, and the orders that have some.
    #[must_use]
    pub fn recall(&self, lot: &LotId) -> LotRecall {
        let mut orders = std::collections::BTreeMap::<&OrderId, Quantity>::new();
        let mut on_hand = 0_i64;
        for known in self.lots.iter().filter(|known| known.lot == *lot) {
            on_hand = on_hand.saturating_add(known.on_hand);
            for part in &known.allocated {
                let sum = orders.entry(&part.order).or_default();
                let units = sum.units().saturating_add(part.quantity.units());
                *sum = Quantity::new(units);
            }
        }
        let orders = orders.into_iter();
        let orders = orders.map(|(order, quantity)| RecalledOrder { order: order.clone(), quantity });
        LotRecall { node: self.node.clone(), on_hand, orders: orders.collect() }
    }
}
