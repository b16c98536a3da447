//! The rules of a solution, and how a breach is told.

use serde::{Deserialize, Serialize};

/// A rule that a solution must obey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SolutionRule {
    /// Every order, node, service and line is one of the instance.
    Known,
    /// An order has one shipment from a node at most.
    OneShipment,
    /// A shipment has at least one line, and each at least one unit.
    NotEmpty,
    /// A shipment names a line once.
    LineOnce,
    /// The node uses the service, and the service goes there.
    Offered,
    /// A shipment is not too heavy for its service.
    Weight,
    /// A line gets no more units than were ordered.
    Ordered,
    /// An order that ships complete does, or not at all.
    Complete,
    /// An order has no more shipments than allowed.
    MaxShipments,
    /// A node sends no more units of a SKU than it has.
    Stock,
    /// A node sends no more units than it can.
    CapUnits,
    /// A node sends no more shipments than it can.
    CapShipments,
    /// The solution costs what it says.
    Claim,
}

impl SolutionRule {
    /// The code of a breach.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Known => "allocation.unknown_index",
            Self::OneShipment => "allocation.two_shipments",
            Self::NotEmpty => "allocation.empty_shipment",
            Self::LineOnce => "allocation.line_twice",
            Self::Offered => "allocation.not_offered",
            Self::Weight => "allocation.over_weight",
            Self::Ordered => "allocation.over_ordered",
            Self::Complete => "allocation.not_complete",
            Self::MaxShipments => "allocation.over_shipments",
            Self::Stock => "allocation.over_stock",
            Self::CapUnits => "allocation.over_cap_units",
            Self::CapShipments => "allocation.over_cap_shipments",
            Self::Claim => "allocation.wrong_claim",
        }
    }
}

/// A rule that is broken, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SolutionViolation {
    /// The rule.
    pub rule: SolutionRule,
    /// Where: a JSON pointer into the solution, to a shipment where one is at fault.
    pub path: String,
    /// What is wrong, for people.
    pub message: String,
}

impl SolutionViolation {
    pub(super) const fn new(rule: SolutionRule, path: String, message: String) -> Self {
        Self { rule, path, message }
    }
}
