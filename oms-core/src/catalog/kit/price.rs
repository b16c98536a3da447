//! What each component costs of the price of a kit.

use serde::{Deserialize, Serialize};

use crate::value::{Money, MoneyError, Quantity, SkuId, SplitRule};

/// A component to be priced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitPriceComponent {
    /// The component.
    pub sku: SkuId,
    /// Units of it.
    pub quantity: Quantity,
    /// The list price of one unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Money>,
    /// What one unit costs the merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
}

/// The question how a price is shared out over the components of a kit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitPriceRequest {
    /// What was paid for the kits.
    pub price: Money,
    /// What they are made of.
    pub components: Vec<KitPriceComponent>,
    /// Whether a component may get nothing because its list price or cost is nothing (a leaflet, a free sample). If
    /// not, a basis by which a component would get nothing is passed over.
    #[serde(default)]
    pub allow_zero: bool,
    /// Who gets the cents that do not divide evenly.
    #[serde(default)]
    pub rule: SplitRule,
}

/// By what the components were weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KitPriceBasis {
    /// Units times list price.
    List,
    /// Units times cost, because a list price is unknown.
    Cost,
    /// Units alone, because a cost is unknown too.
    Equal,
}

/// A price shared out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitPriceShares {
    /// By what the components were weighed: one basis for the whole kit, because list prices and costs do not compare.
    pub basis: KitPriceBasis,
    /// The parts, in the order of the components; they sum to the price.
    pub parts: Vec<KitPricePart>,
}

/// What a component got of the price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitPricePart {
    /// The component.
    pub sku: SkuId,
    /// Units of it.
    pub quantity: Quantity,
    /// Its weight in the split.
    pub weight: u64,
    /// What all its units together got.
    pub amount: Money,
}

/// Shares a price out over the components of a kit, by units times list price; by cost where a list price is unknown,
/// by units alone where a cost is unknown too. Largest remainder by default; the parts sum to the price to the cent.
///
/// A price in another currency, or below zero, counts as unknown. `O(n log n)`.
///
/// # Errors
/// [`MoneyError::NoParts`] without a component to take the price, [`MoneyError::Overflow`] for weights beyond 64 bits.
///
/// ```
/// use oms_core::catalog::{KitPriceBasis, KitPriceComponent, KitPriceRequest, explode_kit_price};
/// use oms_core::value::{Currency, Money, Quantity, SkuId, SplitRule};
/// let eur = |cents| Money::from_minor(cents, Currency::EUR);
/// let part = |sku: &str, units, list| Ok::<_, oms_core::value::IdError>(KitPriceComponent {
///     sku: SkuId::new(sku)?, quantity: Quantity::new(units), list: Some(eur(list)), cost: None });
/// let request = KitPriceRequest {
///     price: eur(1000), // for mugs worth 8.00 and a tray worth 4.00 if bought alone
///     components: vec![part("mug", 2, 400)?, part("tray", 1, 400)?],
///     allow_zero: false,
///     rule: SplitRule::LargestRemainder,
/// };
/// let shares = explode_kit_price(&request)?;
/// assert_eq!(shares.basis, KitPriceBasis::List);
/// assert_eq!(shares.parts.iter().map(|part| part.amount.minor()).collect::<Vec<_>>(), [667, 333]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn explode_kit_price(request: &KitPriceRequest) -> Result<KitPriceShares, MoneyError> {
    let (basis, weights) = weights(request)?;
    let amounts = request.price.split_by(&weights, request.rule)?;
    let parts = (request.components.iter().zip(weights).zip(amounts))
        .map(|((component, weight), amount)| KitPricePart {
            sku: component.sku.clone(),
            quantity: component.quantity,
            weight,
            amount,
        })
        .collect();
    Ok(KitPriceShares { basis, parts })
}

fn weights(request: &KitPriceRequest) -> Result<(KitPriceBasis, Vec<u64>), MoneyError> {
    let known = |price: Option<Money>| {
        let price = price.filter(|price| price.currency() == request.price.currency())?;
        u64::try_from(price.minor()).ok().filter(|minor| request.allow_zero || *minor > 0)
    };
    let by = |basis: KitPriceBasis| -> Option<Vec<(u64, u32)>> {
        let each = |part: &KitPriceComponent| {
            let price = if basis == KitPriceBasis::List { part.list } else { part.cost };
            Some((known(price)?, part.quantity.units()))
        };
        let weights: Vec<_> = request.components.iter().map(each).collect::<Option<_>>()?;
        weights.iter().any(|(price, units)| *price > 0 && *units > 0).then_some(weights)
    };
    let bases = [KitPriceBasis::List, KitPriceBasis::Cost];
    let found = bases.into_iter().find_map(|basis| Some((basis, by(basis)?)));
    let equal = || request.components.iter().map(|part| (1, part.quantity.units())).collect();
    let (basis, weights) = found.unwrap_or_else(|| (KitPriceBasis::Equal, equal()));
    let product = |(price, units): (u64, u32)| price.checked_mul(u64::from(units));
    let weights = weights.into_iter().map(product).collect::<Option<Vec<u64>>>();
    Ok((basis, weights.ok_or(MoneyError::Overflow)?))
}
