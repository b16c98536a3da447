//! What each channel would see.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::Oms;
use super::super::publication::{Gather, NodePromiseable, Seen, units_of, unpromised};
use super::kit::sku_records;
use crate::catalog::{KitContents, Sku};
use crate::error::Error;
use crate::network::Network;
use crate::publish::{
    ChannelStock, DeliveryMethod, Publication, PublicationPolicy, QuotaLedger, SafetyFactors, publish,
};
use crate::stock::Reservation;
use crate::store::{CellKey, Document, DocumentKey, Keys, Snapshot, Store};
use crate::value::{Instant, NodeId, SkuId, TenantId};

/// What each channel would be told of SKUs at an instant, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskPublication"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskPublication {
    /// Whose stock.
    pub tenant: TenantId,
    /// Which SKUs.
    pub skus: Vec<SkuId>,
    /// When; reservations that have run out by then count for nothing.
    pub at: Instant,
    /// The ways of delivery that safety stock is asked for; those of the policy when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery_methods: Vec<DeliveryMethod>,
}

/// What each channel would be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublicationAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicationAnswer {
    /// By SKU, in the order asked.
    pub skus: Vec<SkuPublication>,
}

/// What each channel would be told of a SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SkuPublication {
    /// The SKU.
    pub sku: SkuId,
    /// What each node that sells has, by node.
    pub nodes: Vec<NodePromiseable>,
    /// Each channel's figure with every step.
    pub publication: Publication,
    /// What the channels were last told, in the order of the policy; those never told are left out.
    pub last: Vec<ChannelStock>,
    /// The quotas, with what expired reservations give back; absent where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotas: Option<QuotaLedger>,
}

/// The records that a publication reads.
struct Records {
    network: Arc<Network>,
    factors: Arc<SafetyFactors>,
    snapshot: Snapshot,
}

impl Records {
    fn of(snapshot: Snapshot) -> Self {
        let (mut network, mut factors) = (Arc::default(), Arc::default());
        for entry in &snapshot.documents {
            match &entry.stored.document {
                Document::Network(known) => network = Arc::clone(known),
                Document::SafetyFactors(known) => factors = Arc::clone(known),
                _ => {}
            }
        }
        Self { network, factors, snapshot }
    }

    fn document(&self, key: &DocumentKey) -> Option<&Document> {
        self.snapshot.documents.iter().find(|entry| entry.key == *key).map(|entry| &entry.stored.document)
    }

    fn sku(&self, tenant: &TenantId, sku: &SkuId) -> Option<&Sku> {
        match self.document(&DocumentKey::sku(tenant, sku))? {
            Document::Sku(record) => Some(record),
            _ => None,
        }
    }

    fn policy(&self, tenant: &TenantId, sku: &SkuId) -> Arc<PublicationPolicy> {
        let known = [Some(sku), None].into_iter().find_map(|sku| {
            match self.document(&DocumentKey::publication_policy(tenant, sku))? {
                Document::PublicationPolicy(policy) => Some(Arc::clone(policy)),
                _ => None,
            }
        });
        known.unwrap_or_default()
    }

    fn quotas(&self, tenant: &TenantId, sku: &SkuId) -> Arc<QuotaLedger> {
        match self.document(&DocumentKey::quotas(tenant, sku)) {
            Some(Document::Quotas(ledger)) => Arc::clone(ledger),
            _ => Arc::new(QuotaLedger::new(sku.clone())),
        }
    }
}

impl<S: Store> Oms<S> {
    /// What each channel would be told of SKUs at an instant, and why.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn publication(&self, ask: &AskPublication) -> Result<Vec<SkuPublication>, Error> {
        let tenant = &ask.tenant;
        let mut keys = Keys::default();
        keys.documents.insert(DocumentKey::network(tenant));
        keys.documents.insert(DocumentKey::safety_factors(tenant));
        keys.documents.insert(DocumentKey::publication_policy(tenant, None));
        for sku in &ask.skus {
            keys.documents.insert(DocumentKey::sku(tenant, sku));
            keys.documents.insert(DocumentKey::publication_policy(tenant, Some(sku)));
            keys.documents.insert(DocumentKey::quotas(tenant, sku));
        }
        let mut records = Records::of(self.store().load(&keys)?);
        let mut known: BTreeMap<SkuId, Arc<Sku>> = sku_records(&records.snapshot).collect();
        let kits = self.kit_contents(tenant, &ask.skus, &mut known)?;
        let parts: BTreeSet<&SkuId> = kits.values().flat_map(KitContents::skus).collect();
        if !parts.is_empty() {
            let own = |part: &&SkuId| [DocumentKey::sku(tenant, part), DocumentKey::quotas(tenant, part)];
            let documents = parts.iter().flat_map(own).collect();
            let loaded = self.store().load(&Keys { documents, ..Keys::default() })?;
            records.snapshot.documents.extend(loaded.documents);
        }
        let mut keys = Keys { expired_by: Some(ask.at), ..Keys::default() };
        for sku in ask.skus.iter().chain(parts) {
            keys.cells.extend(records.network.nodes.keys().map(|node| cell_key(tenant, sku, node)));
            if records.sku(tenant, sku).is_some_and(|record| record.lots.is_some()) {
                let nodes = records.network.nodes.keys();
                keys.documents.extend(nodes.map(|node| DocumentKey::lots(tenant, sku, node)));
            }
        }
        for sku in &ask.skus {
            let policy = records.policy(tenant, sku);
            let channels = policy.channels.iter().map(|channel| &channel.channel);
            keys.documents.extend(channels.map(|one| DocumentKey::channel_stock(tenant, one, sku)));
            if policy.incoming.is_some() {
                let nodes = records.network.nodes.keys();
                keys.documents.extend(nodes.map(|node| DocumentKey::supply(tenant, sku, node)));
            }
        }
        let seen = self.store().load(&keys)?;
        ask.skus.iter().map(|sku| published(ask, (sku, kits.get(sku)), &records, &seen)).collect()
    }
}

fn published(
    ask: &AskPublication,
    (sku, kit): (&SkuId, Option<&KitContents>),
    records: &Records,
    seen: &Snapshot,
) -> Result<SkuPublication, Error> {
    let tenant = &ask.tenant;
    let policy = records.policy(tenant, sku);
    let stored = records.quotas(tenant, sku);
    let expired: Vec<&Reservation> = (seen.expired.iter())
        .filter_map(|entry| match &entry.stored.document {
            Document::Reservation(reservation) => Some(&**reservation),
            _ => None,
        })
        .collect();
    let ledger = (*stored).clone();
    let (network, factors) = (&*records.network, &*records.factors);
    let asked =
        if ask.delivery_methods.is_empty() { &policy.delivery_methods } else { &ask.delivery_methods };
    let methods = &**asked;
    let record = records.sku(tenant, sku);
    let mut gather = Gather { sku, record, at: ask.at, network, factors, methods, stored: &stored, ledger };
    gather.expire(expired.iter().copied());
    let nodes = match kit {
        Some(contents) => {
            let units = contents.skus().into_iter().flat_map(|part| {
                let stored = records.quotas(tenant, part);
                let (ledger, record) = ((*stored).clone(), records.sku(tenant, part));
                let mut gather = Gather { sku: part, record, stored: &stored, ledger, ..gather };
                gather.expire(expired.iter().copied());
                gather.for_kits(&promiseable(tenant, &gather, &expired, seen))
            });
            gather.kit_nodes(contents, &units.collect::<Vec<_>>())
        }
        None => promiseable(tenant, &gather, &expired, seen),
    };
    let books = seen.documents.iter().filter_map(|entry| match &entry.stored.document {
        Document::Supply(book) if book.sku == *sku => Some(book),
        _ => None,
    });
    let selling = books.filter(|book| network.nodes.get(&book.node).is_some_and(|node| node.active));
    let incoming = selling.flat_map(|book| unpromised(book, ask.at)).collect();
    let publication = publish(&policy, &gather.pool(&nodes, incoming, &[]))?;
    let last = policy.channels.iter().filter_map(|channel| {
        let key = DocumentKey::channel_stock(tenant, &channel.channel, sku);
        let entry = seen.documents.iter().find(|entry| entry.key == key)?;
        match &entry.stored.document {
            Document::ChannelStock(known) => Some(ChannelStock::clone(known)),
            _ => None,
        }
    });
    let last = last.collect();
    let quotas = (!gather.ledger.entries.is_empty()).then_some(gather.ledger);
    Ok(SkuPublication { sku: sku.clone(), nodes, publication, last, quotas })
}

/// What each node that sells has of a SKU.
fn promiseable(
    tenant: &TenantId,
    gather: &Gather<'_>,
    expired: &[&Reservation],
    seen: &Snapshot,
) -> Vec<NodePromiseable> {
    let sku = gather.sku;
    let nodes = gather.nodes(|node| -> Result<Seen, Infallible> {
        let key = cell_key(tenant, sku, node);
        let cell = seen.cells.iter().find(|entry| entry.key == key).map(|entry| entry.cell);
        let held = expired.iter().flat_map(|reservation| units_of(reservation, sku));
        let held = held.filter(|(at, _)| at == node).map(|(_, units)| units.signed());
        let lots = seen.documents.iter().find_map(|entry| match &entry.stored.document {
            Document::Lots(book) if book.sku == *sku && book.node == *node => Some(Arc::clone(book)),
            _ => None,
        });
        Ok(Seen { cell: cell.unwrap_or_default(), lapsed: held.fold(0, i64::saturating_add), lots })
    });
    nodes.unwrap_or_default()
}

fn cell_key(tenant: &TenantId, sku: &SkuId, node: &NodeId) -> CellKey {
    CellKey { tenant: tenant.clone(), sku: sku.clone(), node: node.clone() }
}
