//! What a service takes and what not.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::rejection::{
    CarrierNotAllowed, CodRefused, ColdNotKept, DailyCapReached, DestinationNotServed, HazardsRefused,
    InBlackout, NodeNotServed, OptionsMissing, ParcelAboveLimit, PlaceRefused, QuoteRejection,
    TooManyParcels, ValueTooHigh, WaybillsUsedUp,
};
use super::terms::{check_money, check_window};
use super::{ColdRange, ParcelMeasures, PlaceKind, RateCard, RateRequest, RateTerms, ZoneRate};
use crate::value::{AreaId, Currency, HazardId, Money, NodeId, OptionId, Problems, Text, Window};

/// What a service takes and what not. What is not named is no limit, except dangers, options and cold: where there
/// are limits at all, a service takes and does only those that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ServiceLimits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceLimits {
    /// The nodes that the carrier picks up from; all when empty.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub nodes: BTreeSet<NodeId>,
    /// The areas of the card that are served; everywhere when empty.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub served: BTreeSet<AreaId>,
    /// The areas of the card that are not (超区).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub not_served: BTreeSet<AreaId>,
    /// Kinds of places that it does not go to.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub refused_places: BTreeSet<PlaceKind>,
    /// What a parcel may measure at most; every parcel must keep all of it.
    #[serde(default)]
    pub parcel: ParcelMeasures,
    /// How many parcels a shipment may have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_parcels: Option<u32>,
    /// The highest declared value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_value: Option<Money>,
    /// Whether it collects no cash on delivery.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_cod: bool,
    /// The most that it collects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_cod: Option<Money>,
    /// The dangers that it takes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub hazards: BTreeSet<HazardId>,
    /// What it does beside carrying, such as `signature` or `age_18`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub options: BTreeSet<OptionId>,
    /// How cold it keeps things, and for how long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cold: Option<ColdChain>,
    /// How many parcels it takes a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub daily_cap: Option<u32>,
    /// Times in which it takes nothing: strikes, holidays, a storm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blackouts: Vec<Blackout>,
}

/// How cold a service keeps things, and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColdChain {
    /// The temperatures.
    pub range: ColdRange,
    /// For how many hours; as long as it takes when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
}

/// A time in which a service takes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Blackout {
    /// The time: the instant of hand-over lies inside.
    pub window: Window,
    /// Only for destinations in these areas of the card; for all when empty.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub areas: BTreeSet<AreaId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
}

impl ServiceLimits {
    pub(super) fn check(&self, currency: Currency, terms: &RateTerms) -> Problems {
        let mut problems = Problems::new();
        check_money(self.most_value, currency, &mut problems, "/mostValue");
        check_money(self.most_cod, currency, &mut problems, "/mostCod");
        terms.check_areas(&self.served, &mut problems, "/served");
        terms.check_areas(&self.not_served, &mut problems, "/notServed");
        for (at, blackout) in self.blackouts.iter().enumerate() {
            check_window(Some(blackout.window), &mut problems, &format!("/blackouts/{at}/window"));
            terms.check_areas(&blackout.areas, &mut problems, &format!("/blackouts/{at}/areas"));
        }
        if self.cold.as_ref().is_some_and(|cold| cold.range.max_celsius < cold.range.min_celsius) {
            let message = "the highest is below the lowest";
            problems.add("input.out_of_range", "/cold/range/maxCelsius", message);
        }
        problems
    }
}

/// A way of collecting refusals: whether to go on looking.
type Refused<'r> = &'r mut dyn FnMut(QuoteRejection) -> bool;

/// Tells every reason why a service does not take a shipment, in a fixed order, until it is told to stop.
pub(super) fn refusals(
    card: &RateCard,
    request: &RateRequest<'_>,
    rate: Option<&ZoneRate>,
    tell: Refused<'_>,
) {
    let allowed = &request.shipment.carriers;
    if !allowed.is_empty() && !allowed.contains(&card.carrier) {
        let allowed = allowed.clone();
        if !tell(QuoteRejection::CarrierNotAllowed(CarrierNotAllowed { allowed })) {
            return;
        }
    }
    let state = request.states.iter().find(|one| one.carrier == card.carrier && one.service == card.service);
    if state.is_some_and(|state| state.waybills_left == Some(0))
        && !tell(QuoteRejection::WaybillsUsedUp(WaybillsUsedUp {}))
    {
        return;
    }
    let Some(limits) = &card.limits else { return };
    if let (Some(cap), Some(state)) = (limits.daily_cap, state)
        && state.taken_today >= cap
        && !tell(QuoteRejection::DailyCapReached(DailyCapReached { cap, taken: state.taken_today }))
    {
        return;
    }
    if places(card, limits, request, tell) && measures(limits, request, tell) {
        goods(limits, request, rate, tell);
    }
}

fn places(card: &RateCard, limits: &ServiceLimits, request: &RateRequest<'_>, tell: Refused<'_>) -> bool {
    let node = &request.from.id;
    if !limits.nodes.is_empty()
        && !limits.nodes.contains(node)
        && !tell(QuoteRejection::NodeNotServed(NodeNotServed { node: node.clone() }))
    {
        return false;
    }
    if let Some(terms) = &card.terms {
        let served = limits.served.is_empty() || terms.in_areas(&limits.served, request.to);
        let area = limits
            .not_served
            .iter()
            .find(|area| terms.areas.get(*area).is_some_and(|places| places.contains(request.to)));
        if (!served || area.is_some())
            && !tell(QuoteRejection::DestinationNotServed(DestinationNotServed { area: area.cloned() }))
        {
            return false;
        }
    }
    for blackout in &limits.blackouts {
        let here = blackout.areas.is_empty()
            || card.terms.as_ref().is_some_and(|terms| terms.in_areas(&blackout.areas, request.to));
        if here && blackout.window.contains(request.ready_at) {
            let (window, reason) = (blackout.window, blackout.reason.clone());
            if !tell(QuoteRejection::InBlackout(InBlackout { window, reason })) {
                return false;
            }
        }
    }
    match request.shipment.place.filter(|place| limits.refused_places.contains(place)) {
        Some(place) => tell(QuoteRejection::PlaceRefused(PlaceRefused { place })),
        None => true,
    }
}

fn measures(limits: &ServiceLimits, request: &RateRequest<'_>, tell: Refused<'_>) -> bool {
    let parcels = &request.shipment.parcels;
    if let Some(limit) = limits.most_parcels {
        let count = u32::try_from(parcels.len()).unwrap_or(u32::MAX);
        if count > limit && !tell(QuoteRejection::TooManyParcels(TooManyParcels { parcels: count, limit })) {
            return false;
        }
    }
    if limits.parcel == ParcelMeasures::default() {
        return true;
    }
    for (at, parcel) in parcels.iter().enumerate() {
        for (measure, is, limit) in limits.parcel.exceeded(parcel.weight_grams, parcel.dimensions) {
            let parcel = u32::try_from(at).unwrap_or(u32::MAX);
            let above = ParcelAboveLimit { parcel, measure, is, limit };
            if !tell(QuoteRejection::ParcelAboveLimit(above)) {
                return false;
            }
        }
    }
    true
}

fn goods(
    limits: &ServiceLimits,
    request: &RateRequest<'_>,
    rate: Option<&ZoneRate>,
    tell: Refused<'_>,
) -> bool {
    let shipment = request.shipment;
    if let Some((value, limit)) = shipment.declared.zip(limits.most_value).filter(|(is, most)| is > most)
        && !tell(QuoteRejection::ValueTooHigh(ValueTooHigh { value, limit }))
    {
        return false;
    }
    if let Some(amount) = shipment.cod.filter(|amount| !amount.is_zero()) {
        let limit = limits.most_cod.filter(|most| amount > *most);
        if (limits.no_cod || limit.is_some())
            && !tell(QuoteRejection::CodRefused(CodRefused { amount, limit }))
        {
            return false;
        }
    }
    if !shipment.hazards.is_subset(&limits.hazards) {
        let hazards = shipment.hazards.difference(&limits.hazards).cloned().collect();
        if !tell(QuoteRejection::HazardsRefused(HazardsRefused { hazards })) {
            return false;
        }
    }
    if !shipment.options.is_subset(&limits.options) {
        let options = shipment.options.difference(&limits.options).cloned().collect();
        if !tell(QuoteRejection::OptionsMissing(OptionsMissing { options })) {
            return false;
        }
    }
    let Some(wanted) = shipment.cold else { return true };
    let hours = rate.map_or(0, |rate| u32::from(rate.transit_days).saturating_mul(24));
    let kept = limits.cold.as_ref().is_some_and(|chain| {
        chain.range.min_celsius >= wanted.min_celsius
            && chain.range.max_celsius <= wanted.max_celsius
            && chain.hours.is_none_or(|most| hours <= most)
    });
    kept || tell(QuoteRejection::ColdNotKept(ColdNotKept { wanted, hours, chain: limits.cold.clone() }))
}
