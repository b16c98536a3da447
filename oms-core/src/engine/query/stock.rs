//! How much could be promised.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::super::Oms;
use super::kit::{available_kit, sku_records};
use crate::catalog::KitAvailability;
use crate::error::Error;
use crate::network::Network;
use crate::stock::StockCell;
use crate::store::{CellKey, Document, DocumentKey, Keys, Snapshot, Store};
use crate::value::{Instant, NodeId, SkuId, TenantId};

/// How many units could be promised at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskAvailability"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskAvailability {
    /// Whose stock.
    pub tenant: TenantId,
    /// Which SKUs.
    pub skus: Vec<SkuId>,
    /// When; reservations that have run out by then count for nothing.
    pub at: Instant,
}

/// How many units could be promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AvailabilityAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AvailabilityAnswer {
    /// By SKU, in the order asked.
    pub skus: Vec<Availability>,
}

/// How many units of a SKU could be promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Availability {
    /// The SKU.
    pub sku: SkuId,
    /// Over all nodes that sell: the sum of what is promiseable at each. Of a virtual kit, the kits that the components
    /// of all these nodes make together.
    pub promiseable: i64,
    /// By node, those that do not sell included.
    pub nodes: Vec<NodeAvailability>,
    /// What makes the figures of a virtual kit, and what limits them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kit: Option<KitAvailability>,
}

/// What a node has of a SKU. Of a virtual kit the cell is empty, and the figures are whole kits that the node's
/// components make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeAvailability {
    /// The node.
    pub node: NodeId,
    /// The cell, units held by reservations that have run out no longer counted as held.
    pub cell: StockCell,
    /// Units free.
    pub free: i64,
    /// Units that could be promised: free ones and what backorders allow; none where the node does not sell.
    pub promiseable: i64,
}

impl<S: Store> Oms<S> {
    /// How many units of SKUs could be promised at an instant, by node.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn availability(
        &self,
        tenant: &TenantId,
        skus: &[SkuId],
        at: Instant,
    ) -> Result<Vec<Availability>, Error> {
        let mut keys = Keys::default();
        keys.documents.insert(DocumentKey::network(tenant));
        keys.documents.extend(skus.iter().map(|sku| DocumentKey::sku(tenant, sku)));
        let records = self.store().load(&keys)?;
        let network = records.documents.iter().find_map(|entry| match &entry.stored.document {
            Document::Network(network) => Some(network.clone()),
            _ => None,
        });
        let network = network.unwrap_or_default();
        let mut known: BTreeMap<_, _> = sku_records(&records).collect();
        let kits = self.kit_components(tenant, skus, &mut known)?;
        let parts: BTreeSet<&SkuId> = kits.values().flatten().map(|part| &part.sku).collect();
        let cells = parts
            .iter()
            .copied()
            .chain(skus)
            .flat_map(|sku| network.nodes.keys().map(|node| cell_key(tenant, sku, node)));
        let keys = Keys { cells: cells.collect(), expired_by: Some(at), ..Keys::default() };
        let seen = self.store().load(&keys)?;
        let limit = |sku: &SkuId| known.get(sku).map(|record| record.backorder_limit.signed());
        let plain = |sku: &SkuId| available(tenant, sku, &network, limit(sku), &seen);
        let answer = |sku: &SkuId| match kits.get(sku) {
            Some(parts) => {
                let components: Vec<Availability> = parts.iter().map(|part| plain(&part.sku)).collect();
                available_kit(sku, parts, &components)
            }
            None => plain(sku),
        };
        Ok(skus.iter().map(answer).collect())
    }
}

fn cell_key(tenant: &TenantId, sku: &SkuId, node: &NodeId) -> CellKey {
    CellKey { tenant: tenant.clone(), sku: sku.clone(), node: node.clone() }
}

fn available(
    tenant: &TenantId,
    sku: &SkuId,
    network: &Network,
    limit: Option<i64>,
    seen: &Snapshot,
) -> Availability {
    let nodes: Vec<NodeAvailability> = (network.nodes.values())
        .map(|node| {
            let key = cell_key(tenant, sku, &node.id);
            let mut cell =
                seen.cells.iter().find(|entry| entry.key == key).map(|entry| entry.cell).unwrap_or_default();
            for entry in &seen.expired {
                // What came out of a quota is ring-fenced again as soon as its hold ends, and stays out of this sum.
                if let Document::Reservation(reservation) = &entry.stored.document
                    && !reservation.from_quota
                {
                    let items =
                        reservation.items.iter().filter(|item| item.sku == *sku && item.node == node.id);
                    let units: i64 = items.map(|item| item.quantity.signed()).sum();
                    cell.held = cell.held.saturating_sub(units);
                }
            }
            let free = cell.free();
            let promiseable = free.saturating_add(limit.unwrap_or_default()).max(0);
            let promiseable = if node.active { promiseable } else { 0 };
            NodeAvailability { node: node.id.clone(), cell, free, promiseable }
        })
        .collect();
    let promiseable = nodes.iter().map(|node| node.promiseable).sum();
    Availability { sku: sku.clone(), promiseable, nodes, kit: None }
}
