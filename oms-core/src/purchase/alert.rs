//! Low-stock alerts with two marks, so that a figure that hovers around one of them does not flap.

use serde::{Deserialize, Serialize};

use crate::value::{Instant, NodeId, Problems, Quantity};

/// Where an alert is raised and where it is cleared: below `low` it rises, above `high` it clears, between them it
/// stays as it is (hysteresis, as in a Schmitt trigger).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlertMarks {
    /// Fewer free units than this raise the alert.
    pub low: Quantity,
    /// More free units than this clear it; at least `low`.
    pub high: Quantity,
}

impl AlertMarks {
    /// Everything wrong with the marks: the upper must not be below the lower.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.high < self.low {
            problems.add("input.out_of_range", "/high", "the upper mark must not be below the lower one");
        }
        problems
    }

    /// Whether the alert is raised after seeing so many free units, given whether it was before.
    ///
    /// ```
    /// use oms_core::purchase::AlertMarks;
    /// use oms_core::value::Quantity;
    /// let marks = AlertMarks { low: Quantity::new(20), high: Quantity::new(30) };
    /// let seen = [25, 19, 20, 30, 31, 25];
    /// let raised = seen.into_iter().scan(false, |raised, units| {
    ///     *raised = marks.raised(*raised, units);
    ///     Some(*raised)
    /// });
    /// assert_eq!(raised.collect::<Vec<_>>(), [false, true, true, true, false, false]);
    /// ```
    #[must_use]
    pub fn raised(&self, before: bool, free: i64) -> bool {
        if before { free <= self.high.signed() } else { free < self.low.signed() }
    }
}

/// A raised alert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockAlert {
    /// The node; all active nodes together when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// The marks that held when it was raised.
    pub marks: AlertMarks,
    /// The free units that raised it.
    pub free: i64,
    /// When.
    pub raised_at: Instant,
}
