//! A packing by all states that can be reached, one thing after the other: exact and quick for small numbers.

use super::fill::Fits;
use super::search::Packing;

/// More states than this are for the other search.
const STATES: usize = 100_000;

/// How many of the kind at hand are taken, and what is left in each row, as one number: `left` in mixed radix, and
/// `taken` above it.
struct Code {
    /// What one unit of each row counts, and how many different numbers may be left in it.
    rows: Vec<(u64, u64)>,
    /// What one thing taken counts.
    taken: u64,
}

impl Code {
    /// The number of a full shelf, and how states are written; nothing where one would be beyond 64 bits.
    fn of(packing: &Packing) -> Option<(Self, u64)> {
        let (mut place, mut start) = (1_u64, 0_u64);
        let mut rows = Vec::with_capacity(packing.rows.len());
        for (_, bound) in &packing.rows {
            let bound = u64::try_from(*bound).ok()?;
            start = start.checked_add(place.checked_mul(bound)?)?;
            let size = bound.checked_add(1)?;
            rows.push((place, size));
            place = place.checked_mul(size)?;
        }
        let most = packing.goals.iter().max().copied().unwrap_or_default();
        place.checked_mul(u64::try_from(most).ok()?.checked_add(1)?)?;
        Some((Self { rows, taken: place }, start))
    }

    fn left(&self, row: usize, state: u64) -> u64 {
        let digit =
            self.rows.get(row).and_then(|(place, size)| state.checked_div(*place)?.checked_rem(*size));
        digit.unwrap_or_default()
    }
}

impl Packing {
    /// As [`Packing::fits`]; unknown where there are too many states.
    pub(super) fn tabled(&self, work: &mut u64) -> Fits {
        self.states(work).unwrap_or(Fits::Unknown)
    }

    fn states(&self, work: &mut u64) -> Option<Fits> {
        let (code, start) = Code::of(self)?;
        let mut states = vec![start];
        for (kind, goal) in self.goals.iter().enumerate() {
            let goal = u64::try_from(*goal).ok()?;
            let things = self.kind.iter().zip(&self.most).enumerate().filter(|(_, (of, _))| **of == kind);
            for (thing, (_, most)) in things {
                let takes: Vec<(usize, u64)> = (self.rows.iter().enumerate())
                    .filter_map(|(row, (units, _))| Some((row, u64::try_from(*units.get(thing)?).ok()?)))
                    .filter(|(_, units)| *units > 0)
                    .collect();
                let most = u64::try_from(*most).unwrap_or(u64::MAX);
                let mut next = Vec::with_capacity(states.len());
                for state in states {
                    let open = goal.saturating_sub(state.checked_div(code.taken)?);
                    let fit =
                        takes.iter().filter_map(|(row, units)| code.left(*row, state).checked_div(*units));
                    for times in 0..=fit.fold(most.min(open), u64::min) {
                        next.push(code.after(state, &takes, times)?);
                    }
                    *work = work.checked_sub(1)?;
                    if next.len() > STATES.saturating_mul(8) {
                        return None;
                    }
                }
                self.forget(&code, thing, &mut next);
                next.sort_unstable();
                next.dedup();
                *work = work.checked_sub(next.len() as u64)?;
                if next.len() > STATES {
                    return None;
                }
                states = next;
            }
            // Only full ones go on, and the next kind counts from nothing.
            states.retain(|state| state.checked_div(code.taken) == Some(goal));
            states.iter_mut().for_each(|state| *state = state.checked_rem(code.taken).unwrap_or_default());
        }
        Some(if states.is_empty() { Fits::No } else { Fits::Yes })
    }

    /// What is left in rows that no later thing takes from makes no difference.
    fn forget(&self, code: &Code, thing: usize, states: &mut [u64]) {
        for (row, (units, _)) in self.rows.iter().enumerate() {
            let later = units.iter().skip(thing.saturating_add(1)).any(|units| *units > 0);
            let Some((place, _)) = code.rows.get(row).filter(|_| !later) else { continue };
            for state in &mut *states {
                *state = state.saturating_sub(code.left(row, *state).saturating_mul(*place));
            }
        }
    }
}

impl Code {
    /// The state after a thing has been taken so many times.
    fn after(&self, state: u64, takes: &[(usize, u64)], times: u64) -> Option<u64> {
        let mut state = state.checked_add(self.taken.checked_mul(times)?)?;
        for (row, units) in takes {
            let (place, _) = self.rows.get(*row)?;
            state = state.checked_sub(units.checked_mul(times)?.checked_mul(*place)?)?;
        }
        Some(state)
    }
}
