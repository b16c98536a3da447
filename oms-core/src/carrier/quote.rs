//! Quotes: one card, one way, one weight, one price, or the reason why not.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::rate_card::card_key;
use super::{Carriers, RateCard, ZoneRate};
use crate::network::{Lane, LaneOption, NoZone, Node, TariffError};
use crate::value::{Address, CarrierId, Currency, Instant, Money, ServiceId, Window, ZoneId};

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

/// Why a card gives no quote: a reason as data, part of the explanation of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum QuoteRejection {
    /// The card is not valid at the instant of hand-over.
    #[error("the card is not valid at {at}", at = .0.at)]
    NotValid(CardNotValid),
    /// The card has another currency than the one asked for.
    #[error("the card is in {currency}", currency = .0.currency)]
    OtherCurrency(CardInOtherCurrency),
    /// The way has no zone on the card.
    #[error("{reason}", reason = .0.reason)]
    NoZone(QuoteWithoutZone),
    /// The zone has no rate on the card.
    #[error("zone `{zone}` has no rate", zone = .0.zone)]
    NoRate(ZoneWithoutRate),
    /// The parcel is too heavy for the service.
    #[error("{weight} g is above the limit of {limit} g", weight = .0.weight_grams, limit = .0.limit_grams)]
    TooHeavy(QuoteTooHeavy),
    /// The price is beyond what money can hold.
    #[error("the price for {weight} g is too large", weight = .0.weight_grams)]
    Overflow(QuoteOverflow),
}

impl QuoteRejection {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotValid(_) => "carrier.card_not_valid",
            Self::OtherCurrency(_) => "carrier.other_currency",
            Self::NoZone(inner) => inner.reason.code(),
            Self::NoRate(_) => "carrier.no_rate",
            Self::TooHeavy(_) => "carrier.too_heavy",
            Self::Overflow(_) => "carrier.price_overflow",
        }
    }
}

/// A card outside its validity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CardNotValid"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardNotValid {
    /// The instant of hand-over.
    pub at: Instant,
    /// When the card is valid.
    pub valid: Window,
}

/// A card in another currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CardInOtherCurrency"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardInOtherCurrency {
    /// The card's currency.
    pub currency: Currency,
}

/// A way without a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuoteWithoutZone"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteWithoutZone {
    /// Why.
    pub reason: NoZone,
}

/// A zone without a rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ZoneWithoutRate"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ZoneWithoutRate {
    /// The zone.
    pub zone: ZoneId,
}

/// A parcel above the limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuoteTooHeavy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteTooHeavy {
    /// The parcel's weight in grams.
    pub weight_grams: u64,
    /// The heaviest that the service takes, in grams.
    pub limit_grams: u32,
}

/// A weight whose price is beyond what money can hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuoteOverflow"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteOverflow {
    /// The parcel's weight in grams.
    pub weight_grams: u64,
}

impl From<TariffError> for QuoteRejection {
    fn from(error: TariffError) -> Self {
        match error {
            TariffError::TooHeavy { weight_grams, limit_grams } => {
                Self::TooHeavy(QuoteTooHeavy { weight_grams, limit_grams })
            }
            TariffError::Overflow { weight_grams } => Self::Overflow(QuoteOverflow { weight_grams }),
        }
    }
}

/// What one card asks for a parcel handed over at an instant.
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
    let rate = rate(card, from, to, at)?;
    let price = rate.tariff.price(weight_grams)?;
    let (carrier, service, zone) = (card.carrier.clone(), card.service.clone(), rate.zone.clone());
    Ok(CarrierQuote { carrier, service, zone, price, transit_days: rate.transit_days })
}

/// The services that go from a node to an address at an instant, in one currency, for the allocator to price any weight
/// with. Sorted by carrier and service; empty when none goes there.
#[must_use]
pub fn lane(carriers: &Carriers, from: &Node, to: &Address, at: Instant, currency: Currency) -> Lane {
    let mut cards: Vec<&RateCard> = carriers.cards.iter().filter(|card| card.currency == currency).collect();
    // A document in its lasting order is sorted already, which makes this a single pass.
    cards.sort_by(|a, b| card_key(a).cmp(&card_key(b)));
    let options = cards.into_iter().filter_map(|card| {
        let rate = rate(card, from, to, at).ok()?;
        let (carrier, service) = (card.carrier.clone(), card.service.clone());
        Some(LaneOption { carrier, service, transit_days: rate.transit_days, tariff: rate.tariff.clone() })
    });
    Lane { options: options.collect() }
}

fn rate<'c>(
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
