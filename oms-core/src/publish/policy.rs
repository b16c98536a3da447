//! How channels share the units of a SKU, as data.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::margin::check_part;
use super::{DeliveryMethod, LagGuard, PushRule, StockBands, StockMargin};
use crate::value::{ChannelId, NodeId, Problems, Quantity, RegionCode};

/// How channels share stock. Without a record nothing is published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublicationPolicy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicationPolicy {
    /// The channels. Where there are fewer units than all quotas together, those of earlier channels go first.
    pub channels: Vec<ChannelPolicy>,
    /// Units withheld at single nodes from all channels, on top of safety stock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub node_buffers: Vec<NodeBuffer>,
    /// The ways of delivery that the channels offer: of their safety stocks the largest is withheld.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery_methods: Vec<DeliveryMethod>,
    /// Regions whose buyers are told 0, whatever there is; none by default.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blacklist: Vec<BlockedRegion>,
    /// How much of what is on its way counts; nothing by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incoming: Option<IncomingShare>,
    /// When a figure is worth sending.
    #[serde(default)]
    pub push: PushRule,
    /// The levels at which somebody wants to hear of a channel's figure; none by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bands: Option<StockBands>,
}

/// How one channel shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelPolicy {
    /// The channel.
    pub channel: ChannelId,
    /// The nodes whose units it sees; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<NodeId>,
    /// What it sees of the units that no quota fences.
    pub sharing: ChannelSharing,
    /// Withheld from its share and quota together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buffer: Option<StockMargin>,
    /// Units that may be sold although they are not there.
    #[serde(default)]
    pub oversell: Quantity,
    /// The most units shown; no limit by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Quantity>,
    /// Fewer units than this are shown as none.
    #[serde(default)]
    pub display_threshold: Quantity,
    /// Protection against orders not seen yet; none by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lag: Option<LagGuard>,
    /// Whether the channel lists the SKU; one that does not is told 0 and takes no part in a weighted split.
    #[serde(default = "yes")]
    pub listed: bool,
    /// The regions that it sells to; all when empty. One that sells to blacklisted regions only is told 0 and takes no
    /// part in a weighted split.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<RegionCode>,
}

/// A region whose buyers are told 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BlockedRegion {
    /// The region.
    pub region: RegionCode,
    /// The channels that hide there what they have; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
}

impl BlockedRegion {
    /// Whether a channel hides there what it has.
    fn names(&self, channel: &ChannelId) -> bool {
        self.channels.is_empty() || self.channels.contains(channel)
    }
}

const fn yes() -> bool {
    true
}

impl ChannelPolicy {
    /// A listed channel that sees all nodes and withholds nothing.
    #[must_use]
    pub const fn new(channel: ChannelId, sharing: ChannelSharing) -> Self {
        Self {
            channel,
            nodes: Vec::new(),
            sharing,
            buffer: None,
            oversell: Quantity::ZERO,
            max: None,
            display_threshold: Quantity::ZERO,
            lag: None,
            listed: true,
            regions: Vec::new(),
        }
    }

    /// Whether it sees the units of a node.
    #[must_use]
    pub fn sees(&self, node: &NodeId) -> bool {
        self.nodes.is_empty() || self.nodes.contains(node)
    }
}

/// What a channel sees of the units that no quota fences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ChannelSharing {
    /// Nothing: it sells from its quota only.
    Exclusive(SharedExclusive),
    /// A part of them, rounded down.
    Percentage(SharedPercentage),
    /// A weighted share, within bounds, of what the percentages leave.
    Weighted(SharedWeighted),
    /// All of them, as others may, too: quick to sell out, and more may be shown than there is.
    Full(SharedFull),
}

/// Nothing: it sells from its quota only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SharedExclusive"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SharedExclusive {}

/// A part, rounded down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SharedPercentage"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SharedPercentage {
    /// The part, in basis points: 5000 is 50 %; at most 10,000.
    pub basis_points: u32,
}

/// A weighted share within bounds. All channels with weights see the same nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SharedWeighted"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SharedWeighted {
    /// How much it counts against the others.
    pub weight: u32,
    /// The fewest units it gets, where there are enough for everybody's fewest.
    #[serde(default)]
    pub min: Quantity,
    /// The most units it gets; no limit by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Quantity>,
}

/// All of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SharedFull"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SharedFull {}

/// Units withheld at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeBuffer {
    /// The node.
    pub node: NodeId,
    /// What is withheld there.
    pub buffer: StockMargin,
}

/// How much of what is on its way counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncomingShare {
    /// The part that counts, in basis points, rounded down at each node; at most 10,000.
    pub basis_points: u32,
    /// How many hours ahead it must be due at the latest; what is overdue counts.
    pub within_hours: u32,
}

impl PublicationPolicy {
    /// The regions that a channel sells to and whose buyers it tells 0, by code.
    pub(super) fn blocked(&self, channel: &ChannelPolicy) -> Vec<RegionCode> {
        let blocks = self.blacklist.iter().filter(|block| block.names(&channel.channel));
        let regions = blocks.map(|block| &block.region);
        let regions: BTreeSet<_> = regions
            .filter(|&region| channel.regions.is_empty() || channel.regions.contains(region))
            .collect();
        regions.into_iter().cloned().collect()
    }

    /// Whether a channel sells to some regions, all of them blacklisted.
    pub(super) fn is_blocked(&self, channel: &ChannelPolicy) -> bool {
        let is_blocked = |region: &RegionCode| {
            self.blacklist.iter().any(|block| block.region == *region && block.names(&channel.channel))
        };
        !channel.regions.is_empty() && channel.regions.iter().all(is_blocked)
    }

    /// Whether a channel shows anything to anybody.
    pub(super) fn shows(&self, channel: &ChannelPolicy) -> bool {
        channel.listed && !self.is_blocked(channel)
    }

    /// Everything wrong with the record.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut known = BTreeSet::new();
        let mut weighted: Option<BTreeSet<&NodeId>> = None;
        for (at, channel) in self.channels.iter().enumerate() {
            let path = format!("/channels/{at}");
            if !known.insert(&channel.channel) {
                problems.add("input.duplicate", format!("{path}/channel"), "name each channel once");
            }
            channel.check(&path, &mut problems);
            if matches!(channel.sharing, ChannelSharing::Weighted(_)) {
                let nodes: BTreeSet<&NodeId> = channel.nodes.iter().collect();
                if *weighted.get_or_insert_with(|| nodes.clone()) != nodes {
                    let message = "channels with weights share one pool: let them all see the same nodes";
                    problems.add("publish.weighted_nodes_differ", format!("{path}/nodes"), message);
                }
            }
        }
        let mut buffered = BTreeSet::new();
        for (at, buffer) in self.node_buffers.iter().enumerate() {
            let path = format!("/nodeBuffers/{at}");
            if !buffered.insert(&buffer.node) {
                problems.add("input.duplicate", format!("{path}/node"), "name each node once");
            }
            buffer.buffer.check(&format!("{path}/buffer"), &mut problems);
        }
        let mut blocked = BTreeSet::new();
        for (at, block) in self.blacklist.iter().enumerate() {
            let path = format!("/blacklist/{at}");
            if !blocked.insert(&block.region) {
                problems.add("input.duplicate", format!("{path}/region"), "name each region once");
            }
            for (place, channel) in block.channels.iter().enumerate() {
                let path = format!("{path}/channels/{place}");
                if !known.contains(channel) {
                    problems.add(
                        "publish.unknown_channel",
                        path,
                        format!("the policy has no channel `{channel}`"),
                    );
                }
            }
        }
        if let Some(incoming) = self.incoming {
            check_part(incoming.basis_points, "/incoming/basisPoints", &mut problems);
        }
        if self.push.min_change.is_zero() {
            problems.add("input.out_of_range", "/push/minChange", "a change is at least one unit");
        }
        if let Some(bands) = self.bands {
            bands.check("/bands", &mut problems);
        }
        problems
    }
}

impl ChannelPolicy {
    fn check(&self, path: &str, problems: &mut Problems) {
        let nodes: BTreeSet<&NodeId> = self.nodes.iter().collect();
        if nodes.len() < self.nodes.len() {
            problems.add("input.duplicate", format!("{path}/nodes"), "name each node once");
        }
        let regions: BTreeSet<&RegionCode> = self.regions.iter().collect();
        if regions.len() < self.regions.len() {
            problems.add("input.duplicate", format!("{path}/regions"), "name each region once");
        }
        match &self.sharing {
            ChannelSharing::Percentage(shared) => {
                check_part(shared.basis_points, &format!("{path}/sharing/basisPoints"), problems);
            }
            ChannelSharing::Weighted(shared) if shared.max.is_some_and(|max| max < shared.min) => {
                let message = "the most units must not be fewer than the fewest";
                problems.add("input.out_of_range", format!("{path}/sharing/max"), message);
            }
            _ => {}
        }
        if let Some(buffer) = self.buffer {
            buffer.check(&format!("{path}/buffer"), problems);
        }
        if let Some(lag) = &self.lag {
            lag.check(&format!("{path}/lag"), problems);
        }
    }
}
