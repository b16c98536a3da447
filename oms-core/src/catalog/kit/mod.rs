//! Kits: SKUs that are sold as one and made of others.
//!
//! A *virtual* kit has no stock of its own: it is taken apart when it is ordered, and its components are held, shipped
//! and returned. An *assembled* kit is put together beforehand and lies on the shelf as itself. A *configurable* kit is
//! a virtual one of which the buyer chooses parts: so many of these options. Kits may stand in kits; quantities
//! multiply.
//!
//! | question | answer |
//! | --- | --- |
//! | what is in so many kits | [`KitBook::explode`], [`KitBook::components`] |
//! | do all these lines fit together | [`check_kits`] |
//! | what is in a kit as somebody chose it | [`KitBook::explode_chosen`] |
//! | how many kits can be sold | [`kit_availability`] |
//! | what does each component cost of the price | [`explode_kit_price`], [`explode_kit`] |

mod availability;
mod book;
mod check;
mod choice;
mod contents;
mod explode;
mod fill;
mod flatten;
mod price;
mod search;
mod table;

#[cfg(test)]
mod tests;

pub use availability::{
    KitAvailability, KitAvailabilityRequest, KitLimit, KitNodeAvailability, available_kits, kit_availability,
};
pub use book::{KitBook, KitError};
pub use check::{
    KitCheck, KitCheckRequest, KitDemand, KitDemandPart, KitLineAlone, KitOrderLine, KitStock, check_kits,
};
pub use choice::{ChosenOption, KitChoice, KitOption};
pub use contents::{ChoiceContents, KitContents, OptionContents};
pub use explode::{KitExplosion, KitExplosionRequest, KitWorth, explode_kit};
pub use price::{
    KitPriceBasis, KitPriceComponent, KitPricePart, KitPriceRequest, KitPriceShares, explode_kit_price,
};

use serde::{Deserialize, Serialize};

use crate::value::{Money, Problems, Quantity, SkuId};

/// How a kit comes to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KitKind {
    /// It has no stock of its own; its components are taken when it is ordered.
    #[default]
    Virtual,
    /// It is put together beforehand and has stock of its own.
    Assembled,
    /// It has no stock of its own; the buyer chooses some of its components, which are taken when it is ordered.
    Configurable,
}

impl KitKind {
    /// Whether its components are taken when it is ordered.
    #[must_use]
    pub fn is_virtual(&self) -> bool {
        *self != Self::Assembled
    }
}

/// So many units of a SKU, in one kit or in several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitComponent {
    /// What is in it; may be a kit itself.
    pub sku: SkuId,
    /// How many units.
    pub quantity: Quantity,
}

/// What one kit is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitRecipe {
    /// The kit.
    pub sku: SkuId,
    /// How it comes to be; virtual by default.
    #[serde(default)]
    pub kind: KitKind,
    /// What one of it takes, whatever is chosen.
    #[serde(default)]
    pub components: Vec<KitComponent>,
    /// What the buyer chooses of a configurable kit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<KitChoice>,
}

impl KitRecipe {
    /// Everything that may be in it: its components and the options of its choices.
    pub fn parts(&self) -> impl Iterator<Item = &SkuId> {
        let options = self.choices.iter().flat_map(|choice| &choice.options).map(|option| &option.sku);
        self.components.iter().map(|component| &component.sku).chain(options)
    }
}

/// Everything wrong with a recipe by itself: no component twice and at least one unit of each, choices where they
/// belong and such as can be made.
pub(in crate::catalog) fn kit_problems(
    recipe: &KitRecipe,
    price: Option<Money>,
    [components, choices]: [&str; 2],
) -> Problems {
    let mut problems = component_problems(&recipe.components, &format!("/{components}"));
    let place = format!("/{choices}");
    problems.extend(choice::choice_problems(&recipe.choices, price, &place));
    match (recipe.kind, &*recipe.choices) {
        (KitKind::Configurable, []) => {
            problems.add(
                "input.empty",
                place,
                "a configurable kit has choices; name one, or make it `virtual`",
            );
        }
        (KitKind::Configurable, choices) => {
            if recipe.components.is_empty() && choices.iter().all(|choice| choice.min == 0) {
                let message = "a kit takes something; name a component, or raise `min` of a choice";
                problems.add("input.out_of_range", place, message);
            }
        }
        (_, []) => {}
        _ => problems.add("kit.takes_no_choices", place, "only a `configurable` kit has choices"),
    }
    problems
}

/// None twice, and at least one unit of each.
fn component_problems(components: &[KitComponent], path: &str) -> Problems {
    let mut problems = Problems::new();
    let mut seen = std::collections::BTreeSet::new();
    for (at, component) in components.iter().enumerate() {
        if !seen.insert(&component.sku) {
            let message = format!("`{}` stands here twice; add the quantities", component.sku);
            problems.add("kit.duplicate_component", format!("{path}/{at}/sku"), message);
        }
        if component.quantity.is_zero() {
            problems.add("input.out_of_range", format!("{path}/{at}/quantity"), "name at least one unit");
        }
    }
    problems
}
