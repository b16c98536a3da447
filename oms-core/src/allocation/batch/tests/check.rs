//! What is refused, with where it stands.

use super::world::{line, one_sku, order};
use crate::allocation::batch::{BatchInput, BatchPlanned, BatchProblem, BatchStock};

fn refused(change: impl FnOnce(&mut BatchInput)) -> String {
    let mut input = one_sku(3, vec![order(vec![line(0, 1, 900)])]);
    change(&mut input);
    match BatchProblem::new(&input) {
        Ok(_) => String::new(),
        Err(error) => {
            assert_eq!(error.code(), "batch.invalid");
            error.to_string()
        }
    }
}

#[test]
fn a_sound_input_is_taken() {
    assert_eq!(refused(|_| {}), "");
}

#[test]
fn each_fault_is_named_where_it_stands() {
    type Change = fn(&mut BatchInput);
    let table: [(&str, Change); 18] = [
        ("/weightStep", |input| input.weight_step = 0),
        ("/splitCost", |input| input.split_cost = -1),
        ("/churnCost", |input| input.churn_cost = -1),
        ("/skuWeights/0", |input| input.sku_weights[0] = -5),
        ("/nodes/0/unitCost", |input| input.nodes[0].unit_cost = -1),
        ("/nodes/0/unitCapacity", |input| input.nodes[0].unit_capacity = Some(-1)),
        ("/stock/0/node", |input| input.stock[0].node = 9),
        ("/stock/0/sku", |input| input.stock[0].sku = 9),
        ("/stock/1", |input| input.stock.push(BatchStock { sku: 0, node: 0, units: 1 })),
        ("/lanes/0/node", |input| input.lanes[0].node = 4),
        ("/lanes/1", |input| input.lanes.push(input.lanes[0].clone())),
        ("/lanes/0/services/0/baseCost", |input| input.lanes[0].services[0].base_cost = -1),
        ("/orders/0/lines", |input| input.orders[0].lines.clear()),
        ("/orders/0/lines/1/sku", |input| input.orders[0].lines.push(line(0, 1, 1))),
        ("/orders/0/lines/0/units", |input| input.orders[0].lines[0].units = 0),
        ("/orders/0/lines/0/shortCost", |input| input.orders[0].lines[0].short_cost = i64::MAX),
        ("/orders/0/lines/0/planned", |input| {
            input.orders[0].lines[0].planned = vec![BatchPlanned { node: 0, units: 2 }];
        }),
        ("/orders/0", |input| {
            input.orders[0].lines[0] = line(0, 65_000, 60_000_000_000);
        }),
    ];
    for (place, change) in table {
        let text = refused(change);
        assert!(text.contains(place), "{place}: `{text}`");
    }
}

#[test]
fn all_faults_are_named_at_once() {
    let text = refused(|input| {
        input.weight_step = 0;
        input.stock[0].node = 9;
        input.orders[0].lines.clear();
    });
    for place in ["/weightStep", "/stock/0/node", "/orders/0/lines"] {
        assert!(text.contains(place), "{place}: `{text}`");
    }
}
