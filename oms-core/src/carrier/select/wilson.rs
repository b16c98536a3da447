//! A careful rate out of few trials.

/// The lower end of Wilson's score interval for `hits` of `trials`, in millionths, rounded down, with `z` in
/// thousandths (1645 for 95 % one-sided); nothing is sure without trials.
///
/// `(2k + z² − z·√(z² + 4k(n − k)/n)) / (2(n + z²))`; Wilson, "Probable inference, the law of succession, and
/// statistical inference", Journal of the American Statistical Association 22 (1927). In whole numbers, so it is the
/// same everywhere.
pub(super) fn lower_bound(hits: u64, trials: u64, z: u32) -> u32 {
    // Counts beyond 10⁹ change no millionth.
    let shift = trials.max(1).div_ceil(1_000_000_000);
    let (n, z) = (u128::from(trials / shift), u128::from(z.min(10_000)));
    let k = u128::from(hits / shift).min(n);
    if n == 0 {
        return 0;
    }
    // z² and everything beside it in millionths; the root of 10¹² times a number is 10⁶ times its root.
    let square = z.saturating_mul(z);
    let spread = k.saturating_mul(n.saturating_sub(k)).saturating_mul(4_000_000_000_000) / n;
    let root = square.saturating_mul(1_000_000).saturating_add(spread).isqrt().saturating_add(1);
    let above = k.saturating_mul(2_000_000).saturating_add(square);
    let bound = above.saturating_sub((z.saturating_mul(root)).div_ceil(1000));
    let whole = n.saturating_mul(1_000_000).saturating_add(square).saturating_mul(2);
    u32::try_from(bound.saturating_mul(1_000_000) / whole).unwrap_or(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::lower_bound;

    #[test]
    fn the_bound_is_wilsons() {
        // 90 of 100 at z = 1.96: 0.825633…; 10 of 10: 0.722459…; none of 10: 0.
        assert_eq!(lower_bound(90, 100, 1960) / 10, 82_563);
        assert_eq!(lower_bound(10, 10, 1960) / 10, 72_245);
        assert_eq!(lower_bound(0, 10, 1960), 0);
        assert_eq!(lower_bound(5, 0, 1960), 0);
    }

    #[test]
    fn more_trials_make_it_surer_and_more_hits_better() {
        assert!(lower_bound(9, 10, 1645) < lower_bound(90, 100, 1645));
        assert!(lower_bound(90, 100, 1645) < lower_bound(95, 100, 1645));
        assert!(lower_bound(u64::MAX, u64::MAX, u32::MAX) <= 1_000_000);
    }
}
