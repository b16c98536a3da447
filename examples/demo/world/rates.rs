//! Three carriers with distance zones and weight bands.

use std::sync::Arc;

use oms_core::carrier::{RateCard, ZoneRate};
use oms_core::network::{DistanceBand, DistanceZones, StepRate, Tariff, WeightBand, ZoneTable};
use oms_core::value::{Currency, Window};

use super::make::{carrier_id, grams, service_id, text, usd, zone_id};

/// The zones of US ground shipping, in kilometres.
const ZONES: [(&str, Option<u32>); 7] = [
    ("zone-2", Some(240)),
    ("zone-3", Some(480)),
    ("zone-4", Some(965)),
    ("zone-5", Some(1_610)),
    ("zone-6", Some(2_250)),
    ("zone-7", Some(2_900)),
    ("zone-8", None),
];

const BANDS: [i64; 7] = [250, 500, 1_000, 2_000, 5_000, 10_000, 20_000];

/// Carrier, service, name, base price in cents, cents per kilogram near and per further zone, days by zone.
type Service = (&'static str, &'static str, &'static str, [i64; 3], [u16; 7]);

const SERVICES: [Service; 3] = [
    ("parcelpost", "saver", "Parcelpost Saver", [395, 48, 14], [2, 3, 4, 5, 6, 7, 8]),
    ("swiftway", "ground", "Swiftway Ground", [560, 62, 19], [1, 2, 3, 3, 4, 4, 5]),
    ("aerolink", "express", "Aerolink Express", [1_190, 145, 46], [1, 1, 2, 2, 2, 2, 2]),
];

/// The rate cards of all carriers.
pub(crate) fn rate_cards() -> Vec<RateCard> {
    SERVICES.iter().map(card).collect()
}

fn card((carrier, service, name, prices, days): &Service) -> RateCard {
    let bands =
        ZONES.iter().map(|(zone, up_to_km)| DistanceBand { up_to_km: *up_to_km, zone: zone_id(zone) });
    let rates = ZONES.iter().zip(days).zip(0_i64..).map(|(((zone, _), days), far)| ZoneRate {
        zone: zone_id(zone),
        transit_days: *days,
        tariff: Arc::new(tariff(prices, far)),
    });
    RateCard {
        carrier: carrier_id(carrier),
        service: service_id(service),
        name: text(name),
        currency: Currency::USD,
        valid: Window::ALWAYS,
        zones: ZoneTable::Distance(DistanceZones { bands: bands.collect() }),
        rates: rates.collect(),
        terms: None,
        limits: None,
    }
}

fn tariff([base, near, further]: &[i64; 3], far: i64) -> Tariff {
    let per_kg = near + further * far;
    let price = |weight: i64| usd(base + far * 22 + per_kg * weight / 1_000);
    let bands = BANDS.iter().map(|up_to| WeightBand { up_to: grams(*up_to), price: price(*up_to) });
    Tariff { bands: bands.collect(), beyond: Some(StepRate { step: grams(1_000), price: usd(per_kg) }) }
}
