//! Laws of rich rate cards: lines sum, quick and explained agree, weight never lowers a price, lanes agree with
//! quotes.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::rates::{address, at, card, explain, money};
use crate::carrier::*;
use crate::network::Node;
use crate::value::{Currency, Dimensions, NodeId};

pub(super) fn some_terms() -> impl Strategy<Value = Value> {
    let step = prop_oneof![
        Just(json!([])),
        Just(json!([{"step": 500}])),
        Just(json!([{"upTo": 1000, "step": 100}, {"step": 1000, "free": 50}]))
    ];
    let unit = prop_oneof![Just("metric"), Just("imperial")];
    let heavy = 500_u32..4000;
    (step, unit, 0_u32..30, 0_u32..20, heavy, 0_i64..900, prop::bool::ANY).prop_map(
        |(steps, unit, fuel, discount, heavy, fixed, grouped)| {
            let group = if grouped { json!("g") } else { Value::Null };
            let amount = format!("{}.{:02}", fixed / 100, fixed % 100);
            let mut surcharges = json!([
                {"id": "heavy", "fuel": true, "when": {"above": {"weight": heavy}},
                    "charge": {"fixed": money(&amount)}},
                {"id": "step", "charge": {"perStep": {"step": 700, "price": money("0.30")}}},
                {"id": "part", "per": "shipment", "charge": {"percent": "3.25"}}]);
            for surcharge in surcharges.as_array_mut().unwrap() {
                if !group.is_null() {
                    surcharge["group"] = group.clone();
                }
            }
            json!({"weight": {"unit": unit, "steps": steps, "volumetric": {"divisor": 6000}},
                "surcharges": surcharges, "fuel": [{"percent": fuel.to_string()}],
                "discounts": [{"id": "off", "percent": discount.to_string()}],
                "minimum": money("11.00"), "tax": {"percent": "7.7"}})
        },
    )
}

proptest! {
    #[test]
    fn a_quote_is_the_sum_of_its_lines_and_quick_and_explained_agree(
        terms in some_terms(), weights in prop::collection::vec(0_u64..9000, 1..4), edge in 1_u32..900,
    ) {
        let card = card(terms);
        let mut shipment = RateShipment::default();
        for weight_grams in weights {
            let dimensions = Some(Dimensions { length: edge, width: edge, height: 100 });
            shipment.parcels.push(RateParcel { weight_grams, dimensions, carton: None });
        }
        let explained = explain(&card, &shipment, &address("US", "")).unwrap();
        let sum: i64 = explained.lines.iter().map(|line| line.amount.minor()).sum();
        prop_assert_eq!(sum, explained.quote.price.minor());
        for weight in &explained.weights {
            prop_assert!(weight.chargeable_grams + 50 >= weight.actual_grams);
        }
    }

    #[test]
    fn more_weight_never_costs_less_where_nothing_on_the_card_falls(
        terms in some_terms(), light in 0_u64..9000, more in 0_u64..3000,
    ) {
        let card = card(terms);
        let price = |grams| {
            explain(&card, &RateShipment::of_weight(grams), &address("US", "")).unwrap().quote.price.minor()
        };
        prop_assert!(price(light) <= price(light + more));
    }

    #[test]
    fn a_lane_prices_every_weight_as_a_quote_does(terms in some_terms(),
        weights in prop::collection::vec(1_u64..6000, 1..9)) {
        let carriers = Carriers { cards: vec![card(terms)] };
        let (from, to) = (Node::new(NodeId::new("reno").unwrap()), address("US", ""));
        let shipment = RateShipment::of_weight(6000);
        let request = RateRequest { from: &from, to: &to, ready_at: at(), shipment: &shipment, states: &[] };
        let lane = lane(&carriers, &request, Currency::USD);
        for weight in weights {
            let quoted = quote(&carriers.cards[0], &from, &to, weight, at()).unwrap().price;
            prop_assert_eq!(lane.options[0].tariff.price(weight), Ok(quoted), "{} g", weight);
        }
    }

    #[test]
    fn the_wire_form_of_rich_cards_round_trips(terms in some_terms()) {
        let card = card(terms);
        let text = serde_json::to_string(&card).unwrap();
        prop_assert_eq!(serde_json::from_str::<RateCard>(&text).unwrap(), card);
    }
}
