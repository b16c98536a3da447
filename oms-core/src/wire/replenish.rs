//! The forms of what is asked of replenishment and rebalancing.

use serde::{Deserialize, Serialize};

use crate::rebalance::{RebalancePlan, RebalanceRequest};
use crate::replenish::{DemandForecast, ForecastRequest, ReplenishDecision, ReplenishRequest};

/// Nodes between which stock may move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RebalanceOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceOf {
    /// The cells and lanes.
    pub request: RebalanceRequest,
}

/// Which node should give stock to which, and why no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RebalanceAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebalanceAnswer {
    /// The suggestions with their reasons.
    pub plan: RebalancePlan,
}

/// A past whose future is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ForecastOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastOf {
    /// The past, how far to look, and the methods to choose from.
    pub request: ForecastRequest,
}

/// What demand to expect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ForecastAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastAnswer {
    /// The forecast, and how the method was chosen.
    pub forecast: DemandForecast,
}

/// A rule and what there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReplenishOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishOf {
    /// The rule and what there is.
    pub request: ReplenishRequest,
}

/// What to buy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReplenishAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishAnswer {
    /// What to buy, with everything that it came from.
    pub decision: ReplenishDecision,
}
