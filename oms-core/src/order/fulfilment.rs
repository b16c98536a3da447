//! Orders that no carrier brings to the door: collected where they are, or sent to a store and collected there.

use serde::{Deserialize, Serialize};

use super::{Order, OrderError, OrderEvent, OrderPickupReady};
use crate::value::{Instant, NodeId};

/// How an order reaches its buyer, where no carrier brings it to the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum OrderFulfilment {
    /// The buyer collects it at the node that has the units.
    Pickup(PickupAt),
    /// It is sent to a node, and the buyer collects it there.
    ShipToStore(ShipToStore),
}

/// The buyer collects it at the node that has the units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PickupAt"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickupAt {
    /// The node; no other may take the order.
    pub node: NodeId,
    /// Where there.
    #[serde(default)]
    pub point: PickupPoint,
}

/// It is sent to a node, and the buyer collects it there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipToStore"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipToStore {
    /// The node; units that it has itself need no way. Its record has its address.
    pub node: NodeId,
    /// Where there.
    #[serde(default)]
    pub point: PickupPoint,
}

/// Where at a node an order is collected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PickupPoint {
    /// At the counter.
    #[default]
    Counter,
    /// At the buyer's car.
    Curbside,
    /// Out of a locker.
    Locker,
}

impl PickupPoint {
    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Curbside => "curbside",
            Self::Locker => "locker",
        }
    }
}

/// An order that waits for its buyer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderPickup {
    /// Since when it is ready.
    pub ready_at: Instant,
    /// Until when it is kept.
    pub collect_by: Instant,
    /// When it was collected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected_at: Option<Instant>,
    /// When it was given up, because nobody came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsed_at: Option<Instant>,
}

impl Order {
    /// The node at which the buyer collects the order, and where there.
    #[must_use]
    pub const fn collected_at(&self) -> Option<(&NodeId, PickupPoint)> {
        match &self.fulfilment {
            Some(OrderFulfilment::Pickup(pickup)) => Some((&pickup.node, pickup.point)),
            Some(OrderFulfilment::ShipToStore(store)) => Some((&store.node, store.point)),
            None => None,
        }
    }

    /// The node that alone may take the order.
    #[must_use]
    pub const fn only_node(&self) -> Option<&NodeId> {
        match &self.fulfilment {
            Some(OrderFulfilment::Pickup(pickup)) => Some(&pickup.node),
            _ => None,
        }
    }

    /// That the order waits for its buyer from now on: its units are with the node's people, or have arrived there.
    ///
    /// # Errors
    /// [`OrderError::NotForPickup`] for other orders, [`OrderError::NothingToCollect`] before units are there.
    pub fn ready_for_pickup(&self, at: Instant, collect_by: Instant) -> Result<Vec<OrderEvent>, OrderError> {
        let (node, _) = self.collected_at().ok_or(OrderError::NotForPickup)?;
        if self.pickup.is_some_and(|pickup| pickup.collected_at.is_none() && pickup.lapsed_at.is_none()) {
            return Ok(vec![]);
        }
        let is_there = |line: &super::OrderLine| {
            let released = line.at(node).is_some_and(|part| !part.released.is_zero());
            let arrived = self.only_node().is_none() && !line.delivered.is_zero();
            released || arrived
        };
        if !self.lines.iter().any(is_there) {
            return Err(OrderError::NothingToCollect);
        }
        let pickup = OrderPickup { ready_at: at, collect_by, collected_at: None, lapsed_at: None };
        Ok(vec![OrderEvent::PickupReady(OrderPickupReady { pickup })])
    }

    /// The pick-up that the buyer may still come for.
    ///
    /// # Errors
    /// [`OrderError::NotForPickup`] for other orders, [`OrderError::NothingToCollect`] when nothing waits.
    pub fn open_pickup(&self) -> Result<OrderPickup, OrderError> {
        if self.fulfilment.is_none() {
            return Err(OrderError::NotForPickup);
        }
        let open = self.pickup.filter(|pickup| pickup.collected_at.is_none() && pickup.lapsed_at.is_none());
        open.ok_or(OrderError::NothingToCollect)
    }
}
