//! Replenishment: gathering what the rules look at, and turning what they want into to-dos and alerts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Decided, Decision, Desk};
use crate::engine::view::Halt;
use crate::engine::{PutReplenishRule, ReviewStock, UpdateTodo};
use crate::error::Error;
use crate::purchase::{InventoryPosition, PurchaseError, PurchaseWish, StockWatch, WatchEvent};
use crate::replenish::{
    DatedUnits, PurchaseProposal, ReplenishDecision, ReplenishPolicy, ReplenishRequest, ReplenishRule,
    ReplenishVerdict, SupplierPart, replenish,
};
use crate::stock::ReservedItem;
use crate::store::{
    CellKey, DocumentKey, Event, Explanation, ReplenishExplained, ReplenishRuleRecorded, WatchRecord,
};
use crate::supply::SupplyReceipt;
use crate::value::{NodeId, Problems, SkuId};

/// The most SKUs that one review looks at.
const MOST_SKUS: usize = 1_000;

/// What a rule looks at.
#[derive(Default)]
struct Seen {
    position: InventoryPosition,
    free: i64,
    supply: Vec<DatedUnits>,
}

impl Desk<'_, '_> {
    /// The rule must be sound, its SKU and node known, and its levels such as can be computed.
    pub(super) fn put_replenish_rule(&mut self, put: &PutReplenishRule) -> Decided {
        let rule = &put.rule;
        let own = self.view.need([DocumentKey::replenish_rules(self.tenant, &rule.sku)]);
        let known = match &rule.node {
            Some(node) => self.must_know([("/rule", &rule.sku, node)]),
            None => self.must_know_sku(&rule.sku),
        };
        own?;
        known?;
        let problems = rule.problems();
        if !problems.is_empty() {
            return Err(Error::Input(problems.under("/rule")).into());
        }
        rule.levels()?;
        let event = Event::ReplenishRule(ReplenishRuleRecorded { rule: rule.clone() });
        Ok(Decision { events: vec![event], ..Decision::default() })
    }

    fn must_know_sku(&mut self, sku: &SkuId) -> Result<(), Halt> {
        if self.view.sku(self.tenant, sku)?.is_some() {
            return Ok(());
        }
        let mut problems = Problems::new();
        let message = format!("there is no SKU `{sku}`; put its record first");
        problems.add("stock.unknown_sku", "/rule/sku", message);
        Err(Error::Input(problems).into())
    }

    pub(super) fn update_todo(&mut self, update: &UpdateTodo) -> Decided {
        let watch = self.view.stock_watch(self.tenant, &update.sku)?;
        let unknown = || PurchaseError::UnknownTodo { sku: update.sku.clone(), todo: update.todo.clone() };
        let watch = watch.ok_or_else(unknown)?;
        let events = watch.change(&update.todo, &update.change, self.at);
        let events = events.map_err(|error| Error::from(error).under("/change"))?;
        let record = |event| Event::Watch(WatchRecord { sku: update.sku.clone(), event });
        Ok(Decision { events: events.into_iter().map(record).collect(), ..Decision::default() })
    }

    pub(super) fn review_stock(&mut self, review: &ReviewStock) -> Decided {
        let skus: BTreeSet<&SkuId> = review.skus.iter().collect();
        if skus.is_empty() || skus.len() > MOST_SKUS {
            let mut problems = Problems::new();
            problems.add("input.out_of_range", "/skus", format!("name 1 to {MOST_SKUS} SKUs"));
            return Err(Error::Input(problems).into());
        }
        let documents = skus.iter().flat_map(|sku| {
            [DocumentKey::replenish_rules(self.tenant, sku), DocumentKey::stock_watch(self.tenant, sku)]
        });
        self.view.need(documents.chain([DocumentKey::network(self.tenant)]))?;
        let mut rules: Vec<ReplenishRule> = Vec::new();
        for sku in skus {
            if let Some(of_sku) = self.view.replenish_rules(self.tenant, sku)? {
                let asked = |rule: &&ReplenishRule| review.node.is_none() || rule.node == review.node;
                rules.extend(of_sku.rules.iter().filter(asked).cloned());
            }
        }
        let mut cells: BTreeSet<CellKey> = BTreeSet::new();
        for rule in &rules {
            cells.extend(self.watched_cells(rule)?);
        }
        let books: Vec<DocumentKey> =
            cells.iter().map(|key| DocumentKey::supply(self.tenant, &key.sku, &key.node)).collect();
        let books = self.view.need(books);
        self.view.need_cells(&cells)?;
        books?;
        let lapsed = self.lapsed(&cells);
        let mut decision = Decision::default();
        let mut watches: BTreeMap<SkuId, StockWatch> = BTreeMap::new();
        for rule in rules {
            let watch = match watches.remove(&rule.sku) {
                Some(watch) => watch,
                None => match self.view.stock_watch(self.tenant, &rule.sku)? {
                    Some(watch) => StockWatch::clone(&watch),
                    None => StockWatch::new(rule.sku.clone()),
                },
            };
            let sku = rule.sku.clone();
            let watch = self.review_rule(rule, watch, &lapsed, &mut decision)?;
            watches.insert(sku, watch);
        }
        Ok(decision)
    }

    /// Looks by one rule, and gives the watch back as its events leave it.
    fn review_rule(
        &mut self,
        rule: ReplenishRule,
        mut watch: StockWatch,
        lapsed: &BTreeMap<CellKey, i64>,
        decision: &mut Decision,
    ) -> Result<StockWatch, Halt> {
        let (sku, node, marks) = (rule.sku.clone(), rule.node.clone(), rule.marks());
        let periodic = matches!(rule.policy, ReplenishPolicy::Periodic(_));
        let mut seen = self.seen(&rule, lapsed)?;
        seen.position.todos = watch.outstanding(node.as_ref());
        let open = watch.todos.iter().filter(|todo| todo.is_live() && todo.node == node);
        let part = |todo: &crate::purchase::PurchaseTodo| SupplierPart {
            supplier: todo.supplier.clone(),
            quantity: todo.quantity,
        };
        let decided = replenish(&ReplenishRequest {
            open: open.map(part).collect(),
            rule,
            position: seen.position,
            free: seen.free,
            supply: seen.supply,
            reviewed_at: watch.reviewed_at(node.as_ref()),
            at: self.at,
        })?;
        let mut take = |watch: &mut StockWatch, events: Vec<WatchEvent>| {
            for event in events {
                watch.apply(&event, self.at);
                decision.events.push(Event::Watch(WatchRecord { sku: sku.clone(), event }));
            }
        };
        let alert = watch.observe(node.as_ref(), marks, seen.free, self.at);
        take(&mut watch, alert);
        for proposal in &decided.proposals {
            let events = watch.want(node.as_ref(), &wish(proposal), self.at);
            take(&mut watch, events);
        }
        if periodic && looked(&decided) {
            take(&mut watch, vec![StockWatch::note_period(node.as_ref())]);
        }
        let alert = watch.alert(node.as_ref()).is_some();
        let explained =
            ReplenishExplained { sku, node, free: seen.free, marks, alert, decision: Arc::new(decided) };
        decision.explanations.push(Explanation::Replenish(explained));
        Ok(watch)
    }

    /// The cells that a rule looks at: that of its node, or those of all active nodes.
    fn watched_cells(&mut self, rule: &ReplenishRule) -> Result<Vec<CellKey>, Halt> {
        if let Some(node) = &rule.node {
            return Ok(vec![self.cell_key(&rule.sku, node)]);
        }
        let network = self.view.network(self.tenant)?;
        let nodes: Vec<&NodeId> =
            network.nodes.values().filter(|node| node.active).map(|node| &node.id).collect();
        Ok(nodes.into_iter().map(|node| self.cell_key(&rule.sku, node)).collect())
    }

    fn seen(&mut self, rule: &ReplenishRule, lapsed: &BTreeMap<CellKey, i64>) -> Result<Seen, Halt> {
        let mut seen = Seen::default();
        for key in self.watched_cells(rule)? {
            let cell = self.view.cell(&key)?;
            let position = &mut seen.position;
            position.on_hand = position.on_hand.saturating_add(cell.on_hand);
            position.unsellable = position.unsellable.saturating_add(cell.unsellable());
            position.allocated = position.allocated.saturating_add(cell.allocated);
            position.on_order = position.on_order.saturating_add(cell.incoming);
            // What was promised for a date waits for stock: it will be taken from what comes.
            let book = self.view.supply(self.tenant, &key.sku, &key.node)?;
            for promise in book.live_promises(self.at) {
                position.backorders = position.backorders.saturating_add(promise.quantity.signed());
            }
            let coming =
                |receipt: &SupplyReceipt| DatedUnits { at: receipt.plan.eta, quantity: receipt.open() };
            seen.supply.extend(book.receipts.values().map(coming));
            let lapsed = lapsed.get(&key).copied().unwrap_or_default();
            seen.free = seen.free.saturating_add(cell.free()).saturating_add(lapsed);
        }
        Ok(seen)
    }

    /// Units of cells that are held by reservations whose time has run out: they are free, swept or not.
    fn lapsed(&self, cells: &BTreeSet<CellKey>) -> BTreeMap<CellKey, i64> {
        let watched = |item: &ReservedItem| cells.contains(&self.cell_key(&item.sku, &item.node));
        let mut lapsed: BTreeMap<CellKey, i64> = BTreeMap::new();
        for reservation in self.view.expired(self.tenant, self.at, watched) {
            for item in &reservation.items {
                *lapsed.entry(self.cell_key(&item.sku, &item.node)).or_default() += item.quantity.signed();
            }
        }
        lapsed
    }
}

fn wish(proposal: &PurchaseProposal) -> PurchaseWish {
    PurchaseWish {
        supplier: proposal.supplier.clone(),
        quantity: proposal.quantity,
        landed_cost: proposal.landed_cost,
        reason: proposal.reason.clone(),
    }
}

/// Whether the rule looked at all.
const fn looked(decision: &ReplenishDecision) -> bool {
    !matches!(decision.verdict, ReplenishVerdict::Inactive | ReplenishVerdict::NotDue)
}
