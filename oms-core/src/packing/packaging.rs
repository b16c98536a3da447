//! The boxes of a merchant, and which goods must not share one.

use serde::{Deserialize, Serialize};

use super::{BoxType, PackConflict};

/// The boxes of a tenant, and which classes must not share one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Packaging"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Packaging {
    /// The boxes, by id.
    pub boxes: Vec<BoxType>,
    /// The conflicts, as they were written.
    pub conflicts: Vec<PackConflict>,
}

impl Packaging {
    /// Writes a box: it replaces the one of the same id.
    pub fn put(&mut self, carton: BoxType) {
        match self.boxes.binary_search_by(|known| known.id.cmp(&carton.id)) {
            Ok(at) => {
                if let Some(known) = self.boxes.get_mut(at) {
                    *known = carton;
                }
            }
            Err(at) => self.boxes.insert(at, carton),
        }
    }
}
