//! Reservations: stock held for somebody until an instant.

use serde::{Deserialize, Serialize};

use super::{
    ReservationCommitted, ReservationExtended, ReservationOpened, ReservationReleased, StockError, StockEvent,
};
use crate::value::{Instant, LineId, NodeId, OrderId, Problems, Quantity, ReservationId, SkuId};

/// Units of a SKU at a node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockUnits {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
}

/// Units that a reservation holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservedItem {
    /// The order line they are held for, when they are held for an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
}

/// How a reservation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReservationEnd {
    /// Its units were allocated.
    Committed,
    /// It was given up.
    Released,
    /// Its time ran out.
    Expired,
}

/// Stock held until an instant.
///
/// From `expires_at` on it counts for nothing, whether or not anybody has swept it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Reservation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reservation {
    /// The reservation.
    pub id: ReservationId,
    /// The order it is for, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// What it holds now; nothing once it has ended.
    pub items: Vec<ReservedItem>,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
    /// Whether units of it came out of a quota, to which they return when it gives them up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_quota: bool,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<ReservationEnd>,
}

impl Reservation {
    /// Whether it still holds stock at an instant: it has not ended, and `at` is before `expires_at`.
    #[must_use]
    pub fn is_live(&self, at: Instant) -> bool {
        self.ended.is_none() && !self.is_expired(at)
    }

    /// Whether its time has run out, swept or not.
    #[must_use]
    pub fn is_expired(&self, at: Instant) -> bool {
        self.ended == Some(ReservationEnd::Expired)
            || (self.ended.is_none() && self.expires_at.is_some_and(|expires_at| expires_at <= at))
    }

    /// Decides to open a reservation. Whether the units are there is for the guards of its movements to say.
    ///
    /// # Errors
    /// [`StockError::Invalid`] for no items, items without units, or an expiry that is not in the future.
    pub fn open(
        id: ReservationId,
        order: Option<OrderId>,
        items: Vec<ReservedItem>,
        expires_at: Option<Instant>,
        at: Instant,
    ) -> Result<StockEvent, StockError> {
        let mut problems = Problems::new();
        if items.is_empty() {
            problems.add("input.empty", "/items", "name at least one item to hold");
        }
        for (index, item) in items.iter().enumerate() {
            if item.quantity.is_zero() {
                problems.add(
                    "input.out_of_range",
                    format!("/items/{index}/quantity"),
                    "hold at least one unit",
                );
            }
        }
        check_expiry(expires_at, at, &mut problems);
        if !problems.is_empty() {
            return Err(StockError::Invalid(problems));
        }
        let reservation = Self { id, order, items, expires_at, from_quota: false, ended: None };
        Ok(StockEvent::ReservationOpened(ReservationOpened { reservation }))
    }

    /// Decides to move the expiry.
    ///
    /// # Errors
    /// [`StockError`] when it is not live any more, or the new expiry is not in the future.
    pub fn extend(&self, expires_at: Option<Instant>, at: Instant) -> Result<Vec<StockEvent>, StockError> {
        self.must_be_live(at)?;
        let mut problems = Problems::new();
        check_expiry(expires_at, at, &mut problems);
        if !problems.is_empty() {
            return Err(StockError::Invalid(problems));
        }
        if expires_at == self.expires_at {
            return Ok(vec![]);
        }
        let event = ReservationExtended { reservation: self.id.clone(), expires_at };
        Ok(vec![StockEvent::ReservationExtended(event)])
    }

    /// Decides to give up what it still holds. Releasing one that has ended changes nothing.
    #[must_use]
    pub fn release(&self, at: Instant) -> Vec<StockEvent> {
        if self.ended.is_some() {
            return vec![];
        }
        let end = if self.is_expired(at) { ReservationEnd::Expired } else { ReservationEnd::Released };
        vec![self.released(self.items.clone(), end)]
    }

    /// Decides to give up some of what it holds.
    #[must_use]
    pub fn shrink(&self, items: Vec<ReservedItem>) -> Vec<StockEvent> {
        if items.is_empty() { vec![] } else { vec![self.released(items, ReservationEnd::Released)] }
    }

    /// Decides to turn held units into allocated ones.
    ///
    /// # Errors
    /// [`StockError`] when it is not live any more.
    pub fn commit(&self, at: Instant) -> Result<StockEvent, StockError> {
        self.must_be_live(at)?;
        let event = ReservationCommitted { reservation: self.id.clone(), items: self.items.clone() };
        Ok(StockEvent::ReservationCommitted(event))
    }

    /// The reservation after an event; `None` before it was opened or for events of other things.
    #[must_use]
    pub fn evolve(reservation: Option<Self>, event: &StockEvent) -> Option<Self> {
        if let StockEvent::ReservationOpened(opened) = event {
            return Some(opened.reservation.clone());
        }
        let mut reservation = reservation?;
        match event {
            StockEvent::ReservationExtended(event) => reservation.expires_at = event.expires_at,
            StockEvent::ReservationReleased(event) => reservation.subtract(&event.items, event.end),
            StockEvent::ReservationCommitted(event) => {
                reservation.subtract(&event.items, ReservationEnd::Committed);
            }
            _ => {}
        }
        Some(reservation)
    }

    fn subtract(&mut self, items: &[ReservedItem], end: ReservationEnd) {
        for gone in items {
            let same = |item: &&mut ReservedItem| {
                item.line == gone.line && item.sku == gone.sku && item.node == gone.node
            };
            if let Some(item) = self.items.iter_mut().find(same) {
                item.quantity = item.quantity.saturating_sub(gone.quantity);
            }
            self.items.retain(|item| !item.quantity.is_zero());
        }
        if self.items.is_empty() {
            self.ended = Some(end);
        }
    }

    fn released(&self, items: Vec<ReservedItem>, end: ReservationEnd) -> StockEvent {
        StockEvent::ReservationReleased(ReservationReleased { reservation: self.id.clone(), items, end })
    }

    fn must_be_live(&self, at: Instant) -> Result<(), StockError> {
        if self.is_expired(at) {
            return Err(StockError::ReservationExpired { reservation: self.id.clone() });
        }
        match self.ended {
            Some(end) => Err(StockError::ReservationEnded { reservation: self.id.clone(), end }),
            None => Ok(()),
        }
    }
}

fn check_expiry(expires_at: Option<Instant>, at: Instant, problems: &mut Problems) {
    if expires_at.is_some_and(|expires_at| expires_at <= at) {
        problems.add("input.out_of_range", "/expiresAt", "the expiry must lie after the command's time");
    }
}
