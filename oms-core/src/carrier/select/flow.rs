//! Parcels to carriers by a flow of least cost.
//!
//! Parcels are added one by one, each along the shortest path of moves: the new parcel goes to a carrier, which may
//! hand one of its own on to the next, and so on (successive shortest paths; Busacker and Gowen 1960). What one more
//! parcel costs a carrier only rises with its number, so each step leaves the best assignment of the parcels so far.

/// What is asked of the number of a carrier's parcels.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bounds {
    /// So many must be given, if that is possible.
    pub(super) demanded: u32,
    /// So many were promised, and each that is missing costs the shortfall.
    pub(super) committed: u32,
    pub(super) shortfall: i64,
    /// At most so many.
    pub(super) most: Option<u32>,
    /// So much comes back for each.
    pub(super) rebate: i64,
}

/// More than any sum of prices: what is demanded goes before all money.
const DEMAND: i128 = 1 << 100;

/// What leaving a parcel costs: more than any sum of prices, less than what is demanded.
const LEFT: i128 = 1 << 80;

impl Bounds {
    /// What the parcel after so many costs beside its price; `None` if there can be none.
    fn next(&self, count: u32) -> Option<i128> {
        if self.most.is_some_and(|most| count >= most) {
            return None;
        }
        let demanded = if count < self.demanded { DEMAND } else { 0 };
        let missing = if count < self.committed { i128::from(self.shortfall) } else { 0 };
        Some(-demanded - missing - i128::from(self.rebate))
    }
}

/// The carrier of each parcel at the least cost in all; `None` for parcels that nobody can take.
///
/// `costs` has a row for each parcel and in it a price for each carrier that takes it. Parcels × parcels × carriers
/// steps at most.
pub(super) fn assign(costs: &[Vec<Option<i64>>], bounds: &[Bounds]) -> Vec<Option<usize>> {
    // The carrier after the last is nobody, who takes everything.
    let nobody = bounds.len();
    let carriers = nobody.saturating_add(1);
    let mut flow = Flow {
        costs,
        bounds,
        nobody,
        assigned: vec![None; costs.len()],
        counts: vec![0; carriers],
        moves: vec![vec![None; carriers]; carriers],
    };
    for parcel in 0..costs.len() {
        flow.add(parcel);
    }
    flow.assigned.into_iter().map(|carrier| carrier.filter(|carrier| *carrier != nobody)).collect()
}

struct Flow<'a> {
    costs: &'a [Vec<Option<i64>>],
    bounds: &'a [Bounds],
    nobody: usize,
    assigned: Vec<Option<usize>>,
    counts: Vec<u32>,
    /// The cheapest way to hand a parcel from one carrier on to another: what it costs more, and which parcel.
    moves: Vec<Vec<Option<(i128, usize)>>>,
}

/// How a carrier is reached: at what cost, and from which carrier; from none by the new parcel itself.
type Reached = Option<(i128, Option<usize>)>;

impl Flow<'_> {
    fn cost(&self, parcel: usize, carrier: usize) -> Option<i128> {
        if carrier == self.nobody {
            return Some(LEFT);
        }
        self.costs.get(parcel)?.get(carrier).copied().flatten().map(i128::from)
    }

    /// What one more parcel costs a carrier beside its price.
    fn next(&self, carrier: usize) -> Option<i128> {
        if carrier == self.nobody {
            return Some(0);
        }
        self.bounds.get(carrier)?.next(self.counts.get(carrier).copied()?)
    }

    fn add(&mut self, parcel: usize) {
        let carriers = self.counts.len();
        let mut reached: Vec<Reached> =
            (0..carriers).map(|to| self.cost(parcel, to).map(|cost| (cost, None))).collect();
        for _ in 1..carriers {
            let mut better = false;
            for from in 0..carriers {
                let Some((so_far, _)) = reached.get(from).copied().flatten() else { continue };
                for to in 0..carriers {
                    let Some((more, _)) = self.moves.get(from).and_then(|row| row.get(to)).copied().flatten()
                    else {
                        continue;
                    };
                    let cost = so_far.saturating_add(more);
                    if let Some(slot) = reached.get_mut(to)
                        && slot.is_none_or(|(known, _)| cost < known)
                    {
                        *slot = Some((cost, Some(from)));
                        better = true;
                    }
                }
            }
            if !better {
                break;
            }
        }
        let ends = (0..carriers).filter_map(|at| {
            let (cost, _) = reached.get(at).copied().flatten()?;
            Some((cost.saturating_add(self.next(at)?), at))
        });
        let Some((_, end)) = ends.min() else { return };
        self.hand_on(parcel, end, &reached);
    }

    /// Moves parcels along the path that ends at a carrier.
    fn hand_on(&mut self, parcel: usize, end: usize, reached: &[Reached]) {
        if let Some(count) = self.counts.get_mut(end) {
            *count = count.saturating_add(1);
        }
        let mut changed = vec![end];
        let mut at = end;
        // Shortest paths have no cycle while the assignment is the best one; the bound holds in any case.
        for _ in 0..self.counts.len() {
            let before = reached.get(at).copied().flatten().and_then(|(_, before)| before);
            let moved = before.and_then(|from| self.moves.get(from)?.get(at).copied().flatten());
            let (moved, from) = match (moved, before) {
                (Some((_, moved)), Some(from)) => (moved, Some(from)),
                _ => (parcel, None),
            };
            if let Some(slot) = self.assigned.get_mut(moved) {
                *slot = Some(at);
            }
            let Some(from) = from else { break };
            changed.push(from);
            at = from;
        }
        for carrier in changed {
            self.look_again(carrier);
        }
    }

    /// The cheapest moves away from a carrier.
    fn look_again(&mut self, from: usize) {
        let mut row = vec![None; self.counts.len()];
        for (parcel, _) in self.assigned.iter().enumerate().filter(|(_, carrier)| **carrier == Some(from)) {
            let Some(here) = self.cost(parcel, from) else { continue };
            for (to, slot) in row.iter_mut().enumerate().filter(|(to, _)| *to != from) {
                let Some(there) = self.cost(parcel, to) else { continue };
                let candidate = (there.saturating_sub(here), parcel);
                if slot.is_none_or(|known| candidate < known) {
                    *slot = Some(candidate);
                }
            }
        }
        if let Some(slot) = self.moves.get_mut(from) {
            *slot = row;
        }
    }
}
