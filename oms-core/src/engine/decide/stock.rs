//! Commands to stock: receipts, counts, changes of condition.

use super::{Decided, Decision, Desk};
use crate::engine::view::Halt;
use crate::engine::{AdjustStock, ReceiveStock, RegradeStock, ScrapStock};
use crate::error::Error;
use crate::stock::StockCommand;
use crate::store::{DocumentKey, Event, StockRecord};
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

    /// How many units of a SKU's cells have to stay free: less than none where backorders are allowed.
    pub(super) fn min_free(&mut self, sku: &SkuId) -> Result<i64, Halt> {
        self.min_free_for(sku, u32::MAX)
    }

    /// The same for a class of buyers, which must leave what is kept for the classes above it.
    pub(super) fn min_free_for(&mut self, sku: &SkuId, class: u32) -> Result<i64, Halt> {
        let sku = self.view.sku(self.tenant, sku)?;
        Ok(sku.map_or(0, |sku| sku.min_free(class)))
    }
}
