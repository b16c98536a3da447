//! Movements of units between lots: what events of stock do to a book.

use super::{Lot, LotAllocation, LotBook, LotCondition};
use crate::value::{Instant, LotId, LotPick, OrderId, OwnerId, Quantity};

/// A movement of units in a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LotMovement {
    /// Units arrive.
    Receive(LotReceipt),
    /// A count, a correction or scrapping changes the physical units.
    Adjust {
        /// Which lot.
        lot: LotId,
        /// Of which owner.
        owner: Option<OwnerId>,
        /// Which units of it.
        condition: LotCondition,
        /// The change.
        delta: i64,
    },
    /// Units turn out better or worse.
    Regrade {
        /// Which units.
        pick: LotPick,
        /// What they were.
        from: LotCondition,
        /// What they are.
        to: LotCondition,
    },
    /// Units are set aside for an order.
    Allocate {
        /// The order.
        order: OrderId,
        /// Which units.
        picks: Vec<LotPick>,
    },
    /// An order gives units back.
    Deallocate {
        /// The order.
        order: OrderId,
        /// Which units.
        picks: Vec<LotPick>,
    },
    /// Units of an order leave.
    Ship {
        /// The order.
        order: OrderId,
        /// Which units.
        picks: Vec<LotPick>,
    },
}

/// Units of a lot that arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotReceipt {
    /// Which units.
    pub pick: LotPick,
    /// Until when they are good.
    pub expires_at: Option<Instant>,
    /// When they were made.
    pub manufactured_at: Option<Instant>,
    /// When they arrive.
    pub received_at: Instant,
    /// What they are fit for.
    pub condition: LotCondition,
}

impl LotBook {
    /// Moves units. Cannot fail: whether the units are there was decided before. Lots without units are dropped.
    /// `O(lots)` at worst.
    pub fn apply(&mut self, movement: &LotMovement) {
        match movement {
            LotMovement::Receive(receipt) => self.take_in(receipt),
            LotMovement::Adjust { lot, owner, condition, delta } => {
                self.change(lot, owner.as_ref(), |lot| {
                    lot.on_hand = lot.on_hand.saturating_add(*delta);
                    lot.grade(*condition, *delta);
                });
            }
            LotMovement::Regrade { pick, from, to } => self.change(&pick.lot, pick.owner.as_ref(), |lot| {
                lot.grade(*from, pick.quantity.signed().saturating_neg());
                lot.grade(*to, pick.quantity.signed());
            }),
            LotMovement::Allocate { order, picks } => self.each(picks, |lot, pick| {
                lot.own(order, pick.quantity.signed());
            }),
            LotMovement::Deallocate { order, picks } => self.each(picks, |lot, pick| {
                lot.own(order, pick.quantity.signed().saturating_neg());
            }),
            LotMovement::Ship { order, picks } => self.each(picks, |lot, pick| {
                lot.on_hand = lot.on_hand.saturating_sub(pick.quantity.signed());
                lot.own(order, pick.quantity.signed().saturating_neg());
            }),
        }
    }

    fn take_in(&mut self, receipt: &LotReceipt) {
        let (lot, owner) = (&receipt.pick.lot, receipt.pick.owner.as_ref());
        let found = self.lots.binary_search_by(|known| known.key().cmp(&(lot, owner)));
        if let Err(at) = found {
            let fresh = Lot {
                lot: lot.clone(),
                owner: owner.cloned(),
                expires_at: receipt.expires_at,
                manufactured_at: receipt.manufactured_at,
                received_at: receipt.received_at,
                on_hand: 0,
                quality_hold: 0,
                damaged: 0,
                returned_pending: 0,
                allocated: Vec::new(),
            };
            self.lots.insert(at, fresh);
        }
        self.change(lot, owner, |lot| {
            lot.on_hand = lot.on_hand.saturating_add(receipt.pick.quantity.signed());
            lot.grade(receipt.condition, receipt.pick.quantity.signed());
        });
    }

    fn each(&mut self, picks: &[LotPick], with: impl Fn(&mut Lot, &LotPick)) {
        for pick in picks {
            self.change(&pick.lot, pick.owner.as_ref(), |lot| with(lot, pick));
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
    fn grade(&mut self, condition: LotCondition, delta: i64) {
        let bucket = match condition {
            LotCondition::Good => return,
            LotCondition::QualityHold => &mut self.quality_hold,
            LotCondition::Damaged => &mut self.damaged,
            LotCondition::ReturnedPending => &mut self.returned_pending,
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
