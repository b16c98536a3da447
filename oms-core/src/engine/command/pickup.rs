//! Commands to orders that their buyers collect.

use serde::{Deserialize, Serialize};

use crate::value::{Instant, OrderId, ShipmentId};

/// An order waits for its buyer from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReadyForPickup"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadyForPickup {
    /// The order.
    pub order: OrderId,
    /// Until when it is kept; as the policy says when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collect_by: Option<Instant>,
}

/// The buyer has collected the order. Units of the node leave with a shipment that nobody carries, and are delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CollectOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectOrder {
    /// The order.
    pub order: OrderId,
    /// The id of the shipment.
    pub shipment: ShipmentId,
}

/// Nobody came for an order in time: units of the node are free again and cancelled, and the event says what is to be
/// refunded. Units that were sent there stay for a return to take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LapsePickup"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LapsePickup {
    /// The order.
    pub order: OrderId,
}
