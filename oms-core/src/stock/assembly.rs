//! Kits put together from stock and taken apart again.

use std::collections::BTreeMap;

use super::{KitAssembled, KitDisassembled, StockCell, StockError, StockEvent, StockShortage};
use crate::catalog::KitComponent;
use crate::value::{NodeId, Problems, Quantity, SkuId};

/// Kits at a node, with the units that they are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitAssembly {
    /// The kit.
    pub kit: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many kits.
    pub quantity: Quantity,
    /// The units of all of them together.
    pub components: Vec<KitComponent>,
}

impl KitAssembly {
    /// Decides to put the kits together, or to take them apart: everything, or nothing at all. The cells come with the
    /// units that have to stay free in each; one that is missing is empty.
    ///
    /// # Errors
    /// [`StockError::Invalid`] for no kits, [`StockError::Insufficient`] with every SKU that is short,
    /// [`StockError::OutOfRange`] when a cell would become too full.
    pub fn decide(
        self,
        assemble: bool,
        cells: &BTreeMap<SkuId, (StockCell, i64)>,
    ) -> Result<StockEvent, StockError> {
        if self.quantity.is_zero() {
            let mut problems = Problems::new();
            problems.add("input.out_of_range", "/quantity", "name at least one kit");
            return Err(StockError::Invalid(problems));
        }
        let Self { kit, node, quantity, components } = self;
        let event = if assemble {
            StockEvent::KitAssembled(KitAssembled { kit, node, quantity, components })
        } else {
            StockEvent::KitDisassembled(KitDisassembled { kit, node, quantity, components })
        };
        let mut short = Vec::new();
        for movement in event.movements() {
            let (cell, min_free) = cells.get(&movement.sku).copied().unwrap_or_default();
            let wanted = movement.delta.on_hand.saturating_neg();
            let available = cell.takeable_whole(min_free);
            let (sku, node) = (movement.sku, movement.node);
            if wanted > 0 && wanted > available {
                short.push(StockShortage { sku, node: Some(node), wanted, available });
            } else if !cell.plus(movement.delta).is_sound() {
                return Err(StockError::OutOfRange { sku, node });
            }
        }
        if short.is_empty() { Ok(event) } else { Err(StockError::Insufficient(short)) }
    }
}
