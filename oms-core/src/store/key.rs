//! Keys: how documents, cells and commands are found. The tenant is part of each.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::DocumentKind;
use crate::value::{
    ChannelId, ChannelOrderId, CommandId, CountId, CustomerId, Instant, NodeId, OrderId, ReservationId,
    SerialNumber, ShipmentId, ShopId, SkuId, TenantId, Text, TransferId,
};

/// The key of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentKey {
    /// Whose.
    pub tenant: TenantId,
    /// What kind.
    pub kind: DocumentKind,
    /// Which; empty for kinds of which a tenant has one.
    pub id: Text,
}

/// The key of a stock cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellKey {
    /// Whose.
    pub tenant: TenantId,
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
}

/// The key of a command.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommandKey {
    /// Whose.
    pub tenant: TenantId,
    /// Which.
    pub command: CommandId,
}

/// What a run must see before it can go on: a set, loaded in one round trip.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Keys {
    /// Commands whose first answer is wanted, if they were carried out.
    pub commands: BTreeSet<CommandKey>,
    /// Documents.
    pub documents: BTreeSet<DocumentKey>,
    /// Stock cells.
    pub cells: BTreeSet<CellKey>,
    /// When present: also load the reservations that hold units in one of the cells and have not ended, but whose
    /// `expiresAt` is at or before this instant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expired_by: Option<Instant>,
}

impl Keys {
    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.commands.is_empty() && self.documents.is_empty() && self.cells.is_empty()
    }

    /// How many things are asked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.commands.len() + self.documents.len() + self.cells.len()
    }
}

impl DocumentKey {
    fn new(tenant: &TenantId, kind: DocumentKind, id: &str) -> Self {
        // Ids are shorter than texts may be, so this is never cut.
        Self { tenant: tenant.clone(), kind, id: Text::new(id).unwrap_or_default() }
    }

    /// The first key of a kind, and the first key after all of that kind.
    pub(crate) fn kind_range(tenant: &TenantId, kind: DocumentKind) -> (Self, Self) {
        let mut end = Self::new(tenant, kind, "");
        // No id sorts after the highest character repeated beyond the longest id.
        end.id = Text::new("\u{10FFFF}".repeat(64)).unwrap_or_default();
        (Self::new(tenant, kind, ""), end)
    }

    /// The key of an order.
    #[must_use]
    pub fn order(tenant: &TenantId, id: &OrderId) -> Self {
        Self::new(tenant, DocumentKind::Order, id.as_str())
    }

    /// The key of the work that an order has booked.
    #[must_use]
    pub fn capacity_use(tenant: &TenantId, order: &OrderId) -> Self {
        Self::new(tenant, DocumentKind::CapacityUse, order.as_str())
    }

    /// The key of a shipment.
    #[must_use]
    pub fn shipment(tenant: &TenantId, id: &ShipmentId) -> Self {
        Self::new(tenant, DocumentKind::Shipment, id.as_str())
    }

    /// The key of a reservation.
    #[must_use]
    pub fn reservation(tenant: &TenantId, id: &ReservationId) -> Self {
        Self::new(tenant, DocumentKind::Reservation, id.as_str())
    }

    /// The key of the lots of a SKU at a node: both ids, joined by `/`, with `%` and `/` in the SKU's written as `%25`
    /// and `%2F`.
    #[must_use]
    pub fn lots(tenant: &TenantId, sku: &SkuId, node: &NodeId) -> Self {
        let sku = sku.as_str().replace('%', "%25").replace('/', "%2F");
        Self::new(tenant, DocumentKind::Lots, &format!("{sku}/{node}"))
    }

    /// The key of the unit with a serial number.
    #[must_use]
    pub fn serial(tenant: &TenantId, serial: &SerialNumber) -> Self {
        Self::new(tenant, DocumentKind::Serial, serial.as_str())
    }

    /// The key of a SKU's record.
    #[must_use]
    pub fn sku(tenant: &TenantId, id: &SkuId) -> Self {
        Self::new(tenant, DocumentKind::Sku, id.as_str())
    }

    /// The key of the replenishment rules of a SKU.
    #[must_use]
    pub fn replenish_rules(tenant: &TenantId, sku: &SkuId) -> Self {
        Self::new(tenant, DocumentKind::ReplenishRules, sku.as_str())
    }

    /// The key of the to-dos and alerts of a SKU.
    #[must_use]
    pub fn stock_watch(tenant: &TenantId, sku: &SkuId) -> Self {
        Self::new(tenant, DocumentKind::StockWatch, sku.as_str())
    }
    /// The key of a cost book: SKU and node, joined by `/`, with `%` and `/` in the SKU written as `%25` and `%2F`.
    #[must_use]
    pub fn costs(tenant: &TenantId, sku: &SkuId, node: &NodeId) -> Self {
        Self::new(tenant, DocumentKind::Costs, &format!("{}/{node}", escape(sku.as_str())))
    }

    /// The key of what a receipt brought of costed SKUs.
    #[must_use]
    pub fn cost_receipt(tenant: &TenantId, receipt: &Text) -> Self {
        Self { tenant: tenant.clone(), kind: DocumentKind::CostReceipt, id: receipt.clone() }
    }

    /// The key of the units of a SKU that went to a customer: `sold`, shipment and SKU, joined by `/`, with `%` and `/`
    /// in the shipment written as `%25` and `%2F`.
    #[must_use]
    pub fn cost_sold(tenant: &TenantId, shipment: &str, sku: &SkuId) -> Self {
        Self::new(tenant, DocumentKind::CostAway, &format!("sold/{}/{sku}", escape(shipment)))
    }

    /// The key of the units of a SKU that went to another node: `moved`, transfer and SKU, as for
    /// [`DocumentKey::cost_sold`].
    #[must_use]
    pub fn cost_moved(tenant: &TenantId, transfer: &str, sku: &SkuId) -> Self {
        Self::new(tenant, DocumentKind::CostAway, &format!("moved/{}/{sku}", escape(transfer)))
    }

    /// The key of what is expected and promised of a SKU at a node: both joined by `/`, with `%` and `/` in the first
    /// written as `%25` and `%2F`.
    #[must_use]
    pub fn supply(tenant: &TenantId, sku: &SkuId, node: &NodeId) -> Self {
        let sku = sku.as_str().replace('%', "%25").replace('/', "%2F");
        Self::new(tenant, DocumentKind::Supply, &format!("{sku}/{node}"))
    }

    /// The key of a transfer.
    #[must_use]
    pub fn transfer(tenant: &TenantId, id: &TransferId) -> Self {
        Self::new(tenant, DocumentKind::Transfer, id.as_str())
    }

    /// The key of a count.
    #[must_use]
    pub fn count(tenant: &TenantId, id: &CountId) -> Self {
        Self::new(tenant, DocumentKind::Count, id.as_str())
    }

    /// The key under which the count that has a cell is found: SKU and node joined by `/`, with `%` and `/` in the
    /// first written as `%25` and `%2F`.
    #[must_use]
    pub fn counted_cell(tenant: &TenantId, sku: &SkuId, node: &NodeId) -> Self {
        let sku = sku.as_str().replace('%', "%25").replace('/', "%2F");
        Self::new(tenant, DocumentKind::CountedCell, &format!("{sku}/{node}"))
    }

    /// The key of the tenant's network.
    #[must_use]
    pub fn network(tenant: &TenantId) -> Self {
        Self::new(tenant, DocumentKind::Network, "")
    }

    /// The key of the tenant's rate cards.
    #[must_use]
    pub fn carriers(tenant: &TenantId) -> Self {
        Self::new(tenant, DocumentKind::Carriers, "")
    }

    /// The key of the tenant's boxes.
    #[must_use]
    pub fn packaging(tenant: &TenantId) -> Self {
        Self::new(tenant, DocumentKind::Packaging, "")
    }

    /// The key of the tenant's policy.
    #[must_use]
    pub fn policy(tenant: &TenantId) -> Self {
        Self::new(tenant, DocumentKind::Policy, "")
    }

    /// The key of the tenant's sourcing.
    #[must_use]
    pub fn sourcing(tenant: &TenantId) -> Self {
        Self::new(tenant, DocumentKind::Sourcing, "")
    }

    /// The key of what a customer has of a SKU: both joined by `/`, with `%` and `/` in the customer written as
    /// `%25` and `%2F`.
    #[must_use]
    pub fn customer_units(tenant: &TenantId, customer: &CustomerId, sku: &SkuId) -> Self {
        let customer = customer.as_str().replace('%', "%25").replace('/', "%2F");
        Self::new(tenant, DocumentKind::CustomerUnits, &format!("{customer}/{sku}"))
    }

    /// The key of a SKU's publication policy, or of the general one.
    #[must_use]
    pub fn publication_policy(tenant: &TenantId, sku: Option<&SkuId>) -> Self {
        Self::new(tenant, DocumentKind::PublicationPolicy, sku.map_or("", SkuId::as_str))
    }

    /// The key of the tenant's safety factors.
    #[must_use]
    pub fn safety_factors(tenant: &TenantId) -> Self {
        Self::new(tenant, DocumentKind::SafetyFactors, "")
    }

    /// The key of a SKU's quotas.
    #[must_use]
    pub fn quotas(tenant: &TenantId, sku: &SkuId) -> Self {
        Self::new(tenant, DocumentKind::Quotas, sku.as_str())
    }

    /// The key of what a channel was last told of a SKU: both joined by `/`, with `%` and `/` in the channel written as
    /// `%25` and `%2F`.
    #[must_use]
    pub fn channel_stock(tenant: &TenantId, channel: &ChannelId, sku: &SkuId) -> Self {
        let channel = channel.as_str().replace('%', "%25").replace('/', "%2F");
        Self::new(tenant, DocumentKind::ChannelStock, &format!("{channel}/{sku}"))
    }

    /// The key under which an order is found by what its channel calls it: channel, shop and id, joined by `/`, with
    /// `%` and `/` in the first two written as `%25` and `%2F`.
    #[must_use]
    pub fn channel_order(
        tenant: &TenantId,
        channel: &ChannelId,
        shop: Option<&ShopId>,
        id: &ChannelOrderId,
    ) -> Self {
        let shop = shop.map(|shop| escape(shop.as_str())).unwrap_or_default();
        let id = format!("{}/{shop}/{id}", escape(channel.as_str()));
        Self::new(tenant, DocumentKind::ChannelOrder, &id)
    }
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('/', "%2F")
}
