//! What came of a command.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Event;
use crate::allocation::AllocationPlan;
use crate::carrier::CarrierChoice;
use crate::order::ReviewFinding;
use crate::promise::{PromiseAnswer, PromiseStanding};
use crate::publish::Publication;
use crate::stock::HeldItem;
use crate::value::{CommandId, NodeId, OrderId, ReservationId, SkuId};

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
    /// Which nodes hold what, and what is short.
    Reservation(ReservationExplained),
    /// What a promise stands on.
    Promise(PromiseExplained),
    /// What channels are told of a SKU.
    Publication(PublicationExplained),
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
