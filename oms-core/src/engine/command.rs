//! Commands: everything that can be asked of the engine to change something.

use serde::{Deserialize, Serialize};

use crate::allocation::AllocationStrategyKind;
use crate::carrier::{CarrierStrategy, RateCard};
use crate::catalog::Sku;
use crate::network::Node;
use crate::order::{HoldReason, HoldSource, HoldStage, LineUnits, OrderChange, OrderDraft, OrderPayment};
use crate::policy::Policy;
use crate::shipment::{ParcelDraft, ParcelEvents};
use crate::stock::ReservedItem;
use crate::value::{
    ActorId, CarrierId, CommandId, HoldId, Instant, LineId, LineQuantity, Money, NodeId, OrderId, Quantity,
    ReservationId, ServiceId, ShipmentId, SkuId, TenantId, Text,
};

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
    /// Write a rate card; it replaces the one of the same carrier, service and start of validity.
    PutRateCard(PutRateCard),
    /// Write the policy.
    PutPolicy(PutPolicy),
    /// Units arrive at a node.
    ReceiveStock(ReceiveStock),
    /// Correct the physical units after a count.
    AdjustStock(AdjustStock),
    /// Make units unsellable.
    BlockStock(BlockStock),
    /// Make units sellable again.
    UnblockStock(UnblockStock),
    /// Hold units until an instant: all of them or none.
    ReserveStock(ReserveStock),
    /// Move the expiry of a reservation.
    ExtendReservation(ExtendReservation),
    /// Give up a reservation; one that has ended stays as it is.
    ReleaseReservation(ReleaseReservation),
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
    /// Tell the warehouses to pick.
    ReleaseOrder(ReleaseOrder),
    /// Units leave a node with a carrier.
    ShipOrder(ShipOrder),
    /// Take what the carrier says, in any order and as often as it says it.
    RecordTracking(RecordTracking),
    /// Close a delivered order.
    CompleteOrder(CompleteOrder),
}

/// Write a SKU's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutSku"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutSku {
    /// The record.
    pub sku: Sku,
}

/// Write a node's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutNode"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutNode {
    /// The record.
    pub node: Node,
}

/// Write a rate card; it replaces the one of the same carrier, service and start of validity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutRateCard"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutRateCard {
    /// The card.
    pub card: RateCard,
}

/// Write the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutPolicy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutPolicy {
    /// The policy.
    pub policy: Policy,
}

/// Units arrive at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReceiveStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiveStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// What names the receipt.
    #[serde(default)]
    pub reference: Text,
}

/// Correct the physical units after a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AdjustStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdjustStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// The change in units.
    pub delta: i64,
    /// Why.
    pub reason: Text,
    /// Whether fewer units may stay than were promised, because fewer are really there.
    #[serde(default)]
    pub force: bool,
}

/// Make units unsellable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BlockStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BlockStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// Why.
    pub reason: Text,
}

/// Make units sellable again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "UnblockStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnblockStock {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// How many units.
    pub quantity: Quantity,
    /// Why.
    pub reason: Text,
}

/// Hold units until an instant: all of them or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReserveStock"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReserveStock {
    /// The new reservation.
    pub reservation: ReservationId,
    /// What to hold.
    pub items: Vec<ReservedItem>,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// Move the expiry of a reservation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ExtendReservation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtendReservation {
    /// The reservation.
    pub reservation: ReservationId,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// Give up a reservation; one that has ended stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReleaseReservation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleaseReservation {
    /// The reservation.
    pub reservation: ReservationId,
}

/// Place an order. The same channel order again changes nothing; with other content it is a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlaceOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaceOrder {
    /// The id that the order gets.
    pub order: OrderId,
    /// The order.
    pub draft: OrderDraft,
}

/// Record a payment or refund. Rules' holds are looked at anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RecordPayment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordPayment {
    /// The order.
    pub order: OrderId,
    /// The payment.
    pub payment: OrderPayment,
}

/// Review: open holds for what is wrong, release rules' holds whose cause is gone, approve if nothing is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReviewOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewOrder {
    /// The order.
    pub order: OrderId,
}

/// Approve by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ApproveOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApproveOrder {
    /// The order.
    pub order: OrderId,
}

/// Hold an order, or some lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "HoldOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoldOrder {
    /// The order.
    pub order: OrderId,
    /// The new hold.
    pub hold: HoldId,
    /// Why.
    pub reason: HoldReason,
    /// The first stage blocked.
    pub stage: HoldStage,
    /// Who holds it.
    pub source: HoldSource,
    /// The lines held; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineId>,
    /// More words, for people.
    #[serde(default)]
    pub note: Text,
}

/// Release a hold; one that is not open stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReleaseHold"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleaseHold {
    /// The order.
    pub order: OrderId,
    /// The hold.
    pub hold: HoldId,
}

/// Change an order before its units are with a warehouse. Rules' holds are looked at anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChangeOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeOrder {
    /// The order.
    pub order: OrderId,
    /// What changes.
    pub change: OrderChange,
}

/// Cancel units that no warehouse has been told to pick; their stock becomes free. Rules' holds are looked at anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CancelOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CancelOrder {
    /// The order.
    pub order: OrderId,
    /// Units by line; everything that has not left when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Hold stock for an order by a plan over all nodes: all of it or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReserveOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReserveOrder {
    /// The order.
    pub order: OrderId,
    /// The new reservation.
    pub reservation: ReservationId,
    /// How to plan.
    pub strategy: AllocationStrategyKind,
    /// When it stops counting; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
}

/// Set units aside at nodes: what its reservation holds as planned then, the rest by a new plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AllocateOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AllocateOrder {
    /// The order.
    pub order: OrderId,
    /// How to plan.
    pub strategy: AllocationStrategyKind,
}

/// Set units aside at the nodes that somebody else chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AssignOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignOrder {
    /// The order.
    pub order: OrderId,
    /// Units by line and node.
    pub units: Vec<LineUnits>,
}

/// Give units back, also those a warehouse was told to pick and has confirmed not to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DeallocateOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeallocateOrder {
    /// The order.
    pub order: OrderId,
    /// Units by line and node; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<LineUnits>,
    /// Why.
    #[serde(default)]
    pub reason: Text,
}

/// Tell the warehouses to pick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReleaseOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleaseOrder {
    /// The order.
    pub order: OrderId,
    /// Units by line and node; all allocated ones when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<LineUnits>,
}

/// Units leave a node with a carrier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipOrder {
    /// The order.
    pub order: OrderId,
    /// The new shipment.
    pub shipment: ShipmentId,
    /// The node.
    pub node: NodeId,
    /// Which carrier takes it.
    pub carrier: CarrierPick,
    /// Units by line; everything released at the node when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
    /// The parcels.
    pub parcels: Vec<ParcelDraft>,
}

/// Take what the carrier says, in any order and as often as it says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RecordTracking"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordTracking {
    /// The shipment.
    pub shipment: ShipmentId,
    /// The events by parcel.
    pub parcels: Vec<ParcelEvents>,
}

/// Close a delivered order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CompleteOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompleteOrder {
    /// The order.
    pub order: OrderId,
}

/// Which carrier takes a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CarrierPick {
    /// The one that a strategy chooses over the rate cards.
    Choose(ChooseCarrier),
    /// This one; nothing is chosen.
    Named(NamedCarrier),
}

/// Choose a carrier over the rate cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChooseCarrier"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseCarrier {
    /// What decides.
    pub strategy: CarrierStrategy,
}

/// A carrier service by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NamedCarrier"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NamedCarrier {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// What it is expected to charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freight: Option<Money>,
}
