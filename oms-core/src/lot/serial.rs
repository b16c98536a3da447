//! Single units, told apart by their serial numbers.

use serde::{Deserialize, Serialize};

use super::{LotError, LotEvent};
use crate::value::{OrderId, SerialNumber, ShipmentId, SkuId};

/// Where the unit with a serial number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SerialStatus {
    /// Picked or packed for an order.
    Captured,
    /// With the buyer or on the way there.
    Out,
    /// In a warehouse, and no order's.
    In,
}

/// One unit, unlike any other: a serial number belongs to one SKU and is in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SerialUnit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SerialUnit {
    /// The number.
    pub serial: SerialNumber,
    /// What it is.
    pub sku: SkuId,
    /// Where it is.
    pub status: SerialStatus,
    /// The order it was captured for last.
    pub order: OrderId,
    /// The shipment it left with last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment: Option<ShipmentId>,
}

impl SerialUnit {
    /// Whether the number may be captured for a unit of the SKU that goes to the order. Says `false` when that has been
    /// done already.
    ///
    /// # Errors
    /// [`LotError`] when the number belongs to another SKU, or its unit is out or another order's.
    pub fn may_capture(
        known: Option<&Self>,
        serial: &SerialNumber,
        sku: &SkuId,
        order: &OrderId,
    ) -> Result<bool, LotError> {
        let Some(known) = known else { return Ok(true) };
        let serial = serial.clone();
        if known.sku != *sku {
            return Err(LotError::SerialOfOtherSku { serial, sku: known.sku.clone() });
        }
        match known.status {
            SerialStatus::In => Ok(true),
            SerialStatus::Captured if known.order == *order => Ok(false),
            SerialStatus::Captured | SerialStatus::Out => {
                Err(LotError::SerialTaken { serial, order: known.order.clone() })
            }
        }
    }

    /// Whether the unit with this number may come back from the order. Says `false` when it has come back already.
    ///
    /// # Errors
    /// [`LotError`] when the number belongs to another SKU, or its unit did not leave for this order.
    pub fn may_return(
        known: Option<&Self>,
        serial: &SerialNumber,
        sku: &SkuId,
        order: &OrderId,
    ) -> Result<bool, LotError> {
        let serial = serial.clone();
        match known {
            Some(known) if known.sku != *sku => {
                Err(LotError::SerialOfOtherSku { serial, sku: known.sku.clone() })
            }
            Some(known) if known.order == *order && known.shipment.is_some() => {
                Ok(known.status == SerialStatus::Out)
            }
            _ => Err(LotError::SerialNotShipped { serial, order: order.clone() }),
        }
    }

    /// The unit after an event about its number; `None` for events about others.
    #[must_use]
    pub fn evolve(unit: Option<Self>, serial: &SerialNumber, sku: &SkuId, event: &LotEvent) -> Option<Self> {
        let (order, shipment, status) = match event {
            LotEvent::SerialsCaptured(event) => (&event.order, None, SerialStatus::Captured),
            LotEvent::SerialsDropped(event) => (&event.order, None, SerialStatus::In),
            LotEvent::SerialsShipped(event) => (&event.order, Some(&event.shipment), SerialStatus::Out),
            LotEvent::SerialsReturned(event) => {
                let shipment = unit.as_ref().and_then(|unit| unit.shipment.as_ref());
                (&event.order, shipment, SerialStatus::In)
            }
            _ => return unit,
        };
        let (order, shipment) = (order.clone(), shipment.cloned());
        Some(Self { serial: serial.clone(), sku: sku.clone(), status, order, shipment })
    }
}
