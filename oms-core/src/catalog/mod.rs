//! What is sold: SKUs with weight, size, price and cost, and kits made of them.

mod kit;

pub use kit::{
    ChoiceContents, ChosenOption, KitAvailability, KitAvailabilityRequest, KitBook, KitCheck,
    KitCheckRequest, KitChoice, KitComponent, KitContents, KitDemand, KitDemandPart, KitError, KitExplosion,
    KitExplosionRequest, KitKind, KitLimit, KitLineAlone, KitNodeAvailability, KitOption, KitOrderLine,
    KitPriceBasis, KitPriceComponent, KitPricePart, KitPriceRequest, KitPriceShares, KitRecipe, KitStock,
    KitWorth, OptionContents, available_kits, check_kits, explode_kit, explode_kit_price, kit_availability,
};

mod lot;
mod pack;
mod selling;

pub use pack::{ItemEdge, PackRule};
pub use selling::{ProtectionLevel, SaleMode};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use lot::{LotOwner, LotOwners, LotPickOrder, LotRule, ShelfLifeRule};

use crate::value::{
    CapabilityId, CategoryId, Currency, Dimensions, Fields, Money, Problems, ProcessPathId, Quantity, SkuId,
    Text, Weight,
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
    /// How it may be packed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packing: Option<PackRule>,
    /// The list price of one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What one unit costs the merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// What a node must be able to do to handle it, such as `hazmat` or `cold`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub needs: BTreeSet<CapabilityId>,
    /// The way it takes through a node, where capacity is counted by that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process_path: Option<ProcessPathId>,
    /// How its units are valued; each costs what `cost` says when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub costing: Option<CostingMethod>,
    /// How many units may be promised beyond what is free, at each node.
    #[serde(default)]
    pub backorder_limit: Quantity,
    /// When units are held, and whether they must be there to be promised.
    #[serde(default, skip_serializing_if = "SaleMode::is_standard")]
    #[cfg_attr(feature = "schema", schemars(extend("x-omitted" = "reserve_on_cart")))]
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
    /// What one of it is made of, when it is a kit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kit: Vec<KitComponent>,
    /// How the kit comes to be; virtual by default, and without meaning for what is no kit.
    #[serde(default)]
    pub kit_kind: KitKind,
    /// What the buyer chooses of a configurable kit, beside what is always in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kit_choices: Vec<KitChoice>,
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
            packing: None,
            needs: BTreeSet::new(),
            process_path: None,
            price: None,
            cost: None,
            costing: None,
            backorder_limit: Quantity::ZERO,
            sale_mode: SaleMode::default(),
            protected: Vec::new(),
            max_per_customer: None,
            lots: None,
            kit: Vec::new(),
            kit_kind: KitKind::Virtual,
            kit_choices: Vec::new(),
            fields: Fields::new(),
        }
    }

    /// What one of it is made of; nothing for what is no kit.
    #[must_use]
    pub fn recipe(&self) -> Option<KitRecipe> {
        self.is_kit().then(|| self.as_recipe())
    }

    /// Whether it is made of others.
    #[must_use]
    pub fn is_kit(&self) -> bool {
        !self.kit.is_empty() || !self.kit_choices.is_empty()
    }

    /// Whether it is a kit without stock of its own, whose components are taken when it is ordered.
    #[must_use]
    pub fn is_virtual_kit(&self) -> bool {
        self.kit_kind.is_virtual() && self.is_kit()
    }

    fn as_recipe(&self) -> KitRecipe {
        let (components, choices) = (self.kit.clone(), self.kit_choices.clone());
        KitRecipe { sku: self.id.clone(), kind: self.kit_kind, components, choices }
    }

    /// Everything wrong with the record: price and cost must not be negative, how it is sold must make sense, units of
    /// a lot cannot be promised before they are there, a kit names each component once, and its choices can be made.
    /// Whether kits contain each other is for [`KitBook`] to say.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = kit::kit_problems(&self.as_recipe(), self.price, ["kit", "kitChoices"]);
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
        if let Some(rule) = &self.packing {
            problems.extend(rule.problems().under("/packing"));
        }
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
