//! Laws: the checker has nothing to say of our packings, nothing is lost, and order does not matter.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::*;
use super::{eur, of, request, size, with};

fn rules() -> impl Strategy<Value = Value> {
    let upright = prop::sample::subsequence(vec!["length", "width", "height"], 0..=3);
    let classes = prop::sample::subsequence(vec!["food", "chemicals", "toys"], 0..=1);
    (upright, any::<bool>(), 0..8_u8, prop::option::weighted(0.2, 0..2000_u32), 0..4_u32, 0..30_u8, classes)
        .prop_map(|(upright, no_turn, kind, bears, stack, shrink, classes)| {
            json!({"upright": upright, "noTurn": no_turn, "fragile": kind == 0, "shipsAlone": kind == 1,
                "bears": bears, "stackLimit": if stack == 0 { json!(1) } else { json!(null) },
                "shrinkPercent": if shrink < 20 { 0 } else { shrink }, "classes": classes})
        })
}

fn items() -> impl Strategy<Value = Vec<Value>> {
    let edges = [5..150_u32, 5..100, 5..80];
    let one =
        (0..5_u32, edges, 0..3000_u32, rules(), 0..12_u8).prop_map(|(quantity, edges, grams, rule, kind)| {
            let item = json!({"quantity": quantity, "weight": grams, "rule": rule});
            match kind {
                0 => item,
                1 => with(item, &json!({"volume": edges.iter().product::<u32>()})),
                2 => {
                    let nests = json!({"nestHeight": 5, "upright": []});
                    with(item, &json!({"dimensions": size(edges), "rule": nests}))
                }
                _ => with(item, &json!({"dimensions": size(edges)})),
            }
        });
    prop::collection::vec(one, 0..7)
}

fn cartons() -> impl Strategy<Value = Vec<Value>> {
    let one = (
        [20..300_u32, 20..200, 10..150],
        1..500_i64,
        60..=100_u8,
        0..20_u8,
        prop::option::weighted(0.2, 0..3_u32),
        any::<bool>(),
    );
    let one = one.prop_map(|(edges, cents, fill, void, stock, mailer)| {
        json!({"inner": size(edges), "cost": eur(cents), "fillLimitPercent": fill, "voidPercent": void, "stock": stock,
            "tare": 50, "maxWeight": 12_000, "kind": if mailer { "mailer" } else { "carton" }})
    });
    prop::collection::vec(one, 0..4)
}

fn named(values: Vec<Value>) -> Vec<Value> {
    values.into_iter().enumerate().map(|(at, one)| with(one, &json!({"id": format!("n{at}")}))).collect()
}

fn requests() -> impl Strategy<Value = Value> {
    (items(), cartons(), prop::sample::select(vec![0, 50, 75, 100]), any::<bool>()).prop_map(
        |(items, boxes, support, ships)| {
            let tariff =
                json!({"bands": [{"upTo": 2000, "price": eur(400)}, {"upTo": 9000, "price": eur(700)}]});
            let shipping = if ships { json!({"tariff": tariff, "divisor": 5000}) } else { json!(null) };
            let conflicts = json!([{"one": "food", "other": "chemicals"}]);
            let more = json!({"supportPercent": support, "shipping": shipping, "conflicts": conflicts});
            with(of(named(items), named(boxes)), &more)
        },
    )
}

proptest! {
    #[test]
    fn the_checker_is_silent_and_nothing_is_lost(value in requests()) {
        let request = request(value);
        let plan = pack(&request).unwrap();
        let broken = check_packing(&request, &plan);
        prop_assert!(broken.is_empty(), "{:?}", broken);
        for parcel in &plan.parcels {
            prop_assert_eq!(draw_packing(&request, parcel).is_some(), parcel.carton.is_some());
        }
    }

    #[test]
    fn the_order_of_items_does_not_matter(value in requests()) {
        let plan = pack(&request(value.clone())).unwrap();
        let mut turned = value;
        turned["items"].as_array_mut().unwrap().reverse();
        let other = pack(&request(turned)).unwrap();
        prop_assert_eq!((plan.cost, plan.unpacked), (other.cost, other.unpacked));
        let places = |plan: Vec<PackedParcel>| plan.into_iter().map(|parcel| parcel.placements).collect::<Vec<_>>();
        prop_assert_eq!(places(plan.parcels), places(other.parcels));
    }
}
