//! Rules: at which level to order how much, as documents that people edit.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::figure::{Figure, LARGEST, within};
use super::{
    EconomicOrder, LeadTimeDemand, ReorderPoint, ReplenishError, SafetyRule, SupplierOffer, SupplierStrategy,
};
use crate::purchase::{AlertMarks, PurchasePolicyKind};
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Instant, Money, NodeId, Problems, Quantity, SkuId, decimal_text};

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

/// When and how to replenish a SKU at a node, or at all active nodes together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReplenishRule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishRule {
    /// The SKU.
    pub sku: SkuId,
    /// The node; all active nodes together when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// Whether it is followed.
    #[serde(default = "yes")]
    pub active: bool,
    /// When to order, and up to where.
    pub policy: ReplenishPolicy,
    /// Demand and lead time. Needed by [`ReplenishPolicy::DemandDriven`] and for the shelf life; with it the stock-out date is
    /// known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand: Option<LeadTimeDemand>,
    /// Where the low-stock alert rises and clears. Without it a [`ReplenishPolicy::Floor`] has its own marks, and other
    /// policies raise no alert.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alert: Option<AlertMarks>,
    /// Who sells it; whoever the buyer chooses when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppliers: Vec<SupplierOffer>,
    /// How to choose among them.
    #[serde(default)]
    pub strategy: SupplierStrategy,
    /// The most units there is room for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_stock: Option<Quantity>,
    /// How many days goods can be sold before they spoil.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf_life_days: Option<u16>,
    /// The most that one to-do may cost, freight and duty included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
}

const fn yes() -> bool {
    true
}

/// All rules of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReplenishRules"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishRules {
    /// The SKU.
    pub sku: SkuId,
    /// The rules: the one for all active nodes together first, then by node.
    pub rules: Vec<ReplenishRule>,
}

impl ReplenishRules {
    /// No rule yet.
    #[must_use]
    pub const fn new(sku: SkuId) -> Self {
        Self { sku, rules: Vec::new() }
    }

    /// Puts a rule in the place of the one of the same node.
    pub fn put(&mut self, rule: ReplenishRule) {
        self.rules.retain(|known| known.node != rule.node);
        self.rules.push(rule);
        self.rules.sort_by(|a, b| a.node.cmp(&b.node));
    }
}

/// The levels of a policy, in units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishLevels {
    /// Which policy.
    pub policy: PurchasePolicyKind,
    /// The level at which to order.
    pub reorder_point: i64,
    /// Whether a position at the level, not only below it, is too low.
    pub inclusive: bool,
    /// The level to be reached.
    pub target: i64,
    /// How many units make a lot, where whole lots are ordered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<Quantity>,
    /// What an economic order quantity is computed from, where one is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub economic: Option<EconomicOrder>,
    /// What the reorder point came from, where it was computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<ReorderPoint>,
}

impl ReplenishLevels {
    /// How many units are needed at a position: nothing above the reorder point.
    #[must_use]
    pub fn needed(&self, position: i64) -> i64 {
        let low = if self.inclusive { position <= self.reorder_point } else { position < self.reorder_point };
        let gap = self.target.saturating_sub(position);
        if !low || gap <= 0 {
            return 0;
        }
        let Some(lot) = self.lot.map(Quantity::signed).filter(|lot| *lot > 0) else { return gap };
        // Both are positive.
        gap.saturating_add(lot - 1).saturating_div(lot).saturating_mul(lot)
    }
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
}

impl ReplenishRule {
    /// The levels that the rule asks for.
    ///
    /// # Errors
    /// [`ReplenishError::Invalid`] with everything wrong; [`ReplenishError::Overflow`].
    pub fn levels(&self) -> Result<ReplenishLevels, ReplenishError> {
        let mut levels = ReplenishLevels {
            policy: self.policy.kind(),
            reorder_point: 0,
            inclusive: false,
            target: 0,
            lot: None,
            economic: None,
            basis: None,
        };
        match &self.policy {
            ReplenishPolicy::Floor(floor) => {
                levels.reorder_point = floor.pieces.signed();
                levels.target = floor.up_to.unwrap_or(floor.pieces).signed();
            }
            ReplenishPolicy::MinMax(bounds) => {
                levels.reorder_point = bounds.min.signed();
                levels.target = bounds.max.signed();
            }
            ReplenishPolicy::ReorderQuantity(fixed) => {
                at_or_below(&mut levels, fixed.reorder_point.signed());
                levels.lot = Some(fixed.quantity);
            }
            ReplenishPolicy::OrderUpTo(bounds) => {
                at_or_below(&mut levels, bounds.reorder_point.signed());
                levels.target = bounds.up_to.signed();
            }
            ReplenishPolicy::Periodic(periodic) => {
                levels.reorder_point = periodic.up_to.signed();
                levels.target = periodic.up_to.signed();
            }
            ReplenishPolicy::DemandDriven(driven) => self.computed(driven, &mut levels)?,
        }
        Ok(levels)
    }

    fn computed(&self, driven: &DemandDriven, levels: &mut ReplenishLevels) -> Result<(), ReplenishError> {
        let Some(demand) = &self.demand else { return Err(ReplenishError::Invalid(self.problems())) };
        let point = driven.safety.reorder_point(demand)?;
        at_or_below(levels, point.units);
        match &driven.lot {
            LotRule::Fixed(lot) => levels.lot = Some(lot.units),
            LotRule::Economic(costs) => {
                let annual_demand = (Figure::from(demand.daily_demand) * 365_i64).value()?;
                let (order_cost, holding_cost) = (costs.order_cost, costs.holding_cost);
                levels.economic = Some(EconomicOrder { annual_demand, order_cost, holding_cost });
            }
            LotRule::Days(lot) => {
                let more = (Figure::from(demand.daily_demand) * i64::from(lot.days)).units_up()?;
                levels.target = point.units.saturating_add(more.max(1));
            }
        }
        levels.basis = Some(point);
        Ok(())
    }

    /// Where the low-stock alert rises and clears, if anywhere. A floor has marks of its own: below its pieces, and above
    /// what it orders up to.
    #[must_use]
    pub fn marks(&self) -> Option<AlertMarks> {
        let own = match &self.policy {
            ReplenishPolicy::Floor(floor) => {
                Some(AlertMarks { low: floor.pieces, high: floor.up_to.unwrap_or(floor.pieces) })
            }
            _ => None,
        };
        self.alert.or(own).filter(|_| self.active)
    }

    /// Everything wrong with the rule.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.policy_problems().under("/policy");
        if let Some(alert) = &self.alert {
            problems.extend(alert.problems().under("/alert"));
        }
        if let Some(demand) = &self.demand {
            problems.extend(demand.problems().under("/demand"));
        }
        let needs_demand =
            matches!(self.policy, ReplenishPolicy::DemandDriven(_)) || self.shelf_life_days.is_some();
        if needs_demand && self.demand.is_none() {
            problems.add(
                "input.missing",
                "/demand",
                "the policy or the shelf life needs demand and lead time",
            );
        }
        problems.extend(super::supplier::problems(&self.suppliers, self.budget));
        if self.budget.is_some_and(Money::is_negative) {
            problems.add("input.out_of_range", "/budget", "the budget must not be negative");
        }
        problems
    }

    fn policy_problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut low = |path: &str, high: Quantity, low: Quantity| {
            if high < low {
                problems.add("input.out_of_range", path, format!("name at least {low} units"));
            }
        };
        let one = Quantity::new(1);
        match &self.policy {
            ReplenishPolicy::Floor(floor) => {
                low("/pieces", floor.pieces, one);
                low("/upTo", floor.up_to.unwrap_or(floor.pieces), floor.pieces);
            }
            ReplenishPolicy::MinMax(bounds) => low("/max", bounds.max, bounds.min.max(one)),
            ReplenishPolicy::ReorderQuantity(fixed) => low("/quantity", fixed.quantity, one),
            ReplenishPolicy::OrderUpTo(bounds) => low("/upTo", bounds.up_to, bounds.reorder_point.max(one)),
            ReplenishPolicy::Periodic(periodic) => {
                low("/upTo", periodic.up_to, one);
                if periodic.every_days == 0 {
                    problems.add("input.out_of_range", "/everyDays", "name at least one day");
                }
            }
            ReplenishPolicy::DemandDriven(driven) => {
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

/// A position at the level is too low, and has to rise above it.
const fn at_or_below(levels: &mut ReplenishLevels, reorder_point: i64) {
    levels.reorder_point = reorder_point;
    levels.inclusive = true;
    levels.target = reorder_point.saturating_add(1);
}
