//! Watching parcels: which are late or stuck, since when, by which limit, and when the next one will be.
//!
//! Alerts are data: the same facts at the same instant make the same alerts. One that stands already is kept and not
//! raised again, one whose cause is gone is cleared.

mod learn;
mod timer;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::shipment::{TrackingDetail, TrackingEvent, TrackingStatus, tracking_steps};
use crate::value::{CarrierId, Instant, ParcelId, Problems, RegionCode, ShipmentId, Text, Window};
pub use learn::{LearnParcelLimits, LearnedLimit, LearnedLimits, ParcelHistory, learn_parcel_limits};
pub use timer::ParcelTimer;
use timer::{Running, running};

/// By how much of its limit a warning comes, in hundredths, where nothing else is said.
const WARN_PERCENT: u32 = 80;
/// The longest limit in minutes: ten years.
const LONGEST: u32 = 5_256_000;
/// 9999-12-31T23:59:59Z, in seconds of the epoch: no alert is due later.
const LAST_SECOND: i64 = 253_402_300_799;

/// Which way a parcel goes: the narrower, the more it says of how long that takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchLane {
    /// With which carrier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierId>,
    /// To which region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// On which lane, such as node and region or service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<Text>,
}

impl WatchLane {
    /// Every scope that the lane is in, the widest first.
    fn scopes(&self) -> Vec<Self> {
        let carrier = Self { carrier: self.carrier.clone(), ..Self::default() };
        let region = Self { region: self.region.clone(), ..carrier.clone() };
        let mut scopes = vec![Self::default(), carrier, region, self.clone()];
        scopes.dedup();
        scopes
    }
}

/// A parcel to watch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchedParcel {
    /// Its shipment.
    pub shipment: ShipmentId,
    /// The parcel.
    pub parcel: ParcelId,
    /// On which way it goes.
    #[serde(default)]
    pub lane: WatchLane,
    /// When its order was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<Instant>,
    /// By when it must leave, as the channel has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ship_by: Option<Instant>,
    /// When it left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipped_at: Option<Instant>,
    /// By when the carrier must have scanned it, as the channel has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pickup_scan_by: Option<Instant>,
    /// By when it must be delivered, as promised or guaranteed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliver_by: Option<Instant>,
    /// Its scans, in any order.
    #[serde(default)]
    pub events: Vec<TrackingEvent>,
}

/// The limit of a timer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimerRule {
    /// Of which timer.
    pub timer: ParcelTimer,
    /// Of which carrier; every one's when absent. A carrier's rule goes before one for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierId>,
    /// The limit in minutes.
    pub minutes: u32,
}

/// By what parcels are watched. All of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchTerms {
    /// Limits that people set; they go before learned ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<TimerRule>,
    /// Limits that were learned; they go before the usual ones.
    #[serde(default)]
    pub learned: LearnedLimits,
    /// At which part of its limit a timer warns, in hundredths: 80 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn_percent: Option<u32>,
    /// So many minutes after the breach it rises by a level, each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalate_after: Vec<u32>,
    /// Spans in which no timer of a limit runs: nights, weekends, holidays. Guaranteed instants stay what they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Window>,
}

/// Parcels to watch at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WatchParcels"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchParcels {
    /// When.
    pub at: Instant,
    /// By what.
    #[serde(default)]
    pub terms: WatchTerms,
    /// Which.
    pub parcels: Vec<WatchedParcel>,
    /// The alerts of the last time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standing: Vec<ParcelAlert>,
}

/// How urgent an alert is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlertLevel {
    /// Most of the limit is used up.
    Warning,
    /// The limit is exceeded.
    Breach,
}

/// Where a limit comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LimitBasis {
    /// An instant that was guaranteed.
    Guaranteed(GuaranteedBasis),
    /// A rule that somebody set.
    Rule(RuleBasis),
    /// Learned of history.
    Learned(LearnedBasis),
    /// What is usual.
    Usual(UsualBasis),
}

/// An instant that was guaranteed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "GuaranteedBasis"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GuaranteedBasis {}

/// A rule that somebody set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RuleBasis"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleBasis {
    /// The limit in minutes.
    pub minutes: u32,
}

/// Learned of history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LearnedBasis"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LearnedBasis {
    /// The limit, for whom it was learned, and of how many spans.
    pub limit: LearnedLimit,
}

/// What is usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "UsualBasis"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UsualBasis {
    /// The limit in minutes.
    pub minutes: u32,
}

/// A parcel that needs somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelAlert {
    /// Its shipment.
    pub shipment: ShipmentId,
    /// The parcel.
    pub parcel: ParcelId,
    /// Which timer.
    pub timer: ParcelTimer,
    /// Since when the timer runs. Shipment, parcel, timer and this are the alert's identity.
    pub since: Instant,
    /// When its limit is reached.
    pub due: Instant,
    /// How urgent.
    pub level: AlertLevel,
    /// By how many levels it has risen since the breach.
    pub escalation: u32,
    /// Where the limit comes from.
    pub basis: LimitBasis,
    /// Where the parcel stands.
    pub status: TrackingStatus,
    /// What is wrong, where the carrier says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<TrackingDetail>,
}

/// What the watch found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParcelWatch"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelWatch {
    /// All alerts that stand now, the one due first first.
    pub alerts: Vec<ParcelAlert>,
    /// Those of them that are new, or more urgent than the last time.
    pub raised: Vec<ParcelAlert>,
    /// Those of the last time whose cause is gone.
    pub cleared: Vec<ParcelAlert>,
    /// When to look again: the first instant at which another alert comes or rises, if nothing else happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Instant>,
}

/// Looks at parcels. `O(scans log scans + parcels × pauses)`.
///
/// A limit is, in this order: the guaranteed instant, the rule of the carrier, the rule for all, the learned limit of
/// the narrowest scope, the usual one (24 h to the first scan, between pick-up and the next, and on delivery; 48 h to
/// shipping and without news; 3 days in a station; 5 at customs; 10 on the way back).
///
/// # Errors
/// [`Problems`] when the part at which to warn is above 100, a limit is above ten years, or a parcel stands there
/// twice.
pub fn watch_parcels(request: &WatchParcels) -> Result<ParcelWatch, Problems> {
    let mut problems = Problems::new();
    if request.terms.warn_percent.is_some_and(|percent| percent > 100) {
        problems.add("input.out_of_range", "/terms/warnPercent", "name at most 100 hundredths");
    }
    for (at, rule) in request.terms.rules.iter().enumerate().filter(|(_, rule)| rule.minutes > LONGEST) {
        let message = format!("name at most {LONGEST} minutes, not {}", rule.minutes);
        problems.add("input.out_of_range", format!("/terms/rules/{at}/minutes"), message);
    }
    let mut names = std::collections::BTreeSet::new();
    for (at, parcel) in request.parcels.iter().enumerate() {
        if !names.insert((&parcel.shipment, &parcel.parcel)) {
            let message = format!("parcel `{}` of `{}` stands here twice", parcel.parcel, parcel.shipment);
            problems.add("tracking.duplicate_parcel", format!("/parcels/{at}"), message);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let pauses = merged(&request.terms.pauses);
    let mut watch = ParcelWatch::default();
    for parcel in &request.parcels {
        let (state, steps) = tracking_steps(&parcel.events);
        for run in running(parcel, &state, &steps) {
            let Some((due, warn, basis)) = limits(&request.terms, parcel, run, &pauses) else { continue };
            let rises = request.terms.escalate_after.iter().map(|minutes| plus(due, i64::from(*minutes)));
            let changes = [warn, due].into_iter().chain(rises.clone());
            let next = changes.filter(|at| *at > request.at).min();
            watch.next = [watch.next, next].into_iter().flatten().min();
            if request.at < warn {
                continue;
            }
            let level = if request.at >= due { AlertLevel::Breach } else { AlertLevel::Warning };
            let escalation = rises.filter(|at| *at <= request.at).count();
            watch.alerts.push(ParcelAlert {
                shipment: parcel.shipment.clone(),
                parcel: parcel.parcel.clone(),
                timer: run.timer,
                since: run.since,
                due,
                level,
                escalation: u32::try_from(escalation).unwrap_or(u32::MAX),
                basis,
                status: state.status,
                trouble: state.trouble,
            });
        }
    }
    watch.alerts.sort_by(|one, other| (one.due, one.name()).cmp(&(other.due, other.name())));
    compare(&mut watch, &request.standing);
    Ok(watch)
}

impl ParcelAlert {
    fn name(&self) -> (&ShipmentId, &ParcelId, ParcelTimer, Instant) {
        (&self.shipment, &self.parcel, self.timer, self.since)
    }
}

/// Holds the alerts against those of the last time.
fn compare(watch: &mut ParcelWatch, standing: &[ParcelAlert]) {
    let urgency = |alert: &ParcelAlert| (alert.level, alert.escalation);
    let before: BTreeMap<_, _> = standing.iter().map(|alert| (alert.name(), alert)).collect();
    let now: BTreeMap<_, _> = watch.alerts.iter().map(|alert| (alert.name(), alert)).collect();
    let is_news = |alert: &&ParcelAlert| {
        before.get(&alert.name()).is_none_or(|before| urgency(alert) > urgency(before))
    };
    let raised: Vec<_> = watch.alerts.iter().filter(is_news).cloned().collect();
    let cleared = standing.iter().filter(|alert| !now.contains_key(&alert.name())).cloned().collect();
    (watch.raised, watch.cleared) = (raised, cleared);
}

/// When a timer's limit is reached, when it warns, and where the limit comes from.
fn limits(
    terms: &WatchTerms,
    parcel: &WatchedParcel,
    run: Running,
    pauses: &[(Instant, Instant)],
) -> Option<(Instant, Instant, LimitBasis)> {
    let percent = i64::from(terms.warn_percent.unwrap_or(WARN_PERCENT));
    if let Some(due) = run.by {
        let part = (due - run.since).num_minutes().max(0).saturating_mul(percent) / 100;
        let warn = plus(run.since, part).min(due);
        return Some((due, warn, LimitBasis::Guaranteed(GuaranteedBasis {})));
    }
    let rule = |carrier: Option<&CarrierId>| {
        terms.rules.iter().find(|rule| rule.timer == run.timer && rule.carrier.as_ref() == carrier)
    };
    let own = parcel.lane.carrier.as_ref().and_then(|carrier| rule(Some(carrier)));
    let (minutes, basis) = if let Some(rule) = own.or_else(|| rule(None)) {
        (rule.minutes, LimitBasis::Rule(RuleBasis { minutes: rule.minutes }))
    } else if let Some(learned) = terms.learned.of(run.timer, &parcel.lane) {
        (learned.minutes, LimitBasis::Learned(LearnedBasis { limit: learned.clone() }))
    } else {
        let minutes = run.timer.default_minutes()?;
        (minutes, LimitBasis::Usual(UsualBasis { minutes }))
    };
    let due = running_for(run.since, i64::from(minutes), pauses);
    let warn = running_for(run.since, i64::from(minutes).saturating_mul(percent) / 100, pauses);
    Some((due, warn, basis))
}

/// The instant at which a timer has run for so many minutes, pauses left out.
fn running_for(since: Instant, minutes: i64, pauses: &[(Instant, Instant)]) -> Instant {
    let mut end = plus(since, minutes);
    for (from, until) in pauses.iter().filter(|(_, until)| *until > since) {
        if *from >= end {
            break;
        }
        let paused = *until - since.max(*from);
        end = end.checked_add_signed(paused).unwrap_or(Instant::MAX_UTC);
    }
    end.min(last())
}

fn last() -> Instant {
    Instant::from_timestamp(LAST_SECOND, 0).unwrap_or(Instant::MAX_UTC)
}

fn plus(at: Instant, minutes: i64) -> Instant {
    let span = chrono::Duration::try_minutes(minutes).unwrap_or(chrono::Duration::MAX);
    at.checked_add_signed(span).unwrap_or(Instant::MAX_UTC).min(last())
}

/// Pauses in the order of time, without overlap. A pause without an end lasts for ever.
fn merged(pauses: &[Window]) -> Vec<(Instant, Instant)> {
    let ends =
        |pause: &Window| (pause.from.unwrap_or(Instant::MIN_UTC), pause.until.unwrap_or(Instant::MAX_UTC));
    let mut sorted: Vec<_> = pauses.iter().map(ends).filter(|(from, until)| from < until).collect();
    sorted.sort_unstable();
    let mut merged: Vec<(Instant, Instant)> = Vec::with_capacity(sorted.len());
    for (from, until) in sorted {
        match merged.last_mut().filter(|last| from <= last.1) {
            Some(last) => last.1 = last.1.max(until),
            None => merged.push((from, until)),
        }
    }
    merged
}
