//! Transfers and counts.

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::count::CountSheet;
use crate::error::Error;
use crate::store::{Document, DocumentKey, Store};
use crate::transfer::{Transfer, TransferStatus};
use crate::value::{CountId, TenantId, TransferId, Version};

/// A transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskTransfer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskTransfer {
    /// Whose.
    pub tenant: TenantId,
    /// Which.
    pub transfer: TransferId,
}

/// A count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskCount"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskCount {
    /// Whose.
    pub tenant: TenantId,
    /// Which.
    pub count: CountId,
}

/// The transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TransferAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferAnswer {
    /// The transfer with what is derived from it; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<TransferView>,
}

/// A transfer with what is derived from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferView {
    /// How many events have made it.
    pub version: Version,
    /// Its status.
    pub status: TransferStatus,
    /// The transfer.
    pub transfer: Transfer,
}

/// The count, as its counters may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CountAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountAnswer {
    /// The count; absent when there is none. It bears no figure of the book until a line is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CountSheet>,
}

impl<S: Store> Oms<S> {
    /// A transfer, if there is one.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn transfer(&self, tenant: &TenantId, id: &TransferId) -> Result<Option<TransferView>, Error> {
        let snapshot = self.load_one(DocumentKey::transfer(tenant, id))?;
        Ok(snapshot.documents.into_iter().find_map(|entry| match entry.stored.document {
            Document::Transfer(transfer) => Some(TransferView {
                version: entry.stored.version,
                status: transfer.status(),
                transfer: Transfer::clone(&transfer),
            }),
            _ => None,
        }))
    }

    /// A count as its counters may see it, if there is one.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn count(&self, tenant: &TenantId, id: &CountId) -> Result<Option<CountSheet>, Error> {
        let snapshot = self.load_one(DocumentKey::count(tenant, id))?;
        Ok(snapshot.documents.into_iter().find_map(|entry| match entry.stored.document {
            Document::Count(count) => Some(count.sheet()),
            _ => None,
        }))
    }
}
