//! Why work is not booked.

use chrono::NaiveDate;
use thiserror::Error;

use crate::value::NodeId;

/// Why work is not booked. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CapacityError {
    /// No day on which the order could be worked at the node has room for it.
    #[error("`{node}` has no room for it from {from} to {until}")]
    Exceeded {
        /// The node.
        node: NodeId,
        /// The first day looked at.
        from: NaiveDate,
        /// The last day looked at.
        until: NaiveDate,
    },
    /// The node's calendar has no day for it.
    #[error("`{node}` is never open")]
    NeverOpen {
        /// The node.
        node: NodeId,
    },
}

impl CapacityError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Exceeded { .. } => "capacity.exceeded",
            Self::NeverOpen { .. } => "capacity.never_open",
        }
    }
}
