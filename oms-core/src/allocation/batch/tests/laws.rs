//! Laws of every plan.

use proptest::prelude::*;

use super::brute::{audit, optimum};
use super::world::many;
use crate::allocation::batch::{
    BatchInput, BatchLane, BatchLine, BatchNode, BatchOptions, BatchOrder, BatchPlanned, BatchProblem,
    BatchService, BatchStock, plan_batch,
};

prop_compose! {
    fn node()(shipment_cost in 0..200_i64, unit_cost in 0..60_i64, units in prop::option::of(0..5_i64),
              shipments in prop::option::of(0..3_i64)) -> BatchNode {
        BatchNode { shipment_cost, unit_cost, unit_capacity: units, shipment_capacity: shipments }
    }
}

prop_compose! {
    fn service()(base_cost in 0..500_i64, step_cost in 0..150_i64, max_weight in prop::option::of(0..4000_i64),
                 arrival_day in 0..4_i64) -> BatchService {
        BatchService { service: 0, base_cost, step_cost, max_weight, arrival_day }
    }
}

prop_compose! {
    fn order()(first in (1..3_i64, 0..1500_i64, 0..3_i64), second in prop::option::of((1..3_i64, 0..1500_i64)),
               ship_complete in any::<bool>(), max_shipments in prop::option::of(0..3_u32), promise_day in 0..3_i64)
               -> BatchOrder {
        let (units, short_cost, kept) = first;
        let planned = if kept > 0 { vec![BatchPlanned { node: 0, units: kept.min(units) }] } else { vec![] };
        let mut lines = vec![BatchLine { sku: 0, units, short_cost, planned }];
        lines.extend(second.map(|(units, short_cost)| BatchLine { sku: 1, units, short_cost, planned: vec![] }));
        BatchOrder { destination: 0, promise_day, late_cost: 70, ship_complete, max_shipments, lines }
    }
}

prop_compose! {
    fn input()(nodes in prop::collection::vec(node(), 2), services in prop::collection::vec(
                   prop::collection::vec(service(), 0..3), 2),
               stock in prop::collection::vec(0..4_i64, 4), orders in prop::collection::vec(order(), 1..4),
               weights in prop::collection::vec(0..2500_i64, 2), split_cost in 0..200_i64, churn_cost in 0..120_i64)
               -> BatchInput {
        let lanes = (0..).zip(services).map(|(node, services)| BatchLane { node, destination: 0, services });
        let stock = (0..4).zip(stock).map(|(at, units)| BatchStock { sku: at / 2, node: at % 2, units });
        BatchInput {
            weight_step: 1000, split_cost, churn_cost, nodes, sku_weights: weights, stock: stock.collect(),
            lanes: lanes.collect(), orders,
        }
    }
}

proptest! {
    #[test]
    fn a_small_plan_is_sound_and_the_bound_is_below_the_optimum(input in input()) {
        let problem = BatchProblem::new(&input).unwrap();
        let plan = plan_batch(&problem, BatchOptions { work: Some(60_000), ..BatchOptions::default() });
        let best = optimum(&input);
        prop_assert_eq!(plan.cost, audit(&input, &plan));
        prop_assert!(plan.lower_bound <= best, "bound {} optimum {}", plan.lower_bound, best);
        prop_assert!(best <= plan.cost);
    }

    #[test]
    fn one_order_alone_is_planned_exactly(mut input in input()) {
        input.orders.truncate(1);
        let plan = plan_batch(&BatchProblem::new(&input).unwrap(), BatchOptions::default());
        prop_assert_eq!(plan.cost, optimum(&input));
    }

    #[test]
    fn any_number_of_threads_gives_the_same_plan(seed in any::<u64>(), threads in 2..5_usize) {
        let problem = BatchProblem::new(&many(seed, 40)).unwrap();
        let plan = |threads| plan_batch(&problem, BatchOptions { work: Some(150_000), threads, warm: None });
        prop_assert_eq!(plan(1), plan(threads));
    }

    #[test]
    fn more_work_is_never_worse(seed in any::<u64>(), less in 0..200_000_u64, more in 0..200_000_u64) {
        let input = many(seed, 30);
        let problem = BatchProblem::new(&input).unwrap();
        let plan = |work| plan_batch(&problem, BatchOptions { work: Some(work), ..BatchOptions::default() });
        let (short, long) = (plan(less), plan(less + more));
        prop_assert_eq!(short.cost, audit(&input, &short));
        prop_assert_eq!(long.cost, audit(&input, &long));
        prop_assert!(long.cost <= short.cost);
        prop_assert!(long.lower_bound >= short.lower_bound);
    }
}

#[test]
fn parts_searched_side_by_side_give_the_same_plan_on_any_number_of_threads() {
    let input = many(11, 1300);
    let problem = BatchProblem::new(&input).unwrap();
    let plan = |threads| plan_batch(&problem, BatchOptions { work: Some(6_000_000), threads, warm: None });
    let one = plan(1);
    assert_eq!(one.cost, audit(&input, &one));
    assert_eq!(one, plan(3));
}
