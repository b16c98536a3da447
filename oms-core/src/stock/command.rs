//! Commands to single cells.

use super::{
    CellDelta, StockAdjusted, StockBlocked, StockCell, StockError, StockEvent, StockReceived, StockShortage,
    StockUnblocked,
};
use crate::value::{NodeId, Problems, Quantity, SkuId, Text};

/// What can be asked of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StockCommand {
    /// Units arrive.
    Receive {
        /// How many.
        quantity: Quantity,
        /// The delivery note, purchase order or whatever names the receipt.
        reference: Text,
    },
    /// A count or correction changes the physical units.
    Adjust {
        /// The change.
        delta: i64,
        /// Why.
        reason: Text,
        /// Whether the free units may go below the limit, because fewer units are really there than were promised.
        force: bool,
    },
    /// Units become unsellable.
    Block {
        /// How many.
        quantity: Quantity,
        /// Why.
        reason: Text,
    },
    /// Units become sellable again.
    Unblock {
        /// How many.
        quantity: Quantity,
        /// Why.
        reason: Text,
    },
}

impl StockCell {
    /// Decides a command to the cell of a SKU at a node, of which at least `min_free` units have to stay free.
    ///
    /// # Errors
    /// [`StockError`]; the cell is unchanged then.
    pub fn decide(
        self,
        sku: &SkuId,
        node: &NodeId,
        command: &StockCommand,
        min_free: i64,
    ) -> Result<StockEvent, StockError> {
        let (sku, node) = (sku.clone(), node.clone());
        let mut problems = Problems::new();
        let event = match command.clone() {
            StockCommand::Receive { quantity, reference } => {
                StockEvent::Received(StockReceived { sku, node, quantity, reference })
            }
            StockCommand::Adjust { delta, reason, force } => {
                StockEvent::Adjusted(StockAdjusted { sku, node, delta, reason, force })
            }
            StockCommand::Block { quantity, reason } => {
                StockEvent::Blocked(StockBlocked { sku, node, quantity, reason })
            }
            StockCommand::Unblock { quantity, reason } => {
                StockEvent::Unblocked(StockUnblocked { sku, node, quantity, reason })
            }
        };
        let delta = event.movements().first().map(|movement| movement.delta).unwrap_or_default();
        if delta.is_zero() {
            let field = if matches!(event, StockEvent::Adjusted(_)) { "/delta" } else { "/quantity" };
            problems.add("input.out_of_range", field, "name at least one unit");
            return Err(StockError::Invalid(problems));
        }
        self.allow(&event, delta, min_free)?;
        Ok(event)
    }

    fn allow(self, event: &StockEvent, delta: CellDelta, min_free: i64) -> Result<(), StockError> {
        let Some(movement) = event.movements().into_iter().next() else { return Ok(()) };
        let (sku, node) = (movement.sku, movement.node);
        let forced = matches!(event, StockEvent::Adjusted(adjusted) if adjusted.force);
        // A backorder limit lets units be promised that are not there; it does not let them break.
        let whole = self.on_hand.saturating_sub(self.blocked);
        if delta.blocked <= whole.max(0) && self.guarded(delta, (!forced).then_some(min_free)).is_some() {
            return Ok(());
        }
        let after = self.plus(delta);
        let limit = StockCell::LIMIT;
        if after.on_hand > limit || after.blocked > limit {
            return Err(StockError::OutOfRange { sku, node });
        }
        let (wanted, available) = match event {
            StockEvent::Unblocked(_) => (delta.blocked.saturating_neg(), self.blocked),
            StockEvent::Blocked(_) => (delta.blocked, whole.min(self.free().saturating_sub(min_free))),
            _ if forced => (delta.on_hand.saturating_neg(), self.on_hand),
            _ => (delta.free().saturating_neg(), self.free().saturating_sub(min_free)),
        };
        Err(StockError::Insufficient(vec![StockShortage { sku, node: Some(node), wanted, available }]))
    }
}
