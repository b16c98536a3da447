//! Do we know what it is?

use super::ReviewFacts;
use crate::order::{HoldReason, Order, ReviewFinding};
use crate::value::{LineId, Text};

/// Lines whose SKU is not in the catalogue.
pub(super) fn unknown(order: &Order, facts: &ReviewFacts<'_>) -> Option<ReviewFinding> {
    let lines: Vec<LineId> = (order.lines.iter())
        .filter(|line| !line.active().is_zero() && !facts.known_skus.contains(&line.sku))
        .map(|line| line.id.clone())
        .collect();
    if lines.is_empty() {
        return None;
    }
    let note = Text::new(format!("{} lines name a SKU that is not in the catalogue", lines.len()));
    Some(ReviewFinding { reason: HoldReason::UnmappedSku, lines, note: note.unwrap_or_default() })
}
