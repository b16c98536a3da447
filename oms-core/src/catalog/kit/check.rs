//! Do all lines of all orders fit together? Kits that share a component compete for it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ChosenOption, KitBook, KitRecipe};
use crate::value::{LineId, NodeId, OrderId, Problems, Quantity, SkuId};

/// What there is of a SKU, at a node where one is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitStock {
    /// The SKU: a component, or anything else that is sold.
    pub sku: SkuId,
    /// Where; absent for one pool.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// Units that may be taken, after everything that holds some; below zero counts as none.
    pub available: i64,
}

/// A line of an order that may ask for kits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitOrderLine {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// A kit or any other SKU.
    pub sku: SkuId,
    /// How many of it.
    pub quantity: Quantity,
    /// What the buyer chose of a configurable kit, for each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<ChosenOption>,
}

/// The question whether lines fit together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KitCheckRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitCheckRequest {
    /// The recipes of the kits; what is not here is no kit.
    pub kits: Vec<KitRecipe>,
    /// The lines of all orders that are to be served together.
    pub lines: Vec<KitOrderLine>,
    /// What there is; nodes are summed, because components may ship from several.
    pub stock: Vec<KitStock>,
}

/// Whether lines fit together, and what is short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KitCheck"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitCheck {
    /// Whether everything can be served.
    pub feasible: bool,
    /// What all lines take together, by SKU.
    pub demand: Vec<KitDemand>,
    /// Whether each line would fit if it were the only one, in the order of the lines. Lines that fit alone and not
    /// together are why a check line by line oversells.
    pub alone: Vec<KitLineAlone>,
}

impl KitCheck {
    /// The SKUs that are short.
    pub fn shortages(&self) -> impl Iterator<Item = &KitDemand> {
        self.demand.iter().filter(|demand| demand.short > 0)
    }
}

/// What all lines take of one SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitDemand {
    /// The component, or the SKU itself.
    pub sku: SkuId,
    /// Units that all lines take.
    pub wanted: u64,
    /// Units that there are.
    pub available: u64,
    /// Units missing.
    pub short: u64,
    /// Which lines take how many.
    pub by: Vec<KitDemandPart>,
}

/// What one line takes of one SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitDemandPart {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// How many units.
    pub quantity: Quantity,
}

/// Whether a line would fit if it were the only one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitLineAlone {
    /// The order.
    pub order: OrderId,
    /// The line.
    pub line: LineId,
    /// Whether it fits alone.
    pub fits: bool,
}

/// Checks all lines of all orders against the stock at once. `O((lines + stock) log n)` in the components.
///
/// # Errors
/// The problems of the recipes, of what is chosen, and lines whose components are too many to count.
///
/// ```
/// use oms_core::catalog::{KitCheckRequest, check_kits};
/// let request: KitCheckRequest = serde_json::from_str(r#"{
///     "kits": [{"sku": "k1", "components": [{"sku": "a", "quantity": 1}, {"sku": "b", "quantity": 2}]},
///              {"sku": "k2", "components": [{"sku": "b", "quantity": 1}]}],
///     "lines": [{"order": "o", "line": "1", "sku": "k1", "quantity": 2},
///               {"order": "o", "line": "2", "sku": "k2", "quantity": 3}],
///     "stock": [{"sku": "a", "available": 5}, {"sku": "b", "available": 6}]}"#)?;
/// let check = check_kits(&request).expect("a sound request");
/// assert!(!check.feasible && check.alone.iter().all(|line| line.fits));
/// let short: Vec<_> = check.shortages().map(|b| (b.sku.as_str(), b.wanted, b.available)).collect();
/// assert_eq!(short, [("b", 7, 6)]);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn check_kits(request: &KitCheckRequest) -> Result<KitCheck, Problems> {
    let book = KitBook::checked(request.kits.clone()).map_err(|problems| problems.under("/kits"))?;
    let mut available: BTreeMap<&SkuId, u64> = BTreeMap::new();
    for stock in &request.stock {
        let sum = available.entry(&stock.sku).or_default();
        *sum = sum.saturating_add(u64::try_from(stock.available).unwrap_or_default());
    }
    let mut problems = Problems::new();
    let mut demand: BTreeMap<SkuId, Vec<KitDemandPart>> = BTreeMap::new();
    let mut alone = Vec::with_capacity(request.lines.len());
    for (at, line) in request.lines.iter().enumerate() {
        let parts = match book.explode_chosen(&line.sku, line.quantity, &line.chosen, "/quantity") {
            Ok(parts) => parts,
            Err(wrong) => {
                problems.extend(wrong.under(&format!("/lines/{at}")));
                continue;
            }
        };
        let (order, id) = (&line.order, &line.line);
        let fits = parts.iter().all(|part| {
            u64::from(part.quantity.units()) <= available.get(&part.sku).copied().unwrap_or_default()
        });
        alone.push(KitLineAlone { order: order.clone(), line: id.clone(), fits });
        for part in parts {
            let taken = KitDemandPart { order: order.clone(), line: id.clone(), quantity: part.quantity };
            demand.entry(part.sku).or_default().push(taken);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let demand: Vec<KitDemand> = (demand.into_iter())
        .map(|(sku, by)| {
            let available = available.get(&sku).copied().unwrap_or_default();
            let units = by.iter().map(|part| u64::from(part.quantity.units()));
            let wanted = units.fold(0_u64, u64::saturating_add);
            KitDemand { sku, wanted, available, short: wanted.saturating_sub(available), by }
        })
        .collect();
    Ok(KitCheck { feasible: demand.iter().all(|demand| demand.short == 0), demand, alone })
}
