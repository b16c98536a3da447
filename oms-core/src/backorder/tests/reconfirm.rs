//! Confirmations made anew: each strategy by example.

use super::*;
use ReconfirmStrategy::{Fill, Gain, Improve, Lose, Redistribute, Skip, Win};

pub(super) fn dated(parts: &[(i64, u32)]) -> Vec<BackorderUnitsAt> {
    parts
        .iter()
        .map(|(at, units)| BackorderUnitsAt { at: day(*at), quantity: Quantity::new(*units) })
        .collect()
}

pub(super) fn supply(parts: &[(i64, u32)]) -> Vec<BackorderSupplyAt> {
    let part = |(at, units): &(i64, u32)| BackorderSupplyAt {
        sku: mug(),
        at: day(*at),
        quantity: Quantity::new(*units),
    };
    parts.iter().map(part).collect()
}

/// A line that wants its units on day 5, waiting since day 1.
fn demand(id: &str, strategy: ReconfirmStrategy, units: u32, confirmed: &[(i64, u32)]) -> ReconfirmDemand {
    ReconfirmDemand {
        entry: entry(id, units, 1),
        strategy,
        requested_at: day(5),
        confirmed: dated(confirmed),
    }
}

fn plan(parts: &[(i64, u32)], demands: Vec<ReconfirmDemand>) -> ReconfirmPlan {
    reconfirm(&ReconfirmRequest { keys: vec![], supply: supply(parts), demands }).unwrap()
}

fn after<'p>(plan: &'p ReconfirmPlan, id: &str) -> &'p ReconfirmOutcome {
    plan.outcomes.iter().find(|outcome| outcome.order.as_str() == id).unwrap()
}

fn kinds(plan: &ReconfirmPlan) -> Vec<(&str, ReconfirmExceptionKind, u64)> {
    let order = |found: &ReconfirmException| {
        found.order.as_ref().map_or("", |order| {
            plan.outcomes.iter().find(|outcome| outcome.order == *order).unwrap().order.as_str()
        })
    };
    plan.exceptions.iter().map(|found| (order(found), found.kind, found.units)).collect()
}

#[test]
fn winners_take_from_everybody_and_lines_that_may_not_lose_are_reported() {
    let demands = vec![
        demand("gain", Gain, 4, &[(5, 4)]),
        demand("win", Win, 5, &[(9, 5)]),
        demand("lose", Lose, 3, &[(5, 3)]),
    ];
    let plan = plan(&[(1, 7), (9, 5)], demands);
    assert_eq!(after(&plan, "win").after, dated(&[(5, 5)]));
    assert_eq!(after(&plan, "win").change, ReconfirmChange::Better);
    assert_eq!(after(&plan, "gain").after, dated(&[(5, 2), (9, 2)]));
    assert_eq!(after(&plan, "lose").after, dated(&[(9, 3)]));
    assert_eq!(kinds(&plan), [("gain", ReconfirmExceptionKind::WorseThanBefore, 2)]);
    let served: Vec<_> = plan.outcomes.iter().map(|outcome| outcome.order.as_str()).collect();
    assert_eq!(served, ["win", "gain", "lose"]);
}

#[test]
fn a_winner_that_is_not_on_time_is_an_exception() {
    let plan = plan(&[(1, 2), (7, 9)], vec![demand("win", Win, 5, &[])]);
    assert_eq!(after(&plan, "win").after, dated(&[(5, 2), (7, 3)]));
    assert_eq!(kinds(&plan), [("win", ReconfirmExceptionKind::NotOnTime, 3)]);
    assert_eq!(plan.exceptions[0].at, Some(day(5)));
}

#[test]
fn nobody_is_improved_by_what_another_gain_or_improve_line_has() {
    let demands = vec![
        demand("g1", Gain, 9, &[(5, 2)]),
        demand("g2", Gain, 3, &[(5, 3)]),
        demand("imp", Improve, 4, &[(5, 2)]),
    ];
    let plan = plan(&[(2, 8)], demands);
    assert_eq!(after(&plan, "g1").after, dated(&[(5, 3)]));
    assert_eq!(after(&plan, "g2").after, dated(&[(5, 3)]));
    assert_eq!(after(&plan, "imp").after, dated(&[(5, 2)]));
    assert_eq!(plan.exceptions, []);
}

#[test]
fn a_redistributed_line_may_gain_or_lose_and_a_filled_one_never_gains() {
    let old = ReconfirmDemand { entry: entry("old", 3, 0), ..demand("old", Redistribute, 3, &[]) };
    let demands = vec![
        demand("new", Redistribute, 4, &[(5, 4)]),
        old,
        demand("fill", Fill, 9, &[(6, 2)]),
        demand("lost", Fill, 2, &[(5, 2)]),
    ];
    let plan = plan(&[(1, 5), (6, 4)], demands);
    assert_eq!(after(&plan, "old").after, dated(&[(5, 3)]));
    assert_eq!(
        (after(&plan, "new").after.clone(), after(&plan, "new").change),
        (dated(&[(5, 2), (6, 2)]), ReconfirmChange::Worse)
    );
    assert_eq!(
        (after(&plan, "fill").after.clone(), after(&plan, "fill").open),
        (dated(&[(6, 2)]), Quantity::new(7))
    );
    assert_eq!(
        (after(&plan, "lost").after.clone(), after(&plan, "lost").change),
        (vec![], ReconfirmChange::Worse)
    );
    assert_eq!(plan.exceptions, []);
}

#[test]
fn a_skipped_line_keeps_its_units_before_any_winner_even_if_they_are_gone() {
    let demands = vec![demand("win", Win, 3, &[]), demand("skip", Skip, 4, &[(5, 2)])];
    let plan1 = plan(&[(1, 3)], demands.clone());
    assert_eq!(
        (after(&plan1, "skip").after.clone(), after(&plan1, "win").after.clone()),
        (dated(&[(5, 2)]), dated(&[(5, 1)]))
    );
    assert_eq!(kinds(&plan1), [("win", ReconfirmExceptionKind::NotOnTime, 2)]);
    let plan2 = plan(&[(7, 1)], vec![demand("skip", Skip, 4, &[(5, 2)])]);
    assert_eq!(after(&plan2, "skip").after, dated(&[(5, 2)]));
    assert_eq!(kinds(&plan2), [("", ReconfirmExceptionKind::NotCovered, 2)]);
}

#[test]
fn being_confirmed_before_the_requested_date_is_worth_nothing() {
    let plan = plan(&[(5, 2)], vec![demand("gain", Gain, 2, &[(1, 2)])]);
    assert_eq!(
        (after(&plan, "gain").before.clone(), after(&plan, "gain").change),
        (dated(&[(5, 2)]), ReconfirmChange::Kept)
    );
    assert_eq!(plan.exceptions, []);
}

#[test]
fn a_line_cannot_have_been_confirmed_more_than_it_wants() {
    let asked = ReconfirmRequest {
        keys: vec![],
        supply: supply(&[(1, 0)]),
        demands: vec![demand("a", Gain, 2, &[(5, 1), (6, 2)])],
    };
    let expected =
        [("input.out_of_range", "/supply/0/quantity"), ("input.out_of_range", "/demands/0/confirmed")];
    assert_eq!(codes(&reconfirm(&asked).unwrap_err()), expected);
}

/// Each guarantee is broken by hand in an otherwise good plan.
#[test]
fn the_check_finds_every_broken_guarantee_whoever_made_the_plan() {
    use ReconfirmExceptionKind::{
        BeforeOthers, BetterThanBefore, Changed, NotCovered, NotOnTime, NotWanted, WorseThanBefore,
    };
    let broken = |strategy, confirmed: &[(i64, u32)], now: &[(i64, u32)]| {
        let demands = vec![demand("line", strategy, 4, confirmed), demand("other", Redistribute, 2, &[])];
        let request = ReconfirmRequest { keys: vec![], supply: supply(&[(1, 6)]), demands };
        let mut outcomes = reconfirm(&request).unwrap().outcomes;
        for outcome in &mut outcomes {
            let mine = outcome.order.as_str() == "line";
            outcome.after = if mine {
                dated(now)
            } else if strategy == Lose {
                vec![]
            } else {
                dated(&[(5, 2)])
            };
        }
        check_reconfirmation(&request, &outcomes)
            .iter()
            .map(|found| (found.kind, found.units))
            .collect::<Vec<_>>()
    };
    assert_eq!(broken(Win, &[], &[(5, 3), (6, 1)]), [(NotOnTime, 1)]);
    assert_eq!(broken(Gain, &[(5, 3)], &[(5, 1), (6, 3)]), [(WorseThanBefore, 2)]);
    assert_eq!(broken(Fill, &[(5, 1)], &[(5, 2)]), [(BetterThanBefore, 1)]);
    assert_eq!(broken(Skip, &[(5, 1)], &[]), [(Changed, 1)]);
    assert_eq!(broken(Lose, &[], &[(5, 1)]), [(BeforeOthers, 1)]);
    assert_eq!(broken(Redistribute, &[], &[(5, 5)]), [(NotWanted, 1), (NotCovered, 1)]);
    assert_eq!(broken(Improve, &[(5, 4)], &[]), []);
}
