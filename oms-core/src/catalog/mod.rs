//! What is sold: SKUs with weight, size, price and cost.

mod lot;
mod selling;

pub use selling::{ProtectionLevel, SaleMode};

use serde::{Deserialize, Serialize};

pub use lot::{LotOwner, LotOwners, LotPickOrder, LotRule, ShelfLifeRule};

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
    /// When units are held, and whether they must be there to be promised.
    #[serde(default, skip_serializing_if = "SaleMode::is_standard")]
    pub sale_mode: SaleMode,
    /// Units kept for better classes of buyers, in each cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub protected: Vec<ProtectionLevel>,
    /// The most units that one customer may have: held for them now, and in their orders. No limit when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_per_customer: Option<Quantity>,
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
            backorder_limit: Quantity::ZERO,
            sale_mode: SaleMode::default(),
            protected: Vec::new(),
            max_per_customer: None,
            lots: None,
            fields: Fields::new(),
        }
    }

    /// Everything wrong with the record: price and cost must not be negative, how it is sold must make sense, and units
    /// of a lot cannot be promised before they are there.
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
        self.check_selling(&mut problems);
        if let Some(lots) = &self.lots {
            if !self.backorder_limit.is_zero() {
                let message = "units kept by lot cannot be set aside before their lot is there; set it to 0";
                problems.add("input.out_of_range", "/backorderLimit", message);
            }
            if self.sale_mode.is_unlimited() {
                let message = "units kept by lot are counted, and promised when they are there";
                problems.add("input.invalid_value", "/saleMode", message);
            }
            problems.extend(lots.problems().under("/lots"));
        }
        problems
    }
}
