//! Snapshots: what a store answers.

use serde::{Deserialize, Serialize};

use super::{CellEntry, CommandRecord, DocumentKey, StoredDocument};

/// A document under its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentEntry {
    /// The key.
    pub key: DocumentKey,
    /// The version and content.
    pub stored: StoredDocument,
}

/// What a store answers to [`Keys`](super::Keys): everything asked for that exists, in key order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Snapshot {
    /// Answers to commands that were carried out.
    pub commands: Vec<CommandRecord>,
    /// Documents asked for.
    pub documents: Vec<DocumentEntry>,
    /// Cells asked for.
    pub cells: Vec<CellEntry>,
    /// Expired reservations in the cells, where they were asked for.
    pub expired: Vec<DocumentEntry>,
}
