//! Demand: what was wanted in the past, and how unevenly.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ReplenishError;
use super::figure::{Figure, LARGEST, optional_decimal, within};
#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Problems, Quantity, decimal_text};

/// The most periods of a history.
pub const MAX_PERIODS: usize = 5_000;

/// One period of the past: a day, a week, whatever the history is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DemandPeriod {
    /// Units sold.
    pub sold: Quantity,
    /// Units wanted that could not be sold: lost sales and backorders.
    #[serde(default, skip_serializing_if = "Quantity::is_nothing")]
    pub lost: Quantity,
    /// Whether stock ran out, so that nobody knows what would have been sold.
    #[serde(default, skip_serializing_if = "is_false")]
    pub stocked_out: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_false(truth: &bool) -> bool {
    !*truth
}

impl DemandPeriod {
    /// What was wanted: sold and lost.
    #[must_use]
    pub fn demand(self) -> i64 {
        self.sold.signed().saturating_add(self.lost.signed())
    }
}

/// The past of one SKU, oldest period first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DemandHistory {
    /// The periods, oldest first; at most 5,000.
    pub periods: Vec<DemandPeriod>,
    /// How many scaled median deviations from the median make an outlier (Hampel's rule; 3 is usual). Without it
    /// nothing is trimmed.
    #[serde(default, with = "optional_decimal", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<DecimalText>"))]
    pub outlier_limit: Option<Decimal>,
}

/// Why a period does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DemandExclusion {
    /// Stock ran out.
    StockedOut,
    /// The demand is far from the median.
    Outlier,
}

/// A period that does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExcludedPeriod {
    /// Its place in the history, counted from 0.
    pub index: u32,
    /// What was wanted in it.
    pub demand: i64,
    /// Why it does not count.
    pub reason: DemandExclusion,
}

/// The size and unevenness of demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DemandStatistics {
    /// How many periods count.
    pub counted: u32,
    /// Mean demand per period.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub mean: Decimal,
    /// Standard deviation of a period's demand, of the sample (divided by n − 1); zero for fewer than two periods.
    #[serde(with = "decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "DecimalText"))]
    pub deviation: Decimal,
    /// The periods that do not count.
    pub excluded: Vec<ExcludedPeriod>,
}

/// Turns a median absolute deviation into a standard deviation, for normal demand: 1 / Φ⁻¹(0.75).
const MEDIAN_SCALE: Decimal = Decimal::from_parts(14_826, 0, 0, false, 4);

impl DemandHistory {
    /// Everything wrong with the history.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.periods.is_empty() || self.periods.len() > MAX_PERIODS {
            let message = format!("name 1 to {MAX_PERIODS} periods");
            problems.add("input.out_of_range", "/periods", message);
        }
        if let Some(limit) = self.outlier_limit {
            within(&mut problems, "/outlierLimit", limit, Decimal::ZERO, LARGEST);
        }
        problems
    }

    /// Mean and standard deviation of demand over the periods that count: those in which stock did not run out, without
    /// outliers. `O(n log n)`.
    ///
    /// ```
    /// use oms_core::replenish::{DemandHistory, DemandPeriod};
    /// use oms_core::value::Quantity;
    /// let sold = |units| DemandPeriod { sold: Quantity::new(units), ..DemandPeriod::default() };
    /// let empty = DemandPeriod { sold: Quantity::new(1), stocked_out: true, ..DemandPeriod::default() };
    /// let history = DemandHistory { periods: vec![sold(15), empty, sold(20), sold(25)], outlier_limit: None };
    /// let statistics = history.statistics()?;
    /// assert_eq!((statistics.mean.to_string(), statistics.deviation.to_string()), ("20".into(), "5".into()));
    /// # Ok::<(), oms_core::replenish::ReplenishError>(())
    /// ```
    ///
    /// # Errors
    /// [`ReplenishError::Invalid`] for a history without periods or with too many.
    pub fn statistics(&self) -> Result<DemandStatistics, ReplenishError> {
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(ReplenishError::Invalid(problems));
        }
        let excluded = self.excluded()?;
        let counted: Vec<i64> = self.counted(&excluded).map(DemandPeriod::demand).collect();
        let mean = mean(&counted);
        let deviation = deviation(&counted, mean);
        Ok(DemandStatistics {
            counted: u32::try_from(counted.len()).unwrap_or(u32::MAX),
            mean: mean.result()?,
            deviation: deviation.result()?,
            excluded,
        })
    }

    /// The demand of each period, with the mean of those that count in the place of those that do not, so that they
    /// neither raise nor lower a forecast and seasons keep their places.
    pub(super) fn series(&self, statistics: &DemandStatistics) -> Vec<Decimal> {
        let mut excluded = statistics.excluded.iter().peekable();
        let demand = |(index, period): (usize, &DemandPeriod)| {
            if excluded.next_if(|other| usize::try_from(other.index) == Ok(index)).is_some() {
                statistics.mean
            } else {
                Decimal::from(period.demand())
            }
        };
        self.periods.iter().enumerate().map(demand).collect()
    }

    fn counted<'h>(&'h self, excluded: &'h [ExcludedPeriod]) -> impl Iterator<Item = DemandPeriod> + 'h {
        let mut excluded = excluded.iter().peekable();
        self.periods.iter().enumerate().filter_map(move |(index, period)| {
            let out = excluded.next_if(|other| usize::try_from(other.index) == Ok(index)).is_some();
            (!out).then_some(*period)
        })
    }

    /// The periods that do not count, in order.
    fn excluded(&self) -> Result<Vec<ExcludedPeriod>, ReplenishError> {
        let known = self.periods.iter().filter(|period| !period.stocked_out).map(|period| period.demand());
        let bounds = self.bounds(known.collect())?;
        let verdict = |(index, period): (usize, &DemandPeriod)| {
            let demand = period.demand();
            let far = bounds.is_some_and(|(least, most)| {
                let demand = Decimal::from(demand);
                demand < least || demand > most
            });
            let reason = match (period.stocked_out, far) {
                (true, _) => DemandExclusion::StockedOut,
                (false, true) => DemandExclusion::Outlier,
                (false, false) => return None,
            };
            Some(ExcludedPeriod { index: u32::try_from(index).unwrap_or(u32::MAX), demand, reason })
        };
        Ok(self.periods.iter().enumerate().filter_map(verdict).collect())
    }

    /// What is no outlier: within the limit of the median. Where more than half of all periods are alike the median
    /// deviation is zero and says nothing, so nothing is trimmed.
    fn bounds(&self, mut known: Vec<i64>) -> Result<Option<(Decimal, Decimal)>, ReplenishError> {
        let Some(limit) = self.outlier_limit else { return Ok(None) };
        let middle = median(&mut known);
        let from_middle = |demand: &i64| (Figure::from(*demand) - middle).value().map(|gap| gap.abs());
        let mut gaps = known.iter().map(from_middle).collect::<Result<Vec<_>, _>>()?;
        gaps.sort_unstable();
        let spread = middle_of(&gaps);
        if spread.value()?.is_zero() {
            return Ok(None);
        }
        let reach = spread * MEDIAN_SCALE * limit;
        Ok(Some(((middle - reach).value()?, (middle + reach).value()?)))
    }
}

fn median(known: &mut [i64]) -> Figure {
    known.sort_unstable();
    let sorted: Vec<Decimal> = known.iter().map(|demand| Decimal::from(*demand)).collect();
    middle_of(&sorted)
}

/// The middle of sorted numbers, or the mean of the two middle ones; zero for none.
fn middle_of(sorted: &[Decimal]) -> Figure {
    let upper = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
    let lower =
        sorted.len().checked_sub(1).and_then(|last| sorted.get(last / 2)).copied().unwrap_or_default();
    (Figure::from(lower) + upper) / 2_i64
}

fn mean(demands: &[i64]) -> Figure {
    // At most 5,000 numbers below 10¹⁰: the sum fits.
    let sum: i64 = demands.iter().sum();
    Figure::from(sum) / demands.len().max(1)
}

fn deviation(demands: &[i64], mean: Figure) -> Figure {
    let Some(others) = demands.len().checked_sub(1).filter(|others| *others > 0) else {
        return Figure::from(0_i64);
    };
    let mean = mean.state();
    let squares = demands.iter().fold(Figure::from(0_i64), |sum, demand| {
        let gap = Figure::from(*demand) - mean;
        sum + gap * gap
    });
    (squares / others).sqrt()
}
