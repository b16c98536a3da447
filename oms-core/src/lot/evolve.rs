//! Folding events into a book. No rule lives here, and nothing can fail.

use super::{
    Lot, LotAllocation, LotBook, LotEvent, LotOwnerChanged, LotQuarantine, LotQuarantined, LotReceived,
    LotSerials,
};
use crate::value::{LotId, LotPick, OrderId, OwnerId, Quantity, SerialNumber, StockCondition};

impl LotBook {
    /// Folds an event. Cannot fail: whether the units are there was decided before. Lots without units are dropped.
    /// `O(lots)` at worst.
    pub fn evolve(&mut self, event: &LotEvent) {
        match event {
            LotEvent::Received(event) => self.take_in(event),
            LotEvent::Adjusted(event) => self.change(&event.lot, event.owner.as_ref(), |lot| {
                lot.on_hand = lot.on_hand.saturating_add(event.delta);
                lot.grade(event.condition, event.delta);
            }),
            LotEvent::Regraded(event) => self.change(&event.lot, event.owner.as_ref(), |lot| {
                lot.grade(event.from, event.quantity.signed().saturating_neg());
                lot.grade(event.to, event.quantity.signed());
            }),
            LotEvent::OwnerChanged(event) => self.hand_over(event),
            LotEvent::Allocated(event) => {
                self.each(&event.picks, |lot, units| lot.own(&event.order, units));
            }
            LotEvent::Deallocated(event) => {
                self.each(&event.picks, |lot, units| lot.own(&event.order, units.saturating_neg()));
            }
            LotEvent::Shipped(event) => self.each(&event.picks, |lot, units| {
                lot.on_hand = lot.on_hand.saturating_sub(units);
                lot.own(&event.order, units.saturating_neg());
            }),
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

    fn take_in(&mut self, event: &LotReceived) {
        let (lot, owner) = (&event.lot.lot, event.lot.owner.as_ref());
        let found = self.lots.binary_search_by(|known| known.key().cmp(&(lot, owner)));
        if let Err(at) = found {
            let fresh = Lot {
                lot: lot.clone(),
                owner: owner.cloned(),
                expires_at: event.lot.expires_at,
                manufactured_at: event.lot.manufactured_at,
                received_at: event.received_at,
                on_hand: 0,
                quality_hold: 0,
                damaged: 0,
                returned_pending: 0,
                allocated: Vec::new(),
            };
            self.lots.insert(at, fresh);
        }
        self.change(lot, owner, |lot| {
            lot.on_hand = lot.on_hand.saturating_add(event.quantity.signed());
            lot.grade(event.condition, event.quantity.signed());
        });
    }

    fn hand_over(&mut self, event: &LotOwnerChanged) {
        let units = event.quantity.signed();
        let Some(given) = self.lot(&event.lot, event.from.as_ref()).cloned() else { return };
        if let Err(at) = self.lots.binary_search_by(|known| known.key().cmp(&(&event.lot, event.to.as_ref())))
        {
            let bare = Lot {
                owner: event.to.clone(),
                on_hand: 0,
                quality_hold: 0,
                damaged: 0,
                returned_pending: 0,
                allocated: Vec::new(),
                ..given
            };
            self.lots.insert(at, bare);
        }
        let to = event.to.as_ref();
        self.change(&event.lot, to, |lot| lot.on_hand = lot.on_hand.saturating_add(units));
        let from = event.from.as_ref();
        self.change(&event.lot, from, |lot| lot.on_hand = lot.on_hand.saturating_sub(units));
    }

    fn each(&mut self, picks: &[LotPick], with: impl Fn(&mut Lot, i64)) {
        for pick in picks {
            self.change(&pick.lot, pick.owner.as_ref(), |lot| with(lot, pick.quantity.signed()));
        }
    }

    fn change(&mut self, lot: &LotId, owner: Option<&OwnerId>, with: impl FnOnce(&mut Lot)) {
        let Ok(at) = self.lots.binary_search_by(|known| known.key().cmp(&(lot, owner))) else { return };
        let Some(found) = self.lots.get_mut(at) else { return };
        with(found);
        if found.is_empty() {
            self.lots.remove(at);
        }
    }
}

impl Lot {
    fn grade(&mut self, condition: StockCondition, delta: i64) {
        let bucket = match condition {
            StockCondition::Sellable => return,
            StockCondition::QualityHold => &mut self.quality_hold,
            StockCondition::Damaged => &mut self.damaged,
            StockCondition::ReturnedPending => &mut self.returned_pending,
        };
        *bucket = bucket.saturating_add(delta);
    }

    fn own(&mut self, order: &OrderId, delta: i64) {
        let found = self.allocated.binary_search_by(|part| part.order.cmp(order));
        let known = found.ok().and_then(|at| self.allocated.get(at)).map_or(0, |part| part.quantity.signed());
        let units = known.saturating_add(delta).clamp(0, i64::from(u32::MAX));
        let quantity = Quantity::try_from(units).unwrap_or_default();
        match found {
            Ok(at) if quantity.is_zero() => {
                self.allocated.remove(at);
            }
            Ok(at) => {
                if let Some(part) = self.allocated.get_mut(at) {
                    part.quantity = quantity;
                }
            }
            Err(_) if quantity.is_zero() => {}
            Err(at) => self.allocated.insert(at, LotAllocation { order: order.clone(), quantity }),
        }
    }
}
