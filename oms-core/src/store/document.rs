//! Documents: what is stored under a key, with a version.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::allocation::Sourcing;
use crate::capacity::CapacityUse;
use crate::carrier::Carriers;
use crate::catalog::Sku;
use crate::cost::{CostAway, CostBook, CostReceipt};
use crate::count::Count;
use crate::lot::{LotBook, SerialUnit};
use crate::network::Network;
use crate::order::Order;
use crate::packing::Packaging;
use crate::policy::Policy;
use crate::publish::{ChannelStock, PublicationPolicy, QuotaLedger, SafetyFactors};
use crate::purchase::StockWatch;
use crate::replenish::ReplenishRules;
use crate::shipment::Shipment;
use crate::stock::{CustomerUnits, Reservation};
use crate::supply::SupplyBook;
use crate::transfer::Transfer;
use crate::value::{CountId, Fingerprint, Instant, OrderId, Version};

/// The kinds of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The work that an order has booked at nodes.
    CapacityUse,
    /// The rate cards of a tenant.
    Carriers,
    /// Which order a channel's order became.
    ChannelOrder,
    /// What a channel was last told of a SKU.
    ChannelStock,
    /// A count of stock.
    Count,
    /// Which count has a cell, and when it was counted.
    CountedCell,
    /// Where a customer has units of a SKU of which they may not have any number.
    CustomerUnits,
    /// The lots of a SKU at a node.
    Lots,
    /// Units that left, and the layers that they came from.
    CostAway,
    /// What a receipt brought of costed SKUs.
    CostReceipt,
    /// What a SKU at a node is worth.
    Costs,
    /// The nodes of a tenant.
    Network,
    /// An order.
    Order,
    /// The boxes of a tenant.
    Packaging,
    /// The policy of a tenant.
    Policy,
    /// How channels share a SKU, or all that have no policy of their own.
    PublicationPolicy,
    /// The quotas of a SKU.
    Quotas,
    /// The replenishment rules of a SKU.
    ReplenishRules,
    /// A reservation.
    Reservation,
    /// The safety factors of a tenant.
    SafetyFactors,
    /// One unit with a serial number.
    Serial,
    /// A shipment.
    Shipment,
    /// A SKU.
    Sku,
    /// A tenant's sourcing.
    Sourcing,
    /// The to-dos and alerts of a SKU.
    StockWatch,
    /// What is expected and promised of a SKU at a node.
    Supply,
    /// A transfer of stock between nodes.
    Transfer,
}

/// Which order a channel's order became; found by channel, shop and channel order id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ChannelOrderLink"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelOrderLink {
    /// The order.
    pub order: OrderId,
    /// The hash of what was placed.
    pub content: Fingerprint,
}

/// Which count has a cell, and when it was counted; found by SKU and node.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountedCell"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountedCell {
    /// The count that is going on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<CountId>,
    /// When a count of it was posted last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_at: Option<Instant>,
}

/// What is stored under a document key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Document {
    /// The work that an order has booked at nodes.
    CapacityUse(Arc<CapacityUse>),
    /// The rate cards of a tenant.
    Carriers(Arc<Carriers>),
    /// Which order a channel's order became.
    ChannelOrder(Arc<ChannelOrderLink>),
    /// What a channel was last told of a SKU.
    ChannelStock(Arc<ChannelStock>),
    /// A count of stock.
    Count(Arc<Count>),
    /// Which count has a cell, and when it was counted.
    CountedCell(Arc<CountedCell>),
    /// Where a customer has units of a SKU of which they may not have any number.
    CustomerUnits(Arc<CustomerUnits>),
    /// The lots of a SKU at a node.
    Lots(Arc<LotBook>),
    /// Units that left, and the layers that they came from.
    CostAway(Arc<CostAway>),
    /// What a receipt brought of costed SKUs.
    CostReceipt(Arc<CostReceipt>),
    /// What a SKU at a node is worth.
    Costs(Arc<CostBook>),
    /// The nodes of a tenant.
    Network(Arc<Network>),
    /// An order.
    Order(Arc<Order>),
    /// The boxes of a tenant.
    Packaging(Arc<Packaging>),
    /// The policy of a tenant.
    Policy(Arc<Policy>),
    /// How channels share a SKU, or all that have no policy of their own.
    PublicationPolicy(Arc<PublicationPolicy>),
    /// The quotas of a SKU.
    Quotas(Arc<QuotaLedger>),
    /// The replenishment rules of a SKU.
    ReplenishRules(Arc<ReplenishRules>),
    /// A reservation.
    Reservation(Arc<Reservation>),
    /// The safety factors of a tenant.
    SafetyFactors(Arc<SafetyFactors>),
    /// One unit with a serial number.
    Serial(Arc<SerialUnit>),
    /// A shipment.
    Shipment(Arc<Shipment>),
    /// A SKU.
    Sku(Arc<Sku>),
    /// A tenant's sourcing.
    Sourcing(Arc<Sourcing>),
    /// The to-dos and alerts of a SKU.
    StockWatch(Arc<StockWatch>),
    /// What is expected and promised of a SKU at a node.
    Supply(Arc<SupplyBook>),
    /// A transfer of stock between nodes.
    Transfer(Arc<Transfer>),
}

/// A document and how many events made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StoredDocument {
    /// How many events have been folded into it.
    pub version: Version,
    /// The document.
    pub document: Document,
}
