//! Reservations: holding units of cells, and letting go of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decided, Decision, Desk};
use crate::engine::view::Halt;
use crate::engine::{ExtendReservation, ReleaseReservation, ReserveStock};
use crate::stock::{Reservation, ReservedItem, StockError, StockEvent, StockShortage};
use crate::store::{CellKey, DocumentKey, Event, StockRecord};

impl Desk<'_, '_> {
    pub(super) fn reserve_stock(&mut self, reserve: &ReserveStock) -> Decided {
        let cells: BTreeSet<CellKey> =
            reserve.items.iter().map(|item| self.cell_key(&item.sku, &item.node)).collect();
        let own = self.view.need([DocumentKey::reservation(self.tenant, &reserve.reservation)]);
        let places: Vec<String> = (0..reserve.items.len()).map(|at| format!("/items/{at}")).collect();
        let named = reserve.items.iter().zip(&places).map(|(item, place)| (&**place, &item.sku, &item.node));
        let known = self.must_know(named);
        self.view.need_cells(&cells)?;
        own?;
        known?;
        let opened = Reservation::open(
            reserve.reservation.clone(),
            None,
            reserve.items.clone(),
            reserve.expires_at,
            self.at,
        )?;
        if let Some(known) = self.view.find_reservation(self.tenant, &reserve.reservation)? {
            let same = known.ended.is_none()
                && known.order.is_none()
                && known.items == reserve.items
                && known.expires_at == reserve.expires_at;
            if same {
                return Ok(Decision::default());
            }
            return Err(StockError::ReservationReused { reservation: known.id.clone() }.into());
        }
        let mut decision = Decision::default();
        let swept = self.sweep(&mut decision, same_cell(&reserve.items));
        self.must_be_free(&reserve.items, &swept, &mut decision)?;
        decision.events.push(Event::Stock(StockRecord { event: opened }));
        Ok(decision)
    }

    pub(super) fn extend_reservation(&mut self, extend: &ExtendReservation) -> Decided {
        let reservation = self.view.reservation(self.tenant, &extend.reservation)?;
        let events = reservation.extend(extend.expires_at, self.at)?;
        Ok(stock_events(events))
    }

    pub(super) fn release_reservation(&mut self, release: &ReleaseReservation) -> Decided {
        let reservation = self.view.reservation(self.tenant, &release.reservation)?;
        Ok(stock_events(reservation.release(self.at)))
    }

    /// Ends the reservations that hold one of the items although their time has run out, and says how many units of
    /// each cell that frees.
    pub(super) fn sweep(
        &mut self,
        decision: &mut Decision,
        holds: impl Fn(&ReservedItem) -> bool,
    ) -> BTreeMap<CellKey, i64> {
        let mut freed = BTreeMap::new();
        for reservation in self.view.expired(self.tenant, self.at, holds) {
            for item in &reservation.items {
                *freed.entry(self.cell_key(&item.sku, &item.node)).or_default() += item.quantity.signed();
            }
            let events = reservation.release(self.at);
            decision.events.extend(events.into_iter().map(|event| Event::Stock(StockRecord { event })));
        }
        freed
    }

    /// All items can be taken together, or every cell that is short is named. Notes the guards.
    pub(super) fn must_be_free(
        &mut self,
        items: &[ReservedItem],
        swept: &BTreeMap<CellKey, i64>,
        decision: &mut Decision,
    ) -> Result<(), Halt> {
        let mut wanted: BTreeMap<CellKey, i64> = BTreeMap::new();
        for item in items {
            *wanted.entry(self.cell_key(&item.sku, &item.node)).or_default() += item.quantity.signed();
        }
        let mut short = Vec::new();
        for (key, wanted) in wanted {
            let min_free = self.min_free(&key.sku)?;
            let free =
                self.view.cell(&key)?.free().saturating_add(swept.get(&key).copied().unwrap_or_default());
            let available = free.saturating_sub(min_free);
            if wanted > available {
                short.push(StockShortage {
                    sku: key.sku.clone(),
                    node: Some(key.node.clone()),
                    wanted,
                    available,
                });
            }
            decision.guards.push((key, min_free));
        }
        if short.is_empty() { Ok(()) } else { Err(StockError::Insufficient(short).into()) }
    }
}

/// Whether an item lies in a cell that one of these items names.
pub(super) fn same_cell(items: &[ReservedItem]) -> impl Fn(&ReservedItem) -> bool {
    |held| items.iter().any(|item| item.sku == held.sku && item.node == held.node)
}

fn stock_events(events: Vec<StockEvent>) -> Decision {
    let events = events.into_iter().map(|event| Event::Stock(StockRecord { event })).collect();
    Decision { events, ..Decision::default() }
}
