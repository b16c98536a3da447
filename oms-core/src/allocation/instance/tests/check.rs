//! The checker, on a small solution by hand and on each way to break it.

use super::world::{file, instance, ship, sound};
use crate::allocation::instance::{
    InstanceMode, InstanceShipment, SolutionCost, SolutionFile, SolutionRule, check_claim, check_solution,
};

#[test]
fn costs_are_right_to_the_cent_by_part_and_by_order() {
    let checked = check_solution(&instance(), &SolutionFile::new("small", sound())).unwrap();
    assert_eq!(checked.violations, []);
    // Order 0: node 0 by fast, 1,400 g: 90 + 60 + 500 + 2·40; node 1 by slow in zone 1, 1,700 g, 4 days for 2:
    // 70 + 60 + 400 + 2·50 + 2·100; one split. Order 1: node 1 by slow in zone 0, 4,600 g: 70 + 90 + 300 + 5·40 +
    // 200.
    assert_eq!(checked.order_cents, [730 + 830 + 150, 860]);
    let parts = SolutionCost { fixed: 230, handling: 210, freight: 1580, late: 400, split: 150, short: 0 };
    assert_eq!((checked.cost, checked.total_cents), (parts, 2570));
}

#[test]
fn what_is_not_shipped_costs_its_penalty_times_the_priority() {
    let checked = check_solution(&instance(), &SolutionFile::new("small", vec![])).unwrap();
    assert_eq!(checked.order_cents, [2 * (3 * 900 + 1500), 2 * (2 * 1500 + 4000)]);
    assert_eq!(checked.cost.short, checked.total_cents);
}

#[test]
fn every_rule_is_missed_when_it_is_broken() {
    let with = |at: usize, shipment: InstanceShipment| {
        let mut shipments = sound();
        shipments[at] = shipment;
        shipments
    };
    let cases = [
        (SolutionRule::Known, with(2, ship(9, 1, 0, &[(0, 2)]))),
        (SolutionRule::Known, with(2, ship(1, 9, 0, &[(0, 2)]))),
        (SolutionRule::Known, with(2, ship(1, 1, 9, &[(0, 2)]))),
        (SolutionRule::Known, with(0, ship(0, 0, 1, &[(9, 2)]))),
        (SolutionRule::OneShipment, with(1, ship(0, 0, 1, &[(0, 1)]))),
        (SolutionRule::NotEmpty, with(0, ship(0, 0, 1, &[]))),
        (SolutionRule::NotEmpty, with(0, ship(0, 0, 1, &[(0, 0)]))),
        (SolutionRule::LineOnce, with(0, ship(0, 0, 1, &[(0, 1), (0, 1)]))),
        (SolutionRule::Offered, with(1, ship(0, 1, 1, &[(0, 1)]))),
        (SolutionRule::Weight, with(2, ship(1, 1, 1, &[(0, 2), (1, 1)]))),
        (SolutionRule::Ordered, with(1, ship(0, 1, 0, &[(0, 1), (1, 2)]))),
        (SolutionRule::Complete, with(2, ship(1, 1, 0, &[(0, 2)]))),
        (SolutionRule::Stock, with(0, ship(0, 0, 0, &[(0, 3)]))),
    ];
    for (rule, shipments) in cases {
        let checked = check_solution(&instance(), &SolutionFile::new("small", shipments.clone())).unwrap();
        let rules: Vec<SolutionRule> = checked.violations.iter().map(|found| found.rule).collect();
        assert!(rules.contains(&rule), "{rule:?} of {shipments:?}: {rules:?}");
    }
}

#[test]
fn limits_of_orders_and_nodes_are_kept() {
    let mut bent = file();
    bent.orders[0].max_shipments = 1;
    bent.nodes[1].cap_shipments = 1;
    bent.nodes[1].cap_units = 4;
    let checked = check_solution(&bent.dense().unwrap(), &SolutionFile::new("small", sound())).unwrap();
    let rules: Vec<SolutionRule> = checked.violations.iter().map(|found| found.rule).collect();
    assert_eq!(rules, [SolutionRule::CapUnits, SolutionRule::CapShipments, SolutionRule::MaxShipments]);
}

#[test]
fn independent_orders_each_see_the_whole_stock_and_capacity() {
    let mut bent = file();
    bent.nodes[1].cap_shipments = 1;
    bent.stock.qty[2] = 2;
    let solution = SolutionFile::new("small", sound());
    assert_eq!(check_solution(&bent.clone().dense().unwrap(), &solution).unwrap().violations.len(), 2);
    bent.mode = InstanceMode::Independent;
    assert!(check_solution(&bent.dense().unwrap(), &solution).unwrap().is_feasible());
}

#[test]
fn a_claim_must_be_exactly_right_and_the_solution_of_this_instance() {
    let mut solution = SolutionFile::new("small", sound());
    solution.cost_cents = Some(2570);
    assert!(check_claim(&instance(), &solution).is_ok());
    solution.cost_cents = Some(2569);
    let refused = check_claim(&instance(), &solution).unwrap_err();
    assert_eq!(refused.code(), "allocation.infeasible_solution");
    assert_eq!(refused.problems().as_slice()[0].code, "allocation.wrong_claim");
    solution.instance = "other".to_owned();
    assert_eq!(check_claim(&instance(), &solution).unwrap_err().code(), "allocation.invalid_solution");
}

#[test]
fn a_solution_reads_and_writes_as_the_format_says() {
    let json = concat!(
        r#"{"format":"oms-alloc-solution/1","instance":"small","#,
        r#""shipments":[[0,1,0,[[0,1],[1,1]]]],"cost_cents":7}"#
    );
    let json = json.as_bytes();
    let solution = SolutionFile::from_json(json).unwrap();
    assert_eq!(solution.shipments, [ship(0, 1, 0, &[(0, 1), (1, 1)])]);
    assert_eq!(solution.to_json(), json);
    for bad in [r#"{"shipments":[]}"#, r#"{"format":"","instance":"","shipments":[[0,1,-1,[]]]}"#, "{"] {
        assert_eq!(
            SolutionFile::from_json(bad.as_bytes()).unwrap_err().code(),
            "allocation.invalid_solution"
        );
    }
}

#[test]
fn every_part_of_nonsense_is_told_with_its_place() {
    let nonsense = br#"[[0, 1, 0, [[0, 1]]], [0, -1, 0.5, [[0], [1, 2]]], 7, ["a", 1, 0, {}]]"#;
    let refused = SolutionFile::shipments_from_json(nonsense).unwrap_err();
    let paths: Vec<&str> =
        refused.problems().as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/1/1", "/1/2", "/1/3/0", "/2", "/3/0", "/3/3"]);
    let refused = SolutionFile::from_json(br#"{"shipments": {}}"#).unwrap_err();
    assert_eq!(refused.problems().as_slice()[0].path, "/shipments");
}
