mod laws;
mod quotas;

use super::*;
use crate::value::{ChannelId, Instant, NodeId, Problems, Quantity, RegionCode, SkuId, Text};

pub(super) fn at(second: i64) -> Instant {
    Instant::from_timestamp(second, 0).unwrap()
}

pub(super) fn channel(id: &str) -> ChannelId {
    ChannelId::new(id).unwrap()
}

pub(super) fn node(id: &str) -> NodeId {
    NodeId::new(id).unwrap()
}

pub(super) fn sku() -> SkuId {
    SkuId::new("mug").unwrap()
}

pub(super) fn percent(basis_points: u32) -> ChannelSharing {
    ChannelSharing::Percentage(SharedPercentage { basis_points })
}

fn weighted(weight: u32, min: u32, max: Option<u32>) -> ChannelSharing {
    let (min, max) = (Quantity::new(min), max.map(Quantity::new));
    ChannelSharing::Weighted(SharedWeighted { weight, min, max })
}

pub(super) fn full() -> ChannelSharing {
    ChannelSharing::Full(SharedFull {})
}

pub(super) fn units(units: u32) -> StockMargin {
    StockMargin::Units(MarginUnits { units: Quantity::new(units) })
}

pub(super) fn part(basis_points: u32) -> StockMargin {
    StockMargin::Percent(MarginPercent { basis_points })
}

pub(super) fn policy(channels: Vec<(&str, ChannelSharing)>) -> PublicationPolicy {
    let channels = channels.into_iter().map(|(id, sharing)| ChannelPolicy::new(channel(id), sharing));
    PublicationPolicy { channels: channels.collect(), ..PublicationPolicy::default() }
}

pub(super) fn pool(nodes: &[(&str, i64)]) -> PublicationPool {
    let nodes = nodes.iter().map(|(id, free)| PoolNode { node: node(id), free: *free, safety: 0 });
    PublicationPool { at: at(0), nodes: nodes.collect(), incoming: vec![], quotas: vec![], rates: vec![] }
}

pub(super) fn quota(id: &str, units: i64) -> PoolQuota {
    PoolQuota { channel: channel(id), node: None, units }
}

fn shown(publication: &Publication) -> Vec<(&str, i64)> {
    publication.channels.iter().map(|row| (row.channel.as_str(), row.published)).collect()
}

fn codes(problems: &Problems) -> Vec<(&str, &str)> {
    problems.as_slice().iter().map(|problem| (&*problem.code, problem.path.as_str())).collect()
}

/// Golden vector 10: pool 100, exclusive A 20, shares 50/30/20 % of the other 80, buffer 2 each.
#[test]
fn a_quota_shares_and_buffers_give_58_22_and_14() {
    let mut policy = policy(vec![("A", percent(5000)), ("B", percent(3000)), ("C", percent(2000))]);
    policy.channels.iter_mut().for_each(|channel| channel.buffer = Some(units(2)));
    let mut pool = pool(&[("n", 100)]);
    pool.quotas = vec![quota("A", 20)];
    let publication = publish(&policy, &pool).unwrap();
    assert_eq!(shown(&publication), [("A", 58), ("B", 22), ("C", 14)]);
    assert_eq!((publication.published, publication.pool, publication.overcommit), (94, 100, -6));
    assert!(publication.disjoint && publication.safe);
    let a = &publication.channels[0];
    assert_eq!((a.pool, a.fenced, a.base, a.share, a.quota), (100, 20, 80, 40, 20));
    assert_eq!((a.buffer, a.lag_guard, a.oversell, a.raw), (2, 0, 0, 58));
}

/// Golden vector 9: a percent safety factor of 25 % on 10, whole units.
#[test]
fn a_quarter_of_ten_units_leaves_seven() {
    let factors = SafetyFactors { factors: vec![factor(part(2500))] };
    let safety = safety_stock(&factors, &question(10));
    assert_eq!((safety.withheld, safety.available), (3, 7));
}

fn factor(margin: StockMargin) -> SafetyFactor {
    SafetyFactor { sku: None, node: None, node_type: None, delivery_method: None, supply: None, margin }
}

fn question(units: i64) -> SafetyQuestion {
    SafetyQuestion {
        sku: sku(),
        node: node("n"),
        node_type: Text::new("store").ok(),
        delivery_methods: vec![],
        supply: SafetySupply::OnHand,
        units,
    }
}

#[test]
fn the_most_specific_factor_wins_in_the_order_of_the_table() {
    // Each row is more specific than those before it.
    let mut ladder = vec![factor(units(1)); 6];
    ladder[1].supply = Some(SafetySupply::OnHand);
    ladder[2].delivery_method = Some(DeliveryMethod::Pickup);
    ladder[3].node_type = Text::new("store").ok();
    ladder[4].sku = Some(sku());
    (ladder[5].sku, ladder[5].node) = (Some(sku()), Some(node("n")));
    for (at, factor) in ladder.iter_mut().enumerate() {
        factor.margin = units(10 + u32::try_from(at).unwrap());
    }
    let mut question = question(100);
    question.delivery_methods = vec![DeliveryMethod::Pickup];
    for most in 1..=ladder.len() {
        let mut factors = SafetyFactors { factors: ladder[..most].to_vec() };
        assert_eq!(safety_stock(&factors, &question).withheld, 9 + i64::try_from(most).unwrap());
        factors.factors.reverse();
        assert_eq!(safety_stock(&factors, &question).withheld, 9 + i64::try_from(most).unwrap());
    }
    let elsewhere = SafetyQuestion { sku: SkuId::new("cup").unwrap(), node_type: None, ..question.clone() };
    let factors = SafetyFactors { factors: ladder };
    assert_eq!(safety_stock(&factors, &elsewhere).withheld, 12);
}

#[test]
fn of_several_delivery_methods_the_largest_factor_counts() {
    let mut factors = vec![factor(part(1000)), factor(units(4)), factor(units(1))];
    factors[1].delivery_method = Some(DeliveryMethod::Pickup);
    factors[2].delivery_method = Some(DeliveryMethod::Shipping);
    let factors = SafetyFactors { factors };
    let with = |methods: &[DeliveryMethod], units| {
        let question = SafetyQuestion { delivery_methods: methods.to_vec(), ..question(units) };
        safety_stock(&factors, &question)
    };
    let both = with(&[DeliveryMethod::Shipping, DeliveryMethod::Pickup], 20);
    assert_eq!((both.withheld, both.considered.len()), (4, 2));
    assert_eq!(with(&[DeliveryMethod::Shipping], 20).withheld, 1);
    assert_eq!(with(&[DeliveryMethod::LocalDelivery], 20).withheld, 2);
    // Units may be withheld that are not there: available to fulfil stays signed.
    assert_eq!(with(&[DeliveryMethod::Pickup], -3).available, -7);
    assert_eq!(with(&[], -3).available, -3);
}

#[test]
fn two_factors_of_the_same_scope_are_a_problem() {
    let factors = SafetyFactors { factors: vec![factor(units(1)), factor(part(10_001))] };
    let expected =
        [("input.out_of_range", "/factors/1/margin/basisPoints"), ("input.duplicate", "/factors/1")];
    assert_eq!(codes(&factors.problems()), expected);
}

#[test]
fn buyers_of_a_blacklisted_region_are_told_nothing() {
    let region = |code: &str| RegionCode::new(code).unwrap();
    let mut policy = policy(vec![
        ("web", weighted(1, 0, None)),
        ("north", weighted(1, 0, None)),
        ("app", weighted(2, 0, None)),
    ]);
    policy.channels[1].regions = vec![region("N")];
    policy.channels[2].regions = vec![region("N"), region("S")];
    let block = |code: &str, channels: &[&str]| BlockedRegion {
        region: region(code),
        channels: channels.iter().map(|name| channel(name)).collect(),
    };
    policy.blacklist = vec![block("S", &["web", "app"]), block("N", &["app"])];
    // The app sells to blocked regions only, and leaves its units to the others.
    let publication = publish(&policy, &pool(&[("n", 100)])).unwrap();
    assert_eq!(shown(&publication), [("web", 50), ("north", 50), ("app", 0)]);
    let [web, north, app] = &publication.channels[..] else { panic!("three channels") };
    assert_eq!((web.hidden, app.hidden), (None, Some(PublicationHidden::RegionsBlocked)));
    assert_eq!(["N", "S", "W"].map(|code| web.published_in(&region(code))), [50, 0, 50]);
    assert_eq!(
        (north.hidden_regions.clone(), app.hidden_regions.clone()),
        (vec![], vec![region("N"), region("S")])
    );
    // A region that names no channel is blocked for all.
    policy.blacklist = vec![block("N", &[])];
    let publication = publish(&policy, &pool(&[("n", 100)])).unwrap();
    assert_eq!(shown(&publication), [("web", 33), ("north", 0), ("app", 67)]);
    policy.blacklist = vec![block("N", &["nobody"]), block("N", &[])];
    let expected =
        [("publish.unknown_channel", "/blacklist/0/channels/0"), ("input.duplicate", "/blacklist/1/region")];
    assert_eq!(codes(&policy.problems()), expected);
}

#[test]
fn weights_split_what_percentages_leave_within_their_bounds() {
    let mut policy = policy(vec![
        ("fixed", percent(3333)),
        ("big", weighted(6, 0, Some(20))),
        ("small", weighted(1, 10, None)),
        ("mid", weighted(3, 0, None)),
    ]);
    let publication = publish(&policy, &pool(&[("n", 100)])).unwrap();
    // 33 for the percentage; 67 for the weights: 20 by its bound, then 47 as 11.75 and 35.25.
    assert_eq!(shown(&publication), [("fixed", 33), ("big", 20), ("small", 12), ("mid", 35)]);
    assert_eq!((publication.published, publication.disjoint, publication.safe), (100, true, true));
    // A channel that does not list the SKU leaves its units to the others.
    policy.channels[3].listed = false;
    let publication = publish(&policy, &pool(&[("n", 100)])).unwrap();
    assert_eq!(shown(&publication), [("fixed", 33), ("big", 20), ("small", 47), ("mid", 0)]);
    assert_eq!(publication.channels[3].hidden, Some(PublicationHidden::NotListed));
}

#[test]
fn everybody_seeing_everything_says_by_how_much_it_could_oversell() {
    let mut policy = policy(vec![("a", full()), ("b", full())]);
    let publication = publish(&policy, &pool(&[("n", 10)])).unwrap();
    assert_eq!(shown(&publication), [("a", 10), ("b", 10)]);
    assert_eq!((publication.overcommit, publication.uncovered), (10, 10));
    assert!(!publication.disjoint && !publication.safe);
    // Who sees all of a node alone is fine.
    policy.channels[0].nodes = vec![node("n")];
    policy.channels[1].nodes = vec![node("m")];
    let publication = publish(&policy, &pool(&[("n", 10), ("m", 4)])).unwrap();
    assert!(publication.disjoint && publication.safe);
    assert_eq!(publication.overcommit, 0);
}

/// Reservation per pool, not per place, is how shared sources are oversold: the sum over all nodes has room here, the
/// shared node has not.
#[test]
fn channels_that_share_one_node_are_unsafe_although_the_sum_of_all_nodes_has_room() {
    let mut policy = policy(vec![("a", full()), ("b", full()), ("c", percent(1000))]);
    policy.channels[0].nodes = vec![node("shared")];
    policy.channels[1].nodes = vec![node("shared")];
    policy.channels[2].nodes = vec![node("other")];
    let publication = publish(&policy, &pool(&[("shared", 10), ("other", 100)])).unwrap();
    assert_eq!(shown(&publication), [("a", 10), ("b", 10), ("c", 10)]);
    assert_eq!((publication.pool, publication.overcommit), (110, -80));
    assert_eq!((publication.uncovered, publication.safe), (10, false));
    let uncovered: Vec<i64> = publication.channels.iter().map(|row| row.uncovered).collect();
    assert_eq!(uncovered, [0, 10, 0]);
}

#[test]
fn a_node_that_two_channels_see_counts_once_in_the_pool() {
    let mut policy = policy(vec![("a", percent(5000)), ("b", percent(5000))]);
    policy.channels[0].nodes = vec![node("x"), node("y")];
    policy.channels[1].nodes = vec![node("y"), node("z")];
    let publication = publish(&policy, &pool(&[("x", 10), ("y", 10), ("z", 10), ("unseen", 99)])).unwrap();
    assert_eq!(publication.pool, 30);
    assert_eq!(shown(&publication), [("a", 10), ("b", 10)]);
    assert!(publication.safe && publication.disjoint);
}

#[test]
fn a_quota_fences_only_the_nodes_where_it_can_lie() {
    let mut policy =
        policy(vec![("vip", ChannelSharing::Exclusive(SharedExclusive {})), ("web", percent(10_000))]);
    let mut pool = pool(&[("x", 10), ("y", 10)]);
    pool.quotas = vec![PoolQuota { channel: channel("vip"), node: Some(node("x")), units: 8 }];
    let publication = publish(&policy, &pool).unwrap();
    assert_eq!(shown(&publication), [("vip", 8), ("web", 12)]);
    policy.channels[1].nodes = vec![node("y")];
    assert_eq!(shown(&publish(&policy, &pool).unwrap()), [("vip", 8), ("web", 10)]);
    // A quota that the policy shows nobody is fenced all the same.
    policy.channels[1].nodes = vec![];
    policy.channels.remove(0);
    assert_eq!(shown(&publish(&policy, &pool).unwrap()), [("web", 12)]);
}

#[test]
fn quotas_beyond_the_pool_are_cut_from_the_last_channel_and_say_so() {
    let policy = policy(vec![("a", percent(5000)), ("b", percent(5000))]);
    let mut pool = pool(&[("n", 25)]);
    pool.quotas = vec![quota("b", 20), quota("a", 15)];
    let publication = publish(&policy, &pool).unwrap();
    assert_eq!(shown(&publication), [("a", 15), ("b", 10)]);
    assert_eq!((publication.channels[0].quota_missing, publication.channels[1].quota_missing), (0, 10));
    assert!(publication.safe);
}

#[test]
fn buffers_thresholds_caps_and_allowances_apply_in_this_order() {
    let mut policy = policy(vec![("a", full())]);
    let figure = |policy: &PublicationPolicy, free| {
        let publication = publish(policy, &pool(&[("n", free)])).unwrap();
        (publication.channels[0].published, publication.channels[0].hidden)
    };
    policy.channels[0].buffer = Some(part(2500));
    policy.channels[0].display_threshold = Quantity::new(5);
    policy.channels[0].max = Some(Quantity::new(20));
    assert_eq!(figure(&policy, 10), (7, None));
    assert_eq!(figure(&policy, 6), (0, Some(PublicationHidden::BelowThreshold)));
    assert_eq!(figure(&policy, 1000), (20, None));
    assert_eq!(figure(&policy, -4), (0, Some(PublicationHidden::NothingLeft)));
    policy.channels[0].oversell = Quantity::new(6);
    assert_eq!(figure(&policy, 0), (6, None));
    policy.channels[0].max = Some(Quantity::ZERO);
    assert_eq!(figure(&policy, 10), (0, Some(PublicationHidden::Capped)));
}

/// A threshold that only hides does not protect what was promised to others: a buffer subtracts.
#[test]
fn a_buffer_subtracts_and_does_not_only_hide() {
    let mut policy = policy(vec![("a", full())]);
    policy.channels[0].buffer = Some(units(3));
    let figures = |free| publish(&policy, &pool(&[("n", free)])).unwrap().channels[0].published;
    assert_eq!([10, 4, 3, 2].map(figures), [7, 1, 0, 0]);
}

#[test]
fn allowances_to_oversell_are_no_overcommitment() {
    let mut policy = policy(vec![("a", percent(6000)), ("b", percent(4000))]);
    policy.channels[0].oversell = Quantity::new(5);
    let publication = publish(&policy, &pool(&[("n", 10)])).unwrap();
    assert_eq!((publication.published, publication.oversell, publication.overcommit), (15, 5, 0));
    assert!(publication.safe);
}

#[test]
fn what_is_on_its_way_counts_by_its_part_until_the_horizon() {
    let mut policy = policy(vec![("a", full())]);
    policy.incoming = Some(IncomingShare { basis_points: 5000, within_hours: 24 });
    policy.node_buffers = vec![NodeBuffer { node: node("n"), buffer: units(4) }];
    let mut pool = pool(&[("n", 10), ("m", -5)]);
    pool.nodes[0].safety = 1;
    let due = |id: &str, second, units| PoolIncoming { node: node(id), due_at: at(second), units };
    pool.incoming = vec![due("n", 86_400, 7), due("n", 86_401, 100), due("m", -9, 3), due("x", 0, 50)];
    let publication = publish(&policy, &pool).unwrap();
    let rows: Vec<_> =
        publication.nodes.iter().map(|row| (row.atf, row.buffer, row.incoming, row.pool)).collect();
    // m, then n: a node that promised more than it has lends nothing, and takes nothing from the others.
    assert_eq!(rows, [(-5, 0, 1, 1), (9, 4, 3, 8)]);
    assert_eq!(publication.pool, 9);
    policy.incoming = None;
    assert_eq!(publish(&policy, &pool).unwrap().pool, 5);
}

#[test]
fn the_lag_guard_is_exact() {
    let guard = |rate: &str, lag_seconds, z: &str| {
        let guard = LagGuard { lag_seconds, z: z.parse().unwrap(), units_per_hour: "0".parse().unwrap() };
        lag_guard(&guard, rate.parse().unwrap())
    };
    // A whole bound is not pushed up by one, one just above it is.
    assert_eq!(guard("4", 3600, "2"), 8);
    assert_eq!(guard("4.000001", 3600, "2"), 9);
    // 12 an hour for 10 minutes: 2 + 1.65·√2 = 4.333…
    assert_eq!(guard("12", 600, "1.65"), 5);
    assert_eq!(guard("0.25", 3600, "0"), 1);
    assert_eq!([guard("0", 3600, "3"), guard("9", 0, "3")], [0, 0]);
    assert_eq!(guard("100000", 86_400, "10"), 2_415_492);
}

#[test]
fn a_better_known_rate_goes_before_that_of_the_policy() {
    let mut policy = policy(vec![("a", full())]);
    let (z, units_per_hour) = ("1".parse().unwrap(), "1".parse().unwrap());
    policy.channels[0].lag = Some(LagGuard { lag_seconds: 3600, z, units_per_hour });
    let mut pool = pool(&[("n", 10)]);
    assert_eq!(publish(&policy, &pool).unwrap().channels[0].lag_guard, 2);
    pool.rates = vec![PoolRate { channel: channel("a"), units_per_hour: "4".parse().unwrap() }];
    let row = publish(&policy, &pool).unwrap().channels.remove(0);
    assert_eq!((row.lag_guard, row.published), (6, 4));
}

#[test]
fn every_problem_of_a_policy_and_its_figures_is_listed() {
    let mut policy =
        policy(vec![("a", percent(10_001)), ("a", weighted(1, 5, Some(4))), ("b", weighted(1, 0, None))]);
    policy.channels[2].nodes = vec![node("n"), node("n")];
    let (z, units_per_hour) = ("1.2345".parse().unwrap(), "-1".parse().unwrap());
    policy.channels[0].lag = Some(LagGuard { lag_seconds: 86_401, z, units_per_hour });
    policy.push.min_change = Quantity::ZERO;
    let [low, medium, high] = [3, 2, 9].map(Quantity::new);
    policy.bands = Some(StockBands { low, medium, high });
    let mut pool = pool(&[("n", i64::MAX), ("n", 0)]);
    pool.quotas = vec![quota("a", -1)];
    let Err(PublishError::Invalid(problems)) = publish(&policy, &pool) else { panic!("invalid") };
    let expected = [
        ("input.out_of_range", "/policy/channels/0/sharing/basisPoints"),
        ("input.out_of_range", "/policy/channels/0/lag/lagSeconds"),
        ("input.out_of_range", "/policy/channels/0/lag/z"),
        ("input.out_of_range", "/policy/channels/0/lag/unitsPerHour"),
        ("input.duplicate", "/policy/channels/1/channel"),
        ("input.out_of_range", "/policy/channels/1/sharing/max"),
        ("input.duplicate", "/policy/channels/2/nodes"),
        ("publish.weighted_nodes_differ", "/policy/channels/2/nodes"),
        ("input.out_of_range", "/policy/push/minChange"),
        ("input.out_of_range", "/policy/bands"),
        ("input.out_of_range", "/pool/nodes/0/free"),
        ("input.duplicate", "/pool/nodes/1/node"),
        ("input.out_of_range", "/pool/quotas/0/units"),
    ];
    assert_eq!(codes(&problems), expected);
}

fn last(value: i64, second: i64) -> PublishedFigure {
    PublishedFigure { value, version: 3, at: at(second) }
}

#[test]
fn a_figure_is_sent_when_it_crosses_zero_drops_rises_enough_or_is_old() {
    let rule = PushRule { min_change: Quantity::new(5), max_age_seconds: Some(60) };
    let reason = |before, now, second| {
        let decision = push_decision(&rule, Some(&last(before, 0)), now, at(second));
        (decision.due, decision.reason)
    };
    assert_eq!(reason(0, 1, 1), (true, PushReason::CrossesZero));
    assert_eq!(reason(1, 0, 1), (true, PushReason::CrossesZero));
    assert_eq!(reason(10, 9, 1), (true, PushReason::Drops));
    assert_eq!(reason(10, 14, 1), (false, PushReason::SmallRise));
    assert_eq!(reason(10, 15, 1), (true, PushReason::Rises));
    assert_eq!(reason(10, 10, 59), (false, PushReason::Unchanged));
    assert_eq!(reason(10, 10, 60), (true, PushReason::Aged));
    assert_eq!(reason(10, 14, 60), (true, PushReason::Aged));
    assert_eq!(reason(10, 10, -99), (false, PushReason::Unchanged));
}

fn publish_to(known: Option<ChannelStock>, value: i64) -> (Vec<ChannelStockEvent>, Option<ChannelStock>) {
    let [low, medium, high] = [3, 10, 50].map(Quantity::new);
    let (rule, bands) = (PushRule::default(), StockBands { low, medium, high });
    let id = (&channel("web"), &sku());
    let events = ChannelStock::publish(known.as_ref(), id, value, (&rule, Some(&bands)), at(value));
    let after = events.iter().fold(known, ChannelStock::evolve);
    (events, after)
}

#[test]
fn stale_acknowledgements_are_dropped_and_unsent_ones_refused() {
    let mut known = None;
    for value in [10, 9, 8] {
        known = publish_to(known, value).1;
    }
    let mut known = known.unwrap();
    assert_eq!(known.last.version, 3);
    let event = known.acknowledge(2).unwrap().unwrap();
    known = ChannelStock::evolve(Some(known), &event).unwrap();
    assert_eq!(known.acknowledged, 2);
    assert_eq!((known.acknowledge(1), known.acknowledge(2)), (Ok(None), Ok(None)));
    for never in [0, 4] {
        assert_eq!(known.acknowledge(never).unwrap_err().code(), "publish.never_sent");
    }
}

#[test]
fn bands_are_told_when_they_change_and_only_then() {
    let mut known = None;
    let mut crossed = Vec::new();
    for value in [50, 49, 20, 9, 3, 2, 0, 0, 2, 60] {
        let (events, after) = publish_to(known, value);
        known = after;
        crossed.extend(events.into_iter().filter_map(|event| match event {
            ChannelStockEvent::BandCrossed(event) => Some((event.value, event.to)),
            _ => None,
        }));
    }
    let expected = [
        (50, StockBand::High),
        (49, StockBand::Medium),
        (9, StockBand::Low),
        (2, StockBand::Critical),
        (0, StockBand::Out),
        (2, StockBand::Critical),
        (60, StockBand::High),
    ];
    assert_eq!(crossed, expected);
}

#[test]
fn policies_and_publications_survive_their_wire_form() {
    let text = r#"{"channels":[{"channel":"web","sharing":{"type":"weighted","weight":2},
        "lag":{"lagSeconds":60,"z":"1.65","unitsPerHour":"2.5"}}],"push":{}}"#;
    let policy: PublicationPolicy = serde_json::from_str(text).unwrap();
    assert!(policy.channels[0].listed && policy.push == PushRule::default());
    let again = serde_json::to_string(&policy).unwrap();
    assert_eq!(serde_json::from_str::<PublicationPolicy>(&again).unwrap(), policy);
    assert!(serde_json::from_str::<PublicationPolicy>(r#"{"channels":[],"chanels":[]}"#).is_err());
    let publication = publish(&policy, &pool(&[("n", 7)])).unwrap();
    let again = serde_json::to_string(&publication).unwrap();
    assert_eq!(serde_json::from_str::<Publication>(&again).unwrap(), publication);
}
