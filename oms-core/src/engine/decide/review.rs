//! Review: gathering the facts that the rules look at.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decided, Desk, Draft};
use crate::engine::view::Halt;
use crate::order::OrderCommand;
use crate::review::{ReviewFacts, review_order};
use crate::stock::ReservedItem;
use crate::store::{CellKey, DocumentKey, Explanation, ReviewExplained};
use crate::value::{OrderId, SkuId};

impl Desk<'_, '_> {
    pub(super) fn review_order(&mut self, order: &OrderId) -> Decided {
        // Whatever the order says, these are needed: ask for them in the same round as the order.
        let shared = [DocumentKey::policy(self.tenant), DocumentKey::network(self.tenant)];
        let shared = self.view.need(shared);
        let order = self.view.order(self.tenant, order)?;
        shared?;
        let mut draft = Draft::of(&order, self.at);
        self.review(&mut draft)?;
        Ok(draft.decision)
    }

    /// Reviews the order as the draft leaves it.
    pub(super) fn review(&mut self, draft: &mut Draft) -> Result<(), Halt> {
        let skus: BTreeSet<SkuId> = draft.order.lines.iter().map(|line| line.sku.clone()).collect();
        let own = draft.order.reservation.as_ref();
        let documents = skus
            .iter()
            .map(|sku| DocumentKey::sku(self.tenant, sku))
            .chain([DocumentKey::policy(self.tenant), DocumentKey::network(self.tenant)])
            .chain(own.map(|own| DocumentKey::reservation(self.tenant, own)));
        self.view.need(documents)?;
        let policy = self.view.policy(self.tenant)?;
        let promiseable = if policy.review_stock { Some(self.promiseable(draft, &skus)?) } else { None };
        let mut known_skus = BTreeSet::new();
        for sku in skus {
            if self.view.sku(self.tenant, &sku)?.is_some() {
                known_skus.insert(sku);
            }
        }
        let facts = ReviewFacts { policy: &policy, known_skus, promiseable };
        let findings = review_order(&draft.order, &facts);
        draft.order(&OrderCommand::Review(findings.clone()))?;
        draft.decision.explanations.push(Explanation::Review(ReviewExplained { findings }));
        Ok(())
    }

    /// Units of each SKU that could be promised to the order over all active nodes: free, held by reservations whose
    /// time has run out, held by its own, and what backorders allow.
    fn promiseable(&mut self, draft: &Draft, skus: &BTreeSet<SkuId>) -> Result<BTreeMap<SkuId, i64>, Halt> {
        let network = self.view.network(self.tenant)?;
        let nodes: Vec<_> = network.nodes.values().filter(|node| node.active).map(|node| &node.id).collect();
        let cells: Vec<CellKey> =
            skus.iter().flat_map(|sku| nodes.iter().map(|node| self.cell_key(sku, node))).collect();
        self.view.need_cells(&cells)?;
        let mut promiseable: BTreeMap<SkuId, i64> = BTreeMap::new();
        let mut add = |sku: &SkuId, units: i64| *promiseable.entry(sku.clone()).or_default() += units;
        let mut lapsed: BTreeMap<CellKey, i64> = BTreeMap::new();
        let wanted = |item: &ReservedItem| skus.contains(&item.sku) && nodes.contains(&&item.node);
        for reservation in self.view.expired(self.tenant, self.at, wanted) {
            for item in &reservation.items {
                *lapsed.entry(self.cell_key(&item.sku, &item.node)).or_default() += item.quantity.signed();
            }
        }
        for (sku, cells) in skus.iter().zip(cells.chunks(nodes.len().max(1))) {
            let min_free = self.min_free_for(sku, draft.order.class)?;
            for key in cells {
                let lapsed = lapsed.get(key).copied().unwrap_or_default();
                // Only the sum may be cut at zero: a cell that promised too much first makes up for that.
                let free = self.view.cell(key)?.free().saturating_add(lapsed);
                add(sku, free.saturating_sub(min_free).max(0));
            }
        }
        if let Some(own) = &draft.order.reservation
            && let Some(own) = self.view.find_reservation(self.tenant, own)?
            && own.is_live(self.at)
        {
            own.items.iter().for_each(|item| add(&item.sku, item.quantity.signed()));
        }
        Ok(promiseable)
    }
}
