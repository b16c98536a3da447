//! Whole numbers of units.

use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::LineId;

/// Why a number is no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum QuantityError {
    /// The result would be negative or beyond 4,294,967,295.
    #[error("the quantity leaves the range 0 to 4294967295")]
    OutOfRange,
}

/// A whole number of a SKU's stock-keeping unit: 0 to 4,294,967,295, never negative.
///
/// ```
/// use oms_core::value::Quantity;
/// let two = Quantity::new(2);
/// assert_eq!(two.checked_add(Quantity::new(3)), Ok(Quantity::new(5)));
/// assert!(two.checked_sub(Quantity::new(3)).is_err());
/// assert!(serde_json::from_str::<Quantity>("-1").is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Quantity(u32);

impl Quantity {
    /// No unit.
    pub const ZERO: Self = Self(0);

    /// So many units.
    #[must_use]
    pub const fn new(units: u32) -> Self {
        Self(units)
    }

    /// How many units.
    #[must_use]
    pub const fn units(self) -> u32 {
        self.0
    }

    /// As a signed number, for deltas.
    #[must_use]
    pub fn signed(self) -> i64 {
        i64::from(self.0)
    }

    /// Whether it is none.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// As [`Quantity::is_zero`], by reference: for fields that are left out when they are nothing.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.0 == 0
    }

    /// The sum.
    ///
    /// # Errors
    /// [`QuantityError::OutOfRange`] above 4,294,967,295.
    pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
        self.0.checked_add(other.0).map(Self).ok_or(QuantityError::OutOfRange)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`QuantityError::OutOfRange`] below zero.
    pub fn checked_sub(self, other: Self) -> Result<Self, QuantityError> {
        self.0.checked_sub(other.0).map(Self).ok_or(QuantityError::OutOfRange)
    }

    /// The difference, or zero where it would be negative.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The smaller of the two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Ord::min(self, other)
    }
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl TryFrom<i64> for Quantity {
    type Error = QuantityError;
    fn try_from(units: i64) -> Result<Self, QuantityError> {
        u32::try_from(units).map(Self).map_err(|_| QuantityError::OutOfRange)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self)
    }
}

/// Units of a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LineQuantity {
    /// The line.
    pub line: LineId,
    /// How many units.
    pub quantity: Quantity,
}
