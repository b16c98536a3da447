//! Queries: everything that can be asked of the engine without changing anything.

use serde::{Deserialize, Serialize};

use super::{AuditReport, Oms};
use crate::error::Error;
use crate::network::Network;
use crate::order::{Order, OrderStatus};
use crate::report::{ReportQuery, ReportTable, report};
use crate::shipment::Shipment;
use crate::stock::StockCell;
use crate::store::{
    CellKey, Document, DocumentKey, JournalEntry, Keys, Scan, ScanJournal, Snapshot, State, Store,
};
use crate::value::{Fingerprint, Instant, Money, NodeId, OrderId, ShipmentId, SkuId, TenantId, Version};

/// Something asked of the engine that changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Query {
    /// Prove the identities over the whole store.
    Audit(AskAudit),
    /// How many units could be promised.
    Availability(AskAvailability),
    /// What happened.
    Journal(AskJournal),
    /// An order.
    Order(AskOrder),
    /// A report.
    Report(AskReport),
    /// A shipment.
    Shipment(AskShipment),
    /// The hash of everything stored.
    StateHash(AskStateHash),
}

/// Prove the identities over the whole store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskAudit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskAudit {}

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

/// What happened, from a position of the journal on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskJournal"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskJournal {
    /// Whose entries; everybody's when absent, which is for those who run the system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<TenantId>,
    /// The position of the first entry wanted; the first of all has position 0.
    pub from: u64,
    /// The most to return.
    pub limit: u32,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskOrder"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskOrder {
    /// Whose.
    pub tenant: TenantId,
    /// Which.
    pub order: OrderId,
}

/// A report over everything that happened to a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskReport"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskReport {
    /// Whose.
    pub tenant: TenantId,
    /// What to report.
    pub query: ReportQuery,
}

/// A shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskShipment"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskShipment {
    /// Whose.
    pub tenant: TenantId,
    /// Which.
    pub shipment: ShipmentId,
}

/// The hash of everything stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskStateHash"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskStateHash {}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "answers are few at a time and live shortly")]
pub enum Answer {
    /// What the audit found.
    Audit(AuditAnswer),
    /// How many units could be promised.
    Availability(AvailabilityAnswer),
    /// What happened.
    Journal(JournalAnswer),
    /// The order.
    Order(OrderAnswer),
    /// The report.
    Report(ReportAnswer),
    /// The shipment.
    Shipment(ShipmentAnswer),
    /// The hash.
    StateHash(StateHashAnswer),
}

/// What the audit found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AuditAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditAnswer {
    /// The report.
    pub audit: AuditReport,
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
    /// Over all nodes that sell: the sum of what is promiseable at each.
    pub promiseable: i64,
    /// By node, those that do not sell included.
    pub nodes: Vec<NodeAvailability>,
}

/// What a node has of a SKU.
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

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "JournalAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JournalAnswer {
    /// The entries; fewer than asked means that there are no more.
    pub entries: Vec<JournalEntry>,
    /// The position to go on from.
    pub next: u64,
}

/// The order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "OrderAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderAnswer {
    /// The order with what is derived from it; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderView>,
}

/// An order with what is derived from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderView {
    /// How many events have made it.
    pub version: Version,
    /// Its status.
    pub status: OrderStatus,
    /// What everything ordered costs.
    pub total: Money,
    /// What the buyer has to pay, cancelled units left out.
    pub due: Money,
    /// What was paid, refunds taken off.
    pub paid: Money,
    /// The order.
    pub order: Order,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReportAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportAnswer {
    /// The table.
    pub table: ReportTable,
}

/// The shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ShipmentAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentAnswer {
    /// The shipment; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment: Option<Shipment>,
}

/// The hash of everything stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StateHashAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StateHashAnswer {
    /// The hash.
    pub hash: Fingerprint,
}

/// How many entries are read at once.
const PAGE: u32 = 1000;

impl<S: Store> Oms<S> {
    /// Answers a query.
    ///
    /// # Errors
    /// [`Error`] when the query is wrong or the store fails. What does not exist is an empty answer, not an error.
    pub fn query(&self, query: &Query) -> Result<Answer, Error> {
        Ok(match query {
            Query::Audit(_) => Answer::Audit(AuditAnswer { audit: self.audit()? }),
            Query::Availability(ask) => {
                let skus = self.availability(&ask.tenant, &ask.skus, ask.at)?;
                Answer::Availability(AvailabilityAnswer { skus })
            }
            Query::Journal(ask) => Answer::Journal(self.journal(ask.tenant.as_ref(), ask.from, ask.limit)?),
            Query::Order(ask) => Answer::Order(OrderAnswer { order: self.order(&ask.tenant, &ask.order)? }),
            Query::Report(ask) => {
                let facts = self.facts(&ask.tenant)?;
                let table = report(&facts, &ask.query).map_err(|error| Error::from(error).under("/query"))?;
                Answer::Report(ReportAnswer { table })
            }
            Query::Shipment(ask) => {
                let shipment = self.shipment(&ask.tenant, &ask.shipment)?;
                Answer::Shipment(ShipmentAnswer { shipment })
            }
            Query::StateHash(_) => Answer::StateHash(StateHashAnswer { hash: self.state_hash()? }),
        })
    }

    /// Entries of the journal from a position on, of one tenant or of all.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn journal(&self, tenant: Option<&TenantId>, from: u64, limit: u32) -> Result<JournalAnswer, Error> {
        let mut answer = JournalAnswer { entries: Vec::new(), next: from };
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        while answer.entries.len() < wanted {
            let scan = Scan::Journal(ScanJournal { from: answer.next, limit: PAGE.min(limit) });
            let page = self.store().scan(&scan)?.entries;
            if page.is_empty() {
                break;
            }
            for entry in page {
                if answer.entries.len() == wanted {
                    return Ok(answer);
                }
                answer.next = answer.next.saturating_add(1);
                if tenant.is_none_or(|tenant| *tenant == entry.tenant) {
                    answer.entries.push(entry);
                }
            }
        }
        Ok(answer)
    }

    /// An order, if there is one.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn order(&self, tenant: &TenantId, id: &OrderId) -> Result<Option<OrderView>, Error> {
        let snapshot = self.load_one(DocumentKey::order(tenant, id))?;
        let stored = snapshot.documents.into_iter().next().map(|entry| entry.stored);
        let Some((version, Document::Order(order))) = stored.map(|stored| (stored.version, stored.document))
        else {
            return Ok(None);
        };
        let money = |money: Result<Money, _>| money.map_err(crate::order::OrderError::Money);
        let (total, due, paid) = (money(order.total())?, money(order.due())?, money(order.paid())?);
        let (status, order) = (order.status(), Order::clone(&order));
        Ok(Some(OrderView { version, status, total, due, paid, order }))
    }

    /// A shipment, if there is one.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn shipment(&self, tenant: &TenantId, id: &ShipmentId) -> Result<Option<Shipment>, Error> {
        let snapshot = self.load_one(DocumentKey::shipment(tenant, id))?;
        Ok(snapshot.documents.into_iter().find_map(|entry| match entry.stored.document {
            Document::Shipment(shipment) => Some(Shipment::clone(&shipment)),
            _ => None,
        }))
    }

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
        let cells = skus.iter().flat_map(|sku| network.nodes.keys().map(|node| cell_key(tenant, sku, node)));
        let keys = Keys { cells: cells.collect(), expired_by: Some(at), ..Keys::default() };
        let seen = self.store().load(&keys)?;
        Ok(skus.iter().map(|sku| available(tenant, sku, &network, &records, &seen)).collect())
    }

    /// The hash of everything stored, folded from the journal.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn state_hash(&self) -> Result<Fingerprint, Error> {
        let mut state = State::default();
        self.each_entry(|entry| state.apply(&entry))?;
        Ok(state.hash())
    }

    fn load_one(&self, key: DocumentKey) -> Result<Snapshot, Error> {
        let mut keys = Keys::default();
        keys.documents.insert(key);
        Ok(self.store().load(&keys)?)
    }
}

fn cell_key(tenant: &TenantId, sku: &SkuId, node: &NodeId) -> CellKey {
    CellKey { tenant: tenant.clone(), sku: sku.clone(), node: node.clone() }
}

fn available(
    tenant: &TenantId,
    sku: &SkuId,
    network: &Network,
    records: &Snapshot,
    seen: &Snapshot,
) -> Availability {
    let limit = records.documents.iter().find_map(|entry| match &entry.stored.document {
        Document::Sku(record) if record.id == *sku => Some(record.backorder_limit.signed()),
        _ => None,
    });
    let nodes: Vec<NodeAvailability> = (network.nodes.values())
        .map(|node| {
            let key = cell_key(tenant, sku, &node.id);
            let mut cell =
                seen.cells.iter().find(|entry| entry.key == key).map(|entry| entry.cell).unwrap_or_default();
            for entry in &seen.expired {
                if let Document::Reservation(reservation) = &entry.stored.document {
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
    Availability { sku: sku.clone(), promiseable: nodes.iter().map(|node| node.promiseable).sum(), nodes }
}
