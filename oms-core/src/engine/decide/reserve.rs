//! Reservations: holding units of cells, and letting go of them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::limit::Promised;
use super::{Decided, Decision, Desk};
use crate::catalog::SaleMode;
use crate::engine::view::Halt;
use crate::engine::{
    ExtendReservation, MoveReservation, ReleaseReservation, ReserveStock, ShrinkReservation,
};
use crate::error::Error;
use crate::network::Network;
use crate::stock::{
    HoldDemand, Reservation, ReservationDraft, ReservedItem, StockError, StockEvent, StockShortage,
    WantedUnits, plan_holds,
};
use crate::store::{CellKey, DocumentKey, Event, StockRecord};
use crate::value::{GroupId, Instant, NodeId, Problems, SkuId};

impl Desk<'_, '_> {
    pub(super) fn reserve_stock(&mut self, reserve: &ReserveStock) -> Decided {
        let own = self.view.need([DocumentKey::reservation(self.tenant, &reserve.reservation)]);
        let exploded = self.wanted_of_kits(&reserve.items);
        let wanted = exploded.as_deref().unwrap_or(&reserve.items);
        let at_nodes = wanted.iter().filter_map(|item| Some((&item.sku, item.node.as_ref()?)));
        let cells: BTreeSet<CellKey> = at_nodes.map(|(sku, node)| self.cell_key(sku, node)).collect();
        let known = self.must_know_wanted(&reserve.items);
        self.view.need_cells(&cells)?;
        own?;
        let (network, mut all_hold) = known?;
        let mut draft = ReservationDraft {
            id: reserve.reservation.clone(),
            order: None,
            customer: reserve.customer.clone(),
            class: reserve.class,
            wanted: reserve.items.clone(),
            partial: reserve.partial,
            expires_at: reserve.expires_at,
        };
        let problems = draft.problems(self.at);
        if !problems.is_empty() {
            return Err(StockError::Invalid(problems).into());
        }
        if let Cow::Owned(parts) = exploded? {
            for part in &parts {
                all_hold &= self.sale_mode(&part.sku)?.holds_for_carts();
            }
            draft.wanted = parts;
        }
        if let Some(known) = self.view.find_reservation(self.tenant, &draft.id)? {
            if known.was_asked(&draft) {
                return Ok(Decision::default());
            }
            return Err(StockError::ReservationReused { reservation: draft.id }.into());
        }
        let mut decision = Decision::default();
        let items = match plain_items(&draft).filter(|_| all_hold) {
            Some(items) => {
                let swept = self.sweep(&mut decision, same_cell(&items));
                self.must_be_free(&items, draft.class, &swept, &mut decision)?;
                items
            }
            None => self.plan_reservation(&draft, &network, &mut decision)?,
        };
        if let Some(customer) = &draft.customer {
            let promised =
                Promised { customer, units: held_by_sku(&items), reservation: Some(&draft.id), order: None };
            self.count(&promised, &mut decision)?;
        }
        decision.events.push(Event::Stock(StockRecord { event: draft.holding(items) }));
        Ok(decision)
    }

    pub(super) fn sale_mode(&mut self, sku: &SkuId) -> Result<SaleMode, Halt> {
        Ok(self.view.sku(self.tenant, sku)?.map(|sku| sku.sale_mode).unwrap_or_default())
    }

    pub(super) fn extend_reservation(&mut self, extend: &ExtendReservation) -> Decided {
        let reservation = self.view.reservation(self.tenant, &extend.reservation)?;
        let events = reservation.extend(extend.expires_at, self.at)?;
        let mut decision = Decision::default();
        decision.stock(events);
        Ok(decision)
    }

    pub(super) fn release_reservation(&mut self, release: &ReleaseReservation) -> Decided {
        let reservation = self.view.reservation(self.tenant, &release.reservation)?;
        let mut decision = Decision::default();
        decision.stock(reservation.release(self.at));
        Ok(decision)
    }

    pub(super) fn shrink_held(&mut self, shrink: &ShrinkReservation) -> Decided {
        let reservation = self.view.reservation(self.tenant, &shrink.reservation)?;
        let mut decision = Decision::default();
        decision.stock(reservation.give_up(&shrink.items, self.at)?);
        Ok(decision)
    }

    /// What is held elsewhere is held at one node instead. Only that node must have the units: what the reservation
    /// holds at others it gives back, and what it holds there it keeps.
    pub(super) fn move_reservation(&mut self, moving: &MoveReservation) -> Decided {
        let shared = self.view.need([DocumentKey::network(self.tenant)]);
        let reservation = self.view.reservation(self.tenant, &moving.reservation)?;
        shared?;
        let network = self.view.network(self.tenant)?;
        if !network.nodes.contains_key(&moving.to) {
            let mut problems = Problems::new();
            let message = format!("there is no node `{}`; put its record first", moving.to);
            problems.add("stock.unknown_node", "/to", message);
            return Err(Error::Input(problems).into());
        }
        let Some(moved) = reservation.relocate(&moving.skus, moving.from.as_ref(), &moving.to, self.at)?
        else {
            return Ok(Decision::default());
        };
        let skus = self.view.need(moved.to.iter().map(|item| DocumentKey::sku(self.tenant, &item.sku)));
        let cells: Vec<CellKey> = moved.to.iter().map(|item| self.cell_key(&item.sku, &item.node)).collect();
        self.view.need_cells(&cells)?;
        skus?;
        let event = StockEvent::ReservationMoved(moved.clone());
        let after = Reservation::evolve(Some(Reservation::clone(&reservation)), &event);
        if !after.is_some_and(|after| is_as_asked(&after, &network)) {
            let (reservation, node) = (moved.reservation, moving.to.clone());
            return Err(StockError::OutsideGroup { reservation, node }.into());
        }
        let mut decision = Decision::default();
        let swept = self.sweep(&mut decision, same_cell(&moved.to));
        self.must_be_free(&moved.to, reservation.class, &swept, &mut decision)?;
        decision.stock([event]);
        Ok(decision)
    }

    /// The catalogue has the SKUs and the network the nodes and groups, or everything unknown is named. Also whether
    /// carts hold units of every SKU.
    fn must_know_wanted(&mut self, items: &[WantedUnits]) -> Result<(Arc<Network>, bool), Halt> {
        let skus = items.iter().map(|item| DocumentKey::sku(self.tenant, &item.sku));
        self.view.need(skus.chain([DocumentKey::network(self.tenant)]))?;
        let network = self.view.network(self.tenant)?;
        let (mut problems, mut all_hold) = (Problems::new(), true);
        for (at, item) in items.iter().enumerate() {
            match self.view.sku(self.tenant, &item.sku)? {
                Some(sku) => all_hold &= sku.sale_mode.holds_for_carts(),
                None => {
                    let message = format!("there is no SKU `{}`; put its record first", item.sku);
                    problems.add("stock.unknown_sku", format!("/items/{at}/sku"), message);
                }
            }
            if let Some(node) = item.node.as_ref().filter(|node| !network.nodes.contains_key(*node)) {
                let message = format!("there is no node `{node}`; put its record first");
                problems.add("stock.unknown_node", format!("/items/{at}/node"), message);
            }
            if let Some(group) = item.group.as_ref().filter(|group| !network.groups.contains_key(*group)) {
                let message = format!("there is no group `{group}`; put its record first");
                problems.add("stock.unknown_group", format!("/items/{at}/group"), message);
            }
        }
        if problems.is_empty() { Ok((network, all_hold)) } else { Err(Error::Input(problems).into()) }
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
            decision.end(&reservation, self.at);
            for (cell, units) in self.fence_again(&reservation, decision) {
                *freed.entry(cell).or_default() -= units;
            }
        }
        freed
    }

    /// All items can be taken together by a class of buyers, or every cell that is short is named. Notes the guards.
    pub(super) fn must_be_free(
        &mut self,
        items: &[ReservedItem],
        class: u32,
        swept: &BTreeMap<CellKey, i64>,
        decision: &mut Decision,
    ) -> Result<(), Halt> {
        let mut wanted: BTreeMap<CellKey, i64> = BTreeMap::new();
        for item in items {
            *wanted.entry(self.cell_key(&item.sku, &item.node)).or_default() += item.quantity.signed();
        }
        // All are looked at before the first that is missing stops it, so that they are loaded in one round.
        let limits: Vec<_> =
            wanted.keys().map(|key| self.must_stay_free(&key.sku, &key.node, None, class)).collect();
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

impl Decision {
    /// Ends a reservation, unless this very decision has ended it already.
    pub(super) fn end(&mut self, reservation: &Reservation, at: Instant) {
        let is_end = |event: &Event| match event {
            Event::Stock(StockRecord { event: StockEvent::ReservationReleased(event) }) => {
                event.reservation == reservation.id
            }
            _ => false,
        };
        if !self.events.iter().any(is_end) {
            self.stock(reservation.release(at));
        }
    }

    fn stock(&mut self, events: impl IntoIterator<Item = StockEvent>) {
        self.events.extend(events.into_iter().map(|event| Event::Stock(StockRecord { event })));
    }
}

/// Whether an item lies in a cell that one of these items names.
pub(super) fn same_cell(items: &[ReservedItem]) -> impl Fn(&ReservedItem) -> bool {
    |held| items.iter().any(|item| item.sku == held.sku && item.node == held.node)
}

/// The items as they are held where there is nothing to choose: each at its node, all or none.
fn plain_items(draft: &ReservationDraft) -> Option<Vec<ReservedItem>> {
    if draft.partial { None } else { draft.wanted.iter().map(WantedUnits::at_node).collect() }
}

fn held_by_sku(items: &[ReservedItem]) -> BTreeMap<&SkuId, i64> {
    let mut units = BTreeMap::new();
    for item in items {
        *units.entry(&item.sku).or_default() += item.quantity.signed();
    }
    units
}

/// Whether all that a reservation holds lies where it was asked for. Only groups bind: who named a node may name
/// another.
fn is_as_asked(reservation: &Reservation, network: &Network) -> bool {
    if reservation.asked.iter().all(|asked| asked.group.is_none()) {
        return true;
    }
    let nodes = |group: Option<&GroupId>| -> Vec<NodeId> {
        network.in_order(group).into_iter().map(|node| node.id.clone()).collect()
    };
    let demand = |asked: &WantedUnits| HoldDemand {
        sku: asked.sku.clone(),
        quantity: asked.quantity,
        nodes: nodes(asked.group.as_ref()),
    };
    let demands: Vec<HoldDemand> = reservation.asked.iter().map(demand).collect();
    let mut held: BTreeMap<(SkuId, NodeId), i64> = BTreeMap::new();
    for item in &reservation.items {
        *held.entry((item.sku.clone(), item.node.clone())).or_default() += item.quantity.signed();
    }
    let fits: i64 = plan_holds(&demands, &held).iter().flatten().map(|part| part.quantity.signed()).sum();
    fits == held.values().sum::<i64>()
}
