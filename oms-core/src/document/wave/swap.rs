//! Orders that change places between waves while that shortens ways.

use super::fill::Load;
use super::group::{Piece, Site, urgency};
use super::request::WaveRequest;

/// How many swaps may still be tried; a bound, so that the work is known and the same everywhere.
pub(super) struct Budget(u32);

impl Budget {
    pub(super) const fn new() -> Self {
        Self(100_000)
    }

    fn spend(&mut self) -> bool {
        let left = self.0 > 0;
        self.0 = self.0.saturating_sub(1);
        left
    }
}

/// Swaps orders of equal urgency between waves of a group until no swap shortens their ways together, or the budget is
/// spent. Answers how many swaps were made. The order that a wave began with stays.
pub(super) fn improve<'s, 'a>(
    request: &WaveRequest,
    site: &Site<'a>,
    loads: &mut [Load<'s, 'a>],
    budget: &mut Budget,
) -> u32 {
    let mut swaps = 0_u32;
    loop {
        let before = swaps;
        for second in 1..loads.len() {
            let Some((front, back)) = loads.split_at_mut_checked(second) else { continue };
            let Some(other) = back.first_mut() else { continue };
            for one in front {
                match between(request, site, one, other, budget) {
                    Some(made) => swaps = swaps.saturating_add(made),
                    None => return swaps,
                }
            }
        }
        if swaps == before {
            return swaps;
        }
    }
}

/// Swaps between two waves; `None` when the budget is spent.
fn between<'s, 'a>(
    request: &WaveRequest,
    site: &Site<'a>,
    one: &mut Load<'s, 'a>,
    other: &mut Load<'s, 'a>,
    budget: &mut Budget,
) -> Option<u32> {
    let mut swaps = 0_u32;
    for left in 1..one.orders.len() {
        for right in 1..other.orders.len() {
            let (Some(mine), Some(theirs)) =
                (one.orders.get(left).copied(), other.orders.get(right).copied())
            else {
                continue;
            };
            if urgency(mine.order) != urgency(theirs.order) || (mine.stops == theirs.stops) {
                continue;
            }
            if !budget.spend() {
                return None;
            }
            let before = one.cost(&site.floor).saturating_add(other.cost(&site.floor));
            exchange(one, other, mine, theirs);
            let after = one.cost(&site.floor).saturating_add(other.cost(&site.floor));
            if after < before && one.is_within(request) && other.is_within(request) {
                if let (Some(mine_at), Some(theirs_at)) =
                    (one.orders.get_mut(left), other.orders.get_mut(right))
                {
                    *mine_at = theirs;
                    *theirs_at = mine;
                }
                swaps = swaps.saturating_add(1);
            } else {
                exchange(one, other, theirs, mine);
            }
        }
    }
    Some(swaps)
}

fn exchange<'s, 'a>(one: &mut Load<'s, 'a>, other: &mut Load<'s, 'a>, mine: &Piece<'a>, theirs: &Piece<'a>) {
    one.discount(mine);
    one.count(theirs);
    other.discount(theirs);
    other.count(mine);
}
