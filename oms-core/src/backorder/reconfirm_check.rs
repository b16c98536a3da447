//! The proof that new confirmations keep what each strategy guarantees, independent of who made them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::grant::wanted;
use super::reconfirm::{Dated, before, covers};
use super::timeline::{Timeline, sum, timelines};
use super::{BackorderUnitsAt, ReconfirmDemand, ReconfirmOutcome, ReconfirmRequest, ReconfirmStrategy};
use crate::value::{Instant, LineId, OrderId, Problems, SkuId};

/// A guarantee that is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReconfirmException {
    /// The SKU.
    pub sku: SkuId,
    /// The order, where it concerns one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// The line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// What is not kept.
    pub kind: ReconfirmExceptionKind,
    /// The first instant at which it is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// By how many units, at that instant.
    pub units: u64,
}

/// What is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReconfirmExceptionKind {
    /// A `win` line has not all its units on the requested date.
    NotOnTime,
    /// A `gain` line ends worse than before.
    WorseThanBefore,
    /// A `fill` line ends better than before.
    BetterThanBefore,
    /// A `skip` line is changed.
    Changed,
    /// A `lose` line has units while a line before it lacks some.
    BeforeOthers,
    /// A line has more units than it wants, or none of its own outcomes.
    NotWanted,
    /// More is confirmed by then than there is: untouched lines alone may cause it.
    NotCovered,
}

/// Checks confirmations against the request. Trusts nothing but the dates and units of the outcomes.
#[must_use]
pub fn check_reconfirmation(
    request: &ReconfirmRequest,
    outcomes: &[ReconfirmOutcome],
) -> Vec<ReconfirmException> {
    let mut after: BTreeMap<(&OrderId, &LineId), Dated> = BTreeMap::new();
    for outcome in outcomes {
        let dated = after.entry((&outcome.order, &outcome.line)).or_default();
        for BackorderUnitsAt { at, quantity } in &outcome.after {
            let sum = dated.entry(*at).or_default();
            *sum = sum.saturating_add(u64::from(quantity.units()));
        }
    }
    let mut demands: Vec<&ReconfirmDemand> = request.demands.iter().collect();
    demands.sort_by_key(|demand| (&demand.entry.sku, &demand.entry.order, &demand.entry.line));
    let short: BTreeSet<&SkuId> = (demands.iter())
        .filter(|demand| demand.strategy < ReconfirmStrategy::Fill)
        .filter(|demand| sum(&of(&after, demand)) < wanted(&demand.entry))
        .map(|demand| &demand.entry.sku)
        .collect();
    let mut found = Vec::new();
    for demand in &demands {
        let after = of(&after, demand);
        let over = sum(&after).saturating_sub(wanted(&demand.entry));
        if over > 0 {
            found.push(exception(demand, ReconfirmExceptionKind::NotWanted, None, over));
        }
        found.extend(guarantee(demand, &after, short.contains(&demand.entry.sku)));
    }
    found.extend(not_covered(request, &demands, &after));
    found
}

fn of(after: &BTreeMap<(&OrderId, &LineId), Dated>, demand: &ReconfirmDemand) -> Dated {
    after.get(&(&demand.entry.order, &demand.entry.line)).cloned().unwrap_or_default()
}

fn guarantee(demand: &ReconfirmDemand, after: &Dated, others_short: bool) -> Option<ReconfirmException> {
    let before = before(demand);
    let by = |dated: &Dated, at: Instant| sum(&dated.range(..=at).map(|(at, units)| (*at, *units)).collect());
    let first = |less: &Dated, more: &Dated| {
        let dates: BTreeSet<Instant> = less.keys().chain(more.keys()).copied().collect();
        let lack = |at: Instant| by(more, at).saturating_sub(by(less, at));
        dates.into_iter().find(|at| lack(*at) > 0).map(|at| (Some(at), lack(at)))
    };
    let (kind, at, units) = match demand.strategy {
        ReconfirmStrategy::Win => {
            let missing = wanted(&demand.entry).saturating_sub(by(after, demand.requested_at));
            (ReconfirmExceptionKind::NotOnTime, Some(demand.requested_at), missing)
        }
        ReconfirmStrategy::Gain => {
            let (at, units) = first(after, &before).unwrap_or_default();
            (ReconfirmExceptionKind::WorseThanBefore, at, units)
        }
        ReconfirmStrategy::Fill => {
            let (at, units) = first(&before, after).unwrap_or_default();
            (ReconfirmExceptionKind::BetterThanBefore, at, units)
        }
        ReconfirmStrategy::Skip => {
            let same = covers(after, &before) && covers(&before, after);
            let (at, units) = first(after, &before).or_else(|| first(&before, after)).unwrap_or_default();
            (ReconfirmExceptionKind::Changed, at, if same { 0 } else { units })
        }
        ReconfirmStrategy::Lose if others_short => {
            (ReconfirmExceptionKind::BeforeOthers, after.keys().next().copied(), sum(after))
        }
        ReconfirmStrategy::Lose | ReconfirmStrategy::Improve | ReconfirmStrategy::Redistribute => {
            return None;
        }
    };
    (units > 0).then(|| exception(demand, kind, at, units))
}

fn exception(
    demand: &ReconfirmDemand,
    kind: ReconfirmExceptionKind,
    at: Option<Instant>,
    units: u64,
) -> ReconfirmException {
    let entry = &demand.entry;
    let (order, line) = (Some(entry.order.clone()), Some(entry.line.clone()));
    ReconfirmException { sku: entry.sku.clone(), order, line, kind, at, units }
}

/// For each SKU the first instant by which more is confirmed than there is.
fn not_covered(
    request: &ReconfirmRequest,
    demands: &[&ReconfirmDemand],
    after: &BTreeMap<(&OrderId, &LineId), Dated>,
) -> Vec<ReconfirmException> {
    let supply = timelines(&request.supply, "", &mut Problems::new());
    let mut confirmed: BTreeMap<&SkuId, Timeline> = BTreeMap::new();
    for demand in demands {
        for (at, units) in of(after, demand) {
            confirmed.entry(&demand.entry.sku).or_default().add(at, units);
        }
    }
    let none = Timeline::default();
    let over = |(sku, confirmed): (&SkuId, Timeline)| {
        let supply = supply.get(sku).unwrap_or(&none);
        let over = |at: Instant| confirmed.by(at).saturating_sub(supply.by(at));
        let at = confirmed.dates().find(|at| over(*at) > 0)?;
        let kind = ReconfirmExceptionKind::NotCovered;
        Some(ReconfirmException {
            sku: sku.clone(),
            order: None,
            line: None,
            kind,
            at: Some(at),
            units: over(at),
        })
    };
    confirmed.into_iter().filter_map(over).collect()
}
