//! What there is of a SKU to be shared, as figures.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::lag::check_rate;
use crate::value::{ChannelId, Instant, NodeId, Problems, decimal_text};

/// The units of one SKU, its quotas and how fast channels sell it, at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicationPool {
    /// When.
    pub at: Instant,
    /// The nodes that sell it.
    pub nodes: Vec<PoolNode>,
    /// What is on its way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incoming: Vec<PoolIncoming>,
    /// What is ring-fenced for whom and not sold yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotas: Vec<PoolQuota>,
    /// How fast channels sell it, where better known than by the policy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<PoolRate>,
}

/// What a node has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PoolNode {
    /// The node.
    pub node: NodeId,
    /// Units that nobody has a claim on, ring-fenced ones included; negative where more was promised than is there.
    pub free: i64,
    /// Units withheld from all channels; what is left is available to fulfil.
    #[serde(default)]
    pub safety: i64,
}

/// Units on their way to a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PoolIncoming {
    /// The node.
    pub node: NodeId,
    /// When they are due.
    pub due_at: Instant,
    /// How many.
    pub units: i64,
}

/// Units ring-fenced for a channel and not sold yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PoolQuota {
    /// For whom.
    pub channel: ChannelId,
    /// Where they lie; anywhere among the channel's nodes when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// How many.
    pub units: i64,
}

/// How fast a channel sells the SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PoolRate {
    /// The channel.
    pub channel: ChannelId,
    /// Units an hour: 0 to 100,000 with up to 6 decimals.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::value::DecimalText"))]
    pub units_per_hour: Decimal,
}

/// The most units that a figure may name, so that sums cannot overflow.
const LIMIT: i64 = 1_000_000_000_000;

impl PublicationPool {
    /// Everything wrong with the figures.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut known = BTreeSet::new();
        for (at, node) in self.nodes.iter().enumerate() {
            if !known.insert(&node.node) {
                problems.add("input.duplicate", format!("/nodes/{at}/node"), "name each node once");
            }
            check_units(node.free, -LIMIT, &format!("/nodes/{at}/free"), &mut problems);
            check_units(node.safety, 0, &format!("/nodes/{at}/safety"), &mut problems);
        }
        for (at, incoming) in self.incoming.iter().enumerate() {
            check_units(incoming.units, 0, &format!("/incoming/{at}/units"), &mut problems);
        }
        for (at, quota) in self.quotas.iter().enumerate() {
            check_units(quota.units, 0, &format!("/quotas/{at}/units"), &mut problems);
        }
        let mut rated = BTreeSet::new();
        for (at, rate) in self.rates.iter().enumerate() {
            if !rated.insert(&rate.channel) {
                problems.add("input.duplicate", format!("/rates/{at}/channel"), "name each channel once");
            }
            check_rate(rate.units_per_hour, &format!("/rates/{at}/unitsPerHour"), &mut problems);
        }
        problems
    }
}

fn check_units(units: i64, least: i64, path: &str, problems: &mut Problems) {
    if !(least..=LIMIT).contains(&units) {
        problems.add("input.out_of_range", path, format!("name {least} to {LIMIT} units"));
    }
}
