//! Floor 6: the facade. Commands become runs, runs become commits; queries, reports and the audit read.
//!
//! [`Run`](crate::engine::Run) is the whole of it: a state machine without I/O. [`Oms`](crate::engine::Oms) drives
//! runs over a [`Store`](crate::store::Store), [`AsyncOms`](crate::engine::AsyncOms) over an
//! [`AsyncStore`](crate::store::AsyncStore); both hold no rule.

mod audit;
mod command;
mod decide;
mod driver;
mod query;
mod run;
mod view;

#[cfg(test)]
mod tests;

pub use audit::{AuditFinding, AuditReport, audit};
pub use command::{
    Action, AdjustStock, AdoptReservation, AllocateOrder, ApproveOrder, AssignOrder, CancelOrder,
    CancelReceipt, CarrierPick, ChangeOrder, ChooseCarrier, Command, CompleteOrder, DeallocateOrder,
    ExpectStock, ExtendReservation, HoldOrder, MoveReservation, NamedCarrier, PlaceOrder, PromiseStock,
    PutGroup, PutNode, PutPolicy, PutRateCard, PutSku, ReceiveStock, RecordPayment, RecordTracking,
    RegradeStock, ReleaseHold, ReleaseOrder, ReleasePromise, ReleaseReservation, ReserveOrder, ReserveStock,
    ReviewOrder, ScrapStock, ShipOrder, ShrinkReservation,
};
pub use driver::{AsyncOms, MAX_ATTEMPTS, Oms};
pub use query::{
    Answer, AskAudit, AskAvailability, AskJournal, AskOrder, AskPromise, AskReport, AskShipment,
    AskStateHash, AskSupply, AuditAnswer, Availability, AvailabilityAnswer, GroupAvailability, JournalAnswer,
    NodeAvailability, NodePromise, NodeSupply, OrderAnswer, OrderView, PromiseDates, Query, ReportAnswer,
    ShipmentAnswer, StateHashAnswer, SupplyAnswer,
};
pub use run::{AcceptedCommand, CommandResult, Done, MAX_ROUNDS, RefusedCommand, Run, Step};
