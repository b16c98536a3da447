//! When a figure is worth sending, and the levels at which somebody wants to hear of it.

use serde::{Deserialize, Serialize};

use super::PublishedFigure;
use crate::value::{Instant, Problems, Quantity};

/// When a figure is worth sending. One that gets to zero, leaves it or falls always is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PushRule {
    /// The smallest rise that is worth it; 1 by default, which is every rise.
    #[serde(default = "one")]
    pub min_change: Quantity,
    /// After how many seconds the channel is told again, whatever has changed; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age_seconds: Option<u32>,
}

const fn one() -> Quantity {
    Quantity::new(1)
}

impl Default for PushRule {
    fn default() -> Self {
        Self { min_change: one(), max_age_seconds: None }
    }
}

/// Whether a figure is sent, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PushDecision {
    /// Whether it is sent.
    pub due: bool,
    /// Why, or why not.
    pub reason: PushReason,
    /// The change since the last figure sent.
    pub change: i64,
}

/// Why a figure is sent or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PushReason {
    /// Sent: the channel was never told.
    First,
    /// Sent: there are none any more, or some again.
    CrossesZero,
    /// Sent: there are fewer, and the channel could sell what is not there.
    Drops,
    /// Sent: it rose by the smallest change or more.
    Rises,
    /// Sent: the last one is too old.
    Aged,
    /// Not sent: it rose by less than the smallest change.
    SmallRise,
    /// Not sent: it is the same.
    Unchanged,
}

/// Decides whether a figure is sent, given the last one that was.
///
/// ```
/// use oms_core::publish::{PushReason, PushRule, push_decision};
/// let now = "2026-11-11T00:00:00Z".parse()?;
/// assert_eq!(push_decision(&PushRule::default(), None, 0, now).reason, PushReason::First);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn push_decision(
    rule: &PushRule,
    last: Option<&PublishedFigure>,
    value: i64,
    at: Instant,
) -> PushDecision {
    let Some(last) = last else {
        return PushDecision { due: true, reason: PushReason::First, change: value };
    };
    let change = value.saturating_sub(last.value);
    // A clock set back makes no figure old.
    let age = at.signed_duration_since(last.at).num_seconds();
    let aged = rule.max_age_seconds.is_some_and(|most| age >= i64::from(most));
    let (due, reason) = match change {
        1.. if last.value <= 0 => (true, PushReason::CrossesZero),
        ..=-1 if value <= 0 => (true, PushReason::CrossesZero),
        ..=-1 => (true, PushReason::Drops),
        1.. if change >= rule.min_change.signed() => (true, PushReason::Rises),
        _ if aged => (true, PushReason::Aged),
        0 => (false, PushReason::Unchanged),
        _ => (false, PushReason::SmallRise),
    };
    PushDecision { due, reason, change }
}

/// The levels at which somebody wants to hear of a figure: `low ≤ medium ≤ high`, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockBands {
    /// From so many on it is low, below critical.
    pub low: Quantity,
    /// From so many on it is medium.
    pub medium: Quantity,
    /// From so many on it is high.
    pub high: Quantity,
}

/// The band that a figure lies in, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StockBand {
    /// None.
    Out,
    /// Some, but fewer than low.
    Critical,
    /// Low or more.
    Low,
    /// Medium or more.
    Medium,
    /// High or more.
    High,
}

impl StockBands {
    /// The band of a figure.
    #[must_use]
    pub fn band(&self, units: i64) -> StockBand {
        match units {
            ..=0 => StockBand::Out,
            _ if units >= self.high.signed() => StockBand::High,
            _ if units >= self.medium.signed() => StockBand::Medium,
            _ if units >= self.low.signed() => StockBand::Low,
            _ => StockBand::Critical,
        }
    }

    pub(super) fn check(&self, path: &str, problems: &mut Problems) {
        if !(self.low <= self.medium && self.medium <= self.high) {
            problems.add("input.out_of_range", path, "let low be at most medium, and medium at most high");
        }
    }
}
