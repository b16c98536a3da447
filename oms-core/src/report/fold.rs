//! A query as a fold over shards of facts.

use std::collections::{BTreeMap, BTreeSet};

use super::axis::View;
use super::column::cell;
use super::facts::{Facts, Vocabulary};
use super::group::Groups;
use super::key::Key;
use super::select::Pick;
use super::sum::Sum;
use super::{
    ReportAttribute, ReportCell, ReportColumn, ReportColumnKind, ReportDimension, ReportError, ReportFigure,
    ReportMeasure, ReportOver, ReportQuery, ReportTable,
};
use crate::value::{Currency, Problems};

/// The answer to a query.
///
/// One pass over the facts for each dimension, filter and measure: `O(n)`, and `O(g log g)` in the groups.
///
/// # Errors
/// [`ReportError`]: everything wrong with the query at once, or figures that do not add up to anything.
///
/// ```
/// use oms_core::report::*;
/// let query = ReportQuery::new(ReportOver::Payments)
///     .by(ReportDimension::attribute(ReportAttribute::Sku))
///     .measure(ReportMeasure::figure(ReportFigure::Paid));
/// let Err(ReportError::Invalid(problems)) = report(&Facts::new(), &query) else { panic!() };
/// assert_eq!(problems.as_slice()[0].code, "report.not_available_over");
/// ```
pub fn report(facts: &Facts, query: &ReportQuery) -> Result<ReportTable, ReportError> {
    let mut fold = ReportFold::new(query.clone())?;
    fold.add(facts)?;
    fold.finish()
}

/// A query under way: what each group has gathered so far.
///
/// Feed it facts shard by shard, or fold each shard apart and [`ReportFold::merge`]: the table comes out the same, byte
/// for byte. Merging is associative and commutative, as long as no order is in two shards.
#[derive(Clone, Debug)]
pub struct ReportFold {
    query: ReportQuery,
    groups: BTreeMap<Vec<Key>, Vec<Sum>>,
    /// The custom fields that some shard knows: whether of lines, and the name.
    known: BTreeSet<(bool, String)>,
    /// Custom fields to be summed that hold something other than numbers.
    not_numbers: BTreeSet<String>,
    any: bool,
}

impl ReportFold {
    /// A fold that has seen nothing.
    ///
    /// # Errors
    /// [`ReportError::Invalid`] with everything wrong with the query.
    pub fn new(query: ReportQuery) -> Result<Self, ReportError> {
        let problems = query.problems();
        if !problems.is_empty() {
            return Err(ReportError::Invalid(problems));
        }
        let (groups, known, not_numbers) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        Ok(Self { query, groups, known, not_numbers, any: false })
    }

    /// Adds the facts of one shard.
    ///
    /// # Errors
    /// [`ReportError`] when figures do not add up to anything.
    pub fn add(&mut self, facts: &Facts) -> Result<(), ReportError> {
        let view = View { facts, over: self.query.over };
        self.note_fields(facts);
        let dimensions = self.query.all_dimensions();
        let picks = view.picks(&self.query);
        self.refuse_foreign(facts, &picks)?;
        let columns: Vec<Vec<i64>> =
            dimensions.iter().map(|dimension| view.keys(dimension, &picks)).collect();
        let groups = Groups::new(picks.len(), &columns);
        let mut gathered: Vec<Vec<Sum>> = Vec::new();
        gathered.resize_with(groups.count(), Vec::new);
        for measure in &self.query.measures {
            let overflow = || ReportError::Overflow { column: measure.name() };
            let sums = view.sums(measure, &picks, &groups).ok_or_else(overflow)?;
            for (row, sum) in gathered.iter_mut().zip(sums) {
                row.push(sum);
            }
        }
        for (group, sums) in gathered.into_iter().enumerate() {
            let keys = groups.keys(group);
            let keys =
                dimensions.iter().zip(keys).map(|(dimension, key)| view.value(dimension, key)).collect();
            self.take(keys, sums)?;
        }
        Ok(())
    }

    /// This fold and that of other shards.
    ///
    /// # Errors
    /// [`ReportError::DifferentQuery`], or [`ReportError::Overflow`].
    pub fn merge(mut self, other: Self) -> Result<Self, ReportError> {
        if self.query != other.query {
            return Err(ReportError::DifferentQuery);
        }
        self.any |= other.any;
        self.known.extend(other.known);
        self.not_numbers.extend(other.not_numbers);
        for (keys, sums) in other.groups {
            self.take(keys, sums)?;
        }
        Ok(self)
    }

    /// The table.
    ///
    /// # Errors
    /// [`ReportError::Invalid`] when custom fields are asked for that no order has, or summed without being numbers;
    /// [`ReportError::Overflow`] when a figure fits no cell.
    pub fn finish(self) -> Result<ReportTable, ReportError> {
        let problems = self.field_problems();
        if !problems.is_empty() {
            return Err(ReportError::Invalid(problems));
        }
        let dimensions = self.query.all_dimensions();
        let currency = ReportDimension::attribute(ReportAttribute::Currency);
        let currency = dimensions.iter().position(|dimension| *dimension == currency);
        let mut rows: Vec<Vec<ReportCell>> = Vec::with_capacity(self.groups.len());
        for (keys, sums) in self.groups {
            let currency = match currency.and_then(|at| keys.get(at)) {
                Some(Key::Text(code)) => Currency::new(code),
                _ => None,
            };
            let mut row: Vec<ReportCell> = keys.iter().map(Key::cell).collect();
            for (sum, measure) in sums.into_iter().zip(&self.query.measures) {
                let overflow = || ReportError::Overflow { column: measure.name() };
                row.push(sum.cell(measure, currency).ok_or_else(overflow)?);
            }
            rows.push(row);
        }
        let columns = columns(&dimensions, &self.query.measures);
        sort(&mut rows, &columns, &self.query);
        if let Some(limit) = self.query.limit {
            rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        }
        Ok(ReportTable { columns, rows })
    }

    fn take(&mut self, keys: Vec<Key>, sums: Vec<Sum>) -> Result<(), ReportError> {
        let Some(mine) = self.groups.get_mut(&keys) else {
            self.groups.insert(keys, sums);
            return Ok(());
        };
        for ((mine, more), measure) in mine.iter_mut().zip(sums).zip(&self.query.measures) {
            mine.merge(more).ok_or_else(|| ReportError::Overflow { column: measure.name() })?;
        }
        Ok(())
    }

    fn note_fields(&mut self, facts: &Facts) {
        self.any |= facts.counts().orders > 0;
        for (of_lines, name, _) in self.query.fields() {
            let fields = if of_lines { &facts.line_fields } else { &facts.order_fields };
            if fields.column(name).is_some() {
                self.known.insert((of_lines, name.to_owned()));
            }
        }
        let fields =
            if self.query.over == ReportOver::Lines { &facts.line_fields } else { &facts.order_fields };
        for measure in &self.query.measures {
            let ReportMeasure::SumField(of) = measure else { continue };
            let values = fields.column(of.field.as_str()).unwrap_or_default();
            if values.iter().filter_map(|code| facts.values.entry(*code)).any(|value| !is_number(value)) {
                self.not_numbers.insert(of.field.as_str().to_owned());
            }
        }
    }

    fn field_problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (of_lines, name, path) in self.query.fields() {
            if self.any && !self.known.contains(&(of_lines, name.to_owned())) {
                let what = if of_lines { "line" } else { "order" };
                problems.add("report.unknown_field", path, format!("no {what} has a custom field `{name}`"));
            }
        }
        for (at, measure) in self.query.measures.iter().enumerate() {
            if let ReportMeasure::SumField(of) = measure
                && self.not_numbers.contains(of.field.as_str())
            {
                let message = format!("custom field `{}` holds values that are no numbers", of.field);
                problems.add("report.not_a_number", format!("/measures/{at}/field"), message);
            }
        }
        problems
    }

    /// Freight in another currency than the order's can be summed by shipment, never with the order's money.
    fn refuse_foreign(&self, facts: &Facts, picks: &[Pick]) -> Result<(), ReportError> {
        let mixes = |measure: &ReportMeasure| match measure {
            ReportMeasure::Figure(of) => matches!(
                of.figure,
                ReportFigure::Freight | ReportFigure::GrossProfit | ReportFigure::GrossMargin
            ),
            _ => false,
        };
        if self.query.over == ReportOver::Shipments || !self.query.measures.iter().any(mixes) {
            return Ok(());
        }
        let foreign = picks.iter().filter(|pick| cell(&facts.orders.foreign, pick.order));
        let first = foreign.filter_map(|pick| facts.text(Vocabulary::Order, pick.order)).min();
        first.map_or(Ok(()), |order| Err(ReportError::ForeignFreight { order: order.to_string() }))
    }
}

fn is_number(value: &crate::value::FieldValue) -> bool {
    matches!(value, crate::value::FieldValue::Integer(_) | crate::value::FieldValue::Decimal(_))
}

fn columns(dimensions: &[ReportDimension], measures: &[ReportMeasure]) -> Vec<ReportColumn> {
    let dimension =
        |of: &ReportDimension| ReportColumn { name: of.name(), kind: ReportColumnKind::Dimension };
    let measure = |of: &ReportMeasure| ReportColumn { name: of.name(), kind: ReportColumnKind::Measure };
    dimensions.iter().map(dimension).chain(measures.iter().map(measure)).collect()
}

/// The rows come in the order of their dimensions, and the sort is stable, so ties stay in it.
fn sort(rows: &mut [Vec<ReportCell>], columns: &[ReportColumn], query: &ReportQuery) {
    let by: Vec<(usize, bool)> = (query.sort.iter())
        .filter_map(|sort| {
            let at = columns.iter().position(|column| column.name == sort.column)?;
            Some((at, sort.descending))
        })
        .collect();
    if by.is_empty() {
        return;
    }
    rows.sort_by(|left, right| {
        for (at, descending) in &by {
            let order = match (left.get(*at), right.get(*at)) {
                (Some(left), Some(right)) => left.order(right),
                _ => std::cmp::Ordering::Equal,
            };
            let order = if *descending { order.reverse() } else { order };
            if order.is_ne() {
                return order;
            }
        }
        std::cmp::Ordering::Equal
    });
}
