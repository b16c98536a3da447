//! When which cell is due for a count.

use std::collections::BTreeSet;

use chrono::Months;
use serde::{Deserialize, Serialize};

use super::CountError;
use crate::value::{Instant, NodeId, Problems, SkuId};

/// How much a SKU matters: by the usual ABC analysis (Dickie 1951) A is the few that make most of the value, C the many
/// that make little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AbcClass {
    /// Counted every month.
    A,
    /// Counted every quarter.
    B,
    /// Counted every year.
    C,
}

/// A cell to plan for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountScheduleCell {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How much it matters.
    pub class: AbcClass,
    /// When it was counted last; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_at: Option<Instant>,
}

/// What a schedule is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountScheduleRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountScheduleRequest {
    /// The instant from which it is looked at.
    pub at: Instant,
    /// The cells.
    pub cells: Vec<CountScheduleCell>,
}

/// When a cell is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountDue {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How much it matters.
    pub class: AbcClass,
    /// When it is due; absent when it was never counted and so is due at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Instant>,
    /// Whether that is now or past.
    pub due: bool,
    /// How many whole days of 24 hours it is overdue; 0 when it is not, or was never counted.
    pub overdue_days: i64,
}

/// When all the cells are due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountSchedule"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountSchedule {
    /// The cells: those never counted first, then by instant due, class, SKU and node.
    pub cells: Vec<CountDue>,
}

impl AbcClass {
    /// Months from one count to the next: 1, 3 and 12.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::A => 1,
            Self::B => 3,
            Self::C => 12,
        }
    }

    /// When a cell counted at an instant is due again: so many calendar months later in UTC, at the month's last day
    /// where it has no such day. `None` beyond the calendar.
    #[must_use]
    pub fn due_after(self, counted_at: Instant) -> Option<Instant> {
        counted_at.checked_add_months(Months::new(self.months()))
    }
}

/// Says when each cell is due for a count: A monthly, B quarterly, C yearly. `O(n log n)`.
///
/// # Errors
/// [`CountError::Invalid`] for a cell named twice, or one counted after the instant asked for.
///
/// ```
/// use oms_core::count::{CountScheduleRequest, count_schedule};
/// let request: CountScheduleRequest = serde_json::from_str(
///     r#"{"at": "2026-03-05T00:00:00Z", "cells": [
///         {"sku": "mug", "node": "berlin", "class": "a", "countedAt": "2026-01-31T08:00:00Z"},
///         {"sku": "cup", "node": "berlin", "class": "c", "countedAt": "2026-01-31T08:00:00Z"}]}"#,
/// )?;
/// let schedule = count_schedule(&request)?;
/// assert_eq!(schedule.cells[0].due_at.unwrap().to_rfc3339(), "2026-02-28T08:00:00+00:00");
/// assert_eq!((schedule.cells[0].overdue_days, schedule.cells[1].due), (4, false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn count_schedule(request: &CountScheduleRequest) -> Result<CountSchedule, CountError> {
    let mut problems = Problems::new();
    let mut seen = BTreeSet::new();
    let mut cells = Vec::with_capacity(request.cells.len());
    for (index, cell) in request.cells.iter().enumerate() {
        if !seen.insert((&cell.sku, &cell.node)) {
            let message = format!("`{}` at `{}` stands here twice", cell.sku, cell.node);
            problems.add("count.duplicate_cell", format!("/cells/{index}"), message);
        }
        let due_at = cell.counted_at.and_then(|counted_at| cell.class.due_after(counted_at));
        if cell.counted_at.is_some_and(|counted_at| counted_at > request.at || due_at.is_none()) {
            let message = "name the instant of a count that has been, not of one to come";
            problems.add("input.out_of_range", format!("/cells/{index}/countedAt"), message);
        }
        let overdue = due_at.map_or(0, |due_at| request.at.signed_duration_since(due_at).num_days());
        cells.push(CountDue {
            sku: cell.sku.clone(),
            node: cell.node.clone(),
            class: cell.class,
            due_at,
            due: due_at.is_none_or(|due_at| due_at <= request.at),
            overdue_days: overdue.max(0),
        });
    }
    if !problems.is_empty() {
        return Err(CountError::Invalid(problems));
    }
    cells.sort_by(|a, b| (a.due_at, a.class, &a.sku, &a.node).cmp(&(b.due_at, b.class, &b.sku, &b.node)));
    Ok(CountSchedule { cells })
}
