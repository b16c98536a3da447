//! Why something should be bought: the inputs of the formula, kept with the to-do.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Instant, decimal_text};

/// What is there and what is coming, in units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InventoryPosition {
    /// Physical units.
    pub on_hand: i64,
    /// Of these, units that cannot be sold.
    pub unsellable: i64,
    /// Units set aside for orders.
    pub allocated: i64,
    /// Units promised to orders that wait for stock.
    pub backorders: i64,
    /// Units on their way from a supplier or another node.
    pub on_order: i64,
    /// Units of to-dos that are not yet counted as on order.
    pub todos: i64,
}

impl InventoryPosition {
    /// The inventory position: on hand − unsellable − allocated − backorders + on order + to-dos (Silver, Pyke and
    /// Thomas, *Inventory and Production Management in Supply Chains*). Units held for carts are not subtracted: a
    /// cart that is left behind should not make anybody buy.
    ///
    /// ```
    /// use oms_core::purchase::InventoryPosition;
    /// let (on_hand, unsellable, allocated, backorders, on_order, todos) = (50, 3, 20, 2, 10, 5);
    /// let position = InventoryPosition { on_hand, unsellable, allocated, backorders, on_order, todos };
    /// assert_eq!(position.units(), 40);
    /// ```
    #[must_use]
    pub const fn units(&self) -> i64 {
        self.on_hand
            .saturating_sub(self.unsellable)
            .saturating_sub(self.allocated)
            .saturating_sub(self.backorders)
            .saturating_add(self.on_order)
            .saturating_add(self.todos)
    }
}

/// Which policy asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PurchasePolicyKind {
    /// Never below so many pieces.
    Floor,
    /// Below a minimum, up to a maximum.
    MinMax,
    /// At a reorder point, whole lots: (s, Q).
    ReorderQuantity,
    /// At a reorder point, up to a level: (s, S).
    OrderUpTo,
    /// Every so many days, up to a level: (R, S).
    Periodic,
    /// Levels computed from demand and lead time.
    DemandDriven,
}

/// What kept an order below what was needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PurchaseCap {
    /// There is no more money.
    Budget,
    /// There is no more room.
    MaxStock,
    /// More would not sell before it spoils.
    ShelfLife,
    /// No order may have more than 4,294,967,295 units.
    Quantity,
}

/// What the levels were computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DemandBasis {
    /// Mean demand per day.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub daily_demand: Decimal,
    /// Standard deviation of the demand of a day.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub demand_deviation: Decimal,
    /// Mean lead time in days.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub lead_time_days: Decimal,
    /// Standard deviation of the lead time in days.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub lead_time_deviation: Decimal,
    /// Days between two reviews; zero when stock is looked at all the time.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub review_days: Decimal,
    /// The safety factor; zero where the rule uses none.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub safety_factor: Decimal,
    /// The safety stock before it is rounded up to whole units.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub safety_stock: Decimal,
}

/// Why so many units should be bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PurchaseReason {
    /// Which policy asked.
    pub policy: PurchasePolicyKind,
    /// What was there and coming, before this to-do.
    pub position: InventoryPosition,
    /// The level that the position, without open to-dos, fell to or below.
    pub reorder_point: i64,
    /// The level that it should reach.
    pub target: i64,
    /// Units asked of this supplier, before minimum, multiple and caps.
    pub needed: i64,
    /// What kept the order below that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capped_by: Option<PurchaseCap>,
    /// When the stock would run out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock_out_at: Option<Instant>,
    /// What the levels were computed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand: Option<DemandBasis>,
}
