//! What kind of place a node is, and what it can do.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::value::{CapabilityId, OwnerId};

/// What kind of place a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NodeKind {
    /// A distribution centre.
    Dc,
    /// A store that sells over the counter too.
    Store,
    /// A supplier that ships to buyers itself.
    Supplier,
    /// A locker that buyers collect from.
    Locker,
}

/// How an order reaches its buyer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FulfilmentType {
    /// A carrier brings it.
    Ship,
    /// The buyer collects it.
    Pickup,
    /// It arrives on the day it was ordered.
    SameDay,
}

/// What kind of place a node is, and what it can do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeTraits {
    /// What kind of place it is, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<NodeKind>,
    /// How orders leave it; by carrier only when none is named.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub fulfilment: BTreeSet<FulfilmentType>,
    /// What it can handle beyond plain goods, such as `hazmat` or `cold`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub capabilities: BTreeSet<CapabilityId>,
    /// Whose stock it keeps, beside the merchant's own.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub owners: BTreeSet<OwnerId>,
    /// Whether its stock lies in bond, not yet imported.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bonded: bool,
}

impl NodeTraits {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}
