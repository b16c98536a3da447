//! What a choice is made among, and what comes of it.

use serde::{Deserialize, Serialize};

use super::ServiceRule;
use crate::carrier::QuoteRejection;
use crate::value::{
    CarrierId, Currency, Instant, Money, Percent, Problems, Quantity, RegionCode, ServiceId, ShopId, SkuId,
    Text,
};

/// A choice to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SelectService"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SelectService {
    /// The currency of all costs.
    pub currency: Currency,
    /// The services.
    pub candidates: Vec<ServiceCandidate>,
    /// What decides.
    pub rule: ServiceRule,
    /// When it should be there at the latest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise_by: Option<Instant>,
    /// What is sent, for rules that ask.
    #[serde(default)]
    pub goods: SelectGoods,
    /// Services that were tried for this parcel already and gave no label; the next best is chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<FailedService>,
    /// How many parcels each carrier has been given, for shares and volumes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<ServiceCount>,
}

/// A service to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceCandidate {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// What it costs.
    pub cost: Money,
    /// By when it will be there, as surely as promises are to be kept: commonly in nine cases of ten.
    pub delivery_by: Instant,
    /// What became of parcels before.
    #[serde(default)]
    pub history: ServiceHistory,
    /// Grams of carbon dioxide, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub co2_grams: Option<u64>,
    /// Why it cannot be chosen, as `quote_rates` answers it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<QuoteRejection>,
}

/// What became of a service's parcels on a lane.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ServiceHistory"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceHistory {
    /// How many there were.
    #[serde(default)]
    pub parcels: u64,
    /// How many were on time.
    #[serde(default)]
    pub on_time: u64,
    /// How many were lost.
    #[serde(default)]
    pub lost: u64,
    /// How many were damaged.
    #[serde(default)]
    pub damaged: u64,
    /// How many led to a claim.
    #[serde(default)]
    pub claims: u64,
    /// For how many parcels it has been below the floor of performance.
    #[serde(default)]
    pub below_floor_for: u64,
}

/// What is sent, as far as a table of rules asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SelectGoods"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SelectGoods {
    /// Where to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// What it weighs in grams.
    #[serde(default)]
    pub weight_grams: u64,
    /// Its lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<SelectLine>,
    /// The shop that sold it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<ShopId>,
    /// What the buyer remarked.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub remark: Text,
}

/// A line of what is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SelectLine {
    /// The SKU.
    pub sku: SkuId,
    /// How many.
    pub quantity: Quantity,
}

/// A service that was tried in vain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FailedService {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// What the carrier said.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
}

/// How many parcels a carrier has been given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceCount {
    /// The carrier.
    pub carrier: CarrierId,
    /// How many.
    pub parcels: u64,
}

/// The service chosen, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SelectedService"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SelectedService {
    /// All services, the best first: the first is chosen unless it is excluded, and the others are the fallback in
    /// this order.
    pub ranked: Vec<ServiceRank>,
    /// Whether the first is chosen; otherwise all are excluded.
    pub chosen: bool,
}

/// A service's place in the choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceRank {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// What it costs.
    pub cost: Money,
    /// How much more it costs than the one chosen; negative if it is cheaper.
    pub by_cost: Money,
    /// By how many seconds it misses the promise; absent when it keeps it or nothing was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_by_seconds: Option<u64>,
    /// The weighted score in millionths; less is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<i64>,
    /// The cost with everything that may go wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_cost: Option<Money>,
    /// How far the carrier is behind its share, in millionths of a parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deficit: Option<i64>,
    /// The share of parcels on time that can be counted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_time_at_least: Option<Percent>,
    /// The row of the table that names it, counted from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Why it cannot be chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<ServiceExcluded>,
}

/// Why a service cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ServiceExcluded {
    /// Its carrier has as many parcels as it may have.
    VolumeReached,
    /// It has been below the floor of performance for too long.
    BelowFloor,
    /// It gave no label.
    LabelFailed,
    /// It refuses the shipment.
    Refused,
}

impl SelectService {
    /// Everything wrong with it.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.rule.problems(self.currency).under("/rule");
        for (at, candidate) in self.candidates.iter().enumerate() {
            let path = format!("/candidates/{at}");
            if candidate.cost.currency() != self.currency {
                let message = format!("the cost must be in {}", self.currency);
                problems.add("money.currency_mismatch", format!("{path}/cost"), message);
            }
            let history = &candidate.history;
            let parts = [history.on_time, history.lost, history.damaged, history.claims];
            if parts.iter().any(|part| *part > history.parcels) {
                let message = "a part of the parcels is not more than all of them";
                problems.add("input.out_of_range", format!("{path}/history"), message);
            }
            let same = |other: &ServiceCandidate| {
                other.carrier == candidate.carrier && other.service == candidate.service
            };
            if self.candidates.iter().take(at).any(same) {
                problems.add("carrier.duplicate_service", path, "the service stands here twice");
            }
        }
        problems
    }
}
