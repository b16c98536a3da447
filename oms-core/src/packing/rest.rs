//! What rests on what: support from below, loads from above.

use super::kind::{Bin, Kind, Laid};
use super::space::{Cuboid, volume};

/// Which rules have to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stack {
    support: bool,
    loads: bool,
}

impl Stack {
    pub(super) fn of(kinds: &[Kind], counts: &[u32], bin: &Bin) -> Self {
        let mut there = kinds.iter().zip(counts).filter(|(_, count)| **count > 0);
        Self { support: bin.support > 0, loads: there.any(|(kind, _)| kind.is_delicate()) }
    }

    pub(super) const fn is_any(self) -> bool {
        self.support || self.loads
    }

    /// Whether pieces have to be looked at when they are laid: on a floor all the way everything is supported.
    pub(super) const fn looks(self, bin: &Bin) -> bool {
        self.loads || self.support && !bin.floors
    }
}

const fn body(laid: &Laid) -> Cuboid {
    Cuboid::at(laid.low, laid.size)
}

/// Whether all rules hold after the pieces from `fresh` on were laid.
pub(super) fn rests(kinds: &[Kind], bin: &Bin, rules: Stack, laid: &[Laid], fresh: usize) -> bool {
    let supported = |piece: &Laid| {
        let own = body(piece);
        if own.low[2] == 0 {
            return true;
        }
        let below = laid.iter().map(body).filter(|other| other.high[2] == own.low[2]);
        let carried: i64 = below.map(|other| other.shadow(&own)).sum();
        let base = volume([piece.size[0], piece.size[1], 1]);
        carried.saturating_mul(100) >= base.saturating_mul(bin.support)
    };
    if rules.support && !laid.iter().skip(fresh).all(supported) {
        return false;
    }
    !rules.loads || loads_hold(kinds, laid)
}

/// Whether nothing carries more than it may. From the top down each piece hands on what rests on it, as a set, so
/// that nothing counts twice.
fn loads_hold(kinds: &[Kind], laid: &[Laid]) -> bool {
    let mut order: Vec<&Laid> = laid.iter().collect();
    order.sort_by_key(|piece| std::cmp::Reverse(piece.low[2]));
    // By place in `order`: what rests on it, and how many pieces high.
    let mut above: Vec<(Vec<usize>, u32)> = Vec::with_capacity(order.len());
    for (at, piece) in order.iter().enumerate() {
        let own = body(piece);
        let (mut on, mut levels) = (Vec::new(), 0);
        for (place, other) in order.iter().take(at).enumerate() {
            let other = body(other);
            if other.low[2] == own.high[2] && other.shadow(&own) > 0 {
                on.push(place);
                if let Some((more, high)) = above.get(place) {
                    on.extend(more);
                    levels = levels.max(high.saturating_add(1));
                }
            }
        }
        on.sort_unstable();
        on.dedup();
        let grams = on.iter().filter_map(|place| kinds.get(order.get(*place)?.kind)).map(|kind| kind.grams);
        let grams = grams.fold(0_u64, u64::saturating_add);
        let rest = kinds.get(piece.kind).map(|kind| kind.rest);
        let holds = rest.is_none_or(|rest| {
            rest.grams.is_none_or(|most| on.is_empty() || (most > 0 && grams <= most))
                && rest.levels.is_none_or(|most| levels <= most)
        });
        if !holds {
            return false;
        }
        above.push((on, levels));
    }
    true
}
