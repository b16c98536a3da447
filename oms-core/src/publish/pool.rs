//! Nodes seen alike by all channels, joined, with what quotas fence of them.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::margin::part;
use super::route::{Wanted, route, served};
use super::{PublicationNode, PublicationPolicy, PublicationPool};
use crate::value::NodeId;

/// The pool, cut into pieces: nodes that the same channels see and the same quotas lie at are one piece, because
/// nothing tells them apart. Channels are named by their place in the policy.
pub(super) struct Pieces {
    /// The units of each piece.
    units: Vec<i64>,
    /// By channel, then piece: whether the channel sees it.
    seen: Vec<Vec<bool>>,
    /// What quotas want, by the rank of their channels.
    quotas: Vec<QuotaWanted>,
}

struct QuotaWanted {
    /// The channel that may sell it; none where the policy does not know the channel or shows it another node.
    channel: Option<usize>,
    wanted: Wanted,
}

/// What each node adds to the pool.
pub(super) fn nodes(policy: &PublicationPolicy, pool: &PublicationPool) -> Vec<PublicationNode> {
    let mut nodes: Vec<PublicationNode> = pool
        .nodes
        .iter()
        .map(|node| {
            let atf = node.free.saturating_sub(node.safety);
            let buffer = policy.node_buffers.iter().find(|buffer| buffer.node == node.node);
            let buffer = buffer.map_or(0, |buffer| buffer.buffer.withheld(atf));
            let incoming = counted(policy, pool, &node.node);
            let units = atf.saturating_sub(buffer).max(0).saturating_add(incoming);
            let (free, safety) = (node.free, node.safety);
            PublicationNode { node: node.node.clone(), free, safety, atf, buffer, incoming, pool: units }
        })
        .collect();
    nodes.sort_by(|a, b| a.node.cmp(&b.node));
    nodes
}

/// How much of what is on its way to a node counts.
fn counted(policy: &PublicationPolicy, pool: &PublicationPool, node: &NodeId) -> i64 {
    let Some(share) = policy.incoming else { return 0 };
    let until = pool.at.checked_add_signed(TimeDelta::hours(i64::from(share.within_hours)));
    let due = pool
        .incoming
        .iter()
        .filter(|incoming| incoming.node == *node && until.is_none_or(|until| incoming.due_at <= until));
    let units = due.fold(0_i64, |sum, incoming| sum.saturating_add(incoming.units));
    part(units, i64::from(share.basis_points))
}

impl Pieces {
    pub(super) fn of(policy: &PublicationPolicy, pool: &PublicationPool, nodes: &[PublicationNode]) -> Self {
        let quotas = ranked(policy, pool);
        let mut pieces: BTreeMap<Vec<bool>, i64> = BTreeMap::new();
        for node in nodes {
            let seen = policy.channels.iter().map(|channel| channel.sees(&node.node));
            let fenced = quotas.iter().map(|(channel, at, _)| match at {
                Some(at) => **at == node.node,
                None => channel
                    .and_then(|channel| policy.channels.get(channel))
                    .is_none_or(|channel| channel.sees(&node.node)),
            });
            let units = pieces.entry(seen.chain(fenced).collect()).or_default();
            *units = units.saturating_add(node.pool);
        }
        let column = |at: usize| pieces.keys().map(|key| key.get(at) == Some(&true)).collect::<Vec<bool>>();
        let seen: Vec<_> = (0..policy.channels.len()).map(column).collect();
        let quotas = quotas.iter().enumerate().map(|(at, (channel, node, units))| {
            let shown = |channel: &usize| {
                let policy = policy.channels.get(*channel);
                policy.is_some_and(|policy| node.is_none_or(|node| policy.sees(node)))
            };
            let sources = column(policy.channels.len().saturating_add(at));
            QuotaWanted { channel: channel.filter(shown), wanted: Wanted { units: *units, sources } }
        });
        let quotas = quotas.collect();
        Self { units: pieces.into_values().collect(), seen, quotas }
    }

    /// Whether a channel sees each piece.
    fn seen(&self, channel: usize) -> &[bool] {
        self.seen.get(channel).map_or(&[], Vec::as_slice)
    }

    /// The units of the pieces that all of these channels see.
    pub(super) fn units(&self, channels: &[usize]) -> i64 {
        let common = |piece: usize| channels.iter().all(|&one| self.seen(one).get(piece) == Some(&true));
        let units = self.units.iter().enumerate().filter(|(piece, _)| common(*piece));
        units.fold(0, |sum, (_, units)| sum.saturating_add(*units))
    }

    /// The units of all pieces that any channel sees.
    pub(super) fn union(&self) -> i64 {
        let seen = |piece: usize| self.seen.iter().any(|seen| seen.get(piece) == Some(&true));
        let units = self.units.iter().enumerate().filter(|(piece, _)| seen(*piece));
        units.fold(0, |sum, (_, units)| sum.saturating_add(*units))
    }

    /// Who sees each piece that anybody sees.
    pub(super) fn viewers(&self) -> impl Iterator<Item = Vec<usize>> {
        (0..self.units.len()).map(|piece| {
            let sees = |(_, seen): &(usize, &Vec<bool>)| seen.get(piece) == Some(&true);
            self.seen.iter().enumerate().filter(sees).map(|(channel, _)| channel).collect()
        })
    }

    /// The most units that quotas, all together, can fence of what a channel sees.
    pub(super) fn fenced(&self, channel: usize) -> i64 {
        let within = |quota: &QuotaWanted| {
            let sources = quota.wanted.sources.iter().zip(self.seen(channel)).map(|(a, b)| *a && *b);
            Wanted { units: quota.wanted.units, sources: sources.collect() }
        };
        let wanted: Vec<Wanted> = self.quotas.iter().map(within).collect();
        served(&wanted, &self.units)
    }

    /// By channel: units of its quotas that are there, and units that are not.
    pub(super) fn quotas(&self) -> Vec<(i64, i64)> {
        let wanted: Vec<Wanted> = self.quotas.iter().map(|quota| quota.wanted.clone()).collect();
        let mut by_channel = vec![(0_i64, 0_i64); self.seen.len()];
        for (quota, there) in self.quotas.iter().zip(route(&wanted, &self.units)) {
            if let Some(sums) = quota.channel.and_then(|channel| by_channel.get_mut(channel)) {
                sums.0 = sums.0.saturating_add(there);
                sums.1 = sums.1.saturating_add(quota.wanted.units.saturating_sub(there));
            }
        }
        by_channel
    }

    /// By channel: how many of these units could be handed out if all channels sold theirs, earlier channels first.
    pub(super) fn covered(&self, units: &[i64]) -> Vec<i64> {
        let wanted = units.iter().enumerate();
        let wanted: Vec<Wanted> =
            wanted.map(|(channel, &units)| Wanted { units, sources: self.seen(channel).to_vec() }).collect();
        route(&wanted, &self.units)
    }
}

/// The quotas by the rank of their channels, those of channels that the policy does not know last.
fn ranked<'p>(
    policy: &PublicationPolicy,
    pool: &'p PublicationPool,
) -> Vec<(Option<usize>, Option<&'p NodeId>, i64)> {
    let rank = |quota: &super::PoolQuota| {
        policy.channels.iter().position(|channel| channel.channel == quota.channel)
    };
    let mut quotas: Vec<_> =
        pool.quotas.iter().map(|quota| (rank(quota), quota.node.as_ref(), quota.units)).collect();
    quotas.sort_by_key(|(rank, node, _)| (rank.is_none(), *rank, *node));
    quotas
}
