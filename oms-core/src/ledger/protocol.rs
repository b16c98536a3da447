//! What every call comes down to: find the hold, take units or give them back, write the row of the log.

use super::StockLedger;
use super::book::Held;
use super::cell::CellIndex;
use super::error::LedgerError;
use super::hold::{Hold, HoldKey, NEVER};
use super::log::{LedgerEventKind, LedgerRow};
use crate::stock::ReservationEnd;
use crate::value::Instant;

/// Nanoseconds since 1970; instants beyond the year 2262 count as the last one that fits.
pub(super) fn nanos(at: Instant) -> i64 {
    at.timestamp_nanos_opt().unwrap_or(if at.timestamp() < 0 { i64::MIN } else { NEVER })
}

/// Every line wants at least one unit, and there is one.
pub(super) fn check_lines(lines: &[(CellIndex, u32)]) -> Result<(), LedgerError> {
    if lines.is_empty() {
        return Err(LedgerError::NoLines);
    }
    match (0..).zip(lines).find(|(_, (_, units))| *units == 0) {
        Some((line, _)) => Err(LedgerError::NoUnits { line }),
        None => Ok(()),
    }
}

/// The lines of a hold among all.
pub(super) fn range<'l, K>(lines: &'l [(u32, u32)], hold: &Hold<K>) -> &'l [(u32, u32)] {
    let first = hold.first as usize;
    lines.get(first..first.saturating_add(usize::from(hold.len))).unwrap_or_default()
}

impl<K: HoldKey> StockLedger<K> {
    pub(super) fn lines_of(&self, hold: &Hold<K>) -> &[(u32, u32)] {
        range(&self.lines, hold)
    }

    pub(super) fn hold_at(&self, slot: u32) -> Option<&Hold<K>> {
        self.holds.get(slot as usize)
    }

    pub(super) fn hold_mut(&mut self, slot: u32) -> Option<&mut Hold<K>> {
        self.holds.get_mut(slot as usize)
    }

    pub(super) fn slot(&self, hash: u32, id: &K) -> Option<u32> {
        self.ids.find(hash, |slot| self.hold_at(slot).is_some_and(|hold| hold.id == *id))
    }

    /// Moves the ledger's time on and gives back what has run out.
    #[inline]
    pub(super) fn tick(&mut self, at: i64) {
        if at <= self.now {
            return;
        }
        self.now = at;
        self.sweep();
    }

    /// Gives back what has run out by the ledger's time.
    pub(super) fn sweep(&mut self) {
        while let Some((expires, slot)) = self.expiries.pop(self.now) {
            // A hold that has ended, or was extended since, is passed over.
            if self.hold_at(slot).is_some_and(|hold| hold.ended.is_none() && hold.until == expires) {
                self.end(slot, ReservationEnd::Expired);
            }
        }
    }

    /// The hold, if it has not ended.
    pub(super) fn live(&self, id: &K) -> Result<u32, LedgerError> {
        let slot = self.slot(self.ids.hash(id), id).ok_or(LedgerError::UnknownHold)?;
        match self.hold_at(slot).and_then(|hold| hold.ended) {
            None => Ok(slot),
            Some(ReservationEnd::Expired) => Err(LedgerError::Expired),
            Some(end) => Err(LedgerError::Ended(end)),
        }
    }

    /// Holds the lines, which want at least one unit each; all or none.
    #[inline]
    pub(super) fn hold(
        &mut self,
        id: K,
        wanted: impl ExactSizeIterator<Item = (u32, u32)> + Clone,
        expires: i64,
    ) -> Result<Held, LedgerError> {
        let hash = self.ids.hash(&id);
        let (slot, first) = (self.next_hold()?, self.next_line(wanted.len())?);
        let holds = &self.holds;
        let is_it = |slot: u32| holds.get(slot as usize).is_some_and(|hold| hold.id == id);
        if let Some(known) = self.ids.find_or_insert(hash, slot, is_it) {
            let Some(known) = self.hold_at(known) else { return Err(LedgerError::UnknownHold) };
            let same = known.asked == expires && self.lines_of(known).iter().copied().eq(wanted);
            // What could not be asked at all is told first, as everywhere.
            let refused = if expires <= self.now { LedgerError::ExpiryPassed } else { LedgerError::Reused };
            return if same { Ok(Held::Before) } else { Err(refused) };
        }
        match self.take_all(wanted, expires) {
            Ok(()) => {
                self.push(id, first, expires, slot);
                self.note(slot, expires, LedgerEventKind::Opened);
                Ok(Held::Now)
            }
            Err(error) => {
                self.put_back(first);
                self.ids.remove(hash, slot);
                Err(error)
            }
        }
    }

    #[inline]
    fn take_all(
        &mut self,
        wanted: impl Iterator<Item = (u32, u32)>,
        expires: i64,
    ) -> Result<(), LedgerError> {
        if expires <= self.now {
            return Err(LedgerError::ExpiryPassed);
        }
        for (line, (cell, units)) in (0_u32..).zip(wanted) {
            self.take(line, cell, units)?;
            self.lines.push((cell, units));
        }
        Ok(())
    }

    #[inline]
    fn take(&mut self, line: u32, cell: u32, wanted: u32) -> Result<(), LedgerError> {
        let Some(row) = self.cells.row_mut(cell) else { return Err(LedgerError::UnknownCell { line }) };
        let units = i64::from(wanted);
        if row.takes(units) {
            row.room -= units;
            row.held += units;
            return Ok(());
        }
        Err(LedgerError::Insufficient { line, wanted, available: row.room })
    }

    /// Undoes the lines taken since `first`.
    #[cold]
    fn put_back(&mut self, first: u32) {
        for (cell, units) in self.lines.drain(first as usize..) {
            if let Some(row) = self.cells.row_mut(cell) {
                row.room += i64::from(units);
                row.held -= i64::from(units);
            }
        }
    }

    /// Writes the row of a hold whose lines stand at the end.
    #[inline]
    pub(super) fn push(&mut self, id: K, first: u32, expires: i64, slot: u32) {
        let len = u16::try_from(self.lines.len() - first as usize).unwrap_or(u16::MAX);
        self.holds.push(Hold { id, asked: expires, until: expires, first, len, ended: None });
        self.expire_at(expires, slot);
    }

    /// The row that the next hold gets.
    pub(super) fn next_hold(&self) -> Result<u32, LedgerError> {
        u32::try_from(self.holds.len()).map_err(|_| LedgerError::Full)
    }

    pub(super) fn expire_at(&mut self, expires: i64, slot: u32) {
        if expires != NEVER {
            self.expiries.push(expires, slot);
        }
    }

    /// Ends a hold that is live: its units become allocated, or free.
    #[inline]
    pub(super) fn end(&mut self, slot: u32, end: ReservationEnd) {
        let Some(hold) = self.holds.get_mut(slot as usize) else { return };
        hold.ended = Some(end);
        hold.until = self.now;
        let committed = end == ReservationEnd::Committed;
        for (cell, units) in range(&self.lines, hold) {
            let Some(row) = self.cells.row_mut(*cell) else { continue };
            let units = i64::from(*units);
            row.held -= units;
            if committed {
                row.allocated += units;
            } else {
                row.room += units;
            }
        }
        self.note(slot, NEVER, end.into());
    }

    pub(super) fn note(&mut self, hold: u32, expires: i64, kind: LedgerEventKind) {
        self.log.push(LedgerRow { at: self.now, expires, hold, kind });
    }

    /// Where the next hold's lines begin, if there is place for so many; a hold has at most 65,535.
    pub(super) fn next_line(&self, more: usize) -> Result<u32, LedgerError> {
        let first = u32::try_from(self.lines.len().saturating_add(more)).ok().zip(u16::try_from(more).ok());
        first.map(|(end, more)| end - u32::from(more)).ok_or(LedgerError::Full)
    }

    /// The cells that names stand for.
    pub(super) fn resolve(
        &self,
        lines: &[(&str, &str, u32)],
        found: &mut Vec<(u32, u32)>,
    ) -> Result<(), LedgerError> {
        for (line, (sku, node, units)) in (0..).zip(lines) {
            if *units == 0 {
                return Err(LedgerError::NoUnits { line });
            }
            let cell = self.names.find(sku, node).ok_or(LedgerError::UnknownCell { line })?;
            found.push((cell, *units));
        }
        Ok(())
    }
}
