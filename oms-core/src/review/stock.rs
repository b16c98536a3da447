//! Is it there?

use std::collections::BTreeMap;

use super::ReviewFacts;
use crate::order::{HoldReason, Order, ReviewFinding};
use crate::value::{LineId, SkuId, Text};

/// Lines whose open units are more than could be promised; lines that share a SKU share its units.
pub(super) fn short(order: &Order, facts: &ReviewFacts<'_>) -> Option<ReviewFinding> {
    let promiseable = facts.promiseable.as_ref()?;
    let mut wanted: BTreeMap<&SkuId, i64> = BTreeMap::new();
    for line in &order.lines {
        *wanted.entry(&line.sku).or_default() += line.open().signed();
    }
    let is_short = |sku: &SkuId| {
        let wanted = wanted.get(sku).copied().unwrap_or_default();
        wanted > promiseable.get(sku).copied().unwrap_or_default()
    };
    let lines: Vec<LineId> = (order.lines.iter())
        .filter(|line| !line.open().is_zero() && is_short(&line.sku))
        .map(|line| line.id.clone())
        .collect();
    if lines.is_empty() {
        return None;
    }
    let note = Text::new(format!("{} lines want more than can be promised", lines.len()));
    Some(ReviewFinding { reason: HoldReason::InventoryOutOfStock, lines, note: note.unwrap_or_default() })
}
