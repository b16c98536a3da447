//! Stock: cells of one SKU at one node, the movements that change them, and reservations that expire.
//!
//! `on_hand = free + held + allocated + unsellable` in every cell, always. Nobody writes a bucket directly: events
//! say what happened, [`StockEvent::movements`](crate::stock::StockEvent::movements) says what that does to which
//! cell, and a store adds the deltas under their guards. The module knows nothing of orders
//! and transfers beyond their ids.
//!
#![doc = include_str!("words.md")]

mod assembly;
mod cell;
mod command;
mod customer;
mod error;
mod event;
mod movement;
mod reservation;
mod transfer;

#[cfg(test)]
mod tests;

pub use assembly::KitAssembly;
pub use cell::{CellDelta, StockCell, StockCondition};
pub use command::StockCommand;
pub use customer::CustomerUnits;
pub use error::{CustomerShortage, StockError, StockShortage};
pub use event::{
    IncomingChanged, KitAssembled, KitDisassembled, ReservationAdopted, ReservationCommitted,
    ReservationExtended, ReservationMoved, ReservationOpened, ReservationReleased, StockAdjusted,
    StockAllocated, StockDeallocated, StockEvent, StockReceived, StockRegraded, StockScrapped, StockShipped,
};
pub use movement::{MovementKind, StockMovement};
pub use reservation::{
    HeldItem, HoldDemand, HoldNode, NodeUnits, Reservation, ReservationDraft, ReservationEnd, ReservedItem,
    StockUnits, UnitsGivenUp, WantedUnits, plan_holds,
};
pub use transfer::{
    StockTransferAllocated, StockTransferGivenBack, StockTransferLost, StockTransferReceived,
    StockTransferShipped,
};
