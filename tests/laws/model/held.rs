//! Reservations: what may be held where, how they shrink, move and are taken over.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::taken::said;
use super::{
    GROUPS, Item, Model, NODES, Opinion, Order, Reservation, SKUS, instant, items, text, units, when,
};

/// Units asked for, and the nodes that may hold them.
struct Ask {
    sku: String,
    nodes: Vec<&'static str>,
    units: i64,
}

/// `fixed`: whether who named a node means it for ever.
fn asks(list: &Value, fixed: bool) -> Vec<Ask> {
    let nodes = |ask: &Value| match (ask["node"].as_str(), ask["group"].as_str()) {
        (Some(node), _) if fixed => NODES.into_iter().filter(|known| *known == node).collect(),
        (_, Some(group)) => GROUPS.iter().find(|known| known.0 == group).unwrap().1.to_vec(),
        _ => NODES.to_vec(),
    };
    let list = list.as_array().into_iter().flatten();
    list.map(|ask| Ask { sku: text(&ask["sku"]), nodes: nodes(ask), units: units(ask) }).collect()
}

/// The most units that can be held: for each SKU the least, over all sets of its asks, of what the nodes of the set
/// have and what the asks outside it want.
fn most(asks: &[Ask], there: impl Fn(&str, &str) -> i64) -> i64 {
    let of_sku = |sku: &str| {
        let asks: Vec<&Ask> = asks.iter().filter(|ask| ask.sku == sku).collect();
        let cut = |set: u32| -> i64 {
            let is_in = |at: usize| set & (1 << at) != 0;
            let nodes: BTreeSet<&str> = (asks.iter().enumerate().filter(|(at, _)| is_in(*at)))
                .flat_map(|(_, ask)| ask.nodes.iter().copied())
                .collect();
            let outside = asks.iter().enumerate().filter(|(at, _)| !is_in(*at)).map(|(_, ask)| ask.units);
            nodes.into_iter().map(|node| there(sku, node).max(0)).sum::<i64>() + outside.sum::<i64>()
        };
        (0..1_u32 << asks.len()).map(cut).min().unwrap_or_default()
    };
    SKUS.into_iter().map(of_sku).sum()
}

fn sum(items: &[Item]) -> i64 {
    items.iter().map(|item| item.units).sum()
}

fn at(items: &[Item], sku: &str, node: Option<&str>) -> i64 {
    let here = items.iter().filter(|item| item.sku == sku && node.is_none_or(|node| item.node == node));
    here.map(|item| item.units).sum()
}

fn asked(action: &Value) -> Value {
    json!([action["items"], action["partial"] == true, action["class"].as_u64().unwrap_or_default()])
}

/// What a move names.
fn is_moved(action: &Value, item: &Item) -> bool {
    let skus = action["skus"].as_array();
    skus.is_none_or(|skus| skus.iter().any(|sku| *sku == item.sku.as_str()))
        && action["from"].as_str().is_none_or(|from| from == item.node)
}

impl Model {
    fn is_live(known: Option<&Reservation>, now: i64) -> bool {
        known.is_some_and(|one| !one.ended && now < one.until)
    }

    pub(super) fn opinion_on_hold(&self, action: &Value, now: i64) -> Opinion {
        let known = self.reservations.get(&text(&action["reservation"]));
        match action["type"].as_str().unwrap() {
            "reserve_stock" => {
                let (wanted, until) = (asks(&action["items"], true), instant(&action["expiresAt"]));
                let sane = !wanted.is_empty() && wanted.iter().all(|ask| ask.units > 0) && until > now;
                let class = action["class"].as_u64().unwrap_or_default();
                let all = wanted.iter().map(|ask| ask.units).sum::<i64>();
                let there = |sku: &str, node: &str| self.available(sku, node, class, now);
                match known {
                    Some(known) => {
                        when(sane && !known.ended && known.asked == asked(action) && known.until == until)
                    }
                    None => when(sane && (action["partial"] == true || most(&wanted, there) == all)),
                }
            }
            "release_reservation" => when(known.is_some()),
            "extend_reservation" => when(Self::is_live(known, now) && instant(&action["expiresAt"]) > now),
            "shrink_reservation" => {
                let Some(known) = known.filter(|known| Self::is_live(Some(known), now)) else {
                    return Opinion::Refuse;
                };
                let named = action["items"].as_array().unwrap();
                let of = |sku: &str, node: Option<&str>| -> i64 {
                    let named = named.iter().filter(|one| one["sku"] == sku);
                    named.filter(|one| node.is_none_or(|node| one["node"] == node)).map(units).sum()
                };
                let held = |sku: &&str| {
                    of(sku, None) <= at(&known.items, sku, None)
                        && NODES.iter().all(|node| of(sku, Some(node)) <= at(&known.items, sku, Some(node)))
                };
                when(!named.is_empty() && named.iter().all(|one| units(one) > 0) && SKUS.iter().all(held))
            }
            _ => self.opinion_on_move(known, action, now),
        }
    }

    fn opinion_on_move(&self, known: Option<&Reservation>, action: &Value, now: i64) -> Opinion {
        let Some(known) = known.filter(|known| Self::is_live(Some(known), now)) else {
            return Opinion::Refuse;
        };
        let to = text(&action["to"]);
        let (moving, staying): (Vec<Item>, Vec<Item>) =
            known.items.iter().cloned().partition(|item| is_moved(action, item) && item.node != to);
        let is_held =
            |sku: &Value| known.items.iter().any(|item| *sku == item.sku.as_str() && is_moved(action, item));
        let named = action["skus"].as_array().is_none_or(|skus| skus.iter().all(is_held));
        if !named || !known.items.iter().any(|item| is_moved(action, item)) {
            return Opinion::Refuse;
        }
        let mut after = staying;
        after.extend(moving.iter().map(|item| Item { node: to.clone(), ..item.clone() }));
        let fits_asked = known.asked.is_null()
            || most(&asks(&known.asked[0], false), |sku, node| at(&after, sku, Some(node))) == sum(&after);
        let there = SKUS.iter().all(|sku| {
            let more = at(&moving, sku, None);
            more == 0 || more <= self.available(sku, &to, known.class, now)
        });
        when(moving.is_empty() || (fits_asked && there))
    }

    pub(super) fn opinion_on_adoption(&self, order: &Order, action: &Value, now: i64) -> Opinion {
        let id = text(&action["reservation"]);
        let Some(known) = self.reservations.get(&id).filter(|known| Self::is_live(Some(known), now)) else {
            return Opinion::Refuse;
        };
        if known.order.as_deref() == action["order"].as_str() && order.reservation.as_ref() == Some(&id) {
            return Opinion::Accept;
        }
        let wanted = SKUS.iter().all(|sku| {
            let lines = order.lines.values().filter(|line| line.sku == *sku);
            at(&known.items, sku, None) <= lines.map(super::Line::open).sum()
        });
        let fine = order.is(&["awaiting_review", "approved"]) && !self.live(order, now);
        when(fine && wanted && known.order.is_none() && !known.items.is_empty())
    }

    pub(super) fn take_hold(&mut self, action: &Value, outcome: &Value, now: i64) {
        let id = text(&action["reservation"]);
        match action["type"].as_str().unwrap() {
            "reserve_stock" if self.reservations.contains_key(&id) => {}
            "reserve_stock" => {
                let fresh = self.opened(action, outcome, now);
                self.reservations.insert(id, fresh);
            }
            "release_reservation" => self.reservations.get_mut(&id).unwrap().ended = true,
            "extend_reservation" => {
                self.reservations.get_mut(&id).unwrap().until = instant(&action["expiresAt"]);
            }
            "shrink_reservation" => {
                let gone = items(&said(outcome, "reservation_released").unwrap()["items"]);
                let known = self.reservations.get_mut(&id).unwrap();
                let named = action["items"].as_array().unwrap().iter();
                assert_eq!(sum(&gone), named.map(units).sum::<i64>(), "as many as were named");
                known.remove(&gone);
                known.ended = known.items.is_empty();
            }
            "move_reservation" => {
                let Some(moved) = said(outcome, "reservation_moved") else { return };
                let (from, to) = (items(&moved["from"]), items(&moved["to"]));
                assert_eq!(sum(&from), sum(&to), "no unit is lost on the way");
                assert!(from.iter().all(|item| is_moved(action, item)));
                assert!(to.iter().all(|item| action["to"] == item.node.as_str()));
                let known = self.reservations.get_mut(&id).unwrap();
                known.remove(&from);
                known.items.extend(to);
            }
            other => panic!("no such action: {other}"),
        }
    }

    /// Where the engine chose, the choice must have been there, and be the most that there was.
    fn opened(&self, action: &Value, outcome: &Value, now: i64) -> Reservation {
        let class = action["class"].as_u64().unwrap_or_default();
        let items = items(&said(outcome, "reservation_opened").unwrap()["reservation"]["items"]);
        let there = |sku: &str, node: &str| self.available(sku, node, class, now);
        let wanted = asks(&action["items"], true);
        assert_eq!(sum(&items), most(&wanted, there), "as much as there is");
        assert_eq!(
            sum(&items),
            most(&wanted, |sku, node| at(&items, sku, Some(node))),
            "where it was asked for"
        );
        for item in &items {
            let held = at(&items, &item.sku, Some(&item.node));
            assert!(held <= there(&item.sku, &item.node), "never more at a node than it could promise");
        }
        if let Some(explained) = outcome["explanations"][0]["items"].as_array() {
            for item in explained {
                let parts: i64 =
                    ["held", "short", "unheld"].map(|part| item[part].as_i64().unwrap()).iter().sum();
                assert_eq!(parts, item["wanted"].as_i64().unwrap(), "held and short make what was wanted");
            }
        }
        let until = instant(&action["expiresAt"]);
        Reservation { asked: asked(action), order: None, class, items, until, ended: false }
    }

    pub(super) fn adopt(&mut self, order: &mut Order, action: &Value, outcome: &Value) {
        let id = text(&action["reservation"]);
        let Some(adopted) = said(outcome, "reservation_adopted") else { return };
        let known = self.reservations.get_mut(&id).unwrap();
        let items = items(&adopted["items"]);
        for (sku, node) in SKUS.iter().flat_map(|sku| NODES.map(|node| (sku, node))) {
            assert_eq!(at(&items, sku, Some(node)), at(&known.items, sku, Some(node)), "no unit moves");
        }
        for (line, of) in &order.lines {
            let own = items.iter().filter(|item| item.line.as_ref() == Some(line));
            let own: Vec<&Item> = own.collect();
            assert!(own.iter().all(|item| item.sku == of.sku));
            assert!(own.iter().map(|item| item.units).sum::<i64>() <= of.open());
        }
        (known.items, known.class, known.asked) = (items, order.class, Value::Null);
        known.order = Some(text(&action["order"]));
        order.reservation = Some(id);
    }
}

impl Reservation {
    fn remove(&mut self, gone: &[Item]) {
        for gone in gone {
            let mut left = gone.units;
            let same =
                |item: &&mut Item| item.line == gone.line && item.sku == gone.sku && item.node == gone.node;
            for item in self.items.iter_mut().filter(same) {
                let part = left.min(item.units);
                (item.units, left) = (item.units - part, left - part);
            }
            assert_eq!(left, 0, "nothing is given up that was not held");
        }
        self.items.retain(|item| item.units > 0);
    }
}
