//! The status of a transfer, derived from where its units are.

use serde::{Deserialize, Serialize};

use super::{Transfer, TransferLine};
use crate::value::Quantity;

/// What a transfer as a whole is waiting for. Derived from the units, never stored.
///
/// The first row that holds counts, cancelled units left out:
///
/// | status | holds when |
/// | --- | --- |
/// | `cancelled` | no unit is left |
/// | `closed` | it was closed |
/// | `received` | all units have arrived |
/// | `part_received` | some have |
/// | `shipped` | some have left |
/// | `allocated` | some are set aside at the source |
/// | `approved` | it was approved |
/// | `draft` | otherwise |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TransferStatus {
    /// It has to be approved.
    Draft,
    /// It waits for stock.
    Approved,
    /// Some units are set aside, none has left.
    Allocated,
    /// Some units have left, none has arrived.
    Shipped,
    /// Some units have arrived.
    PartReceived,
    /// All units have arrived.
    Received,
    /// Done; nothing more is expected.
    Closed,
    /// No unit is wanted any more.
    Cancelled,
}

impl TransferStatus {
    /// All of them, in the order of a transfer's life.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Approved,
        Self::Allocated,
        Self::Shipped,
        Self::PartReceived,
        Self::Received,
        Self::Closed,
        Self::Cancelled,
    ];

    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Allocated => "allocated",
            Self::Shipped => "shipped",
            Self::PartReceived => "part_received",
            Self::Received => "received",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl std::fmt::Display for TransferStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Transfer {
    /// The status, by the table at [`TransferStatus`].
    #[must_use]
    pub fn status(&self) -> TransferStatus {
        let sum = |of: fn(&TransferLine) -> Quantity| -> u64 {
            self.lines.iter().map(|line| u64::from(of(line).units())).sum()
        };
        let active = sum(TransferLine::active);
        let received = sum(|line| line.received);
        match () {
            () if active == 0 => TransferStatus::Cancelled,
            () if self.closed_at.is_some() => TransferStatus::Closed,
            () if received == active => TransferStatus::Received,
            () if received > 0 || sum(|line| line.over) > 0 => TransferStatus::PartReceived,
            () if sum(|line| line.in_transit) > 0 => TransferStatus::Shipped,
            () if sum(|line| line.allocated) > 0 => TransferStatus::Allocated,
            () if self.approval.is_some() => TransferStatus::Approved,
            () => TransferStatus::Draft,
        }
    }
}
