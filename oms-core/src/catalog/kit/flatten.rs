//! Taking kits apart: kits in kits, innermost first.

use std::collections::{BTreeMap, BTreeSet};

use super::{KitBook, KitComponent, KitError, KitKind, KitRecipe};
use crate::value::{Quantity, SkuId};

/// A kit taken apart.
pub(super) struct Flat<'b> {
    kind: KitKind,
    depth: usize,
    pub(super) parts: Vec<(&'b SkuId, u32)>,
}

impl KitBook {
    /// A kit of these parts taken apart, so many times.
    pub(super) fn apart<'b>(
        &'b self,
        recipe: &'b KitRecipe,
        parts: impl Iterator<Item = (&'b SkuId, Option<u32>)>,
        quantity: Quantity,
    ) -> Result<Vec<KitComponent>, KitError> {
        let kit = flatten(recipe, parts, &self.inside(recipe)?)?;
        let so_many = |(sku, units): (&SkuId, u32)| {
            let quantity = times(units, quantity.units())
                .ok_or_else(|| KitError::Overflow { sku: recipe.sku.clone(), component: sku.clone() })?;
            Ok(part((sku, quantity)))
        };
        kit.parts.into_iter().map(so_many).collect()
    }

    /// The kits in a kit, taken apart; configurable ones as preset.
    pub(super) fn inside<'b>(
        &'b self,
        recipe: &'b KitRecipe,
    ) -> Result<BTreeMap<&'b SkuId, Flat<'b>>, KitError> {
        let mut flat: BTreeMap<&SkuId, Flat<'_>> = BTreeMap::new();
        for inner in self.inner_first(recipe)?.into_iter().filter(|inner| inner.sku != recipe.sku) {
            let kit = flatten(inner, as_preset(inner)?.into_iter(), &flat)?;
            flat.insert(&inner.sku, kit);
        }
        Ok(flat)
    }

    /// The recipes that a kit needs, each after the ones that stand in it. Walks without recursion, so that a long
    /// chain of kits cannot exhaust the stack.
    fn inner_first<'b>(&'b self, root: &'b KitRecipe) -> Result<Vec<&'b KitRecipe>, KitError> {
        let mut done: BTreeSet<&SkuId> = BTreeSet::new();
        let mut open: BTreeSet<&SkuId> = BTreeSet::from([&root.sku]);
        let mut ordered = Vec::new();
        let mut way = vec![(root, root.parts().collect::<Vec<_>>().into_iter())];
        while let Some((recipe, parts)) = way.last_mut() {
            let recipe: &'b KitRecipe = recipe;
            let Some(part) = parts.next() else {
                open.remove(&recipe.sku);
                done.insert(&recipe.sku);
                ordered.push(recipe);
                way.pop();
                continue;
            };
            let inner = self.recipe(part).filter(|inner| !done.contains(&inner.sku));
            let Some(inner) = inner else { continue };
            if !open.insert(&inner.sku) {
                let round = way.iter().map(|(kit, _)| &kit.sku).skip_while(|kit| **kit != inner.sku);
                return Err(KitError::Cycle { cycle: round.chain([&inner.sku]).cloned().collect() });
            }
            way.push((inner, inner.parts().collect::<Vec<_>>().into_iter()));
        }
        Ok(ordered)
    }
}

/// What a kit takes whatever is chosen.
pub(super) fn fixed(recipe: &KitRecipe) -> impl Iterator<Item = (&SkuId, Option<u32>)> {
    recipe.components.iter().map(|part| (&part.sku, Some(part.quantity.units())))
}

/// What a kit takes where nothing is said of its choices.
pub(super) fn as_preset(recipe: &KitRecipe) -> Result<Vec<(&SkuId, Option<u32>)>, KitError> {
    let made = recipe.made(&[]).map_err(|_| KitError::NeedsChoices { sku: recipe.sku.clone() })?;
    let options =
        made.into_iter().map(|(option, count)| (&option.sku, times(option.quantity.units(), count)));
    Ok(fixed(recipe).chain(options).collect())
}

pub(super) fn part((sku, units): (&SkuId, u32)) -> KitComponent {
    KitComponent { sku: sku.clone(), quantity: Quantity::new(units) }
}

/// A kit of these parts with the virtual kits in it taken apart; those have been flattened before. Parts that are not
/// in it this time count for its levels all the same.
pub(super) fn flatten<'b>(
    recipe: &'b KitRecipe,
    parts: impl Iterator<Item = (&'b SkuId, Option<u32>)>,
    known: &BTreeMap<&SkuId, Flat<'b>>,
) -> Result<Flat<'b>, KitError> {
    let below = recipe.parts().filter_map(|part| known.get(part)).map(|inner| inner.depth).max();
    let depth = below.unwrap_or(0).saturating_add(1);
    let mut sums: BTreeMap<&SkuId, (usize, u32)> = BTreeMap::new();
    let mut add = |part: &'b SkuId, units: Option<u32>| {
        let place = sums.len();
        let (_, sum) = sums.entry(part).or_insert((place, 0));
        *sum = units
            .and_then(|units| sum.checked_add(units))
            .ok_or_else(|| KitError::Overflow { sku: recipe.sku.clone(), component: part.clone() })?;
        Ok::<(), KitError>(())
    };
    for (part, units) in parts {
        match known.get(part).filter(|inner| inner.kind.is_virtual()) {
            Some(inner) => {
                for (part, each) in &inner.parts {
                    add(part, units.and_then(|units| times(*each, units)))?;
                }
            }
            None => add(part, units)?,
        }
    }
    if depth > KitBook::MAX_DEPTH {
        return Err(KitError::TooDeep { sku: recipe.sku.clone() });
    }
    let mut parts: Vec<_> = sums.into_iter().collect();
    parts.sort_by_key(|(_, (place, _))| *place);
    let parts = parts.into_iter().map(|(part, (_, units))| (part, units)).collect();
    Ok(Flat { kind: recipe.kind, depth, parts })
}

pub(super) const fn times(left: u32, right: u32) -> Option<u32> {
    left.checked_mul(right)
}
