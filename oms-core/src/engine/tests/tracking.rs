//! Parcels on their way: late ones, what channels are told, codes that nobody knows.

use super::*;
use crate::tracking::{AlertLevel, ParcelTimer, WriteBackWait};

fn shipped() -> Shop {
    let shop = Shop::new(&[("a", 9)]);
    shop.ready("o1", &[2]);
    shop.act(allocate("o1"));
    shop.act(of_order("release_order", "o1"));
    shop.act(ship("o1", "a"));
    shop
}

fn ask(shop: &Shop, query: Value) -> Value {
    let query = serde_json::from_value(query).unwrap();
    serde_json::to_value(shop.oms.query(&query).unwrap()).unwrap()
}

fn told(status: &str, number: &str) -> Value {
    json!({"type": "record_write_back", "shipment": "s-o1-a", "parcel": "p1", "channel": "web",
        "channelOrder": "w-o1", "number": number, "status": status})
}

#[test]
fn a_channel_is_told_once_until_it_confirms_and_again_when_the_number_changes() {
    let shop = shipped();
    let order = shop.order("o1").order;
    let told = |status: &str, number: &str| {
        let mut told = told(status, number);
        told["channel"] = json!(order.channel);
        told["channelOrder"] = json!(order.channel_order_id);
        told
    };
    let plan = |minute: i64| {
        let at = at(minute * 60);
        ask(
            &shop,
            json!({"type": "write_backs", "tenant": "acme", "at": at,
            "policies": [{"channel": order.channel, "retryAfter": [5], "resendAfter": 30,
                "carriers": [{"carrier": "post", "code": "DHL"}]}]}),
        )["plan"]
            .clone()
    };
    assert_eq!(plan(1)["waiting"][0]["reason"], json!(WriteBackWait::NoNumber));
    shop.act(
        json!({"type": "number_parcel", "shipment": "s-o1-a", "parcel": "p1", "number": "RB123456785CN"}),
    );
    let due = plan(1)["due"][0].clone();
    assert_eq!(
        (&due["number"], &due["carrierCode"], &due["early"], &due["attempt"]),
        (&json!("RB123456785CN"), &json!("DHL"), &json!(true), &json!(1))
    );
    shop.act(told("sent", "RB123456785CN"));
    assert_eq!(plan(1)["waiting"][0]["reason"], json!(WriteBackWait::Sent));
    assert_eq!(plan(100)["due"][0]["attempt"], json!(2));
    shop.act(told("failed", "RB123456785CN"));
    assert_eq!(plan(1)["waiting"][0]["reason"], json!(WriteBackWait::Retry));
    assert_eq!(plan(100)["due"][0]["attempt"], json!(2));
    shop.act(told("failed", "RB123456785CN"));
    assert_eq!(plan(100)["waiting"][0]["reason"], json!(WriteBackWait::Manual));
    shop.act(told("confirmed", "RB123456785CN"));
    shop.act(told("failed", "RB123456785CN"));
    assert_eq!(plan(100), json!({"due": [], "waiting": []}));
    shop.act(
        json!({"type": "number_parcel", "shipment": "s-o1-a", "parcel": "p1", "number": "RB123456799CN"}),
    );
    assert_eq!(plan(100)["due"][0]["replaces"], json!("RB123456785CN"));
    assert_eq!(
        shop.code(json!({"type": "number_parcel", "shipment": "s", "parcel": "p1", "number": "1"})),
        "shipment.unknown"
    );
    assert_eq!(
        shop.code(json!({"type": "number_parcel", "shipment": "s-o1-a", "parcel": "x", "number": "1"})),
        "shipment.invalid"
    );
    shop.is_sound();
}

#[test]
fn a_parcel_that_nobody_scanned_is_an_alert_and_its_scan_clears_it() {
    let shop = shipped();
    let shipped_at = shop.oms.shipment(&tenant("acme"), &crate::value::ShipmentId::new("s-o1-a").unwrap());
    let shipped_at = shipped_at.unwrap().unwrap().shipped_at;
    let look = |hours: i64, standing: Value| {
        let at = shipped_at + chrono::Duration::hours(hours);
        ask(&shop, json!({"type": "parcel_alerts", "tenant": "acme", "at": at, "standing": standing}))["watch"].clone()
    };
    let watch = look(25, json!([]));
    assert_eq!(watch["alerts"][0]["timer"], json!(ParcelTimer::PickupScan));
    assert_eq!(watch["raised"][0]["level"], json!(AlertLevel::Breach));
    shop.act(track("s-o1-a", 3600, "picked_up"));
    let cleared = look(2, watch["alerts"].clone());
    assert_eq!(
        (cleared["alerts"].as_array().unwrap().len(), cleared["cleared"].as_array().unwrap().len()),
        (0, 1)
    );
}

#[test]
fn codes_that_nobody_knows_are_a_figure_and_limits_are_learned_of_what_arrived() {
    let shop = shipped();
    let scan = |second: i64, code: &str, status: &str| {
        let at = at(second);
        json!({"at": at, "status": status, "code": code, "source": "fedex"})
    };
    shop.act(
        json!({"type": "record_tracking", "shipment": "s-o1-a", "parcels": [{"parcel": "p1", "events": [
        scan(60, "PU", "picked_up"), scan(120, "Q1", "unknown"), scan(600, "Q1", "unknown"),
        scan(7200, "DL", "delivered")]}]}),
    );
    let gaps = ask(&shop, json!({"type": "tracking_gaps", "tenant": "acme"}));
    assert_eq!(gaps["gaps"], json!([{"source": "fedex", "code": "Q1", "scans": 2}]));
    let limits =
        ask(&shop, json!({"type": "parcel_limits", "tenant": "acme", "quantileMilli": 950, "minSamples": 1}));
    let first = &limits["learned"]["limits"][0];
    assert_eq!((&first["timer"], &first["minutes"]), (&json!("first_movement"), &json!(1)));
    let view = ask(&shop, json!({"type": "shipment", "tenant": "acme", "shipment": "s-o1-a"}));
    assert_eq!(view["tracking"][0]["state"]["status"], json!("delivered"));
}
