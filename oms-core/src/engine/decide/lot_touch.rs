//! What a decision does to units that lots share in: read off its events before lots are chosen, noted on them after.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::engine::Action;
use crate::lot::LotDraft;
use crate::order::OrderEvent;
use crate::shipment::ShipmentEvent;
use crate::stock::{CellDelta, StockEvent, StockUnits};
use crate::store::Event;
use crate::value::{LotName, LotPick, NodeId, OrderId, Quantity, ShipmentId, SkuId, StockCondition};

/// What an event of stock does to units that lots share in.
pub(super) struct Touch {
    pub(super) sku: SkuId,
    pub(super) node: NodeId,
    pub(super) quantity: Quantity,
    pub(super) how: How,
}

#[derive(Clone)]
pub(super) enum How {
    Receive(StockCondition),
    Adjust {
        delta: i64,
        force: bool,
    },
    Regrade {
        from: StockCondition,
        to: StockCondition,
    },
    Scrap(StockCondition),
    Allocate(OrderId),
    Deallocate(OrderId),
    Ship(OrderId),
    /// Something that no lot can be named for.
    Other,
}

/// The lot that a command names.
pub(super) enum Named<'a> {
    Nothing,
    Draft(&'a LotDraft),
    Lot(&'a LotName),
}

pub(super) const fn named(action: &Action) -> Named<'_> {
    match action {
        Action::ReceiveStock(receive) => match &receive.lot {
            Some(draft) => Named::Draft(draft),
            None => Named::Nothing,
        },
        Action::AdjustStock(adjust) => name(adjust.lot.as_ref()),
        Action::RegradeStock(regrade) => name(regrade.lot.as_ref()),
        Action::ScrapStock(scrap) => name(scrap.lot.as_ref()),
        _ => Named::Nothing,
    }
}

const fn name(lot: Option<&LotName>) -> Named<'_> {
    match lot {
        Some(lot) => Named::Lot(lot),
        None => Named::Nothing,
    }
}

pub(super) fn allocates(event: &Event, order: &OrderId) -> bool {
    matches!(event, Event::Order(record)
        if record.order == *order && matches!(record.event, OrderEvent::UnitsAllocated(_)))
}

pub(super) fn shipment_created(event: &Event) -> Option<ShipmentId> {
    match event {
        Event::Shipment(record) if matches!(record.event, ShipmentEvent::Created(_)) => {
            Some(record.shipment.clone())
        }
        _ => None,
    }
}

pub(super) fn of_units(units: &[StockUnits], how: &How) -> Vec<Touch> {
    summed(units.iter().map(|unit| (&unit.sku, &unit.node, unit.quantity)), how)
}

/// One row per SKU and node, so that several lines of one SKU pick their lots together.
pub(super) fn summed<'u>(
    units: impl Iterator<Item = (&'u SkuId, &'u NodeId, Quantity)>,
    how: &How,
) -> Vec<Touch> {
    let mut sums: BTreeMap<(&SkuId, &NodeId), u32> = BTreeMap::new();
    for (sku, node, quantity) in units {
        let sum = sums.entry((sku, node)).or_default();
        *sum = sum.saturating_add(quantity.units());
    }
    let touch = |((sku, node), units): ((&SkuId, &NodeId), u32)| Touch {
        sku: sku.clone(),
        node: node.clone(),
        quantity: Quantity::new(units),
        how: how.clone(),
    };
    sums.into_iter().map(touch).collect()
}

/// What an event that lots do not know moves of the units that they share in.
pub(super) fn moved_otherwise(event: &StockEvent) -> Vec<Touch> {
    let shared = |delta: CellDelta| (delta.on_hand, delta.allocated, delta.unsellable()) != (0, 0, 0);
    let movements = event.movements();
    let moved = movements.iter().filter(|movement| shared(movement.delta));
    summed(moved.map(|movement| (&movement.sku, &movement.node, Quantity::ZERO)), &How::Other)
}

/// Notes on the order that it has units kept by lot, and on the shipment which lots are in it.
pub(super) fn annotate(
    event: &mut Event,
    by_lot: &BTreeSet<OrderId>,
    picks: &mut BTreeMap<SkuId, VecDeque<LotPick>>,
) {
    match event {
        Event::Order(record) if by_lot.contains(&record.order) => {
            if let OrderEvent::UnitsAllocated(event) = &mut record.event {
                event.by_lot = true;
            }
        }
        Event::Shipment(record) => {
            if let ShipmentEvent::Created(event) = &mut record.event {
                for units in &mut event.shipment.units {
                    if let Some(picks) = picks.get_mut(&units.sku) {
                        units.lots = taken_from(picks, units.quantity);
                    }
                }
            }
        }
        _ => {}
    }
}

/// So many units of the picks, in their order.
fn taken_from(picks: &mut VecDeque<LotPick>, quantity: Quantity) -> Vec<LotPick> {
    let mut left = quantity;
    let mut taken = Vec::new();
    while !left.is_zero()
        && let Some(mut pick) = picks.pop_front()
    {
        let units = pick.quantity.min(left);
        left = left.saturating_sub(units);
        taken.push(LotPick { quantity: units, ..pick.clone() });
        pick.quantity = pick.quantity.saturating_sub(units);
        if !pick.quantity.is_zero() {
            picks.push_front(pick);
        }
    }
    taken
}
