//! Rate sheets and quotes from elsewhere, where they are at hand: every row is found again at its price, and rules of
//! choice pick what true prices say.

use std::collections::BTreeMap;
use std::path::Path;

use oms_core::carrier::{
    RateCard, RateParcel, RateRequest, RateShipment, SelectService, quote_shipment, read_rate_sheet,
    select_service, write_rate_sheet,
};
use oms_core::network::Node;
use oms_core::value::{Address, CountryCode, Dimensions, Instant, NodeId};
use serde_json::{Value, json};

/// A file of the shared data, if it is at hand.
fn shared(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/carrier_rates").join(name);
    if !path.exists() {
        eprintln!("skipped: no carrier rates at {}", path.display());
        return None;
    }
    std::fs::read_to_string(path).ok()
}

/// A decimal number times a power of ten, as a whole number.
fn scaled(text: &str, digits: usize) -> Option<u32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction: String = fraction.chars().chain(std::iter::repeat('0')).take(digits).collect();
    format!("{whole}{fraction}").parse().ok()
}

/// One band of the sheets: from and up to in grams, and cents.
struct Band {
    zone: String,
    countries: Vec<String>,
    from: u32,
    to: u32,
    cents: u32,
    longest: Option<u32>,
}

/// The bands by carrier, service and currency.
fn sheets(text: &str) -> BTreeMap<(String, String, String), Vec<Band>> {
    let mut services: BTreeMap<_, Vec<Band>> = BTreeMap::new();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    for row in reader.records() {
        let row = row.unwrap();
        let get = |name: &str| {
            header.iter().position(|known| known == name).and_then(|at| row.get(at)).unwrap_or_default()
        };
        // A pound is 453.59237 g.
        let grams = |name: &str| {
            let thousandths = scaled(get(name), 3)?;
            let pounds = u64::from(thousandths) * 45_359_237 / 100_000_000;
            if get("weight_unit") == "LB" { u32::try_from(pounds).ok() } else { Some(thousandths) }
        };
        let (Some(from), Some(to), Some(cents)) =
            (grams("min_weight"), grams("max_weight"), scaled(get("rate"), 2))
        else {
            continue;
        };
        if cents == 0 || to <= from {
            continue;
        }
        let key = (get("carrier").to_owned(), get("service_code").to_owned(), get("currency").to_owned());
        let countries = get("country_codes").split(',').map(|code| code.trim().to_owned());
        services.entry(key).or_default().push(Band {
            zone: get("zone_label").to_owned(),
            countries: countries.filter(|code| CountryCode::new(code).is_some()).collect(),
            from,
            to,
            cents,
            longest: scaled(get("max_length"), 1).filter(|_| get("dimension_unit") != "IN"),
        });
    }
    services
}

/// A card of the bands that stand beside each other: the first zone that names a country, the first band of a weight.
fn card(key: &(String, String, String), bands: &[Band]) -> RateCard {
    let (carrier, service, currency) = key;
    let mut zones: Vec<(&str, &[String])> = Vec::new();
    for band in bands {
        if !zones.iter().any(|(zone, _)| *zone == band.zone) {
            zones.push((&band.zone, &band.countries));
        }
    }
    let money =
        |cents: u32| json!({"amount": format!("{}.{:02}", cents / 100, cents % 100), "currency": currency});
    let rates: Vec<Value> = (zones.iter())
        .map(|(zone, _)| {
            let mut steps: BTreeMap<u32, u32> = BTreeMap::new();
            for band in bands.iter().filter(|band| band.zone == *zone) {
                // Bands of the sheets leave their upper end out; ours take it in.
                steps.entry(band.to - 1).or_insert(band.cents);
            }
            let steps = steps.into_iter().map(|(up_to, cents)| json!({"upTo": up_to, "price": money(cents)}));
            json!({"zone": zone, "transitDays": 1, "tariff": {"bands": steps.collect::<Vec<_>>()}})
        })
        .collect();
    let rows: Vec<Value> = (zones.iter())
        .filter(|(_, countries)| !countries.is_empty())
        .map(|(zone, countries)| json!({"countries": countries, "zone": zone}))
        .collect();
    let mut table = json!({"type": "country", "rows": rows});
    if let Some((zone, _)) = zones.iter().find(|(_, countries)| countries.is_empty()) {
        table["default"] = json!(zone);
    }
    let longest = bands.iter().filter_map(|band| band.longest).max();
    let limits = longest.map(|longest| json!({"parcel": {"longest": longest}}));
    serde_json::from_value(
        json!({"carrier": carrier, "service": service, "currency": currency, "zones": table,
        "rates": rates, "terms": {}, "limits": limits.unwrap_or(json!({}))}),
    )
    .unwrap()
}

#[test]
fn every_band_of_the_sheets_is_found_again_at_its_price() {
    let Some(text) = shared("karrio_default_rate_sheets.csv") else { return };
    let from = Node::new(NodeId::new("here").unwrap());
    let (mut found, mut cards) = (0, Vec::new());
    for (key, bands) in sheets(&text) {
        let card = card(&key, &bands);
        // Some sheets name a zone twice or a country in two; such cards say so, and what is sound is asked.
        assert!(card.problems().is_empty(), "{key:?}: {}", card.problems());
        for band in &bands {
            let country = band.countries.first().map_or("ZZ", String::as_str);
            let to = Address::new(CountryCode::new(country).unwrap());
            let weight_grams = u64::from(band.to - 1);
            let mut parcel = RateParcel { weight_grams, ..RateParcel::default() };
            let mut shipment = RateShipment { parcels: vec![parcel.clone()], ..RateShipment::default() };
            let at = Instant::UNIX_EPOCH;
            let ask = |shipment: &RateShipment| {
                quote_shipment(
                    &card,
                    &RateRequest { from: &from, to: &to, ready_at: at, shipment, states: &[] },
                )
            };
            let quote = ask(&shipment).unwrap();
            // Where rows of a sheet overlap, another row of that zone may come first.
            let same = |other: &&Band| {
                other.zone == quote.zone.as_str() && other.from <= band.to && band.to <= other.to
            };
            let prices: Vec<i64> = bands.iter().filter(same).map(|other| i64::from(other.cents)).collect();
            assert!(
                prices.contains(&quote.price.minor()),
                "{key:?} {weight_grams} g: {} {prices:?}",
                quote.price
            );
            found += 1;
            if let Some(longest) = bands.iter().filter_map(|band| band.longest).max() {
                parcel.dimensions = Some(Dimensions { length: longest + 1, width: 1, height: 1 });
                shipment.parcels = vec![parcel];
                assert_eq!(ask(&shipment).unwrap_err().code(), "carrier.parcel_above_limit");
            }
        }
        cards.push(card);
    }
    let sheet = read_rate_sheet(&write_rate_sheet(&cards));
    assert_eq!((sheet.problems, sheet.cards.len()), (vec![], cards.len()));
    assert_eq!(sheet.cards, cards);
    eprintln!("{found} bands of {} services found again", cards.len());
    assert!(found > 500);
}

#[test]
fn rules_pick_what_true_quotes_say() {
    let Some(text) = shared("easypost_quotes.json") else { return };
    let quotes: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut chosen = 0;
    for shipment in &quotes {
        let rates: Vec<&Value> = shipment["rates"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|rate| rate["delivery_days"].is_u64())
            .collect();
        let of = |rate: &Value| {
            (scaled(rate["rate"].as_str().unwrap(), 2).unwrap(), rate["delivery_days"].as_u64().unwrap())
        };
        let candidates: Vec<Value> = rates
            .iter()
            .map(|rate| {
                let day = 1 + rate["delivery_days"].as_u64().unwrap();
                json!({"carrier": rate["carrier"], "service": rate["service"],
                "cost": {"amount": rate["rate"], "currency": "USD"},
                    "deliveryBy": format!("2026-01-{day:02}T00:00:00Z")})
            })
            .collect();
        if candidates.is_empty() {
            continue;
        }
        for (rule, limit) in [("cheapest", 99), ("fastest", 99), ("cheapest_within_promise", 2)] {
            let asked: SelectService =
                serde_json::from_value(json!({"currency": "USD", "candidates": candidates,
                "promiseBy": "2026-01-03T00:00:00Z", "rule": {"type": rule}}))
                .unwrap();
            let selected = select_service(&asked).unwrap();
            let first = &selected.ranked[0];
            let all = || rates.iter().map(|rate| of(rate));
            let best = match rule {
                "fastest" => all()
                    .map(|(cents, days)| (days, u64::from(cents)))
                    .min()
                    .map(|(days, cents)| (cents, days)),
                _ => all()
                    .map(|(cents, days)| (days.saturating_sub(limit), u64::from(cents), days))
                    .min()
                    .map(|(_, cents, days)| (cents, days)),
            };
            let (cents, _) = best.unwrap();
            assert_eq!(u64::try_from(first.cost.minor()).unwrap(), cents, "{rule}");
            chosen += 1;
        }
    }
    assert!(chosen > 10, "{chosen}");
}
