//! The movement ledger: what each event does to which cell.

use serde::{Deserialize, Serialize};

use super::{CellDelta, ReservationEnd, ReservedItem, StockEvent, StockReceived, StockUnits};
use crate::catalog::KitComponent;
use crate::value::{NodeId, Quantity, SkuId};

/// The kinds of movement. Each row balances: the identity of [`StockCell`](super::StockCell) holds for the deltas.
///
/// | kind | on hand | free | held | allocated | unsellable | incoming |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | `expect` | | | | | | ±q |
/// | `receive` | +q | +q, or none | | | none, or +q | −q, if it was expected |
/// | `adjust` | ±q | ±q | | | | |
/// | `regrade` | | ∓q, or none | | | ±q | |
/// | `scrap` | −q | −q, or none | | | none, or −q | |
/// | `assemble` | kit +q, components −q | the same | | | | |
/// | `disassemble` | kit −q, components +q | the same | | | | |
/// | `hold` | | −q | +q | | | |
/// | `release`, `expire` | | +q | −q | | | |
/// | `commit` | | | −q | +q | | |
/// | `allocate` | | −q | | +q | | |
/// | `deallocate` | | +q | | −q | | |
/// | `ship` | −q | | | −q | | |
/// | `transfer_out` | −q | | | −q | | |
/// | `transfer_in` | +q | +q | | | | −q |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MovementKind {
    /// More or fewer units are expected.
    Expect,
    /// Units arrive.
    Receive,
    /// A count or correction.
    Adjust,
    /// Units change their condition: quality passed or failed, damaged, repaired, put back.
    Regrade,
    /// Units are thrown away.
    Scrap,
    /// Kits are put together from their components.
    Assemble,
    /// Kits are taken apart into their components.
    Disassemble,
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
    /// Units leave for another node.
    TransferOut,
    /// Units arrive from another node.
    TransferIn,
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

/// What holding, committing, allocating and shipping so many units does; the other kinds depend on more than units.
const fn plain(kind: MovementKind, units: i64) -> CellDelta {
    let none = CellDelta::NONE;
    let minus = units.saturating_neg();
    match kind {
        MovementKind::Hold => CellDelta { held: units, ..none },
        MovementKind::Release | MovementKind::Expire => CellDelta { held: minus, ..none },
        MovementKind::Commit => CellDelta { held: minus, allocated: units, ..none },
        MovementKind::Allocate => CellDelta { allocated: units, ..none },
        MovementKind::Deallocate => CellDelta { allocated: minus, ..none },
        MovementKind::Ship | MovementKind::TransferOut => {
            CellDelta { on_hand: minus, allocated: minus, ..none }
        }
        MovementKind::TransferIn => CellDelta { on_hand: units, incoming: minus, ..none },
        MovementKind::Expect => CellDelta { incoming: units, ..none },
        MovementKind::Receive
        | MovementKind::Adjust
        | MovementKind::Regrade
        | MovementKind::Scrap
        | MovementKind::Assemble
        | MovementKind::Disassemble => CellDelta { on_hand: units, ..none },
    }
}

impl StockEvent {
    /// What the event does to which cells, one row per item.
    #[must_use]
    pub fn movements(&self) -> Vec<StockMovement> {
        let one = |kind, sku: &SkuId, node: &NodeId, delta| {
            vec![StockMovement { kind, sku: sku.clone(), node: node.clone(), delta }]
        };
        match self {
            Self::IncomingChanged(event) => {
                let delta = plain(MovementKind::Expect, event.delta);
                one(MovementKind::Expect, &event.sku, &event.node, delta)
            }
            Self::Received(event) => one(MovementKind::Receive, &event.sku, &event.node, received(event)),
            Self::Adjusted(event) => {
                let delta = plain(MovementKind::Adjust, event.delta);
                one(MovementKind::Adjust, &event.sku, &event.node, delta)
            }
            Self::Regraded(event) => {
                let units = event.quantity.signed();
                let delta = CellDelta::in_condition(event.from, units.saturating_neg())
                    .plus(CellDelta::in_condition(event.to, units));
                one(MovementKind::Regrade, &event.sku, &event.node, delta)
            }
            Self::Scrapped(event) => {
                let minus = event.quantity.signed().saturating_neg();
                let delta =
                    plain(MovementKind::Scrap, minus).plus(CellDelta::in_condition(event.from, minus));
                one(MovementKind::Scrap, &event.sku, &event.node, delta)
            }
            Self::KitAssembled(event) => {
                kits(MovementKind::Assemble, &event.kit, &event.node, event.quantity, &event.components)
            }
            Self::KitDisassembled(event) => {
                kits(MovementKind::Disassemble, &event.kit, &event.node, event.quantity, &event.components)
            }
            Self::ReservationOpened(event) => items(MovementKind::Hold, &event.reservation.items),
            Self::ReservationExtended(_) | Self::ReservationAdopted(_) => vec![],
            Self::ReservationMoved(event) => {
                let mut rows = items(MovementKind::Release, &event.from);
                rows.extend(items(MovementKind::Hold, &event.to));
                rows
            }
            Self::ReservationReleased(event) => {
                let expired = event.end == ReservationEnd::Expired;
                items(if expired { MovementKind::Expire } else { MovementKind::Release }, &event.items)
            }
            Self::ReservationCommitted(event) => items(MovementKind::Commit, &event.items),
            Self::Allocated(event) => units(MovementKind::Allocate, &event.units),
            Self::Deallocated(event) => units(MovementKind::Deallocate, &event.units),
            Self::Shipped(event) => units(MovementKind::Ship, &event.units),
            Self::TransferAllocated(event) => units(MovementKind::Allocate, &event.units),
            Self::TransferGivenBack(event) => units(MovementKind::Deallocate, &event.units),
            Self::TransferShipped(event) => {
                let mut rows = units(MovementKind::TransferOut, &event.units);
                let expect =
                    |unit: &StockUnits| row(MovementKind::Expect, &unit.sku, &event.to, unit.quantity);
                rows.extend(event.units.iter().map(expect));
                rows
            }
            Self::TransferReceived(event) => {
                let mut rows = units(MovementKind::TransferIn, &event.units);
                rows.extend(units(MovementKind::Receive, &event.over));
                rows
            }
            Self::TransferLost(event) => {
                let mut rows = units(MovementKind::Expect, &event.units);
                rows.iter_mut().for_each(|row| row.delta.incoming = row.delta.incoming.saturating_neg());
                rows
            }
        }
    }
}

/// Components go one way and kits the other.
fn kits(
    kind: MovementKind,
    kit: &SkuId,
    node: &NodeId,
    quantity: Quantity,
    components: &[KitComponent],
) -> Vec<StockMovement> {
    let sign = if kind == MovementKind::Assemble { 1 } else { -1_i64 };
    let moved = |sku: &SkuId, units: i64| {
        let delta = plain(kind, units.saturating_mul(sign));
        StockMovement { kind, sku: sku.clone(), node: node.clone(), delta }
    };
    let parts = components.iter().map(|part| moved(&part.sku, part.quantity.signed().saturating_neg()));
    parts.chain([moved(kit, quantity.signed())]).collect()
}

fn received(event: &StockReceived) -> CellDelta {
    let units = event.quantity.signed();
    let expected = event.expected.signed();
    CellDelta { on_hand: units, incoming: expected.saturating_neg(), ..CellDelta::NONE }
        .plus(CellDelta::in_condition(event.condition, units))
}

fn row(kind: MovementKind, sku: &SkuId, node: &NodeId, quantity: Quantity) -> StockMovement {
    StockMovement { kind, sku: sku.clone(), node: node.clone(), delta: plain(kind, quantity.signed()) }
}

fn items(kind: MovementKind, items: &[ReservedItem]) -> Vec<StockMovement> {
    items.iter().map(|item| row(kind, &item.sku, &item.node, item.quantity)).collect()
}

fn units(kind: MovementKind, units: &[StockUnits]) -> Vec<StockMovement> {
    units.iter().map(|unit| row(kind, &unit.sku, &unit.node, unit.quantity)).collect()
}
