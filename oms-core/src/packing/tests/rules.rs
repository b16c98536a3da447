//! One rule at a time: it holds in plans, and the checker sees it broken.

use serde_json::{Value, json};

use super::super::*;
use super::{boxes, carton, item, of, packed, request, size, with};

fn rule(value: Value, rule: &Value) -> Value {
    with(value, &json!({"rule": rule}))
}

/// What the checker says of a plan after somebody meddled with it.
fn meddled(value: Value, meddle: impl FnOnce(&mut PackPlan)) -> Vec<PackRuleBroken> {
    let request = request(value);
    let mut plan = pack(&request).unwrap();
    assert!(check_packing(&request, &plan).is_empty());
    meddle(&mut plan);
    let mut broken: Vec<_> = check_packing(&request, &plan).into_iter().map(|one| one.rule).collect();
    broken.dedup();
    broken
}

#[test]
fn an_item_lies_only_as_it_may() {
    let boxes = || vec![carton("box", [100, 100, 50], 1)];
    let tall = || item("a", 1, [50, 100, 100], 1);
    assert_eq!(packed(of(vec![tall()], boxes())).parcels[0].placements[0].rotation, PackRotation::Whl);
    let flat = packed(of(vec![rule(tall(), &json!({"upright": ["height"]}))], boxes()));
    assert_eq!(flat.unpacked[0].reason, UnpackedReason::TooLarge);
    let long = rule(item("a", 1, [50, 100, 20], 1), &json!({"upright": ["height"], "noTurn": true}));
    assert_eq!(
        packed(of(vec![long], vec![carton("box", [100, 50, 50], 1)])).unpacked[0].reason,
        UnpackedReason::TooLarge
    );
}

#[test]
fn nothing_stands_on_what_is_fragile() {
    let glass = rule(item("glass", 1, [100, 100, 50], 100), &json!({"fragile": true}));
    let items = vec![glass, item("brick", 1, [100, 100, 50], 3000)];
    let value = of(items, vec![carton("box", [100, 100, 100], 1)]);
    let plan = packed(value.clone());
    let glass = plan.parcels[0].placements.iter().find(|one| one.item.as_str() == "glass").unwrap();
    assert_eq!(glass.position.z, 50);
    let broken = meddled(value, |plan| {
        for one in &mut plan.parcels[0].placements {
            one.position.z = 50 - one.position.z;
        }
    });
    assert_eq!(broken, [PackRuleBroken::Overloaded]);
}

#[test]
fn loads_add_up_through_a_stack() {
    let bears = |grams: u32| rule(item("base", 1, [100, 100, 20], 50), &json!({"bears": grams}));
    let items = |grams| vec![bears(grams), item("top", 2, [100, 100, 20], 400)];
    let boxes_of = || vec![carton("box", [100, 100, 60], 10)];
    let base = |plan: &PackPlan| {
        let one =
            plan.parcels.iter().flat_map(|parcel| &parcel.placements).find(|one| one.item.as_str() == "base");
        one.unwrap().position.z
    };
    assert_eq!(base(&packed(of(items(399), boxes_of()))), 40);
    assert!(base(&packed(of(items(800), boxes_of()))) <= 40);
    let broken = meddled(of(items(399), boxes_of()), |plan| {
        for one in &mut plan.parcels[0].placements {
            one.position.z = 40 - one.position.z;
        }
    });
    assert_eq!(broken, [PackRuleBroken::Overloaded]);
}

#[test]
fn no_more_stand_upon_each_other_than_may() {
    let cups = rule(item("cup", 4, [100, 100, 25], 1), &json!({"stackLimit": 1, "upright": ["height"]}));
    let value = of(vec![cups], vec![carton("tower", [100, 100, 100], 10)]);
    let plan = packed(value);
    assert_eq!(boxes(&plan), ["tower", "tower"]);
}

#[test]
fn classes_at_odds_travel_apart_and_others_with_either() {
    let class = |id: &str, class: &str| rule(item(id, 1, [50, 50, 50], 1), &json!({"classes": [class]}));
    let items = vec![class("soap", "chemicals"), class("bread", "food"), item("book", 1, [50, 50, 50], 1)];
    let conflict = json!({"conflicts": [{"one": "food", "other": "chemicals"}]});
    let value = with(of(items, vec![carton("box", [200, 200, 200], 10)]), &conflict);
    let plan = packed(value.clone());
    assert_eq!(plan.parcels.len(), 2);
    let mut together = value.clone();
    together["conflicts"] = json!([]);
    let mixed = pack(&request(together)).unwrap();
    assert_eq!(mixed.parcels.len(), 1);
    let broken = check_packing(&request(value), &mixed);
    assert!(!broken.is_empty() && broken.iter().all(|one| one.rule == PackRuleBroken::Conflict));
}

#[test]
fn what_ships_alone_is_a_parcel_of_its_own() {
    let tv = rule(item("tv", 2, [1200, 800, 150], 20_000), &json!({"shipsAlone": true}));
    let value = of(vec![tv, item("cable", 1, [50, 50, 50], 1)], vec![carton("box", [100, 100, 100], 10)]);
    assert_eq!(boxes(&packed(value.clone())), ["box", "own", "own"]);
    let broken = meddled(value, |plan| plan.parcels[1].carton = plan.parcels[0].carton.clone());
    assert!(broken.contains(&PackRuleBroken::NotAlone), "{broken:?}");
}

#[test]
fn cups_nest_and_soft_goods_shrink() {
    let cups = rule(item("cup", 5, [100, 100, 100], 1), &json!({"nestHeight": 20}));
    let plan = packed(of(vec![cups], vec![carton("box", [100, 100, 180], 10)]));
    assert_eq!((plan.parcels.len(), plan.parcels[0].placements[0].quantity.units()), (1, 5));
    let coat = rule(item("coat", 1, [300, 200, 101], 1), &json!({"shrinkPercent": 50}));
    let plan = packed(of(vec![coat], vec![carton("box", [300, 200, 51], 10)]));
    assert_eq!(plan.parcels[0].placements[0].size.height, 51);
}

#[test]
fn a_mailer_loses_in_length_what_it_gains_in_thickness() {
    let mailer = |height: u32| {
        let inner = size([300, 200, height]);
        json!({"id": "bag", "kind": "mailer", "inner": inner, "cost": super::eur(1)})
    };
    let carton = carton("box", [300, 200, 60], 9);
    let of_size = |edges| of(vec![item("book", 1, edges, 1)], vec![mailer(60), carton.clone()]);
    assert_eq!(boxes(&packed(of_size([260, 160, 40]))), ["bag"]);
    assert_eq!(boxes(&packed(of_size([262, 160, 40]))), ["box"]);
    let glass = rule(item("glass", 1, [100, 100, 10], 1), &json!({"fragile": true}));
    let plan = packed(of(vec![glass], vec![mailer(60), carton.clone()]));
    assert_eq!(boxes(&plan), ["box"]);
    assert!(matches!(plan.parcels[0].tried[0].verdict, PackVerdict::Fragile(_)));
}

#[test]
fn without_sizes_volume_counts_to_85_percent() {
    let loose = |quantity: u32| json!({"id": "toy", "quantity": quantity, "volume": 100_000, "weight": 10});
    let boxes_of = || vec![carton("box", [100, 100, 100], 10)];
    let plan = packed(of(vec![loose(8)], boxes_of()));
    assert_eq!((plan.parcels.len(), plan.parcels[0].by_volume), (1, true));
    assert_eq!(packed(of(vec![loose(9)], boxes_of())).parcels.len(), 2);
}

#[test]
fn the_fill_limit_and_what_is_stuffed_around_take_space() {
    let items = || vec![item("a", 8, [50, 50, 50], 1)];
    let limited = |more: &Value| {
        packed(of(items(), vec![with(carton("box", [100, 100, 100], 10), more)])).parcels.len()
    };
    assert_eq!(limited(&json!({})), 1);
    assert_eq!(limited(&json!({"fillLimitPercent": 90})), 2);
    assert_eq!(limited(&json!({"voidPercent": 10})), 2);
}

#[test]
fn the_checker_sees_what_is_moved_resized_lost_or_priced_wrong() {
    let value = || of(vec![item("a", 4, [100, 100, 50], 10)], vec![carton("box", [200, 200, 60], 10)]);
    let place = |plan: &mut PackPlan, to: (u32, u32, u32)| {
        plan.parcels[0].placements[1].position = PackPosition { x: to.0, y: to.1, z: to.2 };
    };
    let cases: [(Vec<PackRuleBroken>, Vec<PackRuleBroken>); 6] = [
        (meddled(value(), |plan| place(plan, (0, 0, 0))), vec![PackRuleBroken::Overlap]),
        (
            meddled(value(), |plan| place(plan, (150, 150, 0))),
            vec![PackRuleBroken::Outside, PackRuleBroken::Overlap],
        ),
        (
            meddled(value(), |plan| plan.parcels[0].placements[1].size.height = 40),
            vec![PackRuleBroken::WrongSize, PackRuleBroken::FigureDiffers],
        ),
        (
            meddled(value(), |plan| drop(plan.parcels[0].placements.pop())),
            vec![PackRuleBroken::ContentsDiffer, PackRuleBroken::FigureDiffers],
        ),
        (meddled(value(), |plan| plan.parcels[0].weight_grams = 1), vec![PackRuleBroken::FigureDiffers]),
        (
            meddled(value(), |plan| plan.parcels.clear()),
            vec![PackRuleBroken::UnitsDiffer, PackRuleBroken::FigureDiffers],
        ),
    ];
    for (at, (found, expected)) in cases.into_iter().enumerate() {
        assert_eq!(found, expected, "case {at}");
    }
}
