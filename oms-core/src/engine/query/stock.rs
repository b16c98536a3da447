//! How much could be promised.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::super::Oms;
use super::kit::{available_kit, sku_records};
use crate::catalog::{KitAvailability, KitContents, Sku};
use crate::error::Error;
use crate::lot::{LotDemand, barred_units};
use crate::network::Network;
use crate::stock::StockCell;
use crate::store::{CellKey, Document, DocumentKey, Keys, Snapshot, Store};
use crate::value::{GroupId, Instant, NodeId, Quantity, SkuId, TenantId};

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
    /// To which class of buyers; what is kept for the classes above it counts for nothing.
    #[serde(default)]
    pub class: u32,
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
    /// Whether any number of units may be promised, because of how the SKU is sold; the figures are bounds then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unlimited: bool,
    /// By group: the sum over its nodes. Of a virtual kit, the kits that the components of the group's nodes make.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupAvailability>,
    /// By node, those that do not sell included.
    pub nodes: Vec<NodeAvailability>,
    /// What makes the figures of a virtual kit, and what limits them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kit: Option<KitAvailability>,
}

/// How many units of a SKU a group of nodes could promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupAvailability {
    /// The group.
    pub group: GroupId,
    /// The sum of what is promiseable at each of its nodes that sells.
    pub promiseable: i64,
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
    /// Free units that may not be sold: of lots that have expired, are in quarantine or another owner's.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub barred: i64,
    /// Units that could be promised: free ones that may be sold and what backorders allow, less what is kept for better
    /// classes; none where the node does not sell.
    pub promiseable: i64,
}

impl<S: Store> Oms<S> {
    /// How many units of SKUs could be promised to anybody at an instant, by node and group.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn availability(
        &self,
        tenant: &TenantId,
        skus: &[SkuId],
        at: Instant,
    ) -> Result<Vec<Availability>, Error> {
        self.availability_for(tenant, skus, at, 0)
    }

    /// How many units of SKUs could be promised to a class of buyers at an instant, by node and group.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn availability_for(
        &self,
        tenant: &TenantId,
        skus: &[SkuId],
        at: Instant,
        class: u32,
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
        let kits = self.kit_contents(tenant, skus, &mut known)?;
        let parts: BTreeSet<&SkuId> = kits.values().flat_map(KitContents::skus).collect();
        let cells = parts
            .iter()
            .copied()
            .chain(skus)
            .flat_map(|sku| network.nodes.keys().map(|node| cell_key(tenant, sku, node)));
        let keys = Keys { cells: cells.collect(), expired_by: Some(at), ..Keys::default() };
        let mut seen = self.store().load(&keys)?;
        let mut lots = Keys::default();
        for sku in known.values().filter(|sku| sku.lots.is_some()) {
            let nodes = network.nodes.keys();
            lots.documents.extend(nodes.map(|node| DocumentKey::lots(tenant, &sku.id, node)));
        }
        if !lots.is_empty() {
            seen.documents = self.store().load(&lots)?.documents;
        }
        let plain = |sku: &SkuId| {
            available(tenant, (sku, class), &network, known.get(sku).map(|sku| &**sku), &seen, at)
        };
        let answer = |sku: &SkuId| match kits.get(sku) {
            Some(takes) => {
                let components: Vec<Availability> = takes.skus().into_iter().map(plain).collect();
                available_kit(sku, takes, &components)
            }
            None => plain(sku),
        };
        Ok(skus.iter().map(answer).collect())
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_zero(units: &i64) -> bool {
    *units == 0
}

fn cell_key(tenant: &TenantId, sku: &SkuId, node: &NodeId) -> CellKey {
    CellKey { tenant: tenant.clone(), sku: sku.clone(), node: node.clone() }
}

fn available(
    tenant: &TenantId,
    (sku, class): (&SkuId, u32),
    network: &Network,
    record: Option<&Sku>,
    seen: &Snapshot,
    at: Instant,
) -> Availability {
    let min_free = record.map_or(0, |record| record.min_free(class));
    let rule = record.and_then(|record| record.lots.as_ref());
    let barred = |node: &NodeId| {
        let demand = LotDemand::of(rule?, Quantity::ZERO, at);
        seen.documents.iter().find_map(|entry| match &entry.stored.document {
            Document::Lots(book) if book.sku == *sku && book.node == *node => {
                Some(barred_units(book, &demand))
            }
            _ => None,
        })
    };
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
            let barred = barred(&node.id).unwrap_or_default();
            let promiseable = free.saturating_sub(barred).saturating_sub(min_free).max(0);
            let promiseable = if node.active { promiseable } else { 0 };
            NodeAvailability { node: node.id.clone(), cell, free, barred, promiseable }
        })
        .collect();
    let over = |members: Option<&std::collections::BTreeSet<NodeId>>| -> i64 {
        let counts = |at: &&NodeAvailability| members.is_none_or(|members| members.contains(&at.node));
        nodes.iter().filter(counts).map(|at| at.promiseable).sum()
    };
    let groups = network
        .groups
        .values()
        .map(|group| GroupAvailability { group: group.id.clone(), promiseable: over(Some(&group.nodes)) });
    Availability {
        sku: sku.clone(),
        promiseable: over(None),
        unlimited: record.is_some_and(|record| record.sale_mode.is_unlimited()),
        groups: groups.collect(),
        nodes,
        kit: None,
    }
}
