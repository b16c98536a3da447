//! Every channel's figure with each step of the formula, and whether all of them could be sold at once.

use serde::{Deserialize, Serialize};

use super::margin::{WHOLE, part, part_up};
use super::pool::{Pieces, nodes};
use super::{
    ChannelPolicy, ChannelSharing, PublicationPolicy, PublicationPool, PublishError, SplitShare, lag_guard,
    split_units,
};
use crate::value::{ChannelId, NodeId, Quantity, RegionCode};

/// What each channel is told, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Publication {
    /// What each node adds to the pool, by node.
    pub nodes: Vec<PublicationNode>,
    /// What each channel is told, in the order of the policy.
    pub channels: Vec<ChannelFigure>,
    /// The units at all nodes that some channel sees, each node once.
    pub pool: i64,
    /// The sum of what is published.
    pub published: i64,
    /// The sum of what may be sold although it is not there.
    pub oversell: i64,
    /// `published − pool − oversell`: units shown beyond what there is; negative where there is room.
    pub overcommit: i64,
    /// Units, beyond what may be oversold, that nothing could serve if every channel sold all it shows. At least
    /// `overcommit`, and more where channels that share a node show more than it has while other nodes have room.
    pub uncovered: i64,
    /// Whether the policy gives no unit to two channels: at every node, the parts sum to at most the whole, and who
    /// sees all of a node is alone there. Figures of disjoint shares are always safe.
    pub disjoint: bool,
    /// Whether all that is published could be sold: nothing is uncovered.
    pub safe: bool,
}

/// What a node adds to the pool: `pool = max(0, atf − buffer) + incoming`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicationNode {
    /// The node.
    pub node: NodeId,
    /// Units free.
    pub free: i64,
    /// Units withheld as safety stock.
    pub safety: i64,
    /// Available to fulfil: `free − safety`.
    pub atf: i64,
    /// Units that the policy withholds there.
    pub buffer: i64,
    /// Units on their way that count.
    pub incoming: i64,
    /// What it adds.
    pub pool: i64,
}

/// What a channel is told: `raw = share + quota − buffer − lag_guard + oversell`, and
/// `published = min(max(0, raw), max)`, or 0 for the reason given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelFigure {
    /// The channel.
    pub channel: ChannelId,
    /// How many units it is told there are.
    pub published: i64,
    /// The units at the nodes it sees.
    pub pool: i64,
    /// How many of them quotas can fence, its own and those of others.
    pub fenced: i64,
    /// What its share was taken of: the rest of the pool, for weights less what percentages take of it.
    pub base: i64,
    /// Its share of that.
    pub share: i64,
    /// Its own quota, as far as the units are there.
    pub quota: i64,
    /// Units of its quota that are not there.
    pub quota_missing: i64,
    /// Units withheld from it.
    pub buffer: i64,
    /// Units that it may have sold unseen.
    pub lag_guard: i64,
    /// Units that it may sell although they are not there.
    pub oversell: i64,
    /// All of these together.
    pub raw: i64,
    /// The most it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// Units of its figure, beyond what it may oversell, that nothing could serve if all channels sold theirs; units
    /// that lack are laid on the channels that stand later in the policy.
    pub uncovered: i64,
    /// Why it is told 0, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<PublicationHidden>,
    /// The blacklisted regions among those that it sells to: their buyers are told 0, whatever is published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_regions: Vec<RegionCode>,
}

impl ChannelFigure {
    /// How many units the buyers of a region are told there are.
    #[must_use]
    pub fn published_in(&self, region: &RegionCode) -> i64 {
        if self.hidden_regions.contains(region) { 0 } else { self.published }
    }
}

/// Why a channel is told 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublicationHidden {
    /// The channel does not list the SKU.
    NotListed,
    /// All regions that the channel sells to are blacklisted.
    RegionsBlocked,
    /// Nothing is left for it.
    NothingLeft,
    /// The most it may be shown is nothing.
    Capped,
    /// There are fewer units than it shows at all.
    BelowThreshold,
}

/// Computes what every channel is told of one SKU.
///
/// Shares are taken of what a channel's nodes have, less what quotas fence there. A percentage is rounded down;
/// channels with weights split, by largest remainder within their bounds, what the percentages leave. The test of
/// safety routes all figures to the nodes at once, so channels whose nodes overlap only in part are judged by the nodes
/// they share and not by the sum of the pools. `O(channels · (channels + nodes))` plus the routing.
///
/// # Errors
/// [`PublishError::Invalid`] for a policy or figures that contradict themselves, with all problems.
pub fn publish(policy: &PublicationPolicy, pool: &PublicationPool) -> Result<Publication, PublishError> {
    let mut problems = policy.problems().under("/policy");
    problems.extend(pool.problems().under("/pool"));
    if !problems.is_empty() {
        return Err(PublishError::Invalid(problems));
    }
    let nodes = nodes(policy, pool);
    let pieces = Pieces::of(policy, pool, &nodes);
    let mut channels = steps(policy, pool, &pieces);

    let beyond: Vec<i64> =
        channels.iter().map(|figure| figure.published.saturating_sub(figure.oversell).max(0)).collect();
    for ((figure, wanted), covered) in channels.iter_mut().zip(&beyond).zip(pieces.covered(&beyond)) {
        figure.uncovered = wanted.saturating_sub(covered);
    }
    let sum = |of: fn(&ChannelFigure) -> i64| channels.iter().map(of).fold(0, i64::saturating_add);
    let (published, uncovered) = (sum(|figure| figure.published), sum(|figure| figure.uncovered));
    let oversell = sum(|figure| if figure.published > 0 { figure.oversell } else { 0 });
    let union = pieces.union();
    Ok(Publication {
        nodes,
        pool: union,
        published,
        oversell,
        overcommit: published.saturating_sub(union).saturating_sub(oversell),
        uncovered,
        disjoint: pieces.viewers().all(|viewers| is_disjoint(policy, &viewers)),
        safe: uncovered == 0,
        channels,
    })
}

/// Whether nobody else is given what one of these channels, which see the same node, is given of it.
fn is_disjoint(policy: &PublicationPolicy, viewers: &[usize]) -> bool {
    let (mut parts, mut full, mut weighted) = (0_i64, false, false);
    for channel in viewers.iter().filter_map(|&at| policy.channels.get(at)).filter(|one| policy.shows(one)) {
        match &channel.sharing {
            ChannelSharing::Exclusive(_) => {}
            ChannelSharing::Percentage(shared) => {
                parts = parts.saturating_add(i64::from(shared.basis_points));
            }
            // Weights take what percentages leave: never too much, but nothing is left beside them.
            ChannelSharing::Weighted(_) => weighted = true,
            ChannelSharing::Full(_) => {
                parts = parts.saturating_add(WHOLE);
                full = true;
            }
        }
    }
    parts <= WHOLE && !(full && weighted)
}

fn steps(policy: &PublicationPolicy, pool: &PublicationPool, pieces: &Pieces) -> Vec<ChannelFigure> {
    let places = 0..policy.channels.len();
    let rests: Vec<(i64, i64)> = places.clone().map(|at| (pieces.units(&[at]), pieces.fenced(at))).collect();
    let mut shares: Vec<(i64, i64)> = (policy.channels.iter().zip(&rests))
        .map(|(channel, (units, fenced))| share(policy, channel, units.saturating_sub(*fenced).max(0)))
        .collect();
    split_rest(policy, pieces, &rests, &mut shares);
    let quotas = pieces.quotas();
    let rows = policy.channels.iter().zip(&rests).zip(&shares).zip(&quotas);
    rows.map(|(((channel, rest), share), quota)| figure((policy, channel), pool, *rest, *share, *quota))
        .collect()
}

/// What the share is taken of, and the share, of channels without weights.
fn share(policy: &PublicationPolicy, channel: &ChannelPolicy, rest: i64) -> (i64, i64) {
    match &channel.sharing {
        _ if !policy.shows(channel) => (rest, 0),
        ChannelSharing::Exclusive(_) | ChannelSharing::Weighted(_) => (rest, 0),
        ChannelSharing::Percentage(shared) => (rest, part(rest, i64::from(shared.basis_points))),
        ChannelSharing::Full(_) => (rest, rest),
    }
}

/// Splits what percentages leave among the channels with weights.
///
/// A percentage takes of the nodes that these channels see at most its part of them, and at most its whole share.
fn split_rest(policy: &PublicationPolicy, pieces: &Pieces, rests: &[(i64, i64)], shares: &mut [(i64, i64)]) {
    let weights = policy.channels.iter().enumerate().filter_map(|(at, channel)| match &channel.sharing {
        ChannelSharing::Weighted(shared) if policy.shows(channel) => Some((at, shared)),
        _ => None,
    });
    let weights: Vec<_> = weights.collect();
    let Some(&(first, _)) = weights.first() else { return };
    let (units, fenced) = rests.get(first).copied().unwrap_or_default();
    let taken =
        policy.channels.iter().enumerate().zip(shares.iter()).map(
            |((at, channel), (_, share))| match &channel.sharing {
                ChannelSharing::Percentage(shared) if policy.shows(channel) => {
                    part_up(pieces.units(&[at, first]), i64::from(shared.basis_points)).min(*share)
                }
                _ => 0,
            },
        );
    let taken = taken.fold(0, i64::saturating_add);
    let base = units.saturating_sub(fenced).saturating_sub(taken).max(0);
    let bounds = weights.iter().map(|(_, shared)| SplitShare {
        weight: shared.weight,
        min: shared.min.signed(),
        max: shared.max.map_or(i64::MAX, Quantity::signed),
    });
    let bounds: Vec<_> = bounds.collect();
    for ((at, _), units) in weights.iter().zip(split_units(base, &bounds)) {
        if let Some(share) = shares.get_mut(*at) {
            *share = (base, units);
        }
    }
}

fn figure(
    (policy, channel): (&PublicationPolicy, &ChannelPolicy),
    pool: &PublicationPool,
    (units, fenced): (i64, i64),
    (base, share): (i64, i64),
    (quota, quota_missing): (i64, i64),
) -> ChannelFigure {
    let entitled = share.saturating_add(quota);
    let buffer = channel.buffer.map_or(0, |buffer| buffer.withheld(entitled));
    let rate = pool.rates.iter().find(|rate| rate.channel == channel.channel);
    let lag_guard = channel
        .lag
        .as_ref()
        .map_or(0, |guard| lag_guard(guard, rate.map_or(guard.units_per_hour, |rate| rate.units_per_hour)));
    let oversell = channel.oversell.signed();
    let raw = entitled.saturating_sub(buffer).saturating_sub(lag_guard).saturating_add(oversell);
    let max = channel.max.map(Quantity::signed);
    let shown = raw.max(0).min(max.unwrap_or(i64::MAX));
    let hidden = if !channel.listed {
        Some(PublicationHidden::NotListed)
    } else if policy.is_blocked(channel) {
        Some(PublicationHidden::RegionsBlocked)
    } else if raw <= 0 {
        Some(PublicationHidden::NothingLeft)
    } else if shown == 0 {
        Some(PublicationHidden::Capped)
    } else if shown < channel.display_threshold.signed() {
        Some(PublicationHidden::BelowThreshold)
    } else {
        None
    };
    ChannelFigure {
        channel: channel.channel.clone(),
        published: if hidden.is_some() { 0 } else { shown },
        pool: units,
        fenced,
        base,
        share,
        quota,
        quota_missing,
        buffer,
        lag_guard,
        oversell,
        raw,
        max,
        uncovered: 0,
        hidden,
        hidden_regions: policy.blocked(channel),
    }
}
