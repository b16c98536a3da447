//! One content in one box: whether it fits and where everything lies, or as much of an offer as goes in.

use std::collections::BTreeMap;

use super::exact::exact;
use super::kind::{Bin, Laid};
use super::load::Loader;
use super::model::{LOOSE_PERCENT, Model, Shell};
use super::work::Work;

/// Blocks made for a load at the least effort.
const BLOCKS: usize = 400;
/// Work for one look at one box at the least effort.
const LOOK: u64 = 4_000;
/// With at most so many pieces every corner is tried.
const EXACT_PIECES: u32 = 6;
/// Contents remembered.
const MEMORY: usize = 20_000;

/// What keeps a content out of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    Fragile(usize),
    TooSmall(usize),
    TooHeavy,
    TooFull,
    NotFound,
}

/// How a box is filled: on floors only where everything must be wholly supported, first on floors where less will do.
fn ways(bin: &Bin) -> impl Iterator<Item = Bin> + use<> {
    let hanging = (bin.support > 0 && bin.support < 100).then_some(Bin { floors: false, ..*bin });
    [*bin].into_iter().chain(hanging)
}

/// A content laid in a box; no places where only volumes are known.
pub(super) type Arranged = Result<Vec<Laid>, Obstacle>;

/// Looks at boxes and remembers what it saw.
pub(super) struct Arranger<'m> {
    pub(super) model: &'m Model<'m>,
    pub(super) work: Work,
    effort: u64,
    seen: BTreeMap<(usize, Vec<u32>), Arranged>,
}

impl<'m> Arranger<'m> {
    pub(super) fn new(model: &'m Model<'m>) -> Self {
        let effort = u64::from(model.request.effort);
        Self { model, work: Work::new(effort.saturating_mul(200_000)), effort, seen: BTreeMap::new() }
    }

    /// What keeps a content out without looking at places.
    pub(super) fn obstacle(&self, shell: &Shell<'_>, counts: &[u32]) -> Option<Obstacle> {
        let mailer = shell.carton.kind == super::BoxKind::Mailer;
        let there = || self.model.kinds.iter().zip(counts).enumerate().filter(|(_, (_, n))| **n > 0);
        let fragile = there().find(|(_, (kind, _))| mailer && !kind.mailable);
        if let Some((at, _)) = fragile {
            return Some(Obstacle::Fragile(at));
        }
        let fits = |bin: &Bin| there().find(|(_, (kind, _))| !kind.poses.is_empty() && !kind.fits(bin.size));
        // A mailer may be of any of its thicknesses.
        let mut refused = Some(Obstacle::TooSmall(0));
        for bin in &shell.bins {
            refused = fits(bin).map(|(at, _)| Obstacle::TooSmall(at));
            if refused.is_none() {
                break;
            }
        }
        let loose = there().any(|(_, (kind, _))| kind.poses.is_empty());
        let most = if loose { shell.volume / 100 * LOOSE_PERCENT } else { shell.volume };
        refused
            .or_else(|| (self.model.grams(counts) > shell.payload).then_some(Obstacle::TooHeavy))
            .or_else(|| (self.model.volume(counts) > most).then_some(Obstacle::TooFull))
    }

    /// Lays a whole content in a box.
    pub(super) fn arrange(&mut self, at: usize, counts: &[u32]) -> Arranged {
        let model = self.model;
        let Some(shell) = model.shells.get(at) else { return Err(Obstacle::NotFound) };
        if let Some(obstacle) = self.obstacle(shell, counts) {
            return Err(obstacle);
        }
        let there = || model.kinds.iter().zip(counts).filter(|(_, n)| **n > 0);
        if there().any(|(kind, _)| kind.poses.is_empty()) {
            return Ok(Vec::new());
        }
        let key = (at, counts.to_vec());
        if let Some(known) = self.seen.get(&key) {
            return known.clone();
        }
        let mut found = Err(Obstacle::NotFound);
        for bin in &shell.bins {
            if let Some(laid) = self.whole(bin, counts) {
                found = Ok(laid);
                break;
            }
        }
        if self.seen.len() < MEMORY {
            self.seen.insert(key, found.clone());
        }
        found
    }

    fn whole(&mut self, bin: &Bin, counts: &[u32]) -> Option<Vec<Laid>> {
        let kinds = &self.model.kinds;
        let pieces: u32 = counts.iter().fold(0, |sum, n| sum.saturating_add(*n));
        for bin in ways(bin) {
            let quick = Loader::quick(kinds, counts, bin);
            let load = quick.once(&mut self.work);
            if load.is_all() {
                return Some(quick.laid(&load));
            }
        }
        if pieces == 1 {
            return None;
        }
        for bin in ways(bin) {
            let loader = Loader::new(kinds, counts, bin, self.blocks());
            self.work.spend(loader.burden());
            let load = self.look(|work| loader.fill(work));
            if load.is_all() {
                return Some(loader.laid(&load));
            }
        }
        if pieces > EXACT_PIECES {
            return None;
        }
        self.look(|work| exact(kinds, counts, bin, work))
    }

    /// Spends at most the work for one look.
    fn look<T>(&mut self, part: impl FnOnce(&mut Work) -> T) -> T {
        self.work.share(self.effort.saturating_mul(LOOK), part)
    }

    /// As much of an offer as goes into a box, by volume: how many pieces of each kind, and where they lie.
    pub(super) fn fill(&mut self, at: usize, offer: &[u32]) -> Option<(Vec<u32>, Vec<Laid>)> {
        let model = self.model;
        let shell = model.shells.get(at)?;
        let mailer = shell.carton.kind == super::BoxKind::Mailer;
        let kinds = model.kinds.iter();
        if kinds.clone().zip(offer).any(|(kind, n)| *n > 0 && kind.poses.is_empty()) {
            return self.fill_loose(shell, offer);
        }
        let soft = |(kind, n): (&super::kind::Kind, &u32)| if mailer && !kind.mailable { 0 } else { *n };
        let offer: Vec<u32> = kinds.zip(offer).map(soft).collect();
        let mut best: Option<(i64, Vec<u32>, Vec<Laid>)> = None;
        for bin in shell.bins.iter().flat_map(ways) {
            let loader = Loader::new(&model.kinds, &offer, bin, self.blocks());
            self.work.spend(loader.burden());
            let load = self.look(|work| loader.fill(work));
            if load.volume > best.as_ref().map_or(0, |(volume, _, _)| *volume) {
                let taken = offer.iter().zip(&load.left).map(|(n, left)| n.saturating_sub(*left)).collect();
                best = Some((load.volume, taken, loader.laid(&load)));
            }
        }
        best.map(|(_, taken, laid)| (taken, laid))
    }

    /// Piece by piece, the largest first, as long as nothing stands against it.
    fn fill_loose(&self, shell: &Shell<'_>, offer: &[u32]) -> Option<(Vec<u32>, Vec<Laid>)> {
        let mut taken = vec![0; offer.len()];
        for (at, n) in offer.iter().enumerate() {
            for _ in 0..*n {
                let mut more: Vec<u32> = taken.clone();
                if let Some(slot) = more.get_mut(at) {
                    *slot += 1;
                }
                if self.obstacle(shell, &more).is_some() {
                    break;
                }
                taken = more;
            }
        }
        taken.iter().any(|n| *n > 0).then_some((taken, Vec::new()))
    }

    fn blocks(&self) -> usize {
        let more = usize::try_from(self.effort.saturating_mul(100)).unwrap_or(BLOCKS);
        BLOCKS.max(more.min(3000))
    }
}
