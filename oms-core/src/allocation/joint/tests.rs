//! Orders that compete: who gets what, what is proved, and what moves.

mod laws;

use super::super::tests::{eur, line, node, problem};
use super::super::*;
use crate::allocation::batch::BatchError;
use crate::value::{LineId, NodeId, OrderId, Quantity};

pub(super) fn order(id: &str, class: u32, problem: AllocationProblem) -> JointOrder {
    JointOrder { class, ..JointOrder::new(OrderId::new(id).unwrap(), problem) }
}

/// One mug is wanted; shipping it costs so much from each node.
fn wants(id: &str, class: u32, mugs: u32, costs: &[(&str, u32, i64)]) -> JointOrder {
    let candidates = costs.iter().map(|(name, stock, cost)| AllocationCandidate {
        shipment_cost: eur(*cost),
        ..node(name, 0, &[("mug", *stock)])
    });
    order(id, class, problem(vec![line("1", "mug", mugs, 300)], candidates.collect()))
}

pub(super) fn planned(batch: &JointProblem) -> JointPlan {
    let plan = plan_jointly(batch).unwrap();
    for (order, part) in batch.orders.iter().zip(&plan.orders) {
        assert_eq!(check_plan(&order.problem, &part.plan), [], "{}", order.order);
    }
    let cost = &plan.cost;
    let sum = cost.plans.minor() + cost.unfilled.minor() + cost.churn.minor();
    assert_eq!(cost.total.minor(), sum);
    if let Some(lower) = plan.lower_bound {
        assert!(lower <= cost.total, "{lower} {}", cost.total);
    }
    plan
}

/// `order@node=units` of all assignments.
fn shown(plan: &JointPlan) -> String {
    let parts = plan.orders.iter().flat_map(|part| {
        let units = |one: &AllocationAssignment| format!("{}@{}={}", part.order, one.node, one.quantity);
        part.plan.assignments.iter().map(units).collect::<Vec<_>>()
    });
    parts.collect::<Vec<_>>().join(" ")
}

fn part(node: &str, units: u32) -> AllocationAssignment {
    let (line, node) = (LineId::new("1").unwrap(), NodeId::new(node).unwrap());
    AllocationAssignment { line, node, quantity: Quantity::new(units) }
}

/// The first order would take the last mug of `a` although that is worth more to the second.
fn rivals() -> Vec<JointOrder> {
    vec![wants("o1", 0, 1, &[("a", 1, 0), ("b", 9, 50)]), wants("o2", 0, 1, &[("a", 1, 0), ("b", 9, 600)])]
}

#[test]
fn the_last_unit_goes_to_whom_it_saves_most() {
    let plan = planned(&JointProblem::new(rivals()));
    assert_eq!(shown(&plan), "o1@b=1 o2@a=1");
    assert_eq!((plan.cost.total, plan.lower_bound), (eur(1050), Some(eur(1050))));
    assert_eq!(plan.gap_per_million, Some(0));
    let [price] = plan.prices.stock.as_slice() else { panic!("{:?}", plan.prices) };
    assert!((50..=600).contains(&price.price.minor()), "{}", price.price);
}

#[test]
fn an_order_on_arrival_pays_what_the_batch_found() {
    let batch = JointProblem::new(rivals());
    let prices = planned(&batch).prices;
    let chosen = |strategy: &dyn AllocationStrategy| {
        let plan = plan(&batch.orders[0].problem, strategy).unwrap();
        assert_eq!(check_plan(&batch.orders[0].problem, &plan), []);
        plan.assignments[0].node.to_string()
    };
    assert_eq!(chosen(&Exact), "a");
    assert_eq!(chosen(&Priced::new(prices)), "b");
    assert_eq!(chosen(&Priced::default()), "a");
}

#[test]
fn a_higher_class_is_never_worse_off_for_a_lower_one_unless_classes_are_weighed() {
    let mut batch = JointProblem::new(rivals());
    batch.orders[0].class = 1;
    assert_eq!(shown(&planned(&batch)), "o1@a=1 o2@b=1");
    batch.across_classes = true;
    assert_eq!(shown(&planned(&batch)), "o1@b=1 o2@a=1");
}

#[test]
fn lower_classes_see_what_is_kept_from_them_after_higher_ones_took_theirs() {
    // Two of five mugs are kept from everybody but class 1, which takes two: three are left, one of them not kept.
    let batch = JointProblem::new(vec![wants("o1", 0, 3, &[("a", 3, 0)]), wants("o2", 1, 2, &[("a", 5, 0)])]);
    assert_eq!(shown(&planned(&batch)), "o1@a=1 o2@a=2");
}

#[test]
fn units_stay_where_they_were_planned_until_moving_them_pays() {
    let mut batch = JointProblem::new(vec![wants("o1", 0, 2, &[("a", 2, 100), ("b", 2, 0)])]);
    batch.orders[0].planned = vec![part("a", 2)];
    batch.churn_cost = Some(eur(60));
    let stays = planned(&batch);
    assert_eq!((shown(&stays).as_str(), stays.cost.total), ("o1@a=2", eur(600)));
    batch.churn_cost = Some(eur(40));
    let moves = planned(&batch);
    assert_eq!((shown(&moves).as_str(), moves.cost.churn), ("o1@b=2", eur(80)));
    assert_eq!(moves.lower_bound, Some(moves.cost.total));
    assert_eq!(
        moves.orders[0].moved,
        [MovedUnits {
            line: LineId::new("1").unwrap(),
            node: NodeId::new("a").unwrap(),
            quantity: Quantity::new(2),
        }]
    );
}

#[test]
fn what_an_order_has_is_taken_back_only_where_that_is_allowed() {
    let mut batch =
        JointProblem::new(vec![wants("o1", 0, 1, &[("a", 1, 0)]), wants("o2", 0, 1, &[("a", 1, 0)])]);
    batch.orders[1].planned = vec![part("a", 1)];
    for (at, grams) in [(0, 300), (1, 1500)] {
        batch.orders[at].problem.lines[0].unit_weight = crate::value::Weight::grams(grams);
    }
    assert_eq!(shown(&planned(&batch)), "o2@a=1");
    batch.orders[0].class = 1;
    assert_eq!(shown(&planned(&batch)), "o2@a=1");
    batch.may_take_back = true;
    assert_eq!(shown(&planned(&batch)), "o1@a=1");
}

#[test]
fn what_was_planned_where_nobody_ships_any_more_moves() {
    let mut batch = JointProblem::new(vec![wants("o1", 0, 3, &[("b", 9, 0)])]);
    batch.orders[0].planned = vec![part("gone", 1), part("b", 2)];
    batch.churn_cost = Some(eur(10));
    let plan = planned(&batch);
    assert_eq!((shown(&plan).as_str(), plan.cost.churn), ("o1@b=3", eur(10)));
    assert_eq!(plan.lower_bound.map(|lower| plan.cost.total.minor() - lower.minor()), Some(10));
}

#[test]
fn rooms_are_shared_whether_the_batch_or_the_problems_name_them() {
    let orders =
        || (0..3).map(|at| wants(&format!("o{at}"), 0, 2, &[("a", 9, 0), ("b", 9, 100 + at)])).collect();
    let at_a = |batch: &JointProblem| {
        let plan = planned(batch);
        let parts = plan.orders.iter().flat_map(|part| part.plan.assignments.clone());
        let units: u32 = parts.filter(|one| one.node.as_str() == "a").map(|one| one.quantity.units()).sum();
        (units, plan.cost.total.minor())
    };
    let mut batch = JointProblem::new(orders());
    let a = NodeId::new("a").unwrap();
    for (measure, room) in [
        (CapacityMeasure::Orders, 1),
        (CapacityMeasure::Lines, 1),
        (CapacityMeasure::Units, 3),
        (CapacityMeasure::WeightGrams, 700),
    ] {
        batch.capacity = vec![JointCapacity { node: a.clone(), measure, room }];
        let (units, cost) = at_a(&batch);
        assert!((2..=3).contains(&units), "{measure:?} {units}");
        assert!(cost <= 3 * 500 + 201, "{measure:?} {cost}");
    }
    batch.capacity.clear();
    for order in &mut batch.orders {
        let rooms = vec![NodeRoom { node: a.clone(), room: 1 }];
        let capacity = Capacity { measure: CapacityMeasure::Orders, process_path: None, rooms, price: None };
        order.problem.constraints.push(AllocationConstraint::Capacity(capacity));
    }
    assert_eq!(at_a(&batch), (2, 1500 + 201));
}

#[test]
fn a_price_for_room_is_found() {
    let orders = (0..4).map(|at| wants(&format!("o{at}"), 0, 1, &[("a", 9, 0), ("b", 9, 100 * (at + 1))]));
    let mut batch = JointProblem::new(orders.collect());
    let node = NodeId::new("a").unwrap();
    batch.capacity = vec![JointCapacity { node, measure: CapacityMeasure::Orders, room: 2 }];
    let plan = planned(&batch);
    assert_eq!(shown(&plan), "o0@b=1 o1@b=1 o2@a=1 o3@a=1");
    let price = plan.prices.capacity[0].price.minor();
    assert!((200..=300).contains(&price), "{price}");
    assert_eq!(plan.lower_bound, Some(plan.cost.total));
}

#[test]
fn a_batch_of_one_is_the_best_plan_of_it() {
    let order = wants("o1", 0, 2, &[("a", 1, 0), ("b", 9, 100)]);
    let alone = plan(&order.problem, &Exact).unwrap();
    let joint = planned(&JointProblem::new(vec![order]));
    assert_eq!(joint.orders[0].plan.assignments, alone.assignments);
    assert_eq!(joint.cost.total, alone.cost.total);
    assert!(joint.prices.is_empty());
}

#[test]
fn everything_wrong_is_told_at_once() {
    let mut batch = JointProblem::new(vec![wants("o1", 0, 1, &[]), wants("o1", 0, 1, &[("a", 1, -1)])]);
    batch.orders[0].problem.objective.goals = vec![Goal::Late];
    batch.orders[1].planned = vec![part("a", 2), part("a", 1), part("b", 0)];
    batch.churn_cost = Some(eur(-1));
    let room = || JointCapacity { node: NodeId::new("a").unwrap(), measure: CapacityMeasure::Units, room: 1 };
    batch.capacity = vec![room(), room()];
    let Err(BatchError::Invalid(problems)) = plan_jointly(&batch) else { panic!("a plan") };
    let told: Vec<_> = problems.as_slice().iter().map(|one| (&*one.code, one.path.as_str())).collect();
    assert_eq!(
        told,
        [
            ("batch.goal_not_money", "/orders/0/problem/objective/goals/0"),
            ("batch.duplicate_order", "/orders/1/order"),
            ("input.out_of_range", "/orders/1/problem/candidates/0/shipmentCost"),
            ("input.out_of_range", "/orders/1/planned/0/quantity"),
            ("batch.duplicate_planned", "/orders/1/planned/1"),
            ("input.out_of_range", "/orders/1/planned/2/quantity"),
            ("batch.duplicate_capacity", "/capacity/1"),
            ("input.out_of_range", "/churnCost"),
        ]
    );
    let Err(BatchError::Invalid(problems)) = plan_jointly(&JointProblem::new(vec![])) else {
        panic!("a plan")
    };
    assert_eq!(problems.as_slice()[0].path, "/orders");
}
