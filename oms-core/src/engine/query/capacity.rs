//! What of a node's days is taken.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::capacity::{CapacityAmounts, CapacityCell, CapacityMeasure, CapacityUse};
use crate::error::Error;
use crate::network::{CapacityLimits, NodeClosure};
use crate::store::{CellKey, Document, DocumentKey, Keys, Snapshot, Store};
use crate::value::{NodeId, OrderId, Problems, ProcessPathId, TenantId};

/// The most days that one question may name.
const MOST_DAYS: u16 = 366;

/// What of a node's days is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskCapacity"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskCapacity {
    /// Whose.
    pub tenant: TenantId,
    /// The node.
    pub node: NodeId,
    /// The first day.
    pub from: NaiveDate,
    /// How many days, at most 366.
    pub days: u16,
    /// An order whose bookings are wanted too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
}

/// What of a node's days is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CapacityAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityAnswer {
    /// Until when the node is closed, if it was closed for a while.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure: Option<NodeClosure>,
    /// By day, then path; nothing for a node without limits.
    pub days: Vec<DayCapacity>,
    /// What the order named has booked, anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked: Option<CapacityUse>,
}

/// What of a path's day is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DayCapacity {
    /// The day, by the node's calendar.
    pub day: NaiveDate,
    /// The path.
    pub path: ProcessPathId,
    /// What can be done.
    pub limits: CapacityLimits,
    /// What is booked and not yet confirmed.
    pub held: CapacityAmounts,
    /// What the warehouse has been told, shipped or not.
    pub confirmed: CapacityAmounts,
}

impl<S: Store> Oms<S> {
    /// What of a node's days is taken. `O(days × paths)`.
    ///
    /// # Errors
    /// [`Error::Input`] for too many days; [`Error`] when the store fails.
    pub fn capacity(&self, ask: &AskCapacity) -> Result<CapacityAnswer, Error> {
        if ask.days > MOST_DAYS {
            let mut problems = Problems::new();
            problems.add("input.out_of_range", "/days", "at most 366 days");
            return Err(Error::Input(problems));
        }
        let snapshot = self.load_one(DocumentKey::network(&ask.tenant))?;
        let network = snapshot.documents.into_iter().find_map(|entry| match entry.stored.document {
            Document::Network(network) => Some(network),
            _ => None,
        });
        let network = network.unwrap_or_default();
        let node = network.nodes.get(&ask.node);
        let paths = node.and_then(|node| node.capacity.as_ref()).map(|known| known.paths.clone());
        let paths = paths.unwrap_or_default();
        let days =
            (0..u64::from(ask.days)).filter_map(|more| ask.from.checked_add_days(chrono::Days::new(more)));
        let mut rows: Vec<(DayCapacity, Vec<(CapacityMeasure, CellKey)>)> = Vec::new();
        for day in days {
            for path in &paths {
                let key = |measure| {
                    let sku = CapacityCell { day, path: path.path.clone(), measure }.name()?;
                    Some((measure, CellKey { tenant: ask.tenant.clone(), sku, node: ask.node.clone() }))
                };
                let keys = CapacityMeasure::ALL.into_iter().filter_map(key).collect();
                let (held, confirmed) = (CapacityAmounts::default(), CapacityAmounts::default());
                let (path, limits) = (path.path.clone(), path.on(day));
                rows.push((DayCapacity { day, path, limits, held, confirmed }, keys));
            }
        }
        let mut keys = Keys::default();
        keys.cells.extend(rows.iter().flat_map(|(_, keys)| keys).map(|(_, key)| key.clone()));
        keys.documents.extend(ask.order.iter().map(|order| DocumentKey::capacity_use(&ask.tenant, order)));
        let loaded = if keys.is_empty() { Snapshot::default() } else { self.store().load(&keys)? };
        let cells: std::collections::BTreeMap<_, _> =
            loaded.cells.into_iter().map(|entry| (entry.key, entry.cell)).collect();
        for (row, keys) in &mut rows {
            for (measure, key) in keys {
                let cell = cells.get(key).copied().unwrap_or_default();
                *measure.of_mut(&mut row.held) = u64::try_from(cell.held).unwrap_or_default();
                *measure.of_mut(&mut row.confirmed) = u64::try_from(cell.allocated).unwrap_or_default();
            }
        }
        let booked = loaded.documents.into_iter().find_map(|entry| match entry.stored.document {
            Document::CapacityUse(known) => Some(CapacityUse::clone(&known)),
            _ => None,
        });
        let closure = network.closed.get(&ask.node).cloned();
        Ok(CapacityAnswer { closure, days: rows.into_iter().map(|(row, _)| row).collect(), booked })
    }
}
