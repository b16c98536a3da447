//! How services are ranked.

use super::model::{
    SelectService, SelectedService, ServiceCandidate, ServiceExcluded, ServiceHistory, ServiceRank,
};
use super::rule::{ByExpectedCost, ByPerformance, ByScore, ByShares, ServiceRule};
use super::wilson::lower_bound;
use crate::value::{Money, Percent, Problems, Rounding};

/// Chooses a service by a rule and ranks the others behind it.
///
/// # Errors
/// Everything wrong with the question; that nothing can be chosen is no error but an answer.
///
/// Shares of 60 and 40 percent, five parcels:
///
/// ```
/// use oms_core::carrier::{SelectService, ServiceCount, select_service};
/// let mut asked: SelectService = serde_json::from_str(r#"{
///     "currency": "CNY",
///     "candidates": [
///         {"carrier": "a", "service": "s", "cost": {"amount": "8.00", "currency": "CNY"}, "deliveryBy":
/// "2026-11-14T00:00:00Z"},         {"carrier": "b", "service": "s", "cost": {"amount": "8.00", "currency": "CNY"},
/// "deliveryBy": "2026-11-14T00:00:00Z"}],     "rule": {"type": "shares", "shares": [{"carrier": "a", "share": "60"},
/// {"carrier": "b", "share": "40"}]}}"#)?;
/// let mut given = String::new();
/// for _ in 0..5 {
///     let best = select_service(&asked).unwrap().ranked[0].carrier.clone();
///     given.push_str(best.as_str());
///     match asked.given.iter_mut().find(|count| count.carrier == best) {
///         Some(count) => count.parcels += 1,
///         None => asked.given.push(ServiceCount { carrier: best, parcels: 1 }),
///     }
/// }
/// assert_eq!(given, "ababa");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn select_service(asked: &SelectService) -> Result<SelectedService, Problems> {
    let problems = asked.problems();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut keyed: Vec<_> = asked.candidates.iter().map(|one| (key(asked, one), one)).collect();
    keyed.sort_by(|(a, one), (b, other)| {
        let rest = |key: &Key, one: &ServiceCandidate| {
            (key.rank.excluded, key.first, key.second, one.cost.minor(), one.delivery_by)
        };
        rest(a, one)
            .cmp(&rest(b, other))
            .then_with(|| (&one.carrier, &one.service).cmp(&(&other.carrier, &other.service)))
    });
    let best = keyed.first().map_or(0, |(_, one)| one.cost.minor());
    let ranked: Vec<ServiceRank> = keyed
        .into_iter()
        .map(|(key, one)| ServiceRank {
            by_cost: Money::from_minor(one.cost.minor().saturating_sub(best), asked.currency),
            ..key.rank
        })
        .collect();
    let chosen = ranked.first().is_some_and(|first| first.excluded.is_none());
    Ok(SelectedService { ranked, chosen })
}

/// What ranks a candidate, less being better, with what is told of it.
struct Key {
    first: i128,
    second: i128,
    rank: ServiceRank,
}

fn key(asked: &SelectService, one: &ServiceCandidate) -> Key {
    let late = asked.promise_by.map(|by| one.delivery_by.signed_duration_since(by).num_seconds());
    let late = late.and_then(|late| u64::try_from(late).ok()).filter(|late| *late > 0);
    let rank = ServiceRank {
        carrier: one.carrier.clone(),
        service: one.service.clone(),
        cost: one.cost,
        by_cost: Money::zero(asked.currency),
        late_by_seconds: late,
        score: None,
        expected_cost: None,
        deficit: None,
        on_time_at_least: None,
        row: None,
        excluded: excluded(asked, one),
    };
    let key = Key { first: 0, second: 0, rank };
    match &asked.rule {
        ServiceRule::Cheapest(_) => key,
        ServiceRule::Fastest(_) => Key { first: i128::from(one.delivery_by.timestamp_micros()), ..key },
        ServiceRule::CheapestWithinPromise(_) => Key { first: i128::from(late.unwrap_or(0)), ..key },
        ServiceRule::Table(table) => {
            let names = |row: &&super::rule::TableRow| {
                row.carrier == one.carrier
                    && row.service.as_ref().is_none_or(|service| *service == one.service)
            };
            let rows = table.rows.iter().enumerate().filter(|(_, row)| row.fits(&asked.goods));
            let row = rows.filter(|(_, row)| names(row)).map(|(at, _)| at).next();
            let row = row.and_then(|at| u32::try_from(at).ok());
            let first = i128::from(row.unwrap_or(u32::MAX));
            Key { first, rank: ServiceRank { row, ..key.rank }, ..key }
        }
        ServiceRule::Score(rule) => scored(asked, rule, one, key),
        ServiceRule::ExpectedCost(rule) => expected(rule, one, key),
        ServiceRule::Shares(rule) => shared(asked, rule, one, key),
        ServiceRule::Performance(rule) => performed(rule, one, key),
    }
}

fn excluded(asked: &SelectService, one: &ServiceCandidate) -> Option<ServiceExcluded> {
    if !one.refused.is_empty() {
        return Some(ServiceExcluded::Refused);
    }
    let failed = |other: &super::FailedService| other.carrier == one.carrier && other.service == one.service;
    asked.failed.iter().any(failed).then_some(ServiceExcluded::LabelFailed)
}

/// A share of a record in millionths.
fn share(part: u64, history: &ServiceHistory) -> Option<i128> {
    i128::from(part).saturating_mul(1_000_000).checked_div(i128::from(history.parcels))
}

/// A figure of a candidate, less being better, where it is known.
type Figure = fn(&ServiceCandidate) -> Option<i128>;

fn scored(asked: &SelectService, rule: &ByScore, one: &ServiceCandidate, key: Key) -> Key {
    let weights = &rule.weights;
    let figures: [(u16, Figure); 6] = [
        (weights.cost, |one| Some(i128::from(one.cost.minor()))),
        (weights.delivery, |one| Some(i128::from(one.delivery_by.timestamp()))),
        (weights.on_time, |one| share(one.history.on_time, &one.history).map(|share| 1_000_000 - share)),
        (weights.damaged, |one| share(one.history.damaged, &one.history)),
        (weights.claims, |one| share(one.history.claims, &one.history)),
        (weights.co2, |one| one.co2_grams.map(i128::from)),
    ];
    let mut score = 0_i128;
    for (weight, figure) in figures {
        let choosable = asked.candidates.iter().filter(|other| excluded(asked, other).is_none());
        let known = || choosable.clone().filter_map(figure);
        let (Some(least), Some(most)) = (known().min(), known().max()) else { continue };
        let above = figure(one).unwrap_or(most).saturating_sub(least).saturating_mul(1_000_000);
        let part = above.checked_div(most.saturating_sub(least)).unwrap_or(0);
        score = score.saturating_add(part.saturating_mul(i128::from(weight)));
    }
    let told = i64::try_from(score).unwrap_or(i64::MAX);
    Key { first: score, rank: ServiceRank { score: Some(told), ..key.rank }, ..key }
}

fn expected(rule: &ByExpectedCost, one: &ServiceCandidate, key: Key) -> Key {
    let history = &one.history;
    let parcels = i128::from(history.parcels.max(1));
    let certain = key.rank.late_by_seconds.is_some();
    let late = if certain { history.parcels.max(1) } else { history.parcels.saturating_sub(history.on_time) };
    let risk = |count: u64, money: Money| i128::from(count).saturating_mul(i128::from(money.minor()));
    let risks = [risk(late, rule.late), risk(history.lost, rule.value), risk(history.damaged, rule.damage)];
    let cost = i128::from(one.cost.minor()).saturating_mul(parcels);
    // Ranked before it is rounded, so that no fraction of a cent is lost; shares of one denominator do not compare.
    let whole = risks.into_iter().fold(cost, i128::saturating_add);
    let minor = Rounding::HalfUp.divide(whole, parcels).unwrap_or(i64::MAX);
    let told = Some(Money::from_minor(minor, one.cost.currency()));
    Key { first: i128::from(minor), rank: ServiceRank { expected_cost: told, ..key.rank }, ..key }
}

fn shared(asked: &SelectService, rule: &ByShares, one: &ServiceCandidate, key: Key) -> Key {
    let counts = |name: &crate::value::CarrierId| {
        let counts = asked.given.iter().filter(|count| count.carrier == *name);
        counts.fold(0_u64, |sum, count| sum.saturating_add(count.parcels))
    };
    let all = asked.given.iter().fold(1_u64, |sum, count| sum.saturating_add(count.parcels));
    let mine = rule.shares.iter().find(|share| share.carrier == one.carrier);
    let given = counts(&one.carrier);
    let target = mine.map_or(0, |share| i128::from(share.share.as_millionths()));
    let deficit =
        target.saturating_mul(i128::from(all)).saturating_sub(i128::from(given).saturating_mul(1_000_000));
    let full = mine.and_then(|share| share.most).is_some_and(|most| given >= most);
    let behind = mine.and_then(|share| share.least).is_some_and(|least| given < least);
    let within = rule.tolerance.is_none_or(|tolerance| {
        let choosable = asked.candidates.iter().filter(|other| excluded(asked, other).is_none());
        let cheapest = choosable.map(|other| other.cost.minor()).min().unwrap_or(0);
        let more = tolerance.of(cheapest, Rounding::Down).unwrap_or(i64::MAX);
        one.cost.minor() <= cheapest.saturating_add(more)
    });
    let excluded = key.rank.excluded.or(full.then_some(ServiceExcluded::VolumeReached));
    let order = match (behind, within) {
        (true, true) => 0,
        (false, true) => 1,
        (_, false) => 2,
    };
    let told = Some(i64::try_from(deficit).unwrap_or(i64::MAX));
    let rank = ServiceRank { deficit: told, excluded, ..key.rank };
    Key { first: order, second: deficit.saturating_neg(), rank }
}

fn performed(rule: &ByPerformance, one: &ServiceCandidate, key: Key) -> Key {
    let bound = lower_bound(one.history.on_time, one.history.parcels, rule.z_thousandths);
    let below = i64::from(bound) < rule.floor.as_millionths();
    let broken = below && rule.break_after.is_some_and(|after| one.history.below_floor_for >= after);
    let excluded = key.rank.excluded.or(broken.then_some(ServiceExcluded::BelowFloor));
    let told = Some(Percent::millionths(i64::from(bound)));
    let rank = ServiceRank { on_time_at_least: told, excluded, ..key.rank };
    Key { first: -i128::from(bound), second: 0, rank }
}
