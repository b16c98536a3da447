//! The cells in which a day's capacity is kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::CapacityAmounts;
use crate::network::CapacityLimits;
use crate::value::{ProcessPathId, SkuId};

/// What the names of all cells of capacity begin with; no SKU may be called so.
const PREFIX: &str = "~capacity/";

/// In what a node's work is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CapacityMeasure {
    /// Orders: one for each order with a shipment there.
    Orders,
    /// Lines of shipments.
    Lines,
    /// Units.
    Units,
    /// Grams.
    WeightGrams,
    /// Cubic centimetres.
    VolumeCm3,
}

impl CapacityMeasure {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Orders, Self::Lines, Self::Units, Self::WeightGrams, Self::VolumeCm3];

    /// The word used in names.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Lines => "lines",
            Self::Units => "units",
            Self::WeightGrams => "weight_grams",
            Self::VolumeCm3 => "volume_cm3",
        }
    }

    /// Its part of some amounts.
    #[must_use]
    pub const fn of(self, amounts: &CapacityAmounts) -> u64 {
        match self {
            Self::Orders => amounts.orders,
            Self::Lines => amounts.lines,
            Self::Units => amounts.units,
            Self::WeightGrams => amounts.weight_grams,
            Self::VolumeCm3 => amounts.volume_cm3,
        }
    }

    /// The place of its part in some amounts.
    pub const fn of_mut(self, amounts: &mut CapacityAmounts) -> &mut u64 {
        match self {
            Self::Orders => &mut amounts.orders,
            Self::Lines => &mut amounts.lines,
            Self::Units => &mut amounts.units,
            Self::WeightGrams => &mut amounts.weight_grams,
            Self::VolumeCm3 => &mut amounts.volume_cm3,
        }
    }

    /// Its limit, if there is one.
    #[must_use]
    pub const fn limit(self, limits: &CapacityLimits) -> Option<u32> {
        match self {
            Self::Orders => limits.orders,
            Self::Lines => limits.lines,
            Self::Units => limits.units,
            Self::WeightGrams => limits.weight_grams,
            Self::VolumeCm3 => limits.volume_cm3,
        }
    }
}

/// One measure of a path's day at a node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CapacityCell {
    /// The day, by the node's calendar.
    pub day: NaiveDate,
    /// The path.
    pub path: ProcessPathId,
    /// The measure.
    pub measure: CapacityMeasure,
}

impl CapacityCell {
    /// The name under which the cell stands beside those of SKUs, such as `~capacity/2026-11-11/parcel/units`.
    ///
    /// ```
    /// use oms_core::capacity::{CapacityCell, CapacityMeasure};
    /// use oms_core::value::ProcessPathId;
    /// let day = "2026-11-11".parse().unwrap();
    /// let path = ProcessPathId::new("parcel").unwrap();
    /// let cell = CapacityCell { day, path, measure: CapacityMeasure::Units };
    /// let name = cell.name().unwrap();
    /// assert_eq!(name.as_str(), "~capacity/2026-11-11/parcel/units");
    /// assert!(CapacityCell::is_name(&name));
    /// ```
    #[must_use]
    pub fn name(&self) -> Option<SkuId> {
        // A path has at most 64 bytes, so the name is never too long.
        SkuId::new(format!("{PREFIX}{}/{}/{}", self.day, self.path, self.measure.as_str())).ok()
    }

    /// Whether a SKU's id is the name of such a cell.
    #[must_use]
    pub fn is_name(sku: &SkuId) -> bool {
        sku.as_str().starts_with(PREFIX)
    }
}
