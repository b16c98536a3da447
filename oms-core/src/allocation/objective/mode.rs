//! In which order goals come, and how much the plain costs weigh.

use serde::{Deserialize, Serialize};

use super::{is_whole, whole};
use crate::allocation::constraint::Check;

/// What a plan is to do well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// As many units as possible ship.
    Filled,
    /// As few shipments as possible.
    Splits,
    /// As few shipments as possible with a line that arrives after what was promised.
    Late,
    /// As little money as possible, all terms together.
    Cost,
}

/// How much the plain costs weigh, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObjectiveWeights {
    /// Of freight.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub freight_per_mille: u32,
    /// Of handling.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub handling_per_mille: u32,
    /// Of splits.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub split_per_mille: u32,
}

impl Default for ObjectiveWeights {
    fn default() -> Self {
        Self { freight_per_mille: 1000, handling_per_mille: 1000, split_per_mille: 1000 }
    }
}

impl ObjectiveWeights {
    /// Whether all are the whole.
    #[must_use]
    pub fn is_standard(&self) -> bool {
        *self == Self::default()
    }
}

/// A goal stands once.
pub(super) fn check(goals: &[Goal], check: &mut Check<'_>) {
    for (at, goal) in goals.iter().enumerate() {
        if goals.iter().take(at).any(|other| other == goal) {
            check.add("allocation.duplicate_goal", &format!("/goals/{at}"), "the goal stands before already");
        }
    }
}
