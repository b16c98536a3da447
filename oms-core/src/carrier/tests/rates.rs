//! Rich rate cards: the golden vectors, every kind of term, and laws.

use serde_json::{Value, json};

use crate::carrier::*;
use crate::network::Node;
use crate::value::{Address, CountryCode, Currency, Dimensions, Instant, Money, NodeId, RegionCode, Text};

pub(super) fn at() -> Instant {
    "2026-11-11T08:00:00Z".parse().unwrap()
}

fn usd(cents: i64) -> Money {
    Money::from_minor(cents, Currency::USD)
}

pub(super) fn money(text: &str) -> Value {
    json!({"amount": text, "currency": "USD"})
}

/// 10.00 for the first kilogram, 4.00 for each further one, with these terms.
pub(super) fn card(terms: Value) -> RateCard {
    let card = json!({
        "carrier": "ups", "service": "ground", "currency": "USD",
        "zones": {"type": "country", "default": "near", "rows": [{"countries": ["CA"], "zone": "far"}]},
        "rates": [
            {"zone": "near", "transitDays": 3, "tariff": {
                "bands": [{"upTo": 1000, "price": money("10.00")}],
                "beyond": {"step": 1000, "price": money("4.00")}}},
            {"zone": "far", "transitDays": 9, "tariff": {"bands": [{"upTo": 70_000, "price": money("99.00")}]}}],
        "terms": terms,
    });
    serde_json::from_value(card).unwrap()
}

fn shipment(value: Value) -> RateShipment {
    serde_json::from_value(value).unwrap()
}

pub(super) fn address(country: &str, code: &str) -> Address {
    let mut address = Address::new(CountryCode::new(country).unwrap());
    address.postal_code = Text::new(code).unwrap();
    address
}

pub(super) fn explain(
    card: &RateCard,
    shipment: &RateShipment,
    to: &Address,
) -> Result<ExplainedQuote, Vec<QuoteRejection>> {
    assert_eq!(card.problems().as_slice(), []);
    let from = Node::new(NodeId::new("reno").unwrap());
    let request = RateRequest { from: &from, to, ready_at: at(), shipment, states: &[] };
    let explained = explain_quote(card, &request);
    let quick = quote_shipment(card, &request);
    match &explained {
        Ok(explained) => assert_eq!(quick.as_ref(), Ok(&explained.quote)),
        Err(reasons) => assert_eq!(quick.as_ref().err(), reasons.first()),
    }
    explained
}

fn lines(card: &RateCard, shipped: Value) -> Vec<(RateLineKind, String, i64)> {
    let explained = explain(card, &shipment(shipped), &address("US", "90210")).unwrap();
    let sum: i64 = explained.lines.iter().map(|line| line.amount.minor()).sum();
    assert_eq!(sum, explained.quote.price.minor());
    let line = |line: &RateLine| {
        (line.kind, line.id.as_ref().map_or("", |id| id.as_str()).to_owned(), line.amount.minor())
    };
    explained.lines.iter().map(line).collect()
}

fn total(card: &RateCard, shipped: Value) -> i64 {
    lines(card, shipped).iter().map(|(_, _, minor)| minor).sum()
}

fn parcel(grams: u64) -> Value {
    json!({"parcels": [{"weightGrams": grams}]})
}

fn sized(grams: u64, length: u32, width: u32, height: u32) -> Value {
    json!({"parcels": [{"weightGrams": grams,
        "dimensions": {"length": length, "width": width, "height": height}}]})
}

fn codes(card: &RateCard, shipped: Value, to: &Address) -> Vec<&'static str> {
    let reasons = explain(card, &shipment(shipped), to).unwrap_err();
    reasons.iter().map(QuoteRejection::code).collect()
}

/// 12 × 10 × 8 in and 3.2 lb: 7 lb by a divisor of 139; 4 lb where size counts above a cubic foot only.
#[test]
fn a_parcel_is_billed_by_the_rules_of_its_carrier() {
    let billed = |volumetric: Value, grams| {
        let terms =
            json!({"weight": {"unit": "imperial", "volumetric": volumetric, "steps": [{"step": 16}]}});
        let explained =
            explain(&card(terms), &shipment(sized(grams, 305, 254, 203)), &address("US", "")).unwrap();
        (explained.weights[0].chargeable.to_string(), explained.weights[0].volumetric_grams)
    };
    assert_eq!(billed(json!({"divisor": 139}), 1451), ("7".to_owned(), Some(3132)));
    for edges in ["nearest", "up"] {
        // 960 / 139 lb of 453.59237 g.
        assert_eq!(billed(json!({"divisor": 139, "edges": edges}), 1452), ("7".to_owned(), Some(3133)));
    }
    let above = json!({"divisor": 166, "aboveVolume": 1728, "edges": "nearest"});
    assert_eq!(billed(above, 1452), ("4".to_owned(), None));
}

#[test]
fn a_whole_pound_in_grams_is_not_rounded_up_to_the_next() {
    let terms = json!({"weight": {"unit": "imperial", "steps": [{"upTo": 16, "step": 1}, {"step": 16}]}});
    let card = card(terms);
    for pounds in 1..=150_u64 {
        let grams = (u128::from(pounds) * 45_359_237 + 50_000) / 100_000;
        let of = |grams: u128| {
            let grams = u64::try_from(grams).unwrap();
            let shipment = RateShipment::of_weight(grams);
            explain(&card, &shipment, &address("US", "")).unwrap().weights[0].chargeable.to_string()
        };
        assert_eq!(of(grams), pounds.to_string());
        assert_eq!(of(grams + 1), (pounds + 1).to_string());
    }
    let ounces = explain(&card, &RateShipment::of_weight(100), &address("US", "")).unwrap();
    assert_eq!(ounces.weights[0].chargeable.to_string(), "0.25");
}

#[test]
fn chargeable_weight_follows_every_variant() {
    let charged = |rule: Value, grams, edge| {
        let card = card(json!({"weight": rule}));
        let explained = explain(&card, &shipment(sized(grams, edge, 300, 250)), &address("US", "")).unwrap();
        explained.weights[0].chargeable_grams
    };
    let by = |more: Value| {
        let mut rule = json!({"divisor": 6000});
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        rule
    };
    // 400 × 300 × 250 mm count as 5000 g.
    assert_eq!(charged(json!({"volumetric": by(json!({}))}), 2300, 400), 5000);
    assert_eq!(charged(json!({"volumetric": by(json!({"mix": "average"}))}), 2300, 400), 3650);
    assert_eq!(charged(json!({"volumetric": by(json!({"mix": "average"}))}), 7300, 400), 7300);
    assert_eq!(charged(json!({"volumetric": by(json!({"aboveLongest": 400}))}), 2300, 400), 2300);
    assert_eq!(charged(json!({"volumetric": by(json!({"aboveLongest": 399}))}), 2300, 400), 5000);
    assert_eq!(charged(json!({"volumetric": by(json!({"aboveVolume": 30_000}))}), 2300, 400), 2300);
    assert_eq!(charged(json!({"volumetric": by(json!({"edges": "up"}))}), 2300, 391), 5000);
    assert_eq!(charged(json!({"volumetric": by(json!({"edges": "nearest"}))}), 2300, 394), 4875);
    // Steps of 100 g up to 1 kg, then of 500 g with 200 g free.
    let steps = json!({"steps": [{"upTo": 1000, "step": 100}, {"step": 500, "free": 200}]});
    let weights =
        [(1, 100), (901, 1000), (1001, 1000), (1200, 1000), (1201, 1500), (1700, 1500), (1701, 2000)];
    for (grams, charges) in weights {
        assert_eq!(charged(steps.clone(), grams, 1), charges, "{grams} g");
    }
}

#[test]
fn only_the_highest_handling_fee_applies_and_large_packages_replace_handling() {
    let handling = |id: &str, above: Value, amount: &str| {
        json!({"id": id, "group": "handling",
        "when": {"above": above}, "charge": {"fixed": money(amount)}})
    };
    let mut large = handling("large", json!({"longest": 2438, "girth": 3302}), "20.00");
    large["rank"] = json!(1);
    large["leastWeight"] = json!(40_823);
    let card = card(json!({
    "weight": {"unit": "imperial", "steps": [{"step": 16}]},
    "surcharges": [
        handling("heavy", json!({"weight": 22_680}), "25.00"),
        handling("long", json!({"longest": 1219, "second": 762}), "18.00"),
        large,
    ]}));
    let ids = |shipped| -> Vec<String> {
        let lines = lines(&card, shipped);
        lines.into_iter().filter(|(kind, ..)| *kind == RateLineKind::Surcharge).map(|(_, id, _)| id).collect()
    };
    assert_eq!(ids(sized(20_000, 1219, 762, 100)), Vec::<String>::new());
    assert_eq!(ids(sized(20_000, 1220, 700, 100)), ["long"]);
    assert_eq!(ids(sized(30_000, 1220, 700, 100)), ["heavy"]);
    assert_eq!(ids(sized(30_000, 2439, 100, 100)), ["large"]);
    // It counts as 90 lb at least.
    let explained = explain(&card, &shipment(sized(3000, 2439, 100, 100)), &address("US", "")).unwrap();
    assert_eq!(explained.weights[0].chargeable.to_string(), "90");
    let gave_way: Vec<_> = explained.replaced.iter().map(|one| (one.id.as_str(), one.by.as_str())).collect();
    assert_eq!(gave_way, [("long", "large")]);
}

#[test]
fn surcharges_hold_by_place_option_window_and_zone() {
    let surcharge =
        |id: &str, when: Value| json!({"id": id, "when": when, "charge": {"fixed": money("1.00")}});
    let card = card(json!({
    "areas": {"remote": {"countries": ["US"], "postalCodes": ["9021"],
        "postalRanges": [{"from": "995", "to": "999"}]}},
    "surcharges": [
        surcharge("remote", json!({"areas": ["remote"]})),
        surcharge("home", json!({"places": ["residence"]})),
        surcharge("signature", json!({"options": ["signature"]})),
        surcharge("peak", json!({"handedOver": {"from": "2026-11-01T00:00:00Z", "until": "2026-11-12T00:00:00Z"}})),
        surcharge("later", json!({"handedOver": {"from": "2026-11-12T00:00:00Z"}})),
        surcharge("abroad", json!({"zones": ["far"]})),
    ]}));
    let ids = |shipped: Value, to: &Address| -> Vec<String> {
        let explained = explain(&card, &shipment(shipped), to).unwrap();
        explained.lines.iter().filter_map(|line| Some(line.id.as_ref()?.as_str().to_owned())).collect()
    };
    assert_eq!(ids(parcel(1), &address("US", "90210")), ["remote", "peak"]);
    assert_eq!(ids(parcel(1), &address("US", "99701")), ["remote", "peak"]);
    assert_eq!(ids(parcel(1), &address("US", "90310")), ["peak"]);
    assert_eq!(ids(parcel(1), &address("CA", "90210")), ["peak", "abroad"]);
    let asked = json!({"place": "residence", "options": ["signature", "saturday"]});
    assert_eq!(ids(asked, &address("US", "1")), ["home", "signature", "peak"]);
}

#[test]
fn charges_add_up_fixed_percent_and_steps_between_bounds() {
    let charge = |charge: Value| {
        let card = card(json!({"surcharges": [{"id": "more", "charge": charge}]}));
        total(&card, parcel(2500)) - 1800
    };
    assert_eq!(charge(json!({"fixed": money("1.00"), "percent": "10"})), 280);
    assert_eq!(charge(json!({"perStep": {"step": 1000, "price": money("0.50")}})), 150);
    assert_eq!(charge(json!({"percent": "10", "minimum": money("2.00")})), 200);
    assert_eq!(charge(json!({"percent": "10", "maximum": money("1.50")})), 150);
}

#[test]
fn parcels_of_one_shipment_are_priced_each_or_together() {
    let two = json!({"parcels": [{"weightGrams": 400}, {"weightGrams": 700}]});
    let card = |pricing: &str| {
        card(json!({"weight": {"steps": [{"step": 500}]},
            "parcels": {"pricing": pricing, "master": money("1.00"), "further": money("0.25")},
            "surcharges": [
                {"id": "each", "charge": {"fixed": money("0.10")}},
                {"id": "once", "per": "shipment", "charge": {"percent": "1"}}]}))
    };
    // 500 g and 1000 g at 10.00 each; 1500 g or 1500 g at 14.00.
    assert_eq!(total(&card("each"), two.clone()), 2000 + 125 + 20 + 20);
    assert_eq!(total(&card("together"), two.clone()), 1400 + 125 + 20 + 14);
    assert_eq!(total(&card("sum_of_each"), two), 1400 + 125 + 20 + 14);
    let light = json!({"parcels": [{"weightGrams": 100}, {"weightGrams": 100}]});
    assert_eq!(total(&card("together"), light.clone()), 1000 + 125 + 20 + 10);
    assert_eq!(total(&card("sum_of_each"), light), 1000 + 125 + 20 + 10);
}

#[test]
fn insurance_and_cash_on_delivery_go_by_tiers_and_bounds() {
    let card = card(json!({
        "insurance": {"free": money("100.00"), "minimum": money("3.00"),
            "tiers": [{"upTo": money("1000.00"), "perValue": {"each": money("100.00"), "price": money("1.25")}},
                {"upTo": money("5000.00"), "percent": "1"}]},
        "cod": {"tiers": [{"percent": "1", "upTo": money("2000.00")}], "minimum": money("2.00"),
            "maximum": money("15.00")}}));
    let insured = |amount: &str| total(&card, json!({"declared": money(amount)})) - 1000;
    assert_eq!(insured("100.00"), 0);
    assert_eq!(insured("150.00"), 300);
    assert_eq!(insured("401.00"), 500);
    assert_eq!(insured("1100.00"), 1000);
    let cod = |amount: &str| total(&card, json!({"cod": money(amount)})) - 1000;
    assert_eq!((cod("10.00"), cod("500.00"), cod("2000.00")), (200, 500, 1500));
    let us = address("US", "");
    assert_eq!(codes(&card, json!({"declared": money("5000.01")}), &us), ["carrier.value_too_high"]);
    assert_eq!(codes(&card, json!({"cod": money("2000.01")}), &us), ["carrier.cod_refused"]);
    let euros = json!({"declared": {"amount": "1.00", "currency": "EUR"}});
    assert_eq!(codes(&card, euros, &us), ["carrier.amount_in_other_currency"]);
    assert_eq!(
        codes(&super::rates::card(json!({})), json!({"cod": money("1.00")}), &us),
        ["carrier.cod_refused"]
    );
}

#[test]
fn fuel_goes_by_time_and_only_on_what_says_so() {
    let periods = json!([
        {"valid": {"until": "2026-11-09T00:00:00Z"}, "percent": "5"},
        {"valid": {"from": "2026-11-09T00:00:00Z", "until": "2026-11-16T00:00:00Z"}, "percent": "12.5"}]);
    let surcharges = json!([
        {"id": "remote", "fuel": true, "charge": {"fixed": money("2.00")}},
        {"id": "paper", "charge": {"fixed": money("3.00")}}]);
    let priced = card(json!({"fuel": periods, "surcharges": surcharges}));
    let fuel = lines(&priced, parcel(1)).into_iter().find(|(kind, ..)| *kind == RateLineKind::Fuel).unwrap();
    assert_eq!(fuel.2, 150);
    let mut ended = priced;
    std::sync::Arc::make_mut(ended.terms.as_mut().unwrap()).fuel.pop();
    assert_eq!(codes(&ended, parcel(1), &address("US", "")), ["carrier.no_fuel_rate"]);
}

#[test]
fn of_the_steps_of_a_volume_the_largest_discount_is_given_and_floors_hold() {
    let card = card(json!({
        "surcharges": [{"id": "more", "charge": {"fixed": money("2.00")}}],
        "discounts": [
            {"id": "tier1", "group": "volume", "percent": "5", "fromParcels": 100},
            {"id": "tier2", "group": "volume", "percent": "10", "fromParcels": 1000},
            {"id": "earned", "on": "freight", "percent": "50", "floor": money("9.00"), "fromParcels": 1},
            {"id": "rebate", "fixed": money("0.30")}]}));
    let off = |month: u64| {
        let given = lines(&card, json!({"monthParcels": month}));
        let given = given.into_iter().filter(|(kind, ..)| *kind == RateLineKind::Discount);
        given.map(|(_, id, minor)| (id, minor)).collect::<Vec<_>>()
    };
    let line = |id: &str, minor| (id.to_owned(), minor);
    assert_eq!(off(0), [line("rebate", -30)]);
    assert_eq!(off(500), [line("tier1", -50), line("earned", -300), line("rebate", -30)]);
    assert_eq!(off(1000), [line("tier2", -100), line("earned", -300), line("rebate", -30)]);
}

#[test]
fn minimum_maximum_and_tax_come_last() {
    let bounded =
        card(json!({"minimum": money("12.00"), "maximum": money("20.00"), "tax": {"percent": "19"}}));
    let kinds = |grams| {
        let lines = lines(&bounded, parcel(grams));
        lines.into_iter().map(|(kind, _, minor)| (kind, minor)).collect::<Vec<_>>()
    };
    use RateLineKind::{Base, Maximum, Minimum, Tax};
    assert_eq!(kinds(1), [(Base, 1000), (Minimum, 200), (Tax, 228)]);
    assert_eq!(kinds(2000), [(Base, 1400), (Tax, 266)]);
    assert_eq!(kinds(9000), [(Base, 4200), (Maximum, -2200), (Tax, 380)]);
}

#[test]
fn flat_rates_and_cubic_rates_replace_the_price_by_weight() {
    let card = card(json!({
        "flatRates": [{"box": "medium", "price": money("16.00")}],
        "cubic": {"within": {"weight": 9072, "longest": 457},
            "tiers": [{"zone": "near", "upTo": 2_831_685, "price": money("6.00")},
                {"zone": "near", "upTo": 5_663_369, "price": money("7.00")}]}}));
    assert_eq!(total(&card, json!({"parcels": [{"weightGrams": 9000, "box": "medium"}]})), 1600);
    assert_eq!(total(&card, sized(9000, 100, 100, 100)), 600);
    assert_eq!(total(&card, sized(9000, 200, 200, 100)), 700);
    assert_eq!(total(&card, sized(9000, 200, 200, 200)), 4200);
    assert_eq!(total(&card, sized(9073, 100, 100, 100)), 4600);
    assert_eq!(total(&card, sized(9000, 458, 10, 10)), 4200);
}

#[test]
fn each_limit_of_a_service_says_why_it_refuses() {
    let mut limited =
        card(json!({"areas": {"isles": {"regions": ["HI"]}}, "cod": {"tiers": [{"percent": "1"}]}}));
    let limits = json!({
        "nodes": ["berlin"], "notServed": ["isles"], "refusedPlaces": ["po_box"],
        "parcel": {"weight": 30_000, "girth": 3000}, "mostParcels": 1, "mostValue": money("500.00"),
        "mostCod": money("100.00"), "hazards": ["UN3481"], "options": ["signature"],
        "cold": {"range": {"minCelsius": 2, "maxCelsius": 8}, "hours": 48}, "dailyCap": 10,
        "blackouts": [{"window": {"from": "2026-11-11T00:00:00Z", "until": "2026-11-12T00:00:00Z"},
            "reason": "strike"}]});
    limited.limits = Some(serde_json::from_value(limits).unwrap());
    assert_eq!(limited.problems().as_slice(), []);
    let shipped = shipment(json!({
        "parcels": [{"weightGrams": 30_001, "dimensions": {"length": 1000, "width": 600, "height": 500}},
            {"weightGrams": 1}],
        "declared": money("500.01"), "cod": money("100.01"), "place": "po_box",
        "options": ["saturday"], "hazards": ["UN3481", "aerosol"], "cold": {"minCelsius": 0, "maxCelsius": 10},
        "carriers": ["fedex"]}));
    let mut to = address("US", "");
    to.region = Some(RegionCode::new("HI").unwrap());
    let from = Node::new(NodeId::new("reno").unwrap());
    let states = [ServiceState {
        carrier: limited.carrier.clone(),
        service: limited.service.clone(),
        taken_today: 10,
        waybills_left: Some(0),
    }];
    let request = RateRequest { from: &from, to: &to, ready_at: at(), shipment: &shipped, states: &states };
    let codes: Vec<_> =
        explain_quote(&limited, &request).unwrap_err().iter().map(QuoteRejection::code).collect();
    let expected = [
        "not_allowed",
        "waybills_used_up",
        "daily_cap",
        "node_not_served",
        "destination_not_served",
        "blackout",
        "place_refused",
        "too_many_parcels",
        "parcel_above_limit",
        "parcel_above_limit",
        "value_too_high",
        "cod_refused",
        "hazards_refused",
        "options_missing",
        "cold_not_kept",
    ];
    assert_eq!(codes, expected.map(|code| format!("carrier.{code}")));
    assert_eq!(quote_shipment(&limited, &request).unwrap_err().code(), "carrier.not_allowed");
}

#[test]
fn a_card_reports_every_fault_of_its_terms_with_its_place() {
    let bad = json!({
        "weight": {"volumetric": {"divisor": 0}, "steps": [{"step": 0}, {"step": 5, "free": 5}]},
        "areas": {"nowhere": {}},
        "surcharges": [
            {"id": "a", "when": {"areas": ["moon"], "zones": ["x"]}, "charge": {}},
            {"id": "a", "charge": {"fixed": {"amount": "1.00", "currency": "EUR"}, "percent": "-1"}}],
        "insurance": {"tiers": []},
        "fuel": [{"percent": "1"}, {"percent": "2"}],
        "discounts": [{"id": "d", "percent": "101"}],
        "minimum": money("2.00"), "maximum": money("1.00"),
        "tax": {"percent": "5000"}});
    let problems = card(bad).problems();
    let found: Vec<_> =
        problems.as_slice().iter().map(|problem| (problem.path.as_str(), problem.code.as_ref())).collect();
    let expected = [
        ("/terms/weight/volumetric/divisor", "input.out_of_range"),
        ("/terms/weight/steps/0/step", "input.out_of_range"),
        ("/terms/weight/steps/0/upTo", "carrier.open_step"),
        ("/terms/weight/steps/1/free", "input.out_of_range"),
        ("/terms/areas/nowhere", "input.empty"),
        ("/terms/maximum", "input.out_of_range"),
        ("/terms/surcharges/0/charge", "input.empty"),
        ("/terms/surcharges/0/when/zones/0", "carrier.unknown_zone"),
        ("/terms/surcharges/0/when/areas/0", "carrier.unknown_area"),
        ("/terms/surcharges/1/charge/fixed", "money.currency_mismatch"),
        ("/terms/surcharges/1/charge/percent", "input.out_of_range"),
        ("/terms/surcharges/1/id", "carrier.duplicate_charge"),
        ("/terms/insurance/tiers", "input.empty"),
        ("/terms/fuel/1/valid", "carrier.overlapping_fuel"),
        ("/terms/discounts/0/percent", "input.out_of_range"),
        ("/terms/tax/percent", "input.out_of_range"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn huge_weights_sizes_and_values_never_panic() {
    let terms = json!({
        "weight": {"volumetric": {"divisor": 1, "edges": "up"}, "steps": [{"step": 1}]},
        "surcharges": [{"id": "s", "charge": {"perStep": {"step": 1, "price": money("90000000000.00")}}}],
        "insurance": {"tiers": [{"percent": "1000"}]}});
    let card = card(terms);
    let most = u32::MAX;
    let size = Dimensions { length: most, width: most, height: most };
    let parcel = RateParcel { weight_grams: u64::MAX, dimensions: Some(size), carton: None };
    let shipment =
        RateShipment { parcels: vec![parcel; 3], declared: Some(usd(i64::MAX)), ..RateShipment::default() };
    let reasons = explain(&card, &shipment, &address("US", "")).unwrap_err();
    assert_eq!(reasons.first().map(QuoteRejection::code), Some("carrier.price_overflow"));
}
