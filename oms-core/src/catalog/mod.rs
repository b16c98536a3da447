//! What is sold: SKUs with weight, size, price and cost, and kits made of them.

mod kit;

pub use kit::{
    KitAvailability, KitAvailabilityRequest, KitBook, KitCheck, KitCheckRequest, KitComponent, KitDemand,
    KitDemandPart, KitError, KitExplosion, KitExplosionRequest, KitKind, KitLimit, KitLineAlone,
    KitNodeAvailability, KitOrderLine, KitPriceBasis, KitPriceComponent, KitPricePart, KitPriceRequest,
    KitPriceShares, KitRecipe, KitStock, KitWorth, available_kits, check_kits, explode_kit,
    explode_kit_price, kit_availability,
};

use serde::{Deserialize, Serialize};

use crate::value::{CategoryId, Dimensions, Fields, Money, Problems, Quantity, SkuId, Text, Weight};

/// A stock-keeping unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Sku"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sku {
    /// The SKU.
    pub id: SkuId,
    /// What people call it.
    #[serde(default)]
    pub name: Text,
    /// The category it is reported under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// The weight of one unit, packed.
    #[serde(default)]
    pub weight: Weight,
    /// The size of one unit, packed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Dimensions>,
    /// The list price of one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What one unit costs the merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// How many units may be promised beyond what is free, at each node.
    #[serde(default)]
    pub backorder_limit: Quantity,
    /// What one of it is made of, when it is a kit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kit: Vec<KitComponent>,
    /// How the kit comes to be; virtual by default, and without meaning for what is no kit.
    #[serde(default, skip_serializing_if = "KitKind::is_virtual")]
    pub kit_kind: KitKind,
    /// Custom fields.
    #[serde(default)]
    pub fields: Fields,
}

impl Sku {
    /// A SKU of which only the id is known.
    #[must_use]
    pub fn new(id: SkuId) -> Self {
        Self {
            id,
            name: Text::default(),
            category: None,
            weight: Weight::default(),
            dimensions: None,
            price: None,
            cost: None,
            backorder_limit: Quantity::ZERO,
            kit: Vec::new(),
            kit_kind: KitKind::Virtual,
            fields: Fields::new(),
        }
    }

    /// What one of it is made of; nothing for what is no kit.
    #[must_use]
    pub fn recipe(&self) -> Option<KitRecipe> {
        let recipe = || KitRecipe { sku: self.id.clone(), kind: self.kit_kind, components: self.kit.clone() };
        (!self.kit.is_empty()).then(recipe)
    }

    /// Whether it is a kit without stock of its own, whose components are taken when it is ordered.
    #[must_use]
    pub fn is_virtual_kit(&self) -> bool {
        self.kit_kind.is_virtual() && !self.kit.is_empty()
    }

    /// Everything wrong with the record: price and cost must not be negative, and a kit names each component
    /// once. Whether kits contain each other is for [`KitBook`] to say.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = kit::component_problems(&self.kit, "/kit");
        for (field, money) in [("price", self.price), ("cost", self.cost)] {
            if money.is_some_and(Money::is_negative) {
                problems.add(
                    "input.out_of_range",
                    format!("/{field}"),
                    format!("{field} must not be negative"),
                );
            }
        }
        problems
    }
}
