//! The methods and their parameters.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::replenish::figure::within;
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Problems, decimal_text};

/// A way to forecast demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ForecastMethod {
    /// The mean of the last periods.
    MovingAverage(MovingAverage),
    /// A level that follows demand.
    ExponentialSmoothing(ExponentialSmoothing),
    /// For demand that comes now and then: size and interval, each smoothed.
    Croston(Croston),
    /// For demand that comes now and then and may die out: size and probability, each smoothed.
    TeunterSyntetosBabai(TeunterSyntetosBabai),
    /// A level and a trend.
    Holt(HoltTrend),
    /// A level, a trend and additive seasons.
    HoltWinters(HoltWinters),
}

/// The mean of the last periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "MovingAverage"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MovingAverage {
    /// How many periods; 1 is the naive forecast.
    pub periods: u16,
}

/// A level that follows demand: `l ← l + α·(y − l)` (Brown, 1959).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ExponentialSmoothing"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExponentialSmoothing {
    /// How fast the level follows, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub alpha: Decimal,
}

/// Size and interval of demand, each smoothed when demand comes (J. D. Croston, *Operational Research Quarterly* 23(3),
/// 1972).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Croston"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Croston {
    /// How fast both follow, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub alpha: Decimal,
}

/// Size of demand, smoothed when it comes, and its probability, smoothed in every period (R. Teunter, A. Syntetos and
/// M. Babai, *European Journal of Operational Research* 214(3), 2011).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TeunterSyntetosBabai"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TeunterSyntetosBabai {
    /// How fast the size follows, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub alpha: Decimal,
    /// How fast the probability follows, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub beta: Decimal,
}

/// A level and a trend (C. C. Holt, 1957): `l ← l + b + α·e`, `b ← b + α·β·e`, where `e` is the error of the forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "HoltTrend"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoltTrend {
    /// How fast the level follows, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub alpha: Decimal,
    /// How fast the trend follows, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub beta: Decimal,
}

/// A level, a trend and additive seasons (P. R. Winters, *Management Science* 6(3), 1960), begun from the first two
/// seasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "HoltWinters"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoltWinters {
    /// How fast the level follows, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub alpha: Decimal,
    /// How fast the trend follows, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub beta: Decimal,
    /// How fast the seasons follow, 0 to 1.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub gamma: Decimal,
    /// How many periods make a season: 7 for days of a week, 12 for months of a year.
    pub season: u16,
}

const fn tenths(tenths: u32) -> Decimal {
    Decimal::from_parts(tenths, 0, 0, false, 1)
}

const fn hundredths(hundredths: u32) -> Decimal {
    Decimal::from_parts(hundredths, 0, 0, false, 2)
}

impl ForecastMethod {
    /// The methods that are tried when nobody names others, simplest first.
    #[must_use]
    pub fn standard(season: Option<u16>) -> Vec<Self> {
        let mut methods: Vec<Self> = Vec::new();
        methods.extend([1, 3, 6, 12].map(|periods| Self::MovingAverage(MovingAverage { periods })));
        let smoothing = |alpha| Self::ExponentialSmoothing(ExponentialSmoothing { alpha });
        methods.extend([hundredths(5), tenths(1), tenths(2), tenths(3), tenths(5)].map(smoothing));
        methods.extend([tenths(1), tenths(2)].map(|alpha| Self::Croston(Croston { alpha })));
        let babai = |(alpha, beta)| Self::TeunterSyntetosBabai(TeunterSyntetosBabai { alpha, beta });
        methods.extend([(tenths(1), hundredths(5)), (tenths(2), tenths(1))].map(babai));
        let holt = |(alpha, beta)| Self::Holt(HoltTrend { alpha, beta });
        methods.extend([(tenths(1), tenths(1)), (tenths(3), tenths(1)), (tenths(5), tenths(3))].map(holt));
        if let Some(season) = season {
            let winters =
                |(alpha, beta, gamma)| Self::HoltWinters(HoltWinters { alpha, beta, gamma, season });
            let few = [(tenths(1), hundredths(5), tenths(1)), (tenths(3), tenths(1), tenths(3))];
            methods.extend(few.map(winters));
        }
        methods
    }

    /// How many periods it needs before it can forecast.
    #[must_use]
    pub fn warm_up(&self) -> usize {
        match self {
            Self::MovingAverage(method) => usize::from(method.periods),
            Self::ExponentialSmoothing(_) | Self::Croston(_) | Self::TeunterSyntetosBabai(_) => 1,
            Self::Holt(_) => 2,
            Self::HoltWinters(method) => 2 * usize::from(method.season),
        }
    }

    /// Everything wrong with the parameters.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let share = |problems: &mut Problems, path: &str, number: Decimal| {
            within(problems, path, number, Decimal::ZERO, Decimal::ONE);
        };
        match self {
            Self::MovingAverage(method) => {
                if !(1..=1000).contains(&method.periods) {
                    problems.add("input.out_of_range", "/periods", "name 1 to 1000 periods");
                }
            }
            Self::ExponentialSmoothing(method) => share(&mut problems, "/alpha", method.alpha),
            Self::Croston(method) => share(&mut problems, "/alpha", method.alpha),
            Self::TeunterSyntetosBabai(method) => {
                share(&mut problems, "/alpha", method.alpha);
                share(&mut problems, "/beta", method.beta);
            }
            Self::Holt(method) => {
                share(&mut problems, "/alpha", method.alpha);
                share(&mut problems, "/beta", method.beta);
            }
            Self::HoltWinters(method) => {
                share(&mut problems, "/alpha", method.alpha);
                share(&mut problems, "/beta", method.beta);
                share(&mut problems, "/gamma", method.gamma);
                if !(2..=1000).contains(&method.season) {
                    problems.add("input.out_of_range", "/season", "name 2 to 1000 periods");
                }
            }
        }
        problems
    }
}
