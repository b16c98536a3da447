//! Commands that write what is packed into.

use serde::{Deserialize, Serialize};

use crate::packing::{BoxType, PackConflict};

/// Write a box; it replaces the one of the same id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutBox"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutBox {
    /// The box.
    #[serde(rename = "box")]
    pub carton: BoxType,
}

/// Write which classes of goods must not share a box; it replaces all before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PutPackConflicts"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PutPackConflicts {
    /// The pairs.
    pub conflicts: Vec<PackConflict>,
}
