//! What an accepted action does to the model.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Item, Line, Model, Order, Reservation, instant, items, text, units};

/// What an outcome's event of this kind says.
pub(super) fn said<'o>(outcome: &'o Value, kind: &str) -> Option<&'o Value> {
    let events = outcome["events"].as_array().unwrap();
    events.iter().map(|event| &event["event"]).find(|event| event["type"] == kind)
}

impl Model {
    /// Takes over an accepted action. Where the engine had a choice, what it chose is read from its answer.
    pub fn take(&mut self, action: &Value, outcome: &Value, now: i64) {
        let cell = (text(&action["sku"]), text(&action["node"]));
        match action["type"].as_str().unwrap() {
            "receive_stock" => self.cells.entry(cell).or_default()[0] += units(action),
            "regrade_stock" => {
                let sign = if action["to"] == "damaged" { 1 } else { -1 };
                self.cells.entry(cell).or_default()[1] += sign * units(action);
            }
            "adjust_stock" => {
                self.was_forced |= action["force"] == true;
                self.cells.entry(cell).or_default()[0] += action["delta"].as_i64().unwrap();
            }
            "reserve_stock"
            | "release_reservation"
            | "extend_reservation"
            | "shrink_reservation"
            | "move_reservation" => self.take_hold(action, outcome, now),
            "place_order" => {
                self.orders.entry(text(&action["order"])).or_insert_with(|| placed(&action["draft"]));
            }
            _ => self.take_order(action, outcome, now),
        }
    }

    fn take_order(&mut self, action: &Value, outcome: &Value, now: i64) {
        let id = text(&action["order"]);
        let mut order = self.orders.remove(&id).unwrap();
        match action["type"].as_str().unwrap() {
            "review_order" | "approve_order" => order.approved = true,
            "record_payment" => order.pay(&action["payment"]),
            "change_order" => {
                let named = &action["change"]["quantities"][0];
                order.lines.get_mut(&text(&named["line"])).unwrap().ordered = units(named);
                order.approved = false;
            }
            "reserve_order" => {
                let opened = said(outcome, "reservation_opened").unwrap();
                let items = items(&opened["reservation"]["items"]);
                for (id, line) in &order.lines {
                    let own =
                        items.iter().filter(|item| item.line.as_ref() == Some(id) && item.sku == line.sku);
                    assert_eq!(own.map(|item| item.units).sum::<i64>(), line.open(), "all is reserved");
                }
                assert!(self.fits(&items, order.class, now), "what is reserved was there");
                let until = instant(&action["expiresAt"]);
                let (asked, order_id, class) = (Value::Null, Some(id.clone()), order.class);
                let fresh = Reservation { asked, order: order_id, class, items, until, ended: false };
                self.reservations.insert(text(&action["reservation"]), fresh);
                order.reservation = Some(text(&action["reservation"]));
            }
            "adopt_reservation" => self.adopt(&mut order, action, outcome),
            "allocate_order" => {
                if let Some(own) = order.reservation.take() {
                    self.reservations.get_mut(&own).unwrap().ended = true;
                }
                if let Some(event) = said(outcome, "units_allocated") {
                    order.allocate(&event["units"]);
                }
            }
            "assign_order" => {
                order.allocate(&action["units"]);
                self.shrink(&mut order, action["units"].as_array().unwrap(), now);
            }
            "cancel_order" => {
                order.cancel(&action["lines"]);
                self.shrink(&mut order, &[], now);
            }
            "deallocate_order" => order.parts(|part| *part = [0, 0, part[2]]),
            "release_order" => order.parts(|part| part[1] = part[0]),
            "ship_order" => {
                let node = text(&action["node"]);
                for line in order.lines.values_mut() {
                    if let Some([allocated, released, shipped]) = line.parts.get_mut(&node) {
                        self.cells.entry((line.sku.clone(), node.clone())).or_default()[0] -= *released;
                        (*allocated, *shipped) = (*allocated - *released, *shipped + *released);
                        *released = 0;
                    }
                }
            }
            other => panic!("no such action: {other}"),
        }
        self.orders.insert(id, order);
    }

    /// The order's reservation keeps what is still open, at other nodes than those assigned where it can.
    fn shrink(&mut self, order: &mut Order, assigned: &[Value], now: i64) {
        let live = self.live(order, now);
        let Some(own) = order.reservation.as_ref().and_then(|id| self.reservations.get_mut(id)) else {
            return;
        };
        if !live {
            own.ended = true;
            order.reservation = None;
            return;
        }
        let mut open: BTreeMap<&str, i64> =
            order.lines.iter().map(|(id, line)| (id.as_str(), line.open())).collect();
        let is_assigned = |item: &Item| {
            let same =
                |unit: &&Value| item.line == Some(text(&unit["line"])) && item.node == text(&unit["node"]);
            assigned.iter().any(|unit| same(&unit))
        };
        own.items.sort_by_key(is_assigned);
        for item in &mut own.items {
            let open = open.get_mut(item.line.as_deref().unwrap()).unwrap();
            item.units = item.units.min(*open);
            *open -= item.units;
        }
        own.items.retain(|item| item.units > 0);
        own.items.sort_by(|one, other| (&one.line, &one.node).cmp(&(&other.line, &other.node)));
        if own.items.is_empty() {
            own.ended = true;
            order.reservation = None;
        }
    }
}

fn placed(draft: &Value) -> Order {
    let line = |line: &Value| {
        let fresh = Line { sku: text(&line["sku"]), ordered: units(line), ..Line::default() };
        (text(&line["id"]), fresh)
    };
    let lines = draft["lines"].as_array().unwrap().iter().map(line).collect();
    Order { lines, class: draft["class"].as_u64().unwrap_or_default(), ..Order::default() }
}

impl Order {
    fn pay(&mut self, payment: &Value) {
        let amount = text(&payment["amount"]["amount"]).parse::<i64>().unwrap() * 100;
        if self.payments.insert(text(&payment["id"]), payment.clone()).is_none() {
            self.paid += if payment["kind"] == "captured" { amount } else { -amount };
        }
    }

    fn allocate(&mut self, list: &Value) {
        for unit in list.as_array().unwrap() {
            let line = self.lines.get_mut(&text(&unit["line"])).unwrap();
            line.parts.entry(text(&unit["node"])).or_default()[0] += units(unit);
        }
    }

    fn parts(&mut self, change: impl Fn(&mut [i64; 3])) {
        self.lines.values_mut().flat_map(|line| line.parts.values_mut()).for_each(change);
    }

    /// Open units first, then allocated ones that nobody picks, last node first.
    fn cancel(&mut self, list: &Value) {
        let named = self.named(list).unwrap_or_else(|| {
            let all = self.lines.iter().map(|(id, line)| (id.clone(), line.open() + line.sum(0)));
            all.collect()
        });
        for (id, units) in named {
            let line = self.lines.get_mut(&id).unwrap();
            let mut back = (units - line.open()).max(0);
            for [allocated, released, _] in line.parts.values_mut().rev() {
                let some = back.min(*allocated - *released);
                (*allocated, back) = (*allocated - some, back - some);
            }
            line.cancelled += units;
        }
    }
}
