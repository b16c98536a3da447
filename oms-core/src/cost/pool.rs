//! Units that are valued together.

use serde::{Deserialize, Serialize};

use crate::value::Money;

/// Units that are valued together: a layer, or everything under an average.
///
/// The first `j` of its `units` cost `round_half_up(value · j / units)`, and the units from `i` to `j` the difference.
/// So it makes no difference in which lots the units leave, and the last one takes what is left, to the minor unit.
///
/// ```
/// use oms_core::cost::CostPool;
/// use oms_core::value::{Currency, Money};
/// let mut pool = CostPool::new(3, Money::from_minor(1000, Currency::EUR));
/// let each: Vec<i64> = (0..3).map(|_| pool.take(1).minor()).collect();
/// assert_eq!(each, [333, 334, 333]);
/// assert_eq!((pool.left(), pool.left_value().minor()), (0, 0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostPool"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostPool {
    /// How many units were valued together when that was last done.
    pub units: i64,
    /// How many of them have left since.
    pub taken: i64,
    /// What all the units cost together, those that have left included.
    pub value: Money,
}

impl CostPool {
    /// Units that are all there.
    #[must_use]
    pub const fn new(units: i64, value: Money) -> Self {
        Self { units, taken: 0, value }
    }

    /// How many units are left.
    #[must_use]
    pub const fn left(self) -> i64 {
        self.units.saturating_sub(self.taken)
    }

    /// What the units that are left cost together.
    #[must_use]
    pub fn left_value(self) -> Money {
        minus(self.value, share(self.value, self.taken, self.units))
    }

    /// What the next so many units cost; no more than there are.
    #[must_use]
    pub fn cost_of(self, units: i64) -> Money {
        let until = self.taken.saturating_add(units.clamp(0, self.left().max(0)));
        minus(share(self.value, until, self.units), share(self.value, self.taken, self.units))
    }

    /// Takes the next so many units and says what they cost.
    pub fn take(&mut self, units: i64) -> Money {
        let cost = self.cost_of(units);
        self.taken = self.taken.saturating_add(units.clamp(0, self.left().max(0)));
        cost
    }

    /// The pool after the next so many units have left; nothing when it is empty then.
    #[must_use]
    pub fn without(mut self, units: i64) -> Option<Self> {
        let _ = self.take(units);
        (self.left() > 0).then_some(self)
    }

    /// Values more units together with those that are left.
    #[must_use]
    pub fn with(self, units: i64, value: Money) -> Self {
        Self::new(self.left().saturating_add(units), plus(self.left_value(), value))
    }
}

/// `round_half_up(value · part / whole)`, halves away from zero; nothing of nothing.
pub(super) fn share(value: Money, part: i64, whole: i64) -> Money {
    if whole <= 0 {
        return Money::zero(value.currency());
    }
    let whole = i128::from(whole);
    // Both factors are below 2^63, so the product fits.
    let product = i128::from(value.minor()).saturating_mul(i128::from(part));
    let (quotient, rest) = (product / whole, product % whole);
    let away = if rest.abs().saturating_mul(2) >= whole { product.signum() } else { 0 };
    clamped(quotient.saturating_add(away), value)
}

pub(super) fn plus(left: Money, right: Money) -> Money {
    Money::from_minor(left.minor().saturating_add(right.minor()), left.currency())
}

pub(super) fn minus(left: Money, right: Money) -> Money {
    Money::from_minor(left.minor().saturating_sub(right.minor()), left.currency())
}

/// The largest or smallest amount where the figure is beyond it; the book's limits refuse such figures.
fn clamped(minor: i128, like: Money) -> Money {
    let edge = if minor < 0 { i64::MIN } else { i64::MAX };
    Money::from_minor(i64::try_from(minor).unwrap_or(edge), like.currency())
}
