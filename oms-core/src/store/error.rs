//! What a store can answer instead of doing what it was asked.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{CellKey, CommandKey, DocumentKey};

/// What a commit collided with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StoreConflict {
    /// Documents whose version is not the expected one.
    #[serde(default)]
    pub documents: Vec<DocumentKey>,
    /// Cells whose guard failed.
    #[serde(default)]
    pub cells: Vec<CellKey>,
    /// Commands that are already recorded.
    #[serde(default)]
    pub commands: Vec<CommandKey>,
}

/// What a store can answer instead of doing what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Somebody else was there first. Nothing was written; run again.
    #[error(
        "the commit collided with another: {} documents, {} cells, {} commands",
        .0.documents.len(), .0.cells.len(), .0.commands.len()
    )]
    Conflict(Box<StoreConflict>),
    /// The store cannot be reached; a commit may or may not have been written.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    /// What the store holds cannot be read.
    #[error("the store holds something unreadable: {0}")]
    Corrupt(String),
}

impl StoreError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Conflict(_) => "store.conflict",
            Self::Unavailable(_) => "store.unavailable",
            Self::Corrupt(_) => "store.corrupt",
        }
    }
}
