//! What a group has gathered for a measure, and the cell it ends in.

use std::collections::{BTreeSet, HashSet};

use rust_decimal::Decimal;

use super::axis::View;
use super::column::{Code, Moment, cell};
use super::figure::Recipe;
use super::group::{Groups, Mix};
use super::key::{Key, NOTHING, day};
use super::select::Pick;
use super::table::{DecimalCell, NothingCell, RatioCell, RatioValue};
use super::{
    DurationMeasure, DurationStatistic, FigureKind, PromiseBy, ReportCell, ReportDate, ReportDimension,
    ReportFigure, ReportMeasure, ReportOver,
};
use crate::value::{Currency, FieldValue, Money};

/// What a group has gathered for a measure. Sums of two groups are the sums of both together, in any order.
#[derive(Clone, Debug)]
pub(super) enum Sum {
    Whole(i128),
    Ratio { num: i128, den: i128 },
    Scaled { sum: i128, scale: u32 },
    Distinct(BTreeSet<Key>),
    Seconds(Vec<i64>),
}

impl Sum {
    /// Adds what another shard gathered; `None` on overflow.
    pub(super) fn merge(&mut self, other: Self) -> Option<()> {
        match (self, other) {
            (Self::Whole(sum), Self::Whole(more)) => *sum = sum.checked_add(more)?,
            (Self::Ratio { num, den }, Self::Ratio { num: more_num, den: more_den }) => {
                *num = num.checked_add(more_num)?;
                *den = den.checked_add(more_den)?;
            }
            (Self::Scaled { sum, scale }, Self::Scaled { sum: more, scale: other }) => {
                let common = (*scale).max(other);
                let left = sum.checked_mul(power(common - *scale)?)?;
                let right = more.checked_mul(power(common - other)?)?;
                (*sum, *scale) = (left.checked_add(right)?, common);
            }
            (Self::Distinct(set), Self::Distinct(more)) => set.extend(more),
            (Self::Seconds(all), Self::Seconds(more)) => all.extend(more),
            // INVARIANT: both come from the same measure of equal queries.
            _ => return None,
        }
        Some(())
    }
}

fn power(of_ten: u32) -> Option<i128> {
    10_i128.checked_pow(of_ten)
}

impl View<'_> {
    /// What each group gathers for a measure; `None` on overflow.
    pub(super) fn sums(self, measure: &ReportMeasure, picks: &[Pick], groups: &Groups) -> Option<Vec<Sum>> {
        match measure {
            ReportMeasure::Figure(of) => self.figure_sums(of.figure, picks, groups),
            ReportMeasure::Distinct(of) => Some(self.distinct(&of.dimension, picks, groups)),
            ReportMeasure::SumField(of) => self.field_sums(of.field.as_str(), picks, groups),
            ReportMeasure::Late(of) => {
                let ratios = self.promises((of.by, of.offset_minutes), picks, groups);
                Some(ratios.into_iter().map(|(late, _)| Sum::Whole(late)).collect())
            }
            ReportMeasure::OnTimeRate(of) => {
                let ratios = self.promises((of.by, of.offset_minutes), picks, groups);
                Some(ratios.into_iter().map(|(late, den)| Sum::Ratio { num: den - late, den }).collect())
            }
            ReportMeasure::Duration(of) => Some(self.durations(of, picks, groups)),
        }
    }

    fn figure_sums(self, figure: ReportFigure, picks: &[Pick], groups: &Groups) -> Option<Vec<Sum>> {
        let total = |gauge: &dyn Fn(&Pick) -> i64| {
            let mut sums = vec![0_i128; groups.count()];
            for (pick, group) in picks.iter().zip(&groups.of) {
                if let Some(sum) = sums.get_mut(*group as usize) {
                    *sum = sum.checked_add(i128::from(gauge(pick)))?;
                }
            }
            Some(sums)
        };
        Some(match self.recipe(figure) {
            Recipe::Sum(gauge) => total(&gauge)?.into_iter().map(Sum::Whole).collect(),
            Recipe::Ratio(num, den) => (total(&num)?.into_iter().zip(total(&den)?))
                .map(|(num, den)| Sum::Ratio { num, den })
                .collect(),
            Recipe::Orders => {
                // An order is in one shard only, so the numbers of different orders add up.
                let mut sums = vec![0_i128; groups.count()];
                let mut last = vec![Code::NONE; groups.count()];
                let mut seen: HashSet<(u32, u32), Mix> = HashSet::default();
                let contiguous = self.over == ReportOver::Lines;
                for (pick, group) in picks.iter().zip(&groups.of) {
                    let at = *group as usize;
                    let (Some(sum), Some(last)) = (sums.get_mut(at), last.get_mut(at)) else { continue };
                    // Lines of one order stand together, so looking at the last one is enough.
                    let new = *last != pick.order && (contiguous || seen.insert((*group, pick.order.raw())));
                    *last = pick.order;
                    *sum += i128::from(new);
                }
                sums.into_iter().map(Sum::Whole).collect()
            }
        })
    }

    fn distinct(self, dimension: &ReportDimension, picks: &[Pick], groups: &Groups) -> Vec<Sum> {
        let mut seen: HashSet<(u32, i64), Mix> = HashSet::default();
        let mut sets = vec![BTreeSet::new(); groups.count()];
        for (key, group) in self.keys(dimension, picks).into_iter().zip(&groups.of) {
            if key != NOTHING
                && seen.insert((*group, key))
                && let Some(set) = sets.get_mut(*group as usize)
            {
                set.insert(self.value(dimension, key));
            }
        }
        sets.into_iter().map(Sum::Distinct).collect()
    }

    fn field_sums(self, field: &str, picks: &[Pick], groups: &Groups) -> Option<Vec<Sum>> {
        let fields =
            if self.over == ReportOver::Lines { &self.facts.line_fields } else { &self.facts.order_fields };
        let column = fields.column(field).unwrap_or_default();
        let number = |code: &Code| match self.facts.values.entry(*code)? {
            FieldValue::Integer(number) => Some(Decimal::from(*number)),
            FieldValue::Decimal(number) => Some(*number),
            _ => None,
        };
        let scale = column.iter().filter_map(number).map(|number| number.scale()).max().unwrap_or(0);
        let mut sums = vec![0_i128; groups.count()];
        for (pick, group) in picks.iter().zip(&groups.of).filter(|(pick, _)| pick.first) {
            let Some(number) = number(&cell(column, pick.row)) else { continue };
            let scaled = number.mantissa().checked_mul(power(scale - number.scale())?)?;
            if let Some(sum) = sums.get_mut(*group as usize) {
                *sum = sum.checked_add(scaled)?;
            }
        }
        Some(sums.into_iter().map(|sum| Sum::Scaled { sum, scale }).collect())
    }

    /// Late deliveries, and all that were promised.
    fn promises(self, (by, offset): (PromiseBy, i32), picks: &[Pick], groups: &Groups) -> Vec<(i128, i128)> {
        let mut sums = vec![(0_i128, 0_i128); groups.count()];
        self.each_span(
            ReportDate::Promised,
            ReportDate::Delivered,
            picks,
            groups,
            |group, promised, delivered| {
                let late = match by {
                    PromiseBy::Instant => delivered > promised,
                    PromiseBy::CalendarDay => day(delivered, offset) > day(promised, offset),
                };
                if let Some((num, den)) = sums.get_mut(group) {
                    *num += i128::from(late);
                    *den += 1;
                }
            },
        );
        sums
    }

    fn durations(self, of: &DurationMeasure, picks: &[Pick], groups: &Groups) -> Vec<Sum> {
        let mut all = vec![Vec::new(); groups.count()];
        self.each_span(of.from, of.to, picks, groups, |group, from, to| {
            if let Some(seconds) = all.get_mut(group) {
                seconds.push(to.saturating_sub(from).div_euclid(1_000_000));
            }
        });
        all.into_iter().map(Sum::Seconds).collect()
    }

    /// Every row that has both instants.
    fn each_span(
        self,
        from: ReportDate,
        to: ReportDate,
        picks: &[Pick],
        groups: &Groups,
        mut take: impl FnMut(usize, i64, i64),
    ) {
        let (from, to) = (self.moments(from), self.moments(to));
        let at = |(column, by_row): (&[Moment], bool), pick: &Pick| {
            cell(column, if by_row { pick.row } else { pick.order }).micros()
        };
        for (pick, group) in picks.iter().zip(&groups.of) {
            if let (Some(from), Some(to)) = (at(from, pick), at(to, pick)) {
                take(*group as usize, from, to);
            }
        }
    }
}

impl Sum {
    /// The cell of a measure; `None` when it cannot hold the figure.
    pub(super) fn cell(self, measure: &ReportMeasure, currency: Option<Currency>) -> Option<ReportCell> {
        match (self, measure) {
            (Self::Whole(sum), _) if measure.is_money() => {
                let Some(currency) = currency else { return Some(ReportCell::Nothing(NothingCell {})) };
                Some(ReportCell::money(Money::from_minor(i64::try_from(sum).ok()?, currency)))
            }
            (Self::Whole(sum), _) => Some(ReportCell::integer(i64::try_from(sum).ok()?)),
            (Self::Ratio { num, den }, ReportMeasure::Figure(of)) => {
                let digits = currency.map_or(0, Currency::digits);
                match (of.figure, of.figure.kind()) {
                    (ReportFigure::GrossMargin, _) => ratio(num, den, digits, digits),
                    (_, FigureKind::MoneyRatio) => ratio(num, den, digits, 0),
                    _ => ratio(num, den, 0, 0),
                }
            }
            (Self::Ratio { num, den }, _) => ratio(num, den, 0, 0),
            (Self::Scaled { sum, scale }, _) => {
                let value = Decimal::try_from_i128_with_scale(sum, scale).ok()?.normalize();
                Some(ReportCell::Decimal(DecimalCell { value }))
            }
            (Self::Distinct(set), _) => Some(ReportCell::integer(i64::try_from(set.len()).ok()?)),
            (Self::Seconds(all), ReportMeasure::Duration(of)) => statistic(all, of),
            (Self::Seconds(_), _) => None,
        }
    }
}

/// Both sums with their decimals, and the quotient rounded half up to 6 decimals.
fn ratio(num: i128, den: i128, num_scale: u32, den_scale: u32) -> Option<ReportCell> {
    let decimal = |sum, scale| Decimal::try_from_i128_with_scale(sum, scale).ok();
    let value = match den {
        0 => None,
        _ => {
            let top = num.checked_mul(power(6 + den_scale)?)?;
            let quotient = half_up(top, den.checked_mul(power(num_scale)?)?)?;
            Some(RatioValue(decimal(quotient, 6)?))
        }
    };
    Some(ReportCell::Ratio(RatioCell { num: decimal(num, num_scale)?, den: decimal(den, den_scale)?, value }))
}

/// The quotient to whole numbers; halves go away from zero.
fn half_up(num: i128, den: i128) -> Option<i128> {
    let size = den.unsigned_abs();
    let doubled = num.unsigned_abs().checked_mul(2)?.checked_add(size)?;
    let rounded = i128::try_from(doubled / size.checked_mul(2)?).ok()?;
    rounded.checked_mul(num.signum() * den.signum())
}

fn statistic(mut all: Vec<i64>, of: &DurationMeasure) -> Option<ReportCell> {
    let count = i128::try_from(all.len()).ok()?;
    let whole = |number: Option<i64>| number.map_or(ReportCell::Nothing(NothingCell {}), ReportCell::integer);
    let sum = || all.iter().map(|seconds| i128::from(*seconds)).sum::<i128>();
    Some(match of.statistic {
        DurationStatistic::Count => ReportCell::integer(i64::try_from(count).ok()?),
        DurationStatistic::Negative => {
            let below = all.iter().filter(|seconds| **seconds < 0).count();
            ReportCell::integer(i64::try_from(below).ok()?)
        }
        DurationStatistic::Sum => ReportCell::integer(i64::try_from(sum()).ok()?),
        DurationStatistic::Min => whole(all.iter().min().copied()),
        DurationStatistic::Max => whole(all.iter().max().copied()),
        DurationStatistic::Mean => ratio(sum(), count, 0, 0)?,
        DurationStatistic::Percentile => {
            let rank = all.len().checked_mul(usize::from(of.percent.unwrap_or(100)))?.div_ceil(100);
            let Some(at) = rank.checked_sub(1).filter(|at| *at < all.len()) else { return Some(whole(None)) };
            let (_, value, _) = all.select_nth_unstable(at);
            whole(Some(*value))
        }
    })
}
