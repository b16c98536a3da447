//! Orders that wait for stock, served in the order of their queue.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Action, AllocateOrder, Command, Oms};
use crate::allocation::AllocationStrategyKind;
use crate::backorder::{BackorderEntry, QueueKey, sort_queue};
use crate::error::{Error, ErrorReport};
use crate::order::{HoldStage, Order, OrderError, OrderLine};
use crate::stock::StockError;
use crate::store::{Document, DocumentKey, Keys, Store};
use crate::value::{
    CommandId, Instant, LineId, Money, OrderId, Problems, Quantity, SkuId, TenantId, fingerprint,
};

/// How orders that wait for stock are served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaitingQueue {
    /// What decides who stands before whom, most important first; then the instant of placing and the order id. The due
    /// date is what was promised, the quantity all open units, the margin what the open units sell for without tax less
    /// what their SKUs' records say they cost; an order of which a cost is not known stands last by margin.
    #[serde(default)]
    pub keys: Vec<QueueKey>,
    /// How each order is planned.
    pub strategy: AllocationStrategyKind,
}

/// What became of the orders that waited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaitingReport {
    /// Every order that waited, by its place in the queue.
    pub orders: Vec<WaitingOrder>,
}

/// What became of an order that waited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaitingOrder {
    /// The order.
    pub order: OrderId,
    /// Units set aside for it now.
    pub allocated: u64,
    /// Units that still wait.
    pub open: u64,
    /// SKUs that it did not try to get, because an order before it lacks them, and which order that is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behind: Vec<WaitingBehind>,
    /// Why nothing was set aside, where something was tried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<ErrorReport>,
}

/// A SKU that an order before lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaitingBehind {
    /// The SKU.
    pub sku: SkuId,
    /// The order before it.
    pub order: OrderId,
}

/// A queue being served: which SKUs the orders so far lack, and which order lacks each first.
struct Serving<'q> {
    tenant: &'q TenantId,
    at: Instant,
    strategy: AllocationStrategyKind,
    whole_orders: bool,
    lacking: BTreeMap<SkuId, OrderId>,
}

impl<S: Store> Oms<S> {
    /// Allocates the approved orders with open units in the order of a queue, so that none is overtaken: once an order
    /// lacks a SKU, nobody behind it gets a unit of that SKU, even if it would fit. Lines that a hold keeps from being
    /// allocated neither get units nor keep others waiting, and an order with a live reservation has its units already.
    ///
    /// Each order is a command of its own, whose id is made of what it does, so that asking twice at one instant
    /// changes nothing more. New orders that are allocated by themselves in between are not in the queue.
    ///
    /// # Errors
    /// [`Error`] when the store fails, and [`Error::Input`] where margins in several currencies are to be compared.
    pub fn allocate_waiting(
        &self,
        tenant: &TenantId,
        at: Instant,
        queue: &WaitingQueue,
    ) -> Result<WaitingReport, Error> {
        let mut waiting: BTreeMap<OrderId, Order> = BTreeMap::new();
        self.each_order(tenant, |order| {
            if order.may_allocate().is_ok() && open_lines(order).next().is_some() {
                waiting.insert(order.id.clone(), Order::clone(order));
            }
        })?;
        let margins = self.margins(tenant, &queue.keys, &waiting)?;
        let with_margin =
            |order: &Order| Some(BackorderEntry { margin: margins.get(&order.id).copied(), ..entry(order)? });
        let mut entries: Vec<BackorderEntry> = waiting.values().filter_map(with_margin).collect();
        sort_queue(&mut entries, &queue.keys);
        let whole_orders = self.ships_whole_orders(tenant)?;
        let (strategy, lacking) = (queue.strategy, BTreeMap::new());
        let mut serving = Serving { tenant, at, strategy, whole_orders, lacking };
        let mut orders = Vec::with_capacity(entries.len());
        for entry in entries {
            if let Some(order) = waiting.get(&entry.order) {
                orders.push(self.serve(order, &mut serving)?);
            }
        }
        Ok(WaitingReport { orders })
    }

    /// What the open units of each order earn, where the queue asks for it and every cost is known.
    pub(super) fn margins(
        &self,
        tenant: &TenantId,
        keys: &[QueueKey],
        waiting: &BTreeMap<OrderId, Order>,
    ) -> Result<BTreeMap<OrderId, Money>, Error> {
        let Some(at) = keys.iter().position(|key| *key == QueueKey::Margin) else {
            return Ok(BTreeMap::new());
        };
        let mut wanted = Keys::default();
        let lines = waiting.values().flat_map(open_lines);
        wanted.documents.extend(lines.map(|line| DocumentKey::sku(tenant, &line.sku)));
        let mut costs: BTreeMap<SkuId, Money> = BTreeMap::new();
        for entry in self.store().load(&wanted)?.documents {
            if let Document::Sku(record) = entry.stored.document {
                costs.extend(record.cost.map(|cost| (record.id.clone(), cost)));
            }
        }
        let known = |order: &Order| Some((order.id.clone(), margin(order, &costs)?));
        let margins: BTreeMap<OrderId, Money> = waiting.values().filter_map(known).collect();
        let first = margins.values().next().map(|margin| margin.currency());
        if margins.values().any(|margin| Some(margin.currency()) != first) {
            let mut problems = Problems::new();
            let message =
                "orders in several currencies wait, and their margins do not compare; name other keys";
            problems.add("money.currency_mismatch", format!("/keys/{at}"), message);
            return Err(Error::Input(problems));
        }
        Ok(margins)
    }

    fn serve(&self, order: &Order, serving: &mut Serving<'_>) -> Result<WaitingOrder, Error> {
        let own = self.holds_its_units(order, serving)?;
        let mut behind: BTreeMap<&SkuId, &OrderId> = BTreeMap::new();
        let mut free: Vec<LineId> = Vec::new();
        for line in open_lines(order) {
            match serving.lacking.get(&line.sku).filter(|_| !own) {
                Some(other) => drop(behind.insert(&line.sku, other)),
                None => free.push(line.id.clone()),
            }
        }
        let waits = free.is_empty() || (serving.whole_orders && !behind.is_empty());
        // Naming no line means all of them.
        let lines = if behind.is_empty() { Vec::new() } else { free };
        let refused = if waits { None } else { self.allocate_lines(order, lines, serving)?.err() };
        let after = if waits { None } else { self.order_now(serving.tenant, &order.id)? };
        let open = |order: &Order| {
            open_lines(order).fold(0, |sum: u64, line| sum.saturating_add(u64::from(line.open().units())))
        };
        let still = open(after.as_ref().unwrap_or(order));
        let outcome = WaitingOrder {
            order: order.id.clone(),
            allocated: open(order).saturating_sub(still),
            open: still,
            behind: (behind.into_iter())
                .map(|(sku, order)| WaitingBehind { sku: sku.clone(), order: order.clone() })
                .collect(),
            refused: refused.as_ref().map(Error::to_wire),
        };
        if !refused.is_some_and(|error| matches!(error, Error::Order(_))) {
            for line in open_lines(after.as_ref().unwrap_or(order)) {
                serving.lacking.entry(line.sku.clone()).or_insert_with(|| order.id.clone());
            }
        }
        Ok(outcome)
    }

    /// Allocates the lines of an order; the inner result is what the rules say.
    fn allocate_lines(
        &self,
        order: &Order,
        lines: Vec<LineId>,
        serving: &Serving<'_>,
    ) -> Result<Result<(), Error>, Error> {
        let strategy = serving.strategy;
        let action = Action::AllocateOrder(AllocateOrder { order: order.id.clone(), strategy, lines });
        let id = format!("waiting:{}:{}", serving.at.timestamp_micros(), fingerprint(&action));
        let Ok(id) = CommandId::new(id) else { return Ok(Ok(())) };
        let command = Command::new(id, serving.tenant.clone(), serving.at, action);
        match self.execute(&command) {
            Ok(_) => Ok(Ok(())),
            // Cancelled or held since it was found, or still short.
            Err(
                error @ (Error::Stock(StockError::Insufficient(_))
                | Error::Order(
                    OrderError::IllegalTransition { .. } | OrderError::NotApproved | OrderError::Held { .. },
                )),
            ) => Ok(Err(error)),
            Err(error) => Err(error),
        }
    }

    fn ships_whole_orders(&self, tenant: &TenantId) -> Result<bool, Error> {
        let found = self.load_document(DocumentKey::policy(tenant))?;
        Ok(matches!(found, Some(Document::Policy(policy)) if policy.ship_complete))
    }

    fn holds_its_units(&self, order: &Order, serving: &Serving<'_>) -> Result<bool, Error> {
        let Some(reservation) = &order.reservation else { return Ok(false) };
        let found = self.load_document(DocumentKey::reservation(serving.tenant, reservation))?;
        Ok(matches!(found, Some(Document::Reservation(held)) if held.is_live(serving.at)))
    }

    fn order_now(&self, tenant: &TenantId, order: &OrderId) -> Result<Option<Order>, Error> {
        Ok(match self.load_document(DocumentKey::order(tenant, order))? {
            Some(Document::Order(order)) => Some(Order::clone(&order)),
            _ => None,
        })
    }

    fn load_document(&self, key: DocumentKey) -> Result<Option<Document>, Error> {
        let mut keys = Keys::default();
        keys.documents.insert(key);
        Ok(self.store().load(&keys)?.documents.into_iter().next().map(|entry| entry.stored.document))
    }
}

/// The lines with open units that no hold keeps from being allocated.
pub(super) fn open_lines(order: &Order) -> impl Iterator<Item = &OrderLine> {
    let free = |line: &&OrderLine| order.blocked_by(HoldStage::Allocate, &line.id).is_none();
    order.lines.iter().filter(|line| !line.open().is_zero()).filter(free)
}

/// The order as it stands in the queue. Placing is its first wait: no edit, split or failed allocation makes it later.
pub(super) fn entry(order: &Order) -> Option<BackorderEntry> {
    let first = open_lines(order).next()?;
    let units = open_lines(order).fold(0_u32, |sum, line| sum.saturating_add(line.open().units()));
    Some(BackorderEntry {
        order: order.id.clone(),
        line: first.id.clone(),
        sku: first.sku.clone(),
        quantity: Quantity::new(units),
        class: order.class,
        due: order.promise_by,
        margin: None,
        waiting_since: order.placed_at,
    })
}

/// What the open units of an order sell for, less what they cost; nothing where that is not known.
fn margin(order: &Order, costs: &BTreeMap<SkuId, Money>) -> Option<Money> {
    let earned = open_lines(order).map(|line| {
        let goods = line.goods().ok()?.slice(0, line.open().units(), line.ordered.units()).ok()?;
        goods.checked_sub(costs.get(&line.sku)?.times(line.open()).ok()?).ok()
    });
    Money::sum(order.currency, earned.collect::<Option<Vec<Money>>>()?).ok()
}
