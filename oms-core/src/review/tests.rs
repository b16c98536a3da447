use serde_json::{Value, json};

use super::*;
use crate::order::{HoldReason, OrderDraft};
use crate::value::{Instant, LineId, OrderId};

fn eur(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

fn address() -> Value {
    json!({"name": "Ada", "country": "DE", "city": "Berlin", "postalCode": "10115", "lines": ["Weg 1"]})
}

/// Two lines of one SKU and one of another, on invoice, so that nothing is due before.
fn order(change: impl FnOnce(&mut Value)) -> Order {
    let mut draft = json!({
        "channel": "web", "channelOrderId": "w1", "placedAt": Instant::UNIX_EPOCH, "currency": "EUR",
        "shipTo": address(), "terms": "invoice",
        "lines": [
            {"id": "l1", "sku": "mug", "quantity": 2, "unitPrice": eur("5.00")},
            {"id": "l2", "sku": "cup", "quantity": 1, "unitPrice": eur("3.00")},
            {"id": "l3", "sku": "mug", "quantity": 1, "unitPrice": eur("5.00")},
        ],
    });
    change(&mut draft);
    let draft: OrderDraft = serde_json::from_value(draft).unwrap();
    *Order::place(OrderId::new("o1").unwrap(), &draft).unwrap().order
}

/// What a world with these policies, known SKUs and stock finds: reasons and lines.
fn found(
    order: &Order,
    policy: &Value,
    known: &[&str],
    stock: Option<&[(&str, i64)]>,
) -> Vec<(HoldReason, String)> {
    let policy: Policy = serde_json::from_value(policy.clone()).unwrap();
    let sku = |id: &str| SkuId::new(id).unwrap();
    let facts = ReviewFacts {
        policy: &policy,
        known_skus: known.iter().map(|id| sku(id)).collect(),
        promiseable: stock.map(|stock| stock.iter().map(|(id, units)| (sku(id), *units)).collect()),
    };
    let lines = |lines: &[LineId]| lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let findings = review_order(order, &facts).into_iter();
    findings.map(|finding| (finding.reason, lines(&finding.lines))).collect()
}

const KNOWN: &[&str] = &["mug", "cup"];

fn alone(reason: HoldReason, lines: &str) -> Vec<(HoldReason, String)> {
    vec![(reason, lines.to_owned())]
}

#[test]
fn an_order_without_fault_has_no_findings() {
    assert_eq!(found(&order(|_| {}), &json!({}), KNOWN, Some(&[("mug", 3), ("cup", 1)])), []);
}

#[test]
fn prepaid_orders_must_be_paid_and_others_need_not() {
    let unpaid = |terms: &str| found(&order(|draft| draft["terms"] = json!(terms)), &json!({}), KNOWN, None);
    assert_eq!(unpaid("prepaid"), alone(HoldReason::AwaitingPayment, ""));
    assert_eq!((unpaid("invoice"), unpaid("on_delivery")), (vec![], vec![]));
}

#[test]
fn each_country_has_its_own_parts_of_an_address() {
    let note = |change: &dyn Fn(&mut Value)| {
        let order = order(|draft| change(&mut draft["shipTo"]));
        let facts = ReviewFacts { policy: &Policy::default(), known_skus: known_all(), promiseable: None };
        review_order(&order, &facts).into_iter().map(|finding| finding.note.to_string()).collect::<String>()
    };
    assert_eq!(note(&|_| {}), "");
    assert_eq!(note(&|to| to["postalCode"] = json!(" ")), "missing: postal code");
    assert_eq!(note(&|to| to["lines"] = json!(["", " "])), "missing: street");
    assert_eq!(note(&|to| to["country"] = json!("US")), "missing: region");
    assert_eq!(note(&|to| to["country"] = json!("CN")), "missing: phone, region, district");
    // Hong Kong has no postal codes and no provinces.
    assert_eq!(note(&|to| *to = json!({"name": "A", "country": "HK", "city": "HK", "lines": ["1"]})), "");
    assert_eq!(note(&|to| *to = json!({"country": "DE"})), "missing: name, city, postal code, street");
}

fn known_all() -> BTreeSet<SkuId> {
    KNOWN.iter().map(|id| SkuId::new(id).unwrap()).collect()
}

#[test]
fn a_stated_total_may_differ_by_the_tolerance_and_not_a_cent_more() {
    let stated = |total: &str| order(|draft| draft["statedTotal"] = eur(total));
    let tolerant = json!({"amountTolerance": eur("0.05")});
    let foreign = json!({"amountTolerance": {"amount": "9.00", "currency": "USD"}});
    let mismatch = alone(HoldReason::AmountMismatch, "");
    assert_eq!(found(&stated("18.00"), &json!({}), KNOWN, None), []);
    assert_eq!(found(&stated("18.01"), &json!({}), KNOWN, None), mismatch);
    assert_eq!(found(&stated("17.95"), &tolerant, KNOWN, None), []);
    assert_eq!(found(&stated("18.06"), &tolerant, KNOWN, None), mismatch);
    assert_eq!(found(&stated("18.01"), &foreign, KNOWN, None), mismatch);
}

#[test]
fn lines_of_unknown_skus_are_named() {
    assert_eq!(found(&order(|_| {}), &json!({}), &["cup"], None), alone(HoldReason::UnmappedSku, "l1 l3"));
}

#[test]
fn lines_that_share_a_sku_share_its_units() {
    let short = |mugs| found(&order(|_| {}), &json!({}), KNOWN, Some(&[("mug", mugs), ("cup", 1)]));
    assert_eq!(short(3), []);
    assert_eq!(short(2), alone(HoldReason::InventoryOutOfStock, "l1 l3"));
    let none = found(&order(|_| {}), &json!({}), KNOWN, Some(&[]));
    assert_eq!(none, alone(HoldReason::InventoryOutOfStock, "l1 l2 l3"));
}

#[test]
fn every_fault_is_found_at_once_in_the_order_of_the_rules() {
    let order = order(|draft| {
        draft["terms"] = json!("prepaid");
        draft["shipTo"]["city"] = json!("");
        draft["statedTotal"] = eur("1.00");
    });
    let reasons: Vec<HoldReason> =
        found(&order, &json!({}), &[], Some(&[])).into_iter().map(|(reason, _)| reason).collect();
    use HoldReason::*;
    assert_eq!(
        reasons,
        [AwaitingPayment, IncorrectAddress, AmountMismatch, UnmappedSku, InventoryOutOfStock]
    );
}
