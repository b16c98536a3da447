//! The methods at work: each sees demand period by period and says at any time what it expects.

use std::collections::VecDeque;

use rust_decimal::Decimal;

use super::ForecastMethod;
use crate::replenish::ReplenishError;
use crate::replenish::figure::Figure;

/// A method with what it has seen.
#[derive(Clone, Debug)]
pub(super) enum Model {
    Window { periods: usize, seen: VecDeque<Decimal> },
    Level { alpha: Decimal, level: Option<Decimal> },
    Intervals { alpha: Decimal, size: Decimal, interval: Decimal, since: i64, begun: bool },
    Chances { alpha: Decimal, beta: Decimal, size: Decimal, chance: Option<Decimal> },
    Trend { alpha: Decimal, beta: Decimal, first: Option<Decimal>, state: Option<(Decimal, Decimal)> },
    Seasons(Seasons),
}

/// Holt-Winters: the first two seasons are gathered, then states are kept.
#[derive(Clone, Debug)]
pub(super) struct Seasons {
    alpha: Decimal,
    beta: Decimal,
    gamma: Decimal,
    season: usize,
    gathered: Vec<Decimal>,
    state: Option<(Decimal, Decimal)>,
    /// What the coming periods have beyond the level, the next one first.
    offsets: VecDeque<Decimal>,
}

impl Model {
    pub(super) fn new(method: &ForecastMethod) -> Self {
        match method {
            ForecastMethod::MovingAverage(method) => {
                Self::Window { periods: usize::from(method.periods), seen: VecDeque::new() }
            }
            ForecastMethod::ExponentialSmoothing(method) => Self::Level { alpha: method.alpha, level: None },
            ForecastMethod::Croston(method) => Self::Intervals {
                alpha: method.alpha,
                size: Decimal::ZERO,
                interval: Decimal::ONE,
                since: 1,
                begun: false,
            },
            ForecastMethod::TeunterSyntetosBabai(method) => {
                Self::Chances { alpha: method.alpha, beta: method.beta, size: Decimal::ZERO, chance: None }
            }
            ForecastMethod::Holt(method) => {
                Self::Trend { alpha: method.alpha, beta: method.beta, first: None, state: None }
            }
            ForecastMethod::HoltWinters(method) => Self::Seasons(Seasons {
                alpha: method.alpha,
                beta: method.beta,
                gamma: method.gamma,
                season: usize::from(method.season),
                gathered: Vec::new(),
                state: None,
                offsets: VecDeque::new(),
            }),
        }
    }

    /// Sees the demand of one more period.
    pub(super) fn see(&mut self, demand: Decimal) -> Result<(), ReplenishError> {
        match self {
            Self::Window { periods, seen } => {
                seen.push_back(demand);
                if seen.len() > *periods {
                    seen.pop_front();
                }
            }
            Self::Level { alpha, level } => {
                *level = Some(match *level {
                    Some(level) => toward(level, demand, *alpha)?,
                    None => demand,
                });
            }
            Self::Intervals { alpha, size, interval, since, begun } => {
                if demand.is_zero() {
                    *since = since.saturating_add(1);
                    return Ok(());
                }
                let gap = Decimal::from(*since);
                if *begun {
                    *size = toward(*size, demand, *alpha)?;
                    *interval = toward(*interval, gap, *alpha)?;
                } else {
                    (*size, *interval, *begun) = (demand, gap, true);
                }
                *since = 1;
            }
            Self::Chances { alpha, beta, size, chance } => {
                let came = if demand.is_zero() { Decimal::ZERO } else { Decimal::ONE };
                *chance = Some(match *chance {
                    Some(chance) => toward(chance, came, *beta)?,
                    None => came,
                });
                if !demand.is_zero() {
                    *size = if size.is_zero() { demand } else { toward(*size, demand, *alpha)? };
                }
            }
            Self::Trend { alpha, beta, first, state } => match (*state, *first) {
                (Some(before), _) => *state = Some(follow(before, demand, *alpha, *beta)?),
                (None, Some(first)) => *state = Some((demand, (Figure::from(demand) - first).value()?)),
                (None, None) => *first = Some(demand),
            },
            Self::Seasons(seasons) => seasons.see(demand)?,
        }
        Ok(())
    }

    /// Whether it expects the same of all coming periods.
    pub(super) const fn is_flat(&self) -> bool {
        !matches!(self, Self::Trend { .. } | Self::Seasons(_))
    }

    /// What it expects of the k-th period from now, counted from 1; never less than nothing. Nothing before it is warm.
    pub(super) fn outlook(&self, k: u16) -> Result<Option<Decimal>, ReplenishError> {
        let expected = match self {
            Self::Window { periods, seen } if seen.len() >= *periods => {
                let sum = seen.iter().fold(Figure::from(0_i64), |sum, demand| sum + *demand);
                Some(sum / seen.len())
            }
            Self::Window { .. } => None,
            Self::Level { level, .. } => level.map(Figure::from),
            Self::Intervals { size, interval, .. } => Some(Figure::from(*size) / *interval),
            Self::Chances { size, chance, .. } => chance.map(|chance| Figure::from(*size) * chance),
            Self::Trend { state, .. } => state.map(|state| ahead(state, k)),
            Self::Seasons(seasons) => seasons.outlook(k),
        };
        expected.map(|expected| expected.or_zero().state().value()).transpose()
    }
}

impl Seasons {
    fn see(&mut self, demand: Decimal) -> Result<(), ReplenishError> {
        if let Some(before) = self.state {
            let offset = self.offsets.pop_front().unwrap_or_default();
            let bare = (Figure::from(demand) - offset).value()?;
            let (level, trend) = follow(before, bare, self.alpha, self.beta)?;
            self.state = Some((level, trend));
            let seen = (Figure::from(demand) - level).value()?;
            self.offsets.push_back(toward(offset, seen, self.gamma)?);
            return Ok(());
        }
        self.gathered.push(demand);
        if self.gathered.len() == 2 * self.season { self.begin() } else { Ok(()) }
    }

    /// Level and seasons of the first season, trend from the first to the second; then the second season is gone
    /// through as any other.
    fn begin(&mut self) -> Result<(), ReplenishError> {
        let gathered = std::mem::take(&mut self.gathered);
        let (first, second) = gathered.split_at(self.season.min(gathered.len()));
        let mean = |part: &[Decimal]| {
            let sum = part.iter().fold(Figure::from(0_i64), |sum, demand| sum + *demand);
            (sum / part.len()).state()
        };
        let level = mean(first);
        let trend = ((mean(second) - level) / self.season).state();
        let offsets = first.iter().map(|demand| (Figure::from(*demand) - level).value());
        self.offsets = offsets.collect::<Result<_, _>>()?;
        self.state = Some((level.value()?, trend.value()?));
        second.iter().try_for_each(|demand| self.see(*demand))
    }

    fn outlook(&self, k: u16) -> Option<Figure> {
        let state = self.state?;
        let place = usize::from(k).checked_sub(1)?.checked_rem(self.season)?;
        Some(ahead(state, k) + self.offsets.get(place).copied()?)
    }
}

/// `from + share·(to − from)`: in this form a constant stays exactly what it is.
fn toward(from: Decimal, to: Decimal, share: Decimal) -> Result<Decimal, ReplenishError> {
    ((Figure::from(to) - from) * share + from).state().value()
}

/// Level and trend after one more demand.
fn follow(
    (level, trend): (Decimal, Decimal),
    demand: Decimal,
    alpha: Decimal,
    beta: Decimal,
) -> Result<(Decimal, Decimal), ReplenishError> {
    let expected = Figure::from(level) + trend;
    let correction = (Figure::from(demand) - expected) * alpha;
    Ok(((expected + correction).state().value()?, (correction * beta + trend).state().value()?))
}

fn ahead((level, trend): (Decimal, Decimal), k: u16) -> Figure {
    Figure::from(trend) * i64::from(k) + level
}
