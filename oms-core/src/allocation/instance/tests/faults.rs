//! Every fault of an instance, with its place.

use super::world::file;
use crate::allocation::instance::{InstanceError, InstanceFile};

fn faults(bend: impl FnOnce(&mut InstanceFile)) -> Vec<(String, String)> {
    let mut bent = file();
    bend(&mut bent);
    match bent.dense() {
        Ok(_) => vec![],
        Err(InstanceError::InvalidInstance(problems)) => {
            problems.as_slice().iter().map(|found| (found.code.to_string(), found.path.clone())).collect()
        }
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn each_fault_has_a_code_and_a_place() {
    type Bend = fn(&mut InstanceFile);
    let cases: [(&str, &str, Bend); 27] = [
        ("input.unknown_value", "/format", |file| file.format = "oms-alloc/2".to_owned()),
        ("input.out_of_range", "/weight_step_g", |file| file.weight_step_g = 0),
        ("input.out_of_range", "/split_cents", |file| file.split_cents = -1),
        ("input.out_of_range", "/nodes/1/ship_cents", |file| file.nodes[1].ship_cents = -5),
        ("input.out_of_range", "/nodes/0/cap_units", |file| file.nodes[0].cap_units = -2),
        ("input.out_of_range", "/nodes/0/x_km", |file| file.nodes[0].x_km = i64::MIN),
        ("allocation.unknown_service", "/nodes/0/services/1", |file| file.nodes[0].services[1] = 2),
        ("allocation.duplicate_service", "/nodes/0/services/1", |file| file.nodes[0].services[1] = 0),
        ("input.out_of_range", "/regions/1/0", |file| file.regions[1][0] = i64::MAX),
        ("allocation.wrong_length", "/zone/1", |file| file.zone[1].truncate(1)),
        ("input.out_of_range", "/zone/0/1", |file| file.zone[0][1] = -2),
        ("allocation.wrong_length", "/services/0/days", |file| file.services[0].days.truncate(1)),
        ("input.out_of_range", "/services/0/days/1", |file| file.services[0].days[1] = -1),
        ("input.out_of_range", "/services/1/max_weight_g", |file| file.services[1].max_weight_g = -1),
        ("allocation.wrong_length", "/skus/short_cents", |file| file.skus.short_cents.truncate(2)),
        ("input.out_of_range", "/skus/weight_g/0", |file| file.skus.weight_g[0] = -1),
        ("allocation.wrong_length", "/stock/qty", |file| file.stock.qty.truncate(3)),
        ("input.out_of_range", "/stock/qty/1", |file| file.stock.qty[1] = -1),
        ("allocation.unknown_sku", "/stock/sku/3", |file| file.stock.sku[3] = 3),
        ("allocation.unknown_node", "/stock/node/3", |file| file.stock.node[3] = 2),
        ("allocation.unsorted_stock", "/stock/sku/1", |file| file.stock.node[1] = 0),
        ("allocation.unknown_region", "/orders/0/region", |file| file.orders[0].region = 2),
        ("input.out_of_range", "/orders/1/complete", |file| file.orders[1].complete = 2),
        ("allocation.no_line", "/orders/1/lines", |file| file.orders[1].lines.clear()),
        ("input.out_of_range", "/orders/0/lines/1/1", |file| file.orders[0].lines[1][1] = 0),
        ("allocation.unknown_sku", "/orders/0/lines/0/0", |file| file.orders[0].lines[0][0] = -1),
        ("allocation.duplicate_sku", "/orders/0/lines/1/0", |file| file.orders[0].lines[1][0] = 0),
    ];
    for (code, path, bend) in cases {
        assert_eq!(faults(bend), [(code.to_owned(), path.to_owned())]);
    }
    assert_eq!(faults(|_| {}), []);
}

#[test]
fn all_faults_come_at_once() {
    let found = faults(|file| {
        file.split_cents = -1;
        file.orders[0].lines = vec![];
        file.orders[1].prio = -1;
    });
    let paths: Vec<&str> = found.iter().map(|(_, path)| path.as_str()).collect();
    assert_eq!(paths, ["/split_cents", "/orders/0/lines", "/orders/1/prio"]);
}

#[test]
fn costs_that_overflow_are_refused_and_the_largest_that_do_not_are_counted() {
    let huge = |file: &mut InstanceFile| {
        file.skus.short_cents[0] = 1_000_000_000;
        file.orders[0].lines[0][1] = 1_000_000_000;
    };
    assert_eq!(faults(huge), []);
    let found = faults(|file| {
        huge(file);
        file.orders[0].prio = 1_000_000_000;
    });
    assert_eq!(found, [("allocation.cost_overflow".to_owned(), String::new())]);
}

#[test]
fn a_service_need_not_reach_a_zone_and_a_node_need_not_reach_a_region() {
    assert_eq!(faults(|file| file.zone[0][0] = 7), []);
    assert_eq!(faults(|file| (file.services[1].days[1], file.services[1].step_cents[1]) = (-1, -1)), []);
    assert_eq!(faults(|file| file.nodes[0].services.clear()), []);
    assert_eq!(faults(|file| file.orders.clear()), []);
}

#[test]
fn a_file_reads_and_writes_as_it_stands() {
    let json = file().to_json();
    assert_eq!(InstanceFile::from_json(&json).unwrap(), file());
    let unknown = String::from_utf8(json).unwrap().replacen("\"family\"", "\"familie\"", 1);
    assert_eq!(
        InstanceFile::from_json(unknown.as_bytes()).unwrap_err().code(),
        "allocation.invalid_instance"
    );
}

#[test]
fn the_dense_form_says_what_the_file_says() {
    let dense = file().dense().unwrap();
    assert_eq!(
        dense.stock_of(0).iter().map(|cell| (cell.node, cell.quantity)).collect::<Vec<_>>(),
        [(0, 2), (1, 1)]
    );
    assert_eq!((dense.stock_of(2).len(), dense.stock_of(3).len()), (1, 0));
    assert_eq!((dense.cell(2, 1), dense.cell(2, 0), dense.cell(9, 0)), (Some(3), None, None));
    assert_eq!((dense.zone(1, 0), dense.zone(1, 2), dense.zone(2, 0)), (Some(1), None, None));
    assert_eq!((dense.distance_km(0, 0), dense.distance_squared(1, 1)), (5, 81));
    assert_eq!(dense.lines(&dense.orders()[1]).len(), 2);
}
