//! What the journal says of nodes' work: the capacity that orders book, and nodes that close for a while.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::fold::change;
use super::{CellKey, Document, DocumentKey, Fold};
use crate::capacity::{CapacityEvent, CapacityUse};
use crate::network::{Network, NodeClosure};
use crate::stock::CellDelta;
use crate::value::{NodeId, OrderId, TenantId};

/// Something happened to the work that an order has booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CapacityRecord"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityRecord {
    /// The order.
    pub order: OrderId,
    /// What.
    pub event: CapacityEvent,
}

/// A node closed for a while, or opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "NodeClosureRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeClosureRecorded {
    /// The node.
    pub node: NodeId,
    /// Until when and why; open again when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure: Option<NodeClosure>,
}

pub(super) fn fold_capacity(into: &mut impl Fold, tenant: &TenantId, record: &CapacityRecord) {
    change(into, DocumentKey::capacity_use(tenant, &record.order), |document| {
        let known = match document {
            Some(Document::CapacityUse(known)) => Arc::unwrap_or_clone(known),
            _ => CapacityUse::none(record.order.clone()),
        };
        Some(Document::CapacityUse(Arc::new(known.evolve(&record.event))))
    });
    for movement in record.event.movements() {
        let key = CellKey { tenant: tenant.clone(), sku: movement.name, node: movement.node };
        let delta = CellDelta { held: movement.held, allocated: movement.confirmed, ..CellDelta::NONE };
        into.add(key, delta);
    }
}

pub(super) fn fold_closure(network: &mut Network, record: &NodeClosureRecorded) {
    match &record.closure {
        Some(closure) => {
            network.closed.insert(record.node.clone(), closure.clone());
        }
        None => {
            network.closed.remove(&record.node);
        }
    }
}
