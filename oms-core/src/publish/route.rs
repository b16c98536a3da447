//! Who can be served from where at the same time: a maximum flow from units wanted to units there.

use std::collections::{BTreeMap, VecDeque};

/// Units wanted, and the sources they may come from.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) units: i64,
    /// Whether each source serves it, in the order of the sources.
    pub(super) sources: Vec<bool>,
}

/// How many units of each can be served at once. Who stands earlier is served first and loses nothing to those later,
/// and together they get as many as any assignment could give (augmenting paths, shortest first: Edmonds and Karp).
pub(super) fn route(wanted: &[Wanted], sources: &[i64]) -> Vec<i64> {
    let mut router = Router { wanted, spare: sources.to_vec(), taken: BTreeMap::new() };
    (0..wanted.len()).map(|at| router.serve(at)).collect()
}

/// How many units can be served in all.
pub(super) fn served(wanted: &[Wanted], sources: &[i64]) -> i64 {
    route(wanted, sources).into_iter().fold(0, i64::saturating_add)
}

/// One step of a path: somebody takes from a source.
#[derive(Clone, Copy, Debug)]
struct Take {
    who: usize,
    source: usize,
}

struct Router<'w> {
    wanted: &'w [Wanted],
    spare: Vec<i64>,
    /// Units taken, by source and taker.
    taken: BTreeMap<(usize, usize), i64>,
}

impl Router<'_> {
    fn serve(&mut self, who: usize) -> i64 {
        let wanted = self.wanted.get(who).map_or(0, |wanted| wanted.units.max(0));
        let mut served = 0_i64;
        while served < wanted {
            let Some(path) = self.path(who) else { break };
            served = served.saturating_add(self.take(&path, wanted.saturating_sub(served)));
        }
        served
    }

    fn spare(&self, source: usize) -> i64 {
        self.spare.get(source).copied().unwrap_or_default()
    }

    fn taken(&self, source: usize, who: usize) -> i64 {
        self.taken.get(&(source, who)).copied().unwrap_or_default()
    }

    /// A shortest chain of takers, each giving way to the next, that ends at a source with spare units. It is told
    /// from its end: the first take is from the spare units, the last is by the one who began.
    fn path(&self, from: usize) -> Option<Vec<Take>> {
        let mut takers: BTreeMap<usize, usize> = BTreeMap::new();
        let mut left: BTreeMap<usize, usize> = BTreeMap::new();
        let mut queue = VecDeque::from([from]);
        while let Some(who) = queue.pop_front() {
            let open = self.wanted.get(who).map(|wanted| wanted.sources.iter().enumerate());
            for (source, _) in open.into_iter().flatten().filter(|(_, open)| **open) {
                if takers.contains_key(&source) {
                    continue;
                }
                takers.insert(source, who);
                if self.spare(source) > 0 {
                    return trace(source, from, &takers, &left);
                }
                for (&(_, other), &units) in self.taken.range((source, 0)..=(source, usize::MAX)) {
                    if units > 0 && other != from && !left.contains_key(&other) {
                        left.insert(other, source);
                        queue.push_back(other);
                    }
                }
            }
        }
        None
    }

    fn take(&mut self, path: &[Take], at_most: i64) -> i64 {
        let Some(end) = path.first() else { return 0 };
        let gives_way = || path.iter().zip(path.iter().skip(1)).map(|(take, next)| (next.source, take.who));
        let movable = gives_way().map(|(source, who)| self.taken(source, who));
        let units = movable.fold(self.spare(end.source).min(at_most), i64::min);
        if let Some(spare) = self.spare.get_mut(end.source) {
            *spare = spare.saturating_sub(units);
        }
        for (source, who) in gives_way() {
            let taken = self.taken.entry((source, who)).or_default();
            *taken = taken.saturating_sub(units);
        }
        for take in path {
            let taken = self.taken.entry((take.source, take.who)).or_default();
            *taken = taken.saturating_add(units);
        }
        units
    }
}

fn trace(
    end: usize,
    from: usize,
    takers: &BTreeMap<usize, usize>,
    left: &BTreeMap<usize, usize>,
) -> Option<Vec<Take>> {
    let (mut path, mut source) = (Vec::new(), end);
    loop {
        let who = *takers.get(&source)?;
        path.push(Take { who, source });
        if who == from {
            return Some(path);
        }
        source = *left.get(&who)?;
    }
}
