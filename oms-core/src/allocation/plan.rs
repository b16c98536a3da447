//! What was decided, what it costs, and why each candidate won or lost.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{ConstraintRef, CostLine, PlanViolation, TierReached};
use crate::value::{CarrierId, LineId, Money, NodeId, Problems, Quantity, ServiceId, SkuId};

/// Why there is no plan. That units cannot be served is no error but a shortfall in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AllocationError {
    /// The problem is malformed.
    #[error("{problems}")]
    InvalidProblem {
        /// Everything wrong with it.
        problems: Problems,
    },
    /// The strategy answered with something that cannot be shipped.
    #[error("strategy `{strategy}` broke `{rule}`", rule = first_rule(.violations))]
    InvalidAssignment {
        /// The strategy.
        strategy: String,
        /// Every rule it broke.
        violations: Vec<PlanViolation>,
    },
    /// The costs are beyond what money can hold.
    #[error("the costs of the plan are too large")]
    Overflow,
}

fn first_rule(violations: &[PlanViolation]) -> &'static str {
    violations.first().map_or("plan", |first| first.rule.code())
}

impl AllocationError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InvalidProblem { .. } => "allocation.invalid_problem",
            Self::InvalidAssignment { .. } => "allocation.invalid_assignment",
            Self::Overflow => "allocation.cost_overflow",
        }
    }
}

/// Which nodes ship what. Per line, assigned and short units sum to the units asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationPlan {
    /// The name of the strategy that made it.
    pub strategy: String,
    /// The units by line and node, sorted by line, then node.
    pub assignments: Vec<AllocationAssignment>,
    /// The units that nobody ships, sorted by line, then reason, then constraint.
    pub shortfalls: Vec<AllocationShortfall>,
    /// The shipments, sorted by node.
    pub shipments: Vec<PlannedShipment>,
    /// What it costs.
    pub cost: AllocationCost,
    /// Every candidate and its verdict, sorted by node.
    pub candidates: Vec<AllocationVerdict>,
    /// How far the tiers of each sourcing were asked, in the order of the problem's sourcing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<TierReached>,
    /// What is proved about its cost, where the strategy proves something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<PlanProof>,
}

/// What is proved about the cost of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanProof {
    /// Whether no plan is better by the problem's goals.
    pub proved: bool,
    /// The least that a plan can cost which is as good by every goal before the cost; absent where none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Money>,
    /// How many nodes the search took.
    pub search_nodes: u64,
}

impl AllocationPlan {
    /// Whether nothing is short.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.shortfalls.is_empty()
    }
}

/// Units of a line that a node ships.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationAssignment {
    /// The order line.
    pub line: LineId,
    /// The node.
    pub node: NodeId,
    /// How many units; at least one.
    pub quantity: Quantity,
}

/// Units of a line that nobody ships.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationShortfall {
    /// The order line.
    pub line: LineId,
    /// How many units.
    pub quantity: Quantity,
    /// Why.
    pub reason: ShortfallReason,
    /// The constraint that is the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraint: Option<ConstraintRef>,
}

/// Why units are short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ShortfallReason {
    /// No candidate has them.
    NoStock,
    /// Only candidates from which no carrier goes to the destination have them.
    NoLane,
    /// Only candidates that are closed have them.
    NodeClosed,
    /// They would need one more shipment than allowed.
    MaxShipments,
    /// Every shipment that could take them would be too heavy for all its carriers.
    TooHeavy,
    /// All or none was asked for, and the strategy found no way to ship all.
    ShipComplete,
    /// A constraint keeps them.
    Constraint,
    /// Only candidates that the sourcing does not ask have them.
    NotSourced,
    /// Shipping them would cost more than leaving them, or goes against a goal that comes first.
    NotWorthwhile,
    /// The strategy left them although they could have been served.
    LeftByStrategy,
}

/// What leaves one node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedShipment {
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub units: u64,
    /// Their weight in grams.
    pub weight_grams: u64,
    /// How far it goes in metres, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_metres: Option<u32>,
    /// What the carrier asks; nothing when freight is unknown.
    pub freight: Money,
    /// What the node's work costs: its cost per shipment and per unit.
    pub handling: Money,
    /// The carrier; absent when freight is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierId>,
    /// The carrier's service; absent when freight is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Days from hand-over to delivery; absent when freight is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transit_days: Option<u16>,
    /// What it costs beside freight and handling, sorted by kind, then constraint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<CostLine>,
}

/// What a plan costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationCost {
    /// All freight, each shipment's by its weight.
    pub freight: Money,
    /// All handling, each shipment's by its weight.
    pub handling: Money,
    /// The split cost of every shipment after the first.
    pub split: Money,
    /// All other costs, of shipments and of the order, sorted by kind, then constraint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<CostLine>,
    /// The sum of all.
    pub total: Money,
}

/// What became of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocationVerdict {
    /// The node.
    pub node: NodeId,
    /// How many units of the order it could ship by its stock and its carriers' limits, if it were the only
    /// one; 0 for a rejected one.
    pub fillable_units: u64,
    /// What shipping those units would cost from there; absent when there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fillable_cost: Option<Money>,
    /// What that cost comes from, freight and handling among them, sorted by kind, then constraint. What only the order
    /// as a whole costs, such as units that do not ship, is not among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<CostLine>,
    /// Whether that is the whole order.
    pub complete: bool,
    /// The units that constraints keep from it, sorted by SKU, then constraint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<CandidateLimit>,
    /// What became of it.
    pub outcome: AllocationOutcome,
}

/// Units that a constraint keeps from a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CandidateLimit {
    /// The SKU.
    pub sku: SkuId,
    /// How many of its units at the candidate.
    pub units: Quantity,
    /// The constraint.
    pub constraint: ConstraintRef,
}

/// Chosen, lost or rejected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AllocationOutcome {
    /// It ships.
    Chosen(CandidateChosen),
    /// It could ship and does not.
    Lost(CandidateLost),
    /// It cannot ship any unit.
    Rejected(CandidateRejected),
}

/// A candidate that ships.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CandidateChosen"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CandidateChosen {
    /// How many units it ships.
    pub units: u64,
    /// What its shipment costs, by its weights.
    pub cost: Money,
}

/// A candidate that could ship and does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CandidateLost"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CandidateLost {
    /// How much more than the whole plan it would cost to ship all from there; negative if it is cheaper and the
    /// strategy chose by something else; absent if it could not ship all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<Money>,
}

/// A candidate that cannot ship any unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CandidateRejected"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CandidateRejected {
    /// Why.
    pub reason: CandidateRejection,
    /// The constraint that is the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraint: Option<ConstraintRef>,
}

/// Why a candidate cannot ship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CandidateRejection {
    /// It is closed.
    NodeClosed,
    /// No carrier goes from there to the destination.
    NoLane,
    /// It has none of what is asked for.
    NoStock,
    /// Not even one unit is light enough for its carriers.
    TooHeavy,
    /// A constraint keeps it from shipping.
    Constraint,
    /// The sourcing does not ask it, or did not have to.
    NotSourced,
}
