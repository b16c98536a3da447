//! Eight threads on one store: what they were answered must fit what was written.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::step::on_hand;
use super::{Call, ContractFailure, out_of_order};
use crate::stock::{CellDelta, Reservation, ReservationEnd, ReservedItem, StockEvent};
use crate::store::{
    CellKey, CommandKey, CommandRecord, Commit, Document, DocumentKey, DocumentWrite, Event, JournalEntry,
    Keys, Outcome, Scan, ScanJournal, State, StockDelta, StockRecord, Store, StoreConflict, StoreError,
    StoredDocument,
};
use crate::value::{
    CommandId, IdError, Instant, NodeId, Quantity, ReservationId, SkuId, TenantId, Version, fingerprint,
};

const THREADS: u64 = 8;
const TRIES: u64 = 40;
/// Cells, the first one hot: it gets half of all tries, each further one half of what is left.
const CELLS: u32 = 6;
const STOCK: i64 = 60;

/// Sets eight threads on an empty store: they hold units of one hot cell and of others less and less, give some back,
/// and send some commits twice. Then it looks whether the store kept its word: every commit answered with success is in
/// the journal once and every other one not at all, the documents and cells are the fold of the journal, no cell was
/// ever oversold, and each cell could have given all its answers one after the other, refusals included.
///
/// A conflict that names nothing is taken as "ask again". Gives what is wrong.
pub fn race<S: Store>(store: &S) -> Vec<ContractFailure> {
    let failure = |message| ContractFailure {
        case: "eight threads at once get answers that fit what is written".to_owned(),
        step: 0,
        message,
    };
    match run(store) {
        Ok(wrong) => wrong.into_iter().map(failure).collect(),
        Err(message) => vec![failure(message)],
    }
}

/// What a thread tried: to hold units, or fewer than none: to give them back.
#[derive(Clone, Debug)]
struct Try {
    command: CommandId,
    cell: CellKey,
    units: i64,
}

/// One thread's work.
struct Buyer<'s, S> {
    store: &'s S,
    clock: &'s AtomicU64,
    seed: u64,
    tenant: TenantId,
    node: NodeId,
    calls: Vec<Call<Try>>,
}

fn run<S: Store>(store: &S) -> Result<Vec<String>, String> {
    let said = |error: IdError| error.to_string();
    let (tenant, node) = (TenantId::new("race").map_err(said)?, NodeId::new("berlin").map_err(said)?);
    let cells = (0..CELLS).map(|n| cell(&tenant, &node, n)).collect::<Result<Vec<_>, _>>().map_err(said)?;
    let delta = |cell: &CellKey| StockDelta { cell: cell.clone(), delta: on_hand(STOCK), min_free: None };
    let stock = Commit { deltas: cells.iter().map(delta).collect(), ..Commit::default() };
    store.commit(&stock).map_err(|error| error.to_string())?;
    let clock = AtomicU64::new(0);
    let answers: Vec<Result<Vec<Call<Try>>, String>> = std::thread::scope(|scope| {
        let start = |seed| {
            let (tenant, node) = (tenant.clone(), node.clone());
            let buyer = Buyer { store, clock: &clock, seed, tenant, node, calls: Vec::new() };
            scope.spawn(move || buyer.work(seed))
        };
        let threads: Vec<_> = (0..THREADS).map(start).collect();
        let joined = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
        joined.map(|result| result.unwrap_or_else(|_| Err("a thread panicked".to_owned()))).collect()
    });
    let mut calls = Vec::new();
    for answer in answers {
        calls.extend(answer?);
    }
    judge(store, &cells, calls)
}

fn cell(tenant: &TenantId, node: &NodeId, number: u32) -> Result<CellKey, IdError> {
    let sku = SkuId::new(format!("race-{number}"))?;
    Ok(CellKey { tenant: tenant.clone(), sku, node: node.clone() })
}

impl<S: Store> Buyer<'_, S> {
    fn work(mut self, thread: u64) -> Result<Vec<Call<Try>>, String> {
        for n in 0..TRIES {
            let id = format!("{thread}-{n}");
            let number = self.dice().trailing_zeros().min(CELLS.saturating_sub(1));
            let units = 1 + i64::from(self.dice().trailing_zeros().min(2));
            self.hold_and_perhaps_give_back(&id, number, units).map_err(|error| error.to_string())??;
        }
        Ok(self.calls)
    }

    fn hold_and_perhaps_give_back(
        &mut self,
        id: &str,
        number: u32,
        units: i64,
    ) -> Result<Result<(), String>, IdError> {
        let cell = cell(&self.tenant, &self.node, number)?;
        let quantity = Quantity::try_from(units).unwrap_or_default();
        let item = ReservedItem { line: None, sku: cell.sku.clone(), node: cell.node.clone(), quantity };
        let opened =
            Reservation::open(ReservationId::new(id)?, None, vec![item.clone()], None, Instant::UNIX_EPOCH);
        let Ok(opened) = opened else { return Ok(Err("a hold could not be opened".to_owned())) };
        let Some(held) = Reservation::evolve(None, &opened) else { return Ok(Ok(())) };
        let take = CommandId::new(format!("take-{id}"))?;
        let accepted = self.send(&Try { command: take, cell: cell.clone(), units }, opened, &held, 0);
        if !matches!(accepted, Ok(true)) || !self.dice().is_multiple_of(3) {
            return Ok(accepted.map(|_| ()));
        }
        for released in held.release(Instant::UNIX_EPOCH) {
            let ended = Reservation { items: vec![], ended: Some(ReservationEnd::Released), ..held.clone() };
            let give =
                Try { command: CommandId::new(format!("give-{id}"))?, cell: cell.clone(), units: -units };
            match self.send(&give, released, &ended, 1) {
                Ok(true) => {}
                Ok(false) => return Ok(Err(format!("`{id}` could not be given back"))),
                Err(error) => return Ok(Err(error)),
            }
        }
        Ok(Ok(()))
    }

    /// Sends a commit, now and then twice. Whether it was written.
    fn send(
        &mut self,
        what: &Try,
        event: StockEvent,
        held: &Reservation,
        version: u64,
    ) -> Result<bool, String> {
        let commit = self.commit(what, event, held, version);
        for _ in 0..1000 {
            let asked = self.tick();
            let answer = self.store.commit(&commit);
            let answered = self.tick();
            let conflict = match answer {
                Ok(()) => None,
                Err(StoreError::Conflict(conflict)) if *conflict == NOTHING => continue,
                Err(StoreError::Conflict(conflict)) => Some(*conflict),
                Err(error) => return Err(error.to_string()),
            };
            let written = conflict.is_none();
            let short = StoreConflict { cells: vec![what.cell.clone()], ..NOTHING };
            if conflict.is_some_and(|conflict| conflict != short) {
                return Err(format!("{what:?} collided with something other than its cell"));
            }
            // The place is known when the journal is read.
            let place = written.then_some(0);
            self.calls.push(Call { asked, answered, place, what: what.clone() });
            if written && self.dice().is_multiple_of(4) {
                match self.store.commit(&commit) {
                    Err(StoreError::Conflict(conflict))
                        if !conflict.commands.is_empty() || *conflict == NOTHING => {}
                    other => return Err(format!("{what:?} sent again was answered {other:?}")),
                }
            }
            return Ok(written);
        }
        Err(format!("{what:?} was never answered"))
    }

    fn commit(&self, what: &Try, event: StockEvent, held: &Reservation, version: u64) -> Commit {
        let event = Arc::new(Event::Stock(StockRecord { event }));
        let document = Document::Reservation(Arc::new(held.clone()));
        let stored = StoredDocument { version: Version(version).next(), document };
        let key = DocumentKey::reservation(&self.tenant, &held.id);
        let command = what.command.clone();
        let entry = JournalEntry {
            tenant: self.tenant.clone(),
            command,
            at: Instant::UNIX_EPOCH,
            event: Arc::clone(&event),
        };
        let outcome = Outcome { command: what.command.clone(), events: vec![event], explanations: vec![] };
        let delta = CellDelta { held: what.units, ..CellDelta::default() };
        Commit {
            documents: vec![DocumentWrite { key, expected: Version(version), stored }],
            deltas: vec![StockDelta { cell: what.cell.clone(), delta, min_free: Some(0) }],
            events: vec![entry],
            commands: vec![CommandRecord {
                key: CommandKey { tenant: self.tenant.clone(), command: what.command.clone() },
                content: fingerprint(what.command.as_str()),
                outcome,
            }],
        }
    }

    fn tick(&self) -> u64 {
        self.clock.fetch_add(1, Ordering::SeqCst)
    }

    /// Numbers without a pattern (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    fn dice(&mut self) -> u64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.seed ^ (self.seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

const NOTHING: StoreConflict = StoreConflict { documents: vec![], cells: vec![], commands: vec![] };

/// Holds what the threads were answered against what the store has.
fn judge<S: Store>(store: &S, cells: &[CellKey], mut calls: Vec<Call<Try>>) -> Result<Vec<String>, String> {
    let said = |error: StoreError| error.to_string();
    let mut entries = Vec::new();
    loop {
        let from = u64::try_from(entries.len()).unwrap_or(u64::MAX);
        let page = store.scan(&Scan::Journal(ScanJournal { from, limit: 100 })).map_err(said)?.entries;
        if page.is_empty() {
            break;
        }
        entries.extend(page);
    }
    let mut wrong = Vec::new();
    let mut places = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        if places.insert(&entry.command, place).is_some() {
            wrong.push(format!("`{}` is in the journal twice", entry.command));
        }
    }
    for call in &mut calls {
        match (places.remove(&call.what.command), call.place) {
            (Some(place), Some(_)) => call.place = Some(place),
            (None, None) => {}
            (found, _) => wrong.push(format!("{call:?} has the place {found:?} in the journal")),
        }
    }
    wrong.extend(places.keys().map(|command| format!("nobody was told that `{command}` was written")));
    let folded = State::replay(&entries);
    for key in cells {
        let of_cell: Vec<_> = calls.iter().filter(|call| call.what.cell == *key).cloned().collect();
        wrong.extend(judge_cell(&of_cell, entries.len()));
        let keys = Keys { cells: [key.clone()].into(), ..Keys::default() };
        let loaded =
            store.load(&keys).map_err(said)?.cells.first().map(|entry| entry.cell).unwrap_or_default();
        let expected = folded.cells.get(key).copied().unwrap_or_default().plus(on_hand(STOCK));
        if loaded != expected {
            wrong.push(format!("`{}` has {loaded:?}; its journal says {expected:?}", key.sku));
        }
    }
    for (key, stored) in &folded.documents {
        let keys = Keys { documents: [key.clone()].into(), ..Keys::default() };
        let loaded = store.load(&keys).map_err(said)?.documents;
        if loaded.first().is_none_or(|entry| entry.stored != *stored) {
            wrong.push(format!("`{}` differs from its journal", key.id));
        }
    }
    Ok(wrong)
}

/// What is wrong with the answers about one cell.
fn judge_cell(calls: &[Call<Try>], entries: usize) -> Option<String> {
    let written: BTreeMap<usize, i64> =
        calls.iter().filter_map(|call| Some((call.place?, call.what.units))).collect();
    // The units free after so many entries.
    let mut free = Vec::with_capacity(entries.saturating_add(1));
    let mut now = STOCK;
    free.push(now);
    for place in 0..entries {
        now -= written.get(&place).copied().unwrap_or_default();
        free.push(now);
    }
    if let Some(least) = free.iter().min().filter(|least| **least < 0) {
        return Some(format!("a cell was oversold: {least} units free"));
    }
    out_of_order(calls, |what, moment| free.get(moment).is_some_and(|free| *free < what.units))
}
