//! Laws that hold for every problem, by random problems.

use proptest::prelude::*;

use super::super::tests::{eur, service};
use super::super::*;
use super::some::{SKUS, some_full_problem, some_problem};
use crate::network::Lane;
use crate::value::{CarrierId, Currency, LineId, Money, NodeId, Quantity, fingerprint};

/// A problem in which stock alone decides what is possible.
fn without_limits(mut problem: AllocationProblem) -> AllocationProblem {
    for node in &mut problem.candidates {
        node.lane.options = vec![service("post", 2, 300, Some(100))];
    }
    problem
}

fn planned(problem: &AllocationProblem, kind: AllocationStrategyKind) -> AllocationPlan {
    plan(problem, kind.strategy()).unwrap()
}

fn short_units(plan: &AllocationPlan) -> u64 {
    plan.shortfalls.iter().map(|short| u64::from(short.quantity.units())).sum()
}

/// The fewest units left and, with those, the fewest shipments, by trying every set of nodes.
fn exhaustive(problem: &AllocationProblem) -> (u64, usize) {
    let open: Vec<_> = problem.candidates.iter().filter(|one| one.active).collect();
    let most = problem.max_shipments.map_or(open.len(), |most| most as usize);
    let sets = (0_u32..1 << open.len()).filter(|set| set.count_ones() as usize <= most);
    let left = |set: u32| -> u64 {
        let chosen: Vec<_> = (0..open.len()).filter(|at| set & (1 << at) != 0).map(|at| open[at]).collect();
        let of_sku = |sku: &str| {
            let lines = problem.lines.iter().filter(|line| line.sku.as_str() == sku);
            let asked: u64 = lines.map(|line| u64::from(line.quantity.units())).sum();
            let stock = chosen.iter().filter_map(|node| node.available.get(sku));
            asked.saturating_sub(stock.map(|units| u64::from(units.units())).sum())
        };
        SKUS.iter().map(|sku| of_sku(sku)).sum()
    };
    sets.map(|set| (left(set), set.count_ones() as usize)).min().unwrap()
}

/// Every way to make a plan wrong, by name, with the rule that must notice.
fn tampered(plan: &AllocationPlan) -> Vec<(PlanRule, AllocationPlan)> {
    let cent = |money: Money| money.checked_add(eur(1)).unwrap();
    let change = |rule, change: &dyn Fn(&mut AllocationPlan)| {
        let mut plan = plan.clone();
        change(&mut plan);
        (rule, plan)
    };
    // Without freight there must be no service, so that its days are a fault of the lane.
    let days_rule = if plan.shipments[0].carrier.is_some() { PlanRule::TransitDays } else { PlanRule::Lane };
    vec![
        change(PlanRule::Conservation, &|plan| {
            plan.assignments.pop();
        }),
        change(PlanRule::NoDuplicate, &|plan| plan.assignments.push(plan.assignments[0].clone())),
        change(PlanRule::LineQuantity, &|plan| plan.assignments[0].quantity = Quantity::new(1000)),
        change(PlanRule::Stock, &|plan| plan.assignments[0].quantity = Quantity::new(1000)),
        change(PlanRule::NonZero, &|plan| plan.assignments[0].quantity = Quantity::ZERO),
        change(PlanRule::KnownLine, &|plan| plan.assignments[0].line = LineId::new("nobody").unwrap()),
        change(PlanRule::KnownNode, &|plan| plan.assignments[0].node = NodeId::new("nowhere").unwrap()),
        change(PlanRule::ShipmentSet, &|plan| {
            plan.shipments.pop();
        }),
        change(PlanRule::NoDuplicate, &|plan| plan.shipments.push(plan.shipments[0].clone())),
        change(PlanRule::ShipmentUnits, &|plan| plan.shipments[0].units += 1),
        change(PlanRule::ShipmentWeight, &|plan| plan.shipments[0].weight_grams += 1),
        change(PlanRule::ShipmentDistance, &|plan| plan.shipments[0].distance_metres = Some(u32::MAX)),
        change(PlanRule::Lane, &|plan| plan.shipments[0].carrier = Some(CarrierId::new("nobody").unwrap())),
        change(days_rule, &|plan| plan.shipments[0].transit_days = Some(999)),
        change(PlanRule::Freight, &|plan| plan.shipments[0].freight = cent(plan.shipments[0].freight)),
        change(PlanRule::Handling, &|plan| plan.shipments[0].handling = cent(plan.shipments[0].handling)),
        change(PlanRule::FreightTotal, &|plan| plan.cost.freight = cent(plan.cost.freight)),
        change(PlanRule::HandlingTotal, &|plan| plan.cost.handling = cent(plan.cost.handling)),
        change(PlanRule::SplitTotal, &|plan| plan.cost.split = cent(plan.cost.split)),
        change(PlanRule::Total, &|plan| plan.cost.total = cent(plan.cost.total)),
        change(PlanRule::Currency, &|plan| {
            plan.cost.total = Money::from_minor(plan.cost.total.minor(), Currency::USD);
        }),
        change(PlanRule::Verdicts, &|plan| {
            plan.candidates.pop();
        }),
        change(PlanRule::Conservation, &|plan| {
            let (line, quantity) = (plan.assignments[0].line.clone(), Quantity::new(1));
            let reason = ShortfallReason::NoStock;
            plan.shortfalls.push(AllocationShortfall { line, quantity, reason, constraint: None });
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_plan_of_every_strategy_passes_the_checker(problem in some_problem()) {
        for kind in AllocationStrategyKind::ALL {
            prop_assert_eq!(check_plan(&problem, &planned(&problem, kind)), vec![]);
        }
    }

    #[test]
    fn every_plan_under_constraints_terms_and_tiers_passes_the_checker(problem in some_full_problem()) {
        let faults = problem.problems();
        prop_assert!(faults.is_empty(), "{faults}");
        for kind in AllocationStrategyKind::ALL {
            prop_assert_eq!(check_plan(&problem, &planned(&problem, kind)), vec![], "{:?}", kind);
        }
    }

    #[test]
    fn any_answer_under_constraints_is_refused_with_a_rule_or_a_plan_that_passes(
        problem in some_full_problem(),
        picks in prop::collection::vec((0_u8..4, 0_u8..6, 1_u32..4), 0..5),
    ) {
        let assignment = |(line, node, units)| AllocationAssignment {
            line: LineId::new(format!("l{line}")).unwrap(),
            node: NodeId::new(format!("n{node}")).unwrap(),
            quantity: Quantity::new(units),
        };
        match plan_assignments(&problem, "any", picks.into_iter().map(assignment).collect()) {
            Ok(plan) => prop_assert_eq!(check_plan(&problem, &plan), vec![]),
            Err(AllocationError::InvalidAssignment { violations, .. }) => prop_assert!(!violations.is_empty()),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn the_order_of_lines_and_candidates_never_matters_under_constraints(problem in some_full_problem(),
        seed in any::<u64>()) {
        let mut shuffled = problem.clone();
        shuffled.lines.sort_by_key(|line| fingerprint(&(seed, line)).as_str().to_owned());
        shuffled.candidates.sort_by_key(|one| fingerprint(&(seed, one)).as_str().to_owned());
        for kind in AllocationStrategyKind::ALL {
            prop_assert_eq!(planned(&problem, kind), planned(&shuffled, kind));
        }
    }

    #[test]
    fn no_shipped_strategy_leaves_what_it_could_ship(problem in some_problem()) {
        for kind in AllocationStrategyKind::ALL {
            let left = planned(&problem, kind).shortfalls;
            prop_assert!(left.iter().all(|one| one.reason != ShortfallReason::LeftByStrategy), "{kind:?}: {left:?}");
        }
    }

    #[test]
    fn the_order_of_lines_and_candidates_never_matters(problem in some_problem(), seed in any::<u64>()) {
        let mut shuffled = problem.clone();
        shuffled.lines.sort_by_key(|line| fingerprint(&(seed, line)).as_str().to_owned());
        shuffled.candidates.sort_by_key(|one| fingerprint(&(seed, one)).as_str().to_owned());
        for node in &mut shuffled.candidates {
            node.lane.options.reverse();
        }
        for kind in AllocationStrategyKind::ALL {
            prop_assert_eq!(planned(&problem, kind), planned(&shuffled, kind));
        }
    }

    #[test]
    fn fewest_shipments_is_exact_where_only_stock_limits(problem in some_problem()) {
        let mut problem = without_limits(problem);
        problem.ship_complete = false;
        let fewest = planned(&problem, AllocationStrategyKind::FewestShipments);
        prop_assert_eq!((short_units(&fewest), fewest.shipments.len()), exhaustive(&problem));
        for kind in AllocationStrategyKind::ALL {
            let other = planned(&problem, kind);
            let as_full = short_units(&other) <= short_units(&fewest);
            prop_assert!(!as_full || other.shipments.len() >= fewest.shipments.len(), "{kind:?}");
        }
    }

    #[test]
    fn ship_complete_succeeds_for_the_optimisers_whenever_some_set_of_nodes_has_all(problem in some_problem()) {
        let mut problem = without_limits(problem);
        problem.ship_complete = true;
        for kind in [AllocationStrategyKind::FewestShipments, AllocationStrategyKind::GreedyCost] {
            prop_assert_eq!(planned(&problem, kind).is_complete(), exhaustive(&problem).0 == 0, "{:?}", kind);
        }
    }

    #[test]
    fn greedy_cost_is_never_dearer_than_the_cheapest_node_that_has_all(problem in some_problem()) {
        let plan = planned(&problem, AllocationStrategyKind::GreedyCost);
        let singles = plan.candidates.iter().filter(|one| one.complete).filter_map(|one| one.fillable_cost);
        for single in singles {
            prop_assert!(plan.is_complete() && plan.cost.total.minor() <= single.minor());
        }
    }

    #[test]
    fn the_checker_notices_each_kind_of_tampering(problem in some_problem()) {
        for kind in AllocationStrategyKind::ALL {
            let plan = planned(&problem, kind);
            if plan.assignments.is_empty() {
                continue;
            }
            for (rule, plan) in tampered(&plan) {
                let found = check_plan(&problem, &plan);
                prop_assert!(found.iter().any(|one| one.rule == rule), "{rule:?} not among {found:?}");
            }
        }
    }

    #[test]
    fn the_checker_notices_when_the_problem_turns_stricter(problem in some_problem()) {
        let plan = planned(&problem, AllocationStrategyKind::GreedyCost);
        let Some(first) = plan.shipments.first() else { return Ok(()) };
        let noticed = |rule, change: &dyn Fn(&mut AllocationProblem)| {
            let mut problem = problem.clone();
            change(&mut problem);
            check_plan(&problem, &plan).iter().any(|one| one.rule == rule)
        };
        let at = problem.candidates.iter().position(|one| one.node == first.node).unwrap();
        prop_assert!(noticed(PlanRule::NodeOpen, &|problem| problem.candidates[at].active = false));
        let without_lane = noticed(PlanRule::Lane, &|problem| {
            problem.lanes_required = true;
            problem.candidates[at].lane = Lane::default();
        });
        prop_assert!(without_lane);
        prop_assert!(noticed(PlanRule::Stock, &|problem| problem.candidates[at].available.clear()));
        prop_assert!(noticed(PlanRule::ValidProblem, &|problem| problem.lines.clear()));
        if plan.shipments.len() > 1 {
            prop_assert!(noticed(PlanRule::MaxShipments, &|problem| problem.max_shipments = Some(1)));
        }
        if !plan.is_complete() {
            prop_assert!(noticed(PlanRule::ShipComplete, &|problem| problem.ship_complete = true));
        }
        if first.weight_grams > 0 && first.carrier.is_some() {
            let too_heavy = noticed(PlanRule::WeightLimit, &|problem| {
                for line in &mut problem.lines {
                    line.unit_weight = crate::value::Weight::grams(u32::MAX);
                }
                problem.candidates[at].lane.options = vec![service("post", 1, 1, None)];
            });
            prop_assert!(too_heavy);
        }
    }

    #[test]
    fn any_answer_is_either_refused_with_a_rule_or_a_plan_that_passes(
        problem in some_problem(),
        picks in prop::collection::vec((0_u8..6, 0_u8..7, 0_u32..5), 0..6),
    ) {
        let assignment = |(line, node, units)| AllocationAssignment {
            line: LineId::new(format!("l{line}")).unwrap(),
            node: NodeId::new(format!("n{node}")).unwrap(),
            quantity: Quantity::new(units),
        };
        let assignments: Vec<_> = picks.into_iter().map(assignment).collect();
        match plan_assignments(&problem, "any", assignments.clone()) {
            Ok(plan) => prop_assert_eq!(check_plan(&problem, &plan), vec![]),
            Err(AllocationError::InvalidAssignment { violations, .. }) => {
                prop_assert!(!violations.is_empty());
                prop_assert_eq!(violations, check_assignments(&problem, &{
                    let mut sorted = assignments;
                    sorted.sort();
                    sorted
                }));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
