//! Rates: how many prices a second one core makes over ten services with surcharges, alone and explained.
//!
//! `cargo xtask bench carrier [--rounds N] [--json FILE]`
//!
//! A round prices a thousand shipments with ten services each: zones by province, size, remote areas by postal code,
//! homes, handling in groups, a peak season, fuel, insurance, a discount, a minimum and tax. Rounds of the three ways
//! take turns; a figure is the median. The bare loop looks a price up by service, zone and started kilogram in one
//! array and does nothing else: the least that a price could cost.

#![allow(
    clippy::float_arithmetic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    reason = "a bench prints ratios, and looks its own arrays up"
)]

use std::hint::black_box;
use std::time::Instant as Clock;

use oms_core::carrier::{RateCard, RateParcel, RateRequest, RateShipment, explain_quote, quote_shipment};
use oms_core::network::Node;
use oms_core::value::{Address, CountryCode, Currency, Dimensions, Instant, Money, NodeId, RegionCode, Text};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

const SERVICES: usize = 10;
const SHIPMENTS: usize = 1000;
const PROVINCES: usize = 31;
const ZONES: usize = 6;
const KILOGRAMS: usize = 40;

fn money(cents: usize) -> Value {
    json!({"amount": format!("{}.{:02}", cents / 100, cents % 100), "currency": "CNY"})
}

/// The next number of a fixed sequence (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// 2014).
fn below(seed: &mut u64, limit: u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % limit
}

fn zone_of(province: usize, service: usize) -> usize {
    (province * 7 + service) % ZONES
}

/// What a started kilogram costs beside the first, in cents.
fn price(service: usize, zone: usize, kilogram: usize) -> usize {
    500 + service * 40 + zone * 110 + kilogram * (100 + zone * 45)
}

fn card(service: usize) -> Result<RateCard, Failure> {
    let routes: serde_json::Map<String, Value> = (0..PROVINCES)
        .map(|province| (format!("CN-{province:02}"), json!(format!("z{}", zone_of(province, service)))))
        .collect();
    let rates: Vec<Value> = (0..ZONES)
        .map(|zone| {
            let step = json!({"step": 1000, "price": money(price(service, zone, 1) - price(service, zone, 0))});
            json!({"zone": format!("z{zone}"), "transitDays": 1 + zone,
                "tariff": {"bands": [{"upTo": 1000, "price": money(price(service, zone, 0))}], "beyond": step}})
        })
        .collect();
    let remote: Vec<String> = (0..300).map(|at| format!("{:04}", at * 29 + service)).collect();
    let handling = |id: &str, above: Value, cents| {
        json!({"id": id, "group": "handling", "when": {"above": above},
        "charge": {"fixed": money(cents)}})
    };
    let mut large = handling("large", json!({"longest": 1200, "girth": 3000}), 9000);
    large["rank"] = json!(1);
    large["leastWeight"] = json!(20_000);
    let card = json!({
        "carrier": format!("carrier-{service}"), "service": "standard", "currency": "CNY",
        "zones": {"type": "region", "routes": {"CN-00": routes}},
        "rates": rates,
        "terms": {
            "weight": {"volumetric": {"divisor": 6000}, "steps": [{"step": 1000}]},
            "areas": {"remote": {"postalCodes": remote}},
            "surcharges": [
                {"id": "remote", "fuel": true, "when": {"areas": ["remote"]},
                    "charge": {"perStep": {"step": 1000, "price": money(200)}}},
                {"id": "home", "when": {"places": ["residence"]}, "charge": {"fixed": money(120)}},
                {"id": "peak",
                    "when": {"handedOver": {"from": "2026-11-01T00:00:00Z", "until": "2027-01-15T00:00:00Z"}},
                    "charge": {"percent": "4.5"}},
                handling("heavy", json!({"weight": 15_000}), 3000),
                handling("long", json!({"longest": 800, "second": 600}), 2500),
                large],
            "insurance": {"free": money(10_000), "tiers": [{"percent": "0.5"}], "minimum": money(100)},
            "fuel": [{"valid": {"until": "2026-11-09T00:00:00Z"}, "percent": "10"},
                {"valid": {"from": "2026-11-09T00:00:00Z"}, "percent": "11.25"}],
            "discounts": [{"id": "volume", "percent": "8", "fromParcels": 1000}],
            "minimum": money(400), "tax": {"percent": "6"}},
        "limits": {"parcel": {"weight": 40_000, "longest": 2000}, "mostValue": money(2_000_000)}});
    let card: RateCard = serde_json::from_value(card)?;
    if card.problems().is_empty() { Ok(card) } else { Err(card.problems().to_string().into()) }
}

/// A shipment, where it goes, and what the bare loop knows of it.
struct Sent {
    to: Address,
    shipment: RateShipment,
    province: usize,
    kilograms: usize,
}

fn sent(seed: &mut u64) -> Result<Sent, Failure> {
    let province = usize::try_from(below(seed, PROVINCES as u64))?;
    let mut to = Address::new(CountryCode::new("CN").ok_or("no country")?);
    to.region = Some(RegionCode::new(format!("CN-{province:02}"))?);
    to.postal_code = Text::new(format!("{:06}", below(seed, 900_000)))?;
    let mut edge = |most: u64| Ok::<u32, Failure>(u32::try_from(50 + below(seed, most))?);
    let size = Dimensions { length: edge(900)?, width: edge(500)?, height: edge(300)? };
    let grams = 100 + below(seed, 18_000);
    let volumetric = u64::try_from(size.volume() / 6000)?;
    let kilograms = usize::try_from(grams.max(volumetric).div_ceil(1000))?.min(KILOGRAMS - 1);
    let parcel = RateParcel { weight_grams: grams, dimensions: Some(size), carton: None };
    let place = if below(seed, 2) == 0 { "residence" } else { "business" };
    let shipment = RateShipment {
        parcels: vec![parcel],
        declared: Some(Money::from_minor(i64::try_from(below(seed, 60_000))?, Currency::CNY)),
        place: serde_json::from_value(json!(place))?,
        month_parcels: 4000,
        ..RateShipment::default()
    };
    Ok(Sent { to, shipment, province, kilograms })
}

impl Sent {
    const fn request<'a>(&'a self, from: &'a Node, ready_at: Instant) -> RateRequest<'a> {
        RateRequest { from, to: &self.to, ready_at, shipment: &self.shipment, states: &[] }
    }
}

struct Args {
    rounds: usize,
    json: Option<String>,
}

fn args() -> Result<Args, Failure> {
    let mut found = Args { rounds: 25, json: None };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("`{arg}` wants a value"));
        match arg.as_str() {
            "--rounds" => found.rounds = value()?.parse()?,
            "--json" => found.json = Some(value()?),
            "--test" => found.rounds = 1,
            "--bench" => {} // Cargo says so
            other => return Err(format!("`{other}` is no option of this bench").into()),
        }
    }
    Ok(found)
}

/// Prices a second of one round.
fn timed(round: impl FnOnce() -> i64) -> f64 {
    let start = Clock::now();
    black_box(round());
    (SERVICES * SHIPMENTS) as f64 / start.elapsed().as_secs_f64()
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(0.0)
}

fn main() -> Result<(), Failure> {
    let args = args()?;
    let cards: Vec<RateCard> = (0..SERVICES).map(card).collect::<Result<_, _>>()?;
    let mut from = Node::new(NodeId::new("hangzhou")?);
    from.region = Some(RegionCode::new("CN-00")?);
    let mut seed = 7;
    let shipments: Vec<Sent> = (0..SHIPMENTS).map(|_| sent(&mut seed)).collect::<Result<_, _>>()?;
    let ready_at: Instant = "2026-11-11T08:00:00Z".parse()?;
    let table: Vec<i64> = (0..SERVICES * ZONES * KILOGRAMS)
        .map(|at| {
            let (service, zone) = (at / (ZONES * KILOGRAMS), at / KILOGRAMS % ZONES);
            i64::try_from(price(service, zone, at % KILOGRAMS))
        })
        .collect::<Result<_, _>>()?;
    let bare = || {
        let mut sum = 0;
        for one in &shipments {
            for service in 0..SERVICES {
                let zone = zone_of(black_box(one.province), service);
                sum += black_box(table[(service * ZONES + zone) * KILOGRAMS + one.kilograms]);
            }
        }
        sum
    };
    let pairs = || shipments.iter().flat_map(|one| cards.iter().map(move |card| (one, card)));
    let quick = || {
        let priced =
            pairs().filter_map(|(one, card)| quote_shipment(card, &one.request(&from, ready_at)).ok());
        priced.map(|quote| quote.price.minor()).sum::<i64>()
    };
    let told = || {
        let priced =
            pairs().filter_map(|(one, card)| explain_quote(card, &one.request(&from, ready_at)).ok());
        priced.map(|told| black_box(&told).quote.price.minor()).sum::<i64>()
    };
    if quick() != told() {
        return Err("prices differ when they are explained".into());
    }
    let refused =
        pairs().filter(|(one, card)| quote_shipment(card, &one.request(&from, ready_at)).is_err()).count();
    let (mut bares, mut quicks, mut tolds) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..args.rounds.max(1) {
        bares.push(timed(bare));
        quicks.push(timed(quick));
        tolds.push(timed(told));
    }
    let (bare, quick, told) = (median(bares), median(quicks), median(tolds));
    println!("{} prices a round, {refused} refused; medians of {} rounds", SERVICES * SHIPMENTS, args.rounds);
    let rows = [
        ("bare", bare, "bare loop", 1.0),
        ("price", quick, "bare loop", quick / bare),
        ("explained", told, "price", told / quick),
    ];
    for (name, value, against, ratio) in rows {
        println!("{name:<12} {value:>14.0} quotes/s   {ratio:.4} of {against}");
    }
    if let Some(path) = args.json {
        let row = |(name, value, against, ratio): &(&str, f64, &str, f64)| {
            json!({"name": name, "value": value,
            "unit": "quotes/s", "against": against, "ratio": ratio})
        };
        let rows: Vec<Value> = rows.iter().map(row).collect();
        std::fs::write(path, format!("{}\n", json!({"bench": "carrier", "rows": rows})))?;
    }
    Ok(())
}
