//! What can be asked of a transfer.

use super::TransferUnits;
use crate::value::{ActorId, Instant, Text};

/// A command to a transfer that exists; see [`Transfer::decide`](super::Transfer::decide).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransferCommand {
    /// Let it go ahead.
    Approve {
        /// Who says so.
        by: ActorId,
    },
    /// Set units aside at the source; all open ones when none is named.
    Allocate(Vec<TransferUnits>),
    /// Units leave the source; all allocated ones when none is named.
    Ship {
        /// Units by SKU.
        units: Vec<TransferUnits>,
        /// When they should arrive, when that is known better now.
        expected_at: Option<Instant>,
    },
    /// Units arrive; all in transit when none is named. What arrives beyond what is in transit needs a reason.
    Receive {
        /// Units by SKU, as counted.
        units: Vec<TransferUnits>,
        /// Why more arrive than were sent.
        reason: Text,
    },
    /// Cancel units that have not left, open ones before allocated ones; all such units when none is named.
    Cancel {
        /// Units by SKU.
        units: Vec<TransferUnits>,
        /// Why.
        reason: Text,
    },
    /// Nothing more is expected: what has not left is cancelled, what has not arrived is lost and needs a reason.
    Close {
        /// Why units are lost.
        reason: Text,
    },
}

/// The kinds of command, as the transition table knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransferCommandKind {
    /// Let it go ahead.
    Approve,
    /// Set units aside.
    Allocate,
    /// Units leave.
    Ship,
    /// Units arrive.
    Receive,
    /// Cancel units.
    Cancel,
    /// Nothing more is expected.
    Close,
}

impl TransferCommandKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Approve, Self::Allocate, Self::Ship, Self::Receive, Self::Cancel, Self::Close];

    /// The verb used in messages and pictures.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Allocate => "allocate",
            Self::Ship => "ship",
            Self::Receive => "receive",
            Self::Cancel => "cancel",
            Self::Close => "close",
        }
    }
}

impl std::fmt::Display for TransferCommandKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TransferCommand {
    /// The kind, for the transition table.
    #[must_use]
    pub const fn kind(&self) -> TransferCommandKind {
        match self {
            Self::Approve { .. } => TransferCommandKind::Approve,
            Self::Allocate(_) => TransferCommandKind::Allocate,
            Self::Ship { .. } => TransferCommandKind::Ship,
            Self::Receive { .. } => TransferCommandKind::Receive,
            Self::Cancel { .. } => TransferCommandKind::Cancel,
            Self::Close { .. } => TransferCommandKind::Close,
        }
    }
}
