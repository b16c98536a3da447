//! Transfers: stock that moves from one node to another, unit by unit accounted for.
//!
//! Every line of a transfer keeps `requested = open + cancelled + allocated + in transit + received + lost`, always;
//! what arrives beyond what was sent is counted apart, as `over`. The status is derived from these quantities.
//! [`Transfer::decide`](crate::transfer::Transfer::decide) holds the rules and may refuse;
//! [`Transfer::evolve`](crate::transfer::Transfer::evolve) holds none and cannot fail. The module knows nothing of
//! stock cells: whether a node has the units is for their guards to say.

mod command;
mod decide;
mod error;
mod event;
mod evolve;
mod state;
mod status;
mod transition;

#[cfg(test)]
mod tests;

pub use command::{TransferCommand, TransferCommandKind};
pub use error::{TransferError, TransferShortage};
pub use event::{
    TransferApproved, TransferClosed, TransferCreated, TransferEvent, TransferUnitsAllocated,
    TransferUnitsCancelled, TransferUnitsReceived, TransferUnitsShipped,
};
pub use state::{
    DiscrepancyKind, Transfer, TransferApproval, TransferDiscrepancy, TransferDraft, TransferLine,
    TransferUnits,
};
pub use status::TransferStatus;
pub use transition::{TRANSFER_TRANSITIONS, TransferTransition, transfer_mermaid};
