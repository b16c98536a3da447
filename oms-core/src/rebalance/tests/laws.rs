//! Laws that hold for every request, by random requests, and the best plan of small ones by trying them all.

use proptest::prelude::*;

use super::*;

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

fn some_cell(at: usize, most: i64) -> impl Strategy<Value = RebalanceCell> {
    let cover = (0_u32..6, 0_u32..6);
    (-3..most, 0_i64..3, 0_u64..3000, cover, 0_i64..400).prop_map(
        move |(free, incoming, demand, cover, margin)| RebalanceCell {
            incoming,
            min_cover_days: cover.0,
            max_cover_days: cover.0 + cover.1,
            unit_margin: eur(margin),
            ..cell(NAMES[at], free, demand)
        },
    )
}

fn some_request(nodes: usize, most: i64) -> impl Strategy<Value = RebalanceRequest> {
    let cells: Vec<_> = (0..nodes).map(|at| some_cell(at, most)).collect();
    let lanes = prop::collection::vec(prop::option::weighted(0.8, 0_i64..300), nodes * nodes);
    (cells, lanes, 1_u32..8).prop_map(move |(cells, costs, horizon_days)| {
        let lanes = costs.into_iter().enumerate().filter_map(|(at, cost)| {
            let (from, to) = (at / nodes, at % nodes);
            (from != to).then_some(lane(NAMES[from], NAMES[to], cost?))
        });
        RebalanceRequest { horizon_days, ..request(cells, lanes.collect()) }
    })
}

/// Two nodes that can give and two that need, with a lane between any giver and any taker: now one of them has to
/// give way, now a cheap lane has to be left to another.
fn some_contest() -> impl Strategy<Value = RebalanceRequest> {
    let giver =
        |name| (1_i64..5).prop_map(move |free| RebalanceCell { min_cover_days: 0, ..cell(name, free, 0) });
    let taker = |name| {
        (500_u64..900, 100_i64..400).prop_map(move |(demand, margin)| RebalanceCell {
            unit_margin: eur(margin),
            ..cell(name, 1, demand)
        })
    };
    let cells = (giver("a"), giver("b"), taker("c"), taker("d"));
    let costs = prop::array::uniform4(0_i64..250);
    (cells, costs).prop_map(|((a, b, c, d), [ac, ad, bc, bd])| {
        let lanes = vec![lane("a", "c", ac), lane("a", "d", ad), lane("b", "c", bc), lane("b", "d", bd)];
        request(vec![a, b, c, d], lanes)
    })
}

fn moved(plan: &RebalancePlan, of: impl Fn(&RebalanceSuggestion) -> bool) -> i64 {
    plan.suggestions.iter().filter(|one| of(one)).map(|one| one.quantity.signed()).sum()
}

/// The request after everything suggested has arrived.
fn after(asked: &RebalanceRequest, plan: &RebalancePlan) -> RebalanceRequest {
    let mut asked = asked.clone();
    for cell in &mut asked.cells {
        cell.free += moved(plan, |one| one.to == cell.node) - moved(plan, |one| one.from == cell.node);
    }
    asked
}

/// Units times a thousand that so many days take.
fn milli(days: u32, cell: &RebalanceCell) -> i64 {
    i64::from(days) * i64::try_from(cell.daily_demand_milli).unwrap()
}

/// What so many more units save at a node, in thousandths of a cent, by the definition.
fn saves(cell: &RebalanceCell, horizon_days: u32, units: i64) -> i64 {
    let missing = |position: i64| (milli(horizon_days, cell) - 1000 * position).max(0);
    let position = cell.free + cell.incoming;
    cell.unit_margin.minor() * (missing(position) - missing(position + units))
}

/// The most that any plan saves after cost, by trying every number of units on every lane.
fn best(asked: &RebalanceRequest, lanes: &[(usize, usize, i64)], sent: &mut Vec<i64>) -> i64 {
    let Some((from, to, _)) = lanes.get(sent.len()).copied() else {
        let gain: i64 = asked
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| {
                let got =
                    lanes.iter().zip(&*sent).filter(|(lane, _)| lane.1 == at).map(|(_, units)| units).sum();
                saves(cell, asked.horizon_days, got)
            })
            .sum();
        return gain - lanes.iter().zip(&*sent).map(|(lane, units)| lane.2 * 1000 * units).sum::<i64>();
    };
    let used = |at: usize, sent: &[i64]| -> i64 {
        lanes.iter().zip(sent).filter(|(lane, _)| lane.0 == at || lane.1 == at).map(|(_, units)| units).sum()
    };
    let (giver, taker) = (&asked.cells[from], &asked.cells[to]);
    let can_give = (1000 * giver.free - milli(giver.max_cover_days, giver)).div_euclid(1000);
    let position = taker.free + taker.incoming;
    let need = -((1000 * position - milli(taker.min_cover_days, taker)).div_euclid(1000));
    let most = (can_give - used(from, sent)).min(need - used(to, sent));
    let mut top = i64::MIN;
    for units in 0..=most.max(0) {
        sent.push(units);
        top = top.max(best(asked, lanes, sent));
        sent.pop();
    }
    top
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_plan_of_a_small_problem_saves_more(asked in prop_oneof![some_request(4, 9), some_contest()]) {
        let place = |node: &NodeId| asked.cells.iter().position(|cell| cell.node == *node).unwrap();
        let lanes: Vec<_> = asked.lanes.iter()
            .map(|lane| (place(&lane.from), place(&lane.to), lane.unit_cost.minor()))
            .filter(|(from, to, _)| {
                let (giver, taker) = (&asked.cells[*from], &asked.cells[*to]);
                1000 * giver.free > milli(giver.max_cover_days, giver)
                    && 1000 * (taker.free + taker.incoming) < milli(taker.min_cover_days, taker)
            })
            .collect();
        prop_assume!(lanes.len() <= 4);
        let plan = rebalance(&asked).unwrap();
        let gain: i64 = asked.cells.iter()
            .map(|cell| saves(cell, asked.horizon_days, moved(&plan, |one| one.to == cell.node)))
            .sum();
        prop_assert_eq!(gain - 1000 * plan.cost.minor(), best(&asked, &lanes, &mut vec![]));
    }

    #[test]
    fn givers_keep_their_maximum_and_takers_end_at_their_minimum_at_most(asked in some_request(5, 60)) {
        let plan = rebalance(&asked).unwrap();
        for cell in &asked.cells {
            let (sent, got) = (moved(&plan, |one| one.from == cell.node), moved(&plan, |one| one.to == cell.node));
            prop_assert!(sent == 0 || got == 0, "nobody gives and gets");
            if sent > 0 {
                let left = 1000 * (cell.free - sent);
                prop_assert!(left >= milli(cell.max_cover_days, cell));
                prop_assert!(left >= milli(cell.min_cover_days, cell));
            }
            if got > 0 {
                let there = 1000 * (cell.free + cell.incoming + got - 1);
                prop_assert!(there < milli(cell.min_cover_days, cell), "the last unit was needed");
            }
        }
    }

    #[test]
    fn every_suggestion_saves_what_it_costs_and_the_totals_are_their_sums(asked in some_request(5, 60)) {
        let plan = rebalance(&asked).unwrap();
        for one in &plan.suggestions {
            prop_assert!(one.margin_saved >= one.cost && one.quantity.units() > 0, "{one:?}");
            prop_assert_eq!(one.cost, one.unit_cost.times(one.quantity).unwrap());
        }
        let sum = |of: fn(&RebalanceSuggestion) -> Money| -> i64 {
            plan.suggestions.iter().map(|one| of(one).minor()).sum()
        };
        prop_assert_eq!(plan.cost.minor(), sum(|one| one.cost));
        prop_assert_eq!(plan.margin_saved.minor(), sum(|one| one.margin_saved));
    }

    #[test]
    fn a_plan_carried_out_leaves_nothing_to_suggest(asked in some_request(5, 60)) {
        let plan = rebalance(&asked).unwrap();
        prop_assert_eq!(rebalance(&after(&asked, &plan)).unwrap().suggestions, vec![]);
    }

    #[test]
    fn every_pair_of_giver_and_taker_is_suggested_or_has_a_reason(asked in some_request(5, 60)) {
        let plan = rebalance(&asked).unwrap();
        let gives = |cell: &&RebalanceCell| 1000 * cell.free > milli(cell.max_cover_days, cell);
        let needs = |cell: &&RebalanceCell| 1000 * (cell.free + cell.incoming) < milli(cell.min_cover_days, cell);
        let pairs = asked.cells.iter().filter(gives).count() * asked.cells.iter().filter(needs).count();
        let listed = plan.suggestions.len() + plan.passed.len();
        // A cell may have a part of a unit beyond its maximum, which is no unit to give.
        prop_assert!(listed <= pairs, "{listed} of {pairs}");
        let mut named: Vec<_> = plan.suggestions.iter().map(|one| (&one.from, &one.to)).collect();
        named.extend(plan.passed.iter().map(|one| (&one.from, &one.to)));
        named.sort();
        named.dedup();
        prop_assert_eq!(named.len(), listed);
    }

    #[test]
    fn the_order_of_cells_and_lanes_does_not_matter(asked in some_request(5, 60)) {
        let mut turned = asked.clone();
        turned.cells.reverse();
        turned.lanes.reverse();
        prop_assert_eq!(rebalance(&asked), rebalance(&turned));
    }

    #[test]
    fn a_pair_that_lost_is_worse_by_what_the_plan_loses_when_a_unit_is_forced_on_it(asked in some_request(4, 30)) {
        let plan = rebalance(&asked).unwrap();
        let net = |plan: &RebalancePlan, asked: &RebalanceRequest| -> i64 {
            asked.cells.iter()
                .map(|cell| saves(cell, asked.horizon_days, moved(plan, |one| one.to == cell.node)))
                .sum::<i64>() - 1000 * plan.cost.minor()
        };
        for passed in &plan.passed {
            let RebalanceReason::LostTo(lost) = &passed.reason else { continue };
            let mut forced = asked.clone();
            for cell in &mut forced.cells {
                cell.free += i64::from(cell.node == passed.to) - i64::from(cell.node == passed.from);
            }
            let taker = asked.cells.iter().find(|cell| cell.node == passed.to).unwrap();
            let rest = rebalance(&forced).unwrap();
            let first = saves(taker, asked.horizon_days, 1) - 1000 * lost.unit_cost.minor();
            let worse = net(&plan, &asked) - (first + net(&rest, &forced));
            prop_assert_eq!(lost.worse_by.minor(), worse.div_euclid(1000));
        }
    }
}
