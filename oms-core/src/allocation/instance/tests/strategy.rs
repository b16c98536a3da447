//! The rules: by hand on a small instance, and lawful on generated ones.

use super::world::{file, instance, ship};
use crate::allocation::instance::{
    ArrivalBoard, InstanceFamily, SimpleRule, SolutionFile, SolveBudget, check_claim, generate,
    instance_strategies, instance_strategy, play,
};

#[test]
fn each_rule_picks_its_node() {
    // Order 0 wants three of SKU 0 (two at node 0, one at node 1) and one of SKU 1 (node 1). Node 0 is near and dear.
    let mut bent = file();
    bent.nodes[0].ship_cents = 900;
    let instance = bent.dense().unwrap();
    let near_first = vec![ship(0, 0, 0, &[(0, 2)]), ship(0, 1, 0, &[(0, 1), (1, 1)])];
    let all_from_1 = vec![ship(1, 1, 0, &[(0, 2), (1, 1)])];
    for rule in SimpleRule::ALL {
        let expected = match rule {
            SimpleRule::GreedyCost => vec![ship(0, 1, 0, &[(0, 1), (1, 1)]), ship(0, 0, 0, &[(0, 2)])],
            _ => near_first.clone(),
        };
        let shipments = play(&instance, &rule, &mut |_| {});
        let first: Vec<_> = shipments.iter().filter(|shipment| shipment.order == 0).cloned().collect();
        assert_eq!(first, expected, "{rule:?}");
        assert_eq!(shipments[2..], all_from_1, "{rule:?}");
    }
}

#[test]
fn an_order_that_ships_complete_takes_nothing_if_it_cannot() {
    let mut bent = file();
    bent.orders[0].complete = 1;
    bent.orders[0].max_shipments = 1;
    for rule in SimpleRule::ALL {
        let shipments = play(&bent.clone().dense().unwrap(), &rule, &mut |_| {});
        assert!(shipments.iter().all(|shipment| shipment.order == 1), "{rule:?}");
    }
}

#[test]
fn every_shipped_strategy_answers_every_family_with_what_the_checker_takes() {
    for family in InstanceFamily::all().filter(|family| !family.name().starts_with("big")) {
        let instance = generate(family, 2).dense().unwrap();
        for strategy in instance_strategies() {
            let mut decided = Vec::new();
            let budget = SolveBudget { work: Some(5_000), threads: 1 };
            let answer = strategy.solve(&instance, budget, &mut |order| decided.push(order));
            let solution = SolutionFile::new(instance.name(), answer.shipments);
            let checked = check_claim(&instance, &solution);
            assert!(checked.is_ok(), "{} on {}: {checked:?}", strategy.name(), instance.name());
        }
    }
    assert!(instance_strategy("greedy_cost").is_some() && instance_strategy("fastest").is_none());
}

#[test]
fn where_orders_stand_alone_the_exact_strategy_proves_its_cost() {
    let instance = generate("single-s".parse().unwrap(), 3).dense().unwrap();
    let exact = instance_strategy("exact").unwrap();
    let answer = exact.solve(&instance, SolveBudget::default(), &mut |_| {});
    let solution = SolutionFile::new(instance.name(), answer.shipments);
    let cost = check_claim(&instance, &solution).unwrap();
    assert_eq!(answer.bound_cents, Some(cost.total_cents));
    for rule in SimpleRule::ALL {
        let solution = SolutionFile::new(instance.name(), play(&instance, &rule, &mut |_| {}));
        assert!(check_claim(&instance, &solution).unwrap().total_cents >= cost.total_cents, "{rule:?}");
    }
}

#[test]
fn the_board_shows_what_is_left() {
    let instance = instance();
    let mut board = ArrivalBoard::new(&instance);
    assert_eq!((board.units_of(0, 0), board.units_left(0)), (2, i64::MAX));
    board.apply(&[ship(0, 0, 0, &[(0, 2)])]);
    assert_eq!((board.units_of(0, 0), board.units_of(0, 1)), (0, 1));
    let view = board.view(0).unwrap();
    assert_eq!(
        view.nodes.iter().map(|node| (node.node, node.stock.clone())).collect::<Vec<_>>(),
        [(1, vec![1, 3])]
    );
    assert_eq!(view.nodes[0].services[0].late_cents, 200);
    assert!(board.view(2).is_none());
}
