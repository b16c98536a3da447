//! What happened, as rows, and as the events that the engine writes.

use super::StockLedger;
use super::hold::{HoldKey, NEVER};
use crate::stock::{
    Reservation, ReservationCommitted, ReservationEnd, ReservationExtended, ReservationOpened,
    ReservationReleased, ReservedItem, StockEvent,
};
use crate::value::{Instant, Quantity};

/// What happened to a hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum LedgerEventKind {
    /// It took its units.
    Opened = 0,
    /// Its expiry moved.
    Extended = 1,
    /// Its units were allocated.
    Committed = 2,
    /// It was given up.
    Released = 3,
    /// Its time ran out.
    Expired = 4,
}

impl From<ReservationEnd> for LedgerEventKind {
    fn from(end: ReservationEnd) -> Self {
        match end {
            ReservationEnd::Committed => Self::Committed,
            ReservationEnd::Released => Self::Released,
            ReservationEnd::Expired => Self::Expired,
        }
    }
}

/// What happened, as a row of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// When, in nanoseconds since 1970.
    pub at: i64,
    /// The expiry that an opened or extended hold got, in nanoseconds since 1970; `i64::MAX` for never.
    pub expires: i64,
    /// Which hold: the row that [`StockLedger::hold_id`] knows, until holds are forgotten.
    pub hold: u32,
    /// What.
    pub kind: LedgerEventKind,
}

/// The instant of a number of nanoseconds.
pub(super) const fn instant(nanos: i64) -> Instant {
    Instant::from_timestamp_nanos(nanos)
}

impl<K: HoldKey> StockLedger<K> {
    /// Takes out what has happened since the last time, oldest first: the events that the engine would have written,
    /// each with its instant. `O(n)` in what happened.
    pub fn drain(&mut self) -> Vec<(Instant, StockEvent)> {
        let log = std::mem::take(&mut self.log);
        log.iter().filter_map(|entry| Some((instant(entry.at), self.event(entry)?))).collect()
    }

    /// As [`StockLedger::drain`], as rows of numbers, into a buffer whose former content is dropped. No row is copied.
    pub fn drain_rows(&mut self, into: &mut Vec<LedgerRow>) {
        into.clear();
        std::mem::swap(into, &mut self.log);
    }

    /// The id and the lines (cell, units) of the hold that a row names.
    #[must_use]
    pub fn hold_id(&self, hold: u32) -> Option<(&K, &[(u32, u32)])> {
        let hold = self.hold_at(hold)?;
        Some((&hold.id, self.lines_of(hold)))
    }

    /// How many events wait to be drained.
    #[must_use]
    pub const fn waiting(&self) -> usize {
        self.log.len()
    }

    fn event(&self, entry: &LedgerRow) -> Option<StockEvent> {
        let hold = self.hold_at(entry.hold)?;
        let id = hold.id.reservation()?;
        let expires_at = (entry.expires != NEVER).then(|| instant(entry.expires));
        let items = || -> Vec<ReservedItem> {
            let named = self.lines_of(hold).iter().filter_map(|(cell, units)| {
                let (sku, node) = self.names.get(*cell)?.clone();
                Some(ReservedItem { line: None, sku, node, quantity: Quantity::new(*units) })
            });
            named.collect()
        };
        let released = |end| {
            let (reservation, items) = (id.clone(), items());
            StockEvent::ReservationReleased(ReservationReleased { reservation, items, end })
        };
        Some(match entry.kind {
            LedgerEventKind::Opened => StockEvent::ReservationOpened(ReservationOpened {
                reservation: Reservation { expires_at, ..Reservation::of(id, items()) },
            }),
            LedgerEventKind::Extended => {
                StockEvent::ReservationExtended(ReservationExtended { reservation: id, expires_at })
            }
            LedgerEventKind::Committed => {
                StockEvent::ReservationCommitted(ReservationCommitted { reservation: id, items: items() })
            }
            LedgerEventKind::Released => released(ReservationEnd::Released),
            LedgerEventKind::Expired => released(ReservationEnd::Expired),
        })
    }
}
