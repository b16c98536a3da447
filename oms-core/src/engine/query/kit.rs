//! How many virtual kits could be promised: what their components make.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::Oms;
use super::stock::{Availability, GroupAvailability, NodeAvailability};
use crate::catalog::{KitBook, KitContents, KitStock, Sku, available_kits};
use crate::error::Error;
use crate::stock::StockCell;
use crate::store::{Document, DocumentKey, Keys, Snapshot, Store};
use crate::value::{NodeId, SkuId, TenantId};

impl<S: Store> Oms<S> {
    /// What one of each virtual kit among the SKUs may take. The records of components are loaded level by level and
    /// added to the known ones.
    /// A kit that cannot be taken apart, because a kit in it was written anew with more levels or
    /// units, takes nothing and cannot be sold.
    pub(super) fn kit_contents(
        &self,
        tenant: &TenantId,
        skus: &[SkuId],
        known: &mut BTreeMap<SkuId, Arc<Sku>>,
    ) -> Result<BTreeMap<SkuId, KitContents>, Error> {
        if !known.values().any(|sku| sku.is_virtual_kit()) {
            return Ok(BTreeMap::new());
        }
        let mut asked: BTreeSet<SkuId> = skus.iter().cloned().collect();
        loop {
            let options = |sku: &Sku| {
                let options = sku.kit_choices.iter().flat_map(|choice| &choice.options);
                options.map(|option| option.sku.clone()).collect::<Vec<_>>()
            };
            let parts = known
                .values()
                .flat_map(|sku| sku.kit.iter().map(|part| part.sku.clone()).chain(options(sku)));
            let inner: BTreeSet<SkuId> = parts.filter(|sku| !asked.contains(sku)).collect();
            if inner.is_empty() {
                break;
            }
            let mut keys = Keys::default();
            keys.documents.extend(inner.iter().map(|sku| DocumentKey::sku(tenant, sku)));
            known.extend(sku_records(&self.store().load(&keys)?));
            asked.extend(inner);
        }
        let book = KitBook::of(known.values().map(|sku| &**sku));
        let kits = skus.iter().filter(|sku| book.is_virtual(sku));
        Ok(kits.map(|sku| (sku.clone(), book.contents(sku).unwrap_or_default())).collect())
    }
}

/// The SKU records of a snapshot.
pub(super) fn sku_records(snapshot: &Snapshot) -> impl Iterator<Item = (SkuId, Arc<Sku>)> {
    snapshot.documents.iter().filter_map(|entry| match &entry.stored.document {
        Document::Sku(sku) => Some((sku.id.clone(), Arc::clone(sku))),
        _ => None,
    })
}

/// How many of a kit its components make: the figures of each SKU that may be in it, each once.
pub(super) fn available_kit(kit: &SkuId, takes: &KitContents, components: &[Availability]) -> Availability {
    let figures = |of: fn(&NodeAvailability) -> i64| {
        let stock = components.iter().flat_map(|component| {
            component.nodes.iter().map(move |node| KitStock {
                sku: component.sku.clone(),
                node: Some(node.node.clone()),
                available: of(node),
            })
        });
        available_kits(kit.clone(), takes, &stock.collect::<Vec<_>>())
    };
    let kits = figures(|node| node.promiseable);
    let free = figures(|node| node.free);
    let at = |nodes: &[crate::catalog::KitNodeAvailability], id: &NodeId| {
        let node = nodes.iter().find(|node| node.node.as_ref() == Some(id));
        node.map_or(0, |node| i64::try_from(node.kits).unwrap_or(i64::MAX))
    };
    let nodes = components.first().map_or(&[][..], |component| &component.nodes);
    let nodes = nodes.iter().map(|node| NodeAvailability {
        node: node.node.clone(),
        cell: StockCell::default(),
        free: at(&free.nodes, &node.node),
        barred: 0,
        promiseable: at(&kits.nodes, &node.node),
    });
    let known = components.first().map_or(&[][..], |component| &component.groups);
    let groups = known.iter().map(|group| {
        let of_group = |component: &Availability| {
            let same = component.groups.iter().find(|other| other.group == group.group);
            let available = same.map_or(0, |group| group.promiseable);
            KitStock { sku: component.sku.clone(), node: None, available }
        };
        let stock: Vec<KitStock> = components.iter().map(of_group).collect();
        let kits = available_kits(kit.clone(), takes, &stock).network;
        GroupAvailability { group: group.group.clone(), promiseable: i64::try_from(kits).unwrap_or(i64::MAX) }
    });
    Availability {
        sku: kit.clone(),
        promiseable: i64::try_from(kits.network).unwrap_or(i64::MAX),
        unlimited: takes.may_be_of(|sku| components.iter().any(|of| of.sku == *sku && of.unlimited)),
        groups: groups.collect(),
        nodes: nodes.collect(),
        kit: Some(kits),
    }
}
