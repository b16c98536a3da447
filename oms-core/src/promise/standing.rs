//! How promises stand: which can be kept, with how much to spare, and what to offer where they cannot.

use serde::{Deserialize, Serialize};

use super::figures::Sorted;
use super::rows::rows;
use super::shelf::Shelf;
use super::slots::Slots;
use super::{PromiseError, PromiseFigures, PromiseRow};
use crate::supply::SupplyPromise;
use crate::value::{Instant, OrderId, Quantity, ReceiptId, ReservationId};

/// How a promise stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseStanding {
    /// The promise.
    pub promise: ReservationId,
    /// The order it is for, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// How many units it promises.
    pub quantity: Quantity,
    /// When they have to be there.
    pub due: Instant,
    /// The receipt that it is bound to and served from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptId>,
    /// Whether it can be kept.
    pub kept: bool,
    /// When its units are there: by its own place in the row where it can be kept, by the new date where it cannot;
    /// absent if no date is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ready: Option<Instant>,
    /// By how many seconds the units are there before the date; negative when they are late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slack_seconds: Option<i64>,
    /// How many units could go missing before it breaks; negative when so many are missing; absent where any number
    /// can be had by its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slack_units: Option<i64>,
    /// The first date for which it could be promised anew without breaking another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<Instant>,
}

/// How every promise stands, by due date and id.
///
/// Promises are served in the order of their dates; one that cannot be served in full by its date is passed over, so
/// that it takes nothing from those that can. Then each broken one, in the same order, is offered the first date that
/// what is left allows; offers do not take from each other either. Bound promises stand with their receipt alone.
/// `O((n + m) log (n + m))` for `n` receipts and `m` promises, and as much again for each broken promise where supply
/// can be too old for promises.
///
/// # Errors
/// [`PromiseError::Invalid`] when the figures make no sense.
pub fn standings(figures: &PromiseFigures) -> Result<Vec<PromiseStanding>, PromiseError> {
    let sorted = Sorted::new(figures, None)?;
    let unlimited_from = figures.unlimited_from();
    let mut standings = Vec::with_capacity(sorted.bound.len().saturating_add(sorted.pool.len()));
    for (promise, leaves, spare) in &sorted.bound {
        let mut standing = standing(promise, Some(*leaves), Some(*spare));
        standing.receipt = promise.receipt.clone();
        standings.push(standing);
    }
    let mut served = Vec::new();
    let mut arrivals = sorted.arrivals.iter().peekable();
    let mut shelf = Shelf::new(figures);
    for (counts, promise) in &sorted.pool {
        if unlimited_from.is_some_and(|from| from <= *counts) {
            standings.push(standing(promise, Some(*counts), None));
            continue;
        }
        while let Some(arrival) = arrivals.next_if(|arrival| arrival.at <= *counts) {
            shelf.arrive(arrival.at, arrival.pool);
        }
        shelf.clear(*counts);
        let units = promise.quantity.signed();
        let spare = shelf.there.saturating_sub(units);
        let mut ready = None;
        if spare >= 0 {
            (_, ready) = shelf.take(units);
            served.push((*counts, units));
        }
        standings.push(standing(promise, ready, Some(spare)));
    }
    offer(figures, &sorted, served, &mut standings);
    standings.sort_by(|left, right| (left.due, &left.promise).cmp(&(right.due, &right.promise)));
    Ok(standings)
}

/// The promises that cannot be kept any more, by due date and id: as [`standings`], the kept ones left out.
///
/// # Errors
/// [`PromiseError::Invalid`] when the figures make no sense.
pub fn broken_promises(figures: &PromiseFigures) -> Result<Vec<PromiseStanding>, PromiseError> {
    let mut standings = standings(figures)?;
    standings.retain(|standing| !standing.kept);
    Ok(standings)
}

fn standing(promise: &SupplyPromise, ready: Option<Instant>, slack_units: Option<i64>) -> PromiseStanding {
    PromiseStanding {
        promise: promise.id.clone(),
        order: promise.order.clone(),
        quantity: promise.quantity,
        due: promise.due,
        receipt: None,
        kept: ready.is_some_and(|ready| ready <= promise.due),
        ready,
        slack_seconds: ready.map(|ready| seconds(ready, promise.due)),
        slack_units,
        proposed: None,
    }
}

fn seconds(from: Instant, to: Instant) -> i64 {
    to.signed_duration_since(from).num_seconds()
}

/// Gives each broken promise the first date that what is left allows.
fn offer(
    figures: &PromiseFigures,
    sorted: &Sorted<'_>,
    served: Vec<(Instant, i64)>,
    standings: &mut [PromiseStanding],
) {
    let mut broken: Vec<&mut PromiseStanding> =
        standings.iter_mut().filter(|standing| !standing.kept).collect();
    if broken.is_empty() {
        return;
    }
    broken.sort_by(|left, right| (left.due, &left.promise).cmp(&(right.due, &right.promise)));
    let end = figures.unlimited_from();
    let supplies = sorted.arrivals.iter().map(|arrival| (arrival.at, arrival.pool, &arrival.receipt));
    let mut room = Room::new(figures, supplies.collect(), served);
    for standing in broken {
        // One that was served late, or waits for its own late receipt, has its units then.
        if standing.receipt.is_none() && standing.ready.is_some() {
            standing.proposed = standing.ready;
            continue;
        }
        let units = standing.quantity.signed();
        let from = standing.due.max(figures.now);
        let before = standing.ready;
        let found = room.first(units, from).filter(|at| before.is_none_or(|before| *at < before));
        if let Some(found) = found {
            room.take(units, found);
        }
        let end = end.map(|end| end.max(from));
        let new = [found, before, end].into_iter().flatten().min();
        standing.proposed = new;
        if before.is_none() {
            standing.ready = new;
            standing.slack_seconds = new.map(|new| seconds(new, standing.due));
        }
    }
}

/// What is left to be offered.
enum Room<'f> {
    /// Supply never is too old: later dates allow at least as much as earlier ones.
    Steps(Slots),
    /// It can be: every offer changes what all dates allow.
    Dates(&'f PromiseFigures, Vec<(Instant, i64, &'f ReceiptId)>, Vec<(Instant, i64)>),
}

impl<'f> Room<'f> {
    fn new(
        figures: &'f PromiseFigures,
        supplies: Vec<(Instant, i64, &'f ReceiptId)>,
        served: Vec<(Instant, i64)>,
    ) -> Self {
        if figures.terms.backward_days.is_some() {
            return Self::Dates(figures, supplies, served);
        }
        Self::Steps(Slots::new(&rows(figures, supplies.into_iter(), served.into_iter())))
    }

    /// The first date from `from` on that allows so many units.
    fn first(&self, units: i64, from: Instant) -> Option<Instant> {
        match self {
            Self::Steps(slots) => slots.peek(units, from),
            Self::Dates(figures, supplies, served) => {
                let rows = rows(figures, supplies.iter().copied(), served.iter().copied());
                let at = rows.partition_point(|row| row.at <= from).saturating_sub(1);
                let allows = |row: &&PromiseRow| row.promiseable >= units;
                rows.iter().skip(at).find(allows).map(|row| row.at.max(from))
            }
        }
    }

    fn take(&mut self, units: i64, at: Instant) {
        match self {
            Self::Steps(slots) => {
                slots.take(units, at);
            }
            Self::Dates(_, _, served) => served.push((at, units)),
        }
    }
}
