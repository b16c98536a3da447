//! Reservations: stock held for somebody until an instant.

mod decide;
mod plan;
mod wanted;

#[cfg(test)]
mod tests;

pub use decide::ReservationDraft;
pub use plan::{HeldItem, HoldDemand, HoldNode, NodeUnits, plan_holds};
pub use wanted::{UnitsGivenUp, WantedUnits};

use serde::{Deserialize, Serialize};

use super::StockEvent;
use crate::value::{CustomerId, Instant, LineId, NodeId, OrderId, Quantity, ReservationId, SkuId};

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
    /// The customer it is for, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The class of buyers it is for; higher classes come first.
    #[serde(default, skip_serializing_if = "is_everybody")]
    pub class: u32,
    /// What it holds now; nothing once it has ended.
    pub items: Vec<ReservedItem>,
    /// What was asked for first, where that is not what it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<WantedUnits>,
    /// Whether it was to hold what is there, and not all or nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_everybody(class: &u32) -> bool {
    *class == 0
}

impl Reservation {
    /// A reservation of nobody in particular that holds these items until it is released.
    #[must_use]
    pub const fn of(id: ReservationId, items: Vec<ReservedItem>) -> Self {
        Self {
            id,
            order: None,
            customer: None,
            class: 0,
            items,
            asked: Vec::new(),
            partial: false,
            expires_at: None,
            from_quota: false,
            ended: None,
        }
    }

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

    /// How many units of a SKU it holds.
    #[must_use]
    pub fn holds(&self, sku: &SkuId) -> i64 {
        self.items.iter().filter(|item| item.sku == *sku).map(|item| item.quantity.signed()).sum()
    }

    /// Whether exactly this was asked for when it was opened, and it is still for nobody's order.
    #[must_use]
    pub fn was_asked(&self, draft: &ReservationDraft) -> bool {
        let same = if self.asked.is_empty() {
            self.items.len() == draft.wanted.len()
                && draft.wanted.iter().zip(&self.items).all(|(wanted, item)| wanted.is_held_by(item))
        } else {
            self.asked == draft.wanted
        };
        same && self.ended.is_none()
            && self.order == draft.order
            && self.customer == draft.customer
            && self.class == draft.class
            && self.partial == draft.partial
            && self.expires_at == draft.expires_at
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
            StockEvent::ReservationReleased(event) => {
                if event.items.len() != reservation.items.len() || event.items != reservation.items {
                    reservation.remember();
                }
                reservation.subtract(&event.items);
                reservation.end_if_empty(event.end);
            }
            StockEvent::ReservationCommitted(event) => {
                reservation.subtract(&event.items);
                reservation.end_if_empty(ReservationEnd::Committed);
            }
            StockEvent::ReservationMoved(event) => {
                reservation.remember();
                reservation.subtract(&event.from);
                reservation.items.extend(event.to.iter().cloned());
                reservation.merge();
            }
            StockEvent::ReservationAdopted(event) => {
                reservation.order = Some(event.order.clone());
                reservation.customer.clone_from(&event.customer);
                reservation.class = event.class;
                reservation.items.clone_from(&event.items);
                reservation.asked = Vec::new();
                reservation.partial = false;
            }
            _ => {}
        }
        Some(reservation)
    }

    /// Keeps what was asked for a cart, before it holds something else.
    fn remember(&mut self) {
        if self.order.is_none() && self.asked.is_empty() {
            self.asked = self.items.iter().map(WantedUnits::from).collect();
        }
    }

    fn subtract(&mut self, items: &[ReservedItem]) {
        for gone in items {
            let mut left = gone.quantity;
            for item in &mut self.items {
                if item.line == gone.line && item.sku == gone.sku && item.node == gone.node {
                    let part = item.quantity.min(left);
                    item.quantity = item.quantity.saturating_sub(part);
                    left = left.saturating_sub(part);
                }
            }
            self.items.retain(|item| !item.quantity.is_zero());
        }
    }

    fn end_if_empty(&mut self, end: ReservationEnd) {
        if self.items.is_empty() {
            self.ended = Some(end);
        }
    }

    /// One row for each line, SKU and node.
    fn merge(&mut self) {
        let mut merged: Vec<ReservedItem> = Vec::with_capacity(self.items.len());
        for item in std::mem::take(&mut self.items) {
            ReservedItem::add(&mut merged, item);
        }
        self.items = merged;
    }
}

impl ReservedItem {
    /// Adds units to the row of their line, SKU and node, or as a row of their own.
    pub(crate) fn add(rows: &mut Vec<Self>, item: Self) {
        let same = |row: &&mut Self| row.line == item.line && row.sku == item.sku && row.node == item.node;
        match rows.iter_mut().find(same) {
            Some(row) if row.quantity.checked_add(item.quantity).is_ok() => {
                row.quantity = row.quantity.checked_add(item.quantity).unwrap_or(row.quantity);
            }
            _ => rows.push(item),
        }
    }
}
