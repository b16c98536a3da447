//! Orders: one form for every channel, a ledger of units per line, holds, payments, and a status derived from
//! them.
//!
//! [`Order::decide`](crate::order::Order::decide) holds the rules and may refuse;
//! [`Order::evolve`](crate::order::Order::evolve) holds none and cannot fail. The module knows nothing of stock:
//! which node ships what comes in as assignments, decided elsewhere.

mod change;
mod command;
mod decide;
mod error;
mod event;
mod evolve;
mod fulfilment;
mod hold;
mod kit;
mod line;
mod payment;
mod place;
mod rejection;
mod state;
mod status;
mod transition;

#[cfg(test)]
mod tests;

pub use change::OrderChange;
pub use command::{OrderCommand, OrderCommandKind};
pub use error::{OrderError, UnitShortage};
pub use event::{
    DropShipUnits, OrderApproved, OrderChanged, OrderCollected, OrderCompleted, OrderDropShipped, OrderEvent,
    OrderHoldOpened, OrderHoldReleased, OrderPaymentRecorded, OrderPickupLapsed, OrderPickupReady,
    OrderPlaced, OrderRejected, OrderReservationEnded, OrderReserved, OrderUnitsAllocated,
    OrderUnitsCancelled, OrderUnitsDeallocated, OrderUnitsDelivered, OrderUnitsReleased, OrderUnitsShipped,
};
pub use fulfilment::{OrderFulfilment, OrderPickup, PickupAt, PickupPoint, ShipToStore};
pub use hold::{Hold, HoldReason, HoldSource, HoldStage, ReviewFinding};
pub use kit::DraftApart;
pub use line::{LineAllocation, LineDelivery, LineUnits, OrderLine, OrderLineKit};
pub use payment::{OrderPayment, PaymentKind, PaymentTerms};
pub use place::{OrderDraft, OrderDraftLine};
pub use rejection::{OrderRejection, RejectReason};
pub use state::Order;
pub use status::OrderStatus;
pub use transition::{ORDER_TRANSITIONS, OrderTransition, order_mermaid};
