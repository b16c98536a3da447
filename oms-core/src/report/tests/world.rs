//! A small set of events, and short ways to ask.

use crate::catalog::Sku;
use crate::order::{
    LineUnits, Order, OrderApproved, OrderDraft, OrderEvent, OrderPayment, OrderPaymentRecorded,
    OrderUnitsAllocated, OrderUnitsCancelled, OrderUnitsDelivered, OrderUnitsShipped, PaymentKind,
};
use crate::report::{Facts, ReportQuery, report};
use crate::shipment::{Shipment, ShipmentCreated, ShipmentEvent, ShipmentTracked};
use crate::value::{CategoryId, Currency, Instant, LineQuantity, Money, OrderId, Quantity, Text};
use serde_json::{Value, json};

pub(super) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(super) fn id<T: for<'a> TryFrom<&'a str>>(text: &str) -> T {
    T::try_from(text).ok().unwrap()
}

pub(super) fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

/// Two lines: 3 × 10.00 of `apple` less 1.00, and 2 × 5.00 of `pear` with tax 1.00; carriage 4.00; 2.00 off the order,
/// which falls on the lines as 1.49 (29.00 of 39.00) and 0.51.
pub(super) fn draft(order: &str, channel: &str, customer: &str, placed_at: &str) -> OrderDraft {
    let money = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    serde_json::from_value(json!({
        "channel": channel, "channelOrderId": order, "placedAt": placed_at, "currency": "EUR", "customer": customer,
        "shipTo": {"country": "DE", "region": "DE-BE"}, "promiseBy": "2026-03-05T00:00:00Z",
        "shipping": money("4.00"), "discount": money("2.00"),
        "lines": [
            {"id": "1", "sku": "apple", "quantity": 3, "unitPrice": money("10.00"), "discount": money("1.00"),
             "fields": {"weight": {"type": "decimal", "value": "0.10"}, "shade": {"type": "text", "value": "red"}}},
            {"id": "2", "sku": "pear", "quantity": 2, "unitPrice": money("5.00"), "tax": money("1.00"),
             "fields": {"weight": {"type": "decimal", "value": "0.205"}, "shade": {"type": "text", "value": "green"}}},
        ],
        "fields": {"lucky": {"type": "integer", "value": 7}},
    }))
    .unwrap()
}

pub(super) fn place(facts: &mut Facts, order: &str, draft: &OrderDraft) {
    let order: OrderId = id(order);
    let placed = Order::place(order.clone(), draft).unwrap();
    facts.order(&order, draft.placed_at, &OrderEvent::Placed(placed));
}

pub(super) fn pay(facts: &mut Facts, order: &str, payment: &str, kind: PaymentKind, minor: i64, when: &str) {
    let payment = OrderPayment {
        id: id(payment),
        kind,
        method: Text::new("card").unwrap(),
        amount: eur(minor),
        instalments: None,
        at: at(when),
    };
    facts.order(&id(order), at(when), &OrderEvent::PaymentRecorded(OrderPaymentRecorded { payment }));
}

pub(super) fn approve(facts: &mut Facts, order: &str, when: &str) {
    facts.order(&id(order), at(when), &OrderEvent::Approved(OrderApproved {}));
}

pub(super) fn cancel(facts: &mut Facts, order: &str, line: &str, units: u32) {
    let lines = vec![LineQuantity { line: id(line), quantity: Quantity::new(units) }];
    let event = OrderUnitsCancelled { lines, reason: Text::default() };
    facts.order(&id(order), at("2026-03-01T12:00:00Z"), &OrderEvent::UnitsCancelled(event));
}

pub(super) fn allocate(facts: &mut Facts, order: &str, line: &str, node: &str, units: u32) {
    let units = vec![LineUnits { line: id(line), node: id(node), quantity: Quantity::new(units) }];
    let event = OrderEvent::UnitsAllocated(OrderUnitsAllocated { units, by_lot: false, booked: false });
    facts.order(&id(order), at("2026-03-01T12:00:00Z"), &event);
}

/// A shipment from a node: the order's event and the shipment's. Units are (line, sku, units, unit cost).
pub(super) fn ship(
    facts: &mut Facts,
    order: &str,
    shipment: &str,
    node: &str,
    freight: Money,
    units: &[(&str, &str, u32, i64)],
    when: &str,
) {
    let lines = units.iter().map(|(line, _, quantity, _)| LineUnits {
        line: id(line),
        node: id(node),
        quantity: Quantity::new(*quantity),
    });
    let event = OrderUnitsShipped { shipment: id(shipment), units: lines.collect() };
    // Recorded an hour late: the shipment's own time counts.
    let recorded = at(when) + chrono::TimeDelta::hours(1);
    facts.order(&id(order), recorded, &OrderEvent::UnitsShipped(event));
    let money = |money: Money| serde_json::to_value(money).unwrap();
    let units: Vec<Value> = (units.iter())
        .map(|(line, sku, quantity, cost)| {
            json!({"line": line, "sku": sku, "quantity": quantity, "unitCost": money(eur(*cost))})
        })
        .collect();
    let shipment: Shipment = serde_json::from_value(json!({
        "id": shipment, "order": order, "node": node, "carrier": "post", "service": "ground", "shippedAt": when,
        "units": units, "freight": money(freight), "distanceMetres": 1500,
        "parcels": [{"id": "p", "lines": [], "events": []}],
    }))
    .unwrap();
    let event = ShipmentEvent::Created(ShipmentCreated { shipment: shipment.clone() });
    facts.shipment(&shipment.id, recorded, &event);
}

/// A delivery: scanned by the carrier at one time, recorded by the order later.
pub(super) fn deliver(facts: &mut Facts, order: &str, shipment: &str, lines: &[(&str, u32)], when: &str) {
    let tracked: ShipmentTracked = serde_json::from_value(json!({
        "parcels": [{"parcel": "p", "events": [{"at": when, "status": "delivered"}]}],
    }))
    .unwrap();
    let recorded = at(when) + chrono::TimeDelta::days(9);
    facts.shipment(&id(shipment), recorded, &ShipmentEvent::Tracked(tracked));
    let lines =
        lines.iter().map(|(line, units)| LineQuantity { line: id(line), quantity: Quantity::new(*units) });
    let event = OrderUnitsDelivered { shipment: id(shipment), lines: lines.collect() };
    facts.order(&id(order), recorded, &OrderEvent::UnitsDelivered(event));
}

pub(super) fn sku(facts: &mut Facts, sku: &str, category: &str) {
    let mut record = Sku::new(id(sku));
    record.category = Some(id::<CategoryId>(category));
    facts.sku(&record);
}

/// One order delivered late from two nodes, one with a cancelled unit that is paid and waits, one cancelled altogether.
pub(super) fn world() -> Facts {
    let mut facts = Facts::new();
    place(&mut facts, "a", &draft("a", "web", "ann", "2026-03-01T10:00:00Z"));
    pay(&mut facts, "a", "a1", PaymentKind::Captured, 2000, "2026-03-01T10:05:00Z");
    pay(&mut facts, "a", "a2", PaymentKind::Captured, 2200, "2026-03-01T11:00:00Z");
    approve(&mut facts, "a", "2026-03-01T12:00:00Z");
    ship(&mut facts, "a", "a-1", "north", eur(500), &[("1", "apple", 2, 400)], "2026-03-02T08:00:00Z");
    let rest = [("1", "apple", 1, 400), ("2", "pear", 2, 200)];
    ship(&mut facts, "a", "a-2", "south", eur(700), &rest, "2026-03-03T08:00:00Z");
    deliver(&mut facts, "a", "a-1", &[("1", 2)], "2026-03-04T08:00:00Z");
    deliver(&mut facts, "a", "a-2", &[("1", 1), ("2", 2)], "2026-03-05T09:00:00Z");
    place(&mut facts, "b", &draft("b", "shop", "bob", "2026-03-31T23:30:00Z"));
    cancel(&mut facts, "b", "1", 1);
    allocate(&mut facts, "b", "1", "north", 1);
    pay(&mut facts, "b", "b1", PaymentKind::Captured, 4000, "2026-04-01T00:10:00Z");
    pay(&mut facts, "b", "b2", PaymentKind::Refunded, 500, "2026-04-02T00:10:00Z");
    place(&mut facts, "c", &draft("c", "web", "ann", "2026-04-01T10:00:00Z"));
    cancel(&mut facts, "c", "1", 3);
    cancel(&mut facts, "c", "2", 2);
    sku(&mut facts, "apple", "fruit");
    facts
}

/// The rows as printed, cells joined by bars.
pub(super) fn ask(facts: &Facts, query: &ReportQuery) -> Vec<String> {
    let table = report(facts, query).unwrap();
    let print = |row: &Vec<_>| row.iter().map(ToString::to_string).collect::<Vec<String>>().join("|");
    table.rows.iter().map(print).collect()
}
