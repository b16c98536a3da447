//! What is to be sent, as far as carriers ask.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::PlaceKind;
use crate::network::Node;
use crate::value::{
    Address, BoxId, CarrierId, Dimensions, HazardId, Instant, Money, OptionId, Problems, ServiceId,
};

/// What is to be sent, as far as carriers ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RateShipment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateShipment {
    /// The parcels; one that weighs nothing when empty.
    #[serde(default)]
    pub parcels: Vec<RateParcel>,
    /// The declared value, to be insured where the card insures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<Money>,
    /// What the courier collects from the receiver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cod: Option<Money>,
    /// What kind of place it goes to, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceKind>,
    /// What is asked for beside being carried, such as `signature`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub options: BTreeSet<OptionId>,
    /// The dangers that the goods bear.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub hazards: BTreeSet<HazardId>,
    /// Between which temperatures the goods must be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cold: Option<ColdRange>,
    /// The carriers that may take it, as a channel or the buyer demands; any when empty.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub carriers: BTreeSet<CarrierId>,
    /// How many parcels the account has sent this month, for discounts by volume.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub month_parcels: u64,
}

/// One parcel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RateParcel"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateParcel {
    /// What it weighs, packed, in grams.
    pub weight_grams: u64,
    /// What it measures outside; its size counts for nothing when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Dimensions>,
    /// The box that it is in, for flat rates of the carrier's own boxes.
    #[serde(rename = "box", default, skip_serializing_if = "Option::is_none")]
    pub carton: Option<BoxId>,
}

/// A range of temperatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColdRange {
    /// The lowest in degrees Celsius.
    pub min_celsius: i16,
    /// The highest in degrees Celsius.
    pub max_celsius: i16,
}

/// How far a service is used up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceState {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// How many parcels it has been given today.
    #[serde(default)]
    pub taken_today: u32,
    /// How many waybill numbers are left on the account (电子面单余额); enough when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waybills_left: Option<u64>,
}

/// A shipment with its way, to be priced.
#[derive(Clone, Copy, Debug)]
pub struct RateRequest<'a> {
    /// The node that ships.
    pub from: &'a Node,
    /// Where to.
    pub to: &'a Address,
    /// When it is handed over.
    pub ready_at: Instant,
    /// What is sent.
    pub shipment: &'a RateShipment,
    /// How far services are used up; not at all where none is named.
    pub states: &'a [ServiceState],
}

const fn is_zero(count: &u64) -> bool {
    *count == 0
}

impl RateShipment {
    /// One parcel of so many grams, with nothing else known.
    #[must_use]
    pub fn of_weight(weight_grams: u64) -> Self {
        Self { parcels: vec![RateParcel { weight_grams, ..RateParcel::default() }], ..Self::default() }
    }

    /// What all parcels weigh.
    #[must_use]
    pub fn weight_grams(&self) -> u64 {
        self.parcels.iter().fold(0, |sum, parcel| sum.saturating_add(parcel.weight_grams))
    }

    /// Everything wrong with it: amounts must not be negative, temperatures must rise.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (at, money) in [("/declared", self.declared), ("/cod", self.cod)] {
            if money.is_some_and(Money::is_negative) {
                problems.add("input.out_of_range", at, "the amount must not be negative");
            }
        }
        if self.cold.is_some_and(|cold| cold.max_celsius < cold.min_celsius) {
            problems.add("input.out_of_range", "/cold/maxCelsius", "the highest is below the lowest");
        }
        problems
    }
}
