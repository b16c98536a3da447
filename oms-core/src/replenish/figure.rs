//! Decimals that formulas can be written with: a figure that was too large stays too large until somebody asks for it.

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::{Decimal, RoundingStrategy};

use super::ReplenishError;
use crate::value::Problems;

/// The largest number that may come from outside, 10¹²: products of two still fit.
pub(super) const LARGEST: Decimal = Decimal::from_parts(0xD4A5_1000, 0xE8, 0, false, 0);

/// A decimal, or the knowledge that it overflowed or was divided by zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure(Option<Decimal>);

impl From<Decimal> for Figure {
    fn from(number: Decimal) -> Self {
        Self(Some(number))
    }
}

impl From<i64> for Figure {
    fn from(number: i64) -> Self {
        Self(Some(Decimal::from(number)))
    }
}

impl From<usize> for Figure {
    fn from(number: usize) -> Self {
        Self(Some(Decimal::from(number)))
    }
}

macro_rules! operators {
    ($($operator:ident :: $method:ident => $checked:ident,)+) => {$(
        impl<T: Into<Figure>> $operator<T> for Figure {
            type Output = Self;
            fn $method(self, other: T) -> Self {
                Self(self.0.zip(other.into().0).and_then(|(a, b)| a.$checked(b)))
            }
        }
    )+};
}

operators! {
    Add::add => checked_add,
    Sub::sub => checked_sub,
    Mul::mul => checked_mul,
    Div::div => checked_div,
}

impl Figure {
    /// The square root, cut (rounded down) after 12 decimals, or after fewer where the root is above 10¹²: an integer
    /// square root of 128 bits, so that it is the same everywhere.
    pub(super) fn sqrt(self) -> Self {
        Self(self.0.and_then(sqrt))
    }

    /// The figure, never below zero.
    pub(super) fn or_zero(self) -> Self {
        Self(self.0.map(|number| number.max(Decimal::ZERO)))
    }

    /// Rounded half to even to so many decimals.
    pub(super) fn rounded(self, decimals: u32) -> Self {
        let strategy = RoundingStrategy::MidpointNearestEven;
        Self(self.0.map(|number| number.round_dp_with_strategy(decimals, strategy)))
    }

    /// A state on the way, at 10 decimals.
    pub(super) fn state(self) -> Self {
        self.rounded(10)
    }

    /// The number.
    pub(super) fn value(self) -> Result<Decimal, ReplenishError> {
        self.0.ok_or(ReplenishError::Overflow)
    }

    /// A result, at 6 decimals without trailing zeros.
    pub(super) fn result(self) -> Result<Decimal, ReplenishError> {
        Ok(self.rounded(6).value()?.normalize())
    }

    /// Whole units, rounded up: for what protects.
    pub(super) fn units_up(self) -> Result<i64, ReplenishError> {
        i64::try_from(self.value()?.ceil()).map_err(|_| ReplenishError::Overflow)
    }

    /// Whole units, rounded down: for what limits.
    pub(super) fn units_down(self) -> Result<i64, ReplenishError> {
        i64::try_from(self.value()?.floor()).map_err(|_| ReplenishError::Overflow)
    }
}

fn sqrt(number: Decimal) -> Option<Decimal> {
    let mantissa = u128::try_from(number.mantissa()).ok()?;
    for digits in (0..=12_u32).rev() {
        // root · 10^digits = isqrt(mantissa · 10^(2·digits − scale))
        let wide = match (2 * digits).checked_sub(number.scale()) {
            Some(shift) => 10_u128.checked_pow(shift).and_then(|power| mantissa.checked_mul(power)),
            None => {
                10_u128.checked_pow(number.scale().checked_sub(2 * digits)?).map(|power| mantissa / power)
            }
        };
        let root = wide.and_then(|wide| i128::try_from(wide.isqrt()).ok());
        if let Some(root) = root.and_then(|root| Decimal::try_from_i128_with_scale(root, digits).ok()) {
            return Some(root);
        }
    }
    None
}

/// Notes a number outside a range.
pub(super) fn within(problems: &mut Problems, path: &str, number: Decimal, least: Decimal, most: Decimal) {
    if number < least || number > most {
        let message = format!("name a number from {least} to {most}");
        problems.add("input.out_of_range", path, message);
    }
}

/// Optional decimals as strings on the wire.
pub(super) mod optional_decimal {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::value::decimal_text;

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Number(#[serde(with = "decimal_text")] Decimal);

    #[expect(clippy::ref_option, reason = "the shape that serde asks for")]
    pub(in super::super) fn serialize<S: Serializer>(
        number: &Option<Decimal>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        number.map(Number).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<Number>::deserialize(deserializer)?.map(|number| number.0))
    }
}

/// Lists of decimals as strings on the wire.
pub(super) mod decimal_list {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::value::decimal_text;

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Number(#[serde(with = "decimal_text")] Decimal);

    pub(in super::super) fn serialize<S: Serializer>(
        numbers: &[Decimal],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(numbers.iter().map(|number| Number(*number)))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Decimal>, D::Error> {
        Ok(Vec::<Number>::deserialize(deserializer)?.into_iter().map(|number| number.0).collect())
    }
}
