//! The shipment as it stands: the fold of its events.

use serde::{Deserialize, Serialize};

use super::{Parcel, ShipmentEvent, TrackingStatus, WriteBack};
use crate::value::{
    CarrierId, Instant, LineId, LotPick, Money, NodeId, OrderId, ParcelId, Quantity, ServiceId, ShipmentId,
    SkuId,
};

/// Units of a line in a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentUnits {
    /// The order line.
    pub line: LineId,
    /// The SKU.
    pub sku: SkuId,
    /// How many units.
    pub quantity: Quantity,
    /// What one unit cost the merchant when it left, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_cost: Option<Money>,
    /// Of which lots they are, where the SKU is kept by lot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPick>,
    /// What all these units cost the merchant by the cost book, to the minor unit; where it stands, it counts and not
    /// the unit cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
}

/// What left one node for one order with one carrier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Shipment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Shipment {
    /// The shipment.
    pub id: ShipmentId,
    /// The order it belongs to.
    pub order: OrderId,
    /// The node it left.
    pub node: NodeId,
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// When it left.
    pub shipped_at: Instant,
    /// What is in it.
    pub units: Vec<ShipmentUnits>,
    /// What the carrier is expected to charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freight: Option<Money>,
    /// The way from node to receiver as the crow flies, in metres, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_metres: Option<u32>,
    /// Its parcels.
    pub parcels: Vec<Parcel>,
}

impl Shipment {
    /// The parcel of an id.
    #[must_use]
    pub fn parcel(&self, id: &ParcelId) -> Option<&Parcel> {
        self.parcels.iter().find(|parcel| parcel.id == *id)
    }

    /// When the last parcel was delivered; `None` while any is not.
    #[must_use]
    pub fn delivered_at(&self) -> Option<Instant> {
        let delivered: Option<Vec<Instant>> =
            self.parcels.iter().map(|parcel| parcel.tracking().delivered_at).collect();
        delivered.and_then(|times| times.into_iter().max())
    }

    /// The stage of the parcel that is least far along.
    #[must_use]
    pub fn status(&self) -> TrackingStatus {
        let statuses = self.parcels.iter().map(|parcel| parcel.tracking().status);
        statuses.min_by_key(|status| (status.rank(), *status)).unwrap_or_default()
    }

    /// The shipment after an event; `None` before it was created.
    #[must_use]
    pub fn evolve(shipment: Option<Self>, event: &ShipmentEvent) -> Option<Self> {
        match event {
            ShipmentEvent::Created(created) => Some(created.shipment.clone()),
            ShipmentEvent::Tracked(tracked) => {
                let mut shipment = shipment?;
                for parcel in &mut shipment.parcels {
                    for news in tracked.parcels.iter().filter(|news| news.parcel == parcel.id) {
                        parcel.events.extend(news.events.iter().cloned());
                    }
                    parcel.events.sort();
                    parcel.events.dedup();
                }
                Some(shipment)
            }
            ShipmentEvent::Numbered(numbered) => {
                let mut shipment = shipment?;
                if let Some(parcel) = shipment.parcel_mut(&numbered.parcel) {
                    parcel.tracking_number = Some(numbered.number.clone());
                }
                Some(shipment)
            }
            ShipmentEvent::WrittenBack(event) => {
                let mut shipment = shipment?;
                if let Some(parcel) = shipment.parcel_mut(&event.parcel) {
                    let key = |told: &WriteBack| (told.channel.clone(), told.channel_order.clone());
                    let after = WriteBack::after(parcel.told(&event.channel, &event.channel_order), event);
                    parcel.told.retain(|told| key(told) != key(&after));
                    parcel.told.push(after);
                    parcel.told.sort_by_key(key);
                }
                Some(shipment)
            }
        }
    }

    fn parcel_mut(&mut self, id: &ParcelId) -> Option<&mut Parcel> {
        self.parcels.iter_mut().find(|parcel| parcel.id == *id)
    }
}
