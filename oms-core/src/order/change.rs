//! Changes to an order before its units are released to a warehouse.

use serde::{Deserialize, Serialize};

use crate::value::{Address, Fields, Instant, LineQuantity, Text};

/// What to change; what is absent stays. The order is reviewed anew afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderChange {
    /// The new address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ship_to: Option<Address>,
    /// The new promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise_by: Option<Instant>,
    /// The new remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// New quantities, larger than before; fewer units are a cancellation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<LineQuantity>,
    /// Custom fields to set.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
}

impl OrderChange {
    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
