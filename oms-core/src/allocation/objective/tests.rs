use super::figure::*;

#[test]
fn quotients_are_rounded_to_the_nearest_and_halves_up() {
    let cases = [(5, 2, 3), (-5, 2, -2), (4, 3, 1), (-4, 3, -1), (7, 0, 0), (0, 5, 0)];
    for (num, den, expected) in cases {
        assert_eq!(half_up(num, den), expected, "{num}/{den}");
    }
    assert_eq!([1000, 500, 0].map(|weight| per_mille(101, weight)), [101, 51, 0]);
}

/// 1 − e⁻², e⁻²(1 + 2) and so on, to nine places.
#[test]
fn the_poisson_tail_is_what_tables_say() {
    let tail = Tail::new(2000, 2000);
    let expected = [1_000_000_000_u64, 864_664_716, 593_994_150, 323_323_583, 142_876_539];
    for (units, expected) in (0..).zip(expected) {
        assert!(tail.at_least(units).abs_diff(expected) <= 2, "{units}: {}", tail.at_least(units));
    }
    assert_eq!(tail.at_least(1000), 0);
}

/// Mean 2 and variance 4 is r = 2, p = 1/2: P(0) = 1/4, P(1) = 1/4, P(2) = 3/16, P(3) = 1/8.
#[test]
fn the_negative_binomial_tail_is_what_its_formula_says() {
    let tail = Tail::new(2000, 4000);
    let expected = [1_000_000_000_u64, 750_000_000, 500_000_000, 312_500_000, 187_500_000];
    for (units, expected) in (0..).zip(expected) {
        assert!(tail.at_least(units).abs_diff(expected) <= 2, "{units}: {}", tail.at_least(units));
    }
}

#[test]
fn tails_fall_and_large_means_do_not_overflow() {
    for (mean, variance) in [(0, 0), (1, 1), (500, 900), (40_000, 40_000), (100_000_000, 100_000_000_000)] {
        let tail = Tail::new(mean, variance);
        assert!(tail.billionths.windows(2).all(|pair| pair[0] >= pair[1]), "{mean}");
        assert_eq!(tail.at_least(tail.from), 1_000_000_000);
        assert_eq!(tail.at_least(tail.end()), 0);
    }
    // Half of a large demand lies at its mean.
    let tail = Tail::new(10_000_000, 10_000_000);
    assert!(tail.at_least(10_000).abs_diff(500_000_000) < 5_000_000);
}
