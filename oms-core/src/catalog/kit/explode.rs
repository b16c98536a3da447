//! Taking a line of kits apart: what it is made of and what each part costs.

use serde::{Deserialize, Serialize};

use super::{
    ChosenOption, KitBook, KitComponent, KitError, KitPriceComponent, KitPriceRequest, KitPriceShares,
    KitRecipe, explode_kit_price,
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
    /// What the buyer chose of a configurable kit, for each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<ChosenOption>,
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
    /// What the options of all kits together add to their price, where an option has a surcharge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surcharge: Option<Money>,
    /// How the price is shared out over them, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<KitPriceShares>,
}

/// Takes kits apart, whatever their kind, and shares their price out. Of a configurable kit it takes what is chosen,
/// and says what that adds to the price; the price to be shared out is what was paid, surcharges included.
///
/// # Errors
/// The problems of the recipes, of what is chosen, of the quantity and of the price.
///
/// ```
/// use oms_core::catalog::{KitExplosionRequest, explode_kit};
/// let request: KitExplosionRequest = serde_json::from_str(r#"{
///     "kits": [{"sku": "bike", "kind": "configurable", "components": [{"sku": "frame", "quantity": 1}],
///         "choices": [{"id": "wheels", "options": [{"sku": "steel", "quantity": 2},
///             {"sku": "carbon", "quantity": 2, "surcharge": {"amount": "150.00", "currency": "EUR"}}]}]}],
///     "kit": "bike", "quantity": 3, "chosen": [{"choice": "wheels", "sku": "carbon"}]}"#)?;
/// let bikes = explode_kit(&request).expect("a sound request");
/// assert_eq!(bikes.surcharge.map(|money| money.minor()), Some(45000));
/// assert_eq!(bikes.components[1].quantity.units(), 6);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn explode_kit(request: &KitExplosionRequest) -> Result<KitExplosion, Problems> {
    let book = KitBook::checked(request.kits.clone()).map_err(|problems| problems.under("/kits"))?;
    let recipe = book.recipe(&request.kit);
    let recipe = recipe.ok_or_else(|| KitError::NotAKit { sku: request.kit.clone() }.at("/kit"))?;
    let components = book.made(recipe, request.quantity, &request.chosen, "/kit")?;
    let surcharge = recipe.surcharge(request.quantity, &request.chosen).map_err(|error| {
        let mut problems = Problems::new();
        problems.add(error.code(), "/chosen", error.to_string());
        problems
    })?;
    let Some(price) = request.price else { return Ok(KitExplosion { components, surcharge, price: None }) };
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
    Ok(KitExplosion { components, surcharge, price: Some(shares) })
}
