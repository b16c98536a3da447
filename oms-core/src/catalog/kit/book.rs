//! The book of recipes, and taking kits apart by it.

use std::collections::BTreeMap;

use thiserror::Error;

use super::flatten::{Flat, as_preset, fixed, flatten, part, times};
use super::{
    ChoiceContents, ChosenOption, KitComponent, KitContents, KitRecipe, OptionContents, kit_problems,
};
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
    /// Nothing is chosen of a configurable kit that has to be chosen, and nothing is preset.
    #[error("the kit `{sku}` needs choices that are not made")]
    NeedsChoices {
        /// The kit.
        sku: SkuId,
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
            Self::NeedsChoices { .. } => "kit.needs_choices",
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
///     sku: SkuId::new(sku)?, kind: KitKind::Virtual, components, choices: vec![] });
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
            problems.extend(kit_problems(&recipe, None, ["components", "choices"]).under(&format!("/{at}")));
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
            if let Err(error) = book.contents(sku) {
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
    /// Virtual kits in kits are taken apart too, assembled ones stay whole; of configurable ones what is preset counts
    /// as chosen. `O(r log r)` in the components of all recipes met, however often a kit is met.
    ///
    /// # Errors
    /// [`KitError`] for a cycle, too many levels, too many units or choices that are open.
    pub fn explode(&self, sku: &SkuId, quantity: Quantity) -> Result<Vec<KitComponent>, KitError> {
        if self.is_virtual(sku) {
            return self.components(sku, quantity);
        }
        Ok(vec![KitComponent { sku: sku.clone(), quantity }])
    }

    /// As [`KitBook::explode`], with what the buyer chose for each kit: the same for all of them. Where nothing is said
    /// of a choice, what is preset counts as chosen.
    ///
    /// # Errors
    /// Every problem of what is chosen, below `/chosen`; [`KitError`] at the place named.
    ///
    /// ```
    /// use oms_core::catalog::{ChosenOption, KitBook, KitRecipe};
    /// use oms_core::value::{Quantity, SkuId};
    /// let lunch: KitRecipe = serde_json::from_str(r#"{"sku": "lunch", "kind": "configurable",
    ///     "components": [{"sku": "soup", "quantity": 1}],
    ///     "choices": [{"id": "sides", "min": 2, "options": [
    ///         {"sku": "rice"}, {"sku": "beans"}, {"sku": "greens"}]}]}"#)?;
    /// let book = KitBook::checked(vec![lunch]).expect("a sound recipe");
    /// let chosen: Vec<ChosenOption> = serde_json::from_str(
    ///     r#"[{"choice": "sides", "sku": "greens"}, {"choice": "sides", "sku": "rice"}]"#)?;
    /// let (lunch, three) = (SkuId::new("lunch")?, Quantity::new(3));
    /// let taken = book.explode_chosen(&lunch, three, &chosen, "/sku").expect("two sides");
    /// let rows: Vec<_> = taken.iter().map(|part| (part.sku.as_str(), part.quantity.units())).collect();
    /// assert_eq!(rows, [("soup", 3), ("greens", 3), ("rice", 3)]);
    /// let one_side = book.explode_chosen(&lunch, three, &chosen[..1], "/sku").unwrap_err();
    /// assert_eq!(one_side.as_slice()[0].code, "kit.too_few_chosen");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explode_chosen(
        &self,
        sku: &SkuId,
        quantity: Quantity,
        chosen: &[ChosenOption],
        place: &str,
    ) -> Result<Vec<KitComponent>, Problems> {
        let Some(recipe) = self.recipe(sku).filter(|recipe| recipe.kind.is_virtual()) else {
            if chosen.is_empty() {
                return Ok(vec![KitComponent { sku: sku.clone(), quantity }]);
            }
            let mut problems = Problems::new();
            problems.add("kit.takes_no_choices", "/chosen", format!("`{sku}` has no choices"));
            return Err(problems);
        };
        self.made(recipe, quantity, chosen, place)
    }

    /// What so many kits of any kind are made of, with what the buyer chose.
    pub(super) fn made(
        &self,
        recipe: &KitRecipe,
        quantity: Quantity,
        chosen: &[ChosenOption],
        place: &str,
    ) -> Result<Vec<KitComponent>, Problems> {
        let made = recipe.made(chosen).map_err(|problems| problems.under("/chosen"))?;
        let options =
            made.iter().map(|(option, count)| (&option.sku, times(option.quantity.units(), *count)));
        self.apart(recipe, fixed(recipe).chain(options), quantity).map_err(|error| error.at(place))
    }

    /// What so many kits are made of, whatever the kind of the kit; kits in it as in [`KitBook::explode`].
    ///
    /// # Errors
    /// As [`KitBook::explode`], and [`KitError::NotAKit`].
    pub fn components(&self, sku: &SkuId, quantity: Quantity) -> Result<Vec<KitComponent>, KitError> {
        let recipe = self.recipe(sku).ok_or_else(|| KitError::NotAKit { sku: sku.clone() })?;
        self.apart(recipe, as_preset(recipe)?.into_iter(), quantity)
    }

    /// What may be in one kit: its components, and those of every option.
    ///
    /// # Errors
    /// As [`KitBook::components`]; choices of the kit itself may be open.
    pub fn contents(&self, sku: &SkuId) -> Result<KitContents, KitError> {
        let recipe = self.recipe(sku).ok_or_else(|| KitError::NotAKit { sku: sku.clone() })?;
        let inside = self.inside(recipe)?;
        let parts = |flat: Flat<'_>| flat.parts.into_iter().map(part).collect::<Vec<_>>();
        let components = parts(flatten(recipe, fixed(recipe), &inside)?);
        let mut choices = Vec::with_capacity(recipe.choices.len());
        for choice in &recipe.choices {
            let mut options = Vec::with_capacity(choice.options.len());
            for option in &choice.options {
                let one = [(&option.sku, Some(option.quantity.units()))];
                let parts = parts(flatten(recipe, one.into_iter(), &inside)?);
                options.push(OptionContents { each: choice.each, parts });
            }
            let (min, max) = (choice.min, choice.most());
            choices.push(ChoiceContents { choice: choice.id.clone(), min, max, options });
        }
        Ok(KitContents { components, choices })
    }
}
