//! Folding a shipment's events into its row, and its cost and freight into the lines it carries.

use super::column::{Code, Moment, Table, cell};
use super::facts::{Facts, Scans, Vocabulary};
use crate::shipment::{Shipment, ShipmentTracked, TrackingEvent, fold_tracking};
use crate::value::{Instant, Money, ShipmentId};

impl Facts {
    /// Takes the record of a shipment of an order that is known; the second time it changes nothing.
    pub(super) fn take_shipment(&mut self, order: Code, shipment: &Shipment) {
        let row = self.shipment_row(shipment.id.as_str());
        let mut facts = self.shipments.row(row);
        if facts.created {
            return;
        }
        facts.created = true;
        facts.node = self.word(Vocabulary::Node, shipment.node.as_str());
        facts.carrier = self.word(Vocabulary::Carrier, shipment.carrier.as_str());
        facts.service = self.word(Vocabulary::Service, shipment.service.as_str());
        facts.shipped = Moment::of(shipment.shipped_at);
        facts.units =
            shipment.units.iter().fold(0_u32, |sum, part| sum.saturating_add(part.quantity.units()));
        facts.distance = shipment.distance_metres.unwrap_or(0);
        if let Some(freight) = shipment.freight {
            facts.freight = freight.minor();
            facts.currency = self.currencies.code_of(freight.currency());
        }
        let node = facts.node;
        self.shipments.set(row, facts);
        self.link_shipment(order, row);
        for parcel in &shipment.parcels {
            self.scan(row, &parcel.id, &parcel.events);
        }
        self.note_delivery(row);
        self.share_costs(order, node, shipment);
    }

    /// Cost as it was when the units left, and the freight split over the units by largest remainder.
    fn share_costs(&mut self, order: Code, node: Code, shipment: &Shipment) {
        let weights: Vec<u64> = shipment.units.iter().map(|part| u64::from(part.quantity.units())).collect();
        let shares = shipment.freight.and_then(|freight| freight.split(&weights).ok()).unwrap_or_default();
        let currency = self.currencies.entry(cell(&self.orders.currency, order)).copied();
        for (at, units) in shipment.units.iter().enumerate() {
            let Some(line) = self.find_line(order, &units.line) else { continue };
            let part = self.part(line, node);
            let mut facts = self.parts.row(part);
            let freight = shares.get(at).copied().map_or(0, Money::minor);
            facts.freight = facts.freight.saturating_add(freight);
            let unit_cost = || units.unit_cost.and_then(|cost| cost.times(units.quantity).ok());
            match units.cost.or_else(unit_cost).filter(|cost| Some(cost.currency()) == currency) {
                Some(cost) => facts.cost = facts.cost.saturating_add(cost.minor()),
                None => facts.uncosted = facts.uncosted.saturating_add(units.quantity.units()),
            }
            self.parts.set(part, facts);
        }
    }

    /// Hangs a shipment onto its order's list, once.
    pub(super) fn link_shipment(&mut self, order: Code, shipment: Code) {
        if cell(&self.shipments.order, shipment) == order {
            return;
        }
        let mut facts = self.shipments.row(shipment);
        let mut head = self.orders.row(order);
        facts.order = order;
        facts.next = head.first_shipment;
        head.first_shipment = shipment;
        self.shipments.set(shipment, facts);
        self.orders.set(order, head);
    }

    pub(super) fn track(&mut self, id: &ShipmentId, tracked: &ShipmentTracked, at: Instant) {
        let row = self.shipment_row(id.as_str());
        for parcel in &tracked.parcels {
            self.scan(row, &parcel.parcel, &parcel.events);
        }
        self.note_delivery(row);
        let order = cell(&self.shipments.order, row);
        if !order.is_none() {
            self.refresh(order, Moment::of(at));
        }
    }

    fn scan(&mut self, shipment: Code, parcel: &crate::value::ParcelId, events: &[TrackingEvent]) {
        let Some(parcels) = self.scans.get_mut(shipment.at()) else { return };
        let at = match parcels.iter().position(|scans| scans.parcel == *parcel) {
            Some(at) => at,
            None => {
                parcels.push(Scans { parcel: parcel.clone(), events: Vec::new() });
                parcels.len() - 1
            }
        };
        if let Some(scans) = parcels.get_mut(at) {
            scans.events.extend(events.iter().map(|event| (event.at, event.status, event.correction)));
        }
    }

    fn note_delivery(&mut self, row: Code) {
        let mut facts = self.shipments.row(row);
        facts.delivered = self.scanned(row).or(facts.reported);
        self.shipments.set(row, facts);
    }

    /// When the last parcel arrived by its scans; none while one has not.
    pub(super) fn scanned(&self, row: Code) -> Moment {
        let mut last = Moment::NONE;
        for parcel in self.scans.get(row.at()).map(Vec::as_slice).unwrap_or_default() {
            // Place and words only order events that say the same at the same instant.
            let events: Vec<TrackingEvent> = (parcel.events.iter())
                .map(|&(at, status, correction)| TrackingEvent {
                    correction,
                    ..TrackingEvent::new(at, status)
                })
                .collect();
            let Some(delivered) = fold_tracking(&events).delivered_at else { return Moment::NONE };
            last = last.max(Moment::of(delivered));
        }
        last
    }
}
