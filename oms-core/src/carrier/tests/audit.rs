//! Bills: every outcome, every difference.

use serde_json::{Value, json};

use super::rates::card;
use crate::carrier::*;
use crate::network::Node;
use crate::value::{Address, CountryCode, Instant, Money, NodeId};

fn money(text: &str) -> Value {
    json!({"amount": text, "currency": "USD"})
}

/// 10.00 for a kilogram, 2.00 for a signature, 10 % fuel: 13.00 in all.
fn expected(number: &str) -> Value {
    let card = card(json!({
        "surcharges": [{"id": "signature", "charge": {"fixed": money("2.00")}}], "fuel": [{"percent": "10"}]}));
    let (from, to) = (Node::new(NodeId::new("reno").unwrap()), Address::new(CountryCode::new("US").unwrap()));
    let (shipment, ready_at) = (RateShipment::of_weight(900), Instant::UNIX_EPOCH);
    let request = RateRequest { from: &from, to: &to, ready_at, shipment: &shipment, states: &[] };
    let quote = explain_quote(&card, &request).unwrap();
    json!({"number": number, "quote": quote, "theoreticalGrams": 850, "weighedGrams": 900})
}

fn audit(billed: Value, tolerance: Value) -> AuditedBill {
    let numbers = ["A", "B"].map(expected);
    let asked = json!({"currency": "USD", "expected": numbers, "billed": billed, "tolerance": tolerance});
    audit_bill(&serde_json::from_value(asked).unwrap()).unwrap()
}

fn lines(base: &str, signature: &str, fuel: &str) -> Value {
    json!([
        {"kind": "base", "amount": money(base)},
        {"kind": "surcharge", "id": "signature", "amount": money(signature)},
        {"kind": "fuel", "amount": money(fuel)}])
}

fn outcomes(bill: &AuditedBill) -> Vec<(&str, AuditOutcome)> {
    bill.parcels.iter().map(|parcel| (parcel.number.as_str(), parcel.outcome)).collect()
}

#[test]
fn a_bill_as_expected_has_nothing_to_say() {
    let billed = json!([
        {"number": "B", "total": money("13.00"), "lines": lines("10.00", "2.00", "1.00"),
            "carrier": "ups", "service": "ground", "zone": "near", "grams": 900},
        {"number": "A", "total": money("13.00")}]);
    let bill = audit(billed, json!({}));
    assert_eq!(outcomes(&bill), [("B", AuditOutcome::Ok), ("A", AuditOutcome::Ok)]);
    assert!(
        bill.parcels.iter().all(|parcel| parcel.differences.is_empty() && parcel.pick_gap_grams.is_none())
    );
    assert_eq!((bill.expected, bill.billed, bill.claim.is_zero()), (bill.billed, bill.expected, true));
}

#[test]
fn what_was_never_sent_billed_twice_or_not_billed_is_told() {
    let billed = json!([
        {"number": "A", "total": money("13.00")}, {"number": "X", "total": money("5.00")},
        {"number": "A", "total": money("13.00")}]);
    let bill = audit(billed, json!({}));
    use AuditOutcome::{Duplicate, NotBilled, Ok, Unknown};
    assert_eq!(outcomes(&bill), [("A", Ok), ("X", Unknown), ("A", Duplicate), ("B", NotBilled)]);
    assert_eq!(bill.claim.to_string(), "18.00 USD");
    assert_eq!(
        (bill.expected.to_string(), bill.billed.to_string()),
        ("13.00 USD".to_owned(), "31.00 USD".to_owned())
    );
}

#[test]
fn every_difference_is_told_by_part_with_its_reason() {
    let mut billed = lines("14.00", "2.50", "1.40");
    billed.as_array_mut().unwrap().remove(1);
    billed
        .as_array_mut()
        .unwrap()
        .push(json!({"kind": "surcharge", "id": "remote", "amount": money("4.00")}));
    let billed = json!([{"number": "A", "total": money("20.40"), "lines": billed, "carrier": "fedex",
        "service": "air", "zone": "far", "grams": 1900}]);
    let bill = audit(billed, json!({"grams": 50}));
    let parcel = &bill.parcels[0];
    assert_eq!(parcel.outcome, AuditOutcome::WrongWeight);
    let told = parcel.differences.iter().map(|one| {
        let id = one.id.as_ref().map_or("", |id| id.as_str());
        (one.reason, id, one.expected.as_str(), one.billed.as_str(), one.by.map(Money::minor))
    });
    let told: Vec<_> = told.collect();
    use BillDifferenceReason as R;
    let expected = [
        (R::Carrier, "", "ups", "fedex", None),
        (R::Service, "", "ground", "air", None),
        (R::Zone, "", "near", "far", None),
        (R::Weight, "", "900", "1900", None),
        (R::Amount, "", "10.00", "14.00", Some(400)),
        (R::Unexpected, "remote", "0.00", "4.00", Some(400)),
        (R::Missing, "signature", "2.00", "0.00", Some(-200)),
        (R::Amount, "", "1.00", "1.40", Some(40)),
        (R::Sum, "", "19.40", "20.40", Some(100)),
    ];
    assert_eq!(told, expected);
    assert_eq!(bill.claim.to_string(), "7.40 USD");
}

#[test]
fn tolerances_let_small_differences_pass() {
    let outcome = |total: &str, tolerance: Value| {
        audit(json!([{"number": "A", "total": money(total)}]), tolerance).parcels[0].outcome
    };
    use AuditOutcome::{Ok, Over, Under};
    assert_eq!(outcome("13.01", json!({})), Over);
    assert_eq!(outcome("12.99", json!({})), Under);
    assert_eq!(outcome("13.50", json!({"amount": money("0.50")})), Ok);
    assert_eq!(outcome("13.51", json!({"amount": money("0.50")})), Over);
    assert_eq!(outcome("13.65", json!({"percent": "5"})), Ok);
    assert_eq!(outcome("12.34", json!({"percent": "5"})), Under);
    let lighter = audit(json!([{"number": "A", "total": money("14.00"), "grams": 100}]), json!({}));
    assert_eq!(lighter.parcels[0].outcome, Over);
}

#[test]
fn a_gap_between_contents_and_scale_points_at_a_wrong_pick() {
    let gap = |most: u64| {
        let bill = audit(json!([{"number": "A", "total": money("13.00")}]), json!({"pickGrams": most}));
        bill.parcels[0].pick_gap_grams
    };
    assert_eq!((gap(50), gap(49)), (None, Some(50)));
}

#[test]
fn a_bill_in_another_currency_is_refused_with_its_places() {
    let mut asked = json!({"currency": "EUR", "expected": [expected("A"), expected("A")],
        "billed": [{"number": "A", "total": money("1.00"), "lines": lines("1.00", "1.00", "1.00")}],
        "tolerance": {"amount": money("1.00")}});
    let problems = audit_bill(&serde_json::from_value(asked.take()).unwrap()).unwrap_err();
    let paths: Vec<_> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    let expected = [
        "/expected/0/quote",
        "/expected/1/number",
        "/expected/1/quote",
        "/billed/0/total",
        "/billed/0/lines/0/amount",
        "/billed/0/lines/1/amount",
        "/billed/0/lines/2/amount",
        "/tolerance/amount",
    ];
    assert_eq!(paths, expected);
}
