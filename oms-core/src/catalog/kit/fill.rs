//! How many kits of which the buyer chooses parts can be filled.
//!
//! So many kits can be filled if each can be given a choice of its own such that all of them together fit into what
//! there is. That is a question about sums: numbers of times `n` that options are chosen in `k` kits together can be
//! dealt out to the kits if and only if each is at most `k · each` and those of a choice sum to at least `k · min`
//! (dealing the options out one after the other, round and round, gives each kit its fair share of both). What is
//! chosen beyond `min` only takes stock, so the sum is `k · min`. If so many kits can be filled, fewer can; the largest
//! number is found by halving.
//!
//! An option whose SKUs no other option takes is chosen as often as its stock allows. What options share is decided by
//! [`Packing::fits`], exactly.

use std::collections::BTreeMap;

use super::search::Packing;
use super::{KitComponent, KitContents};
use crate::value::{ChoiceId, SkuId};

/// Whether so many kits can be filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fits {
    Yes,
    No,
    /// The search was too long to say.
    Unknown,
}

/// How many kits can be filled.
pub(super) struct Filled {
    pub(super) kits: u64,
    /// More than this cannot; the same number unless the search was too long.
    pub(super) at_most: u64,
    /// The component, by its place, or else the choice that keeps it from being more; neither where choices need the
    /// same units.
    pub(super) component: Option<usize>,
    pub(super) choice: Option<ChoiceId>,
}

/// Figures that a search may write, a fraction of a second: enough for dozens of options that share SKUs.
const WORK: u64 = 10_000_000;

struct Shelf<'c> {
    /// Units of each SKU that there are, and that one kit takes whatever is chosen.
    skus: Vec<(u64, u64)>,
    fixed: Vec<usize>,
    choices: Vec<Choice<'c>>,
}

struct Choice<'c> {
    id: &'c ChoiceId,
    min: u32,
    options: Vec<Choosable>,
}

struct Choosable {
    each: u32,
    /// SKUs and how many units of each.
    parts: Vec<(usize, u64)>,
    /// Whether another option takes one of them too.
    shares: bool,
}

/// How many kits can be filled from what there is.
pub(super) fn fill(contents: &KitContents, available: impl Fn(&SkuId) -> u64) -> Filled {
    let shelf = Shelf::of(contents, available);
    let mut work = WORK;
    // So many could be filled if options could be chosen half; seldom is that too many.
    let mut at_most = last(0, shelf.bound(), |kits| shelf.fits(kits, false, &mut work) != Fits::No);
    let fits = shelf.fits(at_most, true, &mut work);
    let mut low = at_most;
    if fits != Fits::Yes {
        let mut refuted = at_most.saturating_add(u64::from(fits == Fits::Unknown));
        low = last(0, at_most.saturating_sub(1), |kits| {
            let fits = shelf.fits(kits, true, &mut work);
            if fits == Fits::No {
                refuted = refuted.min(kits);
            }
            fits == Fits::Yes
        });
        at_most = refuted.saturating_sub(1).max(low);
    }
    let (component, choice) = shelf.limit(low.saturating_add(1));
    Filled { kits: low, at_most, component, choice: choice.cloned() }
}

/// The last number up to `high` that is right, if all are up to some number; `low` is.
fn last(mut low: u64, mut high: u64, mut right: impl FnMut(u64) -> bool) -> u64 {
    while low < high {
        let middle = high.midpoint(low).max(low.saturating_add(1));
        if right(middle) {
            low = middle;
        } else {
            high = middle.saturating_sub(1);
        }
    }
    low
}

/// How many kits there are whatever buyers choose: of each SKU, as many units as a kit may take at the most.
pub(super) fn guaranteed(contents: &KitContents, available: impl Fn(&SkuId) -> u64) -> u64 {
    let kits =
        contents.skus().into_iter().filter_map(|sku| available(sku).checked_div(contents.most_of(sku)));
    kits.min().unwrap_or_default()
}

impl<'c> Shelf<'c> {
    /// The stock of a kit's SKUs by dense numbers. Choices that may be left empty take nothing.
    fn of(contents: &'c KitContents, available: impl Fn(&SkuId) -> u64) -> Self {
        let mut skus: Vec<(u64, u64)> = Vec::new();
        let mut numbers: BTreeMap<&SkuId, usize> = BTreeMap::new();
        let mut number = |part: &'c KitComponent| {
            let units = u64::from(part.quantity.units());
            let at = *numbers.entry(&part.sku).or_insert_with(|| {
                skus.push((available(&part.sku), 0));
                skus.len().saturating_sub(1)
            });
            (at, units)
        };
        let fixed: Vec<(usize, u64)> = contents.components.iter().map(&mut number).collect();
        let mut takers: BTreeMap<usize, usize> = BTreeMap::new();
        let mut choices = Vec::with_capacity(contents.choices.len());
        for choice in contents.choices.iter().filter(|choice| choice.min > 0) {
            let mut options = Vec::with_capacity(choice.options.len());
            for option in &choice.options {
                let parts: Vec<(usize, u64)> = option.parts.iter().map(&mut number).collect();
                for (sku, _) in &parts {
                    *takers.entry(*sku).or_default() += 1;
                }
                options.push(Choosable { each: option.each, parts, shares: false });
            }
            choices.push(Choice { id: &choice.choice, min: choice.min, options });
        }
        for option in choices.iter_mut().flat_map(|choice| &mut choice.options) {
            option.shares =
                option.parts.iter().any(|(sku, _)| takers.get(sku).is_some_and(|takers| *takers > 1));
        }
        for (sku, units) in &fixed {
            if let Some((_, takes)) = skus.get_mut(*sku) {
                *takes = *units;
            }
        }
        Self { skus, fixed: fixed.into_iter().map(|(sku, _)| sku).collect(), choices }
    }

    /// More kits than this there cannot be: each takes a unit of a component, or of an option, at the least.
    fn bound(&self) -> u64 {
        let fixed = self.skus.iter().filter_map(|(available, takes)| available.checked_div(*takes));
        let choice = |choice: &Choice<'_>| {
            let units = choice.options.iter().flat_map(|option| &option.parts);
            let units = units.filter_map(|(sku, _)| self.skus.get(*sku)).map(|(available, _)| *available);
            units.fold(0, u64::saturating_add)
        };
        fixed.chain(self.choices.iter().map(choice)).min().unwrap_or_default()
    }

    /// What is left for options beside the components of so many kits; nothing where those do not fit.
    fn rest(&self, kits: u64) -> Option<Vec<i128>> {
        let left = |(available, takes): &(u64, u64)| {
            let taken = i128::from(kits).checked_mul(i128::from(*takes))?;
            i128::from(*available).checked_sub(taken).filter(|left| *left >= 0)
        };
        self.skus.iter().map(left).collect()
    }

    /// Whether so many kits can be filled; if not `exactly`, whether they could if options could be chosen half.
    fn fits(&self, kits: u64, exactly: bool, work: &mut u64) -> Fits {
        let Some(rest) = self.rest(kits) else { return Fits::No };
        let mut shared = Vec::new();
        let mut goals = Vec::new();
        for choice in &self.choices {
            let most = |option: &Choosable| (option.most(kits, &rest), option.shares);
            let most: Vec<(i128, bool)> = choice.options.iter().map(most).collect();
            let sum = |shares: bool| {
                let most = most.iter().filter(|most| most.1 == shares).map(|most| most.0);
                most.fold(0, i128::saturating_add)
            };
            let goal = i128::from(kits).saturating_mul(i128::from(choice.min)).saturating_sub(sum(false));
            if goal > sum(true) {
                return Fits::No;
            }
            if goal > 0 {
                let options = choice.options.iter().zip(most).filter(|(option, _)| option.shares);
                shared.extend(options.map(|(option, (most, _))| (goals.len(), option, most)));
                goals.push(goal);
            }
        }
        let packing = packing(&shared, &goals, &rest);
        if exactly { packing.fits(work) } else { packing.may_fit(work) }
    }

    /// What makes so many kits too many, taken by itself; a choice without others is what does.
    fn limit(&self, kits: u64) -> (Option<usize>, Option<&'c ChoiceId>) {
        let too_few = |sku: &usize| {
            self.skus.get(*sku).is_some_and(|(available, takes)| available.checked_div(*takes) < Some(kits))
        };
        if let Some(component) = self.fixed.iter().position(too_few) {
            return (Some(component), None);
        }
        let Some(rest) = self.rest(kits) else { return (None, None) };
        let short = |choice: &&Choice<'_>| {
            let most = choice.options.iter().map(|option| option.most(kits, &rest));
            most.fold(0, i128::saturating_add) < i128::from(kits).saturating_mul(i128::from(choice.min))
        };
        let only = (self.choices.len() == 1).then(|| self.choices.first()).flatten();
        (None, self.choices.iter().find(short).or(only).map(|choice| choice.id))
    }
}

impl Choosable {
    /// How often it can be chosen in so many kits if nothing else is.
    fn most(&self, kits: u64, rest: &[i128]) -> i128 {
        let fit = |(sku, units): &(usize, u64)| rest.get(*sku)?.checked_div(i128::from(*units));
        let most = i128::from(kits).saturating_mul(i128::from(self.each));
        self.parts.iter().filter_map(fit).fold(most, i128::min)
    }
}

/// The question how options that share SKUs meet the goals of their choices.
fn packing(shared: &[(usize, &Choosable, i128)], goals: &[i128], rest: &[i128]) -> Packing {
    let mut skus: BTreeMap<usize, Vec<i128>> = BTreeMap::new();
    for (at, (_, option, _)) in shared.iter().enumerate() {
        for (sku, units) in &option.parts {
            let row = skus.entry(*sku).or_insert_with(|| vec![0; shared.len()]);
            if let Some(figure) = row.get_mut(at) {
                *figure = figure.saturating_add(i128::from(*units));
            }
        }
    }
    let stocked = skus.into_iter().map(|(sku, row)| (row, rest.get(sku).copied().unwrap_or_default()));
    let (most, kind) = shared.iter().map(|(kind, _, most)| (*most, *kind)).unzip();
    Packing::new(most, kind, goals.to_vec(), stocked)
}
