//! Lanes: the services from a node to an address, for the allocator to price any weight with.

use std::sync::Arc;

use super::limits::refusals;
use super::price::{Unexplained, foreign, price};
use super::quote::rate;
use super::rate_card::card_key;
use super::{Carriers, RateCard, RateParcel, RateRequest, RateShipment, RateTerms, ZoneRate};
use crate::network::{Lane, LaneOption, Tariff, WeightBand};
use crate::value::{Currency, Money, Weight};

/// The most bands that a lane's tariff is drawn with.
const MOST_BANDS: usize = 512;

/// The services that take a shipment from a node to an address, in one currency, for the allocator to price any part
/// of it by weight. Sorted by carrier and service; empty when none goes there.
///
/// A card without terms gives its own tariff. A card with terms has its price drawn as bands up to the shipment's
/// weight: one parcel of unknown size, with everything else that is known of the shipment, so that a lane and a quote
/// agree to the cent. Beyond 512 bands the rest has the price of the whole weight.
#[must_use]
pub fn lane(carriers: &Carriers, request: &RateRequest<'_>, currency: Currency) -> Lane {
    let mut cards: Vec<&RateCard> = carriers.cards.iter().filter(|card| card.currency == currency).collect();
    // A document in its lasting order is sorted already, which makes this a single pass.
    cards.sort_by(|a, b| card_key(a).cmp(&card_key(b)));
    let options = cards.into_iter().filter_map(|card| {
        let rate = rate(card, request.from, request.to, request.ready_at).ok()?;
        let tariff = match &card.terms {
            None if takes(card, request, rate) => rate.tariff.clone(),
            None => return None,
            Some(terms) => Arc::new(drawn(card, terms, request, rate)?),
        };
        let (carrier, service) = (card.carrier.clone(), card.service.clone());
        Some(LaneOption { carrier, service, transit_days: rate.transit_days, tariff })
    });
    Lane { options: options.collect() }
}

/// Whether the service takes a shipment.
fn takes(card: &RateCard, request: &RateRequest<'_>, rate: &ZoneRate) -> bool {
    if card.limits.is_none() && request.shipment.carriers.is_empty() && request.states.is_empty() {
        return true;
    }
    // What is too heavy in one parcel may go in parts; what one gram may not do, none may.
    let lightest = lightest(request.shipment, 1);
    let mut taken = true;
    refusals(card, &RateRequest { shipment: &lightest, ..*request }, Some(rate), &mut |_| {
        taken = false;
        false
    });
    taken
}

fn lightest(shipment: &RateShipment, weight_grams: u64) -> RateShipment {
    RateShipment { parcels: vec![RateParcel { weight_grams, ..RateParcel::default() }], ..shipment.clone() }
}

/// The price by weight, as bands; `None` if not even the least weight has one.
fn drawn(card: &RateCard, terms: &RateTerms, request: &RateRequest<'_>, rate: &ZoneRate) -> Option<Tariff> {
    let most = request.shipment.weight_grams().clamp(1, u64::from(u32::MAX));
    let mut one = lightest(request.shipment, 0);
    let mut priced = |weight: u64| {
        one.parcels.first_mut()?.weight_grams = weight;
        let request = RateRequest { shipment: &one, ..*request };
        let mut taken = foreign(card, &request).is_none();
        refusals(card, &request, Some(rate), &mut |_| {
            taken = false;
            false
        });
        let minor = if taken { price(card, &request, rate, &mut Unexplained).ok()? } else { return None };
        Some(Money::from_minor(minor, card.currency))
    };
    let mut bands = Vec::new();
    let mut weight = 0;
    while weight < most {
        let start = weight.saturating_add(1);
        let end =
            if bands.len() + 1 == MOST_BANDS { most } else { last_alike(card, terms, rate, start, most) };
        let Some(price) = priced(end) else { break };
        bands.push(WeightBand { up_to: Weight::grams(u32::try_from(end).unwrap_or(u32::MAX)), price });
        weight = end;
    }
    (!bands.is_empty()).then_some(Tariff { bands, beyond: None })
}

/// The heaviest weight up to `most` that is priced as `start` is.
fn last_alike(card: &RateCard, terms: &RateTerms, rate: &ZoneRate, start: u64, most: u64) -> u64 {
    let first = marks(card, terms, rate, start);
    let (mut low, mut high) = (start, most);
    while low < high {
        // Marks only rise, so equal marks at both ends mean equal marks between.
        let middle = high - (high - low) / 2;
        if marks(card, terms, rate, middle) == first { low = middle } else { high = middle - 1 }
    }
    low
}

/// Everything that a price depends on as weight grows; each part only rises.
fn marks(card: &RateCard, terms: &RateTerms, rate: &ZoneRate, weight: u64) -> Vec<u64> {
    let above = |limit: Option<Weight>| limit.map(|limit| u64::from(weight > u64::from(limit.as_grams())));
    let limit = card.limits.as_ref().and_then(|limits| above(limits.parcel.weight));
    let mut marks: Vec<u64> = limit.into_iter().collect();
    let mut least = 0;
    for surcharge in &terms.surcharges {
        let over = surcharge.when.above.as_ref().and_then(|measures| above(measures.weight));
        marks.extend(over);
        if over != Some(0) {
            least = least.max(super::terms::least(surcharge.least_weight));
        }
    }
    // Which of these surcharges hold is the same for all weights but for what is above a weight.
    let free = super::terms::grams(terms.weight.weigh(weight, None, 0).chargeable);
    let raised = super::terms::grams(terms.weight.weigh(weight, None, least).chargeable);
    for chargeable in [free, raised] {
        marks.push(steps(&rate.tariff, chargeable));
        let by_step = terms.surcharges.iter().filter_map(|surcharge| surcharge.charge.per_step.as_ref());
        marks.extend(by_step.map(|step| chargeable.div_ceil(u64::from(step.step.as_grams()).max(1))));
    }
    marks
}

/// How many bands and steps a weight is past.
fn steps(tariff: &Tariff, weight: u64) -> u64 {
    let bands = tariff.bands.iter().filter(|band| u64::from(band.up_to.as_grams()) < weight).count();
    let last = tariff.bands.last().map_or(0, |band| u64::from(band.up_to.as_grams()));
    let further = tariff
        .beyond
        .as_ref()
        .map_or(0, |beyond| weight.saturating_sub(last).div_ceil(u64::from(beyond.step.as_grams()).max(1)));
    further.saturating_add(u64::try_from(bands).unwrap_or(u64::MAX))
}
