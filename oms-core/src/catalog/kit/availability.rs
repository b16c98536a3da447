//! How many kits can be sold.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::fill::{Filled, fill, guaranteed};
use super::{KitBook, KitComponent, KitContents, KitRecipe, KitStock};
use crate::value::{ChoiceId, NodeId, Problems, Quantity, SkuId};

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
    /// What one kit takes, whatever is chosen.
    pub components: Vec<KitComponent>,
    /// How many kits each node could send whole, by node; stock without a node is one pool of its own.
    pub nodes: Vec<KitNodeAvailability>,
    /// The sum of the nodes: kits that need not be split.
    pub whole: u64,
    /// Kits if components may come from several nodes; never fewer than `whole`.
    pub network: u64,
    /// Of a configurable kit: how many there are whatever buyers choose, from `network` downwards, because each may
    /// choose what is scarce. `whole` and `network` are the most, if they choose what there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guaranteed: Option<u64>,
    /// What keeps `network` from being larger; of several, the first of the recipe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<KitLimit>,
    /// The choice that keeps it from being larger, where no component does. Neither is named where choices need the
    /// same units, and only together too many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limiting_choice: Option<ChoiceId>,
    /// Where dozens of options share SKUs in unlike numbers and the search for the best mix was broken off: `network`
    /// kits there are, more than this there are not. Absent where `network` is the most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u64>,
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
    /// The choice that does, where no component does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limiting_choice: Option<ChoiceId>,
    /// As for the whole network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u64>,
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
/// `floor(available / per kit)`. Of a configurable kit, the largest number of kits for each of which something can be
/// chosen such that all of them together fit: `O(options · log stock)` where options share no SKU, else by an exact
/// search.
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
///
/// // Any two of three teas in a box.
/// let request: KitAvailabilityRequest = serde_json::from_str(r#"{
///     "kits": [{"sku": "box", "kind": "configurable", "choices": [{"id": "teas", "min": 2, "options": [
///         {"sku": "green"}, {"sku": "black"}, {"sku": "mint"}]}]}],
///     "kit": "box",
///     "stock": [{"sku": "green", "available": 9}, {"sku": "black", "available": 3},
///         {"sku": "mint", "available": 2}]}"#)?;
/// let boxes = kit_availability(&request).expect("a sound request");
/// assert_eq!(boxes.network, 5); // green with everything; a box of two greens is not allowed
/// assert_eq!(boxes.guaranteed, Some(2)); // if everybody wants mint
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn kit_availability(request: &KitAvailabilityRequest) -> Result<KitAvailability, Problems> {
    let book = KitBook::checked(request.kits.clone()).map_err(|problems| problems.under("/kits"))?;
    let contents = book.contents(&request.kit).map_err(|error| error.at("/kit"))?;
    Ok(available_kits(request.kit.clone(), &contents, &request.stock))
}

/// How many kits there are of these contents; as [`kit_availability`].
#[must_use]
pub fn available_kits(kit: SkuId, contents: &KitContents, stock: &[KitStock]) -> KitAvailability {
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
            let filled = fill(contents, at_node);
            KitNodeAvailability {
                node: node.cloned(),
                kits: filled.kits,
                limit: filled.limit(contents, at_node),
                at_most: filled.open(),
                limiting_choice: filled.choice,
            }
        })
        .collect();
    let whole = nodes.iter().map(|node| node.kits).fold(0, u64::saturating_add);
    let anywhere = |sku: &SkuId| sums.get(sku).copied().unwrap_or_default();
    let filled = fill(contents, anywhere);
    KitAvailability {
        kit,
        components: contents.components.clone(),
        nodes,
        whole,
        // A search that was broken off may find less for all nodes than for each.
        network: filled.kits.max(whole),
        guaranteed: (!contents.choices.is_empty()).then(|| guaranteed(contents, anywhere)),
        limit: filled.limit(contents, anywhere),
        at_most: filled.open().filter(|most| *most > whole),
        limiting_choice: filled.choice,
    }
}

impl Filled {
    fn limit(&self, contents: &KitContents, available: impl Fn(&SkuId) -> u64) -> Option<KitLimit> {
        let component = contents.components.get(self.component?)?;
        let (sku, per_kit) = (component.sku.clone(), component.quantity);
        Some(KitLimit { available: available(&sku), sku, per_kit })
    }

    /// What was not ruled out beyond the figure.
    fn open(&self) -> Option<u64> {
        (self.at_most > self.kits).then_some(self.at_most)
    }
}
