//! Weights in grams and sizes in millimetres.

use serde::{Deserialize, Serialize};

use super::Quantity;

/// A weight in whole grams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Weight(u32);

impl Weight {
    /// So many grams.
    #[must_use]
    pub const fn grams(grams: u32) -> Self {
        Self(grams)
    }

    /// The grams.
    #[must_use]
    pub const fn as_grams(self) -> u32 {
        self.0
    }

    /// The weight of several units in grams; cannot overflow.
    #[must_use]
    pub fn times(self, quantity: Quantity) -> u64 {
        u64::from(self.0).saturating_mul(u64::from(quantity.units()))
    }
}

/// A box-shaped size in whole millimetres.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dimensions {
    /// Length in millimetres.
    pub length: u32,
    /// Width in millimetres.
    pub width: u32,
    /// Height in millimetres.
    pub height: u32,
}

impl Dimensions {
    /// The volume in cubic millimetres; cannot overflow.
    #[must_use]
    pub fn volume(self) -> u128 {
        u128::from(self.length).saturating_mul(u128::from(self.width)).saturating_mul(u128::from(self.height))
    }
}
