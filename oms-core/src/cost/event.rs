//! What happened to the value of stock.

use serde::{Deserialize, Serialize};

use super::CostRate;
use super::pool::{minus, share};
use crate::catalog::CostingMethod;
use crate::value::{Currency, Instant, LotId, Money, NodeId, SkuId, Text};

/// Something that happened to a cost book. Each says what it did to which layer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CostEvent {
    /// The book began.
    Opened(CostOpened),
    /// Units came.
    Entered(CostEntered),
    /// Units left.
    Issued(CostIssued),
    /// A bill came for units of a receipt.
    Landed(CostLanded),
    /// The standard cost changed.
    StandardSet(CostStandardSet),
    /// The method changed.
    MethodChanged(CostMethodChanged),
    /// The period ended.
    PeriodClosed(CostPeriodClosed),
}

/// From where units come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CostEntryKind {
    /// From a supplier.
    Purchased,
    /// From a customer.
    Returned,
    /// From another node or another SKU: a transfer, a regrade, an assembly.
    Transferred,
    /// A count found them.
    Found,
}

/// To where units leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CostIssueKind {
    /// To a customer: cost of goods sold.
    Sold,
    /// To another node or another SKU: a transfer, a regrade, an assembly.
    Transferred,
    /// Nowhere: scrapped, lost, counted away.
    WrittenOff,
}

/// Where a cost comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CostBasis {
    /// It was stated.
    Stated,
    /// The layers that the units were part of.
    Layer,
    /// The average of what is there.
    Average,
    /// The last known cost, because nothing is there.
    Last,
    /// The standard cost.
    Standard,
    /// Nothing is known; the cost is zero until a bill comes.
    Unknown,
}

/// The account of a variance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CostVarianceAccount {
    /// What purchases cost beyond the standard cost.
    PurchasePrice,
    /// What came as a late bill for units that had left.
    LateCost,
    /// What units cost beyond what they were issued at before they came.
    TrueUp,
    /// What a new standard cost or method took from the value; negative when it added.
    Revaluation,
    /// What issues of a period cost beyond what they were issued at.
    Period,
}

/// An amount that is neither on hand nor issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostVariance"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostVariance {
    /// Which account.
    pub account: CostVarianceAccount,
    /// How much; negative when units cost less.
    pub amount: Money,
}

/// Units of one layer and what they cost together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostDraw"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostDraw {
    /// The layer's number in its book; absent where there is none: units that had not come yet, or a standard cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layer: Option<u64>,
    /// The receipt that brought them; empty where many are averaged.
    #[serde(default)]
    pub receipt: Text,
    /// The lot or serial number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// When the layer began.
    pub at: Instant,
    /// How many units.
    pub units: i64,
    /// What they cost together.
    pub cost: Money,
    /// Where the cost comes from.
    pub basis: CostBasis,
}

/// The units from `from` (inclusive) to `to` (exclusive) of what an issue drew, in the order in which they left.
///
/// Parts of one issue that come back at different times cost together what the issue cost (cumulative slicing).
#[must_use]
pub fn slice_draws(draws: &[CostDraw], from: i64, to: i64) -> Vec<CostDraw> {
    let mut before = 0_i64;
    let mut parts = Vec::new();
    for draw in draws {
        let first = from.saturating_sub(before).clamp(0, draw.units.max(0));
        let last = to.saturating_sub(before).clamp(0, draw.units.max(0));
        before = before.saturating_add(draw.units);
        if first < last {
            let cost = minus(share(draw.cost, last, draw.units), share(draw.cost, first, draw.units));
            parts.push(CostDraw { units: last.saturating_sub(first), cost, ..draw.clone() });
        }
    }
    parts
}

/// The book began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostOpened"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostOpened {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How issues are valued.
    pub method: CostingMethod,
    /// The currency of the book.
    pub currency: Currency,
    /// The units that were there already.
    pub units: i64,
    /// What they cost together.
    pub cost: Money,
    /// Where that cost comes from.
    pub basis: CostBasis,
    /// What one unit costs by the SKU's record: the standard cost where the method has one, else the last known cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_cost: Option<CostRate>,
    /// When.
    pub at: Instant,
}

/// Units that had been issued before they came, and now did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostCovered"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostCovered {
    /// How many.
    pub units: i64,
    /// What they were issued at.
    pub issued_at: Money,
    /// What they cost.
    pub cost: Money,
}

/// Units came. `cost = placed layers + covered cost`, and on hand grows by `cost − variance`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostEntered"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostEntered {
    /// From where.
    pub kind: CostEntryKind,
    /// The receipt, transfer or return.
    #[serde(default)]
    pub reference: Text,
    /// How many units.
    pub units: i64,
    /// What they cost together.
    pub cost: Money,
    /// Where the cost comes from.
    pub basis: CostBasis,
    /// The layers they went into; none under a standard cost.
    pub placed: Vec<CostDraw>,
    /// Units among them that had been issued before they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covered: Option<CostCovered>,
    /// What of the cost is not on hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variance: Option<CostVariance>,
}

/// Units left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostIssued"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostIssued {
    /// To where.
    pub kind: CostIssueKind,
    /// The shipment, transfer or count.
    #[serde(default)]
    pub reference: Text,
    /// How many units.
    pub units: i64,
    /// What they cost together.
    pub cost: Money,
    /// Which layers they came from.
    pub draws: Vec<CostDraw>,
}

/// A layer's part of a late bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostShare"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostShare {
    /// The layer's number.
    pub layer: u64,
    /// The part.
    pub amount: Money,
}

/// A bill came for units of a receipt. `amount = shares + variance`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostLanded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostLanded {
    /// The receipt.
    pub receipt: Text,
    /// The bill's part for this SKU at this node.
    pub amount: Money,
    /// How many units the receipt brought.
    pub received: i64,
    /// How many of them are taken to be there still.
    pub covered: i64,
    /// What went to the layers that are left.
    pub shares: Vec<CostShare>,
    /// What fell to units that had left.
    pub variance: Money,
}

/// The standard cost changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostStandardSet"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostStandardSet {
    /// The new standard cost.
    pub standard: CostRate,
    /// What it added to the value on hand.
    pub revaluation: Money,
}

/// The method changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostMethodChanged"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostMethodChanged {
    /// The new method.
    pub method: CostingMethod,
    /// The standard cost, where the method has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<CostRate>,
    /// What it added to the value on hand.
    pub revaluation: Money,
    /// When.
    pub at: Instant,
}

/// The period ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostPeriodClosed"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostPeriodClosed {
    /// When it ended.
    pub until: Instant,
    /// What all units of the period cost, by how many they were: those it began with and those that came.
    /// Absent when there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average: Option<CostRate>,
    /// What its issues cost beyond what they were issued at.
    pub variance: Money,
}
