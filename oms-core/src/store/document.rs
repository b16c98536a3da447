//! Documents: what is stored under a key, with a version.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::carrier::Carriers;
use crate::catalog::Sku;
use crate::network::Network;
use crate::order::Order;
use crate::policy::Policy;
use crate::shipment::Shipment;
use crate::stock::{CustomerUnits, Reservation};
use crate::supply::SupplyBook;
use crate::value::{Fingerprint, OrderId, Version};

/// The kinds of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The rate cards of a tenant.
    Carriers,
    /// Which order a channel's order became.
    ChannelOrder,
    /// Where a customer has units of a SKU of which they may not have any number.
    CustomerUnits,
    /// The nodes of a tenant.
    Network,
    /// An order.
    Order,
    /// The policy of a tenant.
    Policy,
    /// A reservation.
    Reservation,
    /// A shipment.
    Shipment,
    /// A SKU.
    Sku,
    /// What is expected and promised of a SKU at a node.
    Supply,
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

/// What is stored under a document key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Document {
    /// The rate cards of a tenant.
    Carriers(Arc<Carriers>),
    /// Which order a channel's order became.
    ChannelOrder(Arc<ChannelOrderLink>),
    /// Where a customer has units of a SKU of which they may not have any number.
    CustomerUnits(Arc<CustomerUnits>),
    /// The nodes of a tenant.
    Network(Arc<Network>),
    /// An order.
    Order(Arc<Order>),
    /// The policy of a tenant.
    Policy(Arc<Policy>),
    /// A reservation.
    Reservation(Arc<Reservation>),
    /// A shipment.
    Shipment(Arc<Shipment>),
    /// A SKU.
    Sku(Arc<Sku>),
    /// What is expected and promised of a SKU at a node.
    Supply(Arc<SupplyBook>),
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
