//! Floor 6: the facade. Commands become runs, runs become commits; queries, reports and the audit read.
//!
//! [`Run`](crate::engine::Run) is the whole of it: a state machine without I/O. [`Oms`](crate::engine::Oms) drives
//! runs over a [`Store`](crate::store::Store), [`AsyncOms`](crate::engine::AsyncOms) over an
//! [`AsyncStore`](crate::store::AsyncStore); both hold no rule.

mod audit;
mod batch;
mod command;
mod decide;
mod driver;
mod publication;
mod query;
mod run;
mod view;
mod waiting;

#[cfg(test)]
mod tests;

pub use audit::{AuditFinding, AuditReport, audit};
pub use batch::{OrderBatch, OrderBatchAnswer, OrderLeftOut};
pub use command::{
    AcknowledgePublication, Action, AddLandedCost, AdjustStock, AdoptReservation, AllocateOrder,
    AllocateQuota, AllocateTransfer, ApproveOrder, ApproveTransfer, AssembleKit, AssignOrder, CancelCount,
    CancelOrder, CancelReceipt, CancelTransfer, CaptureSerials, CarrierPick, ChangeLotOwner, ChangeOrder,
    ChooseCarrier, CloseCostPeriod, CloseNode, CloseTransfer, CollectOrder, Command, CompleteOrder,
    CreateTransfer, DeallocateOrder, DisassembleKit, ExpectStock, ExtendReservation, HoldOrder, LapsePickup,
    MoveReservation, NamedCarrier, NumberParcel, OpenNode, PlaceOrder, PostCount, PromiseStock, PublishStock,
    PutBox, PutGroup, PutNode, PutPackConflicts, PutPolicy, PutPublicationPolicy, PutRateCard,
    PutReplenishRule, PutSafetyFactors, PutSku, PutSourcing, QuarantineLot, ReadyForPickup, ReallocateQuota,
    RecallLot, ReceiveStock, ReceiveTransfer, RecordCount, RecordPayment, RecordTracking, RecordWriteBack,
    RegradeStock, RejectUnits, ReleaseHold, ReleaseLot, ReleaseOrder, ReleasePromise, ReleaseReservation,
    ReserveOrder, ReserveQuota, ReserveStock, ReturnSerials, ReviewOrder, ReviewStock, ScrapStock,
    SetStandardCost, ShipOrder, ShipTransfer, ShrinkReservation, StartCount, UnallocateQuota, UpdateTodo,
};
pub use driver::{AsyncOms, MAX_ATTEMPTS, Oms};
pub use publication::NodePromiseable;
pub use query::{
    AlertView, AlertsAnswer, Answer, AskAlerts, AskAudit, AskAvailability, AskCapacity, AskCount, AskJournal,
    AskLotTrace, AskLots, AskOrder, AskOrderBatch, AskPacking, AskParcelAlerts, AskParcelLimits, AskPromise,
    AskPublication, AskReport, AskSerials, AskShipment, AskSourcing, AskStateHash, AskSupply, AskTodos,
    AskTrackingGaps, AskTransfer, AskValuation, AskWriteBacks, AuditAnswer, Availability, AvailabilityAnswer,
    CapacityAnswer, CountAnswer, DayCapacity, GroupAvailability, JournalAnswer, LotShipment, LotTraceAnswer,
    LotView, LotsAnswer, LotsAt, NodeAvailability, NodePromise, NodeSupply, OrderAnswer, OrderView,
    PackingAnswer, ParcelAlertsAnswer, ParcelLimitsAnswer, ParcelTracking, PromiseDates, PublicationAnswer,
    Query, ReportAnswer, SerialsAnswer, ShipmentAnswer, SkuPublication, SourcingAnswer, StateHashAnswer,
    SupplyAnswer, TodoView, TodosAnswer, TrackingGapsAnswer, TransferAnswer, TransferView, ValuationAnswer,
    ValuationTotal, WriteBacksAnswer,
};
pub use run::{AcceptedCommand, CommandResult, Done, MAX_ROUNDS, RefusedCommand, Run, Step};
pub use waiting::{WaitingBehind, WaitingOrder, WaitingQueue, WaitingReport};
