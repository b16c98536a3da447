//! The one rate card that every way of shipping is priced by.

use std::sync::Arc;

use oms_core::carrier::{RateCard, ZoneRate};
use oms_core::network::{DistanceBand, DistanceZones, StepRate, Tariff, WeightBand, ZoneTable};
use oms_core::value::{CarrierId, Currency, IdError, Money, ServiceId, Text, Weight, Window, ZoneId};

/// Up to so many kilometres: days, and centavos by the weights of [`GRAMS`].
///
/// The rounded medians of what buyers paid for single items between September 2016 and March 2018, and of the days
/// from hand-over to delivery, by great-circle distance from the seller's state to the buyer's ZIP prefix; where a
/// cell held fewer than 30 items, or a farther or heavier one came out cheaper, raised to its neighbour.
type Zone = (&'static str, Option<u32>, u16, [i64; 6]);

const GRAMS: [u32; 6] = [300, 1_000, 2_000, 5_000, 10_000, 30_000];

const ZONES: [Zone; 8] = [
    ("to-100km", Some(100), 4, [830, 1_010, 1_300, 1_420, 1_580, 3_270]),
    ("to-300km", Some(300), 6, [1_190, 1_300, 1_450, 1_710, 2_110, 3_720]),
    ("to-600km", Some(600), 8, [1_490, 1_550, 1_760, 2_050, 2_530, 4_940]),
    ("to-1000km", Some(1_000), 10, [1_550, 1_630, 1_790, 2_140, 2_790, 5_580]),
    ("to-1500km", Some(1_500), 13, [1_710, 1_860, 1_990, 2_530, 3_440, 6_280]),
    ("to-2000km", Some(2_000), 15, [2_480, 2_570, 2_790, 3_040, 3_960, 7_880]),
    ("to-2500km", Some(2_500), 15, [2_500, 2_650, 2_920, 3_410, 3_960, 7_880]),
    ("beyond", None, 18, [2_950, 2_950, 3_170, 4_840, 5_660, 7_880]),
];

/// Centavos for each further kilogram above 30 kg.
const BEYOND: i64 = 180;

pub(super) const CARRIER: &str = "rate-table";
pub(super) const SERVICE: &str = "standard";

pub(super) fn rate_card() -> Result<RateCard, IdError> {
    let brl = |minor| Money::from_minor(minor, Currency::BRL);
    let (mut bands, mut rates) = (Vec::new(), Vec::new());
    for (name, up_to_km, transit_days, prices) in ZONES {
        let zone = ZoneId::new(name)?;
        bands.push(DistanceBand { up_to_km, zone: zone.clone() });
        let prices = GRAMS.iter().zip(prices);
        let tariff = Tariff {
            bands: prices
                .map(|(up_to, price)| WeightBand { up_to: Weight::grams(*up_to), price: brl(price) })
                .collect(),
            beyond: Some(StepRate { step: Weight::grams(1_000), price: brl(BEYOND) }),
        };
        rates.push(ZoneRate { zone, transit_days, tariff: Arc::new(tariff) });
    }
    Ok(RateCard {
        carrier: CarrierId::new(CARRIER)?,
        service: ServiceId::new(SERVICE)?,
        name: Text::new("Medians of what buyers paid").unwrap_or_default(),
        currency: Currency::BRL,
        valid: Window::ALWAYS,
        zones: ZoneTable::Distance(DistanceZones { bands }),
        rates,
        terms: None,
        limits: None,
    })
}
