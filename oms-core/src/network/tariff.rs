//! Tariffs: what a parcel costs by its weight.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::value::{Currency, Money, Problems, Weight};

/// A price by weight: fixed prices for bands, then a price for each further step.
///
/// `price(w)` is the price of the first band with `w <= upTo`. Above the last band it is that band's price plus
/// `ceil((w - last upTo) / step)` times the step's price (首重/续重: one band and a step), or, without a step, none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tariff {
    /// The bands from light to heavy.
    pub bands: Vec<WeightBand>,
    /// What goes on above the last band; heavier parcels are refused when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<StepRate>,
}

/// A fixed price up to a weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeightBand {
    /// The heaviest that belongs to the band, itself included.
    pub up_to: Weight,
    /// The price of one parcel.
    pub price: Money,
}

/// A price for each started step of weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StepRate {
    /// The step.
    pub step: Weight,
    /// The price of each started step.
    pub price: Money,
}

/// Why a tariff has no price for a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TariffError {
    /// The weight is above the heaviest band and nothing is said beyond.
    #[error("{weight_grams} g is above the limit of {limit_grams} g")]
    TooHeavy {
        /// The weight asked for in grams.
        weight_grams: u64,
        /// The heaviest with a price in grams.
        limit_grams: u32,
    },
    /// The price is beyond what money can hold, or a step is zero.
    #[error("the price for {weight_grams} g is too large")]
    Overflow {
        /// The weight asked for in grams.
        weight_grams: u64,
    },
}

impl Tariff {
    /// The price of a parcel of so many grams.
    ///
    /// # Errors
    /// [`TariffError`] when the tariff has no price for the weight.
    ///
    /// ```
    /// use oms_core::network::{StepRate, Tariff, WeightBand};
    /// use oms_core::value::{Currency, Money, Weight};
    /// let cny = |fen| Money::from_minor(fen, Currency::CNY);
    /// let tariff = Tariff {
    ///     bands: vec![WeightBand { up_to: Weight::grams(1000), price: cny(800) }],
    ///     beyond: Some(StepRate { step: Weight::grams(1000), price: cny(250) }),
    /// };
    /// assert_eq!(tariff.price(5000), Ok(cny(1800)));
    /// ```
    pub fn price(&self, weight_grams: u64) -> Result<Money, TariffError> {
        let at = self.bands.partition_point(|band| u64::from(band.up_to.as_grams()) < weight_grams);
        if let Some(band) = self.bands.get(at) {
            return Ok(band.price);
        }
        let (last, beyond) = match (self.bands.last(), &self.beyond) {
            (Some(last), Some(beyond)) => (last, beyond),
            (last, _) => {
                let limit_grams = last.map_or(0, |band| band.up_to.as_grams());
                return Err(TariffError::TooHeavy { weight_grams, limit_grams });
            }
        };
        let excess = weight_grams.saturating_sub(u64::from(last.up_to.as_grams()));
        let step = u64::from(beyond.step.as_grams());
        let steps = (step > 0).then(|| i128::from(excess.div_ceil(step)));
        steps
            .and_then(|steps| steps.checked_mul(i128::from(beyond.price.minor())))
            .and_then(|more| more.checked_add(i128::from(last.price.minor())))
            .and_then(|minor| i64::try_from(minor).ok())
            .map(|minor| Money::from_minor(minor, last.price.currency()))
            .ok_or(TariffError::Overflow { weight_grams })
    }

    /// The heaviest parcel with a price in grams; `u64::MAX` where steps go on for ever.
    #[must_use]
    pub fn limit_grams(&self) -> u64 {
        match (&self.beyond, self.bands.last()) {
            (_, None) => 0,
            (Some(_), Some(_)) => u64::MAX,
            (None, Some(last)) => u64::from(last.up_to.as_grams()),
        }
    }

    /// Everything wrong with the tariff: bands must exist and rise, prices must be in the currency and not negative,
    /// the step must be above zero.
    #[must_use]
    pub fn problems(&self, currency: Currency) -> Problems {
        let mut problems = Problems::new();
        if self.bands.is_empty() {
            problems.add("tariff.empty", "/bands", "name at least one band");
        }
        let mut last = None;
        for (at, band) in self.bands.iter().enumerate() {
            check_price(&mut problems, || format!("/bands/{at}/price"), band.price, currency);
            if last.is_some_and(|before| band.up_to <= before) {
                let path = format!("/bands/{at}/upTo");
                problems.add("tariff.not_ascending", path, "upTo must rise from band to band");
            }
            last = Some(band.up_to);
        }
        if let Some(beyond) = &self.beyond {
            check_price(&mut problems, || "/beyond/price".to_owned(), beyond.price, currency);
            if beyond.step == Weight::default() {
                problems.add("input.out_of_range", "/beyond/step", "the step must be above zero");
            }
        }
        problems
    }
}

/// The place is built only for what is wrong: tariffs are checked on every plan that prices with them.
fn check_price(problems: &mut Problems, path: impl Fn() -> String, price: Money, currency: Currency) {
    if price.currency() != currency {
        problems.add("money.currency_mismatch", path(), format!("the price must be in {currency}"));
    }
    if price.is_negative() {
        problems.add("input.out_of_range", path(), "a price must not be negative");
    }
}
