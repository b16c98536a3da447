//! Taking a line of kits apart: what it is made of and what each part costs.

use serde::{Deserialize, Serialize};

use super::{
    KitBook, KitComponent, KitPriceComponent, KitPriceRequest, KitPriceShares, KitRecipe, explode_kit_price,
};
use crate::value::{Money, Problems, Quantity, SkuId, SplitRule};

/// What a component is worth by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitWorth {
    /// The SKU.
    pub sku: SkuId,
    /// The list price of one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Money>,
    /// What one unit costs the merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
}

/// The question what kits are made of and what each part costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KitExplosionRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitExplosionRequest {
    /// The recipes of the kit and the kits in it.
    pub kits: Vec<KitRecipe>,
    /// The kit.
    pub kit: SkuId,
    /// How many kits.
    pub quantity: Quantity,
    /// What was paid for all of them, if it is to be shared out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What the components are worth.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worth: Vec<KitWorth>,
    /// Whether a component that is worth nothing may get nothing of the price.
    #[serde(default)]
    pub allow_zero: bool,
    /// Who gets the cents that do not divide evenly.
    #[serde(default)]
    pub rule: SplitRule,
}

/// What kits are made of and what each part costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KitExplosion"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitExplosion {
    /// The units of all kits together, in the order of the recipe.
    pub components: Vec<KitComponent>,
    /// How the price is shared out over them, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<KitPriceShares>,
}

/// Takes kits apart, whatever their kind, and shares their price out.
///
/// # Errors
/// The problems of the recipes, of the quantity and of the price.
pub fn explode_kit(request: &KitExplosionRequest) -> Result<KitExplosion, Problems> {
    let book = KitBook::checked(request.kits.clone()).map_err(|problems| problems.under("/kits"))?;
    let components = book.components(&request.kit, request.quantity).map_err(|error| error.at("/kit"))?;
    let Some(price) = request.price else { return Ok(KitExplosion { components, price: None }) };
    let worth = |sku: &SkuId| request.worth.iter().find(|worth| worth.sku == *sku);
    let priced = |part: &KitComponent| KitPriceComponent {
        sku: part.sku.clone(),
        quantity: part.quantity,
        list: worth(&part.sku).and_then(|worth| worth.list),
        cost: worth(&part.sku).and_then(|worth| worth.cost),
    };
    let asked = KitPriceRequest {
        price,
        components: components.iter().map(priced).collect(),
        allow_zero: request.allow_zero,
        rule: request.rule,
    };
    let shares = explode_kit_price(&asked).map_err(|error| {
        let mut problems = Problems::new();
        problems.add(error.code(), "/price", error.to_string());
        problems
    })?;
    Ok(KitExplosion { components, price: Some(shares) })
}
