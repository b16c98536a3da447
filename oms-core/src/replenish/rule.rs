//! Rules: when to order how much of whom, as documents that people edit.

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::{
    DemandDriven, EconomicOrder, LeadTimeDemand, LotRule, ReorderPoint, ReplenishError, ReplenishPolicy,
    SupplierOffer, SupplierStrategy,
};
use crate::purchase::{AlertMarks, PurchasePolicyKind};
use crate::value::{Money, NodeId, Problems, Quantity, SkuId};

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
    /// Demand and lead time. Needed by [`ReplenishPolicy::DemandDriven`] and for the shelf life; with it the stock-out
    /// date is known.
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
    /// How many more units are needed at a position, of which so many units are in open to-dos: nothing while there is
    /// enough without these, else what the position lacks to the target. So an open to-do grows with the need, and
    /// nothing is asked for twice.
    #[must_use]
    pub fn needed(&self, position: i64, open: i64) -> i64 {
        let firm = position.saturating_sub(open);
        let low = if self.inclusive { firm <= self.reorder_point } else { firm < self.reorder_point };
        let gap = self.target.saturating_sub(position);
        if !low || gap <= 0 {
            return 0;
        }
        let Some(lot) = self.lot.map(Quantity::signed).filter(|lot| *lot > 0) else { return gap };
        // Both are positive.
        gap.saturating_add(lot - 1).saturating_div(lot).saturating_mul(lot)
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

    /// Where the low-stock alert rises and clears, if anywhere. A floor has marks of its own: below its pieces, and
    /// above what it orders up to.
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
        let mut problems = self.policy.problems().under("/policy");
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
}

/// A position at the level is too low, and has to rise above it.
const fn at_or_below(levels: &mut ReplenishLevels, reorder_point: i64) {
    levels.reorder_point = reorder_point;
    levels.inclusive = true;
    levels.target = reorder_point.saturating_add(1);
}
