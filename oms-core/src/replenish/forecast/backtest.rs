//! The choice of a method: each forecasts the past from the past before it, and the least wrong wins.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ForecastMethod;
use super::model::Model;
use crate::replenish::figure::{Figure, decimal_list, optional_decimal};
use crate::replenish::{DemandHistory, DemandStatistics, ReplenishError};
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::Problems;

/// What should be forecast.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastRequest {
    /// The past.
    pub history: DemandHistory,
    /// How many periods to forecast, 1 to 400: the lead time, say. Methods are judged by the total of so many periods.
    pub horizon: u16,
    /// How many periods make a season, where there are seasons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub season: Option<u16>,
    /// The methods to choose from, simplest first; [`ForecastMethod::standard`] when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub methods: Option<Vec<ForecastMethod>>,
}

/// How well a method would have done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastCandidate {
    /// The method.
    pub method: ForecastMethod,
    /// The sum of its absolute errors; absent when the history is too short for it.
    #[serde(default, with = "optional_decimal", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<DecimalText>"))]
    pub absolute_error: Option<Decimal>,
    /// The sum of its absolute errors over the sum of demand (WAPE); absent also when there was no demand.
    #[serde(default, with = "optional_decimal", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<DecimalText>"))]
    pub wape: Option<Decimal>,
    /// Whether it was chosen.
    pub chosen: bool,
}

/// A forecast, and how the method was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DemandForecast {
    /// The demand expected of each coming period.
    #[serde(with = "decimal_list")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<DecimalText>"))]
    pub demand: Vec<Decimal>,
    /// The method; absent when the history is too short for any, and the mean of the past is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<ForecastMethod>,
    /// From how many points in the past the methods were made to forecast, the same for all of them.
    pub origins: u32,
    /// All methods, in the order in which they were named.
    pub candidates: Vec<ForecastCandidate>,
    /// What the past was like.
    pub statistics: DemandStatistics,
}

/// Forecasts demand by the method that would have done best: with the smallest WAPE over a rolling origin, the first
/// named among equals. `O(methods · periods · horizon)`.
///
/// Methods that would leave less than half of the history to test on are not tried.
///
/// ```
/// use oms_core::replenish::{DemandHistory, DemandPeriod, ForecastRequest, forecast};
/// use oms_core::value::Quantity;
/// let period = |units| DemandPeriod { sold: Quantity::new(units), ..DemandPeriod::default() };
/// let history = DemandHistory { periods: vec![period(7); 10], outlier_limit: None };
/// let request = ForecastRequest { history, horizon: 2, season: None, methods: None };
/// let forecast = forecast(&request)?;
/// assert_eq!(forecast.demand.iter().map(ToString::to_string).collect::<Vec<_>>(), ["7", "7"]);
/// # Ok::<(), oms_core::replenish::ReplenishError>(())
/// ```
///
/// # Errors
/// [`ReplenishError::Invalid`] with everything wrong; [`ReplenishError::Overflow`].
pub fn forecast(request: &ForecastRequest) -> Result<DemandForecast, ReplenishError> {
    let problems = request.problems();
    if !problems.is_empty() {
        return Err(ReplenishError::Invalid(problems));
    }
    let statistics = request.history.statistics()?;
    let series = request.history.series(&statistics);
    let methods = request.methods.clone().unwrap_or_else(|| ForecastMethod::standard(request.season));
    let fits = |method: &ForecastMethod| method.warm_up() <= series.len() / 2;
    let first = methods.iter().filter(|method| fits(method)).map(ForecastMethod::warm_up).max().unwrap_or(1);
    let test = Test { series: &series, first, horizon: usize::from(request.horizon) };
    let actual = test.actual()?;
    let mut candidates = Vec::with_capacity(methods.len());
    for method in methods {
        let error = if fits(&method) { test.error(&method)? } else { None };
        let wape = error.filter(|_| !actual.is_zero()).map(|error| (Figure::from(error) / actual).result());
        let absolute_error = error.map(|error| Figure::from(error).result()).transpose()?;
        candidates.push((
            error,
            ForecastCandidate { method, absolute_error, wape: wape.transpose()?, chosen: false },
        ));
    }
    // The first of the smallest.
    let best = candidates.iter_mut().filter(|(error, _)| error.is_some()).min_by_key(|(error, _)| *error);
    let method = best.map(|(_, candidate)| {
        candidate.chosen = true;
        candidate.method.clone()
    });
    let demand = expected(method.as_ref(), &series, request.horizon, statistics.mean)?;
    Ok(DemandForecast {
        demand,
        method,
        origins: u32::try_from(test.origins().count()).unwrap_or(u32::MAX),
        candidates: candidates.into_iter().map(|(_, candidate)| candidate).collect(),
        statistics,
    })
}

impl ForecastRequest {
    /// Everything wrong with the request.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = self.history.problems().under("/history");
        if !(1..=400).contains(&self.horizon) {
            problems.add("input.out_of_range", "/horizon", "name 1 to 400 periods");
        }
        if self.season.is_some_and(|season| !(2..=1000).contains(&season)) {
            problems.add("input.out_of_range", "/season", "name 2 to 1000 periods");
        }
        let methods = self.methods.as_deref().unwrap_or_default();
        if methods.len() > 100 {
            problems.add("input.out_of_range", "/methods", "name at most 100 methods");
        }
        for (at, method) in methods.iter().enumerate() {
            problems.extend(method.problems().under(&format!("/methods/{at}")));
        }
        problems
    }
}

/// The past as a test: from each origin on, the total of the next periods has to be forecast.
struct Test<'s> {
    series: &'s [Decimal],
    first: usize,
    horizon: usize,
}

impl Test<'_> {
    /// How many periods are known at each origin.
    fn origins(&self) -> impl Iterator<Item = usize> + '_ {
        let end = (self.series.len() + 1).saturating_sub(self.horizon);
        self.first..end
    }

    fn total(&self, origin: usize) -> Result<Decimal, ReplenishError> {
        let coming = self.series.iter().skip(origin).take(self.horizon);
        coming.fold(Figure::from(0_i64), |sum, demand| sum + *demand).value()
    }

    fn actual(&self) -> Result<Decimal, ReplenishError> {
        let mut actual = Figure::from(0_i64);
        for origin in self.origins() {
            actual = actual + self.total(origin)?;
        }
        actual.value()
    }

    /// The sum of a method's absolute errors; nothing when there is no origin to forecast from.
    fn error(&self, method: &ForecastMethod) -> Result<Option<Decimal>, ReplenishError> {
        let mut model = Model::new(method);
        let mut seen = 0;
        let mut error = None;
        for origin in self.origins() {
            for demand in self.series.iter().take(origin).skip(seen) {
                model.see(*demand)?;
            }
            seen = origin;
            let miss = (self.expected_total(&model)? - self.total(origin)?).value()?.abs();
            error = Some((Figure::from(miss) + error.unwrap_or_default()).value()?);
        }
        Ok(error)
    }

    fn expected_total(&self, model: &Model) -> Result<Figure, ReplenishError> {
        if model.is_flat() {
            return Ok(Figure::from(model.outlook(1)?.unwrap_or_default()) * self.horizon);
        }
        let mut expected = Figure::from(0_i64);
        for k in (1_u16..).take(self.horizon) {
            expected = expected + model.outlook(k)?.unwrap_or_default();
        }
        Ok(expected)
    }
}

fn expected(
    method: Option<&ForecastMethod>,
    series: &[Decimal],
    horizon: u16,
    mean: Decimal,
) -> Result<Vec<Decimal>, ReplenishError> {
    let Some(method) = method else { return Ok(vec![mean; usize::from(horizon)]) };
    let mut model = Model::new(method);
    series.iter().try_for_each(|demand| model.see(*demand))?;
    let one = |k| Figure::from(model.outlook(k)?.unwrap_or(mean)).result();
    (1..=horizon).map(one).collect()
}
