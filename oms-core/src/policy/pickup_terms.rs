//! How long orders wait for their buyers.

use serde::{Deserialize, Serialize};

/// What holds for orders that their buyers collect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickupTerms {
    /// For how many hours an order is kept once it is ready.
    #[serde(default = "three_days")]
    pub collect_hours: u16,
}

const fn three_days() -> u16 {
    72
}

impl Default for PickupTerms {
    fn default() -> Self {
        Self { collect_hours: three_days() }
    }
}

impl PickupTerms {
    /// Whether they are the default ones.
    #[must_use]
    pub fn is_standard(&self) -> bool {
        *self == Self::default()
    }
}
