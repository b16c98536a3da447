//! Rows and the quick bound.

use super::world::{instance, sound};
use crate::allocation::instance::{
    InstanceFamily, SolutionFile, SolveBudget, bench_row, check_claim, generate, instance_strategies,
    lower_bound,
};

#[test]
fn a_row_says_what_the_solution_is_worth() {
    let solution = SolutionFile::new("small", sound());
    let row = bench_row(&instance(), "mine", &solution, 2000).unwrap();
    assert_eq!((row.cost_cents, row.gap_ppm), (2570, Some(285_000)));
    assert_eq!((row.fill_ppm, row.shipments), (Some(1_000_000), 3));
    assert_eq!(row.shipments_per_order_ppm, Some(1_500_000));
    // 5 km, 97 km to the other, 9 km; two of three shipments are late.
    assert_eq!((row.kilometres, row.late_ppm), (5 + 97 + 9, Some(666_666)));
    let parts = [row.freight_cents, row.handling_cents, row.split_cents, row.late_cents, row.short_cents];
    assert_eq!(parts.iter().sum::<i64>(), row.cost_cents);
}

#[test]
fn a_row_of_nothing_has_no_shares() {
    let row = bench_row(&instance(), "none", &SolutionFile::new("small", vec![]), 0).unwrap();
    assert_eq!((row.gap_ppm, row.late_ppm, row.shipments_per_order_ppm), (None, None, None));
    assert_eq!(row.fill_ppm, Some(0));
}

#[test]
fn no_solution_is_below_the_bound() {
    for family in InstanceFamily::all().filter(|family| !family.name().starts_with("big")) {
        let instance = generate(family, 4).dense().unwrap();
        let bound = lower_bound(&instance);
        assert!(bound > 0);
        for strategy in instance_strategies() {
            let budget = SolveBudget { work: Some(5_000), threads: 1 };
            let answer = strategy.solve(&instance, budget, &mut |_| {});
            let proved = answer.bound_cents.unwrap_or(0);
            let cost = check_claim(&instance, &SolutionFile::new(instance.name(), answer.shipments));
            assert!(
                cost.unwrap().total_cents >= bound.max(proved),
                "{} on {}",
                strategy.name(),
                instance.name()
            );
        }
    }
}
