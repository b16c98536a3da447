//! Does it add up?

use super::ReviewFacts;
use crate::order::{HoldReason, Order, ReviewFinding};
use crate::value::{Money, Text};

/// A stated total that differs from the sum of the parts by more than the tolerance.
pub(super) fn mismatch(order: &Order, facts: &ReviewFacts<'_>) -> Option<ReviewFinding> {
    let stated = order.stated_total?;
    let total = order.total().ok()?;
    let tolerance = facts.policy.amount_tolerance.filter(|money| money.currency() == order.currency);
    let allowed = tolerance.unwrap_or(Money::zero(order.currency)).minor().unsigned_abs();
    let apart = stated.checked_sub(total).ok()?.minor().unsigned_abs();
    if apart <= allowed {
        return None;
    }
    let note =
        Text::new(format!("the channel states {stated}, the parts sum to {total}")).unwrap_or_default();
    Some(ReviewFinding { reason: HoldReason::AmountMismatch, lines: vec![], note })
}
