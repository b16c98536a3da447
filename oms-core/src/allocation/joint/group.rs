//! Orders of one class, or of all: a plan that fits, a bound, and a better plan for as long as there is work.

use super::ascent::{Bound, ascend};
use super::rows::Rows;
use super::search::{Plans, Work, improve, pass, shuffle, sweep};
use super::seat::{Method, Seat};
use crate::allocation::dice::Dice;

/// How often an order that touches scarce rows is planned in the search, on average, unless the batch says how much
/// work there is.
const SEARCHED: u64 = 80;
/// The same for all that comes before.
const BEFORE: u64 = 70;

/// How much work some orders deserve.
pub(super) fn deserved(seats: &[Seat<'_>]) -> u64 {
    let all = u64::try_from(seats.len()).unwrap_or(u64::MAX);
    let scarce = u64::try_from(seats.iter().filter(|seat| !seat.rows.is_empty()).count()).unwrap_or(u64::MAX);
    scarce.saturating_mul(SEARCHED.saturating_add(BEFORE)).saturating_add(all.saturating_mul(4))
}

/// Plans them. What is done in which sequence does not depend on how much work there is.
pub(super) fn plan_group(
    seats: &mut [Seat<'_>],
    rows: &Rows,
    start: Vec<i128>,
    threads: usize,
    work: &mut Work,
) -> (Plans, Bound) {
    let given: Vec<usize> = (0..seats.len()).collect();
    let free = vec![0; rows.keys.len()];
    let mut best = pass(seats, rows, &given, &free, Method::Greedy, None, work);
    let mut known = None;
    let offer = |best: &mut Plans, other: &Plans| {
        if other.rank() < best.rank() {
            best.clone_from(other);
        }
    };
    if !work.is_spent() {
        let mut exact = pass(seats, rows, &given, &free, Method::Exact, None, work);
        exact.take_cheaper(&best, |at| seats.get(at).is_some_and(|seat| seat.rows.is_empty()));
        best.take_cheaper(&exact, |at| seats.get(at).is_some_and(|seat| seat.rows.is_empty()));
        offer(&mut best, &exact);
        known = Some(exact);
    }
    if seats.iter().any(Seat::was_planned) {
        // Also without work: what is planned is not to be lost for want of it.
        let mut sequence = given.clone();
        sequence.sort_by_key(|at| !seats.get(*at).is_some_and(Seat::was_planned));
        let mut kept = pass(seats, rows, &sequence, &free, Method::Planned, known.as_ref(), work);
        if !work.is_spent() {
            sweep(seats, &mut kept, &free, work);
        }
        offer(&mut best, &kept);
    }
    let bound = ascend(seats, rows, start, best.cost, threads, work);
    let mut shuffled = given.clone();
    shuffle(&mut shuffled, &mut Dice::new(0x7061_7373, 1));
    let mut dearest = given.clone();
    dearest.sort_by_key(|at| best.served.get(*at).map(|served| std::cmp::Reverse(served.cost)));
    for sequence in [&given, &dearest, &shuffled] {
        if work.is_spent() || rows.keys.is_empty() {
            break;
        }
        offer(&mut best, &pass(seats, rows, sequence, &bound.prices, Method::Exact, known.as_ref(), work));
    }
    improve(seats, rows, &mut best, &bound.prices, bound.lower, work);
    (best, bound)
}
