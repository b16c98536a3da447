use super::*;
use crate::value::{Currency, Instant, LineId, Money, OrderId, Problems, Quantity, SkuId};

mod borrow;
mod grant;
mod laws;
mod reconfirm;

fn day(day: i64) -> Instant {
    let start: Instant = "2026-11-01T00:00:00Z".parse().unwrap();
    start + chrono::TimeDelta::days(day)
}

fn order(id: &str) -> OrderId {
    OrderId::new(id).unwrap()
}

fn one() -> LineId {
    LineId::new("1").unwrap()
}

fn mug() -> SkuId {
    SkuId::new("mug").unwrap()
}

fn eur(cents: i64) -> Money {
    Money::from_minor(cents, Currency::EUR)
}

/// A line for mugs, waiting since a day.
fn entry(id: &str, units: u32, since: i64) -> BackorderEntry {
    BackorderEntry {
        order: order(id),
        line: one(),
        sku: mug(),
        quantity: Quantity::new(units),
        class: 0,
        due: None,
        margin: None,
        waiting_since: day(since),
    }
}

fn mugs(units: u32) -> Vec<BackorderSupply> {
    vec![BackorderSupply { sku: mug(), quantity: Quantity::new(units) }]
}

fn request(mode: BackorderMode, units: u32, entries: Vec<BackorderEntry>) -> BackorderRequest {
    let keys = QueueKey::STANDARD.to_vec();
    BackorderRequest { mode, keys, whole_lines: false, supply: mugs(units), entries }
}

/// Who got how much, by place in the queue, after the independent check.
fn granted(request: &BackorderRequest) -> Vec<(String, u32)> {
    let plan = grant_backorders(request).unwrap();
    assert_eq!(check_backorders(request, &plan), []);
    plan.grants.iter().map(|grant| (grant.order.to_string(), grant.granted.units())).collect()
}

fn row(id: &str, units: u32) -> (String, u32) {
    (id.to_owned(), units)
}

fn codes(problems: &Problems) -> Vec<(&str, &str)> {
    problems.as_slice().iter().map(|problem| (&*problem.code, &*problem.path)).collect()
}
