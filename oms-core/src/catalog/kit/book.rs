//! The book of recipes, and taking kits apart by it.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::{KitComponent, KitKind, KitRecipe, component_problems};
use crate::catalog::Sku;
use crate::value::{Problems, Quantity, SkuId};

/// Why a kit cannot be taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KitError {
    /// A kit contains itself, directly or through others.
    #[error("a kit contains itself: {}", path(.cycle))]
    Cycle {
        /// The way round; it ends where it starts.
        cycle: Vec<SkuId>,
    },
    /// Kits stand in kits more than [`KitBook::MAX_DEPTH`] levels deep.
    #[error("the kit `{sku}` is nested more than {limit} levels deep", limit = KitBook::MAX_DEPTH)]
    TooDeep {
        /// The kit.
        sku: SkuId,
    },
    /// There would be more than 4,294,967,295 units of a component.
    #[error("the units of `{component}` in the kit `{sku}` are too many to count")]
    Overflow {
        /// The kit.
        sku: SkuId,
        /// The component.
        component: SkuId,
    },
    /// The SKU is no kit.
    #[error("`{sku}` is no kit")]
    NotAKit {
        /// The SKU.
        sku: SkuId,
    },
}

impl KitError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Cycle { .. } => "kit.cycle",
            Self::TooDeep { .. } => "kit.too_deep",
            Self::Overflow { .. } => "kit.overflow",
            Self::NotAKit { .. } => "kit.not_a_kit",
        }
    }

    /// The same as a problem of an input.
    #[must_use]
    pub fn at(&self, path: &str) -> Problems {
        let mut problems = Problems::new();
        problems.add(self.code(), path, self.to_string());
        problems
    }
}

fn path(cycle: &[SkuId]) -> String {
    let parts: Vec<&str> = cycle.iter().map(SkuId::as_str).collect();
    parts.join(" > ")
}

/// The recipes of kits. A SKU that is not in it is no kit.
///
/// ```
/// use oms_core::catalog::{KitBook, KitComponent, KitKind, KitRecipe};
/// use oms_core::value::{Quantity, SkuId};
/// let part = |sku: &str, units| Ok::<_, oms_core::value::IdError>(KitComponent {
///     sku: SkuId::new(sku)?, quantity: Quantity::new(units) });
/// let kit = |sku: &str, components| Ok::<_, oms_core::value::IdError>(KitRecipe {
///     sku: SkuId::new(sku)?, kind: KitKind::Virtual, components });
/// let book = KitBook::checked(vec![
///     kit("breakfast", vec![part("mug", 2)?, part("spoon", 1)?])?,
///     kit("hamper", vec![part("breakfast", 3)?, part("mug", 1)?])?,
/// ]).expect("sound recipes");
/// assert_eq!(book.explode(&SkuId::new("hamper")?, Quantity::new(2))?, [part("mug", 14)?, part("spoon", 6)?]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KitBook {
    recipes: BTreeMap<SkuId, KitRecipe>,
}

/// A kit taken apart.
struct Flat<'b> {
    kind: KitKind,
    depth: usize,
    parts: Vec<(&'b SkuId, u32)>,
}

impl KitBook {
    /// How many levels kits may stand in kits; a kit of plain SKUs has one level.
    pub const MAX_DEPTH: usize = 8;

    /// The book of some recipes.
    ///
    /// # Errors
    /// Every problem of every recipe: a kit written twice, a component twice, no unit, a cycle, too many levels or too
    /// many units. The paths point into the list, such as `/0/components/1/sku`.
    pub fn checked(recipes: Vec<KitRecipe>) -> Result<Self, Problems> {
        let (mut problems, mut book) = (Problems::new(), Self::default());
        let skus: Vec<SkuId> = recipes.iter().map(|recipe| recipe.sku.clone()).collect();
        for (at, recipe) in recipes.into_iter().enumerate() {
            problems.extend(component_problems(&recipe.components, &format!("/{at}/components")));
            let sku = recipe.sku.clone();
            if book.put(recipe).is_some() {
                problems.add(
                    "kit.duplicate",
                    format!("/{at}/sku"),
                    format!("the kit `{sku}` stands here twice"),
                );
            }
        }
        for (at, sku) in skus.iter().enumerate() {
            if let Err(error) = book.components(sku, Quantity::new(1)) {
                problems.extend(error.at(&format!("/{at}/components")));
            }
        }
        if problems.is_empty() { Ok(book) } else { Err(problems) }
    }

    /// The book of the kits among some SKUs, unchecked: whatever is wrong is found when a kit is taken apart.
    pub fn of<'s>(skus: impl IntoIterator<Item = &'s Sku>) -> Self {
        let mut book = Self::default();
        for recipe in skus.into_iter().filter_map(Sku::recipe) {
            book.put(recipe);
        }
        book
    }

    /// Writes a recipe and gives back the one that it replaces.
    pub fn put(&mut self, recipe: KitRecipe) -> Option<KitRecipe> {
        self.recipes.insert(recipe.sku.clone(), recipe)
    }

    /// The recipe of a kit.
    #[must_use]
    pub fn recipe(&self, sku: &SkuId) -> Option<&KitRecipe> {
        self.recipes.get(sku)
    }

    /// Whether the SKU is a kit whose components are taken when it is ordered.
    #[must_use]
    pub fn is_virtual(&self, sku: &SkuId) -> bool {
        self.recipe(sku).is_some_and(|recipe| recipe.kind.is_virtual())
    }

    /// What has to be taken from stock for so many units of a SKU: the components of a virtual kit, each once, in the
    /// order in which the recipe first names them; anything else stands for itself.
    ///
    /// Virtual kits in kits are taken apart too, assembled ones stay whole. `O(r log r)` in the components of all
    /// recipes met, however often a kit is met.
    ///
    /// # Errors
    /// [`KitError`] for a cycle, too many levels or too many units.
    pub fn explode(&self, sku: &SkuId, quantity: Quantity) -> Result<Vec<KitComponent>, KitError> {
        if self.is_virtual(sku) {
            return self.components(sku, quantity);
        }
        Ok(vec![KitComponent { sku: sku.clone(), quantity }])
    }

    /// What so many kits are made of, whatever the kind of the kit; kits in it as in [`KitBook::explode`].
    ///
    /// # Errors
    /// As [`KitBook::explode`], and [`KitError::NotAKit`].
    pub fn components(&self, sku: &SkuId, quantity: Quantity) -> Result<Vec<KitComponent>, KitError> {
        let mut flat: BTreeMap<&SkuId, Flat<'_>> = BTreeMap::new();
        for recipe in self.inner_first(sku)? {
            let kit = flatten(recipe, &flat)?;
            flat.insert(&recipe.sku, kit);
        }
        let kit = flat.remove(sku).ok_or_else(|| KitError::NotAKit { sku: sku.clone() })?;
        let times = |(part, units): (&SkuId, u32)| {
            let quantity = times(units, quantity.units())
                .ok_or_else(|| KitError::Overflow { sku: sku.clone(), component: part.clone() })?;
            Ok(KitComponent { sku: part.clone(), quantity: Quantity::new(quantity) })
        };
        kit.parts.into_iter().map(times).collect()
    }

    /// The recipes that a kit needs, each after the ones that stand in it. Walks without recursion, so that a long
    /// chain of kits cannot exhaust the stack.
    fn inner_first<'b>(&'b self, root: &SkuId) -> Result<Vec<&'b KitRecipe>, KitError> {
        let mut done: BTreeSet<&SkuId> = BTreeSet::new();
        let mut open: BTreeSet<&SkuId> = BTreeSet::new();
        let mut ordered = Vec::new();
        let mut way: Vec<(&'b KitRecipe, usize)> = Vec::new();
        if let Some(recipe) = self.recipe(root) {
            open.insert(&recipe.sku);
            way.push((recipe, 0));
        }
        while let Some((recipe, next)) = way.last_mut() {
            let recipe: &'b KitRecipe = recipe;
            let Some(component) = recipe.components.get(*next) else {
                open.remove(&recipe.sku);
                done.insert(&recipe.sku);
                ordered.push(recipe);
                way.pop();
                continue;
            };
            *next += 1;
            let inner = self.recipe(&component.sku).filter(|inner| !done.contains(&inner.sku));
            let Some(inner) = inner else { continue };
            if !open.insert(&inner.sku) {
                let round = way.iter().map(|(kit, _)| &kit.sku).skip_while(|kit| **kit != inner.sku);
                return Err(KitError::Cycle { cycle: round.chain([&inner.sku]).cloned().collect() });
            }
            way.push((inner, 0));
        }
        Ok(ordered)
    }
}

/// A recipe with the virtual kits in it taken apart; those have been flattened before.
fn flatten<'b>(recipe: &'b KitRecipe, known: &BTreeMap<&SkuId, Flat<'b>>) -> Result<Flat<'b>, KitError> {
    let mut depth = 1;
    let mut sums: BTreeMap<&SkuId, (usize, u32)> = BTreeMap::new();
    let mut add = |part: &'b SkuId, units: Option<u32>| {
        let place = sums.len();
        let (_, sum) = sums.entry(part).or_insert((place, 0));
        *sum = units
            .and_then(|units| sum.checked_add(units))
            .ok_or_else(|| KitError::Overflow { sku: recipe.sku.clone(), component: part.clone() })?;
        Ok::<(), KitError>(())
    };
    for component in &recipe.components {
        let units = component.quantity.units();
        let inner = known.get(&component.sku);
        depth = depth.max(inner.map_or(1, |inner| inner.depth.saturating_add(1)));
        match inner.filter(|inner| inner.kind.is_virtual()) {
            Some(inner) => {
                for (part, each) in &inner.parts {
                    add(part, times(*each, units))?;
                }
            }
            None => add(&component.sku, Some(units))?,
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

const fn times(left: u32, right: u32) -> Option<u32> {
    left.checked_mul(right)
}
