//! Deciding what happens to the lots of a SKU at a node.

use serde::{Deserialize, Serialize};

use super::pick::{LotDemand, pick_lots, sort};
use super::{
    Lot, LotAdjusted, LotBook, LotError, LotEvent, LotOwnerChanged, LotPicking, LotQuarantined, LotReceived,
    LotRegraded, LotReleased, LotSerialsCaptured, LotSerialsDropped, LotSerialsShipped, LotStatus,
    LotsAllocated, LotsDeallocated, LotsShipped,
};
use crate::catalog::{LotPickOrder, LotRule};
use crate::value::{
    Instant, LotId, LotPick, OrderId, OwnerId, Problems, Quantity, SerialNumber, ShipmentId, StockCondition,
    Text,
};

/// A lot as it arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotDraft {
    /// The lot.
    pub lot: LotId,
    /// Whose units; the merchant's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// The first instant at which the units are not good any more. When absent it follows from the day they were made
    /// and the shelf life of the SKU's rule; they never expire when one of those is absent too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
    /// When they were made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manufactured_at: Option<Instant>,
}

impl LotDraft {
    /// Until when the units are good.
    fn expiry(&self, rule: &LotRule) -> Option<Instant> {
        self.expires_at.or_else(|| {
            let days = chrono::TimeDelta::try_days(i64::from(rule.shelf_life_days?))?;
            self.manufactured_at?.checked_add_signed(days)
        })
    }
}

impl LotBook {
    /// Decides to take units in.
    ///
    /// # Errors
    /// [`LotError::Invalid`] for no units and for units that expire before they were made; [`LotError::DatesDiffer`]
    /// when units of the same lot here, whoever owns them, have other dates.
    pub fn receive(
        &self,
        draft: &LotDraft,
        quantity: Quantity,
        condition: StockCondition,
        rule: &LotRule,
        at: Instant,
    ) -> Result<LotEvent, LotError> {
        let expires_at = draft.expiry(rule);
        let mut problems = Problems::new();
        if quantity.is_zero() {
            problems.add("input.out_of_range", "/quantity", "name at least one unit");
        }
        if draft.manufactured_at.zip(expires_at).is_some_and(|(made, expires_at)| expires_at <= made) {
            let message = "a lot must expire after it was made";
            problems.add("input.out_of_range", "/lot/expiresAt", message);
        }
        if !problems.is_empty() {
            return Err(LotError::Invalid(problems));
        }
        let dates = (expires_at, draft.manufactured_at);
        let mut same = self.lots.iter().filter(|known| known.lot == draft.lot);
        if same.any(|known| (known.expires_at, known.manufactured_at) != dates) {
            return Err(LotError::DatesDiffer { lot: draft.lot.clone(), sku: self.sku.clone() });
        }
        let lot = LotDraft { expires_at, ..draft.clone() };
        Ok(LotEvent::Received(LotReceived { lot, quantity, condition, received_at: at }))
    }

    /// Decides to correct the physical units of a lot. Units that orders have are taken only by `force`, and then the
    /// lot's free units go below zero; units on hand never do.
    ///
    /// # Errors
    /// [`LotError::Unknown`], or [`LotError::Insufficient`] when there are fewer units than are taken.
    pub fn adjust(
        &self,
        lot: &LotId,
        owner: Option<&OwnerId>,
        condition: StockCondition,
        delta: i64,
        force: bool,
    ) -> Result<LotEvent, LotError> {
        let found = self.known(lot, owner)?;
        let available = match condition {
            StockCondition::Sellable if !force => found.free().max(0),
            condition => found.in_condition(condition).max(0),
        };
        self.enough(delta.saturating_neg(), available)?;
        let (lot, owner) = (lot.clone(), owner.cloned());
        Ok(LotEvent::Adjusted(LotAdjusted { lot, owner, condition, delta }))
    }

    /// Decides that units of a lot are better or worse than they were. Good units that orders have stay theirs.
    ///
    /// # Errors
    /// [`LotError::Unknown`], or [`LotError::Insufficient`] when fewer units are in the condition.
    pub fn regrade(
        &self,
        pick: &LotPick,
        from: StockCondition,
        to: StockCondition,
    ) -> Result<LotEvent, LotError> {
        let found = self.known(&pick.lot, pick.owner.as_ref())?;
        let available = match from {
            StockCondition::Sellable => found.free(),
            from => found.in_condition(from),
        };
        self.enough(pick.quantity.signed(), available.max(0))?;
        let LotPick { lot, owner, quantity } = pick.clone();
        Ok(LotEvent::Regraded(LotRegraded { lot, owner, quantity, from, to }))
    }

    /// Decides which lots an order gets: all the units wanted, or none. The reasons come with either.
    ///
    /// # Errors
    /// [`LotError::Insufficient`] with how many units were eligible.
    pub fn allocate(&self, order: &OrderId, demand: &LotDemand) -> (LotPicking, Result<LotEvent, LotError>) {
        let picking = pick_lots(self, demand);
        let enough = self.enough(demand.quantity.signed(), picking.eligible);
        let event = LotEvent::Allocated(LotsAllocated { order: order.clone(), picks: picking.picks.clone() });
        (picking, enough.map(|()| event))
    }

    /// Decides which lots an order gives back: what expires last goes back first, so that it keeps what has to leave
    /// first. What it has of a recalled lot goes back before all else.
    ///
    /// # Errors
    /// [`LotError::Insufficient`] when the order has fewer units.
    pub fn deallocate(
        &self,
        order: &OrderId,
        quantity: Quantity,
        recalled: Option<&LotId>,
    ) -> Result<LotEvent, LotError> {
        let mut lots: Vec<&Lot> = self.lots.iter().collect();
        sort(&mut lots, LotPickOrder::Fefo);
        lots.reverse();
        lots.sort_by_key(|lot| recalled != Some(&lot.lot));
        let picks = self.owned(&lots, order, quantity)?;
        Ok(LotEvent::Deallocated(LotsDeallocated { order: order.clone(), picks }))
    }

    /// Decides which of an order's lots leave: what expires first.
    ///
    /// # Errors
    /// [`LotError::Insufficient`] when the order has fewer units, and [`LotError::NotShippable`] when they are of a lot
    /// that has expired or gone into quarantine since.
    pub fn ship(&self, order: &OrderId, quantity: Quantity, at: Instant) -> Result<LotEvent, LotError> {
        let mut lots: Vec<&Lot> = self.lots.iter().collect();
        sort(&mut lots, LotPickOrder::Fefo);
        let picks = self.owned(&lots, order, quantity)?;
        for pick in &picks {
            let Some(lot) = self.lot(&pick.lot, pick.owner.as_ref()) else { continue };
            let status = self.status(lot, 0, at);
            if matches!(status, LotStatus::Quarantine | LotStatus::Expired) {
                return Err(LotError::NotShippable { lot: pick.lot.clone(), sku: self.sku.clone(), status });
            }
            // A count may have found fewer than orders have.
            self.enough(pick.quantity.signed(), lot.in_condition(StockCondition::Sellable).max(0))?;
        }
        Ok(LotEvent::Shipped(LotsShipped { order: order.clone(), picks }))
    }

    /// Decides that free, sellable units of a lot change hands. Those that orders have stay whose they were.
    ///
    /// # Errors
    /// [`LotError::Invalid`] for no units and for one owner twice; [`LotError::Unknown`], or
    /// [`LotError::Insufficient`] when fewer units are free.
    pub fn change_owner(
        &self,
        lot: &LotId,
        from: Option<&OwnerId>,
        to: Option<&OwnerId>,
        quantity: Quantity,
        reason: &Text,
    ) -> Result<LotEvent, LotError> {
        let mut problems = Problems::new();
        if quantity.is_zero() {
            problems.add("input.out_of_range", "/quantity", "name at least one unit");
        }
        if from == to {
            problems.add("input.invalid_value", "/to", "the units are theirs already");
        }
        if !problems.is_empty() {
            return Err(LotError::Invalid(problems));
        }
        let found = self.known(lot, from)?;
        self.enough(quantity.signed(), found.free().max(0))?;
        let (lot, from, to, reason) = (lot.clone(), from.cloned(), to.cloned(), reason.clone());
        Ok(LotEvent::OwnerChanged(LotOwnerChanged { lot, from, to, quantity, reason }))
    }

    /// Decides that nothing of a lot may leave; nothing to do when that is so with the same reason.
    #[must_use]
    pub fn put_in_quarantine(&self, lot: &LotId, reason: &Text) -> Option<LotEvent> {
        let same = self.quarantine(lot).is_some_and(|known| known.reason == *reason);
        let event = || LotQuarantined { lot: lot.clone(), reason: reason.clone() };
        (!same).then(|| LotEvent::Quarantined(event()))
    }

    /// Decides that a lot may leave again; nothing to do when it is not in quarantine.
    #[must_use]
    pub fn release(&self, lot: &LotId, reason: &Text) -> Option<LotEvent> {
        self.quarantine(lot)?;
        Some(LotEvent::Released(LotReleased { lot: lot.clone(), reason: reason.clone() }))
    }

    /// Decides to note the serial numbers of units that an order has here. Whether a number is another unit's is for
    /// [`SerialUnit::may_capture`](super::SerialUnit::may_capture) to say.
    ///
    /// # Errors
    /// [`LotError::SerialsDiffer`] when there would be more numbers than units.
    pub fn capture(&self, order: &OrderId, serials: &[SerialNumber]) -> Result<Option<LotEvent>, LotError> {
        let known = self.serials_of(order);
        let mut fresh: Vec<SerialNumber> =
            serials.iter().filter(|serial| !known.contains(serial)).cloned().collect();
        fresh.sort();
        fresh.dedup();
        let units = self.allocated_to(order);
        let captured = count(known.len().saturating_add(fresh.len()));
        if captured > units {
            return Err(LotError::SerialsDiffer { sku: self.sku.clone(), units, captured });
        }
        let event = || LotSerialsCaptured { order: order.clone(), serials: fresh.clone() };
        Ok((!fresh.is_empty()).then(|| LotEvent::SerialsCaptured(event())))
    }

    /// Decides that the units with the order's serial numbers leave: as many numbers as units.
    ///
    /// # Errors
    /// [`LotError::SerialsDiffer`] when there are fewer numbers, or more.
    pub fn ship_serials(
        &self,
        order: &OrderId,
        shipment: &ShipmentId,
        quantity: Quantity,
    ) -> Result<LotEvent, LotError> {
        let serials = self.serials_of(order).to_vec();
        let (units, captured) = (quantity.signed(), count(serials.len()));
        if units != captured {
            return Err(LotError::SerialsDiffer { sku: self.sku.clone(), units, captured });
        }
        let (order, shipment) = (order.clone(), shipment.clone());
        Ok(LotEvent::SerialsShipped(LotSerialsShipped { order, shipment, serials }))
    }

    /// Drops all numbers captured for an order that gives units back and keeps fewer than it has numbers: nobody knows
    /// which ones went back, so they have to be captured anew.
    #[must_use]
    pub fn drop_serials(&self, order: &OrderId, given_back: Quantity) -> Option<LotEvent> {
        let serials = self.serials_of(order);
        let kept = self.allocated_to(order).saturating_sub(given_back.signed());
        let drop = || LotSerialsDropped { order: order.clone(), serials: serials.to_vec() };
        (count(serials.len()) > kept).then(|| LotEvent::SerialsDropped(drop()))
    }

    /// Units set aside for an order, over all lots.
    #[must_use]
    pub fn allocated_to(&self, order: &OrderId) -> i64 {
        self.lots.iter().fold(0, |sum, lot| sum.saturating_add(lot.allocated_to(order).signed()))
    }

    fn known(&self, lot: &LotId, owner: Option<&OwnerId>) -> Result<&Lot, LotError> {
        self.lot(lot, owner).ok_or_else(|| LotError::Unknown {
            lot: lot.clone(),
            sku: self.sku.clone(),
            node: self.node.clone(),
        })
    }

    fn enough(&self, wanted: i64, available: i64) -> Result<(), LotError> {
        if wanted <= available {
            return Ok(());
        }
        let (sku, node) = (self.sku.clone(), self.node.clone());
        Err(LotError::Insufficient { sku, node, wanted, available })
    }

    /// Units that the order has of these lots, in their order.
    fn owned(&self, lots: &[&Lot], order: &OrderId, quantity: Quantity) -> Result<Vec<LotPick>, LotError> {
        let mut left = quantity;
        let mut picks = Vec::new();
        for lot in lots {
            let units = lot.allocated_to(order).min(left);
            if !units.is_zero() {
                left = left.saturating_sub(units);
                picks.push(LotPick { lot: lot.lot.clone(), owner: lot.owner.clone(), quantity: units });
            }
        }
        let available = quantity.signed().saturating_sub(left.signed());
        self.enough(quantity.signed(), available)?;
        Ok(picks)
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
