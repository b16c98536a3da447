//! How many kits can be sold.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{KitBook, KitComponent, KitRecipe, KitStock};
use crate::value::{NodeId, Problems, Quantity, SkuId};

/// The question how many of a kit can be sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KitAvailabilityRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitAvailabilityRequest {
    /// The recipes of the kit and the kits in it.
    pub kits: Vec<KitRecipe>,
    /// The kit.
    pub kit: SkuId,
    /// What there is of the components, after everything that holds some.
    pub stock: Vec<KitStock>,
}

/// How many of a kit can be sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "KitAvailability"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitAvailability {
    /// The kit.
    pub kit: SkuId,
    /// What one kit takes.
    pub components: Vec<KitComponent>,
    /// How many kits each node could send whole, by node; stock without a node is one pool of its own.
    pub nodes: Vec<KitNodeAvailability>,
    /// The sum of the nodes: kits that need not be split.
    pub whole: u64,
    /// Kits if components may come from several nodes; never fewer than `whole`.
    pub network: u64,
    /// What keeps `network` from being larger; of several, the first of the recipe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<KitLimit>,
}

/// How many kits a node could send whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitNodeAvailability {
    /// The node; absent for stock without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// How many kits.
    pub kits: u64,
    /// What keeps it from being more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<KitLimit>,
}

/// The component that runs out first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitLimit {
    /// The component.
    pub sku: SkuId,
    /// Units that there are.
    pub available: u64,
    /// Units that one kit takes.
    pub per_kit: Quantity,
}

/// How many of a kit can be sold: at each node, and over all nodes, the minimum over the components of
/// `floor(available / per kit)`.
///
/// The figure of each component must be the final one, after every hold, buffer and promise: the minimum of differences
/// is right, a difference of minima (kits that there are less kits that are promised) is not.
///
/// # Errors
/// The problems of the recipes; [`KitError::NotAKit`](super::KitError::NotAKit) at `/kit`.
///
/// ```
/// use oms_core::catalog::{KitAvailabilityRequest, kit_availability};
/// let request: KitAvailabilityRequest = serde_json::from_str(r#"{
///     "kits": [{"sku": "set", "components": [{"sku": "cup", "quantity": 2}, {"sku": "tray", "quantity": 1}]}],
///     "kit": "set",
///     "stock": [{"sku": "cup", "node": "berlin", "available": 7}, {"sku": "tray", "node": "berlin", "available": 1},
///               {"sku": "tray", "node": "lyon", "available": 9}]}"#)?;
/// let sets = kit_availability(&request).expect("a sound request");
/// assert_eq!((sets.whole, sets.network), (1, 3)); // two more if trays come from Lyon
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn kit_availability(request: &KitAvailabilityRequest) -> Result<KitAvailability, Problems> {
    let book = KitBook::checked(request.kits.clone()).map_err(|problems| problems.under("/kits"))?;
    let one = Quantity::new(1);
    let components = book.components(&request.kit, one).map_err(|error| error.at("/kit"))?;
    Ok(available_kits(request.kit.clone(), components, &request.stock))
}

/// How many kits there are of which one takes these components; as [`kit_availability`].
#[must_use]
pub fn available_kits(kit: SkuId, components: Vec<KitComponent>, stock: &[KitStock]) -> KitAvailability {
    let mut cells: BTreeMap<(Option<&NodeId>, &SkuId), u64> = BTreeMap::new();
    let mut sums: BTreeMap<&SkuId, u64> = BTreeMap::new();
    for stock in stock {
        let units = u64::try_from(stock.available).unwrap_or_default();
        for sum in
            [cells.entry((stock.node.as_ref(), &stock.sku)).or_default(), sums.entry(&stock.sku).or_default()]
        {
            *sum = sum.saturating_add(units);
        }
    }
    let places: BTreeSet<Option<&NodeId>> = cells.keys().map(|(node, _)| *node).collect();
    let nodes: Vec<KitNodeAvailability> = (places.into_iter())
        .map(|node| {
            let at_node = |sku: &SkuId| cells.get(&(node, sku)).copied().unwrap_or_default();
            let (kits, limit) = fewest(&components, at_node);
            KitNodeAvailability { node: node.cloned(), kits, limit }
        })
        .collect();
    let whole = nodes.iter().map(|node| node.kits).fold(0, u64::saturating_add);
    let (network, limit) = fewest(&components, |sku| sums.get(sku).copied().unwrap_or_default());
    KitAvailability { kit, components, nodes, whole, network, limit }
}

/// How many kits the components make, and which runs out first; a kit of nothing cannot be sold.
fn fewest(components: &[KitComponent], available: impl Fn(&SkuId) -> u64) -> (u64, Option<KitLimit>) {
    let mut best: Option<(u64, KitLimit)> = None;
    for component in components {
        let units = available(&component.sku);
        let kits = units.checked_div(u64::from(component.quantity.units())).unwrap_or_default();
        if best.as_ref().is_none_or(|(fewest, _)| kits < *fewest) {
            let (sku, per_kit) = (component.sku.clone(), component.quantity);
            best = Some((kits, KitLimit { sku, available: units, per_kit }));
        }
    }
    best.map_or((0, None), |(kits, limit)| (kits, Some(limit)))
}
