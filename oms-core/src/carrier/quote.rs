//! Quotes: one card, one way, one shipment, one price, or the reasons why not.

use serde::{Deserialize, Serialize};

use super::limits::refusals;
use super::price::{Explained, Unexplained, foreign, price};
use super::rejection::{CardNotValid, QuoteRejection, QuoteWithoutZone, ZoneWithoutRate};
use super::{ExplainedQuote, RateCard, RateRequest, RateShipment, ZoneRate};
use crate::network::Node;
use crate::value::{Address, CarrierId, Instant, Money, ServiceId, ZoneId};

/// What a carrier service asks for a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierQuote {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// The zone of the way.
    pub zone: ZoneId,
    /// The price.
    pub price: Money,
    /// Days from hand-over to delivery.
    pub transit_days: u16,
}

/// What one card asks for a parcel of a weight, with nothing else known, handed over at an instant.
///
/// # Errors
/// [`QuoteRejection`] says why the card has no price for it.
pub fn quote(
    card: &RateCard,
    from: &Node,
    to: &Address,
    weight_grams: u64,
    at: Instant,
) -> Result<CarrierQuote, QuoteRejection> {
    let shipment = RateShipment::of_weight(weight_grams);
    quote_shipment(card, &RateRequest { from, to, ready_at: at, shipment: &shipment, states: &[] })
}

/// What one card asks for a shipment: the price alone, quickly.
///
/// # Errors
/// [`QuoteRejection`] is the first reason why the card has no price for it.
pub fn quote_shipment(card: &RateCard, request: &RateRequest<'_>) -> Result<CarrierQuote, QuoteRejection> {
    let rate = rate(card, request.from, request.to, request.ready_at)?;
    let mut first = foreign(card, request);
    if first.is_none() {
        refusals(card, request, Some(rate), &mut |reason| {
            first = Some(reason);
            false
        });
    }
    match first {
        Some(reason) => Err(reason),
        None => Ok(made(card, rate, price(card, request, rate, &mut Unexplained)?)),
    }
}

/// What one card asks for a shipment, with everything that the price is made of.
///
/// # Errors
/// Every reason why the card has no price for it.
///
/// 2.3 kg in 40 × 30 × 25 cm, 8.00 for the first kilogram, 2.50 for each further one, 6000 cm³ counting as a
/// kilogram, 10 % fuel, 500 declared at 0.5 % but at least 1.00:
///
/// ```
/// use oms_core::carrier::{RateCard, RateRequest, RateShipment, explain_quote};
/// use oms_core::network::Node;
/// use oms_core::value::{Address, CountryCode, NodeId};
/// let card: RateCard = serde_json::from_str(r#"{
///     "carrier": "yto", "service": "standard", "currency": "CNY",
///     "zones": {"type": "region", "default": "all"},
///     "rates": [{"zone": "all", "transitDays": 3, "tariff": {
///         "bands": [{"upTo": 1000, "price": {"amount": "8.00", "currency": "CNY"}}],
///         "beyond": {"step": 1000, "price": {"amount": "2.50", "currency": "CNY"}}}}],
///     "terms": {
///         "weight": {"volumetric": {"divisor": 6000}, "steps": [{"step": 1000}]},
///         "fuel": [{"percent": "10"}],
///         "insurance": {"tiers": [{"percent": "0.5"}], "minimum": {"amount": "1.00", "currency": "CNY"}}}}"#)?;
/// let shipment: RateShipment = serde_json::from_str(r#"{
///     "parcels": [{"weightGrams": 2300, "dimensions": {"length": 400, "width": 300, "height": 250}}],
///     "declared": {"amount": "500.00", "currency": "CNY"}}"#)?;
/// let (from, to) = (Node::new(NodeId::new("hangzhou")?), Address::new(CountryCode::new("CN").unwrap()));
/// let ready_at = "2026-11-11T08:00:00Z".parse()?;
/// let request = RateRequest { from: &from, to: &to, ready_at, shipment: &shipment, states: &[] };
/// let explained = explain_quote(&card, &request).unwrap();
/// let amounts: Vec<String> = explained.lines.iter().map(|line| line.amount.to_string()).collect();
/// assert_eq!(explained.weights[0].chargeable_grams, 5000);
/// assert_eq!(amounts, ["18.00 CNY", "2.50 CNY", "1.80 CNY"]);
/// assert_eq!(explained.quote.price.to_string(), "22.30 CNY");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn explain_quote(
    card: &RateCard,
    request: &RateRequest<'_>,
) -> Result<ExplainedQuote, Vec<QuoteRejection>> {
    let mut reasons = Vec::new();
    let rate =
        rate(card, request.from, request.to, request.ready_at).map_err(|reason| reasons.push(reason)).ok();
    reasons.extend(foreign(card, request));
    refusals(card, request, rate, &mut |reason| {
        reasons.push(reason);
        true
    });
    let mut book = Explained::new(card.currency);
    let priced =
        rate.filter(|_| reasons.is_empty()).map(|rate| (rate, price(card, request, rate, &mut book)));
    match priced {
        Some((rate, Ok(minor))) => Ok(ExplainedQuote {
            quote: made(card, rate, minor),
            weights: book.weights,
            lines: book.lines,
            replaced: book.replaced,
        }),
        Some((_, Err(reason))) => Err(vec![reason]),
        None => Err(reasons),
    }
}

fn made(card: &RateCard, rate: &ZoneRate, minor: i64) -> CarrierQuote {
    let price = Money::from_minor(minor, card.currency);
    let (carrier, service, zone) = (card.carrier.clone(), card.service.clone(), rate.zone.clone());
    CarrierQuote { carrier, service, zone, price, transit_days: rate.transit_days }
}

/// The rate of the way at an instant.
pub(super) fn rate<'c>(
    card: &'c RateCard,
    from: &Node,
    to: &Address,
    at: Instant,
) -> Result<&'c ZoneRate, QuoteRejection> {
    if !card.valid.contains(at) {
        return Err(QuoteRejection::NotValid(CardNotValid { at, valid: card.valid }));
    }
    let zone = card.zones.zone(from, to);
    let zone = zone.map_err(|reason| QuoteRejection::NoZone(QuoteWithoutZone { reason }))?;
    card.rate(zone).ok_or_else(|| QuoteRejection::NoRate(ZoneWithoutRate { zone: zone.clone() }))
}
