//! Why a card gives no quote.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{ColdChain, ColdRange, ParcelMeasure, PlaceKind};
use crate::network::{NoZone, TariffError};
use crate::value::{
    AreaId, CarrierId, Currency, HazardId, Instant, Money, NodeId, OptionId, Text, Window, ZoneId,
};

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
    /// A channel or the buyer demands other carriers.
    #[error("another carrier is demanded")]
    CarrierNotAllowed(CarrierNotAllowed),
    /// The account has no waybill number left.
    #[error("the account has no waybill number left")]
    WaybillsUsedUp(WaybillsUsedUp),
    /// The service has taken as much today as it takes.
    #[error("the service has taken its {cap} parcels of the day", cap = .0.cap)]
    DailyCapReached(DailyCapReached),
    /// The carrier does not pick up from the node.
    #[error("the carrier does not pick up from `{node}`", node = .0.node)]
    NodeNotServed(NodeNotServed),
    /// The destination lies where the service does not go.
    #[error("the destination is not served")]
    DestinationNotServed(DestinationNotServed),
    /// The service takes nothing at that time.
    #[error("the service takes nothing at that time")]
    InBlackout(InBlackout),
    /// The service does not go to such a place.
    #[error("the service does not go to such a place")]
    PlaceRefused(PlaceRefused),
    /// The shipment has too many parcels.
    #[error("{parcels} parcels are above the limit of {limit}", parcels = .0.parcels, limit = .0.limit)]
    TooManyParcels(TooManyParcels),
    /// A parcel is above a limit.
    #[error("parcel {parcel} measures {is}, above {limit}", parcel = .0.parcel, is = .0.is, limit = .0.limit)]
    ParcelAboveLimit(ParcelAboveLimit),
    /// The declared value is too high.
    #[error("the declared value of {value} is above {limit}", value = .0.value, limit = .0.limit)]
    ValueTooHigh(ValueTooHigh),
    /// The service does not collect that much on delivery, or nothing at all.
    #[error("{amount} is not collected on delivery", amount = .0.amount)]
    CodRefused(CodRefused),
    /// The service does not take goods that are dangerous in that way.
    #[error("the service does not take such dangerous goods")]
    HazardsRefused(HazardsRefused),
    /// The service does not do all that is asked for.
    #[error("the service does not do all that is asked for")]
    OptionsMissing(OptionsMissing),
    /// The service does not keep it cold, not cold enough, or not for long enough.
    #[error("the service does not keep it cold for {hours} hours", hours = .0.hours)]
    ColdNotKept(ColdNotKept),
    /// The card has no fuel surcharge for the instant of hand-over.
    #[error("the card has no fuel surcharge for {at}", at = .0.at)]
    NoFuelRate(NoFuelRate),
    /// The declared value, or what is to be collected, is in another currency than the card.
    #[error("the shipment has an amount in {currency}", currency = .0.currency)]
    AmountInOtherCurrency(AmountInOtherCurrency),
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
            Self::CarrierNotAllowed(_) => "carrier.not_allowed",
            Self::WaybillsUsedUp(_) => "carrier.waybills_used_up",
            Self::DailyCapReached(_) => "carrier.daily_cap",
            Self::NodeNotServed(_) => "carrier.node_not_served",
            Self::DestinationNotServed(_) => "carrier.destination_not_served",
            Self::InBlackout(_) => "carrier.blackout",
            Self::PlaceRefused(_) => "carrier.place_refused",
            Self::TooManyParcels(_) => "carrier.too_many_parcels",
            Self::ParcelAboveLimit(_) => "carrier.parcel_above_limit",
            Self::ValueTooHigh(_) => "carrier.value_too_high",
            Self::CodRefused(_) => "carrier.cod_refused",
            Self::HazardsRefused(_) => "carrier.hazards_refused",
            Self::OptionsMissing(_) => "carrier.options_missing",
            Self::ColdNotKept(_) => "carrier.cold_not_kept",
            Self::NoFuelRate(_) => "carrier.no_fuel_rate",
            Self::AmountInOtherCurrency(_) => "carrier.amount_in_other_currency",
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

/// Carriers that may take it, and this is none of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CarrierNotAllowed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierNotAllowed {
    /// Who may.
    pub allowed: BTreeSet<CarrierId>,
}

/// An account without waybill numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WaybillsUsedUp"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaybillsUsedUp {}

/// A service that has taken as much as it takes in a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DailyCapReached"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DailyCapReached {
    /// How many parcels it takes.
    pub cap: u32,
    /// How many it has taken.
    pub taken: u32,
}

/// A node that the carrier does not pick up from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeNotServed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeNotServed {
    /// The node.
    pub node: NodeId,
}

/// A destination that is not served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DestinationNotServed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DestinationNotServed {
    /// The area that is left out; absent where the destination is in none that is served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
}

/// A time in which the service takes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "InBlackout"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InBlackout {
    /// The time.
    pub window: Window,
    /// Why.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
}

/// A kind of place that the service does not go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlaceRefused"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaceRefused {
    /// The kind.
    pub place: PlaceKind,
}

/// More parcels than a shipment may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TooManyParcels"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TooManyParcels {
    /// How many it has.
    pub parcels: u32,
    /// How many it may have.
    pub limit: u32,
}

/// A parcel above a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParcelAboveLimit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelAboveLimit {
    /// Which parcel, counted from 0.
    pub parcel: u32,
    /// Which measure.
    pub measure: ParcelMeasure,
    /// What it is.
    pub is: u64,
    /// What it may be.
    pub limit: u64,
}

/// A declared value above the limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ValueTooHigh"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValueTooHigh {
    /// The value.
    pub value: Money,
    /// The limit.
    pub limit: Money,
}

/// An amount that is not collected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CodRefused"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CodRefused {
    /// The amount.
    pub amount: Money,
    /// The most that is; absent where nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Money>,
}

/// Dangers that the service does not take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "HazardsRefused"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HazardsRefused {
    /// The dangers.
    pub hazards: BTreeSet<HazardId>,
}

/// What the service does not do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OptionsMissing"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OptionsMissing {
    /// What was asked for in vain.
    pub options: BTreeSet<OptionId>,
}

/// A cold chain that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ColdNotKept"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColdNotKept {
    /// What the goods need.
    pub wanted: ColdRange,
    /// For how many hours.
    pub hours: u32,
    /// What the service keeps; absent where it keeps nothing cold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<ColdChain>,
}

/// An instant without a fuel surcharge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NoFuelRate"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoFuelRate {
    /// The instant of hand-over.
    pub at: Instant,
}

/// An amount in another currency than the card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AmountInOtherCurrency"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AmountInOtherCurrency {
    /// The amount's currency.
    pub currency: Currency,
}
