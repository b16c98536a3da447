//! Paired differences and how sure they are.
//!
//! Orders share stock, so what one got changes the next: differences of neighbours hang together. Resampling therefore
//! draws blocks of neighbours around a circle, as Politis and Romano give it in *A circular block-resampling procedure for
//! stationary data* (1992), with blocks as long as the cube root of the number of orders.

use crate::allocation::dice::Dice;

/// The ends of the middle 95 % of resampled sums. `O(resamples · orders^(2/3))`.
pub(super) fn interval(differences: &[i64], resamples: u32, seed: u64) -> (i128, i128) {
    let count = differences.len();
    if count == 0 || resamples == 0 {
        let sum = differences.iter().map(|one| i128::from(*one)).sum();
        return (sum, sum);
    }
    let block = cube_root(count);
    // Twice around the circle, so that a block that starts anywhere is a difference of two sums.
    let mut sums = vec![0_i128];
    for one in differences.iter().chain(differences) {
        let last = sums.last().copied().unwrap_or(0);
        sums.push(last.saturating_add(i128::from(*one)));
    }
    let mut dice = Dice::new(0x6261_636b, seed);
    let bound = i64::try_from(count).unwrap_or(i64::MAX);
    let resample = |_| {
        let (mut sum, mut left) = (0_i128, count);
        while left > 0 {
            let length = block.min(left);
            let start = usize::try_from(dice.below(bound)).unwrap_or(0);
            let at = |place: usize| sums.get(place).copied().unwrap_or(0);
            sum = sum.saturating_add(at(start.saturating_add(length)).saturating_sub(at(start)));
            left = left.saturating_sub(length);
        }
        sum
    };
    let mut resampled: Vec<i128> = (0..resamples).map(resample).collect();
    resampled.sort_unstable();
    let last = resampled.len().saturating_sub(1);
    let at = |permille: usize| resampled.get(last.saturating_mul(permille) / 1000).copied().unwrap_or(0);
    (at(25), at(975))
}

/// The smallest whole number whose cube is not below.
fn cube_root(count: usize) -> usize {
    let cube = |root: usize| root.saturating_mul(root).saturating_mul(root);
    (1..=count).find(|root| cube(*root) >= count).unwrap_or(1)
}
