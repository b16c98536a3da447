//! The model: plain maps and plain sums, written from what the words mean and not from the engine's code.

mod held;
mod taken;

use std::collections::BTreeMap;

use serde_json::Value;

pub const NODES: [&str; 2] = ["a", "b"];
pub const SKUS: [&str; 2] = ["mug", "cup"];
/// How many units of each SKU may be promised beyond what is there.
pub const LIMITS: [i64; 2] = [0, 2];
/// How many units of each SKU are kept for class 1, in each cell.
pub const KEPT: [i64; 2] = [2, 0];
/// Groups of nodes.
pub const GROUPS: [(&str, &[&str]); 2] = [("all", &["a", "b"]), ("far", &["b"])];
pub const ORDERS: [&str; 2] = ["o1", "o2"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opinion {
    Accept,
    Refuse,
    /// The model does not know.
    None,
}

#[derive(Clone, Debug, Default)]
struct Line {
    sku: String,
    ordered: i64,
    cancelled: i64,
    /// By node: allocated, released, shipped.
    parts: BTreeMap<String, [i64; 3]>,
}

impl Line {
    fn sum(&self, which: usize) -> i64 {
        self.parts.values().map(|part| part[which]).sum()
    }

    fn open(&self) -> i64 {
        self.ordered - self.cancelled - self.sum(0) - self.sum(2)
    }
}

#[derive(Clone, Debug, Default)]
struct Order {
    lines: BTreeMap<String, Line>,
    approved: bool,
    class: u64,
    reservation: Option<String>,
    payments: BTreeMap<String, Value>,
    paid: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    line: Option<String>,
    sku: String,
    node: String,
    units: i64,
}

#[derive(Clone, Debug)]
struct Reservation {
    /// Items, whether in part, class: as asked. Nothing for what is an order's.
    asked: Value,
    order: Option<String>,
    class: u64,
    items: Vec<Item>,
    until: i64,
    ended: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    /// On hand and damaged by SKU and node.
    cells: BTreeMap<(String, String), [i64; 2]>,
    reservations: BTreeMap<String, Reservation>,
    orders: BTreeMap<String, Order>,
    pub was_forced: bool,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn units(value: &Value) -> i64 {
    value["quantity"].as_i64().unwrap_or_default()
}

fn instant(value: &Value) -> i64 {
    value.as_str().unwrap().parse::<oms_core::value::Instant>().unwrap().timestamp()
}

fn items(value: &Value) -> Vec<Item> {
    let items = value.as_array().unwrap().iter();
    let line = |item: &Value| item["line"].as_str().map(str::to_owned);
    items
        .map(|item| Item {
            line: line(item),
            sku: text(&item["sku"]),
            node: text(&item["node"]),
            units: units(item),
        })
        .collect()
}

fn when(condition: bool) -> Opinion {
    if condition { Opinion::Accept } else { Opinion::Refuse }
}

impl Order {
    fn sum(&self, which: usize) -> i64 {
        self.lines.values().map(|line| line.sum(which)).sum()
    }

    fn status(&self) -> &'static str {
        let active: i64 = self.lines.values().map(|line| line.ordered - line.cancelled).sum();
        let (allocated, released, shipped) = (self.sum(0), self.sum(1), self.sum(2));
        match () {
            () if active == 0 => "cancelled",
            () if shipped == active => "shipped",
            () if shipped > 0 => "part_shipped",
            () if allocated == active && released > 0 => "released",
            () if allocated == active => "allocated",
            () if allocated > 0 => "part_allocated",
            () if self.approved => "approved",
            () => "awaiting_review",
        }
    }

    fn is(&self, statuses: &[&str]) -> bool {
        statuses.contains(&self.status())
    }

    /// Lines named in a list, each once or more, taken together; nothing when one is unknown or without units.
    fn named(&self, list: &Value) -> Option<BTreeMap<String, i64>> {
        let mut sums = BTreeMap::new();
        for named in list.as_array()? {
            let line = text(&named["line"]);
            if !self.lines.contains_key(&line) || units(named) == 0 {
                return None;
            }
            *sums.entry(line).or_default() += units(named);
        }
        Some(sums).filter(|sums| !sums.is_empty())
    }
}

impl Model {
    pub fn limit(&self, sku: &str) -> i64 {
        LIMITS[SKUS.iter().position(|known| *known == sku).unwrap()]
    }

    /// On hand, held by live reservations, allocated, damaged.
    pub fn cell(&self, sku: &str, node: &str, now: i64) -> [i64; 4] {
        let key = (sku.to_owned(), node.to_owned());
        let [on_hand, damaged] = self.cells.get(&key).copied().unwrap_or_default();
        let live = self.reservations.values().filter(|one| !one.ended && now < one.until);
        let here = live.flat_map(|one| &one.items).filter(|item| item.sku == sku && item.node == node);
        let lines =
            self.orders.values().flat_map(|order| order.lines.values()).filter(|line| line.sku == sku);
        let allocated = lines.filter_map(|line| line.parts.get(node)).map(|part| part[0]).sum();
        [on_hand, here.map(|item| item.units).sum(), allocated, damaged]
    }

    fn free(&self, sku: &str, node: &str, now: i64) -> i64 {
        let [on_hand, held, allocated, damaged] = self.cell(sku, node, now);
        on_hand - held - allocated - damaged
    }

    /// What could be taken by a class.
    fn available(&self, sku: &str, node: &str, class: u64, now: i64) -> i64 {
        let kept = KEPT[SKUS.iter().position(|known| *known == sku).unwrap()];
        self.free(sku, node, now) + self.limit(sku) - if class == 0 { kept } else { 0 }
    }

    pub fn order(&self, id: &str) -> Option<(String, Vec<[i64; 5]>, i64)> {
        let order = self.orders.get(id)?;
        let lines = order
            .lines
            .values()
            .map(|line| [line.ordered, line.cancelled, line.sum(0), line.sum(1), line.sum(2)]);
        Some((order.status().to_owned(), lines.collect(), order.paid))
    }

    fn live(&self, order: &Order, now: i64) -> bool {
        let known = order.reservation.as_ref().and_then(|id| self.reservations.get(id));
        known.is_some_and(|one| !one.ended && now < one.until)
    }

    /// All wanted units of each cell are there together.
    fn fits(&self, items: &[Item], class: u64, now: i64) -> bool {
        let mut wanted: BTreeMap<(&str, &str), i64> = BTreeMap::new();
        items.iter().for_each(|item| *wanted.entry((&item.sku, &item.node)).or_default() += item.units);
        wanted.iter().all(|((sku, node), units)| *units <= self.available(sku, node, class, now))
    }

    pub fn opinion(&self, action: &Value, now: i64) -> Opinion {
        let (sku, node) = (text(&action["sku"]), text(&action["node"]));
        match action["type"].as_str().unwrap() {
            "receive_stock" => when(units(action) > 0),
            "regrade_stock" if action["to"] == "damaged" => {
                let [on_hand, .., damaged] = self.cell(&sku, &node, now);
                let most = self.available(&sku, &node, 1, now).min(on_hand - damaged);
                when(units(action) > 0 && units(action) <= most)
            }
            "regrade_stock" => when(units(action) > 0 && units(action) <= self.cell(&sku, &node, now)[3]),
            "adjust_stock" => {
                let delta = action["delta"].as_i64().unwrap();
                // Damaged units are scrapped, not counted away.
                let [on_hand, .., damaged] = self.cell(&sku, &node, now);
                let there = delta > 0 || on_hand - damaged + delta >= 0;
                let kept =
                    action["force"] == true || delta > 0 || -delta <= self.available(&sku, &node, 1, now);
                when(delta != 0 && there && kept)
            }
            "reserve_stock"
            | "release_reservation"
            | "extend_reservation"
            | "shrink_reservation"
            | "move_reservation" => self.opinion_on_hold(action, now),
            "place_order" => Opinion::Accept,
            kind => match self.orders.get(&text(&action["order"])) {
                Some(order) => self.opinion_on(order, kind, action, now),
                None => Opinion::Refuse,
            },
        }
    }

    fn opinion_on(&self, order: &Order, kind: &str, action: &Value, now: i64) -> Opinion {
        let gone = order.is(&["shipped", "cancelled"]);
        match kind {
            "review_order" => when(!gone),
            "approve_order" => when(!gone && !order.is(&["approved"])),
            "record_payment" => {
                let payment = &action["payment"];
                let amount = text(&payment["amount"]["amount"]).parse::<i64>().unwrap() * 100;
                match order.payments.get(&text(&payment["id"])) {
                    Some(known) => when(known == payment),
                    None => when(amount >= 0 && (payment["kind"] == "captured" || amount <= order.paid)),
                }
            }
            "change_order" => {
                let named = &action["change"]["quantities"][0];
                let touched = order.sum(1) > 0 || order.sum(2) > 0;
                when(!gone && !touched && order.lines[&text(&named["line"])].ordered <= units(named))
            }
            "reserve_order" => {
                let fine = order.is(&["awaiting_review", "approved"]) && instant(&action["expiresAt"]) > now;
                let enough = SKUS.iter().all(|sku| {
                    let lines = order.lines.values().filter(|line| line.sku == *sku);
                    let there = NODES.iter().map(|node| self.available(sku, node, order.class, now).max(0));
                    lines.map(Line::open).sum::<i64>() <= there.sum()
                });
                when(fine && enough && !self.live(order, now))
            }
            "adopt_reservation" => self.opinion_on_adoption(order, action, now),
            "allocate_order" => {
                let fine = order.is(&["approved", "part_allocated", "part_shipped"]) && order.approved;
                let some = order.lines.values().filter(|line| line.open() > 0).any(|line| {
                    NODES.iter().any(|node| self.available(&line.sku, node, order.class, now) > 0)
                });
                let nothing_open = order.lines.values().all(|line| line.open() == 0);
                when(fine && (some || nothing_open || self.live(order, now)))
            }
            "assign_order" => {
                let fine = order.is(&["approved", "part_allocated", "part_shipped"]) && order.approved;
                let named = order.named(&action["units"]);
                let open = named.is_some_and(|named| {
                    named.iter().all(|(line, units)| *units <= order.lines[line].open())
                });
                if !fine || !open {
                    return Opinion::Refuse;
                }
                let mut wanted = Vec::new();
                for unit in action["units"].as_array().unwrap() {
                    let sku = order.lines[&text(&unit["line"])].sku.clone();
                    wanted.push(Item { line: None, sku, node: text(&unit["node"]), units: units(unit) });
                }
                // What its own reservation gives up for it may make room.
                let fits = self.fits(&wanted, order.class, now);
                if fits || !self.live(order, now) { when(fits) } else { Opinion::None }
            }
            "cancel_order" => {
                let everything = action["lines"].as_array().unwrap().is_empty();
                let most = |line: &Line| line.open() + line.sum(0) - line.sum(1);
                let enough = if everything {
                    order.sum(1) == 0
                } else {
                    order.named(&action["lines"]).is_some_and(|named| {
                        named.iter().all(|(line, units)| *units <= most(&order.lines[line]))
                    })
                };
                when(!gone && enough)
            }
            "deallocate_order" => {
                when(order.is(&["part_allocated", "allocated", "released", "part_shipped"]))
            }
            "release_order" => {
                let fine = order.is(&["part_allocated", "allocated", "released", "part_shipped"]);
                when(fine && order.approved)
            }
            "ship_order" => {
                let node = text(&action["node"]);
                let leaving = |sku: &str| -> i64 {
                    let lines = order.lines.values().filter(|line| line.sku == sku);
                    lines.filter_map(|line| line.parts.get(&node)).map(|part| part[1]).sum()
                };
                let there = SKUS.iter().all(|sku| {
                    let [on_hand, .., damaged] = self.cell(sku, &node, now);
                    leaving(sku) == 0 || leaving(sku) <= on_hand - damaged
                });
                when(SKUS.iter().any(|sku| leaving(sku) > 0) && there)
            }
            other => panic!("no such action: {other}"),
        }
    }
}
