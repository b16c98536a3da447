//! The figures that promises are made from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{IgnoredPromise, IgnoredReceipt, IgnoredSupply, PromiseError};
use crate::policy::PromiseTerms;
use crate::supply::{SupplyBook, SupplyKind, SupplyPromise};
use crate::value::{Instant, Problems, Quantity, ReceiptId, ReservationId};

/// The most units that may be free or missing: 10¹⁵, so that sums cannot overflow.
const MOST_FREE: i64 = 1_000_000_000_000_000;

/// Units that are expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpectedSupply {
    /// The receipt that brings them.
    pub receipt: ReceiptId,
    /// Where it comes from.
    pub kind: SupplyKind,
    /// How many units it still brings.
    pub quantity: Quantity,
    /// When it arrives at the node's door.
    pub eta: Instant,
}

/// What there is of one SKU at one node, what is expected, and what is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseFigures {
    /// The present.
    pub now: Instant,
    /// Units that nobody has a claim on; negative where more was promised than is there.
    pub free: i64,
    /// What is expected.
    #[serde(default)]
    pub receipts: Vec<ExpectedSupply>,
    /// What is promised. Promises whose time has run out count for nothing.
    #[serde(default)]
    pub promises: Vec<SupplyPromise>,
    /// How dates are promised.
    #[serde(default)]
    pub terms: PromiseTerms,
}

impl PromiseFigures {
    /// The figures of a book.
    #[must_use]
    pub fn of(book: &SupplyBook, free: i64, now: Instant, terms: PromiseTerms) -> Self {
        let receipts = book.receipts.values().map(|receipt| ExpectedSupply {
            receipt: receipt.id.clone(),
            kind: receipt.plan.kind,
            quantity: receipt.open(),
            eta: receipt.plan.eta,
        });
        let promises = book.live_promises(now).cloned().collect();
        Self { now, free, receipts: receipts.collect(), promises, terms }
    }

    /// Everything wrong with the figures: a receipt or promise stands there once, and free units are within ±10¹⁵.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.terms.problems().under("/terms");
        if self.free.checked_abs().is_none_or(|free| free > MOST_FREE) {
            problems.add("input.out_of_range", "/free", "free units are within ±1000000000000000");
        }
        let mut seen = BTreeSet::new();
        for (at, supply) in self.receipts.iter().enumerate() {
            if !seen.insert(&supply.receipt) {
                let message = format!("receipt `{}` stands here twice", supply.receipt);
                problems.add("promise.duplicate_receipt", format!("/receipts/{at}/receipt"), message);
            }
        }
        let mut seen = BTreeSet::new();
        for (at, promise) in self.promises.iter().enumerate() {
            if !seen.insert(&promise.id) {
                let message = format!("promise `{}` stands here twice", promise.id);
                problems.add("promise.duplicate_promise", format!("/promises/{at}/id"), message);
            }
        }
        problems
    }

    /// What a kind of receipt is good for: `floor(units · (1000 − withheld) / 1000)`.
    fn effective(&self, kind: SupplyKind, units: i64) -> i64 {
        let withheld = match kind {
            SupplyKind::Purchase => self.terms.withheld.purchase_per_mille,
            SupplyKind::Transfer => self.terms.withheld.transfer_per_mille,
            SupplyKind::Production => self.terms.withheld.production_per_mille,
            SupplyKind::Planned => self.terms.withheld.planned_per_mille,
        };
        units.saturating_mul(1000_i64.saturating_sub(i64::from(withheld))).max(0) / 1000
    }

    /// How long units take from the door to the shelf, with the buffer.
    pub(super) fn handling(&self) -> TimeDelta {
        let seconds =
            i64::from(self.terms.inbound_seconds).saturating_add(i64::from(self.terms.buffer_seconds));
        TimeDelta::try_seconds(seconds).unwrap_or_default()
    }

    /// When any number of units can be had.
    pub(super) fn unlimited_from(&self) -> Option<Instant> {
        self.now.checked_add_signed(TimeDelta::try_days(i64::from(self.terms.lead_days?))?)
    }
}

/// Whether something past its date is so for longer than a number of days.
fn too_old(at: Instant, now: Instant, days: Option<u16>) -> bool {
    let window = days.and_then(|days| TimeDelta::try_days(i64::from(days)));
    window.is_some_and(|window| now.signed_duration_since(at) > window)
}

/// A receipt that counts.
#[derive(Debug)]
pub(super) struct Arrival {
    pub(super) receipt: ReceiptId,
    /// When its units can leave.
    pub(super) at: Instant,
    /// How many units it brings, nothing withheld.
    pub(super) open: i64,
    /// How many of them are bound to promises.
    pub(super) bound: i64,
    /// How many are left for everybody, after what is withheld.
    pub(super) pool: i64,
}

/// The figures as they count: what arrives when, who has what of it, and what everybody else is promised.
#[derive(Debug)]
pub(super) struct Sorted<'f> {
    /// By instant and receipt.
    pub(super) arrivals: Vec<Arrival>,
    /// Promises whose receipt brings what is bound to it, with the place of the arrival.
    pub(super) bound: Vec<(&'f SupplyPromise, Instant, i64)>,
    /// All other promises, by when they count, due date and id.
    pub(super) pool: Vec<(Instant, &'f SupplyPromise)>,
    pub(super) ignored: Vec<IgnoredSupply>,
}

impl<'f> Sorted<'f> {
    /// Checks and sorts the figures, one promise left out. `O((n + m) log (n + m))`.
    pub(super) fn new(
        figures: &'f PromiseFigures,
        own: Option<&ReservationId>,
    ) -> Result<Self, PromiseError> {
        let problems = figures.problems();
        if !problems.is_empty() {
            return Err(PromiseError::Invalid(problems));
        }
        let now = figures.now;
        let mut ignored = Vec::new();
        let mut arrivals = BTreeMap::new();
        for supply in &figures.receipts {
            // What has not arrived by now arrives now at the earliest.
            let at = supply.eta.max(now).checked_add_signed(figures.handling());
            match at {
                Some(at) if !too_old(supply.eta, now, figures.terms.past_due_supply_days) => {
                    let open = supply.quantity.signed();
                    let receipt = supply.receipt.clone();
                    let pool = figures.effective(supply.kind, open);
                    arrivals.insert(&supply.receipt, Arrival { receipt, at, open, bound: 0, pool });
                }
                _ => {
                    let (receipt, eta) = (supply.receipt.clone(), supply.eta);
                    ignored.push(IgnoredSupply::Receipt(IgnoredReceipt { receipt, eta }));
                }
            }
        }
        let mut promises: Vec<&SupplyPromise> = Vec::with_capacity(figures.promises.len());
        for promise in figures.promises.iter().filter(|promise| Some(&promise.id) != own) {
            if too_old(promise.due, now, figures.terms.past_due_promise_days) {
                let (promise, due) = (promise.id.clone(), promise.due);
                ignored.push(IgnoredSupply::Promise(IgnoredPromise { promise, due }));
            } else if !promise.is_expired(now) && !promise.quantity.is_zero() {
                promises.push(promise);
            }
        }
        promises.sort_by(|left, right| (left.due, &left.id).cmp(&(right.due, &right.id)));
        let (mut bound, mut pool) = (Vec::new(), Vec::new());
        for promise in promises {
            let units = promise.quantity.signed();
            let arrival = promise.receipt.as_ref().and_then(|receipt| arrivals.get_mut(receipt));
            match arrival {
                Some(arrival) if arrival.bound.saturating_add(units) <= arrival.open => {
                    arrival.bound = arrival.bound.saturating_add(units);
                    bound.push((promise, arrival.at, arrival.open.saturating_sub(arrival.bound)));
                }
                _ => pool.push((promise.due.max(now), promise)),
            }
        }
        // Past ones count from now on, in the order in which they were due.
        pool.sort_by(|left, right| {
            (left.0, left.1.due, &left.1.id).cmp(&(right.0, right.1.due, &right.1.id))
        });
        let mut arrivals: Vec<Arrival> = arrivals.into_values().collect();
        for arrival in &mut arrivals {
            arrival.pool = arrival.pool.saturating_sub(arrival.bound).max(0);
        }
        arrivals.sort_by(|left, right| (left.at, &left.receipt).cmp(&(right.at, &right.receipt)));
        Ok(Self { arrivals, bound, pool, ignored })
    }
}
