//! The rows of a timeline: what comes, what is promised, what lies too long and what is given up, date by date.

use std::collections::{BTreeMap, VecDeque};

use chrono::TimeDelta;

use super::shelf::Shelf;
use super::{PromiseFigures, PromiseRow};
use crate::value::{Instant, ReceiptId};

/// The rows of supplies and demands, the present first, up to and without the date from which any number can be had.
///
/// With `C` the supply minus what serves promises, and `L` what lies too long, both up to a date, the units that can be
/// promised for `t` are `min(C from t on) − L(t)`. That is Hall's condition for promises that may each take supply of a
/// span of dates: of every span, no more may be promised than it brings.
pub(super) fn rows<'a>(
    figures: &PromiseFigures,
    supplies: impl Iterator<Item = (Instant, i64, &'a ReceiptId)>,
    demands: impl Iterator<Item = (Instant, i64)>,
) -> Vec<PromiseRow> {
    let mut by_date: BTreeMap<Instant, PromiseRow> = BTreeMap::new();
    at(&mut by_date, figures.now);
    for (date, units, receipt) in supplies {
        let row = at(&mut by_date, date);
        row.supply = row.supply.saturating_add(units);
        if units > 0 {
            row.receipts.push(receipt.clone());
        }
    }
    for (date, units) in demands {
        let row = at(&mut by_date, date);
        row.demand = row.demand.saturating_add(units);
    }
    let (mut shelf, forward) = (Shelf::new(figures), forward(figures));
    add_windows(&mut by_date, &shelf, forward);
    let end = figures.unlimited_from();
    let inside = by_date.into_values().filter(|row| end.is_none_or(|end| row.at < end));
    let mut rows: Vec<PromiseRow> = inside.collect();

    let (mut owed, mut cumulative, mut lapsed) = (Owed::default(), figures.free, 0_i64);
    let mut served = Vec::with_capacity(rows.len());
    for row in &mut rows {
        row.lapsed = shelf.clear(row.at);
        shelf.arrive(row.at, row.supply);
        owed.serve(&mut shelf);
        let (taken, _) = shelf.take(row.demand);
        let limit = forward.and_then(|forward| row.at.checked_add_signed(forward));
        owed.add(row.demand.saturating_sub(taken), limit);
        row.given_up = owed.give_up(row.at);
        cumulative = cumulative.saturating_add(row.supply).saturating_sub(row.demand);
        cumulative = cumulative.saturating_add(row.given_up);
        lapsed = lapsed.saturating_add(row.lapsed);
        row.cumulative = cumulative;
        served.push((cumulative.saturating_add(owed.units), lapsed));
    }
    let mut least = i64::MAX;
    for (row, (left, lapsed)) in rows.iter_mut().zip(served).rev() {
        least = least.min(left);
        row.promiseable = least.saturating_sub(lapsed).max(0);
    }
    // Dates at which units could have lapsed or been given up, and none were.
    let is_idle =
        |row: &PromiseRow| row.lapsed == 0 && row.given_up == 0 && row.supply == 0 && row.demand == 0;
    if shelf.lapses(figures.now).is_some() || forward.is_some() {
        rows.retain(|row| row.at == figures.now || !is_idle(row));
    }
    rows
}

fn at(rows: &mut BTreeMap<Instant, PromiseRow>, at: Instant) -> &mut PromiseRow {
    rows.entry(at).or_insert_with(|| PromiseRow {
        at,
        supply: 0,
        demand: 0,
        lapsed: 0,
        given_up: 0,
        cumulative: 0,
        promiseable: 0,
        receipts: Vec::new(),
    })
}

/// Adds the dates at which supply may be too old, and promises given up.
fn add_windows(rows: &mut BTreeMap<Instant, PromiseRow>, shelf: &Shelf, forward: Option<TimeDelta>) {
    let dates = rows.values().flat_map(|row| {
        let late = forward.filter(|_| row.demand > 0);
        [shelf.lapses(row.at), late.and_then(|late| row.at.checked_add_signed(late))]
    });
    let dates: Vec<Instant> = dates.flatten().collect();
    for date in dates {
        at(rows, date);
    }
}

fn forward(figures: &PromiseFigures) -> Option<TimeDelta> {
    TimeDelta::try_days(i64::from(figures.terms.forward_days?))
}

/// Units of promises that are late.
#[derive(Default)]
struct Owed {
    /// Until when they may come, and how many, the earliest promise first.
    late: VecDeque<(Option<Instant>, i64)>,
    units: i64,
}

impl Owed {
    fn add(&mut self, units: i64, limit: Option<Instant>) {
        if units > 0 {
            self.late.push_back((limit, units));
            self.units = self.units.saturating_add(units);
        }
    }

    fn serve(&mut self, shelf: &mut Shelf) {
        while let Some((_, units)) = self.late.front_mut() {
            let (taken, _) = shelf.take(*units);
            self.units = self.units.saturating_sub(taken);
            *units = units.saturating_sub(taken);
            if *units > 0 {
                break;
            }
            self.late.pop_front();
        }
    }

    /// Gives up what may not come later than an instant, and says how many units.
    fn give_up(&mut self, at: Instant) -> i64 {
        let mut given_up = 0_i64;
        while let Some((_, units)) =
            self.late.front().filter(|(limit, _)| limit.is_some_and(|limit| limit <= at))
        {
            given_up = given_up.saturating_add(*units);
            self.late.pop_front();
        }
        self.units = self.units.saturating_sub(given_up);
        given_up
    }
}
