//! The figures of which channels' stock is computed, gathered alike for commands and queries.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::catalog::{KitContents, KitStock, Sku, available_kits};
use crate::lot::{LotBook, LotDemand, barred_units};
use crate::network::{Network, Node};
use crate::publish::{
    DeliveryMethod, PoolIncoming, PoolNode, PoolQuota, PoolRate, PublicationPool, QuotaLedger, SafetyFactors,
    SafetyQuestion, SafetyStock, SafetySupply, safety_stock,
};
use crate::stock::{Reservation, StockCell};
use crate::supply::{SupplyBook, SupplyKind};
use crate::value::{ChannelId, Instant, NodeId, Quantity, SkuId};

/// What a node has for promises, and what is withheld there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodePromiseable {
    /// The node.
    pub node: NodeId,
    /// Units that nobody has a claim on and those ring-fenced for quotas; holds that have run out count for nothing.
    pub free: i64,
    /// Of these, units ring-fenced.
    pub ring_fenced: i64,
    /// Of these, units that may not be sold: of lots that have expired, are in quarantine or another owner's.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub barred: i64,
    /// Of the rest, units that no quota fences, kept for better classes of buyers; no channel is shown them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub protected: i64,
    /// Safety stock of what is there.
    pub safety: SafetyStock,
    /// Available to fulfil: free units that may be sold, less safety stock.
    pub atf: i64,
    /// Units on their way.
    pub incoming: i64,
    /// Safety stock of what is on its way.
    pub incoming_safety: SafetyStock,
    /// Available to order: what can be fulfilled now and what is on its way, less safety stock.
    pub ato: i64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_zero(units: &i64) -> bool {
    *units == 0
}

/// What the figures of a SKU are gathered from.
pub(super) struct Gather<'a> {
    pub(super) sku: &'a SkuId,
    /// The SKU's record, which says how it is sold; none for a SKU that nobody knows.
    pub(super) record: Option<&'a Sku>,
    pub(super) at: Instant,
    pub(super) network: &'a Network,
    pub(super) factors: &'a SafetyFactors,
    pub(super) methods: &'a [DeliveryMethod],
    /// The quotas as stored, whose units the cells count as held.
    pub(super) stored: &'a QuotaLedger,
    /// The quotas with what expired reservations give back.
    pub(super) ledger: QuotaLedger,
}

/// What is known of a cell.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) cell: StockCell,
    /// Units in it held by reservations that have run out.
    pub(super) lapsed: i64,
    /// Its lots, where the SKU is kept by lot.
    pub(super) lots: Option<Arc<LotBook>>,
}

/// What each node is shown to have of a SKU that is sold without counting: the most that a cell can hold.
const UNCOUNTED: i64 = StockCell::LIMIT;

/// Units ring-fenced at a node.
fn fenced(ledger: &QuotaLedger, node: &NodeId) -> i64 {
    let entries = ledger.entries.iter().filter(|entry| entry.node == *node);
    entries.fold(0, |sum, entry| sum.saturating_add(entry.remaining))
}

impl Gather<'_> {
    /// Gives back to the quotas what expired reservations took from them.
    pub(super) fn expire<'r>(&mut self, expired: impl IntoIterator<Item = &'r Reservation>) {
        for reservation in expired.into_iter().filter(|reservation| reservation.from_quota) {
            let units = units_of(reservation, self.sku);
            if let Some(event) = self.ledger.restore(&reservation.id, &units) {
                self.ledger = self.ledger.clone().evolve(&event);
            }
        }
    }

    /// What each node that sells has.
    pub(super) fn nodes<E>(
        &self,
        mut seen: impl FnMut(&NodeId) -> Result<Seen, E>,
    ) -> Result<Vec<NodePromiseable>, E> {
        let mut rows = Vec::with_capacity(self.network.nodes.len());
        for node in self.network.nodes.values().filter(|node| node.active) {
            rows.push(self.node(node, &seen(&node.id)?));
        }
        Ok(rows)
    }

    /// What each node that sells has of a virtual kit: as many as can be sent from there whole, of units that the
    /// components' own safety stock, quotas and protection leave; less the kit's safety stock.
    pub(super) fn kit_nodes(&self, contents: &KitContents, units: &[KitStock]) -> Vec<NodePromiseable> {
        let kits = available_kits(self.sku.clone(), contents, units).nodes;
        let row = |node: &Node| {
            let at = kits.iter().find(|at| at.node.as_ref() == Some(&node.id));
            let free = at.map_or(0, |at| i64::try_from(at.kits).unwrap_or(UNCOUNTED).min(UNCOUNTED));
            let safety = self.safety(node, SafetySupply::OnHand, free);
            NodePromiseable {
                node: node.id.clone(),
                free,
                ring_fenced: 0,
                barred: 0,
                protected: 0,
                atf: safety.available,
                ato: safety.available,
                safety,
                incoming: 0,
                incoming_safety: self.safety(node, SafetySupply::Incoming, 0),
            }
        };
        self.network.nodes.values().filter(|node| node.active).map(row).collect()
    }

    /// Units of a component that kits may take, by node.
    pub(super) fn for_kits(&self, nodes: &[NodePromiseable]) -> Vec<KitStock> {
        let uncounted = self.record.is_some_and(|record| record.sale_mode.is_unlimited());
        let units = |row: &NodePromiseable| {
            let left = row.atf.saturating_sub(row.ring_fenced).saturating_sub(row.protected);
            let available = if uncounted { UNCOUNTED } else { left };
            KitStock { sku: self.sku.clone(), node: Some(row.node.clone()), available }
        };
        nodes.iter().map(units).collect()
    }

    fn node(&self, node: &Node, seen: &Seen) -> NodePromiseable {
        let ring_fenced = fenced(&self.ledger, &node.id);
        // What an expired hold took from a quota is free of the hold and fenced again: it counts once either way.
        let free = seen.cell.free().saturating_add(seen.lapsed).saturating_add(fenced(self.stored, &node.id));
        let barred = self.barred(seen);
        let sellable = free.saturating_sub(barred);
        let kept = self.record.map_or(0, |record| record.min_free(0)).max(0);
        let incoming = seen.cell.incoming;
        let safety = self.safety(node, SafetySupply::OnHand, sellable);
        let incoming_safety = self.safety(node, SafetySupply::Incoming, incoming);
        let atf = safety.available;
        NodePromiseable {
            node: node.id.clone(),
            free,
            ring_fenced,
            barred,
            protected: kept.min(sellable.saturating_sub(ring_fenced)).max(0),
            safety,
            atf,
            incoming,
            ato: atf.saturating_add(incoming_safety.available.max(0)),
            incoming_safety,
        }
    }

    /// Free units that may not be sold to just anybody.
    fn barred(&self, seen: &Seen) -> i64 {
        let Some((book, rule)) = seen.lots.as_ref().zip(self.record.and_then(|record| record.lots.as_ref()))
        else {
            return 0;
        };
        barred_units(book, &LotDemand::of(rule, Quantity::ZERO, self.at))
    }

    fn safety(&self, node: &Node, supply: SafetySupply, units: i64) -> SafetyStock {
        let question = SafetyQuestion {
            sku: self.sku.clone(),
            node: node.id.clone(),
            node_type: node.node_type.clone(),
            delivery_methods: self.methods.to_vec(),
            supply,
            units,
        };
        safety_stock(self.factors, &question)
    }

    /// The figures that channels share.
    pub(super) fn pool(
        &self,
        nodes: &[NodePromiseable],
        incoming: Vec<PoolIncoming>,
        rates: &[PoolRate],
    ) -> PublicationPool {
        let uncounted = self.record.is_some_and(|record| record.sale_mode.is_unlimited());
        let node = |row: &NodePromiseable| {
            let free = row.free.saturating_sub(row.barred).saturating_sub(row.protected);
            let (free, safety) = if uncounted { (UNCOUNTED, 0) } else { (free, row.safety.withheld) };
            PoolNode { node: row.node.clone(), free, safety }
        };
        let quota = |entry: &crate::publish::QuotaEntry| {
            let channel = entry.group.0.first().and_then(|name| ChannelId::new(name.as_str()).ok())?;
            Some(PoolQuota { channel, node: Some(entry.node.clone()), units: entry.remaining })
        };
        PublicationPool {
            at: self.at,
            nodes: nodes.iter().map(node).collect(),
            incoming,
            quotas: self.ledger.entries.iter().filter_map(quota).collect(),
            rates: rates.to_vec(),
        }
    }
}

/// What ordered receipts still bring and nobody was promised. Promises that name no receipt count against the first to
/// arrive, though there may be stock for them, so that no unit is shown twice; plans that
/// nobody has ordered are left out.
pub(super) fn unpromised(book: &SupplyBook, at: Instant) -> Vec<PoolIncoming> {
    let unbound = book.live_promises(at).filter(|promise| promise.receipt.is_none());
    let mut owed = unbound.fold(0_i64, |sum, promise| sum.saturating_add(promise.quantity.signed()));
    let ordered = book.receipts.values().filter(|receipt| receipt.plan.kind != SupplyKind::Planned);
    let mut receipts: Vec<_> = ordered.collect();
    receipts.sort_by_key(|receipt| (receipt.plan.eta, receipt.id.clone()));
    let rows = receipts.into_iter().map(|receipt| {
        let bound = i64::try_from(book.bound_to(&receipt.id)).unwrap_or(i64::MAX);
        let left = receipt.open().signed().saturating_sub(bound).max(0);
        let taken = left.min(owed);
        owed = owed.saturating_sub(taken);
        PoolIncoming { node: book.node.clone(), due_at: receipt.plan.eta, units: left.saturating_sub(taken) }
    });
    rows.filter(|row| row.units > 0).collect()
}

/// The units of a SKU that a reservation holds, by node.
pub(super) fn units_of(reservation: &Reservation, sku: &SkuId) -> Vec<(NodeId, Quantity)> {
    let items = reservation.items.iter().filter(|item| item.sku == *sku);
    items.map(|item| (item.node.clone(), item.quantity)).collect()
}
