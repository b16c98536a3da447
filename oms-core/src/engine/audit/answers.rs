//! What commands were answered, against what the journal says of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::store::{CommandKey, Event, JournalEntry, Keys, Store, StoreError};
use crate::value::{Instant, TenantId};

/// What is wrong with a command's entries: the identity, the entry, in words.
pub(super) type Wrong = (&'static str, u64, String);

/// Follows the entries of commands.
#[derive(Default)]
pub(super) struct Answers {
    seen: BTreeSet<CommandKey>,
    /// The commands read and not compared yet, the last one perhaps not complete.
    read: Vec<Read>,
    /// Tenants of which the store has kept an answer: from there on it keeps all.
    kept: BTreeSet<TenantId>,
    wrong: Vec<Wrong>,
}

/// The entries of a command.
struct Read {
    key: CommandKey,
    first: u64,
    at: Instant,
    events: Vec<Arc<Event>>,
}

impl Answers {
    pub(super) fn take(&mut self, position: u64, entry: &JournalEntry) {
        if let Some(last) = self.read.last_mut()
            && last.key.command == entry.command
            && last.key.tenant == entry.tenant
        {
            last.events.push(Arc::clone(&entry.event));
            if last.at != entry.at {
                let message = format!("command `{}` has entries of different times", entry.command);
                self.wrong.push(("audit.command_differs", position, message));
            }
            return;
        }
        let key = CommandKey { tenant: entry.tenant.clone(), command: entry.command.clone() };
        if !self.seen.insert(key.clone()) {
            let message = format!("command `{}` took effect before, at another place", entry.command);
            self.wrong.push(("audit.command_repeated", position, message));
        }
        self.read.push(Read { key, first: position, at: entry.at, events: vec![Arc::clone(&entry.event)] });
    }

    /// Compares the commands read so far with what the store keeps of them, but for the last one, unless nothing comes
    /// after it. Gives what is wrong since it was last asked.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub(super) fn check<S: Store>(&mut self, store: &S, is_end: bool) -> Result<Vec<Wrong>, StoreError> {
        let open = if is_end { None } else { self.read.pop() };
        let read = std::mem::replace(&mut self.read, open.into_iter().collect());
        let commands = read.iter().map(|read| read.key.clone()).collect();
        let kept = store.load(&Keys { commands, ..Keys::default() })?.commands;
        let kept: BTreeMap<_, _> = kept.iter().map(|record| (&record.key, &record.outcome.events)).collect();
        for Read { key, first, events, .. } in read {
            let Some(answered) = kept.get(&key) else {
                if self.kept.contains(&key.tenant) {
                    let message = format!("the store does not know that it carried out `{}`", key.command);
                    self.wrong.push(("audit.command_missing", first, message));
                }
                continue;
            };
            self.kept.insert(key.tenant.clone());
            if **answered != events {
                let same = events.iter().zip(*answered).take_while(|(event, answer)| event == answer).count();
                let last = events.len().saturating_sub(1);
                let position = first.saturating_add(u64::try_from(same.min(last)).unwrap_or(u64::MAX));
                let message = format!("command `{}` was answered with other events", key.command);
                self.wrong.push(("audit.command_differs", position, message));
            }
        }
        Ok(std::mem::take(&mut self.wrong))
    }
}
