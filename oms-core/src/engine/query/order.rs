//! Orders and shipments, with what is derived from them.

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::error::Error;
use crate::order::{Order, OrderStatus};
use crate::shipment::{Shipment, TrackingState};
use crate::store::{Document, DocumentKey, Store};
use crate::value::{Money, OrderId, ParcelId, ShipmentId, TenantId, Version};

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskOrder {
    /// Whose.
    pub tenant: TenantId,
    /// Which.
    pub order: OrderId,
}

/// A shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskShipment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskShipment {
    /// Whose.
    pub tenant: TenantId,
    /// Which.
    pub shipment: ShipmentId,
}

/// The order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderAnswer {
    /// The order with what is derived from it; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderView>,
}

/// An order with what is derived from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderView {
    /// How many events have made it.
    pub version: Version,
    /// Its status.
    pub status: OrderStatus,
    /// What everything ordered costs.
    pub total: Money,
    /// What the buyer has to pay, cancelled units left out.
    pub due: Money,
    /// What was paid, refunds taken off.
    pub paid: Money,
    /// The order.
    pub order: Order,
}

/// The shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipmentAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentAnswer {
    /// The shipment; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment: Option<Shipment>,
    /// Where each of its parcels stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracking: Vec<ParcelTracking>,
}

/// Where a parcel stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelTracking {
    /// The parcel.
    pub parcel: ParcelId,
    /// Where it stands.
    pub state: TrackingState,
}

impl ShipmentAnswer {
    /// A shipment with what is derived from its scans.
    pub(super) fn of(shipment: Option<Shipment>) -> Self {
        let parcels = shipment.iter().flat_map(|shipment| &shipment.parcels);
        let tracking =
            parcels.map(|parcel| ParcelTracking { parcel: parcel.id.clone(), state: parcel.tracking() });
        Self { tracking: tracking.collect(), shipment }
    }
}

impl<S: Store> Oms<S> {
    /// An order, if there is one.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn order(&self, tenant: &TenantId, id: &OrderId) -> Result<Option<OrderView>, Error> {
        let snapshot = self.load_one(DocumentKey::order(tenant, id))?;
        let stored = snapshot.documents.into_iter().next().map(|entry| entry.stored);
        let Some((version, Document::Order(order))) = stored.map(|stored| (stored.version, stored.document))
        else {
            return Ok(None);
        };
        let money = |money: Result<Money, _>| money.map_err(crate::order::OrderError::Money);
        let (total, due, paid) = (money(order.total())?, money(order.due())?, money(order.paid())?);
        let (status, order) = (order.status(), Order::clone(&order));
        Ok(Some(OrderView { version, status, total, due, paid, order }))
    }

    /// A shipment, if there is one.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn shipment(&self, tenant: &TenantId, id: &ShipmentId) -> Result<Option<Shipment>, Error> {
        let snapshot = self.load_one(DocumentKey::shipment(tenant, id))?;
        Ok(snapshot.documents.into_iter().find_map(|entry| match entry.stored.document {
            Document::Shipment(shipment) => Some(Shipment::clone(&shipment)),
            _ => None,
        }))
    }
}
