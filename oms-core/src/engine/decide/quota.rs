//! Quotas: units held in their cells for a group of buyers, and reservations that take them.
//!
//! A ring-fenced unit is held in its cell like any other, so the guard of the cell keeps everybody else from it and
//! nobody else has to know of quotas. Taking one hands the hold over to a reservation in the same commit.

use std::collections::{BTreeMap, BTreeSet};

use super::reserve::same_cell;
use super::{Decided, Decision, Desk};
use crate::engine::publication::units_of;
use crate::engine::view::Halt;
use crate::engine::{AllocateQuota, ReallocateQuota, ReserveQuota, UnallocateQuota};
use crate::publish::{QuotaCommand, QuotaEvent, QuotaGroup, QuotaLedger};
use crate::stock::{Reservation, ReservedItem, StockError, StockEvent, StockShortage};
use crate::store::{CellKey, DocumentKey, Event, QuotaRecord, StockRecord};
use crate::value::{NodeId, Quantity, ReservationId, SkuId};

impl Desk<'_, '_> {
    pub(super) fn allocate_quota(&mut self, allocate: &AllocateQuota) -> Decided {
        let command = QuotaCommand::Allocate(allocate.part.clone());
        self.move_quota(&allocate.sku, &[("/part", &allocate.part.node)], &command)
    }

    pub(super) fn reallocate_quota(&mut self, reallocate: &ReallocateQuota) -> Decided {
        let command = QuotaCommand::Reallocate {
            from: reallocate.from.clone(),
            to_group: reallocate.to_group.clone(),
            to_node: reallocate.to_node.clone(),
        };
        let nodes = [("/from", &reallocate.from.node), ("/to", &reallocate.to_node)];
        self.move_quota(&reallocate.sku, &nodes, &command)
    }

    pub(super) fn unallocate_quota(&mut self, unallocate: &UnallocateQuota) -> Decided {
        let command = QuotaCommand::Unallocate(unallocate.part.clone());
        self.move_quota(&unallocate.sku, &[("/part", &unallocate.part.node)], &command)
    }

    /// Only units that are really there are ring-fenced: what backorders allow is not.
    fn move_quota(&mut self, sku: &SkuId, nodes: &[(&str, &NodeId)], command: &QuotaCommand) -> Decided {
        let cells: BTreeSet<CellKey> = nodes.iter().map(|(_, node)| self.cell_key(sku, node)).collect();
        let quotas = self.view.need([DocumentKey::quotas(self.tenant, sku)]);
        let known = self.must_know(nodes.iter().map(|(place, node)| (*place, sku, *node)));
        self.view.need_cells(&cells)?;
        quotas?;
        known?;
        let mut decision = Decision::default();
        let swept = self.sweep(&mut decision, |item| {
            item.sku == *sku && nodes.iter().any(|(_, node)| item.node == **node)
        });
        let event = self.quotas_after(sku, &decision)?.decide(command)?;
        for movement in event.movements().into_iter().filter(|movement| movement.held > 0) {
            let key = self.cell_key(sku, &movement.node);
            let freed = swept.get(&key).copied().unwrap_or_default();
            let available = self.view.cell(&key)?.free().saturating_add(freed);
            if movement.held > available {
                let (node, wanted) = (Some(movement.node), movement.held);
                let shortage = StockShortage { sku: sku.clone(), node, wanted, available };
                return Err(StockError::Insufficient(vec![shortage]).into());
            }
            decision.guards.push((key, 0));
        }
        decision.events.push(quota_event(sku, event));
        Ok(decision)
    }

    pub(super) fn reserve_quota(&mut self, reserve: &ReserveQuota) -> Decided {
        let skus: BTreeSet<&SkuId> = reserve.items.iter().map(|item| &item.sku).collect();
        let cells: BTreeSet<CellKey> =
            reserve.items.iter().map(|item| self.cell_key(&item.sku, &item.node)).collect();
        let quotas = skus.iter().map(|sku| DocumentKey::quotas(self.tenant, sku));
        let own = DocumentKey::reservation(self.tenant, &reserve.reservation);
        let documents = self.view.need(quotas.chain([own]));
        let places: Vec<String> = (0..reserve.items.len()).map(|at| format!("/items/{at}")).collect();
        let named = reserve.items.iter().zip(&places).map(|(item, place)| (&**place, &item.sku, &item.node));
        let known = self.must_know(named);
        self.view.need_cells(&cells)?;
        documents?;
        known?;
        let (id, items) = (reserve.reservation.clone(), reserve.items.clone());
        let opened = Reservation::open(id, None, items, reserve.expires_at, self.at)?;
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
        let mut freed = self.sweep(&mut decision, same_cell(&reserve.items));
        let taken = self.take_quota(&reserve.reservation, &reserve.group, &reserve.items, &mut decision)?;
        let from_quota = !taken.is_empty();
        for (cell, units) in taken {
            *freed.entry(cell).or_default() += units;
        }
        // Ring-fenced units are nobody else's, so that protection has nothing to say of them.
        let class = if from_quota { u32::MAX } else { 0 };
        self.must_be_free(&reserve.items, class, &freed, &mut decision)?;
        let event = with_quota(opened, from_quota);
        decision.events.push(Event::Stock(StockRecord { event }));
        Ok(decision)
    }

    /// Takes ring-fenced units for what a reservation wants, as far as there are any, and says how many of which cells.
    pub(super) fn take_quota(
        &mut self,
        reservation: &ReservationId,
        group: &QuotaGroup,
        items: &[ReservedItem],
        decision: &mut Decision,
    ) -> Result<BTreeMap<CellKey, i64>, Halt> {
        let mut taken: BTreeMap<CellKey, i64> = BTreeMap::new();
        let skus: BTreeSet<&SkuId> = items.iter().map(|item| &item.sku).collect();
        self.view.need(skus.iter().map(|sku| DocumentKey::quotas(self.tenant, sku)))?;
        for sku in skus {
            let ledger = self.quotas_after(sku, decision)?;
            let Some(event) = ledger.consume(reservation, group, &units(items, sku)) else { continue };
            for movement in event.movements() {
                *taken.entry(self.cell_key(sku, &movement.node)).or_default() -= movement.held;
            }
            decision.events.push(quota_event(sku, event));
        }
        Ok(taken)
    }

    /// Counts what a group's quotas have as free for it.
    pub(super) fn count_quota(
        &mut self,
        group: &QuotaGroup,
        skus: &BTreeSet<&SkuId>,
        decision: &Decision,
        free: &mut BTreeMap<CellKey, i64>,
    ) -> Result<(), Halt> {
        self.view.need(skus.iter().map(|sku| DocumentKey::quotas(self.tenant, sku)))?;
        for sku in skus {
            let ledger = self.quotas_after(sku, decision)?;
            for entry in ledger.entries.iter().filter(|entry| group.is_within(&entry.group)) {
                *free.entry(self.cell_key(sku, &entry.node)).or_default() += entry.remaining;
            }
        }
        Ok(())
    }

    /// A SKU's quotas as the events decided so far leave them.
    fn quotas_after(&mut self, sku: &SkuId, decision: &Decision) -> Result<QuotaLedger, Halt> {
        let stored = self.view.quotas(self.tenant, sku)?;
        let ledger = (*stored).clone();
        Ok(decision.events.iter().fold(ledger, |ledger, event| match event {
            Event::Quota(record) if record.sku == *sku => ledger.evolve(&record.event),
            _ => ledger,
        }))
    }

    /// Ring-fences again what an expired reservation took from quotas, and says how many units of which cells that are.
    pub(super) fn fence_again(
        &mut self,
        reservation: &Reservation,
        decision: &mut Decision,
    ) -> Vec<(CellKey, i64)> {
        let mut fenced = Vec::new();
        if !reservation.from_quota {
            return fenced;
        }
        let skus: BTreeSet<&SkuId> = reservation.items.iter().map(|item| &item.sku).collect();
        for sku in skus {
            let again = decision.events.iter().find_map(|event| restored(event, &reservation.id, sku));
            let event = match again.cloned() {
                Some(event) => Some(event),
                // Where the quotas are not loaded yet the view has noted it, and this decision will be made again.
                None => self.quotas_after(sku, decision).ok().and_then(|ledger| {
                    let event = ledger.restore(&reservation.id, &units_of(reservation, sku))?;
                    decision.events.push(quota_event(sku, event.clone()));
                    Some(event)
                }),
            };
            let movements = event.iter().flat_map(QuotaEvent::movements);
            fenced.extend(movements.map(|movement| (self.cell_key(sku, &movement.node), movement.held)));
        }
        fenced
    }

    /// Whatever a decision lets reservations give up returns to the quotas it came from, right behind the event that
    /// gives it up; whatever it lets them commit, or allocates in their stead, is sold for good.
    pub(super) fn settle_quotas(&mut self, decision: Decision) -> Decided {
        if !decision.events.iter().any(|event| ended(event).is_some()) {
            return Ok(decision);
        }
        let settled: BTreeSet<ReservationId> = decision.events.iter().filter_map(settled).cloned().collect();
        let mut allocated = allocated(&decision.events);
        let mut done = Decision { events: Vec::with_capacity(decision.events.len()), ..decision };
        for event in decision.events {
            let ended = ended(&event).map(|(id, items, sold)| (id.clone(), items.to_vec(), sold));
            done.events.push(event);
            let Some((id, items, sold)) = ended.filter(|(id, ..)| !settled.contains(id)) else { continue };
            if !self.view.find_reservation(self.tenant, &id)?.is_some_and(|known| known.from_quota) {
                continue;
            }
            let skus: BTreeSet<&SkuId> = items.iter().map(|item| &item.sku).collect();
            self.view.need(skus.iter().map(|sku| DocumentKey::quotas(self.tenant, sku)))?;
            for sku in skus {
                let given = units(&items, sku);
                let kept = if sold { given.clone() } else { keep(&mut allocated, sku, &given) };
                let ledger = self.quotas_after(sku, &done)?;
                done.events.extend(ledger.settle(&id, &kept).map(|event| quota_event(sku, event)));
                if !sold {
                    let ledger = self.quotas_after(sku, &done)?;
                    let event = ledger.restore(&id, &less(&given, &kept));
                    done.events.extend(event.map(|event| quota_event(sku, event)));
                }
            }
        }
        Ok(done)
    }
}

/// The reservation that an event takes units from, the units, and whether they are sold.
fn ended(event: &Event) -> Option<(&ReservationId, &[ReservedItem], bool)> {
    let Event::Stock(record) = event else { return None };
    match &record.event {
        StockEvent::ReservationReleased(event) => Some((&event.reservation, &event.items, false)),
        StockEvent::ReservationCommitted(event) => Some((&event.reservation, &event.items, true)),
        _ => None,
    }
}

/// Units that these events set aside for orders, by SKU and node.
fn allocated(events: &[Event]) -> BTreeMap<(SkuId, NodeId), Quantity> {
    let mut sums: BTreeMap<(SkuId, NodeId), Quantity> = BTreeMap::new();
    for event in events {
        if let Event::Stock(StockRecord { event: StockEvent::Allocated(event) }) = event {
            for unit in &event.units {
                let sum = sums.entry((unit.sku.clone(), unit.node.clone())).or_default();
                *sum = Quantity::new(sum.units().saturating_add(unit.quantity.units()));
            }
        }
    }
    sums
}

/// How many of the units given up are set aside for an order in the same decision; these are used up.
fn keep(
    allocated: &mut BTreeMap<(SkuId, NodeId), Quantity>,
    sku: &SkuId,
    given: &[(NodeId, Quantity)],
) -> Vec<(NodeId, Quantity)> {
    let kept = given.iter().filter_map(|(node, quantity)| {
        let open = allocated.get_mut(&(sku.clone(), node.clone()))?;
        let kept = (*open).min(*quantity);
        *open = open.saturating_sub(kept);
        Some((node.clone(), kept))
    });
    kept.collect()
}

/// Units less others, by node.
fn less(units: &[(NodeId, Quantity)], others: &[(NodeId, Quantity)]) -> Vec<(NodeId, Quantity)> {
    let other = |node: &NodeId| others.iter().find(|(at, _)| at == node).map(|(_, quantity)| *quantity);
    let rest = units
        .iter()
        .map(|(node, quantity)| (node.clone(), quantity.saturating_sub(other(node).unwrap_or_default())));
    rest.collect()
}

/// What an event has ring-fenced again of what a reservation took of a SKU.
fn restored<'e>(event: &'e Event, reservation: &ReservationId, sku: &SkuId) -> Option<&'e QuotaEvent> {
    match event {
        Event::Quota(QuotaRecord { sku: of, event: event @ QuotaEvent::Restored(restored) })
            if of == sku && restored.reservation == *reservation =>
        {
            Some(event)
        }
        _ => None,
    }
}

/// The reservation whose quotas an event has settled already.
fn settled(event: &Event) -> Option<&ReservationId> {
    match event {
        Event::Quota(record) => match &record.event {
            QuotaEvent::Restored(event) => Some(&event.reservation),
            QuotaEvent::Settled(event) => Some(&event.reservation),
            _ => None,
        },
        _ => None,
    }
}

/// A reservation opened, marked where it took units of quotas.
pub(super) fn with_quota(mut opened: StockEvent, from_quota: bool) -> StockEvent {
    if let StockEvent::ReservationOpened(opened) = &mut opened {
        opened.reservation.from_quota = from_quota;
    }
    opened
}

fn quota_event(sku: &SkuId, event: QuotaEvent) -> Event {
    Event::Quota(QuotaRecord { sku: sku.clone(), event })
}

/// The units of a SKU that items name, by node.
fn units(items: &[ReservedItem], sku: &SkuId) -> Vec<(NodeId, Quantity)> {
    let mut sums: BTreeMap<&NodeId, Quantity> = BTreeMap::new();
    for item in items.iter().filter(|item| item.sku == *sku) {
        let sum = sums.entry(&item.node).or_default();
        *sum = Quantity::new(sum.units().saturating_add(item.quantity.units()));
    }
    sums.into_iter().map(|(node, quantity)| (node.clone(), quantity)).collect()
}
