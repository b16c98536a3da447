//! Transfers: the transfer decides about its units, the cells about stock, and both move in one commit.

use std::collections::BTreeMap;

use super::{Decided, Decision, Desk};
use crate::engine::view::Halt;
use crate::engine::{
    AllocateTransfer, ApproveTransfer, CancelTransfer, CloseTransfer, CreateTransfer, ReceiveTransfer,
    ShipTransfer,
};
use crate::error::Error;
use crate::stock::{
    CellDelta, StockError, StockEvent, StockShortage, StockTransferAllocated, StockTransferGivenBack,
    StockTransferLost, StockTransferReceived, StockTransferShipped, StockUnits,
};
use crate::store::{CellKey, DocumentKey, Event, StockRecord, TransferRecord};
use crate::transfer::{Transfer, TransferCommand, TransferEvent, TransferUnits};
use crate::value::{NodeId, Problems, SkuId, TransferId};

impl Desk<'_, '_> {
    pub(super) fn create_transfer(&mut self, create: &CreateTransfer) -> Decided {
        let (id, draft) = (&create.transfer, &create.draft);
        let own = self.view.need([DocumentKey::transfer(self.tenant, id)]);
        let places =
            draft.lines.iter().enumerate().map(|(at, line)| (format!("/draft/lines/{at}/sku"), &line.sku));
        let known = self.must_be_recorded(places, [("/draft/from", &draft.from), ("/draft/to", &draft.to)]);
        own?;
        known?;
        if self.view.find_transfer(self.tenant, id)?.is_some() {
            return Err(Error::TransferIdTaken { transfer: id.clone() }.into());
        }
        let event = Transfer::create(id.clone(), draft, self.at)?;
        let record = TransferRecord { transfer: id.clone(), event };
        Ok(Decision { events: vec![Event::Transfer(record)], ..Decision::default() })
    }

    pub(super) fn approve_transfer(&mut self, approve: &ApproveTransfer) -> Decided {
        let by = approve.approver.clone();
        self.change_transfer(&approve.transfer, &TransferCommand::Approve { by })
    }

    pub(super) fn allocate_transfer(&mut self, allocate: &AllocateTransfer) -> Decided {
        self.change_transfer(&allocate.transfer, &TransferCommand::Allocate(allocate.units.clone()))
    }

    pub(super) fn ship_transfer(&mut self, ship: &ShipTransfer) -> Decided {
        let (units, expected_at) = (ship.units.clone(), ship.expected_at);
        self.change_transfer(&ship.transfer, &TransferCommand::Ship { units, expected_at })
    }

    pub(super) fn receive_transfer(&mut self, receive: &ReceiveTransfer) -> Decided {
        let (units, reason) = (receive.units.clone(), receive.reason.clone());
        self.change_transfer(&receive.transfer, &TransferCommand::Receive { units, reason })
    }

    pub(super) fn close_transfer(&mut self, close: &CloseTransfer) -> Decided {
        let reason = close.reason.clone();
        self.change_transfer(&close.transfer, &TransferCommand::Close { reason })
    }

    pub(super) fn cancel_transfer(&mut self, cancel: &CancelTransfer) -> Decided {
        let (units, reason) = (cancel.units.clone(), cancel.reason.clone());
        self.change_transfer(&cancel.transfer, &TransferCommand::Cancel { units, reason })
    }

    /// Any command to a transfer that exists: what its units do, the stock does in the same commit.
    fn change_transfer(&mut self, id: &TransferId, command: &TransferCommand) -> Decided {
        let transfer = self.view.transfer(self.tenant, id)?;
        let events = transfer.decide(command)?;
        let stock: Vec<StockEvent> = events.iter().flat_map(|event| stock_events(&transfer, event)).collect();
        let mut decision = Decision::default();
        self.must_move(&stock, &mut decision)?;
        let records = events.into_iter().map(|event| TransferRecord { transfer: id.clone(), event });
        decision.events.extend(records.map(Event::Transfer));
        let records = stock.into_iter().map(|event| StockRecord { event });
        decision.events.extend(records.map(Event::Stock));
        Ok(decision)
    }

    /// The cells can do what the events say, or every cell that is short is named. Transfers take only what is really
    /// free: units that may be backordered are not there to be sent.
    fn must_move(&mut self, events: &[StockEvent], decision: &mut Decision) -> Result<(), Halt> {
        let mut deltas: BTreeMap<CellKey, CellDelta> = BTreeMap::new();
        for movement in events.iter().flat_map(StockEvent::movements) {
            let delta = deltas.entry(self.cell_key(&movement.sku, &movement.node)).or_default();
            *delta = delta.plus(movement.delta);
        }
        self.view.need_cells(deltas.keys())?;
        let taking = |sku: &SkuId, node: &NodeId| {
            deltas.iter().any(|(key, delta)| delta.free() < 0 && key.sku == *sku && key.node == *node)
        };
        let swept = self.sweep(decision, |item| taking(&item.sku, &item.node));
        let mut short = Vec::new();
        for (key, delta) in deltas {
            let mut cell = self.view.cell(&key)?;
            cell.held = cell.held.saturating_sub(swept.get(&key).copied().unwrap_or_default());
            // What is damaged or waits for inspection cannot be set aside, and cannot leave in another's stead.
            let whole = cell.on_hand.saturating_sub(cell.unsellable());
            let (wanted, available) = if delta.free() < 0 {
                (delta.free().saturating_neg(), whole.min(cell.free()))
            } else {
                (delta.on_hand.saturating_neg(), whole)
            };
            if wanted > available.max(0) {
                let (sku, node) = (key.sku.clone(), Some(key.node.clone()));
                short.push(StockShortage { sku, node, wanted, available });
            } else if !cell.plus(delta).is_sound() {
                return Err(StockError::OutOfRange { sku: key.sku, node: key.node }.into());
            }
            if delta.free() < 0 {
                decision.guards.push((key, 0));
            }
        }
        if short.is_empty() { Ok(()) } else { Err(StockError::Insufficient(short).into()) }
    }

    /// The catalogue has the SKUs and the network the nodes, or everything unknown is named with its place.
    pub(super) fn must_be_recorded<'k>(
        &mut self,
        skus: impl IntoIterator<Item = (String, &'k SkuId)>,
        nodes: impl IntoIterator<Item = (&'k str, &'k NodeId)>,
    ) -> Result<(), Halt> {
        let skus: Vec<_> = skus.into_iter().collect();
        let records = skus.iter().map(|(_, sku)| DocumentKey::sku(self.tenant, sku));
        self.view.need(records.chain([DocumentKey::network(self.tenant)]))?;
        let network = self.view.network(self.tenant)?;
        let mut problems = Problems::new();
        for (place, node) in nodes {
            if !network.nodes.contains_key(node) {
                let message = format!("there is no node `{node}`; put its record first");
                problems.add("stock.unknown_node", place, message);
            }
        }
        for (place, sku) in skus {
            if self.view.sku(self.tenant, sku)?.is_none() {
                let message = format!("there is no SKU `{sku}`; put its record first");
                problems.add("stock.unknown_sku", place, message);
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Input(problems).into()) }
    }
}

/// What an event of a transfer does to stock.
fn stock_events(of: &Transfer, event: &TransferEvent) -> Option<StockEvent> {
    let transfer = of.id.clone();
    let at = |node: &NodeId, units: &[TransferUnits]| -> Vec<StockUnits> {
        let unit = |unit: &TransferUnits| StockUnits {
            sku: unit.sku.clone(),
            node: node.clone(),
            quantity: unit.quantity,
        };
        units.iter().map(unit).collect()
    };
    match event {
        TransferEvent::Created(_) | TransferEvent::Approved(_) => None,
        TransferEvent::UnitsAllocated(event) => {
            let units = at(&of.from, &event.units);
            Some(StockEvent::TransferAllocated(StockTransferAllocated { transfer, units }))
        }
        TransferEvent::UnitsShipped(event) => {
            let (to, units) = (of.to.clone(), at(&of.from, &event.units));
            Some(StockEvent::TransferShipped(StockTransferShipped { transfer, to, units }))
        }
        TransferEvent::UnitsReceived(event) => {
            let (units, over) = (at(&of.to, &event.units), at(&of.to, &event.over));
            Some(StockEvent::TransferReceived(StockTransferReceived { transfer, units, over }))
        }
        TransferEvent::UnitsCancelled(event) => (!event.allocated.is_empty()).then(|| {
            let units = at(&of.from, &event.allocated);
            StockEvent::TransferGivenBack(StockTransferGivenBack { transfer, units })
        }),
        TransferEvent::Closed(event) => (!event.lost.is_empty()).then(|| {
            let units = at(&of.to, &event.lost);
            StockEvent::TransferLost(StockTransferLost { transfer, units })
        }),
    }
}
