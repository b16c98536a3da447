//! The ledger: cells and holds, one call at a time.

use super::cell::{CellIndex, Cells};
use super::error::LedgerError;
use super::expiry::Expiries;
use super::hold::{Hold, HoldKey, NEVER};
use super::index::{Index, Names};
use super::log::{LedgerEventKind, LedgerRow};
use super::protocol::{check_lines, nanos};
use crate::stock::{CellDelta, ReservationEnd, StockCell};
use crate::value::{Instant, NodeId, SkuId};

/// Stock in memory: cells, and holds on them that run out.
///
/// Every call takes the time. The ledger's time never runs back: an earlier instant counts as the latest one seen, and
/// before anything else is done, what has run out by then is given back. A hold counts for nothing from the
/// instant of its expiry on.
///
/// A call takes all lines or none, and the id of a hold makes it safe to repeat. Holds are remembered after they
/// have ended, for that reason, until [`StockLedger::forget`].
#[derive(Clone, Debug)]
pub struct StockLedger<K = u64> {
    pub(super) cells: Cells,
    pub(super) names: Names,
    pub(super) holds: Vec<Hold<K>>,
    pub(super) lines: Vec<(u32, u32)>,
    pub(super) ids: Index,
    pub(super) expiries: Expiries,
    pub(super) log: Vec<LedgerRow>,
    pub(super) now: i64,
    /// The lines of the order at hand, kept so that a call by names allocates nothing.
    named: Vec<(u32, u32)>,
}

/// How a reservation was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The units are held now.
    Now,
    /// The same was asked before, and is answered as then; nothing has changed.
    Before,
}

/// How large a ledger is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerSize {
    /// Cells.
    pub cells: usize,
    /// Bytes of cells, their names' indices included; the texts are shared.
    pub cell_bytes: usize,
    /// Holds that are remembered.
    pub holds: usize,
    /// Bytes of holds: rows, lines, ids and expiries.
    pub hold_bytes: usize,
    /// Bytes of events that wait to be drained.
    pub log_bytes: usize,
}

impl<K: HoldKey> Default for StockLedger<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: HoldKey> StockLedger<K> {
    /// An empty ledger.
    #[must_use]
    pub const fn new() -> Self {
        Self::with_seed(0)
    }

    /// An empty ledger whose tables hash with a seed: a host that takes ids from strangers gives a number that they
    /// cannot guess. It changes no answer.
    #[must_use]
    pub const fn with_seed(seed: u64) -> Self {
        Self {
            cells: Cells::new(),
            names: Names::new(seed),
            holds: Vec::new(),
            lines: Vec::new(),
            ids: Index::new(seed),
            expiries: Expiries::new(),
            log: Vec::new(),
            now: i64::MIN,
            named: Vec::new(),
        }
    }

    /// The index of a cell, given out when the cell is first named; it starts empty.
    ///
    /// # Errors
    /// [`LedgerError::Full`] after 2³² − 1 cells.
    pub fn cell(&mut self, sku: &SkuId, node: &NodeId) -> Result<CellIndex, LedgerError> {
        if let Some(known) = self.find(sku.as_str(), node.as_str()) {
            return Ok(known);
        }
        let cell = self.names.add(sku, node).ok_or(LedgerError::Full)?;
        self.cells.push();
        Ok(CellIndex(cell))
    }

    /// The index of a cell that has been named before.
    #[must_use]
    pub fn find(&self, sku: &str, node: &str) -> Option<CellIndex> {
        self.names.find(sku, node).map(CellIndex)
    }

    /// The SKU and node of a cell.
    #[must_use]
    pub fn name(&self, cell: CellIndex) -> Option<(&SkuId, &NodeId)> {
        self.names.get(cell.0).map(|(sku, node)| (sku, node))
    }

    /// The quantities of a cell, as of the ledger's time.
    #[must_use]
    pub fn stock(&self, cell: CellIndex) -> Option<StockCell> {
        self.cells.stock(cell.0)
    }

    /// Sets a cell to what a store says, with how many of its units have to stay free: less than none where backorders
    /// are allowed. Holds that the cell's `held` units belong to are opened apart, by [`StockLedger::take_over`].
    ///
    /// # Errors
    /// [`LedgerError::UnknownCell`]; [`LedgerError::OutOfRange`] for a bucket or limit beyond 10¹² units.
    pub fn set(&mut self, cell: CellIndex, stock: StockCell, min_free: i64) -> Result<(), LedgerError> {
        self.cells.row(cell.0).ok_or(LedgerError::UnknownCell { line: 0 })?;
        if !stock.is_sound() || min_free.unsigned_abs() > StockCell::LIMIT.unsigned_abs() {
            return Err(LedgerError::OutOfRange(cell));
        }
        self.cells.set(cell.0, stock, min_free);
        Ok(())
    }

    /// Adds a change that was decided elsewhere: units received, counted, shipped. What it takes from the free units is
    /// guarded as in every store.
    ///
    /// # Errors
    /// [`LedgerError::UnknownCell`]; [`LedgerError::OutOfRange`] when the guard fails.
    pub fn add(&mut self, cell: CellIndex, delta: CellDelta) -> Result<(), LedgerError> {
        let stock = self.cells.stock(cell.0).ok_or(LedgerError::UnknownCell { line: 0 })?;
        let min_free = self.cells.min_free(cell.0);
        let after = stock.guarded(delta, Some(min_free)).ok_or(LedgerError::OutOfRange(cell))?;
        self.cells.set(cell.0, after, min_free);
        Ok(())
    }

    /// Opens a hold whose units the cells count as held already: what a store had open when the ledger was filled.
    ///
    /// # Errors
    /// [`LedgerError`]; a hold that is known already is refused.
    pub fn take_over(
        &mut self,
        id: K,
        lines: &[(CellIndex, u32)],
        expires_at: Option<Instant>,
    ) -> Result<(), LedgerError> {
        check_lines(lines)?;
        let hash = self.ids.hash(&id);
        if self.slot(hash, &id).is_some() {
            return Err(LedgerError::Reused);
        }
        for (line, (cell, _)) in (0..).zip(lines) {
            self.cells.row(cell.0).ok_or(LedgerError::UnknownCell { line })?;
        }
        let (slot, first) = (self.next_hold()?, self.next_line(lines.len())?);
        self.lines.extend(lines.iter().map(|(cell, units)| (cell.0, *units)));
        self.ids.find_or_insert(hash, slot, |_| false);
        self.push(id, first, expires_at.map_or(NEVER, nanos), slot);
        self.sweep();
        Ok(())
    }

    /// Holds all lines or none until an instant.
    ///
    /// The same id again with the same lines and expiry is answered [`Held::Before`], whatever has become of the hold.
    /// `O(lines)`.
    ///
    /// # Errors
    /// [`LedgerError`]; nothing has changed then, except that holds whose time has run out are given back.
    pub fn reserve(
        &mut self,
        id: K,
        lines: &[(CellIndex, u32)],
        at: Instant,
        expires_at: Option<Instant>,
    ) -> Result<Held, LedgerError> {
        self.tick(nanos(at));
        check_lines(lines)?;
        let lines = lines.iter().map(|(cell, units)| (cell.0, *units));
        self.hold(id, lines, expires_at.map_or(NEVER, nanos))
    }

    /// As [`StockLedger::reserve`], by the names of SKUs and nodes.
    ///
    /// # Errors
    /// As [`StockLedger::reserve`]; [`LedgerError::UnknownCell`] for a name that no cell has.
    pub fn reserve_named(
        &mut self,
        id: K,
        lines: &[(&str, &str, u32)],
        at: Instant,
        expires_at: Option<Instant>,
    ) -> Result<Held, LedgerError> {
        self.tick(nanos(at));
        if lines.is_empty() {
            return Err(LedgerError::NoLines);
        }
        let mut found = std::mem::take(&mut self.named);
        found.clear();
        let outcome = self
            .resolve(lines, &mut found)
            .and_then(|()| self.hold(id, found.iter().copied(), expires_at.map_or(NEVER, nanos)));
        self.named = found;
        outcome
    }

    /// Moves the expiry of a hold.
    ///
    /// # Errors
    /// [`LedgerError`] when it has ended, or the new expiry is not after the ledger's time.
    pub fn extend(&mut self, id: &K, at: Instant, expires_at: Option<Instant>) -> Result<(), LedgerError> {
        self.tick(nanos(at));
        let expires = expires_at.map_or(NEVER, nanos);
        let slot = self.live(id)?;
        if expires <= self.now {
            return Err(LedgerError::ExpiryPassed);
        }
        let Some(hold) = self.hold_mut(slot) else { return Err(LedgerError::UnknownHold) };
        if hold.until != expires {
            hold.until = expires;
            self.expire_at(expires, slot);
            self.note(slot, expires, LedgerEventKind::Extended);
        }
        Ok(())
    }

    /// Turns the units of a hold into allocated ones. Confirming twice changes nothing.
    ///
    /// # Errors
    /// [`LedgerError`] when there is no such hold, its time has run out, or it was released.
    pub fn confirm(&mut self, id: &K, at: Instant) -> Result<(), LedgerError> {
        self.tick(nanos(at));
        self.settle(id, true).map(|_| ())
    }

    /// Gives the units of a hold back. One that has ended stays as it is.
    ///
    /// # Errors
    /// [`LedgerError::UnknownHold`].
    pub fn release(&mut self, id: &K, at: Instant) -> Result<(), LedgerError> {
        self.tick(nanos(at));
        self.settle(id, false).map(|_| ())
    }

    /// Gives back what has run out by an instant. Every other call does so first.
    pub fn expire(&mut self, at: Instant) {
        self.tick(nanos(at));
    }

    /// How a hold ended, if it is known; the inner value is absent while it is live.
    #[must_use]
    pub fn ended(&self, id: &K) -> Option<Option<ReservationEnd>> {
        let slot = self.slot(self.ids.hash(id), id)?;
        Some(self.hold_at(slot)?.ended)
    }

    /// Forgets holds that ended before an instant: asked again, they are new. How long a caller may take to repeat a
    /// call is how long to remember. Memory is kept for what comes. `O(n)` in all holds.
    ///
    /// # Errors
    /// [`LedgerError::NotDrained`]: what happened to them would be lost.
    pub fn forget(&mut self, before: Instant) -> Result<(), LedgerError> {
        if !self.log.is_empty() {
            return Err(LedgerError::NotDrained);
        }
        let before = nanos(before);
        let (mut kept, mut lines) = (0_u32, 0_u32);
        self.ids.clear();
        self.expiries.clear();
        for slot in 0..self.holds.len() {
            let Some(hold) = self.holds.get(slot) else { break };
            if hold.ended.is_some() && hold.until < before {
                continue;
            }
            let (first, len) = (hold.first as usize, usize::from(hold.len));
            self.lines.copy_within(first..first + len, lines as usize);
            self.ids.find_or_insert(self.ids.hash(&hold.id), kept, |_| false);
            if hold.ended.is_none() && hold.until != NEVER {
                self.expiries.push(hold.until, kept);
            }
            self.holds.swap(slot, kept as usize);
            let Some(hold) = self.hold_mut(kept) else { break };
            hold.first = lines;
            lines += u32::from(hold.len);
            kept += 1;
        }
        self.holds.truncate(kept as usize);
        self.lines.truncate(lines as usize);
        Ok(())
    }

    /// How large it is.
    #[must_use]
    pub fn size(&self) -> LedgerSize {
        let holds =
            self.holds.capacity() * size_of::<Hold<K>>() + self.lines.capacity() * size_of::<(u32, u32)>();
        LedgerSize {
            cells: self.cells.len(),
            cell_bytes: self.cells.bytes() + self.names.bytes(),
            holds: self.holds.len(),
            hold_bytes: holds + self.ids.bytes() + self.expiries.bytes(),
            log_bytes: self.log.capacity() * size_of::<LedgerRow>(),
        }
    }
}
