//! What a rebalancing is asked for, and what each node can give or needs.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::cover::units_for;
use crate::value::{Currency, Money, NodeId, Problems, SkuId};

/// The most units that a cell may have or expect, and the largest mean daily demand in units: 4,294,967,295.
const MOST_UNITS: i64 = 4_294_967_295;
/// The longest cover or horizon in days: a hundred years.
const MOST_DAYS: u32 = 36_500;

/// A SKU at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceCell {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// Free units; below zero where more is promised than there is.
    pub free: i64,
    /// Units on their way to the node within the horizon. They count as cover and cannot be given away.
    #[serde(default)]
    pub incoming: i64,
    /// Mean demand a day in thousandths of a unit.
    pub daily_demand_milli: u64,
    /// With fewer days of cover than this the node needs units.
    pub min_cover_days: u32,
    /// With more days of cover than this the node can give units.
    pub max_cover_days: u32,
    /// What one unit earns when it is sold at the node: what is lost when it is missing.
    pub unit_margin: Money,
}

/// What moving costs from one node to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceLane {
    /// From where.
    pub from: NodeId,
    /// To where.
    pub to: NodeId,
    /// The SKU it is for; any SKU when absent. A lane of a SKU goes before one for any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// What one unit costs on the way.
    pub unit_cost: Money,
}

/// What a rebalancing is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RebalanceRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceRequest {
    /// The currency of all money in it.
    pub currency: Currency,
    /// For how many days demand is looked at: until the nodes are filled up in some other way.
    pub horizon_days: u32,
    /// The cells; their order does not matter.
    pub cells: Vec<RebalanceCell>,
    /// The lanes; where there is none nothing moves.
    pub lanes: Vec<RebalanceLane>,
}

impl RebalanceCell {
    /// What is there or on its way.
    pub(super) const fn position(&self) -> i64 {
        self.free.saturating_add(self.incoming)
    }

    /// Free units beyond those that the maximum cover takes. What is on its way is left out: it cannot be sent.
    pub(super) fn excess(&self) -> i64 {
        self.free.saturating_sub(units_for(self.max_cover_days, self.daily_demand_milli)).max(0)
    }

    /// Units missing to the minimum cover.
    pub(super) fn need(&self) -> i64 {
        units_for(self.min_cover_days, self.daily_demand_milli).saturating_sub(self.position()).max(0)
    }

    /// Demand within the horizon that finds no unit, in thousandths of a unit: `demand · days − position`.
    pub(super) fn shortfall_milli(&self, horizon_days: u32) -> i128 {
        let demand = i128::from(self.daily_demand_milli).saturating_mul(i128::from(horizon_days));
        demand.saturating_sub(i128::from(self.position()).saturating_mul(1000)).max(0)
    }
}

impl RebalanceRequest {
    /// Everything wrong with the request.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.horizon_days == 0 || self.horizon_days > MOST_DAYS {
            problems.add("input.out_of_range", "/horizonDays", "look 1 to 36500 days ahead");
        }
        let mut seen = BTreeSet::new();
        for (index, cell) in self.cells.iter().enumerate() {
            let at = format!("/cells/{index}");
            if !seen.insert((&cell.sku, &cell.node)) {
                let message = format!("`{}` at `{}` stands here twice", cell.sku, cell.node);
                problems.add("rebalance.duplicate_cell", at.clone(), message);
            }
            self.check_cell(cell, &at, &mut problems);
        }
        let mut seen = BTreeSet::new();
        for (index, lane) in self.lanes.iter().enumerate() {
            let at = format!("/lanes/{index}");
            if !seen.insert((&lane.from, &lane.to, &lane.sku)) {
                let message = format!("the lane from `{}` to `{}` stands here twice", lane.from, lane.to);
                problems.add("rebalance.duplicate_lane", at.clone(), message);
            }
            self.check_money(lane.unit_cost, &format!("{at}/unitCost"), &mut problems);
        }
        problems
    }

    fn check_cell(&self, cell: &RebalanceCell, at: &str, problems: &mut Problems) {
        if !(-MOST_UNITS..=MOST_UNITS).contains(&cell.free) {
            let message = "name a number between -4294967295 and 4294967295";
            problems.add("input.out_of_range", format!("{at}/free"), message);
        }
        if !(0..=MOST_UNITS).contains(&cell.incoming) {
            let message = "name a number between 0 and 4294967295";
            problems.add("input.out_of_range", format!("{at}/incoming"), message);
        }
        if cell.daily_demand_milli > MOST_UNITS.unsigned_abs().saturating_mul(1000) {
            let message = "name a demand of at most 4294967295000 thousandths";
            problems.add("input.out_of_range", format!("{at}/dailyDemandMilli"), message);
        }
        if cell.min_cover_days > cell.max_cover_days || cell.max_cover_days > MOST_DAYS {
            let message = "name at least the minimum cover, and at most 36500 days";
            problems.add("input.out_of_range", format!("{at}/maxCoverDays"), message);
        }
        self.check_money(cell.unit_margin, &format!("{at}/unitMargin"), problems);
    }

    fn check_money(&self, money: Money, at: &str, problems: &mut Problems) {
        if money.currency() != self.currency {
            let message = format!("the request is in {}, this amount in {}", self.currency, money.currency());
            problems.add("money.currency_mismatch", format!("{at}/currency"), message);
        }
        if money.is_negative() {
            problems.add("input.out_of_range", format!("{at}/amount"), "the amount must not be negative");
        }
    }
}
