mod audit;
mod laws;
mod rates;
mod select;
mod sheet;

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::network::{
    DistanceBand, DistanceZones, Lane, Node, RegionZones, StepRate, Tariff, WeightBand, ZoneTable,
};
use crate::value::{
    Address, CarrierId, CountryCode, Currency, GeoPoint, Instant, Money, NodeId, Problems, RegionCode,
    ServiceId, Text, Weight, Window, ZoneId,
};

fn cny(minor: i64) -> Money {
    Money::from_minor(minor, Currency::CNY)
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn zone(id: &str) -> ZoneId {
    ZoneId::new(id).unwrap()
}

/// First kilogram and each further one, up to 20 kg unless open.
fn rate(id: &str, days: u16, first: i64, further: i64) -> ZoneRate {
    let bands = vec![WeightBand { up_to: Weight::grams(1000), price: cny(first) }];
    let beyond = Some(StepRate { step: Weight::grams(1000), price: cny(further) });
    ZoneRate { zone: zone(id), transit_days: days, tariff: Arc::new(Tariff { bands, beyond }) }
}

fn card(carrier: &str, service: &str, rates: Vec<ZoneRate>) -> RateCard {
    let band = |up_to_km, id| DistanceBand { up_to_km, zone: zone(id) };
    RateCard {
        carrier: CarrierId::new(carrier).unwrap(),
        service: ServiceId::new(service).unwrap(),
        name: Text::default(),
        currency: Currency::CNY,
        valid: Window::ALWAYS,
        zones: ZoneTable::Distance(DistanceZones {
            bands: vec![band(Some(500), "near"), band(Some(3000), "far")],
        }),
        rates,
        terms: None,
        limits: None,
    }
}

fn node() -> Node {
    let mut node = Node::new(NodeId::new("hangzhou").unwrap());
    node.location = Some(GeoPoint { lat_micro: 30_274_000, lon_micro: 120_155_000 });
    node
}

/// Nanjing is about 240 km away, Chengdu about 1,560 km.
fn address(lat_micro: i32, lon_micro: i32) -> Address {
    let mut address = Address::new(CountryCode::new("CN").unwrap());
    address.location = Some(GeoPoint { lat_micro, lon_micro });
    address
}

fn nanjing() -> Address {
    address(32_060_000, 118_796_000)
}

fn chengdu() -> Address {
    address(30_572_000, 104_066_000)
}

const READY: &str = "2026-11-11T08:00:00Z";

fn three_carriers() -> Carriers {
    Carriers::new(vec![
        card("slow", "economy", vec![rate("near", 3, 500, 100), rate("far", 6, 800, 250)]),
        card("mid", "ground", vec![rate("near", 2, 700, 150), rate("far", 4, 1100, 400)]),
        card("quick", "air", vec![rate("near", 1, 1400, 300), rate("far", 2, 2200, 900)]),
    ])
}

fn choose(
    carriers: &Carriers,
    to: &Address,
    weight_grams: u64,
    promise_by: Option<&str>,
    strategy: CarrierStrategy,
) -> CarrierChoice {
    let (node, shipment) = (node(), RateShipment::of_weight(weight_grams));
    let request = CarrierRequest {
        from: &node,
        to,
        shipment: &shipment,
        states: &[],
        ready_at: at(READY),
        promise_by: promise_by.map(at),
        currency: Currency::CNY,
    };
    select_carrier(carriers, &request, strategy)
}

fn lane_to(carriers: &Carriers, to: &Address, ready_at: Instant, currency: Currency) -> Lane {
    let (from, shipment) = (node(), RateShipment::of_weight(30_000));
    let request = RateRequest { from: &from, to, ready_at, shipment: &shipment, states: &[] };
    lane(carriers, &request, currency)
}

fn winner(choice: &CarrierChoice) -> Option<(&str, i64)> {
    choice.chosen.as_ref().map(|quote| (quote.carrier.as_str(), quote.price.minor()))
}

fn codes(problems: &Problems) -> Vec<(&str, &str)> {
    problems.as_slice().iter().map(|problem| (&*problem.code, problem.path.as_str())).collect()
}

/// The base of golden vector 1: 5.0 kg at first 8.00 and 2.50 for each further kilogram is 18.00.
#[test]
fn five_kilograms_cost_the_first_and_four_further_ones() {
    let carriers = three_carriers();
    let slow = carriers.cards.iter().find(|card| card.carrier.as_str() == "slow").unwrap();
    let quote = quote(slow, &node(), &chengdu(), 5000, at(READY)).unwrap();
    assert_eq!((quote.price, quote.transit_days, quote.zone), (cny(1800), 6, zone("far")));
}

#[test]
fn each_strategy_picks_its_own_winner_and_estimates_the_delivery() {
    let carriers = three_carriers();
    let cheapest = choose(&carriers, &nanjing(), 900, None, CarrierStrategy::Cheapest);
    assert_eq!(winner(&cheapest), Some(("slow", 500)));
    assert_eq!(cheapest.delivery_estimate, Some(at("2026-11-14T08:00:00Z")));
    let fastest = choose(&carriers, &nanjing(), 900, None, CarrierStrategy::Fastest);
    assert_eq!(winner(&fastest), Some(("quick", 1400)));
    assert_eq!(fastest.delivery_estimate, Some(at("2026-11-12T08:00:00Z")));
    let within = CarrierStrategy::CheapestWithinPromise;
    let kept = choose(&carriers, &nanjing(), 900, Some("2026-11-13T08:00:00Z"), within);
    assert_eq!((winner(&kept), kept.late_by_seconds), (Some(("mid", 700)), None));
    let unpromised = choose(&carriers, &nanjing(), 900, None, within);
    assert_eq!(winner(&unpromised), Some(("slow", 500)));
}

#[test]
fn a_promise_nobody_keeps_goes_to_the_least_late_and_says_by_how_much() {
    let within = CarrierStrategy::CheapestWithinPromise;
    let choice = choose(&three_carriers(), &chengdu(), 900, Some("2026-11-13T07:00:00Z"), within);
    assert_eq!((winner(&choice), choice.late_by_seconds), (Some(("quick", 2200)), Some(3600)));
    assert!(
        choice
            .candidates
            .iter()
            .all(|candidate| !matches!(&candidate.verdict, CarrierVerdict::Lost(lost) if !lost.late))
    );
}

#[test]
fn losers_say_by_how_much_and_the_winner_by_what_margin() {
    let choice = choose(&three_carriers(), &nanjing(), 900, None, CarrierStrategy::Fastest);
    let verdicts: Vec<_> = choice.candidates.iter().map(|one| (one.carrier.as_str(), &one.verdict)).collect();
    let lost = |price, days: u16, by_price, by_days| {
        let price = cny(price);
        CarrierVerdict::Lost(CarrierLost {
            price,
            transit_days: days,
            by_price: cny(by_price),
            by_days,
            late: false,
        })
    };
    let chosen =
        CarrierVerdict::Chosen(CarrierChosen { price_margin: Some(cny(-700)), days_margin: Some(1) });
    assert_eq!(
        verdicts,
        [("mid", &lost(700, 2, -700, 1)), ("quick", &chosen), ("slow", &lost(500, 3, -900, 2))]
    );
}

#[test]
fn equal_offers_are_decided_by_days_then_carrier_then_service() {
    let same = |carrier, service, days| card(carrier, service, vec![rate("near", days, 500, 100)]);
    let carriers = Carriers { cards: vec![same("b", "x", 2), same("a", "y", 2), same("a", "x", 2)] };
    let choice = choose(&carriers, &nanjing(), 1, None, CarrierStrategy::Cheapest);
    let quote = choice.chosen.unwrap();
    assert_eq!((quote.carrier.as_str(), quote.service.as_str()), ("a", "x"));
    let carriers = Carriers { cards: vec![same("a", "x", 2), same("z", "x", 1)] };
    assert_eq!(winner(&choose(&carriers, &nanjing(), 1, None, CarrierStrategy::Cheapest)), Some(("z", 500)));
}

#[test]
fn every_rejection_carries_its_reason() {
    let mut expired = card("a-expired", "s", vec![rate("near", 1, 1, 1)]);
    expired.valid = Window { from: None, until: Some(at(READY)) };
    let mut foreign = card("b-foreign", "s", vec![rate("near", 1, 1, 1)]);
    foreign.currency = Currency::USD;
    let mut nowhere = card("c-nowhere", "s", vec![rate("near", 1, 1, 1)]);
    nowhere.zones = ZoneTable::Region(RegionZones::default());
    let unrated = card("d-unrated", "s", vec![rate("far", 1, 1, 1)]);
    let mut light = card("e-light", "s", vec![rate("near", 1, 1, 1)]);
    let bands = vec![WeightBand { up_to: Weight::grams(1000), price: cny(1) }];
    light.rates = vec![ZoneRate {
        zone: zone("near"),
        transit_days: 1,
        tariff: Arc::new(Tariff { bands, beyond: None }),
    }];
    let carriers = Carriers { cards: vec![light, unrated, nowhere, foreign, expired] };
    let choice = choose(&carriers, &nanjing(), 1001, None, CarrierStrategy::Cheapest);
    assert_eq!((choice.chosen, choice.delivery_estimate), (None, None));
    let reasons: Vec<_> = choice
        .candidates
        .iter()
        .map(|candidate| match &candidate.verdict {
            CarrierVerdict::Rejected(rejected) => rejected.reason.code(),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        "carrier.card_not_valid",
        "carrier.other_currency",
        "zone.no_region",
        "carrier.no_rate",
        "carrier.too_heavy",
    ];
    assert_eq!(reasons, expected);
}

#[test]
fn a_lane_prices_every_weight_as_the_quotes_do() {
    let carriers = three_carriers();
    let lane = lane_to(&carriers, &chengdu(), at(READY), Currency::CNY);
    assert_eq!(lane.options.len(), 3);
    for weight in [0, 1, 1000, 1001, 4999, 30_000] {
        let choice = choose(&carriers, &chengdu(), weight, None, CarrierStrategy::Cheapest);
        let (price, option) = lane.cheapest(weight).unwrap();
        assert_eq!(winner(&choice), Some((option.carrier.as_str(), price)), "{weight} g");
    }
    assert!(lane_to(&carriers, &chengdu(), at(READY), Currency::EUR).is_empty());
    let nowhere = Address::new(CountryCode::new("CN").unwrap());
    assert!(lane_to(&carriers, &nowhere, at(READY), Currency::CNY).is_empty());
}

#[test]
fn a_new_card_takes_over_at_the_instant_the_old_one_ends() {
    let change = at("2026-12-01T00:00:00Z");
    let mut old = card("c", "s", vec![rate("near", 1, 500, 100)]);
    old.valid = Window { from: None, until: Some(change) };
    let mut new = card("c", "s", vec![rate("near", 1, 600, 100)]);
    new.valid = Window { from: Some(change), until: None };
    let carriers = Carriers::new(vec![new, old]);
    assert!(carriers.problems().is_empty());
    let price = |at| lane_to(&carriers, &nanjing(), at, Currency::CNY).cheapest(1).map(|(price, _)| price);
    assert_eq!(price(change - chrono::TimeDelta::seconds(1)), Some(500));
    assert_eq!(price(change), Some(600));
}

#[test]
fn cards_report_every_fault_with_its_place() {
    let mut bad =
        card("c", "s", vec![rate("near", 1, 500, 100), rate("near", 1, -5, 100), rate("moon", 1, 5, 5)]);
    bad.valid = Window { from: Some(at(READY)), until: Some(at(READY)) };
    let empty = card("d", "s", vec![]);
    let twin = card("d", "s", vec![rate("near", 1, 5, 5)]);
    let expected = [
        ("time.empty_window", "/cards/0/valid"),
        ("input.out_of_range", "/cards/0/rates/1/tariff/bands/0/price"),
        ("carrier.duplicate_zone", "/cards/0/rates/1/zone"),
        ("carrier.unknown_zone", "/cards/0/rates/2/zone"),
        ("carrier.no_rate", "/cards/1/rates"),
        ("carrier.overlapping_cards", "/cards/2/valid"),
    ];
    assert_eq!(codes(&Carriers { cards: vec![bad, empty, twin] }.problems()), expected);
}

#[test]
fn the_wire_form_of_cards_and_choices_round_trips() {
    let carriers = three_carriers();
    let text = serde_json::to_string(&carriers).unwrap();
    assert_eq!(serde_json::from_str::<Carriers>(&text).unwrap(), carriers);
    assert!(serde_json::from_str::<Carriers>(&text.replace("transitDays", "days")).is_err());
    let choice = choose(&carriers, &nanjing(), 1, Some(READY), CarrierStrategy::Fastest);
    let text = serde_json::to_string(&choice).unwrap();
    assert_eq!(serde_json::from_str::<CarrierChoice>(&text).unwrap(), choice);
    assert!(RegionCode::new("CN-ZJ").is_ok());
}

fn some_carriers() -> impl Strategy<Value = Vec<RateCard>> {
    let one = (0_u8..4, 0_u8..3, 1_u16..5, 100_i64..104, 0_i64..50);
    prop::collection::vec(one, 0..7).prop_map(|cards| {
        let card = |(carrier, service, days, first, further): (u8, u8, u16, i64, i64)| {
            card(&format!("c{carrier}"), &format!("s{service}"), vec![rate("near", days, first, further)])
        };
        let mut cards: Vec<_> = cards.into_iter().map(card).collect();
        cards.sort_by(|a, b| (&a.carrier, &a.service).cmp(&(&b.carrier, &b.service)));
        cards.dedup_by(|a, b| (&a.carrier, &a.service) == (&b.carrier, &b.service));
        cards
    })
}

proptest! {
    #[test]
    fn the_order_of_cards_never_matters(cards in some_carriers(), weight in 0_u64..5000, seed in any::<u64>()) {
        let mut shuffled = cards.clone();
        shuffled.sort_by_key(|card| crate::value::fingerprint(&(seed, card)).as_str().to_owned());
        let (cards, shuffled) = (Carriers { cards }, Carriers { cards: shuffled });
        let promise = Some("2026-11-13T08:00:00Z");
        for strategy in
            [CarrierStrategy::Cheapest, CarrierStrategy::Fastest, CarrierStrategy::CheapestWithinPromise]
        {
            let choice = choose(&cards, &nanjing(), weight, promise, strategy);
            prop_assert_eq!(&choice, &choose(&shuffled, &nanjing(), weight, promise, strategy));
            prop_assert_eq!(choice.chosen.is_some(), !cards.cards.is_empty());
        }
    }

    #[test]
    fn nothing_beats_the_winner_on_what_the_strategy_asks(cards in some_carriers(), weight in 0_u64..5000) {
        let cards = Carriers { cards };
        let quotes: Vec<_> =
            cards.cards.iter().filter_map(|card| quote(card, &node(), &nanjing(), weight, at(READY)).ok()).collect();
        let promise = Some("2026-11-13T08:00:00Z");
        let chosen = |strategy| choose(&cards, &nanjing(), weight, promise, strategy).chosen;
        if let Some(cheapest) = chosen(CarrierStrategy::Cheapest) {
            prop_assert!(quotes.iter().all(|quote| quote.price.minor() >= cheapest.price.minor()));
        }
        if let Some(fastest) = chosen(CarrierStrategy::Fastest) {
            prop_assert!(quotes.iter().all(|quote| quote.transit_days >= fastest.transit_days));
        }
        if let Some(within) = chosen(CarrierStrategy::CheapestWithinPromise) {
            let beats = |quote: &CarrierQuote| {
                let cheaper = quote.price.minor() < within.price.minor();
                let in_time = within.transit_days <= 2;
                let faster = quote.transit_days < within.transit_days;
                if in_time { quote.transit_days <= 2 && cheaper } else { faster }
            };
            prop_assert!(!quotes.iter().any(beats));
        }
    }
}
