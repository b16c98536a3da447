//! Which content goes into which boxes, so that boxes and shipping cost least.

use std::collections::BTreeMap;

use super::arrange::Arranger;
use super::kind::{Kind, Laid};

/// How many boxes are tried first for the next parcel, by how many parcels there are already.
const BRANCHES: [usize; 3] = [4, 2, 1];
/// With at most so many pieces all ways to share them out are looked at.
const EXACT_PIECES: u32 = 6;

/// A box with its content.
#[derive(Clone, Debug)]
pub(super) struct Parcel {
    pub(super) shell: usize,
    pub(super) counts: Vec<u32>,
    pub(super) laid: Vec<Laid>,
    pub(super) price: i64,
}

/// Parcels, and what found no box.
#[derive(Clone, Debug)]
pub(super) struct Split {
    pub(super) parcels: Vec<Parcel>,
    pub(super) left: Vec<u32>,
    left_volume: i64,
    cost: i64,
}

impl Split {
    fn beats(&self, other: &Self) -> bool {
        (self.left_volume, self.cost, self.parcels.len())
            < (other.left_volume, other.cost, other.parcels.len())
    }
}

fn add(one: &[u32], other: &[u32]) -> Vec<u32> {
    one.iter().zip(other).map(|(one, other)| one.saturating_add(*other)).collect()
}

fn less(one: &[u32], other: &[u32]) -> Vec<u32> {
    one.iter().zip(other).map(|(one, other)| one.saturating_sub(*other)).collect()
}

fn is_none(counts: &[u32]) -> bool {
    counts.iter().all(|n| *n == 0)
}

/// Shares a content out over boxes.
pub(super) struct Splitter<'a, 'm> {
    arranger: &'a mut Arranger<'m>,
    /// Boxes left, by box; no limit where none is named.
    stock: Vec<Option<u32>>,
    best: Option<Split>,
}

impl<'a, 'm> Splitter<'a, 'm> {
    pub(super) fn new(arranger: &'a mut Arranger<'m>) -> Self {
        let stock = arranger.model.shells.iter().map(|shell| shell.carton.stock).collect();
        Self { arranger, stock, best: None }
    }

    /// The cheapest split found.
    pub(super) fn split(&mut self, counts: &[u32]) -> Split {
        let mut found = self.search_all(counts);
        if found.parcels.len() > 1 {
            found = self.improve(found);
        }
        let pieces = counts.iter().fold(0_u32, |sum, n| sum.saturating_add(*n));
        let limited = self.stock.iter().any(Option::is_some);
        if pieces <= EXACT_PIECES && !limited && found.cost >= self.least(&[]).saturating_mul(2) {
            let mut memory = BTreeMap::new();
            if let Some(parcels) = self.exact(counts, &mut memory) {
                let split = self.finished(parcels, vec![0; counts.len()]);
                if split.beats(&found) {
                    found = split;
                }
            }
        }
        found
    }

    fn search_all(&mut self, counts: &[u32]) -> Split {
        self.best = None;
        self.search(counts.to_vec(), &mut Vec::new());
        let none = |splitter: &Self| splitter.finished(Vec::new(), counts.to_vec());
        self.best.take().unwrap_or_else(|| none(self))
    }

    fn finished(&self, parcels: Vec<Parcel>, left: Vec<u32>) -> Split {
        let cost = parcels.iter().fold(0_i64, |sum, parcel| sum.saturating_add(parcel.price));
        let left_volume = self.arranger.model.volume(&left);
        // What is left without volume is left all the same.
        let left_volume = if is_none(&left) { 0 } else { left_volume.max(1) };
        Split { parcels, left, left_volume, cost }
    }

    fn offer(&mut self, parcels: &[Parcel], left: Vec<u32>) {
        let split = self.finished(parcels.to_vec(), left);
        if self.best.as_ref().is_none_or(|best| split.beats(best)) {
            self.best = Some(split);
        }
    }

    /// Depth first: the cheapest box for all that is left, then the boxes that pack most for their price.
    fn search(&mut self, mut left: Vec<u32>, parcels: &mut Vec<Parcel>) {
        let depth = parcels.len();
        loop {
            if is_none(&left) {
                self.offer(parcels, left);
                break;
            }
            let spent = parcels.iter().fold(0_i64, |sum, parcel| sum.saturating_add(parcel.price));
            let least = spent.saturating_add(self.least(&left));
            if self.best.as_ref().is_some_and(|best| best.left_volume == 0 && least >= best.cost) {
                break;
            }
            if let Some(parcel) = self.cheapest(&left, parcels) {
                let price = parcel.price;
                parcels.push(parcel);
                self.offer(parcels, vec![0; left.len()]);
                parcels.pop();
                if price <= self.least(&[]).saturating_mul(2) {
                    break; // no two boxes cost less
                }
            }
            let searching = self.best.is_none() || self.arranger.work.is_left();
            let mut options = if searching { self.options(&left, parcels) } else { Vec::new() };
            options.truncate(BRANCHES.get(parcels.len()).copied().unwrap_or(1));
            match options.len() {
                0 => {
                    self.offer(parcels, left);
                    break;
                }
                // Most parcels of a long list have no choice; they take no stack either.
                1 => {
                    left = less(&left, options.first().map_or(&[], |parcel| &parcel.counts));
                    parcels.append(&mut options);
                }
                _ => {
                    self.branch(&left, options, parcels);
                    break;
                }
            }
        }
        parcels.truncate(depth);
    }

    fn branch(&mut self, left: &[u32], options: Vec<Parcel>, parcels: &mut Vec<Parcel>) {
        for parcel in options {
            let rest = less(left, &parcel.counts);
            parcels.push(parcel);
            self.search(rest, parcels);
            parcels.pop();
            if !self.arranger.work.is_left() {
                break;
            }
        }
    }

    /// What the boxes for a content cost at least: as many as volume and weight need, at the lowest price of any.
    fn least(&self, counts: &[u32]) -> i64 {
        let model = self.arranger.model;
        let lowest = model.shells.iter().filter_map(|shell| model.price(shell, 0)).min().unwrap_or(0);
        let most_volume = model.shells.iter().map(|shell| shell.volume).max().unwrap_or(0).max(1);
        let most_grams = model.shells.iter().map(|shell| shell.payload).max().unwrap_or(0).max(1);
        let by_volume = model.volume(counts).saturating_add(most_volume - 1) / most_volume;
        let by_grams = i64::try_from(model.grams(counts).div_ceil(most_grams)).unwrap_or(i64::MAX);
        lowest.saturating_mul(by_volume.max(by_grams).max(1))
    }

    fn in_stock(&self, shell: usize, parcels: &[Parcel]) -> bool {
        let used = parcels.iter().filter(|parcel| parcel.shell == shell).count();
        let stock = self.stock.get(shell).copied().flatten();
        stock.is_none_or(|stock| u32::try_from(used).is_ok_and(|used| used < stock))
    }

    /// The cheapest single box for a content, with everything laid in it.
    fn cheapest(&mut self, counts: &[u32], parcels: &[Parcel]) -> Option<Parcel> {
        let model = self.arranger.model;
        if !model.is_friendly(counts) {
            return None;
        }
        let grams = model.grams(counts);
        let priced = model.shells.iter().enumerate().filter(|(at, _)| self.in_stock(*at, parcels));
        let mut order: Vec<(i64, usize)> =
            priced.filter_map(|(at, shell)| Some((model.price(shell, grams)?, at))).collect();
        // Of boxes at one price the smaller, then the first.
        order.sort_by_key(|(price, at)| (*price, model.shells.get(*at).map_or(0, |shell| shell.volume), *at));
        for (price, shell) in order {
            if let Ok(laid) = self.arranger.arrange(shell, counts) {
                return Some(Parcel { shell, counts: counts.to_vec(), laid, price });
            }
        }
        None
    }

    /// Boxes for a part of a content, the one that packs most for its price first.
    fn options(&mut self, left: &[u32], parcels: &[Parcel]) -> Vec<Parcel> {
        let model = self.arranger.model;
        let whole = model.volume(left).max(1);
        let heavy = i64::try_from(model.grams(left)).unwrap_or(i64::MAX).max(1);
        let mut options: Vec<(i128, Parcel)> = Vec::new();
        for offer in self.offers(left) {
            for at in 0..model.shells.len() {
                if !self.in_stock(at, parcels) {
                    continue;
                }
                let Some((counts, laid)) = self.arranger.fill(at, &offer) else { continue };
                let grams = model.grams(&counts);
                let Some(price) = model.shells.get(at).and_then(|shell| model.price(shell, grams)) else {
                    continue;
                };
                // The share of all volume or of all weight that it takes, whichever is more, in millionths.
                let by_volume = i128::from(model.volume(&counts)) * 1_000_000 / i128::from(whole);
                let by_weight = i128::from(grams) * 1_000_000 / i128::from(heavy);
                let share = by_volume.max(by_weight).max(1);
                let rate = i128::from(price.max(1)).saturating_mul(1_000_000_000) / share;
                options.push((rate, Parcel { shell: at, counts, laid, price }));
            }
        }
        options.sort_by(|(rate, one), (other_rate, other)| {
            (rate, one.shell, &one.counts).cmp(&(other_rate, other.shell, &other.counts))
        });
        options.into_iter().map(|(_, parcel)| parcel).collect()
    }

    /// Contents that may share a box, to choose from: one for each colour of the graph of conflicts, with everything
    /// else added that gets on with it.
    fn offers(&self, left: &[u32]) -> Vec<Vec<u32>> {
        let model = self.arranger.model;
        if model.is_friendly(left) {
            return by_form(&model.kinds, left);
        }
        let there: Vec<usize> = (0..left.len()).filter(|at| left.get(*at).is_some_and(|n| *n > 0)).collect();
        let mut colours: Vec<Vec<usize>> = Vec::new();
        for kind in &there {
            let free =
                colours.iter_mut().find(|colour| colour.iter().all(|other| !model.clash(*kind, *other)));
            match free {
                Some(colour) => colour.push(*kind),
                None => colours.push(vec![*kind]),
            }
        }
        let grown = colours.into_iter().map(|mut colour| {
            for kind in &there {
                if !colour.contains(kind) && colour.iter().all(|other| !model.clash(*kind, *other)) {
                    colour.push(*kind);
                }
            }
            let kept = left.iter().enumerate().map(|(at, n)| if colour.contains(&at) { *n } else { 0 });
            kept.collect::<Vec<u32>>()
        });
        grown.take(4).flat_map(|offer| by_form(&model.kinds, &offer)).collect()
    }

    /// Takes two or three parcels at a time and shares them out again, as long as that saves something.
    fn improve(&mut self, mut split: Split) -> Split {
        'again: loop {
            let n = split.parcels.len();
            let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| vec![a, b]));
            let triples =
                (0..n).flat_map(|a| (a + 1..n).flat_map(move |b| (b + 1..n).map(move |c| vec![a, b, c])));
            let triples = triples.take(if n > 3 { 40 } else { 0 });
            for group in pairs.chain(triples) {
                if !self.arranger.work.is_left() {
                    return split;
                }
                if let Some(better) = self.again(&split, &group) {
                    split = better;
                    continue 'again;
                }
            }
            return split;
        }
    }

    fn again(&mut self, split: &Split, group: &[usize]) -> Option<Split> {
        let (mut union, mut kept, mut before) = (vec![0; split.left.len()], Vec::new(), 0_i64);
        for (at, parcel) in split.parcels.iter().enumerate() {
            if group.contains(&at) {
                union = add(&union, &parcel.counts);
                before = before.saturating_add(parcel.price);
            } else {
                kept.push(parcel.clone());
            }
        }
        if self.least(&union) >= before {
            return None;
        }
        let outside = self.stock.clone();
        for parcel in &kept {
            if let Some(Some(stock)) = self.stock.get_mut(parcel.shell) {
                *stock = stock.saturating_sub(1);
            }
        }
        let found = self.search_all(&union);
        self.stock = outside;
        if found.left_volume > 0 || found.cost >= before {
            return None;
        }
        kept.extend(found.parcels);
        Some(self.finished(kept, split.left.clone()))
    }

    /// All ways to share out a few pieces, each part in its cheapest box.
    fn exact(
        &mut self,
        counts: &[u32],
        memory: &mut BTreeMap<Vec<u32>, Option<Vec<Parcel>>>,
    ) -> Option<Vec<Parcel>> {
        if is_none(counts) {
            return Some(Vec::new());
        }
        if let Some(known) = memory.get(counts) {
            return known.clone();
        }
        let cost =
            |parcels: &[Parcel]| parcels.iter().fold(0_i64, |sum, parcel| sum.saturating_add(parcel.price));
        let mut best: Option<Vec<Parcel>> = None;
        for part in parts(counts) {
            let Some(parcel) = self.cheapest(&part, &[]) else { continue };
            let bound = best.as_ref().map_or(i64::MAX, |best| cost(best));
            if parcel.price >= bound {
                continue;
            }
            let Some(mut rest) = self.exact(&less(counts, &part), memory) else { continue };
            rest.push(parcel);
            if cost(&rest) < bound {
                best = Some(rest);
            }
        }
        memory.insert(counts.to_vec(), best.clone());
        best
    }
}

/// Pieces with a size apart from those without: only what has sizes can be laid.
fn by_form(kinds: &[Kind], offer: &[u32]) -> Vec<Vec<u32>> {
    let of = |loose: bool| -> Vec<u32> {
        let kept = kinds.iter().zip(offer);
        kept.map(|(kind, n)| if kind.poses.is_empty() == loose { *n } else { 0 }).collect()
    };
    [of(false), of(true)].into_iter().filter(|offer| !is_none(offer)).collect()
}

/// Every part of a content that has a piece of its first kind, so that no division comes twice; the whole first.
fn parts(counts: &[u32]) -> Vec<Vec<u32>> {
    let mut parts: Vec<Vec<u32>> = vec![Vec::new()];
    let mut started = false;
    for n in counts {
        let from = u32::from(!started && *n > 0);
        started |= *n > 0;
        let grow = |part: &Vec<u32>| {
            let part = part.clone();
            (from..=*n).rev().map(move |take| {
                let mut part = part.clone();
                part.push(take);
                part
            })
        };
        parts = parts.iter().flat_map(grow).collect();
    }
    parts
}
