//! A bound on all sets of nodes at once, by dual ascent.
//!
//! With freight as a straight line, choosing nodes is a facility location problem. Its linear relaxation has the dual:
//! value the units of each line as highly as can be, so long as no node earns more on what it offers than its
//! fixed part. Values are raised one offer at a time (Erlenkotter, Operations Research 26, 1978). What a node has
//! left of its fixed part is what any plan that uses it costs more than the bound.

use super::dense::{add, at, put};
use super::view::View;

/// The bound. Leaves in `slack` what each candidate has left of its fixed part.
pub(super) fn ascend(view: &View, slack: &mut Vec<i64>, values: &mut Vec<(i64, usize)>) -> i64 {
    slack.clear();
    slack.extend(view.candidates.iter().map(|candidate| candidate.fixed));
    values.clear();
    // The value of a unit, and how many offers are at or below it.
    values.extend(view.lines.iter().map(|line| {
        let first = view.offers_of(*line).first().map_or(line.short, |offer| offer.estimate);
        (first.min(line.short), 0)
    }));
    let mut rising = true;
    while rising {
        rising = false;
        for l in 0..view.lines.len() {
            rising |= raise(view, l, slack, values);
        }
    }
    view.lines.iter().zip(values.iter()).map(|(line, (value, _))| line.units * value).sum()
}

/// Raises the value of a line to its next offer, or as far as the nodes below it can pay.
fn raise(view: &View, l: usize, slack: &mut [i64], values: &mut [(i64, usize)]) -> bool {
    let line = at(&view.lines, l);
    let (value, mut below) = at(values, l);
    let offers = view.offers_of(line);
    while offers.get(below).is_some_and(|offer| offer.estimate <= value) {
        below += 1;
    }
    let next = offers.get(below).map_or(line.short, |offer| offer.estimate).min(line.short);
    let mut rise = next - value;
    for offer in offers.get(..below).unwrap_or_default() {
        rise = rise.min(at(slack, offer.candidate as usize) / offer.units);
    }
    if rise <= 0 {
        put(values, l, (value, below));
        return false;
    }
    for offer in offers.get(..below).unwrap_or_default() {
        add(slack, offer.candidate as usize, -rise * offer.units);
    }
    put(values, l, (value + rise, below));
    true
}
