//! Splitting money so that the parts sum to the whole.

use serde::{Deserialize, Serialize};

use super::{Money, MoneyError};

/// Which part gets the minor units that do not divide evenly. All rules hand out whole minor units that sum to
/// the amount; ties go to the part that stands first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SplitRule {
    /// Largest remainder (Hamilton): each part is its exact share rounded down or up, never further off.
    #[default]
    LargestRemainder,
    /// Highest average (D'Hondt, Jefferson): left-overs lean towards the larger parts. Some shops split
    /// discounts this way; choose it to reproduce their cents.
    HighestAverage,
}

/// A split whose parts have upper limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CappedSplit {
    /// The parts, in the order of the weights.
    pub parts: Vec<Money>,
    /// What no part had room for.
    pub rest: Money,
}

impl Money {
    /// Splits the amount by weights with the largest-remainder rule; the parts sum to the amount.
    ///
    /// Negative amounts split like positive ones with the sign put back. `O(n log n)`.
    ///
    /// # Errors
    /// [`MoneyError::NoParts`] when the amount is not zero and no weight is.
    ///
    /// ```
    /// use oms_core::value::{Currency, Money};
    /// let parts = Money::from_minor(1000, Currency::EUR).split(&[3333, 3333, 3334])?;
    /// assert_eq!(parts.iter().map(|part| part.minor()).collect::<Vec<_>>(), [333, 333, 334]);
    /// # Ok::<(), oms_core::value::MoneyError>(())
    /// ```
    pub fn split(self, weights: &[u64]) -> Result<Vec<Self>, MoneyError> {
        self.split_by(weights, SplitRule::LargestRemainder)
    }

    /// Splits the amount by weights with a chosen rule; the parts sum to the amount.
    ///
    /// # Errors
    /// [`MoneyError::NoParts`] when the amount is not zero and no weight is.
    pub fn split_by(self, weights: &[u64], rule: SplitRule) -> Result<Vec<Self>, MoneyError> {
        let parts = apportion(self.minor().unsigned_abs(), weights, rule).ok_or(MoneyError::NoParts)?;
        parts.into_iter().map(|part| self.signed(part)).collect()
    }

    /// Splits the amount by weights, no part beyond its cap; what a full part cannot take goes to the others by
    /// their weights, and what nobody can take is returned as `rest`.
    ///
    /// Caps are sizes: for a discount on items with floors, give price less floor.
    ///
    /// # Errors
    /// [`MoneyError::NoParts`] when weights and caps differ in number.
    ///
    /// ```
    /// use oms_core::value::{Currency, Money};
    /// let discount = Money::from_minor(-1200, Currency::EUR);
    /// let split = discount.split_capped(&[1000, 2000, 5000, 3000], &[1000, 100, 0, 400])?;
    /// assert_eq!(split.parts.iter().map(|part| part.minor()).collect::<Vec<_>>(), [-700, -100, 0, -400]);
    /// # Ok::<(), oms_core::value::MoneyError>(())
    /// ```
    pub fn split_capped(self, weights: &[u64], caps: &[u64]) -> Result<CappedSplit, MoneyError> {
        if weights.len() != caps.len() {
            return Err(MoneyError::NoParts);
        }
        let mut taken = vec![0_u64; weights.len()];
        let mut left = self.minor().unsigned_abs();
        while left > 0 {
            let open: Vec<u64> = (weights.iter().zip(caps).zip(&taken))
                .map(|((&weight, cap), taken)| if taken < cap { weight } else { 0 })
                .collect();
            let Some(shares) = apportion(left, &open, SplitRule::LargestRemainder) else { break };
            let before = left;
            for ((taken, cap), share) in taken.iter_mut().zip(caps).zip(shares) {
                let part = share.min(cap.saturating_sub(*taken));
                *taken += part;
                left -= part;
            }
            if left == before {
                break;
            }
        }
        let parts = taken.into_iter().map(|part| self.signed(part)).collect::<Result<_, _>>()?;
        Ok(CappedSplit { parts, rest: self.signed(left)? })
    }

    fn signed(self, size: u64) -> Result<Self, MoneyError> {
        self.with_minor(i128::from(size).saturating_mul(i128::from(self.minor().signum())))
    }
}

/// Hands out `amount` whole units by weights; `None` when there is something to hand out and no weight.
fn apportion(amount: u64, weights: &[u64], rule: SplitRule) -> Option<Vec<u64>> {
    let total: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
    if total == 0 {
        return (amount == 0).then(|| vec![0; weights.len()]);
    }
    // amount < 2^64 and weight < 2^64, so the product fits u128.
    let exact = |weight: u64| u128::from(amount) * u128::from(weight);
    let mut parts: Vec<u64> =
        weights.iter().map(|&weight| u64::try_from(exact(weight) / total).unwrap_or(u64::MAX)).collect();
    let given: u128 = parts.iter().map(|&part| u128::from(part)).sum();
    let missing = usize::try_from(u128::from(amount).saturating_sub(given)).unwrap_or(0);
    match rule {
        SplitRule::LargestRemainder => {
            let mut order: Vec<usize> = (0..weights.len()).collect();
            let remainder = |at: usize| weights.get(at).map_or(0, |&weight| exact(weight) % total);
            order.sort_by_key(|&at| (std::cmp::Reverse(remainder(at)), at));
            for part in order.into_iter().take(missing) {
                if let Some(part) = parts.get_mut(part) {
                    *part += 1;
                }
            }
        }
        SplitRule::HighestAverage => {
            for _ in 0..missing {
                give_to_highest_average(&mut parts, weights);
            }
        }
    }
    Some(parts)
}

fn give_to_highest_average(parts: &mut [u64], weights: &[u64]) {
    let mut best: Option<usize> = None;
    for at in 0..weights.len() {
        let average =
            |at: usize| Some((u128::from(*weights.get(at)?), u128::from(*parts.get(at)?).saturating_add(1)));
        let higher = match (best.and_then(average), average(at)) {
            // a/b < c/d compared by cross products; both factors are below 2^65.
            (Some((a, b)), Some((c, d))) => a.saturating_mul(d) < c.saturating_mul(b),
            _ => true,
        };
        if higher {
            best = Some(at);
        }
    }
    if let Some(part) = best.and_then(|at| parts.get_mut(at)) {
        *part += 1;
    }
}
