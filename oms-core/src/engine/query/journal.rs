//! The journal, what it folds to, and figures and proofs made of it.

use serde::{Deserialize, Serialize};

use super::super::{AuditReport, Oms};
use crate::error::Error;
use crate::report::{ReportQuery, ReportTable};
use crate::store::{JournalEntry, Scan, ScanJournal, State, Store};
use crate::value::{Fingerprint, TenantId};

/// Prove the identities over the whole store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskAudit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskAudit {}

/// What happened, from a position of the journal on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskJournal"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskJournal {
    /// Whose entries; everybody's when absent, which is for those who run the system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<TenantId>,
    /// The position of the first entry wanted; the first of all has position 0.
    pub from: u64,
    /// The most to return.
    pub limit: u32,
}

/// A report over everything that happened to a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskReport"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskReport {
    /// Whose.
    pub tenant: TenantId,
    /// What to report.
    pub query: ReportQuery,
}

/// The hash of everything stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskStateHash"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskStateHash {}

/// What the audit found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AuditAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditAnswer {
    /// The report.
    pub audit: AuditReport,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "JournalAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JournalAnswer {
    /// The entries; fewer than asked means that there are no more.
    pub entries: Vec<JournalEntry>,
    /// The position to go on from.
    pub next: u64,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReportAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportAnswer {
    /// The table.
    pub table: ReportTable,
}

/// The hash of everything stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "StateHashAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StateHashAnswer {
    /// The hash.
    pub hash: Fingerprint,
}

/// How many entries are read at once.
const PAGE: u32 = 1000;

impl<S: Store> Oms<S> {
    /// Entries of the journal from a position on, of one tenant or of all.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn journal(&self, tenant: Option<&TenantId>, from: u64, limit: u32) -> Result<JournalAnswer, Error> {
        let mut answer = JournalAnswer { entries: Vec::new(), next: from };
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        while answer.entries.len() < wanted {
            let scan = Scan::Journal(ScanJournal { from: answer.next, limit: PAGE.min(limit) });
            let page = self.store().scan(&scan)?.entries;
            if page.is_empty() {
                break;
            }
            for entry in page {
                if answer.entries.len() == wanted {
                    return Ok(answer);
                }
                answer.next = answer.next.saturating_add(1);
                if tenant.is_none_or(|tenant| *tenant == entry.tenant) {
                    answer.entries.push(entry);
                }
            }
        }
        Ok(answer)
    }

    /// The hash of everything stored, folded from the journal.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn state_hash(&self) -> Result<Fingerprint, Error> {
        let mut state = State::default();
        self.each_entry(|entry| state.apply(&entry))?;
        Ok(state.hash())
    }
}
