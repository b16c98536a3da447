//! What happened to what is packed into, and how it folds.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Document;
use crate::packing::{BoxType, PackConflict, Packaging};

/// A box was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "BoxRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BoxRecorded {
    /// The box.
    #[serde(rename = "box")]
    pub carton: BoxType,
}

/// The classes that must not share a box were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PackConflictsRecorded"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackConflictsRecorded {
    /// The pairs.
    pub conflicts: Vec<PackConflict>,
}

/// The packaging after a change.
pub(super) fn folded(document: Option<Document>, write: impl FnOnce(&mut Packaging)) -> Option<Document> {
    let mut packaging = match document {
        Some(Document::Packaging(packaging)) => Arc::unwrap_or_clone(packaging),
        _ => Packaging::default(),
    };
    write(&mut packaging);
    Some(Document::Packaging(Arc::new(packaging)))
}
