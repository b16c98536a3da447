//! Exact money.
//!
//! | operation | result |
//! | --- | --- |
//! | `a.checked_add(b)`, `a.checked_sub(b)` | exact; other currency or overflow is an error |
//! | `a.times(quantity)` | exact |
//! | `a.multiply(factor, rounding)` | rounded to the minor unit by the mode you name |
//! | `a.split(weights)` | parts that sum to `a` |
//! | `a.slice(from, to, of)` | the part of `a` for units `from..to` of `of`; slices sum to `a` |

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::{Currency, Quantity};

/// Why an operation on money has no result.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The amounts are in different currencies.
    #[error("cannot combine {left} with {right}")]
    CurrencyMismatch {
        /// The currency on the left.
        left: Currency,
        /// The currency on the right.
        right: Currency,
    },
    /// The amount has more decimals than the currency's minor unit.
    #[error("{currency} has {digits} decimals; round `{amount}` first", digits = currency.digits())]
    TooPrecise {
        /// The amount.
        amount: Decimal,
        /// The currency.
        currency: Currency,
    },
    /// The text is not a plain decimal number.
    #[error("not a plain decimal number such as 12.30")]
    NotANumber,
    /// The result is beyond what can be held (about 9.2 × 10¹⁸ minor units).
    #[error("the amount is too large")]
    Overflow,
    /// There is something to split but no part with a weight.
    #[error("nothing to split over: no part has a weight")]
    NoParts,
}

impl MoneyError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CurrencyMismatch { .. } => "money.currency_mismatch",
            Self::TooPrecise { .. } => "money.too_precise",
            Self::NotANumber => "money.not_a_number",
            Self::Overflow => "money.overflow",
            Self::NoParts => "money.no_parts",
        }
    }
}

/// How a result is brought to whole minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// Towards zero.
    Down,
    /// To the nearest; halves to the even neighbour (banker's rounding).
    HalfEven,
    /// To the nearest; halves away from zero.
    #[default]
    HalfUp,
    /// Away from zero.
    Up,
}

impl Rounding {
    /// A quotient brought to a whole number; `None` for a denominator that is not positive, or beyond 64 bits.
    #[must_use]
    pub fn divide(self, num: i128, den: i128) -> Option<i64> {
        if den <= 0 {
            return None;
        }
        // Division of 64-bit numbers is several times faster.
        let (whole, rest) = match (i64::try_from(num), i64::try_from(den)) {
            (Ok(num), Ok(den)) => (i128::from(num / den), i128::from(num % den)),
            _ => (num / den, num % den),
        };
        let twice = rest.unsigned_abs().saturating_mul(2);
        let half = twice.cmp(&den.unsigned_abs());
        let away = rest != 0
            && match self {
                Self::Down => false,
                Self::Up => true,
                Self::HalfUp => half != Ordering::Less,
                Self::HalfEven => half == Ordering::Greater || (half == Ordering::Equal && whole % 2 != 0),
            };
        let step = if num < 0 { -1 } else { 1 };
        i64::try_from(if away { whole.saturating_add(step) } else { whole }).ok()
    }

    const fn strategy(self) -> RoundingStrategy {
        match self {
            Self::Down => RoundingStrategy::ToZero,
            Self::HalfEven => RoundingStrategy::MidpointNearestEven,
            Self::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Self::Up => RoundingStrategy::AwayFromZero,
        }
    }
}

/// An exact amount in one currency, always at the currency's own scale.
///
/// On the wire `{"amount": "12.30", "currency": "EUR"}`; a JSON number for the amount is refused, because a
/// number has already been through a float somewhere.
///
/// ```
/// use oms_core::value::{Currency, Money, Rounding};
/// let price = Money::parse("19.99", Currency::EUR)?;
/// assert_eq!(price.multiply("0.19".parse()?, Rounding::HalfUp)?.to_string(), "3.80 EUR");
/// assert!(price.checked_add(Money::zero(Currency::USD)).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// The amount in the currency.
    ///
    /// # Errors
    /// [`MoneyError::TooPrecise`] for more decimals than the currency has, [`MoneyError::Overflow`] when too large.
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        if amount.normalize().scale() > currency.digits() {
            return Err(MoneyError::TooPrecise { amount, currency });
        }
        Self::round(amount, currency, Rounding::Down)
    }

    /// The amount rounded to the currency's minor unit.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`] when too large.
    pub fn round(amount: Decimal, currency: Currency, rounding: Rounding) -> Result<Self, MoneyError> {
        let mut rounded = amount.round_dp_with_strategy(currency.digits(), rounding.strategy());
        rounded.rescale(currency.digits());
        if rounded.scale() != currency.digits() {
            return Err(MoneyError::Overflow);
        }
        let minor = i64::try_from(rounded.mantissa()).map_err(|_| MoneyError::Overflow)?;
        Ok(Self { minor, currency })
    }

    /// Reads a plain decimal number: digits, at most one point, an optional leading minus.
    ///
    /// # Errors
    /// [`MoneyError::NotANumber`], [`MoneyError::TooPrecise`] or [`MoneyError::Overflow`].
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        Self::new(parse_decimal(text).ok_or(MoneyError::NotANumber)?, currency)
    }

    /// So many minor units, cents for instance.
    #[must_use]
    pub const fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The exact amount.
    #[must_use]
    pub fn amount(self) -> Decimal {
        Decimal::new(self.minor, self.currency.digits())
    }

    /// The currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The whole number of minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Whether it is less than nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// The exact sum.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyMismatch`] or [`MoneyError::Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.with_minor(i128::from(self.minor).saturating_add(i128::from(other.minor)))
    }

    /// The exact difference.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyMismatch`] or [`MoneyError::Overflow`].
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.with_minor(i128::from(self.minor).saturating_sub(i128::from(other.minor)))
    }

    /// The exact product with a quantity.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn times(self, quantity: Quantity) -> Result<Self, MoneyError> {
        self.with_minor(i128::from(self.minor).saturating_mul(i128::from(quantity.units())))
    }

    /// The product with a factor, brought to whole minor units by the named rounding.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn multiply(self, factor: Decimal, rounding: Rounding) -> Result<Self, MoneyError> {
        let product = self.amount().checked_mul(factor).ok_or(MoneyError::Overflow)?;
        Self::round(product, self.currency, rounding)
    }

    /// The exact sum of many, zero for none.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyMismatch`] or [`MoneyError::Overflow`].
    pub fn sum(currency: Currency, parts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        let mut total = 0_i128;
        for part in parts {
            Self::zero(currency).same_currency(part)?;
            total = total.saturating_add(i128::from(part.minor));
        }
        Self::zero(currency).with_minor(total)
    }

    /// The part for units `from` (inclusive) to `to` (exclusive) of `of` units.
    ///
    /// The part up to unit `j` is `round_half_up(amount · j / of)`, so whatever way the units are taken, one by
    /// one or in lots, the parts sum to the whole (cumulative slicing).
    ///
    /// # Errors
    /// [`MoneyError::NoParts`] unless `from <= to <= of` and `of > 0`.
    ///
    /// ```
    /// use oms_core::value::{Currency, Money};
    /// let paid = Money::from_minor(1000, Currency::EUR);
    /// let each: Vec<_> = (0..3).map(|unit| paid.slice(unit, unit + 1, 3).map(Money::minor)).collect();
    /// assert_eq!(each, [Ok(333), Ok(334), Ok(333)]);
    /// ```
    pub fn slice(self, from: u32, to: u32, of: u32) -> Result<Self, MoneyError> {
        if of == 0 || from > to || to > of {
            return Err(MoneyError::NoParts);
        }
        let up_to = |units: u32| {
            let doubled = i128::from(self.minor).saturating_mul(i128::from(units)).saturating_mul(2);
            let of = i128::from(of);
            let half_up = doubled.unsigned_abs().saturating_add(of.unsigned_abs()) / (2 * of.unsigned_abs());
            i128::try_from(half_up).unwrap_or(i128::MAX).saturating_mul(doubled.signum())
        };
        self.with_minor(up_to(to).saturating_sub(up_to(from)))
    }

    pub(super) fn with_minor(self, minor: i128) -> Result<Self, MoneyError> {
        let minor = i64::try_from(minor).map_err(|_| MoneyError::Overflow)?;
        Ok(Self { minor, currency: self.currency })
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(MoneyError::CurrencyMismatch { left: self.currency, right: other.currency })
    }
}

/// Compares amounts of one currency; different currencies do not compare.
impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.currency == other.currency).then(|| self.minor.cmp(&other.minor))
    }
}

impl std::fmt::Debug for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.amount(), self.currency)
    }
}

/// Reads a plain decimal number exactly; no exponent, no separators, at most 28 significant digits.
pub(crate) fn parse_decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if digits.len() > 40 || !plain(whole) || !plain(fraction) {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

/// A decimal as a string on the wire.
pub(crate) mod decimal_text {
    use super::{Decimal, Deserialize, Deserializer, Serializer, parse_decimal};

    pub(crate) fn serialize<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(number)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        parse_decimal(&text)
            .ok_or_else(|| serde::de::Error::custom("not a plain decimal number such as \"12.30\""))
    }
}

/// The schema of a decimal.
#[cfg(feature = "schema")]
pub(crate) struct DecimalText;

#[cfg(feature = "schema")]
impl schemars::JsonSchema for DecimalText {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "decimal"})
    }
    fn inline_schema() -> bool {
        true
    }
}

/// The wire form of money.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Money"))]
struct MoneyForm {
    /// The exact amount at the currency's scale, as a string.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    amount: Decimal,
    /// The ISO 4217 code.
    currency: Currency,
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MoneyForm { amount: self.amount(), currency: self.currency }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = MoneyForm::deserialize(deserializer)?;
        Self::new(form.amount, form.currency).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Money {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Money".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = MoneyForm::json_schema(generator);
        schema.insert("description".into(), "An exact amount in one currency.".into());
        schema.insert("format".into(), "money".into());
        schema
    }
}
