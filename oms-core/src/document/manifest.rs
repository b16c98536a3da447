//! The handover manifest: what a carrier's driver signs for.

use serde::{Deserialize, Serialize};

use crate::value::{CarrierId, Instant, NodeId, Text, TrackingNumber, Weight};

/// A parcel that is handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ManifestParcel {
    /// Its number.
    pub number: TrackingNumber,
    /// What it weighs, when weighed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// Where it goes, in a word.
    #[serde(default)]
    pub destination: Text,
}

/// What a carrier's driver signs for (交接单).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "HandoverManifest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandoverManifest {
    /// Its number, as text and as Code 128 where it is plain ASCII.
    pub number: Text,
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's name as it is printed; its id when empty.
    #[serde(default)]
    pub carrier_name: Text,
    /// The node.
    pub node: NodeId,
    /// When they are handed over.
    pub at: Instant,
    /// Who drives, and with what.
    #[serde(default)]
    pub driver: Text,
    /// The parcels.
    pub parcels: Vec<ManifestParcel>,
}

impl HandoverManifest {
    /// What all parcels weigh together in grams; those that were not weighed count nothing.
    #[must_use]
    pub fn grams(&self) -> u64 {
        self.parcels
            .iter()
            .filter_map(|parcel| parcel.weight)
            .map(|weight| u64::from(weight.as_grams()))
            .sum()
    }

    /// How many parcels were not weighed.
    #[must_use]
    pub fn unweighed(&self) -> usize {
        self.parcels.iter().filter(|parcel| parcel.weight.is_none()).count()
    }
}
