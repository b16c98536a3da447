//! Commands to single cells.

use super::{
    StockAdjusted, StockCell, StockCondition, StockError, StockEvent, StockReceived, StockRegraded,
    StockScrapped, StockShortage,
};
use crate::value::{NodeId, Problems, Quantity, ReceiptId, SkuId, Text};

/// What can be asked of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StockCommand {
    /// Units arrive.
    Receive {
        /// How many.
        quantity: Quantity,
        /// The delivery note, purchase order or whatever names the receipt.
        reference: Text,
        /// In what condition they are.
        condition: StockCondition,
        /// The expected delivery that they belong to.
        receipt: Option<ReceiptId>,
        /// How many of them had been expected.
        expected: Quantity,
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
    /// Units change their condition.
    Regrade {
        /// How many.
        quantity: Quantity,
        /// The condition before.
        from: StockCondition,
        /// The condition after.
        to: StockCondition,
        /// Why.
        reason: Text,
    },
    /// Units are thrown away.
    Scrap {
        /// How many.
        quantity: Quantity,
        /// The condition they are in.
        from: StockCondition,
        /// Why.
        reason: Text,
    },
}

impl StockCommand {
    fn event(self, sku: SkuId, node: NodeId) -> StockEvent {
        match self {
            Self::Receive { quantity, reference, condition, receipt, expected } => {
                let event = StockReceived { sku, node, quantity, reference, condition, receipt, expected };
                StockEvent::Received(event)
            }
            Self::Adjust { delta, reason, force } => {
                StockEvent::Adjusted(StockAdjusted { sku, node, delta, reason, force })
            }
            Self::Regrade { quantity, from, to, reason } => {
                StockEvent::Regraded(StockRegraded { sku, node, quantity, from, to, reason })
            }
            Self::Scrap { quantity, from, reason } => {
                StockEvent::Scrapped(StockScrapped { sku, node, quantity, from, reason })
            }
        }
    }

    fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let (field, none) = match self {
            Self::Adjust { delta, .. } => ("/delta", *delta == 0),
            Self::Receive { quantity, .. }
            | Self::Regrade { quantity, .. }
            | Self::Scrap { quantity, .. } => ("/quantity", quantity.is_zero()),
        };
        if none {
            problems.add("input.out_of_range", field, "name at least one unit");
        }
        if matches!(self, Self::Regrade { from, to, .. } if from == to) {
            problems.add("input.invalid_value", "/to", "the units are in that condition already");
        }
        problems
    }

    /// Where the units are taken from, if any are taken, and how many.
    fn takes(&self) -> Option<(StockCondition, i64)> {
        match self {
            Self::Receive { .. } => None,
            Self::Adjust { delta, .. } => {
                (*delta < 0).then_some((StockCondition::Sellable, delta.saturating_neg()))
            }
            Self::Regrade { from, quantity, .. } | Self::Scrap { from, quantity, .. } => {
                Some((*from, quantity.signed()))
            }
        }
    }
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
        let problems = command.problems();
        if !problems.is_empty() {
            return Err(StockError::Invalid(problems));
        }
        if let Some((from, wanted)) = command.takes() {
            let forced = matches!(command, StockCommand::Adjust { force: true, .. });
            let available = self.takeable(from, forced, min_free);
            if wanted > available {
                let short = StockShortage { sku: sku.clone(), node: Some(node.clone()), wanted, available };
                return Err(StockError::Insufficient(vec![short]));
            }
        }
        let event = command.clone().event(sku.clone(), node.clone());
        let moved = event.movements();
        if moved.iter().any(|movement| !self.plus(movement.delta).is_sound()) {
            return Err(StockError::OutOfRange { sku: sku.clone(), node: node.clone() });
        }
        Ok(event)
    }

    /// How many sellable units may really leave, so that so many stay free: what was promised beyond them cannot leave.
    pub(super) fn takeable_whole(self, min_free: i64) -> i64 {
        self.takeable(StockCondition::Sellable, false, min_free)
    }

    /// How many units may be taken from a condition. A backorder limit lets units be promised that are not there; it
    /// does not let them break or leave.
    fn takeable(self, from: StockCondition, forced: bool, min_free: i64) -> i64 {
        let whole = self.on_hand.saturating_sub(self.unsellable());
        match from {
            StockCondition::Sellable if forced => whole,
            StockCondition::Sellable => whole.min(self.free().saturating_sub(min_free)),
            other => self.in_condition(other),
        }
    }
}
