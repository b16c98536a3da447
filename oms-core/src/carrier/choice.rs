//! The choice among all cards, with what each candidate asked and by how much it lost.

use std::cmp::Ordering;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::rate_card::card_key;
use super::{
    CardInOtherCurrency, CarrierQuote, Carriers, QuoteRejection, RateCard, RateRequest, RateShipment,
    ServiceState, quote_shipment,
};
use crate::network::Node;
use crate::value::{Address, CarrierId, Currency, Instant, Money, ServiceId};

/// What is to be sent.
#[derive(Clone, Copy, Debug)]
pub struct CarrierRequest<'a> {
    /// The node that ships.
    pub from: &'a Node,
    /// Where to.
    pub to: &'a Address,
    /// What is sent.
    pub shipment: &'a RateShipment,
    /// How far services are used up; not at all where none is named.
    pub states: &'a [ServiceState],
    /// When it is handed over.
    pub ready_at: Instant,
    /// When it should be there at the latest.
    pub promise_by: Option<Instant>,
    /// The currency to compare prices in; cards in others are rejected with that reason.
    pub currency: Currency,
}

impl CarrierRequest<'_> {
    const fn rated(&self) -> RateRequest<'_> {
        let Self { from, to, ready_at, shipment, states, .. } = *self;
        RateRequest { from, to, ready_at, shipment, states }
    }
}

/// What decides among carriers. Ties always go on to price, days, carrier id and service id, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CarrierStrategy {
    /// The lowest price.
    Cheapest,
    /// The fewest days.
    Fastest,
    /// The lowest price among those in time; the least late if none is. Without a promise, the cheapest.
    CheapestWithinPromise,
}

/// The carrier chosen and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierChoice {
    /// The quote chosen; absent when every candidate is rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<CarrierQuote>,
    /// When it should arrive: hand-over plus transit days of 24 hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_estimate: Option<Instant>,
    /// By how many seconds the estimate misses the promise; absent when it keeps it or nothing was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_by_seconds: Option<u64>,
    /// Every card and its verdict, by carrier, service and start of validity.
    pub candidates: Vec<CarrierCandidate>,
}

/// One card of the choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierCandidate {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// What became of it.
    pub verdict: CarrierVerdict,
}

/// What became of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CarrierVerdict {
    /// It won.
    Chosen(CarrierChosen),
    /// It had a price and lost.
    Lost(CarrierLost),
    /// It had no price.
    Rejected(CarrierRejected),
}

/// A card that won.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CarrierChosen"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierChosen {
    /// How much more the runner-up asks, negative if it is cheaper; absent without a runner-up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_margin: Option<Money>,
    /// How many more days the runner-up takes, negative if it is faster; absent without a runner-up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_margin: Option<i32>,
}

/// A card that lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CarrierLost"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierLost {
    /// What it asked.
    pub price: Money,
    /// How many days it takes.
    pub transit_days: u16,
    /// How much more it asks than the winner; negative if it is cheaper.
    pub by_price: Money,
    /// How many more days it takes than the winner; negative if it is faster.
    pub by_days: i32,
    /// Whether it would miss the promise.
    pub late: bool,
}

/// A card that had no price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CarrierRejected"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierRejected {
    /// Why.
    pub reason: QuoteRejection,
}

/// A quote with what it means for the promise.
struct Offer {
    quote: CarrierQuote,
    estimate: Option<Instant>,
    late: bool,
}

/// Chooses one service among all cards. The order of the cards does not matter.
#[must_use]
pub fn select_carrier(
    carriers: &Carriers,
    request: &CarrierRequest<'_>,
    strategy: CarrierStrategy,
) -> CarrierChoice {
    let mut cards: Vec<&RateCard> = carriers.cards.iter().collect();
    cards.sort_by(|a, b| card_key(a).cmp(&card_key(b)));
    let offers: Vec<_> = cards.iter().map(|card| offer(card, request)).collect();

    let mut ranked: Vec<(usize, &Offer)> =
        offers.iter().enumerate().filter_map(|(at, offer)| Some((at, offer.as_ref().ok()?))).collect();
    ranked.sort_by(|(_, a), (_, b)| rank(strategy, a, b));
    let winner = ranked.first().copied();
    let runner_up = ranked.get(1).map(|(_, offer)| *offer);

    let verdicts = offers.iter().enumerate().map(|(at, offer)| match (offer, winner) {
        (Ok(_), Some((won, best))) if won == at => won_by(best, runner_up),
        (Ok(offer), Some((_, best))) => lost_to(offer, best),
        (Ok(offer), None) => lost_to(offer, offer),
        (Err(reason), _) => CarrierVerdict::Rejected(CarrierRejected { reason: reason.clone() }),
    });
    let candidates = cards.iter().zip(verdicts).map(|(card, verdict)| CarrierCandidate {
        carrier: card.carrier.clone(),
        service: card.service.clone(),
        verdict,
    });
    let candidates = candidates.collect();
    let best = winner.map(|(_, offer)| offer);
    CarrierChoice {
        chosen: best.map(|offer| offer.quote.clone()),
        delivery_estimate: best.and_then(|offer| offer.estimate),
        late_by_seconds: best.and_then(|offer| late_by(offer, request)),
        candidates,
    }
}

fn offer(card: &RateCard, request: &CarrierRequest<'_>) -> Result<Offer, QuoteRejection> {
    if card.currency != request.currency {
        return Err(QuoteRejection::OtherCurrency(CardInOtherCurrency { currency: card.currency }));
    }
    let quote = quote_shipment(card, &request.rated())?;
    let transit = TimeDelta::try_days(i64::from(quote.transit_days));
    let estimate = transit.and_then(|transit| request.ready_at.checked_add_signed(transit));
    // An estimate beyond the calendar is late for any promise.
    let late = request.promise_by.is_some_and(|by| estimate.is_none_or(|estimate| estimate > by));
    Ok(Offer { quote, estimate, late })
}

fn rank(strategy: CarrierStrategy, a: &Offer, b: &Offer) -> Ordering {
    let price = || a.quote.price.minor().cmp(&b.quote.price.minor());
    let days = || a.quote.transit_days.cmp(&b.quote.transit_days);
    let first = match strategy {
        CarrierStrategy::Cheapest => Ordering::Equal,
        CarrierStrategy::Fastest => days(),
        CarrierStrategy::CheapestWithinPromise => {
            a.late.cmp(&b.late).then_with(|| if a.late { days() } else { Ordering::Equal })
        }
    };
    let ids = || (&a.quote.carrier, &a.quote.service).cmp(&(&b.quote.carrier, &b.quote.service));
    first.then_with(price).then_with(days).then_with(ids)
}

fn won_by(best: &Offer, runner_up: Option<&Offer>) -> CarrierVerdict {
    let margin = runner_up.map(|other| (more(other, best), slower(other, best)));
    CarrierVerdict::Chosen(CarrierChosen {
        price_margin: margin.map(|(price, _)| price),
        days_margin: margin.map(|(_, days)| days),
    })
}

fn lost_to(offer: &Offer, best: &Offer) -> CarrierVerdict {
    CarrierVerdict::Lost(CarrierLost {
        price: offer.quote.price,
        transit_days: offer.quote.transit_days,
        by_price: more(offer, best),
        by_days: slower(offer, best),
        late: offer.late,
    })
}

/// How much more one offer asks; both are in the request's currency, and prices of checked cards are never negative,
/// so the difference always fits.
fn more(offer: &Offer, best: &Offer) -> Money {
    let minor = offer.quote.price.minor().saturating_sub(best.quote.price.minor());
    Money::from_minor(minor, best.quote.price.currency())
}

fn slower(offer: &Offer, best: &Offer) -> i32 {
    i32::from(offer.quote.transit_days).saturating_sub(i32::from(best.quote.transit_days))
}

fn late_by(offer: &Offer, request: &CarrierRequest<'_>) -> Option<u64> {
    let late = offer.estimate?.signed_duration_since(request.promise_by?);
    u64::try_from(late.num_seconds()).ok().filter(|seconds| *seconds > 0)
}
