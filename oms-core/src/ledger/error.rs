//! Why a ledger refuses.

use thiserror::Error;

use super::CellIndex;
use crate::stock::ReservationEnd;

/// Why a ledger refuses. Nothing has changed then. Small, because near the end of a sale most answers are refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// A cell has fewer units than wanted; lines before it could have been held.
    #[error("line {line} wants {wanted} units, {available} are available")]
    Insufficient {
        /// The first line that is short, from 0.
        line: u32,
        /// Units that it wants.
        wanted: u32,
        /// Units that could be taken there, after the lines before it; negative where more was promised than is there.
        available: i64,
    },
    /// A line names a cell that the ledger has not given out.
    #[error("line {line} names a cell that is not known")]
    UnknownCell {
        /// The line, from 0.
        line: u32,
    },
    /// A line wants no unit.
    #[error("line {line} wants no unit")]
    NoUnits {
        /// The line, from 0.
        line: u32,
    },
    /// There is nothing to hold.
    #[error("there is no line")]
    NoLines,
    /// The expiry is not after the ledger's time.
    #[error("the expiry must lie after the ledger's time")]
    ExpiryPassed,
    /// The hold's id was used for other content.
    #[error("the id was used for other content")]
    Reused,
    /// There is no such hold.
    #[error("there is no such hold")]
    UnknownHold,
    /// The hold's time ran out.
    #[error("the hold has expired")]
    Expired,
    /// The hold was confirmed or released.
    #[error("the hold has ended")]
    Ended(
        /// How.
        ReservationEnd,
    ),
    /// A cell would leave its range of 0 to 10¹² units.
    #[error("cell {} would leave its range of 0 to 1000000000000 units", .0.0)]
    OutOfRange(
        /// The cell.
        CellIndex,
    ),
    /// The columns of a batch do not fit each other.
    #[error("the columns of the batch do not fit each other")]
    BadColumns,
    /// Events wait to be drained.
    #[error("events wait to be drained")]
    NotDrained,
    /// The ledger holds as much as its indices can count.
    #[error("the ledger is full: forget holds that have ended")]
    Full,
}

impl LedgerError {
    /// The stable code; where the engine refuses for the same reason, it is the engine's.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Insufficient { .. } => "stock.insufficient",
            Self::UnknownCell { .. } => "ledger.unknown_cell",
            Self::NoUnits { .. } | Self::NoLines | Self::ExpiryPassed => "stock.invalid",
            Self::Reused => "stock.reservation_reused",
            Self::UnknownHold => "stock.reservation_unknown",
            Self::Expired => "stock.reservation_expired",
            Self::Ended(_) => "stock.reservation_ended",
            Self::OutOfRange(_) => "stock.out_of_range",
            Self::BadColumns => "ledger.bad_columns",
            Self::NotDrained => "ledger.not_drained",
            Self::Full => "ledger.full",
        }
    }
}
