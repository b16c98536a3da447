//! Commands: everything that can be asked of the engine to change something.

mod cost;
mod count;
mod lot;
mod order;
mod packing;
mod pickup;
mod publish;
mod reference;
mod replenish;
mod reservation;
mod shipment;
mod stock;
mod supply;
mod transfer;
mod work;

pub use cost::{AddLandedCost, CloseCostPeriod, SetStandardCost};
pub use count::{CancelCount, PostCount, RecordCount, StartCount};
pub use lot::{CaptureSerials, ChangeLotOwner, QuarantineLot, RecallLot, ReleaseLot, ReturnSerials};
pub use order::{
    AllocateOrder, ApproveOrder, AssignOrder, CancelOrder, ChangeOrder, CompleteOrder, DeallocateOrder,
    HoldOrder, PlaceOrder, RecordPayment, ReleaseHold, ReleaseOrder, ReserveOrder, ReviewOrder,
};
pub use packing::{PutBox, PutPackConflicts};
pub use pickup::{CollectOrder, LapsePickup, ReadyForPickup};
pub use publish::{
    AcknowledgePublication, AllocateQuota, PublishStock, PutPublicationPolicy, PutSafetyFactors,
    ReallocateQuota, ReserveQuota, UnallocateQuota,
};
pub use reference::{PutGroup, PutNode, PutPolicy, PutRateCard, PutSku, PutSourcing};
pub use replenish::{PutReplenishRule, ReviewStock, UpdateTodo};
pub use reservation::{
    AdoptReservation, ExtendReservation, MoveReservation, ReleaseReservation, ReserveStock, ShrinkReservation,
};
pub use shipment::{
    CarrierPick, ChooseCarrier, NamedCarrier, NumberParcel, RecordTracking, RecordWriteBack, ShipOrder,
};
pub use stock::{AdjustStock, AssembleKit, DisassembleKit, ReceiveStock, RegradeStock, ScrapStock};
pub use supply::{CancelReceipt, ExpectStock, PromiseStock, ReleasePromise};
pub use transfer::{
    AllocateTransfer, ApproveTransfer, CancelTransfer, CloseTransfer, CreateTransfer, ReceiveTransfer,
    ShipTransfer,
};

pub use work::{CloseNode, OpenNode, RejectUnits};

use serde::{Deserialize, Serialize};

use crate::value::{ActorId, CommandId, Instant, TenantId};

/// Something asked of the engine.
///
/// The id makes it safe to repeat: the same command again gets the first answer and changes nothing; the same id
/// with other content is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Command {
    /// The command.
    pub id: CommandId,
    /// Whose data it works on.
    pub tenant: TenantId,
    /// When it is given; the only clock the engine knows.
    pub at: Instant,
    /// Who gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ActorId>,
    /// What is asked.
    pub action: Action,
}

impl Command {
    /// A command of nobody in particular.
    #[must_use]
    pub const fn new(id: CommandId, tenant: TenantId, at: Instant, action: Action) -> Self {
        Self { id, tenant, at, by: None, action }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Action {
    /// Write a SKU's record.
    PutSku(PutSku),
    /// Write a node's record.
    PutNode(PutNode),
    /// Write the record of a group of nodes.
    PutGroup(PutGroup),
    /// Write a rate card; it replaces the one of the same carrier, service and start of validity.
    PutRateCard(PutRateCard),
    /// Write a box; it replaces the one of the same id.
    PutBox(PutBox),
    /// Write which classes of goods must not share a box; it replaces all before.
    PutPackConflicts(PutPackConflicts),
    /// Write the policy.
    PutPolicy(PutPolicy),
    /// Write the sourcing: who is asked first for what, and what every plan must obey and is judged by.
    PutSourcing(PutSourcing),
    /// Write a publication policy.
    PutPublicationPolicy(PutPublicationPolicy),
    /// Write the safety factors; they replace all before.
    PutSafetyFactors(PutSafetyFactors),
    /// Write a replenishment rule; it replaces the one of the same SKU and node.
    PutReplenishRule(PutReplenishRule),
    /// Units arrive at a node.
    ReceiveStock(ReceiveStock),
    /// Correct the physical units after a count.
    AdjustStock(AdjustStock),
    /// Change the condition of units.
    RegradeStock(RegradeStock),
    /// Throw units away.
    ScrapStock(ScrapStock),
    /// Look at stock by its rules: open or top up to-dos, raise or clear alerts.
    ReviewStock(ReviewStock),
    /// Say what became of a to-do.
    UpdateTodo(UpdateTodo),
    /// Let nothing of a lot leave; what orders have of it stays theirs.
    QuarantineLot(QuarantineLot),
    /// Let nothing of a lot leave anywhere, and take back what orders have of it.
    RecallLot(RecallLot),
    /// Let a lot leave again.
    ReleaseLot(ReleaseLot),
    /// Let free units of a lot change hands where they lie.
    ChangeLotOwner(ChangeLotOwner),
    /// Note the serial numbers of units that an order has at a node.
    CaptureSerials(CaptureSerials),
    /// Check that units came back from the order they left for, by their serial numbers, and note it.
    ReturnSerials(ReturnSerials),
    /// A late bill comes for a receipt.
    AddLandedCost(AddLandedCost),
    /// Set the standard cost of a SKU at a node.
    SetStandardCost(SetStandardCost),
    /// Close the period of a SKU at a node that is costed by the periodic average.
    CloseCostPeriod(CloseCostPeriod),
    /// Put kits together from their components at a node: all of it or nothing.
    AssembleKit(AssembleKit),
    /// Take kits apart into their components at a node: all of it or nothing.
    DisassembleKit(DisassembleKit),
    /// Hold units until an instant, at nodes, in groups or anywhere: all of them or none, or as many as there are.
    /// A virtual kit stands for its components.
    ReserveStock(ReserveStock),
    /// Move the expiry of a reservation.
    ExtendReservation(ExtendReservation),
    /// Give up a reservation; one that has ended stays as it is.
    ReleaseReservation(ReleaseReservation),
    /// Give up some of what a reservation holds.
    ShrinkReservation(ShrinkReservation),
    /// Hold at one node what a reservation holds elsewhere.
    MoveReservation(MoveReservation),
    /// Let an order take over what a cart holds.
    AdoptReservation(AdoptReservation),
    /// Expect a receipt, or change what is known of one.
    ExpectStock(ExpectStock),
    /// Nothing more comes of a receipt.
    CancelReceipt(CancelReceipt),
    /// Promise units for a date, if that breaks no other promise.
    PromiseStock(PromiseStock),
    /// End a promise.
    ReleasePromise(ReleasePromise),
    /// Compute what each channel is told of SKUs, and tell it where that is due.
    PublishStock(PublishStock),
    /// Note that a channel confirmed what it was told.
    AcknowledgePublication(AcknowledgePublication),
    /// Ring-fence free units of a SKU for a channel or a group of its buyers.
    AllocateQuota(AllocateQuota),
    /// Give ring-fenced units that are not sold to another group or node.
    ReallocateQuota(ReallocateQuota),
    /// Free ring-fenced units that are not sold.
    UnallocateQuota(UnallocateQuota),
    /// Hold units for a buyer with a quota until an instant: all of them or none.
    ReserveQuota(ReserveQuota),
    /// Place an order. The same channel order again changes nothing; with other content it is a conflict.
    PlaceOrder(PlaceOrder),
    /// Record a payment or refund. Rules' holds are looked at anew.
    RecordPayment(RecordPayment),
    /// Review: open holds for what is wrong, release rules' holds whose cause is gone, approve if nothing is left.
    ReviewOrder(ReviewOrder),
    /// Approve by hand.
    ApproveOrder(ApproveOrder),
    /// Hold an order, or some lines.
    HoldOrder(HoldOrder),
    /// Release a hold; one that is not open stays as it is.
    ReleaseHold(ReleaseHold),
    /// Change an order before its units are with a warehouse. Rules' holds are looked at anew.
    ChangeOrder(ChangeOrder),
    /// Cancel units that no warehouse has been told to pick; their stock becomes free. Rules' holds are looked at anew.
    CancelOrder(CancelOrder),
    /// Hold stock for an order by a plan over all nodes: all of it or none.
    ReserveOrder(ReserveOrder),
    /// Set units aside at nodes: what its reservation holds as planned then, the rest by a new plan.
    AllocateOrder(AllocateOrder),
    /// Set units aside at the nodes that somebody else chose.
    AssignOrder(AssignOrder),
    /// Give units back, also those a warehouse was told to pick and has confirmed not to.
    DeallocateOrder(DeallocateOrder),
    /// A warehouse does not ship units that are set aside there.
    RejectUnits(RejectUnits),
    /// Let a node take no orders for a while.
    CloseNode(CloseNode),
    /// Let a node take orders again.
    OpenNode(OpenNode),
    /// Tell the warehouses to pick.
    ReleaseOrder(ReleaseOrder),
    /// An order waits for its buyer from now on.
    ReadyForPickup(ReadyForPickup),
    /// The buyer has collected an order.
    CollectOrder(CollectOrder),
    /// Nobody came for an order in time.
    LapsePickup(LapsePickup),
    /// Units leave a node with a carrier.
    ShipOrder(ShipOrder),
    /// Take what the carrier says, in any order and as often as it says it.
    RecordTracking(RecordTracking),
    /// Give a parcel its number, or another one.
    NumberParcel(NumberParcel),
    /// Note what became of telling a channel a parcel's number.
    RecordWriteBack(RecordWriteBack),
    /// Close a delivered order.
    CompleteOrder(CompleteOrder),
    /// Ask for stock to move from one node to another.
    CreateTransfer(CreateTransfer),
    /// Let a transfer go ahead.
    ApproveTransfer(ApproveTransfer),
    /// Set units aside for a transfer at the node that gives.
    AllocateTransfer(AllocateTransfer),
    /// Units leave for the node that gets them, which expects them from now on.
    ShipTransfer(ShipTransfer),
    /// Units arrive from another node, in parts as they come.
    ReceiveTransfer(ReceiveTransfer),
    /// Close a transfer: what has not left is given back, what has not arrived is lost.
    CloseTransfer(CloseTransfer),
    /// Cancel units of a transfer that have not left.
    CancelTransfer(CancelTransfer),
    /// Note the book and have SKUs counted at a node.
    StartCount(StartCount),
    /// Take what a counter found.
    RecordCount(RecordCount),
    /// Make a count's differences adjustments of the book.
    PostCount(PostCount),
    /// Give a count up.
    CancelCount(CancelCount),
}
