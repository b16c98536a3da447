//! Lines that wait, and the order in which they stand.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::value::{Instant, LineId, Money, OrderId, Problems, Quantity, QuantityError, SkuId};

/// A line that waits for units. Order and line name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackorderEntry {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// What it waits for.
    pub sku: SkuId,
    /// How many units it waits for, at least one.
    pub quantity: Quantity,
    /// The class of buyers it is for; higher classes come first, 0 is everybody.
    #[serde(default)]
    pub class: u32,
    /// Until when it should be served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// What serving all its units earns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<Money>,
    /// Since when the line has been waiting: its first wait, which no split and no edit makes later.
    pub waiting_since: Instant,
}

/// What decides who stands before whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QueueKey {
    /// The higher class.
    Class,
    /// The earlier due date; without one last.
    Due,
    /// The higher margin; without one last.
    Margin,
    /// The longer wait.
    Age,
    /// The fewer units.
    Quantity,
}

impl QueueKey {
    /// Class, due date, margin, age: what holds unless other keys are named.
    pub const STANDARD: [Self; 4] = [Self::Class, Self::Due, Self::Margin, Self::Age];

    fn compare(self, a: &BackorderEntry, b: &BackorderEntry) -> Ordering {
        match self {
            Self::Class => b.class.cmp(&a.class),
            Self::Due => (a.due.is_none(), a.due).cmp(&(b.due.is_none(), b.due)),
            Self::Margin => Reverse(minor(a)).cmp(&Reverse(minor(b))),
            Self::Age => a.waiting_since.cmp(&b.waiting_since),
            Self::Quantity => a.quantity.cmp(&b.quantity),
        }
    }
}

/// The margin in minor units; `None`, which is below everything, without one.
fn minor(entry: &BackorderEntry) -> Option<i64> {
    entry.margin.map(Money::minor)
}

/// Puts lines into their order: by each key in turn, then age, order id and line id, so that no tie is left.
///
/// ```
/// use oms_core::backorder::{BackorderEntry, QueueKey, sort_queue};
/// let mut queue: Vec<BackorderEntry> = serde_json::from_str(r#"[
///     {"order": "b", "line": "1", "sku": "mug", "quantity": 2, "waitingSince": "2026-11-02T00:00:00Z"},
///     {"order": "a", "line": "1", "sku": "mug", "quantity": 9, "waitingSince": "2026-11-03T00:00:00Z", "class": 1},
///     {"order": "c", "line": "1", "sku": "mug", "quantity": 1, "waitingSince": "2026-11-01T00:00:00Z"}]"#)?;
/// sort_queue(&mut queue, &QueueKey::STANDARD);
/// let ids: Vec<_> = queue.iter().map(|entry| entry.order.as_str()).collect();
/// assert_eq!(ids, ["a", "c", "b"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn sort_queue(entries: &mut [BackorderEntry], keys: &[QueueKey]) {
    entries.sort_by(|a, b| compare(keys, a, b));
}

pub(super) fn compare(keys: &[QueueKey], a: &BackorderEntry, b: &BackorderEntry) -> Ordering {
    let by_keys = keys.iter().map(|key| key.compare(a, b)).find(|order| order.is_ne());
    by_keys
        .unwrap_or(Ordering::Equal)
        .then_with(|| (a.waiting_since, &a.order, &a.line).cmp(&(b.waiting_since, &b.order, &b.line)))
}

impl BackorderEntry {
    /// The line with another number of units. It keeps its place: an edit is no reason to wait again.
    #[must_use]
    pub fn with_quantity(self, quantity: Quantity) -> Self {
        Self { quantity, ..self }
    }

    /// Moves some of its units to another line, such as that of an order split off. Both keep the place.
    ///
    /// # Errors
    /// [`QuantityError`] when it has fewer units.
    pub fn split_off(
        self,
        order: OrderId,
        line: LineId,
        quantity: Quantity,
    ) -> Result<(Self, Self), QuantityError> {
        let rest = self.quantity.checked_sub(quantity)?;
        let moved = Self { order, line, quantity, ..self.clone() };
        Ok((self.with_quantity(rest), moved))
    }
}

/// Everything wrong with lines that wait: none twice, at least one unit each, margins in one currency that sum.
pub(super) fn entry_problems(entries: &[BackorderEntry], path: &str) -> Problems {
    let mut problems = Problems::new();
    let mut seen = BTreeSet::new();
    let currency = entries.iter().find_map(|entry| entry.margin).map(Money::currency);
    let mut margins = 0_i64;
    for (at, entry) in entries.iter().enumerate() {
        if !seen.insert((&entry.order, &entry.line)) {
            let message = format!("line `{}` of order `{}` stands here twice", entry.line, entry.order);
            problems.add("backorder.duplicate_line", format!("{path}/{at}/line"), message);
        }
        if entry.quantity.is_zero() {
            problems.add("input.out_of_range", format!("{path}/{at}/quantity"), "name at least one unit");
        }
        let Some(margin) = entry.margin else { continue };
        if currency.is_some_and(|currency| currency != margin.currency()) {
            let message = "the margins are in several currencies; convert them first";
            problems.add("money.currency_mismatch", format!("{path}/{at}/margin/currency"), message);
        }
        match margin.minor().checked_abs().and_then(|size| margins.checked_add(size)) {
            Some(sum) => margins = sum,
            None => {
                problems.add("money.overflow", format!("{path}/{at}/margin"), "the margins do not sum");
            }
        }
    }
    problems
}
