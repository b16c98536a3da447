//! Many holds in one call, as columns.

use super::StockLedger;
use super::book::Held;
use super::error::LedgerError;
use super::hold::{HoldKey, NEVER};
use super::protocol::nanos;
use crate::stock::ReservationEnd;
use crate::value::Instant;

/// Orders to hold stock for, as columns: order `i` has the id `ids[i]` and the lines `ends[i-1]..ends[i]`.
#[derive(Clone, Copy, Debug)]
pub struct ReserveColumns<'c, K = u64> {
    /// The id of each order's hold.
    pub ids: &'c [K],
    /// Where each order's lines end; rising.
    pub ends: &'c [u32],
    /// The cell of each line, as [`CellIndex`](super::CellIndex) counts.
    pub cells: &'c [u32],
    /// The units of each line.
    pub units: &'c [u32],
}

/// What came of one row of a batch: one byte, for columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum LedgerOutcome {
    /// Done now.
    Done = 0,
    /// Done before, and answered as then.
    Before = 1,
    /// There are not enough units.
    Insufficient = 2,
    /// The row is malformed: no line, no unit, a cell that is not known, an expiry that has passed.
    Invalid = 3,
    /// The id was used for other content.
    Reused = 4,
    /// There is no such hold.
    Unknown = 5,
    /// The hold's time ran out.
    Expired = 6,
    /// The hold had ended another way.
    Ended = 7,
    /// The ledger is full.
    Full = 8,
}

impl LedgerOutcome {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Before => "before",
            Self::Insufficient => "insufficient",
            Self::Invalid => "invalid",
            Self::Reused => "reused",
            Self::Unknown => "unknown",
            Self::Expired => "expired",
            Self::Ended => "ended",
            Self::Full => "full",
        }
    }
}

impl From<Result<Held, LedgerError>> for LedgerOutcome {
    fn from(result: Result<Held, LedgerError>) -> Self {
        match result {
            Ok(Held::Now) => Self::Done,
            Ok(Held::Before) => Self::Before,
            Err(LedgerError::Insufficient { .. }) => Self::Insufficient,
            Err(LedgerError::Reused) => Self::Reused,
            Err(LedgerError::UnknownHold) => Self::Unknown,
            Err(LedgerError::Expired) => Self::Expired,
            Err(LedgerError::Ended(_)) => Self::Ended,
            Err(LedgerError::Full) => Self::Full,
            Err(
                LedgerError::UnknownCell { .. }
                | LedgerError::NoUnits { .. }
                | LedgerError::NoLines
                | LedgerError::ExpiryPassed
                | LedgerError::OutOfRange(_)
                | LedgerError::BadColumns
                | LedgerError::NotDrained,
            ) => Self::Invalid,
        }
    }
}

impl<K: HoldKey> ReserveColumns<'_, K> {
    fn check(&self) -> Result<(), LedgerError> {
        let lines = self.cells.len();
        let rising = self.ends.is_sorted();
        let last = self.ends.last().map_or(0, |end| usize::try_from(*end).unwrap_or(usize::MAX));
        if rising && last == lines && self.units.len() == lines && self.ids.len() == self.ends.len() {
            return Ok(());
        }
        Err(LedgerError::BadColumns)
    }
}

impl<K: HoldKey> StockLedger<K> {
    /// Holds stock for many orders, each all or none, in their order: as so many calls of
    /// [`StockLedger::reserve`] at one instant.
    ///
    /// # Errors
    /// [`LedgerError::BadColumns`]; nothing has changed then.
    pub fn reserve_batch(
        &mut self,
        orders: &ReserveColumns<'_, K>,
        at: Instant,
        expires_at: Option<Instant>,
        outcomes: &mut Vec<LedgerOutcome>,
    ) -> Result<(), LedgerError> {
        orders.check()?;
        self.tick(nanos(at));
        let expires = expires_at.map_or(NEVER, nanos);
        outcomes.reserve(orders.ids.len());
        let (mut cells, mut units, mut from) = (orders.cells, orders.units, 0_u32);
        for (id, end) in orders.ids.iter().zip(orders.ends) {
            let len = usize::try_from(end - from).unwrap_or(usize::MAX);
            let (Some((own_cells, other_cells)), Some((own_units, other_units))) =
                (cells.split_at_checked(len), units.split_at_checked(len))
            else {
                return Err(LedgerError::BadColumns);
            };
            (cells, units, from) = (other_cells, other_units, *end);
            let held = if own_units.is_empty() {
                Err(LedgerError::NoLines)
            } else if own_units.contains(&0) {
                Err(LedgerError::NoUnits { line: 0 })
            } else {
                self.hold(id.clone(), own_cells.iter().copied().zip(own_units.iter().copied()), expires)
            };
            outcomes.push(held.into());
        }
        Ok(())
    }

    /// Confirms or releases many holds, in their order: as so many calls of [`StockLedger::confirm`] and
    /// [`StockLedger::release`] at one instant.
    ///
    /// # Errors
    /// [`LedgerError::BadColumns`]; nothing has changed then.
    pub fn settle_batch(
        &mut self,
        ids: &[K],
        confirm: &[bool],
        at: Instant,
        outcomes: &mut Vec<LedgerOutcome>,
    ) -> Result<(), LedgerError> {
        if ids.len() != confirm.len() {
            return Err(LedgerError::BadColumns);
        }
        self.tick(nanos(at));
        outcomes.reserve(ids.len());
        for (id, confirm) in ids.iter().zip(confirm) {
            outcomes.push(self.settle(id, *confirm).into());
        }
        Ok(())
    }

    /// Confirms or releases a hold at the ledger's time.
    pub(super) fn settle(&mut self, id: &K, confirm: bool) -> Result<Held, LedgerError> {
        let end = if confirm { ReservationEnd::Committed } else { ReservationEnd::Released };
        match self.live(id) {
            Ok(slot) => {
                self.end(slot, end);
                Ok(Held::Now)
            }
            Err(LedgerError::Ended(ReservationEnd::Committed)) if confirm => Ok(Held::Before),
            Err(LedgerError::Ended(_) | LedgerError::Expired) if !confirm => Ok(Held::Before),
            Err(error) => Err(error),
        }
    }
}
