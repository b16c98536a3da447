//! Commands to orders.

use serde::{Deserialize, Serialize};

use crate::allocation::AllocationStrategyKind;
use crate::order::{HoldReason, HoldSource, HoldStage, LineUnits, OrderChange, OrderDraft, OrderPayment};
use crate::publish::QuotaGroup;
use crate::value::{HoldId, Instant, LineId, LineQuantity, OrderId, ReservationId, Text};

/// Place an order. The same channel order again changes nothing; with other content it is a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlaceOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaceOrder {
    /// The id that the order gets.
    pub order: OrderId,
    /// The order.
    pub draft: OrderDraft,
}

/// Record a payment or refund. Rules' holds are looked at anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RecordPayment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordPayment {
    /// The order.
    pub order: OrderId,
    /// The payment.
    pub payment: OrderPayment,
}

/// Review: open holds for what is wrong, release rules' holds whose cause is gone, approve if nothing is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReviewOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewOrder {
    /// The order.
    pub order: OrderId,
}

/// Approve by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ApproveOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApproveOrder {
    /// The order.
    pub order: OrderId,
}

/// Hold an order, or some lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "HoldOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoldOrder {
    /// The order.
    pub order: OrderId,
    /// The new hold.
    pub hold: HoldId,
    /// Why.
    pub reason: HoldReason,
    /// The first stage blocked.
    pub stage: HoldStage,
    /// Who holds it.
    pub source: HoldSource,
    /// The lines held; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineId>,
    /// More words, for people.
    #[serde(default)]
    pub note: Text,
}

/// Release a hold; one that is not open stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReleaseHold"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleaseHold {
    /// The order.
    pub order: OrderId,
    /// The hold.
    pub hold: HoldId,
}

/// Change an order before its units are with a warehouse. Rules' holds are looked at anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChangeOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeOrder {
    /// The order.
    pub order: OrderId,
    /// What changes.
    pub change: OrderChange,
}

/// Cancel units that no warehouse has been told to pick; their stock becomes free. Rules' holds are looked at anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CancelOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelOrder {
    /// The order.
    pub order: OrderId,
    /// Units by line; everything that has not left when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Hold stock for an order by a plan over all nodes: all of it or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReserveOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReserveOrder {
    /// The order.
    pub order: OrderId,
    /// The new reservation.
    pub reservation: ReservationId,
    /// How to plan.
    pub strategy: AllocationStrategyKind,
    /// The buyer's group, where it may have quotas: the plan then counts their units, and the reservation takes them
    /// before free ones. Free units only when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota: Option<QuotaGroup>,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// Set units aside at nodes: what its reservation holds as planned then, the rest by a new plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AllocateOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocateOrder {
    /// The order.
    pub order: OrderId,
    /// How to plan.
    pub strategy: AllocationStrategyKind,
    /// The lines to plan for; all when none is named, and where the policy ships orders whole. What its reservation
    /// holds is set aside in any case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineId>,
}

/// Set units aside at the nodes that somebody else chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AssignOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignOrder {
    /// The order.
    pub order: OrderId,
    /// Units by line and node.
    pub units: Vec<LineUnits>,
}

/// Give units back, also those a warehouse was told to pick and has confirmed not to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DeallocateOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeallocateOrder {
    /// The order.
    pub order: OrderId,
    /// Units by line and node; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<LineUnits>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Tell the warehouses to pick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReleaseOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleaseOrder {
    /// The order.
    pub order: OrderId,
    /// Units by line and node; all allocated ones when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<LineUnits>,
}

/// Close a delivered order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CompleteOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompleteOrder {
    /// The order.
    pub order: OrderId,
}
