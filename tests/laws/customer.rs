//! Law: however carts and orders of one customer interleave, at whatever clock, they have no more than one may.

use oms_core::engine::Oms;
use oms_core::store::{Document, MemoryStore};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::{at, command};

const MOST: i64 = 3;

fn world() -> [Value; 5] {
    [
        json!({"type": "put_node", "node": {"id": "a"}}),
        json!({"type": "put_node", "node": {"id": "b"}}),
        json!({"type": "put_sku", "sku": {"id": "mug", "maxPerCustomer": MOST}}),
        json!({"type": "receive_stock", "sku": "mug", "node": "a", "quantity": 6}),
        json!({"type": "receive_stock", "sku": "mug", "node": "b", "quantity": 6}),
    ]
}

fn place(order: &str, units: u32) -> Value {
    let price = json!({"amount": "5", "currency": "EUR"});
    let line = |id: &str, units: u32| json!({"id": id, "sku": "mug", "quantity": units, "unitPrice": price});
    json!({"type": "place_order", "order": order, "draft": {
        "channel": "web", "channelOrderId": order, "placedAt": at(0), "currency": "EUR", "terms": "invoice",
        "customer": "ada", "shipTo": {"country": "HK"}, "lines": [line("l1", units), line("l2", 1)]}})
}

fn any_action() -> impl Strategy<Value = Value> {
    let carts = select(vec!["r1", "r2", "r3"]);
    let orders = (select(vec!["o1", "o2"]), select(vec!["l1", "l2"]));
    let figures = (1_u32..4, 0_i64..40, any::<u32>());
    (carts, orders, figures, any::<bool>(), 0..16).prop_map(
        |(cart, (order, line), (units, until, number), some, kind)| {
            let reservation = json!(if some { cart } else { order });
            match kind {
                0..4 => json!({"type": "reserve_stock", "reservation": format!("{cart}-{}", number % 3),
                    "customer": "ada", "items": [{"sku": "mug", "quantity": units}], "partial": some,
                    "expiresAt": at(until)}),
                4 => json!({"type": "extend_reservation", "reservation": format!("{cart}-{}", number % 3),
                    "expiresAt": at(until)}),
                5 => json!({"type": "release_reservation", "reservation": format!("{cart}-{}", number % 3)}),
                6 => json!({"type": "adopt_reservation", "order": order,
                    "reservation": format!("{cart}-{}", number % 3)}),
                7 => place(order, units),
                8 => json!({"type": "approve_order", "order": order}),
                9 => json!({"type": "reserve_order", "order": order, "strategy": "priority",
                    "reservation": format!("x{number}"), "expiresAt": at(until)}),
                10..12 => json!({"type": "allocate_order", "order": order, "strategy": "priority"}),
                12 => json!({"type": "assign_order", "order": order,
                    "units": [{"line": line, "node": "b", "quantity": units}]}),
                13 => json!({"type": "change_order", "order": order,
                    "change": {"quantities": [{"line": line, "quantity": units}]}}),
                14 => json!({"type": "cancel_order", "order": order,
                    "lines": [{"line": line, "quantity": 1}]}),
                _ => json!({"type": "deallocate_order", "order": order, "reason": reservation}),
            }
        },
    )
}

/// Units in carts and orders of the customer, whatever the clock says: what is held, set aside and shipped.
fn has(oms: &Oms<MemoryStore>) -> i64 {
    oms.store().inspect(|state, _| {
        let units = state.documents.values().map(|stored| match &stored.document {
            Document::Reservation(one) => one.items.iter().map(|item| i64::from(item.quantity.units())).sum(),
            Document::Order(order) => (order.lines.iter())
                .map(|line| i64::from(line.allocated().units()) + i64::from(line.shipped().units()))
                .sum(),
            _ => 0,
        });
        units.sum()
    })
}

/// Carts and orders whose time has not run out at an instant.
fn has_live(oms: &Oms<MemoryStore>, now: i64) -> i64 {
    let lapsed = oms.store().inspect(|state, _| {
        let lapsed = state.documents.values().filter_map(|stored| match &stored.document {
            Document::Reservation(one) if !one.is_live(at(now)) => Some(one),
            _ => None,
        });
        lapsed.flat_map(|one| &one.items).map(|item| i64::from(item.quantity.units())).sum::<i64>()
    });
    has(oms) - lapsed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_customer_never_has_more_than_one_may(
        actions in prop::collection::vec((any_action(), -6_i64..8), 1..50),
        together in 1_usize..4,
    ) {
        let oms = Oms::default();
        for (n, action) in world().iter().enumerate() {
            oms.execute(&command(&format!("world-{n}"), 0, action)).unwrap();
        }
        let (mut now, mut commands) = (0_i64, Vec::new());
        for (n, (action, wait)) in actions.iter().enumerate() {
            // Clocks jump, also backwards.
            now = (now + wait).max(0);
            commands.push((now, command(&format!("c{n}"), now, action)));
        }
        for batch in commands.chunks(together) {
            let asked: Vec<_> = batch.iter().map(|(_, command)| command.clone()).collect();
            oms.execute_batch(&asked);
            prop_assert!(has_live(&oms, 0).max(0) <= MOST, "at the slowest clock");
            for (now, _) in batch {
                prop_assert!(has_live(&oms, *now) <= MOST, "{} units at {now}", has_live(&oms, *now));
            }
        }
        prop_assert_eq!(oms.audit().unwrap().findings, []);
    }
}
