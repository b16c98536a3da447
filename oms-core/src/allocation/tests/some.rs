//! Random problems: plain ones, and ones with facts, constraints, terms and tiers.

use proptest::prelude::*;

use super::super::tests::{eur, line, node, problem, service};
use super::super::*;
use crate::network::Lane;
use crate::value::NodeId;

pub(super) const SKUS: [&str; 3] = ["a", "b", "c"];

fn some_line() -> impl Strategy<Value = (usize, u32, u32)> {
    (0..SKUS.len(), 1_u32..5, prop_oneof![Just(0_u32), 1_u32..700])
}

fn some_lane() -> impl Strategy<Value = Lane> {
    let option = (0_u16..4, 100_i64..600, prop::option::weighted(0.7, 0_i64..200));
    prop::collection::vec(option, 0..3).prop_map(|options| {
        let option = |(at, (days, first, further))| service(&format!("c{at}"), days, first, further);
        Lane { options: options.into_iter().enumerate().map(option).collect() }
    })
}

fn some_node() -> impl Strategy<Value = AllocationCandidate> {
    let stock = [0_u32..5, 0_u32..5, 0_u32..5];
    let costs = (0_i64..100, 0_i64..30);
    let flags = (prop::bool::weighted(0.85), 0_u32..3, prop::option::of(0_u32..1000));
    (stock, costs, flags, some_lane()).prop_map(
        |(stock, (shipment, unit), (active, priority, metres), lane)| {
            let stock: Vec<_> = SKUS.into_iter().zip(stock).collect();
            let mut node = node("n", priority, &stock);
            (node.active, node.distance_metres, node.lane) = (active, metres, lane);
            (node.shipment_cost, node.unit_cost) = (eur(shipment), eur(unit));
            node
        },
    )
}

pub(in crate::allocation) fn some_problem() -> impl Strategy<Value = AllocationProblem> {
    let lines = prop::collection::vec(some_line(), 1..5);
    let nodes = prop::collection::vec(some_node(), 0..6);
    let rules =
        (0_i64..300, prop::option::of(1_u32..4), prop::bool::weighted(0.2), prop::bool::weighted(0.7));
    (lines, nodes, rules).prop_map(|(lines, mut nodes, (split, most, complete, lanes))| {
        let line = |(at, (sku, units, grams)): (usize, (usize, u32, u32))| {
            line(&format!("l{at}"), SKUS[sku], units, grams)
        };
        for (at, node) in nodes.iter_mut().enumerate() {
            node.node = NodeId::new(format!("n{at}")).unwrap();
        }
        let mut problem = problem(lines.into_iter().enumerate().map(line).collect(), nodes);
        problem.split_cost = eur(split);
        (problem.max_shipments, problem.ship_complete, problem.lanes_required) = (most, complete, lanes);
        problem
    })
}

fn scope() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::json;
    prop_oneof![
        Just(json!({})),
        (0_u32..6).prop_map(|at| json!({"nodes": [format!("n{at}")]})),
        Just(json!({"groups": ["even"]})),
    ]
}

fn items() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::json;
    prop_oneof![
        Just(json!({})),
        (0..SKUS.len()).prop_map(|at| json!({"skus": [SKUS[at]]})),
        Just(json!({"categories": ["cups"]})),
        (0_u32..4).prop_map(|at| json!({"lines": [format!("l{at}")]})),
    ]
}

/// Rows for some nodes.
fn rows(field: &'static str, most: u64) -> impl Strategy<Value = serde_json::Value> {
    prop::collection::btree_map(0_u32..6, 0..=most, 0..4).prop_map(move |rows| {
        rows.into_iter()
            .map(|(at, value)| serde_json::json!({"node": format!("n{at}"), field: value}))
            .collect()
    })
}

/// Any constraint that needs numbers, scopes and rows; hard two times in three.
fn some_constraint() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::json;
    let measure = prop::sample::select(vec!["orders", "lines", "units", "weight_grams", "volume_cm3"]);
    let simple = (0_u8..22, scope(), items(), 0_u32..6, measure).prop_map(|(kind, nodes, items, number, measure)| {
        match kind {
            0 => json!({"type": "keep_stock", "nodes": nodes, "items": items, "units": number}),
            1 => json!({"type": "stock_owner"}),
            2 => json!({"type": "node_offline", "nodes": nodes, "from": "2026-11-11T00:00:00Z"}),
            3 => json!({"type": "node_kind", "kinds": ["store"], "items": items}),
            4 => json!({"type": "fulfilment_type", "wanted": "pickup"}),
            5 => json!({"type": "max_distance", "nodes": nodes, "metres": number * 200}),
            6 => json!({"type": "coverage", "nodes": nodes, "deny": [{"country": "DE"}]}),
            7 => json!({"type": "cross_border", "open": [{"from": "FR", "to": "DE"}]}),
            8 => json!({"type": "bonded", "countries": ["CN"]}),
            9 => json!({"type": "item_node", "effect": "deny", "nodes": nodes, "items": items}),
            10 => json!({"type": "item_node", "effect": "allow", "nodes": nodes, "items": items}),
            11 => json!({"type": "capability"}),
            12 => json!({"type": "carrier_choice", "nodes": nodes, "deny": ["c0"]}),
            13 => json!({"type": "carrier_commitment", "carrier": "c1", "missing": number}),
            14 => json!({"type": "ready_within", "nodes": nodes, "days": 1}),
            15 => json!({"type": "in_time"}),
            16 => json!({"type": "run_limit", "nodes": nodes, "measure": measure, "most": u64::from(number) * 400}),
            17 => json!({"type": "max_splits", "shipments": number + 1}),
            18 => json!({"type": "no_line_split", "items": items}),
            19 => json!({"type": "ship_complete", "items": items}),
            20 => json!({"type": "min_shipment", "units": number, "onlySplit": number % 2 == 0}),
            _ => json!({"type": "min_shipment", "value": {"amount": format!("{number}.00"), "currency": "EUR"}}),
        }
    });
    let measure = prop::sample::select(vec!["orders", "lines", "units", "weight_grams", "volume_cm3"]);
    let with_rows = prop_oneof![
        (measure, rows("room", 6), any::<bool>()).prop_map(|(measure, rooms, path)| {
            let mut made = json!({"type": "capacity", "measure": measure, "rooms": rooms});
            if path {
                made["processPath"] = json!("flat");
            }
            made
        }),
        rows("rejects", 3).prop_map(|rows| json!({"type": "max_rejects", "most": 2, "rejects": rows})),
        (0..SKUS.len(), 0_u32..4).prop_map(|(sku, units)| {
            let level = json!({"sku": SKUS[sku], "class": 2, "units": units});
            json!({"type": "protected_units", "levels": [level]})
        }),
        rows("left", 900).prop_map(|mut rows| {
            for row in rows.as_array_mut().unwrap() {
                let left = row["left"].as_u64().unwrap();
                row["left"] =
                    json!({"amount": format!("{}.{:02}", left / 100, left % 100), "currency": "EUR"});
            }
            json!({"type": "node_budget", "left": rows})
        }),
        (rows("units", 3), 0..SKUS.len()).prop_map(|(mut rows, sku)| {
            for row in rows.as_array_mut().unwrap() {
                row["sku"] = json!(SKUS[sku]);
            }
            json!({"type": "lot_limit", "cells": rows})
        }),
        (0_u64..6).prop_map(|missing| json!({"type": "commitment", "nodes": {"groups": ["even"]},
            "missing": missing})),
        (0_u32..1001, 0_u64..9).prop_map(|(share, given)| {
            json!({"type": "fairness_floor", "nodes": {"groups": ["even"]}, "sharePerMille": share,
                "given": given, "total": 12})
        }),
        Just(json!({"type": "keep_together", "lines": ["l0"]})),
        (items(), 0_u32..3).prop_map(|(items, most)| {
            json!({"type": "no_split_below", "items": items, "amount": {"amount": format!("{most}.00"),
                "currency": "EUR"}})
        }),
        Just(json!({"type": "customer_ban", "customers": ["ann"], "nodes": {"groups": ["even"]}})),
        Just(
            json!({"type": "cool_down", "seconds": 60, "rejected": [{"node": "n1", "at": "2026-11-11T12:00:00Z"}]})
        ),
    ];
    (prop_oneof![2 => simple, 1 => with_rows], prop::option::weighted(0.33, 0_u32..300)).prop_map(
        |(mut made, price)| {
            if let Some(price) = price {
                made["price"] =
                    json!({"amount": format!("{}.{:02}", price / 100, price % 100), "currency": "EUR"});
            }
            made
        },
    )
}

/// Terms and goals, each there or not.
fn some_objective() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::json;
    let money =
        |minor: u32| json!({"amount": format!("{}.{:02}", minor / 100, minor % 100), "currency": "EUR"});
    let goal = prop::sample::select(vec!["filled", "splits", "late", "cost"]);
    let goals = prop_oneof![2 => Just(vec![]), 1 => prop::collection::btree_set(goal,
        1..5).prop_map(|set| set.into_iter().collect::<Vec<_>>())];
    (goals, any::<[bool; 10]>(), 1_u32..400, 500_u32..1500).prop_map(move |(goals, has, price, weight)| {
        let cell = |at: u32| json!({"node": format!("n{at}"), "sku": "a", "onHand": 1 + at,
            "meanMilli": 900 * (at + 1)});
        let cells = |more: &dyn Fn(&mut serde_json::Value)| {
            let mut cells: Vec<_> = (0..3).map(cell).collect();
            cells.iter_mut().for_each(more);
            json!(cells)
        };
        let terms = [
            ("lateness", json!({"fixed": money(price), "perDay": money(50),
                "per": if price % 2 == 0 { "line" } else { "shipment" }})),
            ("stockOut", json!({"cells": cells(&|cell| cell["margin"] = money(price))})),
            ("markdown", json!({"cells": cells(&|cell| {
                cell["fall"] = money(price);
                cell["varianceMilli"] = json!(5000);
                cell["daysInStock"] = json!(price);
            }), "aged": [{"fromDays": 100, "bonus": money(7)}, {"fromDays": 200, "bonus": money(9)}]})),
            ("capacity", json!({"atFull": money(price), "beyond": money(price * 5),
                "nodes": [{"node": "n0", "capacity": 5, "used": 2}, {"node": "n1", "capacity": 3, "used": 4}]})),
            ("rejection", json!({"alphaMilli": 500, "betaMilli": 700, "cost": money(price),
                "nodes": [{"node": "n0", "rejectedMilli": 3000, "assignedMilli": 4000}, {"node": "n0",
                    "sku": "b", "rejectedMilli": 0, "assignedMilli": 9}]})),
            ("priority", json!({"perStep": money(price), "biases": [{"node": "n2", "bias": money(33)}]})),
            ("co2", json!({"pricePerKg": money(price), "services": [{"carrier": "c0",
                "gramsPerShipment": 900, "gramsPerTonneKm": 90_000}]})),
            ("unfilled", json!({"each": money(price), "lines": [{"line": "l0", "each": money(900)}]})),
            ("balance", json!({"price": money(price), "cells": [
                {"node": "n0", "sku": "a", "onHand": 9, "dailyDemandMilli": 1500}, {"node": "n1", "sku": "a",
                    "onHand": 2, "dailyDemandMilli": 700},
                {"node": "elsewhere", "sku": "a", "onHand": 4, "dailyDemandMilli": 900}]})),
        ];
        let mut objective = json!({"goals": goals});
        for ((name, mut term), _) in terms.into_iter().zip(has).filter(|(_, has)| *has) {
            term["weightPerMille"] = json!(weight);
            objective[name] = term;
        }
        if has[9] {
            objective["weights"] = json!({"freightPerMille": weight, "handlingPerMille": 700, "splitPerMille": 1300});
        }
        objective
    })
}

/// A problem with facts, constraints, terms and tiers.
pub(in crate::allocation) fn some_full_problem() -> impl Strategy<Value = AllocationProblem> {
    use serde_json::json;
    let parts = (
        prop::collection::vec(some_constraint(), 0..4),
        some_objective(),
        prop::option::weighted(0.3, 0_u32..3),
    );
    (some_problem(), parts, any::<[u8; 6]>()).prop_map(
        |(mut problem, (constraints, objective, tiers), traits)| {
            problem.order = serde_json::from_value(json!({
            "at": "2026-11-11T12:00:30Z", "customer": "ann", "class": 1, "country": "DE", "promiseDays": 2,
            "amount": {"amount": "1.50", "currency": "EUR"}
        }))
        .unwrap();
            for (at, line) in problem.lines.iter_mut().enumerate() {
                let facts = json!({"unitValue": {"amount": "0.75", "currency": "EUR"}, "unitVolumeCm3": 2,
                "category": if line.sku.as_str() == "a" { "cups" } else { "books" }, "promiseDays": 1 + at});
                line.facts = serde_json::from_value(facts).unwrap();
                if at == 1 {
                    line.facts.needs = serde_json::from_value(json!(["cold"])).unwrap();
                    line.facts.process_path = serde_json::from_value(json!("flat")).unwrap();
                    line.facts.owner = serde_json::from_value(json!("acme")).unwrap();
                }
            }
            for (at, (node, bits)) in problem.candidates.iter_mut().zip(traits).enumerate() {
                let is = |bit: u8| bits & (1 << bit) != 0;
                let facts = json!({
                    "traits": {"kind": if is(0) { "store" } else { "dc" }, "bonded": is(1),
                        "capabilities": if is(2) { json!(["cold"]) } else { json!([]) },
                        "owners": if is(3) { json!(["acme"]) } else { json!([]) },
                        "fulfilment": if is(4) { json!(["ship", "pickup"]) } else { json!([]) }},
                    "country": if is(5) { "DE" } else { "FR" },
                        "groups": if at % 2 == 0 { json!(["even"]) } else { json!([]) },
                    "readyDays": u32::from(bits) % 3
                });
                node.facts = serde_json::from_value(facts).unwrap();
            }
            let known =
                |made: &serde_json::Value| made["type"] != "keep_together" || !problem.lines.is_empty();
            problem.constraints = constraints
                .into_iter()
                .filter(known)
                .map(|made| serde_json::from_value(made).unwrap())
                .collect();
            problem.objective = serde_json::from_value(objective).unwrap();
            if let Some(kind) = tiers {
                let sourcing = json!([{"rule": "r", "lines": ["l0"], "tiers": [["n0"], ["n1", "n2"], ["n3"]],
                "next": if kind == 1 { "replaces" } else { "joins" },
                    "until": if kind == 2 { "started" } else { "filled" }}]);
                problem.sourcing = serde_json::from_value(sourcing).unwrap();
            }
            problem
        },
    )
}
