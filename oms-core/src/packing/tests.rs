//! What packing decides, by example; the laws are in `tests/laws.rs`.

mod laws;
mod rules;

use serde_json::{Value, json};

use super::*;
use crate::value::{Dimensions, Money};

fn request(value: Value) -> PackRequest {
    serde_json::from_value(value).unwrap()
}

fn eur(cents: i64) -> Value {
    json!({"amount": format!("{}.{:02}", cents / 100, cents % 100), "currency": "EUR"})
}

fn size([length, width, height]: [u32; 3]) -> Value {
    json!({"length": length, "width": width, "height": height})
}

fn item(id: &str, quantity: u32, edges: [u32; 3], grams: u32) -> Value {
    json!({"id": id, "quantity": quantity, "dimensions": size(edges), "weight": grams})
}

fn carton(id: &str, edges: [u32; 3], cents: i64) -> Value {
    json!({"id": id, "inner": size(edges), "cost": eur(cents)})
}

fn with(mut value: Value, more: &Value) -> Value {
    for (key, one) in more.as_object().unwrap() {
        value[key] = one.clone();
    }
    value
}

fn of(items: Vec<Value>, boxes: Vec<Value>) -> Value {
    json!({"currency": "EUR", "items": items, "boxes": boxes})
}

/// Packs, and lets the checker look at it.
fn packed(value: Value) -> PackPlan {
    let request = request(value);
    let plan = pack(&request).unwrap();
    let broken = check_packing(&request, &plan);
    assert!(broken.is_empty(), "{broken:?}");
    plan
}

fn boxes(plan: &PackPlan) -> Vec<&str> {
    plan.parcels.iter().map(|parcel| parcel.carton.as_ref().map_or("own", |id| id.as_str())).collect()
}

#[test]
fn the_cheapest_boxes_win_and_not_the_fewest() {
    let items = || vec![item("a", 2, [100, 100, 100], 500)];
    let dear = packed(of(items(), vec![carton("S", [100, 100, 100], 40), carton("M", [200, 100, 100], 90)]));
    assert_eq!((boxes(&dear), dear.cost.minor()), (vec!["S", "S"], 80));
    let cheap = packed(of(items(), vec![carton("S", [100, 100, 100], 40), carton("M", [200, 100, 100], 70)]));
    assert_eq!((boxes(&cheap), cheap.cost.minor()), (vec!["M"], 70));
}

#[test]
fn shipping_counts_beside_the_box_and_by_size() {
    let tariff =
        json!({"bands": [{"upTo": 1000, "price": eur(300)}], "beyond": {"step": 1000, "price": eur(100)}});
    let boxes_of = |divisor: u32| {
        let boxes = vec![carton("flat", [300, 300, 20], 50), carton("cube", [300, 300, 200], 10)];
        let shipping = json!({"tariff": tariff, "divisor": divisor});
        packed(with(of(vec![item("a", 1, [300, 300, 20], 500)], boxes), &json!({"shipping": shipping})))
    };
    // 18 l through 6000 is 3 kg: 5.00 for the cube, 3.00 for the flat one.
    let by_size = boxes_of(6000);
    assert_eq!((boxes(&by_size), by_size.cost.minor()), (vec!["flat"], 350));
    assert_eq!(by_size.parcels[0].dimensional_grams, Some(300));
    let by_scale = boxes_of(60_000);
    assert_eq!((boxes(&by_scale), by_scale.cost.minor()), (vec!["cube"], 310));
}

#[test]
fn every_box_says_why_it_lost() {
    let boxes = vec![
        carton("tiny", [50, 50, 50], 5),
        with(carton("weak", [200, 200, 200], 6), &json!({"maxWeight": 900})),
        with(carton("half", [200, 200, 200], 7), &json!({"fillLimitPercent": 10})),
        with(carton("none", [200, 200, 200], 8), &json!({"stock": 0})),
        carton("good", [200, 200, 200], 9),
        carton("large", [400, 400, 400], 20),
    ];
    let plan = packed(of(vec![item("a", 1, [100, 100, 100], 1000)], boxes));
    let told = serde_json::to_value(&plan.parcels[0].tried).unwrap();
    let expected = json!([
        {"box": "tiny", "verdict": {"type": "too_small", "item": "a"}},
        {"box": "weak", "verdict": {"type": "too_heavy", "grams": 1000, "limitGrams": 900}},
        {"box": "half", "verdict": {"type": "too_full", "volume": 1_000_000, "limitVolume": 800_000}},
        {"box": "none", "verdict": {"type": "out_of_stock"}},
        {"box": "good", "verdict": {"type": "taken", "cost": eur(9)}},
        {"box": "large", "verdict": {"type": "dearer", "cost": eur(20), "by": eur(11)}},
    ]);
    assert_eq!(told, expected);
}

#[test]
fn what_goes_nowhere_is_named_with_its_reason() {
    let boxes = vec![with(carton("box", [200, 200, 200], 10), &json!({"maxWeight": 5000, "stock": 1}))];
    let unknown = json!({"id": "unknown", "quantity": 2});
    let items = vec![
        unknown,
        item("long", 1, [500, 10, 10], 1),
        item("heavy", 1, [10, 10, 10], 6000),
        item("cube", 2, [200, 200, 200], 1),
    ];
    let plan = packed(of(items, boxes));
    let told: Vec<_> =
        plan.unpacked.iter().map(|one| (one.item.as_str(), one.quantity.units(), one.reason)).collect();
    let expected = [
        ("cube", 1, UnpackedReason::OutOfBoxes),
        ("heavy", 1, UnpackedReason::TooHeavy),
        ("long", 1, UnpackedReason::TooLarge),
        ("unknown", 2, UnpackedReason::UnknownSize),
    ];
    assert_eq!(told, expected);
    assert_eq!(plan.parcels.len(), 1);
}

#[test]
fn a_pinwheel_is_found() {
    // Four 2 × 1 about a 1 × 1: no straight cut divides them.
    let items = vec![item("slat", 4, [20, 10, 10], 1), item("hub", 1, [10, 10, 10], 1)];
    let plan = packed(of(items, vec![carton("tray", [30, 30, 10], 1)]));
    assert_eq!((plan.parcels.len(), plan.parcels[0].fill_permille), (1, 1000));
}

#[test]
fn everything_wrong_is_said_at_once() {
    let bad = json!({"currency": "EUR", "supportPercent": 101, "effort": 0,
        "items": [{"id": "a", "quantity": 1, "dimensions": size([0, 1, 1]), "volume": 1}, item("a", 1, [1, 1, 1], 1),
            {"id": "b", "quantity": 1,
                "rule": {"nestHeight": 0, "shrinkPercent": 95, "upright": ["length", "length"]}}],
        "boxes": [with(carton("x", [1, 1, 1], 1), &json!({"fillLimitPercent": 0, "tare": 5, "maxWeight": 1})),
            with(carton("x", [1, 1, 100_001], 1), &json!({"cost": {"amount": "-1.00", "currency": "USD"}}))],
        "conflicts": [{"one": "food", "other": "food"}],
        "shipping": {"tariff": {"bands": []}, "divisor": 0}});
    let Err(PackError::Invalid(problems)) = pack(&request(bad)) else { panic!("refused") };
    let paths: Vec<&str> = problems.as_slice().iter().map(|problem| &*problem.path).collect();
    let expected = [
        "/supportPercent",
        "/effort",
        "/items/0/dimensions/length",
        "/items/0/volume",
        "/items/1/id",
        "/items/2/rule/shrinkPercent",
        "/items/2/rule/nestHeight",
        "/items/2/rule/upright/1",
        "/items/2/rule/upright",
        "/items/2/dimensions",
        "/boxes/0/fillLimitPercent",
        "/boxes/0/maxWeight",
        "/boxes/1/id",
        "/boxes/1/inner/height",
        "/boxes/1/cost/amount",
        "/boxes/1/cost/currency",
        "/shipping/tariff/bands",
        "/shipping/divisor",
        "/conflicts/0/other",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn costs_beyond_money_are_refused() {
    let dear = with(
        carton("box", [10, 10, 10], 1),
        &json!({"cost": {"amount": "92233720368547758.07", "currency": "EUR"}}),
    );
    let full = request(of(vec![item("a", 2, [10, 10, 10], 1)], vec![dear]));
    assert_eq!(pack(&full), Err(PackError::Overflow));
}

#[test]
fn the_picture_shows_every_item_in_whole_numbers() {
    let value = of(vec![item("<mug>", 3, [100, 100, 100], 1)], vec![carton("M&S", [200, 200, 200], 1)]);
    let plan = packed(value.clone());
    let svg = draw_packing(&request(value.clone()), &plan.parcels[0]).unwrap();
    assert_eq!(svg.matches("<title>&lt;mug&gt;</title>").count(), 3);
    assert!(
        svg.starts_with("<svg xmlns") && svg.contains("<title>M&amp;S</title>") && svg.ends_with("</svg>\n")
    );
    let points = svg.split("points=\"").skip(1).filter_map(|part| part.split('"').next());
    let numbers = points.flat_map(|points| points.split([' ', ',']));
    assert!(
        numbers.clone().count() > 0
            && numbers.clone().all(|number| number.parse::<u32>().is_ok_and(|n| n < 650))
    );
    assert_eq!(draw_packing(&request(of(vec![], vec![])), &plan.parcels[0]), None);
}

#[test]
fn nothing_to_pack_is_no_parcel() {
    let plan = packed(of(vec![], vec![]));
    assert_eq!((plan.parcels.len(), plan.cost), (0, Money::from_minor(0, crate::value::Currency::EUR)));
    let none = packed(of(vec![item("a", 1, [1, 1, 1], 1)], vec![]));
    assert_eq!(none.unpacked[0].reason, UnpackedReason::OutOfBoxes);
}

#[test]
fn dimensional_weight_is_rounded_up() {
    let tariff = serde_json::from_value(json!({"bands": [{"upTo": 1, "price": eur(1)}]})).unwrap();
    let shipping = PackShipping { tariff, divisor: Some(5000) };
    assert_eq!(shipping.dimensional_grams(Dimensions { length: 100, width: 100, height: 101 }), Some(202));
    assert_eq!(shipping.dimensional_grams(Dimensions { length: 1, width: 1, height: 1 }), Some(1));
}
