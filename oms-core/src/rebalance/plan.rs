//! What should move, what it costs and saves, and why nothing else should.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::solve::{Lanes, OneSku};
use super::{RebalanceCell, RebalanceError, RebalancePassed, RebalanceRequest};
use crate::value::{Money, NodeId, Quantity, Ratio, SkuId};

/// A node's days of cover before and after everything suggested; absent without demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CoverChange {
    /// Days before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Ratio>,
    /// Days after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Ratio>,
}

/// Units that should move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceSuggestion {
    /// The SKU.
    pub sku: SkuId,
    /// The node that gives.
    pub from: NodeId,
    /// The node that gets.
    pub to: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// What moving one unit costs.
    pub unit_cost: Money,
    /// What moving them all costs.
    pub cost: Money,
    /// The margin of the sales that would be lost without them, rounded down; always more than the cost, or as much
    /// where less than a minor unit lies between.
    pub margin_saved: Money,
    /// The giver's cover.
    pub from_cover: CoverChange,
    /// The taker's cover.
    pub to_cover: CoverChange,
}

/// What should move and why nothing else should.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RebalancePlan"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalancePlan {
    /// What should move, by SKU, giver and taker.
    pub suggestions: Vec<RebalanceSuggestion>,
    /// The other pairs of a node that can give and one that needs, in the same order, with reasons.
    pub passed: Vec<RebalancePassed>,
    /// What all of it costs.
    pub cost: Money,
    /// What all of it saves.
    pub margin_saved: Money,
}

/// Says which nodes should give what to which.
///
/// A node gives at most what it has free beyond its maximum cover, and gets at most what it lacks to its minimum cover.
/// A unit saves what would be lost without it: the node's margin for each unit of demand within the horizon that finds
/// no stock, `max(0, demand · days − free − incoming)`; the last unit, needed with a part of itself only, saves that
/// part. Of all such plans the one is suggested that saves most after cost, so no unit moves that costs what it saves
/// or more. Applied to its own result it suggests nothing.
///
/// Each SKU is a transportation problem of its own, solved exactly by min-cost flow: `O(paths · n³)` for `n` nodes of
/// the SKU, meant for tens of nodes, not thousands.
///
/// # Errors
/// [`RebalanceError`] when the request is malformed, or its money adds up to more than money can hold.
///
/// ```
/// use oms_core::rebalance::{RebalanceRequest, rebalance};
/// let request: RebalanceRequest = serde_json::from_str(r#"{"currency": "EUR", "horizonDays": 7, "cells": [
///     {"sku": "mug", "node": "berlin", "free": 100, "dailyDemandMilli": 1000, "minCoverDays": 7, "maxCoverDays": 30,
///      "unitMargin": {"amount": "5.00", "currency": "EUR"}},
///     {"sku": "mug", "node": "rome", "free": 4, "dailyDemandMilli": 2000, "minCoverDays": 7, "maxCoverDays": 30,
///      "unitMargin": {"amount": "5.00", "currency": "EUR"}}],
///     "lanes": [{"from": "berlin", "to": "rome", "unitCost": {"amount": "0.80", "currency": "EUR"}}]}"#)?;
/// let plan = rebalance(&request)?;
/// assert_eq!(plan.suggestions[0].quantity.units(), 10); // Rome would sell 14 in a week and has 4
/// assert_eq!((plan.cost.minor(), plan.margin_saved.minor()), (8_00, 50_00));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn rebalance(request: &RebalanceRequest) -> Result<RebalancePlan, RebalanceError> {
    let problems = request.problems();
    if !problems.is_empty() {
        return Err(RebalanceError::Invalid(problems));
    }
    let mut by_sku: BTreeMap<&SkuId, Vec<&RebalanceCell>> = BTreeMap::new();
    for cell in &request.cells {
        by_sku.entry(&cell.sku).or_default().push(cell);
    }
    let lanes = request.lanes.iter().map(|lane| ((&lane.from, &lane.to, lane.sku.as_ref()), lane.unit_cost));
    let lanes: Lanes<'_> = lanes.collect();
    let (mut suggestions, mut passed) = (Vec::new(), Vec::new());
    for (sku, mut cells) in by_sku {
        cells.sort_by(|left, right| left.node.cmp(&right.node));
        OneSku::new(request, sku, &cells, &lanes).solve(&mut suggestions, &mut passed)?;
    }
    let total = |of: fn(&RebalanceSuggestion) -> Money| {
        Money::sum(request.currency, suggestions.iter().map(of)).map_err(|_| RebalanceError::Overflow)
    };
    let (cost, margin_saved) = (total(|one| one.cost)?, total(|one| one.margin_saved)?);
    Ok(RebalancePlan { suggestions, passed, cost, margin_saved })
}
