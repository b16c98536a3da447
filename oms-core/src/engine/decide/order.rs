//! Commands to orders that reach into stock or review: payments, changes, cancellations, giving back.

use std::collections::BTreeMap;

use super::{Decided, Desk, Draft};
use crate::engine::view::Halt;
use crate::engine::{CancelOrder, ChangeOrder, DeallocateOrder, HoldOrder, RecordPayment};
use crate::order::{Hold, LineUnits, Order, OrderCommand, OrderEvent};
use crate::stock::{Reservation, ReservedItem, StockDeallocated, StockEvent};
use crate::store::{CellKey, DocumentKey};
use crate::value::{OrderId, Quantity};

impl Desk<'_, '_> {
    pub(super) fn hold_order(&mut self, hold: &HoldOrder) -> Decided {
        let command = OrderCommand::Hold(Hold {
            id: hold.hold.clone(),
            reason: hold.reason,
            stage: hold.stage,
            source: hold.source,
            lines: hold.lines.clone(),
            note: hold.note.clone(),
            opened_at: self.at,
        });
        self.simple(&hold.order, &command)
    }

    pub(super) fn record_payment(&mut self, record: &RecordPayment) -> Decided {
        self.then_review(&record.order, &OrderCommand::Pay(record.payment.clone()))
    }

    pub(super) fn change_order(&mut self, change: &ChangeOrder) -> Decided {
        self.then_review(&change.order, &OrderCommand::Change(change.change.clone()))
    }

    /// A command that may clear what rules held the order for: they look again.
    fn then_review(&mut self, order: &OrderId, command: &OrderCommand) -> Decided {
        let order = self.view.order(self.tenant, order)?;
        let mut draft = Draft::of(&order, self.at);
        let events = draft.order(command)?;
        if !events.is_empty() && draft.order.may_be_released_by_rules() {
            self.review(&mut draft)?;
        }
        Ok(draft.decision)
    }

    pub(super) fn cancel_order(&mut self, cancel: &CancelOrder) -> Decided {
        let order = self.view.order(self.tenant, &cancel.order)?;
        if let Some(reservation) = &order.reservation {
            self.view.need([DocumentKey::reservation(self.tenant, reservation)])?;
        }
        let mut draft = Draft::of(&order, self.at);
        let (lines, reason) = (draft.order.parts_of_kits(&cancel.lines), cancel.reason.clone());
        let events = draft.order(&OrderCommand::Cancel { lines, reason })?;
        give_back(&mut draft, &events);
        if let Some(id) = &order.reservation
            && let Some(lapsed) = self.view.find_reservation(self.tenant, id)?
            && lapsed.is_expired(self.at)
        {
            draft.stock(lapsed.release(self.at));
        }
        self.shrink_reservation(&mut draft, &[])?;
        if draft.order.may_be_released_by_rules() {
            self.review(&mut draft)?;
        }
        Ok(draft.decision)
    }

    pub(super) fn deallocate_order(&mut self, deallocate: &DeallocateOrder) -> Decided {
        let order = self.view.order(self.tenant, &deallocate.order)?;
        let mut draft = Draft::of(&order, self.at);
        let (units, reason) = (deallocate.units.clone(), deallocate.reason.clone());
        let events = draft.order(&OrderCommand::Deallocate { units, reason })?;
        give_back(&mut draft, &events);
        Ok(draft.decision)
    }

    /// Gives up what the order's reservation holds beyond what is still open, and says how many units of each cell
    /// that frees. Where a line has a choice, what is held at the nodes just `assigned` is given up first.
    pub(super) fn shrink_reservation(
        &mut self,
        draft: &mut Draft,
        assigned: &[LineUnits],
    ) -> Result<BTreeMap<CellKey, i64>, Halt> {
        let mut freed = BTreeMap::new();
        let Some(id) = draft.order.reservation.clone() else { return Ok(freed) };
        let Some(reservation) = self.view.find_reservation(self.tenant, &id)? else { return Ok(freed) };
        if !reservation.is_live(self.at) {
            draft.order(&OrderCommand::EndReservation(id))?;
            return Ok(freed);
        }
        let surplus = surplus(&reservation, &draft.order, assigned);
        for item in &surplus {
            *freed.entry(self.cell_key(&item.sku, &item.node)).or_default() += item.quantity.signed();
        }
        let units = |items: &[ReservedItem]| items.iter().map(|item| item.quantity.signed()).sum::<i64>();
        let all = units(&surplus) == units(&reservation.items);
        draft.stock(reservation.shrink(surplus));
        if all {
            draft.order(&OrderCommand::EndReservation(id))?;
        }
        Ok(freed)
    }
}

/// What a reservation holds for lines beyond their open units.
fn surplus(reservation: &Reservation, order: &Order, assigned: &[LineUnits]) -> Vec<ReservedItem> {
    let mut open: BTreeMap<_, Quantity> =
        order.lines.iter().map(|line| (line.id.clone(), line.open())).collect();
    let is_assigned = |item: &ReservedItem| {
        assigned.iter().any(|unit| Some(&unit.line) == item.line.as_ref() && unit.node == item.node)
    };
    let mut items: Vec<&ReservedItem> = reservation.items.iter().collect();
    items.sort_by_key(|item| is_assigned(item));
    let mut surplus = Vec::new();
    for item in items {
        let open = item.line.as_ref().and_then(|line| open.get_mut(line));
        let kept = open.map_or(Quantity::ZERO, |open| {
            let kept = item.quantity.min(*open);
            *open = open.saturating_sub(kept);
            kept
        });
        let quantity = item.quantity.saturating_sub(kept);
        if !quantity.is_zero() {
            surplus.push(ReservedItem { quantity, ..item.clone() });
        }
    }
    surplus
}

/// The stock side of what an order gave back.
pub(super) fn give_back(draft: &mut Draft, events: &[OrderEvent]) {
    for event in events {
        if let OrderEvent::UnitsDeallocated(event) = event {
            let units = draft.sku_units(&event.units);
            let order = draft.order.id.clone();
            draft.stock([StockEvent::Deallocated(StockDeallocated { order, units })]);
        }
    }
}
