//! Laws of publication, by random policies and pools.

use proptest::prelude::*;

use super::super::*;
use super::{at, channel, full, node, part, percent, sku, units};
use crate::value::{Quantity, RegionCode};

const NODES: [&str; 3] = ["x", "y", "z"];

fn some_margin() -> impl Strategy<Value = Option<StockMargin>> {
    prop::option::of(prop_oneof![(0_u32..6).prop_map(units), (0_u32..10_001).prop_map(part)])
}

/// A channel that sees some of the nodes, by the kind of sharing given.
fn some_channel(sharing: impl Strategy<Value = ChannelSharing>) -> impl Strategy<Value = ChannelPolicy> {
    let nodes = prop::collection::btree_set(0..NODES.len(), 0..=NODES.len());
    let limits = (0_u32..4, prop::option::weighted(0.2, 0_u32..60), 0_u32..4, prop::bool::weighted(0.9));
    (nodes, sharing, some_margin(), limits, 0_u32..7200).prop_map(
        |(nodes, sharing, buffer, (oversell, max, threshold, listed), lag_seconds)| {
            let mut policy = ChannelPolicy::new(channel("-"), sharing);
            policy.nodes = nodes.into_iter().map(|at| node(NODES[at])).collect();
            (policy.buffer, policy.listed) = (buffer, listed);
            policy.oversell = Quantity::new(oversell);
            policy.max = max.map(Quantity::new);
            policy.display_threshold = Quantity::new(threshold);
            let (z, units_per_hour) = ("1.65".parse().unwrap(), "0.5".parse().unwrap());
            policy.lag = (lag_seconds % 2 == 0).then_some(LagGuard { lag_seconds, z, units_per_hour });
            policy
        },
    )
}

fn named(mut channels: Vec<ChannelPolicy>) -> PublicationPolicy {
    for (at, one) in channels.iter_mut().enumerate() {
        one.channel = channel(&format!("c{at}"));
    }
    PublicationPolicy { channels, ..PublicationPolicy::default() }
}

fn some_sharing() -> impl Strategy<Value = ChannelSharing> {
    let weighted = (0_u32..5, 0_u32..8, prop::option::of(0_u32..20)).prop_map(|(weight, min, more)| {
        let max = more.map(|more| Quantity::new(min + more));
        ChannelSharing::Weighted(SharedWeighted { weight, min: Quantity::new(min), max })
    });
    prop_oneof![
        Just(ChannelSharing::Exclusive(SharedExclusive {})),
        (0_u32..10_001).prop_map(percent),
        weighted,
        Just(full()),
    ]
}

/// Any policy: channels with weights all see what the first of them sees.
fn some_policy() -> impl Strategy<Value = PublicationPolicy> {
    prop::collection::vec(some_channel(some_sharing()), 1..6).prop_map(|mut channels| {
        let is_weighted = |one: &ChannelPolicy| matches!(one.sharing, ChannelSharing::Weighted(_));
        let nodes = channels.iter().find(|one| is_weighted(one)).map(|one| one.nodes.clone());
        for one in channels.iter_mut().filter(|one| is_weighted(one)) {
            one.nodes = nodes.clone().unwrap_or_default();
        }
        named(channels)
    })
}

/// Policies without full shares whose percentages sum to at most the whole.
fn some_disjoint_policy() -> impl Strategy<Value = PublicationPolicy> {
    some_policy().prop_map(|mut policy| {
        let whole = u32::try_from(policy.channels.len()).unwrap();
        for one in &mut policy.channels {
            match &mut one.sharing {
                ChannelSharing::Percentage(shared) => shared.basis_points /= whole,
                ChannelSharing::Full(_) => one.sharing = percent(10_000 / whole),
                _ => {}
            }
        }
        policy
    })
}

fn some_pool() -> impl Strategy<Value = PublicationPool> {
    let nodes = prop::collection::vec((-5_i64..60, 0_i64..5), NODES.len());
    let quota = (0_usize..6, prop::option::of(0..NODES.len()), 0_i64..25);
    (nodes, prop::collection::vec(quota, 0..4)).prop_map(|(nodes, quotas)| {
        let nodes = NODES.iter().zip(nodes);
        let nodes = nodes.map(|(id, (free, safety))| PoolNode { node: node(id), free, safety }).collect();
        let quotas = quotas.into_iter().map(|(who, at, units)| {
            let node = at.map(|at| node(NODES[at]));
            PoolQuota { channel: channel(&format!("c{who}")), node, units }
        });
        PublicationPool { at: at(0), nodes, incoming: vec![], quotas: quotas.collect(), rates: vec![] }
    })
}

/// The most units that any choice of channels shows beyond what their nodes have: Hall's condition, by trying all.
fn beyond_their_nodes(policy: &PublicationPolicy, publication: &Publication) -> i64 {
    let sets = 0_u32..1 << policy.channels.len();
    let beyond = sets.map(|set| {
        let chosen: Vec<usize> = (0..policy.channels.len()).filter(|at| set & (1 << at) != 0).collect();
        let shown: i64 = chosen
            .iter()
            .map(|&at| (publication.channels[at].published - publication.channels[at].oversell).max(0))
            .sum();
        let there: i64 = publication
            .nodes
            .iter()
            .filter(|row| chosen.iter().any(|&at| policy.channels[at].sees(&row.node)))
            .map(|row| row.pool)
            .sum();
        shown - there
    });
    beyond.max().unwrap()
}

proptest! {
    #[test]
    fn figures_are_never_negative_and_never_above_their_cap(policy in some_policy(), pool in some_pool()) {
        let publication = publish(&policy, &pool).unwrap();
        for (row, channel) in publication.channels.iter().zip(&policy.channels) {
            prop_assert!(row.published >= 0);
            prop_assert!(channel.max.is_none_or(|max| row.published <= max.signed()));
            prop_assert!(channel.listed || row.published == 0);
            prop_assert_eq!(row.raw, row.share + row.quota - row.buffer - row.lag_guard + row.oversell);
            prop_assert!(row.hidden.is_none() == (row.published > 0));
        }
    }

    /// What is uncovered is exactly what some group of channels shows beyond the nodes that they see.
    #[test]
    fn safe_means_that_every_group_of_channels_can_be_served(policy in some_policy(), pool in some_pool()) {
        let publication = publish(&policy, &pool).unwrap();
        prop_assert_eq!(publication.uncovered, beyond_their_nodes(&policy, &publication));
        prop_assert!(publication.uncovered >= publication.overcommit);
        prop_assert_eq!(publication.safe, publication.uncovered == 0);
        if publication.safe {
            prop_assert!(publication.published <= publication.pool + publication.oversell);
        }
    }

    #[test]
    fn disjoint_shares_are_always_safe(policy in some_disjoint_policy(), pool in some_pool()) {
        let publication = publish(&policy, &pool).unwrap();
        prop_assert!(publication.disjoint);
        prop_assert!(publication.safe, "{:?}", publication);
    }

    #[test]
    fn whatever_says_it_is_disjoint_is_safe(policy in some_policy(), pool in some_pool()) {
        let publication = publish(&policy, &pool).unwrap();
        prop_assert!(!publication.disjoint || publication.safe, "{:?}", publication);
    }

    #[test]
    fn more_units_never_lower_the_figure_of_a_percentage(
        policy in some_policy(), pool in some_pool(), at in 0..NODES.len(), more in 1_i64..20,
    ) {
        let before = publish(&policy, &pool).unwrap();
        let mut richer = pool;
        richer.nodes[at].free += more;
        let after = publish(&policy, &richer).unwrap();
        for ((before, after), channel) in before.channels.iter().zip(&after.channels).zip(&policy.channels) {
            if !matches!(channel.sharing, ChannelSharing::Weighted(_)) {
                prop_assert!(after.published >= before.published, "{:?} {:?}", before, after);
            }
        }
    }

    #[test]
    fn a_channel_of_blocked_regions_shares_as_one_that_lists_nothing(
        policy in some_policy(), pool in some_pool(), which: prop::sample::Index,
    ) {
        let (mut blocked, mut unlisted) = (policy.clone(), policy);
        let at = which.index(blocked.channels.len());
        let region = RegionCode::new("N").unwrap();
        blocked.blacklist = vec![BlockedRegion { region: region.clone(), channels: vec![] }];
        blocked.channels[at].regions = vec![region.clone()];
        unlisted.channels[at].listed = false;
        let (blocked, unlisted) = (publish(&blocked, &pool).unwrap(), publish(&unlisted, &pool).unwrap());
        prop_assert!(blocked.channels.iter().all(|figure| figure.published_in(&region) == 0));
        let figures = |publication: &Publication| {
            let rows = publication.channels.iter().map(|figure| (figure.published, figure.share, figure.uncovered));
            (rows.collect::<Vec<_>>(), publication.disjoint, publication.safe)
        };
        prop_assert_eq!(figures(&blocked), figures(&unlisted));
    }

    #[test]
    fn the_order_of_nodes_changes_nothing(policy in some_policy(), pool in some_pool()) {
        let mut turned = pool.clone();
        turned.nodes.reverse();
        turned.quotas.reverse();
        let (one, other) = (publish(&policy, &pool).unwrap(), publish(&policy, &turned).unwrap());
        prop_assert_eq!(one, other);
    }

    #[test]
    fn a_split_sums_to_the_pool_within_its_bounds(
        units in 0_i64..200,
        shares in prop::collection::vec((0_u32..6, 0_i64..30, prop::option::of(0_i64..40)), 1..7),
    ) {
        let share = |(weight, min, more): (u32, i64, Option<i64>)| {
            SplitShare { weight, min, max: more.map_or(i64::MAX, |more| min + more) }
        };
        let shares: Vec<SplitShare> = shares.into_iter().map(share).collect();
        let parts = split_units(units, &shares);
        let sum: i64 = parts.iter().sum();
        let fewest: i64 = shares.iter().map(|share| share.min).sum();
        prop_assert!(sum <= units);
        for (part, share) in parts.iter().zip(&shares) {
            prop_assert!((0..=share.max).contains(part));
            prop_assert!(fewest > units || share.min <= *part);
            prop_assert!(fewest <= units || *part <= share.min);
        }
        // Units stay over only where nobody with a weight has room.
        let room = parts.iter().zip(&shares).any(|(part, share)| share.weight > 0 && *part < share.max);
        prop_assert!(sum == units || !room);
        // Nobody inside its bounds is a whole unit poorer than its weight says against another such.
        if fewest <= units {
            for (one, a) in parts.iter().zip(&shares) {
                for (other, b) in parts.iter().zip(&shares) {
                    let could_give = *other > b.min && *one < a.max && a.weight > 0;
                    let (one, other) = (i128::from(*one + 1), i128::from(*other - 1));
                    prop_assert!(!could_give || one * i128::from(b.weight) > other * i128::from(a.weight));
                }
            }
        }
    }

    #[test]
    fn the_lag_guard_is_the_least_whole_number_at_or_above_its_formula(
        micro in 0_i64..100_000_000, lag_seconds in 0_u32..86_401, milli in 0_i64..10_001,
    ) {
        let z = rust_decimal::Decimal::new(milli, 3);
        let rate = rust_decimal::Decimal::new(micro, 6);
        let guard = lag_guard(&LagGuard { lag_seconds, z, units_per_hour: rate }, rate);
        // (k − μ)² against z²·μ, cleared of fractions.
        let (unit, mean) = (3_600_000_000_i128, i128::from(micro) * i128::from(lag_seconds));
        let enough = |k: i64| {
            let above = i128::from(k) * unit - mean;
            above >= 0 && above * above >= i128::from(milli * milli) * mean * 3600
        };
        prop_assert!(enough(guard));
        prop_assert!(guard == 0 || !enough(guard - 1));
    }

    /// Versions grow by one; a receiver that gets all pushes, in any order, ends where one that gets the coalesced ones
    /// does, and that is the last figure sent.
    #[test]
    fn coalesced_pushes_end_where_all_pushes_end(
        values in prop::collection::vec(0_i64..12, 1..40), turn in any::<prop::sample::Index>(), rise in 1_u32..5,
    ) {
        let rule = PushRule { min_change: Quantity::new(rise), max_age_seconds: Some(7) };
        let (mut known, mut sent) = (None, Vec::new());
        for (second, value) in (0_i64..).zip(values) {
            let web = channel("web");
            let events = ChannelStock::publish(known.as_ref(), (&web, &sku()), value, (&rule, None), at(second));
            known = events.iter().fold(known, ChannelStock::evolve);
            sent.extend(events.into_iter().filter_map(|event| match event {
                ChannelStockEvent::Published(event) => Some(event),
                _ => None,
            }));
            // What is not sent is never an unseen drop.
            prop_assert!(known.as_ref().is_some_and(|known| known.last.value <= value));
        }
        prop_assert!(sent.iter().map(|figure| figure.version).eq(1..=u64::try_from(sent.len()).unwrap()));
        let receive = |figures: Vec<ChannelStockPublished>| {
            let events = figures.into_iter().map(ChannelStockEvent::Published);
            events.fold(None, |known, event| ChannelStock::evolve(known, &event))
        };
        let mut shuffled = sent.clone();
        shuffled.rotate_left(turn.index(sent.len()));
        let coalesced = coalesce(sent);
        prop_assert_eq!(coalesced.len(), 1);
        let (all, few) = (receive(shuffled).map(|known| known.last), receive(coalesced).map(|known| known.last));
        prop_assert_eq!(all, few);
        prop_assert_eq!(few, known.map(|known| known.last));
    }
}
