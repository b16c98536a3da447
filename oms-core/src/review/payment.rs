//! Is it paid?

use super::ReviewFacts;
use crate::order::{HoldReason, Order, ReviewFinding};
use crate::value::Text;

/// A prepaid order on which less was paid than is due.
pub(super) fn unpaid(order: &Order, _: &ReviewFacts<'_>) -> Option<ReviewFinding> {
    if order.is_settled() {
        return None;
    }
    let (due, paid) = (order.due().ok()?, order.paid().ok()?);
    let note = Text::new(format!("{paid} of {due} paid")).unwrap_or_default();
    Some(ReviewFinding { reason: HoldReason::AwaitingPayment, lines: vec![], note })
}
