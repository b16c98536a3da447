//! What one customer may have: counted from their reservations and orders themselves, whenever they are promised more.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decision, Desk};
use crate::engine::view::Halt;
use crate::order::Order;
use crate::stock::{CustomerShortage, CustomerUnits, Reservation, StockError};
use crate::store::{CustomerUnitsRecorded, DocumentKey, Event};
use crate::value::{CustomerId, OrderId, Quantity, ReservationId, SkuId};

/// What a customer is promised by a command, and for what.
pub(super) struct Promised<'p> {
    pub(super) customer: &'p CustomerId,
    /// Units of each SKU that they have by it, once it is carried out.
    pub(super) units: BTreeMap<&'p SkuId, i64>,
    /// The reservation that is part of it.
    pub(super) reservation: Option<&'p ReservationId>,
    /// The order that is part of it, with all that it holds.
    pub(super) order: Option<&'p OrderId>,
}

impl Desk<'_, '_> {
    /// An order whose customer would have more than one may have is refused whole; what it has already counts in it.
    /// `opening` is a reservation that it is about to get.
    pub(super) fn must_be_within_limit(
        &mut self,
        order: &Order,
        opening: Option<&ReservationId>,
        decision: &mut Decision,
    ) -> Result<(), Halt> {
        let Some(customer) = &order.customer else { return Ok(()) };
        let mut units: BTreeMap<&SkuId, i64> = BTreeMap::new();
        for line in &order.lines {
            *units.entry(&line.sku).or_default() += line.active().signed();
        }
        let promised = Promised { customer, units, reservation: opening, order: Some(&order.id) };
        self.count(&promised, decision)
    }

    /// What the customer has elsewhere and what they are promised now is not more than they may have. Notes where they
    /// have units, so that of two promises made at the same time one looks again.
    pub(super) fn count(&mut self, promised: &Promised<'_>, decision: &mut Decision) -> Result<(), Halt> {
        let customer = promised.customer;
        let mut limits: Vec<(&SkuId, i64, Quantity)> = Vec::new();
        for (sku, units) in promised.units.iter().filter(|(_, units)| **units > 0) {
            let limit = self.view.sku(self.tenant, sku)?.and_then(|sku| sku.max_per_customer);
            limits.extend(limit.map(|limit| (*sku, *units, limit)));
        }
        if limits.is_empty() {
            return Ok(());
        }
        self.view
            .need(limits.iter().map(|(sku, ..)| DocumentKey::customer_units(self.tenant, customer, sku)))?;
        let mut seen = Vec::with_capacity(limits.len());
        for (sku, units, limit) in limits {
            seen.push((self.view.customer_units(self.tenant, customer, sku)?, units, limit));
        }
        let reservations = seen.iter().flat_map(|(known, ..)| &known.reservations);
        let orders = seen.iter().flat_map(|(known, ..)| &known.orders);
        let keys: BTreeSet<DocumentKey> = reservations
            .map(|id| DocumentKey::reservation(self.tenant, id))
            .chain(orders.map(|id| DocumentKey::order(self.tenant, id)))
            .collect();
        self.view.need(keys)?;
        let mut short = Vec::new();
        for (mut known, units, limit) in seen {
            let left = limit.signed().saturating_sub(self.elsewhere(&mut known, promised, decision)?);
            if units > left {
                let left = left.max(0);
                short.push(CustomerShortage { sku: known.sku.clone(), wanted: units, left });
            }
            known.reservations.extend(promised.reservation.cloned());
            known.orders.extend(promised.order.cloned());
            let event = Event::CustomerUnits(CustomerUnitsRecorded { units: known });
            decision.events.push(event);
        }
        let customer = customer.clone();
        if short.is_empty() { Ok(()) } else { Err(StockError::CustomerLimit { customer, short }.into()) }
    }

    /// Units that the customer has in other reservations and orders. A reservation whose time has run out is ended
    /// here, so that no slower clock can bring it back; what can never count again is forgotten.
    fn elsewhere(
        &mut self,
        known: &mut CustomerUnits,
        promised: &Promised<'_>,
        decision: &mut Decision,
    ) -> Result<i64, Halt> {
        let mut units = 0_i64;
        for id in known.reservations.clone() {
            match self.view.find_reservation(self.tenant, &id)? {
                Some(reservation) if reservation.is_live(self.at) => {
                    if !is_part_of(&reservation, promised) {
                        units = units.saturating_add(reservation.holds(&known.sku));
                    }
                }
                lapsed => {
                    lapsed.iter().for_each(|lapsed| decision.end(lapsed, self.at));
                    known.reservations.remove(&id);
                }
            }
        }
        for id in known.orders.clone() {
            let order = self.view.find_order(self.tenant, &id)?;
            let lines = order.iter().flat_map(|order| &order.lines).filter(|line| line.sku == known.sku);
            let (mut active, mut taken) = (0_i64, 0_i64);
            for line in lines {
                active = active.saturating_add(line.active().signed());
                taken =
                    taken.saturating_add(line.allocated().signed()).saturating_add(line.shipped().signed());
            }
            if active == 0 {
                known.orders.remove(&id);
            } else if promised.order != Some(&id) {
                units = units.saturating_add(taken);
            }
        }
        Ok(units)
    }
}

fn is_part_of(reservation: &Reservation, promised: &Promised<'_>) -> bool {
    promised.reservation == Some(&reservation.id)
        || (reservation.order.is_some() && reservation.order.as_ref() == promised.order)
}
