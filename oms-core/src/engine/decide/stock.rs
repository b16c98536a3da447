//! Commands to stock: receipts, counts, blocks and reservations.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decided, Decision, Desk};
use crate::engine::view::Halt;
use crate::engine::{
    AdjustStock, ExtendReservation, ReceiveStock, RegradeStock, ReleaseReservation, ReserveStock, ScrapStock,
};
use crate::error::Error;
use crate::stock::{Reservation, ReservedItem, StockCommand, StockError, StockEvent, StockShortage};
use crate::store::{CellKey, DocumentKey, Event, StockRecord};
use crate::value::{NodeId, Problems, Quantity, SkuId};

impl Desk<'_, '_> {
    pub(super) fn receive_stock(&mut self, receive: &ReceiveStock) -> Decided {
        if let Some(receipt) = &receive.receipt {
            return self.receive_expected(receive, receipt);
        }
        let command = StockCommand::Receive {
            quantity: receive.quantity,
            reference: receive.reference.clone(),
            condition: receive.condition,
            receipt: None,
            expected: Quantity::ZERO,
        };
        self.move_cell(&receive.sku, &receive.node, &command)
    }

    pub(super) fn adjust_stock(&mut self, adjust: &AdjustStock) -> Decided {
        let (delta, reason, force) = (adjust.delta, adjust.reason.clone(), adjust.force);
        self.move_cell(&adjust.sku, &adjust.node, &StockCommand::Adjust { delta, reason, force })
    }

    pub(super) fn regrade_stock(&mut self, regrade: &RegradeStock) -> Decided {
        let (quantity, reason) = (regrade.quantity, regrade.reason.clone());
        let command = StockCommand::Regrade { quantity, from: regrade.from, to: regrade.to, reason };
        self.move_cell(&regrade.sku, &regrade.node, &command)
    }

    pub(super) fn scrap_stock(&mut self, scrap: &ScrapStock) -> Decided {
        let (quantity, reason) = (scrap.quantity, scrap.reason.clone());
        self.move_cell(&scrap.sku, &scrap.node, &StockCommand::Scrap { quantity, from: scrap.from, reason })
    }

    pub(super) fn move_cell(&mut self, sku: &SkuId, node: &NodeId, command: &StockCommand) -> Decided {
        let key = self.cell_key(sku, node);
        let known = self.must_know([("", sku, node)]);
        self.view.need_cells([&key])?;
        known?;
        let puts = match command {
            StockCommand::Receive { .. } => true,
            StockCommand::Adjust { delta, .. } => *delta > 0,
            StockCommand::Regrade { .. } | StockCommand::Scrap { .. } => false,
        };
        if puts {
            self.must_have_stock(sku)?;
        }
        let mut decision = Decision::default();
        let swept = self.sweep(&mut decision, |item| item.sku == *sku && item.node == *node);
        let min_free = self.min_free(sku)?;
        let mut cell = self.view.cell(&key)?;
        cell.held = cell.held.saturating_sub(swept.get(&key).copied().unwrap_or_default());
        let event = cell.decide(sku, node, command, min_free)?;
        let forced = matches!(command, StockCommand::Adjust { force: true, .. });
        let takes = event.movements().iter().any(|movement| movement.delta.free() < 0);
        if takes && !forced {
            decision.guards.push((key, min_free));
        }
        decision.events.push(Event::Stock(StockRecord { event }));
        Ok(decision)
    }

    pub(super) fn reserve_stock(&mut self, reserve: &ReserveStock) -> Decided {
        let exploded = self.items_of_kits(&reserve.items);
        let items = exploded.as_deref().unwrap_or(&reserve.items);
        let cells: BTreeSet<CellKey> =
            items.iter().map(|item| self.cell_key(&item.sku, &item.node)).collect();
        let own = self.view.need([DocumentKey::reservation(self.tenant, &reserve.reservation)]);
        let places: Vec<String> = (0..reserve.items.len()).map(|at| format!("/items/{at}")).collect();
        let named = reserve.items.iter().zip(&places).map(|(item, place)| (&**place, &item.sku, &item.node));
        let known = self.must_know(named);
        self.view.need_cells(&cells)?;
        own?;
        known?;
        let items = exploded?;
        let opened = Reservation::open(
            reserve.reservation.clone(),
            None,
            items.to_vec(),
            reserve.expires_at,
            self.at,
        )?;
        if let Some(known) = self.view.find_reservation(self.tenant, &reserve.reservation)? {
            let same = known.ended.is_none()
                && known.order.is_none()
                && *known.items == *items
                && known.expires_at == reserve.expires_at;
            if same {
                return Ok(Decision::default());
            }
            return Err(StockError::ReservationReused { reservation: known.id.clone() }.into());
        }
        let mut decision = Decision::default();
        let swept = self.sweep(&mut decision, same_cell(&items));
        self.must_be_free(&items, &swept, &mut decision)?;
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

    /// The catalogue has the SKUs and the network the nodes, or everything unknown is named: stock that was received
    /// under a mistyped id would never be sold.
    pub(super) fn must_know<'k>(
        &mut self,
        named: impl IntoIterator<Item = (&'k str, &'k SkuId, &'k NodeId)>,
    ) -> Result<(), Halt> {
        let named: Vec<_> = named.into_iter().collect();
        let skus = named.iter().map(|(_, sku, _)| DocumentKey::sku(self.tenant, sku));
        self.view.need(skus.chain([DocumentKey::network(self.tenant)]))?;
        let network = self.view.network(self.tenant)?;
        let mut problems = Problems::new();
        for (place, sku, node) in named {
            if self.view.sku(self.tenant, sku)?.is_none() {
                let message = format!("there is no SKU `{sku}`; put its record first");
                problems.add("stock.unknown_sku", format!("{place}/sku"), message);
            }
            if !network.nodes.contains_key(node) {
                let message = format!("there is no node `{node}`; put its record first");
                problems.add("stock.unknown_node", format!("{place}/node"), message);
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems).into()) }
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
            for (cell, units) in self.fence_again(&reservation, decision) {
                *freed.entry(cell).or_default() -= units;
            }
        }
        freed
    }

    /// How many units of a SKU's cells have to stay free: less than none where backorders are allowed.
    pub(super) fn min_free(&mut self, sku: &SkuId) -> Result<i64, Halt> {
        let sku = self.view.sku(self.tenant, sku)?;
        Ok(sku.map_or(0, |sku| sku.backorder_limit.signed().saturating_neg()))
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
        // All are looked at before the first that is missing stops it, so that they are loaded in one round.
        let limits: Vec<_> =
            wanted.keys().map(|key| self.must_stay_free(&key.sku, &key.node, None)).collect();
        let mut short = Vec::new();
        for ((key, wanted), min_free) in wanted.into_iter().zip(limits) {
            let min_free = min_free?;
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
