//! What may be done to reservations.

use super::{Reservation, ReservationEnd, ReservedItem, UnitsGivenUp, WantedUnits};
use crate::stock::{
    ReservationAdopted, ReservationCommitted, ReservationExtended, ReservationMoved, ReservationOpened,
    ReservationReleased, StockError, StockEvent, StockShortage,
};
use crate::value::{CustomerId, Instant, NodeId, OrderId, Problems, Quantity, ReservationId, SkuId};

/// A reservation that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReservationDraft {
    /// The reservation.
    pub id: ReservationId,
    /// The order it is for, if any.
    pub order: Option<OrderId>,
    /// The customer it is for, if known.
    pub customer: Option<CustomerId>,
    /// The class of buyers it is for.
    pub class: u32,
    /// What is wanted.
    pub wanted: Vec<WantedUnits>,
    /// Whether to hold what is there, and not all or nothing.
    pub partial: bool,
    /// When it stops counting; never when absent.
    pub expires_at: Option<Instant>,
}

impl ReservationDraft {
    /// Everything wrong with it: no items, items without units or with two places, an expiry not in the future.
    #[must_use]
    pub fn problems(&self, at: Instant) -> Problems {
        let mut problems = Problems::new();
        if self.wanted.is_empty() {
            problems.add("input.empty", "/items", "name at least one item to hold");
        }
        for (index, wanted) in self.wanted.iter().enumerate() {
            wanted.check(index, &mut problems);
        }
        check_expiry(self.expires_at, at, &mut problems);
        problems
    }

    /// Opens it with what it holds, where that is not simply what was asked for.
    #[must_use]
    pub fn holding(self, items: Vec<ReservedItem>) -> StockEvent {
        let is_plain = self.wanted.len() == items.len()
            && self.wanted.iter().zip(&items).all(|(wanted, item)| wanted.is_held_by(item));
        let asked = if is_plain { Vec::new() } else { self.wanted };
        let reservation = Reservation {
            order: self.order,
            customer: self.customer,
            class: self.class,
            asked,
            partial: self.partial,
            expires_at: self.expires_at,
            ..Reservation::of(self.id, items)
        };
        StockEvent::ReservationOpened(ReservationOpened { reservation })
    }
}

impl Reservation {
    /// Decides to open a reservation of units at nodes. Whether they are there is for the guards of its movements to
    /// say.
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
        let wanted = items.iter().map(WantedUnits::from).collect();
        let draft =
            ReservationDraft { id, order, customer: None, class: 0, wanted, partial: false, expires_at };
        let problems = draft.problems(at);
        if problems.is_empty() { Ok(draft.holding(items)) } else { Err(StockError::Invalid(problems)) }
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

    /// Decides to give up these rows of what it holds.
    #[must_use]
    pub fn shrink(&self, items: Vec<ReservedItem>) -> Vec<StockEvent> {
        if items.is_empty() { vec![] } else { vec![self.released(items, ReservationEnd::Released)] }
    }

    /// Decides to give up units wherever they are held; where there is a choice, those chosen last go first.
    ///
    /// # Errors
    /// [`StockError`] when it is not live any more, when nothing is named, or when it holds fewer units.
    pub fn give_up(&self, named: &[UnitsGivenUp], at: Instant) -> Result<Vec<StockEvent>, StockError> {
        self.must_be_live(at)?;
        let mut problems = Problems::new();
        if named.is_empty() {
            problems.add("input.empty", "/items", "name at least one item to give up");
        }
        for (index, units) in named.iter().enumerate().filter(|(_, units)| units.quantity.is_zero()) {
            let message = format!("give up at least one unit of `{}`", units.sku);
            problems.add("input.out_of_range", format!("/items/{index}/quantity"), message);
        }
        if !problems.is_empty() {
            return Err(StockError::Invalid(problems));
        }
        let mut rows: Vec<(&ReservedItem, Quantity)> =
            self.items.iter().rev().map(|item| (item, item.quantity)).collect();
        let (mut given, mut short) = (Vec::new(), Vec::new());
        // Who leaves the choice open takes what the others leave.
        let mut named: Vec<&UnitsGivenUp> = named.iter().collect();
        named.sort_by_key(|units| (units.node.is_none(), units.line.is_none()));
        for units in named {
            let mut missing = units.quantity;
            for (item, left) in rows.iter_mut().filter(|(item, _)| units.names(item)) {
                let quantity = (*left).min(missing);
                if !quantity.is_zero() {
                    *left = left.saturating_sub(quantity);
                    missing = missing.saturating_sub(quantity);
                    ReservedItem::add(&mut given, ReservedItem { quantity, ..ReservedItem::clone(item) });
                }
            }
            if !missing.is_zero() {
                short.push(StockShortage {
                    sku: units.sku.clone(),
                    node: units.node.clone(),
                    wanted: units.quantity.signed(),
                    available: units.quantity.saturating_sub(missing).signed(),
                });
            }
        }
        if short.is_empty() { Ok(self.shrink(given)) } else { Err(self.not_held(short)) }
    }

    /// Decides to hold at one node what it holds elsewhere: all, or what it holds of some SKUs, or at one node.
    /// Nothing when it holds that there already.
    ///
    /// # Errors
    /// [`StockError`] when it is not live any more, or does not hold what is named.
    pub fn relocate(
        &self,
        skus: &[SkuId],
        from: Option<&NodeId>,
        to: &NodeId,
        at: Instant,
    ) -> Result<Option<ReservationMoved>, StockError> {
        self.must_be_live(at)?;
        if self.from_quota {
            let mut problems = Problems::new();
            let message = "units of a quota stay at their node; release them and reserve anew";
            problems.add("stock.from_quota", "/reservation", message);
            return Err(StockError::Invalid(problems));
        }
        let named = |item: &&ReservedItem| {
            (skus.is_empty() || skus.contains(&item.sku)) && from.is_none_or(|from| *from == item.node)
        };
        let none =
            |sku: &SkuId| StockShortage { sku: sku.clone(), node: from.cloned(), wanted: 1, available: 0 };
        let is_held = |sku: &&SkuId| self.items.iter().filter(named).any(|item| item.sku == **sku);
        let unheld: Vec<StockShortage> = skus.iter().filter(|sku| !is_held(sku)).map(none).collect();
        if !unheld.is_empty() || !self.items.iter().any(|item| named(&item)) {
            return Err(self.not_held(unheld));
        }
        let rows: Vec<ReservedItem> =
            self.items.iter().filter(named).filter(|item| item.node != *to).cloned().collect();
        if rows.is_empty() {
            return Ok(None);
        }
        let mut moved = Vec::with_capacity(rows.len());
        for row in &rows {
            ReservedItem::add(&mut moved, ReservedItem { node: to.clone(), ..row.clone() });
        }
        Ok(Some(ReservationMoved { reservation: self.id.clone(), from: rows, to: moved }))
    }

    /// Decides to let an order take over what a cart holds: the same units, now each for a line of the order.
    ///
    /// # Errors
    /// [`StockError`] when it is not live any more, holds nothing, or belongs to another order or customer.
    pub fn adopt(
        &self,
        order: &OrderId,
        customer: Option<&CustomerId>,
        class: u32,
        items: Vec<ReservedItem>,
        at: Instant,
    ) -> Result<StockEvent, StockError> {
        self.must_be_live(at)?;
        if self.items.is_empty() {
            return Err(self.not_held(Vec::new()));
        }
        let foreign = self.customer.is_some() && self.customer.as_ref() != customer;
        if self.order.is_some() || foreign {
            return Err(StockError::ReservationTaken { reservation: self.id.clone() });
        }
        let (reservation, order, customer) = (self.id.clone(), order.clone(), customer.cloned());
        let event = ReservationAdopted { reservation, order, customer, class, items };
        Ok(StockEvent::ReservationAdopted(event))
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

    fn released(&self, items: Vec<ReservedItem>, end: ReservationEnd) -> StockEvent {
        StockEvent::ReservationReleased(ReservationReleased { reservation: self.id.clone(), items, end })
    }

    fn not_held(&self, short: Vec<StockShortage>) -> StockError {
        StockError::NotHeld { reservation: self.id.clone(), short }
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
