//! How many days of capacity a backlog fills.

use serde::{Deserialize, Serialize};

use crate::value::Ratio;

/// Work that waits, and what can be done of it day by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BacklogQuestion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacklogQuestion {
    /// What can be done on each day from today on; nothing on a holiday.
    pub capacities: Vec<u32>,
    /// What waits.
    pub backlog: u64,
}

/// How many days of capacity a backlog fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BacklogUtilisation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacklogUtilisation {
    /// Full working days and the part of the last one, exactly; absent when the days given do not suffice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<BacklogEnd>,
    /// What is left after the days given.
    pub left: u64,
}

/// When a backlog is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BacklogEnd {
    /// The full working days and the part of the last one; days without capacity are no part of it.
    pub utilisation: Ratio,
    /// How many calendar days it takes, those without capacity included: 1 when it is done today, 0 without a backlog.
    pub calendar_days: u32,
}

/// How many days of capacity a backlog `B` fills: `k + (B − Σ_{i<k} c_i) / c_k` with the smallest `k` for which the
/// fraction is at most 1, over the days with capacity (the cumulative capacity utilisation of IBM's Fulfillment
/// Optimizer, in our own formula). `O(days)`.
///
/// ```
/// use oms_core::network::{BacklogQuestion, backlog_utilisation};
/// use oms_core::value::Ratio;
/// let question = |backlog| BacklogQuestion { capacities: vec![50, 60, 185, 250, 300, 400], backlog };
/// let utilisation = |backlog| backlog_utilisation(&question(backlog)).end.map(|end| end.utilisation);
/// assert_eq!(utilisation(40), Ratio::new(4, 5));
/// assert_eq!(utilisation(1036), Ratio::new(2191, 400)); // 5.4775
/// assert_eq!(utilisation(1246), None);
/// ```
#[must_use]
pub fn backlog_utilisation(question: &BacklogQuestion) -> BacklogUtilisation {
    let mut left = question.backlog;
    if left == 0 {
        let end = Ratio::new(0, 1).map(|utilisation| BacklogEnd { utilisation, calendar_days: 0 });
        return BacklogUtilisation { end, left };
    }
    let mut full_days = 0_i128;
    for (day, capacity) in (1_u32..).zip(&question.capacities) {
        let capacity = u64::from(*capacity);
        if capacity == 0 {
            continue;
        }
        if left <= capacity {
            let (left, capacity) = (i128::from(left), i128::from(capacity));
            let num = full_days.saturating_mul(capacity).saturating_add(left);
            let end = Ratio::new(num, capacity);
            let end = end.map(|utilisation| BacklogEnd { utilisation, calendar_days: day });
            return BacklogUtilisation { end, left: 0 };
        }
        left = left.saturating_sub(capacity);
        full_days = full_days.saturating_add(1);
    }
    BacklogUtilisation { end: None, left }
}
