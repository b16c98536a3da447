//! Instants and windows. The core never reads a clock: every instant is an argument.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A moment in UTC. On the wire RFC 3339, such as `2026-11-11T00:00:00Z`.
pub type Instant = chrono::DateTime<chrono::Utc>;

/// Why two instants make no window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the window ends at or before its start")]
pub struct WindowError;

/// A half-open span of time: `from` belongs to it, `until` does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Window {
    /// The first instant inside; open at the start when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Instant>,
    /// The first instant after it; open at the end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

impl Window {
    /// A window without ends.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// The window from one instant up to, but without, another.
    ///
    /// # Errors
    /// [`WindowError`] when it would be empty.
    pub fn new(from: Instant, until: Instant) -> Result<Self, WindowError> {
        if from < until { Ok(Self { from: Some(from), until: Some(until) }) } else { Err(WindowError) }
    }

    /// Whether the instant lies inside.
    #[must_use]
    pub fn contains(&self, at: Instant) -> bool {
        self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until)
    }
}
