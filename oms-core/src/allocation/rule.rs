//! What a plan must obey, and how a breach is told.

use serde::{Deserialize, Serialize};

use super::ConstraintRef;
use crate::value::{LineId, NodeId, SkuId};

/// What a plan must obey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanRule {
    /// The problem itself is well formed.
    ValidProblem,
    /// Every line is one of the problem.
    KnownLine,
    /// Every node is a candidate.
    KnownNode,
    /// A line and a node stand together once at most; so do a node and a shipment, a line and a reason.
    NoDuplicate,
    /// Every quantity is at least one.
    NonZero,
    /// A line gets no more units than it asks for.
    LineQuantity,
    /// A node ships no more units of a SKU than it has, over all lines that share it.
    Stock,
    /// A node that ships is open.
    NodeOpen,
    /// A carrier goes from the node to the destination, and the named service is one of the lane's.
    Lane,
    /// Some carrier takes the weight of the shipment.
    WeightLimit,
    /// There are no more shipments than allowed.
    MaxShipments,
    /// If only the whole order may ship, all of it does or nothing.
    ShipComplete,
    /// Assigned and short units of a line sum to what it asks for.
    Conservation,
    /// The nodes with a shipment are exactly the nodes with an assignment.
    ShipmentSet,
    /// A shipment's units are those assigned to its node.
    ShipmentUnits,
    /// A shipment's weight is that of its units.
    ShipmentWeight,
    /// A shipment's distance is the candidate's.
    ShipmentDistance,
    /// A shipment's days are those of its service.
    TransitDays,
    /// A shipment's freight is what its service asks for its weight.
    Freight,
    /// A shipment's handling is its node's cost per shipment and per unit.
    Handling,
    /// The plan's freight is the sum over its shipments.
    FreightTotal,
    /// The plan's handling is the sum over its shipments.
    HandlingTotal,
    /// The plan's split cost is that of every shipment after the first.
    SplitTotal,
    /// The plan's total is the sum of its parts.
    Total,
    /// No hard constraint is broken; the violation names which.
    Constraint,
    /// A node ships only lines that the sourcing asks it for, and no further tiers than the plan says were asked.
    Sourcing,
    /// What a shipment costs beside freight and handling is what terms and soft constraints say.
    ShipmentCosts,
    /// What the plan costs beside freight, handling and splits is what terms and soft constraints say.
    CostLines,
    /// Every amount is in the problem's currency.
    Currency,
    /// Every candidate has one verdict, `chosen` exactly if it ships.
    Verdicts,
}

impl PlanRule {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ValidProblem => "plan.valid_problem",
            Self::KnownLine => "plan.known_line",
            Self::KnownNode => "plan.known_node",
            Self::NoDuplicate => "plan.no_duplicate",
            Self::NonZero => "plan.non_zero",
            Self::LineQuantity => "plan.line_quantity",
            Self::Stock => "plan.stock",
            Self::NodeOpen => "plan.node_open",
            Self::Lane => "plan.lane",
            Self::WeightLimit => "plan.weight_limit",
            Self::MaxShipments => "plan.max_shipments",
            Self::ShipComplete => "plan.ship_complete",
            Self::Conservation => "plan.conservation",
            Self::ShipmentSet => "plan.shipment_set",
            Self::ShipmentUnits => "plan.shipment_units",
            Self::ShipmentWeight => "plan.shipment_weight",
            Self::ShipmentDistance => "plan.shipment_distance",
            Self::TransitDays => "plan.transit_days",
            Self::Freight => "plan.freight",
            Self::Handling => "plan.handling",
            Self::FreightTotal => "plan.freight_total",
            Self::HandlingTotal => "plan.handling_total",
            Self::SplitTotal => "plan.split_total",
            Self::Total => "plan.total",
            Self::Constraint => "plan.constraint",
            Self::Sourcing => "plan.sourcing",
            Self::ShipmentCosts => "plan.shipment_costs",
            Self::CostLines => "plan.cost_lines",
            Self::Currency => "plan.currency",
            Self::Verdicts => "plan.verdicts",
        }
    }
}

/// A rule that a plan breaks, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanViolation {
    /// The rule.
    pub rule: PlanRule,
    /// The line at fault, if one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// The node at fault, if one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// The SKU at fault, if one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<SkuId>,
    /// The constraint at fault, if one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraint: Option<ConstraintRef>,
    /// What the rule demands or allows.
    pub expected: String,
    /// What the plan has.
    pub found: String,
}
