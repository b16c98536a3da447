//! Policies: at which level to order how much.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::SafetyRule;
use super::figure::{LARGEST, within};
use crate::purchase::PurchasePolicyKind;
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Instant, Problems, Quantity, decimal_text};

/// When to order, and up to where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReplenishPolicy {
    /// Never below so many pieces: the simplest rule.
    Floor(StockFloor),
    /// Below a minimum, up to a maximum.
    MinMax(MinMaxLevels),
    /// At a reorder point or below, whole lots until above it: (s, Q).
    ReorderQuantity(FixedQuantity),
    /// At a reorder point or below, up to a level: (s, S).
    OrderUpTo(OrderUpToLevels),
    /// Every so many days, up to a level: (R, S).
    Periodic(PeriodicLevels),
    /// At the reorder point that demand and lead time ask for, or below.
    DemandDriven(DemandDriven),
}

/// Never below so many pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockFloor"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockFloor {
    /// Fewer than this are too few.
    pub pieces: Quantity,
    /// How many there should be then; as many as are not too few when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Quantity>,
}

/// Below a minimum, up to a maximum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MinMaxLevels"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MinMaxLevels {
    /// Fewer than this are too few.
    pub min: Quantity,
    /// How many there should be then.
    pub max: Quantity,
}

/// At a reorder point or below, whole lots until above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FixedQuantity"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FixedQuantity {
    /// So many or fewer are too few.
    pub reorder_point: Quantity,
    /// How many make a lot.
    pub quantity: Quantity,
}

/// At a reorder point or below, up to a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderUpToLevels"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderUpToLevels {
    /// So many or fewer are too few.
    pub reorder_point: Quantity,
    /// How many there should be then.
    pub up_to: Quantity,
}

/// Every so many days, up to a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PeriodicLevels"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PeriodicLevels {
    /// How many there should be.
    pub up_to: Quantity,
    /// How many days of 24 hours a period has.
    pub every_days: u16,
    /// When the first period begins.
    pub from: Instant,
}

/// At the reorder point that the rule's demand and lead time ask for, or below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DemandDriven"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DemandDriven {
    /// How much safety stock.
    pub safety: SafetyRule,
    /// How much to order.
    pub lot: LotRule,
}

/// How much to order at a computed reorder point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LotRule {
    /// Whole lots.
    Fixed(FixedLot),
    /// The economic order quantity, price breaks considered.
    Economic(EconomicLotCosts),
    /// So many days of mean demand beyond the reorder point.
    Days(DaysLot),
}

/// Whole lots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "FixedLot"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FixedLot {
    /// How many units make a lot.
    pub units: Quantity,
}

/// What the economic order quantity goes by; demand is that of the rule, over 365 days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "EconomicLotCosts"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EconomicLotCosts {
    /// What one order costs, whatever its size.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub order_cost: Decimal,
    /// What keeping one unit for a year costs.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub holding_cost: Decimal,
}

/// So many days of mean demand beyond the reorder point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DaysLot"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DaysLot {
    /// How many days.
    pub days: u16,
}

impl ReplenishPolicy {
    /// Which policy it is.
    #[must_use]
    pub const fn kind(&self) -> PurchasePolicyKind {
        match self {
            Self::Floor(_) => PurchasePolicyKind::Floor,
            Self::MinMax(_) => PurchasePolicyKind::MinMax,
            Self::ReorderQuantity(_) => PurchasePolicyKind::ReorderQuantity,
            Self::OrderUpTo(_) => PurchasePolicyKind::OrderUpTo,
            Self::Periodic(_) => PurchasePolicyKind::Periodic,
            Self::DemandDriven(_) => PurchasePolicyKind::DemandDriven,
        }
    }

    /// Everything wrong with the policy.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut low = |path: &str, high: Quantity, low: Quantity| {
            if high < low {
                problems.add("input.out_of_range", path, format!("name at least {low} units"));
            }
        };
        let one = Quantity::new(1);
        match self {
            Self::Floor(floor) => {
                low("/pieces", floor.pieces, one);
                low("/upTo", floor.up_to.unwrap_or(floor.pieces), floor.pieces);
            }
            Self::MinMax(bounds) => low("/max", bounds.max, bounds.min.max(one)),
            Self::ReorderQuantity(fixed) => low("/quantity", fixed.quantity, one),
            Self::OrderUpTo(bounds) => low("/upTo", bounds.up_to, bounds.reorder_point.max(one)),
            Self::Periodic(periodic) => {
                low("/upTo", periodic.up_to, one);
                if periodic.every_days == 0 {
                    problems.add("input.out_of_range", "/everyDays", "name at least one day");
                }
            }
            Self::DemandDriven(driven) => {
                if let LotRule::Fixed(lot) = &driven.lot {
                    low("/lot/units", lot.units, one);
                }
                if let LotRule::Economic(costs) = &driven.lot {
                    within(&mut problems, "/lot/orderCost", costs.order_cost, Decimal::ZERO, LARGEST);
                    within(
                        &mut problems,
                        "/lot/holdingCost",
                        costs.holding_cost,
                        Decimal::new(1, 6),
                        LARGEST,
                    );
                }
                problems.extend(driven.safety.problems().under("/safety"));
            }
        }
        problems
    }
}
