//! The lines worth most that fit: the 0/1 knapsack problem.

use std::cmp::Reverse;

use super::grant::{Share, in_full, units, wanted};
use super::{
    BackorderEntry, BackorderLeft, BackorderNothingLeft, BackorderOutweighed, BackorderReason,
    BackorderRequest, BackorderValue,
};
use crate::value::Money;

/// Lines chosen for their value; the entries stand in the order of the queue.
pub(super) fn share(entries: &[&BackorderEntry], left: &mut u64) -> (Vec<Share>, Option<BackorderValue>) {
    let available = *left;
    let (chosen, at_most, exact) = choose(entries, available);
    let mut value = 0_i64;
    for (entry, chosen) in entries.iter().zip(&chosen) {
        if *chosen {
            *left = left.saturating_sub(wanted(entry));
            value = value.saturating_add(worth(entry));
        }
    }
    let mut shares = Vec::with_capacity(entries.len());
    for (entry, chosen) in entries.iter().zip(&chosen) {
        let share = if *chosen {
            in_full(entry)
        } else if wanted(entry) <= *left {
            *left = left.saturating_sub(wanted(entry));
            value = value.saturating_add(entry.margin.map_or(0, Money::minor));
            Share { granted: wanted(entry), reason: BackorderReason::Left(BackorderLeft {}) }
        } else if available == 0 {
            Share { granted: 0, reason: BackorderReason::NothingLeft(BackorderNothingLeft {}) }
        } else {
            let reason = BackorderOutweighed { available: units(*left) };
            Share { granted: 0, reason: BackorderReason::Outweighed(reason) }
        };
        shares.push(share);
    }
    let currency = entries.iter().find_map(|entry| entry.margin).map(Money::currency);
    let value = currency.map(|currency| BackorderValue {
        value: Money::from_minor(value, currency),
        at_most: Money::from_minor(at_most, currency),
        exact,
    });
    (shares, value)
}

/// The worth of several SKUs together.
pub(super) fn plus(sum: Option<BackorderValue>, more: Option<BackorderValue>) -> Option<BackorderValue> {
    let (Some(sum), Some(more)) = (sum, more) else { return sum.or(more) };
    // Checked before: all margins are in one currency, and their sizes sum within 64 bits.
    let add = |a: Money, b: Money| a.checked_add(b).unwrap_or(a);
    Some(BackorderValue {
        value: add(sum.value, more.value),
        at_most: add(sum.at_most, more.at_most),
        exact: sum.exact && more.exact,
    })
}

/// What a line is worth: a loss is not worth choosing.
fn worth(entry: &BackorderEntry) -> i64 {
    entry.margin.map_or(0, Money::minor).max(0)
}

/// Which lines to take, what no choice can exceed, and whether this one reaches it.
fn choose(entries: &[&BackorderEntry], available: u64) -> (Vec<bool>, i64, bool) {
    let all = entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(wanted(entry)));
    let value = |chosen: &[bool]| {
        let chosen = entries.iter().zip(chosen).filter(|(_, chosen)| **chosen);
        chosen.fold(0_i64, |sum, (entry, _)| sum.saturating_add(worth(entry)))
    };
    if all <= available {
        let chosen: Vec<bool> = entries.iter().map(|entry| worth(entry) > 0).collect();
        let best = value(&chosen);
        return (chosen, best, true);
    }
    let capacity = usize::try_from(available).unwrap_or(usize::MAX);
    let cells = capacity.saturating_add(1).saturating_mul(entries.len());
    if cells <= BackorderRequest::KNAPSACK_CELLS {
        let chosen = exact(entries, capacity);
        let best = value(&chosen);
        return (chosen, best, true);
    }
    let (chosen, at_most) = greedy(entries, available);
    let exact = value(&chosen) == at_most;
    (chosen, at_most, exact)
}

/// Dynamic programming from the back of the queue: `best[c]` is the most that the entries from here on are worth in `c`
/// units. Of equal choices the one that takes who stands first. `O(entries × capacity)` in time and memory.
fn exact(entries: &[&BackorderEntry], capacity: usize) -> Vec<bool> {
    let mut best = vec![0_i64; capacity.saturating_add(1)];
    let mut takes: Vec<Vec<bool>> = Vec::with_capacity(entries.len());
    for entry in entries.iter().rev() {
        let (size, worth) = (usize::try_from(wanted(entry)).unwrap_or(usize::MAX), worth(entry));
        let taken = |room: usize| {
            let rest = best.get(room.checked_sub(size)?)?;
            Some(rest.saturating_add(worth))
        };
        let with: Vec<Option<i64>> = (0..=capacity).map(taken).collect();
        let better =
            |(with, without): (&Option<i64>, &i64)| worth > 0 && with.is_some_and(|with| with >= *without);
        let takes_here: Vec<bool> = with.iter().zip(&best).map(better).collect();
        best = (with.iter().zip(&best).zip(&takes_here))
            .map(|((with, without), takes)| with.filter(|_| *takes).unwrap_or(*without))
            .collect();
        takes.push(takes_here);
    }
    let mut room = capacity;
    let take = |(entry, takes): (&&BackorderEntry, &Vec<bool>)| {
        let takes = takes.get(room).copied().unwrap_or(false);
        if takes {
            room = room.saturating_sub(usize::try_from(wanted(entry)).unwrap_or(usize::MAX));
        }
        takes
    };
    entries.iter().zip(takes.iter().rev()).map(take).collect()
}

/// Most value for a unit first, or the one most valuable line if that alone is worth more: at least half the best
/// (Dantzig's bound: the lines taken before the first that does not fit, plus its fraction, are worth at least the
/// best).
fn greedy(entries: &[&BackorderEntry], available: u64) -> (Vec<bool>, i64) {
    let mut order: Vec<(usize, &BackorderEntry)> = entries
        .iter()
        .enumerate()
        .map(|(at, entry)| (at, *entry))
        .filter(|(_, entry)| worth(entry) > 0)
        .collect();
    order.sort_by(|(a_at, a), (b_at, b)| {
        let cross = |x: &BackorderEntry, y: &BackorderEntry| {
            i128::from(worth(x)).saturating_mul(i128::from(wanted(y)))
        };
        cross(b, a).cmp(&cross(a, b)).then(a_at.cmp(b_at))
    });
    let (mut left, mut sum) = (available, 0_i64);
    let mut chosen = vec![false; entries.len()];
    let mut at_most: Option<i64> = None;
    for (at, entry) in &order {
        if wanted(entry) <= left {
            left = left.saturating_sub(wanted(entry));
            sum = sum.saturating_add(worth(entry));
            if let Some(chosen) = chosen.get_mut(*at) {
                *chosen = true;
            }
        } else if at_most.is_none() {
            let part = i128::from(worth(entry)).saturating_mul(i128::from(left));
            let part = part.checked_div(i128::from(wanted(entry))).unwrap_or_default();
            at_most = Some(sum.saturating_add(i64::try_from(part).unwrap_or(i64::MAX)));
        }
    }
    let fitting = order.iter().filter(|(_, entry)| wanted(entry) <= available);
    let single = fitting.max_by_key(|(at, entry)| (worth(entry), Reverse(*at)));
    if let Some((at, entry)) = single.filter(|(_, entry)| worth(entry) > sum) {
        sum = worth(entry);
        chosen = (0..entries.len()).map(|place| place == *at).collect();
    }
    (chosen, at_most.unwrap_or(sum).max(sum))
}
