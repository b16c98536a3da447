//! What follows when a warehouse rejects units.

use serde::{Deserialize, Serialize};

use crate::value::Problems;

/// What follows when a warehouse rejects units of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RejectionTerms {
    /// For how many hours the node is not asked again for the order.
    #[serde(default = "a_day")]
    pub cool_down_hours: u16,
    /// After how many rejections the order is held for a person to look at; never when absent. Releasing that hold
    /// starts the count anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_attempts: Option<u16>,
    /// For how many hours a node without capacity, or one that is closed, takes no orders at all, where the rejection
    /// does not say until when.
    #[serde(default = "a_day")]
    pub closed_hours: u16,
    /// What becomes of units that were not found.
    #[serde(default)]
    pub not_found: NotFoundEffect,
    /// Whether a count of the SKU at the node is started when units were not found.
    #[serde(default = "yes")]
    pub count_not_found: bool,
}

const fn a_day() -> u16 {
    24
}

const fn yes() -> bool {
    true
}

/// What becomes of units that were not found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NotFoundEffect {
    /// They wait in quality hold until somebody finds them or writes them off.
    #[default]
    Hold,
    /// So do all free units of the SKU at the node: where some are missing, none is trusted.
    HoldAll,
    /// They are written off.
    WriteOff,
}

impl Default for RejectionTerms {
    fn default() -> Self {
        Self {
            cool_down_hours: a_day(),
            max_attempts: None,
            closed_hours: a_day(),
            not_found: NotFoundEffect::default(),
            count_not_found: true,
        }
    }
}

impl RejectionTerms {
    /// Whether they are the default ones.
    #[must_use]
    pub fn is_standard(&self) -> bool {
        *self == Self::default()
    }

    /// Everything wrong with them: an order gets at least one attempt.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.max_attempts == Some(0) {
            problems.add("input.out_of_range", "/maxAttempts", "an order gets at least one attempt");
        }
        problems
    }
}
