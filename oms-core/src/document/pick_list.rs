//! The pick list: what is fetched from where for a wave, in the order of the way.

use serde::{Deserialize, Serialize};

use crate::value::{Instant, LocationCode, LotId, NodeId, OrderId, Quantity, SkuId, Text};

/// How many of the units of a stop are for which slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickShare {
    /// The slot of the cart or of the sorting wall, counted from 1.
    pub slot: u32,
    /// How many units.
    pub quantity: Quantity,
}

/// A place where the picker stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickStop {
    /// Where; absent where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationCode>,
    /// The SKU.
    pub sku: SkuId,
    /// What it is called.
    #[serde(default)]
    pub name: Text,
    /// The lot to take, where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// How many units, all slots together.
    pub quantity: Quantity,
    /// For which slots.
    pub shares: Vec<PickShare>,
}

/// Which order is sorted into which slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickSlot {
    /// The slot, counted from 1.
    pub slot: u32,
    /// The order.
    pub order: OrderId,
    /// How many units of it.
    pub units: u32,
}

/// What is fetched for a wave (拣货单).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PickList"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickList {
    /// The number of the wave.
    pub wave: u32,
    /// The node.
    pub node: NodeId,
    /// By when it must be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
    /// The stops, in the order of the way.
    pub stops: Vec<PickStop>,
    /// The slots.
    pub slots: Vec<PickSlot>,
}

impl PickList {
    /// How many units are fetched.
    #[must_use]
    pub fn units(&self) -> u64 {
        self.stops.iter().map(|stop| u64::from(stop.quantity.units())).sum()
    }
}
