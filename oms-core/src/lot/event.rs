//! What happened to lots besides movements of their units.

use serde::{Deserialize, Serialize};

use super::{LotBook, LotQuarantine, LotSerials};
use crate::value::{LotId, OrderId, SerialNumber, ShipmentId, Text};

/// Something that happened to lots of a SKU at a node without moving a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LotEvent {
    /// Nothing of a lot may leave any more.
    Quarantined(LotQuarantined),
    /// It may leave again.
    Released(LotReleased),
    /// Units of an order were told apart by their serial numbers.
    SerialsCaptured(LotSerialsCaptured),
    /// The units with these numbers are not for the order any more.
    SerialsDropped(LotSerialsDropped),
    /// The units with these numbers left.
    SerialsShipped(LotSerialsShipped),
    /// The units with these numbers came back.
    SerialsReturned(LotSerialsReturned),
}

/// Nothing of a lot may leave any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotQuarantined"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotQuarantined {
    /// The lot.
    pub lot: LotId,
    /// Why.
    pub reason: Text,
}

/// A lot may leave again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotReleased"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotReleased {
    /// The lot.
    pub lot: LotId,
    /// Why.
    pub reason: Text,
}

/// Units of an order were told apart by their serial numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotSerialsCaptured"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerialsCaptured {
    /// The order.
    pub order: OrderId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

/// The units with these numbers are not for the order any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotSerialsDropped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerialsDropped {
    /// The order.
    pub order: OrderId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

/// The units with these numbers left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotSerialsShipped"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerialsShipped {
    /// The order.
    pub order: OrderId,
    /// The shipment.
    pub shipment: ShipmentId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

/// The units with these numbers came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotSerialsReturned"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotSerialsReturned {
    /// The order that they had left for.
    pub order: OrderId,
    /// The numbers, sorted.
    pub serials: Vec<SerialNumber>,
}

impl LotEvent {
    /// The serial numbers that it is about.
    #[must_use]
    pub fn serials(&self) -> &[SerialNumber] {
        match self {
            Self::Quarantined(_) | Self::Released(_) => &[],
            Self::SerialsCaptured(event) => &event.serials,
            Self::SerialsDropped(event) => &event.serials,
            Self::SerialsShipped(event) => &event.serials,
            Self::SerialsReturned(event) => &event.serials,
        }
    }
}

impl LotBook {
    /// Folds an event. Cannot fail.
    pub fn evolve(&mut self, event: &LotEvent) {
        match event {
            LotEvent::Quarantined(event) => {
                let LotQuarantined { lot, reason } = event.clone();
                let found = self.quarantines.binary_search_by(|known| known.lot.cmp(&lot));
                let fresh = LotQuarantine { lot, reason };
                match found {
                    Ok(at) => {
                        if let Some(known) = self.quarantines.get_mut(at) {
                            *known = fresh;
                        }
                    }
                    Err(at) => self.quarantines.insert(at, fresh),
                }
            }
            LotEvent::Released(event) => self.quarantines.retain(|known| known.lot != event.lot),
            LotEvent::SerialsCaptured(event) => self.note(&event.order, &event.serials),
            LotEvent::SerialsDropped(event) => self.forget(&event.order, &event.serials),
            LotEvent::SerialsShipped(event) => self.forget(&event.order, &event.serials),
            LotEvent::SerialsReturned(_) => {}
        }
    }

    fn note(&mut self, order: &OrderId, serials: &[SerialNumber]) {
        let found = self.serials.binary_search_by(|known| known.order.cmp(order));
        let at = found.unwrap_or_else(|at| {
            self.serials.insert(at, LotSerials { order: order.clone(), serials: Vec::new() });
            at
        });
        if let Some(known) = self.serials.get_mut(at) {
            known.serials.extend_from_slice(serials);
            known.serials.sort();
            known.serials.dedup();
        }
    }

    fn forget(&mut self, order: &OrderId, serials: &[SerialNumber]) {
        for known in self.serials.iter_mut().filter(|known| known.order == *order) {
            known.serials.retain(|serial| !serials.contains(serial));
        }
        self.serials.retain(|known| !known.serials.is_empty());
    }
}
