//! Days of nodes that were booked beyond what they were ever allowed to hold.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::capacity::{CapacityCell, CapacityEvent, CapacityHeld, CapacityMeasure, CapacityUse};
use crate::network::NodeCapacity;
use crate::store::{CellKey, Event, JournalEntry, State};
use crate::value::{NodeId, SkuId, TenantId};

/// Follows what orders book. A commit may be decided just before a limit is lowered and written just after, so every
/// limit that a node ever had counts.
#[derive(Default)]
pub(super) struct Booked {
    known: BTreeMap<(TenantId, NodeId), BTreeSet<usize>>,
    capacities: Vec<Option<Arc<NodeCapacity>>>,
    /// What the command being read books, and where it stands.
    command: Vec<(TenantId, CapacityHeld, u64)>,
}

impl Booked {
    pub(super) fn take(&mut self, position: u64, entry: &JournalEntry) {
        match &*entry.event {
            Event::Node(record) => {
                let key = (entry.tenant.clone(), record.node.id.clone());
                let at = self.capacities.len();
                self.capacities.push(record.node.capacity.clone());
                self.known.entry(key).or_default().insert(at);
            }
            Event::Capacity(record) => {
                if let CapacityEvent::Held(held) = &record.event {
                    self.command.push((entry.tenant.clone(), held.clone(), position));
                }
            }
            _ => {}
        }
    }

    /// The cells that the command booked beyond their limit, each with its place and what is wrong.
    pub(super) fn end_command(&mut self, state: &State) -> Vec<(CellKey, u64, String)> {
        let mut found = Vec::new();
        for (tenant, held, position) in std::mem::take(&mut self.command) {
            for measure in CapacityMeasure::ALL {
                let cell = CapacityCell { day: held.day, path: held.path.clone(), measure };
                let (Some(sku), Some(most)) = (cell.name(), self.most(&tenant, &held, measure)) else {
                    continue;
                };
                let key = CellKey { tenant: tenant.clone(), sku, node: held.node.clone() };
                let booked = state.cells.get(&key).copied().unwrap_or_default().free().saturating_neg();
                if booked > i64::from(most) && measure.of(&held.amounts) > 0 {
                    let (day, node, measure) = (held.day, &held.node, measure.as_str());
                    let message =
                        format!("{booked} {measure} are booked at `{node}` on {day}, at most {most} fit");
                    found.push((key, position, message));
                }
            }
        }
        found
    }

    /// The highest limit there ever was; `None` where there was none at some time.
    fn most(&self, tenant: &TenantId, held: &CapacityHeld, measure: CapacityMeasure) -> Option<u32> {
        let versions = self.known.get(&(tenant.clone(), held.node.clone()))?;
        let mut most = None;
        for at in versions {
            let Some(Some(capacity)) = self.capacities.get(*at) else { continue };
            if let Some(path) = capacity.paths.iter().find(|path| path.path == held.path) {
                most = most.max(Some(measure.limit(&path.on(held.day))?));
            }
        }
        most
    }
}

/// What an order's bookings own of which cells: held, then confirmed.
pub(super) fn owned_by(uses: &CapacityUse) -> Vec<(SkuId, NodeId, i64, i64)> {
    let mut owned = Vec::new();
    for row in &uses.rows {
        let amounts = row.amounts();
        for measure in CapacityMeasure::ALL {
            let amount = i64::try_from(measure.of(&amounts)).unwrap_or(i64::MAX);
            let name = CapacityCell { day: row.day, path: row.path.clone(), measure }.name();
            if let Some(name) = name.filter(|_| amount != 0) {
                let (held, confirmed) = if row.confirmed { (0, amount) } else { (amount, 0) };
                owned.push((name, row.node.clone(), held, confirmed));
            }
        }
    }
    owned
}
