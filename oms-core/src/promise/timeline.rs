//! What can be promised when: the cumulative balance over time, and its look-ahead minimum.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::figures::Sorted;
use super::rows::rows;
use super::{
    BackedByLeadTime, BackedByReceipts, BackedByStock, PromiseBacking, PromiseError, PromiseFigures,
    PromisePart,
};
use crate::value::{Instant, Quantity, ReceiptId, ReservationId};

/// One date of a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseRow {
    /// The date; it holds until the next row's.
    pub at: Instant,
    /// Units that become available then, what is withheld or bound to promises left out.
    pub supply: i64,
    /// Units promised for then.
    pub demand: i64,
    /// Units that lie too long, from then on, for promises: see `backwardDays` of the terms.
    #[serde(default, skip_serializing_if = "is_none")]
    pub lapsed: i64,
    /// Units of late promises that nobody waits for any more: see `forwardDays` of the terms.
    #[serde(default, skip_serializing_if = "is_none")]
    pub given_up: i64,
    /// What is free now, with all supply and without all demand up to the date that was not given up.
    pub cumulative: i64,
    /// What can be promised for the date: the least of the cumulative figures from then on, without what lies too
    /// long, and never less than none.
    pub promiseable: i64,
    /// The receipts whose units become available then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<ReceiptId>,
}

const fn is_none(units: &i64) -> bool {
    *units == 0
}

/// What was left out of a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum IgnoredSupply {
    /// A receipt so long past its date that nobody believes in it.
    Receipt(IgnoredReceipt),
    /// A promise so long past its date that it does not count.
    Promise(IgnoredPromise),
}

/// A receipt so long past its date that nobody believes in it, or beyond the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "IgnoredReceipt"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IgnoredReceipt {
    /// The receipt.
    pub receipt: ReceiptId,
    /// When it should have arrived.
    pub eta: Instant,
}

/// A promise so long past its date that it does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "IgnoredPromise"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IgnoredPromise {
    /// The promise.
    pub promise: ReservationId,
    /// When it was due.
    pub due: Instant,
}

/// What can be promised of one SKU at one node, over time.
///
/// With `C` the free units plus all supply and minus all demand up to a date, what can be promised for a date is the
/// least `C` from that date on: more would take units from a later promise. Supply counts as
/// `floor(units · (1 − withheld))` from `eta + inbound + buffer` on. Units bound to a promise count for nobody else.
///
/// Where the terms bound how old the supply of a promise may be (`backward_days`), units that nobody due in time takes
/// count for no later date; where they bound how late it may come (`forward_days`), what is later is given up.
///
/// ```
/// use oms_core::promise::{PromiseFigures, Timeline};
/// use oms_core::value::Quantity;
///
/// let figures: PromiseFigures = serde_json::from_str(
///     r#"{"now": "2026-11-11T00:00:00Z", "free": 10,
///         "receipts": [{"receipt": "po-1", "kind": "purchase", "quantity": 20, "eta": "2026-11-16T00:00:00Z"}],
///         "promises": [{"id": "a", "quantity": 8, "due": "2026-11-13T00:00:00Z"},
///                      {"id": "b", "quantity": 15, "due": "2026-11-17T00:00:00Z"}]}"#,
/// )?;
/// let timeline = Timeline::new(&figures, None).unwrap();
/// assert_eq!(timeline.promiseable(figures.now), 2);
/// assert_eq!(timeline.earliest(Quantity::new(5)), Some("2026-11-16T00:00:00Z".parse().unwrap()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    rows: Vec<PromiseRow>,
    /// The most that can be promised for any date up to each row's.
    most: Vec<i64>,
    /// How long units may lie until they count for no promise.
    backward_days: Option<u16>,
    unlimited_from: Option<Instant>,
    lead_days: u16,
    ignored: Vec<IgnoredSupply>,
    /// By receipt: when its units can leave, and how many of them nobody was promised.
    unbound: BTreeMap<ReceiptId, (Instant, i64)>,
}

impl Timeline {
    /// The timeline of figures, one promise left out: so that it does not count against itself when promised anew.
    /// `O((n + m) log (n + m))` for `n` receipts and `m` promises, whatever the horizon.
    ///
    /// # Errors
    /// [`PromiseError::Invalid`] when the figures make no sense.
    pub fn new(figures: &PromiseFigures, own: Option<&ReservationId>) -> Result<Self, PromiseError> {
        let sorted = Sorted::new(figures, own)?;
        let unlimited_from = figures.unlimited_from();
        let demands = sorted.pool.iter().map(|(at, promise)| (*at, promise.quantity.signed()));
        let supplies = sorted.arrivals.iter().map(|arrival| (arrival.at, arrival.pool, &arrival.receipt));
        let rows = rows(figures, supplies, demands);
        let mut most = 0_i64;
        let most = rows.iter().map(|row| {
            most = most.max(row.promiseable);
            most
        });
        let most = most.collect();
        let backward_days = figures.terms.backward_days;
        let unbound = sorted.arrivals.iter().map(|arrival| {
            let left = arrival.open.saturating_sub(arrival.bound);
            (arrival.receipt.clone(), (arrival.at, left))
        });
        let unbound = unbound.collect();
        let lead_days = figures.terms.lead_days.unwrap_or_default();
        Ok(Self { rows, most, backward_days, unlimited_from, lead_days, ignored: sorted.ignored, unbound })
    }

    /// The dates at which something changes, the present first. Where any number of units can be had from a date on,
    /// the rows end before it.
    #[must_use]
    pub fn rows(&self) -> &[PromiseRow] {
        &self.rows
    }

    /// What was left out.
    #[must_use]
    pub fn ignored(&self) -> &[IgnoredSupply] {
        &self.ignored
    }

    /// From when on any number of units can be had, if ever.
    #[must_use]
    pub const fn unlimited_from(&self) -> Option<Instant> {
        self.unlimited_from
    }

    /// How many units can be promised for a date from stock and receipts; none for the past. `O(log n)`.
    #[must_use]
    pub fn promiseable(&self, at: Instant) -> i64 {
        let after = self.rows.partition_point(|row| row.at <= at);
        let row = after.checked_sub(1).and_then(|last| self.rows.get(last));
        row.map_or(0, |row| row.promiseable)
    }

    /// Whether units can be promised for a date without breaking another promise. `O(log n)`.
    #[must_use]
    pub fn is_feasible(&self, quantity: Quantity, at: Instant) -> bool {
        let unlimited = self.unlimited_from.is_some_and(|from| from <= at);
        unlimited || quantity.signed() <= self.promiseable(at)
    }

    /// How many units of a receipt can be bound to a promise for a date: those that nobody was promised, nor counts on
    /// from everybody's share, if they can leave by then. `O(log n)`, or `O(n)` where units can lie too long.
    #[must_use]
    pub fn bindable(&self, receipt: &ReceiptId, at: Instant) -> i64 {
        match self.unbound.get(receipt) {
            Some((leaves, left)) if *leaves <= at => {
                let unlimited = self.unlimited_from.is_some_and(|from| from <= *leaves);
                if unlimited { *left } else { (*left).min(self.spare(*leaves)) }
            }
            _ => 0,
        }
    }

    /// How many units that come on a date no promise needs: what older units cannot serve, because they lie too long by
    /// then, is left to the promises that can take these.
    fn spare(&self, at: Instant) -> i64 {
        let lapses = self.backward_days.map(|days| TimeDelta::days(i64::from(days).saturating_add(1)));
        let until = lapses.map(|lapses| at.checked_add_signed(lapses).unwrap_or(Instant::MAX_UTC));
        let older = self.rows.iter().filter(|row| row.at > at && until.is_some_and(|until| row.at < until));
        let lapsed = older.fold(0_i64, |sum, row| sum.saturating_add(row.lapsed));
        self.promiseable(at).saturating_sub(lapsed).max(0)
    }

    /// The date from which so many units of a receipt could be bound to a promise; `None` when it brings too few, or
    /// others count on them.
    #[must_use]
    pub fn earliest_of(&self, receipt: &ReceiptId, quantity: Quantity) -> Option<Instant> {
        let (leaves, _) = self.unbound.get(receipt)?;
        (quantity.signed() <= self.bindable(receipt, *leaves)).then_some(*leaves)
    }

    /// The first date for which units can be promised; `None` if there is none. `O(log n)`.
    #[must_use]
    pub fn earliest(&self, quantity: Quantity) -> Option<Instant> {
        self.row_for(quantity).map(|row| row.at).or(self.unlimited_from)
    }

    /// As [`Timeline::earliest`], from stock and receipts alone.
    pub(super) fn earliest_supplied(&self, quantity: Quantity) -> Option<Instant> {
        self.row_for(quantity).map(|row| row.at)
    }

    /// What makes the first date possible.
    pub(super) fn backing(&self, quantity: Quantity) -> Option<PromiseBacking> {
        let lead = || self.unlimited_from.map(|_| self.by_lead_time());
        self.row_for(quantity).map(backed).or_else(lead)
    }

    pub(super) fn by_lead_time(&self) -> PromiseBacking {
        PromiseBacking::LeadTime(BackedByLeadTime { days: self.lead_days })
    }

    /// As many as possible as soon as possible, then more with each date that allows more, until all are promised. What
    /// no date allows is left out. `O(n)`.
    #[must_use]
    pub fn split(&self, quantity: Quantity) -> Vec<PromisePart> {
        let mut parts = Vec::new();
        let mut left = quantity;
        for (row, more) in self.increments() {
            if left.is_zero() {
                return parts;
            }
            let part = Quantity::try_from(more).unwrap_or(left).min(left);
            left = left.saturating_sub(part);
            parts.push(PromisePart { at: row.at, quantity: part, backing: backed(row) });
        }
        if let Some(at) = self.unlimited_from.filter(|_| !left.is_zero()) {
            parts.push(PromisePart { at, quantity: left, backing: self.by_lead_time() });
        }
        parts
    }

    /// The dates at which more can be promised than before, and how much more.
    pub(super) fn increments(&self) -> impl Iterator<Item = (&PromiseRow, i64)> {
        // What earlier dates were given, or has lapsed by then, later ones do not have.
        let (mut lapsed, mut gone) = (0_i64, 0_i64);
        self.rows.iter().filter_map(move |row| {
            lapsed = lapsed.saturating_add(row.lapsed);
            gone = gone.max(lapsed);
            let more = row.promiseable.saturating_add(lapsed).saturating_sub(gone);
            gone = gone.saturating_add(more.max(0));
            (more > 0).then_some((row, more))
        })
    }

    fn row_for(&self, quantity: Quantity) -> Option<&PromiseRow> {
        let at = self.most.partition_point(|most| *most < quantity.signed());
        self.rows.get(at)
    }
}

pub(super) fn backed(row: &PromiseRow) -> PromiseBacking {
    if row.receipts.is_empty() {
        return PromiseBacking::Stock(BackedByStock {});
    }
    PromiseBacking::Receipts(BackedByReceipts { receipts: row.receipts.clone() })
}
