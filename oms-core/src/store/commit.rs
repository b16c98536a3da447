//! Commits: what a run wants written, whole or not at all.

use serde::{Deserialize, Serialize};

use super::{CellKey, CommandKey, DocumentKey, JournalEntry, Outcome, StoredDocument};
use crate::stock::CellDelta;
use crate::value::{Fingerprint, Version};

/// A document to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentWrite {
    /// Under which key.
    pub key: DocumentKey,
    /// The version it replaces; 0 when there must be none yet.
    pub expected: Version,
    /// The new version and content.
    pub stored: StoredDocument,
}

/// A change of a stock cell, to be added if its guard holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockDelta {
    /// The cell; one that does not exist counts as empty.
    pub cell: CellKey,
    /// What to add.
    pub delta: CellDelta,
    /// How many units have to stay free, if the change takes from the free ones; may be negative where backorders are
    /// allowed. Besides, no bucket may leave its range. See [`StockCell::guarded`](crate::stock::StockCell::guarded).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_free: Option<i64>,
}

/// The answer to a command, kept so that its repetition gets the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommandRecord {
    /// The command.
    pub key: CommandKey,
    /// The hash of what was asked; the same id with other content is a mistake.
    pub content: Fingerprint,
    /// What came of it.
    pub outcome: Outcome,
}

/// What a run wants written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Commit {
    /// Documents, at most one write per key, in key order.
    pub documents: Vec<DocumentWrite>,
    /// Stock changes, at most one per cell, in key order.
    pub deltas: Vec<StockDelta>,
    /// Entries to append to the journal, in order.
    pub events: Vec<JournalEntry>,
    /// Answers to keep.
    pub commands: Vec<CommandRecord>,
}

impl Commit {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
            && self.deltas.is_empty()
            && self.events.is_empty()
            && self.commands.is_empty()
    }
}
