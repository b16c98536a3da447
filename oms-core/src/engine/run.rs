//! Runs: commands decided as a little state machine that asks for what it must see and ends with what must be written.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Command;
use super::decide::{Decision, decide};
use super::view::{Halt, Loaded, View};
use crate::error::{Error, ErrorReport};
use crate::store::{
    CommandKey, CommandRecord, Commit, DocumentWrite, JournalEntry, Keys, Outcome, Snapshot, StockDelta, fold,
};
use crate::value::{Fingerprint, Instant, fingerprint};

/// The most rounds of loading that a run may ask for; runs need four at the most, and one more for each level of kits
/// that stand in kits.
pub const MAX_ROUNDS: u32 = 16;

/// What a run wants next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Load this and hand the snapshot to [`Run::resume`].
    Load(Keys),
    /// Write the commit; once it is written the results are true. Nothing needs writing when it is empty.
    Done(Done),
}

/// What a run ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What must be written, whole or not at all.
    pub commit: Commit,
    /// The answer to each command, in order.
    pub results: Vec<Result<Outcome, Error>>,
}

/// One or many commands on their way from question to commit. It does no I/O: a driver loads and writes.
///
/// ```
/// use oms_core::engine::{Run, Step};
/// use oms_core::store::{MemoryStore, Store};
///
/// let store = MemoryStore::new();
/// let mut run = Run::new(vec![]);
/// let mut step = run.start();
/// let done = loop {
///     match step {
///         Step::Load(keys) => step = run.resume(store.load(&keys)?),
///         Step::Done(done) => break done,
///     }
/// };
/// store.commit(&done.commit)?;
/// # Ok::<(), oms_core::store::StoreError>(())
/// ```
#[derive(Debug)]
pub struct Run {
    commands: Vec<Asked>,
    loaded: Loaded,
    asked: Keys,
    rounds: u32,
    latest: Option<Instant>,
}

/// A command with the hash of its content.
#[derive(Debug)]
struct Asked {
    command: Command,
    content: Fingerprint,
}

impl Run {
    /// A run of commands, decided in order, each seeing what the ones before it did; written together.
    #[must_use]
    pub fn new(commands: Vec<Command>) -> Self {
        let latest = commands.iter().map(|command| command.at).max();
        let asked = |command| Asked { content: fingerprint(&command), command };
        let commands = commands.into_iter().map(asked).collect();
        Self { commands, loaded: Loaded::default(), asked: Keys::default(), rounds: 0, latest }
    }

    /// The first step.
    pub fn start(&mut self) -> Step {
        self.advance()
    }

    /// The next step, after loading what the last one asked for.
    pub fn resume(&mut self, snapshot: Snapshot) -> Step {
        self.loaded.take(std::mem::take(&mut self.asked), snapshot);
        self.advance()
    }

    /// Begins again with nothing seen, after the commit collided with another.
    pub fn restart(&mut self) -> Step {
        self.loaded = Loaded::default();
        self.asked = Keys::default();
        self.rounds = 0;
        self.advance()
    }

    fn advance(&mut self) -> Step {
        let mut view = View::new(&self.loaded);
        let mut batch = Batch::default();
        for asked in &self.commands {
            batch.take(&mut view, asked);
        }
        if !view.is_missing() {
            return Step::Done(batch.finish(&view));
        }
        if self.rounds == MAX_ROUNDS {
            let error = Error::TooManyRounds { rounds: MAX_ROUNDS };
            let results = self.commands.iter().map(|_| Err(error.clone())).collect();
            return Step::Done(Done { commit: Commit::default(), results });
        }
        self.rounds += 1;
        let mut keys = view.missing();
        if !keys.cells.is_empty() {
            keys.expired_by = self.latest;
        }
        self.asked = keys.clone();
        Step::Load(keys)
    }
}

/// The commands of a run decided so far.
#[derive(Default)]
struct Batch {
    events: Vec<JournalEntry>,
    records: Vec<CommandRecord>,
    results: Vec<Result<Outcome, Error>>,
    first: BTreeMap<CommandKey, usize>,
}

impl Batch {
    fn take(&mut self, view: &mut View<'_>, asked: &Asked) {
        let command = &asked.command;
        let key = CommandKey { tenant: command.tenant.clone(), command: command.id.clone() };
        if let Some(record) = self.first.get(&key).and_then(|&at| self.records.get(at)) {
            self.results.push(answer(record, asked));
            return;
        }
        match view.command(&key) {
            Ok(Some(record)) => self.results.push(answer(record, asked)),
            Err(Halt::Refused(error)) => self.results.push(Err(*error)),
            known => {
                // Decide even before the record is loaded, so that everything needed is asked for in one round.
                let unknown = known.is_ok();
                match decide(view, command) {
                    Ok(decision) if unknown => self.accept(view, asked, key, decision),
                    Err(Halt::Refused(error)) => self.results.push(Err(*error)),
                    Ok(_) | Err(Halt::Missing) => {}
                }
            }
        }
    }

    fn accept(&mut self, view: &mut View<'_>, asked: &Asked, key: CommandKey, decision: Decision) {
        let command = &asked.command;
        let events: Vec<Arc<_>> = decision.events.into_iter().map(Arc::new).collect();
        for event in &events {
            let entry = JournalEntry {
                tenant: command.tenant.clone(),
                command: command.id.clone(),
                at: command.at,
                event: Arc::clone(event),
            };
            fold(view, &entry);
            self.events.push(entry);
        }
        for (cell, min_free) in decision.guards {
            view.guard(cell, min_free);
        }
        let outcome = Outcome { command: command.id.clone(), events, explanations: decision.explanations };
        self.first.insert(key.clone(), self.records.len());
        self.records.push(CommandRecord { key, content: asked.content.clone(), outcome: outcome.clone() });
        self.results.push(Ok(outcome));
    }

    fn finish(self, view: &View<'_>) -> Done {
        let documents = view.changes().map(|(key, expected, stored)| DocumentWrite {
            key: key.clone(),
            expected,
            stored: stored.clone(),
        });
        let changes = view.cell_changes().iter().filter(|(_, change)| change.moved);
        let deltas = changes.map(|(cell, change)| StockDelta {
            cell: cell.clone(),
            delta: change.delta,
            min_free: change.min_free,
        });
        let commit = Commit {
            documents: documents.collect(),
            deltas: deltas.collect(),
            events: self.events,
            commands: self.records,
        };
        Done { commit, results: self.results }
    }
}

/// The first answer again, if the same was asked.
fn answer(record: &CommandRecord, asked: &Asked) -> Result<Outcome, Error> {
    if record.content == asked.content {
        return Ok(record.outcome.clone());
    }
    Err(Error::CommandReused { command: asked.command.id.clone() })
}

/// The answer to one command of a batch, on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CommandResult {
    /// It was carried out.
    Accepted(AcceptedCommand),
    /// It was refused, and nothing changed.
    Refused(RefusedCommand),
}

/// A command that was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AcceptedCommand"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AcceptedCommand {
    /// What came of it.
    pub outcome: Outcome,
}

/// A command that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "RefusedCommand"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RefusedCommand {
    /// Why.
    pub error: ErrorReport,
}

impl From<Result<Outcome, Error>> for CommandResult {
    fn from(result: Result<Outcome, Error>) -> Self {
        match result {
            Ok(outcome) => Self::Accepted(AcceptedCommand { outcome }),
            Err(error) => Self::Refused(RefusedCommand { error: error.to_wire() }),
        }
    }
}
