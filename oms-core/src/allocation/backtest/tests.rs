//! Back-tests of small streams by hand, and the laws of the interval.

use super::paired::interval;
use super::*;
use crate::allocation::tests::{eur, line, node, problem};
use crate::allocation::{AllocationError, Nearest, Priority};
use crate::value::{NodeId, OrderId, Quantity, SkuId};

fn receipt(sku: &str, at: &str, units: u32) -> BacktestEvent {
    BacktestEvent::Receipt(BacktestReceipt {
        sku: SkuId::new(sku).unwrap(),
        node: NodeId::new(at).unwrap(),
        quantity: Quantity::new(units),
    })
}

/// An order of mugs; `far` comes first by priority, `near` is nearer and costs 2.00 a shipment less.
fn order(id: &str, units: u32) -> BacktestEvent {
    let (mut far, mut near) = (node("far", 1, &[]), node("near", 2, &[]));
    (far.distance_metres, near.distance_metres) = (Some(9000), Some(1000));
    far.shipment_cost = eur(200);
    let problem = Box::new(problem(vec![line("1", "mug", units, 400)], vec![far, near]));
    BacktestEvent::Order(BacktestOrder { order: OrderId::new(id).unwrap(), problem })
}

fn stream(events: Vec<BacktestEvent>) -> BacktestStream {
    BacktestStream { capacity: vec![], events, short_cost: eur(1000) }
}

#[test]
fn each_strategy_carries_its_own_stock_forward() {
    let stream = stream(vec![
        receipt("mug", "far", 2),
        receipt("mug", "near", 2),
        order("a", 2),
        order("b", 2),
        order("c", 1),
        receipt("mug", "near", 1),
        order("d", 1),
    ]);
    let report = backtest(&stream, &[&Priority, &Nearest], 200, 1).unwrap();
    let [priority, nearest] = report.scores.as_slice() else { panic!() };
    // Both ship everything but c; they only take turns at whose units go first.
    assert_eq!((priority.units_short, nearest.units_short), (1, 1));
    assert_eq!((priority.complete_orders, priority.shipments, priority.split_orders), (3, 3, 0));
    assert_eq!(priority.total, nearest.total);
    let difference = &report.differences[0];
    assert_eq!(
        (difference.total, difference.cheaper, difference.equal, difference.dearer),
        (eur(0), 1, 2, 1)
    );
}

#[test]
fn a_node_that_has_sent_its_shipments_is_closed_until_the_next_day() {
    let mut stream = stream(vec![
        receipt("mug", "far", 9),
        receipt("mug", "near", 9),
        order("a", 1),
        order("b", 1),
        BacktestEvent::Day(BacktestDay {}),
        order("c", 1),
    ]);
    stream.capacity = vec![BacktestCapacity { node: NodeId::new("near").unwrap(), shipments: 1 }];
    let report = backtest(&stream, &[&Priority, &Nearest], 100, 1).unwrap();
    // Nearest sends a and c from near and has to send b from far; by priority all come from far.
    assert_eq!(report.differences[0].total, eur(-400));
    assert_eq!((report.differences[0].cheaper, report.differences[0].equal), (2, 1));
}

#[test]
fn the_shadow_tells_the_orders_that_would_ship_otherwise() {
    let stream =
        stream(vec![receipt("mug", "far", 5), receipt("mug", "near", 2), order("a", 2), order("b", 2)]);
    let report = shadow(&stream, &Priority, &Nearest).unwrap();
    assert_eq!((report.orders, report.changes.len(), report.total), (2, 1, eur(-200)));
    assert_eq!(report.changes[0].order.as_str(), "a");
    assert_eq!(report.changes[0].from[0].node.as_str(), "far");
    assert_eq!(report.changes[0].to[0].node.as_str(), "near");
    assert!(shadow(&stream, &Nearest, &Nearest).unwrap().changes.is_empty());
}

#[test]
fn every_fault_of_a_stream_has_its_place() {
    let BacktestEvent::Order(mut bad) = order("a", 1) else { panic!() };
    bad.problem.lines.clear();
    bad.problem.split_cost = eur(-1);
    let stream = stream(vec![BacktestEvent::Day(BacktestDay {}), BacktestEvent::Order(bad)]);
    let Err(AllocationError::InvalidProblem { problems }) = backtest(&stream, &[&Priority], 1, 1) else {
        panic!()
    };
    let paths: Vec<&str> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/events/1/problem/lines", "/events/1/problem/splitCost"]);
}

#[test]
fn the_interval_holds_the_sum_and_repeats() {
    let differences: Vec<i64> = (0..500).map(|at| (at * 37) % 101 - 30).collect();
    let sum: i128 = differences.iter().map(|one| i128::from(*one)).sum();
    let (low, high) = interval(&differences, 2000, 7);
    assert!(low < sum && sum < high, "{low} {sum} {high}");
    assert_eq!(interval(&differences, 2000, 7), (low, high));
    assert_ne!(interval(&differences, 2000, 8), (low, high));
    assert_eq!(interval(&[5; 40], 100, 1), (200, 200));
    assert_eq!(interval(&[], 100, 1), (0, 0));
}
