//! What a price is made of.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::carrier::CarrierQuote;
use crate::value::{ChargeId, Money, Percent};

/// A price with everything that it is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ExplainedQuote"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExplainedQuote {
    /// The price.
    pub quote: CarrierQuote,
    /// What each parcel counts as.
    pub weights: Vec<ChargedWeight>,
    /// The parts; they sum to the price.
    pub lines: Vec<RateLine>,
    /// Surcharges that held and gave way to another of their group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaced: Vec<ReplacedCharge>,
}

/// What a parcel counts as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChargedWeight {
    /// Which parcel, counted from 0; absent for all together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<u32>,
    /// What it weighs on the scale, in grams.
    pub actual_grams: u64,
    /// What its size counts as, in grams to the nearest; absent where size does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volumetric_grams: Option<u64>,
    /// What is charged, in grams to the nearest.
    pub chargeable_grams: u64,
    /// What is charged, in the carrier's kilograms or pounds.
    #[serde(with = "crate::value::decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::value::DecimalText"))]
    pub chargeable: Decimal,
}

/// What a part of a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RateLineKind {
    /// The price of the chargeable weight.
    Base,
    /// Several parcels in one shipment.
    Parcels,
    /// A surcharge.
    Surcharge,
    /// Insurance of the declared value.
    Insurance,
    /// Cash on delivery.
    Cod,
    /// Fuel.
    Fuel,
    /// A discount, below zero.
    Discount,
    /// What is missing to the least price.
    Minimum,
    /// What is beyond the highest price, below zero.
    Maximum,
    /// Tax.
    Tax,
}

/// A part of a price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateLine {
    /// What it is for.
    pub kind: RateLineKind,
    /// Which surcharge or discount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ChargeId>,
    /// For which parcel, counted from 0; absent for the whole shipment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<u32>,
    /// The amount.
    pub amount: Money,
    /// What a percentage was taken of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Money>,
    /// The percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
}

/// A surcharge that held and gave way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplacedCharge {
    /// The surcharge.
    pub id: ChargeId,
    /// For which parcel; absent for the whole shipment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<u32>,
    /// What it would have been.
    pub amount: Money,
    /// The surcharge that is charged instead.
    pub by: ChargeId,
}
