//! Commands to reservations.

use serde::{Deserialize, Serialize};

use crate::stock::{UnitsGivenUp, WantedUnits};
use crate::value::{CustomerId, Instant, NodeId, OrderId, ReservationId, SkuId};

/// Hold units until an instant: at the nodes named, or at nodes of the groups named, or wherever they are.
///
/// All of them or none, or as many as there are. The same again changes nothing; the same id with other content is a
/// conflict, so that an owner's key names one wish: release it, or shrink it, to wish for something else. A virtual kit
/// stands for its components, each of which is held where the kit may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReserveStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReserveStock {
    /// The new reservation.
    pub reservation: ReservationId,
    /// What to hold.
    pub items: Vec<WantedUnits>,
    /// Whether to hold what is there, and not all or nothing; what is short is explained.
    #[serde(default)]
    pub partial: bool,
    /// Who it is for; counts against what one customer may have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The class of buyers it is for: it may take what is kept for the class and those below.
    #[serde(default)]
    pub class: u32,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// Move the expiry of a reservation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ExtendReservation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtendReservation {
    /// The reservation.
    pub reservation: ReservationId,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// Give up a reservation; one that has ended stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReleaseReservation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleaseReservation {
    /// The reservation.
    pub reservation: ReservationId,
}

/// Give up some of what a reservation holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShrinkReservation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShrinkReservation {
    /// The reservation.
    pub reservation: ReservationId,
    /// What to give up; with nothing left the reservation has ended.
    pub items: Vec<UnitsGivenUp>,
}

/// Hold at one node what a reservation holds elsewhere: all of it or none. What was reserved for a group stays at nodes
/// of the group; what it holds itself is never in its own way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MoveReservation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveReservation {
    /// The reservation.
    pub reservation: ReservationId,
    /// The node that is to hold it.
    pub to: NodeId,
    /// Only what is held at this node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NodeId>,
    /// Only these SKUs; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skus: Vec<SkuId>,
}

/// Let an order take over what a cart holds. Every unit held must be wanted by a line: by the line it names, or by one
/// of its SKU. The units stay held; allocating the order sets them aside where they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AdoptReservation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdoptReservation {
    /// The order.
    pub order: OrderId,
    /// The cart's reservation.
    pub reservation: ReservationId,
}
