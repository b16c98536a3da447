//! Paired differences and how sure they are.
//!
//! Orders share stock, so what one got changes the next: differences of neighbours hang together. Resampling therefore
//! draws blocks of neighbours around a circle, as Politis and Romano give it in *A circular block-resampling procedure
//! for stationary data* (1992), with blocks as long as the cube root of the number of orders.

use super::PairedDifference;
use super::run::money;
use crate::allocation::AllocationError;
use crate::allocation::dice::Dice;
use crate::value::Currency;

/// How one strategy differs from a baseline on the same orders: `names` are theirs, `costs` what each order cost under
/// either, in minor units; `sampling` is how many histories are resampled and from which seed.
///
/// # Errors
/// [`AllocationError::Overflow`] when the differences sum to more than money can hold.
///
/// ```
/// use oms_core::allocation::backtest::paired_difference;
/// use oms_core::value::Currency;
///
/// let (new, old) = ([900, 700, 800, 950], [1000, 700, 900, 900]);
/// let found = paired_difference(("new", "old"), (&new, &old), Currency::EUR, (500, 1))?;
/// assert_eq!((found.total.minor(), found.cheaper, found.equal, found.dearer), (-150, 2, 1, 1));
/// assert!(found.low <= found.total && found.total <= found.high);
/// # Ok::<(), oms_core::allocation::AllocationError>(())
/// ```
pub fn paired_difference(
    names: (&str, &str),
    costs: (&[i64], &[i64]),
    currency: Currency,
    sampling: (u32, u64),
) -> Result<PairedDifference, AllocationError> {
    let paired: Vec<i64> = costs.0.iter().zip(costs.1).map(|(own, base)| own.saturating_sub(*base)).collect();
    let (low, high) = interval(&paired, sampling.0, sampling.1);
    let count = |test: fn(i64) -> bool| paired.iter().filter(|one| test(**one)).count() as u64;
    Ok(PairedDifference {
        strategy: names.0.to_owned(),
        baseline: names.1.to_owned(),
        total: money(paired.iter().map(|one| i128::from(*one)).sum(), currency)?,
        low: money(low, currency)?,
        high: money(high, currency)?,
        cheaper: count(|one| one < 0),
        equal: count(|one| one == 0),
        dearer: count(|one| one > 0),
    })
}

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
