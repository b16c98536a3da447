//! What is sold: SKUs with weight, size, price and cost.

mod lot;

use serde::{Deserialize, Serialize};

pub use lot::{LotOwner, LotOwners, LotPickOrder, LotRule, ShelfLifeRule};

use crate::value::{
    CategoryId, Currency, Dimensions, Fields, Money, Problems, Quantity, SkuId, Text, Weight,
};
mod costing;

pub use costing::CostingMethod;

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
    /// That its units are kept by lot, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lots: Option<LotRule>,
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
            lots: None,
            fields: Fields::new(),
        }
    }

    /// Everything wrong with the record: price and cost must not be negative, and units of a lot cannot be promised
    /// before they are there.
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
        if let Some(lots) = &self.lots {
            if !self.backorder_limit.is_zero() {
                let message = "units kept by lot cannot be set aside before their lot is there; set it to 0";
                problems.add("input.out_of_range", "/backorderLimit", message);
            }
            problems.extend(lots.problems().under("/lots"));
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
