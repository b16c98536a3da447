//! Drivers: they load and write for runs and hold no rule.

use std::collections::BTreeSet;

use super::{Action, AuditReport, Command, Done, ReviewOrder, ReviewStock, Run, Step, audit};
use crate::error::Error;
use crate::order::{Order, OrderError};
use crate::report::Facts;
use crate::store::{
    AsyncStore, Document, DocumentKind, Event, JournalEntry, MemoryStore, Outcome, Scan, ScanDocuments,
    ScanJournal, Store, StoreError,
};
use crate::value::{CommandId, Instant, OrderId, SkuId, TenantId};

/// How often a run is tried when its commit collides with others.
pub const MAX_ATTEMPTS: u32 = 16;

const PAGE: u32 = 1000;

/// The engine over a store that answers at once.
///
/// ```
/// use oms_core::engine::{Command, Oms};
/// use oms_core::store::MemoryStore;
///
/// let oms = Oms::new(MemoryStore::new());
/// let put: Command = serde_json::from_str(
///     r#"{"id": "c1", "tenant": "acme", "at": "2026-11-11T00:00:00Z",
///         "action": {"type": "put_sku", "sku": {"id": "mug", "weight": 350}}}"#,
/// )?;
/// let first = oms.execute(&put)?;
/// assert_eq!(oms.execute(&put)?, first); // repeating a command changes nothing
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Oms<S = MemoryStore> {
    store: S,
}

impl<S: Store> Oms<S> {
    /// The engine over a store.
    pub const fn new(store: S) -> Self {
        Self { store }
    }

    /// The store.
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// Carries out one command.
    ///
    /// # Errors
    /// [`Error`] when it is refused; nothing has changed then. After [`StoreError::Unavailable`] it may or may not have
    /// been carried out: ask again with the same id.
    pub fn execute(&self, command: &Command) -> Result<Outcome, Error> {
        let results = self.execute_batch(std::slice::from_ref(command));
        results.into_iter().next().unwrap_or(Err(Error::TooManyRounds { rounds: 0 }))
    }

    /// Carries out commands in order, each seeing what the ones before it did, in one commit. Each is accepted or
    /// refused on its own. The answers stand in the order of the commands.
    ///
    /// One commit for many commands saves a store that syncs to disk most of its syncs; in memory it gains nothing.
    pub fn execute_batch(&self, commands: &[Command]) -> Vec<Result<Outcome, Error>> {
        let mut run = Run::new(commands.to_vec());
        let mut step = run.start();
        let mut attempts = 1;
        loop {
            match step {
                Step::Load(keys) => match self.store.load(&keys) {
                    Ok(snapshot) => step = run.resume(snapshot),
                    Err(error) => return failed(commands, &error),
                },
                Step::Done(Done { commit, results }) if commit.is_empty() => return results,
                Step::Done(Done { commit, results }) => match self.store.commit(&commit) {
                    Ok(()) => return results,
                    Err(StoreError::Conflict(_)) if attempts < MAX_ATTEMPTS => {
                        attempts += 1;
                        step = run.restart();
                    }
                    Err(error) => return failed(commands, &error),
                },
            }
        }
    }

    /// As [`Self::execute_batch`], but writes nothing unless every command is accepted; else the refusals, by the
    /// places of the commands.
    pub(super) fn execute_whole(&self, commands: &[Command]) -> Result<Vec<(usize, Error)>, Error> {
        let mut run = Run::new(commands.to_vec());
        let mut step = run.start();
        let mut attempts = 1;
        loop {
            match step {
                Step::Load(keys) => step = run.resume(self.store.load(&keys)?),
                Step::Done(Done { commit, results }) => {
                    let refused = results.into_iter().enumerate();
                    let refused: Vec<(usize, Error)> =
                        refused.filter_map(|(at, result)| Some((at, result.err()?))).collect();
                    if !refused.is_empty() || commit.is_empty() {
                        return Ok(refused);
                    }
                    match self.store.commit(&commit) {
                        Ok(()) => return Ok(Vec::new()),
                        Err(StoreError::Conflict(_)) if attempts < MAX_ATTEMPTS => {
                            attempts += 1;
                            step = run.restart();
                        }
                        Err(error) => return Err(error.into()),
                    }
                }
            }
        }
    }

    /// Reviews every order that a rule holds, as of an instant, and says how many were released from all of their
    /// rules' holds. What has arrived in the meantime, stock above all, releases orders that waited for it.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn review_held(&self, tenant: &TenantId, at: Instant) -> Result<usize, Error> {
        let held = self.held_orders(tenant)?;
        let commands: Vec<Command> =
            held.iter().filter_map(|order| review_command(tenant, order, at)).collect();
        for batch in commands.chunks(200) {
            for result in self.execute_batch(batch) {
                match result {
                    // Cancelled or shipped since it was found: nothing to review any more.
                    Ok(_) | Err(Error::Order(OrderError::IllegalTransition { .. })) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        let still: BTreeSet<OrderId> = self.held_orders(tenant)?.into_iter().collect();
        Ok(held.iter().filter(|order| !still.contains(*order)).count())
    }

    /// The facts that a tenant's reports are made of, folded from the journal.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn facts(&self, tenant: &TenantId) -> Result<Facts, Error> {
        let mut facts = Facts::default();
        self.each_entry(|entry| {
            if entry.tenant == *tenant {
                take_fact(&mut facts, &entry);
            }
        })?;
        Ok(facts)
    }

    /// Proves the identities over the whole store, see [`audit`].
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn audit(&self) -> Result<AuditReport, Error> {
        audit(&self.store)
    }

    /// Calls a function with each entry of the journal, oldest first.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn each_entry(&self, mut take: impl FnMut(JournalEntry)) -> Result<(), Error> {
        let mut from = 0_u64;
        loop {
            let page = self.store.scan(&Scan::Journal(ScanJournal { from, limit: PAGE }))?;
            let read = page.entries.len();
            from = from.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
            page.entries.into_iter().for_each(&mut take);
            if read < PAGE as usize {
                return Ok(());
            }
        }
    }

    /// Looks at stock by every replenishment rule of a tenant, as of an instant: opens and tops up to-dos, raises and
    /// clears alerts, and says for how many SKUs anything changed.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn review_stock(&self, tenant: &TenantId, at: Instant) -> Result<usize, Error> {
        let mut skus = Vec::new();
        self.each_document(tenant, DocumentKind::ReplenishRules, |document| {
            if let Document::ReplenishRules(rules) = document {
                skus.push(rules.sku.clone());
            }
        })?;
        let commands: Vec<Command> = skus.iter().filter_map(|sku| look_command(tenant, sku, at)).collect();
        let mut changed = 0;
        for batch in commands.chunks(200) {
            for result in self.execute_batch(batch) {
                changed += usize::from(!result?.events.is_empty());
            }
        }
        Ok(changed)
    }

    /// Calls a function with each document of a kind, in key order.
    pub(super) fn each_document(
        &self,
        tenant: &TenantId,
        kind: DocumentKind,
        mut take: impl FnMut(&Document),
    ) -> Result<(), Error> {
        let mut after = None;
        loop {
            let scan = ScanDocuments { tenant: Some(tenant.clone()), kind: Some(kind), after, limit: PAGE };
            let page = self.store.scan(&Scan::Documents(scan))?.documents;
            page.iter().for_each(|entry| take(&entry.stored.document));
            if page.len() < PAGE as usize {
                return Ok(());
            }
            after = page.last().map(|entry| entry.key.clone());
        }
    }

    /// Calls a function with each order of a tenant, by id.
    pub(super) fn each_order(&self, tenant: &TenantId, mut take: impl FnMut(&Order)) -> Result<(), Error> {
        self.each_document(tenant, DocumentKind::Order, |document| {
            if let Document::Order(order) = document {
                take(order);
            }
        })
    }

    fn held_orders(&self, tenant: &TenantId) -> Result<Vec<OrderId>, Error> {
        let mut held = Vec::new();
        self.each_order(tenant, |order| {
            if order.may_be_released_by_rules() {
                held.push(order.id.clone());
            }
        })?;
        Ok(held)
    }
}

/// The command's id is made of what it does, so that asking twice at one instant is one command.
fn review_command(tenant: &TenantId, order: &OrderId, at: Instant) -> Option<Command> {
    let id = CommandId::new(format!("review:{}:{}", at.timestamp_micros(), crate::value::fingerprint(order)))
        .ok()?;
    let action = Action::ReviewOrder(ReviewOrder { order: order.clone() });
    Some(Command { id, tenant: tenant.clone(), at, by: None, action })
}

/// As [`review_command`], for a SKU's stock.
fn look_command(tenant: &TenantId, sku: &SkuId, at: Instant) -> Option<Command> {
    let id = format!("review-stock:{}:{}", at.timestamp_micros(), crate::value::fingerprint(sku));
    let action = Action::ReviewStock(ReviewStock { skus: vec![sku.clone()], node: None });
    Some(Command { id: CommandId::new(id).ok()?, tenant: tenant.clone(), at, by: None, action })
}

fn take_fact(facts: &mut Facts, entry: &JournalEntry) {
    match &*entry.event {
        Event::Sku(event) => facts.sku(&event.sku),
        Event::Node(event) => facts.node(&event.node),
        Event::Order(record) => facts.order(&record.order, entry.at, &record.event),
        Event::Shipment(record) => facts.shipment(&record.shipment, entry.at, &record.event),
        Event::Stock(_)
        | Event::Supply(_)
        | Event::RateCard(_)
        | Event::Box(_)
        | Event::PackConflicts(_)
        | Event::Policy(_)
        | Event::Sourcing(_)
        | Event::Group(_)
        | Event::CustomerUnits(_)
        | Event::PublicationPolicy(_)
        | Event::SafetyFactors(_)
        | Event::ChannelStock(_)
        | Event::Quota(_)
        | Event::Transfer(_)
        | Event::Count(_)
        | Event::ReplenishRule(_)
        | Event::Watch(_)
        | Event::Lot(_)
        | Event::Cost(_)
        | Event::NodeClosure(_)
        | Event::Capacity(_) => {}
    }
}

fn failed(commands: &[Command], error: &StoreError) -> Vec<Result<Outcome, Error>> {
    commands.iter().map(|_| Err(Error::Store(error.clone()))).collect()
}

/// The engine over a store that answers later.
#[derive(Debug, Default)]
pub struct AsyncOms<S> {
    store: S,
}

impl<S: AsyncStore> AsyncOms<S> {
    /// The engine over a store.
    pub const fn new(store: S) -> Self {
        Self { store }
    }

    /// The store.
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// As [`Oms::execute`].
    ///
    /// # Errors
    /// As [`Oms::execute`].
    pub async fn execute(&self, command: &Command) -> Result<Outcome, Error> {
        let results = self.execute_batch(std::slice::from_ref(command)).await;
        results.into_iter().next().unwrap_or(Err(Error::TooManyRounds { rounds: 0 }))
    }

    /// As [`Oms::execute_batch`].
    pub async fn execute_batch(&self, commands: &[Command]) -> Vec<Result<Outcome, Error>> {
        let mut run = Run::new(commands.to_vec());
        let mut step = run.start();
        let mut attempts = 1;
        loop {
            match step {
                Step::Load(keys) => match self.store.load(&keys).await {
                    Ok(snapshot) => step = run.resume(snapshot),
                    Err(error) => return failed(commands, &error),
                },
                Step::Done(Done { commit, results }) if commit.is_empty() => return results,
                Step::Done(Done { commit, results }) => match self.store.commit(&commit).await {
                    Ok(()) => return results,
                    Err(StoreError::Conflict(_)) if attempts < MAX_ATTEMPTS => {
                        attempts += 1;
                        step = run.restart();
                    }
                    Err(error) => return failed(commands, &error),
                },
            }
        }
    }
}
