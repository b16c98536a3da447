//! The store of the model: the real one in memory, copied at each commit, with a fault if one is seeded.

use oms_core::stock::{CellDelta, Reservation};
use oms_core::store::{
    Commit, Document, DocumentKind, Keys, MemoryStore, Snapshot, State, Store, StoreError, StoredDocument,
};
use oms_core::value::Instant;
use serde_json::Value;

use super::key_of_debug;

/// What is done wrong, so that the checker has something to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The store adds deltas whatever their guard says.
    IgnoresGuards,
    /// The store replaces documents whatever their version is.
    IgnoresVersions,
    /// The store does not keep which commands were carried out.
    ForgetsCommands,
    /// The store writes documents and not the deltas that belong to them.
    WritesHalf,
    /// The store does not append to the journal.
    LosesJournal,
    /// Holds end one second before their time.
    EndsHoldsEarly,
    /// Holds are found to have run out one second after their time.
    EndsHoldsLate,
    /// The driver gives the retry of a command another id.
    RetriesUnderNewId,
    /// The driver sends the same commit again after a conflict.
    NeverRestarts,
    /// The driver answers before the commit is written.
    AnswersUnwritten,
}

/// A store as of one moment; never changed, so that states can share it.
pub struct Shelf {
    store: MemoryStore,
    /// Equal for stores that answer alike.
    pub key: u64,
}

impl Shelf {
    pub fn new(store: MemoryStore) -> Self {
        let key = store.inspect(|state, journal| {
            let documents: Vec<_> = state.documents.iter().filter(|(key, _)| varies(key.kind)).collect();
            let mut commands: Vec<_> = journal.iter().map(|entry| entry.command.as_str()).collect();
            commands.sort_unstable();
            key_of_debug(&(documents, &state.cells, commands))
        });
        Self { store, key }
    }

    /// The answer to a question, with its key.
    pub fn load(&self, keys: &Keys, fault: Fault) -> (u64, Snapshot) {
        let mut keys = keys.clone();
        let shift = match fault {
            Fault::EndsHoldsEarly => 1,
            Fault::EndsHoldsLate => -1,
            _ => 0,
        };
        keys.expired_by = keys.expired_by.and_then(|at| Instant::from_timestamp(at.timestamp() + shift, 0));
        let mut snapshot = Store::load(&self.store, &keys).unwrap();
        if fault == Fault::EndsHoldsEarly {
            snapshot.expired.iter_mut().for_each(|entry| end_early(&mut entry.stored));
        }
        let documents: Vec<_> = snapshot.documents.iter().filter(|entry| varies(entry.key.kind)).collect();
        let commands: Vec<_> = snapshot.commands.iter().map(|record| &record.key).collect();
        let key = key_of_debug(&(documents, commands, &snapshot.cells, &snapshot.expired));
        (key, snapshot)
    }

    /// The store after a commit; `None` if it collides.
    pub fn commit(&self, commit: &Commit, fault: Fault) -> Option<Self> {
        let store = self.store.clone();
        let mut commit = commit.clone();
        match fault {
            Fault::IgnoresGuards => commit.deltas.iter_mut().for_each(|delta| delta.min_free = None),
            Fault::IgnoresVersions => store.inspect(|state, _| {
                for write in &mut commit.documents {
                    write.expected =
                        state.documents.get(&write.key).map(|stored| stored.version).unwrap_or_default();
                }
            }),
            Fault::ForgetsCommands => commit.commands.clear(),
            Fault::WritesHalf => commit.deltas.iter_mut().for_each(|delta| delta.delta = CellDelta::NONE),
            Fault::LosesJournal => commit.events.clear(),
            _ => {}
        }
        match Store::commit(&store, &commit) {
            Ok(()) => Some(Self::new(store)),
            Err(StoreError::Conflict(_)) => None,
            Err(error) => panic!("{error}"),
        }
    }

    /// All units, on whatever node.
    pub fn on_hand(&self) -> i64 {
        self.store.inspect(|state, _| state.cells.values().map(|cell| cell.on_hand).sum())
    }

    /// A reservation.
    pub fn reservation(&self, id: &str) -> Option<Reservation> {
        self.reservations().into_iter().find(|reservation| reservation.id.as_str() == id)
    }

    fn reservations(&self) -> Vec<Reservation> {
        self.store.inspect(|state, _| {
            let all = state.documents.values().filter_map(|stored| match &stored.document {
                Document::Reservation(reservation) => Some(Reservation::clone(reservation)),
                _ => None,
            });
            all.collect()
        })
    }

    /// Units of a node that a command of this time may take: free ones, and those of holds whose time has run out.
    pub fn takeable(&self, node: &str, at: Instant) -> i64 {
        let lapsed = self.reservations();
        let lapsed = lapsed.iter().filter(|hold| hold.ended.is_none() && hold.is_expired(at));
        let lapsed = lapsed.flat_map(|hold| &hold.items).filter(|item| item.node.as_str() == node);
        let lapsed: i64 = lapsed.map(|item| item.quantity.signed()).sum();
        let cells = |state: &State| {
            let cells = state.cells.iter().filter(|(key, _)| key.node.as_str() == node);
            cells.map(|(_, cell)| cell.free()).sum::<i64>()
        };
        lapsed + self.store.inspect(|state, _| cells(state))
    }

    /// Whether the journal has exactly these events of a command, and in one piece.
    pub fn has_happened(&self, command: &str, events: &[Value]) -> bool {
        self.store.inspect(|_, journal| {
            let of_it: Vec<_> = journal.iter().filter(|entry| entry.command.as_str() == command).collect();
            of_it.len() == events.len()
                && of_it.iter().zip(events).all(|(entry, event)| {
                    serde_json::to_value(&*entry.event).is_ok_and(|happened| happened == *event)
                })
        })
    }

    /// What does not hold in the store itself.
    pub fn broken(&self) -> Option<String> {
        self.store.inspect(|state, journal| {
            for (key, cell) in &state.cells {
                let (mut held, mut allocated) = (0, 0);
                for stored in state.documents.values() {
                    match &stored.document {
                        Document::Reservation(hold) => {
                            let here = hold.items.iter().filter(|item| item.node == key.node);
                            held += here.map(|item| item.quantity.signed()).sum::<i64>();
                        }
                        Document::Order(order) => {
                            let here = order.allocated_units().filter(|unit| unit.node == key.node);
                            allocated += here.map(|unit| unit.quantity.signed()).sum::<i64>();
                        }
                        _ => {}
                    }
                }
                if !cell.is_sound() || cell.free() < 0 {
                    return Some(format!("oversold: {} at {} has {cell:?}", key.sku, key.node));
                }
                if (cell.held, cell.allocated) != (held, allocated) {
                    let node = &key.node;
                    return Some(format!("{node} has {cell:?}, documents hold {held} and have {allocated}"));
                }
            }
            let mut commands: Vec<_> = journal.iter().map(|entry| &entry.command).collect();
            commands.dedup();
            let groups = commands.len();
            commands.sort_unstable();
            commands.dedup();
            if groups != commands.len() {
                return Some("a command took effect twice".to_owned());
            }
            (State::replay(journal) != *state).then(|| "the journal replays to something else".to_owned())
        })
    }
}

/// Whether documents of a kind change in the model's worlds.
fn varies(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Order | DocumentKind::Reservation)
}

fn end_early(stored: &mut StoredDocument) {
    if let Document::Reservation(reservation) = &mut stored.document {
        let reservation = std::sync::Arc::make_mut(reservation);
        reservation.expires_at =
            reservation.expires_at.and_then(|at| Instant::from_timestamp(at.timestamp() - 1, 0));
    }
}
