//! The sourcing, as it stands.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::allocation::Sourcing;
use crate::error::Error;
use crate::store::{Document, DocumentKey, Store};
use crate::value::TenantId;

/// The sourcing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskSourcing"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskSourcing {
    /// Whose.
    pub tenant: TenantId,
}

/// The sourcing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SourcingAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourcingAnswer {
    /// The sourcing; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sourcing: Option<Arc<Sourcing>>,
}

impl<S: Store> Oms<S> {
    /// The sourcing of a tenant, if it has one.
    ///
    /// # Errors
    /// [`Error::Store`] when the store fails.
    pub fn sourcing(&self, tenant: &TenantId) -> Result<Option<Arc<Sourcing>>, Error> {
        let found = self.load_one(DocumentKey::sourcing(tenant))?;
        Ok(found.documents.into_iter().find_map(|entry| match entry.stored.document {
            Document::Sourcing(sourcing) => Some(sourcing),
            _ => None,
        }))
    }
}
