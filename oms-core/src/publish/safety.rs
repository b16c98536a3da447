//! Safety stock: units withheld from what channels are told, by the most specific factor. Reservations and orders may
//! use them, which is what they are for; units that nobody below a class may take are a SKU's protection levels.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::StockMargin;
use crate::value::{NodeId, Problems, SkuId, Text};

/// How an order is to reach its buyer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeliveryMethod {
    /// A carrier brings it.
    Shipping,
    /// The buyer collects it.
    Pickup,
    /// The node itself brings it.
    LocalDelivery,
}

/// What kind of supply units are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SafetySupply {
    /// Units that are there.
    OnHand,
    /// Units on their way.
    Incoming,
}

/// Units withheld wherever everything that it names fits; what it does not name may be anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyFactor {
    /// This SKU only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// This node only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// Nodes of this type only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_type: Option<Text>,
    /// This way of delivery only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_method: Option<DeliveryMethod>,
    /// This kind of supply only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply: Option<SafetySupply>,
    /// What is withheld.
    pub margin: StockMargin,
}

/// All safety factors of a tenant; nothing is withheld where none fits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SafetyFactors"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyFactors {
    /// The factors; their order does not matter.
    pub factors: Vec<SafetyFactor>,
}

/// Units of which some may have to be withheld.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyQuestion {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The node's type, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_type: Option<Text>,
    /// The ways of delivery asked for; none in particular when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery_methods: Vec<DeliveryMethod>,
    /// What kind of supply.
    pub supply: SafetySupply,
    /// How many units there are; may be negative.
    pub units: i64,
}

/// How many units are withheld, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyStock {
    /// Units withheld: the most over the ways of delivery.
    pub withheld: i64,
    /// Units left; negative where more is withheld than there is.
    pub available: i64,
    /// What each way of delivery withholds, in the order asked; one row where none was asked for.
    pub considered: Vec<SafetyConsidered>,
}

/// What one way of delivery withholds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyConsidered {
    /// The way of delivery; absent where none was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_method: Option<DeliveryMethod>,
    /// The most specific factor; absent where none fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<SafetyFactor>,
    /// Units withheld.
    pub withheld: i64,
}

impl SafetyFactor {
    fn fits(&self, question: &SafetyQuestion, method: Option<DeliveryMethod>) -> bool {
        self.sku.as_ref().is_none_or(|sku| *sku == question.sku)
            && self.node.as_ref().is_none_or(|node| *node == question.node)
            && self.node_type.as_ref().is_none_or(|kind| question.node_type.as_ref() == Some(kind))
            && self.delivery_method.is_none_or(|named| method == Some(named))
            && self.supply.is_none_or(|supply| supply == question.supply)
    }

    /// What it names, the most specific first: a SKU at a node beats a SKU beats a node beats a type of node beats a
    /// way of delivery beats a kind of supply. Two different factors that fit the same units never name the same
    /// things.
    const fn names(&self) -> [bool; 5] {
        [
            self.sku.is_some(),
            self.node.is_some(),
            self.node_type.is_some(),
            self.delivery_method.is_some(),
            self.supply.is_some(),
        ]
    }
}

impl SafetyFactors {
    /// Everything wrong with the record: parts are at most the whole, and no two factors name the same things.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut known = BTreeSet::new();
        for (at, factor) in self.factors.iter().enumerate() {
            factor.margin.check(&format!("/factors/{at}/margin"), &mut problems);
            let scope = (&factor.sku, &factor.node, &factor.node_type, factor.delivery_method, factor.supply);
            if !known.insert(scope) {
                let message = "another factor names the same things; keep one of them";
                problems.add("input.duplicate", format!("/factors/{at}"), message);
            }
        }
        problems
    }
}

/// How many units are withheld as safety stock: for each way of delivery the most specific factor that fits, and of
/// these the one that withholds most. `O(factors · ways)`.
///
/// ```
/// use oms_core::publish::{SafetyFactors, SafetyQuestion, safety_stock};
/// let factors: SafetyFactors = serde_json::from_str(
///     r#"{"factors": [{"sku": "mug", "margin": {"type": "percent", "basisPoints": 2500}}]}"#,
/// )?;
/// let question: SafetyQuestion =
///     serde_json::from_str(r#"{"sku": "mug", "node": "berlin", "supply": "on_hand", "units": 10}"#)?;
/// assert_eq!(safety_stock(&factors, &question).available, 7);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn safety_stock(factors: &SafetyFactors, question: &SafetyQuestion) -> SafetyStock {
    let row = |method: Option<DeliveryMethod>| {
        let fitting = factors.factors.iter().filter(|factor| factor.fits(question, method));
        let factor = fitting.max_by_key(|factor| factor.names()).cloned();
        let withheld = factor.as_ref().map_or(0, |factor| factor.margin.withheld(question.units));
        SafetyConsidered { delivery_method: method, factor, withheld }
    };
    let considered: Vec<SafetyConsidered> = if question.delivery_methods.is_empty() {
        vec![row(None)]
    } else {
        question.delivery_methods.iter().map(|&method| row(Some(method))).collect()
    };
    let withheld = considered.iter().map(|row| row.withheld).max().unwrap_or_default();
    SafetyStock { withheld, available: question.units.saturating_sub(withheld), considered }
}
