//! What is sold: SKUs with weight, size, price and cost.

mod costing;

pub use costing::CostingMethod;

use serde::{Deserialize, Serialize};

use crate::value::{
    CategoryId, Currency, Dimensions, Fields, Money, Problems, Quantity, SkuId, Text, Weight,
};

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
    /// How its units are valued; each costs what `cost` says when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub costing: Option<CostingMethod>,
    /// How many units may be promised beyond what is free, at each node.
    #[serde(default)]
    pub backorder_limit: Quantity,
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
            costing: None,
            backorder_limit: Quantity::ZERO,
            fields: Fields::new(),
        }
    }

    /// Everything wrong with the record: price and cost must not be negative.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (field, money) in [("price", self.price), ("cost", self.cost)] {
            if money.is_some_and(Money::is_negative) {
                problems.add(
                    "input.out_of_range",
                    format!("/{field}"),
                    format!("{field} must not be negative"),
                );
            }
        }
        let needs_cost = self.costing == Some(CostingMethod::Standard) && self.cost.is_none();
        if needs_cost || self.costing.is_some() && self.currency().is_none() {
            let message = "a SKU that is costed needs a cost, or, under a method without a standard cost, a price: \
                they name the currency of its books";
            problems.add("cost.no_currency", "/cost", message);
        }
        problems
    }

    /// The currency of its cost, or else of its price.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.cost.or(self.price).map(Money::currency)
    }
}
