//! Any action: few ids, so that they collide, and quantities that are sometimes nothing.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::at;
use super::model::{NODES, ORDERS, SKUS};

/// What is asked, and how long after what was asked before.
#[derive(Clone, Debug)]
pub struct Wish {
    pub wait: i64,
    pub action: Value,
}

fn line() -> impl Strategy<Value = &'static str> {
    select(vec!["l1", "l2", "l3"])
}

pub fn any_wish() -> impl Strategy<Value = Wish> {
    let waits = prop_oneof![4 => Just(0_i64), 3 => 1_i64..4, 1 => Just(30_i64)];
    (waits, any_action()).prop_map(|(wait, action)| Wish { wait, action })
}

/// Wishes in a row, in half of the stories to a shop that has some stock and both orders already.
pub fn any_story() -> impl Strategy<Value = Vec<Wish>> {
    (any::<bool>(), prop::collection::vec(any_wish(), 1..40)).prop_map(|(is_open, wishes)| {
        let stock = SKUS
            .iter()
            .flat_map(|sku| NODES.map(|node| (sku, node)))
            .map(|(sku, node)| json!({"type": "receive_stock", "sku": sku, "node": node, "quantity": 3}));
        let opening = stock.chain(ORDERS.map(place)).filter(|_| is_open);
        opening.map(|action| Wish { wait: 0, action }).chain(wishes).collect()
    })
}

fn any_action() -> impl Strategy<Value = Value> {
    prop_oneof![3 => stock(), 5 => reservations(), 3 => orders(), 5 => fulfilment()]
}

fn stock() -> impl Strategy<Value = Value> {
    (select(&SKUS[..]), select(&NODES[..]), 0_u32..6, -4_i64..4, any::<bool>(), 0..6).prop_map(
        |(sku, node, units, delta, force, kind)| match kind {
            0..3 => json!({"type": "receive_stock", "sku": sku, "node": node, "quantity": units}),
            3 => json!({"type": "adjust_stock", "sku": sku, "node": node, "delta": delta, "reason": "",
                "force": force}),
            4 => json!({"type": "regrade_stock", "sku": sku, "node": node, "quantity": units, "reason": "",
                "to": "damaged"}),
            _ => json!({"type": "regrade_stock", "sku": sku, "node": node, "quantity": units, "reason": "",
                "from": "damaged"}),
        },
    )
}

fn reservations() -> impl Strategy<Value = Value> {
    let place = select(vec!["a", "b", "@all", "@far", ""]);
    let item = (select(&SKUS[..]), place, 0_u32..4).prop_map(|(sku, place, units)| {
        let mut item = json!({"sku": sku, "quantity": units});
        match place.strip_prefix('@') {
            Some(group) => item["group"] = json!(group),
            None if !place.is_empty() => item["node"] = json!(place),
            None => {}
        }
        item
    });
    let items = prop::collection::vec(item, 0..4);
    let ids = (select(vec!["r1", "r2", "r3"]), select(&ORDERS[..]), select(&NODES[..]));
    // Often beyond the end of the story, so that holds meet each other, and often short.
    let until = prop_oneof![0_i64..60, 60_i64..400];
    (ids, items, until, any::<bool>(), 0_usize..2, 0..13).prop_map(
        |((id, order, node), items, until, partial, class, kind)| match kind {
            0..4 => {
                json!({"type": "reserve_stock", "reservation": id, "items": items, "expiresAt": at(until),
                "partial": partial, "class": class})
            }
            4 => json!({"type": "release_reservation", "reservation": id}),
            5 => json!({"type": "extend_reservation", "reservation": id, "expiresAt": at(until)}),
            6 => {
                let named = items.into_iter().filter(|item| item.get("group").is_none());
                json!({"type": "shrink_reservation", "reservation": id, "items": named.collect::<Vec<_>>()})
            }
            7..10 => {
                let mut action = json!({"type": "move_reservation", "reservation": id, "to": node});
                if partial {
                    action["from"] = json!(NODES[class]);
                } else if let Some(item) = items.first() {
                    action["skus"] = json!([item["sku"]]);
                }
                action
            }
            _ => json!({"type": "adopt_reservation", "order": order, "reservation": id}),
        },
    )
}

fn orders() -> impl Strategy<Value = Value> {
    let amount = select(vec!["-1", "3", "7"]);
    (select(&ORDERS[..]), line(), 0_u32..6, select(vec!["p1", "p2"]), amount, any::<bool>(), 0..7).prop_map(
        |(order, line, units, payment, amount, refund, kind)| match kind {
            0..3 => place(order),
            3 => json!({"type": "review_order", "order": order}),
            4 => json!({"type": "approve_order", "order": order}),
            5 => json!({"type": "record_payment", "order": order, "payment": {"id": payment, "at": at(0),
                "kind": if refund { "refunded" } else { "captured" },
                "amount": {"amount": amount, "currency": "EUR"}}}),
            _ => json!({"type": "change_order", "order": order,
                "change": {"quantities": [{"line": line, "quantity": units}]}}),
        },
    )
}

fn place(order: &str) -> Value {
    let price = json!({"amount": "5", "currency": "EUR"});
    json!({"type": "place_order", "order": order, "draft": {
        "channel": "web", "channelOrderId": order, "placedAt": at(0), "currency": "EUR", "terms": "invoice",
        "class": ORDERS.iter().position(|known| *known == order),
        "shipTo": {"name": "Ada", "country": "HK", "city": "HK", "lines": ["1"]},
        "lines": [
            {"id": "l1", "sku": SKUS[0], "quantity": 3, "unitPrice": price},
            {"id": "l2", "sku": SKUS[0], "quantity": 2, "unitPrice": price},
            {"id": "l3", "sku": SKUS[1], "quantity": 1, "unitPrice": price},
        ],
    }})
}

fn fulfilment() -> impl Strategy<Value = Value> {
    let strategy = select(vec!["priority", "nearest", "fewest_shipments", "greedy_cost"]);
    let named = prop::collection::vec((line(), 0_u32..4), 0..3);
    (select(&ORDERS[..]), select(&NODES[..]), named, strategy, 0_i64..60, any::<u32>(), 0..9).prop_map(
        |(order, node, named, strategy, until, number, kind)| {
            let lines: Vec<Value> =
                named.iter().map(|(line, units)| json!({"line": line, "quantity": units})).collect();
            let units: Vec<Value> = (named.iter())
                .map(|(line, units)| json!({"line": line, "node": node, "quantity": units}))
                .collect();
            match kind {
                0 => json!({"type": "reserve_order", "order": order, "reservation": format!("r-{number}"),
                    "strategy": strategy, "expiresAt": at(until)}),
                1..3 => json!({"type": "allocate_order", "order": order, "strategy": strategy}),
                3 => json!({"type": "assign_order", "order": order, "units": units}),
                4 => json!({"type": "cancel_order", "order": order, "lines": lines}),
                5 => json!({"type": "deallocate_order", "order": order}),
                6 => json!({"type": "release_order", "order": order}),
                _ => json!({"type": "ship_order", "order": order, "shipment": format!("s-{number}"), "node": node,
                    "carrier": {"type": "named", "carrier": "post", "service": "parcel"},
                    "parcels": [{"id": "p"}]}),
            }
        },
    )
}
