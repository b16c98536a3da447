//! The life of one order: placed, paid, reviewed, allocated, released, shipped, tracked, reported.
//!
//! `cargo run --example quickstart`

use oms_core::engine::{Action, Answer, Command, Oms, Query};
use oms_core::store::{Explanation, MemoryStore};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let oms = Oms::new(MemoryStore::new());
    let mut number = 0;
    let mut run = |at: &str, action: Value| {
        number += 1;
        let action: Action = serde_json::from_value(action)?;
        let id = format!("c{number}").as_str().try_into()?;
        let outcome = oms.execute(&Command::new(id, "acme".try_into()?, at.parse()?, action))?;
        Ok::<_, Box<dyn std::error::Error>>(outcome)
    };

    // What the merchant has: a mug, two warehouses, one carrier.
    let eur = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let start = "2026-11-11T08:00:00Z";
    run(
        start,
        json!({"type": "put_sku", "sku": {"id": "mug", "category": "kitchen", "weight": 350, "cost": eur("4.00")}}),
    )?;
    for (node, lat, lon) in [("berlin", 52_520_000, 13_405_000), ("munich", 48_137_000, 11_575_000)] {
        let location = json!({"latMicro": lat, "lonMicro": lon});
        run(start, json!({"type": "put_node", "node": {"id": node, "location": location}}))?;
        run(start, json!({"type": "receive_stock", "sku": "mug", "node": node, "quantity": 10}))?;
    }
    let bands =
        [(1_000, "3.90"), (5_000, "5.90")].map(|(up_to, price)| json!({"upTo": up_to, "price": eur(price)}));
    let rate = |zone: &str, days: u16| json!({"zone": zone, "transitDays": days, "tariff": {"bands": bands}});
    let zones = json!({"type": "distance", "bands": [{"upToKm": 300, "zone": "near"}, {"zone": "far"}]});
    let card = json!({"carrier": "post", "service": "parcel", "currency": "EUR", "zones": zones,
                      "rates": [rate("near", 1), rate("far", 2)]});
    run(start, json!({"type": "put_rate_card", "card": card}))?;

    // What a buyer in Hamburg wants.
    let ship_to = json!({"name": "Ada Lovelace", "country": "DE", "city": "Hamburg", "postalCode": "20095",
                         "lines": ["Jungfernstieg 1"], "location": {"latMicro": 53_551_000, "lonMicro": 9_993_000}});
    let line = json!({"id": "1", "sku": "mug", "quantity": 2, "unitPrice": eur("12.50")});
    let draft = json!({"channel": "web", "channelOrderId": "1001", "placedAt": "2026-11-11T09:00:00Z",
                       "currency": "EUR", "shipTo": ship_to, "lines": [line], "shipping": eur("4.90"),
                       "promiseBy": "2026-11-14T00:00:00Z"});
    run("2026-11-11T09:00:00Z", json!({"type": "place_order", "order": "o-1", "draft": draft}))?;
    let payment = json!({"id": "p-1", "kind": "captured", "method": "card", "amount": eur("29.90"),
                         "at": "2026-11-11T09:01:00Z"});
    run("2026-11-11T09:01:00Z", json!({"type": "record_payment", "order": "o-1", "payment": payment}))?;
    run("2026-11-11T09:02:00Z", json!({"type": "review_order", "order": "o-1"}))?;

    // Which warehouse, and why.
    let allocated = run(
        "2026-11-11T09:03:00Z",
        json!({"type": "allocate_order", "order": "o-1", "strategy": "greedy_cost"}),
    )?;
    for explanation in &allocated.explanations {
        if let Explanation::Allocation(explained) = explanation {
            for shipment in &explained.plan.shipments {
                println!("{} ships {} units for {}", shipment.node, shipment.units, shipment.freight);
            }
        }
    }
    run("2026-11-11T10:00:00Z", json!({"type": "release_order", "order": "o-1"}))?;
    let pick = json!({"type": "choose", "strategy": "cheapest_within_promise"});
    run(
        "2026-11-11T15:00:00Z",
        json!({"type": "ship_order", "order": "o-1", "shipment": "s-1", "node": "berlin",
                                       "carrier": pick, "parcels": [{"id": "1", "trackingNumber": "JJD0001"}]}),
    )?;
    let delivered = json!({"parcel": "1", "events": [{"at": "2026-11-12T11:30:00Z", "status": "delivered"}]});
    run(
        "2026-11-12T12:00:00Z",
        json!({"type": "record_tracking", "shipment": "s-1", "parcels": [delivered]}),
    )?;

    let order = oms.order(&"acme".try_into()?, &"o-1".try_into()?)?.ok_or("the order is there")?;
    println!("order o-1 is {}", order.status);
    let query = json!({"type": "report", "tenant": "acme", "query": {"over": "lines",
        "dimensions": [{"type": "attribute", "attribute": "category"}],
        "measures": [{"type": "figure", "figure": "units_ordered"}, {"type": "figure", "figure": "gross_profit"}]}});
    if let Answer::Report(answer) = oms.query(&serde_json::from_value::<Query>(query)?)? {
        println!("{}", serde_json::to_string(&answer.table.rows)?);
    }
    assert!(oms.audit()?.is_clean());
    Ok(())
}
