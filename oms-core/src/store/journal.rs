//! The journal: everything that happened, in order. All else is folded from it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    BoxRecorded, CapacityRecord, ChannelStockRecord, NodeClosureRecorded, PackConflictsRecorded,
    PublicationPolicyRecorded, QuotaRecord, SafetyFactorsRecorded,
};
use crate::allocation::Sourcing;
use crate::carrier::RateCard;
use crate::catalog::Sku;
use crate::cost::CostEvent;
use crate::count::CountEvent;
use crate::lot::LotEvent;
use crate::network::{Node, NodeGroup};
use crate::order::OrderEvent;
use crate::policy::Policy;
use crate::purchase::WatchEvent;
use crate::replenish::ReplenishRule;
use crate::shipment::ShipmentEvent;
use crate::stock::{CustomerUnits, StockEvent};
use crate::supply::SupplyEvent;
use crate::transfer::TransferEvent;
use crate::value::{CommandId, CountId, Instant, NodeId, OrderId, ShipmentId, SkuId, TenantId, TransferId};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A SKU's record was written.
    Sku(SkuRecorded),
    /// A node's record was written.
    Node(NodeRecorded),
    /// A node closed for a while, or opened again.
    NodeClosure(NodeClosureRecorded),
    /// Something happened to the work that an order has booked.
    Capacity(CapacityRecord),
    /// A group of nodes was written.
    Group(GroupRecorded),
    /// A rate card was written.
    RateCard(RateCardRecorded),
    /// A box was written.
    Box(BoxRecorded),
    /// The classes that must not share a box were written.
    PackConflicts(PackConflictsRecorded),
    /// The policy was written.
    Policy(PolicyRecorded),
    /// The sourcing was written.
    Sourcing(SourcingRecorded),
    /// Something that a customer may not have more of was promised to them.
    CustomerUnits(CustomerUnitsRecorded),
    /// A replenishment rule was written.
    ReplenishRule(ReplenishRuleRecorded),
    /// Something happened to an order.
    Order(OrderRecord),
    /// Something happened to stock.
    Stock(StockRecord),
    /// Something happened to lots.
    Lot(LotRecord),
    /// Something happened to a shipment.
    Shipment(ShipmentRecord),
    /// Something happened to the value of stock.
    Cost(CostRecord),
    /// Something happened to what is expected and promised.
    Supply(SupplyRecord),
    /// A publication policy was written.
    PublicationPolicy(PublicationPolicyRecorded),
    /// The safety factors were written.
    SafetyFactors(SafetyFactorsRecorded),
    /// Something happened to what a channel is told.
    ChannelStock(ChannelStockRecord),
    /// Something happened to the quotas of a SKU.
    Quota(QuotaRecord),
    /// Something happened to a transfer.
    Transfer(TransferRecord),
    /// Something happened to a count.
    Count(CountRecord),
    /// Something happened to the to-dos and alerts of a SKU.
    Watch(WatchRecord),
}

/// A SKU's record was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SkuRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SkuRecorded {
    /// The record.
    pub sku: Sku,
}

/// A node's record was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeRecorded {
    /// The record.
    pub node: Node,
}

/// A group of nodes was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "GroupRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupRecorded {
    /// The record.
    pub group: NodeGroup,
}

/// Something that a customer may not have more of was promised to them: where to look when counting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CustomerUnitsRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CustomerUnitsRecorded {
    /// The record; it replaces the one of the same customer and SKU.
    pub units: CustomerUnits,
}

/// A rate card was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RateCardRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateCardRecorded {
    /// The card; it replaces the one of the same carrier, service and start of validity.
    pub card: RateCard,
}

/// The policy was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PolicyRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PolicyRecorded {
    /// The policy.
    pub policy: Policy,
}

/// The sourcing was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SourcingRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourcingRecorded {
    /// The sourcing; it replaces the one before.
    pub sourcing: Arc<Sourcing>,
}

/// Something happened to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderRecord {
    /// The order.
    pub order: OrderId,
    /// What.
    pub event: OrderEvent,
}

/// Something happened to stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StockRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockRecord {
    /// What.
    pub event: StockEvent,
}

/// Something happened to lots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LotRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LotRecord {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// What.
    pub event: LotEvent,
}

/// Something happened to a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipmentRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentRecord {
    /// The shipment.
    pub shipment: ShipmentId,
    /// What.
    pub event: ShipmentEvent,
}

/// A replenishment rule was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReplenishRuleRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplenishRuleRecorded {
    /// The rule; it replaces the one of the same SKU and node.
    pub rule: ReplenishRule,
}

/// Something happened to the to-dos and alerts of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WatchRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchRecord {
    /// The SKU.
    pub sku: SkuId,
    /// What.
    pub event: WatchEvent,
}

/// Something happened to what is expected and promised of a SKU at a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SupplyRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplyRecord {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// What.
    pub event: SupplyEvent,
}

/// Something happened to a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferRecord {
    /// The transfer.
    pub transfer: TransferId,
    /// What.
    pub event: TransferEvent,
}

/// Something happened to a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountRecord {
    /// The count.
    pub count: CountId,
    /// What.
    pub event: CountEvent,
}
/// Something happened to the value of stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CostRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CostRecord {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// What.
    pub event: CostEvent,
}

/// One entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JournalEntry {
    /// Whose.
    pub tenant: TenantId,
    /// The command that caused it.
    pub command: CommandId,
    /// The command's time.
    pub at: Instant,
    /// What happened.
    pub event: Arc<Event>,
}
