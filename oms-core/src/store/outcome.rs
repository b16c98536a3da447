//! What came of a command.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Event;
use crate::allocation::AllocationPlan;
use crate::carrier::CarrierChoice;
use crate::lot::{LotPicking, LotRecall};
use crate::network::NodeStanding;
use crate::order::ReviewFinding;
use crate::promise::{PromiseAnswer, PromiseStanding};
use crate::publish::Publication;
use crate::purchase::AlertMarks;
use crate::replenish::ReplenishDecision;
use crate::stock::HeldItem;
use crate::value::{CommandId, LotId, NodeId, OrderId, ReservationId, SkuId};

/// What came of a command that was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Outcome {
    /// The command.
    pub command: CommandId,
    /// What happened; nothing when there was nothing left to do.
    pub events: Vec<Arc<Event>>,
    /// Why it happened that way, where something was decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explanations: Vec<Explanation>,
}

/// The reasons of a decision, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Explanation {
    /// Which nodes ship what.
    Allocation(AllocationExplained),
    /// Promises that cannot be kept any more.
    BrokenPromises(BrokenPromisesExplained),
    /// Which carrier takes it.
    Carrier(CarrierExplained),
    /// How nodes stood to an order, where calendar, capacity or their past had a say.
    Nodes(NodesExplained),
    /// Which nodes hold what, and what is short.
    Reservation(ReservationExplained),
    /// Which lots an order gets.
    Lots(LotsExplained),
    /// What a recall concerns.
    LotRecall(LotRecalled),
    /// What a promise stands on.
    Promise(PromiseExplained),
    /// What channels are told of a SKU.
    Publication(PublicationExplained),
    /// What should be bought.
    Replenish(ReplenishExplained),
    /// What a review found.
    Review(ReviewExplained),
    /// The channel order had been placed before with the same content.
    Repeated(PlacementRepeated),
}

/// Which nodes ship what, and why the others do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AllocationExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationExplained {
    /// The plan, with what each candidate cost.
    pub plan: Arc<AllocationPlan>,
}

/// How nodes stood to an order that was planned: those whose calendar, capacity or past had a say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodesExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodesExplained {
    /// By node.
    pub nodes: Vec<NodeStanding>,
}

/// Promises that cannot be kept any more, now that a receipt is late, short or cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BrokenPromisesExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BrokenPromisesExplained {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// All of them, each with what it lacks and a new date, by due date and id.
    pub broken: Vec<PromiseStanding>,
}

/// What a promise stands on: the figures as they were before it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseExplained {
    /// The dates and the timeline that they follow from.
    pub answer: Arc<PromiseAnswer>,
}

/// Which carrier takes it, and why the others do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CarrierExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierExplained {
    /// The choice, with what each candidate asked.
    pub choice: Arc<CarrierChoice>,
}

/// Which nodes hold what, and what is short: where nodes were chosen, units are short or need not be held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReservationExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservationExplained {
    /// The reservation.
    pub reservation: ReservationId,
    /// By item, in the order asked.
    pub items: Vec<HeldItem>,
}

/// What channels are told of a SKU, with every step of each figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublicationExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicationExplained {
    /// The SKU.
    pub sku: SkuId,
    /// The figures, sent or not.
    pub publication: Arc<Publication>,
}
/// What a replenishment rule wants bought, with everything that it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReplenishExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishExplained {
    /// The SKU.
    pub sku: SkuId,
    /// The node; all active nodes together when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// Units that could be sold at the instant of the review.
    pub free: i64,
    /// Where the low-stock alert rises and clears, if anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: Option<AlertMarks>,
    /// Whether the alert is raised now.
    pub alert: bool,
    /// What the rule wants bought.
    pub decision: Arc<ReplenishDecision>,
}
/// Which lots an order gets at a node, and why it does not get the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotsExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotsExplained {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The picking, with what became of each lot.
    pub picking: Arc<LotPicking>,
}

/// What a recall concerns: by node, the orders that had units of the lot and have given them back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotRecalled"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotRecalled {
    /// The SKU.
    pub sku: SkuId,
    /// The lot.
    pub lot: LotId,
    /// The nodes that have units of it, by id.
    pub nodes: Vec<LotRecall>,
}

/// What a review found; nothing when the order passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReviewExplained"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewExplained {
    /// The findings.
    pub findings: Vec<ReviewFinding>,
}

/// The channel order had been placed before with the same content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlacementRepeated"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlacementRepeated {
    /// The order it became then.
    pub order: OrderId,
}
