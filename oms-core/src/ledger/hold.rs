//! Holds as rows.

use std::hash::Hash;

use crate::stock::ReservationEnd;
use crate::value::ReservationId;

/// What names a hold: a number, or a [`ReservationId`].
///
/// Numbers are the faster half: no text to copy and to compare.
pub trait HoldKey: Clone + Eq + Hash + std::fmt::Debug {
    /// The id that the hold has in events.
    fn reservation(&self) -> Option<ReservationId>;
}

impl HoldKey for u64 {
    fn reservation(&self) -> Option<ReservationId> {
        ReservationId::new(self.to_string()).ok()
    }
}

impl HoldKey for ReservationId {
    fn reservation(&self) -> Option<ReservationId> {
        Some(self.clone())
    }
}

/// The instant of holds that never run out.
pub(super) const NEVER: i64 = i64::MAX;

/// A hold: its lines lie together in the ledger's lines.
#[derive(Clone, Debug)]
pub(super) struct Hold<K> {
    pub(super) id: K,
    /// The expiry it was opened with: what a repetition must name.
    pub(super) asked: i64,
    /// While it lives, the expiry now: nanoseconds since 1970, [`NEVER`] where it does not run out. Once it has ended,
    /// when.
    pub(super) until: i64,
    pub(super) first: u32,
    pub(super) len: u16,
    pub(super) ended: Option<ReservationEnd>,
}
