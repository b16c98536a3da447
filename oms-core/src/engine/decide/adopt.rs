//! An order takes over what a cart holds.

use super::{Decided, Desk, Draft};
use crate::engine::AdoptReservation;
use crate::order::{Order, OrderCommand};
use crate::stock::{Reservation, ReservedItem, StockError, StockShortage};
use crate::store::DocumentKey;
use crate::value::{LineId, Quantity};

impl Desk<'_, '_> {
    pub(super) fn adopt_reservation(&mut self, adopt: &AdoptReservation) -> Decided {
        let own = self.view.need([DocumentKey::reservation(self.tenant, &adopt.reservation)]);
        let order = self.view.order(self.tenant, &adopt.order)?;
        let before = order.reservation.as_ref().map(|id| DocumentKey::reservation(self.tenant, id));
        let skus = order.lines.iter().map(|line| DocumentKey::sku(self.tenant, &line.sku));
        let needed = self.view.need(skus.chain(before));
        own?;
        needed?;
        let reservation = self.view.reservation(self.tenant, &adopt.reservation)?;
        if reservation.is_live(self.at)
            && reservation.order.as_ref() == Some(&order.id)
            && order.reservation.as_ref() == Some(&reservation.id)
        {
            return Ok(super::Decision::default());
        }
        let mut draft = Draft::of(&order, self.at);
        if let Some(id) = &order.reservation
            && !self.view.find_reservation(self.tenant, id)?.is_some_and(|known| known.is_live(self.at))
        {
            draft.order(&OrderCommand::EndReservation(id.clone()))?;
        }
        draft.order(&OrderCommand::Reserve(adopt.reservation.clone()))?;
        let (items, surplus) = shared_out(&reservation, &order);
        let (customer, class) = (order.customer.as_ref(), order.class);
        let adopted = reservation.adopt(&order.id, customer, class, items, self.at)?;
        if !surplus.is_empty() {
            let reservation = reservation.id.clone();
            return Err(StockError::ReservationDiffers { reservation, surplus }.into());
        }
        self.must_be_within_limit(&order, Some(&reservation.id), &mut draft.decision)?;
        draft.stock([adopted]);
        Ok(draft.decision)
    }
}

/// The units held, each for a line of the order that wants them: first those that name their line, then the others in
/// the order of the lines. And what no line wants.
fn shared_out(reservation: &Reservation, order: &Order) -> (Vec<ReservedItem>, Vec<StockShortage>) {
    let mut open: Vec<(&LineId, &crate::value::SkuId, Quantity)> =
        order.lines.iter().map(|line| (&line.id, &line.sku, line.open())).collect();
    let mut rows: Vec<&ReservedItem> = reservation.items.iter().collect();
    rows.sort_by_key(|item| item.line.is_none());
    let (mut items, mut surplus) = (Vec::new(), Vec::new());
    for row in rows {
        let mut left = row.quantity;
        for (line, sku, open) in &mut open {
            if **sku == row.sku && row.line.as_ref().is_none_or(|named| named == *line) {
                let quantity = left.min(*open);
                if !quantity.is_zero() {
                    let item = ReservedItem { line: Some(LineId::clone(line)), quantity, ..row.clone() };
                    ReservedItem::add(&mut items, item);
                }
                *open = open.saturating_sub(quantity);
                left = left.saturating_sub(quantity);
            }
        }
        if !left.is_zero() {
            surplus.push(StockShortage {
                sku: row.sku.clone(),
                node: Some(row.node.clone()),
                wanted: row.quantity.signed(),
                available: row.quantity.saturating_sub(left).signed(),
            });
        }
    }
    (items, surplus)
}
