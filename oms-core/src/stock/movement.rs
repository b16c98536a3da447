//! The movement ledger: what each event does to which cell.

use serde::{Deserialize, Serialize};

use super::{CellDelta, ReservationEnd, ReservedItem, StockEvent, StockUnits};
use crate::value::{NodeId, Quantity, SkuId};

/// The kinds of movement. Each row balances: `on_hand = free + held + allocated + blocked` holds for the deltas.
///
/// | kind | on hand | free | held | allocated | blocked |
/// | --- | --- | --- | --- | --- | --- |
/// | `receive` | +q | +q | | | |
/// | `adjust` | ±q | ±q | | | |
/// | `block` | | −q | | | +q |
/// | `unblock` | | +q | | | −q |
/// | `hold` | | −q | +q | | |
/// | `release`, `expire` | | +q | −q | | |
/// | `commit` | | | −q | +q | |
/// | `allocate` | | −q | | +q | |
/// | `deallocate` | | +q | | −q | |
/// | `ship` | −q | | | −q | |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MovementKind {
    /// Units arrive.
    Receive,
    /// A count or correction.
    Adjust,
    /// Units become unsellable.
    Block,
    /// Units become sellable again.
    Unblock,
    /// A reservation holds units.
    Hold,
    /// A reservation gives units up.
    Release,
    /// A reservation's time runs out.
    Expire,
    /// Held units become allocated.
    Commit,
    /// Free units become allocated.
    Allocate,
    /// Allocated units become free.
    Deallocate,
    /// Units leave.
    Ship,
}

/// One row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockMovement {
    /// What kind.
    pub kind: MovementKind,
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// What it does to the cell.
    pub delta: CellDelta,
}

impl MovementKind {
    /// The change that this kind of movement of so many units makes.
    #[must_use]
    pub fn delta(self, units: i64) -> CellDelta {
        let none = CellDelta::default();
        let minus = units.saturating_neg();
        match self {
            Self::Receive | Self::Adjust => CellDelta { on_hand: units, ..none },
            Self::Block => CellDelta { blocked: units, ..none },
            Self::Unblock => CellDelta { blocked: minus, ..none },
            Self::Hold => CellDelta { held: units, ..none },
            Self::Release | Self::Expire => CellDelta { held: minus, ..none },
            Self::Commit => CellDelta { held: minus, allocated: units, ..none },
            Self::Allocate => CellDelta { allocated: units, ..none },
            Self::Deallocate => CellDelta { allocated: minus, ..none },
            Self::Ship => CellDelta { on_hand: minus, allocated: minus, ..none },
        }
    }
}

impl StockEvent {
    /// What the event does to which cells, one row per item.
    #[must_use]
    pub fn movements(&self) -> Vec<StockMovement> {
        let one = |kind: MovementKind, sku: &SkuId, node: &NodeId, units: i64| {
            vec![StockMovement { kind, sku: sku.clone(), node: node.clone(), delta: kind.delta(units) }]
        };
        match self {
            Self::Received(event) => {
                one(MovementKind::Receive, &event.sku, &event.node, event.quantity.signed())
            }
            Self::Adjusted(event) => one(MovementKind::Adjust, &event.sku, &event.node, event.delta),
            Self::Blocked(event) => {
                one(MovementKind::Block, &event.sku, &event.node, event.quantity.signed())
            }
            Self::Unblocked(event) => {
                one(MovementKind::Unblock, &event.sku, &event.node, event.quantity.signed())
            }
            Self::ReservationOpened(event) => items(MovementKind::Hold, &event.reservation.items),
            Self::ReservationExtended(_) => vec![],
            Self::ReservationReleased(event) => {
                let expired = event.end == ReservationEnd::Expired;
                items(if expired { MovementKind::Expire } else { MovementKind::Release }, &event.items)
            }
            Self::ReservationCommitted(event) => items(MovementKind::Commit, &event.items),
            Self::Allocated(event) => units(MovementKind::Allocate, &event.units),
            Self::Deallocated(event) => units(MovementKind::Deallocate, &event.units),
            Self::Shipped(event) => units(MovementKind::Ship, &event.units),
        }
    }
}

fn row(kind: MovementKind, sku: &SkuId, node: &NodeId, quantity: Quantity) -> StockMovement {
    StockMovement { kind, sku: sku.clone(), node: node.clone(), delta: kind.delta(quantity.signed()) }
}

fn items(kind: MovementKind, items: &[ReservedItem]) -> Vec<StockMovement> {
    items.iter().map(|item| row(kind, &item.sku, &item.node, item.quantity)).collect()
}

fn units(kind: MovementKind, units: &[StockUnits]) -> Vec<StockMovement> {
    units.iter().map(|unit| row(kind, &unit.sku, &unit.node, unit.quantity)).collect()
}
