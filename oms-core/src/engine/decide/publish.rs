//! What channels are told: policies, safety factors, figures and their confirmation.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::reference::record;
use super::{Decided, Decision, Desk};
use crate::catalog::{KitContents, KitStock};
use crate::engine::publication::{Gather, NodePromiseable, Seen, units_of, unpromised};
use crate::engine::view::Halt;
use crate::engine::{AcknowledgePublication, PublishStock, PutPublicationPolicy, PutSafetyFactors};
use crate::error::Error;
use crate::publish::{ChannelStock, PublishError, publish};
use crate::stock::Reservation;
use crate::store::{
    CellKey, ChannelStockRecord, DocumentKey, Event, Explanation, PublicationExplained,
    PublicationPolicyRecorded, SafetyFactorsRecorded,
};
use crate::value::{NodeId, Problems, SkuId};

impl Desk<'_, '_> {
    pub(super) fn put_publication_policy(&mut self, put: &PutPublicationPolicy) -> Decided {
        let (sku, policy) = (put.sku.clone(), put.policy.clone());
        self.view.need([DocumentKey::publication_policy(self.tenant, sku.as_ref())])?;
        record(put.policy.problems(), "policy", || {
            Event::PublicationPolicy(PublicationPolicyRecorded { sku, policy })
        })
    }

    pub(super) fn put_safety_factors(&mut self, put: &PutSafetyFactors) -> Decided {
        self.view.need([DocumentKey::safety_factors(self.tenant)])?;
        let factors = put.factors.clone();
        record(put.factors.problems(), "factors", || Event::SafetyFactors(SafetyFactorsRecorded { factors }))
    }

    pub(super) fn acknowledge_publication(&mut self, acknowledge: &AcknowledgePublication) -> Decided {
        let (channel, sku) = (&acknowledge.channel, &acknowledge.sku);
        let acknowledged = acknowledge.version;
        let Some(known) = self.view.channel_stock(self.tenant, channel, sku)? else {
            let (channel, sku) = (channel.clone(), sku.clone());
            return Err(PublishError::NeverSent { channel, sku, sent: 0, acknowledged }.into());
        };
        let event = known.acknowledge(acknowledged)?;
        let events = event.into_iter().map(|event| Event::ChannelStock(ChannelStockRecord { event }));
        Ok(Decision { events: events.collect(), ..Decision::default() })
    }

    pub(super) fn publish_stock(&mut self, publish: &PublishStock) -> Decided {
        self.need_publication(&publish.skus)?;
        let mut problems = Problems::new();
        let mut named = BTreeSet::new();
        for (at, sku) in publish.skus.iter().enumerate() {
            if !named.insert(sku) {
                problems.add("input.duplicate", format!("/skus/{at}"), "name each SKU once");
            }
            if self.view.sku(self.tenant, sku)?.is_none() {
                let message = format!("there is no SKU `{sku}`; put its record first");
                problems.add("stock.unknown_sku", format!("/skus/{at}"), message);
            }
        }
        if !problems.is_empty() {
            return Err(Error::Input(problems).into());
        }
        let kits = self.published_kits(&publish.skus)?;
        let parts: BTreeSet<&SkuId> = kits.values().flat_map(KitContents::skus).collect();
        self.view.need(parts.iter().map(|part| DocumentKey::quotas(self.tenant, part)))?;
        self.need_figures(&publish.skus, &parts)?;
        let mut decision = Decision::default();
        for sku in &publish.skus {
            self.publish_sku(sku, kits.get(sku), publish, &mut decision)?;
        }
        Ok(decision)
    }

    /// What the virtual kits among the SKUs may take; nothing where a kit cannot be taken apart.
    fn published_kits(&mut self, skus: &[SkuId]) -> Result<BTreeMap<SkuId, KitContents>, Halt> {
        let mut kits = BTreeMap::new();
        if !self.any_virtual_kit(skus)? {
            return Ok(kits);
        }
        let book = self.kit_book(skus, None)?;
        for sku in skus.iter().filter(|sku| book.is_virtual(sku)) {
            kits.insert(sku.clone(), book.contents(sku).unwrap_or_default());
        }
        Ok(kits)
    }

    fn need_publication(&mut self, skus: &[SkuId]) -> Result<(), Halt> {
        let tenant = self.tenant;
        let shared = [
            DocumentKey::network(tenant),
            DocumentKey::safety_factors(tenant),
            DocumentKey::publication_policy(tenant, None),
        ];
        let own = skus.iter().flat_map(|sku| {
            [
                DocumentKey::sku(tenant, sku),
                DocumentKey::quotas(tenant, sku),
                DocumentKey::publication_policy(tenant, Some(sku)),
            ]
        });
        self.view.need(shared.into_iter().chain(own))
    }

    fn need_figures(&mut self, skus: &[SkuId], parts: &BTreeSet<&SkuId>) -> Result<(), Halt> {
        let network = self.view.network(self.tenant)?;
        let mut cells = Vec::new();
        let mut told = Vec::new();
        for sku in skus {
            let policy = self.view.publication_policy(self.tenant, sku)?;
            let channels = policy.channels.iter().map(|channel| &channel.channel);
            told.extend(channels.map(|channel| DocumentKey::channel_stock(self.tenant, channel, sku)));
            if policy.incoming.is_some() {
                let books = network.nodes.keys().map(|node| DocumentKey::supply(self.tenant, sku, node));
                told.extend(books);
            }
        }
        for sku in skus.iter().chain(parts.iter().copied()) {
            cells.extend(network.nodes.keys().map(|node| self.cell_key(sku, node)));
            if self.view.sku(self.tenant, sku)?.is_some_and(|record| record.lots.is_some()) {
                let books = network.nodes.keys().map(|node| DocumentKey::lots(self.tenant, sku, node));
                told.extend(books);
            }
        }
        let told = self.view.need(told);
        self.view.need_cells(&cells)?;
        told
    }

    fn publish_sku(
        &mut self,
        sku: &SkuId,
        kit: Option<&KitContents>,
        asked: &PublishStock,
        decision: &mut Decision,
    ) -> Result<(), Halt> {
        let policy = self.view.publication_policy(self.tenant, sku)?;
        let (network, factors) = (self.view.network(self.tenant)?, self.view.safety_factors(self.tenant)?);
        let stored = self.view.quotas(self.tenant, sku)?;
        let expired = self.view.expired(self.tenant, self.at, |item| item.sku == *sku);
        let ledger = (*stored).clone();
        let (network, factors, at) = (&*network, &*factors, self.at);
        let methods = &*policy.delivery_methods;
        let record = self.view.sku(self.tenant, sku)?;
        let record = record.as_deref();
        let mut gather = Gather { sku, record, at, network, factors, methods, stored: &stored, ledger };
        gather.expire(expired.iter().map(Arc::as_ref));
        let nodes = match kit {
            Some(contents) => {
                let mut units = Vec::new();
                for part in contents.skus() {
                    units.extend(self.units_for_kits(part, &gather)?);
                }
                gather.kit_nodes(contents, &units)
            }
            None => self.published_nodes(&gather, &expired)?,
        };
        // A rate for a channel that the policy of this SKU does not name concerns another SKU.
        let mut incoming = Vec::new();
        for node in network.nodes.values().filter(|node| node.active && policy.incoming.is_some()) {
            let book = self.view.supply(self.tenant, sku, &node.id)?;
            incoming.extend(unpromised(&book, self.at));
        }
        let publication = publish(&policy, &gather.pool(&nodes, incoming, &asked.rates))?;
        for figure in &publication.channels {
            let known = self.view.channel_stock(self.tenant, &figure.channel, sku)?;
            let rule = (&policy.push, policy.bands.as_ref());
            let id = (&figure.channel, sku);
            let events = ChannelStock::publish(known.as_deref(), id, figure.published, rule, self.at);
            let events = events.into_iter().map(|event| Event::ChannelStock(ChannelStockRecord { event }));
            decision.events.extend(events);
        }
        let publication = Arc::new(publication);
        let explained = PublicationExplained { sku: sku.clone(), publication };
        decision.explanations.push(Explanation::Publication(explained));
        Ok(())
    }

    /// What each node that sells has of a SKU.
    fn published_nodes(
        &mut self,
        gather: &Gather<'_>,
        expired: &[Arc<Reservation>],
    ) -> Result<Vec<NodePromiseable>, Halt> {
        let sku = gather.sku;
        let by_lot = gather.record.is_some_and(|record| record.lots.is_some());
        gather.nodes(|node: &NodeId| -> Result<Seen, Halt> {
            let key = CellKey { tenant: self.tenant.clone(), sku: sku.clone(), node: node.clone() };
            let held = expired.iter().flat_map(|reservation| units_of(reservation, sku));
            let held = held.filter(|(at, _)| at == node).map(|(_, units)| units.signed());
            let lots = if by_lot { Some(self.view.lots(self.tenant, sku, node)?) } else { None };
            Ok(Seen { cell: self.view.cell(&key)?, lapsed: held.fold(0, i64::saturating_add), lots })
        })
    }

    /// Units of a component that a kit may take, by node.
    fn units_for_kits(&mut self, part: &SkuId, kit: &Gather<'_>) -> Result<Vec<KitStock>, Halt> {
        let stored = self.view.quotas(self.tenant, part)?;
        let expired = self.view.expired(self.tenant, self.at, |item| item.sku == *part);
        let record = self.view.sku(self.tenant, part)?;
        let (ledger, record) = ((*stored).clone(), record.as_deref());
        let mut gather = Gather { sku: part, record, stored: &stored, ledger, ..*kit };
        gather.expire(expired.iter().map(Arc::as_ref));
        let nodes = self.published_nodes(&gather, &expired)?;
        Ok(gather.for_kits(&nodes))
    }
}
