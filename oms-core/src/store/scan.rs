//! Scans: reading a store page by page, for audits and reports.

use serde::{Deserialize, Serialize};

use super::{CellKey, DocumentEntry, DocumentKey, DocumentKind, JournalEntry};
use crate::stock::StockCell;
use crate::value::TenantId;

/// What to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Scan {
    /// Documents of one kind, in key order.
    Documents(ScanDocuments),
    /// Cells, in key order.
    Cells(ScanCells),
    /// Journal entries, oldest first, of all tenants.
    Journal(ScanJournal),
}

/// Documents of one kind and tenant after a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ScanDocuments"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScanDocuments {
    /// Whose; everybody's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<TenantId>,
    /// What kind; all kinds when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DocumentKind>,
    /// Start after this key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<DocumentKey>,
    /// The most to return.
    pub limit: u32,
}

/// Cells after a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ScanCells"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScanCells {
    /// Whose; everybody's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<TenantId>,
    /// Start after this key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<CellKey>,
    /// The most to return.
    pub limit: u32,
}

/// Journal entries from a position on; the first entry has position 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ScanJournal"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScanJournal {
    /// The position of the first entry wanted.
    pub from: u64,
    /// The most to return.
    pub limit: u32,
}

/// A cell under its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellEntry {
    /// The key.
    pub key: CellKey,
    /// The quantities.
    pub cell: StockCell,
}

/// What was read; fewer than asked means that there is no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Page {
    /// Documents.
    pub documents: Vec<DocumentEntry>,
    /// Cells.
    pub cells: Vec<CellEntry>,
    /// Journal entries.
    pub entries: Vec<JournalEntry>,
}
