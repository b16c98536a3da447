//! Cells of which more was claimed than was ever allowed to be.

use std::collections::BTreeMap;

use crate::stock::MovementKind;
use crate::store::{CellKey, Event, JournalEntry, State};
use crate::value::{SkuId, TenantId};

/// Follows what commands claim of cells. A cell that a count found short owes nothing wrong: only a claim can oversell.
#[derive(Default)]
pub(super) struct Owing {
    /// The most units that a SKU was ever allowed to owe, at each node. A command may be decided just before the limit
    /// is lowered and written just after.
    most: BTreeMap<(TenantId, SkuId), i64>,
    /// What the command being read does to the free units, and its first claim.
    command: BTreeMap<CellKey, (i64, Option<u64>)>,
    /// Cells that owe too much now, with the entry that made them.
    oversold: BTreeMap<CellKey, u64>,
}

impl Owing {
    pub(super) fn take(&mut self, position: u64, entry: &JournalEntry) {
        match &*entry.event {
            Event::Sku(record) => {
                let most = self.most.entry((entry.tenant.clone(), record.sku.id.clone())).or_default();
                *most = (*most).max(record.sku.min_free(u32::MAX).saturating_neg());
            }
            Event::Stock(record) => {
                for movement in record.event.movements() {
                    let key =
                        CellKey { tenant: entry.tenant.clone(), sku: movement.sku, node: movement.node };
                    let (free, claim) = self.command.entry(key).or_default();
                    *free = free.saturating_add(movement.delta.free());
                    if matches!(movement.kind, MovementKind::Hold | MovementKind::Allocate) {
                        claim.get_or_insert(position);
                    }
                }
            }
            // A reservation of ring-fenced units takes them from the quota, not from what is free.
            Event::Quota(record) => {
                for movement in record.event.movements() {
                    let (tenant, sku) = (entry.tenant.clone(), record.sku.clone());
                    let key = CellKey { tenant, sku, node: movement.node };
                    let (free, _) = self.command.entry(key).or_default();
                    *free = free.saturating_sub(movement.held);
                }
            }
            _ => {}
        }
    }

    /// Between two commands. Commands of one commit are judged by what it ends with, and a commit cannot be told from
    /// several: a cell that owes too much for a moment only is let off.
    pub(super) fn end_command(&mut self, state: &State) {
        for (key, (free, claim)) in std::mem::take(&mut self.command) {
            let owes = self.owes_too_much(&key, state);
            match claim {
                Some(position) if owes && free < 0 => {
                    self.oversold.entry(key).or_insert(position);
                }
                _ if !owes => {
                    self.oversold.remove(&key);
                }
                _ => {}
            }
        }
    }

    fn owes_too_much(&self, key: &CellKey, state: &State) -> bool {
        let most = self.most.get(&(key.tenant.clone(), key.sku.clone())).copied().unwrap_or_default();
        state.cells.get(key).is_some_and(|cell| cell.free() < most.saturating_neg())
    }

    /// The cells that owe too much at the end, with the entry that first made them.
    pub(super) fn oversold(self) -> BTreeMap<CellKey, u64> {
        self.oversold
    }
}
