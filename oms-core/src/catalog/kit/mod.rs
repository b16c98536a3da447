//! Kits: SKUs that are sold as one and made of others.
//!
//! A *virtual* kit has no stock of its own: it is taken apart when it is ordered, and its components are held, shipped
//! and returned. An *assembled* kit is put together beforehand and lies on the shelf as itself. Kits may stand in kits;
//! quantities multiply.
//!
//! | question | answer |
//! | --- | --- |
//! | what is in so many kits | [`KitBook::explode`], [`KitBook::components`] |
//! | do all these lines fit together | [`check_kits`] |
//! | how many kits can be sold | [`kit_availability`] |
//! | what does each component cost of the price | [`explode_kit_price`], [`explode_kit`] |

mod availability;
mod book;
mod check;
mod explode;
mod price;

#[cfg(test)]
mod tests;

pub use availability::{
    KitAvailability, KitAvailabilityRequest, KitLimit, KitNodeAvailability, available_kits, kit_availability,
};
pub use book::{KitBook, KitError};
pub use check::{
    KitCheck, KitCheckRequest, KitDemand, KitDemandPart, KitLineAlone, KitOrderLine, KitStock, check_kits,
};
pub use explode::{KitExplosion, KitExplosionRequest, KitWorth, explode_kit};
pub use price::{
    KitPriceBasis, KitPriceComponent, KitPricePart, KitPriceRequest, KitPriceShares, explode_kit_price,
};

use serde::{Deserialize, Serialize};

use crate::value::{Problems, Quantity, SkuId};

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
}

impl KitKind {
    /// Whether its components are taken when it is ordered.
    #[must_use]
    pub fn is_virtual(&self) -> bool {
        *self == Self::Virtual
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
    /// What one of it takes.
    pub components: Vec<KitComponent>,
}

/// Everything wrong with a list of components: none twice, and at least one unit of each.
pub(in crate::catalog) fn component_problems(components: &[KitComponent], path: &str) -> Problems {
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
