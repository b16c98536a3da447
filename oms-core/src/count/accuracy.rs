//! How well the book knows what is there.

use crate::value::Ratio;

/// Inventory record accuracy by units: `1 − Σ|counted − book| / Σ book`, exact; see the cycle-counting literature (for
/// example Piasecki, *Inventory Accuracy: People, Processes, & Technology*).
///
/// Takes pairs of book and counted units. Differences do not cancel each other out, and the figure is below zero when
/// they are larger than the book. `None` when the book knows no unit.
///
/// ```
/// use oms_core::count::count_accuracy;
/// use oms_core::value::Ratio;
/// assert_eq!(count_accuracy([(100, 97), (50, 52)]), Ratio::new(29, 30)); // 1 − 5/150
/// assert_eq!(count_accuracy([(0, 3)]), None);
/// ```
#[must_use]
pub fn count_accuracy(pairs: impl IntoIterator<Item = (i64, i64)>) -> Option<Ratio> {
    let (mut book, mut off) = (0_i128, 0_i128);
    for (expected, counted) in pairs {
        let (expected, counted) = (i128::from(expected), i128::from(counted));
        book = book.saturating_add(expected);
        off = off.saturating_add(counted.saturating_sub(expected).saturating_abs());
    }
    (book > 0).then(|| Ratio::new(book.saturating_sub(off), book)).flatten()
}
