//! Instances made from a seed: containers after Bischoff and Ratcliff (1995), and web orders with tariffs and rules.

use oms_core::catalog::ItemEdge;
use oms_core::packing::{BoxType, PackItem, PackRequest};
use oms_core::value::{BoxId, Dimensions, LineId, Quantity, Weight};
use serde_json::json;

use crate::{Aim, Failure, Set};

/// `SplitMix64` (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(limit.max(1))).unwrap_or_default()
    }
}

pub fn carton(id: &str, inner: Dimensions) -> Result<BoxType, Failure> {
    let cost = json!({"amount": "1.00", "currency": "EUR"});
    let mut carton: BoxType = serde_json::from_value(json!({"id": "box", "inner": inner, "cost": cost}))?;
    carton.id = BoxId::new(id)?;
    Ok(carton)
}

pub fn item(id: &str, units: u32, size: Dimensions, grams: u32) -> Result<PackItem, Failure> {
    let mut item: PackItem = serde_json::from_value(json!({"id": "item", "quantity": 1}))?;
    item.id = LineId::new(id)?;
    item.quantity = Quantity::new(units);
    item.dimensions = Some(size);
    item.weight = Weight::grams(grams);
    Ok(item)
}

pub fn upright(edges: [bool; 3]) -> Vec<ItemEdge> {
    let named = [ItemEdge::Length, ItemEdge::Width, ItemEdge::Height];
    named.into_iter().zip(edges).filter(|(_, may)| *may).map(|(edge, _)| edge).collect()
}

fn request(value: serde_json::Value) -> Result<PackRequest, Failure> {
    Ok(serde_json::from_value(value)?)
}

pub fn sets(effort: u32) -> Result<Vec<Set>, Failure> {
    let mut sets = Vec::new();
    for types in [3, 8, 15] {
        let mut requests = Vec::new();
        for seed in 0..10_u64 {
            requests.push(container(types, &mut Random(seed * 1000 + u64::from(types)), effort)?);
        }
        sets.push(Set { name: format!("{types} types"), requests, aim: Aim::Fill, recorded: None });
    }
    let mut requests = Vec::new();
    for seed in 0..500 {
        requests.push(order(&mut Random(seed))?);
    }
    sets.push(Set { name: "orders with rules".to_owned(), requests, aim: Aim::Boxes, recorded: None });
    Ok(sets)
}

/// Types are drawn and one more of a random one is added until the next would not fit the container's volume; an edge
/// may stand upright when the smallest edge of its base is not less than half of it.
fn container(types: u32, random: &mut Random, effort: u32) -> Result<PackRequest, Failure> {
    let size = Dimensions { length: 587, width: 233, height: 220 };
    let mut items = Vec::new();
    for at in 0..types {
        let (length, width, height) = (30 + random.below(91), 25 + random.below(76), 20 + random.below(61));
        let stable = |edge: u32, base: [u32; 2]| base.iter().min().is_some_and(|least| edge < 2 * least);
        let mut one = item(&format!("type-{at:02}"), 1, Dimensions { length, width, height }, 0)?;
        one.rule.upright = upright([stable(length, [width, height]), stable(width, [length, height]), true]);
        items.push(one);
    }
    let mut used: u128 = items.iter().filter_map(|item| item.dimensions).map(Dimensions::volume).sum();
    loop {
        let at = usize::try_from(random.below(types))?;
        let Some(one) = items.get_mut(at) else { break };
        used += one.dimensions.map_or(0, Dimensions::volume);
        if used > size.volume() {
            break;
        }
        one.quantity = Quantity::new(one.quantity.units() + 1);
    }
    let mut container = carton("container", size)?;
    container.stock = Some(1);
    let mut request =
        request(json!({"currency": "EUR", "items": [], "boxes": [], "supportPercent": 0, "effort": effort}))?;
    (request.items, request.boxes) = (items, vec![container]);
    Ok(request)
}

/// A few lines, some fragile, some soft, some that must not share a box; four cartons and a mailer, shipped by the
/// larger of weight and size.
fn order(random: &mut Random) -> Result<PackRequest, Failure> {
    let eur =
        |cents: u32| json!({"amount": format!("{}.{:02}", cents / 100, cents % 100), "currency": "EUR"});
    let mut items = Vec::new();
    for at in 0..1 + random.below(6) {
        let edges = [40 + random.below(200), 30 + random.below(150), 10 + random.below(100)];
        let class = match random.below(6) {
            0 => json!(["food"]),
            1 => json!(["chemicals"]),
            _ => json!([]),
        };
        items.push(json!({"id": format!("line-{at}"), "quantity": 1 + random.below(4), "weight": 50 + random.below(900),
            "dimensions": {"length": edges[0], "width": edges[1], "height": edges[2]},
            "rule": {"fragile": random.below(8) == 0, "shrinkPercent": if random.below(5) == 0 { 20 } else { 0 },
                "classes": class}}));
    }
    let sizes = [(200, 150, 100, 35), (300, 200, 150, 55), (400, 300, 200, 90), (600, 400, 300, 160)];
    let mut boxes: Vec<serde_json::Value> = sizes
        .iter()
        .enumerate()
        .map(|(at, (length, width, height, cents))| {
            json!({"id": format!("box-{at}"), "inner": {"length": length, "width": width, "height": height},
                "tare": 80 * (at + 1), "maxWeight": 20_000, "cost": eur(*cents)})
        })
        .collect();
    boxes
        .push(json!({"id": "mailer", "kind": "mailer", "inner": {"length": 350, "width": 250, "height": 60},
        "tare": 20, "cost": eur(12)}));
    request(json!({"currency": "EUR", "items": items, "boxes": boxes,
        "conflicts": [{"one": "food", "other": "chemicals"}],
        "shipping": {"divisor": 5000, "tariff": {"bands": [{"upTo": 1000, "price": eur(390)}],
            "beyond": {"step": 500, "price": eur(45)}}}}))
}
